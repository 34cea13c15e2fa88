"""Blanks before closing marks that are none."""

from __future__ import annotations

import pytest

from generator.clean import kerned_marks
from tests.kit import edited


@pytest.mark.parametrize(
    ("found", "mended"),
    [
        ("the words “because of ” mean", "the words “because of” mean"),
        ("the plaintiff ’s sex", "the plaintiff’s sex"),
        ("‘by reason of ’ as", "‘by reason of’ as"),
        ("a ‘motivating factor. ’ ” Ibid.", "a ‘motivating factor.’ ” Ibid."),
        ("upon oneself ”)", "upon oneself”)"),
    ],
)
def test_mended(found: str, mended: str) -> None:
    assert edited(kerned_marks.apply, found) == mended


@pytest.mark.parametrize(
    "text", ["in the ’358 patent", "half of ’76", "‘so.’ ” Ibid.", "of “the rule”"]
)
def test_left_alone(text: str) -> None:
    assert list(kerned_marks.apply(text)) == []
