"""The source page: the raw text, numbered by line and coloured, each line linked with the paragraph that it became.

The page is Markdown with one block of HTML in it; everything that comes from the raw file is escaped by Pygments or
``html.escape``.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from generator.read.lines import LineIndex
from generator.render import escape, witness, words
from generator.render.markdown import yaml_value
from generator.render.references import is_citation

if TYPE_CHECKING:
    from collections.abc import Iterator

    import jinja2

    from generator.model import Block, Case

# Shown as pictures of themselves (␀ for NUL), so that nothing in a raw file is invisible on its page.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_UNSEEN = re.compile(
    "[\x80-\x9f\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
)


def source_page(case: Case, env: jinja2.Environment, *, exchange: bool = False) -> str:
    """The Markdown of ``source.md``.  ``exchange``: the case has an exchange page too."""
    name = words.case_name(case)
    source = case.source
    front = {
        "title": f"{name}: the source",
        "template": "source.html",
        "description": f"The raw text from which the page of {name} was made.",
        "pincite": {
            "slug": case.slug,
            "name": name,
            "citation": case.info.citation,
            "year": case.info.decided.year if case.info.decided else None,
            "references": sum(map(is_citation, case.references)),
            **({"exchange": True} if exchange else {}),
        },
    }
    return env.get_template("source.md.j2").render(
        front="".join(f"{k}: {yaml_value(v)}\n" for k, v in front.items()),
        name=escape.heading(name),
        file=escape.inline(source.file),
        chars=f"{len(source.text):,}",
        dialect=source.dialect,
        reason=escape.inline(source.reason.rstrip(".")),
        encoding=escape.inline(source.encoding),
        sha256=source.sha256,
        witnesses=witness.listed(case),
        lines=list(_lines(case)),
    )


def _lines(case: Case) -> Iterator[str]:
    """One ``div`` a raw line."""
    text = case.source.text
    index = LineIndex(text)
    targets = _targets(case, index)
    dropped = {index.line(s.span[0]) for s in case.clean.dropped}
    for number, markup in enumerate(_highlighted(text), start=1):
        link = ""
        block = targets.get(number)
        if block is not None:
            label = f"¶ {block.number}" if block.number else block.kind
            link = f'<a class="to" href="../#{block.id}">{label}</a>'
        elif number in dropped:
            link = '<span class="to">not shown</span>'
        own = f'<a class="ln" href="#L{number}">{number}</a>'
        yield f'<div class="line" id="L{number}">{own}<code>{markup}</code>{link}</div>'


def _targets(case: Case, index: LineIndex) -> dict[int, Block]:
    """The first block of each line; every line of a paragraph that was wrapped leads to it."""
    out: dict[int, Block] = {}
    for block in case.blocks:
        for piece in block.pieces:
            last = max(piece.source[0], piece.source[1] - 1)
            for line in range(index.line(piece.source[0]), index.line(last) + 1):
                out.setdefault(line, block)
    return out


def _highlighted(text: str) -> Iterator[str]:
    """The coloured HTML of each line.  Tokens never span lines here: each line is made whole in itself."""
    from pygments.token import STANDARD_TYPES, Token

    from generator.lexer import OpinionLexer

    visible = _CONTROL.sub(
        lambda m: chr(0x2400 + ord(m.group())) if ord(m.group()) < 32 else "␡",
        re.sub(r"\r\n?", "\n", text),
    )
    visible = _UNSEEN.sub("�", visible)
    row: list[str] = []
    # get_tokens() would strip the text and add a line end; the page must show the file as it is.
    for _, kind, value in OpinionLexer().get_tokens_unprocessed(visible):
        css = STANDARD_TYPES.get(kind, "")
        for number, part in enumerate(value.split("\n")):
            if number:
                yield "".join(row)
                row = []
            if part:
                shown = html.escape(part)
                row.append(
                    f'<span class="{css}">{shown}</span>'
                    if css and kind is not Token.Text and css != "w"
                    else shown
                )
    yield "".join(row)
