"""What the fields of a cluster, and the printed head of a page, tell of the case."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from generator.propose.courts import court_of_id, full_name
from generator.propose.dockets import numbered
from generator.propose.panels import panel
from generator.read.casefacts import (
    citation_fact,
    court_fact,
    day_fact,
    entry,
    short_title,
    text_fact,
    with_citation,
)
from generator.read.courtlistener.markup import HEAD_LINES
from generator.read.reading import NO_FACTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.model import CaseInfo
    from generator.read.scribe import Line

_CITATION = re.compile(r"(\d{1,4} [A-Z][\w.' ]{0,20}? \d{1,5}) \((?:.{0,30} )?\d{4}\)")
_COURT = re.compile(r"(?:The )?(?:[A-Z][a-z]+ ){0,4}Court\b[^.;:]{0,80}\.?")
_COURT_ADDRESS = re.compile(r".*/courts/([a-z0-9_-]{1,30})/?")
_JUDGES = re.compile(r"[^\d_<>:]{3,300}")
_LEAST_JUDGES = 3  # fewer are a field's authors rather than a panel
# The reporters that a case is cited by, best first; what is in none of them comes before the last two.
_RANKS = (
    re.compile(r"U\.S\."),
    re.compile(r"F\.(?:2d|3d|4th)?|F\. Supp\.(?: [23]d)?"),
    re.compile(r"(?:Alaska|Ariz|Ark|Cal|Colo|Conn|Del|Fla|Ga|Haw|Idaho|Ill|Ind|Iowa|Kan|Ky|La|Mass|Md|Me|Mich|Minn"
               r"|Miss|Mo|Mont|N\.C|N\.D|N\.H|N\.J|N\.M|N\.Y|Neb|Nev|Ohio St|Okla|Or|Pa|R\.I|S\.C|S\.D|Tenn|Tex|Utah|Va"
               r"|Vt|W\. Va|Wash|Wis|Wyo)\.?(?: ?[2-5](?:d|th))?"),
)  # fmt: skip
_LATE = re.compile(r"(?:S\. ?Ct|L\. ?Ed|U\.S\.L\.W)\.?.*")
_NO_PAGE = re.compile(
    r"LEXIS|WL\b"
)  # databases count documents, whose numbers are no pages of a book


def printed_facts(lines: Sequence[Line]) -> CaseInfo:
    """What the head of a page of a reporter has, which begins with its citation: "627 F.3d 22 (2010)"."""
    info = NO_FACTS
    for line in lines[:HEAD_LINES]:
        if line.role == "byline":
            break
        if match := _CITATION.fullmatch(line.text):
            info = with_citation(info, match[1]) if info.citation is None else info
        elif info.citation is None:
            break
        elif info.name is None and " v. " in line.text:
            info = replace(info, name=short_title(line.text))
        elif info.court is None and _COURT.fullmatch(line.text):
            info = replace(info, court=court_fact(line.text))
        elif info.argued is None and re.match(r"(?:Argued|Heard)\b", line.text):
            info = replace(info, argued=day_fact(line.text))
    return info


def facts_of(data: dict[str, Any], printed: CaseInfo, head: str) -> CaseInfo:
    """The facts that the fields of a cluster tell, wherever they stand: beside the opinions, or in ``cluster``.

    The citation that is printed goes before the fields', for the pages are that reporter's.  So does a panel that the
    ``head`` of the text names: that is found where facts are looked for in the text.
    """
    cluster = data["cluster"] if isinstance(data.get("cluster"), dict) else data
    docket = next(
        (x for x in (cluster.get("docket"), data.get("docket")) if isinstance(x, dict)), {}
    )
    info = printed
    if info.citation is None:
        info = with_citation(info, best_citation(_citations(cluster.get("citations"))))
    exact = cluster.get("date_filed_is_approximate") is not True
    return replace(
        info,
        name=_name(cluster) or info.name,
        court=_court(docket) or _court(cluster) or info.court,
        docket=numbered(text_fact(docket.get("docket_number")))
        or numbered(text_fact(cluster.get("docket_number")))
        or info.docket,
        argued=day_fact(docket.get("date_argued")) or info.argued,
        decided=(day_fact(cluster.get("date_filed")) if exact else None) or info.decided,
        panel=None if panel(head) else judges_fact(cluster.get("judges")),
    )


def _name(cluster: dict[str, Any]) -> str | None:
    for key in ("case_name", "case_name_full", "case_name_short"):
        said = cluster.get(key)
        if isinstance(said, str) and (name := text_fact(html.unescape(said))):
            return name
    return None


def _court(data: dict[str, Any]) -> str | None:
    """The court's name: as an object says it, or by its id, which stands at the end of its address too."""
    said = data.get("court")
    name = text_fact(entry(said, "full_name")) or text_fact(entry(said, "name"))
    if name:
        return full_name(name)
    ident = data.get("court_id") or entry(said, "id")
    if not ident and isinstance(said, str):
        match = _COURT_ADDRESS.fullmatch(said)
        ident = match[1] if match else said
    return court_of_id(ident) if isinstance(ident, str) else None


def judges_fact(value: object) -> str | None:
    """The judges, where a field names so many that they are a panel, and nothing else."""
    line = text_fact(value)
    if line is None or not _JUDGES.fullmatch(line):
        return None
    names = [x for x in re.split(r",|;|\band\b", line) if x.strip()]
    return line if len(names) >= _LEAST_JUDGES else None


def _citations(value: object) -> Iterable[str]:
    for cite in value if isinstance(value, list) else []:
        if isinstance(cite, str):
            yield cite
        elif isinstance(cite, dict):
            yield " ".join(str(entry(cite, k) or "") for k in ("volume", "reporter", "page"))


def best_citation(cites: Iterable[str]) -> str | None:
    """Of parallel citations that by which the case is known: the official reporter's before the others."""
    known = [x for cite in cites if (x := citation_fact(cite)) and not _NO_PAGE.search(x)]

    def rank(cite: str) -> int:
        reporter = cite.split(" ", 1)[1].rsplit(" ", 1)[0]
        found = next((k for k, r in enumerate(_RANKS) if r.fullmatch(reporter)), None)
        return len(_RANKS) + bool(_LATE.fullmatch(reporter)) if found is None else found

    return min(known, key=rank, default=None)
