"""Text whose lines stand where they stood on the page, as ``pdftotext -layout`` writes it: the blanks before a line are
its place, by which paragraphs and quotations are told as in a PDF (``places``).

Such a text keeps the parts of a head on one line ("2      DOE v. ROE", "Cite as: 589 U. S. ____ (2020)      3"); they
are taken apart where blanks part them.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby
from statistics import median
from typing import TYPE_CHECKING

from generator.read.lines import LINE_END
from generator.read.slip.measure import width
from generator.read.slip.places import Placed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.read.slip.sheets import Line

COLUMN = 4.5  # points: how wide a column of blanks is, where an em is 10; the width of a letter among others
SIZE = 10.0
LEAST = 10  # lines, of which it can be told
SHARE = 0.04  # of the lines, that begin with blanks: fewer paragraphs than any opinion has
SNAP = 0.08  # of a full line: how far a line that is set to the full width differs by its words' natural width
DRIFT = 3  # lines of the same indent
HEAD = 2  # lines at the top of a page that may be a head
_RAISED = re.compile(r"^\d{1,2} |[^\W\d_.,;:?!”’)\]]?[.,;:?!”’)\]]\d{1,2}(?= |$)")
_PARTS = re.compile(r"\S+(?: {1,2}\S+)*")


def is_laid_out(text: str, pages: Sequence[Sequence[Line]]) -> bool:
    """Whether blanks before the lines of a text say where they stood."""
    lines = [line for page in pages for line in page]
    set_in = sum(_indent(text, line) > 0 for line in lines)
    return len(lines) >= LEAST and set_in >= SHARE * len(lines)


def placed(text: str, pages: Sequence[Sequence[Line]]) -> list[list[Placed]]:
    """The lines of each page with their places."""
    widths = [width(line.text) for page in pages for line in page]
    return [_page(text, page, number, median(widths)) for number, page in enumerate(pages)]


def _page(text: str, lines: Sequence[Line], number: int, full: float) -> list[Placed]:
    out: list[Placed] = []
    level, end = 0.0, lines[0].start if lines else 0
    for rank, (line, indent) in enumerate(zip(lines, _straight(text, lines), strict=True)):
        # A raised figure pushes the lines about it apart; it parts no paragraphs.
        raised = rank and _RAISED.search(lines[rank - 1].text)
        level -= SIZE * (1 if raised else max(1, len(LINE_END.findall(text, end, line.start))))
        end = line.end
        for at, stop in _parts(line) if rank < HEAD else [(line.start, line.end)]:
            words = text[at:stop]
            left = COLUMN * (indent + at - line.start)
            wide = width(words)
            if abs(wide - full) <= SNAP * full:
                wide = round(full)  # justified
            right = left + wide * SIZE / 1000
            out.append(Placed(at, stop, words, number, left, right, level, SIZE))
    return out


def _straight(text: str, lines: Sequence[Line]) -> list[int]:
    """The indents of a page's lines.  Where a stretch of lines drifts a column off the margin, it is put back."""
    out = [_indent(text, line) for line in lines]
    counts = Counter(out)
    margin = min(counts, key=lambda n: (-counts[n], n), default=0)
    start = 0
    for indent, run in groupby(list(out)):
        end = start + len(list(run))
        if end - start >= DRIFT and abs(indent - margin) == 1:
            out[start:end] = [margin] * (end - start)
        start = end
    return out


def _parts(line: Line) -> Iterator[tuple[int, int]]:
    for part in _PARTS.finditer(line.text):
        yield line.start + part.start(), line.start + part.end()


def _indent(text: str, line: Line) -> int:
    """How many blanks stand before a line."""
    before = text[max(0, line.start - 200) : line.start]
    return len(before) - len(before.rstrip(" "))
