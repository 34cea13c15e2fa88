"""Page marks: from the clean text into the blocks that they stand in; and the way back from a block to the source."""

from __future__ import annotations

from dataclasses import replace
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
    out = list(blocks)
    places = sorted((p.clean, k, n) for k, b in enumerate(blocks) for n, p in enumerate(b.pieces))
    seen: dict[str, str | None] = {}
    for mark in clean.pages:
        place = next(((s, k, n) for s, k, n in places if mark.at <= s[1]), None)
        if place is None:
            continue
        span, k, n = place
        at = blocks[k].pieces[n].at + max(0, mark.at - span[0])
        if mark.reporter:
            other = Mark("other-page", at, at, str(mark.page), "", mark.source, None, mark.reporter)
            out[k] = replace(out[k], marks=_sorted([*out[k].marks, other]))
            continue
        ident = _free(f"page-{mark.page}", blocks[k].writing, seen)
        new = Mark("page", at, at, str(mark.page), ident, mark.source)
        out[k] = replace(out[k], marks=_sorted([*out[k].marks, new]))
    return out


def _free(ident: str, writing: str | None, seen: dict[str, str | None]) -> str:
    """An id for a page: its own; that of its writing, where each writing counts its pages anew; else a numbered one."""
    anew = writing is not None and seen.get(ident, writing) != writing
    wanted = f"{writing}-{ident}" if anew else ident
    free, count = wanted, 1
    while free in seen:
        count += 1
        free = f"{wanted}-{count}"
    seen[free] = writing
    return free


def _sorted(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    return tuple(sorted(marks, key=lambda m: (m.start, m.end)))
