"""The first draft of the clean text: the kept segments, one a line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.model import DROPPED_ROLES, Segment, Source
from generator.offsets import MapPiece, OffsetMap

if TYPE_CHECKING:
    from collections.abc import Iterator

# The end of a line inside a paragraph, with the blanks behind it and before it.
_FOLD = re.compile(r"[\n\r\f\v\x85\u2028\u2029][ \t\xa0\n\r\f\v\x85\u2028\u2029]*")
_BLANK = " \t\xa0"


def lay_out(source: Source) -> tuple[OffsetMap, list[Segment]]:
    """The map whose clean text is one line per kept segment, and those segments.

    Lines that were wrapped inside a paragraph are put together with a blank.  Markup and running heads are dropped;
    what stands outside every segment is blank, or a stray mark that is dropped as well.
    """
    text = source.text
    pieces: list[MapPiece] = []
    kept: list[Segment] = []
    position = 0
    for segment in source.segments:
        start, end = segment.span
        if not position <= start < end <= len(text):
            raise ValueError(f"segment {segment} is empty or overlaps the one before it")
        if position < start:
            pieces.append(_between(text, position, start))
        if segment.role in DROPPED_ROLES:
            pieces.append(MapPiece(start, end, "", "drop", f"drop-{segment.role}"))
        else:
            if kept:
                pieces.append(MapPiece(start, start, "\n", "blank", "layout"))
            pieces.extend(_folded(text, start, end))
            kept.append(segment)
        position = end
    if position < len(text):
        pieces.append(_between(text, position, len(text)))
    return OffsetMap(pieces), kept


def _between(text: str, start: int, end: int) -> MapPiece:
    blank = not text[start:end].strip()
    return MapPiece(start, end, "", "blank" if blank else "drop", "layout")


def _folded(text: str, start: int, end: int) -> Iterator[MapPiece]:
    """A segment with the line ends inside it turned into blanks."""
    for fold in _FOLD.finditer(text, start, end):
        words = text[start : fold.start()].rstrip(_BLANK)
        stop = start + len(words)
        if words:
            yield MapPiece(start, stop, words)
        start = fold.end()
        yield MapPiece(stop, start, " ", "blank", "layout")
    if start < end:
        yield MapPiece(start, end, text[start:end])
