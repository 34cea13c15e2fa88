"""Cases called by name alone."""

from __future__ import annotations

import pytest

from generator.cite.names import NameFinder, in_italics, own_parties, parted, short_names
from generator.cite.recognise import recognise
from generator.model import Authority, Block

HARLOW = Authority("case", "457 U.S. 800", "Harlow v. Fitzgerald", 1982)
LEON = Authority("case", "468 U.S. 897", "United States v. Leon", 1984)
WOOD = Authority("case", "420 U.S. 308", "Wood v. Strickland", 1975)
SONY = Authority("case", "464 U.S. 417", "Sony Corp. v. Universal City Studios, Inc.", 1984)
CITED = [HARLOW, LEON, WOOD, SONY]


def finder(*lower: str, own: frozenset[str] = frozenset()) -> NameFinder:
    return NameFinder(short_names(CITED, [], own), frozenset(lower))


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("Under the Harlow standard, malice", ["Harlow"]),
        ("our development in Harlow and Leon. In Leon, we", ["Harlow", "Leon", "Leon"]),
        ("Harlow's rule", ["Harlow"]),
        ("so. The Harlow standard is", ["Harlow"]),
        ("Harlow requires it.", ["Harlow"]),
        ("as Harlow v. Fitzgerald holds", ["Harlow v. Fitzgerald"]),
        ("(quoting Sony Corp.)", ["Sony Corp."]),
        ("the Harlow Court held", ["Harlow"]),
        ("what Sony says", ["Sony"]),
    ],
)
def test_called(text: str, called: list[str]) -> None:
    assert [text[m.start : m.end] for m in finder().find(text, [])] == called


@pytest.mark.parametrize(
    "text",
    [
        "Justice Wood wrote",
        "Mr. Harlow testified",
        "Officer Leon arrived",
        "Detective John Harlow arrived",
        "Harlow Jones arrived",
        "B. Harlow, the clerk",
        "Harlow v. Jones is another case",
        "the wood was dry. Wood burns",
        "Leonard and Harlows",
        "Strickland was there",
    ],
)
def test_not_called(text: str) -> None:
    assert list(finder("wood").find(text, [])) == []


def test_a_taken_stretch_is_left_alone() -> None:
    text = "Harlow, supra, at 807, and Harlow again"
    assert [m.start for m in finder().find(text, [(0, 21)])] == [27]


def test_two_cases_of_one_name_are_candidates() -> None:
    other = Authority("case", "1 U.S. 1", "Harlow v. Smith", 1790)
    names = NameFinder(short_names([HARLOW, other], [], frozenset()), frozenset())
    (mention,) = names.find("the rule in Harlow is", [])
    assert mention.authority is None
    assert [a.key for a in mention.candidates] == ["457 U.S. 800", "1 U.S. 1"]


def test_common_parties_call_nothing() -> None:
    names = short_names([LEON], [], frozenset())
    assert set(names) == {"Leon", "United States v. Leon"}


def test_people_of_the_case_are_no_authorities() -> None:
    below = [
        Authority("case", "1 F.2d 1", "Dorn v. Smith"),
        Authority("case", "2 F.2d 2", "State v. Dorn"),
        Authority("case", "3 F.2d 3", "Roe v. Bar"),
    ]
    own = own_parties("Malley v. Briggs", below, ["Then petitioner John Kent said that"])
    assert own == {"malley", "briggs", "dorn", "kent"}
    assert "Dorn" not in short_names(below, [], own)
    assert list(finder(own=frozenset({"harlow"})).find("in Harlow we", [])) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("both Harlow and Poe v. Roe, 10 U. S. 30 (1990), say", "Poe v. Roe"),
        ("See Harlow and Poe, supra, at 32.", "Poe"),
        # a party of two names; what is not known; the case itself
        ("See Smith and Poe v. Roe, 10 U. S. 30 (1990).", "Smith and Poe v. Roe"),
        ("See Harlow and Poe v. Fitzgerald, 457 U. S. 800 (1982).", "Harlow and Poe v. Fitzgerald"),
    ],
)
def test_two_names_joined(text: str, name: str) -> None:
    (mention,) = (m for m in recognise(text) if m.kind in ("full", "supra-case"))
    whole = parted(mention, text, short_names(CITED, [], frozenset()))
    assert whole.name == name
    assert text[whole.start :].startswith(name)


def test_a_person_is_not_in_italics() -> None:
    """Where the source shows italics, a plain name is the party himself."""

    def block(text: str, *italics: str) -> Block:
        spans = tuple((text.index(i), text.index(i) + len(i)) for i in italics)
        return Block("p1", "paragraph", 1, "majority", None, text, (0, 1), (), emphasis=spans)

    def meant(*blocks: Block) -> list[str]:
        found = [(b, m) for b in blocks for m in finder().find(b.text, [])]
        kept = in_italics(found)
        return [b.text for b, m in found if id(m) in kept]

    said = [block(f"in Harlow {n}", "Harlow") for n in "abc"]
    person = block("then Harlow fled")
    assert meant(*said, person) == [b.text for b in said]
    assert meant(person) == [person.text]  # no italics anywhere
    assert meant(said[0], person) == [said[0].text, person.text]  # nothing to be sure of
