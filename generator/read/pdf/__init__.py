"""The ``pdf`` dialect: an opinion as a PDF with text in it, such as the Court's own slip opinions and bound volumes.

The pages are those of ``slip``; but a PDF also says where on the page each line stands, and how large, so that notes,
paragraphs and quotations need not be guessed from their words (``layout``, ``slip.places``).  The text that is taken
out is published as ``source.txt``, a line for each printed one.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from generator.read.pdf.extract import pages_of
from generator.read.pdf.furniture import cleared
from generator.read.pdf.layout import calls, part_notes
from generator.read.pdf.printed import printed
from generator.read.slip import Layout, reading_of
from generator.read.slip.places import note_paragraphs, paragraphs
from generator.read.slip.several import refuse_several
from generator.read.slip.sheets import sheets_of

if TYPE_CHECKING:
    from generator.read.pdf.printed import Printed
    from generator.read.reading import Raw, Reading
    from generator.read.slip.sheets import Sheet

_BY_PLACE = Layout(paragraphs, note_paragraphs, calls)


def read(raw: Raw) -> Reading:
    """The reading of a PDF.  Raises ``ReadError`` (R11, R12, R13) where none can be had."""
    text, pages = printed(pages_of(raw.data, raw.place))
    level = [[line for line in lines if not line.aside] for lines in pages]
    sheets = cleared(sheets_of(level), level)
    for sheet, lines in zip(sheets, (p for p in pages if p), strict=True):
        sheet.head += [line for line in lines if line.aside]  # a stamp in the margin
    refuse_several(sheets, raw.place, _where, "print the pages of each case to a PDF of its own")
    part_notes(sheets)
    italic = tuple(span for lines in pages for line in lines for span in line.italic)
    return replace(reading_of(text, sheets, _BY_PLACE), emphasis=italic)


def _where(sheet: Sheet) -> str:
    line = cast("Printed", next(iter([*sheet.head, *sheet.body])))
    return f"page {line.page + 1} of the PDF"
