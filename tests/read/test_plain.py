"""Any other text: where its paragraphs begin and end, and which of them are notes."""

from __future__ import annotations

import pytest

from generator.model import CONTINUED
from generator.read.plain import segments
from tests.kit import case_of

LONG = (
    "The petitioner was convicted of writing letters without a license, and the State contends that a letter is a"
    " publication within the meaning of its law. We granted certiorari, and we now reverse."
)
WRAPPED = """\
    The petitioner was convicted of writing letters without
a license, and the State contends that a letter is a
publication within the meaning of its law. We granted
certiorari, and we now reverse the judgment below.
{between}    The statute punishes any person who publishes. It does
not say what a publication is, and the courts of the State
have not said so either. A man of common intelligence must
guess at its meaning, and that is more than he need do.
{between}                          II
{between}    We have held so time and again, and we hold so now: a
letter to a friend is no publication, whatever else it is
in the eyes of the State and of the law of its courts.
"""


def paragraphs(text: str) -> list[str]:
    return [" ".join(text[slice(*s.span)].split()) for s in segments(text)]


def test_a_paragraph_a_line() -> None:
    text = f"{LONG}\nI\n{LONG}\n\n{LONG}\n" * 3
    assert paragraphs(text) == [LONG, "I", LONG, LONG] * 3


def test_short_paragraphs_a_line_each() -> None:
    """Many short lines are not yet lines that were broken at some width: those are all of one length."""
    lines = [
        "No. 08-1776", "ALDER, Plaintiff-Appellant,", "v.", "BROOK, Defendant-Appellee.", "HOLLIS, Circuit Judge.",
        "A brook that changes its bed overnight takes the boundary with it or it does not.", "I", "So be it.",
        "Slow changes move the line, as every farmer knows and as the cases have it.", "AFFIRMED.",
    ]  # fmt: skip
    assert paragraphs("\n".join(lines)) == lines


@pytest.mark.parametrize("between", ["\n", ""], ids=["blank lines", "indents alone"])
def test_wrapped_lines(between: str) -> None:
    found = paragraphs(WRAPPED.format(between=between))
    assert [p[:20] for p in found] == [
        "The petitioner was c",
        "The statute punishes",
        "II",
        "We have held so time",
    ]
    assert found[0].endswith("reverse the judgment below.")
    assert found[3].endswith("the law of its courts.")


@pytest.mark.parametrize("alone", ["II", "A.", "3.", "* * *", "PER CURIAM.", "It is so ordered."])
def test_lines_that_stand_alone_in_wrapped_text(alone: str) -> None:
    body = "letters are no publications in the eyes of the law here\n" * 6
    assert paragraphs(f"{body}{alone}\n{body}")[1] == alone


def test_a_long_line_in_wrapped_text_does_not_unwrap_it() -> None:
    text = WRAPPED.format(between="\n") + "\n" + "x" * 400 + "\n"
    assert len(paragraphs(text)) == 5


@pytest.mark.parametrize(
    ("byline", "rest"),
    [
        ("BOUDIN, Circuit Judge. ", "In December 2003 the plaintiff fell."),
        (
            "BOUDIN, Circuit Judge. ",
            "Gary Showalter and Nenh",
        ),  # its lines stand apart in the source
        ("ALDRICH, Senior Circuit Judge, dissenting.  ", "I quite agree."),
        ("JUSTICE GINSBURG delivered the opinion of the Court. ", "This case concerns a lamp."),
        ("Justice Gorsuch delivered the opinion of the Court. ", "This case concerns a lamp."),
        ("JUSTICE GINSBURG delivered the opinion of the Court.[*] ", "This case concerns a lamp."),
        ("JUSTICE SOUTER, concurring. ", "I join the opinion of the Court."),
        ("MR. JUSTICE BLACK, dissenting. ", "“No law” means no law."),
        ("JUSTICE POWELL, with whom MR. JUSTICE WHITE joins, dissenting. ", "I would affirm it."),
        ("Andrews, J. (dissenting). ", "Assisting a passenger to board a train is what he did."),
        ("Cardozo, Ch. J. ", "Plaintiff was standing on a platform."),
        ("Andrews, J. ", "Assisting a passenger to board a train is what he did."),
        ("By the Court: HOAR, J. ", "The demurrer was rightly sustained."),
        ("Opinion by WALLACE, J.: ", "The demurrer was rightly sustained."),
        ("PER CURIAM. ", "The petition is granted."),
        # a dash belongs to neither
        ("BURKE, J.—", "The defendant was convicted."),
        ("GEORGE, C. J. — ", "The defendant was convicted."),
        ("GEORGE, C. J.--", "The defendant was convicted."),
        ("KENNARD, J., Concurring and Dissenting.—", "I agree with the majority."),
    ],
)
def test_bylines_that_run_into_the_text(byline: str, rest: str) -> None:
    assert paragraphs(byline + rest) == [byline.rstrip(" —-"), rest]


@pytest.mark.parametrize(
    "line",
    [
        "Justice Breyer, dissenting, argues that the lamp is a light. It is none.",
        "JUSTICE SOUTER, concurring in Doe v. Roe, said that the lamp is a light.",
        "JUSTICE WHITE delivered the opinion of the Court in Leon. It held that they acted in good faith.",
        "Chief Justice Marshall delivered the opinion of the Court. He saw that it is a constitution.",
        "Smith, J. was the trial judge.",
        "Smith, J. Jones, and the other clerks were called.",
        "Smith, J. Jones, A. Brown",
        "WHITE, J., delivered the opinion of the Court. POWELL, J., filed a dissenting opinion, in which I joined.",
        "BOUDIN, Circuit Judge. SELYA, Circuit Judge.",
        "Mr. Chief Justice VINSON, with whom Mr. Justice REED and Mr. Justice MINTON join, dissenting.",
        "JUSTICE DOUGLAS dissents. He would affirm the judgment.",
        "By the court below. It was wrong.",
        "We agree. BOUDIN, Circuit Judge. In December 2003 the plaintiff fell.",
    ],
)
def test_no_bylines_that_run_into_the_text(line: str) -> None:
    assert paragraphs(line) == [line]


def test_the_dash_begins_no_paragraph() -> None:
    case = case_of("GEORGE, C. J.—The defendant was convicted of carrying a lamp.\n", "plain")
    assert [(b.kind, b.text) for b in case.blocks] == [
        ("byline", "GEORGE, C. J."),
        ("paragraph", "The defendant was convicted of carrying a lamp."),
    ]


def test_a_line_of_prose_in_wrapped_text_is_no_byline() -> None:
    body = "letters are no publications in the eyes of the law here\n" * 6
    prose = "Justice Breyer, dissenting, argues that they are so now"
    assert len(paragraphs(f"{body}{prose}\n{body}")) == 1
    assert len(paragraphs(f"{body}JUSTICE BREYER, dissenting.\n{body}")) == 3
    assert (
        len(paragraphs(f"{body}\nJUSTICE BREYER, dissenting. I would say that it is so\n{body}"))
        == 3
    )


class TestNotes:
    def labels(self, text: str) -> list[tuple[str, str | None]]:
        return [(s.role, s.label) for s in segments(text)]

    def test_after_a_heading(self) -> None:
        text = f"{LONG}\nFOOTNOTES\n[1] See below.\nMore of it.\n[2] See above."
        assert self.labels(text) == [
            ("text", None),
            ("running-head", None),
            ("footnote", "1"),
            ("footnote", CONTINUED),
            ("footnote", "2"),
        ]

    def test_without_a_heading(self) -> None:
        """A run from 1 whose number was called before; two runs are the notes of two writings."""
        text = f"{LONG}\n{LONG}\n{LONG} As shown.[1]\n[1] See below.\n[2] See above."
        assert self.labels(text)[3:] == [("footnote", "1"), ("footnote", "2")]
        twice = f"{text}\n[1] Of the dissent.\nMore of it.\n[2] And its second."
        assert self.labels(twice)[5:] == [("footnote", "1"), ("footnote", ""), ("footnote", "2")]

    def test_behind_each_writing(self) -> None:
        notes = "Footnotes\n[1] See {}.\n[2] See also."
        text = f"{LONG}\n{notes.format('Doe')}\nJUSTICE BLACK, dissenting.\n{LONG}\n{notes.format('Roe')}"
        assert [role for role, _ in self.labels(text)] == [
            *("text", "running-head", "footnote", "footnote"),
            *("text", "text", "running-head", "footnote", "footnote"),
        ]

    def test_by_other_signs(self) -> None:
        text = f"{LONG}\nNotes:\n[*] The reporter's.\n[fn2] See above."
        assert self.labels(text)[2:] == [("footnote", "*"), ("footnote", "2")]

    @pytest.mark.parametrize(
        "text",
        [
            f"[1] {LONG}\n[2] {LONG}\n{LONG}\n{LONG}",  # paragraphs that a court has numbered
            f"{LONG}\nNOTES\n{LONG}",  # a heading, and no note behind it
            f"{LONG}\n1. First, the State says so.\n2. Second, it says so again.",
            f"{LONG}\n[sic] is what he wrote.",
        ],
    )
    def test_no_notes(self, text: str) -> None:
        assert {role for role, _ in self.labels(text)} == {"text"}


def test_nothing() -> None:
    assert segments("") == ()
    assert segments(" \n\t\n") == ()
