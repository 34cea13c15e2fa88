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
        ("the  [*553]  [**1287] officer", "the officer"),
        ("475 U.S. 335\nthe *336 officer who *337 swore", "475 U.S. 335\nthe officer who swore"),
        ("a *12 b *13 c *14 d", "a b c d"),
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
        "a *12 b *13 c",  # too short a run where no first page is known
        "a *1 b *2 c *3 d *4 e",  # notes
        "475 U.S. 335\nsee *2 and *700",
        "2*341 is odd",
        "the * * * rule",
    ],
)
def test_left_alone(text: str) -> None:
    assert list(page_marks.apply(text)) == []


@pytest.mark.parametrize(
    ("mark", "page"), [("[*341]", ("*", 341)), ("  [*7] ", ("*", 7)), (" **341 ", ("**", 341))]
)
def test_number(mark: str, page: tuple[str, int]) -> None:
    assert page_marks.number(mark) == page
