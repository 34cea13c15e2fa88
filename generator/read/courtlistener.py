"""The ``courtlistener`` dialect: an opinion, or a cluster of them, from CourtListener's API (v3 and v4), or its HTML.

An opinion has the same text in several fields.  The best is taken by ``FIELDS``: first those that come from a printed
reporter with its pages and notes, then what was scraped, last the bare text.  ``html_with_citations`` is the field that
CourtListener derives from one of the others by setting its links in: where its letters are those of the field chosen,
it is read in its place, for the links.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from generator.read.casebody import meaning as casebody_meaning
from generator.read.casefacts import (
    citation_fact,
    day_fact,
    entry,
    short_title,
    text_fact,
    with_citation,
)
from generator.read.json_file import parsed_json
from generator.read.markup import (
    BLOCK,
    SKIP,
    Meaning,
    Walk,
    cut_off,
    name,
    no_text,
    parsed_html,
    parsed_xml,
    words,
)
from generator.read.openings import label, with_openings
from generator.read.plain import run_in
from generator.read.reading import NO_FACTS
from generator.read.scribe import Line, composed
from generator.read.typescript import typescript_lines
from generator.structure.bylines import parse_byline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model import CaseInfo
    from generator.read.markup import Element
    from generator.read.reading import Raw, Reading

# The text fields, best first.
FIELDS = (
    "xml_harvard",
    "html_columbia",
    "html_lawbox",
    "html_anon_2020",
    "html",
    "html_with_citations",
    "plain_text",
)
LINKED = "html_with_citations"
_STAR = re.compile(r"\[?(\*{1,3})\s?(\d{1,5})\]?")
_CALL = re.compile(r"\[?(?:fn)?(\d{1,3}|\*{1,4}|[†‡])\]?", re.IGNORECASE)
_NOTE = re.compile(r"\[?(?:fn)?(?P<label>\d{1,3}|\*{1,4}|[†‡])\]\.?\s*", re.IGNORECASE)
_NOTES = re.compile(r"(?:FOOT|END)?NOTES?:?", re.IGNORECASE)
_CITATION = re.compile(r"(\d{1,4} [A-Z][\w.' ]{0,20}? \d{1,5}) \((?:.{0,30} )?\d{4}\)")
_COURT = re.compile(r"(?:The )?(?:[A-Z][a-z]+ ){0,4}Court\b[^.;:]{0,80}\.?")
_HEAD_LINES = 60  # lines in which the first byline is looked for


def read(raw: Raw) -> Reading:
    """The reading of an opinion or a cluster."""
    text = raw.text.lstrip("\ufeff\0 \t\r\n")
    if not text.startswith(("{", "[")):
        if not re.search(r"</(?:div|pre|p|section|article|opinion|body|html)\s*>\s*$", text[-200:]):
            raise cut_off(raw.place, "its last tag is not that of its body")
        lines = _byline_marked(_tagged(text, raw.place))
        return composed(with_openings(lines, [(0, ":")]), _printed_facts(lines))
    data = parsed_json(raw)
    lines = []
    openings = []
    for opinion in _opinions(data):
        own = _opinion_lines(opinion, raw.place)
        if own:
            openings.append((len(lines), _label(opinion)))
            lines += own
    if not lines:
        why = (
            "its opinions are addresses only"
            if data.get("sub_opinions")
            else "its text fields are empty"
        )
        raise no_text(raw.place, why)
    return composed(with_openings(lines, openings), facts_of(data, _printed_facts(lines)))


def _opinions(data: dict[str, Any]) -> list[dict[str, Any]]:
    """The opinions of a cluster in the order of their types ("020lead", "040dissent"), or the one at hand.

    One that is called combined holds all the others.
    """
    several = data.get("sub_opinions") or data.get("opinions") or []
    own = [x for x in several if isinstance(x, dict)] if isinstance(several, list) else []
    if not own:
        return [data]
    combined = [x for x in own if str(x.get("type", "")).startswith("010")]
    return sorted(combined or own, key=lambda x: str(x.get("type") or "") or "999")


def _label(opinion: dict[str, Any]) -> str:
    kind = opinion.get("type")
    author = opinion.get("author_str") or entry(opinion, "author", "name_last") or ""
    if opinion.get("per_curiam") is True:
        return "per-curiam:"
    return label(kind if isinstance(kind, str) else "", author if isinstance(author, str) else "")


def chosen(opinion: dict[str, Any]) -> tuple[str, str] | None:
    """``(field, text)``: the best field that holds text, or that with the same letters and the links."""
    held = {f: v for f in FIELDS if isinstance(v := opinion.get(f), str) and v.strip()}
    best = next((f for f in FIELDS if f in held), None)
    if best is None:
        return None
    linked = held.get(LINKED)
    if linked and best != LINKED and _letters(linked) == _letters(held[best]):
        return LINKED, linked
    return best, held[best]


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", re.sub(r"<[^<>]*>|&#?\w+;", "", text))


def _opinion_lines(opinion: dict[str, Any], place: str) -> list[Line]:
    found = chosen(opinion)
    if found is None:
        return []
    field, text = found
    if field == "plain_text":
        return _byline_marked(typescript_lines([(text, None)]))
    return _byline_marked(_tagged(text, place))


def _tagged(text: str, place: str) -> list[Line]:
    """The lines of a field that holds HTML, or XML of the Harvard scheme."""
    if re.search(r"<casebody\b", text[:2000]):
        root = parsed_xml(text, "casebody", place)
    else:  # also the <opinion> elements of one, without it
        root = parsed_html(text, place)
    if _is_typed(root):
        return typescript_lines(_runs(root))
    walk = Walk(_Vocabulary().meaning)
    walk.in_opinion = name(root) != "casebody"
    lines = walk.run(root)
    return with_openings(lines, walk.openings) if walk.openings else _with_notes(lines)


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
        if element.text:
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
        if "star-pagination" in kinds:
            star = _STAR.fullmatch(words(element))
            if star is None:
                return SKIP if not words(element) else Meaning()
            return Meaning(
                "page",
                page=int(star[2]),
                reporter=None if len(star[1]) == 1 else "another reporter",
            )
        href = element.get("href") or ""
        if tag == "a" and ("footnote" in kinds or re.match(r"#(?:fn|ref)", href)):
            call = _CALL.fullmatch(words(element))
            in_note = any(
                "footnote" in (x.get("class") or "").split() for x in element.iterancestors("div")
            )
            return Meaning("call", label=call[1]) if call and not in_note else Meaning()
        if tag == "a" and href:
            return Meaning("link", label=href)
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


def _as_footnote(element: Element) -> Element:
    from lxml import etree

    made = etree.Element("footnote")
    made.set("label", element.get("label") or "")
    made.text = words(element)
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


def _byline_marked(lines: Sequence[Line]) -> list[Line]:
    """The lines, the first byline marked as one; what stands before it is the head of the case."""
    if any(line.role == "byline" for line in lines):
        return list(lines)
    lines = [part for line in lines for part in _run_in(line)]
    for k, line in enumerate(lines[:_HEAD_LINES]):
        if line.role in ("text", "heading") and parse_byline(line.text):
            head = [
                replace(x, role="caption") if x.role in ("heading", "text", "blockquote") else x
                for x in lines[:k]
            ]
            return [*head, replace(line, role="byline"), *lines[k + 1 :]]
    return lines


def _printed_facts(lines: Sequence[Line]) -> CaseInfo:
    """What the head of a page of a reporter has, which begins with its citation: "627 F.3d 22 (2010)"."""
    info = NO_FACTS
    for line in lines[:_HEAD_LINES]:
        if line.role == "byline":
            break
        if match := _CITATION.fullmatch(line.text):
            info = with_citation(info, match[1]) if info.citation is None else info
        elif info.citation is None:
            break
        elif info.name is None and " v. " in line.text:
            info = replace(info, name=short_title(line.text))
        elif info.court is None and _COURT.fullmatch(line.text):
            info = replace(info, court=text_fact(line.text))
        elif info.argued is None and re.match(r"(?:Argued|Heard)\b", line.text):
            info = replace(info, argued=day_fact(line.text))
    return info


def facts_of(data: dict[str, Any], printed: CaseInfo) -> CaseInfo:
    """The facts that the fields of a cluster tell, wherever they stand: beside the opinions, or in ``cluster``."""
    cluster = data["cluster"] if isinstance(data.get("cluster"), dict) else data
    docket = next(
        (x for x in (cluster.get("docket"), data.get("docket")) if isinstance(x, dict)), {}
    )
    info = printed
    citations = cluster.get("citations")
    for cite in citations if isinstance(citations, list) else []:
        text = (
            cite
            if isinstance(cite, str)
            else " ".join(str(entry(cite, k) or "") for k in ("volume", "reporter", "page"))
        )
        if info.citation is None and citation_fact(text):
            info = with_citation(info, text)
    court = docket.get("court") if isinstance(docket.get("court"), dict) else cluster.get("court")
    return replace(
        info,
        name=text_fact(cluster.get("case_name"))
        or text_fact(cluster.get("case_name_short"))
        or info.name,
        court=text_fact(entry(court, "full_name")) or text_fact(entry(court, "name")) or info.court,
        docket=text_fact(docket.get("docket_number")) or text_fact(cluster.get("docket_number")),
        argued=day_fact(docket.get("date_argued")) or info.argued,
        decided=day_fact(cluster.get("date_filed")),
    )
