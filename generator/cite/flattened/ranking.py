"""Which of the cases of one name is meant: by date, by what the parentheses tell, by how often each is cited."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.justices import offices, surname

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    from generator.cite.flattened.tails import Tail
    from generator.model import Authority, KnownAuthority

# One of several cases of a name is taken when it has this share of all their citations: the share is the chance that
# it is meant.  In 23 opinions of which the citations are known, the most cited of several was the right one in only 5
# of 9 with a share of .6 to .8.  A name that only one known case has was right in 341 of 356.
CLEAR_SHARE = 0.8
# A case of this site, or one that people entered, weighs as one more often cited: it is what the site is about.
_OWN_WEIGHT = 4
_LEAST_SEEN = 1


@dataclass(frozen=True, slots=True)
class Choice:
    """The case that is meant, or the ones between which it could not be decided, best first; both empty: none fits."""

    authority: Authority | None = None
    candidates: tuple[Authority, ...] = ()

    @property
    def everyone(self) -> tuple[Authority, ...]:
        """The authority, or the candidates."""
        return (self.authority,) if self.authority else self.candidates


def choose(
    known: Iterable[KnownAuthority], decided: datetime.date | None, tail: Tail | None = None
) -> Choice:
    """Choose among cases of one name.

    A case decided in a later year than the citing one cannot be cited; "(opinion of Jackson, J.)" tells the years in
    which that Justice sat; what follows in a reporter of other courts is none of these; of the rest the one that has
    ``CLEAR_SHARE`` of the citations.
    """
    fitting = _unlike(known)
    if decided is not None:
        fitting = [
            k for k in fitting if k.authority.year is None or k.authority.year <= decided.year
        ]
    if tail is not None:
        if tail.lower_court:
            fitting = [k for k in fitting if k.authority.court is not None]
        if tail.author and len(fitting) > 1:
            fitting = [k for k in fitting if sat_in(tail.author, k.authority.year)] or fitting
        if tail.per_curiam and any(k.authority.note == "per curiam" for k in fitting):
            fitting = [k for k in fitting if k.authority.note == "per curiam"]
    if not fitting:
        return Choice()
    fitting.sort(key=lambda k: (-weight(k), -(k.authority.year or 0), k.authority.key))
    best = fitting[0]
    if weight(best) >= CLEAR_SHARE * sum(map(weight, fitting)):
        return Choice(best.authority)
    return Choice(None, tuple(k.authority for k in fitting))


def weight(known: KnownAuthority) -> int:
    """How much speaks for a case before the text is read."""
    seen = max(known.seen, _LEAST_SEEN)
    return seen if known.origin == "shipped" else seen * _OWN_WEIGHT


def sat_in(author: str, year: int | None) -> bool:
    """Whether a Justice of this surname sat in ``year``; an unknown year may be any."""
    if year is None:
        return True
    name = surname(author)
    return any(
        o.surname == name and o.first.year <= year <= (o.last.year if o.last else 9999)
        for o in offices()
    )


def _unlike(known: Iterable[KnownAuthority]) -> list[KnownAuthority]:
    """Each case once: people's and the site's entry before the shipped one."""
    out: dict[str, KnownAuthority] = {}
    for one in known:
        before = out.get(one.authority.key)
        if before is None or (before.origin == "shipped" and one.origin != "shipped"):
            out[one.authority.key] = one
    return list(out.values())
