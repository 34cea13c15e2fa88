"""Malformed files end in a clear message within seconds, and nothing is written; or they are read without a crash."""

from __future__ import annotations

import io
import os
import resource
import struct
import subprocess
import sys
import textwrap
import time
import zipfile
from typing import TYPE_CHECKING

import pytest

from generator.add import add_opinion
from generator.conservation import check
from generator.convert import convert
from generator.errors import PinciteError, ReadError
from generator.model import CaseInfo
from generator.read import READERS, read_bytes, read_source
from tests.kit import FIXTURES, ROOT
from tests.read.test_rtf import OPINION
from tests.read.word import made

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

COURT = b"JUSTICE KAGAN delivered the opinion of the Court.\n\n"
MARKDOWN = (
    COURT + b"The *rule* in [Roe](http://example.org) is *12 old.[1]\n\n> So.\n\n[1] See Roe.\n"
)
SECONDS = 5


def refused(data: bytes, name: str = "opinion.txt") -> ReadError:
    start = time.process_time()
    with pytest.raises(ReadError) as caught:
        read_bytes(data, name)
    assert time.process_time() - start < SECONDS
    assert caught.value.code
    assert caught.value.advice
    return caught.value


def survives(data: bytes, name: str) -> None:
    """Whatever it is, it is refused with a code or every letter is accounted for."""
    start = time.process_time()
    try:
        source = read_bytes(data, name)
    except ReadError as problem:
        refusal: tuple[str | None, str | None] | None = (problem.code, problem.advice)
    else:
        refusal = None
        case = convert(source, "doe-v-roe", CaseInfo())
        assert check(source.text, case.blocks, case.clean.repairs) is None
    assert refusal is None or all(refusal)
    assert time.process_time() - start < SECONDS


def samples() -> dict[str, bytes]:
    return {
        "lexis.txt": (ROOT / "site_src/opinions/malley-v-briggs/opinion.txt").read_bytes()[:9_000],
        "plain.txt": min(FIXTURES.glob("*.txt")).read_bytes()[:9_000],
        "casebook.md": MARKDOWN,
        "word.docx": made.zipped(made.parts()),
        "rich.rtf": OPINION.encode(),
    }


@pytest.mark.parametrize("name", samples())
@pytest.mark.parametrize("share", [0.02, 0.3, 0.5, 0.9, 0.999])
def test_cut_off(name: str, share: float) -> None:
    data = samples()[name]
    survives(data[: int(len(data) * share)], name)


@pytest.mark.parametrize("name", samples())
@pytest.mark.parametrize("other", ["opinion.txt", "opinion.md", "opinion.docx", "opinion.pdf"])
def test_a_wrong_ending(name: str, other: str) -> None:
    survives(samples()[name], other)


@pytest.mark.parametrize("name", ["lexis.txt", "plain.txt", "casebook.md", "rich.rtf"])
@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "cp037", "utf-7"])
def test_a_wrong_encoding(name: str, encoding: str) -> None:
    survives(samples()[name].decode("utf-8", errors="replace").encode(encoding, "replace"), name)


@pytest.mark.parametrize("name", ["lexis.txt", "plain.txt", "casebook.md", "rich.rtf"])
def test_nuls(name: str) -> None:
    data = samples()[name]
    survives(data.replace(b"e", b"\0", 6), name)
    survives(data + b"\0" * 100_000, name)
    assert refused(b"\0".join(data[k : k + 1] for k in range(len(data))), name).code == "R03"


def test_every_reader_of_text_bears_a_text_that_is_not_its_own() -> None:
    text = (
        "[*12] n1 \f\v\x85 <concur> # > * _ ` [^1]: [HN1] - - - Footnotes - - -\nn1 x\n(Slip Opinion)\n"
        * 40
    )
    for dialect in READERS:
        for stretch in (text, "x", text.replace("\n", " "), "\n" * 50 + text[::-1]):
            try:
                source = read_bytes(stretch.encode(), "opinion.txt", dialect)
            except ReadError:
                continue
            case = convert(source, "doe-v-roe", CaseInfo())
            assert check(source.text, case.blocks, case.clean.repairs) is None, dialect


def test_a_line_of_300_megabytes_is_refused_unread(tmp_path: Path) -> None:
    for name in ("opinion.txt", "opinion.md", "opinion.docx"):
        path = tmp_path / name
        with path.open("wb") as out:
            os.truncate(out.fileno(), 300_000_000)
        start = time.process_time()
        with pytest.raises(ReadError) as caught:
            read_source(path)
        assert caught.value.code == "R02"
        assert time.process_time() - start < 0.5


DEEP: dict[str, str] = {
    "quotes": ">" * 10_000 + " x",
    "quotes, a blank each": "> " * 10_000 + "x",
    "lists": "- " * 10_000 + "x",
    "lists by lines": "".join("  " * k + "- x\n" for k in range(200)),
    "numbers": "1. " * 10_000 + "x",
}
DENSE: dict[str, str] = {
    "stars": "*" * 10_000 + "x",
    "stars and blanks": "* " * 10_000 + "x",
    "stars and words": "*a **b " * 5_000,
    "lines under words": "_a " * 10_000,
    "brackets": "[" * 10_000 + "x" + "]" * 10_000,
    "addresses": "[a](" * 10_000,
    "pictures": "![" * 10_000,
    "tags": "<a " * 10_000,
    "comments": "<!-- " * 10_000,
    "entities": "&#1" * 10_000,
    "escapes": "\\" * 20_001,
    "notes": "[^1]: a\n" * 3_000,
    "star pages": "*12 " * 20_000,
    "head": "511 U.S. 298; " * 20 + "x",
    "headnotes": "[HN1] LEdHN[1A] " * 5_000,
    "frames": "- - Footnotes - -\n\n" * 3_000,
    "marks at line ends": "_a_" + "\n!" * 20_000,
    "blanks at line ends": "_a_" + "\n\xa0" * 20_000,
    "dashes and marks": "_a_" + "—!" * 20_000,
}


@pytest.mark.parametrize("words", DEEP.values(), ids=DEEP)
def test_deep_nesting_is_refused(words: str) -> None:
    assert refused(COURT + words.encode(), "opinion.md").code == "R20"


@pytest.mark.parametrize("words", DENSE.values(), ids=DENSE)
def test_dense_signs_take_time_in_proportion(words: str) -> None:
    survives(COURT + words.encode(), "opinion.md")
    survives(COURT + words.encode(), "opinion.txt")


@pytest.mark.parametrize("name", ["opinion.txt", "opinion.md", "slip.txt", "opinion.rtf"])
def test_a_text_longer_than_any_opinion_is_refused(name: str) -> None:
    head = b"{\\rtf1 " if name.endswith("rtf") else COURT
    error = refused(head + b"word " * 1_010_000, name)
    assert (error.code, "million characters" in error.message) == ("R02", True)


DENSE_TEXT = {
    "pages of a service": ("511 U.S. 298; 114 S. Ct. 1522\n\n", "the [*553] court "),
    "printed pages": (
        "(Slip Opinion)\n",
        "Cite as: 511 U. S. ____ (2018)  3\nOpinion of the Court\nx\n\f",
    ),
    "numbers that may be calls": ("511 U.S. 298; 114 S. Ct. 1522\n\n", "said.1 And 2 so 3 "),
    "notes": ("JUSTICE KAGAN, dissenting.\n\nA[1]\n\n", "[1] a note\n\n"),
}


@pytest.mark.parametrize(("head", "unit"), DENSE_TEXT.values(), ids=DENSE_TEXT)
def test_what_fills_a_text_takes_time_in_proportion(head: str, unit: str) -> None:
    """Each of these took a minute where steps looked through all that came before."""
    text = head + unit * (150_000 // len(unit))
    survives(text.encode(), "opinion.txt")


# --- Word documents


def bomb(declared: int | None = None) -> bytes:
    """A document whose body unpacks to 60 MB; with ``declared``, its list of parts says that it is so small."""
    body = made.paragraph("x" * 1_000) * 60_000
    data = bytearray(made.zipped(made.parts(body)))
    if declared is None:
        return bytes(data)
    name = b"word/document.xml"
    for magic, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = data.find(magic)
        while place >= 0 and name not in bytes(data[place : place + 80]):
            place = data.find(magic, place + 4)
        struct.pack_into("<I", data, place + at, declared)
    return bytes(data)


def nested(depth: int) -> bytes:
    tag = "w:smartTag"
    inner = f"<{tag}>" * depth + "<w:r><w:t>x</w:t></w:r>" + f"</{tag}>" * depth
    return made.zipped(made.parts(f"<w:p>{inner}</w:p>"))


def with_part(name: str, words: str) -> bytes:
    return made.zipped({**made.parts(), name: words})


def laughs() -> bytes:
    entities = "".join(f'<!ENTITY e{k} "{f"&e{k - 1};" * 10}">' for k in range(1, 10))
    document = made.parts("<w:p><w:r><w:t>&e9;</w:t></w:r></w:p>")["word/document.xml"]
    declared = f'<!DOCTYPE w:document [<!ENTITY e0 "ha">{entities}]>'
    return with_part("word/document.xml", document.replace("\n", f"\n{declared}", 1))


def outside() -> bytes:
    document = made.parts("<w:p><w:r><w:t>a &x; b</w:t></w:r></w:p>")["word/document.xml"]
    declared = '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    return with_part("word/document.xml", document.replace("\n", f"\n{declared}", 1))


def locked() -> bytes:
    data = bytearray(made.zipped(made.parts()))
    for magic, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(magic) + at] |= 1
    return bytes(data)


def many_parts() -> bytes:
    return made.zipped({**made.parts(), **{f"word/{k}.bin": "" for k in range(2_100)}})


BAD_WORD: dict[str, Callable[[], bytes]] = {
    "a bomb": bomb,
    "a bomb that lies": lambda: bomb(1_000),
    "deep nesting": lambda: nested(10_000),
    "a password": locked,
    "many parts": many_parts,
    "no list of parts": lambda: made.zipped(made.parts())[:900],
    "no document": lambda: made.zipped({"word/other.xml": "x"}),
    "a document that is no XML": lambda: with_part("word/document.xml", "{}"),
    "notes that are no XML": lambda: with_part("word/footnotes.xml", "<w:footnotes"),
    "relations that are no XML": lambda: with_part("word/_rels/document.xml.rels", "<"),
    "a document of another kind": lambda: with_part(
        "[Content_Types].xml", made.TYPES.replace("document.main", "template.main")
    ),
}


@pytest.mark.parametrize("data", BAD_WORD.values(), ids=BAD_WORD)
def test_bad_word_documents_are_refused(data: Callable[[], bytes]) -> None:
    assert refused(data(), "opinion.docx").code == "R19"


def test_entities_are_neither_multiplied_nor_fetched() -> None:
    for data in (laughs(), outside()):
        try:
            text = read_bytes(data, "opinion.docx").text
        except ReadError:
            continue
        assert "root:" not in text
        assert "haha" not in text


def test_other_archives_and_old_documents_are_named() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    odt = refused(out.getvalue(), "opinion.odt")
    assert (odt.code, "OpenDocument" in odt.message, ".docx" in odt.advice) == ("R03", True, True)
    doc = refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2_000, "opinion.doc")
    assert (doc.code, ".doc" in doc.message, ".docx" in doc.advice) == ("R03", True, True)


def test_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "site_src/opinions").mkdir(parents=True)
    for name, data in (
        ("bomb.docx", bomb()),
        ("deep.md", COURT + b">" * 10_000),
        ("cut.docx", made.zipped(made.parts())[:500]),
        ("null.txt", b"\0" * 500),
    ):
        raw = tmp_path / name
        raw.write_bytes(data)
        with pytest.raises(PinciteError):
            add_opinion(raw, tmp_path)
        assert list((tmp_path / "site_src/opinions").iterdir()) == []


def test_one_gigabyte_is_enough() -> None:
    """The worst of them, in a process that may take no more."""
    program = textwrap.dedent(
        """
        from generator.errors import ReadError
        from generator.read import read_bytes
        from tests.read import test_malformed as bad
        for data, name in (
            (bad.bomb(), "a.docx"), (bad.bomb(1_000), "a.docx"), (bad.nested(10_000), "a.docx"),
            (bad.laughs(), "a.docx"), (bad.COURT + b"word " * 2_100_000, "a.md"),
            (bad.COURT + b">" * 10_000, "a.md"), (bad.COURT + b"[" * 100_000, "a.md"),
        ):
            try:
                read_bytes(data, name)
            except ReadError as problem:
                print(problem.code)
        """
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (10**9, 10**9)),
    )
    assert done.returncode == 0, done.stderr[-2_000:]
    assert done.stdout.split()[:3] == ["R19", "R19", "R19"]
