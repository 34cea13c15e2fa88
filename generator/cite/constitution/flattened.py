"""Amendments and articles in flattened text: all lower case, digits lost, "amdt" without its number.

The cleaning puts back the blank behind a mark; both spellings are read ("art.i,cl.", "art. i, cl.").
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.cite.constitution.provisions import (
    alternatives,
    amendment,
    amendments,
    squeezed,
    states,
)
from generator.cite.mentions import in_order, table
from generator.model import Authority, Mention

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# "four teenth": the halves of a word that was divided at the end of a line.
_TEENS = r"(?:thir|four|fif|six|seven|eigh|nine)\s?teenth"
_SPELLED = alternatives(row[2].lower() for row in table("constitution_amendments"))
_ORDINAL = rf"(?:{_TEENS}|{_SPELLED})"
_AND = r"(?:,\s?(?:and\s|or\s)?|\s(?:and|or)\s)(?:the\s)?"
_NAMED = re.compile(rf"({_ORDINAL}(?:{_AND}{_ORDINAL}){{0,6}})\s(amend\s?ments?)\b")
_ONE_ORDINAL = re.compile(_ORDINAL)
_AMDT = re.compile(r"amdts?(?!\w)")
_ARTICLE = re.compile(
    r"\bart(?:icle\s|\.\s?)(?P<number>[ivx]{1,6})"
    r"(?:(?P<place>(?:,?\s?cls?\.){1,4})|(?![\w.]?\w)(?=[\s,.;:]|$))"
)
_ABBREVIATIONS = alternatives(row[1].lower() for row in table("constitution_states"))
_STATE = re.compile(rf"(?<!\w)({_ABBREVIATIONS})\s?(?:const\.?,?\s?)?$")
_OTHER_WORK = re.compile(
    r"\b(?:proc|code|ann|tit|convention|treaty|u\.?c\.?c|ucmj|protocol|of the)\b[.,]?\s?"
    r"(?:[ivx]+,)?$"
)
_OF_ELSE = re.compile(
    r",?\s?of the (?!(?:united states |federal |original )?constitution)|\s(?:convention|treaty)\b"
)
# Behind "article i": what shows that it is no pronoun ("the article i read").
_NO_PRONOUN = re.compile(
    r"\s(?:courts?|judges?|powers?|section|branch|of the constitution|legislative)"
)
_INSTRUMENT = re.compile(
    r"\s(?:to|of) (?:the |this |its )?(?:lease|contract|agreement|bylaws|deed|complaint|bill|plan)\b"
)
_MADE = re.compile(r"\b(?:proposed|executed|signed|such|said|an?|draft|written)\s{1,4}$")
_SEVEN = frozenset("i ii iii iv v vi vii".split())


def find_flattened_constitution(text: str) -> list[Mention]:
    """Mentions of kind ``constitution`` in flattened text, in order.

    ``amdt`` has lost its number: its ``authority`` is ``None``, and ``settle_amendments`` may find it.  ``art. i, cl.``
    keeps the article only.  "article i" is taken where it cannot be the pronoun.
    """
    found: list[Mention] = []
    if "amend" in text:
        found += _ordinals(text)
    if "amdt" in text:
        found += [Mention(m.start(), m.end(), "constitution") for m in _AMDT.finditer(text)]
    if "art" in text:
        found += _articles(text)
    return in_order(found)


def _ordinals(text: str) -> Iterator[Mention]:
    """The amendments of each list; without capitals "first, the fourth amendment" counts reasons."""
    for match in _NAMED.finditer(text):
        start = match.start()
        if text[start - 1 : start].isalnum() or text[start - 1 : start] == "-":
            continue
        made = _MADE.search(text, max(0, start - 14), start)
        if made and _INSTRUMENT.match(text, match.end()):
            continue
        words = [(start + w.start(), start + w.end()) for w in _ONE_ORDINAL.finditer(match[1])]
        if not match[2].endswith("s"):
            gaps = [text[a[1] : b[0]] for a, b in pairwise(words)]
            words = words[max((k + 1 for k, gap in enumerate(gaps) if "," in gap), default=0) :]
        for begin, end in words:
            number = amendments().get(re.sub(r"\s+(?=teenth)", "", text[begin:end]))
            if number:
                end = match.end() if end == words[-1][1] else end
                yield Mention(begin, end, "constitution", amendment(number))


def _articles(text: str) -> Iterator[Mention]:
    for match in _ARTICLE.finditer(text):
        start, number = match.start(), match["number"]
        before = text[max(0, start - 20) : start]
        if _OTHER_WORK.search(before) or _OF_ELSE.match(text, match.end()):
            continue
        state = _STATE.search(before)
        if not state and number not in _SEVEN:
            continue
        signalled = state or before.endswith(("see ", "const.", "under "))
        sure = number != "i" or match["place"] or signalled
        if not sure and not _NO_PRONOUN.match(text, match.end()):
            continue
        owner = states()[squeezed(state[1])] if state else "U.S."
        start -= len(state[0]) if state else 0
        work = Authority("constitution", f"{owner} Const. art. {number.upper()}")
        yield Mention(start, match.end(), "constitution", work)


def settle_amendments(mentions: Sequence[Mention]) -> list[Mention]:
    """Give an ``amdt`` without its number the amendment that the same writing speaks of.

    ``mentions``: the constitutional mentions of one writing in reading order (only their order is used, so they may
    come from several blocks).  The nearest amendment named before and the nearest after decide where they agree or
    where there is but one; else they become ``candidates``, the one before first, then what the writing names oftenest.
    A heuristic of this project, for texts that have lost their digits.
    """
    named = [m.authority if m.authority and "amend." in m.authority.key else None for m in mentions]
    often = [a for a, _ in Counter(a for a in named if a).most_common(4)]
    before, after = _carried(named), _carried(named[::-1])[::-1]
    out = []
    for mention, *near in zip(mentions, before, after, strict=True):
        works = tuple(dict.fromkeys(a for a in near if a))
        if mention.authority or mention.candidates:
            out.append(mention)
        elif len(works) == 1:
            out.append(replace(mention, authority=works[0]))
        else:
            others = (a for a in often if a not in works)
            out.append(replace(mention, candidates=(*works, *others)))
    return out


def _carried(named: Sequence[Authority | None]) -> list[Authority | None]:
    """Each place filled with the last amendment named up to it."""
    out: list[Authority | None] = []
    for authority in named:
        out.append(authority or (out[-1] if out else None))
    return out
