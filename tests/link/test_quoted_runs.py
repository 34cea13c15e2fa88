"""Quoted runs of a text without quotation marks."""

from __future__ import annotations

import pytest

from generator.link.quoted_places import Passages
from generator.link.quoted_runs import flattened_run_before
from generator.model import Block

LAMPS = (
    "a lamp that is out gives cause for a stop, and for nothing more. the officer may ask for the driver papers, "
    "he may not open the trunk of the car, nor may he keep its owner on the road until another reason is found."
)


def block(ident: str, text: str) -> Block:
    return Block(ident, "paragraph", None, "majority", None, text, (0, len(text)), ())


FLAT = Passages(
    [
        ("elm", block("p1", LAMPS)),
        (
            "elm",
            block(
                "p2",
                "the final judgment rule is old. under the final judgment rule no appeal lies.",
            ),
        ),
        (
            "elm",
            block("p3", "a search must be consis tently grounded in the statute and its history."),
        ),
        (
            "elm",
            block("p4", "as the dissent says, the lantern shone brightly, post, at."),
        ),
        ("elm", block("p5", "whether the lantern shone is not for us.")),
    ]
)


@pytest.mark.parametrize(
    ("before", "run"),
    [
        (
            "the court holds that a lamp that is out gives cause for a stop. ",
            "a lamp that is out gives cause for a stop",
        ),
        ("i would hold that he may open the trunk of the car, ", "open the trunk of the car"),
        (
            "that i t gives cause for a stop, and for nothing more, ",
            "gives cause for a stop, and for nothing more",
        ),
        (
            "a search that is consistently grounded in the statute, ",
            "consistently grounded in the statute",
        ),
        (
            "the officer may. open the trunk of the car. ",
            "the officer may. open the trunk of the car",
        ),
        # a word or two may stand between
        (
            "the officer may ask for the driver papers in vain. ",
            "the officer may ask for the driver papers",
        ),
    ],
)
def test_run_before(before: str, run: str) -> None:
    text = before + "ante, at."
    match = flattened_run_before(text, len(before), FLAT, slug="elm")
    assert match
    assert text[slice(*match.own)] == run


@pytest.mark.parametrize(
    "before",
    [
        "",
        "ante, at. ",
        "i disagree with what the court says of it. ",
        "the officer was of another mind, and he may have been right. ",
        "this is what is left of the final judgment rule, ",  # a term of art
        # these words belong to the reference before
        "a lamp that is out gives cause for a stop, ante, at, as the court says. ",
        "a lamp that is out gives cause for a stop. ibid. see ",
        # too far from the reference
        "a lamp that is out gives cause for a stop, yet i should think that one who drives by night without it "
        "must be kept. ",
    ],
)
def test_no_run_before(before: str) -> None:
    assert flattened_run_before(before + "ante, at.", len(before), FLAT, slug="elm") is None


def test_a_run_goes_to_the_words_themselves_and_not_to_their_echo() -> None:
    text = "the lantern shone brightly over all the county roads, ante, at."
    words = "the lantern shone brightly over all the county roads"
    echo = block("p1", f"it is said that {words}, post, at, which is no help. {LAMPS}")
    own = block("p2", f"we hold that {words}.")
    at = text.index("ante, at")
    for places in (
        Passages([("elm", echo), ("elm", own)]),
        Passages([("elm", own), ("elm", echo)]),
    ):
        match = flattened_run_before(text, at, places, slug="elm", writings=["majority"])
        assert match is None or match.passage.block == "p2"
    only = flattened_run_before(text, at, Passages([("elm", echo)]), slug="elm")
    assert only
    assert only.passage.block == "p1"


def test_a_run_ends_where_the_reference_before_it_ends() -> None:
    text = "a lamp that is out gives cause for a stop. smith jones. the road was dark, at."
    at = len(text) - 3
    assert flattened_run_before(text, at, FLAT, slug="elm", elsewhere=True)
    after = text.index(" the road")
    assert not flattened_run_before(text, at, FLAT, slug="elm", elsewhere=True, after=after)
