"""The shelf: the table of all opinions, as a page of its own and for the home page.

It is whole without script.  What ``shelf.js`` sorts and filters by it reads from the cells: a date from its ``<time>``,
a number from its digits, court, term and authors from the spans about them.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.render import escape, words
from generator.render.graph import graph_section
from generator.render.markdown import environment
from generator.terms import term_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from generator.corpus import Corpus
    from generator.model import Case, Writing

MARKER = "<!-- pincite: shelf -->"  # in a hand-written page, the place of the table
_HEADS = ("Case", "Court", "Decided", "Writings", "Paragraphs", "Notes", "References", "Resolved")


def shelf_page(corpus: Corpus, failed: Sequence[str], templates: Path) -> str:
    """``docs/opinions/index.md``."""
    return (
        environment(templates)
        .get_template("shelf.md.j2")
        .render(table=shelf_table(corpus, failed), graph=graph_section(corpus))
    )


def shelf_table(corpus: Corpus, failed: Sequence[str], base: str = "") -> str:
    """The table in Markdown; ``base`` leads from the page that shows it to ``opinions/``."""
    if not corpus.cases and not failed:
        return "There is no opinion here yet: `pincite add FILE` brings the first."
    rows = ["| " + " | ".join(_HEADS) + " |", "|---" * len(_HEADS) + "|"]
    rows += [_row(case, base) for case in corpus.by_date()]
    rows += [
        f"| [{_cell(slug)}]({base}{slug}/index.md) | could not be converted |"
        + " |" * (len(_HEADS) - 2)
        for slug in sorted(failed)
    ]
    return '<div class="shelf" markdown="1">\n\n' + "\n".join(rows) + "\n\n</div>"


def _row(case: Case, base: str) -> str:
    info = case.info
    citation = f", {_cell(words.citation(info))}" if info.citation else ""
    cells = [
        f"[{_cell(words.case_name(case))}]({base}{case.slug}/index.md){citation}",
        _court(case),
        f'<time datetime="{info.decided.isoformat()}">{words.day(info.decided)}</time>'
        if info.decided
        else "",
        "; ".join(_writing(w) for w in case.writings if w.kind != "syllabus"),
        str(sum(1 for b in case.blocks if b.number is not None)),
        str(sum(1 for b in case.blocks if b.kind == "footnote")),
        str(len(case.references)),
        share(case),
    ]
    return "| " + " | ".join(cells) + " |"


def share(case: Case) -> str:
    """How many of a case's references are settled or estimated, "97 %", rounded down; empty where it has none."""
    known = Counter(r.status for r in case.references)
    return f"{100 * known['resolved'] // known.total()} %" if known else ""


def _court(case: Case) -> str:
    court, term = case.info.court, term_of(case.info)
    return " ".join(
        f'<span class="{css}">{_cell(text)}</span>'
        for css, text in (("court", court), ("term", term))
        if text
    )


def _writing(writing: Writing) -> str:
    """A writing's title with its author set apart: "White, for the Court"."""
    title = words.title(writing)
    author = words.shown(writing.author) if writing.author else None
    if author is None or not title.startswith(author):
        return _cell(title)
    return f'<span class="who">{_cell(author)}</span>{_cell(title[len(author) :])}'


def _cell(text: str) -> str:
    """Text inside a table's cell and a link: a bar would end the cell, a bracket the link."""
    return escape.inline(text).replace("|", "&#124;").replace("]", "\\]")
