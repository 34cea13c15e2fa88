"""How long a server asks us to wait: the header ``Retry-After``, and CourtListener's own ``wait_until`` and words."""

from __future__ import annotations

import datetime
import json
import re
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_SECONDS = re.compile(r"\d{1,9}(?:\.\d{1,6})?")
# CourtListener's guide writes ``wait_util`` where its answers have ``wait_until``.
_WORDS = re.compile(r"\bavailable in (\d{1,9}) seconds?\b")
_KEYS = ("wait_until", "wait_util")


def wait_asked_for(headers: Mapping[str, str], body: bytes, now: datetime.datetime) -> float | None:
    """Seconds from ``now``, never below 0; ``None`` where the answer does not say, or not in a form that is one.

    ``Retry-After`` holds seconds or an HTTP date (RFC 9110, 10.2.3); ``wait_until`` in a JSON body an ISO date, and
    ``detail`` a sentence ("Expected available in 30 seconds.").  A date without a zone is taken for UTC.
    """
    header = headers.get("retry-after", "").strip()
    if _SECONDS.fullmatch(header):
        return float(header)
    until = _http_date(header) or _date_in(body)
    if until is None:
        spoken = _WORDS.search(body.decode("utf-8", "replace"))
        return float(spoken[1]) if spoken else None
    if until.tzinfo is None:
        until = until.replace(tzinfo=datetime.UTC)
    return max(0.0, (until - now).total_seconds())


def _http_date(text: str) -> datetime.datetime | None:
    try:
        return parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError):
        return None


def _date_in(body: bytes) -> datetime.datetime | None:
    try:
        data = json.loads(body)
    except (ValueError, RecursionError):
        return None
    said = next((data[k] for k in _KEYS if k in data), None) if isinstance(data, dict) else None
    try:
        return datetime.datetime.fromisoformat(said) if isinstance(said, str) else None
    except ValueError:
        return None
