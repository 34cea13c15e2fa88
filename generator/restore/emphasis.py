"""Italics that a flattened text has lost, where the Court has them beyond doubt.

Names of cases in citations that are settled, and the words *id.*, *ibid.*, *supra*, *infra*, *ante* and *post* of a
reference (the style of the United States Reports; Bluebook Rules 2.1 and 4.1, and B2 for the papers of courts).
Signals and foreign words are left, for the Court's own use of italics for them has changed with the years.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import Case, Reference, Span

_NAMED = frozenset({"full", "short", "supra-case", "name"})
_BACK = re.compile(r"\b(?:id\.|ibid\.?|supra|infra|ante|post)(?!\w)", re.IGNORECASE)
_BACK_KINDS = frozenset({"id", "supra-case", "supra-internal", "infra", "ante", "post"})
_WORD = re.compile(r"[^\W_]+")
_CLOSING = re.compile(r"\.?\]")  # of an insertion that ends a name


def emphasised(case: Case) -> Case:
    """The case with ``Block.emphasis`` set; the very same where there is nothing to set."""
    names = {a.key: a.name for a in case.authorities if a.kind == "case" and a.name}
    spans: dict[str, list[Span]] = {}
    for ref in case.references:
        offset = ref.at[0]
        for start, end in _spans(ref, names.get(ref.authority or "")):
            spans.setdefault(ref.block, []).append((offset + start, offset + end))
    if not spans:
        return case
    blocks = tuple(
        replace(b, emphasis=tuple(sorted({*b.emphasis, *spans[b.id]}))) if b.id in spans else b
        for b in case.blocks
    )
    return replace(case, blocks=blocks)


def _spans(ref: Reference, name: str | None) -> Iterator[Span]:
    """In the text of a reference, in order."""
    start = 0
    if name and ref.kind in _NAMED and ref.status == "resolved":
        start = _name_ends(ref.text, name)
        if start:
            yield (0, start)
    if ref.kind in _BACK_KINDS:
        for match in _BACK.finditer(ref.text, start):
            yield match.span()
            return  # *post*, at 3 (dissenting, post): one of them is the reference


def _name_ends(text: str, name: str) -> int:
    """Where the words at the beginning of ``text`` end that are words of ``name``, in the order of the name.

    A flattened text has lost some words of the name; the first word that is none of them ends it.
    """
    words = iter(_WORD.findall(name.casefold()))
    end = 0
    for match in _WORD.finditer(text):
        if match.group().casefold() not in words:
            break
        end = match.end()
        if closing := _CLOSING.match(text, end):
            end = closing.end()
    return end
