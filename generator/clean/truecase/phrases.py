"""Names of several words that are spelled in one way wherever they stand: acts of Congress, offices, parties."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from generator.cite.act_table import acts as known_acts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

Patterns = dict[str, list[list[str]]]
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


@functools.cache
def shipped() -> Patterns:
    """The names of acts and the phrases of ``generator/data/case_phrases.txt``, by their first word, the longest
    first.
    """
    names = [name for act in known_acts() for name in (act.name, *act.also)]
    return patterns(
        _WORD.findall(name.replace("'s ", " ").replace("s' ", "s "))
        for name in [*names, *_listed()]
    )


def patterns(phrases: Iterable[list[str]]) -> Patterns:
    """Phrases as ``found`` wants them; a last "of" falls away ("Civil Rights Act of 1871")."""
    out: Patterns = {}
    for words in phrases:
        while words and words[-1] == "of":
            words = words[:-1]
        if len(words) > 1:
            out.setdefault(words[0].lower(), []).append(words)
    for rows in out.values():
        rows.sort(key=lambda row: (-len(row), row))
    return out


def merged(one: Patterns, other: Patterns) -> Patterns:
    """Both, the other's phrases first."""
    out = dict(one)
    for first, rows in other.items():
        out[first] = [*rows, *one.get(first, ())]
    return out


def _listed() -> list[str]:
    from importlib.resources import files

    text = files("generator").joinpath("data/case_phrases.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and line[0] != "#"]


def found(
    words: Sequence[str], patterns: Mapping[str, list[list[str]]]
) -> Iterator[tuple[int, str]]:
    """The words of one line that belong to a phrase, with their spelling."""
    last = -1
    for i in [i for i, word in enumerate(words) if word in patterns]:
        if i <= last:
            continue
        for phrase in patterns[words[i]]:
            size = len(phrase)
            if [w.lower() for w in phrase] == list(words[i : i + size]):
                for k, word in enumerate(phrase):
                    yield i + k, word
                last = i + size - 1
                break
