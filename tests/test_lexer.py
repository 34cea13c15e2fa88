"""The lexer of raw opinions: it colours what a reader looks for, and never loses a character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pygments.lexers import get_lexer_by_name
from pygments.token import Comment, Generic, Keyword, Literal, Name, Number, String, Text

from generator.lexer import OpinionLexer
from tests.kit import OPINIONS, SEEDS


def tokens(text: str) -> list[tuple[object, str]]:
    return [(kind, value) for _, kind, value in OpinionLexer().get_tokens_unprocessed(text)]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("OPINION", Keyword, "OPINION"),
        ("CONCUR BY: POWELL (In Part)", Keyword, "CONCUR BY:"),
        ('<dissent author="BREYER" text="TRUE">', Name.Tag, "dissent"),
        ("opinion of the court", Comment, "opinion of the court"),
        ("breyer,concurring", Comment, "breyer,concurring"),
        ("JUSTICE WHITE delivered the opinion of the Court.", Generic.Heading, None),
        ("justice kagan,concurring in part and dissenting in part.", Generic.Heading, None),
        ("PER CURIAM.", Generic.Heading, None),
        ("II", Generic.Subheading, None),
        ("* * *", Generic.Subheading, None),
        ("It is so ordered.", Generic.Strong, None),
        ("See 457 U. S. 800, 818 (1982).", Literal, "457 U. S. 800, 818"),
        ("under 42 U. S. C. § 1983 he", Literal, "42 U. S. C. § 1983"),
        ("under § 1983 he", Literal, "§ 1983"),
        ("See Id., at 920, n. 21.", Name.Function, None),
        ("ante, at 341", Name.Function, "ante, at 341"),
        ("one [*341] two", Number, "[*341]"),
        ("one.[3]", Number, "[3]"),
        ("one. 3 Then", Number, "3"),
        ('he said "good faith" and', String, '"good faith"'),
        ("he said “good faith” and", String, "“good faith”"),
    ],
)
def test_coloured(text: str, kind: object, value: str | None) -> None:
    found = tokens(text)
    assert [v for k, v in found if k is kind and (value is None or v == value)], found


@pytest.mark.parametrize(
    "text",
    [
        "The opinion of the court below was vacated.",
        "He paid 12 dollars in 1983.",
        "I agree.",
        'a lost " mark',
        "Justice delayed is justice denied.",
        "antecedent postpone",
        "x" * 300,
    ],
)
def test_plain(text: str) -> None:
    assert {k for k, v in tokens(text) if v.strip()} == {Text}


def test_by_its_name() -> None:
    assert isinstance(get_lexer_by_name("opinion"), OpinionLexer)


@pytest.mark.parametrize("path", [*SEEDS.values(), *OPINIONS], ids=lambda p: p.parent.name + p.stem)
def test_no_character_is_lost_of_real_text(path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "".join(v for _, v in tokens(text)) == text


@given(st.one_of(st.text(), st.text('"“”<>=*[]()§ \n123AaIi.,US', max_size=120)))
def test_no_character_is_lost(text: str) -> None:
    assert "".join(v for _, v in tokens(text)) == text
