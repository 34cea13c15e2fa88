"""Which opinion cites which: the edges, the picture, the words."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from bs4 import BeautifulSoup

from generator.corpus import Corpus
from generator.model import CaseInfo
from generator.render.graph import MOST, Edge, edges, graph_section, graph_svg
from tests.kit import case_of, html_of
from tests.render.made import reference


def citing(slug, year, *cited, name=None):
    """A case that cites others of the site, each as often as it is named."""
    text = "PER CURIAM.\n\n" + " ".join(f"See {to.upper()}, ante." for to in cited) + " No more.\n"
    info = CaseInfo(name=name or f"{slug.upper()} v. Roe", decided=datetime.date(year, 1, 2))
    case = case_of(text, "plain", info, slug)
    seen: dict[str, int] = {}
    refs = []
    for to in cited:
        nth = seen.get(to, 0)
        seen[to] = nth + 1
        refs.append(reference(case, to.upper() + ",", "full", nth, case=to, authority="x"))
    return replace(case, references=tuple(sorted(refs, key=lambda r: r.source)))


def small():
    return Corpus.of(
        [
            citing("aa", 1980),
            citing("bb", 1990, "aa", "aa"),
            citing("cc", 2000, "bb", "aa", "cc", "zz"),
            citing("dd", 2001),
        ]
    )


def test_edges_are_counted_and_lead_to_opinions_of_the_site_only():
    """Not to itself (cc), and not to what is elsewhere (zz)."""
    assert edges(small()) == [Edge("bb", "aa", 2), Edge("cc", "aa", 1), Edge("cc", "bb", 1)]


def test_the_newest_stands_on_top_and_only_those_that_are_met():
    soup: Any = BeautifulSoup(graph_section(small()), "html.parser")
    names = [t.get_text() for t in soup.select("svg text")]
    assert names == ["CC v. Roe (2000)", "BB v. Roe (1990)", "AA v. Roe (1980)"]
    heights = [float(t["y"]) for t in soup.select("svg text")]
    assert heights == sorted(heights)
    assert "1 other opinion neither cites one nor is cited by one." in soup.get_text()


def test_each_curve_begins_at_the_one_that_cites_and_ends_at_a_dot():
    soup: Any = BeautifulSoup(graph_section(small()), "html.parser")
    dots = {c["cy"] for c in soup.select("circle")}
    assert len(dots) == 2
    by_title = {p.title.get_text(): p for p in soup.select("path")}
    path = by_title["BB v. Roe (1990) cites AA v. Roe (1980) twice"]
    (ends,) = re.findall(r"^M252 ([\d.]+)C.* 252 ([\d.]+)$", path["d"])
    first, last = ends
    assert float(first) < float(last)
    assert last in dots
    assert float(path["stroke-width"]) > float(
        by_title["CC v. Roe (2000) cites AA v. Roe (1980) once"]["stroke-width"]
    )


def test_it_says_in_words_what_it_shows():
    text = graph_section(small())
    svg: Any = BeautifulSoup(text, "html.parser").svg
    assert svg["aria-labelledby"] == "graph-title"
    assert "BB v. Roe (1990) cites AA v. Roe (1980) twice; CC" in svg.desc.get_text()
    table: Any = BeautifulSoup(html_of(text), "html.parser").table
    rows = [[" ".join(c.get_text().split()) for c in r("td")] for r in table.select("tbody tr")]
    assert rows == [
        ["CC v. Roe (2000)", "AA v. Roe; BB v. Roe", ""],
        ["BB v. Roe (1990)", "AA v. Roe × 2", "CC v. Roe"],
        ["AA v. Roe (1980)", "", "BB v. Roe × 2; CC v. Roe"],
    ]


def test_another_page_shows_it_without_the_table_and_only_while_it_is_short():
    short = graph_section(small(), "opinions/", "opinions/index.md#citing")
    assert "<svg" in short
    assert "|" not in short
    assert 'href="opinions/aa/"' in short
    many = [citing(f"a{k}", 1900 + k, f"a{k - 1}") for k in range(1, MOST + 1)]
    long = graph_section(Corpus.of([citing("a0", 1900), *many]), "opinions/", "x.md")
    assert "<svg" not in long
    assert "(x.md)" in long


def test_two_hundred_stay_within_the_picture_and_apart():
    cases = [citing(f"c{k}", 1800 + k, *(f"c{j}" for j in range(0, k, 17))) for k in range(200)]
    svg = graph_section(Corpus.of(cases))
    width, height = map(int, re.findall(r'viewBox="0 0 (\d+) (\d+)"', svg)[0])
    ends = [float(x) for x in re.findall(r"C([\d.]+) ", svg)]
    assert max(252 + (x - 252) * 3 / 4 for x in ends) <= width
    ys = [float(y) for y in re.findall(r'<text class="name" x="240" y="([\d.]+)"', svg)]
    assert len(ys) == 200
    assert max(ys) < height
    assert min(b - a for a, b in pairwise(ys)) >= 20


def test_the_same_corpus_gives_the_same_picture():
    assert graph_section(small()) == graph_section(small())
    assert graph_section(Corpus(())) == ""


@pytest.mark.parametrize("name", ["</text><script>x</script>", "*a* _b_ `c`", "[x](y) {: #z }"])
def test_names_are_text(name):
    cases = [citing("aa", 1980, name=name), citing("bb", 1990, "aa")]
    corpus = Corpus.of(cases)
    soup: Any = BeautifulSoup(graph_svg(cases, edges(corpus), "{}/"), "html.parser")
    assert soup.select("text")[0].get_text() == f"{name} (1980)"
    html: Any = BeautifulSoup(html_of(graph_section(corpus)), "html.parser")
    assert not html.find("script")
    assert name in html.table.get_text()
    assert f"{name} (1980)" in [t.get_text() for t in html.select("svg text")]
