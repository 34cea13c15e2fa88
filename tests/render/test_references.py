"""References in the text: links where they lead somewhere, spans that say why where they do not, and no letter lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup, Tag
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import BlockKind, Case, Mark, Reference
from generator.render import escape
from generator.render.references import (
    attribute,
    classes,
    decided,
    href,
    labels,
    page_references,
    said,
    web_address,
)
from generator.render.verify import violations
from tests.kit import blanks_out, case_of, data_of, html_of, page_of, unlike
from tests.render.made import (
    BRIGGS,
    FOURTH,
    HARLOW,
    LEON,
    RECORD,
    one_paragraph,
    reference,
    referring,
    small_case,
)

CASE = small_case()
WORKS = {a.key: a for a in (HARLOW, LEON, BRIGGS, FOURTH, RECORD)}
NAMES = labels(CASE)
FULL = "Harlow v. Fitzgerald, 457 U.S. 800 (1982)"


def ref(**fields: object) -> Reference:
    known = {"source": (0, 3), "block": "p1", "text": "Id.", "kind": "id", "status": "resolved"}
    return Reference(**(known | fields))  # type: ignore[arg-type]


def spans(case: Case) -> list[Tag]:
    return BeautifulSoup(html_of(page_of(case)), "html.parser").select("[data-ref]")


class TestWhereItLeads:
    @pytest.mark.parametrize(
        ("fields", "address"),
        [
            ({"target": ("doe-v-roe", "p2")}, "#p2"),
            ({"target": ("doe-v-roe", "powell")}, "#powell"),
            ({"target": ("doe-v-roe", "p99")}, None),  # no such place
            ({"target": ("roe-v-wade", "p14")}, "../roe-v-wade/index.md#p14"),
            ({"target": ("roe-v-wade", "p1 onclick=x")}, None),
            ({"target": ("../etc", "p1")}, None),
            ({"case": "roe-v-wade"}, "../roe-v-wade/index.md"),
            ({"case": "roe-v-wade", "url": "https://a.org/"}, "../roe-v-wade/index.md"),
            ({"case": "doe-v-roe"}, None),  # itself
            ({"case": "doe-v-roe", "url": "https://a.org/"}, "https://a.org/"),
            ({"case": "con"}, None),
            ({"url": "https://a.org/"}, "https://a.org/"),
            ({"url": "javascript:x"}, None),
            ({}, None),
        ],
    )
    def test_href(self, fields: dict[str, object], address: str | None) -> None:
        assert href(ref(**fields), "doe-v-roe", NAMES) == address

    @pytest.mark.parametrize(
        ("url", "address"),
        [
            ("https://a.org/c/U.S./457/800/", "https://a.org/c/U.S./457/800/"),
            ("http://a.org/x_(y)?a=1&b=2#p3", "http://a.org/x_(y)?a=1&amp;b=2#p3"),
            ("https://a.org/a b", "https://a.org/a%20b"),
            ("https://a.org/%20", "https://a.org/%20"),
            ("https://a.org/§", "https://a.org/%C2%A7"),
            ('https://a.org/"><b>', "https://a.org/%22%3E%3Cb%3E"),
            ("https://a.org/[x]`y`\\{z}'", "https://a.org/%5Bx%5D%60y%60%5C%7Bz%7D%27"),
            (" HTTPS://a.org/", "HTTPS://a.org/"),
            ("https://", None),
            ("https:///x", None),
            ("//a.org/", None),
            ("ht\ntps://a.org/", None),
            ("javascript:alert(1)//https://a.org", None),
            ("data:text/html,x", None),
            ("", None),
        ],
    )
    def test_web_address(self, url: str, address: str | None) -> None:
        assert web_address(url) == address


class TestWords:
    @pytest.mark.parametrize(
        ("fields", "says"),
        [
            (
                {"method": "antecedent", "authority": HARLOW.key},
                f"{FULL} — resolved by its antecedent",
            ),
            (
                {"method": "antecedent", "authority": HARLOW.key, "cite": "Harlow"},
                "Harlow — resolved by its antecedent",
            ),
            ({"method": "name", "authority": "9 U.S. 9"}, "9 U.S. 9 — resolved by its name"),
            (
                {
                    "method": "citation",
                    "authority": HARLOW.key,
                    "text": "Harlow v. Fitzgerald, 457 U. S. 800, 818 (1982)",
                },
                "resolved by its citation",
            ),
            (
                {"method": "quotation", "kind": "ante", "target": ("doe-v-roe", "p2")},
                "¶ 2 — resolved by its quotation",
            ),
            (
                {"method": "part", "kind": "part", "target": ("doe-v-roe", "part-i")},
                "Part I — resolved by its part",
            ),
            (
                {"method": "page", "authority": HARLOW.key, "target": ("harlow", "p14")},
                f"{FULL}, ¶ 14 — resolved by its page",
            ),
            (
                {"method": "page-estimate", "kind": "ante", "target": ("doe-v-roe", "p2")},
                "¶ 2 — estimated: its page was placed between pages that are known",
            ),
            (
                {
                    "method": "page-estimate",
                    "target": ("doe-v-roe", "p2"),
                    "estimate": ("p1", "p3"),
                },
                "¶ 2 — estimated: its page lies between ¶ 1 and ¶ 3",
            ),
            (
                {
                    "method": "page-estimate",
                    "authority": HARLOW.key,
                    "target": ("harlow", "p2"),
                    "estimate": ("p2", "p2"),
                },
                f"{FULL}, ¶ 2 — estimated: its page lies in ¶ 2",
            ),
            (
                {"status": "ambiguous", "candidates": (FULL, "9 U.S. 9")},
                f"ambiguous: {FULL} or 9 U.S. 9",
            ),
            (
                {"status": "ambiguous", "candidates": tuple("abcdef")},
                "ambiguous: a or b or c or d or another",
            ),
            ({"status": "ambiguous"}, "ambiguous: more than one fits"),
            ({"status": "unresolved"}, "not resolved: the work it means was not found"),
            (
                {"status": "unresolved", "kind": "post"},
                "not resolved: the passage it means was not found",
            ),
            (
                {"status": "unresolved", "kind": "pin"},
                "not resolved: what this page belongs to is lost",
            ),
        ],
    )
    def test_said(self, fields: dict[str, object], says: str) -> None:
        assert said(ref(**fields), "doe-v-roe", NAMES, WORKS) == says

    @pytest.mark.parametrize(
        "method", "citation antecedent page quotation writing note part name".split()
    )
    def test_each_way_of_resolving_has_its_words(self, method: str) -> None:
        assert decided(ref(method=method)).startswith("resolved by its ") or method == "writing"

    def test_a_number_of_the_court_s_own_is_no_page(self) -> None:
        own = ref(kind="ante", method="page", pin="¶ 30")
        assert decided(own) == "resolved by the court’s own number"

    @pytest.mark.parametrize(
        ("fields", "css"),
        [
            ({}, "ref ref-id"),
            ({"kind": "full", "method": "citation"}, "ref ref-full"),
            ({"kind": "ante", "method": "page-estimate"}, "ref ref-ante estimated"),
            ({"status": "ambiguous", "method": "page-estimate"}, "ref ref-id ambiguous"),
            ({"status": "unresolved"}, "ref ref-id unresolved"),
        ],
    )
    def test_classes(self, fields: dict[str, object], css: str) -> None:
        assert " ".join(classes(ref(**fields))) == css

    def test_labels(self) -> None:
        text = (
            "Syllabus\nHeld.\nJUSTICE WHITE delivered the opinion of the Court.\nII\nOne.[1]\nA\nTwo:\n"
            '"Quoted."\nFOOTNOTES\n[1] Note.'
        )
        found = labels(case_of(text, "plain"))
        assert (
            found.items()
            >= {
                "majority": "White, for the Court",
                "syllabus-1": "syllabus",
                "p1": "¶ 1",
                "p2": "¶ 2",
                "fn-1": "n. 1",
                "majority-byline": "byline",
            }.items()
        )

    def test_labels_of_parts_and_quotes(self) -> None:
        text = (
            'PER CURIAM.\nI\nOne.\nII\nA\nTwo.\nThe Act provides:\n"No person shall."\nand no more.\n'
            "JUSTICE POWELL, dissenting.\nI\nThree."
        )
        found = labels(case_of(text, "plain"))
        assert found["part-ii-a"] == "Part II–A"
        assert found["powell-part-i"] == "Part I"
        assert found["p3-q1"] == "¶ 3 (block quote)"

    def test_attribute(self) -> None:
        assert attribute('a<b>"c"\'`[d]{e}\\&f\ng*') == (
            "a&#60;b&#62;&#34;c&#34;&#39;&#96;&#91;d&#93;&#123;e&#125;&#92;&#38;f g&#42;"
        )


class TestOnThePage:
    def test_a_sound_page(self) -> None:
        html = html_of(page_of(CASE))
        assert list(violations(html, data_of(CASE))) == []
        assert list(unlike(html, CASE)) == []

    def test_links(self) -> None:
        soup = BeautifulSoup(html_of(page_of(CASE)), "html.parser")
        assert [(a.get_text(), a["href"]) for a in soup.select(".ref a")] == [
            ("Harlow, supra", "https://example.org/us/457/800/"),
            ("Harlow v. Fitzgerald, 457 U.S. 800, 818 (1982)", "https://example.org/us/457/800/#818"),
            ("United States v. Leon, 468 U.S. 897 (1984)", "../united-states-v-leon/index.md"),
            ("42 U.S.C. § 1983", "https://example.org/42/1983(a)?x=1&y=2"),
            ("ante, at 5", "#p1"),
            ("Harlow", "https://example.org/us/457/800/"),
        ]  # fmt: skip

    def test_those_that_lead_nowhere_say_why(self) -> None:
        told = {s.get_text(): s.get("title") for s in spans(CASE) if not s.find("a")}
        assert told["supra, at 7"] == "not resolved: the passage it means was not found"
        assert told["Ibid."] == "ambiguous: Harlow v. Fitzgerald, 457 U.S. 800 (1982) or 9 U.S. 9"
        assert told["App. 78"] == "resolved by its citation"

    def test_data_ref_is_the_place_in_case_json(self) -> None:
        references = data_of(CASE)["references"]
        assert [references[int(str(s["data-ref"]))]["text"] for s in spans(CASE)] == [
            s.get_text() for s in spans(CASE)
        ]

    def test_raw_the_sentences_still_read_well(self) -> None:
        page = page_of(CASE)
        assert "[Harlow, supra][r0]</span>, governs." in page
        assert page.count("https://example.org/us/457/800/ ") == 2  # by antecedent, by name
        assert "(https://" not in page

    def test_a_case_without_references_has_no_line_and_no_list(self) -> None:
        page = page_of(case_of("A few words."))
        assert "authorities.md" not in page
        assert "data-ref" not in page
        assert not page_references(case_of("A few words.")).definitions

    def test_a_reference_to_its_own_paragraph_is_part_of_the_text(self) -> None:
        case = one_paragraph(("See supra, at 5, for more.", ()))
        own = reference(case, "supra, at 5", "supra-internal", target=("doe-v-roe", "p1"))
        case = replace(case, references=(own,))
        assert list(violations(html_of(page_of(case)), data_of(case))) == []

    @pytest.mark.parametrize(
        "kind", ["heading", "byline", "caption", "vote", "notice", "disposition"]
    )
    def test_none_outside_of_the_text(self, kind: BlockKind) -> None:
        case = one_paragraph(("It is 457 U.S. 800 so.", ()))
        block = replace(case.blocks[0], kind=kind, number=None, id="x-1", level=1)
        case = replace(case, blocks=(block,))
        ours = reference(case, "457 U.S. 800", "full", url="https://a.org/")
        assert spans(replace(case, references=(ours,))) == []

    @pytest.mark.parametrize("at", [(0, 0), (5, 3), (-3, 4), (0, 99), (99, 120)])
    def test_none_at_an_impossible_place(self, at: tuple[int, int]) -> None:
        case = one_paragraph(("It is so.", ()))
        assert spans(replace(case, references=(ref(at=at), ref(at=(0, 5), block="p7")))) == []

    def test_of_two_that_overlap_the_first_is_shown(self) -> None:
        case = one_paragraph(("It is so held.", ()))
        both = (ref(at=(3, 8)), ref(at=(0, 5)))
        assert [s.get_text() for s in spans(replace(case, references=both))] == ["It is"]

    def test_footnote_calls_are_left_to_their_marks(self) -> None:
        case = case_of("PER CURIAM.\nIt is so.[1]\nFOOTNOTES\n[1] See below.", "plain")
        assert [r.kind for r in case.references] == ["footnote-call"]
        assert spans(case) == []

    def test_in_a_footnote(self) -> None:
        case = case_of("PER CURIAM.\nIt is so.[1]\nFOOTNOTES\n[1] See Harlow, supra.", "plain")
        ours = reference(case, "Harlow, supra", "supra-case", url="https://a.org/")
        case = referring(case, [ours], HARLOW)
        assert [s.get_text() for s in spans(case)] == ["Harlow, supra"]
        assert list(violations(html_of(page_of(case)), data_of(case))) == []


PAGE = Mark("page", 10, 10, "341", "page-341", (0, 0))
CALL = Mark("footnote-call", 9, 12, "3", "fnref-3", (0, 0))


class TestCutReferences:
    def shown(self, case: Case, *at: tuple[int, int]) -> list[str]:
        case = replace(case, references=tuple(ref(at=a, url="https://a.org/") for a in at))
        html = html_of(page_of(case))
        soup = BeautifulSoup(html, "html.parser")
        assert not soup.select("a a")
        assert list(violations(html, data_of(case))) == []
        return [f"{s['data-ref']}:{s.get_text()}" for s in soup.select(".ref")]

    def test_by_a_star_page(self) -> None:
        case = one_paragraph(("See 457 U.S. 800 (1982).", (PAGE,)))
        assert self.shown(case, (4, 23)) == ["0:457 U.", "0:S. 800 (1982)"]

    def test_by_a_footnote_call(self) -> None:
        case = one_paragraph(("See Harlo[3]w, supra.", (CALL,)))
        assert self.shown(case, (4, 20)) == ["0:Harlo", "0:w, supra"]

    def test_blanks_stay_outside(self) -> None:
        mark = replace(PAGE, start=9, end=9)
        case = one_paragraph(("See 457  U.S. 800.", (mark,)))
        assert self.shown(case, (4, 17)) == ["0:457", "0:U.S. 800"]

    def test_a_part_without_a_letter_is_not_linked(self) -> None:
        mark = replace(PAGE, start=7, end=7)
        case = one_paragraph(("See Id., so.", (mark,)))
        assert self.shown(case, (4, 8)) == ["0:Id."]

    def test_by_a_block_quote(self) -> None:
        case = one_paragraph(("See 457 U.S.", ()), ("800, which", ()))
        assert self.shown(case, (4, 16)) == ["0:457 U.S.", "0:800"]

    def test_at_both_ends(self) -> None:
        case = one_paragraph(("Harlow and Leon", ()))
        assert self.shown(case, (0, 6), (11, 15)) == ["0:Harlow", "1:Leon"]

    def test_touching_ones(self) -> None:
        case = one_paragraph(("HarlowLeon", ()))
        assert self.shown(case, (0, 6), (6, 10)) == ["0:Harlow", "1:Leon"]


# ------------------------------------------------------------------------------------------------------ whatever it is

SIGNS = st.text("ab1 .)#*_`~[](){}<>&;:|!+-=\\\"'^$%@/§¶“é", max_size=12)
HOSTILE = st.one_of(
    SIGNS,
    st.sampled_from(
        "](javascript:x)|{: .x onclick=y }|\" onclick=\"x|<b>|</span>|<!--|[r0]: #p1|![a](b)|&lt;|&#60;|``|\\[|[x][r0]"
        "|https://a.org|<https://a.org>|}|\"x}|\x02r0\x03|{: .x }|{#p1}".split("|")
    ),
    st.text(max_size=12),
)  # fmt: skip
CHUNK = st.one_of(HOSTILE.map(lambda t: ("text", t)), st.just(("page", "")), st.just(("call", "")))
KINDS = st.sampled_from(
    "full short supra-case id name statute record ante note pin writing".split()
)


def part_of(chunks: list[tuple[str, str]], ids: list[int]) -> tuple[str, list[Mark]]:
    """The text of a part and its marks; as blocks come, it has no blanks at its ends."""
    text, marks = "x", []
    for kind, value in chunks:
        if kind == "text":
            text += escape.unreserved(value)
            continue
        ids.append(len(ids))
        label = str(len(ids) + 100)
        end = len(text) + (len(label) + 2 if kind == "call" else 0)
        name = "footnote-call" if kind == "call" else "page"
        prefix = "fnref" if kind == "call" else "page"
        marks.append(
            Mark(name, len(text), end, label, f"{prefix}-{label}", (0, 0))  # type: ignore[arg-type]
        )
        text += f"[{label}]" if kind == "call" else ""
    return text + "x", marks


@st.composite
def cases(draw: st.DrawFn, *, sound: bool) -> Case:
    """One paragraph of hostile text in one or two parts, with marks and references anywhere.

    ``sound``: the references lie in the text and do not overlap, as the data promises.
    """
    ids: list[int] = []
    parts = draw(st.lists(st.lists(CHUNK, max_size=6), min_size=1, max_size=2))
    quote = f"q{escape.unreserved(draw(HOSTILE))}q"
    case = one_paragraph(*(part_of(chunks, ids) for chunks in parts), quote=quote)
    references = []
    for block in case.blocks:
        size = len(block.text)
        spots = st.integers(0, size) if sound else st.integers(-2, size + 3)
        found = draw(st.lists(spots, max_size=8))
        ends = sorted(set(found)) if sound else found
        for start, end in zip(ends[::2], ends[1::2], strict=False):
            leads: dict[str, object] = draw(
                st.sampled_from(
                    [
                        {},
                        {"url": "https://a.org/"},
                        {"case": "roe-v-wade"},
                        {"target": ("roe-v-wade", "p2")},
                        {"target": ("doe-v-roe", block.id)},
                    ]
                )
            )
            if "url" in leads:
                leads = {"url": "https://a.org/" + escape.unreserved(draw(HOSTILE))}
            references.append(
                ref(
                    block=block.id,
                    text=block.text[max(0, start) : end],
                    kind=draw(KINDS),
                    at=(start, end),
                    cite=draw(st.one_of(st.none(), HOSTILE)),
                    status=draw(st.sampled_from(["resolved", "ambiguous", "unresolved"])),
                    method=draw(st.sampled_from(["citation", "page-estimate", None])),
                    candidates=tuple(draw(st.lists(HOSTILE, max_size=2))),
                    **leads,
                )
            )
    return replace(case, references=tuple(references))


@settings(max_examples=100)
@given(cases(sound=True))
def test_whatever_the_text_it_comes_out_as_it_is(case: Case) -> None:
    html = html_of(page_of(case))
    assert list(violations(html, data_of(case))) == []
    soup = BeautifulSoup(html, "html.parser")
    assert not soup.select("a a")
    paragraphs = soup.select("#p1, #p1-c1")
    shown = "".join(
        "".join(t for t in p.find_all(string=True) if not _ours(t, p)) for p in paragraphs
    )
    block = case.blocks[0]
    wanted, cursor = "", 0
    for mark in block.marks:
        wanted += block.text[cursor : mark.start]
        wanted += mark.label if mark.kind == "footnote-call" else ""
        cursor = mark.end
    assert blanks_out(shown) == blanks_out(wanted + block.text[cursor:])


@settings(max_examples=60)
@given(cases(sound=False))
def test_whatever_the_references_say_the_page_stays_whole(case: Case) -> None:
    soup = BeautifulSoup(html_of(page_of(case)), "html.parser")
    assert not soup.select("a a, span span, :is(h1, h2, h3) [data-ref]")
    for span in soup.select("[data-ref]"):
        assert span.parent is not None
        assert span.parent.name == "p"
        assert span.parent.get("id") in ("p1", "p1-c1", "p1-q1")
        assert set(span.attrs) <= {"class", "data-ref", "title"}
        assert {e.name for e in span.find_all(True)} <= {"a"}
        assert all(set(a.attrs) <= {"href", "title"} for a in span.find_all("a"))
    plain = replace(case, references=())
    before = BeautifulSoup(html_of(page_of(plain)), "html.parser")
    assert [blanks_out(p.get_text()) for p in soup.select("section p")] == [
        blanks_out(p.get_text()) for p in before.select("section p")
    ]


def _ours(text: object, paragraph: Tag) -> bool:
    """Whether a string stands in the number, the line or a star page."""
    assert isinstance(text, str)
    link = text.find_parent("a")  # type: ignore[attr-defined]
    if link is None or link.find_parent(attrs={"data-ref": True}):
        return False
    return "page" in (link.get("class") or ()) or link.parent is paragraph
