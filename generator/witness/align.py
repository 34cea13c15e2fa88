"""Which words of one text stand in another, in the same order.

Three steps, from what is sure to what is likely:

1. *anchors*: runs of ``SHINGLE`` words that occur once in either text; of those that cross one another, the longest
   chain that does not.  Each is extended as far as the words agree.
2. *between anchors*: the longest common subsequence, bit-parallel (rapidfuzz), as long as the cells of its table stay
   within ``CELLS`` for the whole text.
3. *islands*: a short agreement between two long disagreements ("of", "the court" among other words) is chance and is
   given up, as ``diff-match-patch`` does in its semantic clean-up (Neil Fraser, "Diff Strategies", 2006).

The cost is that of sorting the shingles, n log n, and of the tables, whose cells are bounded for two texts as a whole:
beyond ``CELLS`` (20,000 words against 20,000 with nothing in common) what lies between two anchors counts as unlike.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SHINGLES = (5, 3)  # words of an anchor: long ones over the whole texts, then shorter ones between
CELLS = 400_000_000  # of all tables together: 50 MB of bits, half a second
PASSES = 4  # over the islands; each merges gaps, and so may show further ones


class Run(NamedTuple):
    """``size`` words from ``a`` in the first text are those from ``b`` in the second."""

    a: int
    b: int
    size: int


def align(first: Sequence[str], second: Sequence[str]) -> list[Run]:
    """The runs of words that agree, in order and without overlap, each as long as it can be."""
    table: dict[str, int] = {}
    one = [table.setdefault(word, len(table)) for word in first]
    two = [table.setdefault(word, len(table)) for word in second]
    runs = list(_between(one, two, 0, len(one), 0, len(two), _Budget(CELLS), SHINGLES))
    widths = [len(word) for word in table]
    return _without_islands(_joined(runs), one, two, widths)


class _Budget:
    """What is left of the cells."""

    def __init__(self, cells: int) -> None:
        self.left = cells

    def take(self, cells: int) -> bool:
        if cells > self.left:
            return False
        self.left -= cells
        return True


def _between(
    one: list[int],
    two: list[int],
    a: int,
    a_end: int,
    b: int,
    b_end: int,
    budget: _Budget,
    sizes: tuple[int, ...],
) -> Iterator[Run]:
    """The runs within ``one[a:a_end]`` and ``two[b:b_end]``."""
    size = 0
    while a + size < a_end and b + size < b_end and one[a + size] == two[b + size]:
        size += 1
    if size:
        yield Run(a, b, size)
        a, b = a + size, b + size
    tail = 0
    while a < a_end - tail and b < b_end - tail and one[a_end - tail - 1] == two[b_end - tail - 1]:
        tail += 1
    a_end, b_end = a_end - tail, b_end - tail
    if a < a_end and b < b_end:
        if sizes:
            for run in [*_anchors(one, two, a, a_end, b, b_end, sizes[0]), Run(a_end, b_end, 0)]:
                yield from _between(one, two, a, run.a, b, run.b, budget, sizes[1:])
                if run.size:
                    yield run
                a, b = run.a + run.size, run.b + run.size
        elif budget.take((a_end - a) * (b_end - b)):
            yield from _subsequence(one, two, a, a_end, b, b_end)
    if tail:
        yield Run(a_end, b_end, tail)


def _anchors(
    one: list[int], two: list[int], a: int, a_end: int, b: int, b_end: int, size: int
) -> list[Run]:
    """The longest chain of shingles that occur once on either side, each extended both ways."""
    places = _once(two, b, b_end, size)
    pairs = [
        (at, places[shingle])
        for shingle, at in _once(one, a, a_end, size).items()
        if places.get(shingle, -1) >= 0 and at >= 0
    ]
    out: list[Run] = []
    for at, there in _chain(pairs):
        low_a, low_b = (out[-1].a + out[-1].size, out[-1].b + out[-1].size) if out else (a, b)
        if at < low_a or there < low_b:
            continue
        start = 0
        while at - start > low_a and there - start > low_b:
            if one[at - start - 1] != two[there - start - 1]:
                break
            start += 1
        length = size
        while at + length < a_end and there + length < b_end:
            if one[at + length] != two[there + length]:
                break
            length += 1
        out.append(Run(at - start, there - start, start + length))
    return out


def _once(words: list[int], start: int, end: int, size: int) -> dict[tuple[int, ...], int]:
    """Where each shingle stands, ``-1`` where it stands more than once; in the order of the text."""
    out: dict[tuple[int, ...], int] = {}
    for k in range(start, end - size + 1):
        shingle = tuple(words[k : k + size])
        out[shingle] = -1 if shingle in out else k
    return out


def _chain(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs, sorted by their first place, that rises in the second as well."""
    tails: list[int] = []
    at: list[int] = []
    back: list[int] = []
    for index, (_, there) in enumerate(pairs):
        k = bisect_left(tails, there)
        back.append(at[k - 1] if k else -1)
        if k == len(tails):
            tails.append(there)
            at.append(index)
        else:
            tails[k], at[k] = there, index
    out: list[tuple[int, int]] = []
    index = at[-1] if at else -1
    while index >= 0:
        out.append(pairs[index])
        index = back[index]
    return out[::-1]


def _subsequence(
    one: list[int], two: list[int], a: int, a_end: int, b: int, b_end: int
) -> Iterator[Run]:
    from rapidfuzz.distance import LCSseq

    for code in LCSseq.opcodes(one[a:a_end], two[b:b_end]):
        if code.tag == "equal":
            yield Run(a + code.src_start, b + code.dest_start, code.src_end - code.src_start)


def _joined(runs: list[Run]) -> list[Run]:
    """Runs that follow on one another, as one."""
    out: list[Run] = []
    for run in runs:
        last = out[-1] if out else None
        if last and last.a + last.size == run.a and last.b + last.size == run.b:
            out[-1] = Run(last.a, last.b, last.size + run.size)
        else:
            out.append(run)
    return out


def _without_islands(
    runs: list[Run], one: list[int], two: list[int], widths: list[int]
) -> list[Run]:
    """Give up each run that has no more letters than disagree on both of its sides, in both texts."""
    first, second = _sums(one, widths), _sums(two, widths)
    for _ in range(PASSES):
        kept: list[Run] = []
        for k, run in enumerate(runs):
            letters = first[run.a + run.size] - first[run.a]
            last = kept[-1] if kept else Run(0, 0, 0)
            a, b = last.a + last.size, last.b + last.size
            a_next, b_next = runs[k + 1][:2] if k + 1 < len(runs) else (len(one), len(two))
            before = min(first[run.a] - first[a], second[run.b] - second[b])
            after = min(
                first[a_next] - first[run.a + run.size], second[b_next] - second[run.b + run.size]
            )
            if letters > before or letters > after:
                kept.append(run)
        if len(kept) == len(runs):
            break
        runs = kept
    return runs


def _sums(words: list[int], widths: list[int]) -> list[int]:
    """How many letters stand before each word."""
    out = [0]
    for word in words:
        out.append(out[-1] + widths[word])
    return out
