"""OffsetMap: from clean text back to the source and forth.

A text in the making is a list of *pieces* in order.  A piece either shows a stretch of the source as it stands
(``kind is None``) or shows something else in its place::

    source   "Id ., at   920"
    pieces   (0, 2, "Id", None) (2, 3, "", "space") (3, 8, "., at", None) (8, 11, " ", "blank") (11, 14, "920", None)
    clean    "Id., at 920"

    to_source((0, 3)) == (0, 4)      # "Id." came from "Id ."
    to_clean(11) == 8                # the 9 of 920

``blank`` marks a run of blanks shown as other blanks: true, but not worth telling anyone.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Literal, NamedTuple

from generator.model import RepairKind, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

PieceKind = RepairKind | Literal["blank"]


class MapPiece(NamedTuple):
    """``source[start:end]`` reads ``text``.  ``kind`` is ``None`` where the text is the source's own."""

    start: int
    end: int
    text: str
    kind: PieceKind | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace ``text[start:end]`` of the text that a rule was given by ``text``."""

    start: int
    end: int
    text: str
    kind: PieceKind


class OffsetMap:
    """Immutable.  ``pieces`` are contiguous in the source and, put together, make the clean text."""

    __slots__ = ("_clean_starts", "_source_starts", "length", "pieces")

    def __init__(self, pieces: Sequence[MapPiece]) -> None:
        self.pieces = tuple(pieces)
        ends = list(accumulate((len(p.text) for p in self.pieces), initial=0))
        self.length = ends.pop()
        self._clean_starts = ends
        self._source_starts = [p.start for p in self.pieces]

    @property
    def text(self) -> str:
        """The clean text."""
        return "".join(p.text for p in self.pieces)

    def clean_start(self, index: int) -> int:
        """Clean offset at which piece ``index`` begins."""
        return self._clean_starts[index]

    def to_source(self, span: Span) -> Span:
        """The source span that shows as the clean ``span``; a replaced piece counts whole.

        An empty span maps to an empty span.  Raises ``IndexError`` outside the clean text.
        """
        start, end = span
        if not 0 <= start <= end <= self.length:
            raise IndexError(f"{span} lies outside the clean text of {self.length} characters")
        if start == end:
            point = self._source_at(start)
            return (point, point)
        first = bisect_right(self._clean_starts, start) - 1
        piece = self.pieces[first]
        low = piece.start + (start - self._clean_starts[first] if piece.kind is None else 0)
        last = bisect_right(self._clean_starts, end - 1) - 1
        piece = self.pieces[last]
        high = piece.start + end - self._clean_starts[last] if piece.kind is None else piece.end
        return (low, high)

    def _source_at(self, offset: int) -> int:
        if not self.pieces:
            return 0
        index = bisect_right(self._clean_starts, offset) - 1
        piece = self.pieces[index]
        inside = offset - self._clean_starts[index]
        return piece.start + inside if piece.kind is None else piece.end if inside else piece.start

    def to_clean(self, offset: int) -> int:
        """The clean offset of a source offset; inside a replaced piece, where that piece begins."""
        if not self.pieces or offset < self.pieces[0].start:
            return 0
        index = bisect_right(self._source_starts, offset) - 1
        piece = self.pieces[index]
        inside = min(offset - piece.start, len(piece.text)) if piece.kind is None else 0
        return self._clean_starts[index] + inside

    def within(self, span: Span) -> Iterator[tuple[int, MapPiece]]:
        """The pieces that a clean span touches, each with the clean offset at which it begins; empty pieces at its
        two ends too.
        """
        start, end = span
        index = bisect_left(self._clean_starts, start)
        if index and (index == len(self.pieces) or self._clean_starts[index] > start):
            index -= 1
        for k in range(index, len(self.pieces)):
            begin, piece = self._clean_starts[k], self.pieces[k]
            if begin > end or (begin == end and piece.text):
                return
            if begin + len(piece.text) > start or (not piece.text and begin >= start):
                yield begin, piece

    def edited(self, edits: Iterable[Edit], rule: str) -> OffsetMap:
        """The map after one rule's ``edits``, which must be in order and may not overlap."""
        edits = list(edits)
        return OffsetMap(list(_merge(self.pieces, edits, rule))) if edits else self


def _merge(pieces: Sequence[MapPiece], edits: list[Edit], rule: str) -> Iterable[MapPiece]:
    """Walk pieces and edits together; what an edit covers becomes one piece with the hull of its sources."""
    stream = _Stream(pieces)
    position = 0
    for edit in edits:
        if not position <= edit.start <= edit.end:
            raise ValueError(
                f"rule {rule!r}: edit {edit} overlaps the one before it, which ends at {position}"
            )
        yield from stream.take(edit.start - position)
        covered = list(stream.take(edit.end - edit.start))
        position = edit.end
        while (
            covered and not covered[0].text
        ):  # what was dropped just before is no part of this edit
            yield covered.pop(0)
        if _letter_for_letter(edit, covered):
            yield from _changed(covered, edit, rule)
            continue
        if covered:
            start, end = covered[0].start, covered[-1].end
            older = next((p for p in covered if p.kind not in (None, "blank")), None)
            kind, name = (
                (older.kind, older.rule) if older and edit.kind == "blank" else (edit.kind, rule)
            )
        else:
            start = end = stream.source_position()
            kind, name = edit.kind, rule
        yield MapPiece(start, end, edit.text, kind, name)
    yield from stream.take(None)


def _letter_for_letter(edit: Edit, covered: Sequence[MapPiece]) -> bool:
    """Whether an edit gives capitals to a word out of which something was dropped before, such as a blank."""
    return (
        edit.kind == "case"
        and len(edit.text) == edit.end - edit.start
        and any(not p.text for p in covered)
        and all(p.kind is None or not p.text for p in covered)
    )


def _changed(covered: Iterable[MapPiece], edit: Edit, rule: str) -> Iterable[MapPiece]:
    """The pieces each with its own letters of the edit, so that what was dropped between them is still said apart."""
    done = 0
    for piece in covered:
        text = edit.text[done : done + len(piece.text)]
        done += len(piece.text)
        same = text == piece.text
        yield piece if same else MapPiece(piece.start, piece.end, text, edit.kind, rule)


class _Stream:
    """The pieces as a stream that can be taken by number of clean characters."""

    def __init__(self, pieces: Sequence[MapPiece]) -> None:
        self._pieces = iter(pieces)
        self._left: MapPiece | None = None
        # How much of what is left was taken: a text is not copied again for each edit.
        self._cut = 0
        self._end = pieces[0].start if pieces else 0

    def source_position(self) -> int:
        return self._left.start + self._cut if self._left else self._end

    def take(self, size: int | None) -> list[MapPiece]:
        """The next ``size`` clean characters (all that is left for ``None``) as pieces."""
        out: list[MapPiece] = []
        while size is None or size > 0:
            piece, cut = self._left or next(self._pieces, None), self._cut
            self._left, self._cut = None, 0
            if piece is None:
                break
            start, end, text, kind, rule = piece
            if size is None or len(text) - cut <= size:
                out.append(MapPiece(start + cut, end, text[cut:], kind, rule) if cut else piece)
                self._end = end
                size = None if size is None else size - (len(text) - cut)
            elif kind is None:
                middle = cut + size
                out.append(MapPiece(start + cut, start + middle, text[cut:middle], None, rule))
                self._left, self._cut = piece, middle
                self._end = start + middle
                size = 0
            else:
                # Cut by characters shown; the source stays whole with the first half.
                out.append(piece._replace(text=piece.text[:size]))
                self._left = piece._replace(start=piece.end, text=piece.text[size:])
                self._end = piece.end
                size = 0
        return out
