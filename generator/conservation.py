"""Conservation: every letter and digit of the source is on the page once and in order, but for what the repairs say.

Checked in every build on nothing but what ``case.json`` holds (source text, repairs, blocks), so that no stage can
vouch for itself:

1. the repairs, applied to the source, give the letters that the page must show, each with its place in the source;
2. every piece of every block must show exactly the expected letters of its source span;
3. every expected letter must belong to exactly one piece.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.errors import ConservationError
from generator.read.lines import LineIndex

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.model import Block, Repair, Source, Span

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Violation:
    """Where the account does not come out: a source offset, what is wrong, and the text there."""

    offset: int
    what: str
    context: str


def letters(text: str) -> str:
    """The letters and digits of a text without regard to case."""
    return "".join(_WORD.findall(text)).casefold()


def expected(source: str, repairs: Sequence[Repair]) -> tuple[list[int], list[str]] | Violation:
    """The letters that the page must show: parallel lists of source offsets and of runs of letters.

    A repair's letters all have the offset at which the repair begins.
    """
    places: list[int] = []
    runs: list[str] = []

    def emit(text: str, start: int, fixed: bool) -> None:
        for match in _WORD.finditer(text):
            places.append(start if fixed else start + match.start())
            runs.append(match.group())

    cursor = 0
    for repair in repairs:
        start, end = repair.span
        if start < cursor or end < start or end > len(source):
            return Violation(start, "a repair that overlaps the one before it", repr(repair.text))
        emit(source[cursor:start], cursor, fixed=False)
        emit(repair.text, start, fixed=True)
        cursor = end
    emit(source[cursor:], cursor, fixed=False)
    return places, runs


def check(source: str, blocks: Iterable[Block], repairs: Sequence[Repair]) -> Violation | None:
    """The first violation in source order, or ``None`` when the account comes out."""
    account = expected(source, repairs)
    if isinstance(account, Violation):
        return account
    places, runs = account
    pieces: list[tuple[Span, Span, str, str]] = []
    for block in blocks:
        ends = [p.at for p in block.pieces[1:]] + [len(block.text)]
        for piece, end in zip(block.pieces, ends, strict=True):
            pieces.append((piece.source, piece.clean, block.text[piece.at : end], block.id))
    pieces.sort(
        key=lambda p: p[:2]
    )  # what was put in at one place is in the order of the clean text
    position, reached = 0, 0  # in ``places``; in the source
    for span, _, text, ident in pieces:
        first = bisect_left(places, span[0])
        if first > position:
            return _lost(source, places[position])
        if first < position and reached == places[position - 1] == span[0]:
            first = position  # the piece before has shown some of the letters put in at this place
        if first < position:
            return Violation(
                span[0],
                f"text that two blocks show, the second of them {ident}",
                source[span[0] : span[1]][:60],
            )
        last = max(first, bisect_left(places, span[1]))
        wanted, found = letters(text), letters("".join(runs[first:last]))
        while last < len(places) and places[last] == span[1] and len(found) < len(wanted):
            found += letters(runs[last])  # inserted at the very end of the piece
            last += 1
        if found != wanted:
            return Violation(
                span[0], f"block {ident} does not show what its source span holds", text[:60]
            )
        position, reached = last, span[1]
    if position < len(places):
        return _lost(source, places[position])
    return None


def hold_to_account(
    source: Source, blocks: Iterable[Block], repairs: Sequence[Repair], place: str | None = None
) -> None:
    """Raise ``ConservationError`` (K01) with the line of the first violation, if there is one.

    ``place`` is what the error calls the file.
    """
    violation = check(source.text, blocks, repairs)
    if violation:
        raise ConservationError(
            f"{violation.what}: {violation.context!r}",
            code="K01",
            file=place or source.file,
            line=LineIndex(source.text).line(violation.offset),
            advice="this is a defect of Pincite, not of the file: please report it with the file",
        )


def _lost(source: str, offset: int) -> Violation:
    return Violation(
        offset, "source text that no block shows", source[max(0, offset - 20) : offset + 60]
    )
