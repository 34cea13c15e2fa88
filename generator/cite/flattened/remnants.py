"""Citations in full of which one party is gone: ``ashcroft,slip,at`` of "Ashcroft v. al-Kidd, 563 U. S. ___".

One word is little to go by.  It counts where a slip opinion's page follows or a signal stands before, where no case
that is cited in full answers to it, and where a known case lost its other party in just this way.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.cite.flattened.full import Named
from generator.cite.flattened.ranking import choose
from generator.cite.flattened.scan import runs_before, starts_word
from generator.cite.flattened.tails import read_tail
from generator.cite.flattened.vocabulary import is_name, lists

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterator

    from generator.cite.flattened.index import NameIndex
    from generator.model import Span

_SLIP = re.compile(r",slip(?![^\W\d_])")
_AFTER_SIGNAL = re.compile(
    r"(?:see(?: also)?|quoting|citing|accord|compare),? ?(?!also)"
    r"([^\W\d_]+(?: [^\W\d_]+){0,3})(?=[.,](?!supra|at)|\n|$)"
)
# Behind the record only: "app.to pet.for cert,wl." cites the decision below in two places.
_WESTLAW = re.compile(r"cert[.,]wl(?=[.,\n]|$)")
_LONGEST = 4  # words
_REACH = 60  # characters


def find_remnants(
    text: str,
    index: NameIndex,
    decided: datetime.date | None,
    taken: Callable[[int], bool],
    answered: Callable[[str], bool],
) -> list[Named]:
    """The citations of which one party is left, in a text in lower case.

    ``answered(name)``: whether a case that is cited in full answers to a short name.
    """
    out: list[Named] = []
    for start, end in sorted(set(_places(text))):
        name = text[start:end]
        if taken(start) or (out and start < out[-1].end) or not _may_name(name.split()):
            continue
        known = index.remnant(name)
        if not known or answered(name):
            continue
        tail = read_tail(text, end)
        choice = choose(known, decided, tail)
        if choice.authority:
            out.append(Named(start, tail.end, end, (name,), choice, tail, "remnant"))
    return out


def find_westlaw(text: str, taken: Callable[[int], bool]) -> Iterator[Span]:
    """Where nothing is left of a citation but Westlaw's letters: ``pet.for cert,wl.``"""
    for match in _WESTLAW.finditer(text):
        if starts_word(text, match.start()) and not taken(match.end() - 1):
            yield match.end() - len("wl"), match.end()


def _places(text: str) -> Iterator[Span]:
    """Every run of one to four words that ends before ",slip", and all words between a signal and a mark."""
    for match in _SLIP.finditer(text):
        for start, words in runs_before(text, match.start(), _LONGEST, _REACH):
            if "," not in words:
                yield start, match.start()
    for match in _AFTER_SIGNAL.finditer(text):
        if starts_word(text, match.start()):
            yield match.span(1)


def _may_name(words: list[str]) -> bool:
    if " ".join(words) in lists().common_parties or any(w in lists().works for w in words):
        return False
    return any(map(is_name, words))
