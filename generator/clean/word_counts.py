"""How common English words and pairs of words are, for telling a word that a line's end broke from two words.

The counts are those of symspellpy's dictionaries: words of Google Books' English n-grams that SCOWL lists as words,
and pairs of them.  Only their ratios matter here.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

# Of all words counted, about: the sum that a probability is taken of.
TOTAL = 1.0e12
_WORDS = "frequency_dictionary_en_82_765.txt"
_PAIRS = "frequency_bigramdictionary_en_243_342.txt"


def word_count(word: str) -> float:
    """How often a word in lower case was counted; 0 for what is no word of the dictionary."""
    return _words().get(word, 0.0)


def pair_count(first: str, second: str) -> float:
    """How often two words were counted side by side; where never, what chance would give."""
    found = _pairs().get(f"{first} {second}")
    return found if found is not None else word_count(first) * word_count(second) / TOTAL


@cache
def _words() -> dict[str, float]:
    text = files("symspellpy").joinpath(_WORDS).read_text(encoding="utf-8-sig")
    rows = (line.rpartition(" ") for line in text.splitlines())
    return {word: float(count) for word, _, count in rows}


@cache
def _pairs() -> dict[str, float]:
    text = files("symspellpy").joinpath(_PAIRS).read_text(encoding="utf-8-sig")
    rows = (line.rpartition(" ") for line in text.splitlines())
    return {pair: float(count) for pair, _, count in rows}
