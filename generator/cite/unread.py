"""Citations that no recogniser reads: a dictionary, a treatise, a journal nobody listed, a paper of an agency.

They are no references, but an *id.* behind one means it, not what was cited before it.  All have a page, a volume or a
number followed at once by a parenthesis that ends with the year (Bluebook Rules 15.4 and 16.4): "22 Man 93, 95 (1987)",
"Black's Law Dictionary 532 (6th ed. 1990)", "Expanding the Use of Generic Drugs 2 (2010)".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.model import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PLACE_AND_YEAR = re.compile(
    r"(?<![\d§])\d{1,6}(?:[,–-]{1,2} ?\d{1,6}){0,4} ?"
    r"\((?:[^()\n]{0,60}[ ,])?(?:1[6-9]\d\d|20[0-4]\d)\)"
    # A newspaper has its day: "N. Y. Times, Nov. 5, 1998, p. A1".
    r"|, [A-Z][a-z]{2,8}\.? \d{1,2}, (?:1[6-9]|20)\d\d, pp?\. [A-Z]?\d+(?:[–-]{1,2}\d+)?"
)
# What still belongs to the citation before it: ", 73d Cong., 2d Sess., 2 (1934)", ", p. 12 (1976)", ", 118 (1957)".
_TAIL = re.compile(
    r"(?:[\s,.§¶*–—-]|\d+[a-z]{0,2}\b|\b(?:Cong|Sess|Supp|Nos?|App|Pt|Art|[Cc]h|cl|pt|pp?|nn?|at|and)\b){0,40}"
)
_QUOTED = re.compile(r"\b(?:[Qq]uoting|[Cc]iting|[Qq]uoted in|[Cc]ited in)\s[^.;()]{1,160}$")
_NAMES = frozenset(("constitution", "name"))


def find_unread(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Where such citations stand in ``text``, given all ``mentions`` there, in order: ``full`` ones without a work."""
    read = [(m.start, m.end, m.kind) for m in mentions]
    place, before = 0, (0, 0, "")
    for match in _PLACE_AND_YEAR.finditer(text):
        while place < len(read) and read[place][0] < match.end():
            before = read[place]
            place += 1
        start = match.start()
        if before[1] > start:
            continue
        lead = text[before[1] : start]
        if before[1] and before[2] not in _NAMES and _TAIL.fullmatch(lead):
            continue
        aside = bool(_QUOTED.search(text, max(before[1], start - 180), start))
        yield Mention(start, match.end(), "full", aside=aside)
