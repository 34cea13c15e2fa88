"""What several recognisers share: finding words, putting mentions in order, reading tables."""

from __future__ import annotations

import functools
import re
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.model import Mention


def in_order(found: Iterable[Mention]) -> list[Mention]:
    """By start, the longer first; what overlaps an earlier one is dropped."""
    out: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.start, -m.end)):
        if not out or mention.start >= out[-1].end:
            out.append(mention)
    return out


def any_word(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of ``words`` as a whole word, the longest first.

    It begins with literals only, so that the search skips all characters that begin none of them; whether the match
    is the end of a longer word is seen to by ``places``.
    """
    longest = sorted(words, key=lambda w: (-len(w), w))
    whole = (re.escape(w) + (r"(?![^\W_])" if w[-1].isalnum() else "") for w in longest)
    return re.compile("|".join(whole))


def places(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The matches of ``pattern`` that no letter, digit or hyphen before makes the end of a longer word."""
    for match in pattern.finditer(text):
        before = text[match.start() - 1 : match.start()]
        if not (before.isalnum() or before == "-"):
            yield match


@functools.cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of ``generator/data/<name>.tsv`` without its comments and its line of headings."""
    text = files("generator").joinpath(f"data/{name}.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return tuple(tuple(line.split("\t")) for line in lines[1:])
