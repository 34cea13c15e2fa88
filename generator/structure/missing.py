"""Printed pages that a copy lacks: the numbers of its pages jump within a writing."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import Case

MOST = 30  # pages; a greater jump is another numbering
THERE = 0.7  # of a page more than those missing: then they are there
_PRINTED = frozenset({"slip", "pdf"})


@dataclass(frozen=True, slots=True)
class Missing:
    """Pages ``first`` to ``last`` of a writing are not there; block ``block`` begins, or goes on, behind them."""

    writing: str
    first: int
    last: int
    block: str
    at: int

    def words(self) -> str:
        """``Page 7`` or ``Pages 7–9``."""
        return (
            f"Page {self.first}" if self.first == self.last else f"Pages {self.first}–{self.last}"
        )


def missing_pages(case: Case) -> Iterator[Missing]:
    """The gaps between the pages of each writing, where every page is known by its head."""
    if case.source.dialect not in _PRINTED:
        return
    marks = [
        (block.writing, int(mark.label), block.id, mark.source[0])
        for block in case.blocks
        if block.writing is not None and block.kind != "footnote"
        for mark in block.marks
        if mark.kind == "page"
    ]
    pairs = [(a, b) for a, b in pairwise(marks) if a[0] == b[0]]
    lengths = [b[3] - a[3] for a, b in pairs if b[1] == a[1] + 1]
    usual = median(lengths) if lengths else 0.0
    for (writing, page, _, start), (_, after, block, at) in pairs:
        gap = after - page - 1
        # Where the text is as long as the pages that it should hold, only the number of one was not read.
        if writing and 0 < gap <= MOST and at - start < (gap + THERE) * usual:
            yield Missing(writing, page + 1, after - 1, block, at)
