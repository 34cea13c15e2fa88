"""Blanks that the flattened dialect lost after its marks."""

from __future__ import annotations

import pytest

from generator.clean import blank_after_mark
from tests.kit import edited


@pytest.mark.parametrize(
    ("found", "mended"),
    [
        ("boyfriend,jerry ray bowen", "boyfriend, jerry ray bowen"),
        ("id.at", "id. at"),
        ("app.to pet.for cert.", "app. to pet. for cert."),
        ("u.s.c.", "u. s. c."),  # the Court prints its abbreviations with blanks
        ("is it?we think so", "is it? we think so"),
        ("hear ye!the court sits", "hear ye! the court sits"),
        ("affirmed;the rest", "affirmed; the rest"),
        ("petitioner’s.señor", "petitioner’s. señor"),
    ],
)
def test_mended(found: str, mended: str) -> None:
    assert edited(blank_after_mark.apply, found) == mended


@pytest.mark.parametrize(
    "text",
    [
        "affirmed.",
        "affirmed. We agree",
        "the price was 1,000 dollars",  # no blank within a number
        "f.3d",  # nor before a figure
        "wait...then",  # dots in a row are no full stop
        ".then",  # nothing stands before the mark
        "",
    ],
)
def test_left_alone(text: str) -> None:
    assert list(blank_after_mark.apply(text)) == []
