"""Citations of works that no recogniser knows: ``1966 Wn.U.L.Q. 147``, ``Gough at 153.``, a treatise's ``§ 2.01[A]``.

They lead nowhere and are no references.  But what an *id.* repeats is the work cited last, known or not (Bluebook
Rule 4.1), so that one behind such a citation must not be taken for the known work before it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.cite.casenames import words
from generator.model import Mention

if TYPE_CHECKING:
    from collections.abc import Iterable

_PAGE = r"\d{1,5}(?:[-–]\d{1,5})?"
# A volume, an abbreviation and a page: "75 Am.Econ.Rev. 332", "22 C.J.S. 1139".
_ABBREVIATED = re.compile(
    rf"(?<![\w.,§$-])\d{{1,4}}\s[A-Z][\w.&'’]*\.(?:\s?(?:[A-Z][\w.&'’]*\.|&|[23]d)){{0,6}},?\s{_PAGE}\b(?!\s?[a-z%])"
)
# A short name and a page as a sentence, or behind a signal: "See Gough at 188."
_NAMED = re.compile(
    r"(?:^\s*|[.;?!)\]”\"]\s|\b(?:[Ss]ee|also|[Cc]f\.|generally|[Aa]ccord|[Qq]uoting|[Cc]iting)\s)"
    r"(?P<name>[A-Z][\w'’-]+(?:\s(?:&|and)\s[A-Z][\w'’-]+)?)(?:,?\ssupra(?:\snote\s\d{1,3})?,?)?"
    rf"\sat\s\*?{_PAGE}(?=\s?[.;)]|\s\(|,?\s(?:and\s)?nn?\.|$)"
)
# A page with the year behind it ("New International Dictionary 2425 (2002)"), or marked as one ("pp. 3962--3963").
_DATED = re.compile(
    r"(?<![\w.$–-])\d{1,5}(?:(?:--?|–)\d{1,5})?(?=\s\((?:[^()]{0,40}\b)?(?:1[5-9]|20)\d\d\))"
    r"|(?<=,\s)pp?\.\s\d{1,5}(?:(?:--?|–)\d{1,5})?"
)
# What parts a known work from its own page: ", 73d Cong. 2d Sess., 2 (1934)".
_TAIL = re.compile(r"(?:[,\s]|\d{1,4}(?:d|st|nd|rd|th)?|Cong\.|Sess\.|pts?\.|ed\.|at|pp?\.){1,16}")
_SECTION = re.compile(r"§\s?§?\s?\d[\w.:-]*(?:[\[(]\w{1,3}[\])])*")


def strays(text: str, mentions: Iterable[Mention]) -> list[Mention]:
    """The unknown citations in ``text`` outside the ``mentions`` (sorted), in order."""
    taken = [(m.start, m.end) for m in mentions]
    out: list[Mention] = []
    if " at " in text:
        for match in _NAMED.finditer(text):
            if match["name"].split()[0] not in words().starters:
                out.append(Mention(match.start("name"), match.end(), "full"))
    out += [Mention(m.start(), m.end(), "full") for m in _ABBREVIATED.finditer(text)]
    out += [Mention(m.start(), m.end(), "full") for m in _DATED.finditer(text)]
    if "§" in text:
        out += [Mention(m.start(), m.end(), "full") for m in _SECTION.finditer(text)]
    out.sort(key=lambda m: (m.start, -m.end))
    free = []
    floor = 0
    for stray in out:
        if any(
            s < stray.end and (stray.start < e or _TAIL.fullmatch(text, e, stray.start))
            for s, e in taken
        ):
            continue
        if stray.start >= floor:
            free.append(stray)
            floor = stray.end
    return free
