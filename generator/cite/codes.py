"""State codes and compiled statutes, as courts print them: ``Cal. Penal Code Ann. § 12022(a) (West 1992)``.

A citation is read from its section sign backwards: what stands before it, as far as the name of a State, is the
code.  So every code is recognised, also one that is not in ``generator/data/state_codes.tsv``; the table gives it one
spelling. Keys leave out "Ann.", the publisher and the year (Bluebook Rule 12.3 and Table T1.3): ``Cal. Penal Code §
12022(a)``, ``Del. Code tit. 11, § 636``, ``Tex. Code Crim. Proc. art. 38.22``, ``18 Pa. Cons. Stat. § 2502(a)``.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.cite.code_names import (
    bare_letters,
    code_letters,
    code_name,
    codes_by_letters,
    rows,
    states_by_letters,
)
from generator.cite.federal import is_plural
from generator.cite.sections import read_sections
from generator.model import Authority, Mention

if TYPE_CHECKING:
    from collections.abc import Iterator

_REACH = 110  # how far before its section sign a code's name may begin
_LONGEST = 11  # words in the name of a code: "N. Y. Civ. Prac. Law and Rules Ann."
_SIGN = re.compile(r"[§¶]\s?[§¶]?\s{0,4}(?=\d)")
_ARTICLE = re.compile(r"rts?\.\s{0,3}(?=\d)")
_ENDINGS = "Code Stat. Stats. Statutes Ann. Anno. Annotated Law Laws Rules Regs. Regulations Procedure Serv. Supp."
# "Tit. 11,", "ch. 265,", "Art. 27,", "Title 18," between the code and its section.
_PLACE = re.compile(
    r"(?P<sort>[Tt]it(?:le|\.)|[Cc]h(?:apter|ap\.|\.)|[Aa]rt(?:icle|\.))\s{0,3}(?P<number>\d[\w.:-]{0,9}),\s{0,4}$"
)
_PLACES = {"t": "tit.", "c": "ch.", "a": "art."}
_ASIDE = re.compile(
    r"\((?:[A-Z]{3,6}|[^()]{0,30}\d{4}[^()]{0,16})\)\s{0,4}$"
)  # "(CPLR)", "(1981 ed.)"
_WORD = re.compile(r"(?:\(?[A-Z][\w.'’&-]*|&|and|of|the),?$")
_CODE_OF = re.compile(
    r"\b(?:(?:Official|General|Revised)\s{1,3})?(?:Code|Statutes|Laws)\s{1,3}of\s{1,3}[A-Z][\w.]*(?:\s{1,3}[A-Z][\w.]*){0,2},?\s{0,4}$"
)
_NUMBER_BEFORE = re.compile(r"(?<![\w.,§-])(\d{1,4})\s{1,4}$")
# States whose codes are cited with the title first: "18 Pa. Cons. Stat. § 2502", "34 P. R. Laws Ann. § 1".
_TITLE_FIRST = frozenset(
    ("Pa.", "P.R.", "V.I.", "Guam", "N. Mar. I.", "Okla.", "Ill.", "Vt.", "Del.", "Me.")
)
_ILLINOIS = re.compile(
    r"(?<![\w.])(?P<title>\d{1,3})\s{1,3}(?:ILCS|Ill\.\s{1,3}Comp\.\s{1,3}Stat\.(?:\s{1,3}Ann\.)?)\s{0,3}(?=\d{1,4}/)"
)
_AFTER = re.compile(r"\s{1,3}of\s{1,3}(?:the\s{1,3})?(?=[A-Z])")
_AFTER_WORD = re.compile(r"\s{0,3}((?:[A-Z][\w.'’&-]*|&|and|of))")


# What else a code's name may end with: "Tit. 11,", "(1981 ed.)", "Code of Virginia".
_MAY_END = frozenset(",)abcdefghijklmnopqrstuvwxyz.")


@dataclass(frozen=True, slots=True)
class Code:
    """A code found in a text: its span there, and its name as keys begin: ``Del. Code tit. 11,``."""

    start: int
    end: int
    name: str


def find_codes(text: str) -> Iterator[Mention]:
    """Citations to state codes, in the order of their sections."""
    for sign in _SIGN.finditer(text):
        yield from _signed(text, sign.start(), sign.end(), sign.group().strip())
    if "rt. " in text or "rts. " in text:
        for sign in _ARTICLE.finditer(text):
            if text[sign.start() - 1 : sign.start()] in ("A", "a"):
                yield from _signed(text, sign.start() - 1, sign.end(), "a" + sign.group().strip())
    if "ILCS" in text or "Ill. Comp" in text:
        for match in _ILLINOIS.finditer(text):
            if sections := read_sections(text, match.end(), several=False):
                key = f"{match['title']} Ill. Comp. Stat. {sections.text}"
                yield _mention(match.start(), sections.end, key)
    yield from _by_initials(text)


def _signed(text: str, start: int, end: int, sign: str) -> Iterator[Mention]:
    """The citation whose section sign stands there, if a code is named before it."""
    code = code_before(text, start, article=sign[0] == "a")
    sections = read_sections(text, end, several=_is_several(sign)) if code else None
    if code and sections:
        yield _mention(
            code.start,
            sections.end,
            f"{code.name} {_mark(sign, len(sections.parts) > 1)} {sections.text}",
        )


def code_before(text: str, at: int, *, article: bool = False) -> Code | None:
    """The state code whose name ends before the section sign at ``at``; ``None`` when there is none.

    ``article``: the sign is "Art.", which also stands before articles of constitutions and treaties.
    """
    low = max(0, at - _REACH)
    window = text[low:at].rstrip()
    if not (window.endswith(_last_words()) or window[-1:] in _MAY_END):
        return None
    window = " ".join(window.split("\n")) if "\n" in window else window
    place = ""
    if window.endswith(",") and not article and (found := _PLACE.search(window, len(window) - 28)):
        place = f" {_PLACES[found['sort'][0].lower()]} {found['number']},"
        window = window[: found.start()].rstrip()
    if window.endswith(")") and (aside := _ASIDE.search(window)):
        window = window[: aside.start()].rstrip()
    if not window.endswith(_last_words()):
        named = _CODE_OF.search(window, len(window) - 48) if " of " in window[-32:] else None
        if named is None:
            return None
        name = code_name(window[named.start() :])
        return Code(low + named.start(), at, name + place) if name else None
    state = _state_in(window)
    if state is None:
        return None
    start, abbreviation = state
    name = code_name(window[start:])
    if name is None or "Const" in name:
        return None
    number = _NUMBER_BEFORE.search(window, max(0, start - 8), start)
    if number and (len(number[1]) == 4 or abbreviation in _TITLE_FIRST):
        # "71 Pa. Cons. Stat.", "1993 Cal. Stats., ch. 31": a title, or the year of a session.
        name, start = f"{number[1]} {name}", number.start(1)
    return Code(low + start, at, name + place)


def code_after(text: str, at: int) -> Code | None:
    """The state code named behind a section: "§ 5501(c) **of the N. Y. Civ. Prac. Law and Rules**"."""
    begin = _AFTER.match(text, at)
    if begin is None:
        return None
    words: list[str] = []
    end = begin.end()
    while len(words) < _LONGEST and (word := _AFTER_WORD.match(text, end)):
        words.append(word[1])
        end = word.end()
        if words[-1].rstrip(".,") in ("Code", "Stat", "Statutes", "Law", "Laws", "CPLR"):
            if text[end : end + 10] == " and Rules":
                words, end = [*words, "and", "Rules"], end + 10
            if text[end : end + 5] == " Ann.":
                end += 5
            if words[-1] in ("Code.", "Statutes.", "Law.", "Laws."):  # the sentence ends here
                words[-1], end = words[-1][:-1], end - 1
            printed = " ".join(words)
            name = code_name(printed) if _state_in(printed) and _state_in(printed)[0] == 0 else None  # type: ignore[index]
            return Code(begin.end(), end, name) if name else None
    return None


@functools.cache
def _last_words() -> tuple[str, ...]:
    """What the name of a code can end with, a comma included: "Ann.", "Law,", and in Maryland any subject."""
    names = (
        name
        for _, _, key, printed in rows()
        for name in (key, *printed.split("; "))
        if name and " of " not in name
    )
    endings = {*_ENDINGS.split(), *(name.split()[-1] for name in names)}
    return tuple(word + mark for word in sorted(endings) for mark in ("", ","))


@functools.cache
def _initials() -> re.Pattern[str]:
    """Codes cited by initials alone: "CPLR § 5501", "RCW 9.94A.535", "O. C. G. A. § 16-5-1"."""
    names = {n for _, _, _, printed in rows() for n in printed.split("; ") if n and n == n.upper()}
    alternatives = "|".join(
        re.sub(r"\\?\s+", r"\\s{0,3}", re.escape(name))
        for name in sorted(names, key=len, reverse=True)
    )
    return re.compile(
        rf"(?P<name>{alternatives})(?![A-Za-z])\s{{0,4}}(?P<sign>§\s?§?)?\s{{0,4}}(?=\d)"
    )


def _by_initials(text: str) -> Iterator[Mention]:
    for match in _initials().finditer(text):
        before = text[max(0, match.start() - 3) : match.start()].rstrip()
        if (before.endswith(".") and before[-2:-1].isupper()) or text[
            match.start() - 1 : match.start()
        ].isalnum():
            continue
        sections = read_sections(text, match.end(), several=is_plural(match["sign"]))
        code = codes_by_letters().get(code_letters(match["name"]))
        if sections and code and (match["sign"] or re.search(r"\d[.:-]\w", sections.parts[0])):
            mark = _mark(match["sign"] or "§", len(sections.parts) > 1)
            yield _mention(match.start(), sections.end, f"{code} {mark} {sections.text}")


def _state_in(window: str) -> tuple[int, str] | None:
    """The State that the code at the end of ``window`` is named after: where its name begins, and its abbreviation."""
    states = states_by_letters()
    end = len(window)
    starts: list[int] = []
    while end > 0 and len(starts) < _LONGEST:
        start = window.rfind(" ", 0, end) + 1
        word = window[start:end]
        if not word:
            end = start - 1
            continue
        opened = word[0] in "([\"“'‘"
        if opened:
            start, word = start + 1, word[1:]
        # A comma stands in the name only behind "Ann.", "Code" and the like.
        if (
            not word
            or not _WORD.match(word)
            or (word[-1] == "," and not word.endswith(_last_words()))
        ):
            return None
        starts.insert(0, start)
        # Two or three words may make up the name that ends with this one: "N. Y.", "W. Va.", "New York".
        for count in (1,) if opened else (3, 2, 1):
            begin, printed = _reach_back(window, start, end, count)
            if printed and (state := states.get(bare_letters(printed))):
                return begin, state
        if "." in word[:-1] and (
            state := states.get(bare_letters(word.split(".", 1)[0]))
        ):  # "Calif.Penal Code"
            return start, state
        if opened:
            return None
        end = start - 1
    return None


def _reach_back(window: str, start: int, end: int, words: int) -> tuple[int, str]:
    """The last ``words`` words of ``window[:end]``, the last of which begins at ``start``."""
    for _ in range(words - 1):
        before = window[:start].rstrip()
        cut = before.rfind(" ") + 1
        if not before or not before[cut:].lstrip("([\"“'‘")[:1].isupper():
            return start, ""
        start = cut + len(before[cut:]) - len(before[cut:].lstrip("([\"“'‘"))
    return start, window[start:end]


def _is_several(sign: str) -> bool:
    return sign.startswith("arts") or sign.count("§") == 2 or sign.count("¶") == 2


def _mark(sign: str, several: bool) -> str:
    if sign[0] == "a":
        return "arts." if several else "art."
    return sign[0] * (2 if several or sign.count(sign[0]) == 2 else 1)


def _mention(start: int, end: int, key: str) -> Mention:
    return Mention(start, end, "statute", Authority("statute", key), method="citation")
