"""Bare names that stand for a case: ``as we explained in leon,``, ``malley made clear that``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import ahocorasick

from generator.cite.flattened.scan import begins_citation, word_before, words_of
from generator.cite.flattened.vocabulary import is_name, is_ordinary, lists, may_be_ordinary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from generator.cite.flattened.cited import CitedCases, Work
    from generator.cite.flattened.words import Squeezed

_AFTER_NAME = re.compile(r",? ?(?:concurring|dissenting)(?![^\W\d_])|,? ?[cj]{1,2}\.")
_NEXT_WORD = re.compile(r" ([^\W\d_]+)")
_TO_MARK = re.compile(r"((?: [^\W\d_]+){1,6})[.,]")
_SHORTEST_SURNAME = 3
_TAIL_ENDS = frozenset(("curiam", "banc"))  # the last words of a citation
# Behind these stands who publishes the code ("cal.civ.code ann.west").
_CODES = frozenset(("ann", "code"))


class NameFinder:
    """Finds the bare names of the cited cases in one pass.

    ``used``: the letters of names that stand in short forms somewhere in the case; ``persons``: words that follow a
    given name somewhere ("jerry ray bowen"); ``may_hold``: whether a word can stand in a name (``NameIndex.may_hold``).
    """

    def __init__(
        self,
        cited: CitedCases,
        used: Iterable[str],
        persons: frozenset[str],
        may_hold: Callable[[str], bool],
    ) -> None:
        self._used = frozenset(used)
        self._persons = persons
        self._may_hold = may_hold
        self._works = cited.standing_alone()
        for letters in self._used:
            if letters not in self._works and (works := cited.answering(letters)):
                self._works[letters] = works
        self._automaton = ahocorasick.Automaton()
        for letters in self._works:
            self._automaton.add_word(letters, letters)
        if self._works:
            self._automaton.make_automaton()

    def find(
        self, text: Squeezed, taken: Callable[[int], bool]
    ) -> list[tuple[int, int, list[Work]]]:
        """The bare names in a text: start, end, the cases that answer to it.  At one place the longest counts."""
        longest: dict[int, tuple[int, str]] = {}
        for last, letters in self._automaton.iter(text.letters) if self._works else ():
            span = text.span(last + 1 - len(letters), last + 1)
            if span and longest.get(span[0], (0, ""))[0] < span[1]:
                longest[span[0]] = span[1], letters
        out: list[tuple[int, int, list[Work]]] = []
        for start, (end, letters) in sorted(longest.items()):
            if (out and start < out[-1][1]) or taken(start) or taken(end - 1):
                continue
            if self._stands_for_case(text.text, start, end, letters):
                out.append((start, end, self._works[letters]))
        return out

    def _stands_for_case(self, text: str, start: int, end: int, letters: str) -> bool:
        """Whether a name is a case's here, not a person's and no word of the language.

        A name that no opinion writes with a small letter is taken at its word, unless a title or a given name stands
        before it; the others need a word before or behind them that goes with a case.
        """
        table = lists()
        previous = word_before(text, start) if start and text[start - 1] == " " else ""
        if previous in table.titles or previous in table.given_names:
            return False
        if word_before(text, start) in _CODES or self._is_other(text, start, end):
            return False
        if _AFTER_NAME.match(text, end) or text.endswith("opinion of ", 0, start):
            return False
        words = words_of(text[start:end])
        used = letters in self._used
        if not used and any(w in self._persons for w in words):
            return previous in table.leads
        if len(words) > 1:
            return used or previous in table.leads or not all(map(is_ordinary, words))
        if not may_be_ordinary(words[0]):
            return not _may_be_forename(previous)
        if used and (match := _NEXT_WORD.match(text, end)) and match.group(1) in table.says:
            return True
        if is_ordinary(words[0]):
            return previous in table.leads
        return (
            previous not in table.articles if used else previous in table.leads | table.more_leads
        )

    def _is_other(self, text: str, start: int, end: int) -> bool:
        """Whether a citation in full of another case begins with the name: "miller marr," beside Miller v. French."""
        rest = _TO_MARK.match(text, end)
        return (
            rest is not None
            and (begins_citation(text, start) or word_before(text, start) in _TAIL_ENDS)
            and all(map(self._may_hold, rest.group(1).split()))
        )


def _may_be_forename(word: str) -> bool:
    """Whether a word before a name may belong to it: a rare word that does not end like a verb or an adverb."""
    return bool(word) and is_name(word) and not word.endswith(("ed", "es", "s", "ing", "ly"))


def persons_in(texts: Iterable[str]) -> frozenset[str]:
    """The surnames of people who are called by given name and surname somewhere: ``bowen`` of "jerry ray bowen"."""
    given = lists().given_names
    out: set[str] = set()
    for text in texts:
        words = text.replace(",", " , ").replace(".", " . ").split()
        for k, word in enumerate(words) if not given.isdisjoint(words) else ():
            if word in given:
                out.update(words[k + 1 : k + 3] if words[k + 1 : k + 2] != [","] else ())
    return frozenset(w for w in out if len(w) >= _SHORTEST_SURNAME and w.isalpha() and is_name(w))
