"""The pages of a case: read off its star pages, or inferred from what is known of single pages.

A page number means nothing without its system.  A slip opinion counts every writing from 1; the U.S. Reports and the
Supreme Court Reporter run on through the case, the latter with two and a half times as much on a page.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from generator.link.page_borders import Leaf, leaves
from generator.link.page_evidence import (
    STYLES,
    FixedPoint,
    Pin,
    bounds,
    facts,
    first_pages,
    from_outside,
    page_system,
    pages_of,
    within,
)
from generator.link.page_stream import SET, Stream

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.link.page_fill import Style
    from generator.model import Case, Span

__all__ = ["FixedPoint", "PageMap", "Pin", "Shares", "page_map", "pages_of"]
System = Literal["star", "U.S.", "S. Ct.", "slip"]
Shares = dict[
    int, tuple[float, float]
]  # block → (probability of being on the page, characters there)

TOUCH = 10  # characters of a block that must stand on a page
READ = SET - {"byline", "heading"}


class PageMap:
    """The pages of a case.

    ``system`` says how they are numbered (``None``: nothing is known of them), ``known`` whether the source has them.
    """

    def __init__(
        self,
        case: Case,
        system: System | None = None,
        extents: Iterable[tuple[str | None, Leaf]] = (),
    ) -> None:
        self.system = system
        self.known = system == "star"
        self._writings = [b.writing for b in case.blocks]
        self._extents: dict[tuple[str | None, int], list[Leaf]] = defaultdict(list)
        for writing, leaf in extents:
            self._extents[writing, leaf.page].append(leaf)
        self.restarts = any(writing is not None for writing, _ in self._extents)
        self._pieces = sorted(
            (p.clean[0], p.clean[1], k)
            for k, b in enumerate(case.blocks)
            if b.writing not in (None, "syllabus") and b.kind in READ
            for p in b.pieces
        )
        self._starts = [p[0] for p in self._pieces]
        self._memo: dict[tuple[Span, str], Shares] = {}

    def extents(self, page: int, writing: str | None = None) -> list[Leaf]:
        """Where a page may lie, in clean offsets, each extent with its probability."""
        return self._extents.get((writing if self.restarts else None, page), [])

    def shares(self, pages: Span, writing: str) -> Shares:
        """The blocks of a writing, by their places in the case, that touch the pages."""
        key = (pages, writing)
        if key in self._memo:
            return self._memo[key]
        out = self._memo[key] = {}
        for page in range(pages[0], pages[1] + 1):
            for k, (chance, size) in self._shares_of_one(page, writing).items():
                before, length = out.get(k, (0.0, 0.0))
                out[k] = (1 - (1 - before) * (1 - min(chance, 1.0)), length + size)
        return out

    def _shares_of_one(self, page: int, writing: str) -> Shares:
        out: Shares = {}
        for leaf in self.extents(page, writing):
            first = max(0, bisect_right(self._starts, leaf.start) - 1)
            for start, end, k in self._pieces[first : bisect_left(self._starts, leaf.end)]:
                both = min(end, leaf.end) - max(start, leaf.start)
                if both >= min(TOUCH, end - start) and self._writings[k] == writing:
                    chance, size = out.get(k, (0.0, 0.0))
                    out[k] = (chance + leaf.probability, size + leaf.probability * both)
        return out


def page_map(case: Case, pins: Sequence[Pin], fixed: Sequence[FixedPoint] = ()) -> PageMap:
    """The map of a case: star pages where it has them, else inferred where there is any ground for it."""
    writings = [w.id for w in case.writings if w.kind != "syllabus"]
    if sum(m.kind == "page" for b in case.blocks for m in b.marks) > 1:
        return PageMap(case, "star", _starred(Stream(case, writings)))
    stream = Stream(case, writings) if pins or fixed else None
    if stream is None or not stream.stretches:
        return PageMap(case)
    places = stream.places()
    system = page_system(stream, places, pins, fixed)
    style = STYLES[system]
    if system == "slip":
        return PageMap(case, system, _slip(case, writings, pins, style))
    known = [k for p in pins for k in facts(stream, p)]
    known += bounds(stream, pins) + within(stream, pins) + from_outside(stream, fixed, system)
    first = first_pages(stream, places, pins, fixed, style)
    return PageMap(case, system, [(None, x) for x in leaves(places, style, first, known)])


# -------------------------------------------------------------------------------------------- known pages


def _starred(stream: Stream) -> list[tuple[str | None, Leaf]]:
    """The extents of marked pages.  What stands in a writing before its first mark is on the page before that one."""
    heads = stream.marks()
    spans = stream.spans()
    of_each = {w: [h for h in heads if span[0] <= h[0] <= span[1]] for w, span in spans.items()}
    marked = [marks for marks in of_each.values() if marks]
    restarts = any(later[0][1] <= earlier[-1][1] for earlier, later in pairwise(marked))
    out: list[tuple[str | None, Leaf]] = []
    page = 1
    for writing, (start, end) in spans.items():
        marks = of_each[writing]
        if marks and marks[0][0] > start:
            page = max(1, marks[0][1] - 1)
        for (at, number), (stop, _) in pairwise([(start, page), *marks, (end, 0)]):
            if stop > at:
                out.append((writing if restarts else None, Leaf(number, at, stop, 1.0)))
            page = number
    return out


def _slip(
    case: Case, writings: Sequence[str], pins: Sequence[Pin], style: Style
) -> list[tuple[str | None, Leaf]]:
    """Each writing that is pointed into, on pages of its own from 1 on."""
    out: list[tuple[str | None, Leaf]] = []
    for writing in writings:
        mine = [p for p in pins if writing in p.writings]
        if mine:
            stream = Stream(case, [writing])
            known = [k for p in mine for k in facts(stream, p)] + bounds(stream, mine)
            out += [(writing, x) for x in leaves(stream.places(), style, range(1, 2), known)]
    return out
