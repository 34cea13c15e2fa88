"""Pins into the decision under review, when a flattened text has lost its citation.

"564 F. 3d 1143 (2009)" has no name and leaves nothing, so that a lone *at* behind "the court of appeals held …" seems
to hang on whatever was cited before.  What the sentences speak of tells better (``flattened.below``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.cite.casenames import answers_to, name_key
from generator.cite.flattened.below import Below, speaks_of_decision_below
from generator.link.spelling import spelled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.link.authorities import Known
    from generator.model import Authority, Case

_END = re.compile(r"\.(?=\s|$)")
_REMNANT = re.compile(
    r"^[\s.,]*(?:(?:see|see also|cf)?[\s.,]*(?:at|ibid|id(?:\.,? ?at)?|app|slip)[\s.,]*)*$"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of text to its period, and what of the decision below it speaks of."""

    start: int
    end: int
    tells: Below | None


def sentences(text: str, carried: Below | None) -> list[Sentence]:
    """The sentences of a flattened paragraph; ``carried`` is what the one before its first spoke of.

    A "sentence" of nothing but what citations leave ("at.", "ibid.") speaks of what the one before it does.
    """
    out = []
    start = 0
    for end in [*(m.end() for m in _END.finditer(text)), len(text)]:
        words = text[start:end]
        if words.strip():
            if not _REMNANT.match(words):
                carried = speaks_of_decision_below(words, carried)
            out.append(Sentence(start, end, carried))
        start = end
    return out


def decisions_below(case: Case, name: str, known: Known) -> list[Authority]:
    """The decisions that people said this case reviewed (``below:`` in authorities.yml)."""
    citation = spelled(case.info.citation) if case.info.citation else None
    out = []
    for entry in known.own_entries(case.slug):
        for reviewed in entry.below:
            other = known.get(reviewed)
            called = other.authority.name if other else reviewed
            if spelled(reviewed) == citation or (called and _same_name(called, name)):
                out.append(entry.authority)
                break
    return out


def _same_name(one: str, other: str) -> bool:
    return name_key(one) == name_key(other) or answers_to(one, other) == 3


def meant_below(tells: Below, decisions: Sequence[Authority]) -> list[Authority]:
    """Which of the decisions below a sentence means: the panel's, the full court's, or the last one of a court of
    appeals.

    Several when it cannot be told; none when the decision is not known.
    """
    appeals = [d for d in decisions if d.court is None or "Cir." in d.court or "App." in d.court]
    full = [d for d in appeals if d.note == "en banc"]
    if tells == "en-banc":
        return full
    panel = [d for d in appeals if d.note != "en banc"]
    if tells == "panel":
        return panel
    return full or panel
