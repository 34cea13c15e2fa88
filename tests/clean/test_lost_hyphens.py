"""Compounds that a program took the hyphen from."""

from __future__ import annotations

import pytest

from generator.clean import lost_hyphens
from tests.kit import edited


@pytest.mark.parametrize(
    ("found", "mended"),
    [
        (
            "a crack-to-powder ratio, a crack-topowder ratio",
            "a crack-to-powder ratio, a crack-to-powder ratio",
        ),
        ("a 10-year term, his 10year term", "a 10-year term, his 10-year term"),
        ("an 18-to-1 ratio of 18to-1", "an 18-to-1 ratio of 18-to-1"),
        ("pre-Act offenders, and preAct law", "pre-Act offenders, and pre-Act law"),
        ("the Hatch-Waxman Act; HatchWaxman", "the Hatch-Waxman Act; Hatch-Waxman"),
    ],
)
def test_mended(found: str, mended: str) -> None:
    assert edited(lost_hyphens.apply, found) == mended


@pytest.mark.parametrize(
    "text",
    [
        "a world-wide rule, worldwide",  # a word that is known
        "a quoted “post-petition” claim is postpetition",  # prefixes that the Court prints close
        "a two-zyzzo test, twozyzzo, twozyzzo and twozyzzo",  # its own way
        "the crack-topowder ratio",  # nothing tells
        "Exhibit A-1 and A1",
        "1871-1875, and 18711875",
    ],
)
def test_left_alone(text: str) -> None:
    assert list(lost_hyphens.apply(text)) == []
