"""Two texts of an opinion side by side: the links between them, and how much of the one stands in the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.clean import clean
from generator.witness.links import Link, links
from generator.witness.order import Ordered, ordered
from generator.witness.tokens import Tokens

if TYPE_CHECKING:
    from generator.model import CleanText, Source

ENOUGH = (
    0.6  # of the source's words in the witness; with fewer it is another opinion, or no opinion
)


@dataclass(frozen=True, slots=True)
class Collation:
    """``files`` are the source and the witness as they were read, ``own`` and ``text`` their clean texts.

    ``source`` and ``witness`` hold the words between which the ``links`` are.
    """

    files: tuple[Source, Source]
    own: CleanText
    text: CleanText
    source: Tokens
    witness: Ordered
    links: tuple[Link, ...]

    @property
    def aligned(self) -> float:
        """The share of the source's words that stand in the witness."""
        return _covered(self.source, [link.source for link in self.links])

    @property
    def used(self) -> float:
        """The share of the witness's words that stand in the source."""
        return _covered(self.witness.tokens, [link.witness for link in self.links])

    @property
    def fits(self) -> bool:
        """Whether the two are texts of the same opinion."""
        return self.aligned >= ENOUGH


def collate(source: Source, own: CleanText, witness: Source) -> Collation:
    """Hold a witness, cleaned as its own dialect asks, against the source, whose clean text is ``own``."""
    text = clean(witness)
    words = Tokens.of(own.text)
    placed = ordered(words, text)
    found = links(words, placed.tokens, placed.runs)
    return Collation((source, witness), own, text, words, placed, tuple(found))


def _covered(tokens: Tokens, spans: list[tuple[int, int]]) -> float:
    """The share of the words that begin within one of ``spans``, which are in order."""
    if not len(tokens):
        return 0.0
    count = k = 0
    for start, _ in tokens.spans:
        while k < len(spans) and spans[k][1] <= start:
            k += 1
        count += k < len(spans) and spans[k][0] <= start
    return count / len(tokens)
