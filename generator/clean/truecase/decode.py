"""The most probable spelling of a line as a whole.

Every word has two states, small and capital.  What speaks for the one or the other: how the word is printed behind
the word before it (``Lexicon.behind``, smoothed with the word alone), what the text itself teaches (``Teaching``),
and its neighbours' states, for capitals come in runs: ``State Supreme Court``, ``state supreme courts``.  The best
sequence is found by Viterbi's algorithm.

Between neighbours stands ``TIE * (x - p) * (y - q)``, where ``x`` and ``y`` are the states and ``p`` and ``q`` how
likely each is a capital by itself.  So a neighbour that is certain anyway says nothing that the pair has not said,
and two that are in doubt decide together.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from generator.clean.truecase.context import Context, kind
from generator.clean.truecase.context import shipped as fitted
from generator.clean.truecase.cues import (
    ACTED,
    ALIKE,
    BARE,
    BOUND,
    COMPASS,
    COURTS,
    EXEMPTED,
    FILED,
    LOST_NUMBER,
    NUMBERED,
    NUMBERED_STREETS,
    SECTIONED,
    SMALL,
    STREETS,
    VERBAL,
)
from generator.clean.truecase.lexicon import WEIGHT, Lexicon, Spelling, best_form, uncounted
from generator.clean.truecase.starts import ABBREVIATIONS, STATES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

# By measurement on opinions whose capitals are known; flat between 1 and 3.
TIE = 1.0
# Small words that join names: "Department of Corrections", "Bureau of Alcohol, Tobacco and Firearms".
CONNECTORS = frozenset({"of", "and", "for", "the", "to", "on"})
JOINED_CAPITAL = 0.5
JOINED_SMALL = 0.5
PULL = 0.5
# How many counts a word alone is worth beside those behind all words like the one before it.
GROUP = 5.0
NEVER = 9.0
_LEAST = 1e-4


class Place(NamedTuple):
    """A word in doubt: log odds of a capital, its probability by itself, and the spelling with a capital."""

    odds: float
    share: float
    form: str


Edge = tuple[float, float, float, float]


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


def capitals(words: Sequence[str], gaps: Sequence[str], model: Model) -> dict[int, str]:
    """The words with a capital, by index, as they are printed in mid-sentence.

    ``gaps[i]`` is what stands before ``words[i]``.
    """
    out: dict[int, str] = {}
    for chain in chains(words, gaps, model):
        _settle(chain, words, gaps, model, out)
    return out


def chains(words: Sequence[str], gaps: Sequence[str], model: Model) -> Iterator[list[int]]:
    """The words in doubt, each with those neighbours that it is decided with."""
    in_doubt = model.in_doubt
    chain: list[int] = []
    for i in [i for i, word in enumerate(words) if in_doubt(word)]:
        if chain and not _joined(chain[-1], i, words, gaps):
            yield chain
            chain = []
        chain.append(i)
    if chain:
        yield chain


def _logit(share: float) -> float:
    share = min(max(share, _LEAST), 1 - _LEAST)
    return math.log(share / (1 - share))


def _joined(one: int, other: int, words: Sequence[str], gaps: Sequence[str]) -> bool:
    if not near(other, words, gaps):
        return False
    return other - one == 1 or (
        other - one == 2 and words[one + 1] in CONNECTORS and gaps[one + 1] == " "
    )


def before(i: int, words: Sequence[str], gaps: Sequence[str]) -> str:
    """What the pair stands on: the word before, nothing where a mark parts them."""
    if i == 0:
        return ""
    return words[i - 1] if near(i, words, gaps) else ""


def near(i: int, words: Sequence[str], gaps: Sequence[str]) -> bool:
    """Whether nothing but a blank, or the period of an abbreviation, parts a word from the one before it."""
    if gaps[i] == " ":
        return True
    return gaps[i] == ". " and (
        words[i - 1] in ABBREVIATIONS or (words[i - 1] in STATES and len(words[i - 1]) < 5)
    )


def _behind_connector(i: int, words: Sequence[str], gaps: Sequence[str], model: Model) -> float:
    """``notice of appeal``: what a small word and a connector before say of a word that begins a chain."""
    joins = i > 1 and words[i - 1] in CONNECTORS and words[i - 1] != "the"
    if joins and gaps[i] == " " and gaps[i - 1] == " " and not model.in_doubt(words[i - 2]):
        return -JOINED_SMALL
    return 0.0


def _mark(gap: str) -> str:
    """The mark in a gap, a stop before a comma; nothing at the ends of a line."""
    return "." if "." in gap else "," if "," in gap else gap.strip()[:1]


def _pulled(i: int, words: Sequence[str], gaps: Sequence[str], model: Model) -> float:
    if words[i] == "no" and not gaps[i + 1].startswith("."):
        return -NEVER  # no number
    if words[i] == "so" and gaps[i + 1].startswith(".") and "," in gaps[i]:
        return NEVER  # the Southern Reporter
    if i and words[i - 1] in VERBAL and gaps[i] == " " and not model.is_well_known(words[i]):
        return -ACTED
    if words[i] == "appeals" and not COURTS.intersection(words[max(0, i - 3) : i]):
        return -NEVER
    after = words[i + 1] if i + 1 < len(words) and near(i + 1, words, gaps) else ""
    if (words[i] == "rule" and after in FILED) or (
        words[i] in COMPASS and after in NUMBERED_STREETS
    ):
        return LOST_NUMBER
    if words[i] == "new" and not model.is_name(after):
        return -NEVER  # no place: "New Haven" has a name behind it
    return model.pull(words[i], after)


def _settle(
    chain: list[int], words: Sequence[str], gaps: Sequence[str], model: Model, out: dict[int, str]
) -> None:
    """The best states of one chain of neighbours."""
    places, edges = scored(chain, words, gaps, model)
    if len(chain) == 1:
        if places[0].odds > 0:
            out[chain[0]] = places[0].form
        return
    small, capital = 0.0, places[0].odds
    back: list[tuple[bool, bool]] = []
    for (ss, sc, cs, cc), place in zip(edges, places[1:], strict=True):
        # From small and from capital to small, then to capital.
        to_small, to_capital = small + ss, small + sc + place.odds
        from_small, from_capital = capital + cs, capital + cc + place.odds
        back.append((from_small > to_small, from_capital > to_capital))
        small, capital = max(to_small, from_small), max(to_capital, from_capital)
    state = capital > small
    for k in range(len(chain) - 1, -1, -1):
        if state:
            out[chain[k]] = places[k].form
        if k:
            state = back[k - 1][state]


def scored(
    chain: Sequence[int], words: Sequence[str], gaps: Sequence[str], model: Model
) -> tuple[list[Place], list[Edge]]:
    """The places of a chain, and for each two neighbours what speaks for their states: both small, small and
    capital, capital and small, both capital.
    """
    places: list[Place] = []
    edges: list[Edge] = []
    for k, i in enumerate(chain):
        odds, share, form = model.local(before(i, words, gaps), words[i])
        odds += _pulled(i, words, gaps, model) + model.placed(i, words, gaps)
        if not k:
            odds += _behind_connector(i, words, gaps, model)
        places.append(Place(odds, share, form))
        if not k:
            continue
        one = chain[k - 1]
        tie = model.tied(words[one], words[i], "" if i - one == 1 else words[one + 1])
        if i - one == 2:
            edges.append((tie, -JOINED_SMALL, 0.0, JOINED_CAPITAL + tie))
            continue
        p, q = places[-2].share, share
        edges.append(
            (
                TIE * p * q + tie,
                -TIE * p * (1 - q),
                -TIE * (1 - p) * q,
                TIE * (1 - p) * (1 - q) + tie,
            )
        )
    return places, edges
