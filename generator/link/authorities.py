"""What is known of authorities before a text is read, with look-ups by citation.

Three sources: what people wrote (``authorities.yml``), the cases of this site and what they cite, and the shipped table
of Supreme Court decisions.  Where they differ, people come first, then the cases of this site, then the shipped table.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.link.shipped import on_page, shipped, shipped_at, shipped_name, volume_years
from generator.link.spelling import spelled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model import Authority, Case, KnownAuthority

__all__ = ["NOBODY", "Known", "People", "shipped", "spelled", "volume_years"]

# Words that two different names share too often to tell anything.
_COMMON_WORDS = frozenset(
    "united states state people city county town village board commission company corporation commissioner department "
    "district court national bank insurance railroad parte".split()
)


@dataclass(frozen=True, slots=True)
class People:
    """What people wrote of authorities: the entries, where to send the reader, and which entries are of one case only.

    ``urls`` and ``only_in`` are pairs: a key and an address, a key and the slug of a case.
    """

    entries: tuple[KnownAuthority, ...] = ()
    urls: tuple[tuple[str, str], ...] = ()
    only_in: tuple[tuple[str, str], ...] = ()


NOBODY = People()


@dataclass(frozen=True, slots=True)
class Known:
    """Every authority that is known, with look-ups.

    ``own`` are the entries of people and of this site, completed from the shipped table where that has them.  Only they
    travel when a ``Known`` is pickled; the shipped table is read in each process.
    """

    own: tuple[KnownAuthority, ...] = ()
    urls: tuple[tuple[str, str], ...] = ()
    only_in: tuple[tuple[str, str], ...] = ()
    _index: dict[str, tuple[KnownAuthority, ...]] = field(init=False, repr=False, compare=False)
    _replaced: frozenset[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        index: dict[str, tuple[KnownAuthority, ...]] = {}
        replaced: set[int] = set()
        for entry in self.own:
            for key in keys_of(entry.authority):
                index[key] = (*index.get(key, ()), entry)
        for entry in self.own:
            replaced.update(replaced_by(entry, alone=len(index[spelled(entry.authority.key)]) == 1))
        object.__setattr__(self, "_index", index)
        object.__setattr__(self, "_replaced", frozenset(replaced))

    def __reduce__(self) -> tuple[object, ...]:
        return Known, (self.own, self.urls, self.only_in)

    @classmethod
    def of(cls, cases: Iterable[Case], people: People = NOBODY) -> Known:
        """What is known once ``cases``, those of this site, are.  Their order does not matter.

        Of each case: itself, under its citation (else its docket number, else its name), and the works that it cites,
        with the number of its references to them.  The record and the briefs are left out: they are those of one case.
        """
        from generator.link.gathering import gathered

        return cls(gathered(cases, people), people.urls, people.only_in)

    def get(self, key: str, name: str | None = None) -> KnownAuthority | None:
        """The authority that has ``key`` as its key or beside it, however it is spelled; ``None`` when unknown.

        Where several cases begin on one page, ``name`` tells which is meant; without it the first is.
        """
        wanted = spelled(key)
        found = [*self._index.get(wanted, ())]
        found += [shipped_at(n) for n in on_page(wanted) if n not in self._replaced]
        if name and len(found) > 1:
            for entry in found:
                if any(alike(name, other) for other in (entry.authority.name, *entry.aliases)):
                    return entry
        return found[0] if found else None

    def name_for(self, key: str) -> str | None:
        """The name of the authority with this key; ``None`` when it is unknown or has none."""
        entry = self.get(key)
        return entry.authority.name if entry else None

    def url_of(self, key: str) -> str | None:
        """The address that people gave for this authority; it goes before those of the providers."""
        if not self.urls:
            return None
        entry = self.get(key)
        wanted = {spelled(key), *(keys_of(entry.authority) if entry else ())}
        return next((url for known, url in self.urls if known in wanted), None)

    def entries(self, slug: str | None = None) -> tuple[KnownAuthority, ...]:
        """All of them: people's, then the site's, then the shipped ones that neither replaces.

        Without the entries that people bound to one case, unless it is the case ``slug``.
        """
        rest = tuple(e for n, e in enumerate(shipped()) if n not in self._replaced)
        return self.own_entries(slug) + rest

    def own_entries(self, slug: str | None = None) -> tuple[KnownAuthority, ...]:
        """Those of people and of this site alone."""
        bound = {key for key, only in self.only_in if only != slug}
        return tuple(entry for entry in self.own if spelled(entry.authority.key) not in bound)


def keys_of(authority: Authority) -> tuple[str, ...]:
    """The key and those beside it, each in its one spelling."""
    return tuple(dict.fromkeys(map(spelled, (authority.key, *authority.parallel))))


def replaced_by(entry: KnownAuthority, *, alone: bool) -> tuple[int, ...]:
    """The places in the shipped table of the case that ``entry`` is, for which it stands from now on.

    People mean the case of their page, whatever it is called; where there are several, in the table or (not ``alone``)
    among the entries, the one with such a name.
    """
    if entry.authority.kind != "case":
        return ()
    names = [n for n in (entry.authority.name, *entry.aliases) if n]
    out = []
    for key in keys_of(entry.authority):
        places = on_page(key)
        sure = not names or (entry.origin == "people" and len(places) == 1 and alone)
        for place in places:
            if sure or any(alike(shipped_name(place), name) for name in names):
                out.append(place)
    return tuple(out)


def alike(one: str | None, other: str | None) -> bool:
    """Whether two names share a word that tells something: ``Leon`` and ``United States v. Leon``."""
    return one == other or bool(_telling(one) & _telling(other))


def _telling(name: str | None) -> frozenset[str]:
    """The words of three letters and more; those that many names share only when there are no others."""
    bare = "".join(c if c.isalpha() else " " for c in (name or "").replace("'s", "").casefold())
    words = frozenset(word for word in bare.split() if len(word) > 2)
    return words - _COMMON_WORDS or words
