"""The most probable spelling of a line as a whole.

Every word has two states, small and capital.  What speaks for the one or the other: how the word is printed behind
the word before it (``Lexicon.behind``, smoothed with the word alone), what the text itself teaches (``Teaching``),
and its neighbours' states, for capitals come in runs: ``State Supreme Court``, ``state supreme courts``.  The best
sequence is found by Viterbi's algorithm.

Between neighbours stands ``TIE * (x - p) * (y - q)``, where ``x`` and ``y`` are the states and ``p`` and ``q`` how
likely each is a capital by itself.  So a neighbour that is certain anyway says nothing that the pair has not said,
and two that are in doubt decide together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.clean.truecase.cues import (
    ACTED,
    COMPASS,
    COURTS,
    FILED,
    LOST_NUMBER,
    NUMBERED_STREETS,
    VERBAL,
)
from generator.clean.truecase.model import NEVER, Model, near

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# By measurement on opinions whose capitals are known; flat between 1 and 3.
TIE = 1.0
# Small words that join names: "Department of Corrections", "Bureau of Alcohol, Tobacco and Firearms".
CONNECTORS = frozenset({"of", "and", "for", "the", "to", "on"})
JOINED_CAPITAL = 0.5
JOINED_SMALL = 0.5


class Place(NamedTuple):
    """A word in doubt: log odds of a capital, its probability by itself, and the spelling with a capital."""

    odds: float
    share: float
    form: str


Edge = tuple[float, float, float, float]


def capitals(words: Sequence[str], gaps: Sequence[str], model: Model) -> dict[int, str]:
    """The words with a capital, by index, as they are printed in mid-sentence.

    ``gaps[i]`` is what stands before ``words[i]``.
    """
    out: dict[int, str] = {}
    for chain in chains(words, gaps, model):
        _settle(chain, words, gaps, model, out)
    return out


def chains(words: Sequence[str], gaps: Sequence[str], model: Model) -> Iterator[list[int]]:
    """The words in doubt, each with those neighbours that it is decided with."""
    in_doubt = model.in_doubt
    chain: list[int] = []
    for i in [i for i, word in enumerate(words) if in_doubt(word)]:
        if chain and not _joined(chain[-1], i, words, gaps):
            yield chain
            chain = []
        chain.append(i)
    if chain:
        yield chain


def _joined(one: int, other: int, words: Sequence[str], gaps: Sequence[str]) -> bool:
    if not near(other, words, gaps):
        return False
    return other - one == 1 or (
        other - one == 2 and words[one + 1] in CONNECTORS and gaps[one + 1] == " "
    )


def before(i: int, words: Sequence[str], gaps: Sequence[str]) -> str:
    """What the pair stands on: the word before, nothing where a mark parts them."""
    if i == 0:
        return ""
    return words[i - 1] if near(i, words, gaps) else ""


def _behind_connector(i: int, words: Sequence[str], gaps: Sequence[str], model: Model) -> float:
    """``notice of appeal``: what a small word and a connector before say of a word that begins a chain."""
    joins = i > 1 and words[i - 1] in CONNECTORS and words[i - 1] != "the"
    if joins and gaps[i] == " " and gaps[i - 1] == " " and not model.in_doubt(words[i - 2]):
        return -JOINED_SMALL
    return 0.0


def _pulled(i: int, words: Sequence[str], gaps: Sequence[str], model: Model) -> float:
    if words[i] == "no" and not gaps[i + 1].startswith("."):
        return -NEVER  # no number
    if words[i] == "so" and gaps[i + 1].startswith(".") and "," in gaps[i]:
        return NEVER  # the Southern Reporter
    if i and words[i - 1] in VERBAL and gaps[i] == " " and not model.is_well_known(words[i]):
        return -ACTED
    if words[i] == "appeals" and not COURTS.intersection(words[max(0, i - 3) : i]):
        return -NEVER
    after = words[i + 1] if i + 1 < len(words) and near(i + 1, words, gaps) else ""
    if (words[i] == "rule" and after in FILED) or (
        words[i] in COMPASS and after in NUMBERED_STREETS
    ):
        return LOST_NUMBER
    if words[i] == "new" and not model.is_name(after):
        return -NEVER  # no place: "New Haven" has a name behind it
    return model.pull(words[i], after)


def _settle(
    chain: list[int], words: Sequence[str], gaps: Sequence[str], model: Model, out: dict[int, str]
) -> None:
    """The best states of one chain of neighbours."""
    places, edges = scored(chain, words, gaps, model)
    if len(chain) == 1:
        if places[0].odds > 0:
            out[chain[0]] = places[0].form
        return
    small, capital = 0.0, places[0].odds
    back: list[tuple[bool, bool]] = []
    for (ss, sc, cs, cc), place in zip(edges, places[1:], strict=True):
        # From small and from capital to small, then to capital.
        to_small, to_capital = small + ss, small + sc + place.odds
        from_small, from_capital = capital + cs, capital + cc + place.odds
        back.append((from_small > to_small, from_capital > to_capital))
        small, capital = max(to_small, from_small), max(to_capital, from_capital)
    state = capital > small
    for k in range(len(chain) - 1, -1, -1):
        if state:
            out[chain[k]] = places[k].form
        if k:
            state = back[k - 1][state]


def scored(
    chain: Sequence[int], words: Sequence[str], gaps: Sequence[str], model: Model
) -> tuple[list[Place], list[Edge]]:
    """The places of a chain, and for each two neighbours what speaks for their states: both small, small and
    capital, capital and small, both capital.
    """
    places: list[Place] = []
    edges: list[Edge] = []
    for k, i in enumerate(chain):
        odds, share, form = model.local(before(i, words, gaps), words[i])
        odds += _pulled(i, words, gaps, model) + model.placed(i, words, gaps)
        if not k:
            odds += _behind_connector(i, words, gaps, model)
        places.append(Place(odds, share, form))
        if not k:
            continue
        one = chain[k - 1]
        tie = model.tied(words[one], words[i], "" if i - one == 1 else words[one + 1])
        if i - one == 2:
            edges.append((tie, -JOINED_SMALL, 0.0, JOINED_CAPITAL + tie))
            continue
        p, q = places[-2].share, share
        edges.append(
            (
                TIE * p * q + tie,
                -TIE * p * (1 - q),
                -TIE * (1 - p) * q,
                TIE * (1 - p) * (1 - q) + tie,
            )
        )
    return places, edges
