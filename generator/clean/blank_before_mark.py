"""A blank before a comma or full stop (``Ventresca , 380 U.S.``, ``Id ., at 920``), left where markup was taken out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.offsets import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

_BLANK = re.compile(
    r" (?<=[\w)\]\"”’'] ) *(?=[,;:](?:[\s\"”’')\]]|$)"  # a comma, semicolon, colon
    r"|\.(?! ?\.)(?:[\s,;\"”’')\]]|$))",  # a full stop that is no part of an ellipsis ". . ."
    re.MULTILINE,
)


def apply(text: str) -> Iterator[Edit]:
    """Close it up.  The dots of an ellipsis keep their blanks."""
    for match in _BLANK.finditer(text):
        yield Edit(match.start(), match.end(), "", "space")
