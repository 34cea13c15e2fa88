"""What a reader is given and what it gives back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.model import CaseInfo, Segment, SourceCall, SourceLink, SourcePage, Span

NO_FACTS = CaseInfo()


@dataclass(frozen=True, slots=True)
class Raw:
    """A raw file: its bytes, its name, what errors call it (``place``), and its text where it is one.

    ``text`` is "" for a file that holds none, such as a PDF.
    """

    data: bytes
    name: str
    place: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader made of a raw file; the fields are those of ``Source``.

    ``text`` is the raw file's own, or the text that the reader extracted: all offsets count in it.  ``dialect`` is set
    where what the file holds turned out to be of another dialect, whose rules it is to be cleaned and divided by.
    ``left_out``: what the file holds of the case and the text does not, a few words each.
    """

    text: str
    segments: tuple[Segment, ...]
    emphasis: tuple[Span, ...] = ()
    pages: tuple[SourcePage, ...] = ()
    calls: tuple[SourceCall, ...] = ()
    facts: CaseInfo = NO_FACTS
    links: tuple[SourceLink, ...] = ()
    dialect: str | None = None
    left_out: tuple[str, ...] = ()


Reader = Callable[[Raw], Reading]


def of_text(segments: Callable[[str], tuple[Segment, ...]]) -> Reader:
    """The reader of a dialect that is plain text and shows all that is known of it by its lines."""

    def read(raw: Raw) -> Reading:
        return Reading(raw.text, segments(raw.text))

    return read
