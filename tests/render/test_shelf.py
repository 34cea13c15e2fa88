"""The table of opinions."""

from __future__ import annotations

import datetime

import pytest
from bs4 import BeautifulSoup

from generator.corpus import Corpus
from generator.model import CaseInfo
from generator.render.shelf import share, shelf_table
from generator.terms import SUPREME_COURT
from tests.kit import case_of, html_of
from tests.render.made import reference, referring, small_case

TEXT = """\
JUSTICE WHITE delivered the opinion of the Court.

See Harlow, supra. See Leon, supra. See Doe, supra.

JUSTICE POWELL, dissenting.

The lamp is out.
"""


def cells(*cases, failed=()):
    """The rows of the table, as lists of cells."""
    soup = BeautifulSoup(html_of(shelf_table(Corpus.of(cases), failed)), "html.parser")
    return [row.find_all("td") for row in soup.select("tbody tr")]


def test_a_row_says_what_there_is():
    info = CaseInfo(
        name="Doe v. Roe",
        citation="500 U.S. 1",
        court=SUPREME_COURT,
        decided=datetime.date(1991, 3, 5),
    )
    (row,) = cells(case_of(TEXT, "plain", info))
    assert [" ".join(cell.get_text().split()) for cell in row] == [
        "Doe v. Roe, 500 U.S. 1 (1991)",
        "Supreme Court of the United States October Term 1990",
        "March 5, 1991",
        "White, for the Court; Powell, dissenting",
        "2",
        "0",
        "0",
        "",
    ]
    # What the script sorts and filters by.
    assert row[2].time["datetime"] == "1991-03-05"
    assert [who.get_text() for who in row[3].select(".who")] == ["White", "Powell"]
    assert row[1].select_one(".term").get_text() == "October Term 1990"


def test_what_is_unknown_is_left_empty():
    (row,) = cells(case_of("PER CURIAM.\n\nText.", "plain"))
    assert [cell.get_text() for cell in row[1:5]] == ["", "", "Per curiam", "1"]


def test_the_share_counts_what_is_settled_and_never_rounds_up():
    case = case_of(TEXT, "plain")
    assert share(case) == ""
    refs = [
        reference(case, "Harlow, supra", "supra-case"),
        reference(case, "Leon, supra", "supra-case"),
        reference(case, "Doe, supra", "supra-case", status="ambiguous"),
    ]
    assert share(referring(case, refs)) == "66 %"
    assert share(referring(case, refs[:2])) == "100 %"


def test_every_row_has_every_cell():
    rows = cells(small_case(), failed=["bad-v-worse"])
    assert [len(row) for row in rows] == [8, 8]
    assert rows[1][1].get_text() == "could not be converted"


@pytest.mark.parametrize("name", ["</span><b>x", "a | b", "`x`", "{{ 7*7 }}", "</time>"])
def test_facts_are_text(name):
    info = CaseInfo(name=name, court=name, decided=datetime.date(1991, 3, 5))
    (row,) = cells(case_of(TEXT, "plain", info))
    assert row[0].get_text() == name
    assert row[1].select_one(".court").get_text() == name
    assert not row[0].find("b")
