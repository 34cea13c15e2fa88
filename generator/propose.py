"""Facts about a case that its own text or file name tells, where ``case.yml`` does not.

Only what is printed in so many words is taken (a docket number, "Argued …—Decided …", a caption in two parties), and
only from what stands before the opinion: the body of an opinion is full of other cases' numbers.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import fields, replace
from typing import Any

from generator.model import Case, CaseInfo

_PARTY_END = r",|\bet al\b|\s+Nos?\.|\s+(?:Argued|Decided|Certiorari|On writ|Appeal from)\b"
FILE_NAME = "the name of the file"  # an origin of facts, as people are told it
FRONT = 6000  # characters of the text's beginning that are looked at
_MONTHS = {
    m: n
    for n, m in enumerate(
        "January February March April May June July August September October November December".split(),
        start=1,
    )
}
_DATE = r"(?P<month>" + "|".join(_MONTHS) + r")\s+(?P<day>\d{1,2}),\s+(?P<year>1[789]\d\d|20\d\d)"
_DOCKET = re.compile(r"\bNos?\.\s?(?P<number>\d{1,4}[-–]\d{1,6}|\d{2,5})\b")
_CITATION = re.compile(r"^\W*(?P<volume>\d{1,3})\s+U\.\s?S\.\s+(?P<page>\d{1,4})\b", re.MULTILINE)
_ARGUED = re.compile(rf"\bArgued\s+{_DATE}", re.IGNORECASE)
_DECIDED = re.compile(rf"\bDecided\s+{_DATE}", re.IGNORECASE)
_VERSUS = re.compile(
    r"^\s*(?!(?:See|Cf|In|Compare)\b)(?P<first>[A-Z][\w.,&'’ -]{1,60}?)"
    r"\s+v\.\s+(?P<second>[A-Z][\w.,&'’ -]{1,60}?)\s*$",
    re.MULTILINE,
)
_COURT = re.compile(
    r"^\s*(?:IN THE\s+)?(?P<court>(?:SUPREME COURT OF THE UNITED STATES|UNITED STATES COURT OF APPEALS)"
    r"(?:[ ,]+(?!SYLLABUS)[A-Z]+)*)[ ]*$",
    re.MULTILINE | re.IGNORECASE,
)
_SMALL = frozenset("a an and for in of on the to v ex rel re".split())


def completed(case: Case) -> CaseInfo:
    """The facts of the case with those that ``case.yml`` left out filled in from its text; what was said there stays.

    The first page is that of a citation of the official reports.
    """
    found, origins = proposal(case)
    gaps = {
        f.name: getattr(found, f.name)
        for f in fields(CaseInfo)
        if f.name != "dialect"
        and origins.get(f.name) != FILE_NAME  # good for a proposal, too little for a fact
        and getattr(case.info, f.name) is None
        and getattr(found, f.name) is not None
    }
    info = replace(case.info, **gaps)
    page = re.fullmatch(r"\d+ .+ (\d+)", info.citation or "")
    if info.first_page is None and page:
        info = replace(info, first_page=int(page.group(1)))
    return info


def proposal(case: Case) -> tuple[CaseInfo, dict[str, str]]:
    """What the text tells, and for each fact where it was found (in words for the comments of a ``case.yml``)."""
    front = front_text(case)
    values, origins = dict[str, Any](), dict[str, str]()

    def found(name: str, value: object, origin: str) -> None:
        if value is not None:
            values[name] = value
            origins[name] = origin

    name = _name(front)
    if name:
        found("name", name, "the caption")
    else:
        found("name", name_from_slug(case.slug), FILE_NAME)
    citation = _CITATION.search(front)
    if citation:
        found("citation", f"{citation['volume']} U.S. {citation['page']}", "the head of the text")
        found("first_page", int(citation["page"]), "the citation")
    docket = _DOCKET.search(front)
    if docket:
        found("docket", f"No. {docket['number'].replace('–', '-')}", "the caption")
    found("argued", _date(_ARGUED.search(front)), "the caption")
    found("decided", _date(_DECIDED.search(front)), "the caption")
    court = _COURT.search(front)
    if court:
        found("court", titled(court["court"].strip()), "the caption")
    return CaseInfo(**values), origins


def front_text(case: Case) -> str:
    """The text before the first paragraph of the opinion, at most ``FRONT`` characters."""
    own = [
        b.text
        for b in case.blocks
        if b.kind in ("caption", "notice") or b.writing in (None, "syllabus")
    ]
    return "\n".join(own)[:FRONT]


def name_from_slug(slug: str) -> str | None:
    """``malley-v-briggs`` → "Malley v. Briggs"; ``None`` for a slug that names no two parties."""
    parties = slug.split("-v-")
    if len(parties) != 2 or not all(parties):
        return None
    return " v. ".join(titled(p.replace("-", " ")) for p in parties)


def titled(text: str) -> str:
    """Words with capitals but for the small ones: "court of the united states" → "Court of the United States"."""
    words = text.split()
    return " ".join(
        w.lower() if i and w.lower() in _SMALL else w[:1].upper() + w[1:].lower()
        for i, w in enumerate(words)
    )


def _name(front: str) -> str | None:
    match = _VERSUS.search(front)
    if not match:
        return None
    parties = []
    for party in (match["first"], match["second"]):
        short = re.split(_PARTY_END, party, maxsplit=1, flags=re.IGNORECASE)[0].strip()
        if re.search(
            r"\bcourt\b", short, re.IGNORECASE
        ):  # the head of the page has run into the caption
            return None
        parties.append(titled(short) if short.isupper() else short)
    return " v. ".join(parties) if all(parties) else None


def _date(match: re.Match[str] | None) -> datetime.date | None:
    if not match:
        return None
    try:
        return datetime.date(
            int(match["year"]), _MONTHS[match["month"].capitalize()], int(match["day"])
        )
    except ValueError:
        return None
