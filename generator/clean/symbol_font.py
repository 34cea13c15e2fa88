"""Signs of the font "Symbol" that a PDF's text keeps at their places in Unicode's private use area: where a sign of
U+F000 to U+F0FF stands, another font shows a box.

The table is that of the font's own encoding (Adobe's), as far as its signs stand in opinions.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.offsets import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

SIGNS = {
    "\uf02b": "+",
    "\uf02d": "−",
    "\uf03d": "=",
    "\uf0a2": "′",
    "\uf0a3": "≤",
    "\uf0b0": "°",
    "\uf0b1": "±",
    "\uf0b2": "″",
    "\uf0b3": "≥",
    "\uf0b4": "×",
    "\uf0b7": "•",
    "\uf0b9": "≠",
    "\uf0bc": "…",
    "\uf0d7": "⋅",
}
# Between figures, letters of sections and their parentheses, the minus is the dash of a range: "37a−47a", "(a)−(c)".
_RANGE = re.compile(r"(?<=[\w)])\uf02d(?=[\w(])")
_SIGN = re.compile(f"[{''.join(SIGNS)}]")


def apply(text: str) -> Iterator[Edit]:
    """The sign in place of each."""
    if not _SIGN.search(text):
        return
    ranges = {match.start() for match in _RANGE.finditer(text)}
    for match in _SIGN.finditer(text):
        sign = "–" if match.start() in ranges else SIGNS[match.group()]
        yield Edit(match.start(), match.end(), sign, "decode")
