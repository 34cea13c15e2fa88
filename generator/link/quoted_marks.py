"""Quotation marks: which words of a mixed-case text are quoted, and which quotation a reference belongs to."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.model import Span

LONGEST = 6000  # characters; what runs longer has lost its closing mark
SENTENCE = 1500  # characters before a reference in which the beginning of its sentence is sought
ASIDE = 100  # characters of a parenthetical before the quotation in it: "(emphasizing that the …"
_MARKS = re.compile(r"[\"“”]|``|''")
_BEFORE_OPENING = frozenset(" \t\n\u00a0([{—–-/‘'“")
_BOUNDARY = re.compile(r"[.?!]['\"’”)\]]{0,4}\s{1,4}(?=[\"“'‘(\[]{0,3}[A-Z])")
_LAST_WORD = re.compile(r"([A-Za-z.&]+)$")
# What a full stop does not end a sentence after: the abbreviations of citations (Bluebook Tables 1, 6, 7, 10).
_ABBREVIATED = frozenset(
    "v vs id ibid no nos n nn p pp et al seq ex rel e.g i.e cf app rev ed para pt sec ch vol supp infra supra "
    "u.s s.ct ct cir l.ed fed f.2d f.3d f.supp stat ann st r civ proc crim evid cl art amdt amend sess cong rep reg "
    "mr mrs ms dr jr sr j jj c.j gov gen co corp inc ltd assn bros mfg ins ry r.r univ dept dist bd div comm comm'n "
    "cal tex d.c n.y ill mich mass pa va md fla ga la minn mo wis wash ariz ark conn del ind kan ky me mont neb nev "
    "okla ore tenn vt".split()
)
_SIGNAL = re.compile(
    r"(?:^|(?<=[\s(\[]))(?:(?:but|and)\s)?"
    r"(?:see(?:\s(?:also|generally))?(?:,?\se\.\s?g\.,)?|cf\.|accord,?|compare|contra,?|with|e\.\s?g\.,)"
    r"\s{1,3}$",
    re.IGNORECASE,
)
# A pin of another reference: what is quoted before it is quoted from there.
_PIN = re.compile(r"\bat\s{1,3}[_\d]|\d\s{1,3}[A-Z][A-Za-z0-9.’' ]{0,14}\s\d|\b[Ii]b(?:id)?\.")
_PARENTHETICAL = re.compile(r"(?:,?\s{0,2}(?:and\s)?nn?\.\s?\d{1,3})?[,;]?\s{0,3}\(")


def quotations_in(text: str) -> list[Span]:
    """The quoted stretches of a mixed-case text, inside their marks; sorted, outermost only.

    Only double marks make a quotation: in the style of American courts single ones are nested in them, and are mostly
    apostrophes.  A straight mark opens or closes by what stands beside it.  A mark without a partner is passed over,
    but a block that opens with one and never closes it is quoted to its end: so long quotations are printed.
    """
    return list(_quotations(text))


@lru_cache(maxsize=16)
def _quotations(text: str) -> tuple[Span, ...]:
    out: list[Span] = []
    opened: int | None = None
    doubled = (
        False  # opened by ``, which '' closes: elsewhere '' is an apostrophe and a nested mark
    )
    for match in _MARKS.finditer(text):
        mark, (start, end) = match.group(), match.span()
        if mark == "''" and not doubled:
            continue
        opens = mark in ("“", "``") or (mark == '"' and _opens(text, start, end))
        if opened is not None and end - opened > LONGEST:
            opened = None
        if opened is None:
            if opens or (mark == '"' and not _closes(text, start, end)):
                opened, doubled = end, mark == "``"
        elif opens:
            opened, doubled = end, mark == "``"  # the earlier mark has lost its partner
        else:
            out.append(_stripped(text, opened, start))
            opened = None
    if opened is not None and not out and not text[:opened].strip('"“` \n'):
        out.append(_stripped(text, opened, len(text)))
    return tuple(span for span in out if span[0] < span[1])


def _opens(text: str, start: int, end: int) -> bool:
    """A straight mark that can only open: a blank or a bracket before it and none behind."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return before in _BEFORE_OPENING and not after.isspace() and after not in ".,;:)]"


def _closes(text: str, start: int, end: int) -> bool:
    """A straight mark that can only close: letters or a stop before it."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not before.isspace() and not (before in _BEFORE_OPENING and not after.isspace())


def _stripped(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def quotations_before(text: str, at: int) -> list[Span]:
    """The quotations that a reference at offset ``at`` may stand for, nearest first.

    They end before it in its own sentence; a reference that is a sentence by itself, with or without a signal ("See
    *ante*, at 5."), belongs to the sentence before.
    """
    end = at
    signal = _SIGNAL.search(text, max(0, at - 40), at)
    if signal:
        end = signal.start()
    while end and text[end - 1].isspace():
        end -= 1
    start = sentence_start(text, end)
    spans = _quotations(text)
    k = bisect_right(spans, (at, at))
    out: list[Span] = []
    while k and spans[k - 1][1] > start:
        k -= 1
        if spans[k][1] <= at:
            if _PIN.search(text, spans[k][1], out[-1][0] if out else at):
                break
            out.append(spans[k])
    return out


def quotation_before(text: str, at: int) -> Span | None:
    """The nearest of ``quotations_before``."""
    return next(iter(quotations_before(text, at)), None)


def quotation_after(text: str, end: int) -> Span | None:
    """The quotation in the parenthetical that follows a reference ending at ``end``: *ante*, at 5 ("…")."""
    paren = _PARENTHETICAL.match(text, end)
    if not paren:
        return None
    spans = _quotations(text)
    k = bisect_right(spans, (paren.end(), paren.end()))
    if (
        k == len(spans)
        or spans[k][0] - paren.end() > ASIDE
        or ")" in text[paren.end() : spans[k][0]]
    ):
        return None
    return spans[k]


def sentence_start(text: str, at: int) -> int:
    """Where the sentence begins that ends at, or goes over, offset ``at``."""
    start = max(0, at - SENTENCE)
    found = start
    for match in _BOUNDARY.finditer(text, start, at):
        if match.end() < at and not _abbreviated(text, match.start()):
            found = match.end()
    return found


def _abbreviated(text: str, stop: int) -> bool:
    if text[stop] != ".":
        return False
    word = _LAST_WORD.search(text, max(0, stop - 12), stop)
    if not word:
        return False
    name = word.group().lower().lstrip(".")
    return len(name) == 1 or name in _ABBREVIATED
