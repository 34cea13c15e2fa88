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


OLD = """\
DOE v. ROE, SUPERINTENDENT
No. 84-1586
SUPREME COURT OF THE UNITED STATES
475 U.S. 335; 106 S. Ct. 1092; 1986 U.S. LEXIS 29; 89 L. Ed. 2d 271

November 13, 1985, Argued
March 5, 1986, Decided

PRIOR HISTORY: [***1]

CERTIORARI TO THE COURT OF APPEALS FOR THE FIRST CIRCUIT.

SUMMARY: The superintendent was sued, and lost.

LAWYERS' EDITION HEADNOTES:

[***LEdHN1]

Headnote:[1A][1B]

He is not immune.

COUNSEL: Jane Poe argued the cause for petitioner.

JUDGES: WHITE, J., delivered the opinion of the Court, in which BRENNAN and STEVENS, JJ., joined. {powell}

OPINIONBY: WHITE

OPINION: [*337] [**1094] JUSTICE WHITE delivered the opinion of the Court.

[***LEdHR1A]  [1A]The question is one of immunity. n1

- - - - - - - - - - - - - - Footnotes - - - - - - - - - - - - - - -

n1 It was not asked below.

- - - - - - - - - - - - End Footnotes- - - - - - - - - - - - - -

It is so ordered.

CONCURBY: POWELL (In Part)

DISSENTBY: POWELL (In Part)

DISSENT: [*338] I agree that he is not immune. See ante, at 337.
"""


POWELL = (
    "POWELL, J., filed an opinion concurring in part and dissenting in part, in which REHNQUIST, J.,"
    " joined."
)


def test_the_headings_of_the_first_years() -> None:
    case = case_of(OLD.replace("{powell}", POWELL))
    assert case.source.dialect == "lexis"
    assert [(w.kind, w.author, w.joined_by) for w in case.writings] == [
        ("majority", "White", ("Brennan", "Stevens")),
        ("concurrence-in-part-dissent-in-part", "Powell", ("Rehnquist",)),
    ]
    shape = kinds(case)
    assert ("notice", "SUMMARY: The superintendent was sued, and lost.") in shape
    assert ("notice", "He is not immune.") in shape
    assert ("paragraph", "The question is one of immunity. n1") in shape
    assert ("footnote", "n1 It was not asked below.") in shape
    assert ("paragraph", "I agree that he is not immune. See ante, at 337.") in shape
    assert not any("OPINION" in text or "DISSENT" in text for _, text in shape)


NEW = """\
Positive
As of: November 3, 2020 4:15 PM Z

Doe v. Roe

Supreme Court of the United States

October 4, 2011, Argued; January 18, 2012, Decided

Reporter
565 U.S. 866 *; 132 S. Ct. 2912 **

Core Terms

abandoned, counsel, default

Syllabus

 [**2913]  The State sets low standards.

Counsel: Jane Poe argued the cause for petitioner.

Judges: Ginsburg, J., delivered the opinion of the Court, in which Roberts, C. J., joined.

Opinion by: GINSBURG

Opinion

 [*869]  [**2916]   Justice Ginsburg delivered the opinion of the Court.

HN1[] LEdHN[1][] [1] Doe is a prisoner.1 He seeks relief.2

We agree.

Dissent by: SCALIA

Dissent

 [*877]  Justice Scalia, dissenting.

Our rule is plain.1 I dissent.

References

28 U.S.C.S. § 2254

Footnotes

1 Together with No. 10-64.

2 It was denied.

It was granted later.

1 The Court says otherwise.

End of Document
"""


def test_the_print_of_these_days() -> None:
    case = case_of(NEW)
    assert [(w.kind, w.author, w.joined_by) for w in case.writings] == [
        ("syllabus", None, ()),
        ("majority", "Ginsburg", ("Roberts",)),
        ("dissent", "Scalia", ()),
    ]
    shape = kinds(case)
    assert ("notice", "Positive") in shape
    assert ("notice", "abandoned, counsel, default") in shape
    assert ("notice", "28 U.S.C.S. § 2254") in shape
    assert ("paragraph", "Doe is a prisoner.1 He seeks relief.2") in shape
    notes = [(b.id, b.text) for b in case.blocks if b.kind == "footnote"]
    assert notes == [
        ("fn-1", "1 Together with No. 10-64."),
        ("fn-2", "2 It was denied. It was granted later."),
        ("scalia-fn-1", "1 The Court says otherwise."),
    ]
    calls = [(b.id, m.label, m.target) for b in case.blocks for m in b.marks if m.target]
    assert calls == [("p1", "1", "fn-1"), ("p1", "2", "fn-2"), ("p3", "1", "scalia-fn-1")]
    dropped = [case.source.text[slice(*s.span)] for s in case.clean.dropped]
    assert dropped == [
        "Opinion by: GINSBURG",
        "Opinion",
        "Dissent by: SCALIA",
        "Dissent",
        "Footnotes",
        "End of Document",
    ]


WEST = """\
KeyCite Yellow Flag - Negative Treatment
Distinguished by Poe v. Coe,	5th Cir.(Tex.),	March 2, 2011

574 F.3d 637

United States Court of Appeals,

Fifth Circuit.

Delia DOE, Plaintiff–Appellant,

v.

ROE, INC., Defendant–Appellee.

No. 08–20412.

|

July 14, 2009.

Synopsis
Background: Employee sued, and lost.

Holdings: The Court of Appeals, Dennis, Circuit Judge, held that:

[1] employee exhausted her remedies.

West Headnotes (1)

[1]	Civil Rights	Exhaustion

Attorneys and Law Firms

*639 Mark Poe, Houston, TX, for Plaintiff–Appellant.

Before WILSON, BARKSDALE and DENNIS, Circuit Judges.

Opinion

DENNIS, Circuit Judge:

Doe appeals. She was dismissed on *640 May 1, 2005.1

[1] We review de novo.2 *641 The record is thin.

RHESA HAWKINS BARKSDALE, Circuit Judge, dissenting:

I disagree with the majority, supra at 640.1

All Citations

574 F.3d 637, 106 Fair Empl.Prac.Cas. (BNA) 1201

Footnotes

1
	She sued under § 1981 as well.

2
	Or nearly so.

1
	It does not cite the rule.

End of Document	© 2020 Thomson Reuters. No claim to original U.S. Government Works.
"""


def test_westlaw() -> None:
    case = case_of(WEST)
    assert case.source.dialect == "lexis"
    assert [(w.kind, w.author) for w in case.writings] == [
        ("majority", "Dennis"),
        ("dissent", "Barksdale"),
    ]
    assert case.info.panel == "Wilson, Barksdale and Dennis, Circuit Judges"
    shape = kinds(case)
    assert shape[0] == ("notice", "KeyCite Yellow Flag - Negative Treatment")
    assert ("notice", "[1] employee exhausted her remedies.") in shape
    assert ("caption", "Mark Poe, Houston, TX, for Plaintiff–Appellant.") in shape
    assert ("paragraph", "[1] We review de novo.2 The record is thin.") in shape
    assert [t for k, t in shape if k == "notice"][-2:] == [
        "All Citations",
        "574 F.3d 637, 106 Fair Empl.Prac.Cas. (BNA) 1201",
    ]
    notes = [(b.id, b.text) for b in case.blocks if b.kind == "footnote"]
    assert notes == [
        ("fn-1", "1 She sued under § 1981 as well."),
        ("fn-2", "2 Or nearly so."),
        ("barksdale-fn-1", "1 It does not cite the rule."),
    ]
    assert [(p["page"], p["block"]) for p in data_of(case)["pages"]] == [
        (639, "front-caption-10"),
        (640, "p1"),
        (641, "p2"),
    ]


EARLIER_WEST = """\
475 U.S. 335

106 S.Ct. 1092

Supreme Court of the United States

DOE v. ROE

Argued Nov. 13, 1985.

West Headnotes

[1] Civil Rights 214(2)

**1093 *335 Syllabus [FN*]

FN* The syllabus constitutes no part of the opinion of the Court.

He opened the mail.

WHITE, J., delivered the opinion of the Court, in which BRENNAN, J., joined.

Mary Poe, for petitioner.

*337 Justice WHITE delivered the opinion of the Court.

The question is one of immunity. [FN1]

FN1. It was not asked below.

I

[1] The police were listening. [FN2]

FN2. See n. 1, supra.

We affirm.

*338 Justice POWELL, dissenting.

I would not. [FN1]

FN1. The Court does not reach it.

I dissent.

U.S.,1986.

Doe v. Roe

END OF DOCUMENT
"""


def test_notes_that_stand_behind_their_paragraphs() -> None:
    case = case_of(EARLIER_WEST)
    assert [(w.kind, w.author, w.joined_by) for w in case.writings] == [
        ("syllabus", None, ()),
        ("majority", "White", ("Brennan",)),
        ("dissent", "Powell", ()),
    ]
    shape = [x for x in kinds(case) if x[0] in ("paragraph", "footnote", "heading")]
    assert shape == [
        ("heading", "Syllabus [FN*]"),
        ("paragraph", "He opened the mail."),
        ("paragraph", "The question is one of immunity. [FN1]"),
        ("heading", "I"),
        ("paragraph", "[1] The police were listening. [FN2]"),
        ("paragraph", "We affirm."),
        ("footnote", "FN1. It was not asked below."),
        ("footnote", "FN2. See n. 1, supra."),
        ("paragraph", "I would not. [FN1]"),
        ("paragraph", "I dissent."),
        ("footnote", "FN1. The Court does not reach it."),
    ]


MIDST = """\
361 F.3d 1187; 2004 U.S. App. LEXIS 5012

JUDGES: Before: Harry Poe, Ruth Coe, and Kim McLane, Circuit Judges. Opinion by Judge Coe; Dissent by Judge Poe.

OPINION BY: Ruth Coe

OPINION

 [*1189]  COE, Circuit Judge:

[HN1] We review de novo. 1

FOOTNOTES

1 The facts are those of the record.

The officer had no warrant. It was night. 2

FOOTNOTES

2 See note 1 supra.

We reverse.

DISSENT BY: Harry Poe

DISSENT

 [*1190]  POE, Circuit Judge, dissenting:

I would affirm.
"""


def test_numbered_notes_in_the_midst_end_with_their_last_number() -> None:
    case = case_of(MIDST)
    assert case.info.panel == "Harry Poe, Ruth Coe, and Kim McLane, Circuit Judges"
    shape = [x for x in kinds(case) if x[0] in ("paragraph", "footnote", "byline")]
    assert shape == [
        ("byline", "COE, Circuit Judge:"),
        ("paragraph", "We review de novo. 1"),
        ("paragraph", "The officer had no warrant. It was night. 2"),
        ("paragraph", "We reverse."),
        ("footnote", "1 The facts are those of the record."),
        ("footnote", "2 See note 1 supra."),
        ("byline", "POE, Circuit Judge, dissenting:"),
        ("paragraph", "I would affirm."),
    ]
