"""Which dialect a text is written in, and the evidence for it.

The questions are asked in a fixed order, from signs that nothing else has (the braces of JSON, the
tags of Lexis) to those that other texts may share; what answers none of them is ``plain``.  Only
samples of a long text are looked at, but for small JSON files, which are parsed.  What an opinion
merely quotes is never enough: a format must hold from the file's beginning to its end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.read.dialects import READABLE, Sniffed
from generator.read.signs.data import json_data, rtf
from generator.read.signs.look import look_at
from generator.read.signs.prose import flattened, markdown, slip
from generator.read.signs.services import lexis_markers, lexis_pages
from generator.read.signs.tags import archived, tagged
from generator.read.websites import way_out

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.read.signs.look import Answer, Look

# Lexis before XML: its tags may open a file.  Markdown before slip: casebooks hold whole slip
# opinions.  Star pages last of all marks, for other formats quote them.
_QUESTIONS: tuple[Callable[[Look], Answer], ...] = (
    rtf,
    archived,
    json_data,
    lexis_markers,
    tagged,
    flattened,
    markdown,
    slip,
    lexis_pages,
)


def sniff(text: str, file: str) -> Sniffed:
    """The dialect of ``text``.  ``file`` is its name, of which only the ending counts (``.md``).
    Never raises.
    """
    look = look_at(text, file)
    for question in _QUESTIONS:
        if answer := question(look):
            dialect, reason = answer
            return Sniffed(dialect, reason, dialect in READABLE, way_out(dialect, look.head))
    return Sniffed(
        "plain",
        "it shows no sign of any other format, so its writings are found by their bylines",
        support=True,
    )
