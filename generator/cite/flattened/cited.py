"""The cases that are cited in full in the case at hand, and the short names to which each answers.

A short form calls a case by a party that names it: not by the United States, a State or another common litigant
(Bluebook Rule 10.9(a)(i)), so ``importing,at`` is Go-Bart Importing Co. v. United States.
"""

from __future__ import annotations

import functools
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.cite.flattened.ranking import Choice
from generator.cite.flattened.vocabulary import is_name, is_remnant, lists
from generator.cite.flattened.words import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.cite.flattened.full import Named

# Ranks of short names.
PARTY, FIRST_WORD, OTHER = 3, 2, 1
_ENDING = 3  # letters
_SHORTEST = 4  # letters of an ordinary word by which a short form may call a case: "container,at"


@dataclass(slots=True)
class Work:
    """A case that is cited in full in the case at hand.

    ``places``: (text, offset) of each such citation, in order.  ``certainty``: the highest rank of its short names;
    ``OTHER`` for one that was only found by position, so that its names count in short forms but do not stand alone.
    """

    choice: Choice
    certainty: int = OTHER
    names: set[tuple[str, ...]] = field(default_factory=set)
    places: list[tuple[int, int]] = field(default_factory=list)


class CitedCases:
    """Short name → the cases cited in full that answer to it.  ``own``: the words of the name of the case at hand."""

    def __init__(self, found: Sequence[Sequence[Named]], own: frozenset[str]) -> None:
        works: dict[str, Work] = {}
        for text, named in enumerate(found):
            for one in named:
                work = works.setdefault(one.key, Work(one.choice))
                work.names.add(one.parties)
                work.places.append((text, one.start))
                if one.method in ("name", "remnant"):
                    work.certainty = PARTY
        self._by_short: dict[str, list[tuple[int, Work]]] = defaultdict(list)
        for work in works.values():
            for short, rank in _short_names(work, own).items():
                self._by_short[short].append((rank, work))
        self._endings = {short[-n:] for short in self._by_short for n in range(1, _ENDING + 1)}

    def answering(self, letters: str) -> list[Work]:
        """The cases that answer best to a short name (its letters)."""
        found = self._by_short.get(letters, [])
        best = max((rank for rank, _ in found), default=0)
        return [work for rank, work in found if rank == best]

    def may_end(self, letters: str) -> bool:
        """Whether a short name can end with these letters; a quick look before all runs of words are tried."""
        return letters[-_ENDING:] in self._endings

    def standing_alone(self) -> dict[str, list[Work]]:
        """Letters of the names that may stand alone for a case: a whole party, or its first word, with the cases."""
        return {
            short: self.answering(short)
            for short, found in self._by_short.items()
            if max(rank for rank, _ in found) >= FIRST_WORD
        }


def _short_names(work: Work, own: frozenset[str]) -> dict[str, int]:
    out: dict[str, int] = {}
    for parties in work.names:
        for short, rank in short_names_of(parties, own).items():
            out[short] = max(min(rank, work.certainty), out.get(short, 0))
    return out


def short_names_of(parties: Sequence[str], own: frozenset[str] = frozenset()) -> dict[str, int]:
    """The short names (letters) of a case with these parties, each with its rank.

    ``PARTY``: the party by which one calls the case, and the whole name; ``FIRST_WORD``: that party's first word;
    ``OTHER``: its first words, the other party, an ordinary first word ("container" of Container Corp.).
    """
    whole = " ".join(parties)
    out = {squeeze(whole): PARTY} if " " in whole else {}
    rank = PARTY
    for party in naming_parties(parties):
        words = party.split()
        if all(w in own for w in words):
            continue
        for count in range(1, len(words) + 1):
            if _tells(words, count, own):
                short = squeeze("".join(words[:count]))
                out[short] = max(_rank(words, count, rank), out.get(short, 0))
        rank = OTHER
    return out


def naming_parties(parties: Sequence[str]) -> Iterator[str]:
    """The parties by which one may call the case: none that is in very many cases, an office only for want of others.

    Of a name whose parties nobody can tell apart: what is left without a common party, or else the whole and its last
    word.
    """
    table = lists()
    if len(parties) > 1:
        telling = [p for p in parties if p not in table.common_parties]
        yield from [p for p in telling if p.split()[0] not in table.offices] or telling
        return
    whole = parties[0].removeprefix("in re ").removeprefix("ex parte ")
    for common in _longest_first():
        if whole.startswith(f"{common} ") or whole.endswith(f" {common}"):
            yield whole.removeprefix(f"{common} ").removesuffix(f" {common}")
            return
    yield whole
    last = whole.rpartition(" ")[2]
    if is_name(last) and whole == parties[0]:
        yield last


@functools.cache
def _longest_first() -> tuple[str, ...]:
    return tuple(sorted(lists().common_parties, key=lambda party: (-len(party), party)))


def _tells(words: Sequence[str], count: int, own: frozenset[str]) -> bool:
    """Whether the first ``count`` words of a party can name the case."""
    some = words[:count]
    table = lists()
    if " ".join(some) in table.common_parties or some[-1] in table.connectors:
        return False
    if all(w in own or is_remnant(w) for w in some):
        return False
    if count == len(words):
        return True
    if count == 1 and some[0] in table.first_words:
        return False
    return any(map(is_name, some)) or (len(some[0]) >= _SHORTEST and some[0] not in table.function)


def _rank(words: Sequence[str], count: int, party: int) -> int:
    if count == len(words):
        return party
    return min(party, FIRST_WORD) if count == 1 and is_name(words[0]) else OTHER


def settle(
    works: Sequence[Work], place: tuple[int, int], writing_of: Sequence[str | None]
) -> Choice:
    """Which of the cited cases that answer to one short name is meant at ``place`` (text, offset).

    One: that.  Several: the one cited last before, if in the same writing; else it cannot be said.
    """
    if len(works) == 1:
        return works[0].choice
    latest: tuple[tuple[int, int], Work] | None = None
    for work in works:
        at = bisect_left(work.places, place)
        if at and (latest is None or work.places[at - 1] > latest[0]):
            latest = work.places[at - 1], work
    if latest and _writing(writing_of, latest[0][0]) == _writing(writing_of, place[0]):
        return latest[1].choice
    every = {one.key: one for work in works for one in work.choice.everyone}
    return Choice(None, tuple(every.values()))


def _writing(writing_of: Sequence[str | None], text: int) -> str | None:
    return writing_of[text] if text < len(writing_of) else None
