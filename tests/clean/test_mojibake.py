"""UTF-8 that was once read as Windows-1252."""

from __future__ import annotations

import pytest

from generator.clean import mojibake
from tests.kit import edited


@pytest.mark.parametrize(
    ("found", "mended"),
    [
        ("â€œprobable causeâ€\x9d", "“probable cause”"),
        ("the officerâ€™s", "the officer’s"),
        ("Â§ 1983", "§ 1983"),
        ("JosÃ©", "José"),
        ("pp. 3â€“4", "pp. 3–4"),
        ("42Â\xa0U.S.C.", "42 U.S.C."),  # a hard blank is shown as a plain one
    ],
)
def test_mended(found: str, mended: str) -> None:
    assert edited(mojibake.apply, found) == mended


@pytest.mark.parametrize(
    "text",
    [
        "Señor Núñez",
        "naïve façade",
        "Â is a letter",
        "“probable cause”",
        "§ 1983",
        "Ã",  # alone it may be anything
    ],
)
def test_left_alone(text: str) -> None:
    assert list(mojibake.apply(text)) == []
