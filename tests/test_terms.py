"""Terms of court."""

from __future__ import annotations

import datetime

import pytest

from generator.model import CaseInfo
from generator.terms import SUPREME_COURT, first_monday, term_of


@pytest.mark.parametrize(
    ("decided", "term"),
    [
        ("1986-03-05", "October Term 1985"),
        ("1985-10-07", "October Term 1985"),  # the first Monday itself
        ("1985-10-06", "October Term 1984"),
        ("2012-12-31", "October Term 2012"),
        ("1917-10-01", "October Term 1917"),
        ("1917-09-30", "1917"),  # until then terms began on another day
        ("1803-02-24", "1803"),
    ],
)
def test_the_supreme_court_counts_by_its_octobers(decided, term):
    info = CaseInfo(court=SUPREME_COURT, decided=datetime.date.fromisoformat(decided))
    assert term_of(info) == term


def test_another_court_has_years_and_what_is_undated_nothing():
    day = datetime.date(1986, 3, 5)
    assert term_of(CaseInfo(court="Supreme Court of Ohio", decided=day)) == "1986"
    assert term_of(CaseInfo(decided=day)) == "1986"
    assert term_of(CaseInfo(court=SUPREME_COURT)) is None


@pytest.mark.parametrize(("year", "day"), [(1985, 7), (1986, 6), (2012, 1), (2023, 2), (2024, 7)])
def test_the_first_monday(year, day):
    assert first_monday(year) == datetime.date(year, 10, day)
    assert first_monday(year).weekday() == 0
