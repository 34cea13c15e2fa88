r"""Rich text: what its words of control mean, and that none of them reaches the page."""

from __future__ import annotations

import pytest

from generator.convert import convert
from generator.errors import ReadError
from generator.model import CaseInfo
from generator.read import read_bytes
from tests.kit import kinds

HEAD = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\froman Times New Roman;}}{\colortbl;\red0\green0\blue0;}"
    r"{\stylesheet{\s1 heading 1;}}{\info{\title A title}{\author Nobody}}{\*\generator Some program;}"
    r"{\header\pard A running head\par}"
)
OPINION = (
    HEAD
    + r"""
\pard DOE v. ROE\par
\pard JUSTICE KAGAN delivered the opinion of the Court.\par
\pard\b I\b0\par
The question in {\i Doe} v. {\i Roe}, {\field{\*\fldinst HYPERLINK "http://example.org"}{\fldrslt 410 U. S. 113}}, is
 one of costs.{\super\chftn}{\footnote\pard\plain{\super\chftn} See {\i Roe}, at 3.\par It is settled.}\tab We hold:\par
\pard\li720\ri720 \ldblquote A court may examine.\rdblquote\par
\pard So it did in the Court\'92s view \u8212?and {\v hidden }{\deleted struck }here.{\super 2}\par
JUSTICE ALITO, dissenting.\par
I would not.{\super\chftn}{\footnote{\super\chftn} But see Poe.}
}"""
)


def shown(body: str) -> str:
    return read_bytes((HEAD + body + "}").encode("cp1252"), "opinion.rtf").text.rstrip("\n")


@pytest.mark.parametrize("name", ["opinion.rtf", "opinion.txt"])
def test_an_opinion(name: str) -> None:
    source = read_bytes(OPINION.encode(), name)
    assert (source.dialect, source.extracted) == ("rtf", "source.txt")
    case = convert(source, "doe-v-roe", CaseInfo())
    assert kinds(case) == [
        ("caption", "DOE v. ROE"),
        ("byline", "JUSTICE KAGAN delivered the opinion of the Court."),
        ("heading", "I"),
        ("paragraph", "The question in Doe v. Roe, 410 U. S. 113, is one of costs.[1] We hold:"),
        ("blockquote", "“A court may examine.”"),
        ("paragraph", "So it did in the Court’s view —and here.[2]"),
        ("footnote", "[1] See Roe, at 3. It is settled."),
        ("byline", "JUSTICE ALITO, dissenting."),
        ("paragraph", "I would not.[2]"),
        ("footnote", "[2] But see Poe."),
    ]
    assert [source.text[s:e] for s, e in source.emphasis] == ["Doe", "Roe", "Roe"]
    targets = [m.target for b in case.blocks for m in b.marks if m.kind == "footnote-call"]
    assert targets == ["fn-1", "alito-fn-2"]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (r"a\~b\_c\-d", "a b-cd"),
        (r"\{a\}\\", "{a}\\"),
        ("a\r\nb", "ab"),
        ("a\\\nb", "a\n\nb"),
        (r"\u-10179?\u-8704?", "\U0001f600"),
        (r"{\uc0 \u8220 a}", "“a"),
        (r"{\uc2\u8220 xya}", "“a"),
        (r"\'93a\'94", "“a”"),
        (r"a{\*\unheard of}b", "ab"),
        (r"a{\pict\bin4 }}}}}b", "ab"),
        (r"the 9{\super th} day", "the 9th day"),
        (r"a\cell b\row", "a\n\nb"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
    ],
)
def test_signs(body: str, words: str) -> None:
    assert shown(body) == words


@pytest.mark.parametrize("tenths", range(5, 10))
def test_a_file_that_breaks_off_is_read_as_far_as_it_goes(tenths: int) -> None:
    source = read_bytes(OPINION[: len(OPINION) * tenths // 10].encode(), "opinion.rtf")
    assert "JUSTICE KAGAN delivered the opinion of the Court." in source.text
    convert(source, "doe-v-roe", CaseInfo())


@pytest.mark.parametrize("data", [OPINION * 20, OPINION.replace("\\", "")])
def test_braces_that_do_not_match(data: str) -> None:
    source = read_bytes(data.encode(), "opinion.rtf", "rtf")
    convert(source, "doe-v-roe", CaseInfo())
    assert "DOE v. ROE" in source.text


def test_deep_groups_take_time_in_proportion() -> None:
    assert shown("{" * 200_000 + "a" + "}" * 200_000) == "a"


@pytest.mark.parametrize("data", [HEAD + "}", OPINION.replace("{", "")])
def test_no_words(data: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_bytes(data.encode(), "opinion.rtf", "rtf")
    assert caught.value.code == "R01"


def test_the_print_of_a_service_is_read_as_such() -> None:
    lines = r"DISSENT BY: ALITO\par DISSENT\par JUSTICE ALITO, dissenting.\par I would [*12] not."
    source = read_bytes((HEAD + lines + "}").encode(), "opinion.rtf")
    assert source.dialect == "lexis"
