"""What speaks for a capital: the counts of the lexicon, what one text teaches, and the words beside a word."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from generator.clean.truecase.context import Context, kind
from generator.clean.truecase.context import shipped as fitted
from generator.clean.truecase.cues import (
    ALIKE,
    BARE,
    BOUND,
    COMPASS,
    EXEMPTED,
    LOST_NUMBER,
    NUMBERED,
    NUMBERED_STREETS,
    SECTIONED,
    SMALL,
    STREETS,
)
from generator.clean.truecase.lexicon import WEIGHT, Lexicon, Spelling, best_form, uncounted
from generator.clean.truecase.starts import ABBREVIATIONS, STATES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PULL = 0.5
# How many counts a word alone is worth beside those behind all words like the one before it.
GROUP = 5.0
NEVER = 9.0  # the log odds of what is never a capital
_LEAST = 1e-4


class Model:
    """A lexicon with what one text teaches: shifts of log odds by word, and spellings that replace the commonest."""

    def __init__(
        self,
        lexicon: Lexicon,
        shifts: Mapping[str, float],
        forms: Mapping[str, str],
        context: Context | None = None,
    ) -> None:
        self._lexicon = lexicon
        self._context = context or fitted()
        self._kinds: dict[str, str] = {}
        self._places: dict[tuple[str, str, str], float] = {}
        self._shifts = shifts
        self._forms = forms
        self._words: dict[str, bool] = {}
        self._pull = lexicon.pulls
        self._local: dict[tuple[str, str], tuple[float, float, str]] = {}

    def in_doubt(self, word: str) -> bool:
        """Whether a word can have a capital at all in mid-sentence."""
        try:
            return self._words[word]
        except KeyError:
            known = self._lexicon.alone(word)
            found = word in self._shifts or (
                known is not None and known.capital > 0.02 and word not in SMALL
            )
            self._words[word] = found
            return found

    def local(self, before: str, word: str) -> tuple[float, float, str]:
        """Log odds of a capital behind ``before``, its probability, and the spelling with a capital."""
        key = (before, word)
        try:
            return self._local[key]
        except KeyError:
            if self._shifts.get(before, 0.0) > 1 and uncounted(before, self._lexicon):
                # A name that only this text knows; behind initials a noun is as behind other words.
                key = ("-" if self._forms.get(before, "").isupper() else "*", word)
            odds, form = self._lexicon.remembered(key, self._counted)
            odds += self._shifts.get(word, 0.0)
            found = odds, 1 / (1 + math.exp(-odds)), self._forms.get(word) or form
            self._local[key] = found
            return found

    def kind(self, word: str) -> str:
        """The kind of a neighbour (``context.kind``)."""
        try:
            return self._kinds[word]
        except KeyError:
            found = kind(word, self.is_name(word), self.in_doubt(word))
            self._kinds[word] = found
            return found

    def neighbours(
        self, i: int, words: Sequence[str], gaps: Sequence[str]
    ) -> tuple[str, str, tuple[str, str]]:
        """The words beside a word, or the marks that part it from them, and their kinds."""
        one = words[i - 1] if i and near(i, words, gaps) else _mark(gaps[i])
        k = i + 1
        other = words[k] if k < len(words) and near(k, words, gaps) else _mark(gaps[k])
        return one, other, (self.kind(one), self.kind(other))

    def placed(self, i: int, words: Sequence[str], gaps: Sequence[str]) -> float:
        """What both neighbours of a word together say; nothing of one that only this text knows."""
        if words[i] in self._shifts:
            return 0.0
        one = words[i - 1] if i and near(i, words, gaps) else _mark(gaps[i])
        k = i + 1
        other = words[k] if k < len(words) and near(k, words, gaps) else _mark(gaps[k])
        key = (one, words[i], other)
        try:
            return self._places[key]
        except KeyError:
            kinds = (self.kind(one), self.kind(other))
            found = self._places[key] = self._context.place(one, words[i], other, kinds)
            return found

    def tied(self, one: str, other: str, between: str) -> float:
        """What says that two neighbours in doubt are printed alike; ``between``: the small word that joins them."""
        key = f"{one} {between}" if between else one
        tie = self._context.tie(key, other, (between or self.kind(one), self.kind(other)))
        return tie + ALIKE if other in BOUND.get(one, ()) else tie

    def is_name(self, word: str) -> bool:
        """Whether a word always has a capital, here or anywhere."""
        return self._shifts.get(word, 0.0) > 1 or self._lexicon.is_name(word)

    def is_well_known(self, word: str) -> bool:
        """Whether a word is a name, and not only for having been one in the name of a single case."""
        return self._shifts.get(word, 0.0) > 1 or (
            self._lexicon.is_name(word) and self._lexicon.times(word) > 1
        )

    def _counted(self, key: tuple[str, str]) -> tuple[float, str]:
        """What the lexicon alone says."""
        before, word = key
        table, seen = self._lexicon.behind(before, word)
        capital = seen - table.get("l", 0)
        if len(word) == 1 and before in SECTIONED:
            return -NEVER, word.upper()
        if len(word) == 1 and word not in "ai":
            # A letter alone is a section's as a rule ("§ 10(b)"): small where nothing before it says otherwise.
            return _logit((capital + 0.1) / (seen + 1) if before != "." else 0.1), word.upper()
        alone = self._lexicon.alone(word) or Spelling(0.5, word[:1].upper() + word[1:])
        odds = _logit((capital + WEIGHT * self._like(before, word, alone)) / (seen + WEIGHT))
        if word in NUMBERED_STREETS and before in COMPASS:
            odds += LOST_NUMBER
        if (word in NUMBERED and (before in BARE or (word != "rule" and before in EXEMPTED))) or (
            word in STREETS and (before == "*" or self._lexicon.is_name(before))
        ):
            odds += LOST_NUMBER
        return odds, best_form(word, table) if capital > 1 else alone.form

    def _like(self, before: str, word: str, alone: Spelling) -> float:
        """The share of capitals behind words like ``before``."""
        known = self._lexicon.alone(before)
        group = (
            "*"
            if before == "*" or (known and known.capital >= 0.95)
            else "-"
            if known and known.capital <= 0.05
            else ""
        )
        table, seen = self._lexicon.behind(group, word) if group else ({}, 0)
        return (seen - table.get("l", 0) + GROUP * alone.capital) / (seen + GROUP)

    def pull(self, word: str, after: str) -> float:
        """What the word behind says of ``word``: log odds by which it is likelier a capital there than elsewhere."""
        key = (word, after)
        try:
            return self._pull[key]
        except KeyError:
            found = 0.0
            share, alone = self._lexicon.before(word, after), self._lexicon.alone(word)
            if share is not None and alone is not None:
                found = PULL * (_logit(share) - _logit(alone.capital))
            self._pull[key] = found
            return found


def _logit(share: float) -> float:
    share = min(max(share, _LEAST), 1 - _LEAST)
    return math.log(share / (1 - share))


def near(i: int, words: Sequence[str], gaps: Sequence[str]) -> bool:
    """Whether nothing but a blank, or the period of an abbreviation, parts a word from the one before it."""
    if gaps[i] == " ":
        return True
    return gaps[i] == ". " and (
        words[i - 1] in ABBREVIATIONS or (words[i - 1] in STATES and len(words[i - 1]) < 5)
    )


def _mark(gap: str) -> str:
    """The mark in a gap, a stop before a comma; nothing at the ends of a line."""
    return "." if "." in gap else "," if "," in gap else gap.strip()[:1]
