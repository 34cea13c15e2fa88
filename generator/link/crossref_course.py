"""The course that a writing takes through another: consecutive references lie near one another.

Of 293 pairs of consecutive *ante* or *post* references to one writing in 32 opinions, 44 of 100 point to pages no more
than one apart, where chance would have 19.  So where pages are unknown each reference lends its neighbours some of what
is known of it (the forward-backward recursion over a chain of references, each with the few blocks that are likely).
"""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.link.crossref_places import Asked
    from generator.model import Case

NEAR = 5000.0  # characters in which the likelihood of the next reference falls to 1/e
STAYS = 0.75  # the share of references that keep to a course
KEPT = 10  # likely blocks of each reference


def courses(case: Case, asked: Sequence[Asked]) -> list[dict[int, float]]:
    """The probabilities of each reference's blocks after a look at its neighbours."""
    out = [a.chances() for a in asked]
    chains: dict[tuple[str | None, str, str], list[int]] = defaultdict(list)
    for k, one in enumerate(asked):
        if one.kind in ("ante", "post"):
            writing = case.blocks[one.block].writing
            chains[writing, one.choices[0].writing.id, one.kind].append(k)
    middles = [(b.source[0] + b.source[1]) / 2 for b in case.blocks]
    for chain in chains.values():
        if len(chain) > 1:
            length = _length(case, asked[chain[0]])
            for k, better in zip(
                chain, _smoothed([out[k] for k in chain], middles, length), strict=True
            ):
                out[k] = better
    return out


def _length(case: Case, asked: Asked) -> float:
    low, high = asked.ranges[0]
    if high <= low:
        return 1.0
    return max(1.0, float(case.blocks[high - 1].source[1] - case.blocks[low].source[0]))


def _smoothed(
    chances: Sequence[dict[int, float]], middles: Sequence[float], length: float
) -> list[dict[int, float]]:
    """Forward-backward over the references; what none of the kept blocks takes is spread over the writing."""
    kept = [sorted(c.items(), key=lambda i: (-i[1], i[0]))[:KEPT] for c in chances]
    rests = [max(0.0, 1.0 - sum(p for _, p in k)) for k in kept]
    ahead = _pass(kept, rests, middles, length)
    back = _pass(kept[::-1], rests[::-1], middles, length)[::-1]
    out = []
    for here, rest, (a, ra), (b, rb) in zip(kept, rests, ahead, back, strict=True):
        raw = {k: p * a[k] * b[k] for k, p in here}
        total = sum(raw.values()) + rest * ra * rb
        out.append({k: v / total for k, v in raw.items()} if total else dict(here))
    return out


_Message = tuple[dict[int, float], float]


def _pass(
    kept: Sequence[Sequence[tuple[int, float]]],
    rests: Sequence[float],
    middles: Sequence[float],
    length: float,
) -> list[_Message]:
    """For each reference how likely its blocks are, as seen from those before it: 1 for a block like any other."""
    out: list[_Message] = [({k: 1.0 for k, _ in kept[0]}, 1.0)] if kept else []
    for n in range(1, len(kept)):
        message, rest_message = out[-1]
        before = [(k, p * message[k]) for k, p in kept[n - 1]]
        rest = rests[n - 1] * rest_message
        total = sum(p for _, p in before) + rest or 1.0
        found = {}
        for k, _ in kept[n]:
            near = (
                sum(p * math.exp(-abs(middles[k] - middles[j]) / NEAR) for j, p in before)
                * length
                / (2 * NEAR)
            )
            found[k] = (STAYS * (near + rest) + (1 - STAYS) * total) / total
        out.append((found, 1.0))
    return out
