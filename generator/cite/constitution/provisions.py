"""The provisions and their keys: numbers of amendments, abbreviations of States, clauses that have a name."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from generator.cite.mentions import table
from generator.model import Authority

if TYPE_CHECKING:
    from collections.abc import Iterable


@functools.cache
def amendments() -> dict[str, int]:
    """The spellings of an amendment's number, in lower case: ``{"fourteenth": 14, "xiv": 14, "14th": 14}``."""
    out: dict[str, int] = {}
    for number, roman, ordinal in table("constitution_amendments"):
        with_ends = (number + end for end in ("th", "st", "nd", "rd", "d"))
        for spelling in (number, roman, ordinal, ordinal.replace("-", " "), *with_ends):
            out[spelling.lower()] = int(number)
    return out


@functools.cache
def states() -> dict[str, str]:
    """The spellings of a State, in lower case without periods and blanks, and its abbreviation: ``{"cal": "Cal."}``."""
    return {
        squeezed(spelling): row[1]
        for row in table("constitution_states")
        for spelling in spellings_of_state(row)
    }


def spellings_of_state(row: tuple[str, ...]) -> list[str]:
    """The spellings in one row of the table: name, abbreviation, older ones."""
    name, abbreviation, *old = row
    spaced = abbreviation.replace(".", ". ").strip()
    return [s for s in (name, abbreviation, spaced, *"".join(old).split("|")) if s]


@functools.cache
def clauses() -> dict[str, tuple[str, ...]]:
    """Named clauses in lower case without ``Clause``, and the keys they may mean, the likeliest first."""
    return {
        name.lower(): tuple(f"U.S. Const. {place}" for place in provisions.split("|"))
        for name, provisions in table("constitution_clauses")
    }


def amendment(number: int, place: str = "") -> Authority:
    """The authority of an amendment: ``amendment(14, ", § 1").key == "U.S. Const. amend. XIV, § 1"``."""
    roman = table("constitution_amendments")[number - 1][1]
    return Authority("constitution", f"U.S. Const. amend. {roman}{place}")


def squeezed(text: str) -> str:
    """Without blanks and periods, in lower case."""
    return re.sub(r"[\s.]+", "", text).lower()


def alternatives(spellings: Iterable[str]) -> str:
    """A regular expression for any of ``spellings``, the longest first; blanks are runs of blanks."""
    longest = sorted(set(spellings), key=lambda s: (-len(s), s))
    escaped = (re.escape(s).replace(r"\ ", r"\s{1,4}").replace(r"\-", r"[-\s]") for s in longest)
    return "|".join(escaped)
