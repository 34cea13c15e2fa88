"""What both neighbours together say of a word's capitals: ``state prisoner``, ``the State contends``.

The counted tables know the word before.  The weights of ``generator/data/case_context.tsv.gz`` correct what they say
by the word behind, by the kinds of both neighbours, and by whether two neighbours are printed alike (``district
court``, ``District Court``).  They were fitted by ``scripts/fit_case_context.py`` to opinions with their capitals.
"""

from __future__ import annotations

import functools
import gzip
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


# Words that say by themselves what may follow; all others speak by their kind.
TELLING = frozenset(
    """a an the this that these those any each every no some such all both another other own same our his her its
    their my your of in to for by with from on at under as into between against within without before after
    during through over upon and or but nor than if when because since while although though where whether who
    whom whose which what how is are was were be been being has have had do does did may might can could will
    would should must shall not also only he she it we they i you there here see cf accord""".split()
)
_ENDS = (
    *("ing", "ed", "ly", "ion", "ment", "er", "or", "ity", "nce", "al", "ive", "ous", "ic"),
    *("ary", "ate", "ure", "s"),
)


def kind(word: str, name: bool, doubt: bool) -> str:
    """The kind of a neighbour: itself if it is telling, else by its spelling (``N`` a name, ``D`` in doubt) or its
    end.
    """
    if word in TELLING or not word[:1].isalpha():
        return word
    if name:
        return "N"
    if doubt:
        return "D"
    return next((f"-{end}" for end in _ENDS if word.endswith(end)), "-")


def features(before: str, word: str, after: str, kinds: tuple[str, str]) -> Iterator[str]:
    """What is known of a place: the word, its neighbours (or the mark that parts it from them) and their kinds."""
    one, other = kinds
    yield word
    yield f"{before}<{word}"
    yield f"{word}>{after}"
    yield f"{one}<<{word}"
    yield f"{word}>>{other}"
    yield f"{one}<<{word}>>{other}"
    yield f"{one}<<>>{other}"
    yield f">{after}"
    yield f"{before}<"


def ties(one: str, other: str, kinds: tuple[str, str]) -> Iterator[str]:
    """What says that two neighbours are printed alike."""
    yield f"{one}={other}"
    yield f"{one}="
    yield f"={other}"
    yield "{}=={}".format(*kinds)


class Context:
    """The weights, with what was asked before remembered."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self._weights = weights
        self._places: dict[tuple[str, str, str, tuple[str, str]], float] = {}
        self._ties: dict[tuple[str, str, tuple[str, str]], float] = {}

    def place(self, before: str, word: str, after: str, kinds: tuple[str, str]) -> float:
        """Log odds by which ``word`` is likelier a capital here than the counted tables say."""
        key = (before, word, after, kinds)
        try:
            return self._places[key]
        except KeyError:
            get = self._weights.get
            found = self._places[key] = sum(
                get(f, 0.0) for f in features(before, word, after, kinds)
            )
            return found

    def tie(self, one: str, other: str, kinds: tuple[str, str]) -> float:
        """Log odds by which both are likelier printed alike than their places say."""
        key = (one, other, kinds)
        try:
            return self._ties[key]
        except KeyError:
            get = self._weights.get
            found = self._ties[key] = sum(get(f, 0.0) for f in ties(one, other, kinds))
            return found


def weights(name: str) -> dict[str, float]:
    """A shipped table of weights, by feature."""
    from importlib.resources import files

    data = files("generator").joinpath("data", name).read_bytes()
    rows = (
        line.rpartition("\t")
        for line in gzip.decompress(data).decode("utf-8").split("\n")
        if line and line[0] != "#"
    )
    return {feature: int(weight) / 100 for feature, _, weight in rows}


@functools.cache
def shipped() -> Context:
    """The shipped weights."""
    return Context(weights("case_context.tsv.gz"))
