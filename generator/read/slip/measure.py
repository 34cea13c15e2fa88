"""How wide a line is set: what tells the last line of a paragraph, and a quotation set in, from running text.

A printer breaks a line where the next word no longer fits.  So where it would have fitted, the break is an author's.
The widths are those of Times Roman, in thousandths of an em: near enough to the Court's Century Schoolbook, for all
that counts is what share of a full line a line fills.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

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
_FULL = 0.9  # the share of lines that are no wider than a full one


@lru_cache(maxsize=4096)
def width(text: str) -> int:
    """The natural width of a line, its blanks not stretched."""
    return sum(map(_WIDTHS.__getitem__, text))


def full_width(lines: Iterable[str]) -> int:
    """The width of a full line among these: that of the widest but for a tenth, which were squeezed."""
    widths = sorted(width(line) for line in lines)
    return widths[int(_FULL * (len(widths) - 1))] if widths else 1
