"""Writings in the making, and what is told of their authors once all of a case are known."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.justices import misread, sat_with, with_apostrophe
from generator.slugs import slugify
from generator.structure.bylines import CHIEF, LOST

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterable, Sequence

    from generator.model import CleanLine, WritingKind
    from generator.structure.bylines import VoteLine
    from generator.structure.votes import Join


@dataclass(slots=True)
class Draft:
    """A writing in the making: its byline's data and its lines in order."""

    id: str
    kind: WritingKind
    author: str | None
    joined_by: tuple[str, ...] = ()
    joined_note: str | None = None
    lines: list[CleanLine] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Divided:
    """The lines of a case by writing; of each note also the writing behind which it stands.

    ``front`` belongs to no writing: the caption before the first one of a plain text.
    """

    front: list[CleanLine]
    drafts: list[Draft]
    notes: list[tuple[CleanLine, Draft | None]]
    votes: list[VoteLine]


def complete(
    drafts: Sequence[Draft],
    votes: Sequence[VoteLine],
    joins: Iterable[Join],
    decided: datetime.date | None,
    fresh: Callable[[str], str],
) -> None:
    """Put in, in place, who joins and who wrote where the bylines alone do not tell it.

    ``votes`` and ``joins`` are what the case says of that elsewhere; ``fresh`` makes an id that no writing has yet.
    """
    _apply_votes(drafts, votes, joins)
    _name_unnamed(drafts, votes, fresh)
    if decided is not None:
        _mend_names(drafts, decided)


def _apply_votes(drafts: Sequence[Draft], votes: Sequence[VoteLine], joins: Iterable[Join]) -> None:
    """The vote line tells who joins where the byline does not."""
    for draft in drafts:
        for vote in votes:
            line = vote.of(draft.author, draft.kind)
            if line and not draft.joined_by:
                draft.joined_by, draft.joined_note = line.joined_by, line.joined_note
    for join in joins:
        own = [d for d in drafts if d.author == join.author and d.kind != "syllabus"]
        if len(own) == 1:
            own[0].joined_by = with_names(own[0], join.names)


def _name_unnamed(
    drafts: Sequence[Draft], votes: Sequence[VoteLine], fresh: Callable[[str], str]
) -> None:
    """Where no date tells who "THE CHIEF JUSTICE" is, the other Justices named may: they sat under one only.  They may
    tell as well whose name a flattened text has lost; if not, nobody wrote it.
    """
    named = {n for d in drafts for n in (d.author, *d.joined_by) if n}
    named |= {n for vote in votes for w in vote.writings for n in (w.author, *w.joined_by) if n}
    known = sorted(named - {CHIEF, LOST})
    if CHIEF in named and (chief := sat_with(known)):
        _call(drafts, CHIEF, chief, fresh)
    if LOST in named:
        _call(drafts, LOST, with_apostrophe(known), fresh)


def _call(
    drafts: Sequence[Draft], stand_in: str, name: str | None, fresh: Callable[[str], str]
) -> None:
    """Put a name, or nobody, where ``stand_in`` stands for it."""
    for draft in drafts:
        if draft.author == stand_in:
            draft.author = name
            if draft.id.startswith(surname_id(stand_in)):
                draft.id = fresh(surname_id(name) or draft.kind)
        joined = (name if n == stand_in else n for n in draft.joined_by)
        draft.joined_by = tuple(n for n in joined if n)


def _mend_names(drafts: Sequence[Draft], decided: datetime.date) -> None:
    """Who joins, where a scanner has misread the names of the Justices."""
    named = {n for d in drafts for n in (d.author, *d.joined_by) if n}
    meant = misread(named, decided)
    for draft in drafts if meant else ():
        draft.joined_by = tuple(dict.fromkeys(meant.get(n, n) for n in draft.joined_by))


def with_names(draft: Draft, names: Sequence[str]) -> tuple[str, ...]:
    """Who joins a writing, and these; nobody joins his own."""
    return tuple(n for n in dict.fromkeys((*draft.joined_by, *names)) if n != draft.author)


def surname_id(author: str | None) -> str:
    """``O'Connor`` → ``oconnor``: an id holds letters and hyphens only."""
    return slugify(re.sub(r"['’]", "", author)) if author else ""
