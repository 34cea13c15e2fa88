"""``index.md``: what the page says, in Markdown that also reads well raw."""

from __future__ import annotations

import datetime
import re

import pytest

from generator.casefile import load_case_info
from generator.model import Block, CaseInfo
from generator.render import about, words
from generator.render.entries import _note
from generator.render.verify import violations
from tests.kit import (
    FIXTURES,
    OPINIONS,
    SEEDS,
    case_of,
    data_of,
    html_of,
    page_of,
    split_page,
    unlike,
)

FACTS = CaseInfo(
    "Lantern Co. v. Harbor Board",
    "475 U.S. 335",
    "Supreme Court of the United States",
    "No. 84-1586",
    datetime.date(1985, 11, 13),
    datetime.date(1986, 3, 5),
    first_page=335,
)


def fixture(name: str) -> str:
    return (FIXTURES / f"{name}.txt").read_text()


@pytest.fixture(scope="module")
def lantern() -> str:
    return page_of(case_of(fixture("lantern-co-v-harbor-board"), info=FACTS))


def test_front_matter(lantern: str) -> None:
    meta, _ = split_page(lantern)
    assert meta["title"] == "Lantern Co. v. Harbor Board"
    assert meta["template"] == "opinion.html"
    case = meta["pincite"]
    assert (case["citation"], case["year"], case["decided"]) == (
        "475 U.S. 335",
        1986,
        "March 5, 1986",
    )
    assert case["paragraphs"] == 9
    assert [
        (w["id"], w["title"], w["joined"], w["first"], w["last"]) for w in case["writings"]
    ] == [
        ("majority", "White, for the Court", "", 1, 6),
        (
            "powell",
            "Powell, concurring in part and dissenting in part",
            "Joined by Rehnquist (as to Part I)",
            7,
            8,
        ),
        ("breyer", "Breyer, dissenting", "", 9, 9),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "# Lantern Co. v. Harbor Board",
        "475 U.S. 335 (1986) · No. 84-1586 · Supreme Court of the United States · Argued November 13, 1985"
        " · Decided March 5, 1986",
        "## White, for the Court {: #majority }",
        "### I {: #part-i .part }",
        "#### A {: #part-i-a .part }",
        "## Breyer, dissenting {: #breyer }",
        "{: #p1 .par }",
        "{: #majority-disposition .disposition }",
        "{: #majority-vote .vote }",
        "> {: #p3-q1 .quote }",
        "{: #p3-c1 .cont }",
        "and says nothing of lamps. Id., at 7. The Board reads it otherwise, and so did the court below.",
    ],
)
def test_lines(lantern: str, line: str) -> None:
    assert line in lantern.splitlines()


def test_paragraphs_carry_their_number_and_line(lantern: str) -> None:
    assert re.findall(r"^\[¶ (\d+)\]\(#p(\d+)\)", lantern, re.MULTILINE) == [
        (str(n), str(n)) for n in range(1, 10)
    ]


def test_calls_and_pages(lantern: str) -> None:
    html = html_of(lantern)
    assert (
        '<a class="page" id="page-336">[336]</a>' in html
        or '<a id="page-336" class="page">' in html
    )
    assert "ordered it put out.<sup" in html  # a raised figure stands close to its word
    assert 'class="lost"' in html


def test_a_page_that_begins_with_a_heading() -> None:
    text = "JUSTICE WHITE delivered the opinion of the Court.\nOne.\n[*279] I\nTwo.\n[*280] * * *\nThree."
    case = case_of(text, "lexis")
    assert [b.kind for b in case.blocks if b.marks] == ["heading", "heading"]
    page = page_of(case)
    assert '### <a id="page-279" class="page">[279]</a>I' in page
    html = html_of(page)
    assert list(violations(html, data_of(case))) == []
    assert list(unlike(html, case)) == []


def test_resolved_calls_lead_to_their_notes() -> None:
    html = html_of(page_of(case_of(fixture("state-v-quill"))))
    assert '<sup id="fnref-1"><a href="#fn-1">1</a></sup>' in html
    assert 'id="harlan-fn-3"' in html
    assert 'href="#harlan-fn-3"' in html


@pytest.mark.parametrize("path", [*SEEDS.values(), *OPINIONS], ids=lambda p: p.parent.name + p.stem)
def test_the_page_shows_every_block(path) -> None:
    facts = path.with_name("case.yml")
    info = load_case_info(facts) if facts.is_file() else CaseInfo()
    case = case_of(path.read_text(encoding="utf-8"), info=info)
    html = html_of(page_of(case))
    assert list(violations(html, data_of(case))) == []
    assert list(unlike(html, case)) == []


def test_raw_it_reads_well(lantern: str) -> None:
    """No line of the opinion's prose is escaped beyond its brackets and stars."""
    _, text = split_page(lantern)
    prose = [line for line in text.splitlines() if line.startswith("[¶")]
    assert len(prose) == 9
    assert not [line for line in prose if re.search(r"\\[^\[*_`{\\]|&(?:#|lt|gt|amp)", line)]


def test_a_case_without_facts() -> None:
    page = page_of(case_of("A few words."))
    assert "# Doe v roe" in page
    meta, _ = split_page(page)
    assert (meta["pincite"]["citation"], meta["pincite"]["year"]) == (None, None)


class TestAbout:
    def told(self, text: str, dialect: str | None = None) -> str:
        return " ".join(about.sentences(case_of(text, dialect)))

    def test_always_the_numbers(self) -> None:
        for path in [*SEEDS.values(), *OPINIONS]:
            assert "Paragraph numbers are this site’s own" in self.told(
                path.read_text(encoding="utf-8")
            )

    def test_the_court_s_own_numbers_are_those_to_cite(self) -> None:
        numbered = "".join(f"¶ {n} The lamp is lit.\n" for n in (1, 2, 3))
        assert "those numbers stand in the text: cite them" in self.told(numbered, "plain")

    @pytest.mark.parametrize(
        ("text", "dialect", "says"),
        [
            ("A sound text.", "plain", "The text is the source’s own."),
            ("A text that stops in the mid", "plain", "It breaks off before its end."),
            (
                "one,two and three.",
                "flattened",
                "The 1 blank that it lacked after punctuation is put back",
            ),
            (
                "one,two,three.",
                "flattened",
                "The 2 blanks that it lacked after punctuation are put back",
            ),
            ("He saw   the lamp.", "lexis", "In 1 place its blanks suggest"),
            (
                "It burned. 1 And burned. 2",
                "lexis",
                "It has 2 footnote calls but not the notes themselves.",
            ),
            (
                "It\x92s \x93burning\x94.",
                "plain",
                "3 characters damaged by a wrong encoding are mended.",
            ),
            ("It was � dark.", "plain", "Where it shows �, a character cannot be recovered."),
            ("one two.", "flattened", "negations may be among the losses"),
        ],
    )
    def test_what_was_lost(self, text: str, dialect: str, says: str) -> None:
        assert says in self.told(text, dialect)

    @pytest.mark.parametrize("dialect", ["plain", "lexis"])
    def test_nothing_that_is_not_so(self, dialect: str) -> None:
        told = self.told("A sound text.", dialect)
        assert not re.search(r"blank|broke|footnote|damaged|�|lower case", told)


class TestWords:
    def test_names(self) -> None:
        assert [words.names(n) for n in ([], ["A"], ["A", "B"], ["A", "B", "C"])] == [
            "",
            "A",
            "A and B",
            "A, B, and C",
        ]

    def test_day(self) -> None:
        assert words.day(datetime.date(1986, 3, 5)) == "March 5, 1986"

    @pytest.mark.parametrize(
        ("text", "title"),
        [
            ("PER CURIAM.\nText.", "Per curiam"),
            (
                "JUSTICE WHITE announced the judgment of the Court.\nText.",
                "White, announcing the judgment",
            ),
            (
                "JUSTICE WHITE, concurring in the judgment.\nText.",
                "White, concurring in the judgment",
            ),
            ("Statement of JUSTICE WHITE, respecting the denial.\nText.", "White, in a statement"),
            ("Text without a byline.", "Opinion of the Court"),
        ],
    )
    def test_titles(self, text: str, title: str) -> None:
        assert [words.title(w) for w in case_of(text, "plain").writings] == [title]


def test_the_outline_calls_such_a_heading_by_its_name() -> None:
    import markdown

    text = "JUSTICE WHITE delivered the opinion of the Court.\nOne.\n[*279] I\nTwo."
    _, body = split_page(page_of(case_of(text, "lexis")))
    made = markdown.Markdown(extensions=["attr_list", "md_in_html", "toc"])
    html = made.convert(body)
    names = [w["name"] for w in made.toc_tokens[0]["children"][0]["children"]]  # type: ignore[attr-defined]
    assert names == ["I"]
    assert "data-toc-label" not in html


@pytest.mark.parametrize(
    ("note", "shown"),
    [
        ("*Michael Foreman filed a brief.", "Michael Foreman filed a brief."),
        ("* Michael Foreman filed a brief.", "Michael Foreman filed a brief."),
        ("[*] Michael Foreman filed a brief.", "Michael Foreman filed a brief."),
    ],
)
def test_a_starred_note_shows_its_star_once(note: str, shown: str) -> None:
    block = Block("fn-star", "footnote", None, "majority", None, note, (0, len(note)), (), "*")
    entry = _note(block, 0, len(note), (), None)
    assert entry.endswith(shown)
    assert entry.removesuffix(shown).count("*") == 1


def test_a_part_s_number_and_title_stand_once() -> None:
    case = case_of(
        "JUSTICE WHITE delivered the opinion of the Court.\n\nSo it is.\n\nI.\n\nBackground\n\nA lamp was lit.",
        "plain",
    )
    page = page_of(case)
    assert page.count("Background") == 1
    assert page.count("{: #part-i ") == 1
    assert list(violations(html_of(page), data_of(case))) == []
