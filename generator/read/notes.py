"""Footnotes that a text gathers at its end, ``[1] See …`` or ``n1 See …``, with or without a heading that says so; and
those that it puts into its midst between rules, ``- - - Footnotes - - -`` and ``- - - End Footnotes - - -``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.model import CONTINUED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model import Segment

# In which way a note is signed → its number.  A run of notes keeps to one way.
_STYLES = {
    "named": re.compile(
        r"(?:\[(?:fn|FN)\.?\s*(\d{1,3}|\*{1,3}|†)\]|(?:fn|FN)\s?(\d{1,3}|\*{1,3}))\.?\s"
    ),
    "n": re.compile(r"(?:\[n\.?\s*(\d{1,3})\]|n(\d{1,3}))\.?\s"),
    "bracketed": re.compile(r"\[\.?\s*(\d{1,3}|\*{1,3}|†)\]\.?\s"),
}
# Behind a heading that says so a number is enough, alone on its line or before the note: "1 See …", "1. See …".
_NUMBERED = re.compile(r"(\d{1,3}|\*{1,3}|[†‡])(?:\.?\s+|\.?$)")
# Between the rules that frame notes no more than a number is needed.
_FRAMED = re.compile(r"(?:\[\*{1,4}\d{1,5}\]\s*)*\[?(?:fn|FN|n)?\.?\s?(\d{1,3}|\*{1,3}|†)[\].]?\s")
_RULE = r"[-–—_*=]"
_FRAME = re.compile(rf"(?:{_RULE}\s?){{2,}}\s?footnotes?\s?(?:{_RULE}\s?)*", re.IGNORECASE)
_FRAME_END = re.compile(rf"(?:{_RULE}\s?)*\s?end\s?footnotes?\s?(?:{_RULE}\s?)*", re.IGNORECASE)
_FRAME_LIMIT = 400  # lines; a frame that does not close within them was none
_NOTES_HEAD = re.compile(r"(?:FOOTNOTES?|NOTES|ENDNOTES):?", re.IGNORECASE)


_LEFT_OVER = re.compile(r"\d{1,2}\. [A-Z\"“].{60}")
_BEFORE_NOTES = re.compile(r".{120}(?<!as follows)[.?][\"”’')\]]*$")
_OPENERS = frozenset(("byline", "markup"))  # what divides the writings of a text
_FIRST = ("1", "*")  # what a run of notes begins with
# A line that opens another writing ends the notes of the one before.
_WRITING = re.compile(
    r"(?:(?:THE |MR\. |MRS\. )?(?:CHIEF )?JUSTICE\b.{0,300}|[A-Z][\w.'’ -]{1,40}, "
    r"(?:(?:C\.|P\.|Ch\.)? ?J\.|(?:[A-Z][a-z]+ ){0,3}(?:Judge|Justice)).{0,200}|PER CURIAM.{0,20})",
    re.IGNORECASE,
)


def with_notes(text: str, segments: Sequence[Segment]) -> list[Segment]:
    """Mark the numbered notes that are gathered at the end of the text or of each writing, or stand each behind its
    paragraph.

    They stand behind a heading that says so, up to the next writing; or, without one, as a run that begins with 1,
    whose number was called before.  Only segments of which nothing else is known become notes.  The number is the
    label; a paragraph between two notes goes on with the first (``CONTINUED``), unless it calls the next.  The
    heading is dropped.
    """
    out = _with_frames(text, segments)
    lines = [text[s.span[0] : s.span[1]] if s.role == "text" else "" for s in out]
    labels = [_signed(line) for line in lines]
    # Where a note 1 (or *) of each style is called: it can only begin a run below that line.
    called: dict[tuple[str, str] | None, int] = {
        s: _first(lines, _call(*s)) for s in dict.fromkeys(labels) if s and s[1] in _FIRST
    }
    below_pages = _below_pages(lines)
    k = 0
    while k < len(lines):
        if _NOTES_HEAD.fullmatch(lines[k]) and (
            found := _section(lines, labels, k + 1, k in below_pages)
        ):
            out[k] = replace(out[k], role="running-head")
        elif called.get(labels[k], k) < k:
            found = _run(lines, labels, k)
        else:
            k += 1
            continue
        for n, label in found.items():
            out[n] = replace(out[n], role="footnote", label=label)
        k = max(found) + 1
    for k in _left_over(lines, out):
        out[k] = replace(out[k], role="footnote", label=lines[k].partition(".")[0])
    return out


def _signed(line: str) -> tuple[str, str] | None:
    """In which way a line is signed as a note, and its number."""
    for style, pattern in _STYLES.items():
        if match := pattern.match(line):
            return style, next(g for g in match.groups() if g)
    return None


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


def _section(
    lines: Sequence[str],
    labels: Sequence[tuple[str, str] | None],
    start: int,
    below_page: bool,
) -> dict[int, str]:
    """The lines of the notes behind a heading, with their labels: up to the next writing, to markup, or to the end.

    Numbers alone count on from one another, or begin again with the notes of another writing.  Where such notes stand
    below their pages, which several headings in one writing show, a section ends with its last number.
    """
    end = start
    while end < len(lines) and lines[end]:
        if end > start and labels[end] is None and _is_writing(lines[end]):
            break
        if _NOTES_HEAD.fullmatch(lines[end]):
            break
        end += 1
    signed = any(labels[start : start + 2])
    found = dict[int, str]()
    last = ""
    for k in range(start, end):
        own = labels[k]
        label = own[1] if signed and own else None
        if not signed and (number := _NUMBERED.match(lines[k])) and _follows(number[1], last):
            label = number[1]
        if label:
            found[k] = last = label
        elif found:
            found[k] = CONTINUED
    numbers = [k for k, label in found.items() if label != CONTINUED]
    if not numbers or numbers[0] > start + 1:
        return {}
    # A number alone on its line has its note on the next.
    bodies = sum(1 for k in numbers if not _NUMBERED.fullmatch(lines[k]))
    others = len(found) - len(numbers) - (len(numbers) - bodies)
    if not signed and (below_page or others > 3 * len(numbers) + 2):
        found = {
            k: label
            for k, label in found.items()
            if label != CONTINUED or _NUMBERED.fullmatch(lines[k - 1])
        }
    return found


def _below_pages(lines: Sequence[str]) -> set[int]:
    """The headings of notes of which a writing has several: then each stands below its page."""
    out: set[int] = set()
    own: list[int] = []
    for k, line in enumerate([*lines, ""]):
        if not line or _is_writing(line):
            out.update(own if len(own) > 1 else ())
            own = []
        elif _NOTES_HEAD.fullmatch(line):
            own.append(k)
    return out


def _follows(label: str, last: str) -> bool:
    """Whether a note may have this label behind the one before: the next number, or the first again."""
    if not label.isdigit():
        return not last or not last.isdigit() or label == "*"
    if not last.isdigit():
        return True
    return label == "1" or int(label) == int(last) + 1


def _left_over(lines: Sequence[str], segments: Sequence[Segment]) -> Iterator[int]:
    """The few notes that some collections have left of all, behind the last words of a writing: "2. The Court notes …".

    They stand behind a paragraph that says no list follows, and no other line of the writing begins so.
    """
    numbered: list[int] = []
    for k, segment in enumerate(segments):
        own = segment.role == "text" and not _is_writing(lines[k])
        if own and _LEFT_OVER.match(lines[k]):
            numbered.append(k)
        following = segments[k + 1] if k + 1 < len(segments) else None
        if following is None or following.role in _OPENERS or _is_writing(lines[k + 1]):
            first = k + 1 - len(numbered)
            in_order = [int(lines[n].partition(".")[0]) for n in numbered] == [
                *range(1, len(numbered) + 1)
            ]
            if (
                numbered
                and numbered[0] == first > 0
                and (in_order or len(numbered) == 1)
                and _BEFORE_NOTES.search(lines[first - 1])
            ):
                yield from numbered
            numbered = []


def _is_writing(line: str) -> bool:
    return bool(_WRITING.fullmatch(line))


def _call(style: str, label: str) -> re.Pattern[str]:
    """How a note of this style is called in the text."""
    number = re.escape(label)
    name = r"(?:fn|FN)\.?\s?" if style == "named" else r"(?:fn|FN|n)?\.?\s?"
    bare = rf"|(?<![\w.])n{number}(?!\w)" if style == "n" else ""
    return re.compile(rf"\S\s?(?:\[{name}{number}\]{bare})")


def _first(lines: Sequence[str], call: re.Pattern[str]) -> int:
    """The first line that calls a note; the number of lines if none does."""
    return next((k for k, line in enumerate(lines) if call.search(line)), len(lines))


def _run(
    lines: Sequence[str], labels: Sequence[tuple[str, str] | None], start: int
) -> dict[int, str]:
    """The lines of a run of notes without a heading, with their labels: behind its last note it ends.

    Paragraphs between two notes are the first one's, unless they call the second: then each note stands behind the
    paragraph that calls it.
    """
    style = (labels[start] or ("", ""))[0]
    own = [start]
    for k in range(start + 1, len(lines)):
        signed = labels[k]
        if signed and signed[0] == style:
            own.append(k)
        elif not lines[k] or _is_writing(lines[k]):
            break
    found = dict[int, str]()
    for k, following in zip(own, [*own[1:], own[-1] + 1], strict=True):
        found[k] = (labels[k] or ("", ""))[1]
        between = [n for n in range(k + 1, following) if lines[n]]
        called = _call(style, (labels[following] or ("", ""))[1]) if between else None
        if called and not any(called.search(lines[n]) for n in between):
            found.update(dict.fromkeys(between, CONTINUED))
    return found
