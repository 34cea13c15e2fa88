"""The sections that a service puts round an opinion: ``PRIOR HISTORY:``, ``CORE TERMS:``, ``COUNSEL:``, ``JUDGES:``.

What the court's reporter wrote of the case (history, disposition, counsel, judges) is caption; what the service adds
(terms, summaries, headnotes) is notice; the syllabus is the syllabus.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.clean.stars import BRACKETED
from generator.structure.bylines import parse_byline

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model import Segment, SegmentRole

# Heading, in capitals or with a capital each → role of the section.
SECTIONS: dict[str, SegmentRole] = {
    "prior history": "caption",
    "subsequent history": "caption",
    "procedural history": "caption",
    "disposition": "caption",
    "judges": "caption",
    "counsel": "caption",
    "notice": "notice",
    "core terms": "notice",
    "case summary": "notice",
    "procedural posture": "notice",
    "overview": "notice",
    "outcome": "notice",
    "headnotes": "notice",
    "lexisnexis headnotes": "notice",
    "lexisnexis® headnotes": "notice",
    "lexisnexis(r) headnotes": "notice",
    "lawyers' edition display": "notice",
    "lawyers' edition headnotes": "notice",
    "summary": "notice",
    "decision": "notice",
    "research references": "notice",
    "annotation references": "notice",
    "synopsis": "notice",
    "west headnotes": "notice",
    "attorneys and law firms": "caption",
    "syllabus": "syllabus",
}
_HEADING = re.compile(r"(?P<name>[A-Z][A-Za-z'’®() ]{4,30}?)(?P<colon>:)?(?P<rest>\s.*)?")
_KNOWN_SHAPE = re.compile(r"(?:[A-Z][\w'’®()]* ?)+")


def section(line: str) -> SegmentRole | None:
    """The role of the section that a line opens.  In capitals it stands alone or before a colon and text; in small
    letters it needs the colon or the whole line.
    """
    match = _HEADING.fullmatch(line)
    if not match or not _KNOWN_SHAPE.fullmatch(match["name"]):
        return None
    if match["rest"] and not match["colon"]:
        return None
    return SECTIONS.get(match["name"].lower().replace("’", "'"))


def with_sections(text: str, segments: Iterable[Segment]) -> list[Segment]:
    """Give the lines of the sections before the opinion their roles.

    The opinion begins with markup or a byline; a text that has neither has no sections, for then nothing says where
    the last one ends.
    """
    out = list(segments)
    end = next((k for k, s in enumerate(out) if _begins_opinion(text, s)), None)
    if end is None:
        return out
    role: SegmentRole | None = None
    for k, segment in enumerate(out[:end]):
        line = text[slice(*segment.span)]
        role = section(line) or role
        if role and segment.role == "text":
            out[k] = replace(segment, role=role)
    return out


def _begins_opinion(text: str, segment: Segment) -> bool:
    if segment.role == "markup":
        return True
    line = BRACKETED.sub("", text[slice(*segment.span)]).strip()
    return len(line) < 600 and section(line) is None and parse_byline(line) is not None
