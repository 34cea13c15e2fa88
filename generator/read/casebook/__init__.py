"""The ``casebook-markdown`` dialect: opinions in Markdown, as casebooks and converters of web pages write them.

The Markdown is parsed (CommonMark, see ``parse``), and the text is what it shows: italics and links are kept as data,
quotes and headings as roles, and no sign of Markdown is left.  Star pages stand among the words (``*637``) and are taken
out by the chain; numbers that a publisher gave the paragraphs are dropped (``numbers``).  A page of a printed opinion
that was pasted as code is read as what it is, a slip opinion (``pasted``).
"""

from __future__ import annotations

import re

from generator.model import CONTINUED, Segment, SourceLink, Span
from generator.read.casebook.numbers import numbered
from generator.read.casebook.parse import Item, items
from generator.read.casebook.pasted import pasted
from generator.read.notes import with_notes
from generator.read.reading import Raw, Reading
from generator.structure.bylines import parse_byline

_NOTES_HEAD = re.compile(r"(?:footnotes?|notes|endnotes):?", re.IGNORECASE)


def read(raw: Raw) -> Reading:
    """The text that the Markdown shows, one line a paragraph.  Raises ``ReadError`` R20 for what is nested too deep and
    R21 for what is too long.
    """
    slip = pasted(raw)
    if slip:
        return slip
    return assembled(numbered(items(raw.text, raw.place)))


def assembled(found: list[Item]) -> Reading:
    """The paragraphs put together to a text, with all that is known of their spans."""
    parts: list[str] = []
    segments: list[Segment] = []
    emphasis: list[Span] = []
    links: list[SourceLink] = []
    at, opened, noting = 0, False, False
    for item in found:
        role, label = item.role, item.label
        byline = role != "footnote" and parse_byline(item.text) is not None
        opened = opened or byline
        noting = role == "footnote" or (noting and role == "continued")
        if role == "continued":
            role, label = ("footnote", CONTINUED) if noting else ("text", None)
        elif role == "heading" and (not opened or byline or _is_no_heading(item.text)):
            role = "text"
        end = at + len(item.text)
        segments.append(Segment((at, end), role, label))
        emphasis += [(at + s, at + e) for s, e in item.emphasis]
        links += [SourceLink((at + s, at + e), href) for (s, e), href in item.links]
        parts.append(item.text)
        at = end + 2
    text = "\n\n".join(parts) + "\n" if parts else ""
    return Reading(text, tuple(with_notes(text, segments)), tuple(emphasis), links=tuple(links))


def _is_no_heading(text: str) -> bool:
    """A row of stars is a break; a head of notes is known to those who look for notes."""
    return not any(c.isalnum() for c in text) or bool(_NOTES_HEAD.fullmatch(text))
