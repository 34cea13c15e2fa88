"""The page of the glossary: each term, its definition, and where the opinions use it first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.render import escape, words
from generator.render.references import labels

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import jinja2

    from generator.glossary import Glossary, Term, Use
    from generator.model import Case


def glossary_page(
    glossary: Glossary,
    used: Sequence[tuple[Case, Sequence[Use]]],
    env: jinja2.Environment,
) -> str:
    """The Markdown of the page; ``used``: each case with the terms that it uses, in the order of the shelf."""
    places = [(case, labels(case), uses) for case, uses in used]
    return env.get_template("glossary.md.j2").render(
        terms=[
            {
                "name": escape.heading(term.name),
                "slug": term.slug,
                "definition": escape.block(term.definition),
                "uses": "; ".join(_uses(term, *place) for place in places if _has(term, place[2])),
            }
            for term in glossary.terms
        ]
    )


def _has(term: Term, uses: Sequence[Use]) -> bool:
    return any(use.term.slug == term.slug for use in uses)


def _uses(term: Term, case: Case, names: Mapping[str, str], uses: Sequence[Use]) -> str:
    """*Malley v. Briggs* ¶ 5, ¶ 33."""
    links = ", ".join(
        f"[{escape.inline(names.get(use.block, use.block))}](../opinions/{case.slug}/index.md#{use.block})"
        for use in uses
        if use.term.slug == term.slug
    )
    return f"*{escape.inline(words.case_name(case))}* {links}"
