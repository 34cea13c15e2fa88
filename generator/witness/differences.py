"""What an editor wants to know of two texts: where they differ, word by word."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from generator.read.lines import LineIndex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model import Span
    from generator.witness.collation import Collation
    from generator.witness.links import Link

Kind = Literal["capitals", "marks", "lost", "extra", "spelling", "joined", "wording"]
# In the order in which a reader should look at them, with their names in full.
KINDS: dict[Kind, str] = {
    "lost": "word lost in source",
    "extra": "word not in witness",
    "wording": "other words",
    "spelling": "spelling",
    "joined": "joined/split",
    "capitals": "capitals",
    "marks": "marks",
}
# The same mark in two hands.
_HANDS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "—": "-", "–": "-", "…": "."})


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference: what either text has, and the line of its file, from 1.

    ``words``: how many words differ; those that follow on one another are one difference.  ``span``: the place in the
    source, an empty one where the source has nothing.
    """

    kind: Kind
    line: int
    witness_line: int
    source: str
    witness: str
    words: int
    span: Span


def differences(collation: Collation) -> list[Difference]:
    """All of them, in the order of the source.  Marks are compared where the words on either side agree."""
    return list(_Clerk(collation).all())


class _Clerk:
    def __init__(self, collation: Collation) -> None:
        self.collation = collation
        self.old, self.new = collation.own.text, collation.witness.text
        self._lines = tuple(LineIndex(file.text) for file in collation.files)
        self._starts = [s for s, _ in collation.source.spans]
        self._there = [s for s, _ in collation.witness.tokens.spans]

    def all(self) -> Iterator[Difference]:
        """Word for word, and between two words what lies there."""
        one = two = 0
        group: list[Link] = []
        for link in self.collation.links:
            if not link.inside:
                yield from self._word(group)
                group = []
                yield from self._between((one, link.source[0]), (two, link.witness[0]))
            group.append(link)
            one, two = link.source[1], link.witness[1]
        yield from self._word(group)
        yield from self._between((one, len(self.old)), (two, len(self.new)))

    def _word(self, group: Sequence[Link]) -> Iterator[Difference]:
        """One word, or the parts of one that either text has joined or split."""
        if not group:
            return
        one = (group[0].source[0], group[-1].source[1])
        two = (group[0].witness[0], group[-1].witness[1])
        own, other = self.old[slice(*one)], self.new[slice(*two)]
        if own == other:
            return
        if not group[0].same:
            yield self._found("spelling", one, two, 1)
            return
        if _folded(own).casefold() != _folded(other).casefold():
            yield self._found("joined", one, two, 1)
        letters = ("".join(c for c in text if c.isalnum()) for text in (own, other))
        if len(set(letters)) > 1:
            yield self._found("capitals", one, two, 1)

    def _between(self, one: Span, two: Span) -> Iterator[Difference]:
        spans, there = self.collation.source.spans, self.collation.witness.tokens.spans
        own = spans[slice(*_within(self._starts, one))]
        other = there[slice(*_within(self._there, two))]
        if own and other:
            yield self._found("wording", _hull(own), _hull(other), max(len(own), len(other)))
        elif own:
            yield self._found("extra", _whole(self.old, _hull(own)), (two[0], two[0]), len(own))
        elif other:
            found = self._found(
                "lost", (one[0], one[0]), _whole(self.new, _hull(other)), len(other)
            )
            yield replace(found, source="")
        elif _parted(self.old[slice(*one)]) != _parted(self.new[slice(*two)]):
            yield self._found("joined", _whole(self.old, one), _whole(self.new, two), 1)
        elif _marks(self.old[slice(*one)]) != _marks(self.new[slice(*two)]):
            yield self._found("marks", one, two, 0)

    def _found(self, kind: Kind, one: Span, two: Span, words: int) -> Difference:
        span = self.collation.own.offsets.to_source(one)
        was = self.collation.witness.was(two[0])
        there = self.collation.text.offsets.to_source((was, was))
        own, other = self.old[slice(*one)], self.new[slice(*two)]
        return Difference(
            kind,
            self._lines[0].line(span[0]),
            self._lines[1].line(there[0]),
            " ".join(own.split()),
            " ".join(other.split()),
            words,
            span,
        )


def _within(starts: Sequence[int], span: Span) -> Span:
    return bisect_left(starts, span[0]), bisect_left(starts, span[1])


def _hull(spans: Sequence[Span]) -> Span:
    return spans[0][0], spans[-1][1]


def _whole(text: str, span: Span) -> Span:
    """The span with what is glued to its words: ``Merck's`` of an *s* that was lost, ``(b)(1)`` of a 1."""
    start, end = span
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end


def _parted(gap: str) -> bool:
    """Whether there is a blank between two words, or a dash that stands for one."""
    return any(c.isspace() or c in "—–" for c in gap) or "--" in gap


def _folded(text: str) -> str:
    return text.translate(_HANDS)


def _marks(text: str) -> str:
    """The marks without blanks, in one hand: two hyphens are a dash."""
    return "".join(_folded(text).split()).replace("--", "-")
