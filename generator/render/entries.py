"""Blocks as *entries*: stretches of a page that are ready for Markdown, in the order in which the page shows them."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.render import escape
from generator.render.references import attribute, stretch

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.model import Block, Case, Mark, Piece
    from generator.notes import Placed
    from generator.read.lines import LineIndex
    from generator.render.answers import Answers
    from generator.render.references import Thread

LOST_NOTE = "The source has this call but not the note."


@dataclass(frozen=True, slots=True)
class Entry:
    """A stretch of the page: one block, or one piece of a paragraph that a block quote interrupts.

    ``text`` is Markdown; ``css`` the class; ``level`` the depth of a heading (3 …); ``line`` the source's line;
    ``name`` what the outline calls a heading whose text holds a star page besides; ``answers`` the list behind the
    mark that ``text`` then is.
    """

    kind: str
    id: str
    text: str
    css: str
    number: int | None = None
    level: int = 0
    line: int = 0
    lines: tuple[Entry, ...] = ()
    name: str = ""
    answers: tuple[str, ...] = ()
    note: Placed | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """What every entry of a page needs: the lines of the source, and by block the references and who answers."""

    lines: LineIndex
    threads: Mapping[str, tuple[Thread, ...]]
    below: Mapping[str, tuple[Entry, ...]]


def entries_of(
    blocks: Sequence[Block], sheet: Sheet, calls: Mapping[str, str] | None = None
) -> Iterator[Entry]:
    """Blocks as entries; the later pieces of a paragraph stand where they stand in the source,
    behind the block quote.
    """
    placed: list[tuple[int, Entry]] = []
    for block in blocks:
        call = (calls or {}).get(block.id)
        heads = [block.pieces[0], *(p for p in block.pieces[1:] if not p.join)]
        for number, (piece, span) in enumerate(zip(heads, block.stretches(), strict=True)):
            placed.append((piece.source[0], _entry(block, number, piece, span[1], sheet, call)))
    placed.sort(key=lambda p: p[0])
    return iter([entry for _, entry in placed])


def _entry(
    block: Block, number: int, piece: Piece, end: int, sheet: Sheet, call: str | None
) -> Entry:
    """The stretch ``number`` of a block, which begins with ``piece`` and ends at ``end`` of its text."""
    line = sheet.lines.line(piece.source[0])
    threads = sheet.threads.get(block.id, ())
    if block.kind == "heading":
        rule = not any(c.isalnum() for c in block.text)
        kind = "break" if rule else "heading"
        css = "break" if rule else "part"
        level = min(2 + max(1, block.level), 6)
        pages = "".join(_mark(m) for m in block.marks if m.kind == "page")
        text = pages + escape.heading(block.text)
        name = attribute(block.text) if pages else ""
        return Entry(kind, block.id, text, css, level=level, line=line, name=name)
    own_line = block.number is None  # a numbered paragraph's line begins with our link
    if number:
        text = _marked(block, piece.at, end, threads, starts_line=True)
        return Entry("cont", f"{block.id}-c{number}", text, "cont", line=line)
    if block.kind == "footnote":
        text = _note(block, piece.at, end, threads, call)
        return Entry("footnote", block.id, text, "note", line=line)
    css = {"paragraph": "par", "blockquote": "quote"}.get(block.kind, block.kind)
    text = _marked(block, piece.at, end, threads, starts_line=own_line)
    return Entry(block.kind, block.id, text, css, block.number, 0, line)


def _note(block: Block, start: int, end: int, threads: Sequence[Thread], call: str | None) -> str:
    """A footnote with its label first, linked back to its call: the label that it prints itself, else
    ours (in bold), and an asterisk for one whose number is lost.
    """
    wanted = block.label or ""
    # A number is parted from its note by a blank; a star often stands at the first word.
    gap = r"\s+" if wanted.isalnum() else r"\s*"
    printed = re.match(
        r"\[?(?:fn|FN|n)?\.?\s?" + re.escape(wanted) + r"[\].]?" + gap,
        block.text[start:end],
    )
    begun = start
    if block.label and printed:
        start += printed.end()
        label = escape.inline(printed.group().strip()).replace("]", "\\]")
    else:
        label = f"**{escape.inline(block.label or '*')}**"
    # A page that begins at the number is shown behind it.
    pages = (_mark(m) for m in block.marks if m.kind == "page" and begun <= m.start < start)
    text = "".join(pages) + _marked(block, start, end, threads, starts_line=False)
    return f"[{label}](#{call}) {text}" if call else f"{label} {text}"


def grouped(entries: Iterator[Entry]) -> Iterator[Entry]:
    """Put block quotes that follow each other into one."""
    run: list[Entry] = []
    for entry in entries:
        if entry.kind == "blockquote":
            run.append(entry)
            continue
        if run:
            yield Entry("quotes", run[0].id, "", "", lines=tuple(run))
            run = []
        yield entry
    if run:
        yield Entry("quotes", run[0].id, "", "", lines=tuple(run))


def said_below(
    case: Case, answers: Mapping[str, Answers], notes: Sequence[Placed]
) -> dict[str, tuple[Entry, ...]]:
    """By block or writing, what this site says below it: who answers it, and then the notes of editors.

    What is said of a block quote stands below its paragraph.
    """
    out: dict[str, list[Entry]] = {}
    notes_of_case = {b.id for b in case.blocks if b.kind == "footnote"}
    for block, said in answers.items():
        place = "" if block in notes_of_case else block  # one of a note goes where its note goes
        out[block] = [Entry("answers", place, said.mark, "answers", answers=said.lines)]
    quoting: dict[str, str] = {}
    before, writing = "", ""
    for passage in case.blocks:
        if passage.kind != "blockquote" or not before or writing != passage.writing:
            before, writing = passage.id, passage.writing or ""
        quoting[passage.id] = before
    for placed in notes:
        if placed.block is not None:
            out.setdefault(quoting[placed.block], []).append(note_entry(placed))
    return {block: tuple(entries) for block, entries in out.items()}


def note_entry(placed: Placed) -> Entry:
    """A note of the editors."""
    return Entry("note-ed", f"note-{placed.number}", "", "note-ed", note=placed)


def followed(
    entries: Iterator[Entry], below: Mapping[str, tuple[Entry, ...]], writing: str = ""
) -> Iterator[Entry]:
    """The entries, and below each paragraph with what belongs to it what this site says of it."""
    waiting = below.get(writing, ())
    for entry in entries:
        if waiting and entry.kind not in ("quotes", "cont"):
            yield from waiting
            waiting = ()
        yield entry
        waiting = waiting or below.get(entry.id, ())
    yield from waiting


def _marked(
    block: Block, start: int, end: int, threads: Sequence[Thread], *, starts_line: bool
) -> str:
    """``block.text[start:end]`` with its references, footnote calls and star pages.

    A mark is a link itself, so a reference that it stands in is interrupted by it.
    """
    out: list[str] = []
    cursor = start
    for mark in block.marks:
        outside = not start <= mark.start <= mark.end <= end
        if outside or mark.start < cursor or mark.kind == "other-page":
            continue
        before = block.text[cursor : mark.start]
        if mark.kind == "footnote-call":
            before = before.rstrip(" ")  # a raised figure stands close to its word
        out.append(stretch(before, cursor, threads, starts_line=starts_line and not out))
        out.append(_mark(mark))
        cursor = mark.end
    out.append(
        stretch(block.text[cursor:end], cursor, threads, starts_line=starts_line and not out)
    )
    return "".join(out)


def _mark(mark: Mark) -> str:
    label = html.escape(escape.inline(mark.label))
    if mark.kind == "page":
        return f'<a id="{mark.id}" class="page">[{mark.label}]</a>'
    if mark.target:
        return f'<sup id="{mark.id}">[{label}](#{mark.target})</sup>'
    return f'<sup id="{mark.id}" class="lost">[{label}](#about "{LOST_NOTE}")</sup>'
