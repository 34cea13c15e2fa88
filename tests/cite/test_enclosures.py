"""What stands inside what."""

from __future__ import annotations

import pytest

from generator.cite.enclosures import enclosures, is_aside, visible
from generator.model import Mention


def mention_of(text: str, words: str) -> Mention:
    start = text.index(words)
    return Mention(start, start + len(words), "full")


def inside(text: str, *cited: str) -> list[str]:
    return [text[s:e] for s, e in enclosures(text, [mention_of(text, c) for c in cited])]


def test_only_parentheses_behind_a_citation_enclose() -> None:
    text = "A v. B, 1 U.S. 1 (quoting C v. D) and (see E v. F) so."
    assert inside(text, "A v. B, 1 U.S. 1") == ["(quoting C v. D)"]


def test_a_second_parenthesis_belongs_to_the_same_citation() -> None:
    text = "A v. B, 1 U.S. 1 (emphasis added) (quoting C v. D)."
    assert inside(text, "A v. B, 1 U.S. 1") == ["(emphasis added)", "(quoting C v. D)"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('He said "the words of C v. D" then.', ['"the words of C v. D"']),
        ("He said “the words” then.", ["“the words”"]),
        ('5" pipe and more', []),
        ('"unfinished words', []),
    ],
)
def test_quotations(text: str, found: list[str]) -> None:
    assert inside(text) == found


def test_a_mark_without_a_partner_encloses_nothing_far_away() -> None:
    text = '"open ' + "word " * 600 + '"the end"'
    assert inside(text)[-1] == '"the end"'


def test_visible_only_from_within() -> None:
    spans = [(10, 30)]
    assert not visible((12, 20), spans, (40, 43))
    assert visible((12, 20), spans, (22, 25))
    assert not visible((12, 20), spans, None)
    assert visible((2, 8), spans, None)


@pytest.mark.parametrize(
    "lead",
    [
        "1 U.S. 1, quoting ",
        "1 U.S. 1 (1980), cert. denied, ",
        "1 F.3d 1, aff'd, ",
        "1 F.3d 1, rev'd on other grounds, ",
        "1 U.S. 1; quoted in ",
    ],
)
def test_asides(lead: str) -> None:
    text = lead + "2 U.S. 2"
    assert is_aside(
        text, Mention(len(lead), len(text), "full"), lead.index("1, ") + 1 if "1, " in lead else 0
    )


@pytest.mark.parametrize(
    "lead", ["1 U.S. 1; see ", "We reversed in ", "Petitioner, citing nothing, relies on "]
)
def test_no_asides(lead: str) -> None:
    text = lead + "2 U.S. 2"
    assert not is_aside(text, Mention(len(lead), len(text), "full"), 0)
