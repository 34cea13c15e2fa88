"""Compounds that lost their hyphen: ``crack-topowder``, ``10year``, ``preAct``.

Programs that join the halves of a word that a line's end broke drop its hyphen, and with it the hyphen of a compound
that was broken there.  The text itself tells: it has the compound elsewhere, and nobody knows the word without it.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from generator.clean.broken_words import CLOSED
from generator.clean.word_counts import word_count
from generator.offsets import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = re.compile(r"[^\W_]+(?:[-\u2010][^\W_]+)*")
_INNER = re.compile(r"[^\W_]|[-\u2010]")  # within a word
_HYPHEN = re.compile(r"[-\u2010]")
LEAST = 5  # characters of a compound
_MARKS = ".,;:?!()[]“”‘’\"'—–§…/*¶_"


def apply(text: str) -> Iterator[Edit]:
    """Give them the hyphen that the same words have elsewhere in the text."""
    lower = text.lower()
    if len(lower) != len(text):  # a letter that is two in lower case
        return
    edits = []
    for glued, place in _squeezed(_words(lower)).items():
        at = lower.find(glued)
        while at >= 0:
            end = at + len(glued)
            whole = not _INNER.match(text[at - 1 : at]) and not _INNER.match(text[end : end + 1])
            closed = lower[at : at + place] in CLOSED and text[at + place].islower()
            if whole and not closed:
                edits.append(Edit(at + place, at + place, "-", "punctuation"))
            at = lower.find(glued, end)
    yield from sorted(edits, key=lambda e: e.start)


def _words(text: str) -> Counter[str]:
    """The words of a text, without the marks at their ends."""
    words: Counter[str] = Counter()
    for word, count in Counter(text.split()).items():
        words[word.strip(_MARKS)] += count
    return words


def _squeezed(words: Counter[str]) -> dict[str, int]:
    """The words of the text that are one of its compounds but for a hyphen, each with the hyphen's place."""
    out: dict[str, int] = {}
    twice: set[str] = set()
    for compound, count in words.items():
        if not _HYPHEN.search(compound) or len(compound) < LEAST or not _WORD.fullmatch(compound):
            continue
        for hyphen in _HYPHEN.finditer(compound):
            at = hyphen.start()
            glued = compound[:at] + compound[at + 1 :]
            if not words[glued] or not compound[at + 1].isalpha() or len(compound) - at < 3:
                continue
            if word_count(glued) or words[glued] > count or (words[glued] == count > 1):
                continue
            if out.setdefault(glued, at) != at:
                twice.add(glued)
    return {glued: at for glued, at in out.items() if glued not in twice}
