"""The record: every form of the table, briefs, short names, what only looks like the record, flattened text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cite.record import (
    Form,
    definitions,
    find_defined,
    find_flattened_defined,
    find_flattened_record,
    find_record,
    forms,
    hereinafters,
)
from generator.model import Authority, Mention


def shown(text: str, mentions: list[Mention]) -> list[tuple[str, str, str | None]]:
    assert all(
        m.kind == "record" and m.authority and m.authority.kind == "record" for m in mentions
    )
    return [
        (text[m.start : m.end], m.authority.key, m.pin) for m in mentions if m.authority is not None
    ]


AFTER = {"any": " 12a", "page": " 12a", "item": " 12", "para": " ¶ 12"}


@pytest.mark.parametrize("form", forms(), ids=lambda form: form.form)
def test_forms_row(form: Form) -> None:
    cite = form.form + AFTER[form.follows]
    for text in (f"he said so. {cite}, but", f"see {cite.replace('’', chr(39))}."):
        (found,) = find_record(text)
        cited = cite if "’" in text else cite.replace("’", "'")
        assert text[found.start : found.end] == cited
        assert found.authority
        assert found.authority.key.startswith(form.key)
        assert not found.authority.key.endswith("a")
    if form.volume:
        (found,) = find_record(f"he said so. 3 {cite}.")
        assert found.start == len("he said so. ")
    if form.follows != "any":
        assert find_record(f"the {form.form} that he filed") == []


@pytest.mark.parametrize(
    ("cite", "key", "pin"),
    [
        ("App. 78", "App.", "78"),
        ("App. 39, 56", "App.", "39, 56"),
        ("App. 140a–141a, 150a, n. 3", "App.", "140a–141a, 150a, n. 3"),
        ("App. in No. 11–5721, pp. 6, 83", "App. in No. 11-5721", "6, 83"),
        ("App. to Pet. for Cert. 12a", "App. to Pet. for Cert.", "12a"),
        ("App. to Pet. for   Cert. 270", "App. to Pet. for Cert.", "270"),
        ("App. A to Pet. for Cert. 5", "App. to Pet. for Cert.", "5"),
        (
            "App. to Pet. for Cert. in No. 92-1384, p. A-26",
            "App. to Pet. for Cert. in No. 92-1384",
            "A-26",
        ),
        ("Pet. for Cert. i", "Pet. for Cert.", "i"),
        ("Brief for Respondents 8", "Brief for Respondents", "8"),
        (
            "Brief for Petitioner 13, 15–18, 33, and n. 14, 36",
            "Brief for Petitioner",
            "13, 15–18, 33, and n. 14, 36",
        ),
        (
            "Brief for United States as Amicus Curiae 12, n. 3",
            "Brief for United States as Amicus Curiae",
            "12, n. 3",
        ),
        (
            "Brief for Hertz, Inc., et al. as Amici Curiae 5-6",
            "Brief for Hertz, Inc., et al. as Amici Curiae",
            "5-6",
        ),
        (
            "Brief for 45 Members of Congress as Amici Curiae 3",
            "Brief for 45 Members of Congress as Amici Curiae",
            "3",
        ),
        (
            "Brief for Petitioner in Lawrence v. Florida, O. T. 2006, No. 05–8820, pp. 31, 36",
            "Brief for Petitioner in Lawrence v. Florida, O. T. 2006, No. 05-8820",
            "31, 36",
        ),
        (
            "Brief for Appellant in No. 07–55518 (CA9), p. 41",
            "Brief for Appellant in No. 07-55518 (CA9)",
            "41",
        ),
        ("Reply Brief for Petitioner 5", "Reply Brief for Petitioner", "5"),
        ("Reply Brief 8-9", "Reply Brief", "8-9"),
        ("Supp. Brief in Opposition 5–6", "Supp. Brief in Opposition", "5–6"),
        ("Brief as Amicus Curiae 29", "Brief as Amicus Curiae", "29"),
        ("Brief for the United States 4", "Brief for United States", "4"),
        ("Tr. of Oral Arg. 27–29", "Tr. of Oral Arg.", "27–29"),
        ("Tr. 164A", "Tr.", "164A"),
        ("19 Tr. 164", "Tr.", "164"),
        ("Record E–503 (Exh. 98)", "Record", "E–503"),
        ("Record A980–A982", "Record", "A980–A982"),
        ("Record, Doc. 51 (Exh. C), pp. 5–6", "Record, Doc. 51 (Exh. C)", "5–6"),
        ("1 Record, Doc. 35, at 15", "Record, Doc. 35", "15"),
        (
            "Record in No. CV 05–2298 DDP (RZx) (CD Cal.) (hereinafter Record), Doc. 51, (Exh. X), p. 120",
            "Record in No. CV 05-2298 DDP (RZx) (CD Cal.), Doc. 51 (Exh. X)",
            "120",
        ),
        ("R. 23", "R.", "23"),
        ("1 R. 45", "R.", "45"),
        ("J.A. 78", "J. A.", "78"),
        ("Smith Dep. 45", "Smith Dep.", "45"),
        ("Deposition of Jane Roe 12", "Deposition of Jane Roe", "12"),
        ("Plaintiff's Exh. 4", "Plaintiff's Exh. 4", None),
        ("Exh. A", "Exh. A", None),
        ("Exh. 102, pp 11, 27-28", "Exh. 102", "11, 27-28"),
        (
            "Docket Entry 4/5/02 in No. 4:98-cv-006 (ED Tenn.)",
            "Docket Entry 4/5/02 in No. 4:98-cv-006 (ED Tenn.)",
            None,
        ),
        ("Complaint ¶¶ 4–10", "Complaint", "¶¶ 4–10"),
        ("Second Am. Compl. ¶37", "Second Amended Complaint", "¶37"),
        ("Juris. Statement 10a", "Juris. Statement", "10a"),
    ],
)
@pytest.mark.parametrize("around", ["he did. {} (emphasis added)", "See {}.", "so ({}); but"])
def test_papers(cite: str, key: str, pin: str | None, around: str) -> None:
    text = around.format(cite)
    assert shown(text, find_record(text)) == [(cite, key, pin)]


@pytest.mark.parametrize(
    "text",
    [
        "121 Cal. App. 78",
        "Cal. App. 3d 45",
        "66 App. Div. 2d 975",
        "218 U.S. App. D.C. 88",
        "(App. 1980)",
        "(Colo. App. 2015)",
        "Mo. App. 1999",
        "Tex. Crim. App. 1995",
        "119 Cong. Rec. 1234",
        "5 U. S. C. App. § 3",
        "50 U.S.C.App. § 468",
        "Fed. Rule App. Proc. 4",
        "Fed. Rules App. Proc. 35",
        "USSG App. C",
        "see Appendix, infra",
        "an Appendix 5 pages long",
        "the record shows 5 men",
        "in his Brief he says",
        "Briefs of amici curiae were filed for AARP",
        "the Government's Brief",
        "H. R. Doc. No. 147",
        "U. N. Doc. 1501",
        "Fed. R. Civ. P. 23",
        "H. R. 1234",
        "372 B. R. 40",
        "19 How. St. Tr. 1001",
        "the Union Tr. 5",
        "id., Doc. 20, Exh. W",
        "Hill App. 83",
        "the Congressional Record 5",
        "Summary of Record, App. B",
        "AAA Amicus Brief 24",
        "Answer the 5 questions",
        "a Complaint 12 pages long",
    ],
)
def test_false_friends(text: str) -> None:
    assert find_record(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("App. 5, 42 U. S. C. § 1983", "App. 5"),
        ("App. 17. 42 men", "App. 17"),
        ("Brief for Petitioner 31. The Court", "Brief for Petitioner 31"),
        ("Brief for Petitioner. In 1980", "Brief for Petitioner"),
        ("Tr. 5, 120 S. Ct. 7", "Tr. 5"),
    ],
)
def test_where_the_pages_end(text: str, found: str) -> None:
    assert [text[m.start : m.end] for m in find_record(text)] == [found]


PAGES = st.lists(st.integers(1, 999), min_size=1, max_size=6)


@given(PAGES, st.sampled_from(["", "a", "A"]), st.sampled_from(["-", "–", "—", "--"]))
def test_all_pages_are_in_the_pin(numbers: list[int], letter: str, dash: str) -> None:
    pages = [f"{n}{letter}{dash}{n + 2}{letter}" if n % 3 == 0 else f"{n}{letter}" for n in numbers]
    text = f"That is so. App. {', '.join(pages)}; see also"
    (found,) = find_record(text)
    assert found.pin == ", ".join(pages)
    assert text[found.start : found.end] == f"App. {found.pin}"


BRIEF = Authority("record", "Brief for Appellant in No. 07-55518 (CA9)")


def test_short_names_are_read_and_defined() -> None:
    text = "See Brief for Appellant in No. 07–55518 (CA9), p. 41 (hereinafter CA9 Brief). So"
    at = text.index("(hereinafter")
    assert hereinafters(text) == [("CA9 Brief", at)]
    assert definitions(text, find_record(text)) == {"CA9 Brief": BRIEF}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Edward Malley (hereafter petitioner) was", "petitioner"),
        ("(Mar. 2) (hereinafter cited as “the Report”)", "Report"),
        ("p. 41 (1990) (hereinafter Farnham)", "Farnham"),
        ("see also brief for appellant in, hereinafter brief. it is", "brief"),
        ("record, doc. exh. c, hereinafter kelly interview. as", "kelly interview"),
    ],
)
def test_hereinafters(text: str, name: str) -> None:
    assert [found for found, _ in hereinafters(text)] == [name]


def test_a_definition_belongs_to_what_stands_before_it() -> None:
    text = "App. 5. Edward Malley (hereafter petitioner) was there."
    assert definitions(text, find_record(text)) == {}
    both = "Record, Doc. 51 (Exh. X), p. 120 (hereinafter Deposition); App. 4 (hereinafter Form)"
    assert {k: v.key for k, v in definitions(both, find_record(both)).items()} == {
        "Deposition": "Record, Doc. 51 (Exh. X)",
        "Form": "App.",
    }


def test_defined_names_need_a_page() -> None:
    defined = {"CA9 Brief": BRIEF, "Deposition": Authority("record", "Record, Doc. 51 (Exh. X)")}
    text = "the crime at issue. CA9 Brief 42; see also Deposition 120, 122"
    assert shown(text, find_defined(text, defined)) == [
        ("CA9 Brief 42", BRIEF.key, "42"),
        ("Deposition 120, 122", "Record, Doc. 51 (Exh. X)", "120, 122"),
    ]
    for none in ("his Deposition is clear", "(hereinafter CA9 Brief) 42", "Depositions 12"):
        assert find_defined(none, defined) == []
    assert find_defined(text, {}) == []


def test_defined_names_in_flattened_text_need_the_place_of_a_citation() -> None:
    defined = {"brief": BRIEF, "deposition": Authority("record", "Record, Doc.")}
    for text, names in (
        ("information that there were. deposition.", ["deposition"]),
        ("the crime at issue. brief see also app.", ["brief"]),
        ("detective messerschmidt deposition makes clear", []),
        ("deposition is illustrative", []),
        ("a brief, hurried look", []),
    ):
        found = find_flattened_defined(text, defined)
        assert [text[m.start : m.end] for m in found] == names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("called the cops on him. app. respondents", [("app.", "App.")]),
        ("called the cops on him.app.respondents", [("app.", "App.")]),
        ("as a motive. see app, crime analysis", [("app", "App.")]),
        (
            "a specific weapon. app. to pet. for cert, wl",
            [("app. to pet. for cert", "App. to Pet. for Cert.")],
        ),
        (
            "was.app.to pet.for cert.as a result",
            [("app.to pet.for cert.", "App. to Pet. for Cert.")],
        ),
        (
            "was valid. brief for respondents. we",
            [("brief for respondents", "Brief for Respondents")],
        ),
        ("see brief for peti tioners. we", [("brief for peti tioners", "Brief for Petitioners")]),
        (
            "see brief for petitioner brief for united states as amicus curiae. it",
            [
                ("brief for petitioner", "Brief for Petitioner"),
                (
                    "brief for united states as amicus curiae",
                    "Brief for United States as Amicus Curiae",
                ),
            ],
        ),
        ("see record, doc. exh. p. he", [("record, doc. exh. p.", "Record, Doc.")]),
        ("see record, doc. exh. c. he", [("record, doc. exh. c", "Record, Doc. (Exh. C)")]),
        (
            "brief for united states as amicus curiae, suggesting",
            [
                (
                    "brief for united states as amicus curiae",
                    "Brief for United States as Amicus Curiae",
                )
            ],
        ),
        (
            "see brief for state of alabama et as amici curiae, and",
            [
                (
                    "brief for state of alabama et as amici curiae",
                    "Brief for State of Alabama et al. as Amici Curiae",
                )
            ],
        ),
        (
            "at, see also brief for appellant in, hereinafter",
            [("brief for appellant in", "Brief for Appellant")],
        ),
        (
            "volunteers. brief in opposition in barbour",
            [("brief in opposition", "Brief in Opposition")],
        ),
        ("at oral argument, tr. of oral arg. and", [("tr. of oral arg.", "Tr. of Oral Arg.")]),
        ("a capital case. see tr. neither counsel", [("tr.", "Tr.")]),
        (
            "a no. record in no. cv ddp cd cal. hereinafter record, doc, exh. x, hereinafter deposition",
            [
                (
                    "record in no. cv ddp cd cal. hereinafter record, doc, exh. x",
                    "Record, Doc. (Exh. X)",
                )
            ],
        ),
        (
            "breaking up. record,doc.exh.c,hereinafter",
            [("record,doc.exh.c", "Record, Doc. (Exh. C)")],
        ),
        (
            "after the killings. see record. see also complaint, app. the",
            [("record", "Record"), ("complaint", "Complaint"), ("app.", "App.")],
        ),
        ("ala. crim. app. we denied", []),
        ("fed. rule app. proc. a", []),
        ("skinner state, tex. app. article", []),
        ("a domestic violence on his record, had hit her", []),
        ("attorneys of record, the court", []),
        ("a brief for the sake of it", []),
        ("raised in the briefs in opposition to the petition", []),
        ("a deposition or affidavit", []),
        ("the solicitor general brief observes", []),
    ],
)
def test_flattened(text: str, found: list[tuple[str, str]]) -> None:
    assert [(span, key) for span, key, _ in shown(text, find_flattened_record(text))] == found
