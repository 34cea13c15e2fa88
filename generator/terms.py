"""The term of court in which a case was decided.

The Supreme Court of the United States names its terms by the October in which they begin: since 1917 on the first
Monday of that month (Judiciary Act of 1916, ch. 448, § 1; today 28 U.S.C. § 2), and they run until the next begins.
Older terms began otherwise, and other courts count otherwise: for those the year of the decision is all that is said.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.model import CaseInfo

SUPREME_COURT = "Supreme Court of the United States"
FIRST = 1917  # the first term that began on a first Monday of October


def first_monday(year: int) -> datetime.date:
    """The first Monday of October."""
    first = datetime.date(year, 10, 1)
    return first + datetime.timedelta(days=-first.weekday() % 7)


def term_of(info: CaseInfo) -> str | None:
    """The term in words: "October Term 1985" in the Supreme Court since 1917, else "1985"; ``None`` without a date."""
    if info.decided is None:
        return None
    year = info.decided.year
    if info.court == SUPREME_COURT and info.decided >= first_monday(FIRST):
        return f"October Term {year if info.decided >= first_monday(year) else year - 1}"
    return str(year)
