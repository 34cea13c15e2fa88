"""``read``: bytes → ``Source``.  One reader per dialect, chosen by sniffing; the only stage that opens raw files."""

from __future__ import annotations

import hashlib
import re
import stat
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.errors import ReadError, encodable
from generator.model import Source
from generator.read import (
    cap,
    casebook,
    columbia,
    courtlistener,
    flattened,
    harvard,
    lexis,
    pdf,
    plain,
    rtf,
    slip,
    word,
)
from generator.read.binary import BINARY, binary_dialect
from generator.read.decode import SIZE_LIMIT, check_length, check_size, decode
from generator.read.dialects import refusal
from generator.read.reading import Raw, Reader, of_text
from generator.read.sniff import sniff

if TYPE_CHECKING:
    from pathlib import Path

READERS: dict[str, Reader] = {
    "lexis": of_text(lexis.segments),
    "flattened": of_text(flattened.segments),
    "plain": of_text(plain.segments),
    "slip": slip.read,
    "pdf": pdf.read,
    "cap": cap.read,
    "harvard-xml": harvard.read,
    "columbia-xml": columbia.read,
    "courtlistener": courtlistener.read,
    "casebook-markdown": casebook.read,
    "docx": word.read,
    "rtf": rtf.read,
}
# Of these the file is the text, or hardly longer.
PROSE = frozenset({"lexis", "flattened", "plain", "slip", "casebook-markdown"})
EXTRACTED = "source.txt"  # the text, published beside case.json
_NOT_SO = {True: "the file is no text", False: "the file is text"}
_SENTENCE_END = re.compile(r"(?:[.?!…:;\"”’'\])*—–_-]|\b\d+)\s*$")
# How whole texts end without a stop: a signature, a date, a judgment, the service's own last line.
_FULL_END = re.compile(
    r"(?:/s/|dated:|filed:|end of document\b|(?:(?:the )?(?:judgment|order|decree) )?(?:is )?"
    r"(?:affirmed|reversed|vacated|remanded|dismissed|so ordered)\b|.{3,60}\b(?:concurs?|dissents?|judge|justice)$).*",
    re.IGNORECASE,
)


def read_source(path: Path, dialect: str | None = None) -> Source:
    """Read one raw file.

    ``dialect`` overrides the sniffing.  Raises ``ReadError`` for what cannot be read: empty, too big, binary, or of a
    format that Pincite knows by name but has no reader for.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise ReadError(
                "is no file", code="R05", file=str(path), advice="name the raw text of one opinion"
            )
        check_size(status.st_size, str(path))
        with path.open("rb") as stream:
            data = stream.read(SIZE_LIMIT + 1)  # never more, whatever the file is
    except OSError as problem:
        raise ReadError(
            f"cannot be read: {problem.strerror or problem}",
            code="R05",
            file=str(path),
            advice="check the path and its permissions",
        ) from problem
    return read_bytes(data, path.name, dialect, place=str(path))


def read_bytes(
    data: bytes, name: str, dialect: str | None = None, *, place: str | None = None
) -> Source:
    """The same for bytes at hand; ``name`` is the file's name, ``place`` what errors call it."""
    place = place or name
    raw, encoding, faithful = Raw(data, name, place), "binary", False
    found = binary_dialect(data)
    if found is None:
        decoded = decode(data, place)
        raw = Raw(data, name, place, decoded.text)
        encoding, faithful = decoded.encoding, decoded.faithful
    if dialect is not None:
        reason = "named by the user"
    elif found is not None:
        dialect, reason = found, BINARY[found].reason
    else:
        sniffed = sniff(raw.text, place)
        if not sniffed.support:
            raise refusal(sniffed, place)
        dialect, reason = sniffed.dialect, sniffed.reason
    if dialect not in READERS:
        raise ReadError(
            f"there is no reader for the dialect {dialect!r}",
            code="R06",
            file=place,
            advice=f"choose one of {', '.join(READERS)}",
        )
    if (dialect in BINARY) != (found is not None):
        raise ReadError(
            f"this is not of the dialect {dialect!r}: {_NOT_SO[found is not None]}",
            code="R06",
            file=place,
            advice="leave the dialect to Pincite, or name that of the file",
        )
    if dialect in PROSE:
        check_length(raw.text, place)
    reading = READERS[dialect](raw)
    check_length(reading.text, place)
    source = Source(
        file=encodable(name),
        sha256=hashlib.sha256(data).hexdigest(),
        text=reading.text,
        dialect=reading.dialect or dialect,
        reason=f"{reason}, and what it holds is of this dialect" if reading.dialect else reason,
        encoding=encoding,
        extracted=None if faithful and reading.text == raw.text else EXTRACTED,
        segments=reading.segments,
        emphasis=reading.emphasis,
        pages=reading.pages,
        calls=reading.calls,
        facts=reading.facts,
        links=reading.links,
        left_out=reading.left_out,
    )
    return replace(source, truncated=is_truncated(source))


def is_truncated(source: Source) -> bool:
    """Whether the text stops in mid-sentence: its last words end without a mark, and (in the flattened dialect, which
    loses the marks at line ends too) without the end of a line.
    """
    last = next(
        (
            s
            for s in reversed(source.segments)
            if s.role not in ("markup", "running-head", "caption", "byline")
        ),
        None,
    )
    if last is None:
        return False
    text = source.text[last.span[0] : last.span[1]]
    if len(text) < 12 or _SENTENCE_END.search(text):
        return False
    if text.isupper() or (len(text) < 80 and _FULL_END.fullmatch(text)):
        return False
    return source.dialect != "flattened" or not source.text.endswith("\n")
