"""Quoted words on the opinion's page: what others quote of a paragraph, and what in it are quotations.

Both are put about the words as ``<mark class="quoted" data-with="p27 p28">`` when the HTML is made (see ``weave``).
The mark shows only when a reader is sent to the paragraph; ``data-with`` names the places at the other end, so that the
words are brought out which the reader comes for: ``p27`` on the same page, ``united-states-v-leon/p9`` on another.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.link.backlinks import homes
from generator.render.weave import Strand

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.corpus import Corpus
    from generator.model import Span

# A stretch of a block's text, the place at its other end (slug, block), and whether it is quoted there or from there.
Stretch = tuple["Span", tuple[str, str], bool]


def quoted_strands(corpus: Corpus) -> Mapping[str, tuple[Strand, ...]]:
    """By slug, the strands of every quotation that was found, at both of its ends.

    Stretches that overlap are cut where one begins or ends, so that no mark stands within another.  A quotation within
    one paragraph is none.
    """
    home = {case.slug: homes(case) for case in corpus.cases}
    found: dict[tuple[str, str], list[Stretch]] = defaultdict(list)
    for case in corpus.cases:
        for quotation in case.quotations:
            if quotation.target is None or quotation.there is None:
                continue
            slug, block = quotation.target
            here = (case.slug, home[case.slug].get(quotation.block, quotation.block))
            there = (slug, home.get(slug, {}).get(block, block))
            if here == there or slug not in home:
                continue
            found[slug, block].append((quotation.there, here, True))
            found[case.slug, quotation.block].append((quotation.at, there, False))
    out: dict[str, list[Strand]] = defaultdict(list)
    for (slug, block), stretches in sorted(found.items()):
        out[slug] += _cut(slug, block, stretches)
    return {slug: tuple(strands) for slug, strands in out.items()}


def _cut(slug: str, block: str, stretches: Sequence[Stretch]) -> list[Strand]:
    """The stretches of one block as strands, in order, none within another."""
    borders = sorted({border for span, _, _ in stretches for border in span})
    out = []
    for start, end in pairwise(borders):
        over = [s for s in stretches if s[0][0] <= start and end <= s[0][1]]
        if not over:
            continue
        places = sorted({_named(place, slug) for _, place, _ in over})
        kind = "quoted" if any(quoted for _, _, quoted in over) else "quoting"
        opening = f'<mark class="{kind}" data-with="{" ".join(places)}">'
        out.append(Strand(block, start, end, opening, "</mark>"))
    return out


def _named(place: tuple[str, str], slug: str) -> str:
    """A place as the page of the case ``slug`` names it."""
    return place[1] if place[0] == slug else f"{place[0]}/{place[1]}"
