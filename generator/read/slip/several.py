"""Several cases in one file: the pages of a bound volume or of a preliminary print, or slip opinions put together.

A case begins on a page of its own, with its number.  Where pages show another number than those before, they are
another case's; so are those behind the head "(Slip Opinion)", which only a first page has.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.errors import ReadError
from generator.propose.names import name as name_of_caption

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.read.slip.sheets import Sheet

TITLE = 45  # lines of a first page, within which the case's number stands
SHOWN = 5  # cases that a message names
_FIRST = re.compile(r"\(Slip Opinion\).*")
_TERM = re.compile(r"(?:\d{1,4} +)?OCTOBER TERM, \d{4}(?: +\d{1,4})?")
_COURT = re.compile(r"(?:IN THE )?SUPREME COURT OF THE UNITED STATES", re.IGNORECASE)
_LINE = re.compile(r"Nos?\. ?\d+[-–−]\d+.*")
_NUMBER = re.compile(r"\b(\d{1,3})[-–−](\d{1,5})\b")


@dataclass(frozen=True, slots=True)
class Found:
    """A case within a file: the index of its first sheet, and its name where one is printed there."""

    sheet: int
    name: str | None


def cases_of(sheets: Sequence[Sheet]) -> list[Found]:
    """The cases of a file, in order; one at least where there is a sheet."""
    out: list[Found] = []
    numbers: set[tuple[str, str]] = set()
    for k, sheet in enumerate(sheets):
        own = _numbers(sheet) if _is_first(sheet) else set()
        first = any(_FIRST.fullmatch(line.text) for line in sheet.head)
        if k == 0 or (first and k) or (own and numbers and not own & numbers):
            out.append(Found(k, _name(sheets[k : k + 2])))
            numbers = set()
        numbers |= own
    return out


def _is_first(sheet: Sheet) -> bool:
    """Whether a page can be the first of a case or of a writing."""
    if any(_TERM.fullmatch(line.text) or _FIRST.fullmatch(line.text) for line in sheet.head):
        return True
    return any(_COURT.fullmatch(line.text) for line in sheet.body[:TITLE])


def _numbers(sheet: Sheet) -> set[tuple[str, str]]:
    """The case's numbers in the lines of the title that begin with "No."."""
    out: set[tuple[str, str]] = set()
    lines = sheet.body[:TITLE]
    for k, line in enumerate(lines):
        if _LINE.fullmatch(line.text):
            after = lines[k + 1].text if k + 1 < len(lines) else ""
            more = after if re.match(r"(?:and |\d+[-–−]\d+)", after) else ""
            out |= set(_NUMBER.findall(f"{line.text} {more}".split("Argued")[0]))
    return out


def _name(sheets: Sequence[Sheet]) -> str | None:
    """The short name of the heads, else that of the title."""
    heads = [re.sub(r"^\d+\s+", "", line.text) for sheet in sheets for line in sheet.head]
    title = [line.text for line in sheets[0].body[:TITLE]]
    return next((n for n in map(name_of_caption, [*heads, *title]) if n), None)


def refuse_several(
    sheets: Sequence[Sheet], place: str, where: Callable[[Sheet], str], advice: str
) -> None:
    """Raise R13 where a file holds more than one case; ``where`` says in words where a sheet begins."""
    found = cases_of(sheets)
    if len(found) < 2:
        return
    named = [f"{x.name or 'a case'} ({where(sheets[x.sheet])})" for x in found[:SHOWN]]
    more = f" and {len(found) - SHOWN} more" if len(found) > SHOWN else ""
    raise ReadError(
        f"the file holds {len(found)} cases: {', '.join(named)}{more}",
        code="R13",
        file=place,
        advice=advice,
    )
