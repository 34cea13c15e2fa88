"""Both directions: who answers a passage.

A reference leads from the words that refer to the passage they mean.  Here it is read the other way round: for each
paragraph, note, part or writing, which paragraphs and notes refer to it or quote it, in its own case and in others.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.corpus import Corpus
    from generator.link.quotations import Quotation
    from generator.model import Block, Case, Reference, Span, Writing

# The slug of a case and the id of a block or of a writing.
Place = tuple[str, str]
# Whether what answers stands in the same writing as what it answers, in another one of the case, or in another case.
Scope = Literal["writing", "case", "site"]


@dataclass(frozen=True, slots=True)
class Trace:
    """One reference or quotation by which it is known that a passage is answered.

    ``at`` is its span in ``block``, which answers; ``target`` is the block or writing meant, and ``found`` the span in
    it of the words quoted, ``None`` for a reference; ``changes`` lists words that are quoted otherwise than they stand
    there, as (quoted, original).  ``estimated``: the page was only placed between pages that are known; it lies between
    the blocks ``between``, as far as that was recorded.
    """

    block: str
    at: Span
    target: str
    found: Span | None = None
    changes: tuple[tuple[str, str], ...] = ()
    estimated: bool = False
    between: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True, order=True)
class Backlink:
    """A paragraph or note that answers a place.

    Two are equal when the same block answers the same place in the same way and with the same certainty; the traces by
    which that is known, and what things are called, do not count.  They sort as a reader meets them: the case itself
    (``rank`` 0), then the other cases, the newest first; in each the order of the page (``position``: number of the
    block).

    ``block`` answers ``target``; for a block quote both name the paragraph it belongs to.  ``estimated``: no quotation
    and no reference is sure of the place.  ``label``: "¶ 27", "n. 3".  ``name``: the case that answers.
    """

    rank: int
    position: int
    slug: str
    block: str
    target: Place
    scope: Scope
    quotes: bool
    estimated: bool
    name: str = field(compare=False)
    label: str = field(compare=False)
    writing: Writing = field(compare=False)
    traces: tuple[Trace, ...] = field(compare=False)

    @property
    def count(self) -> int:
        """How many references there are; a quotation without one counts for itself."""
        references = sum(t.found is None for t in self.traces)
        return references or len(self.traces)


@dataclass(frozen=True, slots=True)
class _Rooms:
    """What is looked up of a case: its blocks by id with their place, its writings, and to whom a block belongs."""

    case: Case
    blocks: Mapping[str, tuple[int, Block]]
    writings: Mapping[str, Writing]
    home: Mapping[str, str]

    @classmethod
    def of(cls, case: Case) -> _Rooms:
        writings = {w.id: w for w in case.writings}
        blocks = {b.id: (k, b) for k, b in enumerate(case.blocks)}
        return cls(case, blocks, writings, homes(case))

    def writing_of(self, ident: str) -> Writing | None:
        """The writing in which a block stands, or that is meant itself."""
        if ident in self.blocks:
            return self.writings.get(self.blocks[ident][1].writing or "")
        return self.writings.get(ident)

    def has(self, ident: str) -> bool:
        return ident in self.blocks or ident in self.writings


def homes(case: Case) -> dict[str, str]:
    """For each block the one under whose number it is read: a block quote belongs to the paragraph before it."""
    out: dict[str, str] = {}
    paragraph: Block | None = None
    for block in case.blocks:
        quoted = block.kind == "blockquote" and paragraph and paragraph.writing == block.writing
        out[block.id] = paragraph.id if quoted and paragraph else block.id
        if block.kind == "paragraph":
            paragraph = block
    return out


def backlinks(
    corpus: Corpus, quotations: Mapping[str, Sequence[Quotation]] | None = None
) -> Mapping[Place, tuple[Backlink, ...]]:
    """Who answers each place of a corpus, in one pass over its references.

    ``quotations`` are those that were looked up, by slug; the ones not found count for nothing.  Keys are in the order
    of cases and pages; a key that is no block is a writing, referred to as a whole.  The syllabus answers nobody, for
    the Reporter wrote it; nor does a paragraph answer itself.  References that are not settled, and those to a case as
    such, lead to no place.
    """
    rooms = {case.slug: _Rooms.of(case) for case in corpus.cases}
    ranks = {case.slug: k for k, case in enumerate(corpus.by_date(), start=1)}
    found: dict[Place, dict[Place, list[Trace]]] = defaultdict(lambda: defaultdict(list))
    for case in corpus.cases:
        own = rooms[case.slug]
        for place, trace in _traces(case, (quotations or {}).get(case.slug, ())):
            there = rooms.get(place[0])
            if there is None or not there.has(place[1]):
                continue
            home = own.home.get(trace.block)
            target = (place[0], there.home.get(place[1], place[1]))
            writing = own.writing_of(trace.block)
            if home and writing and writing.kind != "syllabus" and (case.slug, home) != target:
                found[target][case.slug, home].append(trace)
    return {
        place: tuple(
            sorted(
                _backlink(rooms[slug], rooms[place[0]], place, block, traces, ranks[slug])
                for (slug, block), traces in found[place].items()
            )
        )
        for place in sorted(found, key=lambda p: (p[0], _position(rooms[p[0]], p[1])))
    }


def by_case(
    links: Mapping[Place, tuple[Backlink, ...]],
) -> dict[str, dict[Place, tuple[Backlink, ...]]]:
    """The backlinks of a corpus by the slug of the case that is answered: what the pages of one case need."""
    out: dict[str, dict[Place, tuple[Backlink, ...]]] = defaultdict(dict)
    for place, own in links.items():
        out[place[0]][place] = own
    return dict(out)


def _traces(case: Case, quotations: Iterable[Quotation]) -> Iterator[tuple[Place, Trace]]:
    for ref in case.references:
        if ref.target and ref.status == "resolved" and ref.kind != "footnote-call":
            sure = not is_estimated(ref)
            between = None if sure else ref.estimate
            yield (
                ref.target,
                Trace(ref.block, ref.at, ref.target[1], estimated=not sure, between=between),
            )
    for quotation in quotations:
        if quotation.target and quotation.there:
            place, changes = quotation.target, quotation.changes
            yield place, Trace(quotation.block, quotation.at, place[1], quotation.there, changes)


def is_estimated(ref: Reference) -> bool:
    """Whether its place was only put between places that are known."""
    return ref.method == "page-estimate" or ref.estimate is not None


def _position(rooms: _Rooms, ident: str) -> tuple[int, str]:
    """Where on the page a place begins; a writing before its first block."""
    if ident in rooms.blocks:
        return (rooms.blocks[ident][0] + 1, ident)
    first = (k for k, b in rooms.blocks.values() if b.writing == ident)
    return (next(first, -1), ident)


def _backlink(
    own: _Rooms, there: _Rooms, place: Place, block: str, traces: list[Trace], rank: int
) -> Backlink:
    position, answering = own.blocks[block]
    writing = own.writings[answering.writing or ""]
    scope: Scope = "site"
    if own is there:
        meant = there.writing_of(place[1])
        scope = "writing" if meant and meant.id == writing.id else "case"
    ordered = sorted(traces, key=lambda t: (own.blocks[t.block][0], t.at, t.found is not None))
    return Backlink(
        rank=0 if own is there else rank,
        position=position,
        slug=own.case.slug,
        block=block,
        target=place,
        scope=scope,
        quotes=any(t.found is not None for t in traces),
        estimated=all(t.estimated for t in traces),
        name=own.case.info.name or own.case.slug,
        label=_label(answering),
        writing=writing,
        traces=tuple(ordered),
    )


def _label(block: Block) -> str:
    if block.number is not None:
        return f"¶ {block.number}"
    if block.kind == "footnote":
        return f"n. {block.label}" if block.label else "note"
    return block.kind
