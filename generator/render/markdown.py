"""``index.md``: the page of a case, through ``templates/pages/opinion.md.j2``.

What it shows are *entries* (``entries``), strings that are ready for Markdown; the template decides their dress.
"""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from generator.read.lines import LineIndex
from generator.render import about, escape, words
from generator.render.citing import cited_by_lines, table_line
from generator.render.entries import (
    Entry,
    Sheet,
    entries_of,
    followed,
    grouped,
    note_entry,
    said_below,
)
from generator.render.metadata import bibliography, description
from generator.render.notes import note_lines
from generator.render.pincites import pincites
from generator.render.references import is_citation, page_references
from generator.render.restored import is_restored
from generator.render.weblinks import web_lines

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    import jinja2

    from generator.model import Case, Writing
    from generator.notes import Placed
    from generator.render.answers import Answers
    from generator.render.citing import Citing


@dataclass(frozen=True, slots=True)
class Section:
    """A writing on the page."""

    id: str
    kind: str
    title: str
    joined: str
    entries: tuple[Entry, ...]
    notes: tuple[Entry, ...] = field(default=())


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
    below = said_below(case, answers or {}, notes)
    sheet = Sheet(LineIndex(case.source.text), references.threads, below)
    return env.get_template("opinion.md.j2").render(
        note_lines=note_lines,
        front=front_matter(case, exchange=exchange, notes=bool(notes), glossary=glossary),
        name=escape.heading(words.case_name(case)),
        facts=" · ".join(escape.inline(f) for f in words.facts(case)),
        about=" ".join(escape.inline(s) for s in about.sentences(case)),
        found=_first_line(case, sheet.lines) if is_restored(case) else None,
        table=table_line(case, cited_by),
        preface=tuple(
            followed(entries_of([b for b in case.blocks if b.writing is None], sheet), below)
        ),
        sections=tuple(_section(case, w, sheet) for w in case.writings),
        last=_last_entry(case) if case.truncated else "",
        cited_by=cited_by_lines(cited_by),
        web=web_lines(case),
        strays=tuple(note_entry(n) for n in notes if n.block is None),
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
        "author": words.shown(writing.author) if writing.author else None,
        "title": words.title(writing),
        "joined": words.joined(writing),
        "first": min(numbers, default=None),
        "last": max(numbers, default=None),
    }


def _section(case: Case, writing: Writing, sheet: Sheet) -> Section:
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
        entries=tuple(followed(grouped(entries_of(text, sheet)), sheet.below, writing.id)),
        notes=tuple(followed(entries_of(notes, sheet, calls), sheet.below)),
    )
