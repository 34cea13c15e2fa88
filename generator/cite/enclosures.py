"""What stands inside what: parentheses that explain a citation, and quotations.

A citation inside a parenthetical ("quoting …") or inside quoted words is the other author's, and an *id.* behind
it goes
over it to the citation that the running text gives (Bluebook Rule 4.1: sources in explanatory parentheticals are
ignored).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model import Mention, Span

LONGEST_QUOTATION = 2500  # characters; a mark with no partner within these is a slip of the typist
_MARKS = re.compile('[()"“”]')
_BESIDE = re.compile(r"[\s.,;)]*$")
# What was done with the decision afterwards (Rule 10.7): the case cited is still the first one.  The later decision's
# place may be open: "cert. denied, ___ U.S. ___, 119 S. Ct. 149".
_THERE = (
    r"(?:\s(?:on (?:other|reh'g|rehearing)[^.;,]{0,30}|in part|sub nom\.|by|per curiam|mem\.)){0,3},?\s"
    r"(?:[\d_–—-]{1,5}\s[A-Z][\w. ’']{0,14}\s[\d_–—-]{1,5},\s){0,2}$"
)
_HISTORY = re.compile(
    r"\b(?:aff['’]d|rev['’]d|dism['’]d|"
    r"(?:cert|probable jurisdiction|prob\. juris)\.?\s(?:denied|granted|dismissed|noted|pending)|"
    r"appeal (?:dismissed|docketed|pending)|(?:reh'g|rehearing) (?:denied|granted)|"
    r"certiorari (?:denied|granted)|(?:granted|denied|granting|denying) certiorari)\b" + _THERE,
    re.IGNORECASE,
)
# Whole words are history behind a citation only: "The Court of Appeals affirmed, 376 Fed. Appx. 563" is the story.
_DONE = re.compile(
    r"^(?:\s?\([^()]{1,80}\)){0,2},?\s(?:and\s|but\s)?"
    r"(?:affirm|revers|vacat|modif|overrul|remand|dismiss)(?:ed|ied|ing|ying)\b" + _THERE,
    re.IGNORECASE,
)
_QUOTING = re.compile(
    r"[,;(]?\s*(?:quoting|citing|quoted in|cited in|cited with approval in)\s(?:from\s)?$",
    re.IGNORECASE,
)


def enclosures(text: str, mentions: Sequence[Mention]) -> list[Span]:
    """The quotations, and the parentheses that follow one of the ``mentions``, as spans of ``text``."""
    ends = sorted(m.end for m in mentions)
    out: list[Span] = []
    open_parens: list[int] = []
    quote: int | None = None
    closed = (
        -1
    )  # where a parenthesis that belongs to a citation ended: the next one belongs to it too
    for match in _MARKS.finditer(text):
        at, sign = match.start(), match.group()
        if quote is not None and at - quote > LONGEST_QUOTATION:
            quote = None
        if sign == "(":
            open_parens.append(at)
        elif sign == ")":
            start = open_parens.pop() if open_parens else None
            if start is not None and (
                _follows_citation(text, start, ends) or closed == _left(text, start)
            ):
                out.append((start, at + 1))
                closed = at + 1
        elif sign == "“" or (sign == '"' and quote is None and _opens(text, at)):
            quote = at
        elif quote is not None and (sign == "”" or sign == '"'):
            out.append((quote, at + 1))
            quote = None
    return out


def _opens(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] in " ([—–'‘"


def _left(text: str, at: int) -> int:
    while at and text[at - 1] == " ":
        at -= 1
    return at


def _follows_citation(text: str, at: int, ends: Sequence[int]) -> bool:
    """Whether the parenthesis at ``at`` stands directly behind the end of a citation."""
    place = bisect_right(ends, at) - 1
    return place >= 0 and at - ends[place] < 4 and not text[ends[place] : at].strip(" ")


def is_aside(text: str, mention: Mention, before: int) -> bool:
    """Whether a citation only says where another one comes from or what became of it: ", quoting X", ", cert.
    denied, X".

    ``before`` is where the mention before it ends.
    """
    lead = text[max(before, mention.start - 80) : mention.start]
    behind = before and _DONE.search(text[before : mention.start])
    return bool(_QUOTING.search(lead) or _HISTORY.search(lead) or behind)


def visible(candidate: Span, spans: Sequence[Span], reader: Span | None) -> bool:
    """Whether a citation can be seen from a later one: everything that encloses it must enclose the reader too.

    ``reader`` is ``None`` when the later one stands in another block.
    """
    for start, end in spans:
        if (
            start <= candidate[0]
            and candidate[1] <= end
            and not (reader is not None and start <= reader[0] and reader[1] <= end)
        ):
            return False
    return True
