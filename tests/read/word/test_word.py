"""Word documents: paragraphs, styles, italics, notes; and what a document may not do."""

from __future__ import annotations

import pytest

from generator.convert import convert
from generator.errors import ReadError
from generator.model import CaseInfo
from generator.read import read_bytes
from tests.kit import kinds
from tests.read.word import made


def test_a_document_becomes_a_case() -> None:
    source = read_bytes(made.zipped(made.parts()), "opinion.docx")
    assert (source.dialect, source.encoding, source.extracted) == ("docx", "binary", "source.txt")
    case = convert(source, "doe-v-roe", CaseInfo())
    assert kinds(case) == [
        ("caption", "DOE v. ROE"),
        ("byline", "JUSTICE KAGAN delivered the opinion of the Court."),
        ("heading", "I"),
        ("paragraph", "The question in Doe is one of costs.[1] We hold:"),
        ("blockquote", "A court may examine."),
        ("footnote", "[1] See Roe, at 3. It is settled."),
        ("byline", "JUSTICE ALITO, dissenting."),
        ("paragraph", "I would not.[2]"),
        ("footnote", "[2] But see Poe."),
    ]
    targets = [m.target for b in case.blocks for m in b.marks if m.kind == "footnote-call"]
    assert targets == ["fn-1", "alito-fn-2"]


def test_italics_and_links_are_kept_as_data() -> None:
    source = read_bytes(made.zipped(made.parts()), "opinion.docx")
    assert [source.text[s:e] for s, e in source.emphasis] == ["Doe", "Roe"]
    assert [(source.text[slice(*k.span)], k.href) for k in source.links] == [
        ("Doe", "https://example.org/roe")
    ]


def test_the_print_of_a_service_is_read_as_such() -> None:
    lines = ("DISSENT BY: ALITO", "DISSENT", "JUSTICE ALITO, dissenting.", "I would [*12] not.")
    body = "".join(made.paragraph(line) for line in lines)
    source = read_bytes(made.zipped(made.parts(body)), "opinion.docx")
    assert source.dialect == "lexis"
    assert [s.role for s in source.segments] == ["markup", "markup", "text", "text"]


def test_star_pages_are_pages() -> None:
    body = made.paragraph("JUSTICE KAGAN delivered the opinion of the Court.") + made.paragraph(
        "We hold what [*12] is right."
    )
    case = convert(read_bytes(made.zipped(made.parts(body)), "x.docx"), "x", CaseInfo())
    assert [m.label for b in case.blocks for m in b.marks if m.kind == "page"] == ["12"]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("<w:p><w:r><w:t>ten</w:t><w:noBreakHyphen/><w:t>fold</w:t></w:r></w:p>", "ten-fold"),
        ("<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r></w:p>", "a b"),
        ("<w:p><w:r><w:t>a</w:t><w:drawing><w:t>box</w:t></w:drawing></w:r></w:p>", "a"),
        ("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl>", "cell"),
        (
            "<w:p><w:r><w:t>rule</w:t></w:r><w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr>"
            "<w:t>3</w:t></w:r></w:p>",
            "rule[3]",
        ),
        ("<w:p><w:r><w:t>&lt;b&gt; &amp;amp;</w:t></w:r></w:p>", "<b> &amp;"),
    ],
)
def test_words(body: str, words: str) -> None:
    source = read_bytes(made.zipped(made.parts(body)), "x.docx")
    assert source.text.strip() == words


def test_a_document_without_words_is_blank() -> None:
    with pytest.raises(ReadError) as caught:
        read_bytes(made.zipped(made.parts("<w:p/>")), "x.docx")
    assert caught.value.code == "R01"


def test_styles_on_another_machine_are_done_without() -> None:
    files = made.parts()
    files["word/_rels/document.xml.rels"] = files["word/_rels/document.xml.rels"].replace(
        'Target="styles.xml"', 'Target="https://example.org/styles.xml" TargetMode="External"'
    )
    text = read_bytes(made.zipped(files), "opinion.docx").text
    assert "The question in Doe is one of costs." in text
