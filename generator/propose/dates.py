"""The days of argument and decision, as the head of an opinion prints them."""

from __future__ import annotations

import datetime
import re

_MONTHS = {
    m: n
    for n, m in enumerate(
        "January February March April May June July August September October November December".split(),
        start=1,
    )
}
_MONTH_OF = {month[:3]: number for month, number in _MONTHS.items()}
MONTH_DAY_YEAR = (
    r"(?P<month>"
    + "|".join([*_MONTHS, "Sept", *(month[:3] for month in _MONTHS)])
    + r")\.?\s+(?P<day>\d{1,2}),\s+(?P<year>1[789]\d\d|20\d\d)"
)
_ARGUED = re.compile(
    rf"\b(?:Argued|Heard)(?: and Submitted)?[:,]?\s+{MONTH_DAY_YEAR}", re.IGNORECASE
)
_DECIDED = re.compile(
    rf"\b(?:Decided(?: and Filed)?|Opinion (?:Filed|Delivered|Issued))[:,]?\s+{MONTH_DAY_YEAR}",
    re.IGNORECASE,
)
# "January 11, 1994, Argued", a day a line, as the services have it: there the day that follows "Argued" is another's.
_DAY_FIRST = re.compile(
    rf"(?:^|(?<=[;,] )|(?<=\d\d )){MONTH_DAY_YEAR}, (?P<what>Argued|Submitted|Decided|Filed)\b",
    re.IGNORECASE | re.MULTILINE,
)
_FILED = re.compile(rf"^\W*Filed:?\s+{MONTH_DAY_YEAR}\W*$", re.IGNORECASE | re.MULTILINE)
_ALONE = re.compile(rf"^[ \t(\[]*{MONTH_DAY_YEAR}[ \t.)\]]*$", re.MULTILINE)
# A lone date beside one of these words may be anything: the argument, the entry of a judgment.
_LABEL_ALONE = re.compile(
    r"\b(?:Argued|Heard|Submitted|Reargued|Filed|Decided)\b:?\s*$", re.IGNORECASE | re.MULTILINE
)
CAPTION, STANDING_ALONE = "the caption", "a date that stands alone in the caption"


def argued(text: str) -> datetime.date | None:
    """The day behind "Argued" or "Heard"; a second day ("October 5–6") is not known whole, and not taken."""
    days = _days_first(text)
    return days.get("argued") if days else date_of(_ARGUED.search(text))


def _days_first(text: str) -> dict[str, datetime.date | None]:
    """The days that stand before the words for them, by those words."""
    return {m["what"].lower(): date_of(m) for m in _DAY_FIRST.finditer(text)}


def decided(text: str) -> tuple[datetime.date | None, str]:
    """The day behind "Decided" or "Filed", and where it was found.

    Courts of appeals print it without a word, on a line of its own: that line counts where it is the only one.
    """
    days = _days_first(text)
    if days:
        return days.get("decided") or (days.get("filed") if len(days) > 1 else None), CAPTION
    said = date_of(_DECIDED.search(text)) or date_of(_FILED.search(text))
    if said is not None or _DECIDED.search(text) or _LABEL_ALONE.search(text):
        return said, CAPTION
    alone = list(_ALONE.finditer(text))
    return (date_of(alone[0]) if len(alone) == 1 else None), STANDING_ALONE


def decided_with(byline: str) -> datetime.date | None:
    """The day of decision that stands beside the author's name."""
    return date_of(_DECIDED.search(byline))


def date_of(match: re.Match[str] | None) -> datetime.date | None:
    """The date of a match of ``MONTH_DAY_YEAR``; ``None`` where there is no such day."""
    if not match:
        return None
    try:
        return datetime.date(
            int(match["year"]), _MONTH_OF[match["month"][:3].capitalize()], int(match["day"])
        )
    except ValueError:
        return None
