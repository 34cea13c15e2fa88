"""How courts of appeals refer within a case: to each other's writings by page, to Sections and Parts by letter."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.cite.case import cite
from generator.cite.internal import find_internal
from generator.link.authorities import Known
from generator.link.crossref_plain import Landmarks
from generator.link.crossrefs import resolve_cross_references
from generator.link.quotations import Passages
from tests.kit import case_of

APPEAL = """\
OPINION BY: KELLMAN
OPINION
[*1188] KELLMAN, Circuit Judge:
I. BACKGROUND
The keeper of the pier let the lantern go out before midnight, and a ship was lost.
A. The Pier
It was closed, and no sailor knew of it, as the judge found. {}
[*1189] B. The Lantern
Oil had run out, which nobody had foreseen.
II. DISCUSSION
A. Duty
[*1190] Whoever keeps a lantern must keep it burning through the night.
DISSENT BY: PREGERSON
DISSENT
[*1195] PREGERSON, Circuit Judge, dissenting:
Nobody keeps a lantern for a pier that is closed. {}
[*1196] I would affirm the judgment for the board.
APPENDIX A
The order of the harbor master.
"""


def led(court: str, dissent: str) -> list[tuple[str, str | None, str | None]]:
    case = cite(case_of(APPEAL.format(court, dissent)), Known())
    done, _ = resolve_cross_references(case, Passages.of([case]), {})
    return [(r.text, r.target[1] if r.target else None, r.method) for r in done.references]


@pytest.mark.parametrize(
    ("court", "dissent", "found"),
    [
        ("", "The majority, supra at 1189, forgets it.", ("supra at 1189", "p3", "page")),
        ("As the dissent says, infra at 1196, it is.", "", ("infra at 1196", "p6", "page")),
        ("", "See Maj. Op. at 1189.", ("Maj. Op. at 1189", "p3", "page")),
        (
            "It would affirm the judgment for the board. Dissent at 1196.",
            "",
            ("Dissent at 1196", "p6", "page"),
        ),
        (
            "It would affirm the judgment for the board, dissenting op., at 1196.",
            "",
            ("dissenting op., at 1196", "p6", "page"),
        ),
        ("See Part B, infra.", "", ("Part B, infra", "part-i-b", "part")),
        ("See Section II.A infra.", "", ("Section II.A infra", "part-ii-a", "part")),
        ("", "See Appendix A, infra.", ("Appendix A, infra", "pregerson-part-break", "part")),
        # a page that no writing has, a letter that two Parts have
        ("", "The majority, supra at 1250, forgets it.", ("supra at 1250", None, None)),
        ("", "See Part A, supra.", ("Part A, supra", None, None)),
    ],
)
def test_led(court: str, dissent: str, found: tuple[str, str | None, str | None]) -> None:
    assert led(court, dissent) == [found]


def test_appendixes_under_one_heading_are_called_by_their_letters() -> None:
    text = (
        "JUSTICE WHITE delivered the opinion of the Court.\nSee Appendix B, infra.\nAPPENDIXES\n"
        "A\nThe statute is this one.\nB\nThe chart is that one."
    )
    case = cite(case_of(text), Known())
    done, _ = resolve_cross_references(case, Passages.of([case]), {})
    (reference,) = done.references
    headed = next(b for b in case.blocks if b.kind == "heading" and b.text == "B")
    assert reference.target
    assert reference.target[1] == headed.id


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("See Maj. Op. at 5, 7.", [("Maj. Op. at 5, 7", "5, 7", "majority", None)]),
        (
            "See Majority slip op. at 12-14.",
            [("Majority slip op. at 12-14", "12-14", "majority", None)],
        ),
        ("Diss. Op., at 1195", [("Diss. Op., at 1195", "1195", None, "dissent")]),
        ("See Concurrence at 3.", [("Concurrence at 3", "3", None, "concurrence")]),
        # of another case, or no opinion at all
        ("Smith, 5 F.3d at 9 (dissenting op. at 7)", []),
        ("In Doe v. Roe (Dissent at 7)", []),
        ("a majority at 51%", []),
        ("The majority at 5 o'clock", []),
        ("Dissent at home", []),
    ],
)
def test_opinions_at(text: str, found: list[tuple[str, str, str | None, str | None]]) -> None:
    mentions = [m for m in find_internal(text) if m.kind == "writing"]
    assert [(text[m.start : m.end], m.pin, m.writing, m.key) for m in mentions] == found


NUMBERED = """\
JUSTICE ZLAKET delivered the opinion of the Court.
¶ 1 The keeper of the pier let the lantern go out.
He was paid for it.
¶ 2 Oil had run out. See infra, at ¶ 3.
JUSTICE MARTONE, dissenting.
[¶{first}] Nobody keeps a lantern for a pier that is closed. Ante, at ¶ 2. {more}
"""


@pytest.mark.parametrize(
    ("first", "more", "target"),
    [
        ("3", "See ante ¶¶ 1-2.", ("ante ¶¶ 1-2", "p1", "page")),
        ("3", "Ante, at ¶ 9.", ("Ante, at ¶ 9", None, None)),
        # numbers that begin anew are those of the writing that is meant
        ("1", "Supra, at ¶ 1.", ("Supra, at ¶ 1", "p4", "page")),
        ("1", "Ante, at ¶ 1.", ("Ante, at ¶ 1", "p1", "page")),
        # a number that the court did not give is none of ours
        ("3", "Ante, at ¶ 4.", ("Ante, at ¶ 4", None, None)),
    ],
)
def test_the_court_s_own_numbers(first: str, more: str, target: tuple[str, str, str]) -> None:
    case = cite(case_of(NUMBERED.format(first=first, more=more), "plain"), Known())
    done, _ = resolve_cross_references(case, Passages.of([case]), {})
    found = [(r.text, r.target[1] if r.target else None, r.method) for r in done.references]
    assert found[1:] == [("Ante, at ¶ 2", "p3", "page"), target]
    assert found[0] == ("infra, at ¶ 3", *(("p4", "page") if first == "3" else (None, None)))


def test_the_number_of_a_paragraph_that_is_quoted_is_none_of_this_case() -> None:
    case = case_of(NUMBERED.format(first="3", more=""), "plain")
    quoted = [replace(b, kind="blockquote") if b.id == "p1" else b for b in case.blocks]
    landmarks = Landmarks(replace(case, blocks=tuple(quoted)))
    assert landmarks.numbered(["majority"], "1") is None
    assert landmarks.numbered(["majority"], "2") == "p3"
