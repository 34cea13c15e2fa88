"""Where a place of a block's text is in the clean text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.model import Block


def clean_offset(block: Block, at: int) -> int | None:
    """The clean offset of ``block.text[at]``; ``None`` between two pieces, where the text has a blank of its own."""
    for piece in block.pieces:
        start, end = piece.clean
        if piece.at <= at <= piece.at + end - start:
            return start + at - piece.at
    return None
