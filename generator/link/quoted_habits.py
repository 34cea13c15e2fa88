"""How a writing uses its words: what it takes for the same words to stand elsewhere by chance."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from math import log2
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# A letter of English carries no more than this (Shannon, Prediction and Entropy of Printed English, 1951: 0.6 to 1.3
# bits); so half a word, of which a text has only one, is not taken for a rare word.
LETTER = 1.5


@dataclass(frozen=True, slots=True)
class Habits:
    """How often a writing has each word, and each pair of neighbours."""

    words: Counter[str]
    pairs: Counter[tuple[str, str]]
    total: int

    @classmethod
    def of(cls, texts: Iterable[Sequence[str]]) -> Habits:
        """The habits of a writing, from the words of its blocks."""
        words: Counter[str] = Counter()
        pairs: Counter[tuple[str, str]] = Counter()
        for norms in texts:
            words.update(norms)
            pairs.update(pairwise(norms))
        return cls(words, pairs, words.total())

    def bits(self, words: Sequence[str]) -> float:
        """How surprising it is, in bits, that these words of the writing stand elsewhere in the same order.

        A word weighs the logarithm of its rarity.  One that the writing has more than once behind the same word
        weighs no more than it is rare there: the rest of a name or of a term of art ("final judgment rule") weighs
        little, and so does what the writing says twice, of which it could not be told which place is quoted.
        ``words`` must all be its own.
        """
        weight = 0.0
        before = None
        for word in words:
            bits = min(log2(self.total / self.words[word]), LETTER * len(word))
            if before is not None and self.pairs[before, word] > 1:
                bits = min(bits, log2((self.words[before] - 1) / (self.pairs[before, word] - 1)))
            weight += bits
            before = word
        return weight
