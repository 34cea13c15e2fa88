"""Page marks: from the clean text into the blocks that they stand in; and the way back from a block to the source."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

from generator.model import Mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model import Block, CleanText, Span


def block_source(clean: CleanText, block: Block, span: Span) -> Span:
    """The source span of ``block.text[span]``; a span that runs over a join of pieces gives the hull."""
    ends = []
    for offset, inclusive in ((span[0], True), (span[1], False)):
        piece = next(
            p
            for p in reversed(block.pieces)
            if p.at <= offset - (0 if inclusive else 1) or p is block.pieces[0]
        )
        ends.append(min(piece.clean[0] + offset - piece.at, piece.clean[1]))
    return clean.offsets.to_source((ends[0], ends[1]))


def with_pages(clean: CleanText, blocks: Sequence[Block]) -> list[Block]:
    """Hang each page mark into the block that it stands in; one between blocks goes to the head of the next."""
    places = sorted((p.clean, k, n) for k, b in enumerate(blocks) for n, p in enumerate(b.pieces))
    reached = list(accumulate((span[1] for span, _, _ in places), max))
    ids = _Ids()
    hung: dict[int, list[Mark]] = {}
    for mark in clean.pages:
        first = bisect_left(reached, mark.at)
        if first == len(places):
            continue
        span, k, n = places[first]
        at = blocks[k].pieces[n].at + max(0, mark.at - span[0])
        if mark.reporter:
            new = Mark("other-page", at, at, str(mark.page), "", mark.source, None, mark.reporter)
        else:
            ident = ids.take(f"page-{mark.page}", blocks[k].writing)
            new = Mark("page", at, at, str(mark.page), ident, mark.source)
        hung.setdefault(k, []).append(new)
    return [
        replace(b, marks=_sorted([*b.marks, *hung[k]])) if k in hung else b
        for k, b in enumerate(blocks)
    ]


class _Ids:
    """The ids of pages that are taken."""

    def __init__(self) -> None:
        self._owner: dict[str, str | None] = {}
        self._count: dict[str, int] = {}  # how often an id was wanted that was taken

    def take(self, ident: str, writing: str | None) -> str:
        """A page's own id; that of its writing, where each writing counts its pages anew; else a numbered one."""
        anew = writing is not None and self._owner.get(ident, writing) != writing
        wanted = f"{writing}-{ident}" if anew else ident
        free, count = wanted, self._count.get(wanted, 1)
        while free in self._owner:
            count += 1
            free = f"{wanted}-{count}"
        self._count[wanted] = count
        self._owner[free] = writing
        return free


def _sorted(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    return tuple(sorted(marks, key=lambda m: (m.start, m.end)))
