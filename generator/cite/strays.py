"""Citations that no recogniser reads: ``1966 Wn.U.L.Q. 147``, ``Gough at 153.``, a treatise's ``§ 2.01[A]``, ``22 Man
93, 95 (1987)``, a paper of an agency.

They lead nowhere and are no references.  But what an *id.* repeats is the work cited last, known or not (Bluebook
Rule 4.1), so that one behind such a citation must not be taken for the known work before it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.cite.casenames import words
from generator.model import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
# A page, a volume or a number, and at once a parenthesis that ends with the year (Rules 15.4 and 16.4): "Black's Law
# Dictionary 532 (6th ed. 1990)", "Expanding the Use of Generic Drugs 2 (2010)".
_DATED = re.compile(
    r"(?<![\d§.$–-])\d{1,6}(?:(?:,\s?|[–-]{1,2}\s?)\d{1,6}){0,4}\s?"
    r"\((?:[^()\n]{0,60}[\s,])?(?:1[5-9]\d\d|20[0-4]\d)\)"
)
# The year first: "Autobiography (1916 ed.), 479–491".
_EDITION = re.compile(
    r"\((?:[^()\n]{0,30}\s)?(?:1[5-9]|20)\d\d ed\.\),?\s(?:pp?\.\s)?\d{1,4}(?:--?|–)?\d{0,4}"
)
# A newspaper has its day: "N. Y. Times, Nov. 5, 1998, p. A1".
_DAY = re.compile(
    r",\s[A-Z][a-z]{2,8}\.?\s\d{1,2},\s(?:1[6-9]|20)\d\d,\s(?:pp?\.|at)\s[A-Z]?\d+(?:[–-]{1,2}\d+)?"
)
# What still belongs to the citation before it: ", 73d Cong., 2d Sess., 2 (1934)", ", p. 12 (1976)", ", 118 (1957)".
_TAIL = re.compile(
    r"(?:[\s,.§¶*–—-]|\d+[a-z]{0,2}\b|\b(?:Cong|Sess|Supp|Nos?|App|Pt|Art|[Cc]h|cl|pts?|ed|pp?|nn?|at|and)\b){0,40}"
)
_MARKED = re.compile(r"(?<=,\s)pp?\.\s\d{1,5}(?:(?:--?|–)\d{1,5})?")
_SECTION = re.compile(r"§\s?§?\s?\d[\w.:-]*(?:[\[(]\w{1,3}[\])])*")
_QUOTED = re.compile(r"\b(?:[Qq]uoting|[Cc]iting|[Qq]uoted in|[Cc]ited in)\s[^.;()]{1,160}$")
_ONLY_NAMED = frozenset(("constitution", "name"))


def strays(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The unknown citations in ``text`` outside the ``mentions`` (sorted), in order: ``full`` ones without a work."""
    found = [Mention(m.start("name"), m.end(), "full") for m in _named(text)]
    found += _dated(text, mentions)
    found += [
        Mention(m.start(), m.end(), "full")
        for pattern, sign in (
            (_ABBREVIATED, "."),
            (_MARKED, "p"),
            (_EDITION, "ed.)"),
            (_DAY, "p"),
            (_SECTION, "§"),
        )
        if sign in text
        for m in pattern.finditer(text)
    ]
    found.sort(key=lambda m: (m.start, -m.end))
    free = []
    floor = place = 0
    for stray in found:
        while place < len(mentions) and mentions[place].end <= stray.start:
            place += 1
        taken = place < len(mentions) and mentions[place].start < stray.end
        if stray.start >= floor and not taken:
            free.append(stray)
            floor = stray.end
    return free


def _named(text: str) -> Iterator[re.Match[str]]:
    if " at " in text:
        for match in _NAMED.finditer(text):
            if match["name"].split()[0] not in words().starters:
                yield match


def _dated(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Those with their year, but for the last figures of a citation that is read."""
    place, before = 0, None
    for match in _DATED.finditer(text):
        while place < len(mentions) and mentions[place].start < match.start():
            before = mentions[place]
            place += 1
        end = before.end if before else 0
        ends_it = (
            before is not None
            and before.kind not in _ONLY_NAMED
            and _TAIL.fullmatch(text, end, match.start())
        )
        if end <= match.start() and not ends_it:
            aside = bool(_QUOTED.search(text, max(end, match.start() - 180), match.start()))
            yield Mention(match.start(), match.end(), "full", aside=aside)
