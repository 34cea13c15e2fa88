"""Who answers whom, ordered for reading: the passages of one writing, each with those of others that answer it.

Of two writings the one that comes first on the page is on the left, the opinion of the Court before all.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.render.references import labels

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.link.backlinks import Backlink, Place
    from generator.model import Block, Case, Writing


@dataclass(frozen=True, slots=True)
class Reply:
    """One passage, ``place``, on the right.  ``answers``: it answers the left one; else the left one answers it."""

    link: Backlink
    place: str
    answers: bool


@dataclass(frozen=True, slots=True)
class Turn:
    """A passage on the left, with those that answer it or that it answers, in the order of the page."""

    place: str
    replies: tuple[Reply, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """The turns of the writing on the left."""

    writing: Writing
    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class Desk:
    """What is looked up of a case again and again.

    ``names``: what each place is called ("¶ 11"); ``ranks``: the writings that speak, in their order.
    """

    case: Case
    names: Mapping[str, str]
    blocks: Mapping[str, Block]
    order: Mapping[str, int]
    writings: Mapping[str, Writing]
    ranks: Mapping[str, int]

    @classmethod
    def of(cls, case: Case) -> Desk:
        """All of it for one case."""
        return cls(
            case,
            labels(case),
            {b.id: b for b in case.blocks},
            {b.id: k for k, b in enumerate(case.blocks)},
            {w.id: w for w in case.writings},
            {w.id: k for k, w in enumerate(in_order(case))},
        )

    def writing(self, place: str) -> Writing | None:
        """The writing in which a passage stands, or that it is."""
        block = self.blocks.get(place)
        return self.writings.get((block.writing or "") if block else place)

    def position(self, place: str) -> int:
        """Where a passage begins; a writing as a whole comes before its paragraphs."""
        return self.order.get(place, -1)

    def left(self, link: Backlink) -> bool:
        """Whether what is answered stands on the left: its writing comes before the one that answers."""
        meant = self.writing(link.target[1])
        return meant is not None and self.ranks[meant.id] < self.ranks[link.writing.id]


def in_order(case: Case) -> list[Writing]:
    """The writings without the syllabus, the opinion of the Court first."""
    separate = [w for w in case.writings if w.kind != "syllabus"]
    return sorted(separate, key=lambda w: w.id != "majority")


def between_writings(case: Case, links: Mapping[Place, Sequence[Backlink]]) -> list[Backlink]:
    """The links from one writing of a case to another, in the order of what is answered."""
    spoken = {w.id for w in in_order(case)}
    places = [*(w.id for w in case.writings), *(b.id for b in case.blocks)]
    home = {b.id: b.writing for b in case.blocks}
    return [
        link
        for place in places
        if home.get(place, place) in spoken
        for link in links.get((case.slug, place), ())
        if link.scope == "case"
    ]


def sides_of(case: Case, links: Mapping[Place, Sequence[Backlink]]) -> tuple[Side, ...]:
    """The exchange as data; empty when no writing of the case refers to another."""
    return sides(Desk.of(case), between_writings(case, links))


def sides(desk: Desk, links: Sequence[Backlink]) -> tuple[Side, ...]:
    """The same of the links ``between_writings``."""
    turns: dict[str, dict[str, list[Reply]]] = defaultdict(lambda: defaultdict(list))
    for link in links:
        answers = desk.left(link)
        left, right = link.target[1], link.block
        if not answers:
            left, right = right, left
        whose = desk.writing(left)
        if whose:
            turns[whose.id][left].append(Reply(link, right, answers))

    def place(reply: Reply) -> tuple[int, int, bool]:
        writing = desk.writing(reply.place)
        rank = desk.ranks[writing.id] if writing else 0
        return (rank, desk.position(reply.place), not reply.answers)

    return tuple(
        Side(
            desk.writings[ident],
            tuple(
                Turn(left, tuple(sorted(turns[ident][left], key=place)))
                for left in sorted(turns[ident], key=desk.position)
            ),
        )
        for ident in sorted(turns, key=lambda w: desk.ranks[w])
    )


def turn_ids(sides: Sequence[Side]) -> dict[str, str]:
    """Where on the exchange page each passage stands beside another: block or writing → id of that turn.

    Its own turn goes before one in which it stands on the right.
    """
    turns = [turn for side in sides for turn in side.turns]
    out = {turn.place: f"x-{turn.place}" for turn in turns}
    for turn in turns:
        for reply in turn.replies:
            out.setdefault(reply.place, f"x-{turn.place}")
    return out
