"""The chain of restoring rules, and the stage: which cases it runs on, and what it hands on to the others."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from generator.clean import truecase
from generator.conservation import hold_to_account
from generator.parallel import mapped
from generator.restore import (
    alterations,
    depositions,
    gaps,
    halves,
    lost_pins,
    syllabus_letters,
    tokens,
    versus,
)
from generator.restore.edited import Shift, compared, edited, moved_in
from generator.restore.emphasis import emphasised

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from generator.link.quotations import Quotation
    from generator.model import Case, Span
    from generator.offsets import Edit

DIALECTS = frozenset({"flattened"})


@dataclass(frozen=True, slots=True)
class RestoreRule:
    """One step.  ``apply`` proposes edits of ``case.clean.text``: in order, without overlap, never of a line's end."""

    name: str
    apply: Callable[[Case], Iterable[Edit]]


# Order matters: words and blanks first, so that capitals are given to whole words; what is put in comes last.
RULES: tuple[RestoreRule, ...] = (
    RestoreRule("halves", halves.edits),
    RestoreRule("tokens", tokens.edits),
    RestoreRule("truecase", truecase.edits),
    RestoreRule("alterations", alterations.edits),
    RestoreRule("syllabus-letters", syllabus_letters.edits),
    RestoreRule("depositions", depositions.edits),
    RestoreRule("versus", versus.edits),
    RestoreRule("lost-pins", lost_pins.edits),
    RestoreRule("gaps", gaps.edits),
)


@dataclass(slots=True)
class Cache:
    """What an earlier run of the same process restored: by slug, the case as it came, and what was made of it."""

    restored: dict[str, tuple[Case, _Restoration]] = field(default_factory=dict)
    done: dict[str, tuple[Case, Case]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Restoration:
    """A restored case, and how the offsets of its text were moved to make it, rule by rule."""

    case: Case
    shifts: tuple[Shift, ...]


def restored(case: Case, rules: Sequence[RestoreRule] = RULES) -> Case:
    """The case after all rules, with what is known to stand in italics and what differs from the source.

    Raises ``ConservationError`` (K01) when its account of every letter does not come out afterwards.
    """
    return _restoration(case, rules).case


def _restoration(case: Case, rules: Sequence[RestoreRule]) -> _Restoration:
    shifts: list[Shift] = []
    new = compared(case)
    for rule in rules:
        edits = tuple(rule.apply(new))
        if edits:
            shifts.append(Shift.of(edits))
            new = edited(new, edits, rule.name)
    new = emphasised(new)
    if shifts:
        hold_to_account(new.source, new.blocks, new.clean.repairs)
    return _Restoration(new, tuple(shifts))


# ---------------------------------------------------------------------------------------------------- the stage


@dataclass(frozen=True, slots=True)
class _Restorer:
    """``_restoration`` as worker processes can take it.  An exception comes back as a value."""

    rules: tuple[RestoreRule, ...]

    def __call__(self, case: Case) -> _Restoration | Exception:
        try:
            return _restoration(case, self.rules)
        except Exception as defect:
            return defect


def restore(
    cases: Sequence[Case],
    workers: int | None = None,
    cache: Cache | None = None,
    rules: tuple[RestoreRule, ...] | None = None,
) -> tuple[list[Case], dict[str, Exception]]:
    """All cases, in their order, the flattened ones restored; and what went wrong, by slug.

    A case that quotes a restored one is told where the words stand now.  A case to which nothing was done is the very
    same object.
    """
    rules = RULES if rules is None else rules
    cache = cache if cache is not None else Cache()
    flattened = [c for c in cases if c.dialect in DIALECTS]
    new = [c for c in flattened if not _same(cache.restored.get(c.slug), c)]
    failed: dict[str, Exception] = {}
    for case, result in zip(new, mapped(_Restorer(rules), new, workers), strict=True):
        if isinstance(result, _Restoration):
            cache.restored[case.slug] = (case, result)
        else:
            failed[case.slug] = result
    made = {c.slug: (c, cache.restored[c.slug][1]) for c in flattened if c.slug not in failed}
    out = []
    for case in cases:
        if case.slug not in failed:
            own = made[case.slug][1].case if case.slug in made else case
            out.append(_remembered(_told(own, made), cache))
    return out, failed


def _same(entry: tuple[Case, object] | None, case: Case) -> bool:
    return entry is not None and entry[0] is case


def _told(case: Case, made: Mapping[str, tuple[Case, _Restoration]]) -> Case:
    """The case with its quotations of restored cases led to the words as they stand there now."""
    quotations = tuple(_followed(q, case.slug, made) for q in case.quotations)
    return case if quotations == case.quotations else replace(case, quotations=quotations)


def _followed(
    quotation: Quotation, slug: str, made: Mapping[str, tuple[Case, _Restoration]]
) -> Quotation:
    place, there = quotation.target, quotation.there
    if not place or not there or place[0] == slug or place[0] not in made:
        return quotation
    before, restoration = made[place[0]]
    return replace(quotation, there=_place(before, restoration, place[1], there))


def _place(before: Case, restoration: _Restoration, block: str, span: Span) -> Span:
    """A span of a block's text as it was before restoration, in the text as it is now."""
    old = next((b for b in before.blocks if b.id == block), None)
    new = next((b for b in restoration.case.blocks if b.id == block), None)
    return moved_in(old, new, restoration.shifts, span) if old and new else span


def _remembered(case: Case, cache: Cache) -> Case:
    """The object that was handed out before, where the case has not changed since."""
    entry = cache.done.get(case.slug)
    if entry is not None and (entry[0] is case or entry[0] == case):
        return entry[1]
    cache.done[case.slug] = (case, case)
    return case
