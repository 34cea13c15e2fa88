"""Federal laws by their own citation: the Code, the Statutes at Large, regulations, orders of the President.

Every citation here names its law in full, so each mention has its authority.  Spans leave out the parentheses with
edition, publisher and year (they say which print was used, not which law is meant); the subsections are in the key
(Bluebook Rules 12.3, 12.4, 14.2).  One list of sections behind one title is one mention with one key (``28 U.S.C. §§
1332(a), (c)``): the Court prints it as one citation; sections that have a ``§`` of their own are mentions of their
own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.cite.sections import read_sections
from generator.model import Authority, Mention

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.cite.sections import Sections

_SUPP = r"Supp\.\s{1,3}[IVX]{1,5}"
EDITION = (
    rf"(?:,?\s{{0,3}}(?:\([^()]{{1,48}}\)|\d{{4}}\s{{1,3}}ed\.(?:,?\s{{1,3}}{_SUPP})?|{_SUPP}))?"
)
SIGN = r"(?P<sign>§\s?§?|[Ss]ections?\b|[Ss]ecs?\.)"
# What a citation by title or volume names; the number before it and the words behind it are read from there.
_WHAT = (
    r"(?:U\.\s{0,4}S\.\s{0,4}C|USC|United\s{1,3}States\s{1,3}Code|C\.\s{0,2}F\.\s{0,2}R|CFR|"
    r"Code\sof\sFed|Stat\.|Fed\.\s{0,3}Reg)"
)
_NAMES = re.compile(_WHAT)
_NUMBERED = re.compile(
    rf"(?P<number>\d{{1,3}}),?\s{{1,4}}(?:of\s{{1,3}}the\s{{1,3}})?(?P<what>{_WHAT})"
)
_USC_NAME = (
    # not the Court of Military Appeals (U. S. C. M. A.), not the Congressional News (U. S. C. C. A. N.)
    r"(?:U\.\s{0,4}S\.\s{0,4}(?:C\.(?:\s{0,2}[AS]\.)?|C(?![A-Za-z.])|Code\b(?:\s{1,3}Ann(?:otated|\.))?)|USC[AS]?\b|"
    r"United\s{1,3}States\s{1,3}Code\b(?:\s{1,3}Annotated)?)(?!\s{0,3}(?:C\.|M\.|Cong))"
)
_USC_ALONE = re.compile(_USC_NAME)
_USC = re.compile(
    rf"{_USC_NAME}{EDITION}(?:,?\s{{0,3}}(?P<app>App(?:endix\b|x?\.)))?{EDITION},?\s{{0,4}}\[?"
    rf"(?:{SIGN}\s{{0,4}})?"
)
_BEFORE_TITLE = re.compile(
    rf"{SIGN}\s{{0,4}}(?P<numbers>\d[^§;]{{0,80}}?)(?:\s{{1,3}}of\s{{1,3}}(?:the\s{{1,3}})?|,\s{{1,3}})"
    r"(?:[Tt]itle\s{1,3})?$"
)
_CFR = re.compile(
    r"(?:C\.\s{0,2}F\.\s{0,2}R\.?|CFR\b|Code\sof\sFederal\sRegulations)"
    rf"{EDITION},?\s{{0,4}}(?:{SIGN}\s{{0,4}}|(?P<part>[Pp](?:ts?\.|arts?))\s{{1,4}})?"
)
_STAT = re.compile(
    r"Stat\.\s{0,4}(?P<page>\d{1,4}(?:[-\u2013]\d{1,4})?)(?!\d|\s{1,3}(?:U\.|S\.|F\.|L\.)\s?[A-Z\d])"
)
# Page pins behind "1 Stat. 73": ", 77", ", 77-78"; not ", 77 U. S. 100".
_PAGES = re.compile(
    r"(?:,\s{1,3}(\d{1,6}(?:\s?(?:--|[-\u2010-\u2015])\s?\d{1,6})?)(?![\w,./]*\d)(?!\s{1,3}[A-Z][A-Za-z.]))"
)
_MONTH = (
    r"(?:Jan(?:uary|\.)|Feb(?:ruary|\.)|Mar(?:ch|\.)|Apr(?:il|\.)|May|June?|July?|Aug(?:ust|\.)|"
    r"Sept(?:ember|\.)|Oct(?:ober|\.)|Nov(?:ember|\.)|Dec(?:ember|\.))"
)
_PUB_L = (
    r"Pub(?:lic|\.)\s{0,3}L(?:aw|\.)\s{0,3}(?:Nos?\.\s{0,3})?"
    r"(?P<law>\d{1,3}\s?(?:--|[-\u2010-\u2015])\s?\d{1,4}|\d{2,4}(?![-\d]))"
)
_WITHIN = (
    r"(?:,\s{1,3}(?:§\s?§?\s{0,3}[\w().-]{1,24}|[Tt]it\.\s{1,3}[IVX\d]{1,6}|[Dd]iv\.\s{1,3}[A-Z]))"
)
# What may stand before "17 Stat. 13" and belongs to the same citation.
_ACT_OF = rf"\bAct\s{{1,3}}of\s{{1,3}}{_MONTH}\s{{0,3}}\d{{1,2}},\s{{1,3}}\d{{4}},\s{{1,3}}"
_BEFORE_STAT = re.compile(
    rf"(?:{_ACT_OF})?(?:\b[Cc]h\.\s{{0,3}}(?P<chapter>\d{{1,4}}|[IVXLC]{{1,9}})|{_PUB_L}){_WITHIN}{{0,2}},\s{{1,3}}$|"
    rf"{_ACT_OF}(?:§\s?§?\s{{0,3}}[\w().-]{{1,24}},\s{{1,3}})?$"
)
_PUBLIC_LAW = re.compile(rf"{_PUB_L}(?P<within>{_WITHIN})?")
_FED_REG = re.compile(
    r"Fed\.\s{0,3}Reg\.\s{0,4}(?P<page>\d{1,3},\d{3}|\d{1,6})\b(?P<to>\s?[-\u2010-\u2015]\s?[\d,]{1,7}\b)?"
)
_ORDER = re.compile(
    r"\bExec(?:\.|utive)\s{1,3}Order\s{1,3}(?:Nos?\.\s{0,3})?(?P<number>\d{1,2},\d{3}|\d{4,5})\b"
)
_SHORT_STAT = re.compile(
    r"(?<![\w.$-])(?P<volume>\d{1,3})\s{1,3}Stat\.,\s{1,3}at\s{1,3}(?P<pin>\d{1,4}(?:-\d{1,4})?)"
)


def find_federal(text: str) -> Iterator[Mention]:
    """Every federal law that is cited by title, volume or number, in no certain order, perhaps overlapping (those
    cited by a name: ``find_named``).
    """
    if "S" in text or "C" in text or "Fed" in text:
        yield from _numbered(text)
    if "Pub" in text:
        for match in _PUBLIC_LAW.finditer(text):
            within = " ".join((match["within"] or "").split())
            yield _mention(match.start(), match.end(), public_law(match["law"]) + within)
    if "Order" in text:
        for match in _ORDER.finditer(text):
            key = f"Exec. Order No. {match['number'].replace(',', '')}"
            yield _mention(match.start(), match.end(), key)


def usc_at(text: str, at: int) -> tuple[str, int] | None:
    """The key of the citation to the Code that stands at ``at``, and where it ends: "15 U. S. C. § 78j(b)"."""
    match = _NUMBERED.match(text, at)
    found = _usc(text, match) if match and match["what"][0] == "U" else None
    return (found.authority.key, found.end) if found and found.authority else None


def public_law(number: str) -> str:
    """``95—78`` → ``Pub. L. No. 95-78``."""
    return "Pub. L. No. " + re.sub(r"\s*(?:--|[\u2010-\u2015-])\s*", "-", number)


def signed(sign: str | None, sections: Sections) -> str:
    """Sign and sections as keys have them: ``§ 1983``, ``§§ 1981, 1983``."""
    return f"{'§§' if is_plural(sign) else '§'} {sections.text}"


def is_plural(sign: str | None) -> bool:
    """Whether the sign printed before sections announces several."""
    sign = sign or ""
    return sign.count("§") == 2 or sign.rstrip(".").endswith("s")


def _numbered(text: str) -> Iterator[Mention]:
    for name in _NAMES.finditer(text):
        match = _NUMBERED.match(text, _number_before(text, name.start()))
        if match is None:
            continue
        what = match["what"][:2]
        found = None
        if what[0] == "U":
            found = _usc(text, match) or _usc_reversed(text, match)
        elif what == "St":
            found = _statutes_at_large(text, match)
        elif what == "Fe":
            found = _federal_register(text, match)
        else:
            found = _regulation(text, match)
        if found:
            yield found


def _number_before(text: str, at: int) -> int:
    """Where the number begins that stands before ``at``, with "of the" between at most; ``at`` when there is none."""
    low = max(0, at - 18)
    before = text[low:at].rstrip().removesuffix("of the").rstrip(", \n\t\xa0")
    bare = before.rstrip("0123456789")
    if bare == before or bare[-1:].isalnum() or bare[-1:] in ("$", "§", ".", "/", "-"):
        return at
    return low + len(bare)


def _start(text: str, match: re.Match[str]) -> int:
    """Where the citation begins: with "Title" before the number, if it is there."""
    before = text[max(0, match.start() - 9) : match.start()].rstrip()
    return (
        max(0, match.start() - 9) + len(before) - 5
        if before.endswith(("Title", "title"))
        else match.start()
    )


def _usc(text: str, match: re.Match[str]) -> Mention | None:
    code = _USC.match(text, match.start("what"))
    if code is None:
        return None
    sections = read_sections(text, code.end(), several=is_plural(code["sign"]), note=True)
    if sections is None or (code["sign"] is None and not _plain(text, sections)):
        return None
    app = "App. " if code["app"] else ""
    key = f"{int(match['number'])} U.S.C. {app}{signed(code['sign'], sections)}"
    return _mention(_start(text, match), sections.end, key)


def _plain(text: str, sections: Sections) -> bool:
    """Whether a number without a sign can be a section: "28 U. S. C. 1331", not "28 U. S. C. 90 Stat. 12"."""
    return not re.match(
        r"\s{1,3}[A-Z][a-z]{0,3}\.\s{0,2}(?:[A-Z]|\d)", text[sections.end : sections.end + 9]
    )


def _usc_reversed(text: str, match: re.Match[str]) -> Mention | None:
    """The section before the title: "section 1983 of Title 42, United States Code", "§ 1983, 42 U. S. C."."""
    code = _USC_ALONE.match(text, match.start("what"))
    low = max(0, match.start() - 110)
    sign = max(text.rfind("§", low, match.start()), text.rfind("ection", low, match.start()) - 1)
    if code is None or sign < low:
        return None
    before = _BEFORE_TITLE.match(text, sign - (text[sign - 1] == "§"), match.start())
    if before is None:
        return None
    sections = read_sections(text, before.start("numbers"), several=is_plural(before["sign"]))
    if sections is None or sections.end != before.end("numbers"):
        return None
    key = f"{int(match['number'])} U.S.C. {signed(before['sign'], sections)}"
    return _mention(before.start(), code.end(), key)


def _regulation(text: str, match: re.Match[str]) -> Mention | None:
    code = _CFR.match(text, match.start("what"))
    if code is None:
        return None
    several = is_plural(code["sign"]) or bool(
        code["part"] and code["part"].rstrip(".").endswith("s")
    )
    sections = read_sections(text, code.end(), several=several)
    if sections is None:
        return None
    if code["part"]:
        where = f"{'pts.' if several else 'pt.'} {sections.text}"
    elif code["sign"] or "." in sections.text:
        where = signed(code["sign"], sections)
    else:  # Title 3, the President's papers, is cited by page: "3 CFR 333 (1996)"
        where = sections.text
    return _mention(_start(text, match), sections.end, f"{int(match['number'])} C.F.R. {where}")


def _statutes_at_large(text: str, match: re.Match[str]) -> Mention | None:
    volume, found = match["number"], _STAT.match(text, match.start("what"))
    if found is None:
        short = _SHORT_STAT.match(text, match.start())
        if short is None:
            return None
        return Mention(
            match.start(), short.end(), "statute", key=f"{volume} Stat.", pin=short["pin"]
        )
    page, pin = found["page"].replace("\u2013", "-"), None
    first, _, last = page.partition("-")
    # "44 Stat. 1436-1437" are two pages, "110 Stat. 3009-625" is one, in a volume that numbers an act apart.
    if last and int(last) > int(first):
        page, pin = first, page
    end = found.end()
    while pages := _PAGES.match(text, end):
        pin = f"{pin}, {pages[1]}" if pin else pages[1]
        end = pages.end()
    before = _before_stat(text, match.start())
    start = before.start() if before else match.start()
    also = (public_law(before["law"]),) if before and before["law"] else ()
    key = f"{volume} Stat. {page}"
    return Mention(
        start, end, "statute", Authority("statute", key, parallel=also), pin=pin, method="citation"
    )


def _before_stat(text: str, at: int) -> re.Match[str] | None:
    """What belongs to the same citation before "17 Stat. 13": "Act of Mar. 3, 1911, ch. 231, § 291,"."""
    low = max(0, at - 130)
    if text[low:at].rstrip()[-1:] != ",":
        return None
    for sign in ("Act of ", "Pub", "ch.", "Ch."):
        place = text.rfind(sign, low, at)
        if place >= 0 and (found := _BEFORE_STAT.match(text, place, at)):
            return found
    return None


def _federal_register(text: str, match: re.Match[str]) -> Mention | None:
    found = _FED_REG.match(text, match.start("what"))
    if found is None:
        return None
    end, page = found.end(), found["page"].replace(",", "")
    pin = page + found["to"].replace(",", "") if found["to"] else None
    while pages := _PAGES.match(text, end):
        pin, end = f"{pin}, {pages[1]}" if pin else pages[1], pages.end()
    key = f"{match['number']} Fed. Reg. {page}"
    return Mention(
        match.start(), end, "statute", Authority("statute", key), pin=pin, method="citation"
    )


def _mention(start: int, end: int, key: str) -> Mention:
    return Mention(start, end, "statute", Authority("statute", key), method="citation")
