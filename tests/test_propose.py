"""Facts that a text tells of itself: only what stands there in so many words, and only before the opinion."""

from __future__ import annotations

import datetime

import pytest

from generator.model import CaseInfo
from generator.propose import completed, front_text, name_from_slug, proposal, titled
from tests.kit import FIXTURES, SEEDS, case_of

BODY = (
    "JUSTICE WHITE delivered the opinion of the Court.\n\nSee No. 99-9999, 1 U. S. 1, Argued May 1,"
    " 1900, Roe v. Wade\n"
)


def told(*lines: str, slug: str = "x") -> dict[str, object]:
    info, origins = proposal(case_of("\n\n".join([*lines, BODY]), "plain", slug=slug))
    return {name: getattr(info, name) for name in origins}


@pytest.mark.parametrize(
    ("lines", "facts"),
    [
        (["QUILL v. STATE", "No. 71-1234"], {"name": "Quill v. State", "docket": "No. 71-1234"}),
        (
            ["Malley v. Briggs", "No. 84–1586"],
            {"name": "Malley v. Briggs", "docket": "No. 84-1586"},
        ),
        (
            ["MESSERSCHMIDT ET AL. v. MILLENDER, EXECUTOR OF ESTATE"],
            {"name": "Messerschmidt v. Millender"},
        ),
        (["475 U.S. 335 (1986)"], {"citation": "475 U.S. 335", "first_page": 335}),
        (
            ["475 U. S. 335", "No. 84-1586"],
            {"citation": "475 U.S. 335", "first_page": 335, "docket": "No. 84-1586"},
        ),
        (
            ["No. 5. Argued November 13, 1985—Decided March 5, 1986"],
            {"argued": datetime.date(1985, 11, 13), "decided": datetime.date(1986, 3, 5)},
        ),
        (["ARGUED APRIL 2, 2009"], {"argued": datetime.date(2009, 4, 2)}),
        (["Argued February 30, 1986"], {}),  # no such day
        (["SUPREME COURT OF THE UNITED STATES"], {"court": "Supreme Court of the United States"}),
        (
            ["United States Court of Appeals for the Ninth Circuit"],
            {"court": "United States Court of Appeals for the Ninth Circuit"},
        ),
        (
            ["Argued: Dec. 8, 2020", "Decided: June 1, 2021"],
            {"argued": datetime.date(2020, 12, 8), "decided": datetime.date(2021, 6, 1)},
        ),
        (["Decided Sept. 3, 1999"], {"decided": datetime.date(1999, 9, 3)}),
        (
            ["January 11, 1994, Argued", "April 20, 1994, Decided"],
            {"argued": datetime.date(1994, 1, 11), "decided": datetime.date(1994, 4, 20)},
        ),
        (
            ["Argued January 11, 1994, Decided April 20, 1994"],
            {"argued": datetime.date(1994, 1, 11), "decided": datetime.date(1994, 4, 20)},
        ),
        (["March 5, 1986, Filed"], {}),  # by whom, and what?
        (["Argued Marble 3, 1999"], {}),
        ([], {}),
    ],
)
def test_told(lines: list[str], facts: dict[str, object]) -> None:
    assert told(*lines) == facts


def test_the_body_of_an_opinion_tells_nothing_of_it() -> None:
    assert told(slug="quill-v-state") == {"name": "Quill v. State"}


def test_only_the_beginning_is_looked_at() -> None:
    many = "Petitioners " + "and others " * 28
    assert told(*[many] * 10, "QUILL v. STATE") == {"name": "Quill v. State"}
    assert told(*[many] * 30, "QUILL v. STATE") == {}


@pytest.mark.parametrize(
    ("slug", "name"),
    [
        ("malley-v-briggs", "Malley v. Briggs"),
        ("city-of-new-york-v-us", "City of New York v. Us"),
        ("in-re-quill", None),
        ("a-v-b-v-c", None),
        ("-v-b", None),
    ],
)
def test_name_from_slug(slug: str, name: str | None) -> None:
    assert name_from_slug(slug) == name


def test_titled() -> None:
    assert titled("SUPREME COURT OF THE UNITED STATES") == "Supreme Court of the United States"
    assert titled("the law of the land") == "The Law of the Land"


def test_what_was_said_stays() -> None:
    case = case_of(
        (FIXTURES / "state-v-quill.txt").read_text(), info=CaseInfo(name="Mine", docket="No. 1")
    )
    info = completed(case)
    assert (info.name, info.docket, info.decided) == ("Mine", "No. 1", datetime.date(1972, 1, 17))


def test_the_origins_are_told_in_words() -> None:
    _, origins = proposal(case_of((FIXTURES / "state-v-quill.txt").read_text()))
    assert origins["name"] == "the caption"
    assert origins["docket"] == "the caption"


def test_the_seeds() -> None:
    """Malley's text says nothing of itself; its name comes from the file."""
    case = case_of(SEEDS["malley-v-briggs"].read_text(), slug="malley-v-briggs")
    assert front_text(case) == ""
    assert proposal(case)[0] == CaseInfo(name="Malley v. Briggs")
    assert completed(case) == CaseInfo()  # good for a proposal, too little for a fact


@pytest.mark.parametrize(
    ("line", "docket"),
    [
        ("No. 84-1586", "No. 84-1586"),
        ("No. 84-1586. Argued November 13", "No. 84-1586"),
        ("Certiorari to the Court of Appeals No. 84-1586. Argued November 13", "No. 84-1586"),
        ("Docket No. 84,321", "No. 84,321"),
        ("No. 2019-0345-CR", "No. 2019-0345-CR"),
        ("No. 12 EAP 1999", "No. 12 EAP 1999"),
        ("No. 89-CF-1185.", "No. 89-CF-1185"),
        ("No. 126, Orig.", "No. 126, Orig."),
        ("Nos. 03-2211, 03-2212", "Nos. 03-2211, 03-2212"),
        ("Nos. 03–2211 and 03–2212.", "Nos. 03-2211, 03-2212"),
        ("Nos. 71, 72, and 73", "Nos. 71, 72, 73"),
        ("No. 71, 72.", "No. 71, 72"),
        ("No. S123456.", "No. S123456"),
        # not known whole
        ("No. 71-1234/5", None),
        ("No. 71-1234 CR", None),
        ("No. 71-1234, Misc.", None),
        ("Nos. 71-1234 and A-1", None),
        ("No. 2019-0345-cr-77", None),
        # other numbers
        ("Teamsters Local No. 70", None),
        ("Amendment No. 12 was adopted.", None),
        ("School District No. 25, Petitioner", None),
    ],
)
def test_docket(line: str, docket: str | None) -> None:
    assert told(line).get("docket") == docket


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("IBM CORP. v. NLRB", "IBM Corp. v. NLRB"),
        ("J. R. SMITH v. J.R. O'BRIEN", "J. R. Smith v. J.R. O'Brien"),
        ("DOE v. ROE", "Doe v. Roe"),
        ("EX REL. A v. THE PEOPLE OF ELM", "Ex rel. A v. The People of Elm"),
        ("NG v. FTC", "Ng v. FTC"),
        ("Tom D’ANGELO v. SMITH-JONES", "Tom D’Angelo v. Smith-Jones"),
        ("QUILL v. CITY OF ELM.", "Quill v. City of Elm"),
        ("CHILDREN'S HOSPITAL v. McREYNOLDS", "Children's Hospital v. McReynolds"),
        ("MCDONALD v. ST. LOUIS", "McDonald v. St. Louis"),
        ("Harriet BLOOM, Administratrix v. ACME STORAGE, INC.", "Harriet Bloom v. Acme Storage"),
        ("McFADDON & OTHERS v. Doe", "McFaddon & Others v. Doe"),
        ("No. 20-1.  Doe v. Roe.  C. A. 9th Cir.", "Doe v. Roe"),
        ("Doe v. Roe Inc.", "Doe v. Roe Inc."),
        ("Doe v. Roe No. 84-1586", "Doe v. Roe"),
        # not surely a caption
        ("Local No. 70 v. Roe", None),
        ("Roe v. Teamsters Local No. 70", None),
        ("The Court held so in Roe v. Wade", None),
        ("Petitioner\nv.\nRoe", None),
        ("Supreme Court Doe v. Roe", None),
        ("Doe v. Roe v. Poe", None),
    ],
)
def test_name(line: str, name: str | None) -> None:
    assert told(line).get("name") == name


def test_the_day_beside_the_author() -> None:
    text = (
        "MR. JUSTICE ZAPPALA        DECIDED: June 1, 2000\n\nThe lamp is a light, and we so hold.\n"
    )
    assert proposal(case_of(text, "plain"))[0].decided == datetime.date(2000, 6, 1)
