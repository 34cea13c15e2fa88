"""Star pages in the text, ``[*553]`` or ``*553``: a page of a reporter begins there.  Kept as page marks, not as words.

Texts from the services count in several reporters at once, ``[*553] [**1287]``; the official reporter's pages become
the star pages of the page, the others are kept as data (see ``stars``).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.clean import stars
from generator.offsets import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

_BLANKS = " \t\xa0"
_STARS = re.compile(r"(?P<stars>\*{1,4})(?P<page>\d{1,5})")


def apply(text: str) -> Iterator[Edit]:
    """Take the marks out; the blanks round a mark become one."""
    if "*" not in text:
        return
    marks = [*stars.BRACKETED.finditer(text), *stars.bare(text)]
    low = 0
    for mark in sorted(marks, key=lambda m: m.start()):
        start, end = mark.start(), mark.end()
        while start > low and text[start - 1] in _BLANKS:
            start -= 1
        while end < len(text) and text[end] in _BLANKS:
            end += 1
        at_edge = start == 0 or text[start - 1] == "\n"
        # Two marks side by side share a blank, which the first has taken; nothing else lies between.
        joined = 0 < low == start
        blank = "" if at_edge or joined else " " if (start, end) != mark.span() else ""
        yield Edit(start, end, blank, "drop")
        low = end


def number(mark: str) -> tuple[str, int] | None:
    """The stars and the page of a mark."""
    match = _STARS.search(mark)
    return (match["stars"], int(match["page"])) if match else None
