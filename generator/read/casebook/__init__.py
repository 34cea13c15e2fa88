"""The ``casebook-markdown`` dialect: opinions in Markdown, as casebooks and converters of web pages write them.

The Markdown is parsed (CommonMark, see ``parse``), and the text is what it shows: italics and links are kept as data,
quotes and headings as roles, and no sign of Markdown is left.  Star pages stand among the words (``*637``) and are
taken out by the chain; numbers that a publisher gave the paragraphs are dropped (``numbers``).  A page of a printed
opinion that was pasted as code is read as what it is, a slip opinion (``pasted``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.read.casebook.numbers import numbered
from generator.read.casebook.parse import items
from generator.read.casebook.pasted import pasted
from generator.read.items import assembled

if TYPE_CHECKING:
    from generator.read.reading import Raw, Reading


def read(raw: Raw) -> Reading:
    """The text that the Markdown shows, one line a paragraph.  Raises ``ReadError`` R20 for what is nested too deep and
    R21 for what is too long.
    """
    slip = pasted(raw)
    if slip:
        return slip
    return assembled(numbered(items(raw.text, raw.place)))
