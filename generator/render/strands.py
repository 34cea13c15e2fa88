"""What is woven into a case's page (see ``weave``): every provider looks at the case and names its strands.

Of strands with the same words, those of an earlier provider are outside.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.render import restored
from generator.render.weave import Strand

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from generator.model import Block, Case

# A Justice as the Court prints one, in capitals: by title, or by the letters behind the names.
_NAME = r"(?:Mc|Mac|O['’])?[A-Z][A-Z'’]+"
_JUSTICE = re.compile(
    rf"\b(?:THE )?(?:CHIEF )?JUSTICES? {_NAME}\b|\bTHE CHIEF JUSTICE\b"
    rf"|\b{_NAME}(?=(?:,? (?:and )?{_NAME})*, (?:C\. ?J\.|JJ?\.)(?! [A-Z]))"
)
_SMALL = re.compile(r"[a-z]")


def strands_of(case: Case) -> list[Strand]:
    """All strands of the page of a case, by block and in the order of the providers."""
    return [strand for provider in PROVIDERS for strand in provider(case)]


def emphasis(case: Case) -> Iterator[Strand]:
    """Words that the Court has in italics."""
    for block in case.blocks:
        for start, end in block.emphasis:
            yield Strand(block.id, start, end, "<em>", "</em>")


def small_capitals(case: Case) -> Iterator[Strand]:
    """Names of Justices in capitals, which the Court sets as small ones: ``JUSTICE WHITE``, ``KAGAN, J.``

    Not in a line that is all in capitals.
    """
    for block in case.blocks:
        if _SMALL.search(block.text):
            yield from _names(block)


def _names(block: Block) -> Iterator[Strand]:
    for match in _JUSTICE.finditer(block.text):
        yield Strand(block.id, *match.span(), '<span class="sc">', "</span>")


# In this order from the outside to the inside.
PROVIDERS: tuple[Callable[[Case], Iterable[Strand]], ...] = (
    emphasis,
    small_capitals,
    restored.strands,
)
