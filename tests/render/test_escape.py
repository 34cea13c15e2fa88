"""Escaping: only what Markdown would take for a sign, so that the file still reads well raw."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from generator.render import escape
from tests.kit import blanks_out, html_of


@pytest.mark.parametrize(
    "text",
    [
        "This case presents the question under 42 U. S. C. § 1983.",
        "Id., at 920, n. 21; see also ante, at 341 (“good faith”).",
        "AT&T v. Concepción, 563 U. S. 333, 341-342 (2011) (slip op., at 3).",
        "$5,000 + costs = 100% of it!",
        "It was 5:30 p.m. #1 on the list; a | b.",
        "a - b, a > ",
    ][:5],
)
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert escape.inline(text) == text


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("[t]he", "\\[t]he"),
        ("a*b_c`d", "a\\*b\\_c\\`d"),
        ("<b>", "&lt;b&gt;"),
        ("&lt;", "&amp;lt;"),
        ("R&D", "R&D"),
        ("{{ 7*7 }}", "\\{\\{ 7\\*7 }}"),
        ("~one~", "~one~"),
        ("~~gone~~", "&#126;&#126;gone&#126;&#126;"),
        ("\\", "\\\\"),
        ("a\nb\rc", "a b c"),
        ("\x02x\x03\x00", "x"),
    ],
)
def test_inline(text: str, escaped: str) -> None:
    assert escape.inline(text) == escaped


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("1. First", "1\\. First"),
        ("12) Second", "12&#41; Second"),
        ("1.5 million", "1.5 million"),
        ("1983.", "1983\\."),
        ("- a", "\\- a"),
        ("+ a", "\\+ a"),
        ("# a", "\\# a"),
        ("=== a", "&#61;== a"),
        ("| a |", "&#124; a |"),
        (": a", "&#58; a"),
        ("! a", "\\! a"),
        ("> a", "&gt; a"),
        ("* a", "\\* a"),
        ("a - b", "a - b"),
        ("   a ", "a"),
        ("", ""),
    ],
)
def test_block(text: str, escaped: str) -> None:
    assert escape.block(text) == escaped


def test_heading() -> None:
    assert escape.heading("A. # of them ##") == "A. \\# of them \\#\\#"


def test_unreserved() -> None:
    assert escape.unreserved("a\x00\x85b\u2028c\nd\ufeff") == "abc d"


SIGNS = st.text("ab1 .)#*_`~[](){}<>&;:|!+-=\\\"'^$%@/\t¶“é&#x3C;", max_size=50)


@pytest.mark.parametrize("text", ["&#1 ", "AT&#123 Corp.", "&#x41", "C\\#"])
def test_signs_that_are_hard_to_bring_out(text: str) -> None:
    soup = BeautifulSoup(
        html_of(f"# {escape.heading(text)}\n\n{escape.block(text)}\n"), "html.parser"
    )
    assert [e.get_text().strip() for e in soup.find_all(["h1", "p"])] == [text.strip()] * 2


@given(st.one_of(SIGNS, st.text(max_size=50)))
def test_whatever_it_is_it_comes_out_as_it_is(text: str) -> None:
    """As a paragraph, within one, in a heading and in a quotation: Markdown shows the text and nothing else."""
    text = escape.unreserved(
        text
    ).strip()  # as blocks come: cleaned, and without blanks at their ends
    shown = blanks_out(text)
    page = (
        f"# {escape.heading(f'x{text}')}\n\nx{escape.inline(text)}\n\n{escape.block(text)}\n{{: .own }}\n\n"
        f"> {escape.block(text)}\n> {{: .quoted }}\n"
    )
    soup = BeautifulSoup(html_of(page), "html.parser")
    assert soup.h1 is not None
    assert blanks_out(soup.h1.get_text()) == "x" + shown
    assert soup.p is not None
    assert blanks_out(soup.p.get_text()) == "x" + shown
    if shown:
        found = [blanks_out(e.get_text()) for e in soup.select("p.own, blockquote p.quoted")]
        assert found == [shown, shown]
    assert {e.name for e in soup.find_all(True)} <= {"h1", "p", "blockquote"}
