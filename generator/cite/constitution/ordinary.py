"""Amendments and articles in ordinary, mixed-case text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.cite.constitution.provisions import (
    alternatives,
    amendment,
    amendments,
    spellings_of_state,
    squeezed,
    states,
)
from generator.cite.mentions import in_order, table
from generator.model import Authority, Mention

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORDS = [row[2] for row in table("constitution_amendments")]
_SPELLED = alternatives([*_WORDS, *(word.title() for word in _WORDS)])
_ORDINAL = rf"(?:{_SPELLED}|[12]?\d(?:st|nd|rd|th|d))"
_AND = r"(?:\s?,\s{1,4}(?:(?:and|or)\s{1,4})?|\s{1,4}(?:and|or|&)\s{1,4})(?:the\s{1,4})?"
_NAMED = re.compile(
    rf"(?P<list>{_ORDINAL}(?:{_AND}{_ORDINAL}){{0,6}})[\s-]{{1,12}}(?P<noun>Amendments?)\b"
)
_ONE_ORDINAL = re.compile(_ORDINAL)
_SECTION_OF = re.compile(
    r"(?:§\s?|[Ss]ection\s{1,4})(\d{1,2})(,?\s{1,4}cl\.\s\d{1,2},?)?\s{1,4}of\s{1,4}(?:the\s{1,4})?$"
)
_DASH = r"\s?(?:[-–—]|--)\s?"
_PLACE = re.compile(
    r"(?:\s?,?\s{0,4}(?:§§?|[Ss]ections?\b|[Ss]ecs?\.)\s{0,4}"
    r"(?P<section>\d{1,3}[a-z]?(?:-[a-z])?(?:\([A-Za-z0-9]{1,3}\)){0,3}"
    rf"(?:(?:{_DASH}|,\s|\sand\s)\d{{1,3}}(?!\s?[A-Z§\d]))?))?"
    r"(?:\s?,?\s{0,4}(?:cls?\.|[Cc]lauses?\b)\s{0,4}"
    rf"(?P<clause>\d{{1,2}}(?:(?:{_DASH}|,\s|\sand\s)\d{{1,2}}(?!\s?[A-Z§\d]))?))?"
)
_ROMAN = r"[IVX]{1,6}"
_AMDT = re.compile(
    rf"A(?:mdt|MDT)(?P<several>[sS]?)\b\.?\s{{0,4}}(?P<number>\d{{1,2}}|{_ROMAN})\b"
    rf"|[Aa]mend(?P<some>s?)\.\s{{0,4}}(?P<other>\d{{1,2}}|{_ROMAN})\b"
)
_MORE_AMDTS = re.compile(
    r"(?:\s?,\s(?:and\s)?|\sand\s|\s&\s)(\d{1,2}|[IVX]{1,6})\b(?!\s?[A-Z§(]|\.\d|\s?[-–]\d)"
)
_ROMAN_AFTER = re.compile(rf"Amendments?\s{{1,4}}({_ROMAN})\b(?=[\s,.;:)’'\"”]|$)")
_ARTICLE = re.compile(
    r"(?:A(?:rt(?:s?\.|icles?\b|(?=\s[IVX]{2}))|RT\.)|art(?:\.|icle))\s{0,4}"
    rf"(?P<number>{_ROMAN}|\d{{1,2}})\b(?![.:]\d)(?:\.(?=,\s?§))?"
)
_SEVEN = frozenset("I II III IV V VI VII".split())
_MORE_ARTICLES = re.compile(
    r"(?:\s?,\s(?:and\s)?|\s(?:and|or)\s)(VII?|V|I{1,3}|IV)\b(?!\s(?:[a-z]+\s)?[a-z]+ed\b)"
)
_STATE = alternatives(s for row in table("constitution_states") for s in spellings_of_state(row))
# "U. S. Const., ", "Cal. Const., ", "Const., ", "United States Constitution, " before an article.
_CONST_BEFORE = re.compile(
    r"(?:(?:(?P<us>U\.\s?S\.(?:\s?C\.(?:\s?[AS]\.)?)?|USCS|USCA|United States|Federal)"
    rf"|(?P<state>(?<![\w.])(?:{_STATE}))(?:\s?Ann\.)?)?"
    r"\s{0,4}Const(?:\.|itution)?\s?,?\s{0,4}"
    r"|Const(?:\.|itution)\sof\s(?P<other>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?),\s)(?:pt\.\s\d,\s)?$"
)
_PART_BEFORE = re.compile(r"pt\.\s(\d),\s$")
_OF = re.compile(
    r",?\s{1,4}(?:of|to)\s{1,4}(?:the|our|its|this|that|their)\s{1,4}"
    r"(?:(?:(?:United\s{1,4}States|U\.\s?S\.|[Ff]ederal|original)\s{1,4})?"
    rf"|(?P<state>{_STATE})(?:[’']s)?\s{{1,4}}|(?P<some>[A-Z]?[a-z]+\s{{1,4}}))"
    r"(?:Constitution|Const\.)"
    r"(?:\s{1,4}of\s{1,4}(?:the\s{1,4}(?:United\s{1,4}States|(?P<same>State|Commonwealth))"
    rf"|(?P<where>{_STATE})))?"
)
_OF_ELSE = re.compile(
    r"\s?,?\s{1,4}of\s{1,4}(?:the|this|that|its|their|[A-Z])"
    r"|\s?,\s{1,4}(?:UCMJ|UCC|U\.\s?C\.)|\s{1,4}(?:UCMJ|Treaty|Convention)"
)
_OTHER_WORK = re.compile(
    r"(?:Conventions?|Treat(?:y|ies)|Protocol|Covenant|Charter|Agreement|Pact|Statutes?|Bylaws"
    r"|By-Laws|Accords?|GATT|TRIPS|UCMJ|Code|Ann\.|Tit\.\s?[\dIVX]{1,5}|Annex|Rules|Stat\.|Compact"
    r"|Declaration|Lease|Contract|Bill|T\.\s?S\.|Decree"
    r"|Const(?:\.|itution)\sof\s[A-Z]\w+)[’']?s?\s?,?\s{1,4}$"
)
_PRONOUN = re.compile(r"\s(?:have|had|am|was|wrote|read|cited|quoted|discuss)\b")
# An instrument that is amended for the fourth time: "Fourth Amendment to the Lease".
_TO_INSTRUMENT = re.compile(
    r"\s{1,4}(?:to|of)\s{1,4}(?:(?:the|this|that|its|our|their|an?|such|said)\s{1,4})?"
    r"(?:[A-Z][\w&.’'-]*\s{1,4}){0,4}(?P<thing>[Ll]eases?|[Cc]ontracts?|(?:[A-Z]?[a-z]+ )?"
    r"[Aa]greements?|[Pp]lans?|[Bb]ylaws|[Bb]y-[Ll]aws|[Cc]harter|[Cc]omplaint|[Tt]rust|[Dd]eed"
    r"|[Ii]ndenture|[Ww]ill|[Pp]olicy|[Ll]icen[sc]e|[Pp]ermit|[Dd]eclaration|[Ss]tipulation"
    r"|[Cc]ovenants?|[Pp]rotocol|[Tt]reaty|[Nn]ote|[Rr]esolution|[Pp]etition|[Aa]nswer|[Bb]udget"
    r"|[Oo]rder|[Bb]ill)\b"
)
_MADE = re.compile(
    r"(?:\b(?:proposed|executed|signed|such|said|an?|purported|draft|written)|[a-z][’']s)\s{1,4}$"
)
_ITEM_BEFORE = re.compile(r"(?:\b[SH]\.\s{0,2}|\bNo\.\s|App\.\s[A-Z],\s)$")


def find_constitution(text: str) -> list[Mention]:
    """Mentions of kind ``constitution`` in mixed-case text, in order; each amendment of a list is one.

    In "the Fourth and Fourteenth Amendments" the first mention spans "Fourth", the second "Fourteenth Amendments". A
    possessive "'s" stays outside.  Amendments of statutes, contracts and bills, and articles of treaties and codes,
    are not mentions.  The article of a State's constitution that the text does not name has no ``authority``.
    """
    found: list[Mention] = []
    if "Amendment" in text:
        found += _ordinals(text)
        found += _romans_after(text)
    if "mdt" in text or "MDT" in text or "mend." in text or "mends." in text:
        found += _abbreviated(text)
    if "Art" in text or "ART." in text or "art. " in text or "article " in text:
        found += _articles(text)
    return in_order(found)


def _ordinals(text: str) -> Iterator[Mention]:
    """``First, Fifth, and Sixth Amendments``, ``§ 5 of the Fourteenth Amendment``, ``14th Amendment``."""
    known = amendments()
    for match in _NAMED.finditer(text):
        start = match.start()
        if text[start - 1 : start].isalnum() or text[start - 1 : start] == "-":
            continue
        if _amends_something_else(text, start, match.end()):
            continue
        words = [(start + w.start(), start + w.end()) for w in _ONE_ORDINAL.finditer(match["list"])]
        words = words[_first_of_list(text, match["noun"], words) :]
        section = _SECTION_OF.search(text, max(0, start - 36), start) if len(words) == 1 else None
        for begin, end in words:
            number = known.get(re.sub(r"\s+", " ", text[begin:end]).lower())
            if number is None:
                continue
            if section:
                begin = section.start()
            last = end == words[-1][1]
            work = amendment(number, f", § {section[1]}" if section else "")
            yield Mention(begin, match.end() if last else end, "constitution", work)


def _first_of_list(text: str, noun: str, words: list[tuple[int, int]]) -> int:
    """Which ordinal the list begins with: "First, the Fourth Amendment" counts reasons, not amendments.

    With the noun in the singular only "or" and "and" join; a sentence's first word before ", the" is an adverb.
    """
    first = 0
    for index in range(len(words) - 1):
        between = text[words[index][1] : words[index + 1][0]]
        if "," not in between:
            continue
        adverb = index == 0 and "the" in between and _opens_sentence(text, words[0][0])
        if adverb or (noun == "Amendment" and not re.search("or|and", between)):
            first = index + 1
    return first


def _opens_sentence(text: str, at: int) -> bool:
    before = text[max(0, at - 4) : at].rstrip()
    return not before or before[-1] in '.:;?!”"’'


def _amends_something_else(text: str, start: int, end: int) -> bool:
    """Whether it is the fourth amendment of an instrument: one with a capital ("to the Credit Agreement"), or any that
    is spoken of as a paper ("a proposed Fourth Amendment to the contract").
    """
    match = _TO_INSTRUMENT.match(text, end)
    if not match:
        return False
    return match["thing"][0].isupper() or bool(_MADE.search(text, max(0, start - 14), start))


def _romans_after(text: str) -> Iterator[Mention]:
    """``Amendment XIV``; a lone I before a word is the pronoun."""
    for match in _ROMAN_AFTER.finditer(text):
        number = amendments().get(match[1].lower())
        if number and not (match[1] == "I" and text[match.end() : match.end() + 1] == " "):
            start, _, _ = _constitution_before(text, match.start())
            yield Mention(start, match.end(), "constitution", amendment(number))


def _abbreviated(text: str) -> Iterator[Mention]:
    """``U. S. Const., Amdt. 14, § 1``, ``U.S. Const. amend. XIV``, ``Amdts. 5, 14``; an amendment of a bill is none."""
    for match in _AMDT.finditer(text):
        start, owner, named = _constitution_before(text, match.start())
        printed = match["number"] or match["other"]
        if not named and (match["other"] or _ITEM_BEFORE.search(text, max(0, start - 12), start)):
            continue
        if owner:
            work = Authority("constitution", f"{owner} Const. amend. {printed}")
            yield Mention(start, match.end(), "constitution", work)
            continue
        number = amendments().get(printed.lower())
        if not number:
            continue
        end, place = _place(text, match.end())
        yield Mention(start, end, "constitution", amendment(number, place))
        while (match["several"] or match["some"]) and (more := _MORE_AMDTS.match(text, end)):
            number, end = amendments().get(more[1].lower()), more.end()
            if not number:
                break
            yield Mention(more.start(1), end, "constitution", amendment(number))


def _articles(text: str) -> Iterator[Mention]:
    """``U. S. Const., Art. I, § 8, cl. 3``, ``Article III``, ``Cal. Const., Art. I, § 13``, ``§ 2 of Art. III``."""
    for match in _ARTICLE.finditer(text):
        start, owner, named = _constitution_before(text, match.start())
        end, place = _place(text, match.end())
        after = None if named else _OF.match(text, end)
        if after:
            owner = states().get(squeezed(after["state"] or after["where"] or ""), "")
        elif not named and (
            match.group()[0] == "a" or not _of_the_constitution(text, match["number"], start, end)
        ):
            continue
        section = _SECTION_OF.search(text, max(0, start - 32), start)
        if section and not place:
            start = section.start()
            place = f", § {section[1]}" + (section[2] or "").rstrip(",")
        part = _PART_BEFORE.search(text, max(0, match.start() - 8), match.start())
        number = f"{f'pt. {part[1]}, ' if part else ''}art. {match['number']}{place}"
        nameless = after and not owner and (after["some"] or after["same"])
        work = Authority("constitution", f"{owner or 'U.S.'} Const. {number}")
        yield Mention(start, end, "constitution", None if nameless else work)
        if match.group().startswith(("Articles", "Arts.")):
            yield from _joined_articles(text, end)


def _of_the_constitution(text: str, number: str, start: int, end: int) -> bool:
    """Whether an article that names no work is of the Constitution.

    It must be one of its seven, in Roman numerals, and not be said to be of something else ("Article II of the
    Convention", "Warsaw Convention, Art. I").
    """
    if number not in _SEVEN or _OF_ELSE.match(text, end):
        return False
    if _OTHER_WORK.search(text, max(0, start - 40), start):
        return False
    return number != "I" or not _PRONOUN.match(text, end)


def _joined_articles(text: str, end: int) -> Iterator[Mention]:
    """The further ones of ``Articles I and III``."""
    while more := _MORE_ARTICLES.match(text, end):
        end = more.end()
        work = Authority("constitution", f"U.S. Const. art. {more[1]}")
        yield Mention(more.start(1), end, "constitution", work)


def _constitution_before(text: str, at: int) -> tuple[int, str, bool]:
    """What "U. S. Const., " directly before ``at`` tells: (start, State's abbreviation or "", whether it stands there).

    The abbreviation is inside a citation, the word "Constitution" before it is not.
    """
    if "Const" not in text[max(0, at - 44) : at]:
        return at, "", False
    match = _CONST_BEFORE.search(text, max(0, at - 48), at)
    if not match:
        return at, "", False
    state = squeezed(match["state"] or match["other"] or "")
    if state and state not in states():  # "Const. of Ruritania, Art. I"
        return at, "", False
    start = at if "onstitution" in match.group() else match.start()
    return start, states().get(state, ""), True


def _place(text: str, at: int) -> tuple[int, str]:
    """Section and clause that follow at ``at``: (end, ", § 8, cl. 3")."""
    match = _PLACE.match(text, at)
    if not match or match.end() == at:
        return at, ""
    out = ""
    for numbers, one, several in ((match["section"], "§", "§§"), (match["clause"], "cl.", "cls.")):
        if numbers:
            plural = re.search(r"[–—,]|\sand\s|-\s?\d|--", numbers)
            plain = re.sub(r"\s+", " ", re.sub(_DASH, "-", numbers)).strip()
            out += f", {several if plural else one} {plain}"
    return match.end(), out
