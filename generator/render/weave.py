"""Strands: elements put about words of a block in the finished HTML of a page.

Markdown stays plain and reads well raw; what marks a stretch of words (restored, italic, a term that is explained) is
woven in when MkDocs has made the HTML.  The text of each block's element is walked in step with the block's own text,
through links, raised figures and star pages, and only at the places found so is anything put in: all other bytes of
the page stay as they are.
"""

from __future__ import annotations

import html as entities
import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.model import Block, Span

# What Python-Markdown and our templates make: attributes in double quotes, every other sign of HTML as an entity.
_TOKEN = re.compile(
    r"<!--.*?-->|<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)(?P<rest>(?:[^<>\"]|\"[^\"]*\")*)>",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"([a-zA-Z-]+)=\"([^\"]*)\"")
_RUN = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);|\s+|[^&\s]+|&")
_VOID = frozenset({"br", "hr", "img", "wbr"})


@dataclass(frozen=True, slots=True)
class Strand:
    """``opening`` and ``closing`` are put about ``start`` to ``end`` of the text of the block with the id ``block``.

    They must be HTML, the closing tags of ``opening`` and nothing else.  A strand that a link, a raised figure or
    another element cuts is shown in as many parts.  With ``start == end`` both stand between two letters, in this
    order.  Where strands overlap, the one that begins first is outside; of two with the same beginning the longer; of
    two with the same span the one that was given first.
    """

    block: str
    start: int
    end: int
    opening: str
    closing: str


@dataclass(frozen=True, slots=True)
class _Chunk:
    """Signs of the page that stand as they are in the block: ``start`` to ``end`` there, from ``raw`` on here."""

    start: int
    end: int
    raw: int
    raw_end: int

    def before(self, offset: int) -> int:
        """Where in the page the sign at ``offset`` begins."""
        return self.raw + offset - self.start if self._alike() else self.raw

    def after(self, offset: int) -> int:
        """Where in the page the sign before ``offset`` ends."""
        return self.raw + offset - self.start if self._alike() else self.raw_end

    def joined(self, other: _Chunk) -> _Chunk | None:
        """Both as one, where nothing is between them."""
        if (self.end, self.raw_end) != (other.start, other.raw):
            return None
        if not (self._alike() and other._alike()):
            return None
        return _Chunk(self.start, other.end, self.raw, other.raw_end)

    def _alike(self) -> bool:
        return self.end - self.start == self.raw_end - self.raw


@dataclass(slots=True)
class _Walk:
    """One piece of a block while its element is read: what it must show, and how far that has been found."""

    block: Block
    ident: str
    at: int
    end: int
    depth: int
    segments: list[list[_Chunk]] = field(default_factory=list)
    lost: bool = False

    def text(self, raw: str, start: int, end: int) -> None:
        """``raw[start:end]`` has no tags in it: find its signs in the block."""
        segment: list[_Chunk] = []
        for run in _RUN.finditer(raw, start, end):
            shown = entities.unescape(run.group())
            blank = shown.isspace()
            self._skip(blanks=not blank)
            if blank:
                size = self._blanks() - self.at
            elif not self.lost and self.block.text.startswith(shown, self.at, self.end):
                size = len(shown)
            else:
                self.lost = True
                return
            if size:
                chunk = _Chunk(self.at, self.at + size, run.start(), run.end())
                if segment and (joined := segment[-1].joined(chunk)):
                    segment[-1] = joined
                else:
                    segment.append(chunk)
                self.at += size
        if segment:
            self.segments.append(segment)

    def _blanks(self) -> int:
        """Where the blanks end that stand here."""
        at = self.at
        while at < self.end and self.block.text[at].isspace():
            at += 1
        return at

    def _skip(self, *, blanks: bool) -> None:
        """Pass over footnote calls, which are raised and no text here, and blanks that the page leaves out."""
        while True:
            at = self.at
            for mark in self.block.marks:
                if mark.kind == "footnote-call" and mark.start <= self.at < mark.end:
                    self.at = mark.end
            if blanks:
                self.at = self._blanks()
            if at == self.at:
                return


def woven(html: str, blocks: Iterable[Block], strands: Iterable[Strand]) -> str:
    """The page with the strands in it.

    ``html`` is what MkDocs makes of the Markdown of a page, ``blocks`` are those of its case.  A block that the page
    does not show as it stands gets no strand: ``verify`` finds that out.
    """
    wanted: dict[str, list[Strand]] = defaultdict(list)
    for strand in strands:
        wanted[strand.block].append(strand)
    if not wanted:
        return html
    pieces = {
        ident: (block, span)
        for block in blocks
        if block.id in wanted
        for ident, span in _pieces(block)
    }
    additions: list[tuple[int, str]] = []
    for walk in _walks(html, pieces):
        if not walk.lost:
            additions += _additions(walk, pieces[walk.ident][1], wanted[walk.block.id])
    out, cursor = [], 0
    for at, text in additions:
        out += [html[cursor:at], text]
        cursor = at
    return "".join([*out, html[cursor:]])


def _pieces(block: Block) -> Iterator[tuple[str, Span]]:
    """The id under which each stretch of a block is shown, and its span in the text."""
    for number, span in enumerate(block.stretches()):
        yield (f"{block.id}-c{number}" if number else block.id), span


# ------------------------------------------------------------------------------------------------ reading the page


def _walks(html: str, pieces: Mapping[str, tuple[Block, Span]]) -> Iterator[_Walk]:
    """The elements of the blocks, each read to its end, in the order of the page."""
    open_elements: list[tuple[str, bool]] = []  # name, and whether it is a reference
    walk: _Walk | None = None
    furniture = 0  # the depth from which on nothing is the block's own text; 0: all is
    cursor = 0
    for tag in _TOKEN.finditer(html):
        if walk and not furniture and cursor < tag.start():
            walk.text(html, cursor, tag.start())
        cursor = tag.end()
        name = (tag["name"] or "").lower()
        if not name or name in _VOID or tag["rest"].endswith("/"):
            continue
        if tag["close"]:
            while open_elements and open_elements.pop()[0] != name:
                pass
            depth = len(open_elements)
            furniture = 0 if depth < furniture else furniture
            if walk and depth < walk.depth:
                yield walk
                walk = None
            continue
        attributes = dict(_ATTRIBUTE.findall(tag["rest"]))
        if walk and not furniture:
            within = any(reference for _, reference in open_elements)
            if _is_furniture(name, attributes, walk, within=within):
                furniture = len(open_elements) + 1
        open_elements.append((name, "data-ref" in attributes))
        ident = attributes.get("id", "")
        if walk is None and ident in pieces:
            block, (start, end) = pieces[ident]
            walk = _Walk(block, ident, start, end, len(open_elements))


def _is_furniture(name: str, attributes: Mapping[str, str], walk: _Walk, *, within: bool) -> bool:
    """What the page adds to a block: its number and line, star pages, the label of a note, a raised call."""
    if name == "strong":
        return walk.block.kind == "footnote"
    if name == "sup":
        return any(m.id == attributes.get("id") for m in walk.block.marks)
    if name != "a" or within:
        return False
    href = attributes.get("href", "")
    return (
        attributes.get("class") == "page"
        or href == f"#{walk.ident}"
        or href.startswith(("source/", "source.md"))
    )


# ------------------------------------------------------------------------------------------------ what is put in


def _additions(walk: _Walk, span: Span, strands: Sequence[Strand]) -> Iterator[tuple[int, str]]:
    """What is put in where, in the order of the page."""
    points: dict[int, list[tuple[int, Strand]]] = defaultdict(list)
    for strand in strands:
        if strand.start == strand.end and span[0] <= strand.start <= span[1]:
            number, at = _point(walk.segments, strand.start)
            if at >= 0:
                points[number].append((at, strand))
    lengths = [s for s in strands if s.start < s.end]
    for number, segment in enumerate(walk.segments):
        parts = []
        for strand in lengths:
            if strand.start < segment[-1].end and segment[0].start < strand.end:
                part = _part(segment, strand)
                if part[0] < part[1]:
                    parts.append((*part, strand))
        yield from _nested(parts, points[number])


def _point(segments: Sequence[Sequence[_Chunk]], offset: int) -> tuple[int, int]:
    """The segment, and the place in the page, of what stands before ``offset``: -1 where the page shows nothing."""
    found = (-1, -1)
    for number, segment in enumerate(segments):
        for chunk in segment:
            if chunk.start <= offset < chunk.end:
                return (number, chunk.before(offset))
            if chunk.start > offset:
                return found if found[1] >= 0 else (number, chunk.raw)
            found = (number, chunk.raw_end)
    return found


def _part(segment: Sequence[_Chunk], strand: Strand) -> Span:
    """From where to where in the page a strand reaches within a segment."""
    first = next((c for c in segment if c.end > strand.start), None)
    last = next((c for c in reversed(segment) if c.start < strand.end), None)
    if first is None or last is None:
        return (0, 0)
    return (
        first.before(max(strand.start, first.start)),
        last.after(min(strand.end, last.end)),
    )


def _nested(
    parts: Sequence[tuple[int, int, Strand]], points: Sequence[tuple[int, Strand]]
) -> Iterator[tuple[int, str]]:
    """Openings and closings as HTML wants them: what would cross is closed and opened again."""
    opening: dict[int, list[tuple[int, Strand]]] = defaultdict(list)
    for start, end, strand in parts:
        opening[start].append((end, strand))
    standing: dict[int, list[Strand]] = defaultdict(list)
    for at, strand in points:
        standing[at].append(strand)
    open_now: list[tuple[int, Strand]] = []
    borders = {*opening, *standing, *(end for _, end, _ in parts)}
    for at in sorted(borders):
        out = ""
        first = next((k for k, (end, _) in enumerate(open_now) if end == at), len(open_now))
        reopened = [entry for entry in open_now[first:] if entry[0] != at]
        for _, strand in reversed(open_now[first:]):
            out += strand.closing
        open_now[first:] = []
        for entry in reopened:
            out += entry[1].opening
            open_now.append(entry)
        for strand in standing[at]:
            out += strand.opening + strand.closing
        for entry in sorted(opening[at], key=lambda e: -e[0]):
            out += entry[1].opening
            open_now.append(entry)
        yield (at, out)
