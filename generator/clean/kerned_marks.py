"""A blank before a closing mark that kerning left: ``because of ”``, ``the plaintiff ’s sex``, ``factor. ’ ”``.

Printers move a mark off the overhang of an "f", and programs that take the text out of a PDF read a blank.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.offsets import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

_BLANK = re.compile(r" (?=[”’])")
_APOSTROPHE = re.compile(r"’(?:s\b|\W|$)", re.MULTILINE)


def apply(text: str) -> Iterator[Edit]:
    """Close it up.  Between two closing marks the blank is the printer's own: ``factor.’ ”``."""
    for match in _BLANK.finditer(text):
        at = match.start()
        before, after = text[at - 1 : at], text[at + 1 : at + 4]
        overhang = before in ("f", "F") and (after[0] == "”" or _APOSTROPHE.match(after))
        if overhang or (before in (".", ",", "?", "!") and after.startswith(("’ ”", "’”"))):
            yield Edit(at, at + 1, "", "space")
