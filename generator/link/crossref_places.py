"""Which passage of a writing is meant: the quotation, the words of the sentence and the page, weighed together.

Every kind of evidence gives log odds to blocks, and they add up; what is left over is the chance that another block is
meant, so a target is only given where the sum of the evidence makes it likely enough.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.link.crossref_words import question, words
from generator.link.quotations import flattened_run_before, quotation_after, quotations_before

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.link.crossref_words import Likeness
    from generator.link.crossref_writing import Choice
    from generator.link.pages import PageMap, Shares
    from generator.link.quotations import Passages
    from generator.model import Case, Reference, Span

A_WORD = 1.4  # log odds for each word of a quotation that stands in a block …
MOST = 8.0  # … up to this
ALTERED = 0.8  # the weight of a quotation that is not word for word
FURTHER_OFF = 0.5  # the weight of a quotation before the last one
QUOTATIONS = 3  # that are looked at
SURE_WORDS = 3  # a quotation of so many words decides, unless the page rules it out; …
CERTAIN_WORDS = 6  # … one of so many that stands in one place only decides even then
SURE_SCORE = 0.9
STRING = 8  # characters, at most, between two references without a word between them
IN_A_NOTE = -5.0  # log odds of a note where the reference names none (fitted on 457 references)
A_BIT = 0.08  # log odds for a bit of evidence of a run without quotation marks (fitted on 138 references) …
BY_CHANCE = 8.0  # … above so many, which any two writings of a case have in common
# A target is given from these probabilities on; benchmarks/pinpoints.py measures what comes of them.
LIKELY_PAGE = 0.4
LIKELY_WORDS = 0.6
LIKELY_OWN_WORDS = 0.85
ENOUGH_WORDS = 5.5  # log odds: a dozen rare words near the reference
LIKELY_TOO = 0.1
RULED_OUT = 0.1


@dataclass(slots=True)
class Asked:
    """A cross-reference whose passage is sought.

    ``kind``, ``choices`` and ``pages`` are those of the reference that an *ibid.* repeats.  ``ranges`` are the blocks
    of each choice that may be meant (half-open, by their places in the case).  Evidence: ``odds`` are the log odds of
    single blocks; ``at`` where in a block the words stand; ``quoted`` the block with the quotation, ``certain`` that it
    is the only one.
    """

    index: int
    reference: Reference
    block: int
    kind: str
    choices: Sequence[Choice]
    ranges: Sequence[Span]
    pages: Sequence[Span]
    odds: dict[int, float] = field(default_factory=dict)
    at: dict[int, int] = field(default_factory=dict)
    quoted: int | None = None
    certain: bool = False

    def favour(self, k: int) -> float:
        """The log odds of a block, its writing's weight among the choices included."""
        weight = next(
            (c.weight for c, r in zip(self.choices, self.ranges, strict=True) if r[0] <= k < r[1]),
            0.0,
        )
        return weight + self.odds.get(k, 0.0)

    def holds(self, k: int) -> bool:
        """Whether a block may be meant."""
        return any(low <= k < high for low, high in self.ranges)

    def chances(self) -> dict[int, float]:
        """The probability of each block that has any evidence for it."""
        likely: dict[int, float] = {}
        rest = 0.0
        for choice, (low, high) in zip(self.choices, self.ranges, strict=True):
            mine = {k: math.exp(choice.weight + o) for k, o in self.odds.items() if low <= k < high}
            rest += math.exp(choice.weight) * max(0, high - low - len(mine))
            likely.update(mine)
        total = rest + sum(likely.values())
        return {k: p / total for k, p in likely.items()} if total else {}


class Evidence:
    """Gathers the evidence for the references of a case."""

    def __init__(self, case: Case, likeness: Likeness, passages: Passages | None) -> None:
        self._case = case
        self._likeness = likeness
        self._passages = passages
        self._places = {b.id: k for k, b in enumerate(case.blocks)}
        self._memo: dict[tuple[str, int, tuple[Span, ...]], dict[int, tuple[float, int]]] = {}

    def weigh(self, asked: Asked, before: Asked | None = None) -> None:
        """Fill in what the words round a reference tell.  One that directly follows another has no words of its own."""
        text = self._case.blocks[asked.block].text
        if before is not None and follows(text, asked, before):
            asked.odds, asked.at = before.odds, before.at
            asked.quoted, asked.certain = before.quoted, before.certain
            return
        asked.odds = self._likeness.odds(question(text, asked.reference.at), asked.ranges)
        asked.odds.pop(asked.block, None)
        for k in asked.odds:
            if self._case.blocks[k].kind == "footnote":
                asked.odds[k] += IN_A_NOTE
        if self._passages is None:
            return
        if self._case.dialect == "flattened":
            self._run(asked, text, self._passages)
        else:
            self._quotations(asked, text, self._passages)

    def _quotations(self, asked: Asked, text: str, passages: Passages) -> None:
        """Quotations in their marks: in a parenthetical behind the reference, then before it from the last one on."""
        start, end = asked.reference.at
        after = quotation_after(text, end)
        spans = ([after] if after else []) + quotations_before(text, start)[:QUOTATIONS]
        factor = 1.0
        for span in spans:
            found = self._found(asked, text[span[0] : span[1]], passages)
            if not found:
                continue
            size = len(words(text[span[0] : span[1]]))
            for k, (score, at) in found.items():
                gain = factor * score * min(MOST, A_WORD * size)
                if self._case.blocks[k].kind == "footnote":
                    gain += IN_A_NOTE / 2
                asked.odds[k] = asked.odds.get(k, 0.0) + gain
                asked.at.setdefault(k, at)
            best = max(score for score, _ in found.values())
            if factor == 1.0 and best > SURE_SCORE and size >= SURE_WORDS:
                top = [k for k, (score, _) in found.items() if score == best]
                asked.quoted = max(top, key=lambda k: (asked.odds[k], -k))
                asked.certain = len(top) == 1 and size >= CERTAIN_WORDS
            factor = FURTHER_OFF

    def _found(self, asked: Asked, quote: str, passages: Passages) -> dict[int, tuple[float, int]]:
        """The blocks that hold a quotation: its score, and the middle of the words there."""
        case = self._case
        own = (case.slug, case.blocks[asked.block].id)
        writings = {c.writing.id for c in asked.choices}
        key = (quote, asked.block, tuple(asked.ranges))
        if key in self._memo:
            return self._memo[key]
        out = self._memo[key] = {}
        for passage in passages.find(quote, slug=case.slug, writings=writings, exclude=[own]):
            k = self._places[passage.block]
            if asked.holds(k):
                score = passage.score if passage.kind == "exact" else passage.score * ALTERED
                out.setdefault(k, (score, (passage.at[0] + passage.at[1]) // 2))
        return out

    def _run(self, asked: Asked, text: str, passages: Passages) -> None:
        """A run of words before the reference that stands in the writing, where the marks are lost."""
        case = self._case
        run = flattened_run_before(
            text,
            asked.reference.at[0],
            passages,
            slug=case.slug,
            writings={c.writing.id for c in asked.choices},
            exclude=[(case.slug, case.blocks[asked.block].id)],
        )
        k = self._places[run.passage.block] if run else -1
        if run and asked.holds(k):
            asked.odds[k] = asked.odds.get(k, 0.0) + A_BIT * (run.bits - BY_CHANCE)
            asked.at[k] = (run.passage.at[0] + run.passage.at[1]) // 2
            asked.quoted = k


def follows(text: str, asked: Asked, before: Asked) -> bool:
    """Whether one stands right behind another to the same writings: "ante, at 5; ante, at 9"."""
    if asked.block != before.block or asked.ranges != before.ranges:
        return False
    between = text[before.reference.at[1] : asked.reference.at[0]]
    return len(between) <= STRING and not words(between)


@dataclass(frozen=True, slots=True)
class Found:
    """The block that is meant, how that was decided, and the first and last block between which an estimate lies."""

    block: int
    method: str
    estimate: Span | None = None


def on_page(asked: Asked, pages: PageMap) -> Shares:
    """The blocks that touch the first page or range of a reference, in the writings that it may mean."""
    shares: Shares = {}
    for choice in asked.choices if asked.pages else ():
        shares.update(pages.shares(asked.pages[0], choice.writing.id))
    return shares


def by_star_page(asked: Asked, shares: Shares) -> Found | None:
    """Of the paragraphs on the page the one with the quotation, or the most of the sentence's words, or of the page."""
    if not shares:
        return None
    best = max(shares, key=lambda k: (asked.favour(k) + math.log(shares[k][1] + 1) / 2, -k))
    return Found(best, "page")


def by_quotation(asked: Asked, shares: Shares) -> Found | None:
    """The paragraph with the quotation.  A short one may stand elsewhere too: not without the page, nor against it."""
    k = asked.quoted
    if k is None:
        return None
    likely = max((p for p, _ in shares.values()), default=0.0)
    if not asked.certain and (not shares or shares.get(k, (0.0, 0.0))[0] < RULED_OUT <= likely):
        return None
    return Found(k, "quotation")


def by_estimate(asked: Asked, shares: Shares) -> Found | None:
    """Of the paragraphs that are likely enough to be on the page, the one that has most of the sentence's words."""
    likely = {k: p for k, (p, _) in shares.items() if p >= LIKELY_PAGE}
    if not likely:
        return None
    best = max(likely, key=lambda k: (math.log(likely[k]) + asked.favour(k), -k))
    return Found(best, "page-estimate", _between({k: p for k, (p, _) in shares.items()}, best))


def by_words(asked: Asked, chances: Mapping[int, float]) -> Found | None:
    """The paragraph that the sentence speaks of, by its words alone: where it and those beside it leave little doubt.

    A page holds some two paragraphs, and what is discussed in one is often gone on with in the next.  Words that are
    shared within one opinion say less than those shared by two.
    """
    if not chances:
        return None
    best = max(chances, key=lambda k: (chances[k], -k))
    within = sum(chances.get(k, 0.0) for k in (best - 1, best, best + 1))
    least = LIKELY_OWN_WORDS if asked.kind in ("supra-internal", "infra") else LIKELY_WORDS
    if within < least or asked.odds.get(best, 0.0) < ENOUGH_WORDS:
        return None
    if best == asked.quoted:
        return Found(best, "quotation")
    return Found(best, "page-estimate", _between(chances, best))


def _between(chances: Mapping[int, float], best: int) -> Span:
    """The first and the last of the blocks that are likely, too."""
    likely = [k for k, p in chances.items() if p >= LIKELY_TOO]
    return min([*likely, best]), max([*likely, best])
