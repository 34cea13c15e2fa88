"""Words that broke at the ends of printed lines: ``habeas cor pus``, ``postconvic tion``.

A text taken from a slip opinion without care has a blank where a line ended with a hyphen.  The pieces make a word and
are mostly none themselves.  Texts either have this throughout or not at all, so a text is first asked whether it is one
of them; the others are left alone.  Nothing is altered that the Court wrote, so there are no brackets.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from typing import TYPE_CHECKING

from generator.clean.word_counts import word_count
from generator.offsets import Edit
from generator.restore.vocabulary import HALVES, frequencies

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.model import Case

_WORD = re.compile(r"[a-z]{2,}", re.IGNORECASE)
_BROKEN_PER_THOUSAND = 1.0
_AT_LEAST = 3
# Words as common as these (in a million) stand before anything: "to wed" is not "towed".
_COMMON = 3000
_ENDINGS = ("ed", "es", "ing", "ly", "ve")
# How much more often the whole word than chance would put the two pieces side by side, where both are words.
_OFTENER = 100


def edits(case: Case) -> Iterator[Edit]:
    """The blank within each word that broke."""
    text = case.clean.text
    often = frequencies()
    words = list(_WORD.finditer(text))
    pairs = [
        (a.end(), a.group().lower(), b.group().lower())
        for a, b in itertools.pairwise(words)
        if b.start() == a.end() + 1 and text[a.end()] == " "
    ]
    own = Counter(word.group().lower() for word in words)
    sure = sum(_no_words(first, second, often) for _, first, second in pairs)
    broken = sure >= _AT_LEAST and sure * 1000 >= _BROKEN_PER_THOUSAND * len(words)
    last = -1
    for (at, first, second), (after, _, third) in itertools.pairwise([*pairs, (-1, "", "")]):
        if broken:
            whole = _is_whole(first, second, often)
            if not whole and _rare_word(first, second, own):
                # "in cus tody" is no "incus"
                follows = after == at + 1 + len(second)
                whole = not (follows and _is_whole(second, third, often))
        else:
            common = max(often.get(first, 0), often.get(second, 0)) >= _COMMON
            whole = _no_words(first, second, often) and not common
        if whole and at > last:
            yield Edit(at, at + 1, "", "space")
            last = at + 1 + len(second)


def _is_whole(first: str, second: str, often: Mapping[str, int]) -> bool:
    return _no_words(first, second, often) or _likelier_whole(first, second, often)


def _no_words(first: str, second: str, often: Mapping[str, int]) -> bool:
    """One piece is no word, and together they are one; an ending may as well be an alteration (``call[ed]``)."""
    word = first + second
    if word not in often or len(word) < 5 or second in _ENDINGS:
        return False
    return first not in often or second not in often


def _rare_word(first: str, second: str, own: Counter[str]) -> bool:
    """A word of the dictionary or one that stands unbroken in this text, of which a piece is no word: ``reaf firm``."""
    word = first + second
    if len(word) < 5 or second in _ENDINGS or not (word_count(word) or own[word] > 1):
        return False
    return not word_count(first) or not word_count(second)


def _likelier_whole(first: str, second: str, often: Mapping[str, int]) -> bool:
    word = often.get(first + second, 0)
    if not word or first + second == "cannot":
        return False
    if second in ("ing", "ed", "es", "ly") or first in HALVES or second in HALVES:
        return True
    return word > _OFTENER * often.get(first, 0) * often.get(second, 0) / 1e6 and word >= 5
