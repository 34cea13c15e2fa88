"""The letters of a syllabus: ``a qualified immunity protects …`` is ``(a) Qualified immunity protects …``.

The Reporter of Decisions numbers the holdings of a syllabus 1, 2, 3, divides them into (a), (b), (c), and ends each
with its pages ("Pp. 8-10"). A flattened text has lost the figures and the brackets and kept the letters, at the
head of a paragraph or behind ``pp.`` ``a`` is a word too, and is taken for a letter only where ``b`` comes before
the next ``a``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.offsets import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import Case

_LETTER = re.compile(r"(?:^|(?<=\bpp\. ))([a-h]) (?=[^\W\d_])", re.IGNORECASE)
_KINDS = frozenset({"paragraph", "blockquote"})


def edits(case: Case) -> Iterator[Edit]:
    """Brackets about the letter, and the capital behind it."""
    text = case.clean.text
    for at in _lettered(case):
        yield Edit(at, at, "(", "punctuation")
        if text[at].isupper():  # taken for the first word of a sentence
            yield Edit(at, at + 1, text[at].lower(), "case")
        yield Edit(at + 1, at + 1, ")", "punctuation")
        if text[at + 2].islower():
            yield Edit(at + 2, at + 3, text[at + 2].upper(), "case")


def _lettered(case: Case) -> list[int]:
    """Where letters stand in the clean text."""
    found = [
        (piece.clean[0] + match.start(1), match.group(1).lower())
        for block in case.blocks
        if block.writing == "syllabus" and block.kind in _KINDS
        for piece in block.pieces
        for match in _LETTER.finditer(case.clean.text[slice(*piece.clean)])
    ]
    following = [*(letter for _, letter in found[1:]), ""][: len(found)]
    return [
        at
        for (at, letter), after in zip(found, following, strict=True)
        if letter != "a" or after == "b"
    ]
