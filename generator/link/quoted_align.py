"""Quoted words laid beside their original, word by word."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.link.quoted_words import LOOSE, REPLACED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.link.quoted_words import Words
    from generator.model import Span

OMITTED = 250  # words of the original that an ellipsis may stand for
REPHRASED = 40  # words of the original that a bracketed word may stand for
# Words that match at the edge, far from the rest, are chance: where no ellipsis explains it, a hole in the original
# may be ``HOLE`` words, and ``HOLE_TIMES`` more for each word that matches beyond it.
HOLE = 2
HOLE_TIMES = 3
FEW = 3  # fewer words than these must be near even beyond an ellipsis
NEAR = (-3, -2, -1, 1, 2, 3)  # neighbours of a word by which it is known
OMISSION = 4  # words: a citation dropped without an ellipsis costs no more than a short phrase


@dataclass(frozen=True, slots=True)
class Alignment:
    """``span``: the first and one past the last word of the original; ``quoted`` the same of the quotation.

    ``found`` of ``total`` words stand in order; ``changes`` holds what differs as (quoted, original), ``cost`` how
    much that is: a word changed counts once, a long omission no more than ``OMISSION`` words. ``longest``
    is the number of letters in the longest stretch that is the same.
    """

    span: Span
    quoted: Span
    found: int
    total: int
    changes: tuple[tuple[str, str], ...]
    cost: int
    longest: int

    @property
    def likeness(self) -> float:
        """How much is the same of what should be, 0…1; words that the quotation leaves out count against it too."""
        return self.found / (self.found + self.cost)

    @property
    def score(self) -> float:
        """The share of the quotation's words that stand in order in the original."""
        return self.found / self.total if self.total else 0.0


@dataclass(frozen=True, slots=True)
class _Island:
    """Words of the quotation (numbers ``a``) and of the original (``b``): the same, or, as a hole, what is not."""

    a: Span
    b: Span


def pieces(quote: Words) -> list[Span]:
    """The stretches of a quotation that are quoted without a break: between ellipses and bracketed words."""
    out: list[Span] = []
    start = 0
    for k in range(len(quote) + 1):
        broken = k == len(quote) or bool(quote.flags[k] & REPLACED)
        if (broken or k in quote.gaps) and start < k:
            out.append((start, k))
            start = k
        if broken:
            start = k + 1
    return out


def aligned(quote: Words, original: Words, core: Span, window: Span) -> Alignment | None:
    """Lay ``quote`` beside ``original``, beginning with its piece ``core``, which is sought in the words ``window``.

    The pieces before and behind it are sought outwards, the nearest first; ``None`` when no word of the core matches.
    What the quotation marks as its own doing costs nothing: brackets, and words left out at an ellipsis.  Nor
    does what a flattened text loses on the one side or the other (see ``Words``), nor a blank within a word.
    """
    found = _islands(quote, core, original, window)
    reach = OMITTED if quote.gaps else REPHRASED
    parts = pieces(quote) if found else []
    for piece in reversed([p for p in parts if p[1] <= core[0]]):
        edge = found[0].b[0]
        found = _islands(quote, piece, original, (max(0, edge - reach), edge), back=True) + found
    for piece in [p for p in parts if p[0] >= core[1]]:
        edge = found[-1].b[1]
        found += _islands(quote, piece, original, (edge, min(len(original), edge + reach)))
    islands = _compact(found, quote)
    return _judged(islands, quote, original) if islands else None


def _judged(islands: Sequence[_Island], quote: Words, original: Words) -> Alignment:
    own = [bool(flag & REPLACED) for flag in quote.flags]
    lossy = _lossy(quote), _lossy(original)
    total = len(own) - sum(own)
    changes, cost = [], 0
    for hole in _holes(islands, len(own)):
        missing = [k for k in range(*hole.a) if not own[k]]
        mine = [k for k in missing if not (lossy[1] and quote.flags[k] & LOOSE)]
        total -= len(missing) - len(mine)
        theirs = [n for n in range(*hole.b) if not (lossy[0] and original.flags[n] & LOOSE)]
        if _at_gap(hole, quote):
            theirs = []
        if mine or theirs:
            changes.append(
                (
                    " ".join(quote.norms[k] for k in mine),
                    " ".join(original.norms[n] for n in theirs),
                )
            )
            cost += max(len(mine), min(len(theirs), OMISSION))
    return Alignment(
        (islands[0].b[0], islands[-1].b[1]),
        (islands[0].a[0], islands[-1].a[1]),
        sum(i.a[1] - i.a[0] for i in islands),
        total,
        tuple(changes),
        cost,
        max(sum(map(len, quote.norms[slice(*i.a)])) for i in islands),
    )


def _lossy(words: Words) -> bool:
    return LOOSE not in words.flags and LOOSE | REPLACED not in words.flags


def _islands(
    quote: Words, piece: Span, original: Words, window: Span, *, back: bool = False
) -> list[_Island]:
    """The stretches of a piece that stand in the window; ``back``: of equal ones the last and not the first."""
    nearest = range(window[1] - 1, window[0] - 1, -1) if back else range(*window)
    a = [_quoted(quote, k, original, nearest) for k in range(*piece)]
    b = list(original.norms[window[0] : window[1]])
    if not back:
        return [
            _Island((piece[0] + i1, piece[0] + i2), (window[0] + j1, window[0] + j2))
            for i1, i2, j1, j2 in _matches(a, b)
        ]
    return [
        _Island((piece[1] - i2, piece[1] - i1), (window[1] - j2, window[1] - j1))
        for i1, i2, j1, j2 in reversed(_matches(_backwards(a), _backwards(b)))
    ]


def _quoted(quote: Words, k: int, original: Words, nearest: range) -> str:
    """A word of the quotation; in place of ``call[ed]`` the word of the original that it quotes, if there is one.

    Of several it is the one whose neighbours are the quotation's, and of those the first in ``nearest``.
    """
    if k not in quote.stems:
        return quote.norms[k]
    there = original.norms
    beside = [(d, quote.norms[k + d]) for d in NEAR if 0 <= k + d < len(quote)]
    best = max(
        (n for n in nearest if quote.same(k, original, n)),
        key=lambda n: (
            sum(0 <= n + d < len(there) and there[n + d] == word for d, word in beside),
            there[n] == quote.norms[k],
        ),
        default=None,
    )
    return quote.norms[k] if best is None else there[best]


def _matches(a: list[str], b: list[str]) -> list[tuple[int, int, int, int]]:
    """What is the same in ``a`` and ``b``; a blank within a word is no difference (``call ed``, ``can not``)."""
    out: list[tuple[int, int, int, int]] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "equal":
            out.append((i1, i2, j1, j2))
        elif tag == "replace":
            x, y = _joined_prefix(a[i1:i2], b[j1:j2])
            u, v = _joined_prefix(_backwards(a[i1 + x : i2]), _backwards(b[j1 + y : j2]))
            if x:
                out.append((i1, i1 + x, j1, j1 + y))
            if u:
                out.append((i2 - u, i2, j2 - v, j2))
    return out


def _backwards(words: Sequence[str]) -> list[str]:
    return [word[::-1] for word in reversed(words)]


def _joined_prefix(a: Sequence[str], b: Sequence[str]) -> tuple[int, int]:
    """How many words at the front of both hold the same letters."""
    best = (0, 0)
    left = right = ""
    x = y = 0
    while True:
        if len(left) <= len(right):
            if x == len(a):
                return best
            left += a[x]
            x += 1
        else:
            if y == len(b):
                return best
            right += b[y]
            y += 1
        if left == right:
            best = (x, y)
        elif not left.startswith(right) and not right.startswith(left):
            return best


def _compact(islands: Sequence[_Island], quote: Words) -> list[_Island]:
    """Without the stray matches at both ends that lie far from the rest."""
    out = list(islands)
    while len(out) > 1 and _wide(out[0], out[1], out[0], quote):
        del out[0]
    while len(out) > 1 and _wide(out[-2], out[-1], out[-1], quote):
        del out[-1]
    return out


def _wide(left: _Island, right: _Island, edge: _Island, quote: Words) -> bool:
    """Whether the hole between two islands is too wide for the words of the one at the ``edge``."""
    size = edge.a[1] - edge.a[0]
    hole = _between(left, right)
    width = hole.b[1] - hole.b[0]
    if _at_gap(hole, quote):
        return size < FEW and width > HOLE + HOLE_TIMES * FEW
    return width > HOLE + HOLE_TIMES * size


def _between(left: _Island, right: _Island) -> _Island:
    return _Island((left.a[1], right.a[0]), (left.b[1], right.b[0]))


def _at_gap(hole: _Island, quote: Words) -> bool:
    """Whether the quotation says at this place that it is not the original that goes on."""
    start, end = hole.a
    return any(
        k in quote.gaps or (k < end and quote.flags[k] & REPLACED) for k in range(start, end + 1)
    )


def _holes(islands: Sequence[_Island], words: int) -> list[_Island]:
    """What lies between the islands; before the first and behind the last, only the quotation's words count."""
    first, last = islands[0], islands[-1]
    return [
        _Island((0, first.a[0]), (first.b[0], first.b[0])),
        *(_between(x, y) for x, y in pairwise(islands)),
        _Island((last.a[1], words), (last.b[1], last.b[1])),
    ]
