"""How often opinions use a word: ``restore_words.tsv``, by which the pieces of a word are told from words."""

from __future__ import annotations

import functools

from generator.link.tables import read_rows

# Halves of words that break at the ends of lines, and are no words.
HALVES = frozenset(
    """tion tions ment ments ing sion sions tive tional ity ness con com ver ence ance able ber dis pre pro""".split()
)


@functools.cache
def frequencies() -> dict[str, int]:
    """By word in small letters, how often it stands in a million words; 1 at least.  Rare words are not in it."""
    return {word: int(count) for word, count in read_rows("restore_words.tsv")}
