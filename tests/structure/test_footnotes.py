"""Footnote calls among all the other numbers of an opinion, and the writing that a lone note belongs to."""

from __future__ import annotations

import pytest

from generator.structure.footnotes import find_calls, owners


def calls(*texts: str, labels: str = "") -> list[list[str]]:
    found = find_calls(texts, bare=True, labels=frozenset(labels.split()))
    for text, row in zip(texts, found, strict=True):
        for call in row:
            assert text[slice(*call.span)].strip("[]fn") == call.label
    return [[c.label for c in row] for row in found]


def test_a_run_through_a_writing() -> None:
    assert calls(
        "The officer applied for a warrant. 1 It was refused, 2 and he tried again.",
        'He had no "good faith." 3',
        "That was in 1983; 4 the suit came later.",
    ) == [["1", "2"], ["3"], ["4"]]


@pytest.mark.parametrize(
    ("between", "found"),
    [
        ("It fell at once.2 Roe says why. 3", ["1", "2", "3"]),
        ('They called it "light."2 So it was. 3', ["1", "2", "3"]),
        ("It fell at once.2 Again it fell.2 Roe says why. 3", ["1", "3"]),  # which?
        ("It is in Rule 15.2 of the Board. 3", ["1", "3"]),
        ("It was worth 1,000 or 1.2 pounds. 3", ["1", "3"]),
        ("Form B2 says so. 3", ["1", "3"]),
        ("It is in App.2 of the brief. 3", ["1", "3"]),
    ],
)
def test_a_call_that_stands_glued_between_two_that_do_not(between: str, found: list[str]) -> None:
    assert calls(f"The lamp was lit. 1 {between}") == [found]


@pytest.mark.parametrize(
    "text",
    [
        "He was arrested on March 5 at home.",
        "See 457 U. S. 800, 818 (1982).",
        "Under 42 U. S. C. § 1983 he sued.",
        "See Fed. Rule Civ. Proc. 12 and Part 2 of the Act.",
        "Ten of the 12 jurors agreed on count 1 of the indictment.",
        "See id., at 3. See also App. 1 and Tr. 2.",
        "A plan adds 1 year of service.",
        "There were 2 officers, and 3 warrants.",
        "It was No. 1 on the list, in vol. 2 of the record.",
        "Justice is blind in 12 of 13 cases.",
    ],
)
def test_numbers_that_are_no_calls(text: str) -> None:
    assert calls(text) == [[]]


def test_a_run_is_not_broken_by_what_lies_between() -> None:
    assert calls(
        "One. 1 He served for 2 years, until March 3 of that year. 2 See 3 Cal. 4th 5. 3 The end."
    ) == [["1", "2", "3"]]


def test_one_call_may_be_lost() -> None:
    assert calls("It began. 1 It went on. 2", "Then the suit came. 4 It failed. 5") == [
        ["1", "2"],
        ["4", "5"],
    ]


def test_a_run_begins_at_one() -> None:
    assert calls("So it was. 7 And so it is. 8 Always. 9") == [[]]


def test_brackets() -> None:
    assert calls("So it was.[1] And so.[fn2] Always.[3]") == [["1", "2", "3"]]
    assert calls("So it was.[*] And so.[†]", labels="* †") == [["*", "†"]]


@pytest.mark.parametrize(
    "text", ["He said that he[5] would.", "the year [1983] and [sic]", "[a]ny person"]
)
def test_brackets_that_are_no_calls(text: str) -> None:
    assert calls(text) == [[]]


def test_brackets_count_where_a_note_is_there() -> None:
    assert calls("It began.[7] It went on.[8] It ended.[9]", labels="7 9") == [["7", "9"]]


def test_bare_numbers_only_where_asked() -> None:
    assert find_calls(["The end. 1 Again. 2"], bare=False) == [[]]


COURT = "the officer relied on the warrant that the magistrate issued, and on the lamp."
DISSENT = "the gang was famous for burglary, and the magistrate never saw the photograph."


@pytest.mark.parametrize(
    ("notes", "owner"),
    [
        (["the dissent reads it otherwise, post, at."], [0]),
        (["the majority says so, ante, at. i would ask for the photograph of the gang."], [1]),
        (
            ["we express no view of the lamp.", "the majority ignores the photograph, ante, at."],
            [0, 1],
        ),
        (
            ["the warrant was for a lamp.", "the burglary was by the gang, and i think it famous."],
            [0, 1],
        ),
        ([], []),
    ],
)
def test_owners(notes: list[str], owner: list[int]) -> None:
    assert owners(notes, [COURT, DISSENT]) == owner


def test_owners_never_go_back() -> None:
    notes = [
        "the majority, ante, at. i would see the gang.",
        "the dissent, post, at. we hold otherwise.",
    ]
    found = owners(notes, [COURT, DISSENT])
    assert found == sorted(found)


def test_nobody_owns_nothing() -> None:
    assert owners(["a note"], []) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It fell in 1999.2 The suit came later.", ["2"]),
        ("It fell in the spring.2 The suit came later.", ["2"]),
        ("See C. Corman, Limitation of Actions §§ 11.1.2, at 136.", []),
        ("See Corman § 11.2, at 170.", []),
    ],
)
def test_a_section_is_no_call_at_the_end_of_a_word(text: str, found: list[str]) -> None:
    (row,) = find_calls(
        [f"The lamp was lit.1 {text}"], bare=True, labels=frozenset(("1", "2")), glued=True
    )
    assert [c.label for c in row] == ["1", *found]
