"""What a text itself teaches of its capitals.

Its own people, places and things are in no table: ``detective curt messerschmidt``, ``mona park crips``, ``ddp``.
They are told from rare ordinary words (``shotgun``, ``lodestar``) by their letters and by the company they keep: a
name stands behind a title or a given name, beside other names, between commas, and seldom behind an article or a
form of *be*.  ``millenders`` is a name if ``millender`` is one.
"""

from __future__ import annotations

import collections
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.cite.flattened.vocabulary import lists
from generator.clean.truecase.lexicon import as_a_name, like_a_name, uncounted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.clean.truecase.lexicon import Lexicon
    from generator.clean.truecase.text import Line

    Words = Sequence[tuple[Sequence[str], Sequence[str]]]

# Log odds of a name by what stands before and behind, each word of a text counted once; measured on the uncounted
# words of twenty-five opinions in mixed case (416 names, 6,565 others).
_BEFORE = {
    "be": -3.5, "determiner": -2.1, "adverb": -1.8, "other": -0.6, "the": 0.0, "and": 0.2, "or": -0.9, "of": 0.6,
    "in": 0.8, "as": -1.0, "by": 0.7, "with": 1.6, "from": 0.0, "but": -0.5, "stranger": 0.9, "mark": 1.2, "stop": 0.8,
    "name": 1.2, "title": 4.5, "given": 3.5, "see": 4.0, "at": 1.0, "under": 1.5, "against": 0.8, "between": 1.0,
    "de": 3.0, "van": 3.0, "von": 3.0,
}  # fmt: skip
_BEHIND = {
    "mark": 1.0, "stop": 0.0, "the": -2.5, "that": -3.5, "to": -1.9, "of": -1.0, "in": -2.5, "a": -2.5, "by": -2.5,
    "on": -2.0, "with": -1.0, "for": -1.0, "or": -1.5, "as": -0.6, "his": -1.4, "verb": 1.2, "name": 1.6,
    "stranger": 1.2, "other": -0.2,
}  # fmt: skip
_BE = frozenset("be been being was were is are am".split())
_DETERMINERS = frozenset(
    """a an no any his her their its our your my this that these those such each every some very more most less
    many few several other another both all not too so much own same only to""".split()
)
# A finite verb behind a word without an article: "munanka had", "bowen fired".
_VERBS = frozenset(
    """was is had has did does would could told said testified argued contends argues asserts claims moved filed
    sought appealed brought sued and v also then later replied stated answered asked admitted went might may
    must should will can""".split()
)
# Between so many names and others is an uncounted word found: -2.8; by its letters it is known better.
_PRIOR = -1.4
_LETTERS = 0.6
# So many places of a word count as independent of each other.
_INDEPENDENT = 3.0
NAME = 6.0


@dataclass(slots=True)
class _Seen:
    """How an uncounted word was met: how often, and the sum of what its neighbours say."""

    times: int = 0
    odds: float = 0.0


@dataclass(frozen=True, slots=True)
class Teaching:
    """Shifts of the log odds of a capital, and spellings with a capital, by word."""

    shifts: Mapping[str, float]
    forms: Mapping[str, str] = field(default_factory=dict)


def learn(lines: Words, lexicon: Lexicon, names: Mapping[str, str] | None = None) -> Teaching:
    """What the lines (words, and what stands before each) teach; ``names``: words that are known to be names."""
    forms = dict(names or {})
    shifts = dict.fromkeys(forms, NAME)
    strangers = _strangers(lines, lexicon, shifts)
    met = _meet(lines, lexicon, frozenset(shifts), strangers)
    judged = {word: _judged(word, seen) for word, seen in met.items()}
    for word, odds in judged.items():
        base = lexicon.alone(word)
        shifts[word] = odds + (
            1.7 if base else 0.0
        )  # the model adds what the lexicon says of a word never told
        if odds < 4 and len(word) > 1 and not set(word) & set("aeiouy"):
            forms[word] = word.upper()
            shifts[word] = max(odds + 2, 0.5)
    vocabulary = {word for words, _ in lines for word in words}
    for word in judged:
        double = _double(word, vocabulary, lexicon, shifts)
        if double or (len(word) > 4 and word.startswith("mc")):
            forms[word] = double or as_a_name(word)
            shifts[word] = NAME
    if vocabulary.isdisjoint(("senate", "representatives", "bicameral")):
        shifts["house"] = -NAME  # no House of Congress in this text
    for word in _initials(lines, strangers):
        forms[word] = word.upper()
        shifts[word] = NAME
    for word in judged:
        plural = lexicon.alone(word + "s")
        if (word.endswith("s") and shifts.get(word[:-1], 0) > 0) or (
            len(word) > 3 and plural is not None and plural.capital > 0.97
        ):
            shifts[word] = max(shifts[word], NAME)
    return Teaching(shifts, forms)


def _double(word: str, vocabulary: set[str], lexicon: Lexicon, shifts: Mapping[str, float]) -> str:
    """``rookerfeldman``, whose hyphen is lost, as ``RookerFeldman``, where the text has both names."""
    for cut in range(4, len(word) - 3):
        one, other = word[:cut], word[cut:]
        if {one, other} <= vocabulary and all(
            shifts.get(part, 0) > 1 or lexicon.is_name(part) for part in (one, other)
        ):
            return one.capitalize() + other.capitalize()
    return ""


def _initials(lines: Words, strangers: frozenset[str]) -> set[str]:
    """Uncounted words that are the initials of the words before them: ``indian health service ihs``.

    Some of those words may be lost; the first and the last must be there.
    """
    out: set[str] = set()
    for words, gaps in lines:
        if strangers.isdisjoint(words):
            continue
        for i, word in enumerate(words):
            if word not in strangers or not 3 <= len(word) <= 6 or i < 2 or word in out:
                continue
            if gaps[i] != " " or words[i - 1][0] != word[-1]:
                continue
            phrase = words[max(0, i - len(word) - 2) : i]
            initials = [w[0] for w in phrase]
            if (word[0] in initials[:-1] and _common(initials, word) >= max(3, len(word) - 2)) or (
                words[i - 1] == "act" and word[0] in initials[:-1]
            ):
                out.add(word)
    return out


def _common(initials: Sequence[str], word: str) -> int:
    """How many letters of ``word`` are found among the initials, in order from the end."""
    at, count = len(initials) - 1, 0
    for letter in reversed(word):
        k = at
        while k >= 0 and initials[k] != letter:
            k -= 1
        if k >= 0:
            count += 1
            at = k - 1
    return count


def _strangers(lines: Words, lexicon: Lexicon, names: Iterable[str]) -> frozenset[str]:
    """The words whose spelling nobody has counted."""
    vocabulary: set[str] = set()
    for words, _ in lines:
        vocabulary.update(words)
    return frozenset(
        w for w in vocabulary.difference(names) if len(w) > 1 and uncounted(w, lexicon)
    )


def _meet(
    lines: Words, lexicon: Lexicon, names: frozenset[str], strangers: frozenset[str]
) -> dict[str, _Seen]:
    met: dict[str, _Seen] = collections.defaultdict(_Seen)
    company = _Company(lexicon, names, strangers)
    for words, gaps in lines:
        if strangers.isdisjoint(words):
            continue
        for i, word in enumerate(words):
            if word in strangers:
                seen = met[word]
                seen.times += 1
                seen.odds += company.before(words[i - 1] if i else "", gaps[i])
                seen.odds += company.behind(words[i + 1] if i + 1 < len(words) else "", gaps[i + 1])
    return met


class _Company:
    """What a neighbour says of a word: log odds that it is a name."""

    def __init__(self, lexicon: Lexicon, names: frozenset[str], strangers: frozenset[str]) -> None:
        self._lexicon, self._names, self._strangers = lexicon, names, strangers
        self._titles, self._given = lists().titles, lists().given_names

    def before(self, word: str, gap: str) -> float:
        if gap != " ":
            return _BEFORE["stop" if "." in gap or not gap else "mark"]
        if word in self._titles:
            return _BEFORE["title"]
        if word in self._given:
            return _BEFORE["given"]
        if self._is_name(word):
            return _BEFORE["name"]
        if word in _BE:
            return _BEFORE["be"]
        if word in _BEFORE:
            return _BEFORE[word]
        if word in _DETERMINERS:
            return _BEFORE["determiner"]
        if word.endswith("ly"):
            return _BEFORE["adverb"]
        return _BEFORE["stranger" if word in self._strangers else "other"]

    def behind(self, word: str, gap: str) -> float:
        if gap != " ":
            return _BEHIND["stop" if "." in gap or not gap else "mark"]
        if self._is_name(word):
            return _BEHIND["name"]
        known = self._lexicon.alone(word)
        if known is not None and known.capital > 0.6:
            return _BEHIND["name"] / 2
        if word in _VERBS:
            return _BEHIND["verb"]
        if word in _BEHIND:
            return _BEHIND[word]
        return _BEHIND["stranger" if word in self._strangers else "other"]

    def _is_name(self, word: str) -> bool:
        if word in self._names:
            return True
        known = self._lexicon.alone(word)
        return known is not None and known.capital > 0.9


def _judged(word: str, seen: _Seen) -> float:
    """Log odds that an uncounted word is a name."""
    places: float = seen.odds / seen.times * min(seen.times, _INDEPENDENT) ** 0.7
    return _PRIOR + _LETTERS * like_a_name(word) + places


# Words that a text prints in one way throughout, whichever it is.
_ONE_WAY = frozenset("magistrate government commissioner trustee warden referee".split())


def usage(rows: Sequence[Line], decoded: Sequence[dict[int, str]]) -> None:
    """Bring the words of ``_ONE_WAY`` to the spelling that most of their places have; changes ``decoded``."""
    met: dict[str, list[tuple[dict[int, str], int]]] = collections.defaultdict(list)
    for row, found in zip(rows, decoded, strict=True):
        if not _ONE_WAY.isdisjoint(row.words):
            for i, word in enumerate(row.words):
                if word in _ONE_WAY:
                    met[word].append((found, i))
    for word, places in met.items():
        capital = 2 * sum(i in found for found, i in places) > len(places)
        for found, i in places:
            if capital:
                found[i] = word.capitalize()
            elif i + 1 not in found:  # "Magistrate Judge Smith"
                found.pop(i, None)
