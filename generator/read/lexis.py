"""The ``lexis`` dialect: mixed case, one line a paragraph, markers and tags on lines of their own.

    OPINION JUSTICE WHITE delivered the opinion of the Court. … <concur author="POWELL" text="TRUE">
    CONCUR BY: POWELL (In Part) JUSTICE POWELL, with whom JUSTICE REHNQUIST joins, concurring in part
    and dissenting in part.

The markers are no words of the court: they are dropped from the page and kept as evidence of where a writing begins.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.model import Segment
from generator.read.lines import line_spans, trimmed
from generator.read.markers import before_text, leading_stars, marker, titled
from generator.read.notes import with_notes
from generator.read.plain import paragraphs, run_in
from generator.read.sections import section, with_sections

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import Span

_TAG = re.compile(
    r"</?(?:opinion|concur|dissent|separate|syllabus|percuriam)\b[^<>]*>", re.IGNORECASE
)
_TAG_AUTHOR = re.compile(r'\bauthor\s*=\s*"([^"]*)"', re.IGNORECASE)


def segments(text: str) -> tuple[Segment, ...]:
    """One segment a paragraph, which is mostly a line.  Markup carries ``kind:author`` as its label, such as
    ``dissent:BREYER``.
    """
    spans = paragraphs(text, list(line_spans(text)), _stands_alone)
    lines = [text[slice(*span)] for span in spans]
    sure = any(marker(line) for line in lines)
    out: list[Segment] = []
    for k, (span, line) in enumerate(zip(spans, lines, strict=True)):
        label = _tag(line) if _TAG.fullmatch(line) else marker(line)
        if label is None and titled(lines, k):
            label = ""
        cut = before_text(line, sure=sure) if label is None else None
        if label is not None:
            out.append(Segment(span, "markup", label))
        elif cut is not None:
            out.append(Segment(trimmed(text, span[0], span[0] + cut), "markup", ""))
            out += _text(text, (span[0] + cut, span[1]))
        else:
            out += _text(text, span)
    return tuple(with_notes(text, with_sections(text, out)))


def _text(text: str, span: Span) -> Iterator[Segment]:
    """A paragraph, cut behind the byline that it begins with; the star pages before that stay with it."""
    skip = leading_stars(text[slice(*span)])
    first, *rest = run_in(text, (span[0] + skip, span[1]))
    yield Segment((span[0], first[1]))
    yield from map(Segment, rest)


def _tag(line: str) -> str:
    """The label of a tag; nothing for one that closes."""
    author = _TAG_AUTHOR.search(line)
    kind = re.match(r"</?(\w+)", line)
    label = f"{kind.group(1).lower() if kind else ''}:{author.group(1) if author else ''}"
    return "" if line.startswith("</") else label


def _stands_alone(line: str) -> bool:
    """A tag, a marker or a section's heading is no part of a paragraph whose lines were wrapped."""
    return bool(_TAG.fullmatch(line) or marker(line) is not None or section(line))
