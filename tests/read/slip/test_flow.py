"""Lines to paragraphs: by what the words and widths tell, and by indents where the text has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.convert import convert
from generator.link.tables import read_rows
from generator.model import CaseInfo
from generator.read import read_bytes
from generator.read.slip import columns, places
from generator.read.slip.breaks import CITED, SURE, weight
from generator.read.slip.columns import is_laid_out
from generator.read.slip.flow import paragraphs
from generator.read.slip.measure import full_width, joined, last_width, width
from generator.read.slip.sheets import lines_of
from tests.read.slip import press
from tests.read.slip.press import MEASURE, Page, centred, paragraph

if TYPE_CHECKING:
    from collections.abc import Callable


def softened(text: str) -> str:
    """A text whose words may be broken at each "~"."""
    return text.replace("~", "\xad")


FIRST = softened(
    "The par~ties agree on the facts, which the court be~low stated at some length and which need no rep~etition in "
    "this place. The ques~tion is what fol~lows from them un~der the stat~ute as it stood when the lease was signed, "
    "and on that the courts of ap~peals have di~vided for many years."
)
SECOND = softened(
    "Some have asked wheth~er the ten~ant knew of the rule. See Doe v. Roe, 5 U. S. 6, 7 (1803). Oth~ers have thought "
    "his knowl~edge of no ac~count what~ever in a case of this kind, and have said so at great length.1"
)
THIRD = softened(
    "We took the case to set~tle the mat~ter, and now hold that the stat~ute means what it says about no~tice, and "
    "about noth~ing else, so that the ten~ant may go on with his suit as he be~gan it in the court of the county."
)
NOTE = [
    "1 One court has gone both ways in the same",
    "year. See Poe v. Coe, 9 U. S. 10, 11 (1810).",
]
FORMS = (press.plain, press.joined, press.columns)


def pages() -> list[Page]:
    lines = paragraph(FIRST)
    title = [
        line
        for words in (
            "SUPREME COURT OF THE UNITED STATES",
            "JOHN ALDER v. BROOK TOWNSHIP",
            "ON WRIT OF CERTIORARI TO THE SUPREME COURT OF OHIO",
            "No. 19–1261. Decided November 2, 2020",
        )
        for line in centred(words)
    ]
    return [
        Page(1, "Per Curiam", [*title, *paragraph("PER CURIAM."), *lines[:3]]),
        Page(2, "Per Curiam", [*lines[3:], *centred("I"), *paragraph(SECOND)], NOTE),
        Page(3, "Per Curiam", [*paragraph(THIRD), *paragraph(FIRST), *paragraph(THIRD)]),
    ]


def told(form: Callable[[Page], str], between: str = "\f") -> list[tuple[str, str]]:
    text = between.join(form(page) for page in pages())
    source = read_bytes(text.encode(), "alder.txt")
    assert source.dialect == "slip"
    case = convert(source, "alder", CaseInfo())
    kept = ("paragraph", "heading", "footnote", "byline")
    return [(b.kind, b.text) for b in case.blocks if b.kind in kept]


def whole(text: str) -> str:
    return text.replace("\xad", "")


@pytest.mark.parametrize("between", ["\f", ""], ids=["form feeds", "none"])
@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
def test_a_page_reads_the_same_in_every_form(form: Callable[[Page], str], between: str) -> None:
    assert told(form, between) == [
        ("byline", "PER CURIAM."),
        ("paragraph", whole(FIRST)),
        ("heading", "I"),
        ("paragraph", whole(SECOND)),
        ("paragraph", whole(THIRD)),
        ("paragraph", whole(FIRST)),
        ("paragraph", whole(THIRD)),
        ("footnote", " ".join(NOTE)),
    ]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
def test_pages_are_those_of_the_heads(form: Callable[[Page], str]) -> None:
    text = "".join(form(page) for page in pages())
    source = read_bytes(text.encode(), "alder.txt")
    assert [page.page for page in source.pages] == [1, 2, 3]
    begins = [text[p.at :].lstrip()[:7] for p in source.pages[1:]]
    assert begins == [paragraph(FIRST)[3].words[:7], "We took"]


# --- the signs, weighed


@pytest.mark.parametrize(
    ("above", "line", "room", "share", "opens"),
    [
        # the next word would have fitted
        ("and so it was held.", "The tenant then sued.", 0.6, 1.0, True),
        ("and so it was held.", "See Doe v. Roe, 5 U. S. 6.", 0.6, 1.0, True),
        ("and so it was held.", "The tenant then sued.", 0.97, 0.95, True),
        # it would hardly have: a citation goes on, a word that opens paragraphs begins one where the line is short
        ("and so it was held.", "See Doe v. Roe, 5 U. S. 6.", 0.97, 0.95, False),
        ("and so it was held.", "Id., at 7. The tenant sued.", 1.0, 0.93, False),
        ("and so it was held.", "Doe v. Roe, 5 U. S. 6, 7.", 1.0, 0.93, False),
        ("and so it was held.", "§1222(a). The tenant sued.", 1.0, 0.93, False),
        ("and so it was held.", "Finally, the tenant asks", 1.03, 0.91, True),
        ("and so it was held.", "Finally, the tenant asks", 1.03, 1.02, False),
        ("and so it was held.", "He then asked the court", 1.0, 0.96, False),
        # it would not
        ("and so it was held.", "The tenant then sued.", 1.1, 0.95, False),
        ("and so it was held.2", "Second, the tenant had", 1.04, 0.91, True),
        ("and so it was held.", "(b) The second question", 1.03, 0.95, True),
    ],
)
def test_a_paragraph_begins(above: str, line: str, room: float, share: float, opens: bool) -> None:
    assert (weight(above, line, room=room, share=share, lines=7) >= SURE) is opens


def test_a_long_paragraph_is_likelier_to_end() -> None:
    def of(lines: int) -> float:
        return weight("It is so.", "The tenant", room=1.0, share=0.95, lines=lines)

    assert of(1) < of(3) < of(7) < of(12) < of(30)


def test_the_words_that_open_paragraphs() -> None:
    rows = read_rows("paragraph_openings.tsv")
    words = [word for word, _ in rows]
    assert len(words) == len(set(words))
    for word, odds in rows:
        assert word == word.strip()
        assert word[0].isupper()
        assert CITED <= float(odds) <= 1
        plain = weight("x", "Zyx", room=1, share=1, lines=7)
        assert weight("x", f"{word} x", room=1, share=1, lines=7) == pytest.approx(
            plain + float(odds)
        )


# --- measures


def test_a_full_line_leaves_out_lines_that_are_several_in_one() -> None:
    lines = [line.words for line in paragraph(whole(FIRST + " " + THIRD))]
    full = full_width(lines)
    assert 0.95 * MEASURE < full <= MEASURE
    longer = [*lines, f"{lines[0]} {lines[1]}", f"{lines[2]} {lines[3]} {lines[1]}"]
    assert abs(full_width(longer) - full) < 0.02 * full


def test_the_last_of_lines_that_stand_joined() -> None:
    line = "n" * 44
    assert joined(line, width(line)) == 0
    assert joined(line * 2, width(line)) == 1
    assert joined(line * 3 + "n" * 20, width(line)) == 3
    assert 0.4 < last_width(line * 3 + "n" * 20, width(line)) / width(line) < 0.55


def test_the_cells_of_a_table_are_one_paragraph() -> None:
    cells = ["Drug", "Quantity", "1 g", "2 g", "5 g", "Sentence", "0", "12–18", "60"]
    above = [line.words for line in paragraph(FIRST)]
    below = [line.words for line in paragraph(THIRD)]
    text = "\n".join([*above, *cells, *below])
    found = [[line.text for line in p.lines] for p in paragraphs(lines_of(text))]
    assert found == [above, cells, below]


# --- lines at their places


@pytest.mark.parametrize(
    ("text", "laid_out"),
    [
        ("A line of text\n" * 30, False),
        ("   A line of text\nthat goes on\nto its end\n" * 10, True),
        (" A line\n", False),
        ("A line of text\n" * 60 + " one\n", False),
    ],
)
def test_what_keeps_its_lines_where_they_stood(text: str, laid_out: bool) -> None:
    assert is_laid_out(text, [lines_of(text)]) is laid_out


def test_a_margin_that_drifts_begins_no_paragraph() -> None:
    first, second = paragraph(FIRST), paragraph(THIRD)
    drifted = [press.Set(x.words, x.column + 1) for x in second]
    title = pages()[0].lines[:5]
    page = Page(1, "Per Curiam", [*title, *first, *drifted])
    text = press.columns(page) + "\f" + press.columns(pages()[2])
    case = convert(read_bytes(text.encode(), "alder.txt", "slip"), "alder", CaseInfo())
    texts = [b.text for b in case.blocks if b.kind == "paragraph"]
    assert texts[:2] == [whole(FIRST), whole(THIRD)]


def _by_place(text: str) -> list[str]:
    pages = [lines_of(text)]
    assert is_laid_out(text, pages)
    found = places.paragraphs(columns.placed(text, pages)[0])
    return [" ".join(line.text for line in p.lines) for p in found]


def test_what_hangs_below_its_first_line_goes_on() -> None:
    syllabus = """    from the deci-
    sion below, as others have. The case is one of leases, and
    of nothing else. Pp. 5–9.
Held: A lease is property, and was so when the first of the
    cases was decided. Pp. 9–18.
       (a) The settled meaning of the word decides the case, and
    the Court has never departed from it. Pp. 9–12.
370 P. 3d 272, reversed.
   KAGAN, J., delivered the opinion of the Court, in which ROBERTS,
C. J., and SCALIA and ALITO, JJ., joined. THOMAS, J., filed an
opinion concurring in the judgment.
"""
    begins = [p.split()[0] for p in _by_place(syllabus)]
    assert begins == ["from", "Held:", "(a)", "370", "KAGAN,"]


def test_a_quotation_is_set_in_and_one_line_is_none() -> None:
    text = """the court below said no more than this:
     “A tenant for years who has been told of the end of
     his lease has had all the process that is due.”
The court stopped there, and gave no reason for the step that
the Township took.
   Another court had said otherwise, and we granted certiorari
to settle which of the two had the better of the argument on
the question that they both had before them in these cases.
"""
    pages = [lines_of(text)]
    found = places.paragraphs(columns.placed(text, pages)[0])
    assert [(p.kind, len(p.lines)) for p in found] == [
        ("text", 1),
        ("blockquote", 2),
        ("text", 2),
        ("text", 3),
    ]
    assert found[2].goes_on


def flowed(*lines: str) -> list[tuple[str, str]]:
    """Kind and words of the paragraphs among printed lines, with full lines about them that give the measure."""
    full = "The parties agree on the facts, which the court below has"
    found = paragraphs(lines_of("\n".join([*([full] * 9), "stated.", *lines, *([full] * 9)])))
    return [(p.kind, " ".join(x.text for x in p.lines)) for p in found]


def test_the_parts_of_one_full_line_are_put_together() -> None:
    told = flowed(
        "and the rule had been made retroactive.",
        "In any event,",
        "courts that treat the rule as advisory have the power to",
    )
    assert any("retroactive. In any event, courts" in words for _, words in told)
    # … but not the last words of a paragraph and the full line with which the next begins
    told = flowed(
        "and the rule had been made retroactive.",
        "The courts that treat this rule as advisory have that",
        "power. They can do as they see fit with it and may have",
    )
    assert any(words.startswith("The courts that treat") for _, words in told)


LAW = (
    "The statute, as it was amended that year, says of this:",
    "“Contents of plan",
    "“(a) The plan shall—",
    ".",
    ".",
    ".",
    "“(2) provide for the full payment of all claims",
    "that are entitled to it under this section, or",
    "“(B) for another treatment of that claim.”",
    "Under this rule the claims of a government are ordinary",
)


def test_the_paragraphs_of_a_quotation_begin_with_its_marks() -> None:
    assert [p for p in flowed(*LAW) if p[0] == "blockquote"] == [
        ("blockquote", "“Contents of plan"),
        ("blockquote", "“(a) The plan shall—"),
        ("blockquote", ". . ."),
        (
            "blockquote",
            "“(2) provide for the full payment of all claims that are entitled to it under this section, or",
        ),
        ("blockquote", "“(B) for another treatment of that claim.”"),
    ]


def test_a_quotation_may_stand_on_lines_that_a_program_joined() -> None:
    told = flowed(
        "The sponsor of the bill has explained this to the Senate:",
        "“Under the law, farmers often face a heavy tax",
        "if they must sell livestock or their land to go on, and all taxes that have come due must be paid",
        "in full. If they cannot pay, then they cannot keep",
        "it, and this is not sound policy for the country.”",
        "The majority reads the words in another way, as it may",
    )
    (quotation,) = [words for kind, words in told if kind == "blockquote"]
    assert quotation.startswith("“Under the law")
    assert quotation.endswith("country.”")


def test_an_appendix_has_a_heading() -> None:
    told = flowed(
        "For these reasons, with respect, I dissent.", "APPENDIX", "1. 29 CFR §541.500 provides:"
    )
    assert ("alone", "APPENDIX") in told
    assert not any(
        kind == "alone" for kind, _ in flowed("as is told in the opinion’s", "Appendix, infra.")
    )
