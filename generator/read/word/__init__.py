"""The ``docx`` dialect: a document of Microsoft Word.

Its paragraphs are the text's, in order; the styles tell headings and quotes, italics and links are kept as data, and
the notes stand behind the paragraphs that call them.  Text in boxes, drawings, headers and footers, and what the
revisions have struck out, is left out; numbers that Word counts by itself (of lists) are not in the file and cannot be
shown.  A document that holds the print of a service is read as such.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.read.decode import check_size
from generator.read.processed import documented
from generator.read.word.document import items
from generator.read.word.package import opened

if TYPE_CHECKING:
    from generator.read.reading import Raw, Reading


def holds(data: bytes) -> bool:
    """Whether the bytes are a Word document, or the beginning of one: a zip archive with a folder ``word/``."""
    # The names of all files stand at an archive's end once more.
    return data.startswith(b"PK\x03\x04") and (
        b"word/" in data[:4096] or b"word/" in data[-65_536:]
    )


def read(raw: Raw) -> Reading:
    """The document's text, one line a paragraph.  Raises ``ReadError``: R01 where it has none, R02, R19 for a file that
    is damaged or unpacks to too much.
    """
    check_size(len(raw.data), raw.place)
    found = list(items(opened(raw.data, raw.place), raw.place))
    return documented(found, raw.place)
