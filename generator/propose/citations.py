"""The citation of a case, where its head prints it on a line of its own."""

from __future__ import annotations

import functools
import re

from generator.casefile import is_citation
from generator.link.spelling import spelled

_UNITED_STATES = re.compile(
    r"^\W*(?P<volume>\d{1,3})\s+U\.\s?S\.\s+(?P<page>\d{1,4})\b", re.MULTILINE
)
# "782 P.2d 489", "193 Ariz. 504 (1999)"; the parallel citations may follow.
_LINE = re.compile(
    r"\W{0,3}(?P<cite>\d{1,4} [A-Z][A-Za-z0-9.' ]{0,30}? \d{1,5})(?:\s*\([^()]{0,30}\d{4}\))?"
    r"(?:[,;] \d{1,4} [A-Z][^,;()]{0,30}(?: \([A-Z][a-z]+\))? \d{1,6})*(?:\s*\([^()]{0,30}\d{4}\))?\W*"
)
_LINES = 12  # of the head; further down stand the decisions below ("541 F. 3d 425, affirmed.")


def citation(front: str) -> str | None:
    """``475 U.S. 335`` in its one spelling: that of the U.S. Reports first, else of the first reporter there is."""
    official = _UNITED_STATES.search(front)
    if official:
        return f"{official['volume']} U.S. {official['page']}"
    for match in filter(None, map(_LINE.fullmatch, front.split("\n")[:_LINES])):
        cite = spelled(match["cite"])
        if is_citation(cite) and cite.split(" ", 1)[1].rpartition(" ")[0] in _reporters():
            return cite
    return None


@functools.cache
def _reporters() -> frozenset[str]:
    """The reporters that reporters-db knows, each in its one spelling."""
    from reporters_db import EDITIONS

    return frozenset(spelled(f"1 {edition} 1")[2:-2] for edition in EDITIONS)
