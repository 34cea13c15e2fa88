"""A printed opinion that was pasted into Markdown as indented code, its citations as links between the lines.

The lines are put together again, and the slip opinion that comes out is read by the reader of slip opinions.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.model import SourceLink
from generator.read import slip
from generator.read.sniff import sniff

if TYPE_CHECKING:
    from generator.read.reading import Raw, Reading

_MOSTLY = 0.6
_INDENT = "    "
_WORDS = r"[^\[\]\n]{1,300}(?:\n[^\[\]\n]{1,300})?"
# A link on a line of its own between two stretches of code, or its words alone.
_BETWEEN = re.compile(
    rf"\n\n(?:\[(?P<linked>{_WORDS})\]\((?P<href>[^()\s]{{1,300}}(?:\n[^()\s]{{1,300}})?)\)"
    rf"|(?P<words>(?![ \t])\S{_WORDS}))"
    rf"\n\n(?:[ \t]*\n)*(?:{_INDENT}[ \t]*)?"
)
# How a page of a slip opinion begins, number and words on one line.
_HEAD = re.compile(
    r"^[ \t\f]*(?:\d{1,3}[ \t]{3,}[A-Z][A-Zv’'.,& ]{6,80}|Cite as: *\d{1,4} U\. ?S\. *(?:_+|\d+) *\(\d{4}\)"
    r"[ \t]{3,}\d{1,3}|\(Slip Opinion\)[ \t]{3,}OCTOBER TERM, \d{4}(?:[ \t]{3,}\d{1,3})?)[ \t]*$",
    re.MULTILINE,
)


def pasted(raw: Raw) -> Reading | None:
    """The reading of such a file; ``None`` where the Markdown is something else."""
    text = re.sub(r"\r\n?", "\n", raw.text)
    lines = [line for line in text.split("\n") if line.strip()]
    indented = sum(line.startswith(_INDENT) for line in lines)
    if not lines or indented < _MOSTLY * len(lines):
        return None
    parts, links, length, done = [], [], 0, 0

    def add(stretch: str) -> None:
        nonlocal length
        parts.append(stretch)
        length += len(stretch)

    for match in _BETWEEN.finditer(text):
        add(_unindented(text[done : match.start()]).rstrip())
        words = " ".join((match["linked"] or match["words"]).split())
        opens = "" if not parts[-1] or parts[-1].endswith(("(", "“", "‘")) else " "
        add(opens)
        if match["href"]:
            links.append(SourceLink((length, length + len(words)), "".join(match["href"].split())))
        add(words)
        done = match.end()
        follows = text[done : done + 1]
        add("" if follows in ",.;:)?!’”" else " ")
    add(_unindented(text[done:]))
    whole = "".join(parts)
    if sniff(whole, "pasted.txt").dialect != "slip":
        return None
    reading = slip.read(replace(raw, text=whole))
    return replace(reading, links=tuple(links), dialect="slip")


def _unindented(stretch: str) -> str:
    """The lines without the indent of code.  A page's head begins a page, its number on a line of its own."""
    bare = re.sub(r"(?m)^ {4}", "", stretch)
    return _HEAD.sub(lambda m: "\f" + re.sub(r"[ \t]{3,}", "\n", m.group().strip()), bare)
