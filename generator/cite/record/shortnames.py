"""The short names that an opinion gives to papers: "(hereinafter CA9 Brief)" … "CA9 Brief 42"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.cite.mentions import in_order
from generator.cite.record.flattened import stands_cited
from generator.cite.record.pages import ITEMS, pages
from generator.model import Authority, Mention

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_HEREINAFTER = re.compile(
    r"\((?:[^()]{0,80}[,;]\s)?(?:hereinafter|hereafter)\s{1,6}"
    r"(?:cited\s{1,4}as\s|referred\s{1,4}to\s{1,4}as\s)?[“\"‘']?(?:the\s)?"
    r"([^()“”\"]{2,60}?)[”\"’']?\)"
)
_FLAT_HEREINAFTER = re.compile(
    r"\bhere ?(?:in)?after\s([a-z0-9'’&-]+(?:\s[a-z0-9'’&-]+){0,4}?)"
    r"(?=[.,;]|$|\s(?:see|internal|emphasis|quoting|citing|accord)\b)"
)
_NAMED_HERE = ("hereinafter ", "hereafter ", "here inafter ")
_CITED_AFTER = r"(?=\s?[.,;)]|\s?$|\s(?:see|at|internal|quoting|citing)\b)"
_GAP = 48  # characters between a citation and its definition: a parenthesis or two


def hereinafters(text: str) -> list[tuple[str, int]]:
    """The short names that ``text`` gives to what it cites, each with the offset of its definition, in order.

    "(hereinafter CA9 Brief)" gives ``("CA9 Brief", offset of the parenthesis)``; in flattened text "hereinafter brief."
    gives ``("brief", offset of the word)``.
    """
    if "after" not in text:
        return []
    found = [(" ".join(m[1].split()), m.start()) for m in _HEREINAFTER.finditer(text)]
    if not found and text.islower():
        found = [(m[1].strip(), m.start()) for m in _FLAT_HEREINAFTER.finditer(text)]
    return found


def definitions(text: str, mentions: Sequence[Mention]) -> dict[str, Authority]:
    """Which of the ``hereinafters`` name one of the ``mentions`` (in order): those that stand directly behind it.

    Pure, so that the caller may gather them over the blocks of a case in reading order.
    """
    out = {}
    before = 0
    for name, at in hereinafters(text):
        while before < len(mentions) and mentions[before].end <= at:
            before += 1
        mention = mentions[before - 1] if before else None
        if mention and mention.authority and at - mention.end <= _GAP:
            gap = re.sub(r"\([^()]*\)|\bet\b", "", text[mention.end : at])
            if not re.search(r"[^\s,.(]", gap):
                out[name] = mention.authority
    return out


def find_defined(text: str, defined: Mapping[str, Authority]) -> list[Mention]:
    """Mentions under the short names that the opinion gave (``CA9 Brief 42``), in mixed-case text, in order.

    The name must be followed by a page, a paragraph or a document, so that "the Record shows" is none.
    """
    out = []
    for match in _named(defined, "").finditer(text) if defined else ():
        if text.endswith(_NAMED_HERE, 0, match.start()):
            continue
        items = ITEMS.match(text, match.end())
        end, pin = pages(text, items.end() if items else match.end())
        if pin or items:
            name = " ".join(match.group().split())
            out.append(Mention(match.start(), end, "record", defined[name], pin=pin))
    return in_order(out)


def find_flattened_defined(text: str, defined: Mapping[str, Authority]) -> list[Mention]:
    """The same in flattened text, where the page is lost: the name must stand where a citation does.

    That is as a sentence of its own ("were. deposition.") or behind a signal ("see kelly interview."): the witness's
    "deposition makes clear" is none.
    """
    lower = {name.lower(): authority for name, authority in defined.items()}
    out = []
    for match in _named(lower, _CITED_AFTER).finditer(text) if lower else ():
        if stands_cited(text, match.start()):
            work = lower[" ".join(match.group().split())]
            out.append(Mention(match.start(), match.end(), "record", work))
    return out


def _named(names: Iterable[str], after: str) -> re.Pattern[str]:
    longest = sorted(names, key=lambda n: (-len(n), n))
    spelled = "|".join(re.escape(n).replace(r"\ ", r"\s{1,4}") for n in longest)
    return re.compile(rf"(?<![\w’'])(?:{spelled})(?![\w’']){after}")
