"""Where quoted words stand: a read-only index over the blocks of one or many cases, and the search in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeVar

from generator.link.quoted_align import aligned, pieces
from generator.link.quoted_habits import Habits
from generator.link.quoted_words import readable, words_of
from generator.link.shingles import Shingles, shingles

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from generator.link.quoted_align import Alignment
    from generator.link.quoted_words import Words
    from generator.model import Block, Case, Span

QUOTABLE = frozenset({"paragraph", "blockquote", "footnote", "disposition"})
COMMON = 64  # a shingle or word with more places than this in the range searched says nothing …
COMMON_TOO = 256  # … unless the quotation has no rarer one
CANDIDATES = 12  # places that are looked at word by word
WORTH = 3  # one with fewer than a third of the shingles of the best is not
SHORT = 24  # words of a quotation that may be sought by one of them
LONG = 2400  # characters of a quotation that are compared: where so many stand, the rest stands too
SLACK = 12  # words of the original before and behind that may belong to an altered quotation
# Altered words are taken for the same passage if so much is the same (see Alignment), and so many letters in a row or
# nearly everything.  Of some 23,000 look-ups of words of one case in another, two in a hundred pass: names of courts
# and the like, in short quotations.
ENOUGH = 0.6
IN_A_ROW = 14
NEARLY_ALL = 0.8
BLOCKS_KEPT = 1024  # whose words are kept ready
WRITINGS_KEPT = 32
_ECHO = re.compile(r"[\"”'’\]).,; ]{0,6}(?:see (?:also )?)?(?:ante|post)\b", re.IGNORECASE)
_K = TypeVar("_K")
_V = TypeVar("_V")


@dataclass(frozen=True, slots=True)
class Passage:
    """Where quoted words were found: ``at`` is a span in the text of the block.

    ``exact``: every word stands there, in order, but for alterations that are marked as such (brackets, ellipses, a
    changed initial); ``altered``: some words differ, and ``changes`` lists them as (quoted, original), "" for none.
    ``score``: the share of the quotation's words that are found in order, 0…1.
    """

    slug: str
    block: str
    at: Span
    kind: Literal["exact", "altered"]
    score: float
    changes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Scope:
    """Where to search: in these blocks of the index (``places``, ``None`` for all) but not in those ``barred``."""

    slug: str | None
    span: Span
    places: frozenset[int] | None
    barred: frozenset[int]

    def __contains__(self, place: int) -> bool:
        return (self.places is None or place in self.places) and place not in self.barred


@dataclass(frozen=True, slots=True)
class Seed:
    """Word ``quoted`` of the quotation and word ``word`` of block ``place`` begin the same shingle."""

    place: int
    word: int
    quoted: int


class Passages:
    """Read-only index over the blocks of one or many cases: word shingles to places.

    Building takes some 0.6 seconds per million characters and eight bytes a word, once three times that while it is
    sorted.  The words of a block are made again when a search comes upon it, and kept for a while.
    """

    __slots__ = (
        "_blocks",
        "_habits",
        "_index",
        "_numbers",
        "_ranges",
        "_ready",
        "_scopes",
        "_slugs",
        "_words",
    )

    def __init__(self, blocks: Iterable[tuple[str, Block]]) -> None:
        """Index ``(slug, block)`` pairs; those of one case stand together."""
        self._blocks: list[Block] = []
        self._slugs: list[str] = []
        self._ranges: dict[str, Span] = {}
        self._numbers: dict[tuple[str, str], int] = {}
        for slug, block in blocks:
            if block.kind in QUOTABLE:
                number = self._numbers[slug, block.id] = len(self._blocks)
                self._ranges[slug] = (self._ranges.get(slug, (number, 0))[0], number + 1)
                self._blocks.append(block)
                self._slugs.append(slug)
        self._index = Shingles.of(words_of(readable(b)) for b in self._blocks)
        self._ready: dict[int, Words] = {}
        self._habits: dict[tuple[str, str | None], Habits] = {}
        self._words: dict[str, dict[str, list[tuple[int, int]]]] = {}
        self._scopes: dict[tuple[str | None, frozenset[str]], frozenset[int]] = {}

    @classmethod
    def of(cls, cases: Iterable[Case]) -> Passages:
        """The index over some cases."""
        return cls((case.slug, block) for case in cases for block in case.blocks)

    def find(
        self,
        words: str,
        *,
        slug: str | None = None,
        writings: Collection[str] | None = None,
        blocks: Collection[str] | None = None,
        exclude: Collection[tuple[str, str]] = (),
    ) -> tuple[Passage, ...]:
        """The places where ``words`` stand, best first; empty when they are not found.

        ``slug``, ``writings`` (ids; footnotes belong to their writing), ``blocks`` (ids, with ``slug``) narrow the
        search; ``exclude`` holds (slug, block id) pairs.  Places that are equally good all come: first those that
        have the words as their own and not from another writing (*ante*, *post*), last the syllabus, else in the
        order of the text.
        """
        quote = words_of(words if len(words) <= LONG else words[:LONG].rpartition(" ")[0])
        if not pieces(quote):
            return ()
        found: dict[tuple[int, Span], Alignment] = {}
        for place, core, window in self._candidates(
            quote, self.scope(slug, writings, blocks, exclude)
        ):
            match = aligned(quote, self.words(place), core, window)
            if match and (not match.changes or _convinces(match)):
                found.setdefault((place, match.span), match)
        ranked = sorted(
            found.items(),
            key=lambda f: (
                -f[1].likeness,
                self.echoes(f[0][0], f[0][1][1]),
                self._blocks[f[0][0]].writing == "syllabus",
                f[0],
            ),
        )
        return tuple(self.passage(place, match) for (place, _), match in ranked)

    def passage(self, place: int, match: Alignment) -> Passage:
        """An alignment as it is handed out."""
        spans = self.words(place).spans
        return Passage(
            self._slugs[place],
            self._blocks[place].id,
            (spans[match.span[0]][0], spans[match.span[1] - 1][1]),
            "altered" if match.changes else "exact",
            match.score,
            match.changes,
        )

    def words(self, place: int) -> Words:
        """The words of block number ``place``."""
        ready = self._ready.get(place)
        if ready is None:
            _make_room(self._ready, BLOCKS_KEPT)
            ready = self._ready[place] = words_of(readable(self._blocks[place]))
        return ready

    def habits(self, place: int) -> Habits:
        """How the writing that block ``place`` belongs to uses its words."""
        key = (self._slugs[place], self._blocks[place].writing)
        if key not in self._habits:
            _make_room(self._habits, WRITINGS_KEPT)
            self._habits[key] = Habits.of(
                self.words(k).norms
                for k in range(*self._ranges[key[0]])
                if self._blocks[k].writing == key[1]
            )
        return self._habits[key]

    def echoes(self, place: int, word: int) -> bool:
        """Whether the words of a block before ``word`` stand there as another writing's: *ante* or *post* follows."""
        return bool(_ECHO.match(self._blocks[place].text, self.words(place).spans[word - 1][1]))

    def scope(
        self,
        slug: str | None,
        writings: Collection[str] | None = None,
        blocks: Collection[str] | None = None,
        exclude: Collection[tuple[str, str]] = (),
    ) -> Scope:
        """The blocks that ``find`` may look at; none for a case that is not in the index."""
        span = (0, len(self._blocks)) if slug is None else self._ranges.get(slug, (0, 0))
        places: frozenset[int] | None = None
        if writings is not None:
            key = (slug, frozenset(writings))
            if key not in self._scopes:
                _make_room(self._scopes, WRITINGS_KEPT)
                self._scopes[key] = frozenset(
                    k for k in range(*span) if self._blocks[k].writing in key[1]
                )
            places = self._scopes[key]
        if blocks is not None and slug is not None:
            named = frozenset(self._numbers[slug, b] for b in blocks if (slug, b) in self._numbers)
            places = named if places is None else places & named
        barred = frozenset(self._numbers[pair] for pair in exclude if pair in self._numbers)
        return Scope(slug, span, places, barred)

    def seeds(self, quote: Words, scope: Scope, most: int = COMMON) -> Iterator[Seed]:
        """The places at which a shingle of ``quote`` stands, if it stands at no more than ``most``."""
        first = self._index.first
        lo, hi = first[scope.span[0]], first[scope.span[1]]
        for quoted, mark in shingles(quote):
            for number in self._index.places(mark, lo, hi, most) or ():
                place = bisect_right(first, number) - 1
                if place in scope:
                    yield Seed(place, number - first[place], quoted)

    def _candidates(self, quote: Words, scope: Scope) -> list[tuple[int, Span, Span]]:
        """``(block, piece of the quotation, words of the block)`` to begin with, the most promising first."""
        parts = pieces(quote)
        seeds = list(self.seeds(quote, scope)) or list(self.seeds(quote, scope, COMMON_TOO))
        clusters: dict[tuple[int, Span], list[list[Seed]]] = defaultdict(list)
        for seed in sorted(seeds, key=lambda s: (s.place, s.word, s.quoted)):
            core = parts[bisect_right(parts, (seed.quoted, len(quote))) - 1]
            mine = clusters[seed.place, core]
            if mine and seed.word - mine[-1][0].word <= core[1] - core[0] + SLACK:
                mine[-1].append(seed)
            else:
                mine.append([seed])
        if not clusters:
            return list(self._narrow(quote, parts, scope))
        ranked = sorted(
            (
                (place, core, cluster)
                for (place, core), mine in clusters.items()
                for cluster in mine
            ),
            key=lambda c: (-_distinct(c[2]), c[0], c[1], c[2][0].word),
        )[:CANDIDATES]
        best = _distinct(ranked[0][2])
        return [
            (place, core, self._window(place, core, cluster))
            for place, core, cluster in ranked
            if _distinct(cluster) * WORTH >= best
        ]

    def _window(self, place: int, core: Span, seeds: Sequence[Seed]) -> Span:
        start = min(s.word - s.quoted for s in seeds) + core[0] - SLACK
        end = max(s.word - s.quoted for s in seeds) + core[1] + SLACK
        return max(0, start), min(len(self.words(place)), end)

    def _narrow(
        self, quote: Words, parts: Sequence[Span], scope: Scope
    ) -> Iterator[tuple[int, Span, Span]]:
        """Quotations too short for a shingle, or broken everywhere, by their longest word: within one case only."""
        if scope.slug is None or scope.span[0] == scope.span[1] or len(quote) > SHORT:
            return
        k, core = max(
            ((k, part) for part in parts for k in range(*part)),
            key=lambda w: (len(quote.norms[w[0]]), -w[0]),
        )
        left = CANDIDATES
        for place, n in self._where(scope.slug).get(quote.norms[k], ()):
            if place in scope and left:
                left -= 1
                end = min(len(self.words(place)), n - k + core[1])
                yield place, core, (max(0, n - k + core[0]), end)

    def _where(self, slug: str) -> dict[str, list[tuple[int, int]]]:
        """For each word of a case the blocks and numbers where it stands."""
        if slug not in self._words:
            _make_room(self._words, 4)
            where: dict[str, list[tuple[int, int]]] = defaultdict(list)
            for place in range(*self._ranges[slug]):
                for n, norm in enumerate(self.words(place).norms):
                    where[norm].append((place, n))
            self._words[slug] = where
        return self._words[slug]


def _convinces(match: Alignment) -> bool:
    alike = match.likeness
    return alike >= NEARLY_ALL or (alike >= ENOUGH and match.longest >= IN_A_ROW)


def _distinct(seeds: Iterable[Seed]) -> int:
    """How many words of the quotation begin one of the shingles."""
    return len({s.quoted for s in seeds})


def _make_room(kept: dict[_K, _V], most: int) -> None:
    """Start afresh when enough is kept: searches come case by case."""
    if len(kept) >= most:
        kept.clear()
