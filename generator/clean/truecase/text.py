"""Lines as words and what stands between them."""

from __future__ import annotations

import functools
import re
from itertools import accumulate
from typing import NamedTuple

# As the words of a text are told everywhere: letters, with an apostrophe inside.
_WORD = re.compile(r"([^\W\d_]+(?:['’][^\W\d_]+)*)")


class Line(NamedTuple):
    """``gaps[i]`` stands before ``words[i]``, the last gap behind them all; ``offsets`` count in the whole text."""

    start: int
    words: list[str]
    gaps: list[str]
    offsets: list[int]


@functools.lru_cache(maxsize=2)
def lines(text: str) -> tuple[Line, ...]:
    """The lines of a text.  Asked twice for the same text in a row, so the last is kept."""
    out, start = [], 0
    for line in text.split("\n"):
        parts = _WORD.split(line)
        places = list(accumulate(map(len, parts), initial=start))
        out.append(Line(start, parts[1::2], parts[0::2], places[1:-1:2]))
        start += len(line) + 1
    return tuple(out)
