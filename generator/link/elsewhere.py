"""Which paragraph of another case on the site a citation means, where the text cited has lost its pages or the citing
one its pins.

By the words that are quoted before it, and by those that its sentence shares with one paragraph of the case (Okapi
BM25, see ``crossref_words``).
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.cite.case import squeezed_name
from generator.link.crossref_places import ENOUGH_WORDS, LIKELY_TOO, LIKELY_WORDS
from generator.link.crossref_words import SPOKEN_OF, Likeness, question, sentence_start, words
from generator.link.quotations import ALIKE, WORDS, Passages, flattened_run_before

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.model import Case, Reference, Span

PHRASE = 2.0  # log odds for a phrase that one block of the case alone has
PHRASE_REACH = 110  # characters before a reference in which such a phrase counts
TELLING = 5  # letters of a word that tells something


def quoted_sources(case: Case, cited: Sequence[Case], passages: Passages) -> Case:
    """Lone pins of a flattened text behind words that stand in a case of the site cited in that paragraph: they
    are its.

    What is quoted may itself name other cases, and a flattened text does not show where the quotation ends: "in Harlow
    and Leon. at." hangs on the case from which those words come.
    """
    by_slug = {c.slug: c for c in cited}
    blocks = {b.id: b for b in case.blocks}
    works = {r.case: (r.authority, r.cite) for r in case.references if r.case}
    near: dict[str, list[str]] = defaultdict(list)
    for reference in case.references:
        if reference.case and reference.case not in near[reference.block]:
            near[reference.block].append(reference.case)
    out: list[Reference] = []
    taken: dict[Span, Reference] = {}
    for reference in case.references:
        new = reference
        if reference.kind in ("id", "pin") and reference.target is None:
            before = taken.get(reference.antecedent or (0, 0))
            if before is not None:  # what repeats a corrected one is corrected with it
                new = replace(
                    reference,
                    case=before.case,
                    authority=before.authority,
                    cite=before.cite,
                    url=None,
                )
                taken[reference.source] = new
            for slug in near[reference.block]:
                if slug == reference.case or slug not in by_slug:
                    continue
                run = flattened_run_before(
                    blocks[reference.block].text,
                    reference.at[0],
                    passages,
                    slug=slug,
                    elsewhere=True,
                )
                if (
                    run
                    and run.passage.score >= ALIKE
                    and _words(blocks[reference.block].text, run.own) >= WORDS
                ):
                    authority, cite = works[slug]
                    new = replace(
                        reference,
                        case=slug,
                        authority=authority,
                        cite=cite,
                        url=None,
                        status="resolved",
                        method="quotation",
                        candidates=(),
                    )
                    taken[reference.source] = new
                    break
        out.append(new)
    return replace(case, references=tuple(out))


def placed_by_runs(case: Case, cited: Sequence[Case], passages: Passages) -> Case:
    """Citations in flattened text behind words of the case cited, however few: unlikely enough to be chance,
    they lead home.
    """
    writings = {c.slug: {w.id for w in c.writings if w.id != "syllabus"} for c in cited}
    texts = {b.id: b.text for b in case.blocks}
    out: list[Reference] = []
    before: Reference | None = None
    for reference in case.references:
        new = reference
        if reference.case in writings and reference.target is None and _has_pin(case, reference):
            after = before.at[1] if before and before.block == reference.block else 0
            run = flattened_run_before(
                texts[reference.block],
                reference.at[0],
                passages,
                slug=reference.case or "",
                writings=writings[reference.case or ""],
                after=after,
                elsewhere=True,
            )
            if run:
                target = (run.passage.slug, run.passage.block)
                new = replace(reference, target=target, method="quotation")
        if reference.kind != "name":
            before = reference
        out.append(new)
    return replace(case, references=tuple(out))


def placed_by_words(case: Case, cited: Sequence[Case]) -> Case:
    """Citations with a page of a case on the site that has lost its pages: the paragraph whose words the sentence
    shares.

    Estimated, and said so; where the words leave a doubt there is no target.  An *ibid.* without words of its own
    is where
    its antecedent is (Bluebook Rule 4.1: the same page).
    """
    by_slug = {c.slug: c for c in cited}
    likeness: dict[str, Likeness] = {}
    texts = {b.id: b.text for b in case.blocks}
    done: dict[Span, Reference] = {}
    for reference in case.references:
        new = reference
        other = by_slug.get(reference.case or "")
        if other is not None and reference.target is None and _has_pin(case, reference):
            index = likeness.setdefault(other.slug, Likeness(other))
            text = texts[reference.block]
            start = max(sentence_start(text, reference.at[0]), reference.at[0] - PHRASE_REACH)
            lead = text[start : reference.at[0]]
            chosen = _likeliest(other, index, question(text, reference.at), lead, reference)
            before = done.get(reference.antecedent or (0, 0))
            if chosen:
                best, low, high = chosen
                new = replace(
                    reference,
                    target=(other.slug, best),
                    method="page-estimate",
                    estimate=(low, high),
                )
            elif reference.pin is None and reference.kind == "id" and before and before.target:
                new = replace(
                    reference, target=before.target, method=before.method, estimate=before.estimate
                )
        done[reference.source] = new
    return replace(case, references=tuple(done[r.source] for r in case.references))


def _has_pin(case: Case, reference: Reference) -> bool:
    """Whether a reference means a passage, not the case as a whole; a flattened text has lost the figures that tell."""
    if reference.kind in ("id", "pin", "short", "supra-case"):
        return True
    return reference.kind == "full" and (reference.pin is not None or case.dialect == "flattened")


def _likeliest(
    other: Case, index: Likeness, asked: Mapping[str, float], before: str, reference: Reference
) -> tuple[str, str, str] | None:
    """The block of another case that the words speak of, and the first and last that are likely; ``None`` in doubt."""
    blocks = other.blocks
    named = {
        w.id for w in other.writings if w.author and squeezed_name(w.author) == reference.writing
    }
    fits = [
        k
        for k, b in enumerate(blocks)
        if b.kind in SPOKEN_OF
        and (b.writing in named if named else b.writing in ("majority", None) or not other.writings)
    ]
    if not fits:
        return None
    odds = index.odds(asked, [(fits[0], fits[-1] + 1)])
    for k in _phrases(other, fits, before):
        odds[k] = odds.get(k, 0.0) + PHRASE
    total = sum(math.exp(v) for v in odds.values()) + len(fits) - len(odds)
    chances = {k: math.exp(v) / total for k, v in odds.items()}
    if not chances:
        return None
    best = max(chances, key=lambda k: (chances[k], -k))
    within = sum(chances.get(k, 0.0) for k in (best - 1, best, best + 1))
    if within < LIKELY_WORDS or odds[best] < ENOUGH_WORDS:
        return None
    likely = [k for k, p in chances.items() if p >= LIKELY_TOO]
    return blocks[best].id, blocks[min([*likely, best])].id, blocks[max([*likely, best])].id


def _phrases(other: Case, fits: Sequence[int], before: str) -> Iterator[int]:
    """The blocks that alone have a phrase of two telling words which stands just before the reference: "plainly
    incompetent".
    """
    pairs = set(pairwise(_telling(before)))
    if not pairs:
        return
    places: dict[tuple[str, str], set[int]] = defaultdict(set)
    for k in fits:
        for pair in pairwise(_telling(other.blocks[k].text)):
            if pair in pairs:
                places[pair].add(k)
    for pair in sorted(places):
        if len(places[pair]) == 1:
            yield from places[pair]


def _telling(text: str) -> list[str]:
    """The words of a text that tell something, without the small ones between."""
    return [w for w in words(text) if len(w) >= TELLING]


def _words(text: str, span: Span) -> int:
    return len(text[span[0] : span[1]].split())
