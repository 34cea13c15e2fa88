"""Short forms: ``leon,at`` (*Leon*, 468 U. S., at 923), ``malley,supra,at``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.cite.flattened.pins import after_pin, pages_lost
from generator.cite.flattened.ranking import Choice, choose
from generator.cite.flattened.scan import (
    begins_citation,
    runs_before,
    starts_word,
    word_before,
    words_of,
)
from generator.cite.flattened.vocabulary import is_name, lists
from generator.cite.flattened.words import squeeze

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterable

    from generator.cite.flattened.cited import CitedCases, Work
    from generator.cite.flattened.index import NameIndex

_FORM = re.compile(r"supra(?![^\W\d_])(?:[,.]? ?at(?![^\W\d_]))?|, ?at(?![^\W\d_&])")
_TITLE = re.compile(r"hereinafter ([^\W\d_]+(?: [^\W\d_]+){0,3})")
_WORD_AFTER = re.compile(r" ([^\W\d_]+)")
_LONGEST = 8  # words
_REACH = 90  # characters
_AT = len("at")


@dataclass(frozen=True, slots=True)
class Short:
    """A short form before it is decided what it stands for: its span, the name as printed, whether "supra" is in it."""

    start: int
    end: int
    name: str
    supra: bool
    author: str | None


def find_shorts(
    text: str, cited: CitedCases, unknown: Unknown, taken: Callable[[int], bool]
) -> list[tuple[Short, list[Work] | Choice]]:
    """The short forms in a text in lower case, each with the cited cases that answer to its name.

    A name with "supra" to which none answers is looked up among all known cases: then there is a ``Choice``.
    """
    out: list[tuple[Short, list[Work] | Choice]] = []
    for match in _FORM.finditer(text):
        form = match.group()
        at = match.start()
        supra = form.startswith("supra")
        if supra and not starts_word(text, at):
            continue
        while supra and at and text[at - 1] in ", ":
            at -= 1
        if taken(match.start()) or (out and at < out[-1][0].end):
            continue
        whom: list[Work] | Choice
        if found := _answering(text, at, cited, taken):
            start, whom = found
        elif supra and (guess := unknown.before(text, at, taken)):
            start, whom = guess
        else:
            continue
        end, author = match.end(), None
        if form.endswith("at"):
            if pages_lost(text, end) or _is_citation(text, start, end):
                end, author = after_pin(text, end)
            elif supra:
                end = match.start() + len("supra")
            else:
                continue
        out.append((Short(start, end, text[start:at], supra, author), whom))
    return out


def _is_citation(text: str, start: int, end: int) -> bool:
    """Whether "leon,at …" stands where a citation does, and is not "in leon,at issue was …"."""
    match = _WORD_AFTER.match(text, end)
    return begins_citation(text, start) and not (match and match.group(1) in lists().objects)


def _answering(
    text: str, end: int, cited: CitedCases, taken: Callable[[int], bool]
) -> tuple[int, list[Work]] | None:
    """The longest run of words before ``end`` to which a cited case answers: its start, the cases."""
    if not cited.may_end(word_before(text, end)):
        return None
    best: tuple[int, list[Work]] | None = None
    for start, words in runs_before(text, end, _LONGEST, _REACH):
        if taken(start):
            break
        if works := cited.answering(squeeze(words)):
            best = start, works
    return best


@dataclass(frozen=True, slots=True)
class Unknown:
    """Looks up names before "supra" to which no case cited in full answers: its citation is lost, or was not found.

    One party is not enough to say which case it is: half of those that were clear by the ranking were cases of other
    courts in truth.  So there are only candidates.  Before a mere "at" nothing is tried: in a score of opinions every
    such name was a treatise's or a person's.  ``titles``: words by which works are called "hereinafter".
    """

    index: NameIndex
    decided: datetime.date | None
    titles: frozenset[str]

    def before(
        self, text: str, end: int, taken: Callable[[int], bool]
    ) -> tuple[int, Choice] | None:
        """The name that ends before ``end``, with the cases that it may be; ``None`` where none stands.

        It begins at a mark or a signal and holds no ordinary word.
        """
        for start, words in runs_before(text, end, _LONGEST, _REACH):
            every = words_of(words)
            if taken(start) or not all(map(self._may_name, every)):
                return None
            if begins_citation(text, start):
                found = choose(self.index.party(" ".join(every)), self.decided)
                return start, Choice(None, found.everyone)
        return None

    def _may_name(self, word: str) -> bool:
        return is_name(word) and word not in lists().works and word not in self.titles


def titles_in(texts: Iterable[str]) -> frozenset[str]:
    """The words of short titles that the opinion gives to works: "hereinafter corman"."""
    return frozenset(w for text in texts for m in _TITLE.findall(text) for w in m.split())
