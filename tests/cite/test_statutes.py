"""Statutes cited in full and bare sections, what is none of them, and whose a bare section is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cite.statutes import find_statutes, title_for
from generator.model import Authority


def law(key: str, name: str | None = None) -> Authority:
    return Authority("statute", key, name=name)


def found(text: str) -> list[tuple[str, str | None]]:
    """What is found: as printed, and the authority's key or the bare key in angle brackets."""
    return [
        (text[m.start : m.end], m.authority.key if m.authority else f"<{m.key}>")
        for m in find_statutes(text)
    ]


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("42 U. S. C. § 1983", "42 U.S.C. § 1983"),
        ("42 U.S.C. §1983", "42 U.S.C. § 1983"),
        ("42  U. S. C.  §  1983", "42 U.S.C. § 1983"),
        ("42 U.S.C. §§ 1981, 1983", "42 U.S.C. §§ 1981, 1983"),
        ("42 U.S.C. §§ 1981–1983", "42 U.S.C. §§ 1981-1983"),
        ("29 U.S.C.A. § 621 et seq.", "29 U.S.C. § 621 et seq."),
        ("42 U. S. C. § 2000e-5(e)(1)", "42 U.S.C. § 2000e-5(e)(1)"),
        ("28 U. S. C. §§ 1332(a), (c)", "28 U.S.C. §§ 1332(a), (c)"),
        ("18 U. S. C. App. § 1202(a)", "18 U.S.C. App. § 1202(a)"),
        ("50 U.S.C.A.Appendix, § 2061", "50 U.S.C. App. § 2061"),
        ("28 U. S. C. (1940 ed.) § 41(14)", "28 U.S.C. § 41(14)"),
        ("26 U. S. C. (1952 ed.), § 145", "26 U.S.C. § 145"),
        ("28 U. S. C. 1291", "28 U.S.C. § 1291"),
        ("Title 18 U. S. C. § 2314", "18 U.S.C. § 2314"),
        ("Title 28 of the United States Code, § 1331", "28 U.S.C. § 1331"),
        ("section 1983 of Title 42, United States Code", "42 U.S.C. § 1983"),
        ("section 688 of title 46, Appendix", "46 U.S.C. App. § 688"),
        ("18 U. S. C. § 3006A note", "18 U.S.C. § 3006A note"),
        ("17 Stat. 13", "17 Stat. 13"),
        ("ch. 22, 17 Stat. 13", "17 Stat. 13"),
        ("Pub. L. 95-78, 91 Stat. 319", "91 Stat. 319"),
        ("Pub. L. 98–473, § 215(b), 98 Stat. 2015–2016", "98 Stat. 2015"),
        ("Pub. L. No. 95–78", "Pub. L. No. 95-78"),
        ("Act of Mar. 3, 1911, ch. 231, § 291, 36 Stat. 1087, 1167", "36 Stat. 1087"),
        ("110 Stat. 3009-625", "110 Stat. 3009-625"),
        ("44 Stat. 1436-1437", "44 Stat. 1436"),
        ("29 CFR § 1604.11(a)", "29 C.F.R. § 1604.11(a)"),
        ("40 C.F.R. pt. 60", "40 C.F.R. pt. 60"),
        ("34 CFR Part 104", "34 C.F.R. pt. 104"),
        ("3 CFR 333", "3 C.F.R. 333"),
        ("55 Fed. Reg. 1234", "55 Fed. Reg. 1234"),
        ("54 Fed.Reg. 21,070", "54 Fed. Reg. 21070"),
        ("68 Fed. Reg. 36682–36683", "68 Fed. Reg. 36682"),
        ("Rev. Stat. § 1979", "Rev. Stat. § 1979"),
        ("R. S. § 1979", "Rev. Stat. § 1979"),
        ("Exec. Order No. 12866", "Exec. Order No. 12866"),
        ("Executive Order 12,866", "Exec. Order No. 12866"),
        ("Treas. Reg. § 1.61-1", "Treas. Reg. § 1.61-1"),
        ("IRC §§ 1398 and 1399", "26 U.S.C. §§ 1398, 1399"),
        ("§ 6335(a) of the Internal Revenue Code", "26 U.S.C. § 6335(a)"),
        ("§ 362 of the Bankruptcy Code", "11 U.S.C. § 362"),
        ("USSG § 2D1.1(c)", "U.S. Sentencing Guidelines Manual § 2D1.1(c)"),
        ("§ 5501(c) of the N. Y. Civ. Prac. Law and Rules", "N.Y. C.P.L.R. § 5501(c)"),
        ("Cal. Penal Code Ann. § 12022(a)", "Cal. Penal Code § 12022(a)"),
    ],
)
def test_full(printed: str, key: str) -> None:
    for text in (printed, f"See {printed} (1994 ed.).", f"under {printed}; the court"):
        assert (printed, key) in found(text), text


@pytest.mark.parametrize(
    ("text", "printed", "key"),
    [
        ("under § 1983 an action", "§ 1983", "1983"),
        ("whether § 1983's history", "§ 1983", "1983"),
        ("Under §§ 1981–1983, the", "§§ 1981–1983", "1981-1983"),
        ("and section 1983 provides", "section 1983", "1983"),
        ("Section 2 of the Act says", "Section 2 of the Act", "2 of the Act"),
        ("in § 2(a)(3), (b)", "§ 2(a)(3), (b)", "2(a)(3), (b)"),
        ('"§ 13(c) agreement"', "§ 13(c)", "13(c)"),
        ("within [§203(k)]", "§203(k)", "203(k)"),
        ("under section 921 of this title or", "section 921 of this title", "921"),
        (
            "by § 24(1) of the Judicial Code,",
            "§ 24(1) of the Judicial Code",
            "24(1) of the Judicial Code",
        ),
        ("Under § 2 of the 1934 enactment", "§ 2 of the 1934 enactment", "2 of the 1934 enactment"),
        ("CADA § 5 forbids", "CADA § 5", "5 of the CADA"),
        ("Penal Code § 187", "Penal Code § 187", "187 of Penal Code"),
        ("17 Stat., at 14", "17 Stat., at 14", "17 Stat."),
    ],
)
def test_bare(text: str, printed: str, key: str) -> None:
    assert found(text) == [(printed, f"<{key}>")]


@pytest.mark.parametrize(
    "text",
    [
        "U. S. Const., Art. I, § 8, cl. 3",
        "Art. I, §§ 8 and 10",
        "under § 5 of the Fourteenth Amendment",
        "Fourteenth Amendment, § 5",
        "Tex. Const., Art. I, § 9",
        "2 W. LaFave, Search and Seizure § 4.6, p. 100",
        "3 C. Wright & A. Miller, Federal Practice and Procedure § 1020",
        "(3d ed. 1986) § 4.2",
        "Restatement (Second) of Torts § 402A and § 402B",
        "Model Penal Code § 2.02",
        "U. C. C. § 2-302",
        "§ 3 of the contract",
        "Section 4 of the bill proscribed",
        "id., ch. 881, § 22",
        "supra, § 4.6",
        "111th Cong., 1st Sess., § 11",
        "N. Y. Times, June 11, 1995, section 3, p. 1",
        "1 U. S. C. M. A. 74",
        "1964 U. S. C. C. A. N. 2391",
        "457 U. S. 800",
        "Part II–A, section by section",
        "",
    ],
)
def test_no_statute(text: str) -> None:
    assert found(text) == []


def test_pages_are_pins() -> None:
    assert [m.pin for m in find_statutes("1 Stat. 73, 77")] == ["77"]
    assert [m.pin for m in find_statutes("1 Stat. 73, 77 U. S. 137")] == [None]
    assert [m.pin for m in find_statutes("12 Stat. 625, 7/14/62")] == [None]
    assert all(
        m.pin is None for m in find_statutes("42 U. S. C. § 1983; Cal. Penal Code § 1; 29 CFR § 5")
    )


def test_public_law_is_remembered() -> None:
    (mention,) = find_statutes("Pub. L. 95-78, 91 Stat. 319")
    assert mention.authority is not None
    assert mention.authority.parallel == ("Pub. L. No. 95-78",)


def test_sections_with_their_own_sign() -> None:
    text = "42 U. S. C. § 1981 and § 1983; 28 U. S. C. § 1343"
    assert [key for _, key in found(text)] == [
        "42 U.S.C. § 1981",
        "42 U.S.C. § 1983",
        "28 U.S.C. § 1343",
    ]
    # another sort of number goes with another law
    assert [key for _, key in found("42 U. S. C. § 1983 and § 5")] == ["42 U.S.C. § 1983", "<5>"]
    text = "Tenn. Code Ann. § 39-2-203(j)(8) (1982) (repealed); § 39-13-204(j)(8) (1991)"
    assert [key for _, key in found(text)] == [
        "Tenn. Code § 39-2-203(j)(8)",
        "Tenn. Code § 39-13-204(j)(8)",
    ]


def test_acts_are_left_to_find_acts() -> None:
    text = "§ 10(b) of the Securities Exchange Act of 1934, 48 Stat. 891, as amended, 15 U. S. C. § 78j(b)"
    assert [key for _, key in found(text)] == ["48 Stat. 891", "15 U.S.C. § 78j(b)"]


def test_initials_that_everybody_knows() -> None:
    (first, _) = find_statutes("ERISA § 502(a), 29 U. S. C. § 1132(a)")
    assert first.authority == law(
        "29 U.S.C. § 1132(a)", "Employee Retirement Income Security Act of 1974 § 502(a)"
    )
    assert found("§ 8 of the LHWCA")[0][1] == "Longshore and Harbor Workers' Compensation Act § 8"


CITED_1983 = law("42 U.S.C. § 1983")


@pytest.mark.parametrize(
    ("section", "cited", "key"),
    [
        ("1983", ["42 U.S.C. § 1983"], "42 U.S.C. § 1983"),
        ("1983(a)", ["42 U.S.C. § 1983"], "42 U.S.C. § 1983(a)"),
        ("1658(b)", ["28 U.S.C. § 1658(b)(1)"], "28 U.S.C. § 1658(b)"),
        ("623(a)", ["29 U.S.C. §§ 621-634"], "29 U.S.C. § 623(a)"),
        ("2000e-2(a)", ["42 U.S.C. §§ 2000e to 2000e-17"], "42 U.S.C. § 2000e-2(a)"),
        ("2000e-2(a)", ["42 U.S.C. § 2000e et seq."], "42 U.S.C. § 2000e-2(a)"),
        ("8902(d)", ["5 U.S.C. § 8901 et seq."], "5 U.S.C. § 8902(d)"),
        ("1981-1983", ["42 U.S.C. § 1981 et seq."], "42 U.S.C. §§ 1981-1983"),
        ("1981, 1983", ["42 U.S.C. § 1983"], "42 U.S.C. §§ 1981, 1983"),
        ("802.410(b)", ["20 C.F.R. § 802.410(a)"], "20 C.F.R. § 802.410(b)"),
        ("13A-5-40(a)", ["Ala. Code § 13A-5-40"], "Ala. Code § 13A-5-40(a)"),
        ("636(b)", ["Del. Code tit. 11, § 636"], "Del. Code tit. 11, § 636(b)"),
        # a number in several parts names its chapter, a large one its neighbours
        ("541.503(a)", ["29 U.S.C. § 207", "29 C.F.R. § 541.500"], "29 C.F.R. § 541.503(a)"),
        ("24-34-306(9)", ["Colo. Rev. Stat. § 24-34-601"], "Colo. Rev. Stat. § 24-34-306(9)"),
        ("103(b)", ["17 U.S.C. § 102"], "17 U.S.C. § 103(b)"),
        ("3663A", ["18 U.S.C. § 3664", "28 U.S.C. § 1291"], "18 U.S.C. § 3663A"),
        # the last title wins
        ("2", ["15 U.S.C. § 2", "9 U.S.C. § 2"], "9 U.S.C. § 2"),
        # the section itself before a citation that only covers it
        ("8906", ["28 U.S.C. § 8906", "5 U.S.C. § 8901 et seq."], "28 U.S.C. § 8906"),
        ("8 of the Act", ["Voting Rights Act of 1965 § 5"], "Voting Rights Act of 1965 § 8"),
        ("17 Stat.", ["17 Stat. 13"], "17 Stat. 13"),
    ],
)
def test_title_for(section: str, cited: list[str], key: str) -> None:
    authority = title_for(section, [law(k) for k in cited])
    assert authority is not None
    assert (authority.kind, authority.key) == ("statute", key)


@pytest.mark.parametrize(
    ("section", "cited"),
    [
        ("1983", []),
        ("2", ["42 U.S.C. § 1983"]),  # never another section's title …
        ("12", ["42 U.S.C. § 10"]),
        ("1305", ["11 U.S.C. § 1207", "26 U.S.C. § 1398"]),
        ("1300", ["11 U.S.C. § 1207"]),  # … that is not near
        ("120", ["11 U.S.C. § 101", "26 U.S.C. § 118"]),  # … nor where two are
        ("726(b)", ["Bankruptcy Act of 2005 § 719"]),  # … nor an act's
        ("541.503", ["29 C.F.R. § 541.500", "Ky. Rev. Stat. § 541.501"]),
        ("2", ["15 U.S.C. § 1 et seq."]),  # a small number is every act's
        ("9000", ["5 U.S.C. § 8901 et seq."]),
        ("2000e", ["42 U.S.C. § 2000e-5"]),
        ("1983, 1343", ["42 U.S.C. § 1983", "28 U.S.C. § 1343"]),
        ("8 of the Act", ["Sherman Act § 1", "Clayton Act § 7"]),  # which?
        ("8 of the Act", ["42 U.S.C. § 8"]),
        ("2 of the 1934 enactment", ["15 U.S.C. § 2"]),
        (
            "1962",
            ["Racketeer Influenced and Corrupt Organizations Act, 18 U.S.C. § 1961 et seq."],
        ),  # not printed
        ("17 Stat.", ["18 Stat. 335"]),
    ],
)
def test_nobodys(section: str, cited: list[str]) -> None:
    assert title_for(section, [law(k) for k in cited]) is None


def test_section_of_an_act_and_of_the_code_are_one() -> None:
    exchange = law("15 U.S.C. § 78j(b)", "Securities Exchange Act of 1934 § 10(b)")
    assert title_for("10(b)", [exchange]) is exchange
    assert title_for("78j(b)", [exchange]) is exchange
    assert title_for("10(a)", [exchange]) == law("Securities Exchange Act of 1934 § 10(a)")


def test_rules_do_not_count() -> None:
    assert title_for("56", [Authority("rule", "Fed. R. Civ. P. 56")]) is None


WORDS = st.sampled_from(
    "§ §§ 42 U.S.C. U. S. C. 1983 1981, and or of the Act Stat. 17 Cal. Penal Code Ann. Title Section Sections 5 (a) "
    "- – ; . , Pub. L. 95-78 ch. Fed. Reg. CFR R. Rev. Id. Art. I, Tit. 11, et seq. [ ] ( )".split(
        " "
    )
)


@given(st.lists(WORDS, max_size=40), st.sampled_from([" ", "  ", ""]))
def test_in_order_and_apart(words: list[str], blank: str) -> None:
    text = blank.join(words)
    end = 0
    for mention in find_statutes(text):
        assert end <= mention.start < mention.end <= len(text)
        assert mention.authority or mention.key
        assert not text[mention.start].isspace()
        assert not text[mention.end - 1].isspace()
        end = mention.end


@given(st.integers(1, 54), st.integers(1, 9999), st.sampled_from(["", "(a)", "(a)(1)", "e-5"]))
def test_blanks_do_not_matter(title: int, section: int, sub: str) -> None:
    keys = set()
    for blank in (" ", "  ", "   "):
        (mention,) = find_statutes(
            blank.join([str(title), "U.", "S.", "C.", "§", f"{section}{sub}"])
        )
        keys.add(mention.authority.key if mention.authority else None)
    assert keys == {f"{title} U.S.C. § {section}{sub}"}
