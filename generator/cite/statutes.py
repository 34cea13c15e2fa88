"""Statutes: those cited in full, federal and of the States, and bare sections (``§ 1983``)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.cite.acts import acts_in
from generator.cite.bare_sections import find_bare
from generator.cite.codes import find_codes
from generator.cite.federal import find_federal
from generator.cite.named_codes import find_named
from generator.cite.titles import title_for

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model import Mention

__all__ = ["find_statutes", "title_for"]


def find_statutes(text: str) -> list[Mention]:
    """Every statute, regulation and executive order in ``text``, and every bare section that can be one; sorted.

    Spans count in ``text``.  They leave out parentheses with edition and year and the possessive of "§ 1983's", and
    take in "of the Act", "of this title" behind a section.  The sections of one list behind one sign are one mention:
    the Court prints them as one citation.  A section that has its own sign is a mention of its own.

    A bare section has no authority but the section as ``key``, to be settled by ``title_for``; with "of the Act" the
    key says so (``8 of the Act``).  A section of an act that is named ("§ 10(b) of the Securities Exchange Act of
    1934") is left to ``find_acts``.
    """
    full = longest([*find_federal(text), *find_named(text), *find_codes(text)])
    if "§" not in text and "ection" not in text and "ec. " not in text and "ecs. " not in text:
        return full
    return sorted((*full, *find_bare(text, full, acts_in(text))), key=lambda m: m.start)


def longest(found: Iterable[Mention]) -> list[Mention]:
    """Sorted, without overlap: of two that overlap the longer one, of two as long the first."""
    out: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.start, -m.end)):
        if out and mention.start < out[-1].end:
            if mention.end - mention.start > out[-1].end - out[-1].start:
                out[-1] = mention
            continue
        out.append(mention)
    return out
