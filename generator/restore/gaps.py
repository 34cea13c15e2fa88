"""Gap marks: ``a reasonably officer`` reads ``a reasonably ⟨…⟩ officer``.

A flattened text has lost its figures and every word with a hyphen or an apostrophe. Where a loss leaves a hole that
the words about it betray, a mark says so; what stood there is not guessed. A mark in a sound place would be a
falsehood, so most holes stay unmarked rather than that: see ``gap_model``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.offsets import Edit
from generator.restore.gap_model import BARRIER, model
from generator.restore.places import clean_offset

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import Block, Case

GAP = "⟨…⟩"
_KINDS = frozenset({"paragraph", "blockquote", "footnote"})
# A word with the brackets of its alterations, a mark, or anything else, which no hole is looked for beside.
_TOKEN = re.compile(r"\[?[a-z]+(?:[\[\]][a-z]+)*\]?(?![^\W\d_])|[.,]|\[v\.\]|[^\s]")
_WORD = re.compile(r"[a-z\[\]]+")


def edits(case: Case) -> Iterator[Edit]:
    """A mark at every hole that can be told."""
    within = {b.id: [r.at for r in case.references if r.block == b.id] for b in case.blocks}
    places: list[tuple[int, str]] = []
    for block in case.blocks:
        if block.kind not in _KINDS:
            continue
        spans = within[block.id]
        for at, text in _holes(block):
            place = clean_offset(block, at)
            if place is not None and not any(start < at < end for start, end in spans):
                places.append((place, text))
    for place, text in sorted(places):
        yield Edit(place, place, text, "insert")


def _holes(block: Block) -> Iterator[tuple[int, str]]:
    """Where in the block's text, and the mark with its blank."""
    text = block.text.lower()
    if len(text) != len(block.text):  # a letter that is two in small: offsets would be wrong
        return
    found = list(_TOKEN.finditer(text))
    words = [_plain(m.group()) for m in found]
    for k in model().holes(words):
        if block.text[found[k].start()].isupper() and not model().is_small(words[k - 1]):
            continue  # "sergeant Lawrence": of names the table knows nothing
        mark = found[k].group() in (".", ",")
        yield found[k].start(), f" {GAP}" if mark else f"{GAP} "


def _plain(token: str) -> str:
    if token.isalpha() or token in (".", ","):
        return token
    return token.replace("[", "").replace("]", "") if _WORD.fullmatch(token) else BARRIER
