"""Soft hyphens, the printer’s leave to break a word."""

from __future__ import annotations

import pytest

from generator.clean import soft_hyphens
from tests.kit import edited


@pytest.mark.parametrize(
    ("found", "mended"),
    [
        ("consti\xadtution", "constitution"),
        ("consti\xad tution", "constitution"),  # at the end of a line that was folded
        ("a\xad Bill", "a Bill"),  # a new word follows
    ],
)
def test_mended(found: str, mended: str) -> None:
    assert edited(soft_hyphens.apply, found) == mended


@pytest.mark.parametrize(
    "text",
    [
        "well-known",
        "1871–1875",
    ],
)
def test_left_alone(text: str) -> None:
    assert list(soft_hyphens.apply(text)) == []
