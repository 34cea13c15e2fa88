"""The tagged dialect: which lines are the court's, and which were put there by a publisher."""

from __future__ import annotations

import pytest

from generator.read.lexis import segments
from tests.kit import case_of


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


class TestNotesThatAreLeft:
    """Some collections keep the last notes of a writing alone, behind its last words."""

    PROSE = (
        "The order of the Board was void from the first, because the statute asks for a hearing before it "
        "and none was held. "
    )
    CLOSING = f"{PROSE}I respectfully dissent."
    NOTES = (
        "1. The Court appears to believe that a hearing behind closed doors is a hearing too.",
        "2. The Court notes that the Board of 1934 never held one, and that nobody minded it.",
    )

    def roles(self, *lines: str) -> list[tuple[str, str | None]]:
        return [(s.role, s.label) for s in segments("\n".join(lines))]

    @pytest.mark.parametrize("notes", [NOTES, NOTES[:1], NOTES[1:]])
    def test_they_are_notes(self, notes: tuple[str, ...]) -> None:
        found = self.roles("JUSTICE SCALIA, dissenting.", self.PROSE, self.CLOSING, *notes)
        assert found[-len(notes) :] == [("footnote", n[0]) for n in notes]

    @pytest.mark.parametrize(
        "before",
        [
            "We order as follows:",
            f"{PROSE}It is ordered as follows.",
            "Order",
            "1. The first of the questions that the parties put to us is whether a lamp is a light.",
        ],
    )
    def test_lists_are_none(self, before: str) -> None:
        found = self.roles("JUSTICE SCALIA, dissenting.", self.PROSE, before, *self.NOTES)
        assert "footnote" not in [role for role, _ in found]

    def test_they_belong_to_the_writing_behind_which_they_stand(self) -> None:
        text = "\n".join(
            [
                "JUSTICE WHITE delivered the opinion of the Court.",
                self.PROSE,
                "JUSTICE SCALIA, dissenting.",
                self.CLOSING,
                self.NOTES[0],
            ]
        )
        (note,) = [b for b in case_of(text, "lexis").blocks if b.kind == "footnote"]
        assert (note.writing, note.label) == ("scalia", "1")
