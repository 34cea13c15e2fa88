"""Quotation marks: what is quoted, and to which quotation a reference belongs."""

from __future__ import annotations

import pytest

from generator.link.quoted_marks import (
    quotation_after,
    quotation_before,
    quotations_before,
    quotations_in,
    sentence_start,
)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('He said "a lamp is out," and left.', ["a lamp is out,"]),
        ("He said “a lamp is out,” and left.", ["a lamp is out,"]),
        ("He said ``a lamp is out,'' and left.", ["a lamp is out,"]),
        ('"A lamp." "It is out."', ["A lamp.", "It is out."]),
        # nested marks belong to the quotation
        ("It held \"that 'the lamp' is out.\"", ["that 'the lamp' is out."]),
        ("“‘Our inquiry is confined.’”", ["‘Our inquiry is confined.’"]),
        # a word in brackets was lost at the beginning: the mark stands alone
        ('we held " general rule was clear." Id., at 4.', ["general rule was clear."]),
        ('("quoted in parentheses")', ["quoted in parentheses"]),
        ('the lamp--"a light"--burned', ["a light"]),
        # apostrophes are no quotations
        ("the officers' lamps and the court's 'tis", []),
        ("'single marks' are nested ones", []),
        # a mark that has lost its partner
        ('lost" here, but "this is whole" there', ["this is whole"]),
        ('opened "and never closed', []),
        ('opened "and lost, then "this is whole" there', ["this is whole"]),
        # long quotations are printed with a mark at the head of each paragraph and the last one closed
        ('"A paragraph of a long quotation', ["A paragraph of a long quotation"]),
        ('""', []),
        ('"', []),
        ("", []),
    ],
)
def test_quotations_in(text: str, quoted: list[str]) -> None:
    spans = quotations_in(text)
    assert [text[s:e] for s, e in spans] == quoted
    assert spans == sorted(spans)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('It is "out of order." @', "out of order."),
        ('As "the lamp is out," @, he may', "the lamp is out,"),
        ('It is "out of order." See @', "out of order."),
        ('It is "out of order." See, e.g., @', "out of order."),
        ('It is "out of order." But see @', "out of order."),
        ('It is "out of order" (emphasis added). @', "out of order"),
        ('It is not "hard to imagine" that rule which fits. @', "hard to imagine"),
        ('"First. Second part." @', "First. Second part."),
        ('The rule of "Smith v. Jones" stands, @', "Smith v. Jones"),
        ('A "first" and a "second" lamp, @', "second"),
        # the sentence is the limit
        ('He said "a lamp." The car was stopped. @', None),
        ('He said "a lamp." The car stopped, @', None),
        # the quotation has its own citation
        ('It said "a lamp," 475 U.S., at 341, and @', None),
        ('It said "a lamp," 475 U.S. 335, 341 (1986). See also @', None),
        ('It said "a lamp," ante, at 4, and so on, @', None),
        ('It said "a lamp." Ibid. And @', None),
        ('It has " lost ends, @', None),
        ("@", None),
    ],
)
def test_quotation_before(text: str, quoted: str | None) -> None:
    at = text.index("@")
    span = quotation_before(text.replace("@", "ante, at 5"), at)
    assert (text[slice(*span)] if span else None) == quoted


def test_quotations_before_are_nearest_first() -> None:
    text = 'A "first" and a "second" lamp, ante, at 5.'
    spans = quotations_before(text, text.index("ante"))
    assert [text[s:e] for s, e in spans] == ["second", "first"]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('ante, at 5 ("the lamp is out")', "the lamp is out"),
        ('ante, at 5, n. 3 (noting that "the lamp is out")', "the lamp is out"),
        ('ante, at 5 (emphasis added). "Another."', None),
        ('ante, at 5. "Another."', None),
        ("ante, at 5", None),
    ],
)
def test_quotation_after(text: str, quoted: str | None) -> None:
    span = quotation_after(text, len("ante, at 5"))
    assert (text[slice(*span)] if span else None) == quoted


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("One. Two is here", "Two is here"),
        ('He said "one." Two is here', "Two is here"),
        ("In Smith v. Jones, Inc. The", "In Smith v. Jones, Inc. The"),
        ("See 5 U. S. C. Annotated", "See 5 U. S. C. Annotated"),
        ("one. two is here", "one. two is here"),
        ("Is it? It is", "It is"),
    ],
)
def test_sentence_start(text: str, sentence: str) -> None:
    assert text[sentence_start(text, len(text)) :] == sentence
