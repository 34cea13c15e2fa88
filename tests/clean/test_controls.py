"""Characters that no reader can see."""

from __future__ import annotations

import pytest

from generator.clean import controls
from tests.kit import edited


@pytest.mark.parametrize(
    ("found", "mended"),
    [
        ("a\x00b", "ab"),
        ("a\x1fb", "ab"),
        ("a\x7fb", "ab"),
        ("\ufeffa", "a"),
        ("a\u200bb", "ab"),
        ("\u202edecnetnes\u202c", "decnetnes"),  # a text that reads otherwise than it is stored
        ("a\u2066b\u2069", "ab"),
        ("\x93probable cause\x94", "“probable cause”"),  # Windows-1252 that was read as Latin-1
        ("the officer\x92s", "the officer’s"),
        ("a\x81b", "ab"),  # a place that Windows-1252 leaves empty
    ],
)
def test_mended(found: str, mended: str) -> None:
    assert edited(controls.apply, found) == mended


@pytest.mark.parametrize(
    "text",
    [
        "a\tb",
        "a\nb",
        "§ 1983, “cause” – naïve",
        "a\u200db",  # a joiner is part of a letter
    ],
)
def test_left_alone(text: str) -> None:
    assert list(controls.apply(text)) == []
