"""The table of the Justices, row by row, and the writing of surnames."""

from __future__ import annotations

import datetime
from collections import defaultdict
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.justices import Office, chief_justice, is_justice, misread, offices, surname


@pytest.mark.parametrize("office", offices(), ids=lambda o: f"{o.first.year}-{o.surname}-{o.role}")
def test_row(office: Office) -> None:
    assert office.given
    assert office.first >= datetime.date(1789, 9, 24)  # the Judiciary Act
    if office.last is not None:
        assert office.first < office.last
        # The longest service is Douglas's, 36 years.
        assert office.last.year - office.first.year <= 36
    for printed in (
        office.surname,
        office.surname.upper(),
        office.surname.lower(),
        f"{office.given} {office.surname}",
    ):
        assert surname(printed) == office.surname
        assert is_justice(printed)
    assert surname(office.surname.lower().replace("'", " ")) == office.surname
    assert surname(office.surname.upper().replace("'", "’") + ", Jr.") == office.surname


def test_the_whole_court() -> None:
    rows = offices()
    assert list(rows) == sorted(rows, key=lambda o: o.first)
    # 116 people by 2026, of whom five held both offices: Rutledge, White, Hughes, Stone, Rehnquist.
    assert len(rows) == 121
    assert len({(o.given, o.surname) for o in rows}) == 116
    assert sum(o.role == "chief" for o in rows) == 17
    assert sum(o.last is None for o in rows) == 9


def test_one_chief_at_a_time() -> None:
    chiefs = [o for o in offices() if o.role == "chief"]
    for before, after in pairwise(chiefs):
        assert before.last is not None
        assert before.last <= after.first  # the day of a change has both


def test_nobody_holds_two_offices_at_once() -> None:
    by_name: dict[tuple[str, str], list[Office]] = defaultdict(list)
    for office in offices():
        by_name[office.given, office.surname].append(office)
    for held in by_name.values():
        for before, after in pairwise(held):
            assert before.last is not None
            assert before.last <= after.first
            assert (before.role, after.role) == ("associate", "chief")


@pytest.mark.parametrize("year", range(1791, 2027))
def test_the_bench_is_never_fuller_than_the_law_allows(year: int) -> None:
    """Six seats until 1807, seven until 1837, nine since; ten from 1863 to 1867."""
    day = datetime.date(year, 2, 1)  # vacancies of a summer are filled by then
    sitting = [o.surname for o in offices() if o.held_on(day)]
    seats = 6 if year < 1807 else 7 if year < 1837 else 10 if 1863 <= year <= 1867 else 9
    assert seats - 3 <= len(sitting) <= seats
    if year >= 1994:
        assert len(sitting) == (8 if year == 2017 else 9)  # Scalia's seat was empty for a year


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("WHITE", "White"),
        ("white", "White"),
        ("O'CONNOR", "O'Connor"),
        ("O’Connor", "O'Connor"),
        ("o connor", "O'Connor"),
        ("oconnor", "O'Connor"),
        ("MCREYNOLDS", "McReynolds"),
        ("Mc Reynolds", "McReynolds"),
        ("van devanter", "Van Devanter"),
        ("BRENNAN, JR.", "Brennan"),
        ("Powell, Jr.", "Powell"),
        ("SCALIA, J.", "Scalia"),
        ("REHNQUIST, C. J.,", "Rehnquist"),
        ("Harlan, II", "Harlan"),
        ("William O. Douglas", "Douglas"),
        ("O. ROBERTS", "Roberts"),
        # Other judges.
        ("SUHRHEINRICH", "Suhrheinrich"),
        ("suhrheinrich", "Suhrheinrich"),
        ("MCKEAGUE", "McKeague"),
        ("MACK", "Mack"),
        ("O'SCANNLAIN", "O'Scannlain"),
        ("o scannlain", "O'Scannlain"),
        ("O. GREEN", "Green"),
        ("DeMoss", "DeMoss"),
        ("WILSON-SMITH", "Wilson-Smith"),
        ("KAREN NELSON MOORE", "Moore"),
        ("VAN GRAAFEILAND", "Van Graafeiland"),
        ("Eve St. Eve", "St. Eve"),
        ("R. GUY COLE, JR.", "Cole"),
        ("PÉREZ", "Pérez"),
        ("JJ", "Jj"),  # a name alone is no title
        ("", ""),
        (" , ", ""),
    ],
)
def test_surname(printed: str, name: str) -> None:
    assert surname(printed) == name


@given(st.text(st.sampled_from("abcdevnostOMCJRvVI '’-.,;:\tßéÉ")))
def test_surname_is_stable(printed: str) -> None:
    assert surname(surname(printed)) == surname(printed)


@pytest.mark.parametrize(
    "printed",
    [
        "breyer",
        "Breyer, J.",
        "o connor",
        "sandra day o'connor",
        "S. D. O'Connor",
        "j. marshall harlan",
    ],
)
def test_is_justice(printed: str) -> None:
    assert is_justice(printed)


@pytest.mark.parametrize(
    "printed",
    [
        "",
        "joins",
        "with whom",
        "justice breyer",
        "breyer joins",
        "the white",
        "karen nelson moore",
        "suhrheinrich",
        "chief",
    ],
)
def test_is_no_justice(printed: str) -> None:
    assert not is_justice(printed)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("1789-10-18", None),
        ("1803-02-24", "Marshall"),  # Marbury
        ("1795-12-31", None),  # Rutledge was gone, Ellsworth not yet there
        ("1954-05-17", "Warren"),  # Brown
        ("1969-06-23", "Warren"),  # Chimel, on Warren's last day
        ("1969-06-24", "Burger"),
        ("1986-03-05", "Burger"),  # Malley
        ("1986-09-27", "Rehnquist"),
        ("2005-09-10", None),
        ("2012-02-22", "Roberts"),  # Messerschmidt
    ],
)
def test_chief_justice(day: str, name: str | None) -> None:
    assert chief_justice(datetime.date.fromisoformat(day)) == name


def test_misread() -> None:
    on = datetime.date(2007, 6, 14)
    court = ["Thomas", "Roberts", "Scaua", "Kennedy", "Sotjter", "Ginsbtjrg", "Auto", "Stevens"]
    meant = {"Auto": "Alito", "Ginsbtjrg": "Ginsburg", "Scaua": "Scalia", "Sotjter": "Souter"}
    assert misread(court, on) == meant
    assert misread(["Scaua", "Sotjter", "Thomas", "Roberts"], on) == {}  # another court's, perhaps
    assert misread(["Thomas", "Roberts", "Kennedy", "Boslaugh"], on) == {}
    assert misread(["Thomas", "Roberts", "Kennedy", "Stevens", "Soutar", "Sauter"], on) == {}
