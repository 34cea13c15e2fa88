"""The names of all known cases, to be found in squeezed text in one pass (Aho and Corasick 1975).

The shipped table is read once in a process; what a site adds lies in a second, small layer over it.
"""

from __future__ import annotations

import functools
import itertools
import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import ahocorasick

from generator.cite.flattened.vocabulary import is_name, lists
from generator.cite.flattened.words import Squeezed, flat_names, long_forms, plain_name, squeeze
from generator.link.authorities import shipped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.model import KnownAuthority

# Letters that are no name: what is left of "In re R. M. J." and the like.
_NO_NAME = frozenset(("inre", "exparte", "matterof", "estateof", "cases"))
_WORD = re.compile(r"[^\W\d_]+")
_LEAST_ALONE = 12  # letters
_OFTEN_IN_NAMES = 2
_LONGEST_LOST = 16  # letters
_SHORTEST = 6  # letters: "in re x" is no name to look for


@dataclass(frozen=True, slots=True)
class Hit:
    """A known name in a text: its span, where the second party begins (``None``: it has but one), whom it may name."""

    start: int
    end: int
    seam: int | None
    known: tuple[KnownAuthority, ...]


class _Layer:
    """Names and their authorities.  Read-only once built; places count in ``known``."""

    def __init__(self, known: Sequence[KnownAuthority]) -> None:
        self.known = tuple(known)
        self.whole: dict[str, tuple[int, bool, list[int]]] = {}
        self.remnants: dict[str, list[int]] = {}
        for place, name in self._names():
            plain = plain_name(name)
            if plain:
                left, right = plain
                self._add(left + right, len(left), False, place)
                continue
            for form in flat_names(name):
                letters = form.squeezed
                if form.lost:
                    _enter(self.remnants, letters, place)
                    if _tells_alone(form.parties[0]):
                        self._add(letters, 0, False, place)
                elif letters not in _NO_NAME and len(letters) >= _SHORTEST:
                    self._add(letters, form.seam, form.loose, place)
        self.automaton = ahocorasick.Automaton()
        for letters, (seam, loose, places) in self.whole.items():
            self.automaton.add_word(letters, (len(letters), seam, loose, places))
        self.automaton.make_automaton()

    def _names(self) -> Iterator[tuple[int, str]]:
        for place, one in enumerate(self.known):
            if one.authority.kind == "case":
                for name in (one.authority.name, *one.aliases):
                    if name:
                        yield place, name

    def _add(self, letters: str, seam: int, loose: bool, place: int) -> None:
        before = self.whole.get(letters)
        if before is None:
            self.whole[letters] = seam, loose, [place]
            return
        if before[2][-1] != place:
            before[2].append(place)
        if loose and not before[1]:
            self.whole[letters] = before[0], True, before[2]

    @functools.cached_property
    def parties(self) -> dict[str, list[int]]:
        """Squeezed party → places of the cases that have it."""
        table: dict[str, list[int]] = {}
        for place, name in self._names():
            for form in flat_names(name):
                for party in form.parties if len(form.parties) > 1 else ():
                    _enter(table, "".join(party), place)
        return table

    @functools.cached_property
    def words(self) -> Counter[str]:
        """How many names hold a word."""
        return Counter(w for _, n in self._names() for w in set(_WORD.findall(n.lower())))

    @functools.cached_property
    def sorted_names(self) -> list[str]:
        """The squeezed names in order, for look-ups by their beginning."""
        return sorted(self.whole)


def _tells_alone(party: Sequence[str]) -> bool:
    """Whether one party of which the other is lost can be found like a whole name: "stoneridge investment partners"."""
    common = lists().first_words | lists().function
    letters = sum(map(len, party))
    names = [w for w in party if is_name(w) and w not in common and w not in lists().common_parties]
    if " ".join(party) in lists().common_parties:
        return False
    return letters >= _LEAST_ALONE and len(party) > 1 and bool(names)


def _enter(table: dict[str, list[int]], letters: str, place: int) -> None:
    places = table.setdefault(letters, [])
    if not places or places[-1] != place:
        places.append(place)


class NameIndex:
    """Which known authorities a flattened name may stand for.

    Built from all that is known; the entries of the shipped table are recognised and their part of the index, which
    takes a fifth of a second, is shared within the process.
    """

    def __init__(self, known: Iterable[KnownAuthority]) -> None:
        places = _shipped_places()
        own = []
        used = set()
        for one in known:
            place = places.get(id(one))
            if place is None:
                own.append(one)
            else:
                used.add(place)
        self._in_names: dict[str, bool] = {}
        self._layers: list[tuple[_Layer, frozenset[int]]] = []
        if own:
            self._layers.append((_Layer(own), frozenset()))
        if used:
            self._layers.append((_shipped_layer(), frozenset(range(len(shipped()))) - used))

    def find(self, text: Squeezed) -> list[Hit]:
        """Every known name of two parties or of the form "In re X" that stands in the text as whole words.

        By start, the longer first; several may overlap.  Between the parties stands no mark unless a word was lost.
        """
        found: dict[tuple[int, int], Hit] = {}
        for layer, hidden in self._layers:
            if not layer.whole:  # an automaton without words cannot be run
                continue
            for end, (length, seam, loose, places) in layer.automaton.iter(text.letters):
                span = text.span(end + 1 - length, end + 1)
                if span is None:
                    continue
                at = text.place(end + 1 - length + seam) if seam else None
                if at is not None and not loose and text.text[at - 1] in ".,\n":
                    continue
                known = tuple(layer.known[p] for p in places if p not in hidden)
                before = found.get(span)
                if before:
                    known = before.known + known
                if known:
                    found[span] = Hit(*span, at, known)
        return sorted(found.values(), key=lambda h: (h.start, -h.end))

    def may_hold(self, word: str) -> bool:
        """Whether a word (lower case) may stand in a name that nobody knows.

        It does when it is a name itself, joins others, or stands in several known names ("bank", "union").
        """
        known = self._in_names.get(word)
        if known is None:
            known = self._in_names[word] = self._may_hold(word)
        return known

    def _may_hold(self, word: str) -> bool:
        if len(word) < 2 or word == "in" or word in lists().function:
            return False
        if word in lists().connectors or word in lists().common_parties or word == "re":
            return True
        if is_name(word):
            return True
        return sum(layer.words[word] for layer, _ in self._layers) >= _OFTEN_IN_NAMES

    def remnant(self, words: str) -> tuple[KnownAuthority, ...]:
        """Cases of which only this one party can have survived: ``ashcroft`` of "Ashcroft v. al-Kidd"."""
        letters = squeeze(words)
        return tuple(self._look_up(letters, lambda layer: layer.remnants))

    def party(self, words: str) -> tuple[KnownAuthority, ...]:
        """Cases with a party that is just these words, unless that is in too many cases to name any."""
        if " ".join(words.split()) in lists().common_parties:
            return ()
        return tuple(self._look_up(squeeze(words), lambda layer: layer.parties))

    def nearly(self, words: Sequence[str]) -> tuple[KnownAuthority, ...]:
        """Cases of which these words are the name in other spelling: the first of these ways that finds any.

        1. abbreviations written out: "general elec joiner";
        2. a last word is missing, an abbreviation lost before a comma: "Carey v. Population Services Int'l, 431";
        3. there is a last word more: "Hawaii v. Standard Oil Co. of Cal.";
        4. the first party has words more: "Cherokee Nation of Okla. v. Leavitt".
        """
        whole = "".join(long_forms().get(w, w) for w in words)
        shorter = "".join(words[:-1])
        for ways in (
            self._named(lambda name: name == whole, whole),
            self._longer(words),
            self._named(lambda name: name == shorter, shorter),
            self._around(words),
        ):
            if found := tuple({k.authority.key: k for k in ways}.values()):
                return found
        return ()

    def _longer(self, words: Sequence[str]) -> Iterator[KnownAuthority]:
        """Cases whose name goes on behind these words: not "United States Brewers" behind "United States v. Brewer"."""
        letters = "".join(words)
        for one in self._named(lambda name: len(name) - len(letters) <= _LONGEST_LOST, letters):
            forms = flat_names(one.authority.name or "")
            if any(letters in itertools.accumulate(w for p in f.parties for w in p) for f in forms):
                yield one

    def _named(self, fits: Callable[[str], bool], start: str) -> Iterator[KnownAuthority]:
        """Cases whose squeezed name begins with ``start`` and fits."""
        if len(start) < 2 * _SHORTEST:
            return
        for layer, hidden in self._layers:
            names = layer.sorted_names
            at = bisect_left(names, start)
            for name in itertools.takewhile(lambda n: n.startswith(start), names[at : at + 20]):
                if fits(name):
                    yield from (layer.known[p] for p in layer.whole[name][2] if p not in hidden)

    def _around(self, words: Sequence[str]) -> Iterator[KnownAuthority]:
        """Cases whose first party begins the words and whose second ends them."""
        letters = "".join(words)
        for count in range(1, min(4, len(words))):
            last = tuple(words[-count:])
            for one in self.party(" ".join(last)):
                for form in flat_names(one.authority.name or ""):
                    first = "".join(form.parties[0])
                    fits = form.parties[1:] == (last,) and letters.startswith(first)
                    if fits and len(first) >= _SHORTEST:
                        yield one

    def _look_up(self, letters: str, table: _Table) -> Iterator[KnownAuthority]:
        seen = set()
        for layer, hidden in self._layers:
            for place in table(layer).get(letters, ()):
                one = layer.known[place]
                if place not in hidden and one.authority.key not in seen:
                    seen.add(one.authority.key)
                    yield one


if TYPE_CHECKING:
    from collections.abc import Callable

    _Table = Callable[[_Layer], dict[str, list[int]]]


@functools.cache
def _shipped_layer() -> _Layer:
    return _Layer(shipped())


@functools.cache
def _shipped_places() -> dict[int, int]:
    return {id(one): place for place, one in enumerate(shipped())}
