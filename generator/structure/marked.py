"""What the format of a file itself marks (footnote calls, italics), carried from the clean text into the blocks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from generator.structure.footnotes import Call

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model import Block, Piece, Span

_WITH_CALLS = frozenset(
    {"paragraph", "blockquote", "footnote", "heading", "notice", "caption", "byline"}
)


def emphasis_of(spans: Sequence[Span], pieces: Sequence[Piece]) -> Iterator[Span]:
    """The parts of clean ``spans``, which are in order, that lie in the pieces of a block, as spans of its text."""
    for piece in pieces:
        low, high = piece.clean
        first = bisect_right(spans, low, key=lambda s: s[1])
        last = bisect_left(spans, high, key=lambda s: s[0])
        for start, end in spans[first:last]:
            at = piece.at - low
            yield (max(start, low) + at, min(end, high) + at)


def calls_of(calls: Sequence[tuple[Span, str]], block: Block) -> list[Call]:
    """The calls, of clean ``calls`` in order, that stand in a block, at their places in its text."""
    if block.kind not in _WITH_CALLS:
        return []
    out = []
    for piece in block.pieces:
        low, high = piece.clean
        first = bisect_left(calls, low, key=lambda c: c[0][0])
        last = bisect_right(calls, high, key=lambda c: c[0][1])
        at = piece.at - low
        out += [Call((s + at, e + at), label) for (s, e), label in calls[first:last]]
    return out
