"""Characters that no reader can see: controls, marks of no width, overrides of the writing direction."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.offsets import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

# C0 and C1 controls but for the tab and the line end, byte-order marks, zero-width blanks, and the bidirectional
# overrides with which a text can be made to read otherwise than it is stored (CVE-2021-42574).
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\u200b\u200e\u200f\u2060\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]"
)


def apply(text: str) -> Iterator[Edit]:
    """Drop them; a C1 control that is a Windows-1252 mark read as Latin-1 (0x93 for “) is decoded instead."""
    for match in _UNSEEN.finditer(text):
        char = match.group()
        shown = _windows(char)
        yield Edit(match.start(), match.end(), shown, "decode" if shown else "drop")


def _windows(char: str) -> str:
    if not "\x80" <= char <= "\x9f":
        return ""
    try:
        return char.encode("latin-1").decode("cp1252")
    except UnicodeDecodeError:  # the five places that Windows-1252 leaves empty
        return ""
