"""The ``columbia-xml`` dialect: the XML of the Columbia collection.

Bylines and texts of the writings are siblings (``opinion_byline``, ``opinion_text``, ``dissent_byline`` …), empty lines
part the paragraphs, notes stand behind their writing, and ``<page_number>Page 490</page_number>`` stands where page 490
begins.  What stands before the first byline of the court's opinion is the head of the case.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.propose.names import printed_name
from generator.read.casefacts import court_fact, day_fact, text_fact, with_citation
from generator.read.markup import (
    INLINE,
    ITALIC,
    Meaning,
    Walk,
    name,
    no_text,
    parsed_xml,
    words,
)
from generator.read.openings import label, with_openings
from generator.read.reading import NO_FACTS
from generator.read.scribe import composed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.model import CaseInfo
    from generator.read.markup import Element
    from generator.read.reading import Raw, Reading
    from generator.read.scribe import Line

_CAPTION = Meaning("line", "caption")
_TAGS: Mapping[str, Meaning] = {
    **dict.fromkeys(
        ("reporter_caption", "citation_line", "caption", "docket", "court", "date", "hearing_date", "posture",
         "attorneys", "panel", "other_date", "publication_status", "disposition"),
        _CAPTION,
    ),
    "syllabus": Meaning("line", "syllabus"),
    "block_quote": Meaning("line", "blockquote"),
    "table": Meaning("table", "blockquote"),
    "center": Meaning("line", "heading"),
    **dict.fromkeys(("italic", "underline", "i", "em"), ITALIC),
    **dict.fromkeys(("cross_reference", "citation"), Meaning("link")),
}  # fmt: skip
_WRITING = re.compile(r"(opinion|dissent|concurrence)_(byline|text)")
_LONGEST_HEADING = 200  # characters
_LABEL = re.compile(r"\[?(?:fn)?\s*([^\[\]\s]{1,6})\]?", re.IGNORECASE)
# What stands for a page of head-notes that the collection left out.
_FILLER = re.compile(r"\[EDITORS[’']? NOTE: .*?NOT DISPLAYED\.\]", re.IGNORECASE)


def read(raw: Raw) -> Reading:
    """The reading of an opinion in this XML."""
    root = parsed_xml(raw.text, "opinion", raw.place)
    vocabulary = _Vocabulary(root)
    walk = Walk(vocabulary.meaning, breaks=True)
    lines = walk.run(root)
    if not any(line.role not in ("caption", "notice") for line in lines):
        raise no_text(raw.place, "it has a head, and no text")
    fillers = [replace(x, role="running-head") if _FILLER.fullmatch(x.text) else x for x in lines]
    return composed(_headed(with_openings(fillers, walk.openings)), _facts(root))


class _Vocabulary:
    """What the elements mean, which for some depends on what has gone before."""

    def __init__(self, root: Element) -> None:
        self.waits = (
            root.find(".//opinion_byline") is not None
        )  # for the byline of the court's opinion
        self.current: str | None = None

    def meaning(self, element: Element) -> Meaning:
        tag = name(element)
        if writing := _WRITING.fullmatch(tag):
            return self._writing(writing[1], writing[2])
        match tag:
            case "page_number":
                number = re.search(r"\d{1,5}", words(element))
                return Meaning("page", page=int(number.group())) if number else Meaning("skip")
            case "footnote_reference":
                return Meaning("call", label=_label(element))
            case "footnote_body":
                number = element.find("footnote_number")
                return Meaning("note", label=_label(number) if number is not None else None, page=1)
            case "footnote_number":
                return Meaning("skip")
            case "bold" if _stands_alone(element):
                return Meaning("line", "heading")
            case _:
                return _within(element, _TAGS.get(tag, INLINE))

    def _writing(self, kind: str, part: str) -> Meaning:
        if part == "byline":
            self.waits, self.current = False, kind
            return Meaning("byline", label=label(kind))
        if self.waits and kind == "opinion":
            return _CAPTION
        if self.current == kind:
            return Meaning("line", "text")
        self.current = kind
        return Meaning("opinion", label=label(kind))


def _within(element: Element, meaning: Meaning) -> Meaning:
    """The lines of a caption are centred, and are no headings."""
    parent = element.getparent()
    if meaning.role == "heading" and parent is not None:
        if name(parent) in _TAGS and name(parent) != "center":
            return Meaning("line", _TAGS[name(parent)].role)
        return meaning
    return meaning


def _stands_alone(element: Element) -> bool:
    """Whether bold words make a paragraph of their own, which is a heading."""
    before, parent = element.getprevious(), element.getparent()
    above = (before.tail if before is not None else parent.text if parent is not None else "") or ""
    opens = re.search(r"\n\s*\n\s*$", above) or (not above.strip() and _parts(before))
    after = element.getnext()
    closes = re.match(r"\s*\n\s*\n", element.tail or "") or (
        not (element.tail or "").strip() and after is not None and _parts(after)
    )
    return bool(opens and closes) and len(words(element)) < _LONGEST_HEADING


def _parts(element: Element | None) -> bool:
    """Whether an element, or the edge of the text (``None``), parts paragraphs."""
    return element is None or _TAGS.get(name(element), INLINE).deed in ("line", "table")


def _label(element: Element) -> str | None:
    match = _LABEL.fullmatch(words(element))
    return match[1] if match else words(element) or None


def _headed(lines: list[Line]) -> list[Line]:
    """Centred words before the first byline belong to the head."""
    first = next((k for k, x in enumerate(lines) if x.role == "byline" or x.label), 0)
    return [
        replace(x, role="caption") if k < first and x.role in ("heading", "text") else x
        for k, x in enumerate(lines)
    ]


def _facts(root: Element) -> CaseInfo:
    def first(tag: str) -> str | None:
        element = root.find(f".//{tag}")
        if element is None:
            return None
        line = element.find("center")  # the second tells more, such as "En Banc."
        return words(line if line is not None else element)

    title = root.find(".//reporter_caption")
    cite = title.find(".//citation") if title is not None else None
    info = with_citation(NO_FACTS, words(cite) if cite is not None else first("citation"))
    printed = words(title) if title is not None else ""
    if cite is not None and words(cite):
        printed = printed.partition(words(cite))[0].strip(" ,")
    heard = first("hearing_date") or ""
    return replace(
        info,
        name=printed_name(printed),
        court=court_fact(first("court")),
        docket=text_fact(first("docket")),
        argued=day_fact(heard) if re.match(r"(?:Argued|Heard)\b", heard) else None,
        decided=day_fact(first("date")),
    )
