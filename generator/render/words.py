"""The editorial words of a page: titles of writings, joiners, dates.  One place, so that they are always the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence

    from generator.model import Case, CaseInfo, Writing

_KIND = {
    "majority": "for the Court",
    "plurality": "announcing the judgment",
    "concurrence": "concurring",
    "concurrence-in-judgment": "concurring in the judgment",
    "concurrence-in-part-dissent-in-part": "concurring in part and dissenting in part",
    "dissent": "dissenting",
    "statement": "in a statement",
}
_NAMELESS = {
    "majority": "Opinion of the Court",
    "plurality": "Opinion announcing the judgment",
    "per-curiam": "Per curiam",
    "concurrence": "Concurring opinion",
    "concurrence-in-judgment": "Opinion concurring in the judgment",
    "concurrence-in-part-dissent-in-part": "Opinion concurring in part and dissenting in part",
    "dissent": "Dissenting opinion",
    "statement": "Statement",
    "syllabus": "Syllabus",
}


def title(writing: Writing) -> str:
    """What heads a writing: "White, for the Court", "Powell, concurring in part and dissenting in part"."""
    if writing.author is None or writing.kind in ("syllabus", "per-curiam"):
        return _NAMELESS[writing.kind]
    return f"{shown(writing.author)}, {_KIND[writing.kind]}"


def shown(name: str) -> str:
    """A name as it is printed, "O’Connor", whichever apostrophe the facts write it with."""
    return name.replace("'", "’")


def listed(things: Sequence[str]) -> str:
    """A list in running text: "digits", "digits and brackets", "digits, brackets and apostrophes"."""
    return " and ".join([", ".join(things[:-1]), things[-1]] if len(things) > 1 else things)


def names(people: Sequence[str]) -> str:
    """A list of names: "Scalia", "Scalia and Alito", "Scalia, Kennedy, and Alito"."""
    people = [shown(name) for name in people]
    if len(people) < 3:
        return " and ".join(people)
    return ", ".join(people[:-1]) + ", and " + people[-1]


def joined(writing: Writing) -> str:
    """Who joins: "Joined by Rehnquist", with the words that limit the join; empty when nobody joins."""
    if not writing.joined_by:
        return ""
    note = f" ({writing.joined_note})" if writing.joined_note else ""
    return f"Joined by {names(writing.joined_by)}{note}"


def day(date: datetime.date) -> str:
    """A date: "March 5, 1986", whatever the locale of the machine."""
    months = "January February March April May June July August September October November December".split()
    return f"{months[date.month - 1]} {date.day}, {date.year}"


def citation(info: CaseInfo) -> str:
    """How the case is cited, "475 U.S. 335 (1986)": the citation with its year, or what of it is known."""
    year = f" ({info.decided.year})" if info.decided else ""
    return f"{info.citation}{year}" if info.citation else ""


def case_name(case: Case) -> str:
    """The name from ``case.yml``, else the slug made readable."""
    return case.info.name or case.slug.replace("-", " ").capitalize()


def facts(case: Case) -> list[str]:
    """The line under the name: citation, docket, court, dates, judges; what is unknown is left out."""
    info = case.info
    return [
        fact
        for fact in (
            citation(info),
            info.docket or "",
            info.court or "",
            f"Argued {day(info.argued)}" if info.argued else "",
            f"Decided {day(info.decided)}" if info.decided else "",
            f"Before {info.panel}" if info.panel else "",
        )
        if fact
    ]
