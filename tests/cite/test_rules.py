"""The table of rules of courts, row by row, rules as courts cite them, and whose a bare rule is."""

from __future__ import annotations

import pytest

from generator.cite.rules import RuleSet, find_rules, rule_sets, rules_for, set_of
from generator.model import Authority


def found(text: str) -> list[tuple[str, str | None]]:
    return [
        (text[m.start : m.end], m.authority.key if m.authority else f"<{m.key}>")
        for m in find_rules(text)
    ]


@pytest.mark.parametrize("rule_set", rule_sets(), ids=lambda s: s.key)
def test_row(rule_set: RuleSet) -> None:
    assert rule_set.whose or rule_set.alone
    assert (rule_set.first is None) == (rule_set.last is None)
    number = str(rule_set.first or 7)
    for whose in rule_set.whose:
        for kind in rule_set.kind or ("",):
            printed = " ".join(filter(None, (whose.replace("*", "Ala."), "Rule", kind, number)))
            key = f"{rule_set.key.replace('*', 'Ala.')} {number}"
            assert (printed, key) in found(f"See {printed}.")
    for name in rule_set.alone:
        assert (f"{name} {number}", f"{rule_set.key} {number}") in found(f"See {name} {number}.")


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("Fed. Rule Civ. Proc. 56(c)", "Fed. R. Civ. P. 56(c)"),
        ("Fed.R.Civ.P. 26(e)(1)(A)", "Fed. R. Civ. P. 26(e)(1)(A)"),
        ("Fed. R.Civ.P. 37(c)(1)", "Fed. R. Civ. P. 37(c)(1)"),
        ("Fed.R.Evid. 701", "Fed. R. Evid. 701"),
        ("Fed. Rules Civ. Proc. 8(c) and 12(b)", "Fed. R. Civ. P. 8(c), 12(b)"),
        ("Fed. R. Civ. P. 12(b)(6)", "Fed. R. Civ. P. 12(b)(6)"),
        ("Fed. R.  Civ.  P. 54(d)", "Fed. R. Civ. P. 54(d)"),
        ("Fed.R.Civ.P. 26(a)(1)(A)(i)", "Fed. R. Civ. P. 26(a)(1)(A)(i)"),
        ("Fed.R.Evid. 403", "Fed. R. Evid. 403"),
        ("N.J.R.Evid. 403", "N.J. R. Evid. 403"),
        ("Ariz.R.Crim.P. 10.1", "Ariz. R. Crim. P. 10.1"),
        ("Rule 41(a), Federal Rules of Criminal Procedure", "Fed. R. Crim. P. 41(a)"),
        ("Rule 56, Utah Rules of Civil Procedure", "Utah R. Civ. P. 56"),
        ("Federal Rule of Evidence 404(b)", "Fed. R. Evid. 404(b)"),
        ("Fed. Rule Evid. 801(d)(2)(E)", "Fed. R. Evid. 801(d)(2)(E)"),
        ("Fed. R. Crim. P. 11", "Fed. R. Crim. P. 11"),
        ("Federal Rule of Appellate Procedure 15(a)", "Fed. R. App. P. 15(a)"),
        ("Bankruptcy Rule 3002(c)", "Fed. R. Bankr. P. 3002(c)"),
        ("Rule 37 of the Federal Rules of Civil Procedure", "Fed. R. Civ. P. 37"),
        ("Federal Rules of Civil Procedure", "Fed. R. Civ. P."),
        ("this Court's Rule 10", "Sup. Ct. R. 10"),
        ("this Court’s Rule 15.2", "Sup. Ct. R. 15.2"),
        ("our Rule 14.1(a)", "Sup. Ct. R. 14.1(a)"),
        ("Sup. Ct. Rule 10", "Sup. Ct. R. 10"),
        ("Rule 10 of this Court", "Sup. Ct. R. 10"),
        ("Ala. Rule Crim. Proc. 32.2", "Ala. R. Crim. P. 32.2"),
        ("Alabama Rule of Criminal Procedure 32.2", "Ala. R. Crim. P. 32.2"),
        ("N. Y. Rule Crim. Proc. 3", "N.Y. R. Crim. P. 3"),
        ("Mich. Ct. Rule 6.302(C)(3)", "Mich. Ct. R. 6.302(C)(3)"),
        ("Ohio Sup. Ct. Rule 3", "Ohio Sup. Ct. R. 3"),
        ("Cal. Rule of Court 8.500", "Cal. Rules of Ct. 8.500"),
        ("Cal. Rules of Court, Rule 8.500", "Cal. Rules of Ct. 8.500"),
        ("ABA Model Rule of Professional Conduct 1.7", "Model Rules of Pro. Conduct 1.7"),
        ("Disciplinary Rule 7-104", "Model Code of Pro. Resp. 7-104"),
        ("Rules Regulating the Florida Bar, Rule 4-1.5", "R. Regulating Fla. Bar 4-1.5"),
    ],
)
def test_rule(printed: str, key: str) -> None:
    for text in (f"under {printed}, the", f'("{printed}")', f"it. {printed} (1993)"):
        assert found(text) == [(printed, key)]
    assert all(m.kind == "rule" for m in find_rules(printed))


@pytest.mark.parametrize(
    ("text", "printed", "key"),
    [
        ("Under Rule 23(b)(3), we", "Rule 23(b)(3)", "23(b)(3)"),
        ("a (Rule 60(b)-related) motion", "Rule 60(b)", "60(b)"),
        ("Rules 50 and 59", "Rules 50 and 59", "50, 59"),
        ("with Rule 41(a) (1968)", "Rule 41(a)", "41(a)"),
        ("Federal Rule 41(b)", "Federal Rule 41(b)", "Fed. R. 41(b)"),
        ("Civil Rule 54(d)", "Civil Rule 54(d)", "Civ. P. 54(d)"),
        (
            "The Rule of Criminal Procedure 45(b)",
            "Rule of Criminal Procedure 45(b)",
            "Crim. P. 45(b)",
        ),
        ("Local Rule 7.1", "Local Rule 7.1", "Local R. 7.1"),
    ],
)
def test_bare(text: str, printed: str, key: str) -> None:
    assert found(text) == [(printed, f"<{key}>")]


@pytest.mark.parametrize(
    "text",
    [
        "the Rules of Decision Act",
        "the rule of law",
        "the Federal Rules",
        "Sixth Circuit Rules require",
        "NASD Rule 3060",
        "Senate Rule 5",
        "Ruler 5",
        "R. Civil",
        "the Rule, in 1938,",
        "",
    ],
)
def test_no_rule(text: str) -> None:
    assert found(text) == []


def test_a_rule_of_the_commission_is_a_regulation() -> None:
    (mention,) = find_rules("under SEC Rule 10b–5, 17 CFR")
    assert mention.kind == "statute"
    assert mention.authority == Authority("statute", "17 C.F.R. § 240.10b-5")
    assert (mention.start, mention.end) == (6, 20)


@pytest.mark.parametrize(
    ("number", "cited", "key"),
    [
        ("23(b)(3)", ["Fed. R. Civ. P. 23"], "Fed. R. Civ. P. 23(b)(3)"),
        ("41(b)", ["Fed. R. Civ. P. 60(b)", "Fed. R. App. P. 41"], "Fed. R. App. P. 41(b)"),
        (
            "41(a)",
            ["Fed. R. Civ. P. 41", "Fed. R. App. P. 41"],
            "Fed. R. App. P. 41(a)",
        ),  # the last
        ("12(b)", ["Fed. R. Civ. P. 8(c), 12(b)"], "Fed. R. Civ. P. 12(b)"),
        ("50, 59", ["Fed. R. Civ. P. 50(b)"], "Fed. R. Civ. P. 50, 59"),
        ("404(b)", ["Fed. R. Evid."], "Fed. R. Evid. 404(b)"),
        ("Civ. P. 54(d)", ["Fed. R. Evid. 404", "Fed. R. Civ. P. 12"], "Fed. R. Civ. P. 54(d)"),
        (
            "Fed. R. 41(b)",
            ["Ala. R. App. P. 41", "Fed. R. App. P. 41", "Ala. R. App. P. 41"],
            "Fed. R. App. P. 41(b)",
        ),
        ("2254", ["R. Governing § 2254 Cases 2254"], "R. Governing § 2254 Cases 2254"),
    ],
)
def test_rules_for(number: str, cited: list[str], key: str) -> None:
    authority = rules_for(number, [Authority("rule", k) for k in cited])
    assert authority == Authority("rule", key)


@pytest.mark.parametrize(
    ("number", "cited"),
    [
        ("23", []),
        ("35", ["Fed. R. App. P. 4(b)"]),  # Rule 4 of one set says nothing of Rule 35
        ("12", ["Fed. R. Evid."]),  # begins at 101
        ("56", ["Fed. R. Civ. P.", "Fed. R. Evid. 404"]),
        ("Local R. 7.1", ["Fed. R. Civ. P. 7.1"]),
        ("Crim. P. 45", ["Fed. R. Civ. P. 45"]),
    ],
)
def test_nobodys(number: str, cited: list[str]) -> None:
    assert rules_for(number, [Authority("rule", k) for k in cited]) is None


def test_statutes_do_not_count() -> None:
    assert rules_for("1983", [Authority("statute", "42 U.S.C. § 1983")]) is None


def test_set_of() -> None:
    assert set_of("Federal", "of Civil Procedure") == "Fed. R. Civ. P."
    assert set_of("West Virginia", "Evid.") == "W. Va. R. Evid."
    assert set_of("Nowhere", "Evid.") is None
