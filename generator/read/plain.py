"""The ``plain`` dialect: any other text.  What it can know is where paragraphs begin and end.

Three layouts occur: a paragraph a line; paragraphs between blank lines, with their lines wrapped at some width; and
wrapped lines whose paragraphs show by an indented first line alone.
"""

from __future__ import annotations

import re
from itertools import pairwise
from statistics import median

from generator.model import CONTINUED, Segment, Span
from generator.read.lines import line_spans, trimmed

WRAP_LIMIT = (
    120  # wrapped text is rarely wider; a line a paragraph is rarely narrower in the median
)
_INDENT = re.compile(r"[ \t]{2,}")
# Lines that stand alone even inside wrapped text: part headings, bylines, rules of stars.
_BYLINE_LINE = re.compile(
    r"(?:(?:THE |MR\. |MRS\. )?(?:CHIEF )?JUSTICE(?: [^.]{2,40}?)?,? "
    r"(?:delivered the opinion|announced the judgment|concurring|dissenting|with whom)\b.*"
    r"|[A-Z][\w.'’ -]{1,40}, (?:(?:C\.|P\.)? ?J\.|(?:[A-Z][a-z]+ ){0,3}(?:Judge|Justice)),? "
    r"(?:delivered the opinion|concurring|dissenting)\b.*)",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"(?:[IVXL]+|[A-Z]|\d{1,2})\.?|(?:\*\s*){3,}|PER CURIAM\.?|It is so ordered\.", re.IGNORECASE
)
_NOTE = re.compile(r"\[?(?:fn|FN)?\.?\s*(\d{1,3}|\*{1,3}|†)\]\.?\s")
_NOTES_HEAD = re.compile(r"(?:FOOTNOTES?|NOTES|ENDNOTES):?", re.IGNORECASE)
# A byline that runs into the text, as courts of appeals and California print it: "BOUDIN, Circuit
# Judge. In December 2003 …",
# "ALDRICH, Senior Circuit Judge, dissenting.  I quite agree", "BURKE, J.—The defendant".  The name is in capitals.
_RUN_IN = re.compile(
    r"(?P<byline>[A-Z][A-Z'’.-]+(?: [A-Z][A-Z'’.-]+){0,2}(?:, Jr\.)?,\s+"
    r"(?:(?:(?:Senior|Chief|Associate|Presiding|Acting|Circuit|District|Appellate)\s+){0,3}(?:Judge|Justice)|(?:C\.|P\.)?\s?J\.)"
    r"(?:,?\s+\(?(?:specially )?(?:concurring|dissenting)[^.:—]{0,100}\)?)?[.:]?)"
    r"(?:(?<=[.:])\s+|\s*—\s*)(?=[A-Z“\"])"
)


def segments(text: str) -> tuple[Segment, ...]:
    """One segment a paragraph.  Notes gathered at the end (``[1] See …``) come with their number as label."""
    spans = list(line_spans(text))
    paragraphs = _wrapped(text, spans) if _is_wrapped(spans) else [s for s in spans if s[1] > s[0]]
    return tuple(_with_notes(text, [part for span in paragraphs for part in _run_in(text, span)]))


def _run_in(text: str, span: Span) -> list[Span]:
    """A paragraph cut behind the byline that it begins with."""
    match = _RUN_IN.match(text, *span)
    if not match:
        return [span]
    return [match.span("byline"), trimmed(text, match.end("byline"), span[1])]


def _is_wrapped(spans: list[Span]) -> bool:
    """Whether lines were broken at some width: those that another line follows are mostly of that length.

    Short paragraphs, a line each, have lines of every length.
    """
    lengths = [e - s for s, e in spans]
    filled = [n for n in lengths if n]
    followed = [n for n, following in pairwise(lengths) if n and following]
    if len(filled) <= 8 or median(filled) >= WRAP_LIMIT or not followed:
        return False
    width = median(followed)
    return sum(0.75 * width <= n <= 1.5 * width for n in followed) > 0.5 * len(followed)


def _wrapped(text: str, spans: list[Span]) -> list[Span]:
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


def _with_notes(text: str, paragraphs: list[Span]) -> list[Segment]:
    """Mark the numbered notes that stand at the end, after a heading that says so or as an unbroken run from 1."""
    lines = [text[s:e] for s, e in paragraphs]
    head = next((k for k in range(len(lines) - 1, -1, -1) if _NOTES_HEAD.fullmatch(lines[k])), None)
    if head is None:
        ones = [k for k, line in enumerate(lines) if (m := _NOTE.match(line)) and m.group(1) == "1"]
        head = ones[-1] - 1 if ones and 2 * ones[-1] >= len(lines) else None
    elif not any(_NOTE.match(line) for line in lines[head + 1 :]):
        head = None
    out: list[Segment] = []
    for k, span in enumerate(paragraphs):
        match = _NOTE.match(lines[k]) if head is not None and k > head else None
        if k == head and _NOTES_HEAD.fullmatch(lines[k]):
            out.append(Segment(span, "running-head"))
        elif match:
            out.append(Segment(span, "footnote", match.group(1)))
        elif head is not None and k > head and out and out[-1].role == "footnote":
            out.append(Segment(span, "footnote", CONTINUED))
        else:
            out.append(Segment(span))
    return out
