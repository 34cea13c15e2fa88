"""The opinions of a case, and the cases of a site, led to each other's passages.

cross-references   ante, post, infra, supra, n. 3, Part II      generator.link.crossrefs
quotations         looked up where they stand                   generator.link.quotations
citations          of a case on this site: the quotation beside one tells the paragraph
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.cite.antecedents import INTERNAL
from generator.link.crossrefs import resolve_cross_references
from generator.link.elsewhere import placed_by_runs, placed_by_words, quoted_sources
from generator.link.pages import FixedPoint, pages_of
from generator.link.quotations import Passages, case_quotations
from generator.link.spans import by_source

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.model import Case, Reference


@dataclass(frozen=True, slots=True)
class Neighbours:
    """A case, the cases of the site that it cites, and what others know of its pages."""

    case: Case
    cited: tuple[Case, ...] = ()
    fixed: tuple[FixedPoint, ...] = ()


def interlinked(item: Neighbours) -> Case:
    """The case with targets on its cross-references and, where a quotation tells, on its citations of the site's
    cases.
    """
    case, cited = item.case, item.cited
    passages = Passages.of([case, *cited])
    case, _ = resolve_cross_references(case, passages, _repeats(case), item.fixed)
    if case.dialect == "flattened" and cited:
        case = quoted_sources(case, cited, passages)
    found = case_quotations(case, passages, {c.slug for c in cited})
    quoted = {q.reference: q.target for q in found if q.reference and q.target}
    references = [
        replace(r, target=quoted[r.source], method="quotation")
        if r.case and r.target is None and r.source in quoted and quoted[r.source][0] == r.case
        else r
        for r in case.references
    ]
    case = replace(case, references=tuple(references))
    if case.dialect == "flattened" and cited:
        case = placed_by_runs(case, cited, passages)
    placed = placed_by_words(case, cited)
    return replace(placed, quotations=tuple(found))


def neighbours_of(
    case: Case, cases: Mapping[str, Case], fixed: Sequence[FixedPoint] = ()
) -> Neighbours:
    """The case with those of ``cases`` (by slug) that it cites."""
    slugs = dict.fromkeys(r.case for r in case.references if r.case)
    return Neighbours(case, tuple(cases[s] for s in slugs if s in cases), tuple(fixed))


def fixed_points(cases: Iterable[Case]) -> dict[str, list[FixedPoint]]:
    """What the cases of a site tell of each other's pages: a pin beside words that were found in the case cited."""
    out: dict[str, list[FixedPoint]] = defaultdict(list)
    for case in cases:
        places = by_source(case.references)
        for quotation in case.quotations:
            place = places.get(quotation.reference or (0, 0))
            reference = case.references[place] if place is not None else None
            if (
                reference is None
                or not reference.case
                or quotation.target is None
                or quotation.there is None
                or quotation.target[0] == case.slug
            ):
                continue
            pages = pages_of(reference.pin)
            if len(pages) == 1 and _reporter(reference) == "U.S.":
                out[reference.case].append(
                    FixedPoint(quotation.target[1], quotation.there[0], pages[0])
                )
    return out


def _reporter(reference: Reference) -> str | None:
    """The reporter in which a pin counts, by the key of the work."""
    parts = (reference.authority or "").split(" ")
    return " ".join(parts[1:-1]) or None


def _repeats(case: Case) -> dict[int, int]:
    """Which references repeat a cross-reference (*ibid.* behind *ante, at 341*): place → place, in
    ``case.references``.
    """
    place = by_source(case.references)
    out: dict[int, int] = {}
    for k, reference in enumerate(case.references):
        origin = place.get(reference.antecedent or (0, 0))
        if reference.kind in ("id", "pin") and origin is not None and origin < k:
            origin = out.get(origin, origin)  # an ibid. on an ibid.
            if case.references[origin].kind in INTERNAL:
                out[k] = origin
    return out
