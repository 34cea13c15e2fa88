"""What is known of works beforehand, for the citations of one case."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.cite.casenames import answers_to
from generator.cite.paging import LONGEST_CASE, within_pages
from generator.cite.pins import pin_pages

if TYPE_CHECKING:
    from generator.link.authorities import Known
    from generator.model import Authority, KnownAuthority, Mention


class Shelf:
    """The known works, by volume; ``slug`` is that of the case which cites them."""

    def __init__(self, known: Known, slug: str) -> None:
        self._known, self._slug = known, slug
        self._volumes: dict[str, list[KnownAuthority]] | None = None

    def within(self, authority: Authority, pin: str | None) -> bool:
        """Whether a pin can lie in a decision: not where another is known to begin between its first page and it."""
        if not within_pages(authority, pin):
            return False
        page, starts = next(iter(pin_pages(pin)), None), list[bool]()
        for key in (authority.key, *authority.parallel):
            volume, _, first = key.rpartition(" ")
            if page is None or not first.isdigit() or not 0 <= page - int(first) <= LONGEST_CASE:
                continue
            others = {
                int(start)
                for entry in self._of_volume(volume)
                for k in (entry.authority.key, *entry.authority.parallel)
                if k.rpartition(" ")[0] == volume and (start := k.rpartition(" ")[2]).isdigit()
            }
            starts.append(not any(int(first) < start <= page for start in others))
        return any(starts) or not starts

    def completed(self, authority: Authority) -> Authority:
        """A work as it is cited here, with what is known of it."""
        entry = self._known.get(authority.key, authority.name)
        if entry is None and authority.kind == "case" and "_" in authority.key:
            entry = self._known_unpaged(authority)
        if entry is None:
            return authority
        theirs = entry.authority
        # One page can carry two cases: what is printed here is believed.
        if authority.kind == "case" and not _one_case(theirs.name, authority.name):
            return authority
        return replace(
            authority,
            key=theirs.key,
            name=authority.name or theirs.name,
            year=authority.year or theirs.year,
            court=authority.court or theirs.court,
            parallel=tuple(dict.fromkeys((*authority.parallel, *theirs.parallel))),
            note=authority.note or theirs.note,
        )

    def _known_unpaged(self, authority: Authority) -> KnownAuthority | None:
        """As in "Ashcroft v. al-Kidd, 563 U. S. ___ (2011)": the known case of that volume that answers to the name."""
        if not authority.name:
            return None
        volume = authority.key.rsplit(", ", 1)[-1].rsplit(" ", 1)[0]
        fits = [
            entry
            for entry in self._of_volume(volume)
            if entry.authority.name and answers_to(entry.authority.name, authority.name) >= 2
        ]
        return fits[0] if len(fits) == 1 else None

    def of_short_form(self, mention: Mention) -> list[Authority]:
        """A short form of a case never cited in full here: the known case of that volume and name that has the page."""
        if not mention.name or not mention.key:
            return []
        return [
            entry.authority
            for entry in self._of_volume(mention.key)
            if entry.authority.name
            and answers_to(entry.authority.name, mention.name) >= 2
            and within_pages(entry.authority, mention.pin, mention.key)
        ]

    def _of_volume(self, volume: str) -> list[KnownAuthority]:
        """The known cases in a volume ("468 U.S.")."""
        if self._volumes is None:
            self._volumes = {}
            for entry in self._known.entries(self._slug):
                if entry.authority.kind == "case":
                    for key in (entry.authority.key, *entry.authority.parallel):
                        self._volumes.setdefault(key.rsplit(" ", 1)[0], []).append(entry)
        return self._volumes.get(volume, [])


def _one_case(known: str | None, printed: str | None) -> bool:
    """Whether two names can be one case's: where either is unknown they can."""
    if not known or not printed:
        return True
    return bool(answers_to(known, printed) or answers_to(printed, known))
