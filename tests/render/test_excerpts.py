"""Sentences, and the words marked in them."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Block, Mark, Span
from generator.render.excerpts import (
    LONGEST,
    NEAR,
    SHORT,
    WHOLE,
    excerpt,
    extracts,
    sentences,
    united,
)
from tests.kit import blanks_out, html_of
from tests.render.made import one_paragraph

LONG = "This sentence is only here to make the paragraph longer than a short one may be. " * 8


def block(text: str, *marks: Mark) -> Block:
    return one_paragraph((text, marks)).blocks[0]


@pytest.mark.parametrize(
    "text",
    [
        "We affirm.|It is so ordered.",
        "Is it so?|It is!|We affirm.",
        'He said "never."|Ante, at 5.|The Court errs.',
        "The lamp was out.[3]|The keeper slept.",
        "The lamp was out. [3]|The keeper slept.",
        "Ante, at 341 (emphasis added).|The Court errs.",
        "Ibid.|The Court errs.",
        "See n. 3, supra.|The Court errs.",
        'It is law.|"No lamp is lit."|We agree.',
        "They came in 1986.|Then they left.",
        "He came.|(The pilot slept.)|We affirm.",
        "See Leon, 468 U.S. at 922, n. 23.|See also Harlow.",
        # What ends no sentence.
        "Malley v. Briggs, 475 U. S. 335, is cited.",
        "Mr. Justice White and J. P. Stevens agree with Smith & Co. Inc. of Elm.",
        "See App. 78 and Fed. Rule Civ. Proc. 56 of the D. C. Cir. Rules.",
        "He said... and then no more.",
        # Flattened: no capitals.
        "the court errs.|see ante, at.|the lamp was out.",
        "we hold.|ibid.|quoting app. the rest",
        "malley v. briggs, u.s. at.|we hold",
        "",
        "no stop at all",
    ],
)
def test_sentences(text: str) -> None:
    plain = text.replace("|", " ")
    assert [plain[s:e] for s, e in sentences(plain)] == [t for t in text.split("|") if t]


@given(st.text("ab. AB?!\"'()[]1\n", max_size=200))
def test_sentences_hold_the_whole_text_in_order(text: str) -> None:
    found = sentences(text)
    cursor = 0
    for start, end in found:
        assert cursor <= start < end
        assert not text[cursor:start].strip()
        cursor = end
    assert not text[cursor:].strip()


class TestExtracts:
    def test_what_is_short_is_shown_whole(self) -> None:
        text = "One. " * 20
        assert extracts(text, [(0, 3)]) == [(0, len(text))]

    def test_the_sentence_of_a_long_paragraph(self) -> None:
        text = LONG + "The lamp was out that night, as everybody in the harbor knew. " + LONG
        at = text.index("lamp")
        ((start, end),) = extracts(text, [(at, at + 4)])
        assert text[start:end] == "The lamp was out that night, as everybody in the harbor knew."

    def test_a_reference_alone_is_shown_with_the_sentence_before(self) -> None:
        text = LONG + "The lamp was out. Ante, at 341 (emphasis added). " + LONG
        at = text.index("Ante")
        ((start, end),) = extracts(text, [(at, at + 12)])
        assert text[start:end] == "The lamp was out. Ante, at 341 (emphasis added)."

    def test_sentences_apart(self) -> None:
        text = f"The lamp was lit at the first hour. {LONG}The lamp went out at the third hour."
        spans = [(4, 8), (len(text) - 30, len(text) - 20)]
        assert len(extracts(text, spans)) == 2

    def test_what_little_is_left_out_is_not(self) -> None:
        text = f"Oh no. {LONG}"
        at = text.index("only")
        ((start, _),) = extracts(text, [(at, at + 4)])
        assert start == 0

    def test_nothing_known_shows_all_up_to_a_limit_then_the_beginning(self) -> None:
        text = (LONG * 4)[:WHOLE].rstrip()
        assert extracts(text, []) == [(0, len(text))]
        ((start, end),) = extracts(LONG * 4, [])
        assert start == 0
        assert end <= SHORT + NEAR
        assert (LONG * 4)[end - 1] == "."

    def test_a_sentence_without_end_is_cut_at_blanks(self) -> None:
        text = "and so the word goes on " * 400
        ((start, end),) = extracts(text, [(5000, 5010)])
        assert end - start <= LONGEST
        assert text[start - 1] == " "
        assert text[end] == " "

    def test_letters_without_blanks(self) -> None:
        ((start, end),) = extracts("a" * 9000, [(5000, 5010)])
        assert start < 5000 < 5010 < end

    @given(
        st.text("ab. A", max_size=900),
        st.lists(st.tuples(st.integers(-3, 950), st.integers(-3, 950)), max_size=4),
    )
    def test_what_is_asked_for_is_shown(self, text: str, spans: list[Span]) -> None:
        found = extracts(text, spans)
        for (_, before), (after, _) in pairwise(found):
            assert before < after
        for start, end in spans:
            if 0 <= start < end <= len(text) and text[start:end].strip():
                shown = [k for k in range(start, end) if any(s <= k < e for s, e in found)]
                assert "".join(text[k] for k in shown).split() == text[start:end].split()


class TestExcerpt:
    def test_marks_and_links(self) -> None:
        text = 'The "lamp was out," ante, at 5.'
        made = excerpt(block(text), [], [(5, 17)], [((20, 30), "<span>[", "](index.md#p1)</span>")])
        assert made == ('The "<mark>lamp was out</mark>," <span>[ante, at 5](index.md#p1)</span>.')

    def test_a_link_interrupts_a_mark(self) -> None:
        made = excerpt(block("one two three"), [], [(0, 13)], [((4, 7), "[", "](x.md)")])
        assert made == "<mark>one</mark> [two](x.md) <mark>three</mark>"

    def test_marks_that_overlap_are_one(self) -> None:
        assert (
            excerpt(block("one two three"), [], [(0, 5), (4, 7)], [])
            == "<mark>one two</mark> three"
        )
        assert united([(4, 7), (0, 5), (-1, 2), (3, 99), (6, 6)], 20) == [(0, 7)]

    def test_what_is_left_out_is_said(self) -> None:
        text = LONG + "The lamp was out that night, as everybody in the harbor knew. " + LONG
        at = text.index("lamp")
        made = excerpt(block(text), [(at, at + 4)], [], [])
        assert made.startswith("&#91;…&#93; The lamp")
        assert made.endswith("knew. &#91;…&#93;")

    def test_calls_are_raised_and_pages_left_out(self) -> None:
        text = "The lamp was out. [3] The keeper slept."
        marks = (
            Mark("page", 4, 4, "341", "page-341", (0, 1)),
            Mark("footnote-call", 18, 21, "3", "fnref-3", (0, 1), "fn-3"),
        )
        made = excerpt(block(text, *marks), [], [], [])
        assert made == "The lamp was out.<sup>3</sup> The keeper slept."

    def test_a_call_belongs_to_the_sentence_before(self) -> None:
        text = LONG + "[3] The keeper slept through all of the night that the ship came in. " + LONG
        at = text.index("[3]")
        call = Mark("footnote-call", at, at + 3, "3", "fnref-3", (0, 1))
        made = excerpt(block(text, call), [(at + 6, at + 9)], [], [])
        assert made.startswith("&#91;…&#93; The keeper")

    def test_nothing(self) -> None:
        assert excerpt(block(""), [], [], []) == ""
        assert excerpt(replace(block("x"), text=" "), [(0, 1)], [], []) == ""

    @given(
        st.text("ab1 .)#*_`~[](){}<>&;:|!+-=\\\"'^$%@/§¶“é\n", min_size=1, max_size=60),
        st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=3),
        st.tuples(st.integers(0, 60), st.integers(0, 60)),
    )
    def test_hostile_text_stays_text(self, text: str, marks: list[Span], ref: Span) -> None:
        link = (ref, '<span class="ref">[', "](index.md#p1)</span>")
        made = excerpt(block(text), [], marks, [link])
        html = html_of(f"---\ntitle: x\n---\n\n{made}\n")
        soup = BeautifulSoup(html, "html.parser")
        assert {e.name for e in soup.find_all(True)} <= {"p", "mark", "span", "a"}
        assert all(a["href"] == "index.md#p1" for a in soup.find_all("a"))
        assert blanks_out(soup.get_text()) == blanks_out(text)
