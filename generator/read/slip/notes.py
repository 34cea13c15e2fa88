"""The notes at the foot of the pages, and their calls in the running text."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.model import SourceCall
from generator.read.slip.ends import ends_sentence
from generator.read.slip.measure import full_width, width

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.model import Span
    from generator.read.slip.sheets import Line, Sheet

_LABEL = re.compile(r"(?P<label>\d{1,3}|[*†‡])(?=\s|$|(?<=[*†‡])(?!\d)|(?<=\d)[“‘\[(A-Z])")
_MARKS = "*†‡"
# A call stands close behind a word or its stop, and before a blank, a dash or a closing mark.
_BEFORE_CALL = r"(?<=[^\W\d_]|[.,;:?!”’\"')\]*])"
_BEFORE_MARK = r"(?<=[\w.,;:?!”’\"')\]*])"  # "Decided June 21, 2012*"
_BEFORE_LOOSE = r"(?<=[.?!”)] )"  # set off by a blank, at the end of a line
_AFTER_CALL = r"(?=\s|$|[—–.,;:)\]”’])"
_FIGURE_BEFORE = re.compile(
    r"(?:\bnn?\.|\bpp?\.|\bNos?\.|§|\bat|\bch\.|\bcl\.|\bT|\bC"
    r"|(?:\b(?:Rules?|Sections?|Tables?|Figs?\.|Figures?)|[§¶])\s?\d+\.)\s?$"
)
_LATER = re.compile(r"(?P<label>\d{1,3}) ?[“‘\[(A-Z]")
_TORN = re.compile(r"(?P<label>\d{1,3}) [A-Z][\w’]*(?: \w+)?")
SKIPPED = 9  # notes that may be missing
NOTE = 1.08  # of a full line of text: what the lines of notes are wider, in text of the same size
SEVERAL = 1.5  # of a full line: no line of a note is so wide, only several in one
FEW = 0.02  # of the lines, that can be wider: tables
REACH = 1  # a note may begin on the page after its call's


@dataclass(slots=True)
class Note:
    """A note: its label, and its lines by the page at whose foot they stand (index of the sheet).

    ``stray`` is the line of its label, where a program put it at the end of the page.
    """

    label: str
    sheet: int
    lines: list[tuple[int, Line]] = field(default_factory=list)
    stray: Line | None = None


def notes_of(sheets: Sequence[Sheet], first: int) -> tuple[list[Note], list[tuple[int, Line]]]:
    """The notes of one writing, whose pages are ``sheets`` and begin with sheet ``first`` of the text.

    Besides, the lines at the foot of a page that begin no note and go on with none (a note of the title's, as in
    "*Together with No. …").
    """
    notes: list[Note] = []
    narrow = _widest_of_text(sheets)
    strays: list[tuple[int, Line]] = []
    since = 0  # where the notes of the writing at hand begin
    for k, sheet in enumerate(sheets, start=first):
        before = sheets[k - first - 1] if k > first else sheet
        if sheet.section != before.section:
            since = len(notes)
        expected = _next(notes, since)
        stray = None if sheet.rule else _part_before_label(sheet, expected, narrow)
        if not sheet.rule and not stray:
            _part(sheet, expected)
            if notes and not ends_sentence(notes[-1].lines[-1][1].text):
                _part_rest(sheet, narrow)
        above, note = "", notes[-1] if notes else None
        if stray:
            note = Note(expected, k, stray=stray)
            notes.append(note)
            expected = _next(notes, since)
        for line in sheet.foot:
            label = _begun(line.text, expected) or _skipped(line.text, above, expected, sheet.body)
            above = line.text
            if label:
                note = Note(label, k)
                notes.append(note)
                expected = _next(notes, since) if label.isdigit() else expected
            elif line is sheet.foot[-1] and (late := _late(line.text, notes[since:], sheet.body)):
                note = Note(late, k)
                notes.insert(_place(notes, since, late), note)
            if note:
                note.lines.append((k, line))
            else:
                strays.append((k, line))
    return notes, strays


def _part(sheet: Sheet, expected: str) -> None:
    """Find the foot of a sheet without a rule, as in the text of bound volumes: from the next note's number, on a line
    of its own, or from a mark on, where the text above calls it.
    """
    called: dict[str, int] = {}  # by label, the line that calls it first
    for k in range(1, len(sheet.body)):
        text = sheet.body[k].text
        label = _begun(text, expected)
        alone = label is not None and text == label
        mark = label is not None and label in _MARKS and len(text) > 20
        if label and label not in called:
            called[label] = _first_that_calls(label, sheet.body)
        if label and (alone or mark) and called[label] < k:
            sheet.body, sheet.foot = sheet.body[:k], sheet.body[k:]
            return


def _part_before_label(sheet: Sheet, expected: str, narrow: float) -> Line | None:
    """Find the foot of a sheet without a rule whose first note's label stands alone at the page's end, where newer
    programs put it, and give back the line of that label.  The note is told by its type.
    """
    last = sheet.body[-1] if sheet.body else None
    if last is None or last.text != expected or not _called(expected, sheet.body[:-1]):
        return None
    following = str(int(expected) + 1)
    labels = [k for k, line in enumerate(sheet.body) if line.text == following]
    end = labels[0] if labels else len(sheet.body) - 1
    start = _first_of_smaller_type(sheet.body[:end], narrow)
    if not 0 < start < end or not _called(expected, sheet.body[:start]):
        return None
    sheet.body, sheet.foot = sheet.body[:start], sheet.body[start:-1]
    return last


def _first_of_smaller_type(lines: Sequence[Line], narrow: float) -> int:
    """Where the lines at a page's end begin whose full ones hold more than those of the text."""
    k = len(lines)
    while k and (width(lines[k - 1].text) > narrow or ends_sentence(lines[k - 1].text)):
        k -= 1
    while k < len(lines) and width(lines[k].text) <= narrow:
        k += 1
    return k


def _widest_of_text(sheets: Sequence[Sheet]) -> float:
    """What width no line of running text exceeds, in ems; infinite, where lines stand joined."""
    lines = [line.text for sheet in sheets for line in sheet.body]
    full = full_width(lines)
    several = sum(width(line) > SEVERAL * full for line in lines)
    return NOTE * full if several <= FEW * len(lines) else math.inf


def _part_rest(sheet: Sheet, narrow: float) -> None:
    """Move the rest of a note that runs over onto this page from the end of the body to the foot.  Its type is smaller:
    its full lines hold more than those of the text.
    """
    k = _first_of_smaller_type(sheet.body, narrow)
    if k:
        sheet.body, sheet.foot = sheet.body[:k], [*sheet.body[k:], *sheet.foot]


def _called(label: str, lines: Sequence[Line]) -> bool:
    return _first_that_calls(label, lines) < len(lines)


def _first_that_calls(label: str, lines: Sequence[Line]) -> int:
    """The first of the lines that call a note; their number, where none does."""
    pattern = _calls(label)
    return next((k for k, line in enumerate(lines) if pattern.search(line.text)), len(lines))


def _calls(label: str) -> re.Pattern[str]:
    """What a call of a note looks like."""
    before = _BEFORE_MARK if label in _MARKS else _BEFORE_CALL
    return re.compile(before + re.escape(label) + _AFTER_CALL)


def _next(notes: Sequence[Note], since: int) -> str:
    """The label that the note behind ``notes[since:]`` has."""
    labels = (notes[k].label for k in range(len(notes) - 1, since - 1, -1))
    last = next((label for label in labels if label.isdigit()), "0")
    return str(int(last) + 1)


def _begun(text: str, expected: str) -> str | None:
    """The label of the note that a line begins, when it is the next one's or a mark."""
    match = _LABEL.match(text)
    label = match["label"] if match else None
    return label if label and (label == expected or label in _MARKS) else None


def _skipped(text: str, above: str, expected: str, body: Sequence[Line]) -> str | None:
    """The label of a note whose number is not the next one's, for a page is missing or a note's label is lost: it must
    be called above it, and begin where a note can.
    """
    match = _LATER.match(text)
    if not match or not 0 < int(match["label"]) - int(expected) <= SKIPPED:
        return None
    begins = not above or above.endswith((".", ".”", ".)", "?"))
    return match["label"] if begins and _called(match["label"], body) else None


def _late(text: str, notes: Sequence[Note], body: Sequence[Line]) -> str | None:
    """The label of a note whose first words a program put behind the page's other notes: "3 Berkemer"."""
    match = _TORN.fullmatch(text)
    labels = {note.label for note in notes}
    if not match or match["label"] in labels or not labels:
        return None
    before = str(int(match["label"]) - 1)
    return match["label"] if before in labels and _called(match["label"], body) else None


def _place(notes: Sequence[Note], since: int, label: str) -> int:
    """Where a note belongs among others by its number."""
    before = [k for k, n in enumerate(notes) if k >= since and n.label == str(int(label) - 1)]
    return before[-1] + 1


def calls_of(notes: Sequence[Note], bodies: Mapping[int, Sequence[Line]]) -> Iterator[SourceCall]:
    """The call of each note, in order: on the page of the note or the one before, behind the call before.

    ``bodies``: by sheet, the lines of running text.
    """
    reached = -1
    for note in notes:
        pattern = _calls(note.label)
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
