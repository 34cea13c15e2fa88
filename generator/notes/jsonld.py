"""``notes.jsonld``: the notes of a page as Web Annotations (https://www.w3.org/TR/annotation-model/).

An AnnotationCollection with one page.  Each target is the opinion's page, narrowed to a passage by its fragment and,
within it, to the words by a TextQuoteSelector that quotes the page as it stands.  The addresses are relative to the
file, so that they hold wherever the site is put.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from generator.render import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model import Case
    from generator.notes import Placed

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
FILE = "notes.jsonld"
_FRAGMENT = "http://tools.ietf.org/rfc/rfc3236"
_AROUND = 32  # characters of context on either side, as the tools of annotation keep them
_MOTIVATION = {"explains": "commenting", "questions": "questioning", "updates": "commenting"}


def web_annotations(case: Case, notes: Sequence[Placed]) -> str:
    """The file, as text that ends in a line end."""
    items = [_annotation(case, placed) for placed in notes]
    data = {
        "@context": CONTEXT,
        "id": FILE,
        "type": "AnnotationCollection",
        "label": f"Notes on {words.case_name(case)}",
        "total": len(items),
        "first": {
            "id": f"{FILE}#page",
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": items,
        },
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _annotation(case: Case, placed: Placed) -> dict[str, Any]:
    note = placed.note
    out: dict[str, Any] = {
        "id": f"./#note-{placed.number}",
        "type": "Annotation",
        "motivation": _MOTIVATION[note.kind],
        "creator": {"name": note.author},
        "body": [
            {
                "type": "TextualBody",
                "value": note.body,
                "format": "text/markdown",
                "language": "en",
            },
            {"type": "TextualBody", "value": note.kind, "purpose": "tagging"},
        ],
        "target": {"source": "./", "selector": _selector(case, placed)},
    }
    if note.date:
        out["created"] = f"{note.date.isoformat()}T00:00:00Z"
    return out


def _selector(case: Case, placed: Placed) -> dict[str, Any]:
    """The words as the page has them now; those of the note itself where they are not found."""
    note, span = placed.note, placed.span
    quote = {"type": "TextQuoteSelector", "exact": note.exact}
    around = {"prefix": note.prefix, "suffix": note.suffix}
    if placed.block is None:
        return {**quote, **{key: value for key, value in around.items() if value}}
    if span is not None:
        text = next(block.text for block in case.blocks if block.id == placed.block)
        quote["exact"] = text[span[0] : span[1]]
        around = {
            "prefix": text[max(0, span[0] - _AROUND) : span[0]],
            "suffix": text[span[1] : span[1] + _AROUND],
        }
    quote |= {key: value for key, value in around.items() if value}
    return {
        "type": "FragmentSelector",
        "conformsTo": _FRAGMENT,
        "value": placed.block,
        "refinedBy": quote,
    }
