"""The sections that a service puts round an opinion: ``PRIOR HISTORY:``, ``CORE TERMS:``, ``COUNSEL:``, ``JUDGES:``.

What the court's reporter wrote of the case (history, disposition, counsel, judges) is caption; what the service adds
(terms, summaries, headnotes, how the case was treated later) is notice; the syllabus is the syllabus.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.read.markers import opens_writing, without_stars
from generator.structure.bylines import parse_vote

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.model import Segment, SegmentRole

# Heading, in capitals or with a capital each → role of the section.
SECTIONS: dict[str, SegmentRole] = {
    "prior history": "caption",
    "subsequent history": "caption",
    "procedural history": "caption",
    "disposition": "caption",
    "judges": "caption",
    "judge": "caption",
    "panel": "caption",
    "counsel": "caption",
    "attorneys and law firms": "caption",
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
    "holdings": "notice",
    "holding": "notice",
    "west headnotes": "notice",
    "west codenotes": "notice",
    "syllabus": "syllabus",
}
# What stands behind the opinions.
_AFTER = re.compile(r"All Citations|References")
_HEADING = re.compile(
    r"(?P<name>[A-Z][A-Za-z'’®() ]{3,30}?)(?: ?\(\d{1,3}\))?"
    r"(?:(?P<colon>:)(?P<rest>\s.*|\[\*.*)?|\s?\[?(?:FN)?[*†]\]?)?",
    re.DOTALL,
)
_KNOWN_SHAPE = re.compile(r"(?:[A-Z(][\w'’®()]* ?|and )+")
# Lines of the service's own at the head: who publishes, how the case was treated later.
_SERVICE = re.compile(
    r"Copyright \(c\) \d{4} (?:LexisNexis|Lexis|West|Thomson)\b.*"
    r"|As of: .{5,40}|Reporter|Only the Westlaw citation is currently available\."
    r"|KeyCite (?:\w+ Flag|Overruling Risk)\b.*"
    r"|(?:Distinguished|Declined to (?:Follow|Extend)|Called into Doubt|Disagreed With|Abrogated|Superseded|Overruled"
    r"|Overruling Recognized|Abrogation Recognized|Disapproved|Limitation|Criticized|Rejected|Examined"
    r"|Not Followed|Amended|Modified|Vacated|Reversed|Affirmed|Rehearing (?:Granted|Denied))\b.{0,60}?"
    r"\b(?:[Bb]y|[Rr]ecognized by)\b.{3,160}\d{4}"
)
_TREATMENT = re.compile(
    r"(?:Positive|Neutral|Caution|Warning|Questioned|Neither|Cited|No Shepard.s.*)"
)
_END = re.compile(
    r"end of document(?:\s*©.*)?|©\s*\d{4} (?:thomson|lexisnexis|west).*|.{0,40}no claim to original u\.s\.? govt?.*"
    r"|.{0,40}no claim to original u\.s\. government works\.?",
    re.IGNORECASE,
)
# "U.S.,1986." or "C.A.5 (Tex.),2009.": so Westlaw closed, before it gave name and citations once more.
_CLOSING = re.compile(r"[A-Z][\w.]{0,20}\.?(?: ?\([A-Z][\w. ]{1,12}\))?, ?\d{4}\.")
_CLOSING_LINES = 5
_RULE = re.compile(r"[|_]+")  # between the lines of a head
_OWN_NOTE = re.compile(r"\W*(?:FN)?\*?\W*The syllabus constitutes no part of the opinion\b")
_HEAD_LINES = 12
_COUNSEL = 30  # lines between the line-up and the opinion


def section(line: str) -> SegmentRole | None:
    """The role of the section that a line opens.  In capitals it stands alone or before a colon and text; in small
    letters it needs the colon or the whole line.
    """
    match = _HEADING.fullmatch(without_stars(line))
    if not match or not _KNOWN_SHAPE.fullmatch(match["name"]):
        return None
    return SECTIONS.get(match["name"].strip().lower().replace("’", "'"))


def with_sections(text: str, segments: Iterable[Segment]) -> list[Segment]:
    """Give the lines of the sections before and behind the opinions their roles.

    The opinion begins with markup or a byline; a text that has neither has no sections, for then nothing says where
    the last one ends.
    """
    out = list(segments)
    lines = [text[slice(*s.span)] for s in out]
    openings = [k for k, s in enumerate(out) if _begins_opinion(lines[k], s)]
    begin = next((k for k in openings if not _is_lineup(lines, k, openings)), None)
    if begin is None:
        return out
    roles = _head(lines[:begin])
    roles.update(_tail(lines, begin))
    return [
        replace(s, role=roles[k]) if k in roles and s.role == "text" else s
        for k, s in enumerate(out)
    ]


def _begins_opinion(line: str, segment: Segment) -> bool:
    return segment.role == "markup" or (section(line) is None and opens_writing(line))


def _is_lineup(lines: Sequence[str], k: int, openings: Sequence[int]) -> bool:
    """Whether what looks like a byline is the line-up below a syllabus: the byline follows soon."""
    return (
        parse_vote(lines[k]) is not None
        and any(section(line) == "syllabus" for line in lines[:k])
        and any(k < other <= k + _COUNSEL for other in openings)
    )


def _head(lines: Sequence[str]) -> dict[int, SegmentRole]:
    """The roles of the lines before the opinion.  The line-up ends a syllabus; counsel's names follow it."""
    roles: dict[int, SegmentRole] = {}
    current: SegmentRole | None = None
    for k, line in enumerate(lines):
        opened = section(line)
        if _RULE.fullmatch(line):
            roles[k] = "running-head"
        elif opened is None and current == "syllabus" and _OWN_NOTE.match(line):
            roles[k] = "notice"
        elif opened is None and current == "syllabus" and parse_vote(line):
            roles[k], current = "vote", "caption"
        elif opened is None and k < _HEAD_LINES and _is_service(lines, k):
            roles[k] = "notice"
        elif opened or current:
            current = opened or current
            roles[k] = current or "caption"
    return roles


def _is_service(lines: Sequence[str], k: int) -> bool:
    if _TREATMENT.fullmatch(lines[k]):
        return k + 1 < len(lines) and lines[k + 1].startswith("As of: ")
    return bool(_SERVICE.fullmatch(lines[k]))


def _tail(lines: Sequence[str], begin: int) -> dict[int, SegmentRole]:
    """The roles of what a service puts behind the opinions, which its last line shows: up to the notes or the end."""
    roles: dict[int, SegmentRole] = {}
    last = len(lines)
    while last > begin and _END.fullmatch(lines[last - 1]):
        last -= 1
        roles[last] = "running-head"
    if not roles:
        return roles
    current: SegmentRole | None = None
    for k in range(begin + 1, last):
        if lines[k].lower().rstrip(":") == "footnotes" or opens_writing(lines[k]):
            current = None
        elif _AFTER.fullmatch(lines[k]) or (
            last - k <= _CLOSING_LINES and _CLOSING.fullmatch(lines[k])
        ):
            current = "notice"
        if current:
            roles[k] = current
    return roles
