"""Heads and feet of pages that are not the Supreme Court's: what stands at the edge of many pages, figures aside."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.read.pdf.printed import Printed
    from generator.read.slip.sheets import Line, Sheet

EDGE = 2  # lines at the top and at the foot of a page
SHARE = 0.4  # of the pages, on which a running head stands
LEAST = 3  # pages, of which a head can be told
APART = 1.6  # ems between a head and the text
_NUMBER = re.compile(r"(?:- ?|Page )?(\d{1,4})(?: ?-| of \d{1,4})?")


def cleared(sheets: list[Sheet], pages: Sequence[Sequence[Printed]]) -> list[Sheet]:
    """Sheets whose bodies have no running heads, feet and page numbers; each goes to the sheet's head.

    ``pages`` are the lines of all pages, before heads were taken off.
    """
    filled = [lines for lines in pages if lines]
    counts = Counter(bare for lines in filled for bare in {_bare(x.text) for x in _edges(lines)})
    repeated = {b for b, n in counts.items() if n >= LEAST and n >= SHARE * len(filled) and b}
    for sheet, lines in zip(sheets, filled, strict=True):
        below = sheet.foot or sheet.body
        for part, step in ((sheet.body, 1), (below, -1)):
            count = _count(part[::step], repeated, {x.start for x in _edges(lines)})
            for _ in range(count):
                _off(sheet, part.pop(0 if step > 0 else -1))
        sheet.head.sort(key=lambda x: x.start)
    return sheets


def _count(lines: Sequence[Line], repeated: set[str], edges: set[int]) -> int:
    """How many lines, from the edge of the page on, are furniture: those that are set apart from what follows."""
    own = cast("Sequence[Printed]", lines)
    k = 0
    while k < len(own) and own[k].start in edges and _bare(own[k].text) in repeated:
        k += 1
    while k and k < len(own):
        if abs(own[k].baseline - own[k - 1].baseline) > APART * own[k].size:
            break
        k -= 1
    return k


def _edges(lines: Sequence[Printed]) -> Iterable[Printed]:
    return lines if len(lines) <= 2 * EDGE else (*lines[:EDGE], *lines[-EDGE:])


def _off(sheet: Sheet, line: Line) -> None:
    sheet.head.append(line)
    number = _NUMBER.fullmatch(line.text)
    if number and sheet.number is None:
        sheet.number = int(number[1])


def _bare(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"\d+", "#", text)).strip()
