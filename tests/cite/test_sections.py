"""Section numbers: one, several, ranges, and one within another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cite.sections import base, limits, order, read_sections


@pytest.mark.parametrize(
    ("printed", "text", "rest"),
    [
        ("1983.", "1983", "."),
        ("1983's history", "1983", "'s history"),
        ("2000e-5(e)(1) (1976 ed.)", "2000e-5(e)(1)", " (1976 ed.)"),
        ("1332(a), (c)", "1332(a), (c)", ""),
        ("1981, 1983", "1981", ", 1983"),  # one sign, one section
        ("21-28-2.01;", "21-28-2.01", ";"),
        ("1.482-1T(b),", "1.482-1T(b)", ","),
        ("240.10b–5(b)", "240.10b-5(b)", ""),
        ("2D1.1(c)", "2D1.1(c)", ""),
        ("621 et seq. (1964 ed.)", "621 et seq.", " (1964 ed.)"),
        ("77k or 77l(a)(2) of this title", "77k, 77l(a)(2)", " of this title"),
        ("1983 and 1985", "1983", " and 1985"),
        ("2(a), (2) whether", "2(a)", ", (2) whether"),  # (2) begins something else
        ("2383-B(5)", "2383-B(5)", ""),
        ("2C:11-3", "2C:11-3", ""),
        ("5/9-1(a)", "5/9-1(a)", ""),
        ("841(b)(1)(A)(iii) and (B)(iii)", "841(b)(1)(A)(iii), (B)(iii)", ""),
        ("1983-type actions", "1983", "-type actions"),
    ],
)
def test_one(printed: str, text: str, rest: str) -> None:
    found = read_sections(printed, 0, several=False)
    assert found is not None
    assert (found.text, printed[found.end :]) == (text, rest)


@pytest.mark.parametrize(
    ("printed", "text", "rest"),
    [
        ("1981, 1983", "1981, 1983", ""),
        ("1981, 1983, and 1985(3).", "1981, 1983, 1985(3)", "."),
        ("1981–1983", "1981-1983", ""),
        ("1981--1983", "1981-1983", ""),
        ("2000e to 2000e-17", "2000e to 2000e-17", ""),
        ("919(c)-(d);", "919(c)-(d)", ";"),
        ("2314, 2315, 62 Stat. 806", "2314, 2315", ", 62 Stat. 806"),
        ("1331, 42 U. S. C. § 1983", "1331", ", 42 U. S. C. § 1983"),
        ("5, 6, 1994 ed.", "5, 6", ", 1994 ed."),
        (
            "16.576, 16.577(2) (Lexis 2003), 61.592(4) (Supp.)",
            "16.576, 16.577(2), 61.592(4)",
            " (Supp.)",
        ),
        ("1411(a), (c), and 1412", "1411(a), (c), 1412", ""),
        ("80a-8(b), 80a-29(a)–(b)", "80a-8(b), 80a-29(a)-(b)", ""),
    ],
)
def test_several(printed: str, text: str, rest: str) -> None:
    found = read_sections(printed, 0, several=True)
    assert found is not None
    assert (found.text, printed[found.end :]) == (text, rest)


@pytest.mark.parametrize("printed", ["", "the", "(a)", "§ 5", "1983and", ". 5"])
def test_no_section(printed: str) -> None:
    assert read_sections(printed, 0, several=True) is None


def test_note_only_where_asked() -> None:
    assert read_sections("3006A note,", 0, several=False, note=True).text == "3006A note"  # type: ignore[union-attr]
    assert read_sections("3006A note,", 0, several=False).text == "3006A"  # type: ignore[union-attr]


def test_order() -> None:
    sections = ["77", "77a", "77k", "77z", "77aa", "78", "2000e", "2000e-5", "2000e-17", "2000f"]
    assert sorted(sections, key=lambda s: order(s) or (0, 0, "", ())) == sections
    assert base("1332(a)(1)") == "1332"


@pytest.mark.parametrize(
    ("part", "first", "last"),
    [
        ("621-634", "621", "634"),
        ("77a-77aa", "77a", "77aa"),
        ("2000e to 2000e-17", "2000e", "2000e-17"),
        ("2000e-2000e-17", "2000e", "2000e-17"),
    ],
)
def test_limits(part: str, first: str, last: str) -> None:
    assert limits(part) == (order(first), order(last))


@pytest.mark.parametrize("part", ["2000e-5", "78aa-1", "1983", "1396r-8", "21-28-2.01"])
def test_no_limits(part: str) -> None:
    assert limits(part) is None


@given(
    st.lists(
        st.sampled_from(
            ["1983", "§", ", ", "(a)", "-", "–", " and ", "et seq.", "(1982)", " ", "b-5"]
        ),
        max_size=30,
    )
)
def test_whatever_follows(pieces: list[str]) -> None:
    text = "5" + "".join(pieces)
    found = read_sections(text, 0, several=True)
    if found:
        assert 0 < found.end <= len(text)
        assert all(found.parts)
