"""What people write about an opinion: ``site_src/opinions/<slug>/notes.yml``.

A note is anchored twice, by the address of a passage and by its words, so that it survives both a new numbering and a
better text::

    - at: p11
      exact: all but the plainly incompetent or those who knowingly violate the law
      kind: explains
      author: Pincite editors
      body: |
        The sentence that later cases quote most.

``file`` reads the notes, ``anchor`` finds their words, ``jsonld`` publishes them as Web Annotations.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import datetime

    from generator.model import Span

Kind = Literal["explains", "questions", "updates"]
KINDS: tuple[Kind, ...] = ("explains", "questions", "updates")
# How the words of a note were found: as they stand there; by their letters alone; by likeness; several times, and the
# first is shown; not at all; or there is no passage of that address.
How = Literal["exact", "letters", "alike", "ambiguous", "lost", "nowhere"]


@dataclass(frozen=True, slots=True)
class Note:
    """A note as it is written.

    ``at``: the address of a block (``p11``, ``fn-3``, ``syllabus-2``).  ``exact``, ``prefix``, ``suffix``: the words
    that it is about and those around them (the TextQuoteSelector of the Web Annotation Data Model).  ``body`` is
    Markdown.  ``line``: where it begins in the file, from 1.
    """

    at: str
    exact: str
    kind: Kind
    author: str
    body: str
    prefix: str = ""
    suffix: str = ""
    date: datetime.date | None = None
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Placed:
    """A note in its place.

    ``number`` counts the notes of a page from 1.  ``block``: the block that shows it, ``None`` when the page has none
    of that address.  ``span``: its words in ``Block.text``, ``None`` when they were not found.  ``likeness``: how far
    found and written words agree, of 100.
    """

    note: Note
    number: int
    block: str | None
    span: Span | None
    how: How
    likeness: int = 100
