"""What is left of laws in lower-case text without figures, with blanks behind marks and without."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cite.flattened_laws import complete_law, find_flattened_laws
from generator.model import Authority


def found(text: str) -> list[tuple[str, str, str | None]]:
    return [(text[m.start : m.end], m.kind, m.key) for m in find_flattened_laws(text)]


@pytest.mark.parametrize(
    ("text", "printed", "kind", "key"),
    [
        ("a public offense,cal.penal code ann.a,and", "cal.penal code ann.a", "statute", "Cal. Penal Code (a)"),
        ("offense,cal.penal code ann.a west,and", "cal.penal code ann.a west", "statute", "Cal. Penal Code (a)"),
        ("see,cal.penal code ann.b west it is", "cal.penal code ann.b west", "statute", "Cal. Penal Code (b)"),
        ("law,see cal.penal code ann.west cum.supp.to try", "cal.penal code ann.west cum.supp.", "statute",
         "Cal. Penal Code"),
        ("that end.cal.penal code ann.a person who", "cal.penal code ann.", "statute", "Cal. Penal Code"),
        ("case.ala.code d.although", "ala.code d", "statute", "Ala. Code (d)"),
        ("tex.code crim.proc.art.a vernon supp.to", "tex.code crim.proc.art.a vernon supp.", "statute",
         "Tex. Code Crim. Proc. (a)"),
        ("as amended,fla.stat.the act", "fla.stat.", "statute", "Fla. Stat."),
        ("see ohio rev.code ann.b.the", "ohio rev.code ann.b", "statute", "Ohio Rev. Code (b)"),
        ("under n.y.penal law,or", "", "", ""),
        ("character,fed.rule evid.a b i,or", "fed.rule evid.a b i", "rule", "Fed. R. Evid. (a)(b)(i)"),
        ("accident,fed.rule evid.b.indeed", "fed.rule evid.b", "rule", "Fed. R. Evid. (b)"),
        ("in part.fed.rule civ.proc.b i iii.such", "fed.rule civ.proc.b i iii", "rule", "Fed. R. Civ. P. (b)(i)(iii)"),
        ("law,see ala.rule crim.proc.comment,neither", "ala.rule crim.proc.", "rule", "Ala. R. Crim. P."),
        ("federal rule of civil procedure d provides", "federal rule of civil procedure d", "rule",
         "Fed. R. Civ. P. (d)"),
        ("under rule b motions", "rule b", "rule", "(b)"),
        ("sec rule,cfr b.there is", "cfr b", "statute", "C.F.R. (b)"),
        ("act of,ch.stat.the government", "ch.stat.", "statute", "Stat."),
        ("see exec.order,d,fed", "exec.order", "statute", "Exec. Order"),
        ("was illegal.a,d.given", "a,d", "statute", "(a), (d)"),
        ("of the law.b e see freedom", "b e", "statute", "(b)(e)"),
        ("after the violation.b.the", "b", "statute", "(b)"),
        ("contract support costs,a,g the act", "a,g", "statute", "(a), (g)"),
        ("the limitations period in b begins to run", "b", "statute", "(b)"),
        ("an element of a b violation", "b", "statute", "(b)"),
        ("action under b of the securities exchange act of,alleging", "b of the securities exchange act of", "statute",
         "Securities Exchange Act of 1934 (b)"),
        ("section of the securities act of,stat", "section of the securities act of", "statute",
         "Securities Act of 1933"),
        ("the florida administrative procedure act,or", "administrative procedure act", "statute",
         "florida administrative procedure act"),
    ],
)  # fmt: skip
def test_remnant(text: str, printed: str, kind: str, key: str) -> None:
    wanted = [(printed, kind, key)] if printed else []
    assert [
        row for row in found(text) if row[0] not in ("d", "stat", "stat.", "fed.reg.")
    ] == wanted
    spaced = re.sub(r"([.,])(?=[a-z])", r"\1 ", text)
    if printed:
        printed = re.sub(r"([.,])(?=[a-z])", r"\1 ", printed)
        assert (printed, kind, key) in found(spaced)


@pytest.mark.parametrize(
    "text",
    [
        "california law allows a magistrate to issue",
        "the california penal code forbids it",
        "b this case does not fall within",  # a part of a syllabus
        "is obvious.w hether an official",
        "we see,b ecause the deputies",
        "that,i n the ordinary case",
        "pp.b from the time of",
        "see art.i,cl.and",
        "record,doc.exh.c,hereinafter",
        "so,wl,d,see",
        "united states leon,at.",
        "in part b of the opinion",
        "an accuser who",
        "the act of the legislature",
        "did smith act in time",
        "type c is",
        "it h as been",
        "in f or instance",
        "the golden rule applies",
        "",
    ],
)
def test_nothing_left(text: str) -> None:
    assert found(text) == []


def test_acts_named_as_a_whole() -> None:
    (mention,) = find_flattened_laws("freedom of information act foia requires")
    assert mention.authority is not None
    assert mention.authority.key == "Freedom of Information Act, 5 U.S.C. § 552"
    text = "the act,title vi of the civil rights act of,or"
    (mention,) = find_flattened_laws(text)
    assert text[mention.start : mention.end] == "title vi of the civil rights act of"
    assert mention.authority is not None
    assert (
        mention.authority.key
        == "Title VI of the Civil Rights Act of 1964, 42 U.S.C. § 2000d et seq."
    )
    (mention,) = find_flattened_laws("under the civil rights act of.")
    assert mention.authority is None
    assert len(mention.candidates) > 3
    (mention,) = find_flattened_laws("the federal rules of evidence apply")
    assert mention.authority == Authority("rule", "Fed. R. Evid.")


KNOWN = [
    Authority("statute", "26 U.S.C. §§ 5845(a), 5861(d)"),
    Authority("statute", "Cal. Penal Code § 1524(a)(3)"),
    Authority("statute", "Cal. Penal Code § 136.1(b)(1)"),
    Authority("statute", "Cal. Penal Code § 33215"),
    Authority("statute", "42 U.S.C. § 1983"),
    Authority("rule", "Fed. R. Evid. 404(a)(2)(B)(i)"),
    Authority("rule", "Fed. R. Evid. 404(b)(2)"),
    Authority("statute", "17 C.F.R. § 240.10b-5(b)"),
    Authority("statute", "Tex. Code Crim. Proc. art. 64.03(a)"),
    Authority("statute", "15 U.S.C. § 78j(b)", name="Securities Exchange Act of 1934 § 10(b)"),
    Authority("case", "457 U.S. 800"),
]


@pytest.mark.parametrize(
    ("key", "completed"),
    [
        ("(a), (d)", ["26 U.S.C. §§ 5845(a), 5861(d)"]),
        ("(a)(d)", []),
        ("(b)", []),  # one letter fits too much
        ("Cal. Penal Code (a)", ["Cal. Penal Code § 1524(a)(3)"]),
        ("Cal. Penal Code (b)", ["Cal. Penal Code § 136.1(b)(1)"]),
        ("Cal. Penal Code", ["Cal. Penal Code § 33215"]),
        ("Cal. Penal Code (c)", []),
        ("Cal. Veh. Code", []),
        ("Fed. R. Evid. (a)(b)(i)", ["Fed. R. Evid. 404(a)(2)(B)(i)"]),
        ("Fed. R. Evid. (b)", ["Fed. R. Evid. 404(b)(2)"]),
        ("C.F.R. (b)", ["17 C.F.R. § 240.10b-5(b)"]),
        ("Tex. Code Crim. Proc. (a)", ["Tex. Code Crim. Proc. art. 64.03(a)"]),
        ("Securities Exchange Act of 1934 (b)", ["15 U.S.C. § 78j(b)"]),
        ("", []),
    ],
)
def test_complete_law(key: str, completed: list[str]) -> None:
    assert [law.key for law in complete_law(key, KNOWN)] == completed


def test_two_that_fit_are_both_given() -> None:
    more = [*KNOWN, Authority("statute", "Cal. Penal Code § 187(a)")]
    assert len(complete_law("Cal. Penal Code (a)", more)) == 2


PIECES = st.sampled_from(
    [
        "cal.",
        "penal ",
        "code",
        " ann.",
        "a",
        "b",
        " west",
        "fed.",
        "rule ",
        "evid.",
        ",",
        ".",
        " ",
        "stat.",
        "the act ",
        "in b is",
        "title vi of ",
    ]
)


@given(st.lists(PIECES, max_size=40))
def test_in_order_and_apart(pieces: list[str]) -> None:
    text = "".join(pieces)
    end = 0
    for mention in find_flattened_laws(text):
        assert end <= mention.start < mention.end <= len(text)
        assert mention.key or mention.authority
        end = mention.end
