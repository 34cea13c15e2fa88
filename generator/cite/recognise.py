"""All recognisers over one stretch of ordinary text, their mentions in order and without overlap."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from generator.cite.acts import find_acts
from generator.cite.cases import find_cases, find_dockets, find_ids, find_supras
from generator.cite.constitution import find_constitution
from generator.cite.internal import find_internal
from generator.cite.record import find_record
from generator.cite.rules import find_rules
from generator.cite.statutes import find_statutes
from generator.cite.tokenizer import tokens
from generator.cite.works import find_works

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.model import Mention


def recognise(text: str) -> list[Mention]:
    """Every reference in ``text`` but bare case names, in order.  What they stand for is settled by ``cite``."""
    found = tokens(text)
    return without_overlap(
        find_cases(text, found),
        find_statutes(text),
        find_works(text),
        find_dockets(text),
        find_supras(text) if "upra" in text else (),
        find_ids(text),
        find_record(text),
        find_rules(text),
        find_constitution(text),
        find_internal(text),
        find_acts(text),
    )


def without_overlap(*groups: Iterable[Mention]) -> list[Mention]:
    """The mentions of all groups in order; where two overlap the group named first wins."""
    starts: list[int] = []
    out: list[Mention] = []
    for group in groups:
        for mention in group:
            if not out or out[-1].end <= mention.start:
                starts.append(mention.start)
                out.append(mention)
                continue
            place = bisect_left(starts, mention.start)
            if place < len(out) and out[place].start < mention.end:
                continue
            if place and out[place - 1].end > mention.start:
                continue
            starts.insert(place, mention.start)
            out.insert(place, mention)
    return out


def spans(mentions: Sequence[Mention]) -> list[tuple[int, int]]:
    """Where they stand."""
    return [(m.start, m.end) for m in mentions]
