"""The references of all cases: cite each, link them, and lead them to the passages they mean.

A case in ordinary type tells itself what it cites.  A flattened one does not: its citations are recognised by
name, from what
people wrote, what the other cases of the site cite, and the shipped table.  So the ordinary cases go first.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from generator.link.authorities import NOBODY, Known, People
from generator.link.interlink import Neighbours, fixed_points, interlinked, neighbours_of
from generator.link.resolve import Site, linked
from generator.model import Case
from generator.parallel import mapped

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Guidance:
    """What a site says of references beside its opinions: authorities that people wrote, and where to send readers."""

    people: People = NOBODY
    providers: tuple[str, ...] = ()


@dataclass(slots=True)
class Cache:
    """What an earlier run of the same process made: by slug, the case as converted, what was known, the case as
    cited.
    """

    cited: dict[str, tuple[Case, Known, Case]] = field(default_factory=dict)
    linked: dict[str, Case] = field(default_factory=dict)
    interlinked: dict[str, tuple[Neighbours, Case]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Citer:
    """``cite`` with what is known, as worker processes can take it.  An exception comes back as a value."""

    known: Known

    def __call__(self, case: Case) -> Case | Exception:
        from generator.cite.case import cite

        try:
            return cite(case, self.known)
        except Exception as defect:
            return defect


def refer(
    cases: Sequence[Case],
    guidance: Guidance,
    workers: int | None = None,
    cache: Cache | None = None,
) -> tuple[list[Case], dict[str, Exception]]:
    """The cases with references cited and linked, sorted by slug; and what went wrong, by slug."""
    cache = cache if cache is not None else Cache()
    ordinary = [c for c in cases if c.dialect != "flattened"]
    flattened = [c for c in cases if c.dialect == "flattened"]
    cited, failed = _cite(ordinary, Known.of(cases, guidance.people), workers, cache)
    known = Known.of([*cited, *flattened], guidance.people)
    more, lost = _cite(flattened, known, workers, cache)
    cited = sorted([*cited, *more], key=lambda c: c.slug)
    failed.update(lost)
    site = Site.of(cited)
    out = []
    for case in cited:
        new = linked(case, site, known, guidance.providers)
        old = cache.linked.get(case.slug)
        out.append(
            old if old == new else new
        )  # the same object, so that a page is not rendered again
    cache.linked = {case.slug: case for case in out}
    done, lost = _interlink(out, workers, cache)
    failed.update(lost)
    return done, failed


def _interlink(
    cases: Sequence[Case], workers: int | None, cache: Cache
) -> tuple[list[Case], dict[str, Exception]]:
    """Lead cross-references and quotations to their passages; then again where another case tells of the pages."""
    by_slug = {c.slug: c for c in cases}
    items = [neighbours_of(c, by_slug) for c in cases]
    done, failed = _interlinked(items, workers, cache)
    points = fixed_points(done)
    again = [
        replace(item, fixed=tuple(points[item.case.slug]))
        for item in items
        if item.case.slug in points and item.case.slug not in failed
    ]
    better, lost = _interlinked(again, workers, cache)
    failed.update(lost)
    changed = {c.slug: c for c in better}
    return [changed.get(c.slug, c) for c in done if c.slug not in failed], failed


def _interlinked(
    items: Sequence[Neighbours], workers: int | None, cache: Cache
) -> tuple[list[Case], dict[str, Exception]]:
    def key(item: Neighbours) -> str:
        return f"{item.case.slug}{'+' if item.fixed else ''}"

    new = [i for i in items if not _same(cache.interlinked.get(key(i)), i)]
    failed: dict[str, Exception] = {}
    for item, result in zip(new, mapped(_safely_interlinked, new, workers), strict=True):
        if isinstance(result, Case):
            cache.interlinked[key(item)] = (item, result)
        else:
            failed[item.case.slug] = result
    return [cache.interlinked[key(i)][1] for i in items if i.case.slug not in failed], failed


def _same(entry: tuple[Neighbours, Case] | None, item: Neighbours) -> bool:
    """Whether nothing has changed since ``entry`` was made: the very same cases, and the same known of their pages."""
    return (
        entry is not None
        and entry[0].case is item.case
        and len(entry[0].cited) == len(item.cited)
        and all(a is b for a, b in zip(entry[0].cited, item.cited, strict=True))
        and entry[0].fixed == item.fixed
    )


def _safely_interlinked(item: Neighbours) -> Case | Exception:
    try:
        return interlinked(item)
    except Exception as defect:
        return defect


def _cite(
    cases: Sequence[Case], known: Known, workers: int | None, cache: Cache
) -> tuple[list[Case], dict[str, Exception]]:
    new = [c for c in cases if not _remembered(c, known, cache)]
    failed: dict[str, Exception] = {}
    for case, result in zip(new, mapped(_Citer(known), new, workers), strict=True):
        if isinstance(result, Case):
            cache.cited[case.slug] = (case, known, result)
        else:
            failed[case.slug] = result
    return [cache.cited[c.slug][2] for c in cases if c.slug not in failed], failed


def _remembered(case: Case, known: Known, cache: Cache) -> bool:
    entry = cache.cited.get(case.slug)
    return entry is not None and entry[0] is case and entry[1] == known
