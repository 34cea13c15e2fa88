"""What the type of a PDF's lines tells: notes by their smaller size, calls by their height."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, cast

from generator.model import SourceCall

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.read.pdf.printed import Printed
    from generator.read.slip.notes import Note
    from generator.read.slip.sheets import Line, Sheet

NOTE_SIZE = 0.93  # of the text's size: smaller type at the foot of a page is a note's
_LABEL = re.compile(r"\d{1,3}|[*†‡§]{1,3}")


def part_notes(sheets: Sequence[Sheet]) -> None:
    """Move the notes of pages on which no rule in the text parts them from the body to the foot."""
    own = [sheet for sheet in sheets if not sheet.is_syllabus]
    size = _usual_size(line for sheet in own for line in sheet.body)
    before: Sheet | None = None
    for sheet in own:
        if sheet.rule is None:
            k = len(sheet.body)
            while k and _of(sheet.body[k - 1]).size <= NOTE_SIZE * size:
                k -= 1
            runs_on = before is not None and bool(before.foot)
            while k < len(sheet.body) and not runs_on and not _is_labelled(_of(sheet.body[k])):
                k += 1
            if k:  # a page of small type alone is an appendix
                sheet.body, sheet.foot = sheet.body[:k], [*sheet.body[k:], *sheet.foot]
        before = sheet


def _is_labelled(line: Printed) -> bool:
    """Whether a line begins with the label of a note: a raised figure, or a mark."""
    if line.raised and line.raised[0][0] == line.start:
        return bool(_LABEL.fullmatch(line.text[: line.raised[0][1] - line.start].strip()))
    return line.text[:1] in "*†‡"


def _usual_size(lines: Iterable[Line]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[_of(line).size] += len(line.text)
    return max(sizes, key=lambda s: (sizes[s], s), default=0.0)


def _of(line: Line) -> Printed:
    return cast("Printed", line)


def calls(notes: Sequence[Note], bodies: Mapping[int, Sequence[Line]]) -> Iterator[SourceCall]:
    """The call of each note: the raised label on its page, or the one before, behind the call before."""
    reached = -1
    for note in notes:
        raised = [
            span
            for k in (note.sheet - 1, note.sheet)
            for line in bodies.get(k, ())
            for span in _marks(_of(line))
            if _of(line).text[span[0] - line.start : span[1] - line.start].strip() == note.label
            and span[0] > reached
        ]
        if raised:
            reached = raised[0][0]
            yield SourceCall(raised[0], note.label)


def _marks(line: Printed) -> Iterator[tuple[int, int]]:
    """The spans of a line that can be calls: what is raised, and marks that the type itself raises."""
    yield from line.raised
    for match in re.finditer(r"(?<=\S)[*†‡]", line.text):
        yield (line.start + match.start(), line.start + match.end())
