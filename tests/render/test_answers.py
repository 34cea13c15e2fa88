"""The mark beside a paragraph that says who answers it, and what it answers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

from generator.link.backlinks import by_case
from generator.model import Writing
from generator.render.answers import (
    LONGEST,
    SHOWN,
    Answers,
    _counts,
    answer_lines,
    incoming_lines,
    short_name,
    shortened,
    who,
)
from generator.render.markdown import opinion_page
from generator.render.verify import violations
from tests.kit import _environment, data_of, html_of
from tests.render.debate import LATER, SLUG, case, links

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.link.backlinks import Backlink

LINKS = links()
MADE = LINKS[SLUG, "p2"]
CASE = case()
BLOCKS = {b.id: b for b in CASE.blocks}
LINES = answer_lines(CASE, LINKS)


def said(block: str) -> list[str]:
    """The mark beside a place, and the lines behind it."""
    made = LINES.get(block)
    return [t.replace("\xa0", " ") for t in (made.mark, *made.lines)] if made else []


def listed(links: Sequence[Backlink]) -> list[str]:
    return [t.replace("\xa0", " ") for t in incoming_lines(links, BLOCKS)]


WHO = '<span class="who">{}</span>'
POWELL, WHITE, BRENNAN, SCALIA = map(WHO.format, ("Powell", "White", "Brennan", "Scalia"))
NIGHT = "“The keeper owes a duty to every vessel that comes in by night” *exactly*"
BESIDE = "[Read side by side](exchange.md#x-{})"


@pytest.mark.parametrize(
    ("block", "lines"),
    [
        ("p1", []),
        ("p2", [f"answered by {POWELL} (1) · cited in <em>Elm</em> (1) · referred to (1) · answers {POWELL} (1)",
                "[¶ 4](#p4) of the same opinion refers to this",
                f"{POWELL}, dissenting, [¶ 6](#p6) quotes {NIGHT}",
                f"*Elm* [¶ 1](../roe-v-elm/index.md#p1) quotes {NIGHT}",
                f"answers {POWELL} [¶ 6](#p6)",
                BESIDE.format("p2")]),
        ("p3", [f"answered by {POWELL} (1) · cited in <em>Elm</em> (1)",
                f"{POWELL}, dissenting, [¶ 6](#p6) refers to this (estimated)",
                f"*Elm* ({SCALIA}) [¶ 2](../roe-v-elm/index.md#p2) cites this",
                BESIDE.format("p3")]),
        ("p4", ["cited in <em>Elm</em> (1)",
                f"*Elm* ({SCALIA}) [¶ 2](../roe-v-elm/index.md#p2) cites this (estimated)"]),
        ("p7", [f"answers {POWELL} (2)",
                f"answers {POWELL} [the whole opinion](#powell)",
                f"answers {POWELL} [¶ 6](#p6)",
                BESIDE.format("powell")]),
        ("fn-1", [f"answered by {POWELL} (1)",
                  f"{POWELL}, dissenting, [¶ 6](#p6) refers to this",
                  BESIDE.format("fn-1")]),
    ],
)  # fmt: skip
def test_marks_and_lines(block: str, lines: list[str]) -> None:
    assert said(block) == lines


def test_one_that_is_answered_by_many_and_answers_many() -> None:
    mark, *lines = said("p6")
    assert mark == f"answered by {WHITE} and {BRENNAN} (2) · answers {WHITE} (4)"
    assert lines[0] == f"{WHITE}, for the Court, [¶ 2](#p2) refers to this"
    assert lines[2] == f"answers {WHITE} [¶ 2](#p2) quoting {NIGHT}"
    assert lines[3:6] == [
        f"answers {WHITE} [¶ 3](#p3) (estimated)",
        f"answers {WHITE} [Part II](#part-ii)",
        f"answers {WHITE} [n. 1](#fn-1)",
    ]


def test_the_kind_once_and_what_only_refers_together() -> None:
    one = MADE[1]
    own = [
        replace(one, position=13, block="p6", label="¶ 6", quotes=False),
        replace(one, position=14, block="p7", label="¶ 7", quotes=False),
        replace(one, position=15, block="p8", label="¶ 8", quotes=False, estimated=True),
        replace(one, position=16, block="p9", label="¶ 9", quotes=True),
    ]
    assert listed(own) == [
        f"{POWELL}, dissenting, [¶ 6](#p6), [¶ 7](#p7) refer to this",
        f"{POWELL} [¶ 8](#p8) refers to this (estimated)",
        f"{POWELL} [¶ 9](#p9) quotes {NIGHT}",
    ]


def test_of_more_than_two_opinions_the_number() -> None:
    names = ("Stevens", "Powell", "Brennan")
    many = [replace(MADE[1], writing=replace(MADE[1].writing, author=n)) for n in names]
    assert next(_counts(many)) == "answered by 3 opinions (3)"
    assert next(_counts(many[:2])).startswith('answered by <span class="who">Stevens</span> and')


def test_no_line_ends_between_the_sign_and_the_number() -> None:
    assert "[¶\xa06](#p6)" in LINES["p2"].lines[1]


def test_a_famous_paragraph() -> None:
    site = MADE[2]
    many = [replace(site, rank=n, slug=f"case-{n}", name=f"Roe v. P{n}") for n in range(1, 1001)]
    lines = listed(many)
    assert len(lines) == SHOWN + 1
    assert lines[-1] == "and 970 places more"
    assert list(_counts(many)) == ["cited in 1,000 cases (1,000)"]


def test_two_cases_that_are_called_alike_are_named_in_full() -> None:
    one = replace(MADE[2], name="Roe v. Smith")
    two = replace(one, rank=2, slug="x", name="Smith v. Jones")
    assert listed([one])[0].startswith("*Smith* ")
    assert [line.partition(" [")[0] for line in listed([one, two])] == [
        "*Roe v. Smith*", "*Smith v. Jones*",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("the lamp must be lit", "the lamp must be lit"),
        (' "as  it\nwas" ', "as it was"),
        ("word " * 80, "word " * 17 + "[…]" + " word" * 17),
    ],
)
def test_a_long_quotation_keeps_its_ends(text: str, short: str) -> None:
    assert shortened(text) == short
    assert len(shortened(text)) <= LONGEST + 5


def test_altered_words_are_said() -> None:
    traces = tuple(
        replace(t, changes=(("lamp <b>", "lantern"), ("by", ""), ("", "well"), ("x", "y")))
        for t in MADE[1].traces
    )
    assert listed([replace(MADE[1], traces=traces)])[0].endswith(
        "altered: “lamp &lt;b&gt;” for “lantern”, “by” added, “well” left out and 1 more"
    )


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Messerschmidt v. Millender", "Messerschmidt"),
        ("United States v. Leon", "Leon"),
        ("In re Gault", "Gault"),
        ("Marbury", "Marbury"),
        ("United States v. United States", "United States"),
        ("", ""),
    ],
)
def test_short_name(name: str, short: str) -> None:
    assert short_name(name) == short


def test_who() -> None:
    assert who(Writing("powell", "dissent", "Powell", (), (0, 1))) == "Powell"
    assert who(Writing("oconnor", "dissent", "O'Connor", (), (0, 1))) == "O’Connor"
    assert who(Writing("majority", "per-curiam", None, (), (0, 1))) == "Per curiam"
    assert who(Writing("dissent", "dissent", None, (), (0, 1))) == "Dissenting opinion"


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>x</script>",
        "</summary></details><img src=x>",
        "](javascript:x) [",
        "{: onclick=x }",
        "*a*",
        "`b`",
        "&lt;",
        "<details open>",
    ],
)
def test_hostile_names_stay_text(hostile: str) -> None:
    def named(link: Backlink) -> Backlink:
        return replace(link, name=hostile, writing=replace(link.writing, author=hostile))

    links = [named(MADE[1]), named(MADE[2])]
    made = Answers(" · ".join(_counts(links)), tuple(incoming_lines(links, BLOCKS)))
    html = html_of(opinion_page(CASE, _environment(), answers={"p2": made}))
    assert list(violations(html, data_of(CASE))) == []
    mark = BeautifulSoup(html, "html.parser").select_one("details.answers")
    assert mark is not None
    assert len(mark.select("a")) == 2
    assert mark.get_text().count("".join(hostile.split())) or hostile.strip() in mark.get_text()
    assert LATER in html


# ---------------------------------------------------------------------------------------------------- on the page


def test_the_places_of_a_case() -> None:
    assert list(LINES) == ["powell", "p2", "p3", "part-ii", "p4", "fn-1", "p6", "p7"]
    assert answer_lines(CASE, by_case(LINKS)[SLUG]) == LINES
    assert set(by_case(LINKS)) == {SLUG}


def test_they_stand_below_all_of_their_paragraph() -> None:
    page = opinion_page(CASE, _environment(), answers=LINES)
    soup = BeautifulSoup(html_of(page), "html.parser")
    marks = soup.select("details.answers")
    above = [mark.find_previous(["p", "h2", "h3"], id=True) for mark in marks]
    assert [e["id"] for e in above if e] == [
        "p2", "p3-c1", "part-ii", "p4", "fn-1", "powell", "p6", "p7",
    ]  # fmt: skip
    assert [mark.get("data-beside") for mark in marks] == [
        "p2", "p3", "part-ii", "p4", None, "powell", "p6", "p7",
    ]  # fmt: skip
    summary = marks[2].find("summary")
    assert summary is not None
    assert summary.get_text() == "answered by Powell (1)"
    assert not any(mark.has_attr("open") for mark in marks)


def test_the_page_still_shows_what_the_data_says() -> None:
    page = opinion_page(CASE, _environment(), answers=LINES)
    html = html_of(page).replace('href="exchange.md', 'href="exchange/')
    assert list(violations(html, data_of(CASE))) == []
    assert opinion_page(CASE, _environment()) == opinion_page(CASE, _environment(), answers={})
