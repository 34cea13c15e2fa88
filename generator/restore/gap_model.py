"""How likely a word is lost between two words: statistics counted over sound opinions (``gap_tables.tsv.gz``).

Words are put into classes by their neighbours and endings. For every frequent word and every class, and for pairs
of the commonest words, the table says how much rarer than chance they stand side by side. A place where nothing is
rare is never asked about. Where something is, the weights of a logistic regression are added up: they were learnt
from opinions from which words were taken out as flattened texts lose them. ``scripts/derive_gaps.py`` made the
table; the guide's page on architecture has what was measured.
"""

from __future__ import annotations

import functools
import gzip
from dataclasses import dataclass, field
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

BARRIER = "\n"
# Rarer than chance by e^(bin / 2).  The first letter of the alphabet stands for the lowest bin.
_LOWEST = -10
_RARE = chr(ord("a") - 2 - _LOWEST)
_REMEMBERED = 100_000
# What the most telling half of the weights leaves below this, the other half does not lift above any limit.
_HOPELESS = 0.5
_ENDS = frozenset((".", ",", BARRIER))
# Behind these a figure is lost, which is no gap between words: "leon, at.", "app.", "section".
_BEFORE_FIGURES = frozenset(
    "at pp p app n nn see no art rule section stat ch pt cl subsection subsections supra infra ante post".split()
)


_BEFORE_LETTERS = _BEFORE_FIGURES | frozenset(
    "article articles paragraph clause subparagraph part title procedure evidence agreement exhibit appendix".split()
)
# An aside within commas, right behind a preposition: "convicted of, inter alia, murder".
_ASIDES = frozenset("inter say among".split())


_ARTICLES = frozenset("a an the any every no some each his its their our my your".split())
# Words in -ly that are no adverbs, or are adjectives as well.
_ADJECTIVES = frozenset(
    """ally anomaly assembly belly bodily brotherly bully butterfly costly cowardly curly daily deadly
    deathly disorderly early elderly family fatherly fly folly friendly heavenly holy homely hourly
    italy jelly july kindly leisurely likely lively lonely lovely masterly monopoly monthly motherly
    neighborly niggardly nightly only orderly quarterly rally reply scholarly silly stately supply tally
    timely ugly unfriendly unlikely unruly unseemly untimely weekly worldly yearly""".split()
)


class Token(NamedTuple):
    """A word's class, the key of its own statistics (itself or its class), its sort, itself, and its rows of the table.

    ``column`` is its place in the rows of others' pairs; -1 where its pairs were not counted.
    """

    group: int
    key: str
    sort: str
    word: str
    before: str
    after: str
    pairs: str
    column: int


@dataclass(frozen=True, slots=True)
class Model:
    """The table, in memory."""

    classes: dict[str, int]
    endings: dict[str, int]
    sorts: dict[str, str]
    size: int
    own: frozenset[str]
    before: dict[str, str]
    after: dict[str, str]
    beside: tuple[str, ...]
    beyond: tuple[str, ...]
    columns: dict[str, int]
    pairs: dict[str, str]
    weights: dict[str, float]
    limits: dict[str, float]
    limit: float
    seen: dict[str, Token] = field(default_factory=dict)  # tokens that were asked for before

    def token(self, word: str) -> Token:
        """A word (small letters), a full stop, a comma or a barrier."""
        group = self._group(word)
        key = word if word in self.own else str(group)
        pairs, column = self.pairs.get(word, ""), self.columns.get(word, -1)
        rows = (self.before[key], self.after[key], pairs, column)
        return Token(group, key, self._sort(word), word, *rows)

    def is_small(self, word: str) -> bool:
        """One of the little words that are told apart: articles, prepositions, pronouns …, and the months."""
        return word in self.sorts

    def _group(self, word: str) -> int:
        known = self.classes.get(word)
        if known is not None:
            return known
        if not word.isalpha():
            return self.size + ".,\n".find(word)
        if len(word) == 1:
            return self.size + 4
        for length in (4, 3, 2):
            if word[-length:] in self.endings:
                return self.endings[word[-length:]]
        return self.size + 5

    def _sort(self, word: str) -> str:
        sort = self.sorts.get(word)
        if sort is not None:
            return sort
        if not word.isalpha():
            return word
        for ending, name in (("ly", "l"), ("ed", "e"), ("ing", "i")):
            if word.endswith(ending):
                return name
        return "x" if len(word) == 1 else "s" if word.endswith("s") else "w"

    def holes(self, words: Sequence[str]) -> Iterator[int]:
        """Indices of words (from 1) before which a word is lost."""
        found = {
            k
            for k, sorts, score in self.places(words)
            if score >= self.limits.get(sorts, self.limit)
        }
        yield from sorted(found.union(self.adverbs(words)))

    def adverbs(self, words: Sequence[str]) -> Iterator[int]:
        """``a reasonably officer would``: between an article and a noun an adverb needs an adjective behind it.

        A word that ends a noun phrase (a preposition, a verb or a stop follows) and hardly ever stands behind an
        adverb is the noun.
        """
        for k in range(3, len(words)):
            if (
                words[k - 2][-2:] != "ly"
                or words[k - 3] not in _ARTICLES
                or words[k - 2] in _ADJECTIVES
            ):
                continue
            adverb, noun, end = (self.token(w) for w in words[k - 2 : k + 1])
            plain = noun.sort in ("w", "s") and len(noun.word) > 2
            if (
                plain
                and noun.after[adverb.group] < "k"
                and (end.sort in "PMBSR" or end.word == ".")
            ):
                yield k - 1

    def places(self, words: Sequence[str]) -> Iterator[tuple[int, str, float]]:
        """Where something is rare: the index of the second word, the sorts of the two, and how likely a hole is."""
        seen = self.seen
        if len(seen) > _REMEMBERED:
            seen.clear()
        tokens = [seen.get(w) or seen.setdefault(w, self.token(w)) for w in words]
        barrier = self.token(BARRIER)
        for k in range(1, len(tokens)):
            b, c = tokens[k - 1], tokens[k]
            near, back = b.before[c.group], c.after[b.group]
            both = b.pairs[c.column] if b.pairs and c.column >= 0 else ""
            if near > _RARE and back > _RARE and (not both or both > _RARE):
                continue
            if b.word in _BEFORE_FIGURES or b.word in _ENDS or c.word == BARRIER:
                continue
            a = tokens[k - 2] if k > 1 else barrier
            if _is_label(b.word, a.word) or _is_label(c.word, b.word):
                continue
            d = tokens[k + 1] if k + 1 < len(tokens) else barrier
            if c.word == "," and d.word in _ASIDES:
                continue
            yield k, b.sort + c.sort, self._score(a, b, c, d, (near, back, both))

    def _score(self, a: Token, b: Token, c: Token, d: Token, bins: tuple[str, str, str]) -> float:
        near, back, both = (ord(x) - ord("a") + _LOWEST if x else 0 for x in bins)
        beside = ord(self.beside[b.group][c.group]) - ord("a") + _LOWEST
        beyond = ord(self.beyond[b.group][c.group]) - ord("a") + _LOWEST
        least, sorts, weights = min(beside, near, back), b.sort + c.sort, self.weights
        keys = [
            f"p1 {beside}", f"p2 {near}", f"p3 {back}", f"s1 {beyond}", f"m {least}", f"g {sorts} {least}",
            f"gp {sorts} {near + back}", f"g4 {a.sort}{sorts}", f"10 {b.key}", f"11 {c.key}",
        ]  # fmt: skip
        if bins[2]:
            keys += [f"tt {both}", f"tg {sorts} {both}"]
        first = sum([weights[key] for key in keys if key in weights])
        if first < _HOPELESS:
            return first
        keys = [
            f"g3 {a.sort}{sorts} {least // 2}", f"h {a.sort}{sorts}{d.sort}", f"2 {b.group} {c.group}",
            f"3 {b.group} {c.key}", f"4 {b.key} {c.group}", f"15 {a.group} {b.group} {c.group}",
            f"6 {b.group} {c.group} {d.group}", f"9 {b.key} {c.group} {d.group}",
            f"8 {a.group} {b.group} {c.key}",
        ]  # fmt: skip
        return first + sum([weights[key] for key in keys if key in weights])


def _is_label(word: str, previous: str) -> bool:
    """The letter of a section or of a list: figures lost beside it are another matter."""
    if len(word) != 1 or not word.isalpha() or word == "i":
        return False
    return word != "a" or previous in _BEFORE_LETTERS or previous in _ENDS or len(previous) == 1


def read_table() -> list[list[str]]:
    """The rows of ``gap_tables.tsv.gz``: table, key, value."""
    file = files("generator").joinpath("data/gap_tables.tsv.gz")
    lines = gzip.decompress(file.read_bytes()).decode().splitlines()
    return [line.split("\t") for line in lines if line[0] != "#"][1:]


@functools.cache
def model() -> Model:
    """The shipped table."""
    tables: dict[str, dict[str, str]] = {}
    for table, key, value in read_table():
        tables.setdefault(table, {})[key] = value
    numbers = tables["number"]
    pairs = tables["pair"]
    return Model(
        classes={w: int(n) for w, n in tables["word"].items()},
        endings={w: int(n) for w, n in tables["ending"].items()},
        sorts=tables["sort"],
        size=int(numbers["classes"]),
        own=frozenset(w for w in tables["before"] if not w.isdigit()),
        before=tables["before"],
        after=tables["after"],
        beside=tuple(tables["beside"].values()),
        beyond=tuple(tables["beyond"].values()),
        columns={w: k for k, w in enumerate(pairs)},
        pairs=pairs,
        weights={k: int(v) / 100 for k, v in tables["weight"].items()},
        limits={k: int(v) / 100 for k, v in tables.get("limit", {}).items()},
        limit=int(numbers["limit"]) / 100,
    )
