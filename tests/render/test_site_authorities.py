"""The tables of authorities of the whole site: complete, in order, and on pages that stay small."""

from __future__ import annotations

import random
import re
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from generator.corpus import Corpus
from generator.model import Authority, Case, Reference
from generator.render import site_authorities
from generator.render.site_authorities import site_authorities_pages
from generator.render.verify import live
from tests.kit import _environment, case_of, html_of, split_page
from tests.render.made import HARLOW, LEON, RECORD, SECTION, facts, small_case


def pages(*cases: Case) -> dict[str, str]:
    return site_authorities_pages(Corpus.of(cases), _environment())


def rows(page: str) -> list[str]:
    soup = BeautifulSoup(html_of(page), "html.parser")
    return [" ".join(li.get_text().split()) for li in soup.select(".works > ul > li")]


def citing(slug: str, *works: Authority, year: int = 1990) -> Case:
    """A case with one paragraph that cites the works."""
    info = facts(slug.capitalize(), f"{year} U.S. 7", year)
    case = case_of("PER CURIAM.\nIt is so.", "plain", info, slug)
    refs = tuple(
        Reference(
            (0, 1), "p1", "It", "full", w.key, url="https://a.org/", status="resolved", at=(0, 2)
        )
        for w in works
    )
    return replace(case, references=refs, authorities=works)


def test_a_site_that_cites_nothing_has_a_first_page_all_the_same() -> None:
    found = pages(case_of("A few words."))
    assert list(found) == ["index.md"]
    assert "cite no work that was recognised" in found["index.md"]


class TestSmallSite:
    PAGES = pages(small_case(), citing("amos", LEON, HARLOW, year=2001), citing("zeno", SECTION))

    def test_the_pages(self) -> None:
        assert sorted(self.PAGES) == ["cases.md", "constitution.md", "index.md", "statutes.md"]

    def test_each_work_with_who_cites_it_the_newest_first(self) -> None:
        assert rows(self.PAGES["cases.md"]) == [
            "Harlow v. Fitzgerald, 457 U.S. 800 (1982) Amos, 2001 U.S. 7 (2001): ¶ 1* "
            "Doe v. Roe, 500 U.S. 1 (1991): syllabus, ¶ 1*; Powell ¶ 3",
            "United States v. Leon, 468 U.S. 897 (1984) Amos, 2001 U.S. 7 (2001): ¶ 1* "
            "Doe v. Roe, 500 U.S. 1 (1991): ¶ 1*, ¶ 2 (block quote)",
        ]
        assert rows(self.PAGES["statutes.md"])[0].startswith("42 U.S.C. § 1983 Doe v. Roe")

    def test_the_record_is_each_cases_own(self) -> None:
        assert not [text for text in self.PAGES.values() if RECORD.key in text]

    def test_the_first_page(self) -> None:
        _, text = split_page(self.PAGES["index.md"])
        assert "- [Cases](cases.md): 2 works" in text
        assert rows(self.PAGES["index.md"]) == [
            "Harlow v. Fitzgerald, 457 U.S. 800 (1982) 2 opinions",
            "United States v. Leon, 468 U.S. 897 (1984) 2 opinions",
            "42 U.S.C. § 1983 2 opinions",
        ]
        assert "(cases.md#w-457-u-s-800)" in text
        assert 'id="w-457-u-s-800"' in self.PAGES["cases.md"]

    def test_from_each_page_to_the_others(self) -> None:
        _, text = split_page(self.PAGES["cases.md"])
        assert (
            "[All authorities](index.md) · **Cases** · [Constitutional provisions](constitution.md) · "
            "[Statutes](statutes.md)" in text
        )

    def test_nothing_in_them_is_live(self) -> None:
        for text in self.PAGES.values():
            assert list(live(html_of(text))) == []

    def test_the_order_of_the_cases_does_not_matter(self) -> None:
        again = pages(
            citing("zeno", SECTION), small_case(), citing("amos", LEON, HARLOW, year=2001)
        )
        assert again == self.PAGES


def test_parallel_citations_are_one_work() -> None:
    supreme = Authority("case", "102 S. Ct. 2727", "Harlow v. Fitzgerald")
    both = replace(HARLOW, parallel=("102 S. Ct. 2727", "73 L. Ed. 2d 396"))
    found = rows(pages(citing("amos", supreme, year=2001), citing("zeno", both))["cases.md"])
    assert found == [
        "Harlow v. Fitzgerald, 457 U.S. 800 (1982) Amos, 2001 U.S. 7 (2001): ¶ 1* Zeno, 1990 U.S. 7 (1990): ¶ 1*"
    ]


def test_of_two_accounts_of_a_work_the_fuller_is_shown() -> None:
    bare = Authority("case", "457 U.S. 800")
    found = rows(pages(citing("amos", bare), citing("zeno", HARLOW))["cases.md"])
    assert [row.partition(")")[0] for row in found] == ["Harlow v. Fitzgerald, 457 U.S. 800 (1982"]


def test_a_case_of_the_site_leads_to_its_page() -> None:
    own = Authority("case", "1990 U.S. 7", "Zeno", 1990)
    found = pages(citing("amos", own, year=2001), citing("zeno", LEON))["cases.md"]
    assert "[*Zeno*, 1990 U.S. 7 (1990)](../opinions/zeno/index.md)" in found


def test_names_are_not_markup() -> None:
    odd = Authority("case", "](x) <b>", "*A* <script> v. {: #x }", 1900)
    work = Authority("work", "| a | <i>", "[x]: y")
    found = pages(citing("amos", odd, work), citing("zeno", odd, work))
    for text in found.values():
        assert list(live(html_of(text))) == []
    assert (
        "*A* <script> v. {: #x }"
        in BeautifulSoup(html_of(found["cases.md"]), "html.parser").get_text()
    )
    assert list(found) == ["index.md", "cases.md", "other.md"]


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> tuple[dict[str, str], list[Case]]:
    """Two hundred opinions, on pages of 4,000 characters so that it does not take thousands."""
    monkeypatch.setattr(site_authorities, "PAGE_SIZE", 4_000)
    chance = random.Random(3)
    names = "Adams Baker Clark Doe Smith Young 3M".split()
    cases = [
        Authority(
            "case", f"{n} U.S. {n}", f"{chance.choice(names)} v. {chance.choice(names)}", 1900
        )
        for n in range(1, 200)
    ]
    codes = [Authority("statute", f"18 U.S.C. § {n}") for n in range(1, 60)]
    made = [
        citing(f"case-{n}", *dict.fromkeys([SECTION, *chance.sample(cases, 5), *chance.sample(codes, 2)]),
               year=1900 + n % 100)
        for n in range(200)
    ]  # fmt: skip
    return pages(*made), made


def test_no_page_grows_beyond_its_size(large: tuple[dict[str, str], list[Case]]) -> None:
    found, _ = large
    sizes = {name: len(split_page(text)[1]) for name, text in found.items()}
    nav = 2_500
    assert max(sizes.values()) < 4_000 + nav, max(sizes.items(), key=lambda s: s[1])


def test_nothing_is_lost_on_many_pages(large: tuple[dict[str, str], list[Case]]) -> None:
    found, made = large
    links = [
        (page, href)
        for page, text in found.items()
        for href in re.findall(r"\]\((\.\./opinions/[^)]+#p1)\)", text)
    ]
    assert len(links) == sum(len(c.references) for c in made)
    ids = [ident for text in found.values() for ident in re.findall(r' id="(w-[^"]+)"', text)]
    assert len(ids) == len(set(ids)) == len({a.key for c in made for a in c.authorities})


def test_every_way_leads_to_a_page(large: tuple[dict[str, str], list[Case]]) -> None:
    found, _ = large
    for text in found.values():
        for file, ident in re.findall(r"\]\(([a-z0-9-]+\.md)#?([^)]*)\)", text):
            assert file in found
            assert not ident or f'id="{ident}"' in found[file]


def test_letters_and_guide_words(large: tuple[dict[str, str], list[Case]]) -> None:
    found, _ = large
    assert {"cases-a.md", "cases-s.md", "cases-s-2.md", "cases-other.md", "statutes.md"} <= set(
        found
    )
    _, text = split_page(found["cases-s-2.md"])
    assert text.lstrip().startswith("# Cases, S, 2: Smith\n")
    assert "[A](cases-a.md)" in text
    assert "**S**" in text


def test_a_work_that_everyone_cites_goes_on_over_pages(
    large: tuple[dict[str, str], list[Case]],
) -> None:
    found, made = large
    heads = [
        row
        for name in sorted(found)
        if name.startswith("statutes")
        for row in rows(found[name])
        if row.startswith("42 U.S.C. § 1983")
    ]
    assert len(heads) > 2
    assert sum(head.startswith("42 U.S.C. § 1983 (continued)") for head in heads) == len(heads) - 1
    assert sum(head.count("¶ 1") for head in heads) == len(made)


def test_letters_stand_above_many_cases() -> None:
    works = [
        Authority("case", f"{n} U.S. 1", f"{chr(65 + n % 20)}x v. Roe", 1900) for n in range(60)
    ]
    text = pages(citing("amos", *works))["cases.md"]
    assert re.findall(r"^## (.*)$", text, re.MULTILINE) == [chr(65 + n) for n in range(20)]
    few = pages(citing("amos", *works[:10]))["cases.md"]
    assert "\n## " not in few


def test_a_date_is_not_needed() -> None:
    case = citing("amos", LEON)
    undated = replace(case, info=replace(case.info, decided=None, citation=None, name=None))
    assert rows(pages(undated)["cases.md"]) == [
        "United States v. Leon, 468 U.S. 897 (1984) Amos: ¶ 1*"
    ]
