"""The ``courtlistener`` dialect: an opinion or a cluster of them from CourtListener's API (v3 and v4), one of its HTML
fields alone, or a page of the site as a browser has saved it.

* ``cluster``: which opinions of a cluster are read, in which field, and what else it holds of the case's text;
* ``markup``: the HTML and XML of the fields;
* ``facts``: what fields and printed heads tell of the case;
* ``webpage``: a saved page.
"""

from __future__ import annotations

import re
from dataclasses import fields, replace
from typing import TYPE_CHECKING

from generator.model import CaseInfo, SourceLink
from generator.read import slip
from generator.read.courtlistener.cluster import chosen, head_of, opinions_of
from generator.read.courtlistener.facts import facts_of, printed_facts
from generator.read.courtlistener.markup import Body, body_of, byline_marked
from generator.read.courtlistener.webpage import is_page, read_page
from generator.read.json_file import parsed_json
from generator.read.markup import cut_off, no_text
from generator.read.openings import with_openings
from generator.read.scribe import composed
from generator.read.sniff import sniff

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.read.courtlistener.cluster import Opinion
    from generator.read.reading import Raw, Reading
    from generator.read.scribe import Line

__all__ = ["chosen", "read"]

_BODY_END = re.compile(r"</(?:div|pre|p|section|article|opinion|body|html)\s*>\s*$")


def read(raw: Raw) -> Reading:
    """The reading of an opinion, a cluster or a page."""
    text = raw.text.lstrip("\ufeff\0 \t\r\n")
    if not text.startswith(("{", "[")):
        if is_page(text):
            if "</html" not in text[-2000:].lower():
                raise cut_off(raw.place, "its last tag is not </html>")
            return _joined(*read_page(text, raw.place), raw)
        if not _BODY_END.search(text[-200:]):
            raise cut_off(raw.place, "its last tag is not that of its body")
        lines = byline_marked(body_of(text, raw.place).lines())
        return composed(with_openings(lines, [(0, ":")]), printed_facts(lines))
    data = parsed_json(raw)
    opinions, left_out = opinions_of(data, raw.place)
    if not opinions:
        why = (
            "its opinions are addresses only"
            if data.get("sub_opinions")
            else "its text fields are empty"
        )
        raise no_text(raw.place, why)
    head = head_of(data, opinions, raw.place)
    reading = _joined(opinions, head, CaseInfo(), raw)
    front = [reading.text[slice(*x.span)] for x in reading.segments if x.role == "caption"]
    return replace(
        reading, facts=facts_of(data, reading.facts, "\n".join(front)), left_out=left_out
    )


def _joined(
    opinions: Sequence[Opinion], head: Sequence[Line], facts: CaseInfo, raw: Raw
) -> Reading:
    """The opinions behind one another, behind what the collection keeps apart of the case's head.  ``facts`` go before
    what is printed.
    """
    bodies = [body_of(x.text, raw.place, tagged=x.field != "plain_text") for x in opinions]
    if printed := _slip(bodies, raw):
        return replace(printed, facts=_first(facts, printed.facts))
    lines, openings = list(head), []
    for opinion, body in zip(opinions, bodies, strict=True):
        own = byline_marked(body.lines())
        if own:
            openings.append((len(lines), opinion.label))
            lines += _signed(own, opinion.label)
    if not openings:
        raise no_text(raw.place, "its opinions hold no words")
    made = with_openings(lines, openings)
    return composed(made, _first(facts, printed_facts(lines[len(head) :])))


def _signed(lines: Sequence[Line], said: str) -> list[Line]:
    """The lines, where their tags open one writing and name nobody, with the author that the field names."""
    opened = [k for k, line in enumerate(lines) if line.label and line.role in ("text", "byline")]
    author = said.partition(":")[2]
    if len(opened) != 1 or not author or not (lines[opened[0]].label or "").endswith(":"):
        return list(lines)
    out = list(lines)
    out[opened[0]] = replace(out[opened[0]], label=f"{out[opened[0]].label}{author}")
    return out


def _slip(bodies: Sequence[Body], raw: Raw) -> Reading | None:
    """The reading of typed pages that are those of the Supreme Court: the text of its PDFs, which has a reader."""
    if not all(body.runs for body in bodies):
        return None
    parts = ["".join(words for words, _ in body.runs) for body in bodies]
    text = "\f".join(part.strip("\f") for part in parts) if len(parts) > 1 else parts[0]
    if sniff(text, "").dialect != "slip":
        return None
    reading = slip.read(replace(raw, text=text))
    links = []
    if len(bodies) == 1:
        at = 0
        for words, href in bodies[0].runs:
            if href and words.strip():
                links.append(SourceLink((at, at + len(words)), href))
            at += len(words)
    return replace(reading, links=tuple(links), dialect="slip")


def _first(facts: CaseInfo, other: CaseInfo) -> CaseInfo:
    """The facts, those that are unknown from ``other``."""
    gaps = {
        f.name: getattr(other, f.name) for f in fields(CaseInfo) if getattr(facts, f.name) is None
    }
    return replace(facts, **gaps)
