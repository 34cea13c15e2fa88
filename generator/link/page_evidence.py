"""What is known of the pages of a case without page marks, and what it says of the borders between them."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Literal

from generator.link.page_borders import Known
from generator.link.page_fill import Style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.link.page_stream import Place, Stream
    from generator.model import Span

# Full pages in characters, as ``page_stream`` measures them.  U.S. Reports: 169 whole pages of ten opinions, 1978 to
# 2010.  Slip opinions: 342 pages of twelve, 2009 to 2012, notes included; 28 first pages of theirs
# hold 876 to 1404 below the byline.  The Supreme Court Reporter, in two columns: not measured, hence so wide.
STYLES: dict[str, Style] = {
    "U.S.": Style("U.S.", 2106.0, 50.0),
    "slip": Style("slip", 2040.0, 130.0, first=1200.0),
    "S. Ct.": Style("S. Ct.", 5000.0, 600.0),
}
FULLER = 1.6  # from so many times a full page of the U.S. Reports on, running pages are another reporter's
LOST_NOTE = 0.3  # of a page, for each note without body: what it takes on average
MOST_LOST = 0.6
LONGER = 1.3  # a writing may take so many times the pages that are expected of it, and …
MORE = 3  # … so many more
OPENING = (
    12  # pages at most that syllabus and counsel take before the opinions: a guess on the safe side
)
LIKELY_PAGES = 20  # of a writing: so unlikely is a page by luck
UNLIKELY = 0.12  # places less likely than this say nothing
SURE = 0.9
ASIDE = (-1.5, -3.0)  # log weights of a pin that is one page outside its writing, and further
ENDLESS = 10**6
WIDEST = 60  # pages in one range; more is a slip of the pen
_RANGE = re.compile(r"(?<![\d.])(\d{1,4})(?:\s{0,2}(?:--|[-–—])\s{0,2}(\d{1,4}))?(?![\d.])")
_NOTES = re.compile(r"\b(?:nn?\.|notes?)\s*[\d*].*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FixedPoint:
    """A page known from outside: ``pages`` (first, last) of ``reporter`` hold offset ``at`` of ``block``.

    It comes from another case of the site that cites this one with a page, beside words that were found here.
    """

    block: str
    at: int
    pages: Span
    reporter: str = "U.S."


@dataclass(frozen=True, slots=True)
class Pin:
    """What one reference says of the pages of its own case.

    ``own`` is its clean offset, -1 for none; ``pages`` first and last; ``writings`` the ids of those it may point into;
    ``backward``, ``forward``: the page lies not behind, not before the reference.  ``places`` are clean offsets of
    which one is meant, each with the chance that it is.
    """

    own: int
    pages: Span
    writings: tuple[str, ...]
    backward: bool = False
    forward: bool = False
    places: tuple[tuple[int, float], ...] = ()


def pages_of(pin: str | None) -> list[Span]:
    """The pages of a pin as ranges: "341, 345-46, n. 3" gives [(341, 341), (345, 346)]."""
    out: list[Span] = []
    for match in _RANGE.finditer(_NOTES.sub("", pin or "")):
        first, last = match.group(1), match.group(2) or match.group(1)
        if len(last) < len(first):
            last = first[: len(first) - len(last)] + last
        low, high = int(first), int(last)
        out.append((low, high if low <= high <= low + WIDEST else low))
    return out


def page_system(
    stream: Stream, places: Sequence[Place], pins: Sequence[Pin], fixed: Sequence[FixedPoint] = ()
) -> Literal["U.S.", "S. Ct.", "slip"]:
    """How the pins count, decided from the evidence.

    Pins that all fit within the writings that they point into, counted from 1, are those of a slip opinion, unless the
    case is known to begin before them in a volume.  Running pages that are far fuller than those of the U.S. Reports
    between two known places are those of the Supreme Court Reporter.
    """
    sizes = _expected(stream, places)
    begins = stream.case.info.first_page
    in_volume = begins is not None and all(p.pages[0] >= begins for p in pins)
    fits = all(
        p.pages[0] <= LONGER * max((sizes.get(w, 0.0) for w in p.writings), default=0.0) + MORE
        for p in pins
    )
    if pins and fits and not in_volume:
        return "slip"
    if fixed:
        return "S. Ct." if all(f.reporter == "S. Ct." for f in fixed) else "U.S."
    points = sorted((at, p.pages[0]) for p in pins for at, chance in p.places if chance > SURE)
    rates = sorted(
        (b - a) / (q - p) for (a, p), (b, q) in combinations(points[:40], 2) if q - p >= 2
    )
    full = STYLES["U.S."].full
    return "S. Ct." if rates and rates[len(rates) // 2] > FULLER * full else "U.S."


def _expected(stream: Stream, places: Sequence[Place]) -> dict[str, float]:
    """The pages that each writing should take in the U.S. Reports."""
    ats = [p.at for p in places]
    out = {}
    for writing, (start, end) in stream.spans().items():
        first = places[min(bisect_left(ats, start), len(places) - 1)]
        last = places[min(bisect_left(ats, end), len(places) - 1)]
        lost = last.calls - first.calls
        out[writing] = (last.fill - first.fill) / STYLES["U.S."].full + LOST_NOTE * lost
    return out


def facts(stream: Stream, pin: Pin) -> list[Known]:
    """What one pin says: a place that it may mean is on its pages."""
    low, high = pin.pages
    out = []
    for at, chance in pin.places:
        if chance >= UNLIKELY and stream.holds(at):
            by_luck = (1 - chance) / LIKELY_PAGES
            far = max(-7.0, math.log(by_luck / (chance + by_luck))) if by_luck > 0 else -7.0
            out.append(Known(at, low, high, far / 2, far))
    return out


def bounds(stream: Stream, pins: Sequence[Pin]) -> list[Known]:
    """No page goes back: where a pin points behind itself its page has been reached, where it points ahead not passed.

    What follows from another bound is left out, so that there are no more of them than pages.
    """
    out = []
    here = sorted((p for p in pins if stream.holds(p.own)), key=lambda p: p.own)
    highest = 0
    for pin in here:
        if pin.backward and pin.pages[0] > highest:
            highest = pin.pages[0]
            out.append(Known(pin.own, highest, ENDLESS, *ASIDE))
    lowest = ENDLESS
    for pin in reversed(here):
        if pin.forward and pin.pages[1] < lowest:
            lowest = pin.pages[1]
            out.append(Known(pin.own, 0, lowest, *ASIDE))
    return out


def within(stream: Stream, pins: Sequence[Pin]) -> list[Known]:
    """A pin into one writing lies between its first page and its last: the lowest and the highest say so."""
    ranges: dict[str, list[Span]] = defaultdict(list)
    for pin in pins:
        if len(pin.writings) == 1:
            ranges[pin.writings[0]].append(pin.pages)
    out = []
    for writing, span in stream.spans().items():
        for low, high in ranges.get(writing, ()):
            out.append(Known(span[0], 0, low, *ASIDE))
            out.append(Known(span[1], high, ENDLESS, *ASIDE))
    return out


def from_outside(stream: Stream, fixed: Sequence[FixedPoint], system: str) -> list[Known]:
    """What other cases say of the pages of this one, in its reporter."""
    places = {b.id: k for k, b in enumerate(stream.case.blocks)}
    out = []
    for point in fixed:
        at = stream.offset(places[point.block], point.at) if point.block in places else None
        if at is not None and point.reporter == system and stream.holds(at):
            out.append(Known(at, *point.pages))
    return out


def first_pages(
    stream: Stream,
    places: Sequence[Place],
    pins: Sequence[Pin],
    fixed: Sequence[FixedPoint],
    style: Style,
) -> range:
    """The numbers that the first page of the opinions may have: no pin lies before it, nor further on than they reach.

    A pin far away from the middle one is passed over: it is misread, or that of another case.
    """
    size = places[-1].fill / style.full + MOST_LOST * places[-1].calls
    known = sorted([p.pages[0] for p in pins] + [f.pages[0] for f in fixed])
    middle = known[len(known) // 2]
    known = [n for n in known if abs(n - middle) <= 2 * size + OPENING]
    low, high = max(1, int(known[-1] - size - OPENING)), known[0]
    begins = stream.case.info.first_page
    if begins is not None and style.name == "U.S." and low <= begins + OPENING and begins <= high:
        low, high = max(low, begins), min(high, begins + OPENING)
    return range(low, high + 1)
