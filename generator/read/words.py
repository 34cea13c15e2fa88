"""The words of one paragraph in the making, piece by piece, as word processors keep them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.read.items import Item

if TYPE_CHECKING:
    from generator.model import SegmentRole

# What is a note's number or sign when it is raised: a raised "th" is none.
RAISED = re.compile(r"\d{1,3}|\*{1,3}|†")


class Words:
    """Runs of blanks become one, and none stands at either end."""

    def __init__(self, opening: str = "") -> None:
        self.parts = [opening] if opening else []
        self.length = len(opening)
        self.blank = False
        self.emphasis: list[list[int]] = []
        self.links: list[tuple[tuple[int, int], str]] = []

    def add(self, words: str, *, italic: bool = False) -> None:
        """Put words behind those that are there; italics that touch make one span."""
        core = " ".join(words.replace("\0", "").split())
        self.blank = self.blank or words[:1].isspace()
        if not core:
            return
        gap = 1 if self.blank and self.length else 0
        start = self.length + gap
        self.parts.append(" " * gap + core)
        self.length = start + len(core)
        self.blank = words[-1].isspace()
        if not italic:
            return
        if self.emphasis and self.emphasis[-1][1] == start - gap:
            self.emphasis[-1][1] = self.length
        else:
            self.emphasis.append([start, self.length])

    def here(self) -> int:
        """Where the next word will begin."""
        return self.length + (1 if self.blank and self.length else 0)

    def item(self, role: SegmentRole) -> Item:
        """The paragraph that they make."""
        spans = [(s, e) for s, e in self.emphasis]
        return Item("".join(self.parts).rstrip(), role, None, spans, self.links)


def raised(words: str, *, opens: bool) -> str:
    """Raised words as the text shows them: a note's number in brackets, with a blank behind it where it ``opens`` the
    note itself; other words as they are.
    """
    sign = words.strip()
    if not RAISED.fullmatch(sign):
        return words
    return f"[{sign}]" + (" " if opens else "")
