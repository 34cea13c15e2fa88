"""JSON files: parsed without trust."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from generator.errors import ReadError
from generator.read.markup import cut_off, no_text, too_deep
from generator.read.signs.data import is_json_lines

if TYPE_CHECKING:
    from generator.read.reading import Raw


def parsed_json(raw: Raw) -> dict[str, Any]:
    """The object that the file holds: itself, or the only one of a list, of an answer's ``results``, or of lines.

    R15 for what is broken, R16 for what is nested too deep, R13 for what holds several.
    """
    text = raw.text.strip("\ufeff\0 \t\r\n")
    try:
        data = json.loads(text, strict=False)
    except RecursionError:
        raise too_deep(raw.place) from None
    except ValueError as problem:
        if is_json_lines(text):
            count = sum(1 for row in text.split("\n") if row.strip())
            raise _several(count, raw.place) from None
        raise cut_off(raw.place, f"it is no whole JSON ({problem})") from None
    if isinstance(data, dict) and isinstance(
        data.get("results"), list
    ):  # a page of an API's answer
        data = data["results"]
    if isinstance(data, list):
        if not data:
            raise no_text(raw.place, "its list is empty")
        if len(data) > 1:
            raise _several(len(data), raw.place)
        data = data[0]
    if not isinstance(data, dict):
        raise no_text(raw.place, "its JSON is no object")
    return data


def _several(count: int, place: str) -> ReadError:
    return ReadError(
        f"the file holds {count} cases",
        code="R13",
        file=place,
        advice=f"pincite split {place} writes a file for each",
    )
