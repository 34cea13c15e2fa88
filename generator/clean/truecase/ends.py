"""How likely a stop or a comma ends a sentence.

Of a lost ellipsis a full stop is left (``the right. to be confronted``), of a lost citation a comma (``Walker v.
Martin, The bar``).  The weights of ``generator/data/case_ends.tsv.gz`` weigh what stands on both sides; they were
fitted by ``scripts/fit_case_context.py`` to opinions with their capitals.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from generator.clean.truecase.context import weights
from generator.clean.truecase.starts import ABBREVIATIONS, GOING_ON, MAYBE, OFTEN, STATES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    Kind = Callable[[str], str]


def _abbreviated(word: str) -> str:
    if len(word) == 1:
        return "letter"
    for name, words in (("going", GOING_ON), ("maybe", MAYBE), ("often", OFTEN)):
        if word in words:
            return name
    return "state" if word in STATES and len(word) < 6 else ""


def features(i: int, words: Sequence[str], gaps: Sequence[str], kind: Kind) -> Iterator[str]:
    """What is known of the gap before ``words[i]``: the words beside it, their kinds, and how far the last mark is."""
    mark = "." if "." in gaps[i] else ","
    before, after = words[i - 1], words[i]
    one, other = _abbreviated(before) or kind(before), kind(after)
    k = i - 1
    while k > 0 and gaps[k] == " " and i - k < 5:
        k -= 1
    far = str(min(i - k, 5))
    earlier = words[i - 2] if i > 1 and gaps[i - 1] == " " else ""
    later = gaps[i + 1].strip()[:1] or (words[i + 1] if i + 1 < len(words) else "")
    yield mark
    yield f"{mark}{before}|"
    yield f"{mark}|{after}"
    yield f"{mark}{one}|{other}"
    yield f"{mark}{one}|{after}"
    yield f"{mark}{before}|{other}"
    yield f"{mark}{far}|{other}"
    yield f"{mark}{far}{one}|"
    yield f"{mark}{earlier} {before}|"
    yield f"{mark}{kind(earlier)} {one}|{other}"
    yield f"{mark}|{after} {kind(later)}"
    if before in ABBREVIATIONS:
        yield f"{mark}{before}|{after}"


class Ends:
    """The weights."""

    def __init__(self, table: Mapping[str, float]) -> None:
        self._table = table

    def odds(self, i: int, words: Sequence[str], gaps: Sequence[str], kind: Kind) -> float:
        """Log odds that a sentence begins with ``words[i]``, which a stop or a comma parts from the word before."""
        get = self._table.get
        return sum(get(f, 0.0) for f in features(i, words, gaps, kind))


@functools.cache
def shipped() -> Ends:
    """The shipped weights."""
    return Ends(weights("case_ends.tsv.gz"))
