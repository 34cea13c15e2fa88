"""Signs of the font "Symbol"."""

from __future__ import annotations

import pytest

from generator.clean.symbol_font import SIGNS, apply


def applied(text: str) -> str:
    for edit in reversed(list(apply(text))):
        assert edit.kind == "decode"
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pet. App. 37a\uf02d47a", "Pet. App. 37a–47a"),
        ("§§541.500(a)(1)\uf02d(2)", "§§541.500(a)(1)–(2)"),
        ("a loss of \uf02d5 degrees", "a loss of −5 degrees"),
        ("\uf0b7 the first", "• the first"),
    ],
)
def test_a_minus_between_figures_is_a_dash(text: str, expected: str) -> None:
    assert applied(text) == expected


@pytest.mark.parametrize(("sign", "expected"), SIGNS.items())
def test_every_sign(sign: str, expected: str) -> None:
    assert len(sign) == len(expected) == 1
    assert "\uf000" <= sign <= "\uf0ff"
    assert applied(f"a {sign} b") == f"a {expected} b"


@pytest.mark.parametrize("text", ["37a–47a", "\ue000", "\uf0fe", "−5"])
def test_other_signs_stay(text: str) -> None:
    assert not list(apply(text))
