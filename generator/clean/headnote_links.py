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
    r"(?:\[HN\d{1,3}\]|\bHN\d{1,3}\[[^\w\]\n]{0,3}\]"
    r"|(?:\[\*{0,4}LEdH[NR]\d{1,3}[A-Z]?\]|\bLEdH[NR]\[\d{1,3}[A-Z]?\](?:\[[^\w\]\n]{0,3}\])?)"
    r"(?:[ \t]{0,4}\[\d{1,3}[A-Z]?\])*)"
    r"(?P<after>[ \t]*)"
)
_BEFORE = 4  # blanks before a link that go with it


def apply(text: str) -> Iterator[Edit]:
    """Take the links out; the blanks round one become one."""
    if "HN" not in text and "LEdHR" not in text:
        return
    end = 0
    for match in _LINK.finditer(text):
        start = match.start()
        while start > max(end, match.start() - _BEFORE) and text[start - 1] in " \t":
            start -= 1
        end = match.end()
        at_edge = start == 0 or text[start - 1] == "\n"
        blank = " " if (start < match.start() or match["after"]) and not at_edge else ""
        yield Edit(start, end, blank, "drop")
