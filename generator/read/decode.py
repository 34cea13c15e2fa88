"""Bytes to text: which encoding a file is in, and which files hold no text at all.

Nothing is translated: line ends, a byte-order mark (U+FEFF) and control characters stay where they
are, because all offsets count in this text.  Refusals (``ReadError``):

* R01 the file is empty, or blank
* R02 the file is over ``SIZE_LIMIT``, or its text over ``TEXT_LIMIT``
* R03 the file is not text
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from generator.errors import ReadError

SIZE_LIMIT = 50_000_000  # bytes of a file, whose pictures and markup may be most of it
TEXT_LIMIT = 5_000_000  # characters of one opinion's text; the longest ever printed are below
# What text never holds but by damage: the C0 controls without the blanks (TAB LF VT FF CR), and
# DEL.
_CONTROLS = bytes(c for c in range(32) if c not in b"\t\n\v\f\r") + b"\x7f"
# Real opinions with stray controls have measured shares below 0.001; compressed data has more than
# 0.1.
_CONTROL_SHARE = 0.05
_CONTROL_FLOOR = 8  # so few say nothing in a short text
_SAMPLE = 100_000  # characters of a UTF-16 text that are judged
_NOT_BLANK = re.compile(r"[^\s\x00-\x1f\x7f-\x9f\xad\u200b-\u200f\u2060\ufeff\ufffd]")
_SAVE_AS_TEXT = "save the opinion's text as a plain .txt file in UTF-8"
_SAVE_AS_DOCX = (
    "open it in a word processor and save it as .docx, or its text as a plain .txt file in UTF-8"
)
_UNPACK = "unpack it, and give the file that is in it"
_OFFICE = ("(.odt)", "or other Office document", "(.wpd)", "(.pages)", "(.epub)")
_PACKED = (" archive",)
# What a file begins with → what it is.  Office files and e-books are zip archives: see
# ``_archive``.
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word (.doc) or other Office document"),
    (b"\xffWPC", "a WordPerfect document (.wpd)"),
    (b"bplist00", "a web archive of Safari (.webarchive) or other property list"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"\x7fELF", "a program (ELF)"),
    (b"SQLite format 3\x00", "an SQLite database"),
)
# What a text may begin with too is only believed where the bytes behind it are no text ("BZh" could
# be a name).
_WORDLIKE = frozenset({b"BZh", b"%PDF-", b"GIF87a", b"GIF89a"})
# What an archive's first entries name → what the archive is.
_ARCHIVES: tuple[tuple[bytes, str], ...] = (
    (b"application/epub+zip", "an e-book (.epub)"),
    (b"Index/Document.iwa", "an Apple document (.pages)"),
    (b"application/epub+zip", "an e-book (.epub)"),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file (.odt)"),
    (b"word/", "a Word document (.docx)"),
    (b"[Content_Types].xml", "an Office document (.docx or the like)"),
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file as text.

    ``encoding`` is for people, such as ``utf-8 with 2 damaged bytes``.  ``faithful``: the text is
    what ``bytes.decode("utf-8", errors="replace")`` gives, so offsets count in the file itself;
    where it is not, the text has to be written beside ``case.json``.
    """

    text: str
    encoding: str
    faithful: bool


def check_size(size: int, file: str) -> None:
    """Refuse (R02) a file of ``size`` bytes when that is over ``SIZE_LIMIT``; to be asked before
    the file is read.
    """
    if size > SIZE_LIMIT:
        raise ReadError(
            f"the file has {size / 1e6:.1f} MB, and {SIZE_LIMIT // 1_000_000} MB is the most that is read",
            code="R02",
            file=file,
            advice="give each opinion a file of its own",
        )


def check_length(text: str, file: str) -> None:
    """Refuse (R02) a text of over ``TEXT_LIMIT`` characters: it is no one opinion, and would take minutes."""
    if len(text) > TEXT_LIMIT:
        raise ReadError(
            f"the text has {len(text) / 1e6:.1f} million characters, and {TEXT_LIMIT // 1_000_000} million is the most "
            "that is read as one opinion",
            code="R02",
            file=file,
            advice="give each opinion a file of its own; pincite split takes apart a text of several",
        )


def decode(data: bytes, file: str) -> Decoded:
    """The text of ``data``.  ``file`` is what errors call it.  Raises ``ReadError``: R01, R02 or
    R03.
    """
    check_size(len(data), file)
    # NULs at the end are the padding of a download that broke off: they make no text binary.
    body = data.rstrip(b"\0")
    if not body.strip():
        raise _blank(file)
    decoded = _marked(data)
    if decoded is None:
        _refuse_binary(body, file)
        decoded = _utf8(data) or _windows(data)
    elif _looks_binary(decoded.text[:_SAMPLE]):
        raise _binary("binary data", file)
    if not _NOT_BLANK.search(decoded.text):
        raise _blank(file)
    return decoded


def _marked(data: bytes) -> Decoded | None:
    """Text that a byte-order mark declares to be UTF-16 or UTF-32; UTF-8 keeps its mark and is left
    to ``_utf8``.
    """
    # UTF-32's little-endian mark begins with UTF-16's, so it is asked first.
    for mark, encoding in (
        (b"\xff\xfe\0\0", "utf-32"),
        (b"\0\0\xfe\xff", "utf-32"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if data.startswith(mark):
            text = data.decode(encoding, errors="replace")
            damaged = text.count("\ufffd")
            return Decoded(
                text,
                f"{encoding} with {_count(damaged, 'damaged character')}" if damaged else encoding,
                faithful=False,
            )
    return None


def _utf8(data: bytes) -> Decoded | None:
    """Text in UTF-8, damaged or not; ``None`` when the bytes that are not ASCII are rather another
    encoding's.
    """
    try:
        return Decoded(data.decode("utf-8"), "utf-8", faithful=True)
    except UnicodeDecodeError as error:
        # The first fault is a character that the end of the file cuts: all before it is valid.
        cut = error.reason == "unexpected end of data"
    text = data.decode("utf-8", errors="replace")
    if cut:
        return Decoded(text, "utf-8, cut off within its last character", faithful=True)
    kept = data.decode("utf-8", errors="ignore")
    damaged = len(data) - len(kept.encode("utf-8"))
    valid = len(kept) - len(kept.encode("ascii", errors="ignore"))
    # Accents and quotation marks of Windows-1252 almost never stand so that they form UTF-8
    # sequences: where twice as many do as do not, it is UTF-8 with damage.
    if valid < 2 * damaged:
        return None
    return Decoded(text, f"utf-8 with {_count(damaged, 'damaged byte')}", faithful=True)


def _windows(data: bytes) -> Decoded:
    """Windows-1252, which holds Latin-1's letters too.  Its five undefined bytes are the controls
    that they are in Latin-1.
    """
    import codecs

    text, _ = codecs.charmap_decode(data, "strict", _windows_table())
    undefined = sum(data.count(byte) for byte in (b"\x81", b"\x8d", b"\x8f", b"\x90", b"\x9d"))
    note = f" with {_count(undefined, 'undefined byte')}" if undefined else ""
    return Decoded(text, f"windows-1252{note}", faithful=False)


@cache
def _windows_table() -> str:
    """The character of each of the 256 bytes."""
    table = [chr(byte) for byte in range(256)]
    for byte in range(0x80, 0xA0):
        table[byte] = bytes([byte]).decode("cp1252", errors="ignore") or chr(byte)
    return "".join(table)


def _refuse_binary(body: bytes, file: str) -> None:
    """Raise R03 when ``body`` begins like a known binary format or has too many bytes that text
    never holds.
    """
    controls = len(body) - len(body.translate(None, _CONTROLS))
    binary = controls > _CONTROL_FLOOR and controls > _CONTROL_SHARE * len(body)
    start = body.lstrip()[:8] if body[:1].isspace() else body[:16]
    for magic, name in _MAGIC:
        if start.startswith(magic) and (binary or magic not in _WORDLIKE or not _is_utf8(body)):
            raise _binary(_archive(body) if magic == b"PK\x03\x04" else name, file)
    if start.startswith(b"%PDF-1.") and b"endobj" in body:  # a PDF can be all ASCII
        raise _binary("a PDF", file)
    if binary:
        raise _binary(_kind(body), file)


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" + ("" if number == 1 else "s")


def _is_utf8(body: bytes) -> bool:
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _archive(body: bytes) -> str:
    head = body[:4096]
    # The names of all entries stand at the end of a zip archive once more.
    names = head + body[-65_536:]
    return next((name for mark, name in _ARCHIVES if mark in names), "a zip archive")


def _kind(body: bytes) -> str:
    """UTF-16 without its mark has a NUL in every other place; people can mend that themselves once
    they are told.
    """
    head = body[:4096]
    for nulls, letters in ((head[1::2], head[0::2]), (head[0::2], head[1::2])):
        if nulls.count(0) > 0.7 * len(nulls) and letters.count(0) < 0.1 * len(letters):
            return "UTF-16 text without a byte-order mark"
    return "binary data"


def _looks_binary(text: str) -> bool:
    """Whether a text in UTF-16 is only bytes that happen to begin with its mark: many code points
    nobody has assigned.
    """
    import unicodedata

    odd = sum(
        unicodedata.category(c) in ("Cn", "Co", "Cc") and c not in "\t\n\v\f\r" for c in text
    ) + text.count("\ufffd")
    return odd > _CONTROL_FLOOR and odd > _CONTROL_SHARE * len(text)


def _blank(file: str) -> ReadError:
    return ReadError(
        "the file is empty or blank",
        code="R01",
        file=file,
        advice="put the text of the opinion into it",
    )


def _binary(name: str, file: str) -> ReadError:
    advice = _SAVE_AS_TEXT
    if name.endswith(_OFFICE):
        advice = _SAVE_AS_DOCX
    elif name.endswith(_PACKED):
        advice = _UNPACK
    return ReadError(f"this is {name}, not plain text", code="R03", file=file, advice=advice)
