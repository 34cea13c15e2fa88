"""The paragraphs that a reader has taken out of a marked-up file, and the text that they make together."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from generator.model import CONTINUED, Segment, SegmentRole, SourceCall, SourceLink, Span
from generator.read.notes import with_notes
from generator.read.reading import Reading
from generator.structure.bylines import parse_byline

if TYPE_CHECKING:
    from collections.abc import Iterable

_BRACKETED = re.compile(r"\d{1,3}|\*{1,3}|†")
_NOTES_HEAD = re.compile(r"(?:footnotes?|notes|endnotes):?", re.IGNORECASE)


@dataclass(slots=True)
class Item:
    """A paragraph, heading or note: its text, with its italics, links and calls of notes in offsets of the text.

    ``continued`` is what follows a note and may go on with it.
    """

    text: str
    role: SegmentRole | Literal["continued"] = "text"
    label: str | None = None
    emphasis: list[Span] = field(default_factory=list)
    links: list[tuple[Span, str]] = field(default_factory=list)
    calls: list[tuple[Span, str]] = field(default_factory=list)


def assembled(found: Iterable[Item]) -> Reading:
    """The paragraphs put together to a text, with all that is known of their spans.

    Calls are known by their brackets, ``[1]``; where a label is none that could be told so, such as the roman
    numbers of endnotes, they are marked.
    """
    parts: list[str] = []
    calls: list[SourceCall] = []
    segments: list[Segment] = []
    emphasis: list[Span] = []
    links: list[SourceLink] = []
    at, opened, noting = 0, False, False
    for item in found:
        label = item.label
        byline = item.role != "footnote" and parse_byline(item.text) is not None
        opened = opened or byline
        noting = item.role == "footnote" or (noting and item.role == "continued")
        role: SegmentRole
        if item.role == "continued":
            role, label = ("footnote", CONTINUED) if noting else ("text", None)
        else:
            role = item.role
        if role == "heading" and (not opened or byline or _is_no_heading(item.text)):
            role = "text"
        end = at + len(item.text)
        segments.append(Segment((at, end), role, label))
        emphasis += [(at + s, at + e) for s, e in item.emphasis]
        calls += [SourceCall((at + s, at + e), label) for (s, e), label in item.calls]
        links += [SourceLink((at + s, at + e), href) for (s, e), href in item.links]
        parts.append(item.text)
        at = end + 2
    text = "\n\n".join(parts) + "\n" if parts else ""
    told = all(_BRACKETED.fullmatch(call.label) for call in calls)
    return Reading(
        text,
        tuple(with_notes(text, segments)),
        tuple(emphasis),
        calls=() if told else tuple(calls),
        links=tuple(links),
    )


def _is_no_heading(text: str) -> bool:
    """A row of stars is a break; a head of notes is known to those who look for notes."""
    return not any(c.isalnum() for c in text) or bool(_NOTES_HEAD.fullmatch(text))
