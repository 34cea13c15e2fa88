"""The marks of restoration in the HTML, and the text as it was found, to be had from the same page.

======================================  =====================================================================
``<span class="rc">``                   the source has the same letters in lower case
``<span class="ri">``                   the source has nothing here, or what follows in ``rw``
``<span class="ri ed">``                the same, and there are words in it: the editor's, in brackets
``<span class="ri wi">``                the same, and the words are another text's of the opinion (a witness)
``<span class="gap">`` in ``ri``         ⟨…⟩, or — for a page: something is missing here
``<span class="rw" hidden>``            what the source has and the page leaves out
======================================  =====================================================================

So a page can show the source's own letters by its style alone: ``rc`` in lower case, no ``ri``, and ``rw``.
"""

from __future__ import annotations

import html
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model import LENT
from generator.render.weave import Strand

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import Block, Case, Restored

MISSING = "something is missing here"
_GAP = f'<span class="gap" role="img" aria-label="{MISSING}" title="{MISSING}">'


def is_restored(case: Case) -> bool:
    """Whether the page has another text to show than the source's own."""
    return any(b.restored for b in case.blocks)


def strands(case: Case) -> Iterator[Strand]:
    """The marks of all restored stretches of a flattened case, or of one restored from a witness."""
    if case.source.dialect != "flattened" and not case.witness:
        return
    for block in case.blocks:
        yield from _capitals(block)
        for row in block.restored:
            if not _is_case(block, row):
                yield from _other(block, row)


def _is_case(block: Block, row: Restored) -> bool:
    """Whether lower case gives back what the source has."""
    text = block.text[row.start : row.end]
    return text != row.was and text.lower() == row.was and len(text) == len(row.was)


def _capitals(block: Block) -> Iterator[Strand]:
    """Words with restored capitals; those that follow each other are one stretch."""
    runs: list[tuple[int, int]] = []
    for row in block.restored:
        if _is_case(block, row):
            if runs and block.text[runs[-1][1] : row.start].isspace():
                runs[-1] = (runs[-1][0], row.end)
            else:
                runs.append((row.start, row.end))
    for start, end in runs:
        yield Strand(block.id, start, end, '<span class="rc">', "</span>")


def _other(block: Block, row: Restored) -> Iterator[Strand]:
    text = block.text[row.start : row.end]
    if text == row.was:
        return
    if text:
        yield Strand(block.id, row.start, row.end, _opening(text, row), "</span>")
    if _is_gap(text, row):
        start = row.start + len(text) - len(text.lstrip())
        yield Strand(block.id, start, start + len(text.strip()), _GAP, "</span>")
    if row.was:
        was = html.escape(row.was, quote=False)
        yield Strand(block.id, row.end, row.end, f'<span class="rw" hidden>{was}', "</span>")


def _is_gap(text: str, row: Restored) -> bool:
    """Whether all that was put in is a mark of something missing, with blanks about it."""
    return not row.was and text.strip() in ("⟨…⟩", "—")


def _opening(text: str, row: Restored) -> str:
    words = any(c.isalnum() for c in text)
    if row.rule.startswith(LENT):
        return '<span class="ri wi">' if words else '<span class="ri">'
    editors = not row.was and words
    return '<span class="ri ed">' if editors else '<span class="ri">'


@dataclass(frozen=True, slots=True)
class Tally:
    """How much was restored: words that got capitals, blanks, alterations that got their brackets, and places with
    words of the editor's, with a gap, or with a dash for a lost page.
    """

    capitals: int = 0
    blanks: int = 0
    alterations: int = 0
    editor: int = 0
    gaps: int = 0
    pins: int = 0


def tally(case: Case) -> Tally:
    """The counts for the note at the head of a page."""
    counts: Counter[str] = Counter()
    for block in case.blocks:
        for row in block.restored:
            text = block.text[row.start : row.end]
            if row.kind == "case":
                counts["capitals"] += len(text.split())
            elif text.isspace() and not row.was:
                counts["blanks"] += 1
            elif "⟨" in text:
                counts["gaps"] += 1
            elif "—" in text and not row.was:
                counts["pins"] += 1
            elif "[" in text:
                counts["alterations" if row.was or text == "[" else "editor"] += 1
    return Tally(**counts)
