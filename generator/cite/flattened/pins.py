"""Pins whose citation is lost, and *id.*

``Id., at 345`` and ``475 U. S., at 341`` have left a lone ``at``: the tokeniser took "Id." for an abbreviation, and
numbers are gone.  What tells it from the preposition is that nothing follows that it could govern.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.cite.flattened.scan import after_mark, starts_word
from generator.cite.flattened.tails import SLIP, read_writing
from generator.cite.flattened.vocabulary import lists
from generator.model import Mention

if TYPE_CHECKING:
    from collections.abc import Callable

_AT = re.compile(r"at(?![^\W\d_&])")
_ID = re.compile(r"i(?:bid(?![^\W\d_])\.?|d\.(?:,? ?at(?![^\W\d_]))?)")
# Behind these "at" has a citation of its own, though little is left of it: "135 F. Supp. 2d, at 1290", "18 Ct. Cl.,
# at 503", "Restatement 349".
_REPORTER = re.compile(
    r"(?<![^\W\d_])(?:(?:so|supp|ct|cl|fed|rptr|stat|reg|appx|cal|mich|fla|mass|wis|wash|tex|tenn|ariz|colo|conn|minn"
    r"|okla|ohio|iowa)\.,?|(?:ct|cl|supp|restatement|wl),) ?$"
)
_CLOSED = re.compile(r" ?(?:[.,\n]|$)")
_HAS_CITATION = re.compile(r"(?<![^\W\d_])(?:ante|post|infra|supra|slip)[.,]? ?$")
_PARALLEL = "parallel"
_WORD_AFTER = re.compile(r" ?([^\W\d_]+)")


def find_pins(text: str, taken: Callable[[int], bool]) -> list[Mention]:
    """Mentions of kind ``pin`` and ``id`` in a text in lower case, in order.

    The span of a pin is ``at`` with what tells the writing or the slip opinion behind it ("at powell,concurring in
    part", "at slip,at"); its ``key`` is what is left of the citation that it has of its own.  ``taken(place)``: whether
    a place belongs to another mention, as to ``leon,supra,at``.
    """
    out = [
        Mention(*match.span(), "id")
        for match in _ID.finditer(text)
        if starts_word(text, match.start()) and not taken(match.start())
    ]
    ends = {m.end for m in out}
    for match in _AT.finditer(text):
        start, end = match.span()
        if (
            starts_word(text, start)
            and end not in ends
            and is_pin(text, start)
            and not taken(start)
        ):
            stop, author = after_pin(text, end)
            left = _REPORTER.search(text, max(0, start - 14), start)
            key = left.group().strip(" .,") if left else None
            out.append(Mention(start, stop, "pin", key=key, writing=author))
    return _paired(text, sorted(out, key=lambda m: m.start))


def _paired(text: str, found: list[Mention]) -> list[Mention]:
    """The same, and two pins side by side ("405 Md., at 590, 954 A. 2d, at 1120") with a ``key`` each.

    Parallel reporters print the decisions of other courts: whatever such a pair points into, it is not the decision
    of the Supreme Court that was cited last.
    """
    out = list(found)
    for k, (one, other) in enumerate(pairwise(found)):
        alone = one.end - one.start == 2 and one.kind == other.kind == "pin"
        if alone and text[one.end : other.start].strip(" \u2014") == ",":
            out[k] = replace(out[k], key=out[k].key or _PARALLEL)
            out[k + 1] = replace(other, key=other.key or _PARALLEL)
    return out


def is_pin(text: str, at: int) -> bool:
    """Whether the ``at`` that stands at this place (a word of its own) has lost its pages and its citation.

    Always between two marks; before another word only where ``at`` follows a mark itself and the word is one that
    stands behind a citation ("emphasis added", "quoting", "noting that"); after a word only before the name of a
    Justice with his stance ("at powell,concurring in part").  After "ante", "supra" and the like it has its citation.
    """
    if not after_mark(text, at):
        return read_writing(text, at + 2) is not None
    return pages_lost(text, at + 2) and not _HAS_CITATION.search(text, max(0, at - 10), at)


def pages_lost(text: str, end: int) -> bool:
    """Whether no page and no object can have followed an ``at`` that ends here, to judge by what follows."""
    if _CLOSED.match(text, end):
        return True
    match = _WORD_AFTER.match(text, end)
    if match is None:
        return False
    word = match.group(1)
    # One half of a word that a bracket broke: "i t is", "w hether".
    if word in lists().after_pin or (len(word) == 1 and word != "a"):
        return True
    return SLIP.match(text, end) is not None or read_writing(text, end) is not None


def after_pin(text: str, end: int) -> tuple[int, str | None]:
    """Where a pin ends whose ``at`` ends at ``end``, with what tells the writing; that writing's author, lower case."""
    author = None
    if slip := SLIP.match(text, end):
        end = slip.end()
    if writing := read_writing(text, end):
        end, author = writing
    return end, author
