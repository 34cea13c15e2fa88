"""The table of acts, row by row, and acts called by their names."""

from __future__ import annotations

import re

import pytest

from generator.cite.act_table import Act, acts, known_act, named_acts, without_year
from generator.cite.acts import act_for, find_acts
from generator.model import Authority

CIVIL_RIGHTS_1871 = "Civil Rights Act of 1871, ch. 22, 17 Stat. 13"
CIVIL_RIGHTS_1964 = "Civil Rights Act of 1964, Pub. L. No. 88-352, 78 Stat. 241"


@pytest.mark.parametrize("act", acts(), ids=lambda act: act.name)
def test_row(act: Act) -> None:
    assert re.search(r"(?:Act|Amendments)(?: of (?:1[78]|19|20)\d\d)?$", act.name)
    assert 1789 <= act.year <= 2030
    if match := re.search(r"of (\d{4})$", act.name):
        assert 0 <= act.year - int(match.group(1)) <= 1  # signed in January
    # chapters until 1956, Public Laws from 1957 on
    forms = (
        r"ch\. \d+, \d+ Stat\. \d+"
        if act.year < 1957
        else r"Pub\. L\. No\. \d+-\d+, \d+ Stat\. [\d-]+"
    )
    assert not act.session or re.fullmatch(forms, act.session)
    assert re.fullmatch(r"(?:\d+ U\.S\.C\. § \d[\w-]*(?:\(\w\))*(?: et seq\.)?)?", act.code)
    assert act.session or act.code
    assert act in named_acts(act.name)
    assert [a.year for a in named_acts(act.name)] == [act.year]
    (mention,) = find_acts(f"under the {act.name}, it")
    assert mention.authority == act.authority
    for name in act.also:
        assert known_act(name) == act


def test_volumes_follow_the_years() -> None:
    """A volume of the Statutes at Large holds a session or two, so volumes and years rise together."""
    volumes = [
        (int(re.search(r"(\d+) Stat\.", act.session).group(1)), act.year)  # type: ignore[union-attr]
        for act in acts()
        if act.session
    ]
    for volume, year in volumes:
        # one volume a Congress till 1936, one a session since
        assert all((v <= volume) == (y <= year) or abs(y - year) <= 2 for v, y in volumes)


def test_order() -> None:
    assert [act.year for act in acts()] == sorted(act.year for act in acts())


@pytest.mark.parametrize(
    ("text", "printed", "key"),
    [
        ("when the Civil Rights Act was enacted in 1871.", "Civil Rights Act", CIVIL_RIGHTS_1871),
        ("In 1964, Congress passed the Civil Rights Act to", "Civil Rights Act", CIVIL_RIGHTS_1964),
        ("the 1964 Civil Rights Act", "1964 Civil Rights Act", CIVIL_RIGHTS_1964),
        ("the Civil Rights Act of 1964", "Civil Rights Act of 1964", CIVIL_RIGHTS_1964),
        ("the Sherman Act, which", "Sherman Act", "Sherman Act, ch. 647, 26 Stat. 209"),
        ("the Sherman Antitrust Act of 1890", "Sherman Antitrust Act of 1890", "Sherman Act, ch. 647, 26 Stat. 209"),
        ("Norris–LaGuardia Act", "Norris–LaGuardia Act", "Norris-LaGuardia Act, ch. 90, 47 Stat. 70"),
        (
            "Title VII of the Civil Rights Act of 1964 forbids",
            "Title VII of the Civil Rights Act of 1964",
            "Title VII of the Civil Rights Act of 1964, 42 U.S.C. § 2000e et seq.",
        ),
        (
            "Section 2 of the Voting Rights Act of 1965",
            "Section 2 of the Voting Rights Act of 1965",
            "Voting Rights Act of 1965 § 2",
        ),
        (
            "§ 10(b) of the Securities   Exchange Act of 1934. See 48 Stat. 891",
            "§ 10(b) of the Securities   Exchange Act of 1934",
            "Securities Exchange Act of 1934 § 10(b)",
        ),
        (
            "§ 10(b) of the Exchange Act, 48 Stat. 891, as amended, 15 U. S. C. § 78j(b)",
            "§ 10(b) of the Exchange Act",
            "15 U.S.C. § 78j(b)",
        ),
        ("§§ 1 and 2 of the Sherman Act", "§§ 1 and 2 of the Sherman Act", "Sherman Act §§ 1, 2"),
        ("the Sherman Act § 1", "Sherman Act § 1", "Sherman Act § 1"),
        (
            "Employment Act of 1967 (EA or Act), § 4(a)(1), 81 Stat. 603",
            "Employment Act of 1967 (EA or Act), § 4(a)(1)",
            "Employment Act of 1967 § 4(a)(1)",
        ),
        (
            "the Federal Food, Drug, and Cosmetic Act (FDCA)",
            "Federal Food, Drug, and Cosmetic Act",
            "Federal Food, Drug, and Cosmetic Act, ch. 675, 52 Stat. 1040",
        ),
        (
            "the Longshoremen's and Harbor Workers' Compensation Act",
            "Longshoremen's and Harbor Workers' Compensation Act",
            "Longshore and Harbor Workers' Compensation Act, ch. 509, 44 Stat. 1424",
        ),
        ("the Privacy Act of 1974’s", "Privacy Act of 1974", "Privacy Act of 1974, Pub. L. No. 93-579, 88 Stat. 1896"),
        ("Under the Rules of Decision Act: it", "Rules of Decision Act", "Rules of Decision Act"),
        ("Violations of Clayton Act rules", "Clayton Act", "Clayton Act, ch. 323, 38 Stat. 730"),
        ("Since All Writs Act relief", "All Writs Act", "All Writs Act, 28 U.S.C. § 1651"),
        ("the California Fair Housing Act", "California Fair Housing Act", "California Fair Housing Act"),
        ("Washington's Consumer Protection Act", "Consumer Protection Act", "Consumer Protection Act"),
        ("S. 812—Greater Access to Affordable Pharmaceuticals Act", "Greater Access to Affordable Pharmaceuticals Act",
         "Greater Access to Affordable Pharmaceuticals Act"),
        ("the Education Amendments of 1972", "Education Amendments of 1972",
         "Education Amendments of 1972, Pub. L. No. 92-318, 86 Stat. 235"),
        ("the Act of Feb. 25, 1871, which", "Act of Feb. 25, 1871", "Act of Feb. 25, 1871"),
        ("(Dyer Act)", "Dyer Act", "National Motor Vehicle Theft Act, ch. 89, 41 Stat. 324"),
    ],
)  # fmt: skip
def test_act(text: str, printed: str, key: str) -> None:
    (mention,) = find_acts(text)
    assert text[mention.start : mention.end] == printed
    assert mention.authority is not None
    assert (mention.kind, mention.authority.key) == ("statute", key)


@pytest.mark.parametrize(
    "text",
    [
        "the Act",
        "This Act shall",
        "under the Act of Congress",
        "the Federal Act",
        "the 1934 Act",
        "an overt Act",
        "The Amended Act and the Original Act",
        "the Uniform Controlled Substances Act of the State of Rhode Island",
        "the uniform controlled substance act",
        "the Model Business Corporation Act",
        "the LHWCA or Act",
        "Title VII",
        "Actual Activity",
        "the amendments of 1972",
        "",
    ],
)
def test_no_act(text: str) -> None:
    assert find_acts(text) == []


def test_several_acts_of_one_name() -> None:
    (mention,) = find_acts("the Civil Rights Act forbids it")
    assert mention.authority is None
    assert (mention.key, mention.name) == ("Civil Rights Act", "Civil Rights Act")
    assert {CIVIL_RIGHTS_1871, CIVIL_RIGHTS_1964} <= {a.key for a in mention.candidates}
    cited = [Authority("statute", CIVIL_RIGHTS_1964), Authority("statute", "42 U.S.C. § 1983")]
    assert act_for("Civil Rights Act", cited) is cited[0]
    assert act_for("Civil Rights Act", cited[1:]) is None
    assert act_for("Rights Act", cited) is None
    both = [
        *cited,
        Authority("statute", "Title VII of the Civil Rights Act of 1991, 42 U.S.C. § 1981"),
    ]
    assert act_for("Civil Rights Act", both) is None  # of which year, nothing tells


def test_apposition() -> None:
    (mention,) = find_acts("§ 8 of the Example Act, 33 U. S. C. § 908, says")
    assert mention.authority == Authority("statute", "33 U.S.C. § 908", name="Example Act § 8")
    (mention,) = find_acts("the Example Act of 1959 (EA), 5 U. S. C. § 8901 et seq.")
    assert mention.authority is not None
    assert mention.authority.parallel == ("5 U.S.C. § 8901 et seq.",)


def test_names() -> None:
    assert without_year("Civil Rights Act of 1964") == "Civil Rights Act"
    assert without_year("Labor Management Relations Act, 1947") == "Labor Management Relations Act"
    assert known_act("ERISA") == known_act("Employee Retirement Income Security Act of 1974")
    assert known_act("Civil Rights Act") is None
