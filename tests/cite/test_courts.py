"""What the parenthetical of a citation says of court and year."""

from __future__ import annotations

from importlib.resources import files

import pytest
from courts_db import courts
from hypothesis import given
from hypothesis import strategies as st

from generator.cite.courts import court_of, year_of

ROWS = [
    line.split("\t")
    for line in files("generator").joinpath("data/courts.tsv").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
CIRCUITS = "1st 2d 3d 4th 5th 6th 7th 8th 9th 10th 11th".split()


@pytest.mark.parametrize(
    ("printed", "court"),
    [
        # The Supreme Court's style
        ("CA9 2010", "9th Cir."),
        ("CA2 1999", "2d Cir."),
        ("CA DC 1994", "D.C. Cir."),
        ("CADC 1994", "D.C. Cir."),
        ("CA Fed. 2001", "Fed. Cir."),
        ("CA5 Unit B 1981", "5th Cir. Unit B"),
        ("SDNY 1999", "S.D.N.Y."),
        ("ND Cal. 2011", "N.D. Cal."),
        ("CD Cal., Mar. 15, 2007", "C.D. Cal."),
        ("ED Tenn., Feb. 17, 2004", "E.D. Tenn."),
        ("MD Fla. 1990", "M.D. Fla."),
        ("SD W. Va. 1990", "S.D. W. Va."),
        ("DC 1982", "D.D.C."),
        ("NJ 1985", "D.N.J."),
        ("PR 1978", "D.P.R."),
        ("Bkrtcy. Ct. ND Ohio 1990", "Bankr. N.D. Ohio"),
        ("Bkrtcy. Ct. Ore. 1982", "Bankr. D. Or."),
        ("Bkrtcy. App. Panel CA9 1990", "B.A.P. 9th Cir."),
        ("Cal. App. 1999", "Cal. Ct. App."),
        ("Fla. App. 1990", "Fla. Dist. Ct. App."),
        ("Mich. App. 1990", "Mich. Ct. App."),
        ("Tex. Crim. App. 1990", "Tex. Crim. App."),
        ("App. D. C. 1983", "D.C."),
        ("Super. Ct. Sacramento Cty., Apr. 19, 1976", "Super. Ct. Sacramento Cty."),
        # the same in older volumes
        ("S. D. N. Y. 1999", "S.D.N.Y."),
        ("D. C. S. D. N. Y. 1951", "S.D.N.Y."),
        ("D. C. Mass. 1950", "D. Mass."),
        ("C. C. A. 2d 1934", "2d Cir."),
        ("CCA9 1940", "9th Cir."),
        ("CC Mass. 1815", "C.C.D. Mass."),
        ("CC ED Pa. 1823", "C.C.E.D. Pa."),
        ("C.C.S.D.N.Y. 1890", "C.C.S.D.N.Y."),
        ("CC DC 1807", "C.C.D.C."),
        ("D. C. 1980", "D.C."),
        # the Bluebook's, and the ways of other courts and publishers
        ("9th Cir. 2010", "9th Cir."),
        ("2nd Cir. 2010", "2d Cir."),
        ("3rd Cir.2010", "3d Cir."),
        ("Ninth Circuit 2010", "9th Cir."),
        ("D.C. Circ. 1990", "D.C. Cir."),
        ("9th Cir. BAP 2001", "B.A.P. 9th Cir."),
        ("N.D.Tex.1999", "N.D. Tex."),
        ("D.Utah 1999", "D. Utah"),
        ("D Md. 1990", "D. Md."),
        ("E.D. La. Feb. 8, 1990", "E.D. La."),
        ("Bankr.S.D.N.Y.1990", "Bankr. S.D.N.Y."),
        ("Ind.Ct.App.1999", "Ind. Ct. App."),
        ("N.J. Super. A.D. 1990", "N.J. Super. Ct. App. Div."),
        ("N.J. Super.Ct. 1990", "N.J. Super. Ct."),
        ("2d Dept. 1990", "N.Y. App. Div."),
        ("Fla. 3d DCA 1999", "Fla. Dist. Ct. App."),
        ("Tex. App.—Houston [14th Dist.] 1990", "Tex. App."),
        ("Ohio Ct. App. 1st Dist. 1990", "Ohio Ct. App."),
        ("Supreme Court of Alabama 1990", "Ala."),
        ("N. Y. Sup. Ct. 1990", "N.Y. Sup. Ct."),
        ("Superior Court of Pennsylvania 1990", "Pa. Super. Ct."),
        ("U.S. Court of Appeals for the Ninth Circuit 1990", "9th Cir."),
        # the highest court of a State
        ("Del. 1985", "Del."),
        ("N. Y. 1990", "N.Y."),
        ("NY 1990", "N.Y."),
        ("N. J. 1990", "N.J."),
        ("Ore. 1990", "Or."),
        ("W. Va. 1990", "W. Va."),
        ("Wyo.", "Wyo."),
        # what stands beside the court
        ("(CA9 2010)", "9th Cir."),
        ("CA9 2010 (en banc)", "9th Cir."),
        ("CA9, en banc, 1990", "9th Cir."),
        ("Colo. 1990, as modified", "Colo."),
        ("CA9  \n 2010", "9th Cir."),
        ("K. B. 1765", "K.B."),
        ("Maryland 1990", "Md."),
    ],
)
def test_court(printed: str, court: str) -> None:
    assert court_of(printed) == court


@pytest.mark.parametrize(
    "printed",
    [
        *(
            "",
            " ",
            "2010",
            "(1986)",
            "Mar. 15, 2007",
            "May 6, 2009",
            "Oct. Term 1990",
            "summer 1990",
            "1993–1994",
        ),
        *(
            "2d ed. 1990",
            "5th ed. 2004",
            "rev. ed. 1990",
            "J. Cooke ed. 1961",
            "B. Ostrager & T. Newman eds. 2006",
        ),
        *(
            "West 2000",
            "West Supp. 2010",
            "Lexis 1990",
            "Supp. 2010",
            "2001 and Supp. 2005",
            "N.Y. McKinney 1990",
        ),
        *(
            "Cal. West 1990",
            "H. Judiciary Comm. Print 1990",
            "emphasis added",
            "per curiam 1990",
            "en banc",
        ),
        *(
            "quoting the Court of Appeals",
            "published by National Labor Relations Board 1990",
            "15 S.Ct. 900, 39 L.Ed. 1023",
        ),
        *(
            "U. S. 1990",
            "CA12 1990",
            "CA0 1990",
            "12th Cir. 1990",
            "3d Dist. 1990",
            "App. 3",
            "dissenting",
            "or 1990",
            "col. 3",
        ),
    ],
)
def test_no_court(printed: str) -> None:
    assert court_of(printed) is None


@pytest.mark.parametrize("number", range(1, 12))
def test_circuits(number: int) -> None:
    court = f"{CIRCUITS[number - 1]} Cir."
    for printed in (
        f"CA{number}",
        f"CA {number} 1990",
        f"C.A.{number} 1990",
        f"CCA{number}",
        f"{court} 1990",
        court,
    ):
        assert court_of(printed) == court


@pytest.mark.parametrize("row", ROWS[1:], ids=lambda row: f"{row[0]}-{row[1]}-{row[3][:12]}")
def test_every_row_of_the_table(row: list[str]) -> None:
    kind, court, appeals, printed = row
    spellings = [s.strip() for s in printed.split(";") if s.strip()]
    assert all(court_of(f"{s} 1990") == court for s in [court, *spellings] if kind != "word")
    if kind == "state":
        assert court_of(f"{court} App. 1990") == appeals
        assert (
            court_of(f"S.D. {court} 1990")
            == ("S.D." if court.replace(".", "").isupper() else "S.D. ") + court
        )
        assert (
            court_of(f"ED {court} 1990")
            == court_of(f"E. D. {court} 1990")
            == court_of(f"E.D.{court} 1990")
        )
        assert court_of(f"Bankr. D. {court} 1990") == court_of(f"Bkrtcy. Ct. {court} 1990")
    elif kind == "word":
        wanted = {"appeals": "Cal. Ct. App.", "highest": "Cal."}.get(court, f"Cal. {court}")
        known = [] if court in ("appeals", "highest") else [court]
        assert all(court_of(f"Cal. {s} 1990") == wanted for s in [*known, *spellings])
    else:
        assert kind == "court"
        assert not appeals


def test_federal_courts_of_courts_db_keep_their_names() -> None:
    """All but those that the Bluebook spells otherwise."""
    letters = str.maketrans("", "", " .'")
    changed = {}
    for court in courts:
        name = court["citation_string"].strip()
        ours = court_of(name)
        same = (ours or "").translate(letters).lower() == name.translate(letters).lower()
        if court["system"] == "federal" and not same and not name.endswith("BAP"):
            changed[name] = ours
    assert (
        changed.items()
        <= {
            "3rd Cir.": "3d Cir.",
            "D. Maryland": "D. Md.",
            "D. Minnesota": "D. Minn.",
            "M.D. Penn.": "M.D. Pa.",
            "Bankr. M.D. Penn.": "Bankr. M.D. Pa.",
            "Bankr. S.D. Florida": "Bankr. S.D. Fla.",
            "Bankr. N. Mar. I.": "Bankr. D. N. Mar. I.",
            "Bankr. D.C.": "Bankr. D.D.C.",
            "Super. Ct. S.D. Fla.": "Fla. Super. Ct.",
            "Cir. Ct. Del.": "Del. Cir. Ct.",
            "Cir. Ct. N.C.": "N.C. Cir. Ct.",
            "Cir. Ct. Tenn.": "Tenn. Cir. Ct.",
            "Temp. Emerg. Ct. App.": "Temp. Emer. Ct. App.",
            "A.C.C.A.": "A. Ct. Crim. App.",
            "A.F.C.C.A.": "A.F. Ct. Crim. App.",
            "N.M.C.C.A.": "N-M. Ct. Crim. App.",
            "Tax Ct.": "T.C.",
            "M.C.": None,  # two letters are too few to look up
            "SCOTUS": None,
        }.items()
    )


def test_a_court_that_only_courts_db_has() -> None:
    assert court_of("T.T.A.B. 1990") == "T.T.A.B."
    assert court_of("Cal. App. Dep't Super. Ct. 1990") == "Cal. App. Dep't Super. Ct."


@pytest.mark.parametrize(
    ("printed", "year"),
    [
        ("1986", 1986),
        ("CA9 2010", 2010),
        ("CD Cal., Mar. 15, 2007", 2007),
        ("Oct. 21, 1999, amended 2000", 2000),
        ("1993-94", 1993),
        ("Ind.Ct.App.1999", 1999),
        ("1600", 1600),
        ("2100", 2100),
        ("1765, 2345", 1765),
        ("", None),
        ("CA9", None),
        ("1599", None),
        ("2101", None),
        ("12345", None),
        ("at 345", None),
    ],
)
def test_year(printed: str, year: int | None) -> None:
    assert year_of(printed) == year


@given(st.text(alphabet="CADNYSWEM. Calpthu,1290()\n", max_size=40))
def test_any_text_has_a_court_that_stays_itself_or_none(text: str) -> None:
    court = court_of(text)
    assert court is None or court_of(court) == court


@pytest.mark.parametrize("piece", ["(", "Ct. ", "D. C. ", "1", "CA", "Jan ", "S. ", " ", "Cal. "])
def test_hostile_text(piece: str) -> None:
    """Not timed: both are linear, and the court is looked for in the first words only."""
    court_of(piece * 50_000)
    year_of(piece * 50_000)
