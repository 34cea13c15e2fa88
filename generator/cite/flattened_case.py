"""The references of a whole case in flattened text: each recogniser of that dialect, merged."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.cite.casenames import name_key
from generator.cite.constitution import find_flattened_constitution, settle_amendments
from generator.cite.flattened.find import FlattenedContext, find_flattened_cases
from generator.cite.flattened.index import NameIndex
from generator.cite.flattened_laws import find_flattened_laws
from generator.cite.internal import find_flattened_internal
from generator.cite.recognise import without_overlap
from generator.cite.record import definitions, find_flattened_defined, find_flattened_record

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.link.authorities import Known
    from generator.model import Authority, Case, Mention


def mentions_of(
    case: Case, texts: Sequence[str], writings: Sequence[str | None], name: str, known: Known
) -> list[list[Mention]]:
    """The mentions of each text, in order and without overlap.

    ``writings`` names the writing that each text belongs to; ``name`` is what the case is called.
    """
    entries = known.entries(case.slug)
    context = FlattenedContext(case.info.decided, frozenset(name_key(name)), tuple(writings))
    cases = _cases(texts, NameIndex(entries), context)
    record = [find_flattened_record(text) for text in texts]
    defined = {
        alias: entry.authority
        for entry in entries
        if entry.authority.kind == "record"
        for alias in entry.aliases
    }
    out = []
    for k, text in enumerate(texts):
        known_here = find_flattened_defined(text, defined)
        defined.update(_new(definitions(text, record[k]), defined))
        out.append(
            without_overlap(
                known_here,
                [m for m in cases[k] if m.kind not in ("pin", "id")],
                find_flattened_laws(text),
                record[k],
                find_flattened_constitution(text),
                find_flattened_internal(text),
                [m for m in cases[k] if m.kind in ("pin", "id")],
            )
        )
    return _with_amendments(out, writings)


def _cases(
    texts: Sequence[str], index: NameIndex, context: FlattenedContext
) -> list[list[Mention]]:
    """The mentions of cases.  They are looked for in the dialect's own spelling, which has no blank behind a mark."""
    closed = [_closed_up(text) for text in texts]
    found = find_flattened_cases([text for text, _ in closed], index, context)
    return [
        [replace(m, start=places[m.start], end=places[m.end - 1] + 1) for m in mentions]
        for mentions, (_, places) in zip(found, closed, strict=True)
    ]


def _closed_up(text: str) -> tuple[str, list[int]]:
    """The text without the blanks behind marks, and where each of its characters stood."""
    places = [k for k in range(len(text)) if not (text[k] == " " and k and text[k - 1] in ".,;:")]
    return "".join(text[k] for k in places), places


def _new(found: dict[str, Authority], before: dict[str, Authority]) -> dict[str, Authority]:
    """What is defined here and was not named before by people."""
    return {alias: work for alias, work in found.items() if alias not in before}


def _with_amendments(
    found: list[list[Mention]], writings: Sequence[str | None]
) -> list[list[Mention]]:
    """The same with each "amdt" that lost its number given the amendment of which its writing speaks."""
    for writing in dict.fromkeys(writings):
        own = [
            (k, n)
            for k, mentions in enumerate(found)
            if writings[k] == writing
            for n, m in enumerate(mentions)
            if m.kind == "constitution"
        ]
        settled: Iterable[Mention] = settle_amendments([found[k][n] for k, n in own])
        for (k, n), mention in zip(own, settled, strict=True):
            found[k][n] = mention
    return found
