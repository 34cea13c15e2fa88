"""The words that decide what stands in a flattened text: names, ordinary words, signals, remnants.

Tables: ``flattened_words.yml`` (lists by hand) and ``flattened_ordinary.txt`` (counted).
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists of ``flattened_words.yml``; see the comments there."""

    signals: frozenset[str]
    sure_signals: frozenset[str]
    function: frozenset[str]
    connectors: frozenset[str]
    common_parties: frozenset[str]
    litigants: frozenset[str]
    works: frozenset[str]
    lower_courts_with_period: frozenset[str]
    lower_courts_alone: frozenset[str]
    lower_courts_further: frozenset[str]
    history: frozenset[str]
    nominative: frozenset[str]
    after_pin: frozenset[str]
    first_words: frozenset[str]
    given_names: frozenset[str]
    titles: frozenset[str]
    leads: frozenset[str]
    more_leads: frozenset[str]
    articles: frozenset[str]
    says: frozenset[str]
    objects: frozenset[str]
    offices: frozenset[str]
    place_words: frozenset[str]


@functools.cache
def lists() -> Lists:
    """The shipped lists.  Parties of several words are kept as they are, with single blanks."""
    import yaml

    text = files("generator").joinpath("data/flattened_words.yml").read_text(encoding="utf-8")
    table: dict[str, str] = yaml.safe_load(text)
    phrases = ("common_parties", "litigants")
    return Lists(
        **{
            name: frozenset(
                (" ".join(p.split()) for p in words.split("|"))
                if name in phrases
                else words.split()
            )
            for name, words in table.items()
        }
    )


@functools.cache
def _counted() -> tuple[frozenset[str], frozenset[str]]:
    text = files("generator").joinpath("data/flattened_ordinary.txt").read_text(encoding="utf-8")
    bare = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
    small, both = bare.removeprefix("[small]").split("[both]")
    return frozenset(small.split()), frozenset(both.split())


def is_ordinary(word: str) -> bool:
    """Whether opinions write this word (lower case) with a small letter at least as often as with a capital."""
    return len(word) < 2 or word in _counted()[0]


def may_be_ordinary(word: str) -> bool:
    """Whether it is seen with a small letter now and then: "rose", "link", "hunter"; of "leon" never."""
    return is_ordinary(word) or word in _counted()[1]


def is_name(word: str) -> bool:
    """Whether a word is likelier a name than not: it is not ordinary, and no word of sentences or of citations."""
    table = lists()
    return not (is_ordinary(word) or word in table.function or word in table.connectors)


def is_remnant(word: str) -> bool:
    """Whether a word is what is left of a reporter or a court: "fla", "cadc", "wl"."""
    table = lists()
    return (
        word in table.lower_courts_alone
        or word in table.lower_courts_with_period
        or word in table.lower_courts_further
    )
