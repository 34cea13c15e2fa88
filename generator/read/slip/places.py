"""What the places of printed lines tell: paragraphs by their indents, quotations by their margin.

A PDF gives the places, and so does a text that keeps its lines where they stood on the page (``columns``).  A column's
margin is where most of its lines begin, on left pages and on right ones, for the pages of a book lean to either side.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, cast

from generator.read.slip.ends import ends_sentence
from generator.read.slip.flow import Kind, Paragraph
from generator.read.slip.sheets import Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

INDENT = 0.3  # ems from the margin: what is no accident
DEEP = (
    2.4  # ems: deeper than a paragraph's indent; a line alone there is centred or set to the right
)
OFF_CENTRE = 0.8  # ems
GAP = 1.45  # times the usual distance of two lines
FEW = 5  # lines, of which a page's own margin cannot be told
SHOWN = 8  # one line in so many stands at the text's margin on a page that holds any text
NEAR = 1.5  # points: the same margin
_OMITTED = re.compile(r"[.\s]+")  # a line of dots within a quotation


@dataclass(frozen=True, slots=True)
class Placed(Line):
    """A line with its place on page ``page`` (an index): its edges, its baseline from the foot of the page, and the
    size of its type, in points.
    """

    page: int = 0
    left: float = 0.0
    right: float = 0.0
    baseline: float = 0.0
    size: float = 0.0


def _of(line: Line) -> Placed:
    return cast("Placed", line)


class _Column:
    """The margins of lines that are read together, page by page, and the usual distance between two of them."""

    def __init__(self, lines: Sequence[Placed]) -> None:
        self.right = _most(round(x.right) for x in lines)
        sides = [_most(round(x.left) for x in lines if x.page % 2 == side) for side in (0, 1)]
        self.lefts: dict[int, float] = {}
        for page, group in groupby(lines, key=lambda x: x.page):
            own = [float(round(x.left)) for x in group]
            left, usual = _most(own), sides[page % 2]
            # A page may hold more of a quotation than of the text around it.
            shown = SHOWN * sum(abs(x - usual) <= NEAR for x in own) >= len(own)
            self.lefts[page] = usual if shown or own.count(left) < FEW else left
        gaps = [
            round(a.baseline - b.baseline)
            for a, b in pairwise(lines)
            if a.page == b.page and a.baseline > b.baseline
        ]
        self.gap = _most(gaps)
        # How far paragraphs are set in: what stands above a line at the margin.
        self.paragraph = _most(
            round(self.indent(line), 1)
            for line, after in pairwise(lines)
            if self.indent(line) > INDENT > abs(self.indent(after))
        )

    def indent(self, line: Placed) -> float:
        """How far from the margin a line begins, in ems."""
        return (line.left - self.lefts[line.page]) / line.size

    def short(self, line: Placed) -> float:
        """How far from the right margin it ends, in ems."""
        return (self.right - line.right) / line.size

    def is_centred(self, line: Placed) -> bool:
        """Whether it stands in the middle, with room on both sides."""
        left, right = self.indent(line), self.short(line)
        return left > DEEP and right > DEEP and abs(left - right) < 2 * OFF_CENTRE

    def is_apart(self, above: Placed, line: Placed) -> bool:
        """Whether more than the usual distance parts a line from the one above it on the same page."""
        if above.page != line.page or not self.gap:
            return False
        return above.baseline - line.baseline > GAP * self.gap


def _most(numbers: Iterable[float]) -> float:
    """The commonest; of several, the least."""
    counts = Counter(numbers)
    return min(counts, key=lambda n: (-counts[n], n), default=0.0)


def paragraphs(lines: Sequence[Line], _measure: int | None = None) -> list[Paragraph]:
    """Cut running text into paragraphs, headings and quotations."""
    own = [_of(line) for line in lines]
    if not own:
        return []
    column = _Column(own)
    kinds = _kinds(own, column)
    out: list[list[Placed]] = []
    heads: list[Kind] = []
    goes_on: list[bool] = []
    for k, line in enumerate(own):
        if k and kinds[k] == heads[-1] and not _begins(own[k - 1], line, kinds[k], column):
            out[-1].append(line)
            continue
        after_quote = bool(k) and kinds[k] == "text" and heads[-1] == "blockquote"
        goes_on.append(after_quote and abs(column.indent(line)) < INDENT and "text" in heads)
        out.append([line])
        heads.append(kinds[k])
    return [
        Paragraph(kind, tuple(own), on) for kind, own, on in zip(heads, out, goes_on, strict=True)
    ]


def _kinds(lines: Sequence[Placed], column: _Column) -> list[Kind]:
    kinds: list[Kind] = ["text"] * len(lines)
    for k, line in enumerate(lines):
        alone = column.is_centred(line) or column.indent(line) > 2 * DEEP
        if alone and not _OMITTED.fullmatch(line.text):
            kinds[k] = "alone"
    run: list[int] = []
    for k in range(len(lines) + 1):
        if k < len(lines) and kinds[k] == "text" and column.indent(lines[k]) > INDENT:
            run.append(k)
            continue
        for i in _quoted(run, lines, column):
            kinds[i] = "blockquote"
        run = []
    return kinds


def _quoted(run: Sequence[int], lines: Sequence[Placed], column: _Column) -> Sequence[int]:
    """Which of a run of lines that all begin to the right of the margin are a quotation: from the first to the last
    of those that are deeper than a paragraph's indent; where none is, as some printers set quotations no deeper, a run
    of full lines.
    """
    if len(run) == 1 and column.short(lines[run[0]]) < 1:
        return ()  # the first line of a paragraph
    deep = [i for i in run if column.indent(lines[i]) > column.paragraph + INDENT]
    if deep:
        return range(deep[0], deep[-1] + 1)
    if run and run[-1] + 1 < len(lines) and column.short(lines[run[-1]]) < 1:
        run = run[:-1]  # the first line of a paragraph, which goes on at the margin
    full = [i for i in run[:-1] if column.short(lines[i]) < DEEP]
    ended = sum(lines[i].text.endswith((".", ".”", "?", ":")) for i in run[:-1])
    return run if len(run) > 1 and full and 2 * ended <= len(run) else ()


def _begins(above: Placed, line: Placed, kind: Kind, column: _Column) -> bool:
    """Whether a line begins a paragraph behind the one above, which is of its kind."""
    if kind == "alone":
        return True
    if kind == "blockquote":
        if _OMITTED.fullmatch(line.text) or _OMITTED.fullmatch(above.text):
            return True
        indent = column.indent(line) - column.indent(above)
        same = above.page == line.page
        return same and (column.is_apart(above, line) or indent > INDENT)
    indent = column.indent(line)
    if line.text[:1].islower() and not ends_sentence(above.text):
        return False
    if indent < -INDENT:  # the first line of a paragraph hangs; what hangs throughout is set apart
        return ends_sentence(above.text) and indent != column.indent(above)
    if indent > INDENT:
        return True
    return column.is_apart(above, line) and not line.text[:1].islower()


def note_paragraphs(lines: Sequence[tuple[int, Line]]) -> list[list[tuple[int, Line]]]:
    """The lines of a note by paragraph: what is set in behind its first line begins another."""
    own = [_of(line) for _, line in lines]
    margins: dict[int, float] = {}
    for page, group in groupby(own, key=lambda x: x.page):
        margins[page] = min(x.left for x in group)
    out: list[list[tuple[int, Line]]] = []
    for k, (item, line) in enumerate(zip(lines, own, strict=True)):
        set_in = (line.left - margins[line.page]) / line.size > INDENT
        quoted = k and abs(line.left - own[k - 1].left) < 1
        if out and not (set_in and not quoted and own[k - 1].text.endswith((".", "”", ")", "?"))):
            out[-1].append(item)
        else:
            out.append([item])
    return out
