"""Where quoted words stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.link.quoted_places import Passages
from generator.model import Block, Mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model import BlockKind

LAMPS = (
    "A lamp that is out gives cause for a stop, and for nothing more. The officer may ask for the driver's papers; "
    "he may not open the trunk of the car, nor may he keep its owner on the road until another reason is found."
)
NIGHT = (
    "By night the case is no other. That the road was dark, that the owner was slow to answer and that the trunk "
    'was heavy are "the common circumstances of travel," Smith v. Jones, 12 U. S. 34, 35 (1990), and no more.'
)
DISSENT = "The road was dark. A stop is a stop, and the trunk of the car is no house."


def block(
    ident: str,
    text: str,
    writing: str = "majority",
    kind: BlockKind = "paragraph",
    marks: Sequence[Mark] = (),
) -> Block:
    return Block(ident, kind, None, writing, None, text, (0, len(text)), (), marks=tuple(marks))


PLACES = Passages(
    [
        ("elm", block("syllabus-1", LAMPS, "syllabus")),
        ("elm", block("p1", LAMPS)),
        ("elm", block("p2", NIGHT)),
        ("elm", block("part-ii", "A lamp that is out", kind="heading")),
        ("elm", block("p3", DISSENT, "gray")),
        ("oak", block("p1", "A stop is a stop, and the court below so held.")),
    ]
)


def found(
    words: str, **where: str | list[str] | list[tuple[str, str]]
) -> list[tuple[str, str, str]]:
    return [(p.slug, p.block, p.kind) for p in PLACES.find(words, **where)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("words", "there"),
    [
        (
            "gives cause for a stop, and for nothing more",
            "gives cause for a stop, and for nothing more",
        ),
        ("[G]ives cause for a stop", "gives cause for a stop"),
        ("[a] lamp that is out gives cause for a stop", "lamp that is out gives cause for a stop"),
        (
            "gives cause for a stop . . . nothing more",
            "gives cause for a stop, and for nothing more",
        ),
        (
            "nor may he keep . . . another reason",
            "nor may he keep its owner on the road until another reason",
        ),
        ("he may not open the trunk of [a] car", "he may not open the trunk of the car"),
        ("[the police] may not open the trunk", "may not open the trunk"),
        ("ask[ing] for the driver's papers", "ask for the driver's papers"),
        ("ask for the driver papers", "ask for the driver's papers"),
        (
            "nor may he keep its owner ‘on the road’ until",
            "nor may he keep its owner on the road until",
        ),
        ("CAUSE FOR A STOP", "cause for a stop"),
        ("until another reason is found. [Emphasis added.]", "until another reason is found"),
        ("officer . . . papers", "officer may ask for the driver's papers"),
        ("driver's papers", "driver's papers"),
    ],
)
def test_found_at_its_place(words: str, there: str) -> None:
    passages = PLACES.find(words, slug="elm", writings=["majority"])
    assert passages[0].block == "p1"
    assert LAMPS[slice(*passages[0].at)] == there
    assert (passages[0].kind, passages[0].score, passages[0].changes) == ("exact", 1.0, ())


@pytest.mark.parametrize(
    ("words", "changes", "score"),
    [
        ("he may not open the trunk of a car", (("a", "the"),), 8 / 9),
        ("he may not open the car", (("", "trunk of the"),), 1.0),
        ("the owner was so slow to answer", (("so", ""),), 6 / 7),
    ],
)
def test_altered_words_are_told(
    words: str, changes: tuple[tuple[str, str], ...], score: float
) -> None:
    passage = PLACES.find(words, slug="elm", writings=["majority"])[0]
    assert passage.kind == "altered"
    assert passage.changes == changes
    assert passage.score == pytest.approx(score)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "[sic]",
        "((((",
        "a boat that is adrift gives no cause for alarm",
        "the officer is a judge of what he sees",
        "more nothing for and stop a for cause gives",
        "zebras",
        "trunk . . . driver's papers",  # not in this order
    ],
)
def test_not_found(words: str) -> None:
    assert found(words, slug="elm") == []


def test_the_search_can_be_narrowed() -> None:
    stop = "a stop is a stop"
    assert found(stop) == [("elm", "p3", "exact"), ("oak", "p1", "exact")]
    assert found(stop, slug="oak") == [("oak", "p1", "exact")]
    assert found(stop, slug="elm", writings=["majority"]) == []
    assert found(stop, slug="elm", blocks=["p3"]) == [("elm", "p3", "exact")]
    assert found(stop, slug="elm", blocks=["p1", "p9"]) == []
    assert found(stop, exclude=[("elm", "p3"), ("elm", "p9")]) == [("oak", "p1", "exact")]
    assert found(stop, slug="no such case") == []


def test_equal_places_all_come_and_the_syllabus_last() -> None:
    assert found("cause for a stop", slug="elm") == [
        ("elm", "p1", "exact"),
        ("elm", "syllabus-1", "exact"),
    ]


def test_a_place_that_has_the_words_as_its_own_comes_first() -> None:
    places = Passages(
        [
            (
                "elm",
                block("p1", 'The dissent says that "a lamp is a lamp," post, at 4, which is so.'),
            ),
            ("elm", block("p2", "For a lamp is a lamp, and a light is a light.")),
        ]
    )
    assert [p.block for p in places.find("a lamp is a lamp", slug="elm")] == ["p2", "p1"]


def test_a_footnote_call_in_the_original_is_no_difference() -> None:
    text = "The lamp was out9 and the road was dark."
    mark = Mark("footnote-call", 16, 17, "9", "fnref-9", (16, 17))
    places = Passages([("elm", block("p1", text, marks=[mark]))])
    assert [p.kind for p in places.find("the lamp was out and the road was dark")] == ["exact"]


def test_the_index_may_be_empty() -> None:
    assert Passages.of([]).find("a lamp") == ()
