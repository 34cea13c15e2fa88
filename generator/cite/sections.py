"""The numbers of sections: how courts print one, several, or a range, and how to write them under one spelling.

``§ 1983``, ``§§ 1981–1983``, ``§ 2000e-5(e)(1)``, ``§§ 1332(a), (c)``, ``§ 21-28-2.01``, ``§ 621 et seq.``; the same
numbers stand behind "Art.", "¶" and "Rule".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

MOST = 24  # sections in one list; a longer one is cut, and no citation is so long
# What may stand between the parts of one number. A full stop or a colon counts only before a digit.
_PART = r"\d{1,6}+(?:[a-z]{1,2}|[A-Z]{1,2})?+(?![A-Za-z])"
# The Sentencing Guidelines have numbers of their own: 2D1.1.
_MORE = rf"(?:(?:--|[-\u2010-\u2015.:/]){_PART}){{0,6}}(?:[-\u2010-\u2015][A-Z]{{1,2}}(?!\w))?"
_NUMBER = rf"(?:\d[A-Z]\d{{1,2}}\.\d{{1,2}}(?!\w)|{_PART}{_MORE})"
_SUB = r"\((?:\d{1,3}|[A-Za-z]{1,2}|[ivx]{3,5}|[IVX]{3,5})\)"
_SUBS = rf"(?:{_SUB}){{0,8}}+"
_ELEMENT = re.compile(rf"{_NUMBER}{_SUBS}")
_ALONE = re.compile(rf"{_SUB}{_SUBS}")
_RANGE = re.compile(
    r"\s{0,2}(?:--|[-\u2010-\u2015])\s{0,2}(?=[\d(])|\s{1,3}(?:to|through)\s{1,3}(?=\d)"
)
# A year or a publisher may stand between two sections: "§§ 16.576, 16.577(2) (Lexis 2003), 61.592(4)".
_NEXT = re.compile(
    r"(?:\s{1,3}\([^()]{0,24}\b[12]\d{3}\b[^()]{0,24}\)(?=,))?"
    r"(?:,\s{0,3}(?:(?:and|or|&)\s{1,3})?|\s{1,3}(?P<word>and|or|&)\s{1,3})(?=[\d(])"
)
# "§§ 1981, 42 U. S. C. …", "§§ 1 and 2, 26 Stat. 209", "§§ 5, 6, 1994 ed.": what follows is no section.
_OTHER_WORK = re.compile(r"\s{1,3}(?:[A-Z][A-Za-z]{0,9}\.|CFR\b|USC|How\b|ed\.|Cong\b)")
_ET_SEQ = re.compile(r",?\s{1,3}et\s{1,3}seq\b\.?")
_NOTE = re.compile(r",?\s{1,3}note(?=[\s.,;:)\]]|$)")
_DASHES = re.compile(r"\s*(?:--|[\u2010-\u2015])\s*")
_ORDER = re.compile(r"(\d+)([A-Za-z]*)((?:-\d+[A-Za-z]*)*)$")


@dataclass(frozen=True, slots=True)
class Sections:
    """Sections as printed in one place.

    ``end``: where they end in the text.  ``parts``: each under one spelling, in order: ``1332(a)``, ``621-634``; a
    part that is a subsection of the one before begins with its parenthesis: ``(c)``.  ``more`` is ``et seq.``,
    ``note`` or "".
    """

    end: int
    parts: tuple[str, ...]
    more: str = ""

    @property
    def text(self) -> str:
        """All of them under one spelling, as an authority's key has them: ``1332(a), (c)``, ``621 et seq.``"""
        return " ".join(filter(None, (", ".join(self.parts), self.more)))


def read_sections(text: str, at: int, *, several: bool, note: bool = False) -> Sections | None:
    """The sections printed at ``at``, or ``None`` when there is no number.

    ``several`` is whether the sign before them is a plural: only then does a list go on with further numbers ("§§
    1981, 1983"); a list of subsections goes on in any case ("§ 1332(a), (c)"), as does one whose next member can be
    nothing but a section ("section 77k or 77l(a)").  ``note``: whether "note" may follow, as after a section of the
    U.S. Code.
    """
    first = _ELEMENT.match(text, at)
    if first is None:
        return None
    parts, end = [first.group()], first.end()
    while len(parts) < MOST:
        if reach := _RANGE.match(text, end):
            last = (_ELEMENT if text[reach.end()].isdigit() else _ALONE).match(text, reach.end())
            if (
                last
                and (several or last.group()[0] == "(")
                and _may_follow(parts, last.group(), reach.group())
            ):
                joint = " to " if reach.group().strip() in ("to", "through") else "-"
                parts[-1] += joint + last.group()
                end = last.end()
                continue
        step = _NEXT.match(text, end)
        if step is None:
            break
        further = (_ELEMENT if text[step.end()].isdigit() else _ALONE).match(text, step.end())
        if further is None or not _goes_on(text, parts[-1], further, several, step["word"]):
            break
        parts.append(further.group())
        end = further.end()
    more = ""
    if following := _ET_SEQ.match(text, end):
        more, end = "et seq.", following.end()
    elif note and (following := _NOTE.match(text, end)):
        more, end = "note", following.end()
    return Sections(end, tuple(_DASHES.sub("-", part) for part in parts), more)


def _goes_on(
    text: str, before: str, further: re.Match[str], several: bool, word: str | None
) -> bool:
    found = further.group()
    if found[0] == "(":
        return _same_sort(before, found)
    if _OTHER_WORK.match(text, further.end()):
        return False
    return several or (word is not None and not found.isdigit())


def _may_follow(parts: list[str], last: str, sign: str) -> bool:
    """Whether ``last`` can end a range that begins with the last part: "919(c)-(d)", "2000e to 2000e-17"."""
    if last[0] == "(":
        return _same_sort(parts[-1], last)
    return sign.strip() in ("to", "through", "--") or parts[-1][-1] == ")"


def _same_sort(before: str, found: str) -> bool:
    """Whether "(c)" can stand in one row with a subsection of ``before``: letters with letters, figures with figures.

    So "§ 2(a), (b)" goes on, and "under § 1983 (2) whether" and "§ 2(a) and (2) that" do not.
    """
    return any(_sort(sub) == _sort(found[1:]) for sub in before.split("(")[1:])


def _sort(sub: str) -> str:
    return "figure" if sub[0].isdigit() else "small" if sub[0].islower() else "capital"


# -------------------------------------------------------------------------------- one section in another


Order = tuple[int, int, str, tuple[tuple[int, str], ...]]


def base(part: str) -> str:
    """A section without its subsections: ``1332(a)(1)`` → ``1332``."""
    return part.split("(", 1)[0]


def order(section: str) -> Order | None:
    """What sorts sections of the U.S. Code: 77 < 77a < 77k < 77z < 77aa; 2000e < 2000e-5 < 2000f."""
    match = _ORDER.match(base(section))
    if match is None:
        return None
    number, letters, tail = match.groups()
    ends = [re.fullmatch(r"(\d+)(\w*)", piece) for piece in tail.split("-")[1:]]
    rest = tuple((int(end.group(1)), end.group(2)) for end in ends if end)
    return int(number), len(letters), letters, rest


def limits(part: str) -> tuple[Order, Order] | None:
    """The first and the last section of a range such as ``621-634`` or ``2000e to 2000e-17``; ``None`` for one section.

    A hyphen also joins the parts of one number (``2000e-5``): it is a range only where what follows comes later.
    """
    if " to " in part:
        pairs = [part.split(" to ", 1)]
    else:
        cuts = [match.start() for match in re.finditer("-", part)]
        pairs = [[part[:cut], part[cut + 1 :]] for cut in cuts]
    for left, right in pairs:
        first, last = order(left), order(right)
        if first and last and first < last:
            return first, last
    return None
