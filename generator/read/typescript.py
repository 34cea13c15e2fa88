"""Typed pages: the opinions of courts of appeals as text, with the lines and pages of the typist.

Lines are wrapped at a measure, often with an empty line between any two; a page ends in its number ("-9-") or a form
feed, and above that number stand its notes, one line close under the other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from generator.read.scribe import Line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model import Span

_PAGE = re.compile(r"\s*-\s?(\d{1,4})\s?-\s*")
_BLANKS = re.compile(r"\s+")
_NOTE = re.compile(r"\s{2,}(?P<label>\d{1,3}|\*{1,3}|[†‡])(?P<rest>\s*\S.*)?$")
_HYPHEN = re.compile(r"[^\W\d_]-$")


@dataclass(slots=True)
class _Row:
    """A line of the page: its span in the whole text, how far it is set in, and whether the lines next to it are
    close upon it.
    """

    span: Span
    text: str
    indent: int
    close: bool = False
    page: int | None = None  # the page that begins with it
    note: str | None = None  # the label of the note that begins with it


def typescript_lines(runs: Sequence[tuple[str, str | None]]) -> list[Line]:
    """The lines (paragraphs, headings, notes) of typed text.  ``runs``: stretches with the address they link to."""
    text = "".join(words for words, _ in runs)
    links = _links(runs)
    pages = [_noted(page) for page in _pages(text)]
    body = [row for page in pages for row in page[0]]
    notes = [rows for page in pages for rows in page[1]]
    margin, loose = _margin(body), _is_loose(body)
    out = [_line(rows, role, links) for rows, role in _paragraphs(body, margin, loose=loose)]
    called = _with_calls(out, [rows[0].note or "" for rows in notes])
    made = [_line(rows, "footnote", links, label) for rows, label in zip(notes, called, strict=True)]
    return [*out, *made]


def _links(runs: Sequence[tuple[str, str | None]]) -> list[tuple[Span, str]]:
    out: list[tuple[Span, str]] = []
    at = 0
    for words, href in runs:
        if href and words.strip():
            if out and out[-1][1] == href and at - out[-1][0][1] <= 2:
                out[-1] = ((out[-1][0][0], at + len(words)), href)
            else:
                out.append(((at, at + len(words)), href))
        at += len(words)
    return out


def _pages(text: str) -> Iterator[list[_Row]]:
    """The rows of each page, without its number; the first knows what page it begins."""
    rows: list[_Row] = []
    number: int | None = None
    blank_before = True
    at = 0
    for raw in re.split(r"(\n|\f)", text):
        mark = _PAGE.fullmatch(raw)
        if mark or raw == "\f":
            if mark:
                number = int(mark[1]) + 1
            if rows:
                yield rows
            rows, blank_before = [], True
        elif raw.strip():
            bare = raw.strip()
            indent = len(raw) - len(raw.lstrip())
            row = _Row((at + indent, at + indent + len(bare)), bare, indent)
            if not rows:
                row.page, number = number, None
            if not blank_before and rows:
                row.close = rows[-1].close = True
            rows.append(row)
            blank_before = False
        elif raw != "\n":
            blank_before = True
        elif raw == "\n":
            pass
        if raw == "":
            blank_before = True
        at += len(raw)
    if rows:
        yield rows


def _noted(page: list[_Row]) -> tuple[list[_Row], list[list[_Row]]]:
    """Body and notes of a page: notes are rows close upon one another, the first set in and opened by a label."""
    body: list[_Row] = []
    notes: list[list[_Row]] = []
    noting = False
    for k, row in enumerate(page):
        begun = _NOTE.match(" " * row.indent + row.text)
        opens = begun and row.close and (k == 0 or not _touch(page[k - 1], row))
        if begun and opens and (row.indent >= 3):
            row.note = begun["label"]
            notes.append([row])
            noting = True
        elif noting and row.close:
            notes[-1].append(row)
        else:
            noting = False
            body.append(row)
    return body, notes


def _touch(above: _Row, row: _Row) -> bool:
    """Whether no empty line stands between two rows."""
    return above.close and row.close and row.span[0] - above.span[1] - row.indent <= 2


def _margin(rows: Sequence[_Row]) -> int:
    return int(median([r.indent for r in rows])) if rows else 0


def _is_loose(rows: Sequence[_Row]) -> bool:
    """Whether an empty line stands between any two lines."""
    return sum(r.close for r in rows) < 0.5 * len(rows)


def _paragraphs(
    rows: Sequence[_Row], margin: int, *, loose: bool
) -> Iterator[tuple[list[_Row], str]]:
    """Rows that make one paragraph, heading or quotation."""
    width = max((len(r.text) + r.indent for r in rows), default=0)
    current: list[_Row] = []
    role = "text"
    for row in rows:
        kind = _kind(row, margin, width, loose=loose)
        apart = bool(current) and not loose and row.span[0] - current[-1].span[1] - row.indent > 2
        begins = (
            not current
            or kind != role
            or kind == "heading"
            or (kind == "text" and (row.indent >= margin + 4 or (apart and row.page is None)))
            or (kind == "blockquote" and not _touch(current[-1], row) and row.page is None)
        )
        if begins and current:
            yield current, role
            current = []
        current.append(row)
        role = kind
    if current:
        yield current, role


def _kind(row: _Row, margin: int, width: int, *, loose: bool) -> str:
    middle = abs((row.indent - margin) - (width - row.indent - len(row.text))) <= 8
    if row.indent >= margin + 8 and middle and len(row.text) < 0.6 * (width - margin):
        return "heading"
    if loose and row.close and row.indent >= margin + 5:
        return "blockquote"
    return "text"


def _line(
    rows: Sequence[_Row], role: str, links: Sequence[tuple[Span, str]], label: str | None = None
) -> Line:
    """One line of these rows."""
    line = Line(role, label)  # type: ignore[arg-type]
    for row in rows:
        text = _BLANKS.sub(" ", row.text)
        if line.text:
            line.text += " "
        start = len(line.text)
        if row.page is not None:
            line.pages.append((start, row.page, None))
        for (low, high), href in links:
            low, high = max(low, row.span[0]), min(high, row.span[1])
            if low < high:
                own = [len(_BLANKS.sub(" ", row.text[: at - row.span[0]])) for at in (low, high)]
                line.links.append(((start + own[0], start + own[1]), href))
        line.text += text
    return line


def _with_calls(lines: Sequence[Line], labels: Sequence[str]) -> list[str]:
    """Find the call of each note in the lines, in order; the labels come back."""
    at, behind = 0, 0
    for wanted in labels:
        pattern = re.compile(rf"(?<=[^\W\d_.]|[.,;:?!”’\"')\]]){re.escape(wanted)}(?=\s|$|[—,.;:])")
        for k in range(at, len(lines)):
            found = pattern.search(lines[k].text, behind if k == at else 0)
            if found and lines[k].role != "caption":
                lines[k].calls.append((found.span(), wanted))
                at, behind = k, found.end()
                break
    return list(labels)
