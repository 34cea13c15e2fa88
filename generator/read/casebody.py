"""The casebody of the Harvard scheme: as XML, and as the HTML that the Caselaw Access Project makes of it.

Both say the same in two ways: ``<page-number label="194">`` or ``<a class="page-label" data-label="194">``,
``<footnote label="1">`` or ``<aside class="footnote" data-label="1">``.  ``citation-index`` counts the case's
citations: the first is that of the pages that are shown.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from generator.read.casefacts import court_fact, day_fact, text_fact, with_citation
from generator.read.markup import (
    BLOCK,
    BREAK,
    INLINE,
    ITALIC,
    SKIP,
    Meaning,
    Walk,
    name,
    parsed_html,
    parsed_xml,
    words,
)
from generator.read.openings import label, with_openings
from generator.read.reading import NO_FACTS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.model import CaseInfo
    from generator.read.markup import Element, Vocabulary
    from generator.read.scribe import Line

# What the head matter's elements are; in HTML these are classes.
_HEAD: Mapping[str, Meaning] = {
    **dict.fromkeys(
        ("parties", "docketnumber", "citation", "court", "decisiondate", "otherdate", "judges", "attorneys",
         "history", "disposition", "seealso", "case_cite", "docket", "date"),
        Meaning("line", "caption"),
    ),
    "syllabus": Meaning("line", "syllabus"),
    **dict.fromkeys(("headnotes", "summary", "correction", "image"), Meaning("line", "notice")),
}  # fmt: skip
_TAGS: Mapping[str, Meaning] = {
    **dict.fromkeys(("em", "i", "cite"), ITALIC),
    **dict.fromkeys(("p", "div", "section", "article", "li", "ul", "ol", "tr", "body", "html", "main", "header",
                     "dl", "dd", "dt", "hr"), BLOCK),
    **dict.fromkeys(("script", "style", "head", "title", "template", "noscript", "svg", "nav", "form", "iframe",
                     "button", "select", "object", "textarea"), SKIP),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "heading"), Meaning("line", "heading")),
    "blockquote": Meaning("line", "blockquote"),
    "br": BREAK,
    "td": BREAK,
    "th": BREAK,
}  # fmt: skip
_NUMBER = re.compile(r"\*?(\d{1,5})")
# What the mark of a page prints: "*194", "[Page 194]", or nothing.
_PRINTED = re.compile(
    r"[\s*\[]*(?:page|pg?\.?)?[\s*]*(?:\d{1,5}|[ivxlc]{1,8})?[\s*\].]*", re.IGNORECASE
)


def meaning(element: Element, reporters: Sequence[str | None] = (None,)) -> Meaning:
    """What an element of the scheme does.  ``reporters``: of each of the case's citations, as ``SourcePage`` has it."""
    tag = name(element)
    kinds = (element.get("class") or "").split()
    get = element.get
    if tag == "page-number" or "page-label" in kinds:
        number = _NUMBER.fullmatch((get("label") or get("data-label") or words(element)).strip())
        index = get("citation-index") or get("data-citation-index") or "1"
        if not number:
            return SKIP
        known = index.isdecimal() and 0 < int(index[:4]) <= len(reporters)
        reporter = (
            reporters[int(index) - 1] if known else "another reporter" if index != "1" else None
        )
        # A mark that does not end holds the words behind it, down to the next end of an element.
        held = not _PRINTED.fullmatch(" ".join(islice(element.itertext(), 9)))
        return Meaning("page", "text" if held else None, page=int(number[1]), reporter=reporter)
    if _leads_back(element):
        return SKIP
    if tag == "footnotemark" or (tag == "a" and "footnotemark" in kinds):
        return Meaning("call", label=words(element).strip("[]"))
    if tag == "footnote" or (tag == "aside" and "footnote" in kinds):
        return _note(element)
    if tag == "opinion" or (tag == "article" and "opinion" in kinds):
        return Meaning("opinion", label=label(get("type") or get("data-type") or ""))
    if tag == "author" or (tag == "p" and "author" in kinds):
        return Meaning("byline")
    if tag == "extracted-citation" or (tag == "a" and "citation" in kinds):
        href = get("url") or get("href")
        return Meaning("link", label=href) if href else INLINE
    known = _TAGS.get(tag, INLINE)
    if known is BLOCK or known.role == "heading":
        known = next((_HEAD[kind] for kind in kinds if kind in _HEAD), known)
    return _HEAD.get(tag, known)


def _note(element: Element) -> Meaning:
    """A note: its label stands in an attribute, and sometimes at the head of its text as well."""
    printed = (element.get("label") or element.get("data-label") or "").strip().strip("[]")
    own = (
        x.strip()
        for e in element.iter()
        if not _leads_back(e)
        for x in (e.text, e is not element and e.tail)
        if x
    )
    text = next(filter(None, own), "")
    if not printed:
        found = re.match(r"\[?(\d{1,3}|[*†‡]+)\]?(?=[\s.]|$)", text)
        return Meaning("note", label=found[1] if found else None)
    again = re.match(rf"\[?{re.escape(printed)}\]?(?![\w*])", text)
    return Meaning("note", label=printed, page=0 if again else 1)


def _leads_back(element: Element) -> bool:
    """Whether an element is a note's number that leads back to its call.  A browser that saves a page makes its
    addresses whole: "https://static.case.law/…/0335-01.html#ref_footnote_1_1".
    """
    fragment = (element.get("href") or "").rpartition("#")
    return name(element) == "a" and fragment[1] == "#" and fragment[2].startswith(("ref", "fnref"))


def casebody_lines(
    text: str, place: str, reporters: Sequence[str | None] = (None,)
) -> tuple[list[Line], CaseInfo]:
    """The lines of a casebody in XML or HTML, and the facts that its own elements tell."""
    if re.search(r"<casebody\b", text[:5000]):
        root = parsed_xml(text, "casebody", place)
    else:
        page = parsed_html(text, place)
        root = next(
            (x for x in page.iter("section") if "casebody" in (x.get("class") or "").split()), page
        )
    return walked(root, lambda element: meaning(element, reporters)), _facts(root)


def walked(root: Element, vocabulary: Vocabulary) -> list[Line]:
    """The lines of a tree, with the bylines of its opinions put together."""
    walk = Walk(vocabulary)
    return with_openings(walk.run(root), walk.openings)


def _facts(root: Element) -> CaseInfo:
    def first(kind: str) -> str | None:
        """The words of the head's first element of that kind; what an opinion cites is another case."""
        for element in root.iter():
            kinds = (element.get("class") or "").split()
            if name(element) == "opinion" or (name(element) == "article" and "opinion" in kinds):
                return None
            if name(element) != "a" and kind in (name(element), *kinds):
                return words(element)
        return None

    info = with_citation(NO_FACTS, first("citation"))
    argued = next(
        (
            day_fact(words(e))
            for e in root.iter()
            if "otherdate" in (name(e), *(e.get("class") or "").split())
            and re.match(r"(?:Argued|Heard)\b", words(e))
        ),
        None,
    )
    page = root.get("firstpage") or next(
        (e.get("data-firstpage") for e in root.iter("section")), ""
    )
    return replace(
        info,
        court=court_fact(first("court")),
        docket=text_fact(first("docketnumber")),
        argued=argued,
        decided=day_fact(first("decisiondate")),
        first_page=int(page) if page and re.fullmatch(r"\d{1,5}", page) else info.first_page,
    )
