"""Typed pages: the opinions of courts of appeals as text, with the lines and pages of the typist.

Lines are wrapped at a measure, often with an empty line between any two; a page ends in its number ("-9-") or a form
feed, and above that number stand its notes, one line close under the other.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.read.plain import run_in
from generator.read.scribe import Line
from generator.structure.bylines import parse_byline

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model import SegmentRole, Span

_PAGE = re.compile(r"\s*-\s?(\d{1,4})\s?-\s*")
_BARE_PAGE = re.compile(r"\s{15,}(\d{1,3})\s*")  # centred at the foot: "                 2"
_BARE_FOOT = re.compile(r"^[^\S\n\f]{15,}(\d{1,3})[^\S\n\f]*$", re.MULTILINE)
_DRAWN = re.compile(r"\s*_{5,}\s*")
_PANEL = re.compile(
    r"(?:Before|BEFORE|Present|PRESENT)\b[^.]{5,200}(?:Judges|JUDGES|Justices|JJ)\.?"
)
_BLANKS = re.compile(r"\s+")
_RULE = re.compile(r" {15,30}")  # what is left of the rule above the notes
_NOTE = re.compile(r"\s{2,}(?P<label>\d{1,3}|\*{1,3}|[†‡])(?P<rest>\s*\S.*)?$")
_HEADING = re.compile(r"(?:[IVXL]{1,5}|[A-Z]|\d{1,2})\.|[IVXL]{1,5}|(?:\*\s*){3,}")
# "I.   BACKGROUND", "A.  The Weekend": a number, and a title without the stop of a sentence.
_TITLED = re.compile(r"(?:[IVXL]{1,5}|[A-Z]|\d{1,2})\.\s+[A-Z][^.;]{1,80}[^.;,:]")
_SHORT = 30  # characters; a line of prose that is centred by chance has more
# A compound, a range or a dash that the end of a line parts: "post-" "conviction", "434-" "35", "trial--" "as"
_TORN = re.compile(r"(?:[^\W\d_]-|\d-(?=\d.?$)|--).?$")
_SET_IN = 4  # blanks: a paragraph's first line has more before it than the others


@dataclass(slots=True)
class _Row:
    """A line of the page: its span in the whole text, its words, and how far it is set in."""

    span: Span
    text: str
    indent: int
    apart: bool  # an empty line, or a page's end, stands above
    ruled: bool = False  # the rule above the notes stands above
    page: int | None = None  # the page that begins with it
    note: str | None = None  # the label of the note that begins with it


def typescript_lines(runs: Sequence[tuple[str, str | None]]) -> list[Line]:
    """The lines (paragraphs, headings, notes) of typed text.  ``runs``: stretches with the address they link to."""
    text = "".join(words for words, _ in runs)
    links = _links(runs)
    pages: list[tuple[list[_Row], list[list[_Row]]]] = []
    notes: list[list[_Row]] = []
    for page in _pages(text):
        pages.append(_noted(page, bool(notes)))
        for rows in pages[-1][1]:
            if rows[0].note is None:  # the last note of the page before goes on
                notes[-1].extend(rows)
            else:
                notes.append(rows)
    out = [_line(rows, role, links) for rows, role in _paragraphs([body for body, _ in pages])]
    labels = [rows[0].note or "" for rows in notes]
    _set_calls(out, labels)
    return [*out, *(_line(r, "footnote", links, n) for r, n in zip(notes, labels, strict=True))]


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


def _link_end(link: tuple[Span, str]) -> int:
    return link[0][1]


def _pages(text: str) -> Iterator[list[_Row]]:
    """The rows of each page, without its number; the first knows what page it begins."""
    rows: list[_Row] = []
    number: int | None = None
    apart = ruled = later = False  # later: than the first page, which the cover has no end before
    at = 0
    bare = _bare_pages(text)
    for raw in re.split(r"(\n|\f)", text):
        mark = _PAGE.fullmatch(raw) or (_BARE_PAGE.fullmatch(raw) if at in bare else None)
        if mark or raw == "\f":
            if rows:
                if mark and later:  # its own number before the one that should follow
                    rows[0].page = int(mark[1])
                yield rows
                number, later = None, True
            number = int(mark[1]) + 1 if mark else number
            rows, apart, ruled = [], False, False
        elif _DRAWN.fullmatch(raw):
            apart = True
        elif raw.strip():
            indent = len(raw) - len(raw.lstrip())
            span = (at + indent, at + len(raw.rstrip()))
            row = _Row(span, raw.strip(), indent, apart or not rows, ruled)
            if not rows:
                row.page = number
            rows.append(row)
            apart = ruled = False
        elif raw == "":
            apart = True
        elif raw != "\n" and apart:  # blanks below words are the line that was drawn under them
            ruled = bool(_RULE.fullmatch(raw))
        at += len(raw)
    if rows:
        yield rows


def _bare_pages(text: str) -> set[int]:
    """Where the numbers stand that are the feet of pages without hyphens: alone on a line, each one more than the last,
    and an end of the page behind one of them.
    """
    found = [(m.start(), int(m[1]), m.end()) for m in re.finditer(_BARE_FOOT, text)]
    if not found or any(b[1] not in (a[1] + 1, 1) for a, b in pairwise(found)):
        return set()
    ended = any(re.match(r"\n?\s*(?:\f|$)", text[end:]) for _, _, end in found)
    return {start for start, _, _ in found} if ended and found[0][1] <= 3 else set()


def _noted(page: list[_Row], earlier: bool) -> tuple[list[_Row], list[list[_Row]]]:
    """Body and notes of a page: a note's rows are close upon one another, the first set in and opened by its label.

    Rows below the rule without a label go on with a note of the pages before, if there are ``earlier`` ones.
    """
    body: list[_Row] = []
    notes: list[list[_Row]] = []
    noting = False
    for row, after in pairwise([*page, None]):
        assert row is not None
        begun = _NOTE.match(" " * row.indent + row.text) if row.indent >= _SET_IN else None
        close = after is not None and not after.apart
        following = noting and begun is not None and begun["label"] == _next(notes[-1][0].note)
        if row.ruled and earlier and not begun and not _HEADING.fullmatch(row.text):
            notes.append([row])
            noting = True
        elif begun and (following or (row.apart and (close or row.ruled))):
            row.note = begun["label"]
            notes.append([row])
            noting = True
        elif noting and not row.apart and len(run_in(row.text, (0, len(row.text)))) == 1:
            notes[-1].append(row)
        elif noting and after is not None and not after.apart and not _HEADING.fullmatch(row.text):
            notes[-1].append(row)  # a further paragraph of the note, or a quotation in it
        else:
            row.apart = row.apart or noting
            noting = False
            body.append(row)
    return body, notes


def _next(label: str | None) -> str | None:
    """The number behind a note's."""
    return str(int(label) + 1) if label and label.isdecimal() else None


def _paragraphs(pages: Sequence[list[_Row]]) -> Iterator[tuple[list[_Row], SegmentRole]]:
    """The rows that make one paragraph, heading or quotation, over the ends of pages."""
    loose = _loose(pages)
    kinds = [(row, kind, first) for page in pages for row, kind, first in _kinds(page, loose)]
    current: list[_Row] = []
    role: SegmentRole = "text"
    for row, kind, first in kinds:
        goes_on = kind == role and not first
        if current and not goes_on:
            yield current, role
            current = []
        current.append(row)
        role = kind
    if current:
        yield current, role


def _loose(pages: Sequence[list[_Row]]) -> bool:
    """Whether an empty line stands between any two lines."""
    rows = [row for page in pages for row in page]
    return sum(row.apart for row in rows) > 0.5 * len(rows)


def _kinds(page: list[_Row], loose: bool) -> Iterator[tuple[_Row, SegmentRole, bool]]:
    """Of each row of a page what it belongs to, and whether it begins anew.

    Where lines stand loose, those close upon one another are a quotation.
    """
    if not page:
        return
    ends = sorted(row.indent + len(row.text) for row in page)
    margin, width = min(row.indent for row in page), ends[int(0.9 * (len(ends) - 1))]
    centred = [_is_centred(row, margin, width) for row in page]
    headings = [_is_heading(page, k, margin, centred) for k in range(len(page))]
    above: tuple[_Row, SegmentRole] | None = None
    for k, row in enumerate(page):
        if headings[k]:
            first = row.apart or not (above and above[1] == "heading") or not centred[k]
            above = (row, "heading")
            yield row, "heading", first
            continue
        close_above = k > 0 and not row.apart and not headings[k - 1]
        close_below = k + 1 < len(page) and not page[k + 1].apart and not headings[k + 1]
        kind: SegmentRole = "blockquote" if loose and (close_above or close_below) else "text"
        if loose and row.apart and _alone(row.text):
            above = None
            yield row, "text", True
            continue
        if kind == "blockquote":
            first = above is not None and above[1] == kind and row.apart
        else:
            first = row.indent >= margin + _SET_IN or (not loose and row.apart and k > 0)
            first = first or (k > 0 and loose and _alone(page[k - 1].text))
        above = (row, kind)
        yield row, kind, first


def _alone(text: str) -> bool:
    """Whether a line says by itself what it is: a byline ("PER CURIAM:"), or who sat."""
    return len(text) < 120 and bool(parse_byline(text) or _PANEL.fullmatch(text))


def _is_heading(page: Sequence[_Row], k: int, margin: int, centred: Sequence[bool]) -> bool:
    """A number, or a title that is centred or numbered and has a paragraph's first line, or nothing, below it."""
    row, after = page[k], page[k + 1] if k + 1 < len(page) else None
    if _HEADING.fullmatch(row.text):
        return True
    if _TITLED.fullmatch(row.text):
        return row.apart and (after is None or after.indent >= margin + _SET_IN)
    short = max(_SHORT, len(row.text))
    if not centred[k] or not (row.apart or centred[k - 1] or len(page[k - 1].text) < short):
        return False
    if after is None or centred[k + 1]:
        return True
    return after.apart and (after.indent >= margin + _SET_IN or len(row.text) < _SHORT)


def _is_centred(row: _Row, margin: int, width: int) -> bool:
    left, right = row.indent - margin, width - row.indent - len(row.text)
    return (
        left >= 2 * _SET_IN
        and abs(left - right) <= 2 * _SET_IN
        and len(row.text) < 0.6 * (width - margin)
    )


def _line(
    rows: Sequence[_Row],
    role: SegmentRole,
    links: Sequence[tuple[Span, str]],
    label: str | None = None,
) -> Line:
    """One line of these rows."""
    line = Line(role, label)
    for row in rows:
        if line.text and not _TORN.search(line.text[-2:] + row.text[:1]):
            line.text += " "
        start = len(line.text)
        if row.page is not None:
            line.pages.append((start, row.page, None))
        shown = _BLANKS.sub(" ", row.text)
        if row.note and shown.startswith(row.note):
            shown = f"{row.note} {shown[len(row.note) :].lstrip()}".rstrip()
        shift = len(shown) - len(_BLANKS.sub(" ", row.text))  # the blank behind a note's label
        for (low, high), href in links[bisect_right(links, row.span[0], key=_link_end) :]:
            if low >= row.span[1]:
                break
            low, high = max(low, row.span[0]), min(high, row.span[1])
            if low < high:
                own = [len(_BLANKS.sub(" ", row.text[: at - row.span[0]])) for at in (low, high)]
                line.links.append(((start + own[0] + shift, start + own[1] + shift), href))
        line.text += shown
    return line


def _set_calls(lines: Sequence[Line], labels: Sequence[str]) -> None:
    """Find the call of each note in the lines, in order."""
    at, behind = 0, 0
    for wanted in labels:
        pattern = re.compile(rf"(?<=[^\W\d_]|[.,;:?!”’\"')\]]){re.escape(wanted)}(?=\s|$|[—,.;:)])")
        for k in range(at, len(lines)):
            found = pattern.search(lines[k].text, behind if k == at else 0)
            if found:
                lines[k].calls.append((found.span(), wanted))
                at, behind = k, found.end()
                break
