"""The picture of who answers whom."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.corpus import Corpus
from generator.link.backlinks import Backlink, backlinks
from generator.model import Block, Case, Piece, Reference, Writing
from generator.render.picture import (
    BROAD,
    CROWDED,
    MOST,
    THICK,
    TOP,
    WIDTH,
    Arc,
    bundled,
    description,
    paragraphs_of,
    picture_svg,
)
from generator.render.turns import between_writings, in_order
from tests.kit import case_of
from tests.render.debate import case, links

CASE = case()
ARCS = bundled(CASE, between_writings(CASE, links()), lambda k: f"#x-{k.target[1]}")
SVG = "{http://www.w3.org/2000/svg}"


def drawn(made: Case, arcs: list[Arc]) -> ElementTree.Element:
    svg = picture_svg(made, in_order(made), arcs)
    # Inline SVG needs no namespace in HTML; XML does.
    return ElementTree.fromstring(svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" '))


def numbers(path: str) -> list[float]:
    return [float(n) for n in re.findall(r"-?\d+(?:\.\d)?", path)]


def large(writings: int, paragraphs: int, arcs: int) -> Case:
    """A case of many opinions, each paragraph of which answers one of another."""
    people = [
        Writing("majority" if n == 0 else f"judge-{n}", "dissent", f"Judge {n}", (), (0, 1))
        for n in range(writings)
    ]
    blocks = [
        Block(f"p{n}", "paragraph", n, people[n % writings].id, None, "We hold so. " * (1 + n % 60),
              (2 * n, 2 * n + 1), (Piece((0, 1), (2 * n, 2 * n + 1), 0),))
        for n in range(1, paragraphs + 1)
    ]  # fmt: skip
    refs = [
        Reference((n, n + 1), f"p{1 + 7 * n % paragraphs}", "x", "ante", status="resolved",
                  target=("doe-v-roe", f"p{1 + (11 * n + 1) % paragraphs}"), method="page", at=(0, 2))
        for n in range(arcs)
    ]  # fmt: skip
    base = case_of("PER CURIAM.\nIt is so.\n")
    return replace(base, writings=tuple(people), blocks=tuple(blocks), references=tuple(refs))


def arcs_of(made: Case) -> list[Arc]:
    found = backlinks(Corpus.of([made]))
    return bundled(made, between_writings(made, found))


def test_where_things_stand() -> None:
    """A note where it is called, a part where it begins, a block quote in its paragraph."""
    places = paragraphs_of(CASE)
    assert (places["fn-1"], places["part-ii"], places["p3-q1"]) == ("p2", "p4", "p3")
    assert places["powell-byline"] == ""
    assert set(places) == {b.id for b in CASE.blocks}


def test_arcs() -> None:
    assert [(a.start, a.end, a.count, a.estimated) for a in ARCS] == [
        (("brennan", "p7"), ("powell", ""), 1, False),  # as a whole
        (("brennan", "p7"), ("powell", "p6"), 1, False),
        (("majority", "p2"), ("powell", "p6"), 1, False),
        (("powell", "p6"), ("majority", "p2"), 2, False),  # the paragraph and its note
        (("powell", "p6"), ("majority", "p3"), 1, True),
        (("powell", "p6"), ("majority", "p4"), 1, False),
    ]


def test_it_has_a_name_and_is_described() -> None:
    svg = drawn(CASE, ARCS)
    title, desc, picture = svg
    assert svg.get("aria-labelledby") == title.get("id")
    assert svg.get("aria-describedby") == desc.get("id")
    assert title.text == "Who answers whom, and where"
    assert desc.text == (
        "3 opinions as strips of paragraphs. White answers Powell once; Powell answers White 4 times;"
        " Brennan answers Powell 2 times."
    )
    assert picture.get("aria-hidden") == "true"
    # What is hidden from a screen reader must not take the focus.
    assert all(a.get("tabindex") == "-1" for a in picture.iter(f"{SVG}a"))


def test_each_arc_is_drawn() -> None:
    svg = drawn(CASE, ARCS)
    titles = [t.text for t in svg.iter(f"{SVG}title")]
    assert "Powell ¶ 6 on White ¶ 3, estimated" in titles
    assert "Powell ¶ 6 on White ¶ 2, 2 references" in titles
    assert "Brennan ¶ 7 on Powell" in titles
    curves = [p for p in svg.iter(f"{SVG}path") if "arc" in (p.get("class") or "")]
    assert len(curves) == len(ARCS)
    broken = [p for p in curves if p.get("stroke-dasharray")]
    assert [p.get("class") for p in broken] == ["arc estimated"]
    widths = [float(p.get("stroke-width", 0)) for p in curves]
    assert widths[3] > widths[0] == widths[4]
    assert [a.get("href") for a in svg.iter(f"{SVG}a")][:2] == ["#x-powell", "#x-p6"]


def test_strips_are_as_long_as_their_text() -> None:
    svg = drawn(CASE, ARCS)
    white, powell, brennan = (float(r.get("height", 0)) for r in svg.iter(f"{SVG}rect"))
    sizes = [
        sum(len(b.text) for b in CASE.blocks if b.writing == w and b.kind in ("paragraph", "blockquote"))
        for w in ("majority", "powell", "brennan")
    ]  # fmt: skip
    assert white / powell == pytest.approx(sizes[0] / sizes[1], rel=0.01)
    assert white / brennan == pytest.approx(sizes[0] / sizes[2], rel=0.01)
    left, right, same = (float(r.get("x", 0)) for r in svg.iter(f"{SVG}rect"))
    assert left + BROAD < right == same


def test_nothing_lives_in_it() -> None:
    """No style, no script, and no address but one of the page: the policy of the site forbids the rest."""
    svg = drawn(CASE, ARCS)
    names = {e.tag.removeprefix(SVG) for e in svg.iter()}
    assert names <= {"svg", "title", "desc", "g", "a", "rect", "path", "circle", "text"}
    assert not any(
        name == "style" or name.startswith("on") for e in svg.iter() for name in e.attrib
    )
    assert all(a.get("href", "").startswith("#x-") for a in svg.iter(f"{SVG}a"))


@pytest.mark.parametrize(
    "hostile", ["<script>x</script>", '" onload="x', "</title>", "&lt;", "a\x00b"]
)
def test_names_stay_text(hostile: str) -> None:
    made = replace(CASE, writings=tuple(replace(w, author=hostile) for w in CASE.writings))
    svg = drawn(made, ARCS)
    shown = {t.text for t in svg.iter(f"{SVG}text") if t.get("class") == "name"}
    assert shown == {hostile.replace("\x00", "")}
    assert {e.tag.removeprefix(SVG) for e in svg.iter()} <= {
        "svg", "title", "desc", "g", "a", "rect", "path", "circle", "text",
    }  # fmt: skip


def test_a_long_name_is_cut() -> None:
    made = replace(CASE, writings=tuple(replace(w, author="Ab" * 40) for w in CASE.writings))
    assert all(len(t.text or "") <= 26 for t in drawn(made, []).iter(f"{SVG}text"))


@pytest.mark.parametrize("writings", range(1, 10))
def test_any_number_of_opinions(writings: int) -> None:
    made = large(writings, 300, 200)
    arcs = arcs_of(made)
    svg = drawn(made, arcs)
    assert len(list(svg.iter(f"{SVG}rect"))) == writings
    assert bool(arcs) == (writings > 1)
    assert (svg.get("class") == "picture crowded") == (len(arcs) > CROWDED)
    height = float(svg.get("height", 0))
    assert height <= MOST + TOP + 40 * writings
    for element in svg.iter(f"{SVG}path"):
        at = numbers(element.get("d", ""))
        assert all(0 <= n <= max(WIDTH, height) for n in at)
    for strip in svg.iter(f"{SVG}rect"):
        assert float(strip.get("y", 0)) + float(strip.get("height", 0)) <= height
    # No two numbers lie upon each other.
    for x in {t.get("x") for t in svg.iter(f"{SVG}text") if t.get("class") == "number"}:
        rows = sorted(float(t.get("y", 0)) for t in svg.iter(f"{SVG}text") if t.get("x") == x)
        assert all(b - a >= 10 for a, b in pairwise(rows))


def test_thickness_has_a_limit() -> None:
    arc = Arc(("powell", "p6"), ("majority", "p2"), 1000, estimated=False, href="")
    (curve,) = [p for p in drawn(CASE, [arc]).iter(f"{SVG}path") if p.get("class") == "arc"]
    assert float(curve.get("stroke-width", 0)) == THICK


def test_arcs_to_a_writing_that_is_not_shown_are_left_out() -> None:
    arc = Arc(("powell", "p6"), ("syllabus", "syllabus-1"), 1, estimated=False, href="")
    assert "arc" not in picture_svg(CASE, in_order(CASE), [arc])


def test_an_opinion_without_paragraphs() -> None:
    made = replace(CASE, blocks=tuple(b for b in CASE.blocks if b.writing != "brennan"))
    svg = drawn(made, [])
    assert [float(r.get("height", 0)) > 0 for r in svg.iter(f"{SVG}rect")] == [True] * 3
    empty = replace(CASE, blocks=())
    assert len(list(drawn(empty, []).iter(f"{SVG}rect"))) == 3


def test_description_without_arcs() -> None:
    alone = [w for w in CASE.writings if w.id == "majority"]
    assert description(alone, []) == "1 opinion as a strip of paragraphs."


@given(st.permutations(between_writings(CASE, links())))
def test_the_order_of_the_links_does_not_matter(found: list[Backlink]) -> None:
    arcs = bundled(CASE, found, lambda k: f"#x-{k.target[1]}")
    assert picture_svg(CASE, in_order(CASE), arcs) == picture_svg(CASE, in_order(CASE), ARCS)
