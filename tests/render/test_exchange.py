"""The exchange page: the Court beside those who answer it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from bs4 import BeautifulSoup, Tag
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.corpus import Corpus
from generator.link.backlinks import backlinks
from generator.render.exchange import exchange_page
from generator.render.turns import Desk, between_writings, in_order, sides_of, turn_ids
from tests.kit import _environment, blanks_out, case_of, html_of, page_of, split_page
from tests.render.debate import SLUG, case, links, quotation, quotations
from tests.render.made import small_case

if TYPE_CHECKING:
    from generator.model import Case

CASE, LINKS = case(), links()
# What may stand on the page besides the picture.
ELEMENTS = set(
    "h1 h2 h3 h4 p a em ul li div section figure figcaption details summary span mark sup blockquote svg".split()
)
ATTRIBUTES = {"id", "class", "href", "aria-labelledby", "open"}


def page(made: Case = CASE, **changes: Any) -> str:
    text = exchange_page(made, _environment(), changes.get("links", LINKS))
    assert text is not None
    return text


def soup(text: str) -> BeautifulSoup:
    return BeautifulSoup(html_of(text), "html.parser")


PAGE = soup(page())


def turn(place: str, within: BeautifulSoup = PAGE) -> Tag:
    found = within.find("section", attrs={"aria-labelledby": f"x-{place}"})
    assert isinstance(found, Tag), place
    return found


def words(element: Tag | None) -> str:
    assert element is not None
    return " ".join(element.get_text().split())


def replies(place: str) -> list[tuple[str, str]]:
    """Who answers a passage, and how."""
    found = turn(place).select(".replies > h4")
    return [(words(h), words(h.find_next("p"))) for h in found]


class TestTurns:
    def test_the_court_stands_before_all(self) -> None:
        assert [w.id for w in in_order(CASE)] == ["majority", "powell", "brennan"]
        late = replace(CASE, writings=(*CASE.writings[2:], *CASE.writings[:2]))
        assert [w.id for w in in_order(late)] == ["majority", "powell", "brennan"]

    def test_each_passage_once_in_the_order_of_the_page(self) -> None:
        assert [(s.writing.id, [t.place for t in s.turns]) for s in sides_of(CASE, LINKS)] == [
            ("majority", ["p2", "p3", "part-ii", "fn-1"]),
            ("powell", ["powell", "p6"]),
        ]

    def test_both_ways(self) -> None:
        first = sides_of(CASE, LINKS)[0].turns[0]
        assert [(r.place, r.answers) for r in first.replies] == [("p6", True), ("p6", False)]

    def test_only_between_opinions_of_the_case(self) -> None:
        """No later case, nothing within one writing, and nothing of the syllabus."""
        found = between_writings(CASE, LINKS)
        assert {k.scope for k in found} == {"case"}
        assert len(found) == 7

    def test_where_a_passage_stands_beside_another(self) -> None:
        ids = turn_ids(sides_of(CASE, LINKS))
        assert ids == {
            "p2": "x-p2", "p3": "x-p3", "part-ii": "x-part-ii", "fn-1": "x-fn-1",
            "powell": "x-powell", "p6": "x-p6", "p7": "x-powell",
        }  # fmt: skip
        assert set(ids.values()) <= {str(e["id"]) for e in PAGE.find_all(id=True)}

    def test_desk(self) -> None:
        desk = Desk.of(CASE)
        writings = [desk.writing(place) for place in ("p6", "powell", "nothing")]
        assert [w and w.id for w in writings] == ["powell", "powell", None]
        assert desk.position("powell") < desk.position("p1")


class TestPage:
    def test_the_head(self) -> None:
        meta, text = split_page(page())
        assert meta["title"] == "Doe v. County of Elm: exchange"
        assert meta["template"] == "exchange.html"
        assert meta["pincite"]["exchange"] is True
        assert meta["pincite"]["citation"] == "500 U.S. 1"
        assert "6 passages answered in 3 passages of another opinion of the case." in text

    def test_headings_tell_the_course(self) -> None:
        found = [(h.name, words(h)) for h in PAGE.find_all(["h1", "h2", "h3"])]
        assert found == [
            ("h1", "Doe v. County of Elm: the exchange"),
            ("h2", "White, for the Court"),
            ("h3", "White ¶ 2"),
            ("h3", "White ¶ 3"),
            ("h3", "White Part II"),
            ("h3", "White n. 1"),
            ("h2", "Powell, dissenting"),
            ("h3", "Powell, the whole opinion"),
            ("h3", "Powell ¶ 6"),
        ]

    @pytest.mark.parametrize(
        ("place", "said"),
        [
            ("p2", [("Powell ¶ 6", "quotes this · is referred to here")]),
            ("p3", [("Powell ¶ 6", "refers to this · estimated, between ¶ 2 and ¶ 4")]),
            ("part-ii", [("Powell ¶ 6", "refers to this")]),
            ("fn-1", [("Powell ¶ 6", "refers to this")]),
            ("powell", [("Brennan ¶ 7", "refers to this")]),
            ("p6", [("Brennan ¶ 7", "refers to this")]),
        ],
    )
    def test_who_answers_and_how(self, place: str, said: list[tuple[str, str]]) -> None:
        assert replies(place) == said

    def test_the_quoted_words_are_marked_on_both_sides(self) -> None:
        left, right = (turn("p2").select(f".{side} mark") for side in ("passage", "replies"))
        assert [m.get_text() for m in left] == [
            "The keeper owes a duty to every vessel that comes in by night"
        ]
        assert [m.get_text() for m in right] == [
            "the keeper owes a duty to every vessel that comes in by night"
        ]

    def test_the_words_of_a_reference_lead_to_what_they_mean(self) -> None:
        found = [
            (a.get_text(), a["href"], (a.parent or a).get("class"))
            for a in PAGE.select(".turn .ref a")
        ]
        assert ("ante, at 2", "index.md#p2", ["ref"]) in found
        assert ("post, at 9", "index.md#p6", ["ref"]) in found
        assert ("ante, at 3", "index.md#p3-q1", ["ref", "estimated"]) in found
        assert ("dissent as a whole", "index.md#powell", ["ref"]) in found

    def test_a_block_quote_is_shown_as_one(self) -> None:
        quote = turn("p3").select_one(".passage blockquote")
        assert words(quote) == '"No keeper shall leave the lamp unlit."'

    def test_a_part_and_a_writing_as_a_whole_are_only_named(self) -> None:
        for place in ("part-ii", "powell"):
            assert turn(place).select(".passage p") == []

    def test_what_nobody_refers_to(self) -> None:
        """Of the Court's paragraphs only, and not those of a part that is referred to."""
        assert [words(p) for p in PAGE.select(".silent")] == [
            "¶ 1 · no reference from another opinion"
        ]
        refs = tuple(r for r in CASE.references if r.block == "p6" and r.text == "ante, at 2")
        bare = replace(CASE, references=refs)
        made = soup(page(bare, links=backlinks(Corpus.of([bare]))))
        assert [words(p) for p in made.select(".silent")] == [
            "¶ 1 · no reference from another opinion",
            "¶¶ 3–4 · no reference from another opinion",
        ]

    def test_the_picture_is_told_in_words(self) -> None:
        assert [words(li) for li in PAGE.select(".survey-words li")] == [
            "White answers Powell: ¶ 2 on ¶ 6",
            "Powell answers White: ¶ 6 on ¶ 2, ¶ 3 (estimated), Part II, n. 1",
            "Brennan answers Powell: ¶ 7 on the whole opinion, ¶ 6",
        ]
        assert len(PAGE.select("figure svg")) == 1

    def test_only_what_is_needed_is_explained(self) -> None:
        assert "estimated" in page()
        refs = tuple(r for r in CASE.references if r.method not in ("page-estimate", "quotation"))
        plain = replace(CASE, references=refs)
        text = page(plain, links=backlinks(Corpus.of([plain])))
        assert "stimated" not in text
        assert "marked" not in text

    def test_altered_words_are_said(self) -> None:
        changes = (("keeper", "warden"), ("by", ""), ("", "harbor <b>"), ("a", "b"))
        words_ = "the keeper owes a duty"
        made = replace(quotation(CASE, "p6", words_), match="altered", changes=changes)
        text = soup(page(links=backlinks(Corpus.of([CASE]), {SLUG: [made]})))
        (how,) = [words(p) for p in text.select(".how") if "altered" in p.get_text()]
        assert how == (
            "quotes this · altered: “keeper” for “warden”, “by” added, “harbor <b>” left out"
            " and 1 more · is referred to here"
        )

    def test_a_long_paragraph_is_cut_to_what_matters(self) -> None:
        filling = "Much more is said of the harbor, of the night, and of the ships in it. " * 12
        blocks = tuple(
            replace(b, text=b.text + " " + filling.strip()) if b.id in ("p2", "p6") else b
            for b in CASE.blocks
        )
        text = soup(page(replace(CASE, blocks=blocks)))
        passage = words(turn("p2", text).select_one(".passage"))
        assert passage.endswith("post, at 9. […]")
        assert words(turn("p2", text).select_one(".replies")).count("Much more") <= 1

    def test_no_page_without_links_between_opinions(self) -> None:
        alone = small_case()
        bare = replace(CASE, references=())
        for made in (bare, alone, case_of("PER CURIAM.\nIt is so.\n")):
            refs = tuple(r for r in made.references if r.kind not in ("ante", "post"))
            made = replace(made, references=refs)
            found = backlinks(Corpus.of([made]))
            assert exchange_page(made, _environment(), found) is None
            assert sides_of(made, found) == ()

    def test_the_same_case_gives_the_same_page(self) -> None:
        again = replace(CASE, references=tuple(reversed(CASE.references)))
        found = backlinks(Corpus.of([again]), quotations())
        assert page(links=found) == page(links=backlinks(Corpus.of([CASE]), quotations()))


# ------------------------------------------------------------------------------------------------------- properties


THERE = {str(e["id"]) for e in soup(page_of(CASE)).find_all(id=True)}


def check(text: str) -> None:
    """Every link goes to an id that exists, and nothing is on the page but what is ours."""
    found = soup(text)
    own = [str(e["id"]) for e in found.find_all(id=True)]
    assert len(own) == len(set(own))
    for picture in found.find_all("svg"):
        assert all(str(a["href"]).removeprefix("#") in own for a in picture.find_all("a"))
        picture.clear()
        picture.attrs = {}
    for link in found.find_all("a"):
        file, _, ident = str(link["href"]).partition("#")
        assert file == "index.md"
        assert ident in THERE, ident
    for element in found.find_all(True):
        assert element.name in ELEMENTS, element.name
        assert set(element.attrs) <= ATTRIBUTES, element.attrs
    for section in found.select("section[aria-labelledby]"):
        assert section["aria-labelledby"] in own


def test_every_link_leads_to_an_id() -> None:
    check(page())


@settings(max_examples=25)
@given(st.data())
def test_every_link_leads_to_an_id_whatever_refers_to_what(data: st.DataObject) -> None:
    places = st.sampled_from([b.id for b in CASE.blocks] + [w.id for w in CASE.writings])
    methods = st.sampled_from(["page", "page-estimate", None])
    refs = tuple(
        replace(r, target=(SLUG, data.draw(places)), method=data.draw(methods))
        for r in CASE.references
        if r.target
    )
    made = replace(CASE, references=refs)
    text = exchange_page(made, _environment(), backlinks(Corpus.of([made]), quotations()))
    if text is not None:
        check(text)


HOSTILE = st.one_of(
    st.text("ab1 .)#*_`~[](){}<>&;:|!+-=\\\"'^$%@/§¶“é\n", min_size=1, max_size=24),
    st.sampled_from(["](x)", "**", "*a*", "<script>", "{: #x }", '" onclick="', "- a", "    a", "&lt;", "</section>"]),
)  # fmt: skip


@settings(max_examples=25)
@given(HOSTILE, HOSTILE.filter(str.strip), HOSTILE.filter(str.strip))
def test_hostile_text_stays_text(before: str, author: str, name: str) -> None:
    blocks = tuple(
        replace(
            b,
            text=before + b.text,
            marks=(),
            pieces=(replace(b.pieces[0], at=0),),
            label=author if b.kind in ("heading", "footnote") else b.label,
        )
        for b in CASE.blocks
    )
    shifted = tuple(
        replace(r, at=(r.at[0] + len(before), r.at[1] + len(before))) for r in CASE.references
    )
    made = replace(
        CASE,
        blocks=blocks,
        references=shifted,
        writings=tuple(replace(w, author=author) for w in CASE.writings),
        info=replace(CASE.info, name=name, citation=author),
    )
    text = page(made, links=backlinks(Corpus.of([made])))
    check(text)
    shown = turn("p6", soup(text)).select_one(".passage > p")
    wanted = next(b.text for b in blocks if b.id == "p6")
    assert shown is not None
    assert blanks_out(shown.get_text()) == blanks_out(wanted)
