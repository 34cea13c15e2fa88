"""Runs of blanks become one blank."""

from __future__ import annotations

import pytest

from generator.clean import blanks
from tests.kit import edited


@pytest.mark.parametrize(
    ("found", "mended"),
    [
        ("a  b", "a b"),
        ("a\tb", "a b"),
        ("a\xa0b", "a b"),
        ("a \u2009 b", "a b"),
        ("a\u3000b", "a b"),
        ("end.  Then", "end. Then"),
    ],
)
def test_mended(found: str, mended: str) -> None:
    assert edited(blanks.apply, found) == mended


@pytest.mark.parametrize(
    "text",
    [
        "a b",
        "a\nb",  # the ends of lines are no blanks
        "ab",
    ],
)
def test_left_alone(text: str) -> None:
    assert list(blanks.apply(text)) == []


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("of the  to be", True),  # words in brackets were taken out
        ("immunity.  We hold", False),  # typists put two blanks after a sentence
        ("immunity.   We hold", True),  # but not three
        ('"immunity."  We hold', False),
        ("immunity. 3  We hold", False),  # a call stands between
        ("immunity?  We", False),
        ("as follows:  the", False),
        ("of the,  to be", True),
    ],
)
def test_suggests_cut(text: str, cut: bool) -> None:
    start = text.index("  ")
    end = start + len(text[start:]) - len(text[start:].lstrip(" "))
    assert blanks.suggests_cut(text, start, end) is cut


def test_one_blank_or_a_line_end_is_no_cut() -> None:
    assert not blanks.suggests_cut("of the to", 6, 7)
    assert not blanks.suggests_cut("of the\n  to", 6, 9)
