"""The notes at the foot of the pages, and their calls in the running text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.model import SourceCall

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.model import Span
    from generator.read.slip.sheets import Line, Sheet

_LABEL = re.compile(r"(?P<label>\d{1,3}|[*†‡])(?=\s|$|(?<=\*)|(?<=†)|(?<=\d)[“‘\[(A-Z])")
_MARKS = "*†‡"
# A call stands close behind a word or its stop, and before a blank, a dash or a closing mark.
_BEFORE_CALL = r"(?<=[^\W\d_]|[.,;:?!”’\"')\]*])"
_BEFORE_LOOSE = r"(?<=[.?!”)] )"  # set off by a blank, at the end of a line
_AFTER_CALL = r"(?=\s|$|[—–.,;:)\]”’])"
_FIGURE_BEFORE = re.compile(
    r"(?:\bnn?\.|\bpp?\.|\bNos?\.|§|\bat|\bch\.|\bcl\.|\bT|\bC"
    r"|(?:\b(?:Rules?|Sections?|Tables?|Figs?\.|Figures?)|[§¶])\s?\d+\.)\s?$"
)
REACH = 1  # a note may begin on the page after its call's


@dataclass(slots=True)
class Note:
    """A note: its label, and its lines by the page at whose foot they stand (index of the sheet)."""

    label: str
    sheet: int
    lines: list[tuple[int, Line]] = field(default_factory=list)


def notes_of(sheets: Sequence[Sheet], first: int) -> tuple[list[Note], list[tuple[int, Line]]]:
    """The notes of one writing, whose pages are ``sheets`` and begin with sheet ``first`` of the text.

    Besides, the lines at the foot of a page that begin no note and go on with none (a note of the title's, as in
    "*Together with No. …").
    """
    notes: list[Note] = []
    strays: list[tuple[int, Line]] = []
    since = 0  # where the notes of the writing at hand begin
    for k, sheet in enumerate(sheets, start=first):
        before = sheets[k - first - 1] if k > first else sheet
        if sheet.section != before.section:
            since = len(notes)
        if not sheet.rule:
            _part(sheet, _next(notes[since:]))
        for line in sheet.foot:
            label = _begun(line.text, _next(notes[since:]))
            if label:
                notes.append(Note(label, k))
            if notes:
                notes[-1].lines.append((k, line))
            else:
                strays.append((k, line))
    return notes, strays


def _part(sheet: Sheet, expected: str) -> None:
    """Find the foot of a sheet without a rule, as in the text of bound volumes: from the next note's number, on a line
    of its own, or from a mark on, where the text above calls it.
    """
    for k in range(1, len(sheet.body)):
        text = sheet.body[k].text
        label = _begun(text, expected)
        alone = label is not None and text == label
        mark = label is not None and label in _MARKS and len(text) > 20
        if label and (alone or mark) and _called(label, sheet.body[:k]):
            sheet.body, sheet.foot = sheet.body[:k], sheet.body[k:]
            return


def _called(label: str, lines: Sequence[Line]) -> bool:
    pattern = re.compile(_BEFORE_CALL + re.escape(label) + _AFTER_CALL)
    return any(pattern.search(line.text) for line in lines)


def _next(notes: Sequence[Note]) -> str:
    """The label that the next note has."""
    numbers = [n.label for n in notes if n.label.isdigit()]
    return str(int(numbers[-1]) + 1) if numbers else "1"


def _begun(text: str, expected: str) -> str | None:
    """The label of the note that a line begins, when it is the next one's or a mark."""
    match = _LABEL.match(text)
    label = match["label"] if match else None
    return label if label and (label == expected or label in _MARKS) else None


def calls_of(notes: Sequence[Note], bodies: Mapping[int, Sequence[Line]]) -> Iterator[SourceCall]:
    """The call of each note, in order: on the page of the note or the one before, behind the call before.

    ``bodies``: by sheet, the lines of running text.
    """
    reached = -1
    for note in notes:
        pattern = re.compile(_BEFORE_CALL + re.escape(note.label) + _AFTER_CALL)
        loose = re.compile(_BEFORE_LOOSE + re.escape(note.label) + "$")
        for k in (note.sheet, *range(note.sheet - 1, note.sheet - 1 - REACH, -1)):
            found = _first_call(bodies.get(k, ()), pattern, reached) or _first_call(
                bodies.get(k, ()), loose, reached
            )
            if found:
                reached = found[0]
                yield SourceCall(found, note.label)
                break


def _first_call(lines: Sequence[Line], pattern: re.Pattern[str], behind: int) -> Span | None:
    return next(
        (
            (line.start + m.start(), line.start + m.end())
            for line in lines
            for m in pattern.finditer(line.text)
            if line.start + m.start() > behind and _is_call(line.text, m)
        ),
        None,
    )


def _is_call(text: str, match: re.Match[str]) -> bool:
    """Not the figure of a citation: "n.3", "§8", "Rule 15.2"."""
    return not _FIGURE_BEFORE.search(text[: match.start()])
