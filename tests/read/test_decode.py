"""Bytes to text: what is read, how, and what is refused."""

from __future__ import annotations

import gzip
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import ReadError
from generator.read.decode import SIZE_LIMIT, check_size, decode

PROSE = "JUSTICE WHITE delivered the opinion of the Court.\nThis case presents the question under 42 U. S. C. § 1983.\n"


def _zip(name: str, content: bytes = b"x") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "text", "encoding", "faithful"),
    [
        (b"It is so ordered.", "It is so ordered.", "utf-8", True),
        ("§ 1983".encode(), "§ 1983", "utf-8", True),
        ("\ufeff§ 1983".encode(), "\ufeff§ 1983", "utf-8", True),
        (b"one\r\ntwo\rthree\n", "one\r\ntwo\rthree\n", "utf-8", True),
        (b"a\0b \x01 c\x0c", "a\0b \x01 c\x0c", "utf-8", True),
        (b"a" * 30 + b"\0" * 200, "a" * 30 + "\0" * 200, "utf-8", True),
        (
            "§ 1983 “x”".encode()[:-1],
            "§ 1983 “x\ufffd",
            "utf-8, cut off within its last character",
            True,
        ),
        ("a 😀".encode()[:-1], "a \ufffd", "utf-8, cut off within its last character", True),
        ("“a” “b” ".encode() + b"\x93c", "“a” “b” \ufffdc", "utf-8 with 1 damaged byte", True),
        (
            "“a” “b” ".encode() + b"\x93c\x94 d",
            "“a” “b” \ufffdc\ufffd d",
            "utf-8 with 2 damaged bytes",
            True,
        ),
        (b"\x93caf\xe9\x94 \xa7 1983", "“café” § 1983", "windows-1252", False),
        (b"caf\xe9 noir", "café noir", "windows-1252", False),
        (
            b"a\x81b\x9d caf\xe9 noir",
            "a\x81b\x9d café noir",
            "windows-1252 with 2 undefined bytes",
            False,
        ),
        ("“x” § 1983".encode("utf-16"), "“x” § 1983", "utf-16", False),
        (b"\xfe\xff" + "“x” § 1983".encode("utf-16-be"), "“x” § 1983", "utf-16", False),
        ("“x” § 1983".encode("utf-32"), "“x” § 1983", "utf-32", False),
        ("abc".encode("utf-16")[:-1], "ab\ufffd", "utf-16 with 1 damaged character", False),
        # What begins like a binary file, and is text.
        (b"BZhang and others v. State", "BZhang and others v. State", "utf-8", True),
        (b"PK v. State", "PK v. State", "utf-8", True),
        (b"%PDF- is how such files begin.", "%PDF- is how such files begin.", "utf-8", True),
        (b"GIF89a was the format in suit.", "GIF89a was the format in suit.", "utf-8", True),
    ],
)
def test_text(data: bytes, text: str, encoding: str, faithful: bool) -> None:
    decoded = decode(data, "opinion.txt")
    assert (decoded.text, decoded.encoding, decoded.faithful) == (text, encoding, faithful)


@pytest.mark.parametrize(
    ("data", "code", "says"),
    [
        (b"", "R01", "empty"),
        (b" \r\n\t\x0c\n", "R01", "empty"),
        (b"\0" * 40, "R01", "empty"),
        ("\ufeff\u200b \u00a0\n".encode(), "R01", "empty"),
        ("\n \n".encode("utf-16"), "R01", "empty"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "R03", "a PDF"),
        (b"\n%PDF-1.4\n1 0 obj <<>> endobj", "R03", "a PDF"),
        (_zip("notes.txt"), "R03", "a zip archive"),
        (_zip("word/document.xml"), "R03", "Word document (.docx)"),
        (_zip("mimetype", b"application/epub+zip"), "R03", "e-book"),
        (_zip("mimetype", b"application/vnd.oasis.opendocument.text"), "R03", "OpenDocument"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "R03", "old Word"),
        (gzip.compress(PROSE.encode()), "R03", "gzip"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "R03", "PNG"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "R03", "JPEG"),
        (b"GIF89a\x01\0\x01\0\x80\0\0\xff\xff\xff", "R03", "GIF"),
        (b"\x7fELF\x02\x01\x01" + bytes(9) + b"\x03", "R03", "ELF"),
        (bytes(range(256)) * 8, "R03", "binary data"),
        (PROSE.encode("utf-16-le"), "R03", "UTF-16 text without a byte-order mark"),
        (b"\xff\xfe" + bytes(range(256)) * 8, "R03", "binary data"),
    ],
)
def test_refused(data: bytes, code: str, says: str) -> None:
    with pytest.raises(ReadError) as caught:
        decode(data, "some/opinion.txt")
    assert caught.value.code == code
    assert says in caught.value.message
    assert caught.value.file == "some/opinion.txt"
    assert caught.value.advice


def test_size() -> None:
    check_size(SIZE_LIMIT, "opinion.txt")
    with pytest.raises(ReadError, match="R02") as caught:
        check_size(SIZE_LIMIT + 1, "opinion.txt")
    assert "50 MB" in caught.value.message
    with pytest.raises(ReadError, match="R02"):
        decode(b"a" * (SIZE_LIMIT + 1), "opinion.txt")


@given(st.text())
def test_utf8_comes_as_it_is(text: str) -> None:
    try:
        decoded = decode((PROSE + text).encode(), "f")
    except ReadError as error:
        # Only a text with very many controls is taken for something else.
        assert error.code == "R03"  # noqa: PT017
        assert sum(c < " " or c == "\x7f" for c in text) > 8
        return
    assert decoded.text == PROSE + text
    assert decoded.faithful


@given(st.binary(max_size=400))
def test_whatever_the_bytes(data: bytes) -> None:
    """Never a crash, never a lone surrogate, and faithful means what it says."""
    for whole in (data, PROSE.encode() + data, PROSE.encode("cp1252") + data):
        try:
            decoded = decode(whole, "f")
        except ReadError as error:
            assert error.code in ("R01", "R03")  # noqa: PT017
            continue
        decoded.text.encode()
        assert not decoded.faithful or decoded.text == whole.decode("utf-8", errors="replace")
        assert decoded.encoding != "utf-8" or decoded.text.encode() == whole


@given(st.text(st.characters(codec="cp1252", exclude_categories=["Cc"]), min_size=1))
def test_windows_text_is_never_silently_wrong(text: str) -> None:
    decoded = decode((PROSE + text + " x").encode("cp1252"), "f")
    assert decoded.text == PROSE + text + " x" or "damaged" in decoded.encoding
