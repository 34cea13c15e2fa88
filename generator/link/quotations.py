"""The quotations of a case: words of another of its writings, or of another case of the site, looked up where they
stand.

The parts: ``quoted_marks`` (what is quoted, and before which reference), ``quoted_words`` (words made comparable),
``shingles`` and ``quoted_places`` (where they may stand), ``quoted_align`` (word by word), ``quoted_runs`` (texts
without quotation marks).  What other stages need of them can be had from here.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from generator.link.quoted_claims import SILENT, claims_in
from generator.link.quoted_marks import (
    quotation_after,
    quotation_before,
    quotations_before,
    quotations_in,
)
from generator.link.quoted_places import Passage, Passages
from generator.link.quoted_runs import Run, flattened_run_before
from generator.link.quoted_words import REPLACED, readable, words_of
from generator.link.spans import by_source
from generator.structure.pages import block_source

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from generator.model import Block, Case, Reference, Span

__all__ = [
    "ALIKE",
    "WORDS",
    "Passage",
    "Passages",
    "Quotation",
    "Run",
    "case_quotations",
    "flattened_run_before",
    "quotation_after",
    "quotation_before",
    "quotations_before",
    "quotations_in",
]

WORDS = 6  # a shorter quotation is looked up for the reference beside it, but not listed
UNATTRIBUTED = 10  # words that must agree letter for letter where no reference says whose they are
ALIKE = 0.85  # share of a flattened run's words: what has fewer is no quotation but the same thing said in other words
QUOTING = frozenset({"paragraph", "blockquote", "footnote"})
_CROSS = frozenset({"ante", "post"})
_WITHIN = frozenset({"supra-internal", "infra"})


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted passage that was looked up.  ``at`` counts in the text of ``block``, ``source`` in the source.

    ``target`` is (slug, block id) and ``there`` the span of the words in that block, both ``None`` for ``not-found``;
    ``changes`` as in ``Passage``.  ``reference`` is the source span of the reference that says whose words they are.
    """

    source: Span
    block: str
    at: Span
    match: Literal["exact", "altered", "not-found"]
    target: tuple[str, str] | None = None
    there: Span | None = None
    score: float = 0.0
    changes: tuple[tuple[str, str], ...] = ()
    reference: Span | None = None


@dataclass(frozen=True, slots=True)
class _Scope:
    """Where the words of a quotation are to be looked for."""

    slug: str
    writings: frozenset[str] | None = None
    exclude: tuple[tuple[str, str], ...] = ()


def case_quotations(case: Case, passages: Passages, cited: Collection[str]) -> list[Quotation]:
    """The quotations of a case in order.  ``cited`` holds the slugs of the site's cases that may be looked into.

    A quotation of six words or more is looked up where a reference claims it: one that follows in the same sentence or
    is the next sentence, one in whose parenthetical it stands (Bluebook Rules 1.5 and 5.1), or, only to be found,
    one that introduces it. Ten words without any reference count when they stand letter for letter in another
    writing of the case, unless both writings quote them.  In a flattened text only what is found is listed, as
    nothing tells what is quoted.
    """
    references = _by_block(case.references)
    placed = {span: case.references[k] for span, k in by_source(case.references).items()}
    lossless = case.dialect != "flattened"
    out: list[Quotation] = []
    for block, following in pairwise((*case.blocks, None)):
        if block is None or block.kind not in QUOTING or block.writing in (None, "syllabus"):
            continue
        near = references.get(block.id, [])
        if lossless:
            claims = list(claims_in(block, following, references))
        else:
            claims = []
            out += _runs(case, block, near, passages, cited, placed)
        claimed = set()
        for claim in claims:
            scope = _scope(case, block, claim.reference, cited, placed)
            claimed.add(claim.at)
            if scope is None or _length(block, claim.at) < WORDS:
                continue
            found = _find(passages, readable(block)[slice(*claim.at)], scope)
            if found or claim.sure:
                out.append(_quotation(case, block, claim.at, found, claim.reference))
        if lossless:
            out += _unattributed(case, block, claimed, passages)
    return sorted(out, key=lambda q: q.source)


def _by_block(references: Iterable[Reference]) -> dict[str, list[Reference]]:
    out: dict[str, list[Reference]] = {}
    for reference in references:
        if reference.kind not in SILENT:
            out.setdefault(reference.block, []).append(reference)
    return {block: sorted(rs, key=lambda r: r.at) for block, rs in out.items()}


def _length(block: Block, at: Span) -> int:
    """How many words a quotation has, those in brackets not counted."""
    return sum(not flag & REPLACED for flag in words_of(readable(block)[slice(*at)]).flags)


def _scope(
    case: Case,
    block: Block,
    reference: Reference,
    cited: Collection[str],
    by_source: Mapping[Span, Reference],
) -> _Scope | None:
    """Where the words that a reference claims should stand; ``None`` when it leads to no text that we have."""
    for _ in range(8):  # an id. on an id.
        if reference.antecedent is None:
            break
        earlier = by_source.get(reference.antecedent)
        if earlier is None:
            break
        reference = earlier
    own = block.writing or ""
    if reference.kind in _CROSS:
        others = [w.id for w in case.writings if w.id not in (own, "syllabus")]
        if reference.writing:
            named = [w for w in others if w.split("-")[0] == reference.writing]
            others = named or [
                w.id for w in case.writings if w.author and w.author.lower() == reference.writing
            ]
        elif reference.target:
            others = [b.writing or "" for b in case.blocks if b.id == reference.target[1]]
        return _Scope(case.slug, frozenset(others)) if others else None
    if reference.kind in _WITHIN:
        return _Scope(case.slug, frozenset({own}), ((case.slug, block.id),))
    if reference.case and reference.case != case.slug and reference.case in cited:
        return _Scope(reference.case)
    return None


def _find(passages: Passages, words: str, scope: _Scope) -> Passage | None:
    found = passages.find(words, slug=scope.slug, writings=scope.writings, exclude=scope.exclude)
    return found[0] if found else None


def _quotation(
    case: Case, block: Block, at: Span, found: Passage | None, reference: Reference | None
) -> Quotation:
    where = (block_source(case.clean, block, at), block.id, at)
    claimed = reference.source if reference else None
    if found is None:
        return Quotation(*where, "not-found", reference=claimed)
    return Quotation(
        *where,
        found.kind,
        (found.slug, found.block),
        found.at,
        found.score,
        found.changes,
        claimed,
    )


def _unattributed(
    case: Case, block: Block, claimed: Collection[Span], passages: Passages
) -> Iterator[Quotation]:
    """Long quotations that no reference claims, where another writing has the words as its own."""
    others = [w.id for w in case.writings if w.id not in (block.writing, "syllabus")]
    for at in quotations_in(block.text) if others else ():
        if at in claimed or _length(block, at) < UNATTRIBUTED:
            continue
        found = _find(passages, readable(block)[slice(*at)], _Scope(case.slug, frozenset(others)))
        if found and found.kind == "exact" and not _quoted_there(case, found):
            yield _quotation(case, block, at, found, None)


def _quoted_there(case: Case, found: Passage) -> bool:
    """Whether the other writing quotes the words too."""
    block = next(b for b in case.blocks if b.id == found.block)
    return block.kind == "blockquote" or any(
        start < found.at[1] and found.at[0] < end for start, end in quotations_in(block.text)
    )


def _runs(
    case: Case,
    block: Block,
    near: Sequence[Reference],
    passages: Passages,
    cited: Collection[str],
    by_source: Mapping[Span, Reference],
) -> Iterator[Quotation]:
    """The quotations of a flattened block: runs of words before its references."""
    after = 0
    for reference in near:
        if reference.kind == "name":
            continue
        scope = _scope(case, block, reference, cited, by_source)
        if scope:
            run = flattened_run_before(
                block.text,
                reference.at[0],
                passages,
                slug=scope.slug,
                writings=scope.writings,
                exclude=scope.exclude,
                after=after,
                elsewhere=scope.slug != case.slug,
            )
            if run and run.passage.score >= ALIKE and _length(block, run.own) >= WORDS:
                yield _quotation(case, block, run.own, run.passage, reference)
        after = reference.at[1]
