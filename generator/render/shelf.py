"""The shelf: the table of all opinions, as a page of its own and for the home page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.render import escape, words
from generator.render.markdown import environment

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from generator.corpus import Corpus
    from generator.model import Case

MARKER = "<!-- pincite: shelf -->"  # in a hand-written page, the place of the table


def shelf_page(corpus: Corpus, failed: Sequence[str], templates: Path) -> str:
    """``docs/opinions/index.md``."""
    return (
        environment(templates).get_template("shelf.md.j2").render(table=shelf_table(corpus, failed))
    )


def shelf_table(corpus: Corpus, failed: Sequence[str], base: str = "") -> str:
    """The table in Markdown; ``base`` leads from the page that shows it to ``opinions/``."""
    if not corpus.cases and not failed:
        return "There is no opinion here yet: `pincite add FILE` brings the first."
    rows = ["| Case | Court | Decided | Writings | Paragraphs |", "|---|---|---|---|---|"]
    rows += [_row(case, base) for case in corpus.by_date()]
    rows += [
        f"| [{_cell(slug)}]({base}{slug}/index.md) | could not be converted | | | |"
        for slug in sorted(failed)
    ]
    return '<div class="shelf" markdown="1">\n\n' + "\n".join(rows) + "\n\n</div>"


def _row(case: Case, base: str) -> str:
    info = case.info
    writings = "; ".join(words.title(w) for w in case.writings if w.kind != "syllabus")
    paragraphs = sum(1 for b in case.blocks if b.number is not None)
    citation = f", {_cell(words.citation(info))}" if info.citation else ""
    cells = [
        f"[{_cell(words.case_name(case))}]({base}{case.slug}/index.md){citation}",
        _cell(info.court or ""),
        words.day(info.decided) if info.decided else "",
        _cell(writings),
        str(paragraphs),
    ]
    return "| " + " | ".join(cells) + " |"


def _cell(text: str) -> str:
    """Text inside a table's cell and a link: a bar would end the cell, a bracket the link."""
    return escape.inline(text).replace("|", "&#124;").replace("]", "\\]")
