"""Edits of a case whose blocks and references are known: everything that counts in its text is moved with it.

``edited`` is to the ``restore`` stage what ``OffsetMap.edited`` is to ``clean``.  Source spans stay as they are, for
the source does not change; what counts in the clean text or in the text of a block is moved by a ``Shift``.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING

from generator.clean.chain import repairs_of
from generator.model import Restored

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from generator.link.quotations import Quotation
    from generator.model import Block, Case, CleanText, Piece, Reference, Span
    from generator.offsets import Edit


@dataclass(frozen=True, slots=True)
class Shift:
    """Where the offsets of a text are after some edits.

    Offsets inside an edit have no place of their own: a span that begins or ends there takes in the whole edit.  What
    is put in just where a span begins or ends stays outside, but for the bracket of an alteration, which belongs to
    the word.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    texts: tuple[str, ...]
    deltas: tuple[int, ...]  # by how much what stands behind the first n edits is moved

    @classmethod
    def of(cls, edits: Sequence[Edit]) -> Shift:
        """Of edits in order and without overlap."""
        grown = (len(e.text) - (e.end - e.start) for e in edits)
        return cls(
            tuple(e.start for e in edits),
            tuple(e.end for e in edits),
            tuple(e.text for e in edits),
            tuple(accumulate(grown, initial=0)),
        )

    def start(self, offset: int) -> int:
        """Where a span that begins at ``offset`` begins now."""
        done = bisect_right(self.ends, offset)
        if done < len(self.starts) and self.starts[done] < offset:  # inside an edit
            return self.starts[done] + self.deltas[done]
        while done and self.ends[done - 1] == offset and self.texts[done - 1] == "[":
            done -= 1
            offset = self.starts[done]
        return offset + self.deltas[done]

    def end(self, offset: int) -> int:
        """Where a span that ends at ``offset`` ends now."""
        done = bisect_left(self.starts, offset)
        if done and self.ends[done - 1] > offset:  # inside an edit
            return self.ends[done - 1] + self.deltas[done]
        while done < len(self.starts) and self.starts[done] == offset and self.texts[done] == "]":
            offset = self.ends[done]
            done += 1
        return offset + self.deltas[done]

    def inner(self, span: Span) -> Span:
        """A span of words; an empty one stays empty, before the words that it stood before."""
        start = self.start(span[0])
        return (start, start if span[0] == span[1] else max(start, self.end(span[1])))

    def outer(self, span: Span, following: bool) -> Span:
        """A line or a piece: what is put in at its ends is part of it, at its end unless another one is ``following``
        there.
        """
        first = bisect_left(self.ends, span[0])
        while first < len(self.ends) and self.ends[first] == span[0] > self.starts[first]:
            first += 1  # what ends where the line begins is no part of it
        last = bisect_left(self.starts, span[1])
        while not following and last < len(self.ends) and self.ends[last] == span[1]:
            last += 1  # put in just at the end
        return (span[0] + self.deltas[first], span[1] + self.deltas[last])


def edited(case: Case, edits: Iterable[Edit], rule: str) -> Case:
    """The case after one rule's ``edits`` of ``case.clean.text``, which are in order and do not overlap.

    The very same case where there are none.  Raises ``ValueError`` for edits that overlap or that touch the end of a
    line or of a block.
    """
    edits = tuple(edits)
    if not edits:
        return case
    shift = Shift.of(edits)
    clean = _clean(case.clean, edits, shift, rule)
    heads = {p.clean[0] for b in case.blocks for p in b.pieces}
    blocks = tuple(_block(b, clean, shift, heads, case.source.text) for b in case.blocks)
    old, new = ({b.id: b for b in own} for own in (case.blocks, blocks))

    def moved(block: str, span: Span) -> Span:
        return moved_in(old[block], new[block], (shift,), span) if block in old else span

    return replace(
        case,
        clean=clean,
        blocks=blocks,
        references=tuple(_reference(r, new, moved) for r in case.references),
        quotations=tuple(_quotation(q, case.slug, moved) for q in case.quotations),
    )


def compared(case: Case) -> Case:
    """The case with ``Block.restored`` set from what the cleaning chain has put back already."""
    blocks = tuple(
        replace(b, restored=tuple(_restored(b.pieces, case.clean, case.source.text)))
        for b in case.blocks
    )
    return case if blocks == case.blocks else replace(case, blocks=blocks)


def _clean(clean: CleanText, edits: Sequence[Edit], shift: Shift, rule: str) -> CleanText:
    for edit in edits:
        if "\n" in edit.text or "\n" in clean.text[edit.start : edit.end]:
            raise ValueError(f"rule {rule!r} may not touch the ends of lines")
    offsets = clean.offsets.edited(edits, rule)
    heads = {line.span[0] for line in clean.lines}
    return replace(
        clean,
        text=offsets.text,
        offsets=offsets,
        lines=tuple(replace(x, span=_hull(x.span, shift, heads)) for x in clean.lines),
        repairs=repairs_of(offsets),
        gaps=tuple(replace(g, at=shift.start(g.at)) for g in clean.gaps),
        pages=tuple(replace(p, at=shift.start(p.at)) for p in clean.pages),
        calls=tuple((shift.inner(span), label) for span, label in clean.calls),
        emphasis=tuple(shift.inner(span) for span in clean.emphasis),
    )


def _hull(span: Span, shift: Shift, heads: set[int]) -> Span:
    return shift.outer(span, following=span[1] in heads and span[0] != span[1])


# ------------------------------------------------------------------------------------------------------- blocks


def _block(block: Block, clean: CleanText, shift: Shift, heads: set[int], source: str) -> Block:
    pieces: list[Piece] = []
    text = ""
    for piece in block.pieces:
        span = _hull(piece.clean, shift, heads)
        text += " " if pieces and piece.join != "none" else ""
        pieces.append(
            replace(piece, clean=span, source=clean.offsets.to_source(span), at=len(text))
        )
        text += clean.text[slice(*span)]
    new = replace(
        block,
        text=text,
        pieces=tuple(pieces),
        source=(min(p.source[0] for p in pieces), max(p.source[1] for p in pieces)),
        restored=tuple(_restored(pieces, clean, source)),
    )
    return replace(
        new,
        marks=tuple(
            replace(m, start=span[0], end=span[1])
            for m in block.marks
            for span in [moved_in(block, new, (shift,), (m.start, m.end))]
        ),
        emphasis=tuple(moved_in(block, new, (shift,), span) for span in block.emphasis),
    )


def _restored(pieces: Sequence[Piece], clean: CleanText, source: str) -> Iterator[Restored]:
    """What the pieces have otherwise than the source, from the account of the whole text."""
    seen: set[tuple[int, int]] = set()
    for piece in pieces:
        low, high = piece.clean
        for begin, part in clean.offsets.within(piece.clean):
            if (
                part.kind is None
                or part.kind == "blank"
                or part.rule.startswith(("layout", "drop-"))
            ):
                continue
            start, end = max(begin, low), min(begin + len(part.text), high)
            if start == end and begin in (low, high) and (part.start, begin) in seen:
                continue  # at the border of two pieces
            seen.add((part.start, begin))
            was = source[part.start : part.end]
            yield Restored(start - low + piece.at, end - low + piece.at, part.kind, was, part.rule)


def moved_in(old: Block, new: Block, shifts: Sequence[Shift], span: Span) -> Span:
    """A span of ``old.text`` as it counts in ``new.text``: the same block after the edits of all ``shifts`` in turn."""
    first, last = _piece(old, span[0]), _piece(old, max(span[0], span[1] - 1))
    start = span[0] - old.pieces[first].at + old.pieces[first].clean[0]
    end = min(span[1] - old.pieces[last].at + old.pieces[last].clean[0], old.pieces[last].clean[1])
    for shift in shifts:
        start, end = shift.start(start), shift.end(end)
    start += new.pieces[first].at - new.pieces[first].clean[0]
    end += new.pieces[last].at - new.pieces[last].clean[0]
    return (start, start) if span[0] == span[1] else (start, max(start, end))


def _piece(block: Block, offset: int) -> int:
    """The number of the piece in which an offset of the text lies."""
    return max(0, bisect_right([p.at for p in block.pieces], offset) - 1)


# --------------------------------------------------------------------------------------- references, quotations


def _reference(
    ref: Reference, blocks: Mapping[str, Block], moved: Callable[[str, Span], Span]
) -> Reference:
    if ref.at[0] == ref.at[1] or ref.block not in blocks:  # a footnote call: its mark has the place
        return ref
    at = moved(ref.block, ref.at)
    return replace(ref, at=at, text=blocks[ref.block].text[slice(*at)])


def _quotation(quotation: Quotation, slug: str, moved: Callable[[str, Span], Span]) -> Quotation:
    there = quotation.there
    if there and quotation.target and quotation.target[0] == slug:
        there = moved(quotation.target[1], there)
    return replace(quotation, at=moved(quotation.block, quotation.at), there=there)
