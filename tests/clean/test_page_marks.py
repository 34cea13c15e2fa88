"""Star pages in the text."""

from __future__ import annotations

import pytest

from generator.clean import page_marks
from tests.kit import edited


@pytest.mark.parametrize(
    ("found", "mended"),
    [
        ("the officer [*341] acted", "the officer acted"),
        ("the officer[*341]  acted", "the officer acted"),
        ("the of[*341]ficer", "the officer"),  # a page may turn within a word
        ("[*301]      JUSTICE WHITE", "JUSTICE WHITE"),
        ("one\n[*5] two", "one\ntwo"),
    ],
)
def test_mended(found: str, mended: str) -> None:
    assert edited(page_marks.apply, found) == mended


@pytest.mark.parametrize(
    "text",
    [
        "see note [1]",
        "[*] the star of a footnote",
        "[*****12] no reporter’s page",
        "[*341a]",
        "* 341",
    ],
)
def test_left_alone(text: str) -> None:
    assert list(page_marks.apply(text)) == []


@pytest.mark.parametrize(("mark", "page"), [("[*341]", 341), ("  [*7] ", 7), ("[**341]", None)])
def test_number(mark: str, page: int) -> None:
    assert page_marks.number(mark) == page
