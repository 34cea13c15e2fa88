"""Put the blocks of a case together: kinds, numbers, ids, parts, footnote calls and page marks.

Numbers run 1…N through the whole case, from the first paragraph of the majority on through every separate writing, as
Washington's Order 25700-B-447 and the English Practice Direction of 11 January 2001 have it.  The syllabus is no part
of the opinion and carries none.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.model import (
    CONTINUED,
    Block,
    BlockKind,
    CleanLine,
    CleanText,
    Mark,
    Piece,
    Reference,
    Source,
    Writing,
)
from generator.structure.footnotes import Call, find_calls, notes_by_writing
from generator.structure.marked import calls_of, emphasis_of
from generator.structure.pages import block_source, with_pages
from generator.structure.paragraphs import Row, rows_of
from generator.structure.parts import label_slug
from generator.structure.writings import divide

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Sequence

    from generator.structure.drafts import Draft


# Dialects whose texts may have lost that the numbers of their calls were raised: "the Board1 met".
BARE = frozenset({"lexis"})  # whose calls may be numbers that stand alone, "met. 2 The Board"
GLUED = frozenset({"casebook-markdown"})


@dataclass(frozen=True, slots=True)
class Structure:
    """The result of the stage."""

    writings: tuple[Writing, ...]
    blocks: tuple[Block, ...]
    references: tuple[Reference, ...]


def structure(
    source: Source, clean: CleanText, decided: datetime.date | None = None, vote: str | None = None
) -> Structure:
    """The writings and blocks of a cleaned text, in page order.

    ``decided`` (from ``case.yml``) tells which Chief Justice a byline means, ``vote`` who joins where the text is
    silent.
    """
    divided = divide(clean, decided, vote)
    builder = _Builder(source, clean)
    for line in divided.front:
        builder.front(line)
    glued = source.dialect in GLUED
    bare = source.dialect in BARE
    notes = notes_by_writing(clean, divided.drafts, divided.notes, bare=bare, glued=glued)
    for draft in divided.drafts:
        builder.writing(draft, notes.get(draft.id, []))
    builder.front_calls(len(divided.front))
    if not any(d.kind != "syllabus" for d in divided.drafts):
        builder.loose_notes([line for line, _ in divided.notes])
    return builder.result()


class _Builder:
    def __init__(self, source: Source, clean: CleanText) -> None:
        self.source, self.clean = source, clean
        self.blocks: list[Block] = []
        self.writings: list[Writing] = []
        self.number = 0
        self.ids: dict[str, int] = {}
        self.unnumbered: dict[
            str, int
        ] = {}  # by the stem of their ids, notes whose numbers are lost

    def result(self) -> Structure:
        blocks = with_pages(self.clean, self.blocks)
        return Structure(tuple(self.writings), tuple(blocks), tuple(_call_references(blocks)))

    # ------------------------------------------------------------------------------------------------ text by lines

    def _id(self, wanted: str) -> str:
        self.ids[wanted] = self.ids.get(wanted, 0) + 1
        count = self.ids[wanted]
        if count == 1:
            return wanted
        ident = f"{wanted}-{count}"
        return self._id(ident) if ident in self.ids else self._reserve(ident)

    def _reserve(self, ident: str) -> str:
        self.ids[ident] = 1
        return ident

    def front(self, line: CleanLine) -> None:
        """A line before any writing: the caption, a vote line, a notice."""
        kind: BlockKind = line.role if line.role == "vote" or line.role == "notice" else "caption"
        self._add(Row(line, kind, self.clean.line(line), []), None, "front-", None)

    def front_calls(self, count: int) -> None:
        """Calls in the first ``count`` blocks, where the format marks them: the notes are the first opinion's."""
        opinions = [w.id for w in self.writings if w.kind != "syllabus"]
        if not self.clean.calls or not opinions:
            return
        bodies = {
            b.label: b.id
            for b in self.blocks
            if b.kind == "footnote" and b.label and b.writing == opinions[0]
        }
        for k, block in enumerate(self.blocks[:count]):
            calls = [c for c in calls_of(self.clean.calls, block) if c.label in bodies]
            if calls:
                marks = tuple(self._mark(block, call, "", bodies) for call in calls)
                self.blocks[k] = replace(block, marks=marks)

    def loose_notes(self, lines: Sequence[CleanLine]) -> None:
        for line in lines:
            self._add(
                Row(line, "footnote", self.clean.line(line), [], label=line.label), None, "", None
            )

    def writing(self, draft: Draft, notes: Sequence[CleanLine]) -> None:
        """All blocks of one writing, its notes last."""
        prefix = "" if draft.id == "majority" else f"{draft.id}-"
        rows = rows_of(draft, self.clean, self.source.dialect, prefix)
        first = len(self.blocks)
        quote_of: dict[str, int] = {}
        last_paragraph: str | None = None
        for row in rows:
            block = self._add(row, draft.id, prefix, last_paragraph, quote_of)
            if block.kind == "paragraph":
                last_paragraph = block.id
        for note in self._merged_notes(notes):
            self._add(note, draft.id, prefix, None)
        self._calls(first, prefix)
        spans = [b.source for b in self.blocks[first:] if b.kind != "footnote"] or [
            b.source for b in self.blocks[first:]
        ]
        if spans:
            hull = (min(s[0] for s in spans), max(s[1] for s in spans))
            self.writings.append(
                Writing(
                    draft.id, draft.kind, draft.author, draft.joined_by, hull, draft.joined_note
                )
            )

    def _merged_notes(self, notes: Sequence[CleanLine]) -> Iterator[Row]:
        """One row a footnote: further paragraphs of a numbered note belong to it."""
        current: Row | None = None
        for line in notes:
            if current and (line.label == CONTINUED or line.join):
                current.also.append(line)
                continue
            if current:
                yield current
            current = Row(line, "footnote", self.clean.line(line), [], label=line.label or None)
        if current:
            yield current

    # ------------------------------------------------------------------------------------------------ blocks

    def _add(
        self,
        row: Row,
        writing: str | None,
        prefix: str,
        above: str | None,
        quote_of: dict[str, int] | None = None,
    ) -> Block:
        pieces: list[Piece] = []
        joined = ""
        for line in [row.line, *row.also]:
            text = self.clean.line(line)
            joined += " " if pieces and line.join != "none" else ""
            join = line.join if pieces else ""
            source = self.clean.offsets.to_source(line.span)
            pieces.append(Piece(line.span, source, len(joined), join))
            joined += text
        number = None
        label = row.label
        if row.kind == "paragraph" and writing != "syllabus":
            self.number += 1
            number = self.number
            ident = self._id(f"p{number}")
        elif row.kind == "paragraph":
            ident = self._syllabus_id()
        elif row.kind == "blockquote" and above and quote_of is not None:
            quote_of[above] = quote_of.get(above, 0) + 1
            ident = self._id(f"{above}-q{quote_of[above]}")
        elif row.kind == "heading":
            ident = self._id(row.part or f"{prefix}part-break")
        elif row.kind == "footnote":
            stem = f"{prefix}fn-"
            ident = self._id(stem + label_slug(label)) if label else self._next_note(stem)
        else:
            ident = self._id(f"{prefix or 'majority-'}{row.kind}")
        source = (min(p.source[0] for p in pieces), max(p.source[1] for p in pieces))
        part = row.part if row.kind not in ("byline", "caption", "notice", "vote") else None
        block = Block(
            ident,
            row.kind,
            number,
            writing,
            part,
            joined,
            source,
            tuple(pieces),
            label,
            level=row.level,
            emphasis=tuple(emphasis_of(self.clean.emphasis, pieces)),
        )
        self.blocks.append(block)
        return block

    def _syllabus_id(self) -> str:
        self.ids["syllabus-"] = self.ids.get("syllabus-", 0) + 1
        return self._id(f"syllabus-{self.ids['syllabus-']}")

    def _next_note(self, stem: str) -> str:
        """Notes whose numbers are lost are counted in their order."""
        count = self.unnumbered.get(stem, 0) + 1
        while f"{stem}{count}" in self.ids:
            count += 1
        self.unnumbered[stem] = count
        return self._id(f"{stem}{count}")

    def _calls(self, first: int, prefix: str) -> None:
        """Find the calls in the blocks added since ``first`` and tie them to the notes among them."""
        own = self.blocks[first:]
        bodies = {b.label: b.id for b in own if b.kind == "footnote" and b.label}
        texts = [
            b.text if b.kind in ("paragraph", "blockquote") and b.writing != "syllabus" else ""
            for b in own
        ]
        if self.clean.calls:
            found = [calls_of(self.clean.calls, b) for b in own]
        else:
            bare = self.source.dialect in BARE
            glued = self.source.dialect in GLUED
            found = find_calls(texts, bare=bare, labels=frozenset(bodies), glued=glued)
        for offset, calls in enumerate(found):
            if calls:
                block = own[offset]
                marks = tuple(self._mark(block, call, prefix, bodies) for call in calls)
                self.blocks[first + offset] = replace(block, marks=marks)

    def _mark(self, block: Block, call: Call, prefix: str, bodies: dict[str, str]) -> Mark:
        span = block_source(self.clean, block, call.span)
        ident = self._id(f"{prefix}fnref-{label_slug(call.label)}")
        return Mark("footnote-call", *call.span, call.label, ident, span, bodies.get(call.label))


def _call_references(blocks: Sequence[Block]) -> Iterator[Reference]:
    """The footnote calls as references, in source order; the target's case is filled in by the caller's slug."""
    calls = [(m, b) for b in blocks for m in b.marks if m.kind == "footnote-call"]
    for mark, block in sorted(calls, key=lambda c: c[0].source):
        yield Reference(
            source=mark.source,
            block=block.id,
            text=mark.label,
            kind="footnote-call",
            target=("", mark.target) if mark.target else None,
            status="resolved" if mark.target else "unresolved",
            method="note" if mark.target else None,
        )
