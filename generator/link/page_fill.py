"""How full a page is, and what stands at its head: the figures behind the search for lost page borders.

Fitted to the whole pages of ten opinions of the U.S. Reports, 1978 to 2010, whose page marks are known and whose notes
are lost from the text.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.link.page_stream import STEP

if TYPE_CHECKING:
    from generator.link.page_stream import Place

SPILL = 0.2  # of the pages behind one with a note, so many begin with the rest of it (measured: 5 of 23)
ODD = 0.05  # pages that are short or long for a reason that the text does not show (measured: 6 of 169)
NOTE_SCALE = 310.0  # a lost note takes 2 of these on average, each further one 0.8 more (measured on 77 pages)
MOST_NOTES = 5
SHORTEST = 80.0  # characters; a page with less is rarer still
LONGEST = 1.5  # full pages


@dataclass(frozen=True, slots=True)
class Style:
    """How a reporter is set: the fill of a full page and its deviation, in characters.

    ``first`` is the fill of a first page below its caption (slip opinions), ``None`` where an opinion may begin
    anywhere on a page and the next one goes on there.
    """

    name: str
    full: float
    deviation: float
    first: float | None = None


@dataclass(frozen=True, slots=True)
class Heads:
    """Log weight of a page head by kind of place: how much likelier the place is to be seen there than anywhere.

    ``gap`` by width: two blanks, three, four and more.  Counted over the 286 pages of ten opinions whose marks were
    cut out together with those of two other reporters: 83 of 100 pages begin at a gap of four blanks, of which there
    are 5.7 in 10,000 characters elsewhere; 5 at one of three (7.5 elsewhere); 12 at a paragraph (13 elsewhere).  The
    logarithm of each quotient is a weight, moderated for the gaps because other services leave other widths; one page
    in ten is allowed to begin where nothing shows.
    """

    gap: tuple[float, float, float] = (3.0, 5.0, 7.0)
    paragraph: float = 4.4
    writing: float = 4.0
    silent: float = 3.4

    def of(self, place: Place) -> float:
        """The weight of a page that begins at this place."""
        if place.kind == "gap":
            return self.gap[min(max(place.blanks, 2), 4) - 2]
        if place.kind == "paragraph":
            return self.paragraph
        return self.silent if place.kind == "silent" else self.writing


# A text without traces: 87 of 100 pages begin within a paragraph, and a silent place stands for so many characters.
UNTRACED = Heads(paragraph=4.6, silent=math.log(0.87 * STEP))


def whole_fill(fill: float, calls: int, before: int, style: Style, *, odd: bool) -> float:
    """Log density of the fill of a page between two others.

    ``calls`` are the lost notes that it calls itself, ``before`` those of the page before; ``odd``: it may also end
    for a reason that the text does not show.
    """
    missing = style.full - fill
    z = missing / style.deviation
    exact = math.exp(-z * z / 2) / (style.deviation * 2.5066) if abs(z) < 8 else 0.0
    if calls:
        density = _notes(missing, 1.2 + 0.8 * min(calls, MOST_NOTES))
    elif before:
        density = (1 - SPILL) * exact + SPILL * _notes(missing, 1.0)
    else:
        density = exact
    density *= 1 - ODD
    if odd:
        density += ODD / (style.full * LONGEST)
    if fill < SHORTEST:
        density *= 0.1
    return math.log(density) if density > 0 else -math.inf


def short_fill(fill: float, style: Style) -> float:
    """Log density of a page that begins or ends with an opinion: any fill up to a full page."""
    over = max(0.0, fill - style.full) / style.deviation
    return -math.log(style.full) - over * over / 2


def first_fill(fill: float, style: Style, *, short: bool) -> float:
    """Log density of the fill of a first page below its caption."""
    z = (fill - (style.first or 0.0)) / (2 * style.deviation)
    if short and z < 0:
        return -math.log(style.full)
    return max(-z * z / 2, -9.0) - math.log(2 * style.deviation * 2.5066)


def _notes(missing: float, shape: float) -> float:
    """Density of the characters that lost notes took (a gamma distribution)."""
    if missing <= 0:
        return 0.0
    x = missing / NOTE_SCALE
    return math.exp((shape - 1) * math.log(x) - x - math.lgamma(shape)) / NOTE_SCALE
