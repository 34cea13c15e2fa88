"""Footnotes that a text gathers at its end, ``[1] See …`` or ``n1 See …``, with or without a heading that says so; and
those that it puts into its midst between rules, ``- - - Footnotes - - -`` and ``- - - End Footnotes - - -``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.model import CONTINUED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model import Segment

_NOTE = re.compile(
    r"(?:\[?(?:fn|FN|n)?\.?\s*(?P<signed>\d{1,3}|\*{1,3}|†)\]|(?:fn|FN|n)(?P<bare>\d{1,3}))\.?\s"
)
# Between the rules that frame notes no more than a number is needed.
_FRAMED = re.compile(r"(?:\[\*{1,4}\d{1,5}\]\s*)*\[?(?:fn|FN|n)?\.?\s?(\d{1,3}|\*{1,3}|†)[\].]?\s")
_RULE = r"[-–—_*=]"
_FRAME = re.compile(rf"(?:{_RULE}\s?){{2,}}\s?footnotes?\s?(?:{_RULE}\s?)*", re.IGNORECASE)
_FRAME_END = re.compile(rf"(?:{_RULE}\s?)*\s?end\s?footnotes?\s?(?:{_RULE}\s?)*", re.IGNORECASE)
_FRAME_LIMIT = 400  # lines; a frame that does not close within them was none
_NOTES_HEAD = re.compile(r"(?:FOOTNOTES?|NOTES|ENDNOTES):?", re.IGNORECASE)


_FIRST = ("1", "*")  # what a run of notes begins with
# A line that opens another writing ends the notes of the one before.
_WRITING = re.compile(
    r"(?:(?:THE |MR\. |MRS\. )?(?:CHIEF )?JUSTICE\b.{0,300}|[A-Z][\w.'’ -]{1,40}, "
    r"(?:(?:C\.|P\.|Ch\.)? ?J\.|(?:[A-Z][a-z]+ ){0,3}(?:Judge|Justice)).{0,200}|PER CURIAM.{0,20})",
    re.IGNORECASE,
)


def with_notes(text: str, segments: Sequence[Segment]) -> list[Segment]:
    """Mark the numbered notes that are gathered at the end of the text or of each writing.

    They stand behind a heading that says so, up to the next writing; or, without one, as a run that
    begins with 1, whose number was called before.  Only segments of which nothing else is known become
    notes.  The number is the label; a paragraph between two notes goes on with the first
    (``CONTINUED``).  The heading is dropped.
    """
    out = _with_frames(text, segments)
    lines = [text[s.span[0] : s.span[1]] if s.role == "text" else "" for s in out]
    labels = [m["signed"] or m["bare"] if (m := _NOTE.match(line)) else None for line in lines]
    # Where a note 1 (or *) is called: it can only begin a run below that line.
    called = {label: _first_call(lines, label) for label in _FIRST if label in labels}
    k = 0
    while k < len(lines):
        headed = bool(_NOTES_HEAD.fullmatch(lines[k])) and any(labels[k + 1 : k + 3])
        if headed:
            end = _section_end(lines, labels, k + 1)
        elif called.get(labels[k] or "", k) < k:
            end = _run_end(lines, labels, k)
        else:
            k += 1
            continue
        if headed:
            out[k] = replace(out[k], role="running-head")
        for n in range(k + headed, end):
            label = labels[n] or CONTINUED
            if lines[n] and not (label == CONTINUED and out[n - 1].role != "footnote"):
                out[n] = replace(out[n], role="footnote", label=label)
        k = end
    return out


def _with_frames(text: str, segments: Sequence[Segment]) -> list[Segment]:
    """Notes that stand between rules in the midst of the text.  The rules are dropped; what precedes the first number
    goes on with the note before.
    """
    out = list(segments)
    k = 0
    while k < len(out):
        start, k = k, k + 1
        if not _is(out[start], text, _FRAME) or _is(out[start], text, _FRAME_END):
            continue
        end = next(
            (
                n
                for n in range(k, min(len(out), k + _FRAME_LIMIT))
                if out[n].role != "text"
                or _is(out[n], text, _FRAME)
                or _is(out[n], text, _FRAME_END)
            ),
            None,
        )
        if end is None or not _is(out[end], text, _FRAME_END):
            continue
        for n in (start, end):
            out[n] = replace(out[n], role="markup", label="")
        for n in range(k, end):
            number = _FRAMED.match(text[slice(*out[n].span)] + " ")
            out[n] = replace(
                out[n], role="footnote", label=number.group(1) if number else CONTINUED
            )
        k = end + 1
    return out


def _is(segment: Segment, text: str, pattern: re.Pattern[str]) -> bool:
    start, end = segment.span
    return (
        segment.role == "text" and end - start < 200 and bool(pattern.fullmatch(text, start, end))
    )


def _section_end(lines: Sequence[str], labels: Sequence[str | None], start: int) -> int:
    """Where the notes behind a heading end: at the next writing, at markup, or with the text."""
    for k in range(start, len(lines)):
        if not lines[k] or (labels[k] is None and _WRITING.fullmatch(lines[k])):
            return k
    return len(lines)


def _first_call(lines: Sequence[str], label: str) -> int:
    """The first line that calls a note, behind other words than a note's number; the number of lines if none does."""
    call = re.compile(
        rf"\S\s?(?:\[(?:fn|FN|n)?\.?\s?{re.escape(label)}\]|(?<![\w.])n{re.escape(label)}(?!\w))"
    )
    return next((k for k, line in enumerate(lines) if call.search(line)), len(lines))


def _run_end(lines: Sequence[str], labels: Sequence[str | None], start: int) -> int:
    """Where a run of notes without a heading ends: behind its last note.  Paragraphs between two notes are theirs."""
    last = start
    for k in range(start + 1, len(lines)):
        if labels[k]:
            last = k
        elif not lines[k] or _WRITING.fullmatch(lines[k]):
            break
    return last + 1
