"""The ``docx`` dialect: a document of Microsoft Word.

Its paragraphs are the text's, in order; the styles tell headings and quotes, italics and links are kept as data, and the
notes stand behind the paragraphs that call them.  Text in boxes, drawings, headers and footers, and what the revisions
have struck out, is left out; numbers that Word counts by itself (of lists) are not in the file and cannot be shown.
A document that holds the print of a service is read as such.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.errors import ReadError
from generator.read import lexis
from generator.read.decode import check_size
from generator.read.items import assembled
from generator.read.reading import Raw, Reading
from generator.read.sniff import sniff
from generator.read.word.document import items
from generator.read.word.package import opened

if TYPE_CHECKING:
    from generator.read.items import Item


def holds(data: bytes) -> bool:
    """Whether the bytes are a Word document, or the beginning of one: a zip archive with a folder ``word/``."""
    # The names of all files stand at an archive's end once more.
    return data.startswith(b"PK\x03\x04") and (b"word/" in data[:4096] or b"word/" in data[-65_536:])


def read(raw: Raw) -> Reading:
    """The document's text, one line a paragraph.  Raises ``ReadError``: R01 where it has none, R02, R19 for a file that
    is damaged or unpacks to too much.
    """
    check_size(len(raw.data), raw.place)
    found = list(items(opened(raw.data, raw.place), raw.place))
    if not found:
        raise ReadError(
            "the document holds no text",
            code="R01",
            file=raw.place,
            advice="put the text of the opinion into it; text in boxes and pictures is not read",
        )
    reading = assembled(found)
    return _of_service(reading, found) or reading


def _of_service(reading: Reading, found: list[Item]) -> Reading | None:
    """The print of a service saved by Word is a text with lines of the service's own."""
    if any(item.role == "footnote" for item in found):
        return None
    if sniff(reading.text, "opinion.txt").dialect != "lexis":
        return None
    return Reading(
        reading.text,
        lexis.segments(reading.text),
        reading.emphasis,
        links=reading.links,
        dialect="lexis",
    )
