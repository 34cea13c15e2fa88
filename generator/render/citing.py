"""Where something is cited, in words and links; and which cases of the site cite a case."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.render import escape, words
from generator.render.references import is_citation, labels

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.corpus import Corpus
    from generator.model import Case, Reference

SHOWN = 100  # cases listed under "Cited by"; the site's tables have the others


@dataclass(frozen=True, slots=True)
class Place:
    """A block in which something is cited.

    ``label``: "¶ 5".  ``who``: the author of a separate writing; empty in the opinion of the Court and the syllabus.
    ``full``: it is cited there by a full citation.
    """

    block: str
    label: str
    who: str = ""
    full: bool = False


@dataclass(frozen=True, slots=True)
class Citing:
    """A case of the site that cites another, and where."""

    slug: str
    name: str
    citation: str | None
    year: int | None
    places: tuple[Place, ...]


class PlaceNames:
    """The names of a case's blocks, looked up once for all that is cited in it."""

    def __init__(self, case: Case) -> None:
        separate = {
            w.id: words.shown(w.author) if w.author else words.title(w)
            for w in case.writings
            if w.id not in ("majority", "syllabus")
        }
        names = labels(case)
        self._order = {b.id: number for number, b in enumerate(case.blocks)}
        self._names = {b.id: (names[b.id], separate.get(b.writing or "", "")) for b in case.blocks}

    def of(self, references: Iterable[Reference]) -> tuple[Place, ...]:
        """Where they stand, in the order of the page; what bears one name (the syllabus) is one place."""
        found: dict[tuple[str, str], Place] = {}
        known = [r for r in references if r.block in self._order]
        for ref in sorted(known, key=lambda r: self._order[r.block]):
            label, who = self._names[ref.block]
            # Notes without a number share their name and stay apart.
            key = (label if label == "syllabus" else ref.block, who)
            before = found.get(key)
            full = ref.kind == "full" or (before is not None and before.full)
            found[key] = Place(before.block if before else ref.block, label, who, full)
        return tuple(found.values())


def places_markdown(places: Sequence[Place], page: str, *, starred: bool = True) -> str:
    """Places as "¶ 5*, ¶ 9; Powell ¶ 25, n. 2", each a link into ``page``; an asterisk marks a full citation."""
    out: list[str] = []
    who = ""
    for place in places:
        if place.who != who:
            who = place.who
            named = f'<span class="who">{escape.inline(who)}</span> ' if who else ""
            out.append(("; " if out else "") + named)
        elif out:
            out.append(", ")
        # No line ends between the sign and its number.
        label = link_text(place.label).replace("¶ ", "¶\xa0").replace("n. ", "n.\xa0")
        out.append(f"[{label}]({page}#{place.block})" + ("\\*" if place.full and starred else ""))
    return "".join(out)


def citing_index(corpus: Corpus) -> Mapping[str, tuple[Citing, ...]]:
    """For each case that others of the site cite, who does and where; the newest first.  One pass over the corpus."""
    found: dict[str, list[Citing]] = defaultdict(list)
    for case in corpus.by_date():
        cited: dict[str, list[Reference]] = defaultdict(list)
        for ref in case.references:
            slug = ref.target[0] if ref.target else ref.case
            if slug and slug != case.slug and is_citation(ref):
                cited[slug].append(ref)
        if not cited:
            continue
        names = PlaceNames(case)
        year = case.info.decided.year if case.info.decided else None
        for slug, references in cited.items():
            own = (case.slug, words.case_name(case), case.info.citation, year)
            found[slug].append(Citing(*own, names.of(references)))
    return {slug: tuple(found[slug]) for slug in sorted(found)}


def cited_by_lines(cited_by: Sequence[Citing]) -> tuple[str, ...]:
    """The list *Cited by* of a case's page, a line of Markdown each."""
    lines = [f"{citing_markdown(c, f'../{c.slug}/index.md')}" for c in cited_by[:SHOWN]]
    more = len(cited_by) - SHOWN
    return (*lines, *([f"and {counted(more, 'case')} more"] if more > 0 else []))


def citing_markdown(citing: Citing, page: str) -> str:
    """A case that cites, with the places; ``page`` leads to it."""
    case = _linked(citing.name, citing.citation, citing.year, page)
    return f"{case}: {places_markdown(citing.places, page, starred=False)}"


def case_markdown(case: Case, page: str) -> str:
    """A case of the site, linked by its name: "*Malley v. Briggs*, 475 U.S. 335 (1986)"."""
    year = case.info.decided.year if case.info.decided else None
    return _linked(words.case_name(case), case.info.citation, year, page)


def _linked(name: str, citation: str | None, year: int | None, page: str) -> str:
    behind = (f", {citation}" if citation else "") + (f" ({year})" if year else "")
    return f"[*{link_text(name)}*]({page}){escape.inline(behind)}"


def table_line(case: Case, cited_by: Sequence[Citing]) -> str:
    """The line under the facts of a case that leads to its table and to who cites it; empty where there is neither."""
    parts = []
    if any(map(is_citation, case.references)):
        cites = tally(case)
        parts.append(f"[Authorities](authorities.md){f': {cites}' if cites else ''}")
    if cited_by:
        parts.append(f"[Cited by](#cited-by) {counted(len(cited_by), 'case')} on this site")
    return " · ".join(parts)


def tally(case: Case) -> str:
    """How much a case cites, "34 works cited 78 times"; empty when that is nothing."""
    keys = {a.key for a in case.authorities}
    cited = [r for r in case.references if r.authority in keys and is_citation(r)]
    works = len({r.authority for r in cited})
    return f"{counted(works, 'work')} cited {counted(len(cited), 'time')}" if works else ""


def link_text(text: str) -> str:
    """Text that stands in the brackets of a link."""
    return escape.inline(" ".join(text.split())).replace("]", "\\]")


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 case", "1,204 cases"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
