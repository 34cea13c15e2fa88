"""The sentences of a block that matter, with their words marked, as Markdown."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.render import escape
from generator.render.references import Thread, stretch

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.model import Block, Span

SHORT = 480  # characters: a paragraph no longer than this is shown whole
WHOLE = 1200  # so is one of which no words are known, up to here
LONGEST = 1500  # characters that are searched for the end of a sentence
NEAR = 90  # characters: what is left out must be worth the sign for it
# What is left out is said in brackets, as every word of the editor's is.
CUT = "&#91;…&#93;"
# A stop with what may close a quotation or a parenthesis, or the call of a note.
_STOP = re.compile(r"[.?!][\"'”’)\]]{0,4}(?:\s?\[\w{1,4}\])?\s{1,4}")
# Words before which a stop ends nothing, or only a citation (Bluebook Tables 1, 6, 7, 10; signals; titles).
_ABBREVIATED = frozenset(
    "v vs id no nos n nn p pp al app cf see e.g i.e eg ie u.s us s.ct ct cir stat ann fed rev civ proc crim evid mr"
    " mrs ms dr jr sr co corp inc ltd dept dist bd art amdt amend cl sess cong rep reg st supp ed cal tex pa va md fla"
    " ga ill mich mass minn mo wis wash ariz ark conn del ind kan ky la me mont neb nev okla ore tenn vt univ gov gen"
    " assn bros mfg ins ry sec pt para vol et seq const cert tr jj".split()
)


@lru_cache(maxsize=64)
def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of a block, each from its first letter to its stop.  Not beyond doubt, and nothing depends on it
    but how much is shown: where it is unsure, two are one.

    A text without capitals (a flattened one) begins its sentences with small letters.
    """
    capitals = any(c.isupper() for c in text)
    out: list[Span] = []
    start = 0
    for stop in _STOP.finditer(text):
        if _ends(text, stop.start(), stop.end(), capitals=capitals):
            out.append((start, stop.start() + len(stop.group().rstrip())))
            start = stop.end()
    if text[start:].strip():
        out.append((start, len(text.rstrip())))
    return tuple(out)


def _ends(text: str, at: int, after: int, *, capitals: bool) -> bool:
    if after >= len(text):
        return False
    if capitals and not _begins(text, after):
        return False
    if text[at] != ".":
        return True
    before = text[max(0, at - 24) : at].rsplit(None, 1)
    bare = before[-1].lower().strip("([\"“‘.,’'") if before else ""
    if bare.isdigit():
        return capitals
    return len(bare) > 1 and bare not in _ABBREVIATED


def _begins(text: str, at: int) -> bool:
    """Whether a sentence may begin here: with a capital, behind what opens a quotation or a bracket."""
    sign = text[at]
    if not sign.isalnum():
        sign = next((c for c in text[at + 1 : at + 4] if c.isalnum()), "")
    return sign.isupper() or (sign.isdigit() and text[at] not in "([")


def extracts(text: str, spans: Iterable[Span]) -> list[Span]:
    """The stretches of a text that show ``spans``, in whole sentences; all of it when it is short.

    A sentence that holds no more than a reference ("*Ante*, at 341.") is shown with the one before it.  Where no span
    is given, it is the beginning.
    """
    known = [(s, e) for s, e in spans if 0 <= s < e <= len(text)]
    if len(text) <= (SHORT if known else WHOLE):
        return [(0, len(text))] if text.strip() else []
    found = sentences(text)
    starts = [s for s, _ in found]
    wanted = sorted(
        {k for span in known for k in _covering(found, starts, span)}
        or set(range(max(1, bisect_right(starts, SHORT) - 1)))
    )
    out: list[Span] = []
    for k in wanted:
        start, end = _cut(text, found[k], known)
        if out and start - out[-1][1] <= NEAR:
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    if out and out[0][0] <= NEAR:
        out[0] = (0, out[0][1])
    if out and len(text) - out[-1][1] <= NEAR:
        out[-1] = (out[-1][0], len(text))
    return out


def _covering(found: Sequence[Span], starts: Sequence[int], span: Span) -> range:
    """The numbers of the sentences over which a span goes."""
    first = max(0, bisect_right(starts, span[0]) - 1)
    last = max(first, bisect_right(starts, span[1] - 1) - 1)
    said = sum(e - s for s, e in found[first : last + 1]) - (span[1] - span[0])
    return range(max(0, first - 1) if said < NEAR // 2 else first, last + 1)


def _cut(text: str, sentence: Span, known: Sequence[Span]) -> Span:
    """A sentence; of one without end (a text that has lost its stops) what is about the known words."""
    start, end = sentence
    if end - start <= LONGEST:
        return sentence
    inside = [k for k in known if k[0] < end and k[1] > start] or [(start, start)]
    first = max(start, min(s for s, _ in inside) - SHORT)
    last = min(end, max(e for _, e in inside) + SHORT)
    blank = text.find(" ", first, first + NEAR) if first > start else -1
    first = blank + 1 if blank >= 0 else first
    blank = text.rfind(" ", last - NEAR, last) if last < end else -1
    return first, blank if blank > first else last


def excerpt(
    block: Block,
    spans: Iterable[Span],
    marks: Iterable[Span],
    links: Iterable[tuple[Span, str, str]],
) -> str:
    """The sentences of a block over which ``spans`` go, as one paragraph of Markdown.

    ``marks`` are the words that are quoted; ``links`` are references as (span, what opens them, what closes them).
    Footnote calls are raised, star pages left out.
    """
    text = block.text
    threads = _threads(text, marks, links)
    shown = extracts(text, spans)
    out = [_woven(block, span, threads, first=k == 0) for k, span in enumerate(shown)]
    if not shown:
        return ""
    before = f"{CUT} " if shown[0][0] > 0 else ""
    behind = f" {CUT}" if shown[-1][1] < len(text.rstrip()) else ""
    return before + f" {CUT} ".join(out) + behind


def _threads(
    text: str, marks: Iterable[Span], links: Iterable[tuple[Span, str, str]]
) -> list[Thread]:
    """What is put about the words, in order and without overlap; a link interrupts the mark that it stands in."""
    out: list[Thread] = []
    for span, opening, closing in sorted(links):
        if (out[-1].at[1] if out else 0) <= span[0] < span[1] <= len(text):
            out.append(Thread(span, opening, closing))
    taken = [t.at for t in out]
    for start, end in united(marks, len(text)):
        cursor = start
        for first, last in [*(t for t in taken if start < t[1] and t[0] < end), (end, end)]:
            if cursor < first:
                out.append(Thread((cursor, first), "<mark>", "</mark>"))
            cursor = max(cursor, last)
    return sorted(out, key=lambda t: t.at)


def united(spans: Iterable[Span], length: int) -> list[Span]:
    """Spans in order, those that overlap or touch made one; what lies outside of the text is left out."""
    out: list[Span] = []
    for start, end in sorted(spans):
        if not 0 <= start < end <= length:
            continue
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def _woven(block: Block, span: Span, threads: Sequence[Thread], *, first: bool) -> str:
    out: list[str] = []
    cursor, end = span
    for mark in block.marks:
        if mark.start == cursor == span[0] > 0:
            cursor = mark.end  # the call belongs to the sentence before
        if mark.kind != "footnote-call" or mark.start < cursor or mark.end > end:
            continue
        before = block.text[cursor : mark.start].rstrip(" ")
        out.append(stretch(before, cursor, threads, starts_line=first and not out))
        out.append(f"<sup>{escape.inline(mark.label)}</sup>")
        cursor = mark.end
    rest = block.text[cursor:end]
    out.append(stretch(rest, cursor, threads, starts_line=first and not out))
    return "".join(out).strip()
