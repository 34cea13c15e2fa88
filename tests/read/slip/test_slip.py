"""The text of printed pages: heads go, pages and notes are kept, words and paragraphs are whole again."""

from __future__ import annotations

import pytest

from generator.conservation import check
from generator.convert import convert
from generator.model import Case, CaseInfo
from generator.read import read_bytes
from generator.read.slip.flow import _stands_alone
from generator.read.slip.openings import tags_of
from tests.read.slip.printed import DISSENT, SLIP


@pytest.fixture(scope="module")
def case() -> Case:
    return convert(read_bytes(SLIP.encode(), "alder.txt"), "alder-v-brook", CaseInfo())


def texts(case: Case) -> dict[str, str]:
    return {b.id: b.text for b in case.blocks}


def test_it_is_told_by_its_heads() -> None:
    assert read_bytes(SLIP.encode(), "alder.txt").dialect == "slip"


def test_writings(case: Case) -> None:
    assert [(w.kind, w.author, w.joined_by) for w in case.writings] == [
        ("syllabus", None, ()),
        ("majority", "Kagan", ("Roberts", "Scalia", "Kennedy", "Breyer")),
        ("dissent", "Alito", ("Thomas",)),
    ]


def test_facts_of_the_title_page(case: Case) -> None:
    assert case.info.name == "Alder v. Brook Township"
    assert case.info.docket == "No. 10-4321"
    assert case.info.decided is not None
    assert case.info.decided.isoformat() == "2012-04-27"


def test_paragraphs(case: Case) -> None:
    found = texts(case)
    assert found["p1"].endswith("asks for a hearing before such a lease is ended.")
    assert "the Constitution asks" in found["p1"]
    assert found["p3"] == "The court stopped there.2"
    assert found["p2-q1"].startswith("“A tenant for years")
    assert found["p2-q1"].endswith("at 3.")
    assert found["syllabus-1"].endswith("the Ninth Circuit affirmed.")
    assert found["syllabus-2"] == "Held: A lease is property. Pp. 2–3."
    assert "have said of the subject since" in found["syllabus-3"]
    assert [b.text for b in case.blocks if b.kind == "disposition"][-1] == "Reversed."


def test_a_word_that_the_page_breaks(case: Case) -> None:
    assert (
        "sued at once. In reviewing the dismissal of his complaint, the Court of Appeals"
        in (texts(case)["p2"])
    )


def test_a_note_that_runs_over_the_page(case: Case) -> None:
    assert texts(case)["fn-1"] == (
        "1 The letter is in the record. It gave no reason for the step that the Township took, and "
        "the agent whom the Township had sent for the purpose gave none either when he was asked for one."
    )


def test_calls_lead_to_the_notes_of_their_writing(case: Case) -> None:
    calls = [(r.block, r.text, r.target) for r in case.references if r.kind == "footnote-call"]
    assert calls == [
        ("p2", "1", ("alder-v-brook", "fn-1")),
        ("p3", "2", ("alder-v-brook", "fn-2")),
        ("p6", "1", ("alder-v-brook", "alito-fn-1")),
    ]


def test_pages_count_from_1_in_every_writing(case: Case) -> None:
    pages = [(m.id, b.id) for b in case.blocks for m in b.marks if m.kind == "page"]
    assert [i for i, _ in pages] == ["page-1", "page-2", "alito-page-1"]
    second = next(b for b in case.blocks if b.id == "p2")
    mark = next(m for m in second.marks if m.kind == "page")
    assert second.text[mark.start :].startswith("viewing the dismissal")


@pytest.mark.parametrize(
    "words", ["Cite as", "OCTOBER TERM", "Slip Opinion", "——", "____", "Opinion of the Court"]
)
def test_no_head_is_left_in_the_text(case: Case, words: str) -> None:
    assert not [b.id for b in case.blocks if words in b.text]


def test_nothing_is_lost(case: Case) -> None:
    assert check(case.source.text, case.blocks, case.clean.repairs) is None
    spans = [b.source for b in case.blocks if b.kind != "footnote"]
    assert spans == sorted(spans)


# --- writings without a byline

_TITLE = """SUPREME COURT OF THE UNITED STATES
ALDER v. BROOK TOWNSHIP
ON PETITION FOR WRIT OF CERTIORARI TO THE UNITED STATES COURT
OF APPEALS FOR THE NINTH CIRCUIT
No. 10–4321. Decided April 27, 2012

"""


def _without_bylines(section: str) -> Case:
    first = (
        f"Cite as: 566 U. S. ____ (2012)\n\n1\n\n{section}\n{_TITLE}"
        "The lease was for seven years, and in the fourth of them\n"
        "the Township wrote that it was over. We reverse.\n"
    )
    last = DISSENT.replace("JUSTICE ALITO, with whom JUSTICE THOMAS joins, dis\nsenting.\n", "")
    assert last != DISSENT
    return convert(read_bytes(f"{first}\f{last}".encode(), "x.txt", "slip"), "x", CaseInfo())


def test_the_head_opens_a_writing_that_has_no_byline() -> None:
    case = _without_bylines("Per Curiam")
    assert [(w.kind, w.author) for w in case.writings] == [
        ("per-curiam", None),
        ("dissent", "Alito"),
    ]
    texts = [b.text for b in case.blocks if b.kind == "paragraph"]
    assert texts[0].startswith("The lease was for seven years")
    assert texts[1].startswith("The Court holds that a lease")
    assert check(case.source.text, case.blocks, case.clean.repairs) is None


def test_a_head_that_tells_nothing_opens_nothing_new() -> None:
    kinds = [w.kind for w in _without_bylines("Opinion of the Court").writings]
    assert kinds == ["majority", "dissent"]


@pytest.mark.parametrize(
    ("section", "tags"),
    [
        ("Per Curiam", ["percuriam"]),
        ("ALITO, J., dissenting", ["dissent:ALITO"]),
        ("ROBERTS, C. J., concurring in judgment", ["concur:ROBERTS"]),
        (
            "SCALIA, J., concurring in part and dissenting in part",
            ["concur:SCALIA", "dissent:SCALIA"],
        ),
        ("BREYER, SOTOMAYOR, and KAGAN, JJ., dissenting", ["dissent:BREYER"]),
        ("Opinion of the Court", ["opinion"]),
        ("Syllabus", []),
    ],
)
def test_what_a_head_says_of_its_writing(section: str, tags: list[str]) -> None:
    assert tags_of(section) == tags


@pytest.mark.parametrize(
    ("text", "above", "alone"),
    [
        ("II", "The judgment was reversed.", True),
        ("1", "We begin with the text.", True),
        ("1", "B", True),
        ("5.", "the Court has never departed from it. Pp. 4–", False),
        ("Reversed.", "The judgment of the Court of Appeals is", True),
        ("* * *", "That is all.", True),
        ("IIt follows.", "We begin.", False),
    ],
)
def test_what_stands_alone(text: str, above: str, alone: bool) -> None:
    assert _stands_alone(text, above) is alone
