"""The dialects by name: those that have a reader, and those that are recognised so that they can be refused by name."""

from __future__ import annotations

from dataclasses import dataclass

from generator.errors import ReadError

READABLE = (
    "lexis",
    "flattened",
    "plain",
    "slip",
    "pdf",
    "cap",
    "harvard-xml",
    "columbia-xml",
    "courtlistener",
    "casebook-markdown",
    "docx",
    "rtf",
)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A dialect that has no reader yet: its name in plain words, and whether reading it as plain
    text makes some sense.
    """

    name: str
    advice: str
    as_plain: bool = False


UNREADABLE: dict[str, Unreadable] = {
    "json": Unreadable("JSON of an unknown kind", "save the opinion's text as a plain .txt file"),
    "xml": Unreadable("XML of an unknown kind", "save the opinion's text as a plain .txt file"),
    "html": Unreadable(
        "a web page (HTML)",
        "pincite fetch brings a case by its citation; else take the PDF that the page offers, or copy the opinion's"
        " text into a plain .txt file",
    ),
    "mhtml": Unreadable(
        "a web page in an archive (MHTML)",
        "open it in a browser and save it as HTML alone",
    ),
}
KNOWN_DIALECTS: tuple[str, ...] = (*READABLE, *UNREADABLE)


@dataclass(frozen=True, slots=True)
class Sniffed:
    """The dialect, one sentence of evidence for people, whether a reader for it exists, and where none does, the way
    out for this very file, if it is another than the dialect's.
    """

    dialect: str
    reason: str
    support: bool
    advice: str = ""


def refusal(sniffed: Sniffed, file: str) -> ReadError:
    """The error (R04) for a dialect that is known by name and has no reader."""
    what = UNREADABLE[sniffed.dialect]
    return ReadError(
        f"this is {what.name}, which cannot be read yet: {sniffed.reason}",
        code="R04",
        file=file,
        advice=sniffed.advice or what.advice,
    )
