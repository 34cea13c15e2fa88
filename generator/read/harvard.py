"""The ``harvard-xml`` dialect: a casebody in XML, alone or as the ``casebody`` of a JSON file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.read import cap
from generator.read.casebody import casebody_lines
from generator.read.markup import no_text
from generator.read.scribe import composed

if TYPE_CHECKING:
    from generator.read.reading import Raw, Reading


def read(raw: Raw) -> Reading:
    """The reading of a casebody."""
    if raw.text.lstrip("\ufeff\0 \t\r\n").startswith(("{", "[")):
        return cap.read(raw)
    lines, facts = casebody_lines(raw.text, raw.place)
    if not lines:
        raise no_text(raw.place, "its casebody is empty")
    return composed(lines, facts)
