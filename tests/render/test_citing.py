"""Where something is cited, in words and links; and who cites a case of the site."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from generator.corpus import Corpus
from generator.model import Case, Reference
from generator.render.citing import (
    SHOWN,
    Citing,
    Place,
    PlaceNames,
    cited_by_lines,
    citing_index,
    counted,
    places_markdown,
    table_line,
    tally,
)
from generator.render.markdown import opinion_page
from generator.render.verify import violations
from tests.kit import _environment, case_of, data_of, html_of
from tests.render.made import small_case

CASE = small_case()


def at(*blocks: str, kind: str = "id") -> list[Reference]:
    return [Reference((0, 1), b, "Id.", kind, at=(0, 1)) for b in blocks]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("blocks", "places"),
    [
        (["p1"], [Place("p1", "¶ 1")]),
        (["p2", "p1", "p2"], [Place("p1", "¶ 1"), Place("p2", "¶ 2")]),
        (["p3", "p1"], [Place("p1", "¶ 1"), Place("p3", "¶ 3", "Powell")]),
        (["syllabus-1", "p1"], [Place("syllabus-1", "syllabus"), Place("p1", "¶ 1")]),
        (["p2-q1"], [Place("p2-q1", "¶ 2 (block quote)")]),
        (["p77"], []),
    ],
)
def test_places_are_named_in_the_order_of_the_page(blocks: list[str], places: list[Place]) -> None:
    assert list(PlaceNames(CASE).of(at(*blocks))) == places


def test_a_place_of_a_full_citation() -> None:
    refs = [*at("p1"), *at("p1", kind="full"), *at("p2", kind="statute")]
    assert [p.full for p in PlaceNames(CASE).of(refs)] == [True, False]


def test_a_syllabus_of_several_paragraphs_is_one_place() -> None:
    case = case_of(
        "Syllabus\nHeld.\nAlso held.\nJUSTICE WHITE delivered the opinion of the Court.\nSo.",
        "plain",
    )
    ids = [b.id for b in case.blocks if b.writing == "syllabus" and b.kind == "paragraph"]
    assert len(ids) == 2
    assert PlaceNames(case).of(at(*ids)) == (Place(ids[0], "syllabus"),)


def test_notes_of_two_writings() -> None:
    text = (
        "JUSTICE WHITE delivered the opinion of the Court.\nOne.[1]\nFOOTNOTES\n[1] Note.\n"
        "JUSTICE POWELL, dissenting.\nTwo.[1]\nFOOTNOTES\n[1] Other."
    )
    case = case_of(text, "plain")
    notes = [b.id for b in case.blocks if b.kind == "footnote"]
    assert [(p.label, p.who) for p in PlaceNames(case).of(at(*notes))][:1] == [("n. 1", "")]


@pytest.mark.parametrize(
    ("places", "markdown"),
    [
        ([], ""),
        ([Place("p5", "¶ 5")], "[¶\xa05](x.md#p5)"),
        ([Place("p5", "¶ 5", "", True)], "[¶\xa05](x.md#p5)\\*"),
        (
            [Place("p5", "¶ 5"), Place("fn-3", "n. 3"), Place("p25", "¶ 25", "Powell")],
            '[¶\xa05](x.md#p5), [n.\xa03](x.md#fn-3); <span class="who">Powell</span> [¶\xa025](x.md#p25)',
        ),
        (
            [Place("p7", "¶ 7", "Powell"), Place("p8", "¶ 8", "Powell")],
            '<span class="who">Powell</span> [¶\xa07](x.md#p7), [¶\xa08](x.md#p8)',
        ),
        ([Place("p5", "[x]*", "<b>")], '<span class="who">&lt;b&gt;</span> [\\[x\\]\\*](x.md#p5)'),
    ],
)
def test_places_markdown(places: list[Place], markdown: str) -> None:
    assert places_markdown(places, "x.md") == markdown


def test_no_asterisk_where_nothing_explains_it() -> None:
    assert "*" not in places_markdown([Place("p5", "¶ 5", "", True)], "x.md", starred=False)


def test_counted() -> None:
    assert [counted(n, "work") for n in (0, 1, 1204)] == ["0 works", "1 work", "1,204 works"]


def test_tally_and_table_line() -> None:
    citing = (Citing("a", "A v. B", None, None, ()), Citing("b", "C v. D", None, None, ()))
    assert tally(CASE) == "5 works cited 9 times"
    assert table_line(CASE, ()) == "[Authorities](authorities.md): 5 works cited 9 times"
    assert table_line(CASE, citing).endswith(" · [Cited by](#cited-by) 2 cases on this site")
    assert table_line(case_of("A few words."), ()) == ""
    assert table_line(case_of("A few words."), citing[:1]) == (
        "[Cited by](#cited-by) 1 case on this site"
    )
    unknown = replace(CASE, authorities=())
    assert table_line(unknown, ()) == "[Authorities](authorities.md)"


# ------------------------------------------------------------------------------------------------------ cited by


def citer(slug: str, year: int, *, cites: str = "doe-v-roe", target: str | None = None) -> Case:
    case = small_case(slug, slug.capitalize(), f"{year} U.S. 1", year)
    first = replace(
        case.references[0],
        case=None if target else cites,
        target=(cites, target) if target else None,
    )
    return replace(case, references=(first, *case.references[1:]))


def test_who_cites_a_case_the_newest_first() -> None:
    corpus = Corpus.of(
        [CASE, citer("old", 1950), citer("new", 2010), citer("with-target", 1980, target="p1")]
    )
    found = citing_index(corpus)["doe-v-roe"]
    assert [c.slug for c in found] == ["new", "with-target", "old"]
    assert found[0] == Citing("new", "New", "2010 U.S. 1", 2010, (Place("syllabus-1", "syllabus"),))


def test_a_case_does_not_cite_itself_and_a_call_cites_nothing() -> None:
    case = case_of("PER CURIAM.\nIt is so.[1]\nFOOTNOTES\n[1] See below.", "plain")
    own = replace(CASE.references[0], case=CASE.slug)
    corpus = Corpus.of(
        [case, replace(CASE, slug="a", references=()), replace(CASE, references=(own,))]
    )
    assert citing_index(corpus) == {}


def test_the_list_on_the_page() -> None:
    cited = citing_index(Corpus.of([CASE, citer("new", 2010, target="p1")]))["doe-v-roe"]
    assert cited_by_lines(cited) == (
        "[*New*](../new/index.md), 2010 U.S. 1 (2010): [syllabus](../new/index.md#syllabus-1)",
    )
    html = html_of(opinion_page(CASE, _environment(), cited))
    assert list(violations(html, data_of(CASE))) == []
    soup = BeautifulSoup(html, "html.parser")
    assert [a.get("href") for a in soup.select(".cited a")] == [
        "../new/index.md",
        "../new/index.md#syllabus-1",
    ]
    assert soup.select_one("section.cited > h2#cited-by") is not None


def test_names_are_not_markup() -> None:
    citing = Citing("a", "*A* <b> v. [B](x)", "1 U.S. <i>", None, (Place("p1", "¶ 1", "<u>"),))
    html = html_of(opinion_page(CASE, _environment(), (citing,)))
    assert list(violations(html, data_of(CASE))) == []
    assert "*A* <b> v. [B](x)" in BeautifulSoup(html, "html.parser").get_text()


def test_a_long_list_is_cut_and_says_so() -> None:
    many = tuple(Citing(f"case-{n}", f"Case {n}", None, None, ()) for n in range(SHOWN + 3))
    lines = cited_by_lines(many)
    assert len(lines) == SHOWN + 1
    assert lines[-1] == "and 3 cases more"
