"""The witness's lines in the order in which the source has them.

Two texts of an opinion may have the same notes in different places: behind the paragraph that calls them, behind their
writing, at the end of all.  An alignment in one order would count each of them as lost in the one place and foreign in
the other.  So lines that find no counterpart where they stand are looked for in what is left of the source.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.witness.align import Run, align
from generator.witness.tokens import Tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model import CleanLine, CleanText

STRAY = 0.3  # of a line's words; one with fewer of them in its place is looked for elsewhere
FOUND = 0.5  # of a line's words; with as many in another place it belongs there
REACH = 8  # paragraphs between the two parts of one: the notes at the foot of a page
SHORTEST = 5  # words; a shorter line is no evidence of anything


@dataclass(frozen=True, slots=True)
class Unit:
    """A line of the witness with the lines that go on with it over a page's end: one paragraph, one note."""

    lines: tuple[CleanLine, ...]

    @property
    def head(self) -> CleanLine:
        """The line that says what it is."""
        return self.lines[0]


@dataclass(frozen=True, slots=True)
class Ordered:
    """The witness with its paragraphs in the source's order, a line each, in ``tokens.text``.

    ``units``: the paragraphs, and ``starts`` where each begins.  ``parts``: for each of their lines where it begins
    now, where it began in the witness's clean text, and its length; ``origins`` has the same by where they began.
    ``runs``: the alignment with the source.
    """

    tokens: Tokens
    units: tuple[Unit, ...]
    starts: tuple[int, ...]
    parts: tuple[tuple[int, int, int], ...]
    origins: tuple[tuple[int, int, int], ...]
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """The text that offsets of the witness count in."""
        return self.tokens.text

    def line(self, offset: int) -> CleanLine:
        """The first line of the paragraph at an offset."""
        return self.units[max(0, bisect_right(self.starts, offset) - 1)].head

    def was(self, offset: int) -> int:
        """The offset in the witness's own clean text of an offset in ``text``."""
        k = max(0, bisect_right(self.parts, (offset, len(self.text) + 1, 0)) - 1)
        now, before, length = self.parts[k]
        return before + min(offset - now, length)

    def now(self, offset: int) -> int:
        """Where a clean offset of the witness is in ``text``; one between two lines is at the head of the next."""
        k = bisect_left(self.origins, offset, key=lambda part: part[0] + part[2])
        before, now, length = self.origins[min(k, len(self.origins) - 1)]
        return now + max(0, min(offset - before, length))


def ordered(source: Tokens, witness: CleanText) -> Ordered:
    """Align the witness with the source; where paragraphs stand in another order, put them right and align again."""
    units = _units(witness)
    tokens, starts, parts = _laid(witness, units)
    runs = align(source.keys, tokens.keys)
    order = _order(source, tokens, starts, [unit.head.role == "footnote" for unit in units], runs)
    if order != list(range(len(units))):
        units = [units[k] for k in order]
        tokens, starts, parts = _laid(witness, units)
        runs = align(source.keys, tokens.keys)
    origins = sorted((before, now, length) for now, before, length in parts)
    return Ordered(tokens, tuple(units), starts, parts, tuple(origins), tuple(runs))


def _units(witness: CleanText) -> list[Unit]:
    """The lines, each with those that go on with it; a note may stand between the two."""
    groups: list[list[CleanLine]] = []
    for line in witness.lines:
        begun = next((g for g in reversed(groups[-REACH:]) if g[0].role == line.role), None)
        if line.join and begun:
            begun.append(line)
        else:
            groups.append([line])
    return [Unit(tuple(group)) for group in groups]


def _laid(
    witness: CleanText, units: Sequence[Unit]
) -> tuple[Tokens, tuple[int, ...], tuple[tuple[int, int, int], ...]]:
    rows, starts = [], []
    parts = list[tuple[int, int, int]]()
    at = 0
    for unit in units:
        starts.append(at)
        text = ""
        for line in unit.lines:
            text += " " if text and line.join != "none" else ""
            shown = witness.line(line)
            parts.append((at + len(text), line.span[0], len(shown)))
            text += shown
        rows.append(text)
        at += len(text) + 1
    return Tokens.of("\n".join(rows)), tuple(starts), tuple(parts)


def _order(
    source: Tokens,
    tokens: Tokens,
    starts: tuple[int, ...],
    is_note: Sequence[bool],
    runs: Sequence[Run],
) -> list[int]:
    """The paragraphs by the place of their middle word in the source; one without a place follows the one before it."""
    line_of = [bisect_right(starts, s) - 1 for s, _ in tokens.spans]
    sizes = [0] * len(starts)  # in words without figures: those are lost first
    for k, key in zip(line_of, tokens.keys, strict=True):
        sizes[k] += key.isalpha()
    pairs = [(run.a + k, run.b + k) for run in runs for k in range(run.size)]
    here: dict[int, list[int]] = {}
    for a, b in pairs:
        here.setdefault(line_of[b], []).append(a)
    stray = {
        k
        for k, size in enumerate(sizes)
        if size >= SHORTEST and len(here.get(k, ())) < STRAY * size
    }
    middle = {k: p[len(p) // 2] for k, p in here.items() if k not in stray}
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
                middle[k] = places[len(places) // 2]
    return _by_place(middle, is_note)


def _by_place(middle: dict[int, int], is_note: Sequence[bool]) -> list[int]:
    """Sort the lines that have a place; each other line stays behind the nearest one of its kind (text or note)."""
    leaders: dict[int, list[int]] = {}
    head: list[int] = []
    last: dict[bool, int] = {}
    latest: int | None = None
    for k, note in enumerate(is_note):
        if k in middle:
            leaders[k] = [k]
            last[note] = latest = k
            continue
        leader = last.get(note, latest)
        (head if leader is None else leaders[leader]).append(k)
    groups = sorted(leaders.items(), key=lambda item: (middle[item[0]], item[0]))
    return head + [k for _, group in groups for k in group]
