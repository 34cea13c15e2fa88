"""Where the pages of a text began whose page marks are lost: every way of dividing it, each with its probability.

A division is a chain of places, each the head of a page, with numbers that go up by one.  How likely it is depends on
how full its pages would be, on the traces at their heads, and on what is known of the pages at single places
(``Known``: a quotation that is cited with its page; a pin, which must lie within its writing).  The forward-backward
recursion over the chains (Rabiner 1989) gives the probability that page N reaches from one place to another.  Numbers
run backwards in none of them, and a fact that contradicts the others only costs the chains that deny it.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from generator.link.page_fill import (
    LONGEST,
    UNTRACED,
    Heads,
    Style,
    first_fill,
    short_fill,
    whole_fill,
)

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from generator.link.page_stream import Place

NEVER = -14.0  # log weight beside the likeliest at which a way is given up
PRUNED = 1e-6
MOST_TIMES = 3  # the same fact, told more often, is no surer
FAINT = 1e-3  # extents less probable than this are not told
# A writing may begin on a page further on than the next: the text may lack what is printed between.
SKIPS = ((1, 0.9), (2, 0.04), (3, 0.02), (4, 0.02), (5, 0.01), (6, 0.01))


@dataclass(frozen=True, slots=True)
class Known:
    """The page at clean offset ``at`` is one of ``low`` … ``high``.

    ``near`` and ``far`` are the log weights of its being one page off, and further off.
    """

    at: int
    low: int
    high: int
    near: float = -4.0
    far: float = -7.0

    def weight(self, page: int) -> float:
        """The log weight of this page at that place."""
        off = max(self.low - page, page - self.high, 0)
        return 0.0 if not off else self.near if off == 1 else self.far


@dataclass(frozen=True, slots=True)
class Leaf:
    """Page ``page`` reaches from clean offset ``start`` to ``end``, with this probability."""

    page: int
    start: int
    end: int
    probability: float


class _Edge(NamedTuple):
    """A page from one place to another (numbers of places), with its log weight; ``facts`` if any lie within."""

    start: int
    end: int
    weight: float
    facts: Span | None


class _Mass(NamedTuple):
    """Probability mass by page number, at a logarithmic scale."""

    scale: float
    pages: dict[int, float]


Span = tuple[int, int]
_EMPTY = _Mass(0.0, {})
_NEXT = ((1, 1.0),)


def leaves(
    places: Sequence[Place],
    style: Style,
    first: range,
    known: Sequence[Known] = (),
    heads: Heads | None = None,
) -> list[Leaf]:
    """The probable extents of every page.  ``first`` holds the numbers that the first page may have.

    Cost: linear in the number of places, as those that can begin and end one page are few, and so are the numbers that
    a page can have after what is known.
    """
    if len(places) < 2:
        return []
    facts = _Facts(places, known)
    into: list[list[_Edge]] = [[] for _ in places]
    out_of: list[list[_Edge]] = [[] for _ in places]
    traced = any(p.kind == "gap" for p in places)
    for edge in _edges(places, style, heads or (Heads() if traced else UNTRACED), facts):
        into[edge.end].append(edge)
        out_of[edge.start].append(edge)
    ahead, total = _forward(places, into, first, facts)
    if total == -math.inf:
        return []
    back = _backward(places, out_of, ahead, facts)
    found: list[Leaf] = []
    for edges in out_of:
        for edge in edges:
            here, there = ahead[edge.start], back[edge.end]
            log = here.scale + there.scale + edge.weight - total
            if not here.pages or not there.pages or log < NEVER:
                continue
            extent = places[edge.start].at, places[edge.end].at
            for page, mass in here.pages.items():
                after = there.pages.get(page)
                if after:
                    fact = facts.weight(edge.facts, page) if edge.facts else 0.0
                    p = math.exp(log + fact) * mass * after
                    if p > FAINT:
                        found.append(Leaf(page, *extent, min(p, 1.0)))
    return found


class _Facts:
    """What is known, in the order of the places."""

    def __init__(self, places: Sequence[Place], known: Sequence[Known]) -> None:
        counted = Counter(known)
        self._known = sorted(counted, key=lambda k: (k.at, k.low, k.high, k.far))
        self._times = [min(counted[k], MOST_TIMES) for k in self._known]
        self._upto = [0]
        k = 0
        for place in places[1:]:
            while k < len(self._known) and self._known[k].at < place.at:
                k += 1
            self._upto.append(k)
        self._upto[-1] = len(self._known)
        self._memo: dict[tuple[Span, int], float] = {}

    def between(self, start: int, end: int) -> Span | None:
        """The facts between two places."""
        low, high = self._upto[start], self._upto[end]
        return (low, high) if low < high else None

    def weight(self, span: Span, page: int) -> float:
        """The log weight of these facts if what lies there is page ``page``."""
        key = (span, page)
        if key not in self._memo:
            weights = (self._known[k].weight(page) * self._times[k] for k in range(*span))
            self._memo[key] = sum(weights)
        return self._memo[key]


def _edges(places: Sequence[Place], style: Style, heads: Heads, facts: _Facts) -> list[_Edge]:
    """Every page that is not absurdly long or short."""
    out = []
    low = 0
    last = len(places) - 1
    lost = _calls_before(places, style.full)
    for j in range(1, len(places)):
        end = places[j]
        while end.fill - places[low].fill > style.full * LONGEST and low < j - 1:
            low += 1
        head = heads.of(end) if j != last else 0.0
        for i in range(low, j):
            start = places[i]
            fill = end.fill - start.fill
            if i == 0 and style.first is not None:
                weight = first_fill(fill, style, short=j == last)
            elif i == 0 or j == last or end.kind == "writing":
                weight = short_fill(fill, style)
            else:
                silent = "silent" in (start.kind, end.kind)
                weight = whole_fill(fill, end.calls - start.calls, lost[i], style, odd=not silent)
            if weight > NEVER:
                out.append(_Edge(i, j, weight + head, facts.between(i, j)))
    return out


def _calls_before(places: Sequence[Place], full: float) -> list[int]:
    """For each place, the number of lost notes that a page before it would call."""
    out = []
    low = 0
    for place in places:
        while place.fill - places[low].fill > full * 0.8:
            low += 1
        out.append(place.calls - places[low].calls)
    return out


def _forward(
    places: Sequence[Place], into: Sequence[Sequence[_Edge]], first: range, facts: _Facts
) -> tuple[list[_Mass], float]:
    """For each place, the mass of all chains up to it by the page that begins there; and the log of the whole."""
    out = [_Mass(0.0, dict.fromkeys(first, 1.0 / max(1, len(first))))]
    for place, edges in zip(places[1:], into[1:], strict=True):
        ways = [(out[e.start].scale + e.weight, e, out[e.start].pages) for e in edges]
        mass = _gathered(ways, facts)
        begun: dict[int, float] = {}
        for page, m in mass.pages.items():
            for step, share in _steps(place):
                begun[page + step] = begun.get(page + step, 0.0) + m * share
        out.append(_Mass(mass.scale, begun))
    last = out[-1]
    return out, last.scale + math.log(sum(last.pages.values())) if last.pages else -math.inf


def _backward(
    places: Sequence[Place],
    out_of: Sequence[Sequence[_Edge]],
    ahead: Sequence[_Mass],
    facts: _Facts,
) -> list[_Mass]:
    """For each place, the mass of all chains behind it by the page that ends there."""
    out = [_EMPTY] * len(places)
    out[-1] = _Mass(0.0, {page - 1: 1.0 for page in ahead[-1].pages})
    for i in range(len(places) - 2, -1, -1):
        ways = [(out[e.end].scale + e.weight, e, out[e.end].pages) for e in out_of[i]]
        mass = _gathered(ways, facts, ahead[i].pages)
        ended: dict[int, float] = {}
        for page, m in mass.pages.items():
            for step, share in _steps(places[i]):
                ended[page - step] = ended.get(page - step, 0.0) + m * share
        out[i] = _Mass(mass.scale, ended)
    return out


def _steps(place: Place) -> tuple[tuple[int, float], ...]:
    return SKIPS if place.kind == "writing" else _NEXT


def _gathered(
    ways: Sequence[tuple[float, _Edge, dict[int, float]]],
    facts: _Facts,
    only: Container[int] | None = None,
) -> _Mass:
    """The sum of all ways that meet at a place, by the page that they take; the faint ones are given up.

    ``only``: the pages that the place can have, beside which no other may make a way look faint.
    """
    told: list[tuple[float, dict[int, float], dict[int, float] | None]] = []
    for log, edge, taken in ways:
        pages = taken if only is None else {n: m for n, m in taken.items() if n in only}
        if pages and edge.facts is None:
            told.append((log, pages, None))
        elif pages and edge.facts:
            weights = {page: facts.weight(edge.facts, page) for page in pages}
            best = max(weights.values())
            told.append((log + best, pages, {n: w - best for n, w in weights.items()}))
    if not told:
        return _EMPTY
    scale = max(log for log, _, _ in told)
    total: dict[int, float] = {}
    for log, pages, facts_of in told:
        if log - scale < NEVER:
            continue
        factor = math.exp(log - scale)
        if facts_of is None:
            for page, mass in pages.items():
                total[page] = total.get(page, 0.0) + mass * factor
        else:
            for page, mass in pages.items():
                total[page] = total.get(page, 0.0) + mass * factor * math.exp(facts_of[page])
    top = max(total.values())
    return _Mass(scale + math.log(top), {n: m / top for n, m in total.items() if m > PRUNED * top})
