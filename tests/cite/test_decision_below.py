"""Pins into the decision under review, whose citation a flattened text has lost."""

from __future__ import annotations

import pytest

from generator.cite.case import cite
from generator.cite.decision_below import decisions_below, meant_below, sentences
from generator.cite.leftovers import court_left, fuller_paper
from generator.link.authorities import Known
from generator.model import Authority, Case, CaseInfo, KnownAuthority
from tests.kit import case_of

PANEL = Authority("case", "1 F.3d 1", "Roe v. Poe", 2009, "9th Cir.")
BANC = Authority("case", "2 F.3d 2", "Roe v. Poe", 2010, "9th Cir.", note="en banc")
TRIAL = Authority("case", "2007 WL 7", "Roe v. Poe", 2007, "C.D. Cal.")
KNOWN = Known(
    tuple(KnownAuthority(a, "people", below=("565 U.S. 1",)) for a in (PANEL, BANC, TRIAL))
)
INFO = CaseInfo(name="Poe v. Roe", citation="565 U.S. 1")


def case(text: str) -> Case:
    body = "roe brought an action.app.the jury found for him.\n" + text
    return cite(
        case_of("justice white delivered the opinion of the court.\n" + body, "flattened", INFO),
        KNOWN,
    )


def pins(text: str) -> list[str | None]:
    return [r.authority for r in case(text).references if r.kind in ("pin", "id")]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("a divided panel of the court of appeals reversed the judgment.at.", ["1 F.3d 1"]),
        ("the court of appeals granted rehearing en banc and affirmed,at.", ["2 F.3d 2"]),
        (
            "the en banc court held that the warrant was invalid.at.it also concluded that he knew.at.",
            ["2 F.3d 2", "2 F.3d 2"],
        ),
        ("he had a shotgun.at.", ["App."]),
    ],
)
def test_pins(text: str, meant: list[str | None]) -> None:
    assert pins(text) == meant


def test_without_knowing_the_decision_the_pin_stays_open() -> None:
    body = "roe sued.app.the jury found for him.\nthe en banc court held that it was invalid.at."
    text = "justice white delivered the opinion of the court.\n" + body
    found = cite(case_of(text, "flattened", INFO), Known())
    assert [r.status for r in found.references if r.kind == "pin"] == ["unresolved"]


def test_a_sentence_of_remnants_tells_what_the_one_before_does() -> None:
    told = sentences("the en banc court held so. at. ibid. petitioner left.", None)
    assert [s.tells for s in told] == ["en-banc", "en-banc", "en-banc", None]


def test_which_decision() -> None:
    all_three = [PANEL, BANC, TRIAL]
    assert meant_below("panel", all_three) == [PANEL]
    assert meant_below("en-banc", all_three) == [BANC]
    assert meant_below("court", all_three) == [BANC]
    assert meant_below("court", [PANEL, TRIAL]) == [PANEL]
    assert meant_below("en-banc", [PANEL]) == []


def test_decisions_below_are_those_that_people_said() -> None:
    this = case("so it is.")
    assert decisions_below(this, "Poe v. Roe", KNOWN) == [PANEL, BANC, TRIAL]
    assert decisions_below(this, "Poe v. Roe", Known()) == []


@pytest.mark.parametrize(
    ("words", "court"),
    [("roe poe, civ. cd", "C.D."), ("roe poe, nd ill.", "N.D."), ("roe poe", None)],
)
def test_what_is_left_of_a_court(words: str, court: str | None) -> None:
    assert court_left(words) == court


def test_a_paper_under_its_fuller_name() -> None:
    listed = [
        Authority("record", "Record in No. CV 05-2298, Doc. 51 (Exh. X)"),
        Authority("record", "Record in No. CV 05-2298, Doc. 51 (Exh. C)"),
    ]
    assert fuller_paper(Authority("record", "Record, Doc. (Exh. C)"), listed) == listed[1]
    unsure = Authority("record", "Record, Doc.")
    assert fuller_paper(unsure, listed) == unsure
    assert fuller_paper(Authority("record", "App."), listed).key == "App."
