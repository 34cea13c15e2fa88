"""Facts about a case that its own text or file name tells, where ``case.yml`` does not.

Only what is printed in so many words is taken (a docket number, "Argued …—Decided …", a caption in two parties), and
only from what stands before the opinion: the body of an opinion is full of other cases' numbers.  One file a kind of
fact: ``names``, ``courts``, ``dockets``, ``dates``, ``citations``, ``panels``, ``lineups``.
"""

from __future__ import annotations

import re
from dataclasses import fields, replace
from typing import Any

from generator.model import Case, CaseInfo
from generator.propose import citations, courts, dates, dockets, lineups, names, panels
from generator.propose.names import name_from_slug, titled

__all__ = ["completed", "front_text", "name_from_slug", "proposal", "titled"]

FILE_NAME = "the name of the file"  # an origin of facts, as people are told it
FILE_DATA = "the file's own data"
# Good for a proposal, which a person looks at, too little for a fact.
UNSURE = frozenset((FILE_NAME, dates.STANDING_ALONE))
FRONT = 6000  # characters of the text's beginning that are looked at


def completed(case: Case) -> CaseInfo:
    """The facts of the case with those that ``case.yml`` left out filled in from its text; what was said there stays.

    The first page is that of a citation of the official reports.
    """
    found, origins = proposal(case)
    gaps = {
        f.name: getattr(found, f.name)
        for f in fields(CaseInfo)
        if f.name != "dialect"
        and origins.get(f.name) not in UNSURE
        and getattr(case.info, f.name) is None
        and getattr(found, f.name) is not None
    }
    info = replace(case.info, **gaps)
    page = re.fullmatch(r"\d+ .+ (\d+)", info.citation or "")
    if info.first_page is None and page:
        info = replace(info, first_page=int(page.group(1)))
    return info


def proposal(case: Case) -> tuple[CaseInfo, dict[str, str]]:
    """What file and text tell, and for each fact where it was found (in words for the comments of a ``case.yml``).

    What a format says of the case beside its text (the fields of a JSON file) goes before what the text shows.
    """
    found, origins = _told(case)
    given = {
        f.name: getattr(case.source.facts, f.name)
        for f in fields(CaseInfo)
        if getattr(case.source.facts, f.name) is not None
    }
    return replace(found, **given), {**origins, **dict.fromkeys(given, FILE_DATA)}


def _told(case: Case) -> tuple[CaseInfo, dict[str, str]]:
    front = front_text(case)
    values, origins = dict[str, Any](), dict[str, str]()

    def found(name: str, value: object, origin: str = dates.CAPTION) -> None:
        if value is not None and name not in values:
            values[name] = value
            origins[name] = origin

    found("name", names.name(front))
    found("name", name_from_slug(case.slug, case.source.text), FILE_NAME)
    citation = citations.citation(front)
    if citation:
        found("citation", citation, "the head of the text")
        found("first_page", int(citation.rpartition(" ")[2]), "the citation")
    found("docket", dockets.docket(front))
    found("argued", dates.argued(front))
    found("decided", *dates.decided(front))
    # "MR. JUSTICE ZAPPALA   DECIDED: June 1, 2000"
    byline = next((b.text for b in case.blocks if b.kind == "byline"), "")
    found("decided", dates.decided_with(byline), "the byline")
    found("court", courts.court(front))
    found("panel", panels.panel(front))
    heads = [b.text for b in case.blocks if b.kind in ("vote", "caption")]
    found("vote", lineups.lineup(heads), "the line-up")
    return CaseInfo(**values), origins


def front_text(case: Case) -> str:
    """The text before the first paragraph of the opinion, at most ``FRONT`` characters."""
    own = [
        b.text
        for b in case.blocks
        if b.kind in ("caption", "notice") or b.writing in (None, "syllabus")
    ]
    return "\n".join(own)[:FRONT]
