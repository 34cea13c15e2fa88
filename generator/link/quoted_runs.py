"""Quoted runs in a text that has lost its quotation marks: words before a reference that stand in what it refers to.

How far a run can be chance is reckoned in bits (see ``Habits``).  The figures were fitted to 138 cross-references of
ten slip opinions whose marks and pages had been taken away, 39 of them with words known to be quoted; as a control,
the same references were held against writings of five other cases, where nothing can be quoted from.

bits wanted  quoted words led home  led elsewhere, of all 138  runs found in the control
14           38 of 39               10                         2.0 %
18           38                      7                         0.1 %
20           36                      5                         none of 690
28           33                      3                         none
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.link.quoted_align import aligned
from generator.link.quoted_words import words_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from generator.link.quoted_habits import Habits
    from generator.link.quoted_places import Passage, Passages, Seed
    from generator.link.quoted_words import Words
    from generator.model import Span

# Bits wanted, and bits off for each word between the run and the reference: for the writings of the same case, and
# for a case cited, which shares less of its words by chance and is often cited some words after what it is cited for
# (held against cases that are not cited at all, these let 6 references in 100 find something).
HERE = (20.0, 3.0)
ELSEWHERE = (16.0, 0.3)
BROKEN = 3.0  # bits off for each break within the run …
SKIPPED = 2.0  # … and for each of its words that the original lacks …
PASSED = 1.0  # … and for each word of the original that it lacks
MOST_SKIPPED = 6  # words in one break
MOST_PASSED = 12
GAPPED = 60  # words passed over where an ellipsis may have stood
CHARACTERS = 900  # before a reference, in which the run is sought
_WORD = re.compile(r"[^\W\d_]{2}")
# What a flattened text keeps of an earlier reference: words before it are quoted from there.
_REFERENCE = re.compile(
    r"\b(?:ante|post|supra|infra),? ?at\b|(?<=[.,]) ?at[.,]|\bat\.|\bibid\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Run:
    """Words before a reference that stand in the writing or case cited; ``own`` is their span in the citing text.

    ``bits``: how unlikely they are to stand there by chance.
    """

    passage: Passage
    own: Span
    bits: float


@dataclass(frozen=True, slots=True)
class _Match:
    """Words ``q`` of the citing text and words ``p`` of a block that have the same letters."""

    q: Span
    p: Span
    bits: float


@dataclass(frozen=True, slots=True)
class _Chain:
    """Matches that follow one another in both texts; ``bits`` counts the breaks between them."""

    bits: float
    matches: tuple[_Match, ...]


def flattened_run_before(
    text: str,
    at: int,
    passages: Passages,
    *,
    slug: str,
    writings: Collection[str] | None = None,
    exclude: Collection[tuple[str, str]] = (),
    after: int = 0,
    elsewhere: bool = False,
) -> Run | None:
    """The words before a reference at ``at`` that are quoted from ``writings`` of case ``slug``, where no marks tell.

    ``exclude`` holds (slug, block id) pairs that cannot be meant; ``after`` is where the preceding reference ends, as
    far as the caller knows it (one that stands directly before is taken for a part of the words: "in Harlow and Leon,
    *ante*, at 5"). ``elsewhere``: it is another case that is cited.  The run ends at the reference or, at a price,
    some words before it.  A place that itself has the words from another writing, so that *ante* or *post* follows
    them, counts only where there is no other.
    """
    enough, further = ELSEWHERE if elsewhere else HERE
    start = max(after if _WORD.search(text, after, at) else 0, at - CHARACTERS)
    for match in _REFERENCE.finditer(text, start, at):
        start = match.end()
    quote = words_of(_with_gaps(text[start:at]))
    best: tuple[bool, float, int, _Chain] | None = None
    for place, chain in _chains(quote, passages, slug, writings, exclude, further):
        bits = chain.bits - further * (len(quote) - chain.matches[-1].q[1])
        echo = passages.echoes(place, chain.matches[-1].p[1])
        if bits >= enough and (best is None or (echo, -bits) < (best[0], -best[1])):
            best = (echo, bits, place, chain)
    if best is None:
        return None
    _, bits, place, chain = best
    first, last = chain.matches[0], chain.matches[-1]
    own = (start + quote.spans[first.q[0]][0], start + quote.spans[last.q[1] - 1][1])
    words = words_of(_with_gaps(text[own[0] : own[1]]))
    match_there = aligned(words, passages.words(place), (0, len(words)), (first.p[0], last.p[1]))
    return Run(passages.passage(place, match_there), own, bits) if match_there else None


def _with_gaps(text: str) -> str:
    """A flattened text keeps one full stop of an ellipsis, so that every full stop may be one."""
    return text.replace(".", "…")


def _chains(
    quote: Words,
    passages: Passages,
    slug: str,
    writings: Collection[str] | None,
    exclude: Collection[tuple[str, str]],
    further: float,
) -> Iterable[tuple[int, _Chain]]:
    """For each block with matches the chain that is best as a run up to the end of ``quote``; in order of blocks."""
    scope = passages.scope(slug, writings, None, exclude)
    seeds: dict[int, list[Seed]] = defaultdict(list)
    for seed in passages.seeds(quote, scope):
        seeds[seed.place].append(seed)
    for place in sorted(seeds):
        words = passages.words(place)
        matches = _matches(quote, words, seeds[place], passages.habits(place))
        chain = _chained(matches, quote, further)
        if chain:
            yield place, chain


def _matches(quote: Words, words: Words, seeds: Iterable[Seed], habits: Habits) -> list[_Match]:
    """The longest common stretches of letters round the seeds, cut down to whole words of both."""
    here = dict(zip(quote.firm, quote.offsets, strict=True))
    there = dict(zip(words.firm, words.offsets, strict=True))
    reached: dict[
        int, int
    ] = {}  # by distance between the two streams: how far they are known to agree
    out = []
    for seed in sorted(seeds, key=lambda s: (s.word, s.quoted)):
        q, p = here[seed.quoted], there[seed.word]
        if reached.get(p - q, -1) > p:
            continue
        length = _common(quote.stream, q, words.stream, p)
        reached[p - q] = p + length
        stop = length
        while stop and not (quote.begins_word(q + stop) and words.begins_word(p + stop)):
            stop -= 1
        if stop:
            mine = (seed.quoted, quote.word_at(q + stop - 1) + 1)
            theirs = (seed.word, words.word_at(p + stop - 1) + 1)
            out.append(_Match(mine, theirs, _bits(quote, mine, words, theirs, habits)))
    return out


def _common(a: str, at: int, b: str, there: int) -> int:
    """How many letters agree from ``a[at]`` and ``b[there]`` on."""
    length = 0
    most = min(len(a) - at, len(b) - there)
    while length < most and a[at + length] == b[there + length]:
        length += 1
    return length


def _bits(quote: Words, mine: Span, words: Words, theirs: Span, habits: Habits) -> float:
    """The weight of a match, in the spelling that the writing has more often: a word cut in two is not rare."""
    bits = habits.bits(words.norms[theirs[0] : theirs[1]])
    spelled = quote.norms[mine[0] : mine[1]]
    if all(word in habits.words for word in spelled):
        bits = min(bits, habits.bits(spelled))
    return bits


def _chained(matches: Iterable[_Match], quote: Words, further: float) -> _Chain | None:
    """The best chain, reckoned to the end of the quotation.  Each match looks back at those shortly before it."""
    done: list[_Chain] = []
    top: _Chain | None = None
    price = 0.0
    for match in sorted(matches, key=lambda m: (m.q, m.p)):
        chain = _Chain(match.bits, (match,))
        for earlier in reversed(done):
            last = earlier.matches[-1]
            skipped, passed = match.q[0] - last.q[1], match.p[0] - last.p[1]
            gap = skipped == 0 and match.q[0] in quote.gaps
            if 0 <= skipped <= MOST_SKIPPED and 0 <= passed <= (GAPPED if gap else MOST_PASSED):
                bits = (
                    earlier.bits
                    + match.bits
                    - BROKEN
                    - SKIPPED * skipped
                    - (0 if gap else PASSED * passed)
                )
                if bits > chain.bits:
                    chain = _Chain(bits, (*earlier.matches, match))
        done.append(chain)
        off = further * (len(quote) - match.q[1])
        if top is None or chain.bits - off > top.bits - price:
            top, price = chain, off
    return top
