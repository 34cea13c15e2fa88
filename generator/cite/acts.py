"""Acts of Congress and of the States by name: ``Civil Rights Act of 1964``, ``Sherman Act``, ``Title VII of the …``.

A name in full is a reference each time it stands there, as ``§ 1983`` is.  Short names that only the text at hand
explains ("the Act", "Title VII", "the 1964 Act", "ADEA") are none; initials count with a section ("ERISA § 502(a)",
see ``cite.statutes``).  Uniform and model acts are no law, and left out.  The acts that are known, with their session
laws, are in ``generator/data/acts.tsv``; any other is its own name.
"""

from __future__ import annotations

import functools
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.cite.act_table import named_acts
from generator.cite.federal import is_plural, usc_at
from generator.cite.law_words import words
from generator.cite.sections import read_sections
from generator.model import Authority, Mention

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.cite.act_table import Act

_REACH = 130  # how far before "Act" its name may begin; the Comprehensive Environmental … Act of 1980 has 76
_LONGEST = 15  # words
_ACT = re.compile(r"A(?:ct\b(?!\.\s?\d|-)|mendments(?=\s{1,3}of\s{1,3}\d{4}))")
_YEAR = re.compile(
    r",?\s{1,3}of\s{1,3}(?P<year>1[6-9]\d\d|20\d\d)(?!\d)|,\s{1,3}(?P<comma>19[0-5]\d)(?=[,;.)\s])(?!,?\s{1,3}\d)"
)
_YEAR_BEFORE = re.compile(r"\b(1[6-9]\d\d|20\d\d)\s{1,3}$")
_YEAR_AFTER = re.compile(
    r"['’]?s?\s{1,3}(?:was|were)\s{1,3}(?:first\s|originally\s)?(?:enacted|passed|adopted|signed\sinto\slaw)\s{1,3}"
    r"(?:by\s{1,3}Congress\s{1,3})?in\s{1,3}(1[6-9]\d\d|20\d\d)\b"
)
_YEAR_OF_CONGRESS = re.compile(
    r"\b[Ii]n\s{1,3}(1[6-9]\d\d|20\d\d),?\s{1,3}(?:when\s|after\s)?Congress\s{1,3}(?:\w+\s){0,2}(?:enacted|passed|adopted)\s{1,3}the\s{1,3}$"
)
# They begin sentences, but also names: "All Writs Act", "First Step Act", "No Child Left Behind Act".
_ALSO_FIRST = frozenset("all every first no second third".split())
_NEVER_FIRST = frozenset(("Uniform", "Model"))
_OPENING = "([{\"“'‘"
_SECTION_BEFORE = re.compile(
    r"(?P<sign>§\s?§?|\b[Ss]ections?\b|\b[Ss]ecs?\.)\s{0,4}(?P<numbers>\d[^§;]{0,60}?)\s{1,3}of\s{1,3}(?:(?:the|that)\s{1,3})?(?:\d{4}\s{1,3})?$"
)
_TITLE_BEFORE = re.compile(
    r"\b(?:Titles?|Part|Chapter|Subtitle)\s{1,3}(?:[IVXL]{1,6}|\d{1,2}|[A-H])(?:\s{1,3}and\s{1,3}[IVX]{1,5})?"
    r"\s{1,3}of\s{1,3}(?:the\s{1,3})?(?:\d{4}\s{1,3})?$"
)
# "Sherman Act § 1", "Benefit Protection Act, § 102", "Employment Act of 1967 (ADEA or Act), § 4(a)(1)"
_SECTION_AFTER = re.compile(r"(?:\s{1,3}\([^()]{2,40}\))?,?\s{1,3}(?P<sign>§\s?§?)\s{0,4}(?=\d)")
_STAT = r"\d{1,3}\s{1,3}Stat\.\s{1,3}[\d-]{1,9}(?:,\s{1,3}\d{1,4})?,\s{1,3}"
_AMENDED = r"as\s{1,3}(?:amended|added)(?:\s{1,3}by)?,?\s{1,3}"
# What may stand between an act and the place where the Code has it.
_APPOSED = re.compile(
    rf"(?:\s{{1,3}}\([^()]{{1,40}}\))?,\s{{1,3}}(?:Pub\.\s?L\.\s[\d-]{{1,8}},\s{{1,3}})?(?:(?:{_AMENDED})?{_STAT}){{0,2}}"
    rf"(?:{_AMENDED}|(?:codified(?:\s{{1,3}}as\s{{1,3}}amended)?(?:\s{{1,3}}at)?|now)\s{{1,3}})?(?=\d)"
)
_DATED = re.compile(
    r"\bAct\s{1,3}of\s{1,3}(?P<month>Jan|Feb|Mar|Apr|May|June|July|Aug|Sept|Oct|Nov|Dec)(?:\.|[a-z]{2,6})?"
    r"\s{1,3}(?P<day>\d{1,2}),\s{1,3}(?P<year>1[6-9]\d\d|20\d\d)\b"
)


def find_acts(text: str) -> list[Mention]:
    """Acts named in full, sorted; a section or title that is cited with the name is part of the mention.

    The authority is that of the table where the name and the year, printed with it or in the same clause ("the Civil
    Rights Act was enacted in 1871"), tell one act.  A name that several acts bear has them as ``candidates`` and the
    name as ``key`` (see ``act_for``).  Where the section is at once cited by the Code too ("§ 10(b) of the Securities
    Exchange Act of 1934, 15 U.S.C. § 78j(b)"), the Code's section is the key and the act's the ``name``: it is the
    same provision (Bluebook Rule 12.3.1).
    """
    return list(acts_in(text))


@functools.lru_cache(maxsize=16)
def acts_in(text: str) -> tuple[Mention, ...]:
    """``find_acts``, remembered: ``find_statutes`` has to know what belongs to an act."""
    if "Act" not in text and "Amendments of" not in text:
        return ()
    out: list[Mention] = []
    end = 0
    for match in _ACT.finditer(text):
        if match.start() < end:
            continue
        found = _mention(text, match, end)
        if found:
            out.append(found)
            end = found.end
    return tuple(out)


def act_for(name: str, cited: Sequence[Authority]) -> Authority | None:
    """The act that a name without its year stands for: the one that has it in full among those cited before.

    ``Civil Rights Act`` after ``Civil Rights Act of 1964``; ``Fair Sentencing Act`` after ``Fair Sentencing Act of
    2010``.  ``None`` where acts of several years were cited, be it by a section or title alone.
    """
    named = re.compile(
        rf"(?P<within>.*\bof the )?{re.escape(name)}(?P<year> of \d{{4}})?(?=,| §|$)"
    )
    found: Authority | None = None
    years = set()
    for authority in cited:
        for printed in (authority.key, authority.name or "") if authority.kind == "statute" else ():
            if match := named.match(printed):
                years.add(match["year"])
                if not match["within"] and printed == authority.key:
                    found = authority
    return found if len(years - {None}) < 2 else None


def section_of(act: str, sections: str, text: str, end: int, *, several: bool) -> Authority:
    """The authority of sections of an act that are cited up to ``end``; under the Code's key if that follows there."""
    printed = f"{act} {'§§' if several else '§'} {sections}"
    code = apposed(text, end)
    return Authority("statute", code, name=printed) if code else Authority("statute", printed)


def apposed(text: str, end: int) -> str | None:
    """The key of the citation to the Code that stands in apposition there: ", 48 Stat. 891, 15 U.S.C. § 78j(b)"."""
    match = _APPOSED.match(text, end)
    found = usc_at(text, match.end()) if match else None
    return found[0] if found else None


def _mention(text: str, match: re.Match[str], low: int) -> Mention | None:
    if text.startswith("Act of ", match.start()) and (dated := _DATED.match(text, match.start())):
        month = dated["month"] + ("" if dated["month"] in ("May", "June", "July") else ".")
        key = f"Act of {month} {dated['day']}, {dated['year']}"
        return Mention(
            match.start(), dated.end(), "statute", Authority("statute", key), method="citation"
        )
    start = _name_start(text, match.start(), low)
    if start is None:
        return None
    end, year = match.end(), None
    if following := _YEAR.match(text, end):
        end, year = following.end(), int(following["year"] or following["comma"])
    name = " ".join(text[start : match.end()].split())
    before = _YEAR_BEFORE.search(text, max(low, start - 8), start)
    if before and year is None:
        start, year = before.start(), int(before[1])
    elif year is None:
        enacted = _YEAR_AFTER.match(text, end) or _YEAR_OF_CONGRESS.search(
            text, max(low, start - 60), start
        )
        year = int(enacted[1]) if enacted and len(named_acts(name)) > 1 else None
    return _with_sections(text, start, end, low, name, year)


def _with_sections(
    text: str, start: int, end: int, low: int, name: str, year: int | None
) -> Mention:
    rows = _rows(name, year)
    called = rows[0].name if len(rows) == 1 else f"{name} of {year}" if year else name
    window = max(low, start - 90)
    title = _TITLE_BEFORE.search(text, window, start)
    if title:
        whole = " ".join(text[title.start() : start].split()).replace("Titles", "Title")
        with_title = f"{whole} {called}"
        rows = named_acts(with_title)
        called, start = with_title, title.start()
        window = max(low, start - 70)
    section = _SECTION_BEFORE.search(text, window, start)
    if section:
        several = is_plural(section["sign"])
        sections = read_sections(text, section.start("numbers"), several=several)
        if sections and sections.end == section.end("numbers"):
            authority = section_of(called, sections.text, text, end, several=several)
            return Mention(section.start(), end, "statute", authority, method="citation")
    if behind := _SECTION_AFTER.match(text, end):
        several = is_plural(behind["sign"])
        sections = read_sections(text, behind.end(), several=several)
        if sections:
            authority = section_of(called, sections.text, text, sections.end, several=several)
            return Mention(start, sections.end, "statute", authority, method="citation")
    if len(rows) > 1:
        return Mention(
            start,
            end,
            "statute",
            candidates=tuple(r.authority for r in rows),
            name=name,
            key=name,
            method="name",
        )
    authority = rows[0].authority if rows else Authority("statute", called, year=year)
    if not rows and (code := apposed(text, end)):
        authority = replace(authority, parallel=(code,))
    return Mention(start, end, "statute", authority, method="citation")


def _rows(name: str, year: int | None) -> tuple[Act, ...]:
    """The acts of the table that a name and year can mean."""
    rows = named_acts(name)
    if year is None:
        return rows
    return named_acts(f"{name} of {year}") or tuple(row for row in rows if row.year == year)


def _name_start(text: str, at: int, low: int) -> int | None:
    """Where the name begins that ends in "Act" at ``at``; ``None`` when it has no name.

    The name is the run of words with capitals before it, joined by "of", "and" and the like; never by "the".
    """
    found = list(_words_before(text, at, max(low, at - _REACH)))  # the last one first
    connecting = words("connecting")
    while (
        found
        and found[-1][1].lower().rstrip(".,") in (words("sentence") | connecting) - _ALSO_FIRST
    ):
        found.pop()
    # A known act has its name, whatever stands before an "of" or "and": "Enforcement of Clayton Act".
    for cut in range(1, len(found)):
        shorter, whole = (text[found[n][0] : at] + "Act" for n in (cut - 1, -1))
        if found[cut][1] in connecting and named_acts(shorter) and not named_acts(whole):
            found = found[:cut]
            break
    if not found or found[0][1] in connecting or found[-1][1] in _NEVER_FIRST:
        return None
    if all(word.lower().rstrip(",") in words("generic") | connecting for _, word in found):
        return None
    return found[-1][0]


def _words_before(text: str, at: int, low: int) -> Iterator[tuple[int, str]]:
    """The words before ``at`` that can belong to a name, each with its place, going left."""
    listed = False
    end = at
    for _ in range(_LONGEST):
        while end > low and text[end - 1].isspace():
            end -= 1
        start = max(low, text.rfind(" ", low, end) + 1)
        word = text[start:end]
        if not word.isprintable():  # another sort of blank within
            word = word.split()[-1]
            start = end - len(word)
        if not word or (start == low and low and not text[low - 1].isspace()):
            return
        end = start
        if "\u2014" in word or "--" in word:  # "S. 812—Greater Access to …"
            cut = max(word.rfind("\u2014") + 1, word.rfind("--") + 2)
            start, word = start + cut - 1, _OPENING[0] + word[cut:]
        bare = word.lstrip(_OPENING)
        if not bare:
            return
        start += len(word) - len(bare)
        if bare in words("connecting") or (bare == "the" and text.endswith("with ", 0, start)):
            listed = listed or bare in ("and", "&")
        elif not _is_name_word(bare, listed):
            return
        yield start, bare
        if bare != word:
            return


def _is_name_word(word: str, listed: bool) -> bool:
    bare = word.rstrip(",")
    if len(bare) < len(word) - 1 or (bare != word and not listed):
        return False  # a comma counts within a list: "Food, Drug, and Cosmetic Act"
    if not (bare[:1].isupper() or re.match(r"\d{1,2}(?:st|nd|rd|th)$", bare)) or bare in (
        "Act",
        "Acts",
    ):
        return False
    if bare[-2:] in ("'s", "’s") and bare[-5:-2] not in ("men", "ren", "ney"):
        return False  # "Washington's Privacy Act", but "Longshoremen's", "Attorney's"
    return all(c.isalnum() or c in "'’-–&" for c in bare)
