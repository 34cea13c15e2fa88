"""What follows a name: the remnants of its parentheses and reporters."""

from __future__ import annotations

import pytest

from generator.cite.flattened.tails import Tail, read_tail


@pytest.mark.parametrize(
    ("text", "rest", "expected"),
    [
        ("", "", Tail(0)),
        (".the court", ".the court", Tail(0)),
        (",per curiam.the", ".the", Tail(0, per_curiam=True)),
        (",per cu riam then", " then", Tail(0, per_curiam=True)),
        (",per curiam slip,at.", ".", Tail(0, per_curiam=True, slip=True)),
        (",slip,at quoting", " quoting", Tail(0, slip=True)),
        (" at slip,at.", ".", Tail(0, slip=True)),
        (",opinion of jackson.", ".", Tail(0, author="jackson")),
        (",opinion of the court,", ",opinion of the court,", Tail(0)),
        (",scalia,concurring in part.", ".", Tail(0, author="scalia")),
        (
            ",kennedy,concurring in judgment and dissenting in part.x",
            ".x",
            Tail(0, author="kennedy"),
        ),
        (",the court,dissenting", ",the court,dissenting", Tail(0)),
        (",plurality opinion see", " see", Tail(0)),
        (",en banc.", ".", Tail(0)),
        (",so.fla.the", ".the", Tail(0, lower_court=True)),
        (",cal.app.cal.rptr.", ".", Tail(0, lower_court=True)),
        (",civ.cd,app.to pet.for cert", ",app.to pet.for cert", Tail(0, lower_court=True)),
        (",no.wl,per curiam.", ".", Tail(0, per_curiam=True, lower_court=True)),
        (",cadc per curiam.", ".", Tail(0, per_curiam=True, lower_court=True)),
        (",wall.accordingly", ".accordingly", Tail(0)),
        # the next sentence, the next citation, the record
        (".cal.law allows", ".cal.law allows", Tail(0)),
        (",cal.penal code ann.", ",cal.penal code ann.", Tail(0)),
        (",app.to pet.for cert.", ",app.to pet.for cert.", Tail(0)),
        (",so the court held", ",so the court held", Tail(0)),
        (",internal quotation marks", ",internal quotation marks", Tail(0)),
    ],
)
def test_tails(text: str, rest: str, expected: Tail) -> None:
    tail = read_tail("leon" + text, 4)
    assert ("leon" + text)[tail.end :] == rest
    assert tail == Tail(
        tail.end, expected.per_curiam, expected.author, expected.lower_court, expected.slip
    )
