"""The Justices who sat in a case: the Court prints their names, and their title, in capitals.

``JUSTICE KAGAN delivered the opinion``, ``opinion of ALITO, J.``; of those who sat before them, ``Justice Powell``.
"""

from __future__ import annotations

import datetime
import functools
from typing import TYPE_CHECKING

from generator.justices import offices

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.model import Case

_STANCES = ("concurring", "dissenting")
# What may lie between a name and a stance: "kagan, concurring", "o'connor, j., dissenting".
_SUFFIXES = frozenset({"c", "j", "jj"})


def sitting(case: Case) -> frozenset[str]:
    """Surnames in lower case of the Justices who sat, those who took no part too.

    By the day of the decision; without one, by the years that all Justices named in the bylines and the vote shared.
    """
    named = {
        name.lower() for w in case.writings for name in (w.author, *w.joined_by) if name is not None
    }
    if case.info.decided:
        day = case.info.decided
        return frozenset(o.surname.lower() for o in offices() if o.held_on(day))
    terms = [o for o in offices() if o.surname.lower() in named]
    last_of = {
        name: max(o.last or datetime.date.max for o in terms if o.surname.lower() == name)
        for name in {o.surname.lower() for o in terms}
    }
    if not last_of:
        return frozenset(named)
    until = min(last_of.values())
    since = max(
        (o.first for o in terms if o.first <= until and (o.last or datetime.date.max) >= until),
        default=until,
    )
    together = {
        o.surname.lower()
        for o in offices()
        if o.first <= since and (o.last or datetime.date.max) >= until
    }
    return frozenset(named | together)


@functools.cache
def surnames() -> dict[str, str]:
    """Every Justice's surname by its lower case."""
    return {o.surname.lower(): o.surname for o in offices()}


def in_capitals(
    words: Sequence[str], gaps: Sequence[str], bench: frozenset[str]
) -> Iterable[tuple[int, str]]:
    """The words of one line that name a Justice as such, with their spelling."""
    names = surnames()
    if names.keys().isdisjoint(words) and "justice" not in words:
        return
    for i, word in enumerate(words):
        if word == "justice" or word == "justices":
            yield from _titled(i, words, gaps, bench, names)
        elif word in names and (_author(i, words) or _of(i, words)):
            yield i, word.upper() if word in bench else names[word]


def _titled(
    i: int, words: Sequence[str], gaps: Sequence[str], bench: frozenset[str], names: dict[str, str]
) -> Iterable[tuple[int, str]]:
    """``justice kagan``, ``chief justice roberts``, ``the chief justice``."""
    chief = i > 0 and words[i - 1] == "chief" and gaps[i] == " "
    name = words[i + 1] if i + 1 < len(words) and gaps[i + 1] == " " else ""
    if name in names:
        capitals = name in bench
        if chief:
            yield i - 1, "CHIEF" if capitals else "Chief"
        yield i, words[i].upper() if capitals else words[i].capitalize()
        yield i + 1, name.upper() if capitals else names[name]
    elif chief and i > 1 and words[i - 2] == "the" and words[i] == "justice" and bench:
        yield i - 2, "THE"
        yield i - 1, "CHIEF"
        yield i, "JUSTICE"


def _author(i: int, words: Sequence[str]) -> bool:
    """Whether a stance follows: ``kagan, concurring``."""
    k = i + 1
    while k < len(words) and words[k] in _SUFFIXES:
        k += 1
    return k < len(words) and words[k] in _STANCES


def _of(i: int, words: Sequence[str]) -> bool:
    """``opinion of alito``."""
    return i > 1 and words[i - 1] == "of" and words[i - 2] in ("opinion", "opinions")
