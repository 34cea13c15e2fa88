"""Links to a service's headnotes."""

from __future__ import annotations

import pytest

from generator.clean import headnote_links
from tests.kit import edited


@pytest.mark.parametrize(
    ("found", "mended"),
    [
        ("[HN1] A court may", "A court may"),
        ("so. HN12[↑] A court may", "so. A court may"),
        ("[***LEdHR1A]  [1A] A court may", "A court may"),
        ("so. LEdHN[1A] [1A] A court may", "so. A court may"),
        ("so. [**LEdHN2] A court may", "so. A court may"),
    ],
)
def test_mended(found: str, mended: str) -> None:
    assert edited(headnote_links.apply, found) == mended


@pytest.mark.parametrize("text", ["HN 1", "[1A] is a class", "JOHN1[2]", "see [HN]", "[1A] LEdHN"])
def test_left_alone(text: str) -> None:
    assert list(headnote_links.apply(text)) == []
