"""Where each writing begins, whose it is, and what it is called."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from generator.model import CaseInfo
from generator.structure.writings import divide
from tests.kit import case_of

TEXT = "We hold that a lamp is no light, and that the order of the Board was void from the first."
ON_1986 = CaseInfo(decided=datetime.date(1986, 3, 5))


def writings(
    text: str, dialect: str, info: CaseInfo | None = None
) -> list[tuple[str, str, str | None]]:
    return [(w.id, w.kind, w.author) for w in case_of(text, dialect, info).writings]


def test_bylines_divide() -> None:
    text = (
        f"JUSTICE WHITE delivered the opinion of the Court.\n{TEXT}\nJUSTICE POWELL, concurring.\n{TEXT}\n"
        f"JUSTICE BREYER, dissenting.\n{TEXT}"
    )
    assert writings(text, "plain") == [
        ("majority", "majority", "White"),
        ("powell", "concurrence", "Powell"),
        ("breyer", "dissent", "Breyer"),
    ]


def test_two_by_one_author() -> None:
    text = f"PER CURIAM.\n{TEXT}\nJUSTICE POWELL, concurring.\n{TEXT}\nJUSTICE POWELL, dissenting.\n{TEXT}"
    assert [w[0] for w in writings(text, "plain")] == ["majority", "powell", "powell-2"]


@pytest.mark.parametrize(
    ("byline", "ident"),
    [
        ("JUSTICE O'CONNOR, dissenting.", "oconnor"),
        ("MR. JUSTICE VAN DEVANTER, dissenting.", "van-devanter"),
        ("O'SCANNLAIN, Circuit Judge, dissenting:", "oscannlain"),
        ("JUSTICE STEVENS announced the judgment of the Court.", "majority"),
        ("Statement of JUSTICE STEVENS, respecting the denial of certiorari.", "stevens"),
    ],
)
def test_ids(byline: str, ident: str) -> None:
    assert [w[0] for w in writings(f"{byline}\n{TEXT}", "plain")] == [ident]


def test_no_byline_at_all() -> None:
    """One writing, of an author unknown; its caption stands before it."""
    case = case_of(f"QUILL v. STATE\nNo. 71-1234\n{TEXT}\n{TEXT}", "plain")
    assert [(w.id, w.kind, w.author) for w in case.writings] == [("majority", "majority", None)]
    assert [(b.kind, b.writing) for b in case.blocks] == [
        ("caption", None),
        ("caption", None),
        ("paragraph", "majority"),
        ("paragraph", "majority"),
    ]


@pytest.mark.parametrize(
    ("tags", "writing"),
    [
        (
            '<concur author="POWELL" text="TRUE">\nCONCUR BY: POWELL',
            ("powell", "concurrence", "Powell"),
        ),
        ("DISSENT BY: O'CONNOR", ("oconnor", "dissent", "O'Connor")),
        (
            "CONCUR BY: POWELL (In Part)\nDISSENT BY: POWELL (In Part)",
            ("powell", "concurrence-in-part-dissent-in-part", "Powell"),
        ),
    ],
)
def test_tags_speak_where_no_byline_does(tags: str, writing: tuple[str, str, str]) -> None:
    text = f"OPINION\nJUSTICE WHITE delivered the opinion of the Court.\n{TEXT}\n{tags}\n{TEXT}"
    assert writings(text, "lexis")[1] == writing


def test_a_byline_wins_over_the_tags() -> None:
    text = f'OPINION\nPER CURIAM.\n{TEXT}\n<concur author="POWELL">\nJUSTICE POWELL, dissenting.\n{TEXT}'
    assert writings(text, "lexis") == [
        ("majority", "per-curiam", None),
        ("powell", "dissent", "Powell"),
    ]


class TestSyllabus:
    TEXT_ = (
        f"Syllabus\n{TEXT}\nWHITE, J., delivered the opinion of the Court, in which POWELL, J., joined."
        f" BREYER, J., filed"
        f" a dissenting opinion, in which SOUTER, J., joined.\nJUSTICE WHITE delivered the opinion of the"
        f" Court.\n{TEXT}\n"
        f"JUSTICE BREYER, dissenting.\n{TEXT}"
    )

    def test_is_no_part_of_the_opinion(self) -> None:
        case = case_of(self.TEXT_, "plain")
        assert [w.id for w in case.writings] == ["syllabus", "majority", "breyer"]
        own = [(b.kind, b.number) for b in case.blocks if b.writing == "syllabus"]
        assert own == [("heading", None), ("paragraph", None), ("vote", None)]

    def test_its_line_up_tells_who_joins(self) -> None:
        joined = {w.id: w.joined_by for w in case_of(self.TEXT_, "plain").writings}
        assert joined == {"syllabus": (), "majority": ("Powell",), "breyer": ("Souter",)}

    def test_a_byline_tells_it_better(self) -> None:
        text = self.TEXT_.replace(
            "JUSTICE BREYER, d", "JUSTICE BREYER, with whom JUSTICE KAGAN joins, d"
        )
        joined = {w.id: w.joined_by for w in case_of(text, "plain").writings}
        assert joined["breyer"] == ("Kagan",)

    def test_its_sentences_about_the_opinion_are_no_byline(self) -> None:
        told = "JUSTICE WHITE delivered the opinion of the Court, concluding that it is."
        text = f"Syllabus\n{told}\nPER CURIAM.\n{TEXT}"
        assert [w[0] for w in writings(text, "plain")] == ["syllabus", "majority"]


class TestTheChiefJustice:
    BYLINE = f"THE CHIEF JUSTICE delivered the opinion of the Court.\n{TEXT}\n"

    def test_by_the_date(self) -> None:
        assert writings(self.BYLINE, "plain", ON_1986) == [("majority", "majority", "Burger")]

    def test_by_those_who_sat_with_him(self) -> None:
        """Stewart and Blackmun sat together under one Chief Justice only; Powell alone sat under two."""
        text = (
            f"{self.BYLINE}JUSTICE STEWART, with whom JUSTICE BLACKMUN joins, concurring.\n{TEXT}"
        )
        assert writings(text, "plain")[0] == ("majority", "majority", "Burger")

    @pytest.mark.parametrize("more", ["", f"JUSTICE POWELL, concurring.\n{TEXT}"])
    def test_unknown(self, more: str) -> None:
        assert writings(self.BYLINE + more, "plain")[0] == ("majority", "majority", "Chief Justice")

    def test_as_a_dissenter(self) -> None:
        text = (
            f"JUSTICE STEWART delivered the opinion of the Court.\n{TEXT}\nTHE CHIEF JUSTICE, with whom"
            f" JUSTICE REHNQUIST"
            f" joins, dissenting.\n{TEXT}"
        )
        assert writings(text, "plain")[1] == ("burger", "dissent", "Burger")


def test_captions_go_with_the_writing_that_follows() -> None:
    text = (
        f"opinion of the court\njustice thomas delivered the opinion of the court.\n{TEXT.lower()}\nbreyer,dissenting\n"
        "county of elm,petitioner jane doe\non writ of certiorari to the united states court of appeals\n"
        f"justice breyer,dissenting.\n{TEXT.lower()}"
    )
    blocks = [(b.kind, b.writing) for b in case_of(text, "flattened").blocks]
    assert blocks == [
        ("byline", "majority"),
        ("paragraph", "majority"),
        ("caption", "breyer"),
        ("caption", "breyer"),
        ("byline", "breyer"),
        ("paragraph", "breyer"),
    ]


def test_prose_before_the_first_separate_writing_is_the_opinion_of_the_court() -> None:
    """Its byline was not found, but it is no caption: nobody dissents from nothing."""
    text = f"QUILL v. STATE\n{TEXT} {TEXT} {TEXT}\nJUSTICE BREYER, dissenting.\n{TEXT}"
    case = case_of(text, "plain")
    assert [(w.id, w.kind, w.author) for w in case.writings] == [
        ("majority", "majority", None),
        ("breyer", "dissent", "Breyer"),
    ]
    assert [(b.kind, b.number) for b in case.blocks][:2] == [("caption", None), ("paragraph", 1)]


def test_counsel_before_the_opinion_of_the_court_are_no_opinion() -> None:
    counsel = (
        "Jane Doe argued the cause for petitioner. With her on the briefs were " + "A. Roe, " * 40
    )
    text = f"QUILL v. STATE\n{counsel}\nJUSTICE WHITE delivered the opinion of the Court.\n{TEXT}"
    assert writings(text, "plain") == [("majority", "majority", "White")]


@pytest.mark.parametrize("name", ["P1", "ABOUT", "SYLLABUS", "FN"])
def test_a_judge_takes_no_id_that_the_page_uses(name: str) -> None:
    text = f"PER CURIAM.\n{TEXT}\n{name}, Circuit Judge, dissenting.\n{TEXT}"
    assert [w[0] for w in writings(text, "plain")] == ["majority", f"opinion-{name.lower()}"]


def test_a_running_head_and_the_byline_behind_it_are_one_writing() -> None:
    text = (
        f"PER CURIAM.\n{TEXT}\nSCALIA, J., concurring\n"
        f"JUSTICE SCALIA, with whom JUSTICE THOMAS joins, concurring.\n{TEXT}\n"
        f"SCALIA, J., concurring\n{TEXT}"
    )
    found = case_of(text, "plain").writings
    assert [(w.id, w.joined_by) for w in found] == [("majority", ()), ("scalia", ("Thomas",))]


class TestANameThatIsLost:
    """A flattened text loses words with an apostrophe: of the Justices' names that is O'Connor."""

    HEAD = "opinion of the court\nalder,petitioner brook\non writ of certiorari to the supreme court of iowa\n"

    def both(self, first: str, second: str) -> list[tuple[str, str, str | None]]:
        text = (
            f"{self.HEAD}{first}\n{TEXT.lower()}\ndissenting opinion\nalder,petitioner brook\n"
            f"on writ of certiorari to the supreme court of iowa\n{second}\n{TEXT.lower()}"
        )
        return writings(text, "flattened")

    def test_those_beside_her_tell_it(self) -> None:
        found = self.both(
            "justice delivered the opinion of the court.",
            "justice thomas,with whom justice scalia joins,dissenting.",
        )
        assert found[0] == ("majority", "majority", "O'Connor")

    @pytest.mark.parametrize("other", ["kagan", "hern"])
    def test_nobody_is_named_who_never_sat_with_the_others(self, other: str) -> None:
        found = self.both(
            f"justice {other} delivered the opinion of the court.", "justice,dissenting."
        )
        assert found == [
            ("majority", "majority", other.capitalize()),
            ("dissent", "dissent", None),
        ]

    def test_she_may_join(self) -> None:
        text = f"{self.HEAD}justice thomas,with whom justice and justice scalia join,dissenting.\n{TEXT.lower()}"
        case = case_of(text, "flattened")
        assert case.writings[-1].joined_by == ("O'Connor", "Scalia")


def test_a_line_up_goes_on_over_a_page() -> None:
    first = "BREYER, J., delivered the opinion of the Court, in which ROBERTS,"
    rest = "C. J., and ALITO, J., joined. THOMAS, J., took no part in the decision."
    source = case_of(
        f"{first}\n{rest}\nJUSTICE BREYER delivered the opinion of the Court.\n{TEXT}", "plain"
    )
    lines = source.clean.lines
    voted = [
        replace(line, role="vote", join="blank" if k else "") if k < 2 else line
        for k, line in enumerate(lines)
    ]
    drafts = divide(replace(source.clean, lines=tuple(voted)), None).drafts
    assert drafts[-1].joined_by == ("Roberts", "Alito")
