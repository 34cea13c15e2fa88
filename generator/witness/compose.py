"""Put the new text together: the edits to the source's clean text that make it read as the witness does."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from generator.offsets import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model import CleanLine, SegmentRole, Span
    from generator.offsets import PieceKind
    from generator.witness.collation import Collation
    from generator.witness.links import Link

# Line ends, other blanks at the edges of what is put in, and the rest with the blanks within it.
_CHUNK = re.compile(r"\n+|[^\S\n]+|\S(?:[^\n]*\S)?")

Line = tuple["SegmentRole", str | None]


class _Part(NamedTuple):
    """A stretch of new text.  ``at``: where the witness has it; ``line``: the role and label of the line it begins."""

    text: str
    at: int | None = None
    line: Line | None = None


class Composer:
    """Walks through the links once.  ``edits`` and ``lines`` (role and label of each) are what comes of it."""

    def __init__(self, collation: Collation) -> None:
        self.collation = collation
        self.old = collation.own.text
        self.new = collation.witness.text
        self.edits: list[Edit] = []
        self.lines: list[Line] = []
        self._position = 0  # in ``old``: everything before it is dealt with
        self._length = 0  # of the new text so far
        self._waiting: list[_Part] = []
        self._copied: list[tuple[int, int, int]] = []  # witness offset, new offset, length
        self._starts = [start for start, _ in collation.source.spans]
        self._there = [start for start, _ in collation.witness.tokens.spans]
        self._counts: tuple[Counter[str], Counter[str]] | None = (
            None  # how often each text has a word
        )
        offsets = collation.own.offsets
        self._cuts = [
            offsets.clean_start(k)
            for k, p in enumerate(offsets.pieces)
            if p.kind == "drop" and not p.text
        ]

    def run(self) -> None:
        """Fill ``edits`` and ``lines``."""
        one = two = 0
        for link in self.collation.links:
            self._gap((one, link.source[0]), (two, link.witness[0]), link)
            self._link(link)
            one, two = link.source[1], link.witness[1]
        self._gap((one, len(self.old)), (two, len(self.new)), None)

    def place(self, offset: int) -> int:
        """Where an offset of the witness is in the new text; of words that were not taken, where they would stand."""
        if not self._copied:
            return 0
        k = max(0, bisect_right(self._copied, (offset, self._length + 1, 0)) - 1)
        there, here, length = self._copied[k]
        return here + max(0, min(offset - there, length))

    # --------------------------------------------------------------------------------------------------- links

    def _link(self, link: Link) -> None:
        """The source's letters with the witness's capitals; of another spelling, the first letter's alone."""
        start, end = link.source
        own, other = self.old[start:end], self.new[slice(*link.witness)]
        shown = other if link.same else _capital(own, other)
        if shown != own:
            self.edits.append(Edit(start, end, shown, "case"))
        self._copied.append((link.witness[0], self._length, len(shown)))
        self._position = end
        self._length += len(shown)

    # --------------------------------------------------------------------------------------------------- gaps

    def _gap(self, one: Span, two: Span, link: Link | None) -> None:
        """What lies between two links: ``one`` of the source, ``two`` of the witness, before ``link``."""
        first, last = not self.lines, link is None
        there = self.new[slice(*two)]
        if link is not None and link.inside:
            self._inside(one, two)
            return
        own = self._words(self._starts, self.collation.source.spans, one)
        if first or last or ("\n" in there and own):
            self._by_lines(one, two, own, first=first, last=last)
        elif not own:
            self._waiting += self._taken(two)
        elif 0 < len(self._words(self._there, (), two)) <= 2 * len(own) + 2:
            self._keep(*one)  # each has words of its own: the source's stand
        else:
            self._keep(one[0], own[-1][1])
            self._waiting += self._taken(two) if there else [_Part(self.old[own[-1][1] : one[1]])]
        self._flush(one[1])

    def _inside(self, one: Span, two: Span) -> None:
        """Within a word: a hyphen or bracket is taken, a blank where the source has run two words together.

        A word that the witness alone has broken, at the end of a line, stays whole.
        """
        there = self.new[slice(*two)]
        broken = any(c.isspace() for c in there)
        if one[0] < one[1] or not broken or self._are_two(one[0], two):
            self._waiting += self._taken(two)
        self._flush(one[1])

    def _are_two(self, at: int, two: Span) -> bool:
        """Whether a word of the source is two: the witness has both elsewhere, and neither text has the whole."""
        if self.new[slice(*two)] != " ":
            return False
        source, witness = self.collation.source, self.collation.witness.tokens
        whole = source.keys[bisect_right(self._starts, at - 1) - 1]
        k = bisect_right(self._there, two[0] - 1) - 1
        parts = witness.keys[k : k + 2]
        if self._counts is None:
            self._counts = Counter(source.keys), Counter(witness.keys)
        own, other = self._counts
        return own[whole] == 1 and not other[whole] and all(other[part] > 1 for part in parts)

    def _by_lines(
        self, one: Span, two: Span, own: Sequence[Span], *, first: bool, last: bool
    ) -> None:
        """A gap with line ends of the witness: lines that the source alone has stay lines of their own."""
        breaks = [m.start() for m in re.finditer("\n", self.old[slice(*one)])]
        ends = [one[0] + k for k in breaks]
        tail_end = one[0] if first else ends[0] if ends else one[0] if last else one[1]
        if last and not ends:
            tail_end = one[1]
        head_start = one[1] if last else ends[-1] if ends else one[0] if first else one[1]
        tail = [s for s in own if s[1] <= tail_end]
        head = [s for s in own if s[0] >= head_start and s not in tail]
        middle = [s for s in own if s not in tail and s not in head]
        parts = self._taken(two, opening=first)
        borders = [k for k, part in enumerate(parts) if part.line is not None]
        before = parts[: borders[0]] if borders else parts
        after = parts[borders[-1] :] if borders and not last else []
        between = parts[len(before) : len(parts) - len(after)]
        if tail:
            self._keep(one[0], tail[-1][1])
        self._waiting += before
        for line, span in self._source_lines(middle):
            self._waiting.append(_Part("\n", None, (line.role, line.label)))
            self._keep(*span)
        self._waiting += between
        if head:
            self._waiting += after[:1]
            self._keep(head[0][0], head[-1][1])
            self._waiting += after[1:] or []
            if not after[1:] or not after[1].text[:1].isspace():
                self._waiting.insert(len(self._waiting) - len(after[1:]), _Part(" "))
        else:
            self._waiting += after
        self._flush(one[1])

    def _source_lines(self, words: Sequence[Span]) -> Iterator[tuple[CleanLine, Span]]:
        """The lines of the source that hold some words, from the first to the last of them."""
        lines = self.collation.own.lines
        starts = [line.span[0] for line in lines]
        found: dict[int, Span] = {}
        for start, end in words:
            k = max(0, bisect_right(starts, start) - 1)
            found[k] = (found[k][0], end) if k in found else (start, end)
        for k, (start, end) in found.items():
            yield lines[k], (min(start, lines[k].span[0]), max(end, lines[k].span[1]))

    @staticmethod
    def _words(starts: Sequence[int], spans: Sequence[Span], span: Span) -> list[Span]:
        """The words that begin within ``span`` (their starts twice, where ``spans`` is empty)."""
        low, high = bisect_left(starts, span[0]), bisect_left(starts, span[1])
        return [spans[k] if spans else (starts[k], starts[k]) for k in range(low, high)]

    def _taken(self, two: Span, *, opening: bool = False) -> list[_Part]:
        """A stretch of the witness in parts, cut at its line ends.  ``opening``: the text begins with it."""
        placed = self.collation.witness
        out: list[_Part] = []
        if opening:
            line = placed.line(0)
            out.append(_Part("\n", None, (line.role, line.label)))
        start = two[0]
        for match in re.finditer("\n", self.new[slice(*two)]):
            at = two[0] + match.start()
            if at > start:
                out.append(_Part(self.new[start:at], start))
            line = placed.line(at + 1)
            out.append(_Part("\n", at, (line.role, line.label)))
            start = at + 1
        if start < two[1]:
            out.append(_Part(self.new[start : two[1]], start))
        return out

    # --------------------------------------------------------------------------------------------------- writing

    def _keep(self, start: int, end: int) -> None:
        """Show the source's own words from ``start``; what waits goes before them.  Line ends among them are blanks."""
        start = max(start, self._position)
        self._flush(start)
        for match in re.finditer("\n", self.old[start:end]):
            at = start + match.start()
            self.edits.append(Edit(at, at + 1, " ", "blank"))
        self._position = end
        self._length += end - start

    def _flush(self, end: int) -> None:
        """Put what waits in the place of ``old`` up to ``end``."""
        text = ""
        for part in self._waiting:
            shown = part.text
            if part.line is not None:
                shown = "\n" if self.lines else ""
                self.lines.append(part.line)
            if part.at is not None:
                self._copied.append((part.at, self._length + len(text), len(shown)))
            text += shown
        self._waiting = []
        self._replace(self._position, end, text)
        self._position = end
        self._length += len(text)

    def _replace(self, start: int, end: int, text: str) -> None:
        """The edits that turn ``old[start:end]`` into ``text``: what both have at either end stays the source's."""
        while start < end and text and self.old[start] == text[0]:
            start, text = start + 1, text[1:]
        while start < end and text and self.old[end - 1] == text[-1]:
            end, text = end - 1, text[:-1]
        if start == end and not text:
            return
        blank = re.search(r"\s", text) if self.old[start:end].isspace() else None
        if blank:  # the blank that was there stays one, wherever in the new text
            self._replace(start, start, text[: blank.start()])
            self.edits.append(Edit(start, end, blank.group(), "blank"))
            self._replace(end, end, text[blank.end() :])
            return
        cuts = (
            [c for c in self._cuts[bisect_right(self._cuts, start) :] if c < end]
            if self._cuts
            else []
        )
        stretches = list(zip([start, *cuts], [*cuts, end], strict=True))
        for k, chunk in enumerate(_CHUNK.findall(text) or [""]):
            a, b = stretches[0] if k == 0 else (stretches[0][1],) * 2
            self.edits.append(Edit(a, b, chunk, _kind(self.old[a:b], chunk)))
        for a, b in stretches[1:]:
            self.edits.append(Edit(a, b, "", _kind(self.old[a:b], "")))


def _kind(old: str, new: str) -> PieceKind:
    """What the change of one stretch without letters into another is called."""
    if any(c.isalnum() for c in new):
        return "insert"
    if old.strip() or new.strip():
        return "punctuation"
    return "blank" if "\n" in old + new or (old and new) else "space"


def _capital(own: str, other: str) -> str:
    if not own.islower():
        return own
    if len(other) > 1 and other.isupper():
        return own.upper()
    first = own[:1].upper()
    return first + own[1:] if other[:1].isupper() and len(first) == 1 else own
