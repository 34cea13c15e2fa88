"""What word processors saved, as a reading: an opinion of its own, or the print of a service that somebody kept so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.errors import ReadError
from generator.read import lexis
from generator.read.items import assembled
from generator.read.reading import Reading
from generator.read.sniff import sniff

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.read.items import Item


def documented(found: Sequence[Item], place: str) -> Reading:
    """The paragraphs of a document.  Raises ``ReadError`` R01 where it has none.

    The print of a service has lines of the service's own, which its reader knows; a document with notes of its own is
    nobody's print.
    """
    if not found:
        raise ReadError(
            "the document holds no text",
            code="R01",
            file=place,
            advice="put the text of the opinion into it; text in boxes and pictures is not read",
        )
    reading = assembled(found)
    if any(item.role == "footnote" for item in found):
        return reading
    if sniff(reading.text, "opinion.txt").dialect != "lexis":
        return reading
    text = reading.text
    return Reading(
        text, lexis.segments(text), reading.emphasis, links=reading.links, dialect="lexis"
    )
