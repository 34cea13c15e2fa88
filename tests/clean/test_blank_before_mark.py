"""Blanks left before a mark where markup was taken out."""

from __future__ import annotations

import pytest

from generator.clean import blank_before_mark
from tests.kit import edited


@pytest.mark.parametrize(
    ("found", "mended"),
    [
        ("Ventresca , 380 U.S. 102", "Ventresca, 380 U.S. 102"),
        ("Id ., at 920", "Id., at 920"),
        ('the "good faith" , then', 'the "good faith", then'),
        ("in Leon .", "in Leon."),
        ("Ibid .\nNext", "Ibid.\nNext"),
        ("the Act (1871) ; the", "the Act (1871); the"),
    ],
)
def test_mended(found: str, mended: str) -> None:
    assert edited(blank_before_mark.apply, found) == mended


@pytest.mark.parametrize(
    "text",
    [
        "he said . . . nothing",  # the dots of an ellipsis keep their blanks
        "the end . . . .",
        "a .38 revolver",  # a figure follows
        "Id., at 920",
        " , at the head of a line",
        "see .pdf",
    ],
)
def test_left_alone(text: str) -> None:
    assert list(blank_before_mark.apply(text)) == []
