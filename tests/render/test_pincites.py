"""How each passage is cited: the page where the source marks it, else the paragraph; and whose words they are."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from generator.model import Block, CaseInfo, Piece, Writing
from generator.render.pincites import Pincites, attribution, dated, page_pin, pincites
from tests.kit import SEEDS, case_of

OPINION = """\
Syllabus
Held: the lamp is no harbor light.
JUSTICE WHITE delivered the opinion of the Court.
The lamp burns on a private wharf.{first}  The Board ordered it put out.
The owner refused.{second} The Board sued.
The judgment is reversed.
<dissent author="POWELL" text="TRUE">
DISSENT BY: POWELL
JUSTICE POWELL, with whom THE CHIEF JUSTICE joins, dissenting.
A lamp is a light.{third} I would affirm.
"""
LANTERN = CaseInfo("Lantern Co. v. Board", "500 U.S. 335", decided=datetime.date(1991, 3, 5))


def cited(first: str, second: str, third: str, info: CaseInfo = LANTERN) -> dict[str, str | None]:
    case = case_of(OPINION.format(first=first, second=second, third=third), "lexis", info)
    parts = pincites(case)
    return {b.id: parts.of(b) for b in case.blocks if b.kind == "paragraph"}


def test_the_page_is_the_pin_where_the_source_marks_it():
    assert cited("[*336]", "[*337]", "[*338]") == {
        "syllabus-1": None,
        "p1": "Lantern Co. v. Board, 500 U.S. 335, 335–36 (1991)",
        "p2": "Lantern Co. v. Board, 500 U.S. 335, 336–37 (1991)",
        "p3": "Lantern Co. v. Board, 500 U.S. 335, 337 (1991)",
        "p4": "Lantern Co. v. Board, 500 U.S. 335, 337–38 (1991) (Powell, J., dissenting)",
    }


def test_the_paragraph_is_the_pin_where_the_pages_are_lost():
    assert cited("", "", "") == {
        "syllabus-1": None,
        "p1": "Lantern Co. v. Board, 500 U.S. 335, ¶ 1 (1991) (Pincite ed.)",
        "p2": "Lantern Co. v. Board, 500 U.S. 335, ¶ 2 (1991) (Pincite ed.)",
        "p3": "Lantern Co. v. Board, 500 U.S. 335, ¶ 3 (1991) (Pincite ed.)",
        "p4": "Lantern Co. v. Board, 500 U.S. 335, ¶ 4 (1991) (Pincite ed.) (Powell, J., dissenting)",
    }


@pytest.mark.parametrize(
    ("marks", "known"),
    [
        (("[*337]", "[*338]", ""), ["p2", "p3", "p4"]),  # before the first mark: 335 or 336
        (("[*336]", "[*338]", ""), ["p3", "p4"]),  # 337 began somewhere between the two
        (("[*336]", "[*339]", "[*340]"), ["p3", "p4"]),
        (("[*34]", "[*35]", ""), []),  # the pages of something else
        (("[*337]", "[*336]", ""), []),
    ],
)
def test_a_page_that_is_in_doubt_is_never_cited(marks, known):
    pins = cited(*marks)
    assert [k for k, v in pins.items() if v and "¶" not in v] == known


def test_pages_of_a_case_without_a_citation_are_nobody_s():
    pins = cited("[*336]", "[*337]", "[*338]", CaseInfo("Doe v. Roe", docket="No. 90-1"))
    assert pins["p1"] == "Doe v. Roe, No. 90-1, ¶ 1 (Pincite ed.)"


@pytest.mark.parametrize(
    ("first", "last", "pin"),
    [
        (341, 341, "341"),
        (341, 342, "341–42"),
        (299, 300, "299–300"),
        (99, 101, "99–101"),
        (9, 12, "9–12"),
        (1099, 1101, "1099–1101"),
        (1101, 1109, "1101–09"),
    ],
)
def test_repeated_digits_of_pages_are_dropped_but_for_the_last_two(first, last, pin):
    assert page_pin(first, last) == pin


@pytest.mark.parametrize(
    ("kind", "author", "byline", "words"),
    [
        ("majority", "White", "JUSTICE WHITE delivered the opinion of the Court.", ""),
        ("per-curiam", None, "PER CURIAM.", "per curiam"),
        ("plurality", "White", "", "plurality opinion"),
        (
            "concurrence-in-part-dissent-in-part",
            "Powell",
            "JUSTICE POWELL, with whom JUSTICE REHNQUIST joins, concurring in part and dissenting in part.",
            "Powell, J., concurring in part and dissenting in part",
        ),
        ("dissent", "Roberts", "CHIEF JUSTICE ROBERTS, dissenting.", "Roberts, C.J., dissenting"),
        ("dissent", "Burger", "BURGER, C. J., dissenting.", "Burger, C.J., dissenting"),
        (
            "dissent",
            "Breyer",
            "JUSTICE BREYER, with whom THE CHIEF JUSTICE joins, dissenting.",
            "Breyer, J., dissenting",
        ),
        (
            "concurrence-in-judgment",
            "Scalia",
            "Justice Scalia, concurring in part and concurring in the judgment.",
            "Scalia, J., concurring in part and concurring in the judgment",
        ),
        (
            "dissent",
            "Thomas",
            "Justice Thomas, dissenting from denial of certiorari.",
            "Thomas, J., dissenting from denial of certiorari",
        ),
        ("dissent", "Thomas", "Justice Thomas, dissenting, argues otherwise.", "Thomas, J., dissenting"),
        ("concurrence", "Kagan", "", "Kagan, J., concurring"),
        ("statement", "Sotomayor", "", "statement of Sotomayor, J."),
        ("dissent", None, "", "dissenting opinion"),
    ],
)  # fmt: skip
def test_the_parenthetical_says_whose_words_they_are(kind: Any, author, byline, words):
    writing = Writing("x", kind, author, (), (0, 0))
    assert attribution(writing, byline, CaseInfo()) == words


def test_without_a_byline_the_calendar_tells_the_chief_justice():
    court = CaseInfo(court="Supreme Court of the United States", decided=datetime.date(1986, 3, 5))
    assert attribution(Writing("x", "dissent", "Burger", (), (0, 0)), "", court).startswith(
        "Burger, C.J."
    )
    assert attribution(Writing("x", "dissent", "Powell", (), (0, 0)), "", court).startswith(
        "Powell, J."
    )


@pytest.mark.parametrize(
    ("court", "citation", "said"),
    [
        ("Supreme Court of the United States", "475 U.S. 335", "1986"),
        ("Supreme Court of the United States", "106 S. Ct. 1092", "1986"),
        ("United States Court of Appeals for the First Circuit", "748 F.2d 715", "1st Cir. 1986"),
        ("Court of Appeals of New York", "1 N.E.2d 1", "Court of Appeals of New York 1986"),
        (None, "748 F.2d 715", "1986"),
    ],
)
def test_the_court_is_named_unless_it_is_the_supreme_court(court, citation, said):
    info = CaseInfo(court=court, citation=citation, decided=datetime.date(1986, 3, 5))
    assert dated(info) == said


def test_a_note_is_cited_by_its_number():
    parts = Pincites("Doe v. Roe, 5 U.S. 1", "1991", {"majority": ""}, {"fn-1": (2, 2)})
    piece = (Piece((0, 1), (0, 1), 0),)
    for label, known in (("1", "2 n.1"), ("2", "n.2")):
        note = Block(
            f"fn-{label}", "footnote", None, "majority", None, "x", (0, 1), piece, label=label
        )
        assert parts.of(note) == f"Doe v. Roe, 5 U.S. 1, {known} (1991)"


def test_the_seeds_are_cited_by_paragraph_for_their_pages_are_lost():
    from generator.casefile import load_case_info
    from generator.convert import convert_file

    path = SEEDS["malley-v-briggs"]
    case = convert_file(path, "malley-v-briggs", load_case_info(path.parent / "case.yml"))
    parts = pincites(case)
    pins = {b.id: parts.of(b) for b in case.blocks}
    assert pins["p11"] == "Malley v. Briggs, 475 U.S. 335, ¶ 11 (1986) (Pincite ed.)"
    assert pins["p28"] == (
        "Malley v. Briggs, 475 U.S. 335, ¶ 28 (1986) (Pincite ed.) "
        "(Powell, J., concurring in part and dissenting in part)"
    )
    assert "¶ 32" in (pins["p32-q1"] or "")
    assert pins["part-i"] is None
