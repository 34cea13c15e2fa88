"""The court, as the head of an opinion names it on a line of its own.

The federal courts are told by their form.  That a State's court is one, courts-db says; only the patterns of the
courts of that State are tried, for all of them take seconds.
"""

from __future__ import annotations

import functools
import re

from generator.propose.names import titled

_CIRCUIT = (
    r"(?P<circuit>First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Eleventh"
    r"|District of Columbia|Federal)"
)
_APPEALS = re.compile(
    rf"United States Court of Appeals,?(?: for(?: the)?)?,? {_CIRCUIT} Circuit", re.IGNORECASE
)
_DISTRICT = re.compile(
    r"United States District Court,? (?:for the )?(?P<district>(?:(?:Northern|Southern|Eastern|Western|Middle|Central)"
    r" )?District of (?:[A-Z][a-z]+ ?){1,3})",
    re.IGNORECASE,
)
_SUPREME = re.compile(r"Supreme Court of (?:the )?United States", re.IGNORECASE)
_OF_A_CIRCUIT = re.compile(r"Court of Appeals for the [\w.]+(?: \w+){0,3} Circuit")
_PLAIN_APPEALS = re.compile(r"United States Court of Appeals", re.IGNORECASE)
_STATE = re.compile(r"(?:[A-Z][\w.’'-]*(?: of)? )*(?:Court|COURT)(?:,? (?:of|the|[A-Z][\w.’'-]*))*")
_HEAD = re.compile(r"^(?:in )?(?:the )?(?=\S)", re.IGNORECASE)
_GOES_ON = re.compile(r"(?:for|of) the\b|(?:\w+ )?(?:circuit|district)\b", re.IGNORECASE)
_BELOW = re.compile(r"\b(?:from|to|of|by|in|for)(?: the)?\s*$", re.IGNORECASE)
_PLACES = {"washington d.c.": "district of columbia"}  # otherwise called by courts-db
_LONGEST = 100


def court(front: str) -> str | None:
    """The name of the first line that is a court's, not the one appealed from."""
    lines = [line.strip() for line in front.split("\n")]
    for k, line in enumerate(lines):
        if not 12 < len(line) < _LONGEST or "court" not in line.lower():
            continue
        if k and _BELOW.search(lines[k - 1]):
            continue
        after = lines[k + 1] if k + 1 < len(lines) else ""
        found = (_named(f"{line} {after}") if _GOES_ON.match(after) else None) or _named(line)
        if found:
            return found
    return None


@functools.cache
def court_of_id(ident: str) -> str | None:
    """The name of the court of a collection's id, as courts-db has it: ``scotus``, ``ca9``, ``cal``."""
    from courts_db import courts

    return next((full_name(str(c["name"])) for c in courts if c.get("id") == ident), None)


def full_name(name: str) -> str:
    """A court's name in full, as files have it in several forms: ``Court of Appeals for the First Circuit``, ``United
    States Court of Appeals, First Circuit`` → ``United States Court of Appeals for the First Circuit``.
    """
    bare = name.removeprefix("The ")
    if bare == "United States Supreme Court":
        return "Supreme Court of the United States"
    if appeals := _APPEALS.fullmatch(bare):
        return f"United States Court of Appeals for the {titled(appeals['circuit'])} Circuit"
    return f"United States {bare}" if _OF_A_CIRCUIT.fullmatch(bare) else bare


def _named(line: str) -> str | None:
    bare = _HEAD.sub("", line.strip(" .,:;*[]"), count=1)
    if _SUPREME.fullmatch(bare):
        return "Supreme Court of the United States"
    appeals = _APPEALS.fullmatch(bare)
    if appeals:
        return f"United States Court of Appeals for the {titled(appeals['circuit'])} Circuit"
    district = _DISTRICT.fullmatch(bare)
    if district:
        return f"United States District Court for the {titled(district['district'])}"
    if _PLAIN_APPEALS.fullmatch(bare):
        return titled(bare)
    if _STATE.fullmatch(bare) and _is_state_court(" ".join(bare.split())):
        return titled(bare) if bare.isupper() else bare
    return None


def _is_state_court(name: str) -> bool:
    """Whether an appellate court of courts-db is called so: "Supreme Court of Ohio", "Court of Appeals of Indiana"."""
    plain = re.sub(r"\bof the (?:State|Commonwealth) of\b", "of", name, flags=re.IGNORECASE)
    return any(
        pattern.fullmatch(plain)
        for place, patterns in _appellate().items()
        if place in plain.lower()
        for pattern in _compiled(patterns)
    )


@functools.cache
def _appellate() -> dict[str, tuple[str, ...]]:
    """The patterns of the appellate courts of each State, by the State's name in lower case."""
    from courts_db import courts

    out: dict[str, list[str]] = {}
    for entry in courts:
        place = (entry.get("location") or "").lower()
        if entry.get("system") == "state" and entry.get("type") == "appellate" and place:
            out.setdefault(_PLACES.get(place, place), []).extend(entry["regex"])
    return {place: tuple(patterns) for place, patterns in out.items()}


@functools.cache
def _compiled(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)
