"""Soft hyphens: the printer's leave to break a word, of no use on a page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.offsets import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

_SOFT = re.compile("\u00ad ?(?=[a-z])|\u00ad")


def apply(text: str) -> Iterator[Edit]:
    """Drop them, with the blank of the line end that they stood at."""
    for match in _SOFT.finditer(text):
        yield Edit(match.start(), match.end(), "", "dehyphenate")
