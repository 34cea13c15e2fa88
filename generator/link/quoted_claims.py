"""Whose words a quotation is: the reference that claims it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.link.quoted_marks import (
    quotation_after,
    quotations_before,
    quotations_in,
    sentence_start,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.model import Block, Reference, Span

# Characters between a block quote and its citation, which stands at its end or at the head of the text that goes on.
BESIDE = 40
# These say nothing of whose words stand before them.
SILENT = frozenset({"footnote-call", "note", "part"})


@dataclass(frozen=True, slots=True)
class Claim:
    """A quotation that a reference claims.  ``sure``: it stands where citations of quotations stand."""

    at: Span
    reference: Reference
    sure: bool


def claims_in(
    block: Block, following: Block | None, references: Mapping[str, Sequence[Reference]]
) -> Iterator[Claim]:
    """The quotations of a block with marks that references claim, each once.

    ``references`` are those of the case by block, in order, ``following`` is the block behind.  The order of claims
    is that of Bluebook Rules 1.5 and 5.1: a citation follows the words it supports, or has them in its
    parenthetical; last comes the reference that introduces the words.
    """
    quoted = quotations_in(block.text)
    near = [r for r in references.get(block.id, ()) if not _inside(quoted, r)]
    if block.kind == "blockquote":
        yield from _block_quote(block, near, references.get(following.id, ()) if following else ())
        return
    citing = [r for r in near if r.kind != "name"]
    taken: set[Span] = set()
    before = 0
    for reference in citing:
        for at in quotations_before(block.text, reference.at[0]):
            if at[0] >= before and at not in taken:
                taken.add(at)
                yield Claim(at, reference, sure=True)
        before = reference.at[1]
        aside = quotation_after(block.text, reference.at[1])
        if aside and aside not in taken:
            taken.add(aside)
            yield Claim(aside, reference, sure=True)
    ends = [r.at[1] for r in near]
    for at in quoted:
        k = bisect_right(ends, at[0])
        if k and at not in taken and sentence_start(block.text, at[0]) <= near[k - 1].at[0]:
            yield Claim(at, near[k - 1], sure=False)


def _inside(quoted: Sequence[Span], reference: Reference) -> bool:
    """Whether a reference stands in quoted words: it is the quoted author's."""
    k = bisect_right(quoted, reference.at) - 1
    return k >= 0 and reference.at[1] <= quoted[k][1]


def _block_quote(
    block: Block, near: Sequence[Reference], after: Sequence[Reference]
) -> Iterator[Claim]:
    """A block quote is cited at its end, or at the head of the text that goes on after it."""
    text = block.text
    if near and len(text) - near[-1].at[1] <= BESIDE:
        yield Claim(_unmarked(text, near[-1].at[0]), near[-1], sure=True)
    elif after and after[0].at[0] <= BESIDE:
        yield Claim(_unmarked(text, len(text)), after[0], sure=True)


def _unmarked(text: str, end: int) -> Span:
    """The words of a block quote up to ``end`` without the marks and blanks round them."""
    start = 0
    while start < end and not text[start].isalnum() and text[start] not in "[.*":
        start += 1
    while end > start and not text[end - 1].isalnum() and text[end - 1] not in "].*":
        end -= 1
    return start, end
