"""The table of authorities of a case: what it cites in the Court's order, and what could not be resolved."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Authority, AuthorityKind, Case, Reference
from generator.render.authorities import (
    GROUPS,
    addresses,
    case_authorities_page,
    case_letters,
    natural,
    order,
    work_markdown,
)
from generator.render.verify import live
from tests.kit import _environment, case_of, html_of, split_page
from tests.render.made import HARLOW, SECTION, reference, referring, small_case

CASE = small_case()


def page(case: Case) -> str:
    return case_authorities_page(case, _environment())


def soup(case: Case) -> BeautifulSoup:
    return BeautifulSoup(html_of(page(case)), "html.parser")


def rows(case: Case, group: str) -> list[str]:
    heading = soup(case).find(id=group)
    assert heading is not None
    works = heading.find_next("div")
    assert works is not None
    return [" ".join(li.get_text().split()) for li in works.find_all("li")]


class TestOrder:
    @pytest.mark.parametrize(
        "names",
        [
            ["Adams v. New York", "In re Gault", "Harlow v. Fitzgerald", "United States v. Leon", "Young v. Hayden"],
            ["Smith & Co. v. Jones", "Smith v. Jones", "Smithson v. Jones"],
            ["Ex parte Bollman", "Matter of Oberg", "O'Brien v. DeKalb", "The Paquete Habana"],
            ["Élan v. Roe", "Elliott v. Roe"],
            ["McCray v. Illinois", "Mead v. Parker"],
        ],
    )  # fmt: skip
    def test_cases_by_name(self, names: list[str]) -> None:
        works = [Authority("case", f"{900 - n} U.S. 1", name) for n, name in enumerate(names)]
        assert [w.name for w in sorted(works[1::2] + works[::2], key=order)] == names

    def test_cases_without_a_name_come_last_by_volume_and_page(self) -> None:
        works = [HARLOW, *(Authority("case", k) for k in ("9 U.S. 12", "9 U.S. 120", "10 U.S. 2"))]
        assert sorted(works[1::2] + works[::2], key=order) == works

    @pytest.mark.parametrize(
        ("kind", "keys"),
        [
            ("statute", ["5 U.S.C. § 552", "18 U.S.C. § 9", "18 U.S.C. § 924", "42 U.S.C. § 1981", "42 U.S.C. § 1983",
                         "42 U.S.C. § 1983a", "Cal. Penal Code § 136.1", "Cal. Penal Code § 1524"]),
            ("constitution", ["U.S. Const. pmbl.", "U.S. Const. art. I, § 8", "U.S. Const. art. III, § 2",
                              "U.S. Const. amend. IV", "U.S. Const. amend. V", "U.S. Const. amend. IX",
                              "U.S. Const. amend. XIV, § 1", "Cal. Const. art. I, § 13"]),
            ("rule", ["Fed. R. Civ. P. 9", "Fed. R. Civ. P. 56", "Fed. R. Evid. 404(b)"]),
            ("record", ["App.", "Brief for Respondents"]),
        ],
    )  # fmt: skip
    def test_the_others_by_number(self, kind: AuthorityKind, keys: list[str]) -> None:
        works = [Authority(kind, key) for key in keys]
        assert [w.key for w in sorted(works[1::2] + works[::2], key=order)] == keys

    def test_numbers_of_any_length_and_odd_keys_can_be_sorted(self) -> None:
        odd = ["9" * 5000, "", "§ § §", "٣", "½", "amend. ivxlcivx", "art. 12345678901234567890"]
        for kind, _ in GROUPS:
            works = [Authority(kind, f"U.S. Const. {key}", key or None) for key in odd]
            assert len(sorted(works, key=order)) == len(odd)
        assert natural("0012") == natural("12")

    @pytest.mark.parametrize(
        ("name", "letters"),
        [
            ("In re Gault", "gault"),
            ("In the Matter of Gault", "gault"),
            ("Ex parte Young", "young"),
            ("The Pizarro", "pizarro"),
            ("Theodore v. Roe", "theodore v roe"),
            ("Inrecon v. Roe", "inrecon v roe"),
            ("United States v. Leon", "united states v leon"),
            ("L.  Hand’s Case", "l hands case"),
        ],
    )
    def test_case_letters(self, name: str, letters: str) -> None:
        assert case_letters(name) == letters


class TestTable:
    def test_the_groups_in_the_courts_order(self) -> None:
        assert [h.get_text() for h in soup(CASE).find_all("h2")] == [
            "Cases",
            "Constitutional provisions",
            "Statutes",
            "The record",
            "What could not be resolved",
        ]

    def test_each_place_of_a_work(self) -> None:
        assert rows(CASE, "case") == [
            "Harlow v. Fitzgerald, 457 U.S. 800 (1982) syllabus, ¶ 1*; Powell ¶ 3",
            "United States v. Leon, 468 U.S. 897 (1984) ¶ 1*, ¶ 2 (block quote)",
        ]
        assert rows(CASE, "record") == ["App. ¶ 2"]

    def test_links(self) -> None:
        assert [a["href"] for a in soup(CASE).select("#case ~ .works a")][:4] == [
            "https://example.org/us/457/800/",  # of the references the one without a pin
            "index.md#syllabus-1",
            "index.md#p1",
            "index.md#p3",
        ]
        assert soup(CASE).select_one("a[href='../united-states-v-leon/index.md']") is not None
        assert soup(CASE).select_one("a[href='https://example.org/42/1983%28a%29?x=1&y=2']")

    def test_case_names_are_in_italics(self) -> None:
        assert [e.get_text() for e in soup(CASE).select(".work em")] == [
            "Harlow v. Fitzgerald",
            "United States v. Leon",
        ]

    def test_what_could_not_be_resolved(self) -> None:
        assert rows(CASE, "unresolved") == [
            "… ante, at 5, forgets Harlow. See supra, at 7 Powell ¶ 3 "
            "not resolved: the passage it means was not found",
            "… 5, forgets Harlow. See supra, at 7. Ibid. Powell ¶ 3 "
            "ambiguous: Harlow v. Fitzgerald, 457 U.S. 800 (1982) or 9 U.S. 9",
        ]
        assert [e.get_text() for e in soup(CASE).select("#unresolved ~ .works strong")] == [
            "supra, at 7",
            "Ibid.",
        ]

    def test_the_head(self) -> None:
        meta, text = split_page(page(CASE))
        assert meta["title"] == "Doe v. Roe: authorities"
        assert meta["template"] == "authorities.html"
        assert (meta["pincite"]["slug"], meta["pincite"]["references"]) == ("doe-v-roe", 12)
        assert "5 works cited 9 times. Each place is a link to the passage." in text
        assert "Places without a name are in the opinion of the Court." in text
        assert "An asterisk marks a full citation." in text

    def test_only_what_is_needed_is_explained(self) -> None:
        case = case_of("PER CURIAM.\nSee 42 U.S.C. § 1983.", "plain")
        ours = reference(case, "42 U.S.C. § 1983", "statute", authority=SECTION.key)
        text = page(referring(case, [ours], SECTION))
        assert "asterisk" not in text
        assert "without a name" not in text
        assert "could not be resolved" not in text

    def test_a_case_that_cites_nothing(self) -> None:
        text = page(case_of("PER CURIAM.\nIt is so.[1]\nFOOTNOTES\n[1] Below.", "plain"))
        assert "No reference to another work was found." in text
        assert "\n## " not in text

    def test_a_work_that_only_a_lost_reference_could_mean_is_not_listed(self) -> None:
        assert "Leach" not in page(
            replace(CASE, authorities=(*CASE.authorities, Authority("case", "Leach")))
        )

    def test_addresses(self) -> None:
        def found(*refs: dict[str, object]) -> str | None:
            made = tuple(
                Reference((0, 1), "p1", "x", "full", authority="k", **fields)  # type: ignore[arg-type]
                for fields in refs
            )
            return addresses(replace(CASE, references=made)).get("k")

        assert found({}) is None
        assert found({"url": "https://a.org/1#p5", "pin": "5"}) == "https://a.org/1"
        assert (
            found({"url": "https://a.org/1?p=5", "pin": "5"}, {"url": "https://a.org/1"})
            == "https://a.org/1"
        )
        assert found({"url": "https://a.org/1"}, {"case": "roe-v-wade"}) == "../roe-v-wade/index.md"
        assert found({"case": CASE.slug, "url": "https://a.org/1"}) == "https://a.org/1"
        assert found({"case": "../etc"}) is None
        assert found({"url": "javascript:x"}) is None


HOSTILE = st.one_of(
    st.text("ab1 .)#*_`~[](){}<>&;:|!+-=\\\"'^$%@/§¶“é\n", max_size=20),
    st.sampled_from(["](x)", "**", "*a*", "<script>", "{: #x }", '" onclick="', "- a", "    a", "&lt;"]),
)  # fmt: skip


@settings(max_examples=60)
@given(HOSTILE, HOSTILE.filter(str.strip), HOSTILE, st.sampled_from([k for k, _ in GROUPS]))
def test_names_are_not_markup(name: str, key: str, words: str, kind: AuthorityKind) -> None:
    work = Authority(kind, key, name or None)
    known = Reference(
        (0, 1), "p1", words, "full", key, url=f"https://a.org/{name}", status="resolved", at=(0, 2)
    )
    lost = Reference((0, 1), "p1", words, "id", candidates=(key,), status="ambiguous", at=(0, 0))
    html = html_of(page(replace(CASE, references=(known, lost), authorities=(work,))))
    assert list(live(html)) == []
    found = BeautifulSoup(html, "html.parser")
    assert len(found.select(".works > ul > li")) == 2
    assert len(found.select("span.work, span.places, span.why")) == 5


def test_work_markdown() -> None:
    assert work_markdown(HARLOW, None) == (
        '<span class="work">*Harlow v. Fitzgerald*, 457 U.S. 800 (1982)</span>'
    )
    assert work_markdown(HARLOW, "https://a.org/", "w-1") == (
        '<span class="work" id="w-1">[*Harlow v. Fitzgerald*, 457 U.S. 800 (1982)](https://a.org/)</span>'
    )
