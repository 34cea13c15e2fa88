"""The kinds of paragraphs are told in time that grows with the text."""

from __future__ import annotations

import time

import pytest

from tests.kit import case_of


@pytest.mark.parametrize(
    "line",
    [
        "J"
        + "U" * 60
        + "STICEled ]b[ A >",  # once read as a list of surnames in every way in which it can be cut
        "A" + "B" * 400 + ", JJ., concur with",
        "Pound, " * 60 + "JJ., concurs",
        "Affirmed and " * 60,
        "Justice " * 80 + "concurs",
    ],
)
def test_a_line_that_is_no_vote(line: str) -> None:
    start = time.process_time()
    case_of(f"JUSTICE KAGAN delivered the opinion of the Court.\n{line}\nWe affirm.\n")
    assert time.process_time() - start < 2
