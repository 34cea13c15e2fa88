"""The ``plain`` dialect: any other text.  What it can know is where paragraphs begin and end.

Three layouts occur: a paragraph a line; paragraphs between blank lines, with their lines wrapped at some width; and
wrapped lines whose paragraphs show by an indented first line alone.
"""

from __future__ import annotations

import re
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from generator.model import Segment, Span
from generator.read.lines import line_spans, trimmed
from generator.read.notes import with_notes
from generator.structure.bylines import LONGEST, parse_byline, parse_vote

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

WRAP_LIMIT = (
    120  # wrapped text is rarely wider; a line a paragraph is rarely narrower in the median
)
_INDENT = re.compile(r"[ \t]{2,}")
# Lines that stand alone even inside wrapped text: part headings, bylines, rules of stars.  No byline is a line of prose
# ("Justice Breyer, dissenting, argues that") nor one with a sentence behind the byline: that is cut when it is joined.
_STANCE = r"(?:concurring|dissenting)\b(?!,\s(?-i:(?!and|joined|in\s|with|whom)[a-z]))"
_BYLINE_LINE = re.compile(
    rf"(?:(?:THE |MR\. |MRS\. )?(?:CHIEF )?JUSTICE(?: [^.]{{2,40}}?)?,? "
    rf"(?:delivered the opinion|announced the judgment|{_STANCE}|with whom\b)"
    rf"|[A-Z][\w.'’ -]{{1,40}}, (?:(?:C\.|P\.)? ?J\.|(?:[A-Z][a-z]+ ){{0,3}}(?:Judge|Justice)),? "
    rf"(?:delivered the opinion\b|{_STANCE}))"
    r"(?:(?![.:]\s+(?-i:[A-Z][a-z]*\s+[a-z])).)*",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"(?:[IVXL]+|[A-Z]|\d{1,2})\.?|(?:\*\s*){3,}|PER CURIAM\.?|It is so ordered\.", re.IGNORECASE
)
# Where a byline may end and its opinion begin on the same line: "BOUDIN, Circuit Judge. In December 2003 …", "JUSTICE
# SOUTER, concurring. I join …", "GEORGE, C. J.—The defendant …".  A dash belongs to neither.
_RUN_IN = re.compile(
    r"(?<!\bM[rs])(?<!\bMrs)[.:)](?:\[[\d*]{1,2}\]|[\d*])?(?P<gap>\s*(?:—|–|--)\s*|\s+)(?=[“\"‘'\[]?[A-Z])"
)
# Behind a name in small letters, a sentence with more than names in it: "Smith, J." may be a list's, and "He" is he.
_SENTENCE = re.compile(r"\W?[A-Z].*\b[a-z]+\s+[a-z]+\b.*[^,;]", re.DOTALL)
_GOES_ON = re.compile(r"(?:He|She|His|Her|They|Their|Justice)\b|\w+,\s+(?:and\b|[A-Z])")


def segments(text: str) -> tuple[Segment, ...]:
    """One segment a paragraph.  Notes gathered at the end (``[1] See …``) come with their number as label."""
    spans = paragraphs(text, list(line_spans(text)))
    return tuple(with_notes(text, [Segment(part) for span in spans for part in run_in(text, span)]))


def paragraphs(
    text: str, spans: Sequence[Span], stands_alone: Callable[[str], bool] = lambda _: False
) -> list[Span]:
    """The paragraphs that lines make: a line each, or several lines where they were wrapped.  No line that
    ``stands_alone`` is put together with another.
    """
    if not _is_wrapped(spans):
        return [s for s in spans if s[1] > s[0]]
    apart: list[Span] = []
    for start, end in spans:
        alone = start < end and stands_alone(text[start:end])
        apart += [(start, start), (start, end), (end, end)] if alone else [(start, end)]
    return _wrapped(text, apart)


def run_in(text: str, span: Span) -> list[Span]:
    """A paragraph cut behind the byline that it begins with: the longest beginning that is one.

    A byline in capitals needs text behind it, one in small letters ("Andrews, J. Assisting a passenger …") a whole
    sentence that is not about the judge.  The line-up of a syllabus stays whole.
    """
    start, end = span
    cuts = [
        match
        for match in _RUN_IN.finditer(text, start, min(end, start + LONGEST))
        if parse_byline(text[start : match.start("gap")])
    ]
    if not cuts:
        return [span]
    byline, rest = (start, cuts[-1].start("gap")), trimmed(text, cuts[-1].end("gap"), end)
    if re.search(r"[A-Z]{3}", text[slice(*byline)]):
        runs_in = parse_byline(text[slice(*rest)]) is None
    else:
        runs_in = bool(_SENTENCE.fullmatch(text, *rest)) and not _GOES_ON.match(text, *rest)
    whole = text[start:end]
    if not runs_in or parse_byline(whole) or parse_vote(whole):
        return [span]
    return [byline, rest]


def _is_wrapped(spans: Sequence[Span]) -> bool:
    """Whether lines were broken at some width: those that another line follows are mostly of that length.

    Short paragraphs, a line each, have lines of every length.
    """
    lengths = [e - s for s, e in spans]
    filled = [n for n in lengths if n]
    followed = [n for n, following in pairwise(lengths) if n and following]
    if len(filled) <= 8 or median(filled) >= WRAP_LIMIT or len(followed) < len(filled) / 4:
        return False  # where blank lines part most lines, each is a paragraph
    width = median(followed)
    return sum(0.75 * width <= n <= 1.5 * width for n in followed) > 0.5 * len(followed)


def _wrapped(text: str, spans: Sequence[Span]) -> list[Span]:
    """Put wrapped lines together: a blank line, an indented line or a line that stands alone begins anew."""
    out: list[Span] = []
    fresh = True
    widest = max(e - s for s, e in spans)
    for index, (start, end) in enumerate(spans):
        if start == end:
            fresh = True
            continue
        line = text[start:end]
        line_start = _line_start(text, start)
        indented = bool(_INDENT.match(text[line_start:start])) and index > 0
        previous = spans[index - 1] if index else (0, 0)
        # An indented line begins a paragraph only after a line at the margin: a whole indented block is one paragraph.
        begins = indented and not _INDENT.match(text[_line_start(text, previous[0]) : previous[0]])
        byline = bool(_BYLINE_LINE.fullmatch(line))
        if fresh or begins or byline or _ALONE.fullmatch(line) or not out:
            out.append((start, end))
        else:
            out[-1] = (out[-1][0], end)
        # A byline may run on into a second line; one that has its full stop ends there.
        fresh = (
            bool(_ALONE.fullmatch(line))
            or (byline and line.endswith((".", ":")))
            or (end - start < widest // 2 and line.endswith((".", ":")) and line.isupper())
        )
    return out


def _line_start(text: str, offset: int) -> int:
    """Where the line that holds ``offset`` begins, as far as an indent may reach back."""
    low = max(0, offset - 200)
    bare = len(text[low:offset].rstrip(" \t"))
    return low + bare
