"""Federal codes and regulations that have a name instead of a title: ``I. R. C. § 501``, ``Treas. Reg. § 1.1``.

Their sections are keyed by the title that the name stands for (Bluebook Rules 12.9.1, 14.2).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.cite.federal import EDITION, SIGN, is_plural, signed
from generator.cite.sections import read_sections
from generator.model import Authority, Mention

if TYPE_CHECKING:
    from collections.abc import Iterator

# Codes and regulations that have a name instead of a title (Bluebook Rules 12.9.1, 14.2): a part of the name that is
# looked for in the whole text, the name, how far before that part it begins, and the title it is.
_ANY = r"(?:\s{1,3}of\s{1,3}\d{4})?"
_NAMED = tuple(
    (part, re.compile(rf"{name}{EDITION},?\s{{0,4}}{SIGN}\s{{0,4}}"), before, title)
    for part, name, before, title in (
        ("R. C.", r"I\.\s{0,2}R\.\s?C\.", 3, "26 U.S.C."),
        ("R.C.", r"I\.R\.C\.", 2, "26 U.S.C."),
        ("IRC", r"IRC\b", 0, "26 U.S.C."),
        (
            "Internal",
            rf"Internal\s{{1,3}}Revenue\s{{1,3}}Code(?!\s{{1,3}}of\s{{1,3}}1939){_ANY}",
            0,
            "26 U.S.C.",
        ),
        ("Bankruptcy", rf"Bankruptcy\s{{1,3}}Code{_ANY}", 0, "11 U.S.C."),
        ("Treas", r"Treas(?:\.|ury)\s{1,3}Reg(?:\.|ulations?)", 0, "Treas. Reg."),
        ("Rev", r"Rev(?:\.|ised)\s{1,3}Stat(?:\.|utes)", 0, "Rev. Stat."),
        ("R. S.", r"R\.\s?S\.", 0, "Rev. Stat."),
        ("R.S.", r"R\.S\.", 0, "Rev. Stat."),
        ("USSG", r"USSG", 0, "U.S. Sentencing Guidelines Manual"),
        ("S. G.", r"U\.\s{0,2}S\.\s{0,2}S\.\s?G\.", 6, "U.S. Sentencing Guidelines Manual"),
        ("S.G.", r"U\.S\.S\.G\.", 4, "U.S. Sentencing Guidelines Manual"),
        ("Guidelines Manual", r"Guidelines\sManual", 0, "U.S. Sentencing Guidelines Manual"),
    )
)
_COMMISSION = "United States Sentencing Commission, "
# "Ky. Rev. Stat." is Kentucky's, "Stat." of the sentence before is not; what stands before tells.
_STATE_BEFORE = re.compile(r"(?:\b[A-Z][a-z]{1,9}\.|\b[A-Z]\.|\b[A-Z][a-z]+|Ann\.)\s{0,3}$")
_OPENS = re.compile(
    r"(?:\b(?:See|Cf|Under|In|The|Compare|Accord|But|Section|Title|Id|Stat|Supp)\b\.?)\s{0,3}$"
)


def find_named(text: str) -> Iterator[Mention]:
    """Every section of such a code that is cited by its sign."""
    if "§" not in text and "ection" not in text:
        return
    for part, pattern, before, title in _NAMED:
        place = text.find(part)
        while place >= 0:
            match = pattern.match(text, max(0, place - before))
            place = text.find(part, place + len(part))
            if match is None or text[match.start() - 1 : match.start()].isalnum():
                continue
            start = match.start()
            if title == "Rev. Stat.":
                window = text[max(0, start - 16) : start]
                if _STATE_BEFORE.search(window) and not _OPENS.search(window):
                    continue
            if text.startswith(_COMMISSION, start - len(_COMMISSION)):
                start -= len(_COMMISSION)
            sections = read_sections(text, match.end(), several=is_plural(match["sign"]))
            if sections is None:
                continue
            where = signed(match["sign"], sections)
            also = (f"26 C.F.R. {where}",) if title == "Treas. Reg." else ()
            authority = Authority("statute", f"{title} {where}", parallel=also)
            yield Mention(start, sections.end, "statute", authority, method="citation")
