"""What a State's court cites of its own laws without naming the State: every row of the table, and who may use it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.cite.case import cite
from generator.cite.code_names import state_names
from generator.cite.home import find_home, home_laws, home_state
from generator.link.authorities import Known
from tests.kit import case_of

KNOWN = Known()


def cited(text: str, court: str | None) -> list[tuple[str, str | None]]:
    case = case_of(f"MILLARD, J.\n{text}", "plain")
    case = replace(case, info=replace(case.info, court=court))
    return [(r.text, r.authority) for r in cite(case, KNOWN).references]


@pytest.mark.parametrize("row", home_laws(), ids=lambda row: f"{row[0]} {row[2]}")
def test_row(row: tuple[str, str, str, tuple[str, ...]]) -> None:
    state, kind, key, forms = row
    assert state in state_names()
    for form in forms:
        number = "12-345(b)" if kind == "statute" else "12(b)"
        mark = " § " if kind == "statute" else " "
        text = f"See {form} {number}."
        (found,) = find_home(text, state)
        assert text[found.start : found.end] == f"{form} {number}"
        assert found.authority
        assert (found.kind, found.authority.key) == (kind, f"{key}{mark}{number}")
        assert list(find_home(f"See {form} and so on.", state)) == []


@pytest.mark.parametrize(
    ("court", "state"),
    [
        ("Supreme Court of California", "Cal."),
        ("Court of Criminal Appeals of Texas", "Tex."),
        ("Supreme Court of Appeals of West Virginia", "W. Va."),
        ("District of Columbia Court of Appeals", "D.C."),
        ("New York Court of Appeals", "N.Y."),
        ("United States District Court for the Northern District of California", None),
        ("United States Court of Appeals for the First Circuit", None),
        ("Supreme Court of the United States", None),
        (None, None),
    ],
)
def test_whose_court(court: str | None, state: str | None) -> None:
    assert home_state(court) == state


@pytest.mark.parametrize(
    ("court", "text", "found"),
    [
        (
            "Supreme Court of California",
            "He broke Penal Code section 844. So section 844 holds.",
            [("Penal Code section 844", "Cal. Penal Code § 844"), ("section 844", "Cal. Penal Code § 844")],
        ),
        (
            "Supreme Court of California",
            "He had it (Health & Saf. Code, § 11530).",
            [("Health & Saf. Code, § 11530", "Cal. Health & Safety Code § 11530")],
        ),
        (
            "Supreme Court of Wyoming",
            "Under W.S. 40-17-101(b) it is.",
            [("W.S. 40-17-101(b)", "Wyo. Stat. § 40-17-101(b)")],
        ),
        (
            "Court of Appeals of Indiana",
            "Trial Rules 43 and 56 say so.",
            [("Trial Rules 43 and 56", "Ind. R. Trial P. 43, 56")],
        ),
        # in another's court, or a court unknown, they name nothing
        ("Supreme Court of Utah", "Under W.S. 40-17-101(b) it is.", []),
        ("Court of Appeals of Indiana", "He broke Penal Code section 844.", [("Penal Code section 844", None)]),
        (None, "He broke Penal Code section 844.", [("Penal Code section 844", None)]),
        # a code that the State's table lacks; one that names another State
        ("Supreme Court of Pennsylvania", "Section 907 of the Crimes Code", [("Section 907 of the Crimes Code", None)]),
        ("Supreme Court of Wyoming", "Utah Code section 5-4-3", [("Utah Code section 5-4-3", "Utah Code § 5-4-3")]),
    ],
)  # fmt: skip
def test_home(court: str | None, text: str, found: list[tuple[str, str | None]]) -> None:
    assert cited(text, court) == found
