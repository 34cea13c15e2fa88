"""Heads and feet of printed pages, in the shapes that they had from Term to Term."""

from __future__ import annotations

import time

import pytest

from generator.convert import convert
from generator.model import Case, CaseInfo
from generator.read import read_bytes
from generator.read.slip.sheets import SECTION, sheets

TEXT = """The lease was for seven years, and in the fourth of them the
Township wrote that it was over. The tenant sued at once, and
the court below gave him nothing. We granted the petition, for
the courts of appeals have long been divided on the question."""


@pytest.mark.parametrize(
    "words",
    [
        "Syllabus",
        "Opinion of the Court",
        "Per Curiam",
        "Decree",
        "KAGAN, J., dissenting",
        "O’CONNOR, J., concurring in judgment",
        "ROBERTS, C. J., concurring in part and dissenting in part",
        "Stevens, J., dissenting",
        "Opinion of SCALIA, J.",
        "Opinion of ROBERTS, C. J.",
        "Opinion of O’CONNOR, KENNEDY, and SOUTER, JJ.",
        "SCALIA, KENNEDY, THOMAS, and ALITO, JJ., dissenting",
        "ALITO, J., dissenting from denial of certiorari",
        "Statement of SOTOMAYOR, J.",
        "Statement of SOTOMAYOR, J., respecting denial of certiorari",
        "Appendix to opinion of BREYER, J.",
        "Appendix A to opinion of the Court",
    ],
)
def test_what_stands_on_a_page(words: str) -> None:
    assert SECTION.fullmatch(words)


@pytest.mark.parametrize(
    "words",
    [
        "The opinion of the Court",
        "It is so ordered.",
        "See KAGAN, J., dissenting",
        "I would affirm, and JUSTICE KAGAN dissents",
    ],
)
def test_what_no_page_is_headed_with(words: str) -> None:
    assert not SECTION.fullmatch(words)


HEADS = {
    "of mixed capitals": "{n}        McALDER v. DeBROOK ex rel. DÍAZ\n\n           Per Curiam\n\n",
    "of two lines": "{n}\n\nALDER BEE AND HONEY COMPANY v. BROOK \n\nTOWNSHIP\nPer Curiam\n\n",
    "as drawn": "{n} ALDER v. BROOK TOWNSHIP\nPer Curiam\n",
    "with their places": "{n}        ALDER v. BROOK TOWNSHIP\n\n           Per Curiam\n\n",
    "number first": "{n}\nCite as: 557 U. S. 167 (2009)\nPer Curiam\n",
    "number beside": "Cite as: 557 U. S. ____ (2009) {n}\nPer Curiam\n",
    "number after": "Cite as: 557 U. S. ___ (2009)\n\n{n}\n\nPer Curiam\n\n",
}


@pytest.mark.parametrize("between", ["\f", ""], ids=["form feeds", "none"])
@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_no_head_is_left_in_the_text(head: str, between: str) -> None:
    text = between.join(f"{head.format(n=n)}{TEXT}\n\n" for n in range(98, 104))
    found = sheets(text)
    assert [sheet.number for sheet in found] == list(range(98, 104))
    assert {sheet.section for sheet in found} == {"Per Curiam"}
    for sheet in found:
        assert [line.text for line in sheet.body] == TEXT.split("\n")


def test_a_long_line_of_names_takes_no_time() -> None:
    began = time.perf_counter()
    assert not SECTION.fullmatch("ALDER and " * 400 + "BROOK, JJ")
    assert not SECTION.fullmatch("ALDER, and A. " * 400)
    assert time.perf_counter() - began < 2


def test_figures_and_names_at_the_end_of_a_page_are_text() -> None:
    page = f"{TEXT}\nSee Doe v. Roe (CADC 2017).\n575 U. S., at 501.\n"
    text = "".join(
        f"Cite as: 589 U. S. ____ (2020)\n\n{n}\n\nPer Curiam\n{page}" for n in (1, 3, 5)
    )
    assert [sheet.body[-1].text for sheet in sheets(text)] == ["575 U. S., at 501."] * 3


# --- title pages


def _opinion(number: str, above: str, byline: str, section: str = "Opinion of the Court") -> Case:
    first = f"""Cite as: 590 U. S. ____ (2020)

1

{section}
SUPREME COURT OF THE UNITED STATES
_________________

{number}
_________________

STATE OF ALDER, PLAINTIFF v. STATE OF BROOK

{above}

[April 27, 2020]

{byline}
{TEXT}
"""
    second = f"2\n\nALDER v. BROOK\n{section}\n{TEXT}\nIt is so ordered.\n"
    syllabus = f"(Slip Opinion)\n\nOCTOBER TERM, 2019\n\n1\n\nSyllabus\n{TEXT}\n"
    text = f"{syllabus}\f{first}\f{second}"
    return convert(read_bytes(text.encode(), "alder.txt"), "alder", CaseInfo())


@pytest.mark.parametrize(
    ("number", "above"),
    [
        ("No. 141, Orig.", "ON EXCEPTIONS TO REPORT OF SPECIAL MASTER"),
        ("No. 22O65", "ON BILL OF COMPLAINT"),
        ("Nos. 21A244 and 21A247", "ON APPLICATIONS FOR STAYS"),
        ("Nos. 09–1454 and 09–1476", "ON WRITS OF CERTIORARI TO THE SUPREME COURT OF BROOK"),
    ],
)
def test_the_title_is_no_text(number: str, above: str) -> None:
    case = _opinion(number, above, "JUSTICE KAGAN delivered the opinion of the Court.")
    captions = [b.text for b in case.blocks if b.kind == "caption"]
    assert {"SUPREME COURT OF THE UNITED STATES", "[April 27, 2020]"} <= set(captions)
    assert [(w.kind, w.author) for w in case.writings] == [
        ("syllabus", None),
        ("majority", "Kagan"),
    ]
    paragraphs = [b for b in case.blocks if b.kind == "paragraph" and b.writing == "majority"]
    assert paragraphs[0].text.startswith("The lease was for seven years")


def test_a_byline_that_calls_a_note() -> None:
    byline = (
        "JUSTICE KAGAN announced the judgment of the Court and de\xad\nlivered the opinion of the Court with respect to"
        "\nParts I and II, in which THE CHIEF JUSTICE joins.*"
    )
    case = _opinion("No. 10–4321", "ON WRIT OF CERTIORARI", byline)
    assert [(w.kind, w.author, w.joined_by) for w in case.writings[1:]] == [
        ("majority", "Kagan", ("Roberts",))
    ]


def test_the_head_opens_the_opinion_behind_a_syllabus() -> None:
    case = _opinion("No. 10–4321", "ON WRIT OF CERTIORARI", "The facts are these.")
    assert [(w.kind, w.author) for w in case.writings] == [("syllabus", None), ("majority", None)]


def test_an_order_above_a_statement_is_a_line_of_its_own() -> None:
    page = f"""Cite as: 590 U. S. ____ (2020)

1

Statement of KAGAN, J.
SUPREME COURT OF THE UNITED STATES
ALDER v. BROOK TOWNSHIP
ON PETITION FOR WRIT OF CERTIORARI TO THE SUPREME COURT OF OHIO
No. 19–1106. Decided March 9, 2020
The petition for a writ of certiorari is denied.
Statement of JUSTICE KAGAN respecting the denial of certiorari.
{TEXT}
\f
2

ALDER v. BROOK TOWNSHIP
Statement of KAGAN, J.
{TEXT}
"""
    case = convert(read_bytes(page.encode(), "alder.txt"), "alder", CaseInfo())
    assert [(w.kind, w.author) for w in case.writings] == [("statement", "Kagan")]
    captions = [b.text for b in case.blocks if b.kind == "caption"]
    assert captions[-2:] == [
        "No. 19–1106. Decided March 9, 2020",
        "The petition for a writ of certiorari is denied.",
    ]
