"""Runs of characters to printed lines, and lines to the text that is published: one line each, a form feed a page."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.read.slip.places import Placed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.model import Span
    from generator.read.pdf.extract import Page, Run

SAME = (
    0.45  # ems between baselines: what is raised or lowered within a line, and no line of its own
)
RAISED = 0.12  # ems above the line's baseline ...
SMALLER = 0.85  # ... and of the line's size: what is a superscript
BLANK = 0.2  # ems between two runs: a blank, where neither run has one
WIDE = 2.2  # ems between two runs of a page's head: two things, such as its number and its title
HEAD = 2  # lines at the top of a page that may be a head
_ACCENTS = {
    "´": "\u0301",
    "`": "\u0300",
    "¨": "\u0308",
    "ˆ": "\u0302",
    "˜": "\u0303",
    "¸": "\u0327",
}
_BLANKS = re.compile(r"\s+")
# What ends a line for somebody: within a line it would be one line too many.
_UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Printed(Placed):
    """A printed line of a PDF.

    ``raised`` and ``italic`` are spans of the whole text; ``aside``: beside the text of the page, not set level.
    """

    raised: tuple[Span, ...] = ()
    italic: tuple[Span, ...] = ()
    aside: bool = False


@dataclass(slots=True)
class _Row:
    """The runs of a line from left to right."""

    runs: list[Run]
    baseline: float
    size: float
    aside: bool = False


def printed(pages: Sequence[Page]) -> tuple[str, list[list[Printed]]]:
    """The text, and the lines of each page from top to bottom; what is not set level stands last."""
    text, length = [], 0
    out: list[list[Printed]] = []
    for number, page in enumerate(pages):
        lines: list[Printed] = []
        for rank, row in enumerate(_rows(page.runs)):
            for runs in _parted(row) if rank < HEAD else [row.runs]:
                line = _line(runs, row, number, length)
                if line.text:
                    lines.append(line)
                    text.append(line.text + "\n")
                    length += len(line.text) + 1
        out.append(lines)
        text.append("\f")
        length += 1
    return "".join(text[:-1]), out


def _rows(runs: Iterable[Run]) -> list[_Row]:
    """Lines from top to bottom."""
    shown = [r for r in runs if r.text.strip() and r.size > 0]
    rows: list[_Row] = []
    for run in sorted((r for r in shown if not r.turned), key=lambda r: (-r.baseline, r.left)):
        row = next((r for r in reversed(rows[-2:]) if _same(run, r)), None)
        if row is None:
            rows.append(_Row([run], run.baseline, run.size))
            continue
        row.runs.append(run)
        if run.size > row.size:
            row.baseline, row.size = run.baseline, run.size
    for row in rows:
        row.runs.sort(key=lambda r: (r.left, r.baseline))
        row.size = _main_size(row.runs)
        row.baseline = next(r.baseline for r in row.runs if r.size == row.size)
    rows.sort(key=lambda r: -r.baseline)
    turned = [r for r in shown if r.turned]
    return [*rows, *(_Row([r], r.baseline, r.size, aside=bool(rows)) for r in turned)]


def _same(run: Run, row: _Row) -> bool:
    return abs(run.baseline - row.baseline) <= SAME * max(run.size, row.size)


def _main_size(runs: Iterable[Run]) -> float:
    sizes: Counter[float] = Counter()
    for run in runs:
        sizes[run.size] += len(run.text.strip())
    return max(sizes, key=lambda s: (sizes[s], s))


def _parted(row: _Row) -> Iterator[list[Run]]:
    """The runs between wide gaps."""
    group: list[Run] = []
    for run in row.runs:
        if group and run.left - group[-1].right > WIDE * row.size:
            yield group
            group = []
        group.append(run)
    if group:
        yield group


def _line(runs: Sequence[Run], row: _Row, page: int, start: int) -> Printed:
    words = ""
    raised: list[Span] = []
    italic: list[Span] = []
    before: Run | None = None
    for run in runs:
        own = _BLANKS.sub(" ", _UNFIT.sub(" ", run.text))
        above = _is_raised(run, row)
        if before and own.strip() in _ACCENTS and run.left < before.right + 1 and words:
            words = unicodedata.normalize("NFC", words.rstrip() + _ACCENTS[own.strip()])
            continue
        if before and not words.endswith(" ") and not own.startswith(" "):
            label = len(raised) == 1 and raised[0] == (start, start + len(words))
            if run.left - before.right > BLANK * row.size or label:
                words += " "
        if words.endswith(" ") or not words:
            own = own.lstrip()
        at = start + len(words)
        words += own
        span = (at, at + len(own.rstrip()))
        if span[0] < span[1]:
            if above:
                raised.append(span)
            elif run.italic:
                italic.append(span)
        before = run
    words = words.rstrip()
    if all(run.small for run in runs) and words.islower() and len(words.upper()) == len(words):
        words = words.upper()
    return Printed(
        start,
        start + len(words),
        words,
        page,
        runs[0].left,
        max(run.right for run in runs),
        row.baseline,
        row.size,
        tuple(raised),
        tuple(italic),
        row.aside,
    )


def _is_raised(run: Run, row: _Row) -> bool:
    return run.size <= SMALLER * row.size and run.baseline - row.baseline >= RAISED * row.size
