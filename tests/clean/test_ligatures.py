"""Letters joined in one sign."""

from __future__ import annotations

import pytest

from generator.clean.ligatures import apply


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\ufb01led", "filed"),
        ("e\ufb00ect", "effect"),
        ("o\ufb03ce", "office"),
        ("su\ufb04", "suffl"),
    ],
)
def test_letters(text: str, expected: str) -> None:
    out = text
    for edit in reversed(list(apply(text))):
        assert edit.kind == "decode"
        out = out[: edit.start] + edit.text + out[edit.end :]
    assert out == expected


@pytest.mark.parametrize("text", ["filed", "æon", "œuvre", "½", "§"])
def test_what_is_no_ligature_stays(text: str) -> None:
    assert not list(apply(text))
