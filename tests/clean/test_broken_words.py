"""Words at the ends of lines: one word, a compound, or two words."""

from __future__ import annotations

import pytest

from generator.clean.broken_words import Vocabulary, verdict
from generator.clean.word_counts import pair_count, word_count

OWN = Vocabulary.of(
    "in the matter of Konnovitch and others\nso said Konnovitch himself\nthe plea-bargaining law is new\n"
)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("the Dis", "trict Court", "join"),
        ("the con", "tract was", "join"),
        ("de", "termination of", "join"),
        ("of uncon", "scionability here", "join"),
        ("said of Konno", "vitch that", "join"),  # a name that the text itself has whole
        ("in", "form and substance", "apart"),  # "inform" is a word, but "in form" is common
        ("any", "one of them", "apart"),
        ("the", "court held", "apart"),
        ("to be", "lieve", "join"),
        ("nonresponsiveness", "while", "apart"),
        ("the", "presentence report", "apart"),
        ("United", "States", "apart"),
        ("AT&T", "agreed", "apart"),
        ("a", "part of", "apart"),
        ("Constitu\xad", "tion", "join"),
        ("ex-", "girlfriend", "hyphen"),
        ("plea\xad", "bargaining law", "hyphen"),  # the text has it with its hyphen
        ("Anglo-", "American", "hyphen"),
        ("reason\xad", "able", "join"),
        ("two\xad", "part test", "hyphen"),
        ("It ended.", "The court", "apart"),
        ("90-", "day", "hyphen"),
    ],
)
def test_verdict(left: str, right: str, expected: str) -> None:
    assert verdict(left, right, OWN) == expected


def test_the_halves_at_the_ends_of_lines_are_no_words() -> None:
    assert Vocabulary.of("of the Dis\ntrict Court was\n").words["trict"] == 0


def test_counts() -> None:
    assert word_count("the") > word_count("contract") > word_count("zyzzyva") >= 0
    assert pair_count("in", "form") > pair_count("con", "tract")
