"""Runs of blanks become one blank.  That is no repair, but where a sentence does not end, the run is a trace."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.offsets import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

_OTHER = r"\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
# Every run but a plain blank alone, as stands between most words.
_RUN = re.compile(rf" [ {_OTHER}]+|[{_OTHER}][ {_OTHER}]*")
_SENTENCE_END = re.compile(r"[.?!:][\"”’')\]]*(?: ?\d{1,3})?$")


def apply(text: str) -> Iterator[Edit]:
    """One plain blank for every run of blanks of any kind and width."""
    for match in _RUN.finditer(text):
        yield Edit(match.start(), match.end(), " ", "blank")


def suggests_cut(source: str, start: int, end: int) -> bool:
    """Whether the run of blanks ``source[start:end]`` is a trace of something taken out.

    Typists put two blanks after a sentence; two elsewhere, or three anywhere, are what a bracketed word or a star page
    leaves behind.
    """
    run = source[start:end]
    if len(run) < 2 or "\n" in run:
        return False
    return len(run) > 2 or not _SENTENCE_END.search(source[max(0, start - 12) : start])
