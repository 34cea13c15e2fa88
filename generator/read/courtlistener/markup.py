"""The HTML and XML of CourtListener's fields, as lines; typed pages keep their own lines."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.read.casebody import meaning as casebody_meaning
from generator.read.markup import (
    BLOCK,
    SKIP,
    Meaning,
    Walk,
    name,
    parsed_html,
    parsed_xml,
    words,
)
from generator.read.openings import label, with_openings
from generator.read.plain import run_in
from generator.read.scribe import Line
from generator.read.typescript import typescript_lines
from generator.structure.bylines import parse_byline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.read.markup import Element

HEAD_LINES = 60  # lines in which the first byline is looked for
_PAGE_END = "\ufdd0"  # a code point that is no character
_MARKS_A_PAGE = frozenset(("star-pagination", "page-label", "jumpback"))
_STAR = re.compile(r"\[?(\*{1,3})\s?(?:Page\s)?(\d{1,5})\]?")
_CALL = re.compile(r"\[?(?:fn)?(\d{1,3}|\*{1,4}|[†‡])\]?", re.IGNORECASE)
_NOTE = re.compile(r"\[?(?:fn)?(?P<label>\d{1,3}|\*{1,4}|[†‡])\]\.?\s*", re.IGNORECASE)
_NOTES = re.compile(r"(?:FOOT|END)?NOTES?:?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Body:
    """The text of one field: typed pages as ``runs``, each with the address that it links to, or a tree of tags."""

    runs: tuple[tuple[str, str | None], ...] = ()
    root: Element | None = None
    head: bool = False

    def lines(self) -> list[Line]:
        """Paragraphs, headings, notes."""
        if self.root is None:
            return typescript_lines(self.runs)
        walk = Walk(_Vocabulary().meaning)
        walk.in_opinion = name(self.root) != "casebody" and not self.head
        lines = walk.run(self.root)
        if self.head:
            return lines
        return with_openings(lines, walk.openings) if walk.openings else _with_notes(lines)


def body_of(text: str, place: str, *, tagged: bool = True, head: bool = False) -> Body:
    """What a field holds: plain text (not ``tagged``), HTML, or XML of the Harvard scheme.  ``head``: what stands
    before an opinion.
    """
    if not tagged:
        return Body(((text, None),))
    if re.search(r"<casebody\b", text[:2000]):
        root = parsed_xml(text, "casebody", place)
    else:  # also the <opinion> elements of one, without it
        # The end of a typed page, a form feed, is no character of XML: a parser would drop it.
        root = parsed_html(text.replace("\f", _PAGE_END) if "<pre" in text else text, place)
    if not head and _is_typed(root):
        return Body(tuple((x.replace(_PAGE_END, "\f"), href) for x, href in _runs(root)))
    return Body(root=root, head=head)


def _is_typed(root: Element) -> bool:
    """Whether nearly all of the text stands in ``pre``: then its lines are those of typed pages."""
    typed = sum(len("".join(x.itertext())) for x in root.iter("pre"))
    return typed > 0.6 * len("".join(root.itertext()))


def _runs(root: Element) -> list[tuple[str, str | None]]:
    """The text in runs, each with the address that it links to."""
    out: list[tuple[str, str | None]] = []
    for element in root.iter():
        linking = next(
            (x.get("href") for x in [element, *element.iterancestors("a")] if x.tag == "a"), None
        )
        if element.tag == "br":  # a page of the site breaks the lines of typed pages with these
            out.append(("\n", None))
        elif element.text:
            out.append((element.text, linking))
        parent = element.getparent()
        if element.tail and parent is not None and not len(element):
            out.append(
                (element.tail, next((x.get("href") for x in element.iterancestors("a")), None))
            )
        elif element.tail and parent is not None:
            out.append((element.tail, None))
    return out


class _Vocabulary:
    """What the elements of CourtListener's HTML mean."""

    def __init__(self) -> None:
        self.headed = False  # whether a heading of the opinion itself was met

    def meaning(self, element: Element) -> Meaning:
        tag, kinds = name(element), (element.get("class") or "").split()
        if _MARKS_A_PAGE & set(kinds):
            return _page(element, kinds)
        href = element.get("href") or ""
        if tag == "a" and ("footnote" in kinds or re.search(r"^[^#]*#(?:fn|ref)", href)):
            return _note_link(element)
        if tag == "a" and href:
            return Meaning("link", label=href)
        if (tag == "span" and kinds == ["num"]) or element.get("id") == "footer":
            return (
                SKIP  # the numbers and the last line that public.resource.org has put on its pages
            )
        if tag == "div" and element.get("opiniontype") is not None:
            return Meaning("opinion", label=label(element.get("opiniontype") or ""))
        if tag == "sup":
            call = _CALL.fullmatch(words(element))
            return Meaning("call", label=call[1]) if call else Meaning()
        if tag == "div" and "footnote" in kinds:
            return casebody_meaning(_as_footnote(element))
        if tag == "center":
            return Meaning("line", "heading")
        if tag == "h1":
            return Meaning("line", "caption")
        if tag == "pre":
            return Meaning("table", "blockquote")
        return BLOCK if tag == "div" else casebody_meaning(element)


def _page(element: Element, kinds: Sequence[str]) -> Meaning:
    """A page as a span says it in words or attributes; "P" and a number is a paragraph of the collection's own.

    The site's own script makes labels of all of them, and puts a link behind each note that leads back.
    """
    if "star-pagination" not in kinds:
        return casebody_meaning(element) if element.get("data-label") else SKIP
    if re.fullmatch(r"P\d{1,5}", element.get("number") or ""):
        return SKIP
    star = _STAR.fullmatch(words(element) or f"*{element.get('number') or element.get('label')}")
    if star is None:
        return SKIP if not words(element) else Meaning()
    reporter = None if len(star[1]) == 1 else "another reporter"
    return Meaning("page", page=int(star[2]), reporter=reporter)


def _note_link(element: Element) -> Meaning:
    """A note's call; or within a note, its number, which leads back to the call and is the note's label."""
    call = _CALL.fullmatch(words(element))
    for holder in element.iterancestors("div", "footnote"):
        if holder.tag == "footnote" or "footnote" in (holder.get("class") or "").split():
            return SKIP if call and element is _first_link(holder) else Meaning()
    return Meaning("call", label=call[1]) if call else Meaning()


def _first_link(note: Element) -> Element | None:
    return next(note.iter("a"), None)


def _as_footnote(element: Element) -> Element:
    """A note as the Harvard scheme has it.  Its label stands in an attribute, or in its first link alone."""
    from lxml import etree

    first = _first_link(element)
    number = _CALL.fullmatch(words(first)) if first is not None else None
    made = etree.Element("footnote")
    made.set("label", element.get("label") or (number[1] if number else ""))
    made.text = words(element)
    if number and first is not None:
        made.text = made.text.removeprefix(words(first)).lstrip()
    return made


def _with_notes(lines: Sequence[Line]) -> list[Line]:
    """The lines, the notes behind NOTES told from the text: "[1]  See …" is note 1; what follows goes on with it."""
    out: list[Line] = []
    noting = False
    for line in lines:
        if (
            line.role != "footnote"
            and _NOTES.fullmatch(line.text)
            and line.role in ("heading", "text")
        ):
            noting = True
            out.append(replace(line, role="running-head"))
            continue
        begun = _NOTE.match(line.text) if noting and line.role != "footnote" else None
        if begun:
            rest = line.cut(begun.end(), len(line.text))
            made = Line("footnote", begun["label"], begun["label"])
            out.append(made.joined(rest) if rest.text else made)
        elif noting and out[-1].role == "footnote" and not parse_byline(line.text):
            out.append(replace(line, role="footnote", label=""))
        else:
            noting = noting and out[-1].role == "running-head"
            out.append(line)
    return out


def _run_in(line: Line) -> list[Line]:
    """A paragraph that begins with its byline, "BOUDIN, Circuit Judge. In December …", cut behind it."""
    if line.role != "text":
        return [line]
    return [line.cut(*span) for span in run_in(line.text, (0, len(line.text)))]


def byline_marked(lines: Sequence[Line]) -> list[Line]:
    """The lines, the first byline marked as one; what stands before it is the head of the case."""
    if any(line.role == "byline" for line in lines):
        return list(lines)
    lines = [part for line in lines for part in _run_in(line)]
    for k, line in enumerate(lines[:HEAD_LINES]):
        if line.role in ("text", "heading") and parse_byline(line.text):
            head = [
                replace(x, role="caption") if x.role in ("heading", "text", "blockquote") else x
                for x in lines[:k]
            ]
            return [*head, replace(line, role="byline"), *lines[k + 1 :]]
    return lines
