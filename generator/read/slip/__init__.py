"""The ``slip`` dialect: the text of the Court's printed pages, of a slip opinion or a bound volume.

Every page carries a head that is no text of the opinion, and at its foot the notes, which cut the text and may run on.
The reader takes the pages apart (``sheets``), puts lines to paragraphs (``flow``) and notes to their calls (``notes``),
and says of each page where it begins.  A slip opinion counts the pages of each writing from 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from generator.clean.broken_words import Vocabulary, verdict, whole
from generator.model import CONTINUED, Segment, SourceCall, SourcePage
from generator.read.lines import LineIndex
from generator.read.reading import Raw, Reading
from generator.read.slip import places
from generator.read.slip.columns import is_laid_out, placed
from generator.read.slip.facts import facts_of
from generator.read.slip.flow import paragraphs
from generator.read.slip.measure import full_width
from generator.read.slip.notes import calls_of, notes_of
from generator.read.slip.openings import (
    TITLE_LINES,
    bylines,
    is_title,
    opened,
    syllabus_title_end,
    tags_of,
    title_end,
)
from generator.read.slip.several import refuse_several
from generator.read.slip.sheets import Line, Sheet, pages_of, sheets_of
from generator.structure.bylines import parse_vote

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from generator.model import Join, SegmentRole
    from generator.read.slip.flow import Paragraph
    from generator.read.slip.notes import Note


def read(raw: Raw) -> Reading:
    """The reading of a text with printed pages.  Raises ``ReadError`` (R13) where it holds several cases."""
    pages: Sequence[Sequence[Line]] = pages_of(raw.text)
    laid_out = is_laid_out(raw.text, pages)
    if laid_out:
        pages = placed(raw.text, pages)
    found = sheets_of(pages)
    lines = LineIndex(raw.text)

    def where(sheet: Sheet) -> str:
        return f"line {lines.line(min(x.start for x in [*sheet.head, *sheet.body]))}"

    refuse_several(found, raw.place, where, f"pincite split {raw.place} writes a file for each")
    return reading_of(raw.text, found, _BY_COLUMNS if laid_out else None)


def _undivided(lines: Sequence[tuple[int, Line]]) -> list[list[tuple[int, Line]]]:
    return [list(lines)]


@dataclass(frozen=True, slots=True)
class Layout:
    """How lines become paragraphs, and notes find their calls: by their words and widths alone, or by their places.

    ``note`` parts the lines of a note into paragraphs.
    """

    paragraphs: Callable[[Sequence[Line], int | None], list[Paragraph]] = paragraphs
    note: Callable[[Sequence[tuple[int, Line]]], list[list[tuple[int, Line]]]] = _undivided
    calls: Callable[[Sequence[Note], Mapping[int, Sequence[Line]]], Iterable[SourceCall]] = calls_of


_BY_COLUMNS = Layout(places.paragraphs, places.note_paragraphs)


def reading_of(text: str, found: Sequence[Sheet], layout: Layout | None = None) -> Reading:
    """The reading of a text whose pages have been taken apart."""
    return _Reader(text, found, layout or Layout()).reading()


@dataclass(frozen=True, slots=True)
class _Run:
    """Pages that run on: those of one writing of a slip opinion, or of a bound volume's syllabus or opinions.

    ``first`` is the index of the first among all.
    """

    first: int
    sheets: Sequence[Sheet]


def _runs(found: Sequence[Sheet]) -> Iterator[_Run]:
    first = 0
    for k, sheet in enumerate(found):
        before = found[k - 1] if k else None
        if before is not None and (
            (sheet.number == 1 and (before.number != 1 or sheet.section != before.section))
            or (before.is_syllabus and not sheet.is_syllabus and sheet.section is not None)
        ):
            yield _Run(first, found[first:k])
            first = k
    if found:
        yield _Run(first, found[first:])


class _Reader:
    def __init__(self, text: str, found: Sequence[Sheet], layout: Layout) -> None:
        self.text, self.sheets, self.layout = text, found, layout
        self.vocabulary = Vocabulary.of(text)
        self.segments: list[Segment] = []
        self.calls: list[SourceCall] = []
        self.tags: dict[
            int, str
        ] = {}  # what the lines of a head say of a writing, by where they begin

    def reading(self) -> Reading:
        """Everything, in source order."""
        for run in _runs(self.sheets):
            self._run(run)
        restarts = any(s.number == 1 for s in self.sheets[1:])
        pages = []
        for sheet in self.sheets:
            for line in [*sheet.head, *([sheet.rule] if sheet.rule else [])]:
                tag = self.tags.get(line.start)
                role: SegmentRole = "markup" if tag else "running-head"
                self.segments.append(Segment((line.start, line.end), role, tag))
            if sheet.number is not None and sheet.body and not (restarts and sheet.is_syllabus):
                pages.append(SourcePage(sheet.body[0].start, sheet.number))
        return Reading(
            self.text,
            tuple(sorted(self.segments, key=lambda s: s.span)),
            pages=tuple(pages),
            calls=tuple(sorted(self.calls, key=lambda c: c.span)),
            facts=facts_of(self.sheets),
        )

    def _run(self, run: _Run) -> None:
        notes, strays = notes_of(run.sheets, run.first)
        text = [line for sheet in run.sheets for line in sheet.body]
        bodies = {k: sheet.body for k, sheet in enumerate(run.sheets, start=run.first)}
        page_of = {line.start: k for k, body in bodies.items() for line in body}
        if run.sheets[0].is_syllabus:
            self._syllabus(text, page_of)
        else:
            self._opinions(text, page_of, run.sheets[0])
        for note in notes:
            if note.stray:
                self._add(note.stray.start, note.stray.end, "running-head")
            for k, own in enumerate(self.layout.note(note.lines)):
                self._flow(own, "footnote", CONTINUED if k else note.label)
        for _, together in groupby(strays, key=lambda s: s[0]):
            lines = [line for _, line in together]
            self._add(lines[0].start, lines[-1].end, "notice")
        self.calls += self.layout.calls(notes, bodies)

    def _syllabus(self, text: Sequence[Line], page_of: dict[int, int]) -> None:
        end = syllabus_title_end(text)
        self._title(text[:end], page_of)
        for paragraph in self.layout.paragraphs(text[end:], None):
            vote = parse_vote(self._whole(paragraph.lines))
            self._flow(_paged(paragraph.lines, page_of), "vote" if vote else "syllabus")

    def _opinions(self, text: Sequence[Line], page_of: dict[int, int], sheet: Sheet) -> None:
        """The writings of a run: up to the first byline a title, then text, and a byline wherever another begins.

        Where no byline heads the run, what its first page's head says ("Per Curiam") opens the writing.
        """
        measure = full_width(line.text for line in text)
        begins = list(bylines(text, self.vocabulary))
        start = 0
        if begins and begins[0].first <= TITLE_LINES:
            self._above(text[: begins[0].first], page_of)
            start = begins[0].first
        elif not begins and (tags := tags_of(sheet.section or "")):
            start = title_end(text)
            self._title(text[:start], page_of)
            spare = [line for line in sheet.head if line.text == sheet.section]
            spare += [line for line in sheet.head if line.text != sheet.section]
            self.tags |= {line.start: tag for line, tag in zip(spare, tags, strict=False)}
        for byline in [*begins, None]:
            stop = byline.first if byline else len(text)
            for paragraph in self.layout.paragraphs(text[start:stop], measure):
                quote = paragraph.kind == "blockquote"
                self._flow(
                    _paged(paragraph.lines, page_of),
                    "blockquote" if quote else "text",
                    goes_on=paragraph.goes_on,
                )
            if byline:
                self._flow(_paged(text[byline.first : byline.last], page_of), "byline")
                start = byline.last

    def _above(self, text: Sequence[Line], page_of: dict[int, int]) -> None:
        """What stands above an opinion: the title page of a slip opinion; in a bound volume, where the syllabus ends on
        the same page, the line-up and counsel.
        """
        if not text or any(is_title(line.text) for line in text[:12]):
            self._title(text, page_of)
            return
        for paragraph in self.layout.paragraphs(text, None):
            vote = parse_vote(self._whole(paragraph.lines))
            self._flow(_paged(paragraph.lines, page_of), "vote" if vote else "notice")

    def _title(self, lines: Sequence[Line], page_of: dict[int, int]) -> None:
        for _, own in groupby(lines, key=lambda x: page_of[x.start]):
            for stretch in opened(list(own)):
                self._add(stretch.first.start, stretch.last.end, stretch.role)

    def _flow(
        self,
        lines: Sequence[tuple[int, Line]],
        role: SegmentRole,
        label: str | None = None,
        *,
        goes_on: bool = False,
    ) -> None:
        """Lines that belong together: a segment for each page on which they stand, joined as their words say."""
        before: Line | None = None
        last = -1
        for sheet, group in groupby(lines, key=lambda x: x[0]):
            own = [line for _, line in group]
            join: Join = "blank" if goes_on else ""
            if before:
                join = "" if self._is_gap(last, sheet) else self._join(before, own[0])
            last = sheet
            name = (CONTINUED if before else label) if label is not None else None
            self.segments.append(Segment((own[0].start, own[-1].end), role, name, join))
            before = own[-1]

    def _is_gap(self, last: int, sheet: int) -> bool:
        """Whether pages are missing between two of which the second goes on with the first: nothing runs over that."""
        first, second = self.sheets[last].number, self.sheets[sheet].number
        return first is not None and second is not None and second > first + sheet - last

    def _whole(self, lines: Sequence[Line]) -> str:
        return whole([line.text for line in lines], self.vocabulary)

    def _join(self, before: Line, line: Line) -> Join:
        apart = verdict(before.text, line.text, self.vocabulary) == "apart"
        return "blank" if apart and not before.text.endswith(("—", "–")) else "none"

    def _add(self, start: int, end: int, role: SegmentRole) -> None:
        self.segments.append(Segment((start, end), role))


def _paged(lines: Sequence[Line], page_of: dict[int, int]) -> list[tuple[int, Line]]:
    return [(page_of[line.start], line) for line in lines]
