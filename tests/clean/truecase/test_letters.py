"""Letters alone, what a lost bracket or hyphen parted or joined, and pages."""

from __future__ import annotations

import pytest

from generator.clean.truecase import Given, shipped, truecased
from generator.clean.truecase.letters import headed
from generator.clean.truecase.text import lines


def cased(text: str, **known: object) -> str:
    return truecased(text, shipped(), Given(**known))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        "He sued under b of the Act.",
        "See b E, which Congress amended.",
        "It is an element of a b violation.",
        "He invoked Exemption F of the Act.",
        "We hold, as I said, that I may be wrong.",
        "He cites a. The statute is plain.",
        "Gates, at T he officer can not excuse his default.",
        "We agree because i t is the magistrate who decides.",
        "The deputies ha d a warrant and wa s right.",
        "See App. to Pet. for Cert. i emphasis added.",
    ],
)
def test_a_letter_is_a_section_or_the_first_of_a_word(text: str) -> None:
    assert cased(text.lower()) == text


def test_a_letter_heads_a_paragraph_of_the_syllabus() -> None:
    text = "a state sued. held the state wins. pp.a the act applies. pp.\nb we agree. pp."
    assert cased(text, syllabus=len(text)) == (
        "A State sued. Held The State wins. Pp.a The Act applies. Pp.\nb We agree. Pp."
    )


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("held he wins. pp.\na the act applies.\nb we agree.", ["\na "]),
        ("a man sued.\nheld he wins.\na the act applies.\nb we agree.", ["\na the"]),
        ("held he wins.\na the act applies.", []),  # no "b": the article
        ("a the act applies.\nb we agree.", []),  # before anything is held
    ],
)
def test_an_a_is_a_letter_between_held_and_b(text: str, places: list[str]) -> None:
    assert headed(lines(text), len(text)) == {text.index(p) + 1 for p in places}


def test_behind_the_syllabus_a_is_the_article() -> None:
    assert headed(lines("held he wins.\na the act.\nb we agree."), 5) == frozenset()


def test_pages_of_a_citation_stay_small() -> None:
    assert cased("see doc. pp. we agree.") == "See Doc. pp. We agree."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("rooker and feldman make the rookerfeldman doctrine.", "RookerFeldman"),
        ("compare mckithen brown, which differs.", "McKithen"),
        ("a fisherman stood by.", "fisherman"),
    ],
)
def test_names_of_two_capitals(text: str, expected: str) -> None:
    assert expected in cased(text)
