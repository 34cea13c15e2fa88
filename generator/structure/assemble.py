"""Put the blocks of a case together: kinds, numbers, ids, parts, footnote calls and page marks.

Numbers run 1…N through the whole case, from the first paragraph of the majority on through every separate writing, as
Washington's Order 25700-B-447 and the English Practice Direction of 11 January 2001 have it.  The syllabus is no part
of the opinion and carries none.
"""

from __future__ import annotations

import re
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
    Span,
    Writing,
)
from generator.structure import quotes
from generator.structure.footnotes import Call, find_calls, owners
from generator.structure.parts import Outline, parse_heading
from generator.structure.writings import Draft, divide

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Sequence

_DISPOSITION = re.compile(
    r"(?:it is )?so ordered\.?|(?:(?:judgment|order|decree) )?(?:affirmed|reversed|vacated|remanded|dismissed)"
    r"(?:[ ,]+(?:and |in part|as modified|with \w+)?\s*(?:affirmed|reversed|vacated|remanded|dismissed)?)*\.?"
    r"|(?:\d+ [a-z0-9. ]{2,16} \d+, )?(?:affirmed|reversed|vacated)(?: and remanded)?\.",
    re.IGNORECASE,
)
# Votes without an opinion: "MR. JUSTICE BLACK concurs in the result.", "JUSTICE KAGAN took no part in the decision …".
_VOTE = re.compile(
    r"(?:(?:the|mr\.) )*(?:chief )?justices? .{2,80} took no part in the .{5,80}\."
    r"|{one}(?:(?:,|,? and) {one})*,? (?:concurs?|dissents?)"
    r"(?: in the (?:result|judgment|judgment of the court|decision))?\.".replace(
        "{one}", r"(?:(?:the|mr\.) )*(?:chief )?justice(?: [^.,]{2,40})?"
    ),
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Structure:
    """The result of the stage."""

    writings: tuple[Writing, ...]
    blocks: tuple[Block, ...]
    references: tuple[Reference, ...]


@dataclass(slots=True)
class _Row:
    """A line with the kind that it turned out to be; ``also`` are later lines of the same paragraph."""

    line: CleanLine
    kind: BlockKind
    text: str
    also: list[CleanLine]
    part: str | None = None
    label: str | None = None


def structure(source: Source, clean: CleanText, decided: datetime.date | None = None) -> Structure:
    """The writings and blocks of a cleaned text, in page order.

    ``decided`` (from ``case.yml``) tells which Chief Justice a byline means.
    """
    divided = divide(clean, decided)
    builder = _Builder(source, clean)
    for line in divided.front:
        builder.front(line)
    notes = _notes_by_writing(clean, divided.drafts, divided.notes)
    for draft in divided.drafts:
        builder.writing(draft, notes.get(draft.id, []))
    if not any(d.kind != "syllabus" for d in divided.drafts):
        builder.loose_notes(divided.notes)
    return builder.result()


def _notes_by_writing(
    clean: CleanText, drafts: Sequence[Draft], notes: Sequence[CleanLine]
) -> dict[str, list[CleanLine]]:
    """Numbered notes go to the writings in order, a new one where the numbers begin again; the rest by ``owners``."""
    opinions = [d for d in drafts if d.kind != "syllabus"]
    if not notes or not opinions:
        return {}
    texts = [clean.text[n.span[0] : n.span[1]] for n in notes]
    if all(n.label is not None for n in notes):
        chosen = _by_number(clean, opinions, notes)
    else:
        bodies = [" ".join(clean.text[x.span[0] : x.span[1]] for x in d.lines) for d in opinions]
        chosen = owners(texts, bodies)
    out: dict[str, list[CleanLine]] = {}
    for note, k in zip(notes, chosen, strict=True):
        out.setdefault(opinions[k].id, []).append(note)
    return out


def _by_number(
    clean: CleanText, opinions: Sequence[Draft], notes: Sequence[CleanLine]
) -> list[int]:
    """A writing per note: on to the next writing that calls it whenever a number comes again."""
    labels = frozenset(n.label for n in notes if n.label)
    bodies = [[clean.text[x.span[0] : x.span[1]] for x in d.lines] for d in opinions]
    called = [
        {c.label for row in find_calls(body, bare=False, labels=labels) for c in row}
        for body in bodies
    ]
    out, k, seen = [], 0, set[str]()
    for note in notes:
        label = note.label
        if label:
            again = label in seen
            if again or (label not in called[k] and any(label in c for c in called[k + 1 :])):
                k = next((j for j in range(k + 1, len(opinions)) if label in called[j]), k)
                seen = set()
            seen.add(label)
        out.append(k)
    return out


class _Builder:
    def __init__(self, source: Source, clean: CleanText) -> None:
        self.source, self.clean = source, clean
        self.blocks: list[Block] = []
        self.writings: list[Writing] = []
        self.number = 0
        self.ids: dict[str, int] = {}

    def result(self) -> Structure:
        blocks = _with_pages(self.clean, self.blocks)
        return Structure(tuple(self.writings), tuple(blocks), tuple(_call_references(blocks)))

    # ------------------------------------------------------------------------------------------------ text by lines

    def _text(self, line: CleanLine) -> str:
        return self.clean.text[line.span[0] : line.span[1]]

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
        self._add(_Row(line, kind, self._text(line), []), None, "front-", None)

    def loose_notes(self, lines: Sequence[CleanLine]) -> None:
        for line in lines:
            self._add(
                _Row(line, "footnote", self._text(line), [], label=line.label), None, "", None
            )

    def writing(self, draft: Draft, notes: Sequence[CleanLine]) -> None:
        """All blocks of one writing, its notes last."""
        prefix = "" if draft.id == "majority" else f"{draft.id}-"
        rows = self._rows(draft, prefix)
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

    def _merged_notes(self, notes: Sequence[CleanLine]) -> Iterator[_Row]:
        """One row a footnote: further paragraphs of a numbered note belong to it."""
        current: _Row | None = None
        for line in notes:
            if current and line.label == CONTINUED:
                current.also.append(line)
                continue
            if current:
                yield current
            current = _Row(line, "footnote", self._text(line), [], label=line.label or None)
        if current:
            yield current

    # ------------------------------------------------------------------------------------------------ kinds of lines

    def _rows(self, draft: Draft, prefix: str) -> list[_Row]:
        if self.source.dialect == "flattened":
            set_apart = self._flattened_quotes(draft.lines)
        else:
            set_apart = None
        outline = Outline()
        rows: list[_Row] = []
        part: str | None = None
        for line in draft.lines:
            text = self._text(line)
            kind, label = self._kind(line, text, rows, draft, outline, set_apart)
            if kind == "paragraph" and self._continues(text, rows):
                self._last_paragraph(rows).also.append(line)
                continue
            row = _Row(line, kind, text, [], part, label)
            if kind == "heading":
                path = outline.path() if label else ()
                part = prefix + "part-" + "-".join(_slug_of(p) for p in path) if path else None
                row.part = part
            rows.append(row)
        return rows

    def _flattened_quotes(self, lines: Sequence[CleanLine]) -> set[int]:
        """Offsets of the lines that the flattened dialect's signs set apart."""
        texts = [(line, self._text(line)) for line in lines if line.role == "text"]
        # The rules read the text as the source has it, without the blanks that cleaning put back.
        bare = [re.sub(r"(?<=[.,;:?!]) (?=[a-z])", "", text) for _, text in texts]
        return {texts[k][0].span[0] for k in quotes.flattened_quotes(bare)}

    def _kind(
        self,
        line: CleanLine,
        text: str,
        rows: Sequence[_Row],
        draft: Draft,
        outline: Outline,
        set_apart: set[int] | None,
    ) -> tuple[BlockKind, str | None]:
        if line.role in ("byline", "caption", "notice", "vote", "disposition"):
            return line.role, None
        if _DISPOSITION.fullmatch(text):
            return "disposition", None
        if _VOTE.fullmatch(text):
            return "vote", None
        if draft.kind != "syllabus" and set_apart is None:
            heading = parse_heading(text)
            if heading:
                path = outline.enter(heading)
                if path is not None:
                    return "heading", path[-1] if path else None
            above = rows[-1] if rows else None
            is_quote = above is not None and above.kind == "blockquote"
            open_quote = is_quote and quotes.stays_open(above.text if above else "")
            before = above.text if above and above.kind in ("paragraph", "blockquote") else None
            if before is not None and quotes.is_block_quote(text, before, is_quote, open_quote):
                return "blockquote", None
        elif draft.kind == "syllabus" and text.lower().rstrip(".") in (
            "syllabus",
            "syllabus by the court",
        ):
            return "heading", None
        if set_apart and line.span[0] in set_apart:
            return "blockquote", None
        return "paragraph", None

    def _continues(self, text: str, rows: Sequence[_Row]) -> bool:
        """Text after a block quote that plainly goes on with the sentence which led into it."""
        if self.source.dialect == "flattened" or not rows or rows[-1].kind != "blockquote":
            return False
        return any(r.kind == "paragraph" for r in rows) and quotes.continues_sentence(text)

    def _last_paragraph(self, rows: Sequence[_Row]) -> _Row:
        return next(r for r in reversed(rows) if r.kind == "paragraph")

    # ------------------------------------------------------------------------------------------------ blocks

    def _add(
        self,
        row: _Row,
        writing: str | None,
        prefix: str,
        above: str | None,
        quote_of: dict[str, int] | None = None,
    ) -> Block:
        pieces, texts, at = [], [], 0
        for line in [row.line, *row.also]:
            text = self._text(line)
            pieces.append(Piece(line.span, self.clean.offsets.to_source(line.span), at))
            texts.append(text)
            at += len(text) + 1
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
            ident = self._id(stem + _slug_of(label)) if label else self._next_note(stem)
        else:
            ident = self._id(f"{prefix or 'majority-'}{row.kind}")
        source = (min(p.source[0] for p in pieces), max(p.source[1] for p in pieces))
        part = row.part if row.kind not in ("byline", "caption", "notice", "vote") else None
        block = Block(
            ident, row.kind, number, writing, part, " ".join(texts), source, tuple(pieces), label
        )
        self.blocks.append(block)
        return block

    def _syllabus_id(self) -> str:
        self.ids["syllabus-"] = self.ids.get("syllabus-", 0) + 1
        return self._id(f"syllabus-{self.ids['syllabus-']}")

    def _next_note(self, stem: str) -> str:
        """Notes whose numbers are lost are counted in their order."""
        count = 1
        while f"{stem}{count}" in self.ids:
            count += 1
        return self._id(f"{stem}{count}")

    def _calls(self, first: int, prefix: str) -> None:
        """Find the calls in the blocks added since ``first`` and tie them to the notes among them."""
        own = self.blocks[first:]
        bodies = {b.label: b.id for b in own if b.kind == "footnote" and b.label}
        texts = [
            b.text if b.kind in ("paragraph", "blockquote") and b.writing != "syllabus" else ""
            for b in own
        ]
        found = find_calls(texts, bare=self.source.dialect == "lexis", labels=frozenset(bodies))
        for offset, calls in enumerate(found):
            if calls:
                block = own[offset]
                marks = tuple(self._mark(block, call, prefix, bodies) for call in calls)
                self.blocks[first + offset] = replace(block, marks=marks)

    def _mark(self, block: Block, call: Call, prefix: str, bodies: dict[str, str]) -> Mark:
        span = block_source(self.clean, block, call.span)
        ident = self._id(f"{prefix}fnref-{_slug_of(call.label)}")
        return Mark("footnote-call", *call.span, call.label, ident, span, bodies.get(call.label))


def block_source(clean: CleanText, block: Block, span: Span) -> Span:
    """The source span of ``block.text[span]``; a span that runs over a join of pieces gives the hull."""
    ends = []
    for offset, inclusive in ((span[0], True), (span[1], False)):
        piece = next(
            p
            for p in reversed(block.pieces)
            if p.at <= offset - (0 if inclusive else 1) or p is block.pieces[0]
        )
        ends.append(min(piece.clean[0] + offset - piece.at, piece.clean[1]))
    return clean.offsets.to_source((ends[0], ends[1]))


def _with_pages(clean: CleanText, blocks: Sequence[Block]) -> list[Block]:
    """Hang each page mark into the block that it stands in; one between blocks goes to the head of the next."""
    out = list(blocks)
    places = sorted((p.clean, k, n) for k, b in enumerate(blocks) for n, p in enumerate(b.pieces))
    seen: dict[int, int] = {}
    for mark in clean.pages:
        place = next(((s, k, n) for s, k, n in places if mark.at <= s[1]), None)
        if place is None:
            continue
        span, k, n = place
        at = blocks[k].pieces[n].at + max(0, mark.at - span[0])
        seen[mark.page] = seen.get(mark.page, 0) + 1
        ident = (
            f"page-{mark.page}" if seen[mark.page] == 1 else f"page-{mark.page}-{seen[mark.page]}"
        )
        new = Mark("page", at, at, str(mark.page), ident, mark.source)
        out[k] = replace(
            out[k], marks=tuple(sorted([*out[k].marks, new], key=lambda m: (m.start, m.end)))
        )
    return out


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


def _slug_of(label: str) -> str:
    low = re.sub(r"[^a-z0-9]+", "-", label.lower()).strip("-")
    return low or {"*": "star", "**": "star-2", "***": "star-3", "†": "dagger"}.get(label, "x")
