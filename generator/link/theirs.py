"""The links that a file brings with it, beside ours: where the two disagree.

Their links are never followed.  One is compared with the reference that stands on the same words: by the citation in
its address (``/c/us/475/335/``, ``/us/475/335/``), else by the parties in it (``/opinion/7/united-states-v-cronic/``);
and the same address on two works that are not one, or the other way round, is told as well.  Names are compared
loosely, by their words' first letters: a wrong alarm costs a look, and a hundred of them all trust.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from generator.slugs import slugify

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import Authority, Case, Reference, SourceLink

_CITED = re.compile(
    r"/(?:c/)?(?P<reporter>[a-z][\w.-]*)/(?P<volume>\d{1,4})/(?P<page>\d{1,5})(?:/|$|[#?.])",
    re.IGNORECASE,
)
_NAMED = re.compile(r"/opinion/(?P<id>\d{1,12})/(?P<name>[^/?#]{1,300})")
_KEY = re.compile(r"(\d{1,4}) (.+) (\d{1,5})")
_CASES = frozenset({"full", "short", "supra-case", "name", "id"})
# Words that many names share; they tell two apart only where there are no others.
_COMMON = frozenset(
    "united states state people commonwealth of the and in re ex parte matter v inc co corp ltd llc city county town"
    " board department dept bd comm commission america usa us et al".split()
)
_LEAST = 3  # letters by which words are compared


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One of their links, and our reference on its words.  ``ours`` is ``None`` where we see no citation at all."""

    link: SourceLink
    ours: Reference | None
    why: str


def disagreements(case: Case) -> Iterator[Disagreement]:
    """Where the links of the file lead elsewhere than ours, or stand where we have none; in source order."""
    works = {a.key: a for a in case.authorities}
    references = [r for r in case.references if r.kind in _CASES]
    led: dict[str, str] = {}  # by their case, the work that we see there first
    for link in case.source.links:
        theirs = _NAMED.search(link.href)
        cited = None if theirs else _CITED.search(link.href)
        if not theirs and not cited:
            continue
        ours = _on(references, link)
        if ours is None or ours.authority is None:
            yield Disagreement(link, ours, "only the file links it")
            continue
        work = works.get(ours.authority)
        if work is None or work.kind != "case":
            continue
        if cited:
            if not _same_citation(cited, work):
                yield Disagreement(link, ours, "another citation")
        elif theirs and not _alike(unquote(theirs["name"]), work):
            yield Disagreement(link, ours, "other parties")
        elif theirs and not _one(works.get(led.setdefault(theirs["id"], work.key)), work):
            yield Disagreement(link, ours, f"the file links {led[theirs['id']]} to the same case")


def _on(references: list[Reference], link: SourceLink) -> Reference | None:
    """The reference that shares most letters with the link's words."""

    def shared(ref: Reference) -> int:
        return min(ref.source[1], link.span[1]) - max(ref.source[0], link.span[0])

    best = max(references, key=shared, default=None)
    return best if best is not None and shared(best) > 0 else None


def _same_citation(cited: re.Match[str], work: Authority) -> bool:
    """Whether a work, or one of its parallel citations, is that of the address; unknown where the forms differ."""
    wanted = (cited["volume"], _bare(cited["reporter"]), cited["page"])
    keys = [m for key in (work.key, *work.parallel) if (m := _KEY.fullmatch(key))]
    if not keys or not any(_bare(m[2]) == wanted[1] for m in keys):
        return True  # another reporter's citation of what may well be the same
    return any((m[1], _bare(m[2]), m[3]) == wanted for m in keys)


def _bare(reporter: str) -> str:
    return re.sub(r"[^a-z0-9]", "", reporter.lower())


def _alike(name: str, work: Authority) -> bool:
    """Whether the parties of an address are those of the work; yes where its name is not known."""
    if work.name is None:
        return True
    theirs, ours = _words(name), _words(slugify(work.name))
    return not theirs or not ours or any(_begin_alike(a, b) for a in theirs for b in ours)


def _words(name: str) -> set[str]:
    """The words of a name by which it is known."""
    every = {w for w in name.lower().split("-") if w.isalpha() and w != "v"}
    telling = {w for w in every if w not in _COMMON and len(w) >= _LEAST}
    return telling or {w for w in every if len(w) >= _LEAST}


def _begin_alike(one: str, other: str) -> bool:
    """Whether two words may be one, abbreviated ("dept", "department"; "intl", "international")."""
    return one[:_LEAST] == other[:_LEAST] or (one[0] == other[0] and one[-1] == other[-1])


def _one(first: Authority | None, work: Authority) -> bool:
    """Whether two works are one: the same, parallel, or of the same name."""
    if first is None or first.key == work.key:
        return True
    if first.key in work.parallel or work.key in first.parallel:
        return True
    return first.name is None or work.name is None or first.name == work.name
