"""The flattened dialect: what is left of a slip opinion's layout once case, figures and marks are gone."""

from __future__ import annotations

from itertools import pairwise

import pytest

from generator.read.flattened import segments
from tests.kit import FIXTURES

NOTICE = (
    "notice this opinion is subject to formal revision before publication in the preliminary print of the united"
    " states reports,in order that corrections may be made before the preliminary print goes to press."
)
CAPTION = "county of elm,petitioner jane doe"
WRIT = "on writ of certiorari to the united states court of appeals for the ninth circuit"
BYLINE = "justice thomas delivered the opinion of the court."
TEXT = "this case asks what an officer may do when a lamp is out.we hold that he may stop the car."


def roles(text: str) -> list[tuple[str, str]]:
    return [(s.role, text[slice(*s.span)]) for s in segments(text)]


def test_the_opening_of_a_writing() -> None:
    lines = ["opinion of the court", NOTICE, CAPTION, WRIT, BYLINE, TEXT]
    wanted = ["running-head", "notice", "caption", "caption", "byline", "text"]
    assert roles("\n".join(lines)) == list(zip(wanted, lines, strict=True))


def test_the_opening_run_together() -> None:
    """Notice, caption, writ, byline and first paragraph may stand in one line."""
    text = f"opinion of the court\n{NOTICE}{CAPTION} {WRIT} {BYLINE}{TEXT}"
    assert roles(text) == [
        ("running-head", "opinion of the court"),
        ("notice", NOTICE),
        ("caption", CAPTION),
        ("caption", WRIT),
        ("byline", BYLINE),
        ("text", TEXT),
    ]


@pytest.mark.parametrize(
    "head",
    [
        "opinion of the court",
        "per curiam",
        "breyer,concurring",
        "breyer, concurring",
        "o'connor,dissenting",
        "kagan,concurring in part and dissenting in part",
        "thomas,concurring in the judgment",
        "scalia,dissenting from denial of certiorari",
        "opinion of thomas,",
        "statement of sotomayor,",
    ],
)
def test_running_heads(head: str) -> None:
    text = f"{head}\n{CAPTION}\n{WRIT}\njustice breyer,concurring.\n{TEXT}"
    assert roles(text)[0] == ("running-head", head)


@pytest.mark.parametrize(
    "line",
    [
        "justice breyer,concurring.",  # a byline
        "breyer,concurring,says that the statute is clear",
        "the opinion of the court",
        "opinion of the court below was vacated in every part,and we now hold that it should have been"
        " affirmed as it was",
        "per curiam opinions are rare",
    ],
)
def test_no_running_heads(line: str) -> None:
    text = f"opinion of the court\n{BYLINE}\n{TEXT}\n{line}\n{TEXT}\n{BYLINE}"
    assert ("running-head", line) not in roles(text)


def test_a_short_line_is_a_head_only_where_a_writing_follows() -> None:
    text = f"opinion of the court\n{BYLINE}\n{TEXT}\nscalia,dissenting\n{TEXT}\n{TEXT}\n{TEXT}\n{TEXT}\n{TEXT}"
    assert ("running-head", "scalia,dissenting") not in roles(text)


def test_the_front() -> None:
    vote = "thomas,delivered the opinion of the court,in which roberts,joined.breyer,filed a dissenting opinion."
    text = f"held the stop was lawful.\nfed.appx.reversed and remanded.\n{vote}\nopinion of the court\n{BYLINE}\n{TEXT}"
    assert roles(text)[:3] == [
        ("syllabus", "held the stop was lawful."),
        ("disposition", "fed.appx.reversed and remanded."),
        ("vote", vote),
    ]


def test_judgment_and_vote_in_one_line() -> None:
    vote = "thomas,delivered the opinion for a unanimous court."
    text = f"held the stop was lawful.\naffirmed.{vote}\nopinion of the court\n{BYLINE}\n{TEXT}"
    assert roles(text)[1:3] == [("disposition", "affirmed."), ("vote", vote)]


@pytest.mark.parametrize(
    "line",
    [
        "the syllabus says that justice thomas delivered the opinion of the court.",
        "thomas,who was there,saw it all.",
    ],
)
def test_no_vote(line: str) -> None:
    text = f"{line}\nopinion of the court\n{BYLINE}\n{TEXT}"
    assert roles(text)[0] == ("syllabus", line)


def test_a_byline_inside_a_sentence_is_none() -> None:
    text = f"opinion of the court\n{BYLINE}\nas justice breyer,dissenting,says the code is clear.{TEXT}"
    assert [r for r, _ in roles(text)] == ["running-head", "byline", "text"]


class TestNotes:
    """What stands behind the last writing's closing words is footnotes."""

    OPENING = (
        f"opinion of the court\n{BYLINE}\n{TEXT}\nsotomayor,dissenting\n{CAPTION}\n{WRIT}\n"
        "justice sotomayor,dissenting.\nthe code is plain.\n"
    )

    @pytest.mark.parametrize(
        "closing",
        [
            "i respectfully dissent.",
            "for these reasons,i would affirm.",
            "because the court says otherwise,i dissent.",
            "with respect,i dissent.",
            "it is so ordered.",
            "the judgment should be reversed.",
        ],
    )
    def test_after_the_closing(self, closing: str) -> None:
        text = f"{self.OPENING}{closing}\nthe dissent reads the code otherwise,post,at."
        assert roles(text)[-2:] == [
            ("text", closing),
            ("footnote", "the dissent reads the code otherwise,post,at."),
        ]

    @pytest.mark.parametrize(
        "line", ["i would ask why.then came the answer.", "the officer dissented from the report."]
    )
    def test_no_closing(self, line: str) -> None:
        text = f"{self.OPENING}{line}\nthe code has two parts."
        assert roles(text)[-1][0] == "text"

    INTRODUCTION = "for these reasons,i respectfully dissent."
    GOES_ON = "the majority says that a lamp is no light.the majority is wrong,ante,at.i would hold that it is."

    def test_an_introduction_may_close_like_an_opinion(self) -> None:
        """What speaks of "the majority" and "ante" all along is the dissent itself, not the Court's notes."""
        text = f"{self.OPENING}{self.INTRODUCTION}\n{self.GOES_ON}\n{self.GOES_ON}"
        assert [r for r, _ in roles(text)[-2:]] == ["text", "text"]

    def test_it_may_speak_of_another_dissent(self) -> None:
        more = f"{self.GOES_ON}\n" * 3 + "the dissent in that case said so."
        assert roles(f"{self.OPENING}{self.INTRODUCTION}\n{more}")[-1][0] == "text"

    def test_where_the_last_writing_would_point_to_a_later_one_the_notes_have_begun(self) -> None:
        note = "justice sotomayor reads it otherwise,post,at."
        text = f"{self.OPENING}{self.INTRODUCTION}\n{self.GOES_ON}\n{self.GOES_ON}\n{note}\na lamp is a light."
        assert [r for r, _ in roles(text)[-4:]] == ["text", "text", "footnote", "footnote"]

    def test_the_notes_of_a_dissent_are_no_more_than_it(self) -> None:
        """They speak as it does, but what they follow was no introduction."""
        body = "the code is plain and has been so from the first day on.\n" * 4
        text = f"{self.OPENING}{body}{self.INTRODUCTION}\n{self.GOES_ON}\n{self.GOES_ON}"
        assert [r for r, _ in roles(text)[-2:]] == ["footnote", "footnote"]


def test_no_opinion_at_all() -> None:
    assert [r for r, _ in roles("some words,and others.\nmore of them.")] == ["text", "text"]
    assert roles("") == []


def test_the_segments_of_a_whole_text_are_in_order() -> None:
    text = (FIXTURES / "doe-v-county-of-elm.txt").read_text()
    spans = [s.span for s in segments(text)]
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert "".join(text[s:e] for s, e in spans) == "".join(text.split("\n"))
