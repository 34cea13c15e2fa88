"""Documents as a word processor really saves them: one invented opinion, saved as .docx and as .rtf by LibreOffice,
with all that such a document may hold; and what Word alone writes.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from generator.convert import convert
from generator.errors import ReadError
from generator.model import CaseInfo
from generator.propose import proposal
from generator.read import read_bytes, read_source
from generator.read.word.numbering import printed
from tests.kit import kinds
from tests.read.word.made import BODY, paragraph, parts, zipped

FIXTURES = Path(__file__).parents[2] / "fixtures" / "wordprocessor"


@pytest.fixture(params=["alder.docx", "alder.rtf"])
def alder(request):
    return convert(read_source(FIXTURES / request.param), "alder-v-brook", CaseInfo())


def test_its_paragraphs(alder) -> None:
    """No header, footer, comment, deleted or hidden word; a table's cells, insertions, lists with their signs."""
    assert [k for k in kinds(alder) if k[0] not in ("caption", "footnote")] == [
        ("byline", "Poole, Circuit Judge."),
        ("heading", "I. Background"),
        (
            "paragraph",
            "“Who owns the water of the brook?” asks the petitioner’s brief.[1] We inserted words hold that nobody"
            " does. See 475 U.S. 335. And so on—42 U.S.C. § 1983.",
        ),
        ("blockquote", "Water runs down.[2]"),
        ("blockquote", "Indented on both sides, it is quoted as well."),
        (
            "paragraph",
            "On the 4th day it froze, capitals shown. The softhyphen and non-breaking hyphen stay.",
        ),
        ("paragraph", "• first of a list"),
        ("paragraph", "• second of a list"),
        ("heading", "II. Remedy"),
        ("paragraph", "The judgment is affirmed.[*][i]"),
        ("byline", "Reed, Circuit Judge, dissenting."),
        ("paragraph", "I would reverse, “for the brook is hers.”[3]"),
    ]


def test_its_notes(alder) -> None:
    """Notes are numbered by the processor, endnotes apart from them; one has a sign of its author's own."""
    assert [text for kind, text in kinds(alder) if kind == "footnote"] == [
        "[1] See Roe v. Doe, 475 U.S. 335, 341 (1986). It is settled.",
        "[2] So it does.",
        "[*] A starred note.",
        "[i] An endnote.",
        "[3] And hers alone.",
    ]
    calls = [m.target for b in alder.blocks for m in b.marks if m.kind == "footnote-call"]
    assert calls == ["fn-1", "fn-2", "fn-star", "fn-i", "reed-fn-3"]


def test_its_italics_and_facts(alder) -> None:
    source = alder.source
    assert [source.text[s:e] for s, e in source.emphasis] == ["water", "Roe", "Doe"]
    told, origins = proposal(alder)
    assert (told.name, told.docket) == ("Ann Alder v. Ben Brook", "No. 09-1060")
    assert told.court == "United States Court of Appeals for the First Circuit"
    assert told.panel == "Poole, Reed, and Selya, Circuit Judges"
    assert origins["panel"] == "the caption"


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [
        (4, "decimal", "4"),
        (4, "lowerRoman", "iv"),
        (1999, "upperRoman", "MCMXCIX"),
        (27, "lowerLetter", "aa"),
        (2, "upperLetter", "B"),
        (2, "chicago", "†"),
        (5, "chicago", "**"),
        (3, "none", ""),
        (3, "ordinalText", "3"),
        (0, "lowerRoman", "0"),
        (4000, "lowerRoman", "4000"),
    ],
)
def test_printed(number: int, form: str, text: str) -> None:
    assert printed(number, form) == text


def numbered(body: str, levels: str, nums: str = "") -> list[str]:
    """The paragraphs of a document with a list 1, whose ``levels`` are given."""
    files = parts(body)
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    files["word/numbering.xml"] = (
        f'<w:numbering {space}><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{nums}</w:numbering>'
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
    files["[Content_Types].xml"] = files["[Content_Types].xml"].replace(
        "</Types>", f'<Override PartName="/word/numbering.xml" ContentType="{kind}"/></Types>'
    )
    related = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering"
    files["word/_rels/document.xml.rels"] = files["word/_rels/document.xml.rels"].replace(
        "</Relationships>",
        f'<Relationship Id="rId9" Type="{related}" Target="numbering.xml"/></Relationships>',
    )
    text = read_bytes(zipped(files), "a.docx").text
    return [line for line in text.split("\n") if line]


def level(depth: int, form: str, text: str, start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def item(words: str, depth: int = 0, ident: int = 1) -> str:
    return (
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{ident}"/></w:numPr></w:pPr>'
        f"<w:r><w:t>{words}</w:t></w:r></w:p>"
    )


def test_numbers_that_word_makes() -> None:
    levels = (
        level(0, "upperRoman", "%1.")
        + level(1, "upperLetter", "%2.")
        + level(2, "decimal", "%1.%3")
    )
    body = (
        item("a")
        + item("b", 1)
        + item("c", 1)
        + paragraph("plain")
        + item("d")
        + item("e", 1)
        + item("f", 2)
    )
    assert numbered(body, levels) == ["I. a", "A. b", "B. c", "plain", "II. d", "A. e", "II.1 f"]


def test_a_list_that_begins_anew() -> None:
    again = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
        "</w:lvlOverride></w:num>"
    )
    body = (
        item("a") + item("b") + item("c", 0, 2) + item("d", 0, 2) + item("e", 0, 7) + item("f", 5)
    )
    assert numbered(body, level(0, "decimal", "(%1)", 3), again) == [
        "(3) a",
        "(4) b",
        "(1) c",
        "(2) d",
        "e",  # of a list that the document does not define
        "f",  # of a level that the list does not define
    ]


@pytest.mark.parametrize(
    ("run", "text"),
    [
        ('<w:sym w:font="Times" w:char="00A7"/>', "A§"),
        ('<w:sym w:font="Symbol" w:char="F0A7"/>', "A�"),
        ('<w:sym w:font="Times" w:char="x"/>', "A"),
        ("<w:rPr><w:vanish/></w:rPr><w:t>b</w:t>", "A"),
        ('<w:rPr><w:vanish w:val="0"/></w:rPr><w:t>b</w:t>', "Ab"),
    ],
)
def test_signs_and_hidden_words(run: str, text: str) -> None:
    body = f"<w:p><w:r><w:t>A</w:t></w:r><w:r>{run}</w:r></w:p>"
    assert read_bytes(zipped(parts(body)), "a.docx").text == text + "\n"


def test_a_broken_list() -> None:
    with pytest.raises(ReadError, match="R19"):
        numbered(item("a"), "<w:lvl>")


def stored(kind: str) -> bytes:
    """The beginning of an archive that names its kind in a first file, which is not packed."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), kind)
    return out.getvalue()


@pytest.mark.parametrize(
    ("rtf", "text"),
    [
        (r"{\revised\revdttm1736509440 new} words", "new words"),
        (r"{\listtext\u61623\'3f\tab}item", "• item"),
        (r"end.{\super *{\*\footnote *\pard Star.}}", "end.[*]\n\n[*] Star."),
        (r"\aftnnrlc end.{\super\chftn{\footnote\ftnalt\chftn  End.}}", "end.[i]\n\n[i] End."),
        (r"end.{\super\chftn{\footnote\ftnalt\chftn  End.}}", "end.[1]\n\n[1] End."),
        (r"a{\super 2} b.{\super\chftn}{\footnote{\super\chftn} Note.}", "a[2] b.[1]\n\n[1] Note."),
        (r"a.{\super\chftn}{\footnote{\super\chftn} N.} b.{\super\chftn}{\footnote\ftnalt{\super\chftn} E.}",
         "a.[1] b.[1]\n\n[1] N.\n\n[1] E."),
    ],
)  # fmt: skip
def test_rich_text(rtf: str, text: str) -> None:
    assert read_bytes((r"{\rtf1\ansi " + rtf + "}").encode(), "a.rtf").text == text + "\n"


@pytest.mark.parametrize(
    ("data", "name", "words", "advice"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a.doc", "an old Word (.doc)", ".docx"),
        (b"\xffWPC\x10\0\0\0\x01\x0a" + bytes(600), "a.wpd", "a WordPerfect document (.wpd)", ".docx"),
        (stored("application/vnd.oasis.opendocument.text"), "a.odt", "an OpenDocument file (.odt)", ".docx"),
        (stored("application/epub+zip"), "a.epub", "an e-book (.epub)", ".docx"),
        (zipped({"Index/Document.iwa": "x", "preview.jpg": "x"}), "a.pages", "an Apple document (.pages)", ".docx"),
        (zipped({"opinion.txt": "x"}), "a.zip", "a zip archive", "unpack it"),
        (b"\x1f\x8b\x08\0\0\0\0\0\0\x03" + bytes(60), "a.html.gz", "a gzip archive", "unpack it"),
        (b"\xfd7zXZ\0\0\x04" + bytes(60), "data.jsonl.xz", "an xz archive", "unpack it"),
        (b"bplist00\xd1\x01\x02" + bytes(60), "a.webarchive", "a web archive of Safari", ".txt"),
    ],
)  # fmt: skip
def test_what_is_refused_by_name(data: bytes, name: str, words: str, advice: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, name)
    assert caught.value.code == "R03"
    assert words in caught.value.message
    assert advice in caught.value.advice


def test_the_hand_written_document_has_no_number_too_many() -> None:
    assert "[1]" in read_bytes(zipped(parts(BODY)), "a.docx").text
