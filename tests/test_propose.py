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
