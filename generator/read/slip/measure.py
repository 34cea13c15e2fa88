"""How wide a line is set: what tells the last line of a paragraph, and a quotation set in, from running text.

A printer breaks a line where the next word no longer fits.  So where it would have fitted, the break is an author's.
The widths are those of Times Roman, in thousandths of an em: near enough to the Court's Century Schoolbook, for all
that counts is what share of a full line a line fills.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate
from math import sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_BY_WIDTH = {
    250: " .,\xa0",
    278: "ijlt:;/\\|",
    333: "fr-()[]‘’'!`I\xad",
    389: "sJ",
    444: 'acez“”"?',
    500: "bdghknopquvxy0123456789$§–*_†#",
    556: "FPSß",
    611: "ELTZ",
    667: "BCR",
    722: "wADGHKNOQUVXY",
    778: "m&",
    889: "M%",
    944: "W",
    1000: "—…",
}


class _Widths(dict[str, int]):
    """The width of every character; those of no table are as wide as a figure."""

    def __missing__(self, char: str) -> int:
        return 500


_WIDTHS = _Widths({char: width for width, chars in _BY_WIDTH.items() for char in chars})
_FULL = 0.9  # the share of lines that are no wider than a full one, set close
_SPACED = 1.035  # how much wider than the usual full line, naturally, is one that is set close
_OVER = 0.08  # of the usual width: what no line exceeds it by, however close it is set
_BROKEN = 0.985  # of the usual width: a line without its hyphen


@lru_cache(maxsize=4096)
def width(text: str) -> int:
    """The natural width of a line, its blanks not stretched."""
    return sum(map(_WIDTHS.__getitem__, text))


def full_width(lines: Iterable[str]) -> int:
    """The width of a full line among these: that of the widest but for a tenth, which were squeezed, and for those that
    are several lines in one (``joined``).
    """
    widths = sorted(width(line) for line in lines)
    if not widths:
        return 1
    single = widths[: bisect_right(widths, _commonest(widths))]
    return max(1, single[int(_FULL * (len(single) - 1))])


def _commonest(widths: Sequence[int]) -> float:
    """The upper edge of the narrow range of widths in which most lines stand; ``widths`` are in order.

    A longer line counts for more than the cell of a table, though not for twice as much as the half of it.
    """
    sums = [0.0, *accumulate(map(sqrt, widths))]
    best, edge = -1.0, 0.0
    for k, least in enumerate(widths):
        top = least * (1 + 2 * _OVER)
        held = sums[bisect_right(widths, top)] - sums[k]
        if held > best:
            best, edge = held, top
    return edge


def usual_of(full: int) -> int:
    """The natural width of the usual full line, where ``full_width`` is known."""
    return max(1, round(full / _SPACED))


def joined(line: str, usual: int) -> int:
    """How many printed lines stand on this one besides the last.

    Newer programs join the lines between which a word was broken.
    """
    return max(0, int(width(line) / usual - _OVER))


def last_width(line: str, usual: int) -> float:
    """The width of the last of the printed lines that stand on this one."""
    return width(line) - _BROKEN * usual * joined(line, usual)
