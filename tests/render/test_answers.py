"""The line under a paragraph that says who answers it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

from generator.link.backlinks import by_case
from generator.model import Writing
from generator.render.answers import SHOWN, answer_lines, answers_markdown, short_name, who
from generator.render.markdown import opinion_page
from generator.render.verify import live, violations
from tests.kit import _environment, data_of, html_of
from tests.render.debate import LATER, SLUG, case, links

if TYPE_CHECKING:
    from generator.link.backlinks import Backlink

LINKS = links()
MADE = LINKS[SLUG, "p2"]


def line(block: str, beside: str = "") -> str:
    return answers_markdown(LINKS.get((SLUG, block), ()), beside).replace("\xa0", " ")


@pytest.mark.parametrize(
    ("block", "said"),
    [
        ("p1", ""),
        ("p2", "Referred to in [¶ 4](#p4); quoted in [¶ 6](#p6) (Powell)"
               " · Quoted in *Elm* [¶ 1](../roe-v-elm/index.md#p1)"),
        ("p3", "Discussed (estimated) in [¶ 6](#p6) (Powell)"
               " · Cited in *Elm* [¶ 2](../roe-v-elm/index.md#p2) (Scalia)"),
        ("p4", "Cited (estimated) in *Elm* [¶ 2](../roe-v-elm/index.md#p2) (Scalia)"),
        ("p6", "Discussed in [¶ 2](#p2) (White); [¶ 7](#p7) (Brennan)"),
        ("fn-1", "Discussed in [¶ 6](#p6) (Powell)"),
        ("powell", "Discussed in [¶ 7](#p7) (Brennan)"),
    ],
)  # fmt: skip
def test_lines(block: str, said: str) -> None:
    assert line(block) == said


def test_within_a_writing_the_quotations_first() -> None:
    one = MADE[1]
    own = [
        replace(one, position=13, block="p6", label="¶ 6", quotes=False),
        replace(one, position=14, block="p7", label="¶ 7", quotes=True),
        replace(one, position=15, block="p8", label="¶ 8", quotes=False, estimated=True),
        replace(one, position=16, block="powell-fn-2", label="n. 2", quotes=True),
    ]
    assert answers_markdown(own).replace("\xa0", " ") == (
        "Quoted in [¶ 7](#p7), [n. 2](#powell-fn-2), discussed in [¶ 6](#p6),"
        " discussed (estimated) in [¶ 8](#p8) (Powell)"
    )


def test_no_line_ends_between_the_sign_and_the_number() -> None:
    assert "[¶\xa06](#p6)" in answers_markdown(MADE)


def test_side_by_side() -> None:
    """Only where another opinion of the case answers."""
    assert line("p6", "exchange.md#x-p6").endswith(" · [side by side](exchange.md#x-p6)")
    assert "side by side" not in line("p4", "exchange.md#x-p4")


def test_a_famous_paragraph() -> None:
    site = MADE[2]
    many = [replace(site, rank=n, slug=f"case-{n}", name=f"Roe v. P{n}") for n in range(1, 1001)]
    said = answers_markdown(many)
    assert said.count("](") == SHOWN
    assert said.endswith(" · and 970 more")


def test_two_cases_that_are_called_alike_are_named_in_full() -> None:
    one = replace(MADE[2], name="Roe v. Smith")
    two = replace(one, rank=2, slug="x", name="Smith v. Jones")
    assert "*Smith*" in answers_markdown([one])
    said = answers_markdown([one, two])
    assert "*Roe v. Smith*" in said
    assert "*Smith v. Jones*" in said


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
    assert who(Writing("majority", "per-curiam", None, (), (0, 1))) == "Per curiam"
    assert who(Writing("dissent", "dissent", None, (), (0, 1))) == "Dissenting opinion"


@pytest.mark.parametrize(
    "hostile", ["<script>x</script>", "](javascript:x) [", "{: onclick=x }", "*a*", "`b`", "&lt;"]
)
def test_hostile_names_stay_text(hostile: str) -> None:
    def named(link: Backlink) -> Backlink:
        return replace(link, name=hostile, writing=replace(link.writing, author=hostile))

    html = html_of("---\ntitle: x\n---\n\n" + answers_markdown([named(MADE[1]), named(MADE[2])]))
    assert list(live(html)) == []
    assert html.count("<a ") == 2
    assert LATER in html


# ---------------------------------------------------------------------------------------------------- on the page

CASE = case()
LINES = answer_lines(CASE, LINKS)


def test_the_lines_of_a_case() -> None:
    assert list(LINES) == ["powell", "p2", "p3", "part-ii", "p4", "fn-1", "p6"]
    assert "(Powell) · [side by side](exchange.md#x-p2) · Quoted in *Elm*" in LINES["p2"]
    assert "side by side" not in LINES["p4"]
    assert answer_lines(CASE, by_case(LINKS)[SLUG]) == LINES
    assert set(by_case(LINKS)) == {SLUG}


def test_they_stand_below_all_of_their_paragraph() -> None:
    page = opinion_page(CASE, _environment(), answers=LINES)
    soup = BeautifulSoup(html_of(page), "html.parser")
    lines = soup.select("p.answers")
    above = [line.find_previous(["p", "h2", "h3"], id=True) for line in lines]
    assert [e["id"] for e in above if e] == [
        "p2", "p3-c1", "part-ii", "p4", "fn-1", "powell", "p6",
    ]  # fmt: skip
    assert " ".join(lines[2].get_text().split()) == "Discussed in ¶ 6 (Powell) · side by side"


def test_the_page_still_shows_what_the_data_says() -> None:
    page = opinion_page(CASE, _environment(), answers=LINES)
    html = html_of(page).replace('href="exchange.md', 'href="exchange/')
    assert list(violations(html, data_of(CASE))) == []
    assert opinion_page(CASE, _environment()) == opinion_page(CASE, _environment(), answers={})
