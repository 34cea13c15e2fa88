"""The ``lexis`` dialect: mixed case, one line a paragraph, markers and tags on lines of their own.

    OPINION JUSTICE WHITE delivered the opinion of the Court. … <concur author="POWELL" text="TRUE">
    CONCUR BY: POWELL (In Part) JUSTICE POWELL, with whom JUSTICE REHNQUIST joins, concurring in part
    and dissenting in part.

The markers are no words of the court: they are dropped from the page and kept as evidence of where a writing begins.
"""

from __future__ import annotations

import re

from generator.model import Segment
from generator.read.lines import line_spans
from generator.read.notes import with_notes
from generator.read.plain import paragraphs
from generator.read.sections import section, with_sections

_TAG = re.compile(
    r"</?(?:opinion|concur|dissent|separate|syllabus|percuriam)\b[^<>]*>", re.IGNORECASE
)
_TAG_AUTHOR = re.compile(r'\bauthor\s*=\s*"([^"]*)"', re.IGNORECASE)
_MARKER = re.compile(
    r"(?:(?:OPINION|CONCUR|DISSENT|CONCURRENCE|SEPARATE OPINION)S?(?: BY)?:?"
    r"|(?:OPINION|CONCUR|DISSENT)(?:\s+BY)?:\s*[^a-z]{0,60}(?:\(In Part\))?)\s*$",
)
_BY = re.compile(r"\b(?:CONCUR|DISSENT|OPINION)\s+BY:\s*(.+?)(?:\s*\(In Part\))?\s*$")


def segments(text: str) -> tuple[Segment, ...]:
    """One segment a paragraph, which is mostly a line.  Markup carries ``kind:author`` as its label, such as
    ``dissent:BREYER``.
    """
    out = []
    for start, end in paragraphs(text, list(line_spans(text)), _stands_alone):
        line = text[start:end]
        if _TAG.fullmatch(line):
            author = _TAG_AUTHOR.search(line)
            kind = re.match(r"</?(\w+)", line)
            label = f"{kind.group(1).lower() if kind else ''}:{author.group(1) if author else ''}"
            out.append(Segment((start, end), "markup", "" if line.startswith("</") else label))
        elif _MARKER.fullmatch(line):
            by = _BY.search(line)
            label = f"{line.split()[0].rstrip(':').lower()}:{by.group(1)}" if by else ""
            out.append(Segment((start, end), "markup", label))
        else:
            out.append(Segment((start, end)))
    return tuple(with_notes(text, with_sections(text, out)))


def _stands_alone(line: str) -> bool:
    """A tag, a marker or a section's heading is no part of a paragraph whose lines were wrapped."""
    return bool(_TAG.fullmatch(line) or _MARKER.fullmatch(line) or section(line))
