"""Letters that a font joins in one sign, and a PDF's text keeps so: ``ﬁled`` is "filed"."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from generator.offsets import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

_LIGATURE = re.compile("[\ufb00-\ufb06]")


def apply(text: str) -> Iterator[Edit]:
    """The letters in place of each sign (Unicode's own decomposition)."""
    for match in _LIGATURE.finditer(text):
        letters = unicodedata.normalize("NFKC", match.group())
        yield Edit(match.start(), match.end(), letters, "decode")
