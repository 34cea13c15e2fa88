"""PDFs: what the place and size of every line tells, and what is refused."""

from __future__ import annotations

import pytest

from generator.conservation import check
from generator.convert import convert
from generator.errors import ReadError
from generator.model import Case, CaseInfo
from generator.read import read_bytes
from tests.read.pdf.alder import PDF
from tests.read.pdf.paper import Page, bytes_of


@pytest.fixture(scope="module")
def case() -> Case:
    return convert(read_bytes(PDF, "alder.pdf"), "alder-v-brook", CaseInfo())


def texts(case: Case) -> dict[str, str]:
    return {b.id: b.text for b in case.blocks}


def test_it_is_told_by_its_bytes(case: Case) -> None:
    assert case.source.dialect == "pdf"
    assert case.source.extracted == "source.txt"


def test_writings_and_facts(case: Case) -> None:
    assert [(w.kind, w.author, w.joined_by) for w in case.writings] == [
        ("majority", "Kagan", ()),
        ("dissent", "Alito", ("Thomas",)),
    ]
    assert case.info.name == "Alder v. Brook Township"
    assert case.info.docket == "No. 10-4321"


def test_paragraphs_begin_where_they_are_set_in(case: Case) -> None:
    found = texts(case)
    assert found["p1"].endswith(
        "whether the Constitution asks for a hearing before such a lease has been ended."
    )
    assert found["p2"].startswith("The lease was for seven years, and every word of it was plain.")
    assert "It named a plea-bargaining agent." in found["p2"]


def test_a_paragraph_goes_on_over_the_page_and_behind_its_quotation(case: Case) -> None:
    block = next(b for b in case.blocks if b.id == "p2")
    first, second = (block.text[slice(*stretch)] for stretch in block.stretches())
    assert "(1991).1 Petitioner sued at once" in first
    assert first.endswith("what it took to be the rule:")
    assert second == "The court stopped there.2"
    assert texts(case)["p2-q1"].startswith("“A tenant for years")
    assert texts(case)["p2-q1"].endswith("at 3.")


def test_headings_and_the_disposition_stand_alone(case: Case) -> None:
    kinds = {b.text: b.kind for b in case.blocks}
    assert kinds["II"] == "heading"
    assert kinds["It is so ordered."] == "disposition"


def test_notes_and_their_calls(case: Case) -> None:
    assert texts(case)["fn-1"] == (
        "1 The letter is in the record. It gave no reason for the step that the Township took, and "
        "the agent whom it had sent for the purpose gave none either when he was asked for one."
    )
    calls = [(r.block, r.text, r.target) for r in case.references if r.kind == "footnote-call"]
    assert calls == [
        ("p2", "1", ("alder-v-brook", "fn-1")),
        ("p2", "2", ("alder-v-brook", "fn-2")),
    ]


def test_italics(case: Case) -> None:
    block = next(b for b in case.blocks if b.id == "p2")
    assert [block.text[s:e] for s, e in block.emphasis] == ["Oak", "Elm"]


def test_pages(case: Case) -> None:
    pages = [(m.id, b.id) for b in case.blocks for m in b.marks if m.kind == "page"]
    assert [i for i, _ in pages] == ["page-1", "page-2", "alito-page-1"]
    block = next(b for b in case.blocks if b.id == "p2")
    mark = next(m for m in block.marks if m.kind == "page")
    assert block.text[mark.start :].startswith("Petitioner sued")


@pytest.mark.parametrize(
    "words", ["Cite as", "BROOK TOWNSHIP\n", "——", "Opinion of the Court", "J., dissenting"]
)
def test_no_head_is_left_in_the_text(case: Case, words: str) -> None:
    assert not [b.id for b in case.blocks if words in b.text]


def test_nothing_is_lost(case: Case) -> None:
    assert check(case.source.text, case.blocks, case.clean.repairs) is None


def test_notes_are_told_by_their_size_where_no_rule_parts_them() -> None:
    page = Page().head("", "Cite as: 566 U. S. ____ (2012)", "7", "Opinion of the Court")
    page.put("JUSTICE KAGAN delivered the opinion of the Court.", 167)
    page.lines("A lease is property, as we have said before.^1^ We say it again.")
    page.foot(rule="").put("^1^In more cases than one.", 165, 9)
    built = convert(read_bytes(bytes_of([page.done]), "x.pdf"), "x", CaseInfo())
    assert [(b.kind, b.label, b.text) for b in built.blocks][-1] == (
        "footnote",
        "1",
        "1 In more cases than one.",
    )


def test_heads_and_feet_of_any_court() -> None:
    pages = []
    for number, word in enumerate(("first", "second", "third", "last"), start=1):
        page = Page().put("ALDER v. BROOK", 250, 9)
        page.y -= 12
        page.lines(
            f"The {word} reason is that the lease was for years, and the years had\nnot run."
        )
        page.put(str(number), 300, 9, y=80)
        pages.append(page.done)
    source = read_bytes(bytes_of(pages), "x.pdf")
    heads = [source.text[slice(*s.span)] for s in source.segments if s.role == "running-head"]
    assert heads == [word for n in "1234" for word in ("ALDER v. BROOK", n)]
    assert [p.page for p in source.pages] == [1, 2, 3, 4]


def test_a_stamp_in_the_margin_is_none_of_the_text() -> None:
    page = Page().put("JUSTICE KAGAN delivered the opinion of the Court.", 167)
    page.lines("A lease is property, and what is property\nis not taken unheard.")
    page.done.append("0 1 -1 0 40 300 Tm (FILED APR 27 2012) Tj")
    source = read_bytes(bytes_of([page.done]), "x.pdf")
    built = convert(source, "x", CaseInfo())
    assert [s.role for s in source.segments if "FILED" in source.text[slice(*s.span)]] == [
        "running-head"
    ]
    assert [b.text for b in built.blocks if b.kind == "paragraph"] == [
        "A lease is property, and what is property is not taken unheard."
    ]


LOOP = (
    b"%PDF-1.4\n%\xe2\xe3\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
    b"2 0 obj\n<< /Type /Pages /Count 1 /Kids [2 0 R] >>\nendobj\ntrailer << /Root 1 0 R >>"
)
NESTED = b"%PDF-1.4\n%\xe2\xe3\n1 0 obj\n" + b"<< /A " * 10_000 + b"\nendobj"


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (bytes_of([[]]), "R12", "no text"),
        (PDF[:900], "R11", "damaged"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\nnothing", "R11", "damaged"),
        (bytes_of([Page().put("words", 100).done] * 2001), "R11", "2,000 pages"),
        (LOOP, "R11", "damaged"),
        (NESTED, "R11", "damaged"),
    ],
    ids=["scanned", "cut", "empty", "pages", "loop", "nested"],
)
def test_what_cannot_be_read(data: bytes, code: str, words: str) -> None:
    with pytest.raises(ReadError, match=words) as caught:
        read_bytes(data, "x.pdf", place="in/x.pdf")
    assert (caught.value.code, caught.value.file) == (code, "in/x.pdf")
    assert caught.value.advice


def test_text_that_a_damaged_matrix_sets_nowhere_is_kept() -> None:
    nowhere = PDF.replace(b"167.00 499.73 Tm", b"1%s.00 499.73 Tm" % (b"6" * 52))
    assert nowhere != PDF
    assert "The lease was for seven years" in read_bytes(nowhere, "x.pdf").text


def test_a_pdf_of_two_cases_is_refused_by_page() -> None:
    pages = []
    for name, number in (("ALDER", "10–4321"), ("OAK", "10–999")):
        page = Page().head("", "Cite as: 566 U. S. ____ (2012)", "1", "Opinion of the Court")
        page.centred("SUPREME COURT OF THE UNITED STATES", 15).centred(f"No. {number}")
        page.centred(f"{name}, PETITIONER v. ELM").put(
            "JUSTICE KAGAN delivered the opinion of the Court.", 167
        )
        pages.append(page.lines("A lease is property.").done)
    with pytest.raises(ReadError) as caught:
        read_bytes(bytes_of(pages), "x.pdf")
    assert caught.value.code == "R13"
    assert (
        "Alder v. Elm (page 1 of the PDF), Oak v. Elm (page 2 of the PDF)" in caught.value.message
    )


def test_a_locked_pdf() -> None:
    key = f"/O <{'41' * 32}> /U <{'42' * 32}>"
    lock = f"/Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /P -4 {key} >> /ID [<00> <00>] "
    with pytest.raises(ReadError, match="password"):
        read_bytes(bytes_of([Page().put("words", 100).done], lock), "x.pdf")
