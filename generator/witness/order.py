"""The witness's lines in the order in which the source has them.

Two texts of an opinion may have the same notes in different places: behind the paragraph that calls them, behind their
writing, at the end of all.  An alignment in one order would count each of them as lost in the one place and foreign in
the other.  So lines that find no counterpart where they stand are looked for in what is left of the source.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.witness.align import Run, align
from generator.witness.tokens import Tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model import CleanLine, CleanText

STRAY = 0.3  # of a line's words; one with fewer of them in its place is looked for elsewhere
FOUND = 0.6  # of a line's words; with as many in another place it belongs there
SHORTEST = 5  # words; a shorter line is no evidence of anything


@dataclass(frozen=True, slots=True)
class Ordered:
    """The witness with its lines in the source's order.

    ``text``: the lines with a line end between two.  ``lines``: each as it was, and ``starts`` where it begins now.
    ``runs``: its alignment with the source.
    """

    tokens: Tokens
    lines: tuple[CleanLine, ...]
    starts: tuple[int, ...]
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """The text that offsets of the witness count in."""
        return self.tokens.text

    def was(self, offset: int) -> int:
        """The offset in the witness's own clean text of an offset in ``text``."""
        k = max(0, bisect_right(self.starts, offset) - 1)
        start, end = self.lines[k].span
        return min(start + offset - self.starts[k], end)

    def now(self, offset: int) -> int | None:
        """Where a clean offset of the witness is in ``text``; one between two lines is at the head of the next."""
        place = min(
            (
                (line.span, start)
                for line, start in zip(self.lines, self.starts, strict=True)
                if offset <= line.span[1]
            ),
            default=None,
        )
        if place is None:
            return None
        (start, _), now = place
        return now + max(0, offset - start)


def ordered(source: Tokens, witness: CleanText) -> Ordered:
    """Align the witness with the source; where lines stand in another order, put them right and align again."""
    own = _laid(witness, range(len(witness.lines)))
    runs = align(source.keys, own[0].keys)
    order = _order(source, *own, witness, runs)
    if order != list(range(len(witness.lines))):
        own = _laid(witness, order)
        runs = align(source.keys, own[0].keys)
    return Ordered(own[0], tuple(witness.lines[k] for k in order), own[1], tuple(runs))


def _laid(witness: CleanText, order: Sequence[int]) -> tuple[Tokens, tuple[int, ...]]:
    texts = [witness.line(witness.lines[k]) for k in order]
    starts, at = [], 0
    for text in texts:
        starts.append(at)
        at += len(text) + 1
    return Tokens.of("\n".join(texts)), tuple(starts)


def _order(
    source: Tokens,
    tokens: Tokens,
    starts: tuple[int, ...],
    witness: CleanText,
    runs: Sequence[Run],
) -> list[int]:
    """The lines by the place of their first word in the source; one without any follows the line before it."""
    line_of = [bisect_right(starts, s) - 1 for s, _ in tokens.spans]
    sizes = [0] * len(starts)
    for k in line_of:
        sizes[k] += 1
    pairs = [(run.a + k, run.b + k) for run in runs for k in range(run.size)]
    here: dict[int, list[int]] = {}
    for a, b in pairs:
        here.setdefault(line_of[b], []).append(a)
    stray = {
        k
        for k, size in enumerate(sizes)
        if size >= SHORTEST and len(here.get(k, ())) < STRAY * size
    }
    first = {k: places[0] for k, places in here.items()}
    if stray:
        taken = {a for a, b in pairs if line_of[b] not in stray}
        left = [k for k in range(len(source)) if k not in taken]
        mine = [k for k, line in enumerate(line_of) if line in stray]
        again: dict[int, list[int]] = {}
        for run in align([source.keys[k] for k in left], [tokens.keys[k] for k in mine]):
            for k in range(run.size):
                again.setdefault(line_of[mine[run.b + k]], []).append(left[run.a + k])
        for k, places in again.items():
            if len(places) >= FOUND * sizes[k]:
                first[k] = places[0]
    return _by_place(first, [line.role == "footnote" for line in witness.lines])


def _by_place(first: dict[int, int], is_note: Sequence[bool]) -> list[int]:
    """Sort the lines that have a place; each other line stays behind the nearest one of its kind (text or note)."""
    leaders: dict[int, list[int]] = {}
    head: list[int] = []
    last: dict[bool, int] = {}
    latest: int | None = None
    for k, note in enumerate(is_note):
        if k in first:
            leaders[k] = [k]
            last[note] = latest = k
            continue
        leader = last.get(note, latest)
        (head if leader is None else leaders[leader]).append(k)
    groups = sorted(leaders.items(), key=lambda item: (first[item[0]], item[0]))
    return head + [k for _, group in groups for k in group]
