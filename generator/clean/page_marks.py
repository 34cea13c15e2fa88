"""Star pages in the text, ``[*553]``: the page of the reporter begins there.  Kept as page marks, not as words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.offsets import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARK = re.compile(r"(?P<before>[ \t]*)\[\*(?P<page>\d{1,5})\](?P<after>[ \t]*)")


def apply(text: str) -> Iterator[Edit]:
    """Take the mark out; the blanks round it become one."""
    for match in _MARK.finditer(text):
        at_edge = match.start() == 0 or text[match.start() - 1] == "\n"
        blank = " " if (match["before"] or match["after"]) and not at_edge else ""
        yield Edit(match.start(), match.end(), blank, "drop")


def number(mark: str) -> int:
    """The page that a mark names."""
    match = _MARK.search(mark)
    return int(match["page"]) if match else 0
