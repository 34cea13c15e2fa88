"""Facts that a file's own data tells of its case, brought into the forms of ``case.yml``.

What is not in the form that ``case.yml`` wants is left out: nothing is guessed from half a date.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from generator.propose.courts import full_name
from generator.propose.names import printed_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.model import CaseInfo

_CITATION = re.compile(r"(\d{1,4})\s+([A-Z][\w.'’& ()-]{0,38}?)\s+(\d{1,5})")
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:$|T)")
_WRITTEN = re.compile(
    r"\b(Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s+(\d{1,2}),\s+((?:1[789]|20)\d\d)\b"
)
_CAPITALS = re.compile(r"\b(?!II?\b)[A-Z][A-Z.&'’-]+(?:,? (?:[A-Z][A-Z.&'’-]+|&)(?!\w))*")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LONGEST = 300  # characters of a fact


def text_fact(value: object) -> str | None:
    """A text in one line, without the stop at its end that a caption has: "No. 2823." → "No. 2823"."""
    if not isinstance(value, str):
        return None
    line = " ".join(value.split())
    if re.search(r"(?:^|\s)\S*\w{4,}\.$|\d\.$", line):
        line = line[:-1]
    return line if 0 < len(line) <= _LONGEST and line.isprintable() else None


def court_fact(value: object) -> str | None:
    """A court's name in full."""
    return full_name(text_fact(value) or "") or None


def citation_fact(value: object) -> str | None:
    """A citation: volume, reporter, first page, and nothing more."""
    line = text_fact(value)
    match = _CITATION.fullmatch(line) if line else None
    return f"{match[1]} {match[2]} {match[3]}" if match else None


def short_title(caption: str) -> str | None:
    """The name in a reporter's caption, which sets it in capitals: "David HARRIMAN, Plaintiff, v. HANCOCK COUNTY, a
    Political Subdivision" → "Harriman v. Hancock County".
    """
    sides = re.split(r",?\s+v\.\s+", caption)
    found = [_CAPITALS.search(side) for side in sides]
    if len(sides) != 2 or not all(found):
        return None
    return printed_name(" v. ".join(match.group() for match in found if match))


def day_fact(value: object) -> datetime.date | None:
    """A whole date, as data ("1991-03-27") or in words ("Decided March 27, 1991."); of several none."""
    if not isinstance(value, str):
        return None
    if day := _DAY.match(value):
        parts = (int(day[1]), int(day[2]), int(day[3]))
    elif len(found := _WRITTEN.findall(value)) == 1:
        month, number, year = found[0]
        parts = (int(year), _MONTHS.index(month[:3].lower()) + 1, int(number))
    else:
        return None
    try:
        return datetime.date(*parts)
    except ValueError:
        return None


def with_citation(info: CaseInfo, citation: object) -> CaseInfo:
    """The facts with the citation and its first page, where it is one."""
    cite = citation_fact(citation)
    if cite is None:
        return info
    return replace(info, citation=cite, first_page=int(cite.rsplit(" ", 1)[1]))


def entry(data: object, *keys: str) -> Any:  # what JSON holds may be anything
    """``data[key][key]…`` where every one is there; else ``None``."""
    for key in keys:
        if not isinstance(data, dict):
            return None
        data = data.get(key)
    return data


def official(citations: object) -> str | None:
    """Of a list of citations (``{"type": "official", "cite": …}``) the official one, else the first."""
    if not isinstance(citations, list):
        return None
    known: list[Mapping[str, object]] = [c for c in citations if isinstance(c, dict)]
    found = [c for c in known if c.get("type") == "official"] or known
    return citation_fact(found[0].get("cite")) if found else None
