"""Kinds of text that no tags tell: Markdown, the Court's printed pages, and what has lost its capitals."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.read.signs.look import Answer, Look

_MARKDOWN_NAME = re.compile(r"\.(?:md|markdown|mdown)$", re.IGNORECASE)
_MARKDOWN_HEADING = re.compile(r"^#{1,6} +\S.*$", re.MULTILINE)
_MARKDOWN_LINK = re.compile(r"\[[^\[\]\n]{1,200}\]\((?:https?://|/opinion/)[^()\s]{1,300}\)")
_MARKDOWN_STRONG = re.compile(r"^\*\*[^*\n]{1,200}\*\*\s*$", re.MULTILINE)


def markdown(look: Look) -> Answer:
    """By its name; without it only where Markdown is all over the text, for an opinion may quote
    some.
    """
    if _MARKDOWN_NAME.search(look.file):
        return "casebook-markdown", "its name says that it is Markdown"
    headings = len(_MARKDOWN_HEADING.findall(look.sample))
    others = len(_MARKDOWN_LINK.findall(look.sample)) + len(_MARKDOWN_STRONG.findall(look.sample))
    if headings >= 3 and headings + others >= 8:
        return (
            "casebook-markdown",
            f"it has {headings} Markdown headings, and {others} links or lines in bold",
        )
    return None


# A sign of the printed page → its name.  Each is a line, so that a sentence which speaks of slip
# opinions is none.
_SLIP_SIGNS: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(r"^[ \t\f]*\(Slip Opinion\)(?:[ \t]{2,}.*)?[ \t]*$", re.MULTILINE),
        "the line “(Slip Opinion)”",
    ),
    (
        re.compile(r"^[ \t\f]*Cite as: *\d{1,4} U\. ?S\. +(?:_+|\d+) *\(\d{4}\)", re.MULTILINE),
        "running heads “Cite as: … U. S. ____”",
    ),
    (re.compile(r"\bPAGES PGT: ?[A-Z]+"), "the typesetter's mark “PAGES PGT”"),
    (
        re.compile(r"^[ \t\f]*OCTOBER TERM, \d{4}(?:[ \t]{2,}\d+)?[ \t]*$", re.MULTILINE),
        "the head “OCTOBER TERM”",
    ),
    (
        # The page number and the running head, in either order, with the case's name or blank lines
        # between.
        re.compile(
            r"^[ \t\f]*(?:\d{1,4}[ \t]*|\d{1,4}[ \t]+[A-Z][^\n]{5,90}|Cite as:[^\n]{10,60} \d{1,4}[ \t]*)\n"
            r"(?:[^\n]{0,90}\n){0,4}?[ \t]*(?:Opinion of the Court|Per Curiam|Syllabus"
            r"|(?:Opinion|Statement) of [A-Z]\w+, (?:C\. ?)?J\."
            r"|[A-Z]\w+, (?:C\. ?)?J\., (?:concurring|dissenting)[^\n]{0,40})[ \t]*$",
            re.MULTILINE,
        ),
        "running heads beside page numbers",
    ),
)


def slip(look: Look) -> Answer:
    """The text of the Court's PDFs: two signs of its printed pages."""
    found = (name for pattern, name in _SLIP_SIGNS if pattern.search(look.sample))
    signs = list(islice(found, 2))
    if look.sample.count("\f") > 1:
        signs.append("form feeds between pages")
    # Form feeds and page numbers alone are what other courts' opinions have as well.
    if len(signs) >= 2:
        return "slip", f"it has {signs[0]} and {signs[1]}, as the text of the Court's PDFs does"
    return None


_MARK = re.compile(r"[,.;:?!](?=[^\W\d_]|[ \t])")
_GLUED = re.compile(r"[,.;:?!](?=[^\W\d_])")
_FAIR_LENGTH = 300  # letters; in fewer, capitals and digits may be missing by chance
# Measured on eleven flattened texts: no capital, no digit, and no mark within a line that is not
# glued to the next word; on fifty other opinions: capitals from 0.026 of the letters, digits from
# 0.022, glued marks up to 0.11.
_FEW = 0.003
_MOSTLY = 0.5
_COMMON_CAPITALS = "TCSAI"


def flattened(look: Look) -> Answer:
    """Text that has lost its capitals and digits, and the blanks behind its marks."""
    text = look.sample
    if sum(map(text.count, _COMMON_CAPITALS)) > _FEW * len(text):
        return None  # as nearly always, and soon known
    counted = Counter(text).items()
    upper, lower, digits = (
        sum(count for char, count in counted if known(char))
        for known in (str.isupper, str.islower, str.isdigit)
    )
    marks, glued = len(_MARK.findall(text)), len(_GLUED.findall(text))
    if (
        lower < _FAIR_LENGTH
        or marks < 4
        or upper > _FEW * lower
        or digits > _FEW * lower
        or glued < _MOSTLY * marks
    ):
        return None
    return "flattened", (
        f"{upper} capitals and {digits} digits among {lower:,} letters, and"
        f" {glued / marks:.0%} of its punctuation is glued to the next word"
    )
