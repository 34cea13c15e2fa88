"""Which of several cases of one name is meant."""

from __future__ import annotations

import datetime

import pytest

from generator.cite.flattened.ranking import Choice, choose, sat_in, weight
from generator.cite.flattened.tails import Tail
from generator.model import Authority, KnownAuthority


def case(
    key: str, year: int | None, seen: int = 5, origin: str = "shipped", **more: str
) -> KnownAuthority:
    authority = Authority("case", key, "Alder v. Brook", year, **more)  # type: ignore[arg-type]
    return KnownAuthority(authority, origin, seen)  # type: ignore[arg-type]


IN_1990 = datetime.date(1990, 5, 1)


def keys(choice: Choice) -> list[str]:
    return [a.key for a in choice.everyone]


def test_one_case_of_a_name_is_it() -> None:
    assert choose([case("1 U.S. 1", 1980)], IN_1990).authority is not None


def test_nothing_decided_later_is_cited() -> None:
    assert choose([case("1 U.S. 1", 1991)], IN_1990) == Choice()
    assert choose([case("1 U.S. 1", 1990)], IN_1990).authority is not None
    assert choose([case("1 U.S. 1", None)], IN_1990).authority is not None
    assert choose([case("1 U.S. 1", 1991)], None).authority is not None


def test_the_one_that_is_cited_far_more_often() -> None:
    clear = choose([case("1 U.S. 1", 1950, 2), case("2 U.S. 2", 1960, 40)], IN_1990)
    assert clear.authority is not None
    assert clear.authority.key == "2 U.S. 2"
    unclear = choose([case("1 U.S. 1", 1950, 20), case("2 U.S. 2", 1960, 40)], IN_1990)
    assert unclear.authority is None
    assert keys(unclear) == ["2 U.S. 2", "1 U.S. 1"]


def test_a_justice_tells_the_years() -> None:
    two = [case("1 U.S. 1", 1948), case("2 U.S. 2", 1985)]
    chosen = choose(two, IN_1990, Tail(0, author="jackson"))
    assert chosen.authority is not None
    assert chosen.authority.key == "1 U.S. 1"
    # a judge who was no Justice tells nothing
    assert choose(two, IN_1990, Tail(0, author="friendly")).authority is None


def test_what_is_left_of_another_reporter_excludes_the_supreme_court() -> None:
    tail = Tail(0, lower_court=True)
    assert choose([case("1 U.S. 1", 1980)], IN_1990, tail) == Choice()
    other = case("1 F.2d 1", 1980, court="2d Cir.")
    assert choose([case("1 U.S. 1", 1980), other], IN_1990, tail).authority == other.authority
    assert keys(choose([other], IN_1990, Tail(0))) == ["1 F.2d 1"]


def test_per_curiam() -> None:
    two = [case("1 U.S. 1", 1980), case("2 U.S. 2", 1981, note="per curiam")]
    chosen = choose(two, IN_1990, Tail(0, per_curiam=True))
    assert chosen.authority is not None
    assert chosen.authority.key == "2 U.S. 2"


def test_the_sites_own_weigh_more() -> None:
    assert weight(case("1 U.S. 1", 1980, 5, "site")) > weight(case("1 U.S. 1", 1980, 5))
    chosen = choose([case("1 U.S. 1", 1980, 5, "site"), case("2 U.S. 2", 1981, 5)], IN_1990)
    assert chosen.authority is not None
    assert chosen.authority.key == "1 U.S. 1"


def test_one_case_twice_is_one() -> None:
    twice = [case("1 U.S. 1", 1980), case("1 U.S. 1", 1980, 1, "people")]
    assert choose(twice, IN_1990).authority is not None


@pytest.mark.parametrize(
    ("author", "year", "sat"),
    [("jackson", 1948, True), ("jackson", 1985, False), ("scalia", 2012, True), ("x", None, True)],
)
def test_sat_in(author: str, year: int | None, sat: bool) -> None:
    assert sat_in(author, year) is sat
