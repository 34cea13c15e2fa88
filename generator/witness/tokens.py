"""The words of a text, in a form in which two texts can be compared."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model import Span

# A run of letters and digits.  The *n't* of a contraction is a word of its own, as the tokenisers have it that took
# such words apart: of "didn't" a flattened text keeps "did".
_WORD = re.compile(r"[^\W_]+?(?=n['’]t(?![^\W_]))|n['’]t(?![^\W_])|[^\W_]+")
_APOSTROPHE = str.maketrans("", "", "'’")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of ``text`` in order: the span of each, and its letters in lower case, which are compared."""

    text: str
    spans: tuple[Span, ...]
    keys: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> Tokens:
        """``Didn't the ex-girlfriend`` → ``did`` ``nt`` ``the`` ``ex`` ``girlfriend``."""
        found = [m.span() for m in _WORD.finditer(text)]
        keys = [text[s:e].translate(_APOSTROPHE).casefold() for s, e in found]
        return cls(text, tuple(found), tuple(keys))

    def __len__(self) -> int:
        return len(self.spans)


def letters_in(keys: Sequence[str]) -> int:
    """How many letters some words have together."""
    return sum(map(len, keys))
