"""A page of courtlistener.com as a browser has saved it.

The site has shown opinions in two ways.  Today each stands below a heading of the class ``opinion-section-title``
("Dissent by William J. Brennan, Jr.") in a ``div`` of the class ``subopinion-content``, and the head of the case in
sections before them; until 2024 each was a ``#opinion-content`` in a tab named after its type (``040dissent2``).  The
text within is that of the API's ``html_with_citations``.  Of the rest of the page only the facts are read.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.propose.courts import full_name
from generator.propose.dockets import numbered
from generator.read.casefacts import day_fact, text_fact, with_citation
from generator.read.courtlistener.cluster import HEAD, Opinion, head_lines
from generator.read.courtlistener.facts import best_citation, judges_fact
from generator.read.courtlistener.markup import body_of
from generator.read.markup import no_text, parsed_html
from generator.read.openings import label
from generator.read.reading import NO_FACTS
from generator.read.sniff import SAMPLE
from generator.read.websites import is_courtlistener

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import BeautifulSoup, Tag

    from generator.model import CaseInfo
    from generator.read.scribe import Line

_PAGE = re.compile(r"(?:\s+|<!--(?:(?!-->).)*-->|<\?(?:(?!\?>).)*\?>)*<(?:!doctype\s+html|html)\b",
                   re.IGNORECASE | re.DOTALL)  # fmt: skip
_XML = re.compile(r"^\s*<\?xml\b[^>]{0,500}\?>")
_TAB = re.compile(r"(\d{3}[a-z]+)\d{0,3}")
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b")
_UNKNOWN = frozenset(("unknown", "none known", "none"))


def is_page(text: str) -> bool:
    """Whether a text is a whole page of the site, or of public.resource.org, and no field of one."""
    head = text[:SAMPLE]
    return _PAGE.match(text) is not None and (
        is_courtlistener(head) or 'class="case_cite"' in head or "class='case_cite'" in head
    )


def read_page(text: str, place: str) -> tuple[list[Opinion], list[Line], CaseInfo]:
    """The opinions of the page, the lines of the head of the case, and what it tells of it.

    R18 where it is one of the site's other pages.
    """
    from bs4 import BeautifulSoup

    parsed_html(text, place)  # what is nested too deep is refused, before anything walks it
    page = BeautifulSoup(_XML.sub("", text), "lxml")
    if page.select_one(
        "p.case_cite"
    ):  # the pages of public.resource.org, which CourtListener has as they are
        return [Opinion("the page", ":", "html", text)], [], _facts(page)
    opinions = list(_opinions(page))
    if not opinions:
        raise no_text(
            place,
            "this page of CourtListener does not show the opinion (is it another tab, such as Authorities?)",
        )
    if head := page.select_one("#headmatter"):
        lines = body_of(str(head), place, head=True).lines()
    else:
        sections = [
            (str(body), role) for key, role in HEAD.items() if (body := _section(page, key))
        ]
        lines = head_lines(sections, opinions, place)
    return opinions, lines, _facts(page)


def _opinions(page: BeautifulSoup) -> Iterator[Opinion]:
    """Each opinion of the page, in its order, with what the heading or the tab says of it."""
    for body in page.select("div.subopinion-content, #opinion-content"):
        if not body.get_text(strip=True):
            continue
        if body.get("id") == "opinion-content":
            tab = body.find_parent(id=_TAB)
            match = _TAB.fullmatch(str(tab.get("id"))) if tab else None
            kind, author = match[1] if match else "", _value(tab, "Author") or "" if tab else ""
        else:
            heading = body.find_previous("h3", class_="opinion-section-title")
            said = _words(heading) if heading else ""
            kind, _, author = said.partition(" by ")
        combined = kind.lower().startswith(("010", "combined"))
        yield Opinion(f"the {kind!r}", label(kind, author), "html", str(body), combined)


def _section(page: BeautifulSoup, key: str) -> Tag | None:
    """What stands below the heading of a section of the head."""
    heading = page.find("h2", id=key, class_="opinion-section-title")
    below = heading.find_next_sibling(["div", "p"]) if heading else None
    return below if below and below.get_text(strip=True) else None


def _facts(page: BeautifulSoup) -> CaseInfo:
    """What the head of the page tells of the case."""
    name = page.select_one("#caption, h1.case-caption")
    court = page.select_one("h4.case-court, article.col-sm-9 > h3")
    day = page.select_one(".case-date-new")
    filed = _words(day) if day else _value(page, "Filed")
    info = with_citation(
        NO_FACTS, best_citation((_value(page, "Citations") or _cites(page)).split(", "))
    )
    return replace(
        info,
        name=text_fact(_words(name)) if name else None,
        court=full_name(_words(court)) if court else None,
        docket=numbered(_value(page, "Docket Number")),
        decided=day_fact(_ORDINAL.sub("", filed or "")),
        panel=judges_fact(_value(page, "Panel") or _value(page, "Judges")),
    )


def _cites(page: BeautifulSoup) -> str:
    return ", ".join(_words(x).replace("S.Ct.", "S. Ct.") for x in page.select("p.case_cite"))


def _value(holder: BeautifulSoup | Tag, name: str) -> str | None:
    """What stands behind ``name:`` in the list of facts, where it is known."""
    for said in holder.select("li > strong, span.meta-data-header"):
        if _words(said) == f"{name}:" and said.parent is not None:
            value = _words(said.parent).removeprefix(f"{name}:").strip()
            return None if value.lower() in _UNKNOWN else text_fact(value)
    return None


def _words(element: Tag) -> str:
    return " ".join(element.get_text().split())
