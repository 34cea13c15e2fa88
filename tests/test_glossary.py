"""Terms of art: how the glossary is read, where terms are found, and how they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

from generator.build import build_site
from generator.editorial import GLOSSARY, editorial_of
from generator.findings import CODES
from generator.glossary import Glossary, GlossaryFileError, Term, load_glossary, uses
from generator.jobs import discover
from generator.render.editorial import strands
from generator.render.markdown import environment, opinion_page
from generator.render.verify import violations
from generator.render.weave import woven
from generator.slugs import slugify, valid_slug
from tests.kit import ROOT, case_of, data_of, html_of, unlike
from tests.render.made import small_case

if TYPE_CHECKING:
    from pathlib import Path

GOOD = """\
- term: certiorari
  forms: [writ of certiorari, certiorari]
  definition: An order.
"""


def term(name: str, *forms: str, definition: str = "Something.") -> Term:
    return Term(name, slugify(name), definition, forms or (name,))


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "glossary.yml"
    path.write_text(text, encoding="utf-8")
    return path


# ------------------------------------------------------------------------------------------------- reading


def test_terms_are_read_and_sorted(tmp_path) -> None:
    text = GOOD + "- term: A fortiori\n  definition: All   the\n    more.\n"
    text += "- term: post\n  forms: []\n  definition: After.\n"
    glossary, faults = load_glossary(written(tmp_path, text))
    assert faults == ()
    assert [(t.name, t.slug, t.forms, t.definition) for t in glossary.terms] == [
        ("A fortiori", "a-fortiori", ("A fortiori",), "All the more."),
        ("certiorari", "certiorari", ("writ of certiorari", "certiorari"), "An order."),
        ("post", "post", (), "After."),
    ]


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [("term: x\n", "G05", 1), ("- term: x: y\n", "G03", 1), ("- *a\n", "G04", 1)],
)
def test_a_file_that_is_no_list_of_terms(tmp_path, text, code, line) -> None:
    with pytest.raises(GlossaryFileError) as caught:
        load_glossary(written(tmp_path, text))
    assert (caught.value.code, caught.value.line) == (code, line)


@pytest.mark.parametrize(
    ("entry", "code", "line"),
    [
        ("- word\n", "G05", 4),
        ("- term: x\n", "G05", 4),
        ("- definition: x\n", "G05", 4),
        ("- term: x\n  definition: a\n  term: y\n", "G06", 6),
        ("- term: x\n  meaning: a\n", "G07", 5),
        ("- term: x\n  definition: [a]\n", "G08", 5),
        ("- term: x\n  definition: a\n  forms: [b, '...']\n", "G08", 6),
        (f"- term: {'x' * 90}\n  definition: a\n", "G08", 4),
        ("- term: x\n  forms: [Certiorari]\n  definition: a\n", "G09", 4),
        ("- term: Certiorari!\n  forms: []\n  definition: a\n", "G09", 4),
    ],
)
def test_one_bad_entry_does_not_lose_the_others(tmp_path, entry, code, line) -> None:
    glossary, faults = load_glossary(written(tmp_path, GOOD + entry))
    assert [t.name for t in glossary.terms] == ["certiorari"]
    assert [(f.code, f.line) for f in faults] == [(code, line)]
    assert faults[0].code in CODES


# ------------------------------------------------------------------------------------------------- finding


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We granted certiorari.", ["certiorari"]),
        ("a Writ  of\nCERTIORARI issued", ["Writ  of\nCERTIORARI"]),
        ("qualified immunity is an immunity", ["qualified immunity", "immunity"]),
        ("Id. at 5; valid.", ["Id."]),
        ("the Court’s holding and our holding", ["Court’s holding"]),
        # What only looks like a term.
        ("certioraris, pre-certiorari, certiorari-like", []),
        ("an idea, an id", []),
    ],
)
def test_terms_are_whole_words_and_the_longest_wins(text, found) -> None:
    glossary = Glossary(
        [
            term("certiorari", "certiorari", "writ of certiorari"),
            term("immunity"),
            term("qualified immunity"),
            term("id."),
            term("holding", "Court's holding"),
        ]
    )
    assert [text[start:end] for (start, end), _ in glossary.found(text)] == found


def test_a_glossary_without_terms_finds_nothing() -> None:
    assert list(Glossary().found("certiorari")) == []
    assert list(Glossary([term("post", "x")][:0]).found("x")) == []


def test_a_term_is_shown_at_its_first_use_in_each_writing() -> None:
    case = case_of(
        "JUSTICE WHITE delivered the opinion of the Court.\nCertiorari was granted.\n"
        "We grant certiorari.\nJUSTICE POWELL, dissenting.\nI would deny certiorari; certiorari is rare.\n",
        "plain",
    )
    found = uses(case, Glossary([term("certiorari")]))
    assert [(u.block, u.span) for u in found] == [("p1", (0, 10)), ("p3", (13, 23))]


def test_a_term_is_not_shown_in_references_headings_and_bylines() -> None:
    # "Harlow v. Fitzgerald" and "supra" stand in references; "Syllabus" and "dissenting" in a heading and a byline.
    names = ("Fitzgerald", "supra", "delivered", "dissenting", "I", "lamp", "governs")
    shown = uses(small_case(), Glossary([term(name) for name in names]))
    assert [(u.block, u.term.name) for u in shown] == [
        ("syllabus-1", "governs"),
        ("p2-q1", "lamp"),
        ("p3", "lamp"),
    ]


# ------------------------------------------------------------------------------------------------- the pages


def test_a_term_is_a_link_to_the_glossary_that_says_what_it_means() -> None:
    case = small_case()
    says = 'Light & "heat" <b> `x` {{ y }}'
    found = uses(case, Glossary([term("lamp", definition=says)]))
    markdown = opinion_page(case, environment(ROOT / "templates" / "pages"), glossary=True)
    html = woven(html_of(markdown), case.blocks, strands((), found))
    links = BeautifulSoup(html, "lxml").find_all("a", class_="term")
    assert [(a.get_text(), a["href"], a["title"]) for a in links] == [
        ("lamp", "../../glossary/#lamp", says)
    ] * 2
    assert list(violations(html, data_of(case))) == []
    assert list(unlike(html, case)) == []


def test_the_page_of_the_glossary_says_where_each_term_is_used(tmp_path) -> None:
    folder = tmp_path / "site_src/opinions/doe-v-roe"
    folder.mkdir(parents=True)
    (folder / "opinion.txt").write_text("PER CURIAM.\nWe granted certiorari. It is so.\n")
    path = tmp_path / GLOSSARY
    path.write_text(GOOD + '- term: "[*x*]"\n  definition: "- <b>no</b> {{ 1 }}"\n')
    build_site(tmp_path)
    page = tmp_path / "docs/glossary/index.md"
    soup = BeautifulSoup(html_of(page.read_text()), "lxml")
    assert [h.get_text() for h in soup.find_all("h2")] == ["[*x*]", "certiorari"]
    assert {h["id"] for h in soup.find_all("h2")} == {"x", "certiorari"}
    assert "- <b>no</b> {{ 1 }}" in soup.get_text()
    links = [(a.get_text(), a["href"]) for a in soup.find_all("a")]
    assert links == [("¶ 1", "../opinions/doe-v-roe/index.md#p1")]
    assert build_site(tmp_path).written == ()
    path.unlink()
    build_site(tmp_path)
    assert not page.exists()
    assert "glossary" not in (tmp_path / "docs/opinions/doe-v-roe/index.md").read_text()


def test_the_site_has_a_glossary_of_some_forty_terms() -> None:
    jobs, _ = discover(ROOT / "site_src/opinions")
    editorial = editorial_of(ROOT, jobs)
    assert editorial.faults == ()
    terms = editorial.glossary.terms
    assert len(terms) >= 40
    for entry in terms:
        assert valid_slug(entry.slug)
        assert entry.definition[-1] in ".”)", entry.name
        assert 15 < len(entry.definition) < 300, entry.name
        for span, found in editorial.glossary.found(" ".join(entry.forms)):
            assert found.slug == entry.slug, (entry.name, span)
    known = {t.name for t in terms}
    assert {"certiorari", "per curiam", "in terrorem", "a fortiori", "qualified immunity"} <= known
