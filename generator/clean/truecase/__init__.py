"""Capitals for a text that has lost them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.clean.truecase.core import Given, spellings, truecased
from generator.clean.truecase.known import knowledge
from generator.clean.truecase.lexicon import Lexicon, shipped
from generator.offsets import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import Case

__all__ = ["Given", "Lexicon", "edits", "shipped", "truecased"]


def edits(case: Case) -> Iterator[Edit]:
    """One edit for each word whose capitals change, in coordinates of ``case.clean.text``."""
    for at, word in spellings(case.clean.text, shipped(), knowledge(case)):
        yield Edit(at, at + len(word), word, "case")
