"""Put together what people wrote, the cases of this site and what they cite: one entry for each work."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from generator.link.authorities import alike, keys_of, replaced_by
from generator.link.shipped import shipped_at, shipped_called
from generator.link.spelling import nominative, spelled
from generator.model import Authority, KnownAuthority
from generator.terms import SUPREME_COURT

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TypeVar

    from generator.link.authorities import People
    from generator.model import Case, CaseInfo

    T = TypeVar("T", str, int)


def gathered(cases: Iterable[Case], people: People) -> tuple[KnownAuthority, ...]:
    """The entries that are not those of the shipped table alone: people's in their order, then the site's by slug.

    A name or a year is people's, else that of the case's own ``case.yml``, else the shipped table's, else the one that
    the site's opinions print most often: what one opinion prints does not rename a work for all.  The other names
    are aliases, but for a shipped one that people corrected.
    """
    drafts = _Drafts(people)
    ordered = sorted(cases, key=lambda case: case.slug)
    for case in ordered:
        drafts.add_case(case)
    for case in ordered:
        drafts.add_cited(case)
    return drafts.finished()


@dataclass(slots=True)
class _Draft:
    """One work while it is put together.  ``names`` and ``years`` are those printed, with the number of references."""

    authority: Authority
    entry: KnownAuthority | None = None
    case: Case | None = None
    names: Counter[str] = field(default_factory=Counter)
    years: Counter[int] = field(default_factory=Counter)
    parallel: dict[str, None] = field(default_factory=dict)
    seen: int = 0

    def called(self) -> list[str]:
        """Every name that it has so far, the surest first."""
        sure = [self.entry.authority.name if self.entry else None]
        sure.append(self.case.info.name if self.case else None)
        sure += self.entry.aliases if self.entry else ()
        return [name for name in sure if name] + _by_count(self.names)

    def finished(self, *, alone: bool) -> KnownAuthority:
        """The entry.  ``alone``: no other draft has this key."""
        entry, info = self.entry, self.case.info if self.case else None
        own = entry.authority if entry else Authority("case", "")
        rows = [shipped_at(place) for place in replaced_by(self._bare(), alone=alone)]
        shipped_names = [row.authority.name for row in rows]
        names = [own.name, info.name if info else None, *shipped_names, *_by_count(self.names)]
        years = [own.year, info.decided.year if info and info.decided else None]
        years += [row.authority.year for row in rows]
        years += _by_count(self.years)
        name = next(filter(None, names), None)
        wrong = {n for n in shipped_names if own.name and not alike(n, own.name)}
        aliases = dict.fromkeys((*(entry.aliases if entry else ()), *filter(None, names)))
        return KnownAuthority(
            replace(
                self.authority,
                name=name,
                year=next(filter(None, years), None),
                parallel=tuple(filter(None, (nominative(self.authority.key), *self.parallel))),
            ),
            "people" if entry else "site",
            self.seen + sum(row.seen for row in rows),
            tuple(alias for alias in aliases if alias != name and alias not in wrong),
            self.case.slug if self.case else None,
            entry.below if entry else (),
        )

    def _bare(self) -> KnownAuthority:
        names = self.called()
        authority = replace(
            self.authority, name=names[0] if names else None, parallel=tuple(self.parallel)
        )
        return KnownAuthority(
            authority, "people" if self.entry else "site", aliases=tuple(names[1:])
        )


class _Drafts:
    """All drafts, in the order of their first source, and by every key."""

    def __init__(self, people: People) -> None:
        self._drafts: list[_Draft] = []
        self._by_key: dict[str, list[_Draft]] = {}
        for entry in people.entries:
            self._new(entry.authority).entry = entry

    def add_case(self, case: Case) -> None:
        info = case.info
        bound = None if info.citation else _bound_citation(info)
        key = info.citation or bound or info.docket or info.name
        if key is None:
            return
        docket = (info.docket,) if bound and info.docket else ()
        authority = Authority("case", key, info.name, parallel=docket)
        draft = self._find(authority)
        if draft is None or draft.case is not None:
            draft = self._new(authority)
        draft.case = case

    def add_cited(self, case: Case) -> None:
        counts = Counter(r.authority for r in case.references if r.authority)
        for authority in case.authorities:
            if authority.kind == "record":
                continue
            draft = self._find(authority) or self._new(authority)
            count = sum(counts[key] for key in {authority.key, *authority.parallel})
            draft.seen += count
            if authority.name:
                draft.names[authority.name] += max(count, 1)
            if authority.year:
                draft.years[authority.year] += max(count, 1)
            self._join(draft, authority)

    def finished(self) -> tuple[KnownAuthority, ...]:
        return tuple(
            draft.finished(alone=len(self._by_key[draft.authority.key]) == 1)
            for draft in self._drafts
        )

    def _find(self, authority: Authority) -> _Draft | None:
        """The draft of the same work.  Two cases that begin on one page are told apart by their names."""
        for key in keys_of(authority):
            for draft in self._by_key.get(key, ()):
                names = draft.called()
                if authority.kind != "case" or not authority.name or not names:
                    return draft
                if any(alike(authority.name, name) for name in names):
                    return draft
        return None

    def _new(self, authority: Authority) -> _Draft:
        draft = _Draft(replace(authority, key=spelled(authority.key)))
        self._drafts.append(draft)
        self._by_key.setdefault(draft.authority.key, []).append(draft)
        self._join(draft, authority)
        return draft

    def _join(self, draft: _Draft, authority: Authority) -> None:
        """What ``authority`` says beside name and year; what is there already stays."""
        court = draft.authority.court or authority.court
        note = draft.authority.note or authority.note
        if (court, note) != (draft.authority.court, draft.authority.note):
            draft.authority = replace(draft.authority, court=court, note=note)
        for key in keys_of(authority):
            if key != draft.authority.key and key not in draft.parallel:
                draft.parallel[key] = None
                self._by_key.setdefault(key, []).append(draft)


def _bound_citation(info: CaseInfo) -> str | None:
    """Where a slip opinion, which knows no citation of its own, stands in the bound volumes: the shipped decision of
    the Supreme Court with its name and year, if it is the only one.
    """
    if not info.name or not info.decided or info.court != SUPREME_COURT:
        return None
    return shipped_called(info.name, info.decided.year)


def _by_count(counted: Counter[T]) -> list[T]:
    """The most frequent first; of equals the lesser."""
    return sorted(counted, key=lambda value: (-counted[value], value))
