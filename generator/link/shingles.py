"""An index of word shingles: which places begin with the same letters as a word of a quotation and the next.

A shingle here is the first ``LETTERS`` letters from the beginning of a word on, blanks and marks left out: two words
or so. Counted in letters and not in words it stands even where one of the two texts has a blank within a word, and
one length serves short quotations as well as long ones: a long quotation proposes a place with many shingles, a short
one with few. The index is one sorted array of 64-bit numbers, hash above and word number below, which takes eight
bytes a word; the words of a case have consecutive numbers, so that a search within one case is a search within a range.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.link.quoted_words import Words

LETTERS = 8
_LOW = 32  # bits for the number of a word; the hash has the 32 above


@dataclass(frozen=True, slots=True)
class Shingles:
    """The shingles of some texts; their words are numbered through, ``first[k]`` is the first of text ``k``."""

    keys: array[int]
    first: array[int]

    @classmethod
    def of(cls, texts: Iterable[Words]) -> Shingles:
        """The index of some texts; each is let go as soon as it is read."""
        keys: list[int] = []
        first = array("Q")
        base = 0
        for words in texts:
            first.append(base)
            keys += [mark << _LOW | base + k for k, mark in shingles(words)]
            base += len(words)
        first.append(base)
        keys.sort()
        return cls(array("Q", keys), first)

    def places(self, mark: int, lo: int, hi: int, most: int) -> array[int] | None:
        """Which words from ``lo`` to below ``hi`` begin this shingle; ``None`` if more than ``most`` do."""
        keys = self.keys
        start = bisect_left(keys, mark << _LOW | lo)
        if start == len(keys) or keys[start] >= mark << _LOW | hi:
            return array("Q")
        end = bisect_left(keys, mark << _LOW | hi, start)
        if end - start > most:
            return None
        low = (1 << _LOW) - 1
        return array("Q", [key & low for key in keys[start:end]])


def shingles(words: Words) -> Iterator[tuple[int, int]]:
    """``(word, hash)`` for every firm word that enough letters follow.  The hash is the same in every run (CRC-32)."""
    letters = words.stream.encode()
    if len(letters) == len(words.stream):
        for k, at in zip(words.firm, words.offsets, strict=True):
            if at + LETTERS > len(letters):
                return
            yield k, crc32(letters[at : at + LETTERS])
        return
    for k, at in zip(words.firm, words.offsets, strict=True):
        if at + LETTERS > len(words.stream):
            return
        yield k, crc32(words.stream[at : at + LETTERS].encode())
