"""The paragraphs of Markdown that are nothing but words, told from all that a parser must look at.

Most of an opinion is plain prose between blank lines, which means the same in Markdown as anywhere.  A parser of
CommonMark asks of every line whether it opens one of seven kinds of block; to know beforehand that none can begin
makes reading several times as fast, and changes nothing of what is read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import Span

# A line that may open a block: a quote, a tag, a heading, code, an item of a list, a rule.
_OPENS = re.compile(
    r"^[ \t]*(?:[<>#]|`{3}|~{3}|[-+*](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$)|[-+*_](?:[ \t]*[-+*_]){2})",
    re.MULTILINE,
)
# What goes on over blank lines, whatever follows, until it is closed.
_RUNS_ON = re.compile(r"`{3}|~{3}|<[!?]|<(?:script|pre|style|textarea)\b", re.IGNORECASE)
_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")


class Stretch(NamedTuple):
    """Text from one blank line to another.  ``plain``: one paragraph and nothing else."""

    text: str
    plain: bool


def stretches(text: str) -> Iterator[Stretch]:
    """The text in order; what is not plain is put together as far as it goes.  To parse each by itself gives the same
    as to parse the whole.

    ``text`` has no line ends but LF.
    """
    held: list[str] = []  # what is not plain
    for start, end in _chunks(text):
        chunk = text[start:end]
        # An indented paragraph may go on with an item of a list.
        if not (held and chunk[0] in " \t") and not _OPENS.search(chunk):
            if held:
                yield Stretch("\n\n".join(held), plain=False)
                held = []
            yield Stretch(chunk.strip(" \t\n"), plain=True)
        elif _RUNS_ON.search(chunk):
            held.append(text[start:])
            break
        else:
            held.append(chunk)
    if held:
        yield Stretch("\n\n".join(held), plain=False)


def _chunks(text: str) -> Iterator[Span]:
    """The spans of what stands between blank lines."""
    start = 0
    for gap in _BLANK_LINES.finditer(text):
        if text[start : gap.start()].strip(" \t\n"):
            yield start, gap.start()
        start = gap.end()
    if text[start:].strip(" \t\n"):
        yield start, len(text)
