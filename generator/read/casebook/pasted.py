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
# What stands between two stretches of code, at the margin: links, and words beside them.
_BETWEEN = re.compile(
    rf"(?<=\n\n)(?P<words>[^\s][^\n]*(?:\n[^\s][^\n]*)*)\n\n(?:[ \t]*\n)*(?:{_INDENT}[ \t]*)?"
)
_LINK = re.compile(
    r"\[(?P<words>[^\[\]]{1,300})\]\((?P<href>[^()\s]{1,300}(?:\n[^()\s]{1,300})?)\)"
)
# Beside the links stands Markdown: "73\\.", and lines filled anew over what the print had parted: "He ex- plained".
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_TORN = re.compile(r"(?<=[A-Za-z]{2})- (?=[a-z])(?!(?:and|or|to)\b)")
_NUMERAL = re.compile(r"(?<=[.)”]) ([A-Z]|[IVX]{1,4})$")  # "(emphasis deleted). B"
_DEEP = re.compile(r"\n[ \t]{16,}$")
_CLINGS = tuple(",.;:)?!’”–—")  # what no blank comes before

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

    def words(stretch: str) -> None:
        shown = _TORN.sub("-\n", _bare(stretch))
        if heading := _NUMERAL.search(shown):
            shown = f"{shown[: heading.start()]}\n\n{' ' * 32}{heading[1]}\n\n"
        if shown:
            opens = parts[-1].endswith(("(", "[", "“", "‘", "\n", " ")) if parts else True
            add(shown if opens or shown.startswith(_CLINGS) else f" {shown}")

    for match in _BETWEEN.finditer(text):
        add(_unindented(text[done : match.start()]).rstrip())
        between, at = match["words"], 0
        for link in _LINK.finditer(between):
            words(between[at : link.start()])
            words(link["words"])
            start = length - len(_bare(link["words"]))
            links.append(SourceLink((start, length), "".join(link["href"].split())))
            at = link.end()
        words(between[at:])
        done = match.end()
        # What goes on with the line stands at the margin of its page; a heading stands in the middle.
        deep = _DEEP.search(match.group())
        add(deep.group() if deep else "" if text.startswith(_CLINGS, done) else " ")
    add(_unindented(text[done:]))
    whole = "".join(parts)
    if sniff(whole, "pasted.txt").dialect != "slip":
        return None
    reading = slip.read(replace(raw, text=whole))
    return replace(reading, links=tuple(links), dialect="slip")


def _bare(stretch: str) -> str:
    """Words at the margin on one line, without the backslashes that Markdown puts before marks."""
    return " ".join(_ESCAPED.sub(r"\1", stretch).split())


def _unindented(stretch: str) -> str:
    """The lines without the indent of code.  A page's head begins a page, its number on a line of its own."""
    bare = re.sub(r"(?m)^ {4}", "", stretch)
    return _HEAD.sub(lambda m: "\f" + re.sub(r"[ \t]{3,}", "\n", m.group().strip()), bare)
