"""Which stretches of the blocks the source has otherwise: ``Block.restored`` of a text restored from a witness."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.model import Restored

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.model import Block, CleanText


def marked(blocks: Iterable[Block], clean: CleanText, source: str) -> tuple[Block, ...]:
    """The blocks, each with what it has otherwise than the source, by the repairs of the whole text."""
    return tuple(
        replace(block, restored=tuple(_restored(block, clean, source))) for block in blocks
    )


def _restored(block: Block, clean: CleanText, source: str) -> Iterator[Restored]:
    for piece in block.pieces:
        low, high = piece.clean
        for begin, part in clean.offsets.within(piece.clean):
            start, end = max(begin, low), min(begin + len(part.text), high)
            if part.kind is None or part.kind == "blank" or part.rule.startswith("drop-"):
                continue
            if start < end or low < start < high:
                was = source[part.start : part.end]
                at = piece.at - low
                yield Restored(start + at, end + at, part.kind, was, part.rule)
