"""The zip archive of a Word document, opened only after what it unpacks to has been looked at."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

from generator.errors import ReadError

if TYPE_CHECKING:
    from docx.document import Document

# Bytes.  An opinion of 200 pages has 0.2 MB of text in 2 MB of XML; pictures make up the rest.
XML_LIMIT = 24_000_000
WHOLE_LIMIT = 100_000_000
FILES_LIMIT = 2_000


def opened(data: bytes, place: str) -> Document:
    """The document.  What relationships to other files say is not followed.  Raises ``ReadError`` R19."""
    _checked(data, place)
    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    try:
        return docx.Document(io.BytesIO(data))
    except (
        OpcError,
        LxmlError,
        zipfile.BadZipFile,
        zlib.error,
        struct.error,
        NotImplementedError,
        RuntimeError,
        OSError,
        EOFError,
        LookupError,
        ValueError,
        AttributeError,
        TypeError,
        AssertionError,
    ) as problem:
        raise damaged(place, "it is no Word document inside") from problem


def _checked(data: bytes, place: str) -> None:
    """What the archive's own list of files says.  No file is unpacked beyond the size that stands there."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            files = archive.infolist()
    except (
        zipfile.BadZipFile,
        struct.error,
        NotImplementedError,
        OSError,
        ValueError,
        LookupError,
    ) as problem:
        raise damaged(place, "the list of its parts is missing or wrong") from problem
    if any(file.flag_bits & 1 for file in files):
        raise ReadError(
            "this Word document is locked with a password",
            code="R19",
            file=place,
            advice="open it in Word and save it without the password",
        )
    whole = sum(file.file_size for file in files)
    xml = sum(file.file_size for file in files if file.filename.lower().endswith((".xml", ".rels")))
    if len(files) > FILES_LIMIT or whole > WHOLE_LIMIT or xml > XML_LIMIT:
        raise ReadError(
            f"this Word document unpacks to {whole / 1e6:,.0f} MB in {len(files):,} parts, more than is read",
            code="R19",
            file=place,
            advice="save the opinion's text as a plain .txt file in UTF-8",
        )


def damaged(place: str, what: str) -> ReadError:
    """The error for a document that cannot be taken apart."""
    return ReadError(
        f"this Word document is damaged: {what}",
        code="R19",
        file=place,
        advice="fetch it again, or open it in a word processor and save it anew",
    )
