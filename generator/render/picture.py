"""The picture of an exchange: who answers whom, and where, as SVG.

Each writing is a strip, its paragraphs as long as their text; the opinion of the Court stands on the left, the separate
ones below each other on the right.  A curve leads from the passage that answers to the one answered, which bears a dot.
Curves between the same two paragraphs are one, the thicker the more references it stands for; a broken one is
estimated.

The SVG has no style of its own, for the page's policy forbids that: ``exchange.css`` colours its classes, and without
it there are still lines on paper.  A list beside it says the same, so its links are for the pointer only.
"""

from __future__ import annotations

import html
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.link.backlinks import homes
from generator.render import escape
from generator.render.answers import who
from generator.render.citing import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from generator.link.backlinks import Backlink
    from generator.model import Case, Writing

# All in units of the viewBox, which are CSS pixels where the picture is shown in full size.
WIDTH = 360
LEFT, RIGHT = 34, 196  # where the strips begin
BROAD = 14
TOP = 26  # above the first strip, for its name
BETWEEN = 30  # between the strips on the right, for the name of the next
SHORTEST = 8  # of a strip
A_PARAGRAPH = 11  # height for each paragraph of the longer column, within
LEAST, MOST = 200, 640
APART = 10.5  # between numbers
BULGE = (18, 110)  # how far curves between strips on the right go out
THIN, THICKER, THICK = 1.2, 0.8, 5.0  # a curve; for each further reference; at most
NAME = 26  # characters
CROWDED = 60  # curves from which they are drawn finer


@dataclass(frozen=True, slots=True)
class Strip:
    """A writing in the picture: its left edge, its top and length, and top and length of each numbered paragraph."""

    writing: Writing
    x: float
    top: float
    length: float
    paragraphs: Mapping[str, tuple[float, float]]
    left: bool


@dataclass(frozen=True, slots=True)
class Arc:
    """All references from one paragraph to another, by (writing id, paragraph id; "" for the writing as a whole)."""

    start: tuple[str, str]
    end: tuple[str, str]
    count: int
    estimated: bool
    href: str


def picture_svg(case: Case, writings: Sequence[Writing], arcs: Sequence[Arc]) -> str:
    """The picture as one line of HTML.

    ``writings`` in their order, the opinion of the Court first; ``arcs`` between them (see ``bundled``).  The same case
    gives the same bytes.
    """
    strips = {s.writing.id: s for s in _strips(case, writings)}
    css = "picture crowded" if len(arcs) > CROWDED else "picture"
    known = [a for a in arcs if a.start[0] in strips and a.end[0] in strips]
    height = max((s.top + s.length for s in strips.values()), default=TOP) + 14
    numbers = {b.id: b.number for b in case.blocks if b.number is not None}
    body = "".join(
        [
            *(_strip(s) for s in strips.values()),
            *(_arc(a, strips, numbers) for a in known),
            *(_dot(end, strips) for end in sorted({a.end for a in known})),
            *(_names(s) for s in strips.values()),
            *_numbers(strips, known, numbers),
        ]
    )
    return (
        f'<svg class="{css}" viewBox="0 0 {WIDTH} {_n(height)}" width="{WIDTH}" height="{_n(height)}"'
        ' role="group" aria-labelledby="picture-title" aria-describedby="picture-desc">'
        f'<title id="picture-title">Who answers whom, and where</title>'
        f'<desc id="picture-desc">{_text(description(writings, known))}</desc>'
        f'<g aria-hidden="true">{body}</g></svg>'
    )


def description(writings: Sequence[Writing], arcs: Sequence[Arc]) -> str:
    """The picture in a sentence or two; the list beside it has the places."""
    names = {w.id: who(w) for w in writings}
    pairs: dict[tuple[str, str], int] = defaultdict(int)
    for arc in arcs:
        pairs[arc.start[0], arc.end[0]] += arc.count
    ranks = {w.id: k for k, w in enumerate(writings)}
    said = [
        f"{names[a]} answers {names[b]} {'once' if n == 1 else f'{n} times'}"
        for (a, b), n in sorted(pairs.items(), key=lambda p: (ranks[p[0][0]], ranks[p[0][1]]))
    ]
    strips = f"{counted(len(writings), 'opinion')} as {'a strip' if len(writings) == 1 else 'strips'} of paragraphs."
    return " ".join([strips, *(["; ".join(said) + "."] if said else [])])


def bundled(
    case: Case, links: Iterable[Backlink], href: Callable[[Backlink], str] = lambda _: ""
) -> list[Arc]:
    """The curves for the links between writings; ``href``: where that of a link leads.

    A note counts where it is called, a part where it begins; a writing as a whole, and what else has no
    place, is the beginning of its writing.
    """
    at = paragraphs_of(case)
    found: dict[tuple[tuple[str, str], tuple[str, str]], list[Backlink]] = defaultdict(list)
    writing_of = {b.id: b.writing or "" for b in case.blocks}
    for link in links:
        target = link.target[1]
        start = (link.writing.id, at.get(link.block, ""))
        end = (writing_of.get(target, target), at.get(target, ""))
        found[start, end].append(link)
    return [
        Arc(start, end, sum(k.count for k in own), all(k.estimated for k in own), href(min(own)))
        for (start, end), own in sorted(found.items())
    ]


def paragraphs_of(case: Case) -> dict[str, str]:
    """For each block the numbered paragraph at which it stands in the picture."""
    called: dict[str, str] = {}
    out: dict[str, str] = {}
    home = homes(case)
    for block in reversed(case.blocks):
        for mark in block.marks:
            if mark.target:
                called[mark.target] = home[block.id]
    following: dict[str | None, str] = {}
    for block in reversed(case.blocks):
        if block.number is not None:
            following[block.writing] = block.id
        if block.kind == "heading":
            out[block.id] = following.get(block.writing, "")
        elif block.kind == "footnote":
            out[block.id] = called.get(block.id, "")
        else:
            out[block.id] = home[block.id]
    numbered = {b.id for b in case.blocks if b.number is not None}
    return {ident: place if place in numbered else "" for ident, place in out.items()}


# ---------------------------------------------------------------------------------------------------------- measures


def _strips(case: Case, writings: Sequence[Writing]) -> Iterator[Strip]:
    lengths = _lengths(case, writings)
    totals = {w.id: sum(lengths[w.id].values()) for w in writings}
    first, rest = writings[:1], writings[1:]
    columns = [sum(totals[w.id] for w in column) for column in (first, rest)]
    paragraphs = [sum(len(lengths[w.id]) for w in column) for column in (first, rest)]
    height = min(max(A_PARAGRAPH * max(paragraphs), LEAST), MOST)
    scale = height / max(*columns, 1)
    top = float(TOP)
    for number, writing in enumerate(writings):
        at = float(TOP) if number == 0 else top
        length = max(totals[writing.id] * scale, SHORTEST)
        stretch = length / totals[writing.id] if totals[writing.id] else 0.0
        tops: dict[str, tuple[float, float]] = {}
        y = at
        for ident, size in lengths[writing.id].items():
            tops[ident] = (y, size * stretch)
            y += size * stretch
        yield Strip(writing, LEFT if number == 0 else RIGHT, at, length, tops, number == 0)
        if number:
            top += length + BETWEEN


def _lengths(case: Case, writings: Sequence[Writing]) -> dict[str, dict[str, int]]:
    """Characters of each numbered paragraph with its block quotes, by writing."""
    out: dict[str, dict[str, int]] = {w.id: {} for w in writings}
    home = homes(case)
    for block in case.blocks:
        own = out.get(block.writing or "")
        if own is None:
            continue
        if block.number is not None:
            own[block.id] = max(1, len(block.text))
        elif block.kind == "blockquote" and home[block.id] in own:
            own[home[block.id]] += len(block.text)
    return out


def _middle(strips: Mapping[str, Strip], place: tuple[str, str]) -> float:
    strip = strips[place[0]]
    top, length = strip.paragraphs.get(place[1], (strip.top, 0.0))
    return top + length / 2


# ----------------------------------------------------------------------------------------------------------- drawing


def _strip(strip: Strip) -> str:
    ticks = "".join(
        f"M{_n(strip.x)} {_n(top)}h{BROAD}" for top, _ in list(strip.paragraphs.values())[1:]
    )
    rect = (
        f'<rect class="strip" x="{_n(strip.x)}" y="{_n(strip.top)}" width="{BROAD}"'
        f' height="{_n(strip.length)}" fill="none" stroke="currentColor"/>'
    )
    return rect + (f'<path class="tick" d="{ticks}" stroke="currentColor"/>' if ticks else "")


def _arc(arc: Arc, strips: Mapping[str, Strip], numbers: Mapping[str, int]) -> str:
    start, end = strips[arc.start[0]], strips[arc.end[0]]
    y1, y2 = _middle(strips, arc.start), _middle(strips, arc.end)
    if start.left != end.left:
        x1 = start.x + (BROAD if start.left else 0)
        x2 = end.x + (BROAD if end.left else 0)
        b1 = b2 = (x1 + x2) / 2
    else:
        out = min(max(abs(y2 - y1) / 2, BULGE[0]), BULGE[1])
        x1 = x2 = start.x + BROAD
        b1 = b2 = x1 + out
    path = f"M{_n(x1)} {_n(y1)}C{_n(b1)} {_n(y1)} {_n(b2)} {_n(y2)} {_n(x2)} {_n(y2)}"
    width = min(THIN + THICKER * (arc.count - 1), THICK)
    dashes = ' stroke-dasharray="4 3"' if arc.estimated else ""
    css = "arc estimated" if arc.estimated else "arc"
    line = f'<path class="{css}" d="{path}" fill="none" stroke="currentColor" stroke-width="{_n(width)}"{dashes}/>'
    said = _text(_said(arc, strips, numbers))
    title = f"<title>{said}</title>"
    if not arc.href:
        return f"<g>{title}{line}</g>"
    # A broader line that is not seen, so that a pointer can meet it.
    reach = f'<path class="reach" d="{path}" fill="none" stroke="none" stroke-width="9"/>'
    return f'<a href="{html.escape(arc.href)}" tabindex="-1">{title}{line}{reach}</a>'


def _said(arc: Arc, strips: Mapping[str, Strip], numbers: Mapping[str, int]) -> str:
    def place(end: tuple[str, str]) -> str:
        name = who(strips[end[0]].writing)
        return f"{name} ¶ {numbers[end[1]]}" if end[1] in numbers else name

    times = "" if arc.count == 1 else f", {arc.count} references"
    return f"{place(arc.start)} on {place(arc.end)}{times}{', estimated' if arc.estimated else ''}"


def _dot(end: tuple[str, str], strips: Mapping[str, Strip]) -> str:
    strip = strips[end[0]]
    x = strip.x + BROAD / 2
    return f'<circle class="dot" cx="{_n(x)}" cy="{_n(_middle(strips, end))}" r="2.5"/>'


def _names(strip: Strip) -> str:
    name = who(strip.writing)
    shown = name if len(name) <= NAME else name[: NAME - 1].rstrip() + "…"
    return f'<text class="name" x="{_n(strip.x)}" y="{_n(strip.top - 8)}">{_text(shown)}</text>'


def _numbers(
    strips: Mapping[str, Strip], arcs: Sequence[Arc], numbers: Mapping[str, int]
) -> Iterator[str]:
    """The numbers of the paragraphs at which curves begin or end, as far as there is room."""
    met = {place for arc in arcs for place in (arc.start, arc.end)}
    for strip in strips.values():
        last = -APART
        for ident in strip.paragraphs:
            y = _middle(strips, (strip.writing.id, ident))
            if (strip.writing.id, ident) not in met or y - last < APART:
                continue
            last = y
            x = strip.x - 5 if strip.left else strip.x + BROAD + 5
            end = ' text-anchor="end"' if strip.left else ""
            yield f'<text class="number" x="{_n(x)}" y="{_n(y + 3.5)}"{end}>{numbers[ident]}</text>'


def _n(value: float) -> str:
    """A number with at most one decimal, always written alike."""
    return f"{value:.1f}".removesuffix(".0")


def _text(text: str) -> str:
    return html.escape(escape.unreserved(text))
