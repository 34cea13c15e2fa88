"""The tagged dialect: which lines are the court's, and which were put there by a publisher."""

from __future__ import annotations

import pytest

from generator.read.lexis import segments


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("OPINION", ""),
        ("OPINION BY: WHITE", "opinion:WHITE"),
        ("CONCUR", ""),
        ("DISSENT", ""),
        ("CONCUR BY: POWELL (In Part)", "concur:POWELL"),
        ("DISSENT BY: BREYER", "dissent:BREYER"),
        ('<concur author="POWELL" text="TRUE">', "concur:POWELL"),
        ('<dissent author="BREYER" text="TRUE">', "dissent:BREYER"),
        ("<OPINION>", "opinion:"),
        ("</dissent>", ""),
        ("</CONCUR>", ""),
    ],
)
def test_markup(line: str, label: str) -> None:
    (segment,) = segments(line)
    assert (segment.role, segment.label, segment.span) == ("markup", label, (0, len(line)))


@pytest.mark.parametrize(
    "line",
    [
        "JUSTICE WHITE delivered the opinion of the Court.",
        "The opinion by Judge Hand is instructive.",
        "OPINION of the court below",
        "Opinion",
        "DISSENT in the ranks was punished by law.",
        "CONCUR BY: the rule of the statute, a court may do so.",
        "<script>alert(1)</script>",
        "<b>OPINION</b>",
        "<dissenting> voices",
        "Dissent By: Breyer",
        "SYLLABUS OF ERRORS",
        "I",
    ],
)
def test_text(line: str) -> None:
    (segment,) = segments(line)
    assert segment.role == "text"


def test_lines_are_trimmed_and_empty_ones_skipped() -> None:
    text = "\ufeff  OPINION \r\n\r\n\t one line\u2028another \n"
    assert [(s.role, text[slice(*s.span)]) for s in segments(text)] == [
        ("markup", "OPINION"),
        ("text", "one line"),
        ("text", "another"),
    ]
