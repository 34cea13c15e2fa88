"""The tables of Supreme Court decisions that Pincite ships: which case begins on a page, which years a volume has.

Their first lines say where they come from.  An entry is made when it is asked for: most opinions name a few dozen of
the thousands.
"""

from __future__ import annotations

import functools

from generator.link.spelling import nominative
from generator.link.tables import read_rows
from generator.model import Authority, KnownAuthority

LAST_YEAR = 9999  # of a volume whose years are not known yet


@functools.cache
def shipped() -> tuple[KnownAuthority, ...]:
    """Every decision of ``generator/data/authorities.tsv``, by volume and page.

    ``seen`` is how often its page was seen cited; 0 for those that were not counted but added by hand.
    """
    return tuple(map(_entry, _table()))


@functools.cache
def shipped_at(place: int) -> KnownAuthority:
    """The entry at that place of ``shipped()``, without making the others."""
    return _entry(_table()[place])


def shipped_name(place: int) -> str:
    """The name of the entry at that place."""
    return _table()[place][2]


def on_page(key: str) -> tuple[int, ...]:
    """The places of the cases that begin on a page, ``457 U.S. 800``; the one seen most often first."""
    return _pages().get(key, ())


def shipped_called(name: str, year: int) -> str | None:
    """The citation of the one decision of that name and year; ``None`` where there is none, or several.

    Names are compared by their letters: "J. D. B. v. North Carolina", "J.D.B. v. North Carolina".
    """
    found = _named().get((_letters(name), str(year)), ())
    return found[0] if len(found) == 1 else None


def _letters(name: str) -> str:
    return "".join(c for c in name.casefold() if c.isalnum())


@functools.cache
def _named() -> dict[tuple[str, str], tuple[str, ...]]:
    out: dict[tuple[str, str], tuple[str, ...]] = {}
    for volume, page, name, year, _ in _table():
        whom = _letters(name), year
        out[whom] = (*out.get(whom, ()), f"{volume} U.S. {page}")
    return out


def volume_years(volume: int) -> tuple[int, int]:
    """First and last year of the decisions in a volume of the U.S. Reports.

    For a volume after the last known one: the last known year, and ``LAST_YEAR``.  ``ValueError`` below 1.
    """
    if volume < 1:
        raise ValueError(f"the U.S. Reports have no volume {volume}")
    table = _volumes()
    if volume <= len(table):
        return table[volume - 1]
    return table[-1][1], LAST_YEAR


def _entry(row: list[str]) -> KnownAuthority:
    volume, page, name, year, seen = row
    key = f"{volume} U.S. {page}"
    early = nominative(key) if len(volume) < 3 else None
    parallel = (early,) if early else ()
    authority = Authority("case", key, name, int(year) if year else None, None, parallel)
    return KnownAuthority(authority, "shipped", int(seen))


@functools.cache
def _table() -> tuple[list[str], ...]:
    return tuple(read_rows("authorities.tsv"))


@functools.cache
def _pages() -> dict[str, tuple[int, ...]]:
    out: dict[str, tuple[int, ...]] = {}
    for place, row in enumerate(_table()):
        key = f"{row[0]} U.S. {row[1]}"
        out[key] = (*out.get(key, ()), place)
    return out


@functools.cache
def _volumes() -> tuple[tuple[int, int], ...]:
    """First and last year of volume 1, 2, …"""
    return tuple((int(first), int(last)) for _, first, last in read_rows("us_volumes.tsv"))
