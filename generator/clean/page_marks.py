"""Star pages in the text, ``[*553]``: the page of the reporter begins there.  Kept as page marks, not as words.

Texts from the services count in several reporters at once, ``[*553] [**1287]``; the single star is the
official one, and only its pages become star pages.  The other marks are taken out of the words too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.offsets import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARK = re.compile(r"(?P<before>[ \t]*)\[(?P<stars>\*{1,4})(?P<page>\d{1,5})\](?P<after>[ \t]*)")


def apply(text: str) -> Iterator[Edit]:
    """Take the mark out; the blanks round it become one."""
    for match in _MARK.finditer(text):
        at_edge = match.start() == 0 or text[match.start() - 1] == "\n"
        blank = " " if (match["before"] or match["after"]) and not at_edge else ""
        yield Edit(match.start(), match.end(), blank, "drop")


def number(mark: str) -> int | None:
    """The page of the official reporter that a mark names; ``None`` for another reporter's."""
    match = _MARK.search(mark)
    return int(match["page"]) if match and match["stars"] == "*" else None
