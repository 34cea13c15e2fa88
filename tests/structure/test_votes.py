"""Votes without an opinion and dispositions: lines that are no paragraphs, beside prose that is."""

from __future__ import annotations

import pytest

from tests.kit import case_of

HEAD = "JUSTICE WHITE delivered the opinion of the Court.\n\nA lamp is a light, and we so hold.\n\n"


def kind(line: str) -> str:
    """What ``line`` is at the end of an opinion."""
    return case_of(HEAD + line, "plain").blocks[-1].kind


@pytest.mark.parametrize(
    "line",
    [
        "MR. JUSTICE BLACK concurs in the result.",
        "MR. JUSTICE BLACK and MR. JUSTICE DOUGLAS dissent.",
        "JUSTICE KAGAN took no part in the consideration or decision of this case.",
        "THE CHIEF JUSTICE, MR. JUSTICE NELSON and MR. JUSTICE CLIFFORD dissented.",
        "BRODERICK, C.J., and DALIANIS and GALWAY, JJ., concurred.",
        "Baxter, J., Werdegar, J., and Chin, J., concurred.",
        "Pound, Lehman and Kellogg, JJ., concur with Cardozo, Ch. J.",
        "O'Brien and Crane, JJ., concur in result.",
        "Smith, P. J., and Jones, J., not participating.",
    ],
)
def test_votes(line: str) -> None:
    assert kind(line) == "vote"


@pytest.mark.parametrize(
    "line",
    [
        "Affirmed.",
        "REVERSED AND REMANDED.",
        "Affirmed in part, reversed in part, and remanded.",
        "Judgment affirmed, with costs.",
        "Judgment reversed, etc.",
        "Judgment for the plaintiff.",
        "Exceptions overruled.",
        "So ordered.",
        "December 23, 1946. Petition for rehearing denied.",
        "Rehearing denied May 3, 1946.",
    ],
)
def test_dispositions(line: str) -> None:
    assert kind(line) == "disposition"


@pytest.mark.parametrize(
    "line",
    [
        "The parties concur.",
        "Smith and Jones concurred.",  # of whom nothing says that they are judges
        "The justice of the peace concurred.",
        "Smith, J., concurred that the rule applies.",
        "Justice Harlan concurred in Katz.",
        "In that case, Smith, J., dissented.",
        "The Court of Appeals reversed, and Judge Smith dissented from its judgment.",
        "Baxter, J., found for the plaintiff.",
        "The judgment is affirmed.",  # a sentence of the court's
        "Judgment was for the plaintiff.",
        "Judgment for the plaintiff was entered.",
        "Overruled.",  # an objection
        "Rehearing was denied on the ground that the lamp was out.",
        "_____ is the word that he left out of the contract.",
        "Affirmed" + "," * 60 + "x",
        "Justice Black" + " and Justice Black" * 60,
    ],
)
def test_prose(line: str) -> None:
    assert kind(line) == "paragraph"


@pytest.mark.parametrize(
    "line",
    ["____________ THOMAS A. ALDER, Chief Justice", "/s/ Ruth Brook, Judge", "_____ J. Poole, J."],
)
def test_signatures(line: str) -> None:
    assert kind(line) == "vote"


def test_signatures_below_concurring() -> None:
    made = case_of(
        HEAD
        + "____ ANN ALDER, Chief Justice\nCONCURRING:\n____ RUTH E. BROOK, Vice Chief Justice\n"
        "____ CARL POOLE, Judge",
        "plain",
    )
    assert [b.kind for b in made.blocks[-4:]] == ["vote"] * 4
    assert made.writings[-1].joined_by == ("Brook", "Poole")


@pytest.mark.parametrize(
    ("line", "is_junk"),
    [("i — i", True), ("b — ) b-H", True), ("— I —", False), ("a. b. c.", False)],
)
def test_what_the_scanner_made_of_a_mark(line: str, is_junk: bool) -> None:
    made = case_of(HEAD + line + "\nSo the lamp went out.", "plain")
    assert (made.blocks[-2].kind == "notice") is is_junk
