"""Runs of words that may be the name of a case, by the words alone: what stands before a mark and is no sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.cite.flattened.scan import starts_word
from generator.cite.flattened.vocabulary import lists
from generator.cite.flattened.words import long_forms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.cite.flattened.index import NameIndex
    from generator.model import Span

_MARK = re.compile(r"[.,\n]")
_WORD = re.compile(r"[^\W\d_]{2,24}+(?=[.,\n]|$)")
# Suits over securities, patents or bankruptcies bear long names with commas: "in re merck securities,derivative erisa
# litigation".
_IN_RE = re.compile(r"in re [^\W\d_][^\n]{2,70}?(?<=[ ,.])litigation(?=[.,\n]|$)")
_LONGEST = 14  # words
_MOST_ALONE = 8
_LONGEST_WORD = 24


def find_runs(text: str, index: NameIndex) -> Iterator[Span]:
    """The runs of two words or more that may be names and are closed by a mark.  They may overlap."""
    end = -1
    alone = 0  # how many stretches of one word stand in a row
    for stretch in _MARK.split(text):
        end += 1 + len(stretch)
        before_last, _, last = stretch.rpartition(" ")
        alone = 0 if before_last else alone + 1
        if not last or alone > _MOST_ALONE or not index.may_hold(last):
            continue
        before = end - len(last) - 1
        if before > 0 and index.may_hold(_word_ending(text, before)):
            start = _start(text, end, index)
            if start < end - len(last):
                yield start, end
    for match in _IN_RE.finditer(text):
        if starts_word(text, match.start()):
            yield match.span()


def _word_ending(text: str, end: int) -> str:
    """The word that ends at ``end``; empty when none does."""
    start = end
    floor = max(0, end - _LONGEST_WORD)
    while start > floor and text[start - 1].isalpha():
        start -= 1
    return text[start:end]


def _start(text: str, end: int, index: NameIndex) -> int:
    """Where the run of words begins that may be a name and ends at ``end``; ``end`` when there is none.

    The period of an abbreviation ("bd.of governors") does not end it; a word that joins names does not begin it.
    """
    first = at = end
    following = ""
    for _ in range(_LONGEST):
        word = _word_ending(text, at)
        if not word:
            break
        at -= len(word)
        if word == "in" and following == "re":
            return at
        if not index.may_hold(word):
            break
        if word not in lists().connectors:
            first = at
        if not _goes_on(text, at):
            break
        at -= 1
        following = word
    return first


def _goes_on(text: str, at: int) -> bool:
    """Whether the words before ``at`` belong to the same stretch: behind a blank, or behind an abbreviation."""
    if at == 0 or text[at - 1] not in " .":
        return False
    return text[at - 1] == " " or bool(long_forms().get(_word_ending(text, at - 1)))
