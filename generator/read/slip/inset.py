"""Quotations that are set in, told by the width of their lines and by their marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.read.slip.ends import ALONE, OPENS_QUOTE, STARS, ends_sentence, would_fit
from generator.read.slip.measure import joined, usual_of, width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.read.slip.sheets import Line

NARROW = 0.958  # of a full line: what a line of a quotation that is set in never fills
CLOSE = 0.985  # of a full line: what a line of a quotation that is set close may fill, one in a few
CLOSED = (
    0.945  # of a full line: the widest line of a quotation that closes where the lines get wider
)
SHORTER, MANY = 0.925, 4  # of a full line, and lines: what chance does not leave so narrow


def quoted_lines(lines: Sequence[Line], measure: int) -> list[bool]:
    """Which lines are a quotation set in: a run that opens with a mark, of lines that all fall short of the measure,
    one of which at least was broken where the next word would have had room; or of many that fall far short.
    """
    out = [False] * len(lines)
    k = 0
    while k < len(lines):
        end = _quote_end(lines, k, measure) if _may_open(lines, k, measure) else k
        if end > k:
            out[k:end] = [True] * (end - k)
        k = max(end, k + 1)
    return out


def begins_quoted(above: Sequence[Line], line: Line) -> bool:
    """Whether a paragraph of a quotation begins: with another mark before the first is closed, or behind points for
    what is left out.
    """
    dots = bool(STARS.fullmatch(line.text)), bool(STARS.fullmatch(above[-1].text))
    return dots[0] != dots[1] or (line.text.startswith("“") and _is_open(above))


def _is_open(lines: Sequence[Line]) -> bool:
    """Whether a quotation is not closed by the last of its lines.  Each of its paragraphs opens with a mark, but only
    the last closes.
    """
    begun = [k for k, x in enumerate(lines) if x.text.startswith("“")]
    words = "".join(x.text for x in lines[begun[-1] :]) if begun else ""
    return words.count("“") > words.count("”")


def _may_open(lines: Sequence[Line], k: int, measure: int) -> bool:
    if not OPENS_QUOTE.match(lines[k].text):
        return False
    before = lines[k - 1].text if k else ""
    ended = not before or ends_sentence(before) or before.endswith((":", ",", "—", "–"))
    named = not lines[k].text.lstrip("“‘'\"")[:1].islower()
    return ended or (named and would_fit(before, lines[k].text, measure))


def _quote_end(lines: Sequence[Line], start: int, measure: int) -> int:
    """Behind the last line of the quotation that begins at ``start``; ``start`` where there is none."""
    short_breaks, k, wide = 0, start, 0
    usual = usual_of(measure)

    def share(line: Line) -> float:
        """Of a full line, the printed lines that stand on this one on the average."""
        return width(line.text) / measure / (1 + joined(line.text, usual))

    while k < len(lines):
        text = lines[k].text
        if share(lines[k]) > NARROW:
            wide += 1
            if share(lines[k]) > CLOSE or k - start < MANY * wide or not _is_open(lines[start:k]):
                break
        if ALONE.fullmatch(text) and not STARS.fullmatch(text):
            break
        after = lines[k + 1].text if k + 1 < len(lines) else ""
        room = bool(after) and would_fit(text, after, measure)
        if (
            room
            and ends_sentence(text)
            and not OPENS_QUOTE.match(after)
            and not after[:1].islower()
            and not _is_open(lines[start : k + 1])
        ):
            k += 1  # a last line; whatever follows is the author's own
            break
        short_breaks += room
        k += 1
    own = [share(x) for x in lines[start:k]]
    shorter = all(x <= SHORTER for x in own)
    if k > start and lines[k - 1].text.endswith("”") and not _is_open(lines[start:k]):
        shorter |= max(own) <= CLOSED and sum(own) / len(own) <= SHORTER
    if k - start < 2 or not (short_breaks or (shorter and k - start >= MANY)):
        return start
    while k > start and not ends_sentence(lines[k - 1].text):
        k -= 1  # lines of the author's that happen to be short
    return k if k - start >= 2 else start
