"""Which writing of the case an *ante*, *post*, *supra* or *infra* points into.

The Supreme Court prints the opinion of the Court first and the separate writings after it, in the order of the line-up;
its opinions cite one another as *ante* (above) and *post* (below), with the author in a parenthetical where the
reader could be in doubt, and themselves as *supra* and *infra* (Bluebook Rule 3.5; the Court's Style Manual).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.link.crossref_words import sentence_end, sentence_start

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model import Case, Reference, Writing

OPINION_OF_THE_COURT = frozenset(("majority", "plurality", "per-curiam"))
# Log weights of a writing among those that the position allows.
# *Ante* to another separate writing without saying so: 1 of 77 that had the choice, in 32 opinions.
LESS_USUAL = -3.5
MENTIONED = 3.0  # the sentence names its author: "JUSTICE SCALIA suggests, post, at 5, that …"
TELLING = frozenset(("ante", "post", "part", "writing"))
_KINDS = {
    "dissent": ("dissent", "concurrence-in-part-dissent-in-part"),
    "concurrence": (
        "concurrence",
        "concurrence-in-judgment",
        "concurrence-in-part-dissent-in-part",
    ),
    "plurality": ("plurality",),
}
_KIND_WORDS = re.compile(r"dissent|concurr|plurality", re.IGNORECASE)
_NAMED = re.compile(
    r"\bjustice\s+(?P<author>[a-z]+(?:['’][a-z]+)?)"
    r"|\bthe\s+(?:\w+\s+)?(?P<kind>dissent|concurrence|plurality|majority|court)(?:ers?|ing)?\b",
)


@dataclass(frozen=True, slots=True)
class Choice:
    """A writing that may be meant, with its log weight beside the others."""

    writing: Writing
    weight: float = 0.0


def plain(name: str | None) -> str:
    """A surname as it is compared: letters only, in lower case."""
    return "".join(c for c in (name or "").lower() if c.isalpha())


def writings_meant(case: Case, reference: Reference, writing: str, text: str) -> list[Choice]:
    """The writings that a reference in ``writing`` (its id) may point into, likeliest first; empty when there is none.

    ``text`` is that of its block.  What the reference itself names decides; else its position, and the author whom the
    sentence names.
    """
    order = [w for w in case.writings if w.kind != "syllabus"]
    here = next((k for k, w in enumerate(order) if w.id == writing), None)
    if here is None:
        return []
    named = by_name(order, reference, here)
    if named is not None:
        return by_sentence([Choice(w) for w in named], reference, text, cited=True)
    return by_sentence(by_position(order, reference, here), reference, text)


def by_name(order: Sequence[Writing], reference: Reference, here: int) -> list[Writing] | None:
    """The writings that "(opinion of KAGAN, J.)" or "(dissenting opinion)" names; ``None`` where it names none.

    Of two by one author the one on the side that *ante* or *post* tells.  Empty where the author has no writing in this
    text.
    """
    side = _side(order, reference, here)
    author = plain(reference.writing)
    if author == "majority":
        return [w for w in order if w.kind in OPINION_OF_THE_COURT][:1]
    if author:
        fits = [w for w in order if plain(w.author) == author]
        return [w for w in fits if w in side] or fits
    kinds = _kind_named(reference.text) if reference.kind in TELLING else ()
    return [w for w in side if w.kind in kinds] or None


def _kind_named(text: str) -> tuple[str, ...]:
    """The kinds of writing that the parenthetical of a reference admits."""
    found = {m.group().lower() for m in _KIND_WORDS.finditer(text)}
    if {"dissent", "concurr"} <= found:
        return ("concurrence-in-part-dissent-in-part",)
    return next((_KINDS[k] for k in _KINDS if k[:7] in {f[:7] for f in found}), ())


def _side(order: Sequence[Writing], reference: Reference, here: int) -> Sequence[Writing]:
    if reference.kind == "ante":
        return order[:here]
    return order[here + 1 :] if reference.kind == "post" else order


def by_position(order: Sequence[Writing], reference: Reference, here: int) -> list[Choice]:
    """*Ante* is the opinion of the Court, or less usually another writing before; *post* any writing behind.

    *Supra*, *infra*, notes and Parts are those of the writing itself.
    """
    if reference.kind == "post":
        return [Choice(w) for w in order[here + 1 :]]
    if reference.kind != "ante":
        return [Choice(order[here])] if reference.kind != "writing" else []
    before = order[:here]
    lead = next((w for w in before if w.kind in OPINION_OF_THE_COURT), None)
    if lead is None:
        return [Choice(w) for w in before]
    return [Choice(lead), *(Choice(w, LESS_USUAL) for w in before if w is not lead)]


def by_sentence(
    choices: Sequence[Choice], reference: Reference, text: str, *, cited: bool = False
) -> list[Choice]:
    """The choices after a look at whom the sentence names last before the reference, else behind it.

    ``cited``: where nothing but a signal stands before the reference ("As JUSTICE GORSUCH explains, …  See ante, at 2
    (concurring opinion)"), the sentence is that before.
    """
    if len(choices) < 2:
        return list(choices)
    start, end = reference.at
    begin = sentence_start(text, start)
    if cited and begin and len(text[begin:start].split()) < 3:
        begin = sentence_start(text, len(text[:begin].rstrip()) - 1)
    before = list(_NAMED.finditer(text[begin:start].lower()))
    after = _NAMED.finditer(text[end : sentence_end(text, end)].lower())
    for match in [*reversed(before), *after]:
        fits = [c for c in choices if _is_named(c.writing, match)]
        if fits:
            weighed = [
                Choice(c.writing, max(c.weight, 0.0) + MENTIONED if c in fits else c.weight)
                for c in choices
            ]
            return sorted(weighed, key=lambda c: -c.weight)
    return list(choices)


def _is_named(writing: Writing, match: re.Match[str]) -> bool:
    if match["author"]:
        return plain(writing.author) == plain(match["author"])
    kind = match["kind"]
    if kind in ("majority", "court"):
        return writing.kind in OPINION_OF_THE_COURT
    return writing.kind in _KINDS[kind]
