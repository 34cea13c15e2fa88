"""Links from the text back to a service's headnotes, ``[HN1]``, ``LEdHN[1A]``: no words of the court.

The forms are those of Lexis from its first years on: ``[HN1]``, ``HN1[↑]``, ``[***LEdHR1A]  [1A]``, ``LEdHN[1A] [1A]``,
``LEdHN[1A][↑] [1A]``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.offsets import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINK = re.compile(
    r"(?P<before>[ \t]{0,4})(?:\[HN\d{1,3}\]|\bHN\d{1,3}\[[^\w\]\n]{0,3}\]"
    r"|(?:\[\*{0,4}LEdH[NR]\d{1,3}[A-Z]?\]|\bLEdH[NR]\[\d{1,3}[A-Z]?\](?:\[[^\w\]\n]{0,3}\])?)"
    r"(?:[ \t]{0,4}\[\d{1,3}[A-Z]?\])*)"
    r"(?P<after>[ \t]*)"
)


def apply(text: str) -> Iterator[Edit]:
    """Take the links out; the blanks round one become one."""
    if "HN" not in text and "LEdHR" not in text:
        return
    for match in _LINK.finditer(text):
        at_edge = match.start() == 0 or text[match.start() - 1] == "\n"
        blank = " " if (match["before"] or match["after"]) and not at_edge else ""
        yield Edit(match.start(), match.end(), blank, "drop")
