"""Pins whose figure is lost: ``leon, supra, at.`` reads ``Leon, supra, at —.``

Which page it was cannot be known, so a dash stands for it.  Only where a reference says that a page belongs there: it
ends with ``at``, no pin was found for it, and no figure follows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.offsets import Edit
from generator.restore.places import clean_offset

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import Case

DASH = " —"


def edits(case: Case) -> Iterator[Edit]:
    """A dash behind each ``at``."""
    blocks = {b.id: b for b in case.blocks}
    places = set()
    for reference in case.references:
        block, end = blocks.get(reference.block), reference.at[1]
        if block is None or reference.pin or not _ends_with_at(block.text, end):
            continue
        after = block.text[end : end + 2]
        if not after.strip()[:1].isdigit() and not after.startswith(DASH):
            places.add(clean_offset(block, end))
    for place in sorted(p for p in places if p is not None):
        yield Edit(place, place, DASH, "punctuation")


def _ends_with_at(text: str, end: int) -> bool:
    return (
        text[max(0, end - 2) : end].lower() == "at"
        and not text[max(0, end - 3) : end - 2].isalnum()
    )
