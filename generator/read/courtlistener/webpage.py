"""A page of courtlistener.com as a browser has saved it.

The site has shown opinions in two ways.  Today each stands below a heading of the class ``opinion-section-title``
("Dissent by William J. Brennan, Jr.") in a ``div`` of the class ``subopinion-content``, and the head of the case in
sections before them; until 2024 each was a ``#opinion-content`` in a tab named after its type (``040dissent2``).  The
text within is that of the API's ``html_with_citations``.  Of the rest of the page only the facts are read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TYPE_CHECKING

from generator.errors import ReadError
from generator.propose.courts import full_name
from generator.propose.dockets import numbered
from generator.read.casefacts import day_fact, text_fact, with_citation
from generator.read.courtlistener.cluster import HEAD, Opinion, check_count, head_lines
from generator.read.courtlistener.facts import best_citation, judges_fact
from generator.read.courtlistener.markup import body_of
from generator.read.markup import no_text, parsed_html
from generator.read.openings import label
from generator.read.reading import NO_FACTS
from generator.read.signs.look import SAMPLE
from generator.read.websites import is_courtlistener

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bs4 import BeautifulSoup, Tag

    from generator.model import CaseInfo
    from generator.read.markup import Element
    from generator.read.scribe import Line

_PAGE = re.compile(r"(?:\s|<!--(?:(?!-->).)*-->|<\?(?:(?!\?>).)*\?>)*<(?:!doctype\s+html|html)\b",
                   re.IGNORECASE | re.DOTALL)  # fmt: skip
_XML = re.compile(r"^\s*<\?xml\b[^>]{0,500}\?>")
_TAB = re.compile(r"(\d{3}[a-z]+)\d{0,3}")
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b")
_MARKS = frozenset(("caption", "case-court", "case-date-new", "headmatter"))
ELEMENT_LIMIT = 100_000  # the page of an opinion of 200 pages with its links has 20,000
_UNKNOWN = frozenset(("unknown", "none known", "none"))


def is_page(text: str) -> bool:
    """Whether a text is a whole page of the site, or of public.resource.org, and no field of one."""
    head = text[:SAMPLE]
    return _PAGE.match(text) is not None and (
        is_courtlistener(head) or 'class="case_cite"' in head or "class='case_cite'" in head
    )


@dataclass(slots=True)
class _Page:
    """What a page holds, by what its elements say of themselves; found in one pass, for pages are long."""

    opinions: list[tuple[Tag, Tag | None]] = field(default_factory=list)  # with the heading above
    headings: dict[str, Tag] = field(default_factory=dict)  # of the sections of the head, by id
    marked: dict[str, Tag] = field(default_factory=dict)  # the first of a class or an id
    facts: dict[str, str] = field(
        default_factory=dict
    )  # what stands behind "Citations:", by that name
    cites: list[str] = field(default_factory=list)


def _taken_apart(page: BeautifulSoup) -> _Page:
    from bs4 import Tag

    out = _Page()
    heading: Tag | None = None
    for element in page.descendants:
        if not isinstance(element, Tag):
            continue
        ident, kinds = str(element.get("id") or ""), element.get("class") or ()
        for mark in (ident, *kinds):
            if mark in _MARKS:
                out.marked.setdefault(mark, element)
        if "opinion-section-title" in kinds and element.name == "h3":
            heading = element
        elif element.name == "h3" and element.parent and element.parent.name == "article":
            out.marked.setdefault("case-court", element)  # as it stood until 2024
        elif "opinion-section-title" in kinds:
            out.headings.setdefault(ident, element)
        elif "subopinion-content" in kinds or ident == "opinion-content":
            if element.get_text(strip=True):
                out.opinions.append((element, heading))
        elif "case_cite" in kinds:
            out.cites.append(_words(element).replace("S.Ct.", "S. Ct."))
        else:
            _note_fact(out, element, kinds)
    return out


def _note_fact(page: _Page, element: Tag, kinds: Sequence[str]) -> None:
    """The name of a fact in bold, which opens a line, and the fact behind it."""
    holder = element.parent
    if holder is None or element.find_previous_sibling() is not None:
        return
    if "meta-data-header" in kinds or (element.name == "strong" and holder.name == "li"):
        name = _words(element).rstrip(":")
        value = _words(holder).removeprefix(f"{name}:").strip()
        if value.lower() not in _UNKNOWN:
            page.facts.setdefault(name, value)


def read_page(text: str, place: str) -> tuple[list[Opinion], list[Line], CaseInfo]:
    """The opinions of the page, the lines of the head of the case, and what it tells of it.

    R18 where it is one of the site's other pages.
    """
    from bs4 import BeautifulSoup

    _check(parsed_html(text, place), place)  # what is nested too deep is refused, too
    page = _taken_apart(BeautifulSoup(_XML.sub("", text), "lxml"))
    if page.cites:  # a page of public.resource.org, which CourtListener has as it is
        return [Opinion("the page", ":", "html", text)], [], _facts(page)
    opinions = list(_opinions(page))
    if not opinions:
        raise no_text(
            place,
            "this page of CourtListener does not show the opinion (is it another tab, such as Authorities?)",
        )
    check_count(opinions, place)
    if head := page.marked.get("headmatter"):
        lines = body_of(str(head), place, head=True).lines()
    else:
        sections = [
            (str(body), role) for key, role in HEAD.items() if (body := _section(page, key))
        ]
        lines = head_lines(sections, opinions, place)
    return opinions, lines, _facts(page)


def _check(root: Element, place: str) -> None:
    """Refuse (R02) what has so many elements that taking it apart would take minutes."""
    if next(islice(root.iter(), ELEMENT_LIMIT, None), None) is not None:
        raise ReadError(
            f"the page has over {ELEMENT_LIMIT:,} elements",
            code="R02",
            file=place,
            advice="no opinion has so many: is this the page of one?",
        )


def _opinions(page: _Page) -> Iterator[Opinion]:
    """Each opinion of the page, in its order, with what the heading or the tab says of it."""
    for body, heading in page.opinions:
        if body.get("id") == "opinion-content":
            tab = body.find_parent(id=_TAB)
            match = _TAB.fullmatch(str(tab.get("id"))) if tab else None
            kind, author = match[1] if match else "", _author(tab) if tab else ""
        else:
            kind, _, author = (_words(heading) if heading else "").partition(" by ")
        combined = kind.lower().startswith(("010", "combined"))
        yield Opinion(f"the {kind!r}", label(kind, author), "html", str(body), combined)


def _author(tab: Tag) -> str:
    """Who a tab says has written its opinion."""
    said = tab.find("span", class_="meta-data-header", string="Author:")
    return _words(said.parent).removeprefix("Author:").strip() if said and said.parent else ""


def _section(page: _Page, key: str) -> Tag | None:
    """What stands below the heading of a section of the head."""
    heading = page.headings.get(key)
    below = heading.find_next_sibling(["div", "p"]) if heading else None
    return below if below and below.get_text(strip=True) else None


def _facts(page: _Page) -> CaseInfo:
    """What the head of the page tells of the case."""
    name, court, day = (page.marked.get(x) for x in ("caption", "case-court", "case-date-new"))
    said = page.facts.get
    filed = _words(day) if day else said("Filed", "")
    cites = said("Citations", "").split(", ") if "Citations" in page.facts else page.cites
    return replace(
        with_citation(NO_FACTS, best_citation(cites)),
        name=text_fact(_words(name)) if name else None,
        court=full_name(_words(court)) if court else None,
        docket=numbered(text_fact(said("Docket Number"))),
        decided=day_fact(_ORDINAL.sub("", filed)),
        panel=judges_fact(said("Panel") or said("Judges")),
    )


def _words(element: Tag) -> str:
    return " ".join(element.get_text().split())
