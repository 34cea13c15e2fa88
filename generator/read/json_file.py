"""JSON files: parsed without trust."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from generator.read.markup import cut_off, no_text, too_deep

if TYPE_CHECKING:
    from generator.read.reading import Raw


def parsed_json(raw: Raw) -> dict[str, Any]:
    """The object that the file holds (the first, where it is a list of one).  R15 for what is broken, R16 for what is
    nested too deep, R18 for what holds several.
    """
    try:
        data = json.loads(raw.text.strip("\ufeff\0 \t\r\n"), strict=False)
    except RecursionError:
        raise too_deep(raw.place) from None
    except ValueError as problem:
        raise cut_off(raw.place, f"it is no whole JSON ({problem})") from None
    if isinstance(data, list):
        if len(data) != 1:
            raise no_text(raw.place, f"it holds {len(data)} cases")
        data = data[0]
    if not isinstance(data, dict):
        raise no_text(raw.place, "its JSON is no object")
    return data
