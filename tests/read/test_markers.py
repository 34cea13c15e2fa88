"""The lines by which a service says whose the next writing is, and the prose that looks like them."""

from __future__ import annotations

import pytest

from generator.read.markers import (
    before_text,
    leading_stars,
    marker,
    opens_writing,
    titled,
    without_stars,
)


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("OPINION", ""),
        ("OPINION:", ""),
        ("DISSENTS", ""),
        ("DISSENT-IN-PART:", ""),
        ("OPINION BY", ""),
        ("OPINION BY: WHITE", "opinion:WHITE"),
        ("OPINIONBY: WHITE", "opinion:WHITE"),
        ("OPINION BY: Harriet Bloom", "opinion:Harriet Bloom"),
        ("OPINION BY: J. Harvie Wilkinson III", "opinion:J. Harvie Wilkinson III"),
        ("CONCURBY: POWELL (In Part)", "concur:POWELL"),
        ("DISSENTBY: POWELL (In Part)", "dissent:POWELL"),
        ("DISSENT BY: JOHN R. BROWN, JR.", "dissent:JOHN R. BROWN, JR."),
        ("Opinion by: GINSBURG", "opinion:GINSBURG"),
        ("Dissent by: SCALIA (In Part)", "dissent:SCALIA"),
        # several: the byline of each tells
        ("CONCURBY: STEVENS; SCALIA (In Part)", "concur:"),
        ("DISSENT BY: BREYER and SOTOMAYOR", "dissent:"),
        # prose
        ("Opinion", None),
        ("Dissent by: Breyer", None),
        ("Opinion by: the court below", None),
        ("CONCUR BY: the rule of the statute, a court may do so.", None),
        ("OPINION of the court below", None),
        ("DISSENT: the right of every judge", None),
    ],
)
def test_marker(line: str, label: str | None) -> None:
    assert marker(line) == label


@pytest.mark.parametrize(
    ("lines", "is_one"),
    [
        (["Opinion by: GINSBURG", "Opinion"], True),
        (["Opinion", "[*869] Justice Ginsburg delivered the opinion of the Court."], True),
        (["It was so.", "Opinion", "A court may hold it."], False),
        (["It was so.", "Opinions", "JUSTICE ALITO, dissenting."], False),
        (["Opinion"], False),
    ],
)
def test_titled(lines: list[str], is_one: bool) -> None:
    k = next(k for k, line in enumerate(lines) if line.startswith("Opinions") or line == "Opinion")
    assert titled(lines, k) is is_one


@pytest.mark.parametrize(
    ("line", "sure", "text"),
    [
        (
            "OPINION: [*937] [**1794] JUSTICE WHITE delivered the opinion of the Court.",
            False,
            "[*937]",
        ),
        ("DISSENT: JUSTICE ALITO, dissenting.", False, "JUSTICE"),
        ("OPINION: We hold so.", True, "We"),
        ("OPINION: We hold so.", False, None),
        ("DISSENT in the ranks was punished by law.", True, None),
    ],
)
def test_before_text(line: str, sure: bool, text: str | None) -> None:
    at = before_text(line, sure=sure)
    assert (line[at:].split(maxsplit=1)[0] if at is not None else None) == text


@pytest.mark.parametrize(
    ("line", "bare"),
    [
        (" [*1189]  KELLMAN, Circuit Judge:", "KELLMAN, Circuit Judge:"),
        ("**1793 *935 Syllabus", "Syllabus"),
        ("The rule [*12] is old.", "The rule  is old."),
        ("* * * The rule", "* * * The rule"),
        ("*The rule", "*The rule"),
    ],
)
def test_stars(line: str, bare: str) -> None:
    assert without_stars(line.strip()) == bare
    assert line.strip()[leading_stars(line.strip()) :].startswith(
        bare.split("  ", maxsplit=1)[0][:8]
    )


def test_a_byline_opens_a_writing_whatever_page_it_stands_on() -> None:
    assert opens_writing("[*875]  Justice Alito, concurring.")
    assert not opens_writing("[*875]  Justice Alito, concurring, says that the rule is old.")
