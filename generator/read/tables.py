"""The tables that readers look things up in."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, get_args

from generator.model import WritingKind

if TYPE_CHECKING:
    from collections.abc import Mapping


@functools.cache
def opinion_types() -> Mapping[str, WritingKind | None]:
    """What collections call a writing → its kind; ``None`` where the name says nothing of it."""
    from importlib.resources import files

    text = files("generator").joinpath("data/opinion_types.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    kinds = {kind: kind for kind in get_args(WritingKind)}
    return {name: kinds[kind] if kind else None for _, name, kind in rows[1:]}


def opinion_kind(printed: str) -> WritingKind | None:
    """The kind that a collection's name for a writing means; ``None`` for names that are unknown or say nothing."""
    return opinion_types().get(printed.strip().lower())
