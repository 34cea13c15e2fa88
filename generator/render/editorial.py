"""What is woven into an opinion's page for its readers: the words that notes are about, and terms of the glossary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.render.references import attribute
from generator.render.weave import Strand

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.glossary import Use
    from generator.notes import Placed

GLOSSARY_PAGE = "../../glossary/"  # from the page of an opinion


def strands(notes: Iterable[Placed], terms: Iterable[Use]) -> list[Strand]:
    """The strands of a page.  A term is a link to the glossary whose title is its definition."""
    out = [
        Strand(placed.block, *placed.span, '<mark class="noted">', "</mark>")
        for placed in notes
        if placed.block and placed.span
    ]
    for use in terms:
        opening = (
            f'<a class="term" href="{GLOSSARY_PAGE}#{use.term.slug}" '
            f'title="{attribute(use.term.definition)}">'
        )
        out.append(Strand(use.block, *use.span, opening, "</a>"))
    return out
