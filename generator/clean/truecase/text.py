"""Lines as words and what stands between them."""

from __future__ import annotations

import re
from typing import NamedTuple

# As the words of a text are told everywhere: letters, with an apostrophe inside.
_WORD = re.compile(r"([^\W\d_]+(?:['’][^\W\d_]+)*)")


class Line(NamedTuple):
    """``gaps[i]`` stands before ``words[i]``, the last gap behind them all; ``start`` counts in the whole text."""

    start: int
    words: list[str]
    gaps: list[str]

    def offsets(self) -> list[int]:
        """Where each word begins in the whole text."""
        out, at = [], self.start
        for gap, word in zip(self.gaps, self.words, strict=False):
            at += len(gap)
            out.append(at)
            at += len(word)
        return out


def lines(text: str) -> list[Line]:
    """The lines of a text."""
    out, start = [], 0
    for line in text.split("\n"):
        parts = _WORD.split(line)
        out.append(Line(start, parts[1::2], parts[0::2]))
        start += len(line) + 1
    return out
