"""Halves of words that were parted at the end of a printed line, ``informa tion``, or by a lost bracket, ``call ed``.

The second half never has a capital, and the first one as the whole word would.  Two neighbours are halves if
together they are a known word and one of them alone is none, or hardly ever.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from generator.cite.flattened.vocabulary import is_ordinary
from generator.clean.truecase.context import TELLING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.clean.truecase.lexicon import Lexicon

# A half that was counted more often than this is a word of its own.
RARE = 400
# The least length of a whole: shorter ones come about by chance ("re in", "a c").
LEAST = 5
# Words that are never halves, though "bent on" and "in to" would make a word.
_SMALL = frozenset(
    "on in to of an as at by is it or no so the and for not but are was had has his her its our may".split()
)


class Halves:
    """Which pairs of neighbours are the halves of one word."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._whole = functools.cache(self._find)

    def suspects(self, vocabulary: Iterable[str]) -> frozenset[str]:
        """The words of a text that may be halves."""
        return frozenset(filter(self._may_be_half, vocabulary))

    def found(
        self, words: Sequence[str], gaps: Sequence[str], suspects: frozenset[str]
    ) -> list[int]:
        """The index of each first half."""
        out: list[int] = []
        last = -1
        for i in [i for i, word in enumerate(words) if word in suspects]:
            for k in (i - 1, i):
                if not (last < k < len(words) - 1 and k >= 0 and gaps[k + 1] == " "):
                    continue
                if self._whole(words[k], words[k + 1]):
                    out.append(k)
                    last = k + 1
                    break
        return out

    def _may_be_half(self, word: str) -> bool:
        if len(word) == 1:
            return word not in "aiv"
        return self._lexicon.times(word) < RARE

    def _find(self, one: str, other: str) -> bool:
        whole = one + other
        if len(one) > 1 and len(other) == 1 and whole in TELLING:
            return True  # "ha d", "wa s"
        if len(whole) < LEAST or one in _SMALL or other in _SMALL:
            return False
        times = self._lexicon.times(whole)
        ordinary = is_ordinary(whole)
        if not ordinary and times < 3:
            return False
        if len(one) == 1:
            return True
        first = self._lexicon.times(one)
        if len(other) == 1:
            return first < RARE
        return 3 * min(first, self._lexicon.times(other)) <= max(times, 60 if ordinary else 0)


def joined(
    words: Sequence[str], gaps: Sequence[str], halves: Sequence[int]
) -> tuple[list[str], list[str], list[int]]:
    """Words and gaps with halves put together, and the index that each word had."""
    out, between, places = list(words), list(gaps), list(range(len(words)))
    for i in reversed(halves):
        out[i : i + 2] = [words[i] + words[i + 1]]
        del between[i + 1], places[i + 1]
    return out, between, places
