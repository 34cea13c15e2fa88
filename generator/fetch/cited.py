"""The citation that a person types: volume, reporter and page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from generator.fetch.faults import fault
from generator.link.spelling import spelled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.errors import PinciteError

_CITATION = re.compile(r"(?P<volume>\d{1,4}) (?P<reporter>\D.{0,60}?) (?P<page>\d{1,6})")
_SHOWN = 8  # cases that a message lists


class Cited(NamedTuple):
    """``475 U. S. 335`` → ``("475", "U.S.", "335")``."""

    volume: str
    reporter: str
    page: str

    def __str__(self) -> str:
        return " ".join(self)


def cited(text: str) -> Cited:
    """The citation in its one spelling; F09 for what is none."""
    match = _CITATION.fullmatch(spelled(text.strip()))
    if not match:
        raise fault(
            "F09",
            repr(text[:80]),
            "this is no citation",
            "write volume, reporter and first page: 475 U.S. 335",
        )
    return Cited(match["volume"], match["reporter"], match["page"])


def several(asked: str, cases: Iterable[tuple[str, str]], advice: str) -> PinciteError:
    """F09: more than one case begins on that page.  ``cases``: number or file, and name."""
    listed = [f"{number} ({name})" for number, name in cases]
    shown = ", ".join(listed[:_SHOWN]) + (", …" if len(listed) > _SHOWN else "")
    return fault("F09", asked, f"several cases have this citation: {shown}", advice)
