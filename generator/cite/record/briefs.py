"""Briefs, by whom and in which case: ``Reply Brief for Petitioner 5``, ``Brief for AAA as Amicus Curiae 24``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.cite.record.pages import IN_NUMBER, pages, plain, stands_alone
from generator.model import Authority, Mention

if TYPE_CHECKING:
    from collections.abc import Iterator

# Abbreviations with a period that may stand in a party's name.
_ABBREVIATION = (
    r"(?:Inc|Corp|Cos?|Assns?|Assocs?|Depts?|Bd|Comm|Commn|Comn|Univ|Natl|Nat|Intl|Am|St|Dr|Jr|Sr"
    r"|Mrs?|Ms|Ltd|Bros|Fed|Gen|Ins|Mfg|Mut|Pac|Ry|Sch|Dist|Cty|Soc|Ctr|Inst|Found|Org|Profs?|Sen"
    r"|Rep|Hon|Sys|Servs?|Tel|Indus|Labs|Bldg|Constr|Govt|Rels|Ed|Educ|[A-Z])\."
)
_TOKEN = rf"(?:{_ABBREVIATION}|et\s{{1,4}}al\.|[A-Z](?!\s)[\w’'&/-]*)"
_JOIN = r"(?:of|the|for|and|&|on|to|de|la|ex\s{1,4}rel\.|by)"
_PARTY = (
    r"(?:the\s{1,4})?(?:\d{1,4}\s{1,4})?"
    rf"{_TOKEN}(?:\s{{1,6}}(?:{_JOIN}\s{{1,6}}){{0,2}}{_TOKEN}){{0,12}}"
)
_AMICUS = (
    r"\s{1,6}as\s{1,6}[Aa]mic(?:us|i)\s{1,6}[Cc]u\s?riae"
    r"(?:\s{1,6}(?:Supporting|[Ii]n\s{1,4}Support\s{1,4}of|Urging)\s{1,4}[A-Z]\w+)?"
)
# Before "as Amicus Curiae" a name may hold anything but the end of a citation.
_AMICI = r"(?:\d{1,4}\s)?[A-Z](?:(?!Brief\b)[^;()“”\"\d]){1,180}?"
_BRIEF = re.compile(
    r"Brief(?P<opposition>\s{1,6}in\s{1,6}Opp(?:osition\b|\.))?"
    rf"(?:\s{{1,6}}(?:for|of)\s{{1,6}}(?P<party>{_AMICI}(?={_AMICUS})|{_PARTY}))?"
    rf"(?P<amicus>{_AMICUS})?"
)
_LEAD = re.compile(
    r"(?:(?<![\w.])(?:Reply|Supp(?:lemental|l\.|\.)|Opening|Answering|Joint|Letter|Amicus|Amici"
    r"|Appell(?:ant|ee)s?[’']s?|Petitioners?[’']s?|Respondents?[’']s?|C\.\s?A\.|Merits|Opposition)"
    r"\s{1,6}){1,3}$"
)
_DOCKET = r"Nos?\.\s{0,4}\d\w{0,6}(?:[–—-]\s?\w{1,8})?"
_TERM = r"(?:O\.\s?T\.|October\s{1,4}Term,?)\s{1,6}\d{4}"
_CASE = (
    r"(?:In\s{1,4}re\s{1,4})?[A-Z][\w.’'&-]*(?:\s{1,6}(?:v\.|of|the|and|&|for|ex\s{1,4}rel\.|on"
    r"|[A-Z][\w.’'&-]*)|\s?,\s{1,4}Inc\.,?){0,18}"
)
# "in Coleman v. Thompson, O. T. 1990, No. 89–7662": a case that is named has its Term or its number.
_IN_CASE = re.compile(
    rf"\s{{1,6}}in\s{{1,6}}{_CASE}(?:\s?,\s{{1,6}}{_TERM}(?:\s?,\s{{1,6}}{_DOCKET})?"
    rf"|\s?,\s{{1,6}}{_DOCKET})(?:\s{{1,4}}\([A-Z][\w .]{{1,12}}\))?"
)
_NUMBERED = re.compile(
    rf"\s?,\s{{1,6}}{_DOCKET}(?:\s?,\s{{1,6}}{_TERM})?(?=,\s{{1,6}}(?:pp?\.|at\s))"
)


def find_briefs(text: str) -> Iterator[Mention]:
    """Every citation of a brief, in order.

    A brief must be said to be somebody's, an amicus's or in opposition; "Reply Brief" and the like need a page.
    """
    floor = 0
    for match in _BRIEF.finditer(text):
        start, end = match.start(), match.end()
        if start < floor or text[start - 1 : start].isalnum() or text[end : end + 1].isalpha():
            continue  # "Briefs", "Briefing"
        lead = _LEAD.search(text, max(floor, start - 48), start)
        start = lead.start() if lead else start
        named = match["party"] or match["amicus"] or match["opposition"]
        if not (lead or named):
            continue
        for tail in (IN_NUMBER, _IN_CASE, _NUMBERED):
            found = tail.match(text, end)
            if found:
                end = found.end()
                break
        after, pin = pages(text, end, roman=True)
        if not named and (pin is None or not stands_alone(text, start)):
            continue
        floor = after
        key = re.sub(r"\b(for|of) the ", r"\1 ", plain(text[start:end]))
        yield Mention(start, after, "record", Authority("record", key), pin=pin)
