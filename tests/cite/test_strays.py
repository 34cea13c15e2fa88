"""Citations of works that nobody knows, beside figures that cite nothing."""

from __future__ import annotations

import pytest

from generator.cite.recognise import recognise
from generator.cite.strays import strays


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Gough, The Expungement of Records, 1966 Wn.U.L.Q. 147, 149.", ["1966 Wn.U.L.Q. 147"]),
        ("as in 75 Am.Econ.Rev. 332 (1985).", ["75 Am.Econ.Rev. 332"]),
        ("Gough at 153.", ["Gough at 153"]),
        ("So it is. See Gough at 188 (footnote omitted).", ["Gough at 188"]),
        ("Smith & Roe, supra note 3, at 188.", ["Smith & Roe, supra note 3, at 188"]),
        ("1 Nimmer and Nimmer, Copyright §2.01[A] says", ["§2.01[A]"]),
        ("Third New International Dictionary 2425 (2002)", ["2425 (2002)"]),
        ("Charsley, The Wedding Cake, 22 Man 93, 95 (1987).", ["93, 95 (1987)"]),
        ("Cong. Globe, 37th Cong., 2d Sess. 509 (1862)", ["509 (1862)"]),
        ("of the President's message, pp. 3962--3963;", ["pp. 3962--3963"]),
    ],
)
def test_strays(text: str, found: list[str]) -> None:
    assert [text[s.start : s.end] for s in strays(text, [])] == found


@pytest.mark.parametrize(
    "text",
    [
        "See Foo v. Bar, 10 U.S. 100, 105 (1990).",  # known
        "H. R. Rep. No. 1462, 73d Cong. 2d Sess., 2 (1934).",  # a known work's own page
        "See Foo v. Bar, 10 U.S. at 105.",
        "He lived at 105 Main Street and left at 5 p.m.",
        "In 1905 Dr. Smith paid $ 300 to 12 men.",
        "On May 5, 1990, he came; in March (1991) he went.",
        "Then at 12 he left.",
        "",
    ],
)
def test_no_strays(text: str) -> None:
    assert strays(text, recognise(text)) == []
