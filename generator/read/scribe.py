"""The text that a reader extracts from a tagged file, line by line, with what the tags say of it.

A line is a paragraph, heading, byline or note.  Blanks are folded as a browser folds them; pages, calls, italics and
links are kept as offsets in the line, until the lines are put together to one text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from generator.model import CONTINUED, Segment, SourceCall, SourceLink, SourcePage
from generator.read.reading import NO_FACTS, Reading

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model import CaseInfo, SegmentRole, Span

_BLANKS = re.compile(r"\s+")
_STOP = re.compile(r"^\.\s+(?=\w)")


@dataclass(slots=True)
class Line:
    """A line to be: its text, and offsets in it.

    ``pages``: ``(offset, page, reporter)``; ``calls``: ``(span, label)``; ``links``: ``(span, address)``.
    """

    role: SegmentRole = "text"
    label: str | None = None
    text: str = ""
    pages: list[tuple[int, int, str | None]] = field(default_factory=list)
    calls: list[tuple[Span, str]] = field(default_factory=list)
    emphasis: list[Span] = field(default_factory=list)
    links: list[tuple[Span, str]] = field(default_factory=list)

    def cut(self, start: int, end: int) -> Line:
        """The stretch ``text[start:end]`` with what is said of it; a page that begins before it begins with it."""

        def within(span: Span) -> Span | None:
            low, high = max(span[0], start), min(span[1], end)
            return (low - start, high - start) if low < high else None

        return replace(
            self,
            text=self.text[start:end],
            pages=[
                (max(0, at - start), page, reporter)
                for at, page, reporter in self.pages
                if at < end and (at >= start or (start > 0 and not self.text[at:start].strip()))
            ],
            calls=[(own, label) for span, label in self.calls if (own := within(span))],
            emphasis=[own for span in self.emphasis if (own := within(span))],
            links=[(own, href) for span, href in self.links if (own := within(span))],
        )

    def joined(self, other: Line, between: str = " ") -> Line:
        """This line with ``other`` behind it; role and label are this one's."""
        by = len(self.text) + len(between)
        return replace(
            self,
            text=self.text + between + other.text,
            pages=self.pages + [(at + by, page, rep) for at, page, rep in other.pages],
            calls=self.calls + [((s + by, e + by), label) for (s, e), label in other.calls],
            emphasis=self.emphasis + [(s + by, e + by) for s, e in other.emphasis],
            links=self.links + [((s + by, e + by), href) for (s, e), href in other.links],
        )


class Scribe:
    """Writes lines: a word of the file after the other, with marks between them."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._line: Line | None = None  # the one being written
        self._parts: list[str] = []
        self._length = 0
        self._blank = False  # a blank waits for the next word
        self._style: tuple[SegmentRole, str | None] = ("text", None)
        self._pages: list[tuple[int, str | None]] = []
        self._seen: dict[tuple[int, str | None], Line | None] = {}  # and the note that began it
        self._italic = 0
        self._italic_from: int | None = None
        self._lead = ""  # what the next line begins with
        self._parts_words = False
        self._href: str | None = None
        self._href_from: int | None = None

    def line(self, role: SegmentRole = "text", label: str | None = None) -> None:
        """End the line; the next words begin another, of this role."""
        self.close()
        self._style = (role, label)

    def close(self) -> None:
        """End the line that is being written, if there is one."""
        if self._line is not None:
            self._end_italic()
            self._end_link()
            self._line.text = "".join(self._parts)
            self.lines.append(self._line)
            if self._line.role == "footnote":
                self._style = ("footnote", CONTINUED)
            elif self._line.role in ("text", "byline"):
                self._style = (self._line.role, None)
        self._line, self._parts, self._length, self._blank = None, [], 0, False

    @property
    def is_open(self) -> bool:
        """Whether the line at hand has words already."""
        return self._line is not None

    def say(self, words: str) -> None:
        """Write words; runs of blanks become one, those at the edges of a line none."""
        bare = words.strip()
        if not bare:
            self._blank = self._blank or bool(words)
            return
        if self._line is None:
            self._line = Line(*self._style)
            self._begin_pages()
            self._put(self._lead)
            if self._lead:  # the stop behind the number that stood here in print: "1" ". See …"
                bare = _STOP.sub("", bare)
            self._lead = ""
        elif self._blank or words[0].isspace() or self._parted(bare) or self._behind_call(bare):
            self._put(" ")
        self._parts_words = False
        self._marks()
        self._put(_BLANKS.sub(" ", bare))
        self._blank = words[-1].isspace()

    def lead(self, words: str) -> None:
        """What the line that is about to begin has before its first words."""
        self._lead = words

    def part(self, *, sure: bool) -> None:
        """Unless blanks are ``sure`` to stand where they should, the next words are no part of the word before."""
        self._parts_words = not sure

    def _parted(self, words: str) -> bool:
        last = self._parts[-1][-1:] if self._parts else ""
        return self._parts_words and words[0].isalnum() and (last.isalnum() or last in ".,;:)")

    def _behind_call(self, words: str) -> bool:
        """Whether a sentence begins close behind a call at the end of another: "ways.<sup>3</sup><i>Giggey</i>"."""
        calls = self._line.calls if self._line is not None else []
        if not calls or calls[-1][0][1] != self._length or not words[0].isupper():
            return False
        return len(self._parts) > 1 and self._parts[-2][-1:] in ".?!\"”’')"

    def call(self, label: str) -> None:
        """A footnote call: its label stands in the text, close behind the word that it follows."""
        if self._line is None:
            self.say(label)
            return
        blank, self._blank = self._blank, False
        self._marks()
        start = self._length
        self._put(label)
        self._line.calls.append(((start, self._length), label))
        self._blank = blank

    def page(self, number: int, reporter: str | None) -> None:
        """The next character begins a page.  A page that was told before is not told again: notes that run on over a
        page carry its mark a second time.  Where a note is the first to tell it, the text that follows is right.
        """
        key = (number, reporter)
        noted = self._seen.get(key)
        if noted is not None and self._style[0] != "footnote":
            noted.pages = [page for page in noted.pages if page[1:] != key]
            del self._seen[key]
        if key not in self._seen:
            self._seen[key] = None
            self._pages.append(key)

    def italic(self, *, on: bool) -> None:
        """Italics begin or end; they may lie in one another."""
        self._italic += 1 if on else -1
        if self._italic == 0:
            self._end_italic()

    def link(self, href: str | None) -> None:
        """A link begins, or (``None``) ends.  It ends with its line at the latest."""
        self._end_link()
        self._href = href

    def _begin_pages(self) -> None:
        assert self._line is not None
        self._line.pages += [(self._length, page, reporter) for page, reporter in self._pages]
        if self._line.role == "footnote":
            self._seen |= dict.fromkeys(self._pages, self._line)
        self._pages.clear()

    def _marks(self) -> None:
        """What begins with the character that is about to be written."""
        self._begin_pages()
        if self._italic > 0 and self._italic_from is None:
            self._italic_from = self._length
        if self._href is not None and self._href_from is None:
            self._href_from = self._length

    def _put(self, words: str) -> None:
        self._parts.append(words)
        self._length += len(words)

    def _end_italic(self) -> None:
        if self._line is not None and self._italic_from is not None:
            self._line.emphasis.append((self._italic_from, self._length))
        self._italic_from = None

    def _end_link(self) -> None:
        if self._line is not None and self._href and self._href_from is not None:
            self._line.links.append(((self._href_from, self._length), self._href))
        self._href, self._href_from = None, None


def composed(lines: Iterable[Line], facts: CaseInfo = NO_FACTS) -> Reading:
    """The reading of lines: their text, a blank line between any two, and everything in its offsets."""
    parts: list[str] = []
    segments: list[Segment] = []
    emphasis: list[Span] = []
    pages: list[SourcePage] = []
    calls: list[SourceCall] = []
    links: list[SourceLink] = []
    at = 0
    for line in lines:
        if not line.text.strip():
            continue
        segments.append(Segment((at, at + len(line.text)), line.role, line.label))
        emphasis += [(at + s, at + e) for s, e in line.emphasis]
        pages += [SourcePage(at + place, page, reporter) for place, page, reporter in line.pages]
        calls += [SourceCall((at + s, at + e), label) for (s, e), label in line.calls]
        links += [SourceLink((at + s, at + e), href) for (s, e), href in line.links]
        parts += [line.text, "\n\n"]
        at += len(line.text) + 2
    return Reading(
        "".join(parts[:-1]) + "\n",
        tuple(segments),
        tuple(emphasis),
        tuple(pages),
        tuple(calls),
        facts,
        tuple(links),
    )
