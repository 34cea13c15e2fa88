"""How a citation stands in its text: cited or only spoken of, the source of a quotation or a part of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.model import Authority

_SIGNAL = re.compile(
    r"(?:\b[Ss]ee(?:\s(?:also|generally))?|\b[Cc]f\.|\b[Aa]ccord),?\s(?:e\.\s?g\.,\s)?$"
)
_CLAUSE = re.compile(r"(?:[.?!;,][\"”’)]{0,3}|^)\s*$")
_CLAUSE_ENDS = re.compile(r"(?:\s?\([^()]{1,200}\)){0,2}\s?[.;](?=\s|$)")
# What follows the source of a quotation set off by itself: a period, a footnote's number, a parenthesis.
_SOURCE_ENDS = re.compile(r"\.?(?:\s?\([^()]{1,100}\)\.?){0,2}\s?\d{0,2}\s*$")


_PLACE = re.compile(
    r"§|\b[Ss]ections?\b|\bStat\.|U\.\s?S\.\s?C|Reg\.|C\.?\s?F\.?\s?R|Pub\.|\bRules?\b|¶"
)


def is_name(law: Authority, words: str) -> bool:
    """Whether an act is only called by its name ("the 1986 Drug Act"), with no place in it and none in the statutes."""
    return law.kind == "statute" and "Act" in law.key and not _PLACE.search(words)


def stands_as_citation(text: str, start: int, end: int) -> bool:
    """Whether the section at ``text[start:end]`` is cited there, not only spoken of.

    It is, where it is a sentence or clause of its own or follows a signal (Bluebook Rule 1.1): such a section is what
    an *ibid.* behind it repeats.
    """
    lead = text[max(0, start - 24) : start]
    tail = text[end : end + 420]
    if _SIGNAL.search(lead):
        return tail.lstrip()[:1] in ("", ".", ";", ",", "(")
    return bool(_CLAUSE.search(lead) and _CLAUSE_ENDS.match(tail))


def is_source(text: str, start: int, end: int) -> bool:
    """Whether a citation in a block quote is its source: the quotation has its marks, and ends before it."""
    return (
        text[:1] in ('"', "“")
        and text[:start].rstrip()[-1:] in ('"', "”")
        and len(text) - end <= 240
        and bool(_SOURCE_ENDS.match(text, end))
    )
