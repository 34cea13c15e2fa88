"""The lines of a raw text, whatever ends them, with their offsets."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import Span

# The line ends of Unix, Windows and old Macs, the page break of a printer, and Unicode's own.
LINE_END = re.compile(r"\r\n|[\n\r\f\v\x85\u2028\u2029]")
_BLANK = " \t\xa0\ufeff\x00\u3000\u200b"


def line_spans(text: str) -> Iterator[Span]:
    """The span of every line without its end and without blanks at either side; empty lines included."""
    start = 0
    for end in LINE_END.finditer(text):
        yield trimmed(text, start, end.start())
        start = end.end()
    yield trimmed(text, start, len(text))


def shown_lines(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The lines of ``text[start:end]`` that are not blank: each with its span and words, without blanks at either
    side.
    """
    ends = [m.span() for m in LINE_END.finditer(text, start, end)]
    for stop, after in [*ends, (end, end)]:
        words = text[start:stop].lstrip(_BLANK)
        if words:
            at = stop - len(words)
            words = words.rstrip(_BLANK)
            yield at, at + len(words), words
        start = after


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without blanks at its edges; empty when nothing is left."""
    stretch = text[start:end]
    left = len(stretch) - len(stretch.lstrip(_BLANK))
    if left == len(stretch):
        return (start, start)
    return (start + left, start + len(stretch.rstrip(_BLANK)))


_EDITOR_LINE = re.compile(r"\r\n?|\n")


class LineIndex:
    """Line numbers, from 1, of offsets in one text, with lines counted as editors count them: LF, CR LF or CR."""

    __slots__ = ("starts",)

    def __init__(self, text: str) -> None:
        self.starts = [0, *(m.end() for m in _EDITOR_LINE.finditer(text))]

    def line(self, offset: int) -> int:
        """The number of the line that holds ``offset``."""
        return bisect_right(self.starts, offset)
