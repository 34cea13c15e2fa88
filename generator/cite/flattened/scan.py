"""Small looks round a place in a flattened text: its words, the word before, whether a name can begin here."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.cite.flattened.vocabulary import lists

if TYPE_CHECKING:
    from collections.abc import Iterator

MARKS = ".,\n"
_WORD = re.compile(r"[^\W\d_]+")
_REACH = 30  # characters: a word and the mark or blank behind it


def words_of(text: str) -> list[str]:
    """The words of a text, in order."""
    return _WORD.findall(text)


def spaced(text: str) -> str:
    """The words with single blanks and no marks: ``tellabs makor issues`` of "tellabs,makor issues"."""
    return " ".join(_WORD.findall(text))


def starts_word(text: str, at: int) -> bool:
    """Whether no letter stands before ``at``."""
    return at == 0 or not text[at - 1].isalpha()


def after_mark(text: str, at: int) -> bool:
    """Whether a mark, or nothing, stands before ``at``."""
    return at == 0 or text[at - 1] in MARKS


def word_before(text: str, at: int) -> str:
    """The last word before ``at``, whatever stands between; empty when there is none near."""
    found = _WORD.findall(text, max(0, at - _REACH), at)
    return found[-1] if found else ""


def led(text: str, at: int) -> bool:
    """Whether a signal stands before ``at`` behind which nothing but an authority comes: "see", "quoting"."""
    return word_before(text, at) in lists().sure_signals


def begins_citation(text: str, at: int) -> bool:
    """Whether a citation may begin at ``at``: behind a mark or a signal."""
    return after_mark(text, at) or led(text, at)


def runs_before(text: str, end: int, longest: int, reach: int) -> Iterator[tuple[int, str]]:
    """The last word before ``end``, the last two and so on: (start, the words as printed).

    At most ``longest`` words within ``reach`` characters, not over the end of a sentence; none unless a word ends at
    ``end``.
    """
    floor = max(0, end - reach)
    start = end
    for _ in range(longest):
        stop = start
        while start > floor and text[start - 1].isalpha():
            start -= 1
        if start == stop or not starts_word(text, start):
            return
        yield start, text[start:end]
        if start == floor or text[start - 1] not in ", ":
            return
        start -= 1
        if start > floor and text[start - 1] == " ":
            start -= 1
