"""Lines that a program tore, and cells of tables, which it sets one below the other."""

from __future__ import annotations

import re
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from generator.read.slip.ends import ALONE, FITS, OPENS_QUOTE, STARS, ends_sentence, first_word
from generator.read.slip.measure import width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.read.slip.sheets import Line

CELL, ROWS = 0.35, 6  # of a full line, and lines: a table
_COUNTS = re.compile(r"\((?:[a-z]|\d{1,2})\) |Held:")  # what opens a paragraph of a syllabus
PARTS = 4  # of a line that wide spacing tore
WHOLE = 0.92  # of a full line, with the next word: a line without room for it, in a quotation too
TORN = 4  # characters between two parts of a torn line; a page's end has more


def cells_of(lines: Sequence[Line], measure: int) -> list[bool]:
    """Which lines are the cells of a table: one of many short lines in a row that end no sentence."""
    out = [False] * len(lines)
    short = [width(x.text) <= CELL * measure and not ends_sentence(x.text) for x in lines]
    start = 0
    for is_short, run in groupby(short):
        end = start + len(list(run))
        if is_short and end - start >= ROWS:
            out[start:end] = [True] * (end - start)
        start = end
    return out


def refitted(lines: Sequence[Line], measure: int) -> list[Line]:
    """The lines, with those put together that wide spacing tore: "…a state-court conviction." "Under" "AEDPA, …".

    A torn line is short, is no heading, and fits on the line before it.
    """
    out: list[Line] = []
    lines = _whole(lines, measure)
    cells = cells_of(lines, measure)
    for is_cell, (line, after) in zip(cells, pairwise([*lines, None]), strict=True):
        assert line is not None
        before = out[-1] if out else None
        if (
            before is not None
            and after is not None
            and not is_cell
            and line.start - before.end <= TORN
            and len(line.text) < 12
            and not ALONE.fullmatch(line.text)
            and not STARS.fullmatch(line.text)
            and line.text[:1].isalnum()
            and not ends_sentence(line.text)
            and width(f"{before.text} {line.text}") <= measure
            and width(f"{line.text} {first_word(after.text)}") <= FITS * measure
        ):
            out[-1] = type(line)(before.start, line.end, f"{before.text} {line.text}")
        else:
            out.append(line)
    return out


def _whole(lines: Sequence[Line], measure: int) -> list[Line]:
    """The lines, with those put together that are the parts of one full line: "… made retroactive)." "In any event,"
    "courts, …".

    A paragraph's own first line is full: where the next word had room on it, and it runs on, it is no first line.
    """
    ends = {k: end for k in range(len(lines)) if (end := _parts_end(lines, k, measure)) > k + 1}
    if not ends:
        return list(lines)
    out: list[Line] = []
    cells = cells_of(lines, measure)
    k = 0
    while k < len(lines):
        line, end = lines[k], ends.get(k, k + 1)
        if any(cells[k:end]):
            end = k + 1
        if end > k + 1:
            text = " ".join(x.text for x in lines[k:end])
            line = type(line)(line.start, lines[end - 1].end, text)
        out.append(line)
        k = end
    return out


def _parts_end(lines: Sequence[Line], k: int, measure: int) -> int:
    """Behind the last part of the full line that begins with line ``k``; ``k + 1`` where that is whole."""
    text = lines[k].text
    if k + 2 >= len(lines) or width(text) + width(lines[k + 1].text) > measure:
        return k + 1
    if not ends_sentence(text) or ALONE.fullmatch(text):
        return k + 1
    for end in range(k + 1, min(k + PARTS, len(lines) - 1)):
        line, after = lines[end], lines[end + 1]
        first = first_word(after.text)
        text = f"{text} {line.text}"
        if (
            line.start - lines[end - 1].end > TORN
            or OPENS_QUOTE.match(line.text)
            or _COUNTS.match(line.text)
            or ALONE.fullmatch(line.text)
            or STARS.fullmatch(line.text)
            or width(text) > measure
            or width(f"{line.text} {first}") > FITS * measure
        ):
            return k + 1
        if not ends_sentence(line.text) and width(f"{text} {first}") > WHOLE * measure:
            return end + 1
    return k + 1
