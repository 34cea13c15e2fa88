"""Bylines that are torn, and what a format calls a writing."""

from __future__ import annotations

from typing import get_args

import pytest

from generator.model import WritingKind
from generator.propose.names import printed_name
from generator.read.casefacts import citation_fact, day_fact, short_title, text_fact
from generator.read.openings import author_of, label, with_openings
from generator.read.scribe import Line, Scribe
from generator.read.tables import opinion_kind, opinion_types


def test_every_row_of_the_table() -> None:
    assert set(opinion_types().values()) <= {None, *get_args(WritingKind)}
    assert all(name == name.strip().lower() for name in opinion_types())
    assert opinion_kind("040dissent") == "dissent"
    assert opinion_kind("010combined") is None
    assert opinion_kind("a thing") is None


@pytest.mark.parametrize(
    ("printed", "author"),
    [
        ("TOBRINER, J.,", "Tobriner"),
        ("BOUDIN, Circuit Judge,", "Boudin"),
        ("HAMLEY, Circuit Judge:", "Hamley"),
        ("Justice O’Connor", "O'Connor"),
        ("Mr. Justice Black", "Black"),
        ("Stahl", "Stahl"),
        ("PER CURIAM.", ""),
        ("", ""),
        ("See the opinion below; it is long.", ""),
    ],
)
def test_authors(printed: str, author: str) -> None:
    assert author_of(printed) == author


@pytest.mark.parametrize(
    ("byline", "paragraph", "lines"),
    [
        (
            "Justice White",
            "delivered the opinion of the Court.",
            ["Justice White delivered the opinion of the Court."],
        ),
        ("BOUDIN, Circuit Judge,", "concurring.", ["BOUDIN, Circuit Judge, concurring."]),
        (
            "TOBRINER, J.,",
            "Concurring and Dissenting—I concur in it.",
            ["TOBRINER, J., Concurring and Dissenting—", "I concur in it."],
        ),
        (
            "Justice Stevens,",
            "dissenting. The Court errs.",
            ["Justice Stevens, dissenting.", "The Court errs."],
        ),
        (
            "STAHL, Circuit Judge.",
            "This appeal asks.",
            ["STAHL, Circuit Judge.", "This appeal asks."],
        ),
        ("BURKE, J.", "Dissenting votes are rare.", ["BURKE, J.", "Dissenting votes are rare."]),
    ],
)
def test_torn_bylines(byline: str, paragraph: str, lines: list[str]) -> None:
    made = with_openings([Line("byline", text=byline), Line("text", text=paragraph)], [(0, ":")])
    assert [x.text for x in made] == lines


def test_labels_and_heads() -> None:
    lines = [
        Line("text", text="Opinion"),
        Line("byline", text="BURKE, J."),
        Line("text", text="So."),
    ]
    made = with_openings([Line("caption", text="A v. B"), *lines], [(1, label("dissent"))])
    assert [(x.role, x.label) for x in made] == [
        ("caption", None),
        ("caption", None),
        ("byline", "dissent:Burke"),
        ("text", None),
    ]


def test_a_line_keeps_what_is_said_of_it_when_it_is_cut() -> None:
    scribe = Scribe()
    scribe.line("text")
    scribe.page(7, None)
    scribe.say("dissenting. ")
    scribe.italic(on=True)
    scribe.say("See Roe")
    scribe.italic(on=False)
    scribe.call("1")
    scribe.close()
    first, rest = scribe.lines[0].cut(0, 11), scribe.lines[0].cut(12, 20)
    assert (first.text, first.pages, first.emphasis) == ("dissenting.", [(0, 7, None)], [])
    assert (rest.text, rest.pages, rest.emphasis) == ("See Roe1", [], [(0, 7)])
    assert rest.calls == [((7, 8), "1")]


@pytest.mark.parametrize(
    ("caption", "name"),
    [
        ("DOE v. UTAH DEPT. OF PUBLIC SAFETY", "Doe v. Utah Dept. of Public Safety"),
        ("IN RE SEBASTIAN", "In re Sebastian"),
        ("COM. v. STANLEY", "Com. v. Stanley"),
        ("Supreme Court of Utah", None),
    ],
)
def test_names(caption: str, name: str | None) -> None:
    assert printed_name(caption) == name


@pytest.mark.parametrize(
    ("caption", "name"),
    [
        (
            "David HARRIMAN, Plaintiff, v. HANCOCK COUNTY, a Political Subdivision",
            "Harriman v. Hancock County",
        ),
        (
            "UNITED STATES of America, Appellee, v. Robert BROWN, III, Defendant",
            "United States v. Brown",
        ),
        ("Ann Alder v. Ben Brook", None),
        ("In the matter of BROOK", None),
    ],
)
def test_short_titles(caption: str, name: str | None) -> None:
    assert short_title(caption) == name


def test_facts_in_the_form_of_case_yml() -> None:
    assert text_fact(" No. 2823. ") == "No. 2823"
    assert text_fact("Alder v. Brook Co.") == "Alder v. Brook Co."
    assert text_fact(3) is None
    assert citation_fact("193 Ariz. 504") == "193 Ariz. 504"
    assert citation_fact("193 Ariz. 504 (1999)") is None
    assert str(day_fact("Decided March 27, 1991.")) == "1991-03-27"
    assert day_fact("Argued March 1, 1991; decided May 2, 1991") is None
    assert day_fact("1991-02-30") is None
