"""Whether two opinions are one case: by citation and docket, and by name and day.

One case may be had in several files, and one page of a reporter may carry several cases.  So a fact that agrees counts
only as long as none of the others speaks against it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from generator.casefile import load_case_info
from generator.errors import PinciteError
from generator.jobs import Job, discover
from generator.link.spelling import spelled
from generator.model import CaseInfo, Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from generator.model import Case

# "Nos. 03-2211, 03-2212" → 03-2211 and 03-2212; "12 EAP 1999" and "126, Orig." stay whole.
_NUMBERS = re.compile(r"\d+ [A-Z]{2,4} \d+|\d+, ?Orig|\d{1,3}(?:,\d{3})+|[\w:-]*\d[\w:-]*")
_VERSUS = re.compile(r"\s+(?:v|vs)\.?\s+", re.IGNORECASE)
_ASIDE = frozenset("the of a an and et al ux vir ex rel inc co corp ltd llc lp plc company".split())
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Double:
    """The slug of the opinion that is the same case, and why it is taken for it.  ``identical``: of the same bytes."""

    slug: str
    reason: str
    identical: bool = False


def same_case(one: CaseInfo, other: CaseInfo) -> str | None:
    """What shows that the two are one case ("the same citation and docket"), or ``None``.

    Enough are: the citation; the docket with the name or the day; the name with the day.  Against it speak: another
    page of the same reporter, another docket, another day; for two cases with one citation, another docket or another
    name, where nothing else agrees.
    """
    citation = _same_citation(one, other)
    docket = _compared(docket_numbers(one.docket), docket_numbers(other.docket))
    day = None if None in (one.decided, other.decided) else one.decided == other.decided
    name = None if None in (one.name, other.name) else same_name(one.name or "", other.name or "")
    agreeing = {"citation": citation, "docket": docket, "name": name, "day of decision": day}
    if citation:
        same = bool(docket or name) or (docket is None and name is None)
    else:
        against = citation is False or docket is False or day is False
        same = not against and bool((docket and (name or day)) or (name and day))
    if not same:
        return None
    return f"the same {_listed([what for what, agrees in agreeing.items() if agrees])}"


def same_name(one: str, other: str) -> bool:
    """Whether two names of cases can be one: each party of one begins as that of the other.

    ``Barclays Bank PLC v. Franchise Tax Bd.`` and ``BARCLAYS BANK v. FRANCHISE TAX BOARD OF CALIFORNIA`` can.
    """
    ones, others = _parties(one), _parties(other)
    return len(ones) == len(others) and all(
        bool(a and b) and all(_same_word(x, y) for x, y in zip(a, b, strict=False))
        for a, b in zip(ones, others, strict=True)
    )


def docket_numbers(docket: str | None) -> frozenset[str]:
    """``Nos. 03–2211 and 03–2212`` → {"03-2211", "03-2212"}."""
    plain = (docket or "").replace("–", "-").replace("—", "-")
    return frozenset(m.strip("-:").casefold() for m in _NUMBERS.findall(plain))


def double_of(info: CaseInfo, data: bytes, opinions: Path) -> Double | None:
    """The opinion in the folder ``opinions`` that is the case with these facts, or has this very file.

    A fact that a ``case.yml`` leaves out is taken from the text, as in a build.
    """
    jobs, _ = discover(opinions)
    for job in jobs:
        if same_bytes(job.path, data):
            return Double(job.slug, "the very same file", identical=True)
    for job in jobs:
        known = _facts(job)
        reason = same_case(info, known)
        if reason is None and _may_tell_more(info, known):
            reason = same_case(info, _facts_of_text(job))
        if reason is not None:
            return Double(job.slug, reason)
    return None


def double_findings(cases: Iterable[Case], places: Mapping[str, str]) -> list[Finding]:
    """X02 for every case that is the same as an earlier one, and has not the same citation, which X01 tells."""
    seen: dict[object, list[Case]] = {}
    out = []
    for case in cases:
        keys = [*sorted(docket_numbers(case.info.docket)), case.info.decided]
        near = {c.slug: c for c in chain.from_iterable(seen.get(k, ()) for k in keys if k)}
        for slug, earlier in sorted(near.items()):
            reason = same_case(earlier.info, case.info)
            if reason and not _same_citation(earlier.info, case.info):
                out.append(
                    Finding(
                        "X04",
                        places.get(case.slug, case.slug),
                        None,
                        f"this is the same case as {slug}: {reason}",
                        f"keep one, and put the other text into site_src/opinions/{slug}/witnesses/",
                    )
                )
        for key in keys:
            if key:
                seen.setdefault(key, []).append(case)
    return out


def _compared(one: frozenset[str], other: frozenset[str]) -> bool | None:
    """Whether they share a member; ``None`` where one is empty."""
    return bool(one & other) if one and other else None


def _same_citation(one: CaseInfo, other: CaseInfo) -> bool | None:
    """Whether the citations are equal; ``None`` where one is unknown, or of another reporter."""
    if not one.citation or not other.citation:
        return None
    first, second = spelled(one.citation), spelled(other.citation)
    reporters = [re.sub(r"^\d+ | \d+$", "", key) for key in (first, second)]
    return first == second if reporters[0] == reporters[1] else None


def _parties(name: str) -> list[list[str]]:
    plain = re.sub(r"\bUnited States(?: of America)?\b", "US", name, flags=re.IGNORECASE)
    plain = re.sub(r"['’.]", "", _VERSUS.sub("\n", plain)).casefold()
    return [
        [w for w in _WORD.findall(party) if w not in _ASIDE] or _WORD.findall(party)
        for party in plain.split("\n")
    ]


def _same_word(one: str, other: str) -> bool:
    """Equal, or one short for the other: its letters stand there in order, from the first on ("bd" for "board")."""
    short, long = sorted((one, other), key=len)
    if short == long:
        return True
    letters = iter(long)
    return len(short) > 1 and short[0] == long[0] and all(c in letters for c in short)


def _may_tell_more(info: CaseInfo, known: CaseInfo) -> bool:
    """Whether the text could add what decides: a fact of ours that ``case.yml`` leaves out, and no other name."""
    if info.name and known.name and not same_name(info.name, known.name):
        return False
    return any(
        getattr(info, key) is not None and getattr(known, key) is None
        for key in ("citation", "docket", "decided", "name")
    )


def _facts(job: Job) -> CaseInfo:
    try:
        return load_case_info(job.facts) if job.facts else CaseInfo()
    except PinciteError:
        return CaseInfo()  # the build says what is wrong with it


def _facts_of_text(job: Job) -> CaseInfo:
    from generator.convert import convert_file

    try:
        return convert_file(job.path, job.slug, _facts(job)).info
    except PinciteError:
        return _facts(job)


def same_bytes(path: Path, data: bytes) -> bool:
    """Whether the file at ``path`` holds just these bytes."""
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
