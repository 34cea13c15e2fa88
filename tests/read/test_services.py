"""Opinions as the services print them: sections, star pages of several reporters, notes in the midst of the text."""

from __future__ import annotations

from tests.kit import case_of, data_of, kinds

LEXIS = """\
DOE v. ROE
No. 92-1
SUPREME COURT OF THE UNITED STATES
511 U.S. 298, *; 114 S. Ct. 1522, **; 1994 U.S. LEXIS 3292, ***
January 11, 1994, Argued
April 20, 1994, Decided
PRIOR HISTORY:  [***1]  ON WRIT OF CERTIORARI TO THE COURT OF APPEALS.
DISPOSITION: 1 F.3d 1, affirmed.
CORE TERMS: cost, court, motion
Terms that a service chose.
SYLLABUS
A court may examine costs of its own motion.
COUNSEL: Jane Poe argued the cause for petitioner.
JUDGES: KAGAN, ALITO.
OPINION BY: KAGAN
OPINION
[*300]  [**1524]  JUSTICE KAGAN delivered the opinion of the Court.
[HN1] The question is one of costs. n1 A court may examine it of its  [***2]  own [*301] motion. See 1 U.S. 5, 8 n2.
- - - - - - - - - - - - - - Footnotes - - - - - - - - - - - - - - -
n1 The rule is old, as [*302] all agree.
It is kept everywhere.
n2 Or nearly so.
- - - - - - - - - - - - End Footnotes- - - - - - - - - - - - - -
So it did [**1525] here; n2 we affirm.
DISSENT BY: ALITO
DISSENT
JUSTICE ALITO, dissenting.
I would not. n1
- - - - - - - - - - - - - - Footnotes - - - - - - - - - - - - - - -
n1 Nor would others.
- - - - - - - - - - - - End Footnotes- - - - - - - - - - - - - -
"""


def test_sections_notes_and_pages() -> None:
    case = case_of(LEXIS)
    assert case.source.dialect == "lexis"
    assert [(w.kind, w.author) for w in case.writings] == [
        ("syllabus", None),
        ("majority", "Kagan"),
        ("dissent", "Alito"),
    ]
    shape = kinds(case)
    assert ("notice", "CORE TERMS: cost, court, motion") in shape
    assert ("notice", "Terms that a service chose.") in shape
    assert ("caption", "COUNSEL: Jane Poe argued the cause for petitioner.") in shape
    assert ("paragraph", "A court may examine costs of its own motion.") in shape
    text = {b.id: b.text for b in case.blocks}
    assert text["p1"] == (
        "The question is one of costs. n1 A court may examine it of its own motion. See 1 U.S. 5, 8 n2."
    )
    assert text["fn-1"] == "n1 The rule is old, as all agree. It is kept everywhere."
    assert text["alito-fn-1"] == "n1 Nor would others."


def test_each_call_leads_to_its_note() -> None:
    case = case_of(LEXIS)
    calls = [
        (b.id, b.text[: m.start][-6:], m.label, m.target)
        for b in case.blocks
        for m in b.marks
        if m.kind == "footnote-call"
    ]
    assert calls == [
        ("p1", "osts. ", "1", "fn-1"),
        ("p2", "here; ", "2", "fn-2"),
        ("p3", " not. ", "1", "alito-fn-1"),
    ]


def test_the_official_pages_are_shown_and_the_others_kept() -> None:
    data = data_of(case_of(LEXIS))
    text = {b["id"]: b["text"] for b in data["blocks"]}
    shown = [(p["page"], p["block"]) for p in data["pages"]]
    assert shown == [(300, "majority-byline"), (301, "p1"), (302, "fn-1")]
    others = [(p["reporter"], p["page"], p["block"]) for p in data["other_pages"]]
    assert others == [
        ("U.S. LEXIS", 1, "front-caption-7"),
        ("S. Ct.", 1524, "majority-byline"),
        ("U.S. LEXIS", 2, "p1"),
        ("S. Ct.", 1525, "p2"),
    ]
    assert not any("*" in words for ident, words in text.items() if "caption" not in ident)


WESTLAW = """\
475 U.S. 335
106 S.Ct. 1092
DOE v. ROE
JUSTICE WHITE delivered the opinion of the Court.
This case presents the *336 question of the degree of **1093 immunity. [FN1] We hold * * * so.
*337 The officer swore in 1980 **1094 to a fact.
JUSTICE POWELL, dissenting.
I would not *338 go so far.
FN1. Of officers, that is.
"""


def test_bare_stars() -> None:
    data = data_of(case_of(WESTLAW))
    assert [(p["page"], p["block"]) for p in data["pages"]] == [
        (336, "p1"),
        (337, "p2"),
        (338, "p3"),
    ]
    assert [(p["reporter"], p["page"]) for p in data["other_pages"]] == [
        ("S. Ct.", 1093),
        ("S. Ct.", 1094),
    ]
    text = " ".join(b["text"] for b in data["blocks"])
    assert "the question of the degree of immunity." in text
    assert "We hold * * * so." in text
    notes = [(b["id"], b["text"]) for b in data["blocks"] if b["kind"] == "footnote"]
    assert notes == [("fn-1", "FN1. Of officers, that is.")]


def test_wrapped_lines_of_a_service_are_put_together() -> None:
    body = "The question is whether a court may examine costs of its own [*301] motion, as\n" * 12
    text = (
        f"OPINION BY: KAGAN\nOPINION\nJUSTICE KAGAN delivered the opinion of the Court.\n\n{body}"
    )
    case = case_of(text)
    assert case.source.dialect == "lexis"
    assert [b.kind for b in case.blocks] == ["byline", "paragraph"]
