"""Quotation beside original: what is marked as altered costs nothing, all else is told word by word."""

from __future__ import annotations

import pytest

from generator.link.quoted_align import Alignment, aligned, pieces
from generator.link.quoted_words import words_of

TEXT = (
    "Defendants will not be immune if, on an objective basis, it is obvious that no reasonably competent officer "
    "would have concluded that a warrant should issue; but if officers of reasonable competence could disagree on "
    "this issue, immunity should be recognized."
)


def laid(quoted: str, original: str = TEXT) -> Alignment | None:
    quote, there = words_of(quoted), words_of(original)
    core = max(pieces(quote), key=lambda p: len("".join(quote.norms[slice(*p)])))
    return aligned(quote, there, core, (0, len(there)))


@pytest.mark.parametrize(
    ("quoted", "original"),
    [
        ("no reasonably competent officer would have concluded", TEXT),
        ("[N]o reasonably competent officer", TEXT),
        ("if . . . it is obvious that no reasonably competent officer", TEXT),
        ("it is obvious . . . that a warrant should issue", TEXT),
        ("[The] competent officer would have concluded that a warrant should issue", TEXT),
        ("no [such] officer would have concluded", TEXT),
        ("no reasonably competent [policeman] would have concluded", TEXT),
        ("would have conclud[ing] that a warrant should issue", TEXT),
        ("immunity should be recognized [sic]", TEXT),
        ("no ‘reasonably competent officer’ would have", TEXT),
        ("that a war rant should is sue", TEXT),
        ("call ed i n the ordinary case", "called in the ordinary case"),
        ("it cannot be so", "it can not be so"),
        (
            "a reasonably officer in that position",
            "a reasonably well-trained officer in that position",
        ),
        (
            "a reasonably well-trained officer in that position",
            "a reasonably officer in that position",
        ),
    ],
)
def test_same(quoted: str, original: str) -> None:
    match = laid(quoted, original)
    assert match
    assert match.changes == ()
    assert match.score == match.likeness == 1.0


@pytest.mark.parametrize(
    ("quoted", "changes", "found"),
    [
        ("no competent officer would have concluded", (("", "reasonably"),), 6),
        ("no reasonably able officer would have", (("able", "competent"),), 5),
        ("could agree on this issue", (("agree", "disagree"),), 4),
        ("immunity should always be recognized", (("always", ""),), 4),
        ("this issue, immunity should be granted", (("granted", "recognized"),), 5),
    ],
)
def test_altered(quoted: str, changes: tuple[tuple[str, str], ...], found: int) -> None:
    match = laid(quoted)
    assert match
    if quoted.endswith(
        "granted"
    ):  # behind the last word that matches the original's words do not count
        changes = (("granted", ""),)
    assert match.changes == changes
    assert match.found == found
    assert match.likeness < 1.0


def test_the_nearest_words_are_taken_beyond_an_ellipsis() -> None:
    original = "it is not so here, and it is not found that this is controlling, though not much"
    match = laid("not . . . controlling", original)
    assert match
    words = original.replace(",", "").split()
    assert words[slice(*match.span)] == "not found that this is controlling".split()


def test_stray_words_far_off_are_not_taken() -> None:
    original = "lamp one two three four five six seven eight nine ten a red light burns at dusk"
    match = laid("lamp with a red light burns at dusk", original)
    assert match
    assert match.span == (11, 17)
    assert match.changes == (("lamp with", ""),)


def test_a_dropped_citation_costs_as_much_as_a_phrase() -> None:
    original = "the rule is clear, Smith v. Jones, 12 U. S. 34, 35, n. 6 (1990), and we follow it as it stands"
    match = laid("the rule is clear and we follow it as it stands", original)
    assert match
    assert match.score == 1.0
    assert match.cost == 4


@pytest.mark.parametrize(
    ("quoted", "parts"),
    [
        ("a b c", ["a b c"]),
        ("a . . . b c", ["a", "b c"]),
        ("[a] b [c d] e", ["b", "e"]),
        (". . . a b . . .", ["a b"]),
        ("[a]", []),
        ("", []),
    ],
)
def test_pieces(quoted: str, parts: list[str]) -> None:
    words = words_of(quoted)
    assert [" ".join(words.norms[s:e]) for s, e in pieces(words)] == parts


def test_nothing_in_common() -> None:
    assert laid("zebras graze") is None
