"""``index.md``: the page of a case, through ``templates/pages/opinion.md.j2``.

This module turns blocks into *entries*, strings that are ready for Markdown; the template decides
their order and dress.
"""

from __future__ import annotations

import functools
import html
import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from generator.read.lines import LineIndex
from generator.render import about, escape, words
from generator.render.citing import cited_by_lines, table_line
from generator.render.metadata import bibliography, description
from generator.render.notes import note_lines
from generator.render.pincites import pincites
from generator.render.references import attribute, is_citation, page_references, stretch
from generator.render.restored import is_restored
from generator.render.weblinks import web_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    import jinja2

    from generator.model import Block, Case, Mark, Piece, Writing
    from generator.notes import Placed
    from generator.render.answers import Answers
    from generator.render.citing import Citing
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
class Section:
    """A writing on the page."""

    id: str
    kind: str
    title: str
    joined: str
    entries: tuple[Entry, ...]
    notes: tuple[Entry, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What every entry of a page needs: the lines of the source, and by block the references and who answers."""

    lines: LineIndex
    threads: Mapping[str, tuple[Thread, ...]]
    below: Mapping[str, tuple[Entry, ...]]


@functools.cache
def environment(templates: Path) -> jinja2.Environment:
    """The Jinja2 environment of a folder of page templates; it keeps the compiled templates and sees when one changes.

    Markdown is no HTML: escaping is done by ``render.escape``.
    """
    import jinja2

    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(templates),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701 - the output is Markdown
    )


def opinion_page(
    case: Case,
    env: jinja2.Environment,
    cited_by: Sequence[Citing] = (),
    answers: Mapping[str, Answers] | None = None,
    notes: Sequence[Placed] = (),
    *,
    exchange: bool = False,
    glossary: bool = False,
) -> str:
    """The Markdown of the case's page.

    ``cited_by``: the cases of the site that cite it (see ``citing_index``); ``answers``: by block or writing, the line
    that says who answers it (see ``answer_lines``); ``notes``: what editors say of it; ``exchange``: the case has an
    exchange page too; ``glossary``: the page uses terms of the glossary.
    """
    references = page_references(case)
    below = _below(case, answers or {}, notes)
    sheet = _Sheet(LineIndex(case.source.text), references.threads, below)
    return env.get_template("opinion.md.j2").render(
        note_lines=note_lines,
        front=front_matter(case, exchange=exchange, notes=bool(notes), glossary=glossary),
        name=escape.heading(words.case_name(case)),
        facts=" · ".join(escape.inline(f) for f in words.facts(case)),
        about=" ".join(escape.inline(s) for s in about.sentences(case)),
        found=_first_line(case, sheet.lines) if is_restored(case) else None,
        table=table_line(case, cited_by),
        preface=tuple(
            _followed(_entries([b for b in case.blocks if b.writing is None], sheet), below)
        ),
        sections=tuple(_section(case, w, sheet) for w in case.writings),
        last=_last_entry(case) if case.truncated else "",
        cited_by=cited_by_lines(cited_by),
        web=web_lines(case),
        strays=tuple(_note_entry(n) for n in notes if n.block is None),
        definitions=references.definitions,
    )


def _first_line(case: Case, lines: LineIndex) -> int:
    """The line of the source with which the page begins."""
    return lines.line(min((b.source[0] for b in case.blocks), default=0))


def _last_entry(case: Case) -> str:
    """The id of the entry that holds the end of the source: where a truncated text breaks off."""
    if not case.blocks:
        return ""
    block = max(case.blocks, key=lambda b: b.source[1])
    last = max(range(len(block.pieces)), key=lambda k: block.pieces[k].source[1])
    stretch = sum(1 for p in block.pieces[1 : last + 1] if not p.join)
    return f"{block.id}-c{stretch}" if stretch else block.id


def front_matter(
    case: Case, *, exchange: bool = False, notes: bool = False, glossary: bool = False
) -> str:
    """The YAML between the rules: each value as JSON, which YAML reads, so that nothing in it can be taken for YAML."""
    name = words.case_name(case)
    meta: dict[str, Any] = {
        "title": name,
        "template": "opinion.html",
        "description": description(case),
        "pincite": {
            "slug": case.slug,
            "name": name,
            "citation": case.info.citation,
            "year": case.info.decided.year if case.info.decided else None,
            "court": case.info.court,
            "docket": case.info.docket,
            "argued": words.day(case.info.argued) if case.info.argued else None,
            "decided": words.day(case.info.decided) if case.info.decided else None,
            "paragraphs": sum(1 for b in case.blocks if b.number is not None),
            "references": sum(map(is_citation, case.references)),
            "writings": [_writing_meta(case, w) for w in case.writings],
            "bibliography": bibliography(case),
            **({"exchange": True} if exchange else {}),
            **({"restored": True} if is_restored(case) else {}),
            **({"notes": True} if notes else {}),
            **({"glossary": True} if glossary else {}),
            "pins": pincites(case).as_data(),
        },
    }
    return "".join(f"{key}: {yaml_value(value)}\n" for key, value in meta.items())


def yaml_value(value: object) -> str:
    """A value as JSON on one line, without the characters that YAML takes for line ends or refuses."""
    return escape.unreserved(json.dumps(value, ensure_ascii=False))


def _writing_meta(case: Case, writing: Writing) -> dict[str, Any]:
    numbers = [b.number for b in case.blocks if b.writing == writing.id and b.number is not None]
    return {
        "id": writing.id,
        "kind": writing.kind,
        "author": writing.author,
        "title": words.title(writing),
        "joined": words.joined(writing),
        "first": min(numbers, default=None),
        "last": max(numbers, default=None),
    }


def _section(case: Case, writing: Writing, sheet: _Sheet) -> Section:
    own = [b for b in case.blocks if b.writing == writing.id]
    byline = next((b.text for b in own if b.kind == "byline"), "")
    calls = {m.target: m.id for b in reversed(own) for m in reversed(b.marks) if m.target}
    joined = words.joined(writing) if "join" not in byline.lower() else ""
    text = [b for b in own if b.kind != "footnote"]
    notes = [b for b in own if b.kind == "footnote"]
    return Section(
        id=writing.id,
        kind=writing.kind,
        title=escape.heading(words.title(writing)),
        joined=escape.inline(joined),
        entries=tuple(_followed(_grouped(_entries(text, sheet)), sheet.below, writing.id)),
        notes=tuple(_followed(_entries(notes, sheet, calls), sheet.below)),
    )


def _entries(
    blocks: Sequence[Block], sheet: _Sheet, calls: Mapping[str, str] | None = None
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
    block: Block, number: int, piece: Piece, end: int, sheet: _Sheet, call: str | None
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
    printed = re.match(
        r"\[?(?:fn|FN|n)?\.?\s?" + re.escape(block.label or "") + r"[\].]?\s+",
        block.text[start:end],
    )
    if block.label and printed:
        start += printed.end()
        label = escape.inline(printed.group().strip()).replace("]", "\\]")
    else:
        label = f"**{escape.inline(block.label or '*')}**"
    text = _marked(block, start, end, threads, starts_line=False)
    return f"[{label}](#{call}) {text}" if call else f"{label} {text}"


def _grouped(entries: Iterator[Entry]) -> Iterator[Entry]:
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


def _below(
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
            out.setdefault(quoting[placed.block], []).append(_note_entry(placed))
    return {block: tuple(entries) for block, entries in out.items()}


def _note_entry(placed: Placed) -> Entry:
    return Entry("note-ed", f"note-{placed.number}", "", "note-ed", note=placed)


def _followed(
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
