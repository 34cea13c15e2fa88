"""Names of several words that are spelled in one way wherever they stand: acts of Congress, parties."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from generator.cite.act_table import acts as known_acts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Patterns = dict[str, list[list[str]]]
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


@functools.cache
def acts() -> Patterns:
    """The names of acts, by their first word in lower case, the longest first."""
    out: Patterns = {}
    for act in known_acts():
        for name in (act.name, *act.also):
            words = _WORD.findall(name.replace("'s ", " ").replace("s' ", "s "))
            while words and words[-1] in ("of",):  # "Civil Rights Act of 1871"
                words.pop()
            if len(words) > 1:
                out.setdefault(words[0].lower(), []).append(words)
    for rows in out.values():
        rows.sort(key=lambda row: (-len(row), row))
    return out


def found(
    words: Sequence[str], gaps: Sequence[str], patterns: Mapping[str, list[list[str]]]
) -> Iterator[tuple[int, str]]:
    """The words of one line that belong to a phrase, with their spelling."""
    i = 0
    while i < len(words):
        for phrase in patterns.get(words[i], ()):
            size = len(phrase)
            if [w.lower() for w in phrase] == list(words[i : i + size]):
                for k, word in enumerate(phrase):
                    yield i + k, word
                i += size - 1
                break
        i += 1
