"""Words joined, split, broken and spelled otherwise; the clean text that comes of them."""

from __future__ import annotations

import pytest

from generator.witness.align import align
from generator.witness.links import links
from generator.witness.tokens import Tokens
from tests.kit import source_of
from tests.witness.test_restore import restored_text

BEFORE, AFTER = "this is how the sentence begins and", "is how the sentence comes to its end"


def pairs(source, witness):
    """The linked letters of both, without those of the sentence about them."""
    one = Tokens.of(f"{BEFORE} {source} {AFTER}")
    two = Tokens.of(f"{BEFORE} {witness} {AFTER}")
    found = links(one, two, align(one.keys, two.keys))
    low, high = len(BEFORE), len(BEFORE) + len(source) + 1
    return [
        (one.text[slice(*k.source)], two.text[slice(*k.witness)], k.same)
        for k in found
        if low <= k.source[0] < high
    ]


@pytest.mark.parametrize(
    ("source", "witness", "expected"),
    [
        ("can not", "cannot", [("can", "can", True), ("not", "not", True)]),
        ("exgirlfriend", "ex-girlfriend", [("ex", "ex", True), ("girlfriend", "girlfriend", True)]),
        (
            "interroga tion",
            "Interrogation",
            [("interroga", "Interroga", True), ("tion", "tion", True)],
        ),
        ("no", "[n]o", [("n", "n", True), ("o", "o", True)]),
        ("defence", "defense", [("defence", "defense", False)]),
        ("thc", "the", [("thc", "the", False)]),
        ("did", "didn't", [("did", "did", True)]),
        ("is", "it", []),  # two letters: another word
        ("petitioner", "respondent", []),
        ("straße", "strasse", [("straße", "strasse", False)]),  # no letter for each letter
    ],
)
def test_links(source, witness, expected):
    assert pairs(source, witness) == expected


@pytest.mark.parametrize(
    ("source", "witness", "shown"),
    [
        # joined and split: as the witness has it …
        ("can not", "cannot", "cannot"),
        ("interroga tion", "interrogation", "interrogation"),
        ("n o facts", "[n]o facts", "[n]o facts"),
        ("no facts", "[n]o facts", "[n]o facts"),
        ("exgirlfriend", "ex-girlfriend", "ex-girlfriend"),
        ("roe dog", "Roe’s dog", "Roe’s dog"),
        ("did knock", "didn't knock", "didn't knock"),
        ("dont knock", "don’t knock", "don’t knock"),
        # … but a word that the end of a line has broken there stays whole
        ("prosecutor", "prose- cutor", "prosecutor"),
        ("service", "ser vice", "service"),
        # words of the witness where the source has nothing
        ("yard", "“yard,” 12 U.S. 34 (1801),", "“yard,” 12 U.S. 34 (1801),"),
        ("see elm oak", "See Elm v. Oak", "See Elm v. Oak"),
        # the source's own words stay, and so does its reading where the two differ
        ("the red dog", "the dog", "the red dog"),
        ("defence counsel", "Defense counsel", "Defence counsel"),
        ("petitioner argues", "respondent argues", "petitioner argues"),
    ],
)
def test_what_the_page_reads(source, witness, shown):
    text = restored_text(f"{BEFORE} {source} {AFTER}", f"{BEFORE} {witness} {AFTER}")
    assert text == f"{BEFORE} {shown} {AFTER}"


def test_two_words_that_the_source_has_run_together():
    """Both stand elsewhere in the witness, and the whole stands nowhere."""
    text = "the court held this and the court of appeals said so too, for the court is the court."
    assert restored_text(
        text.replace("said so", "saidso"), f"{text} They said it, and so it was."
    ).startswith(text)


def test_a_source_of_one_reading_is_left_alone():
    text = "The same words, in the same order."
    source = source_of(text, "plain")
    assert restored_text(text, text) == source.text
