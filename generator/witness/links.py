"""From words that agree to letters that agree: what was joined or split, and what is spelled otherwise.

A link says that some letters of the source are some letters of the witness.  Words that agree are one link each;
``can not`` and ``cannot`` are two, cut where either text has its border; ``defence`` and ``defense`` are one, but of
another spelling: the letters are then not the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.witness.align import Run

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model import Span
    from generator.witness.tokens import Tokens

NEAR = 60  # words; what lies between two runs is looked at letter by letter when it is no longer than that
ALIKE = (
    0.6  # of the letters (normalised Levenshtein similarity), for another spelling of the same word
)
SHORTEST = 3  # letters: "is" for "it" is another word


@dataclass(frozen=True, slots=True)
class Link:
    """``source`` and ``witness`` are spans of the two texts.

    ``inside``: the link before it belongs to the same word in one of the texts.  ``same``: the letters are the same
    but for capitals.
    """

    source: Span
    witness: Span
    same: bool = True
    inside: bool = False


def links(source: Tokens, witness: Tokens, runs: Sequence[Run]) -> list[Link]:
    """All links in order."""
    out: list[Link] = []
    a = b = 0
    for run in [*runs, Run(len(source), len(witness), 0)]:
        out += _near(source, witness, a, run.a, b, run.b)
        for k in range(run.size):
            out += _equal(source, witness, run.a + k, run.b + k)
        a, b = run.a + run.size, run.b + run.size
    return out


def _equal(source: Tokens, witness: Tokens, a: int, b: int) -> Iterator[Link]:
    """One word of each; a mark within it (``n't``) may stand in one of the texts alone."""
    one, two = source.spans[a], witness.spans[b]
    if _same(source.text[slice(*one)], witness.text[slice(*two)]):
        yield Link(one, two)
        return
    yield from _cut(source, witness, (a, a + 1), (b, b + 1)) or [Link(one, two, same=False)]


def _same(one: str, two: str) -> bool:
    """Whether the letters agree one by one, so that each can stand for the other."""
    return len(one) == len(two) and all(
        x == y or x.lower() == y.lower() for x, y in zip(one, two, strict=True)
    )


def _near(source: Tokens, witness: Tokens, a: int, a_end: int, b: int, b_end: int) -> list[Link]:
    """The links in a stretch where the words do not agree as they stand."""
    if a == a_end or b == b_end or max(a_end - a, b_end - b) > NEAR:
        return []
    out: list[Link] = []
    for one, two in [*_joins(source, witness, a, a_end, b, b_end), ((a_end,) * 2, (b_end,) * 2)]:
        out += _spellings(source, witness, (a, one[0]), (b, two[0]))
        out += _cut(source, witness, one, two)
        a, b = one[1], two[1]
    return out


def _joins(
    source: Tokens, witness: Tokens, a: int, a_end: int, b: int, b_end: int
) -> list[tuple[Span, Span]]:
    """Stretches of words whose letters, put together, are the same: ``can not`` and ``cannot``.

    From left to right, at each word of the source the first word of the witness that begins such a stretch.
    """
    out = []
    while a < a_end:
        for there in range(b, b_end):
            ends = _join(source.keys, witness.keys, a, a_end, there, b_end)
            if ends:
                out.append(((a, ends[0]), (there, ends[1])))
                a, b = ends
                break
        else:
            a += 1
    return out


def _join(
    one: Sequence[str], two: Sequence[str], a: int, a_end: int, b: int, b_end: int
) -> tuple[int, int] | None:
    """Where the words from ``a`` and those from ``b`` have come to the same letters for the first time."""
    left, right = one[a], two[b]
    a, b = a + 1, b + 1
    while left != right:
        if len(left) < len(right):
            if not right.startswith(left) or a == a_end:
                return None
            left += one[a]
            a += 1
        else:
            if not left.startswith(right) or b == b_end:
                return None
            right += two[b]
            b += 1
    return a, b


def _cut(source: Tokens, witness: Tokens, one: Span, two: Span) -> list[Link]:
    """Two stretches of the same letters as links, cut wherever either text has something between two letters."""
    first = [
        k for s, e in source.spans[slice(*one)] for k in range(s, e) if source.text[k].isalnum()
    ]
    second = [
        k for s, e in witness.spans[slice(*two)] for k in range(s, e) if witness.text[k].isalnum()
    ]
    if not first or not _same(
        "".join(source.text[k] for k in first), "".join(witness.text[k] for k in second)
    ):
        return []  # letters that become others in lower case ("ß"): no link can say which is which
    out = []
    start = 0
    for k in range(1, len(first) + 1):
        if k == len(first) or first[k] != first[k - 1] + 1 or second[k] != second[k - 1] + 1:
            out.append(
                Link(
                    (first[start], first[k - 1] + 1),
                    (second[start], second[k - 1] + 1),
                    inside=start > 0,
                )
            )
            start = k
    return out


def _spellings(source: Tokens, witness: Tokens, one: Span, two: Span) -> list[Link]:
    """Words that are near enough to be the same: the best pairs that do not cross, of all words of a short stretch."""
    (a, a_end), (b, b_end) = one, two
    if a == a_end or b == b_end:
        return []
    from rapidfuzz.distance import Levenshtein

    rows, columns = a_end - a, b_end - b
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    worth = [[0.0] * columns for _ in range(rows)]
    for r in range(rows - 1, -1, -1):
        for c in range(columns - 1, -1, -1):
            left, right = source.keys[a + r], witness.keys[b + c]
            if min(len(left), len(right)) >= SHORTEST:
                worth[r][c] = Levenshtein.normalized_similarity(left, right, score_cutoff=ALIKE)
            pair = worth[r][c] + best[r + 1][c + 1] if worth[r][c] else 0.0
            best[r][c] = max(pair, best[r + 1][c], best[r][c + 1])
    out, r, c = [], 0, 0
    while r < rows and c < columns:
        if worth[r][c] and best[r][c] == worth[r][c] + best[r + 1][c + 1]:
            out.append(Link(source.spans[a + r], witness.spans[b + c], same=False))
            r, c = r + 1, c + 1
        elif best[r][c] == best[r + 1][c]:
            r += 1
        else:
            c += 1
    return out
