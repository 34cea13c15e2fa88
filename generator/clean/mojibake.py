"""UTF-8 that was once read as Windows-1252: ``â€œprobable causeâ€`` for “probable cause”, ``Â§`` for §."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.offsets import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

# Every such sequence begins with one of these letters and goes on with characters beyond ASCII.
_SUSPECT = re.compile(r"[\u00c2-\u00f4][\u0080-\u2122]{1,3}")


def apply(text: str) -> Iterator[Edit]:
    """Decode a sequence where ``ftfy`` (the library for this damage) is sure; true accents (``Señor``) stay."""
    if not _SUSPECT.search(text):
        return
    import ftfy.bad_codecs  # noqa: F401 - registers the "sloppy" codecs: Windows-1252 as browsers decode it

    position = 0
    for match in _SUSPECT.finditer(text):
        if match.start() < position:
            continue
        for end in range(match.end(), match.start() + 1, -1):
            fixed = _decoded(text[match.start() : end])
            if fixed is not None:
                yield Edit(match.start(), end, fixed, "decode")
                position = end
                break


def _decoded(found: str) -> str | None:
    """The one character that ``found`` is the Windows-1252 reading of, or ``None``."""
    try:
        fixed = found.encode("sloppy-windows-1252").decode("utf-8")
    except UnicodeError:
        return None
    if fixed == "\xa0":
        return " "
    return fixed if len(fixed) == 1 and fixed.isprintable() else None
