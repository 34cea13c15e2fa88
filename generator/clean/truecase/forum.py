"""``the Court`` or ``the court``: this Court has a capital, any other court called so for short has none.

A separate writing speaks of the Court whose judgment it answers.  In the opinion of the Court and its syllabus,
``the court`` takes up another court named shortly before (``The Court of Appeals reversed. … The court held``),
unless ``this court`` or ``we`` came between.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import Case

_COURT = re.compile(r"\bthe (court)\b(?! of\b| for\b)(?! below)")
_BELOW = re.compile(r"\b(court)(?=s? below\b)")
_OTHER = re.compile(
    r"\b(?:(?:district|trial|circuit|superior|appellate|bankruptcy|tax|municipal|county|habeas|sentencing"
    r"|lower) court|court of (?:criminal )?appeals?"
    r"|(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|federal) circuit"
    r"|supreme court of|court below|panel|en banc)\b"
)
_SELF = re.compile(r"\b(?:this court|our|we|us|today|certiorari)\b")
# So many characters a mention of another court lasts; measured on eleven opinions.
REACH = 900
# What the Court says of itself.
_OWN = frozenset({"vote", "byline", "notice", "disposition"})
_SEPARATE = ("concurrence", "dissent", "statement")


def courts(case: Case) -> Iterator[tuple[int, str]]:
    """The clean offset of each ``court`` that can be told, with its spelling."""
    text = case.clean.text
    kinds = {w.id: w.kind for w in case.writings}
    for block in case.blocks:
        separate = str(kinds.get(block.writing or "", "")).startswith(_SEPARATE)
        for piece in block.pieces:
            start, end = piece.clean
            for match in _BELOW.finditer(text, start, end):
                yield match.start(1), "court"
            for match in _COURT.finditer(text, start, end):
                at = match.start()
                other = not separate and block.kind not in _OWN and _speaks_of_another(text, at)
                yield match.start(1), "court" if other else "Court"


def _speaks_of_another(text: str, at: int) -> bool:
    before = text[max(0, at - REACH) : at]
    last = max((m.end() for m in _OTHER.finditer(before)), default=-1)
    if last < 0:
        return False
    own = max((m.end() for m in _SELF.finditer(before)), default=-1)
    return last > own
