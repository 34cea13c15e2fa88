"""The numbers that a word processor makes itself: of notes, of headings and of lists ("I.", "(a)", "2.1").

They stand nowhere in the text of a document; what is printed is worked out as a word processor does it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_SIGNS = "*†‡§"
_MOST = 3000  # a number beyond it is printed in figures, and no document has so many
_LEVELS = 9


def printed(number: int, form: str) -> str:
    """A number in one of the forms of OOXML: ``lowerRoman`` 4 → "iv"; "" for ``none``, figures for forms unknown."""
    if form == "none":
        return ""
    if not 0 < number <= _MOST:
        return str(number)
    if form in ("lowerRoman", "upperRoman"):
        out, left = "", number
        for value, sign in _ROMAN:
            out += sign * (left // value)
            left %= value
        return out.upper() if form == "upperRoman" else out
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    if form == "chicago":
        return _SIGNS[(number - 1) % 4] * ((number - 1) // 4 + 1)
    return str(number)


@dataclass(slots=True)
class NoteNumbers:
    """The labels of one kind of notes, in the order of their calls.  Notes and endnotes are counted apart."""

    form: str = "decimal"
    number: int = 0

    @classmethod
    def of(cls, document: Document, kind: str) -> NoteNumbers:
        """As the document's settings, or its last section, say; ``kind``: ``footnote`` or ``endnote``."""
        form, start = "lowerRoman" if kind == "endnote" else "decimal", 1
        for holder in (document.settings.element, document.element.find(f"{W}body/{W}sectPr")):
            said = holder.find(f"{W}{kind}Pr") if holder is not None else None
            if said is not None:
                form = _value(said, "numFmt") or form
                start = _count(_value(said, "numStart"), start)
        return cls(form, start - 1)

    def next(self) -> str:
        """The label of the next note."""
        self.number += 1
        return printed(self.number, self.form) or str(self.number)


@dataclass(frozen=True, slots=True)
class _Level:
    form: str
    text: str
    start: int
    figures: bool  # all numbers in figures, whatever their levels say


@dataclass(slots=True)
class Lists:
    """What stands before the paragraphs of lists, and before numbered headings."""

    levels: dict[str, dict[int, _Level]] = field(default_factory=dict)  # by abstract list
    lists: dict[str, str] = field(default_factory=dict)  # the abstract list of each list
    restarts: dict[str, dict[int, int]] = field(default_factory=dict)
    styles: dict[str, tuple[str, int]] = field(default_factory=dict)
    counts: dict[str, list[int]] = field(default_factory=dict)

    @classmethod
    def of(cls, document: Document) -> Lists:
        """The lists that the document defines; none where it has no such part, or one that cannot be read."""
        from lxml import etree

        out = cls()
        try:
            blob = document.part.part_related_by(_RELATED + "numbering").blob
            parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
            root = etree.fromstring(blob, parser)
        except (KeyError, ValueError, etree.LxmlError):
            return out
        for abstract in root.iter(W + "abstractNum"):
            out.levels[abstract.get(W + "abstractNumId", "")] = dict(_levels(abstract))
        for made in root.iter(W + "num"):
            ident = made.get(W + "numId", "")
            out.lists[ident] = _value(made, "abstractNumId") or ""
            out.restarts[ident] = {
                _count(override.get(W + "ilvl"), 0): _count(begun, 1)
                for override in made.iter(W + "lvlOverride")
                if (begun := _value(override, "startOverride")) is not None
            }
        out.styles = dict(out._of_styles(document))
        return out

    def _of_styles(self, document: Document) -> Iterator[tuple[str, tuple[str, int]]]:
        try:
            styles = document.styles.element
        except (AttributeError, KeyError, ValueError):
            return
        for style in styles.iter(W + "style"):
            said = _list_of(style)
            if said:
                yield style.get(W + "styleId", ""), said

    def before(self, paragraph: _Element) -> str:
        """What is printed before a paragraph: its number, a bullet, or nothing."""
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        named = self.styles.get(style.get(W + "val", "")) if style is not None else None
        own = _list_of(paragraph) or named
        if own is None or own[0] not in self.lists:
            return ""
        ident, depth = own
        abstract = self.lists[ident]
        levels = self.levels.get(abstract, {})
        level = levels.get(depth)
        if level is None:
            return ""
        if level.form == "bullet":
            return "•"
        counts = self.counts.setdefault(abstract, [])
        restarts = self.restarts.get(ident, {})
        while len(counts) <= depth:  # levels above that have not begun count as begun
            at = len(counts)
            start = restarts.pop(at, levels[at].start if at in levels else 1)
            counts.append(start - (at == depth))
        if depth in restarts:
            counts[depth] = restarts.pop(depth) - 1
        counts[depth] += 1
        del counts[depth + 1 :]

        def number(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            form = levels[at].form if at in levels and not level.figures else "decimal"
            return printed(counts[at], form) if at <= depth else ""

        return re.sub(r"%([1-9])", number, level.text).strip()


def _levels(abstract: _Element) -> Iterator[tuple[int, _Level]]:
    for level in abstract.iter(W + "lvl"):
        depth = _count(level.get(W + "ilvl"), 0)
        if 0 <= depth < _LEVELS:
            figures = level.find(W + "isLgl") is not None
            start = _count(_value(level, "start"), 1)
            text = (_value(level, "lvlText") or "")[:40]
            yield depth, _Level(_value(level, "numFmt") or "decimal", text, start, figures)


def _list_of(holder: _Element) -> tuple[str, int] | None:
    """The list and the level in it that the properties of a paragraph or a style name."""
    said = holder.find(f"{W}pPr/{W}numPr")
    ident = _value(said, "numId") if said is not None else None
    if said is None or ident is None:
        return None
    return ident, min(max(_count(_value(said, "ilvl"), 0), 0), _LEVELS - 1)


def _value(holder: _Element, name: str) -> str | None:
    found = holder.find(W + name)
    return found.get(W + "val") if found is not None else None


def _count(text: str | None, other: int) -> int:
    return int(text) if text and re.fullmatch(r"\d{1,6}", text) else other
