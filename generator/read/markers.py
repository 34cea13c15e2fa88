"""The lines by which a service says whose the writing is that follows, in the forms that Lexis has had.

    OPINION BY: GINSBURG          OPINIONBY: WHITE              Opinion by: GINSBURG
    DISSENT BY: Harry Pregerson   DISSENTBY: POWELL (In Part)   Dissent by: SCALIA
    OPINION                       OPINION:  [*937] JUSTICE …    Opinion

They are no words of the court.  What they say is kept as the label of the markup: ``dissent:POWELL``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.clean.stars import BRACKETED
from generator.structure.bylines import parse_byline

if TYPE_CHECKING:
    from collections.abc import Sequence

_KIND = r"(?:OPINION|CONCUR|DISSENT)"
_NAME = r"[A-Z][\w.'’-]*(?:,? [JS][rR]\.)?"
# Names alone: with a small word among them it is a sentence.
_NAMES = rf"{_NAME}(?:(?:[ ,;&]|, | and |; ){{1,2}}{_NAME}){{0,11}}"
_PART = r"(?:\s*\((?:[Ii]n [Pp]art|IN PART|in part[^()]{0,40})\))?"
_BY = re.compile(rf"(?P<kind>{_KIND})S? ?BY: ?(?P<names>{_NAMES}{_PART}(?:; {_NAMES}{_PART})*)\.?")
_BY_TITLED = re.compile(
    rf"(?P<kind>Opinion|Concur|Dissent) by: (?P<names>[^a-z]{{2,60}}{_PART})", re.ASCII
)
_BY_NOBODY = re.compile(rf"(?P<kind>{_KIND})S? ?BY:?")
_ALONE = re.compile(
    r"(?:OPINION|CONCUR|DISSENT|CONCURRENCE|SEPARATE OPINION)S?:?|DISSENT-IN-PART:?"
)
_TITLED = re.compile(r"Opinion|Concur|Dissent")
# "DISSENT: [*946] JUSTICE POWELL, …": the opinion begins on the same line.
_BEFORE_TEXT = re.compile(rf"(?P<marker>{_KIND}: *)(?P<text>\S.*)", re.DOTALL)
_LEADING = re.compile(r"(?:(?:\[\*{1,4}\d{1,5}\]|\*{1,4}\d{1,5}(?=\s))\s*)+")
_SEVERAL = re.compile(r"[;,&]| and ")


def marker(line: str) -> str | None:
    """The label of a line that is a marker (``dissent:BREYER``; ``""`` where it says nothing); else ``None``."""
    by = _BY.fullmatch(line) or _BY_TITLED.fullmatch(line)
    if by:
        names = re.sub(rf"{_PART}$", "", by["names"]).strip()
        several = _SEVERAL.search(re.sub(r",? [JS][rR]\.", "", names))
        return f"{by['kind'].lower()}:{'' if several else names}"
    return "" if _ALONE.fullmatch(line) or _BY_NOBODY.fullmatch(line) else None


def titled(lines: Sequence[str], k: int) -> bool:
    """Whether line ``k`` says "Opinion", "Concur" or "Dissent", and a marker before or a byline behind tells that it is
    a service's.
    """
    if not _TITLED.fullmatch(lines[k]):
        return False
    before = marker(lines[k - 1]) if k else None
    return bool(before) or (k + 1 < len(lines) and opens_writing(lines[k + 1]))


def before_text(line: str, *, sure: bool) -> int | None:
    """Where the text begins in a line whose marker stands before it.  ``sure``: the file has other markers of the sort;
    else a star page or a byline must follow.
    """
    match = _BEFORE_TEXT.fullmatch(line)
    if match and (sure or BRACKETED.match(match["text"]) or opens_writing(match["text"])):
        return match.start("text")
    return None


def opens_writing(line: str) -> bool:
    """Whether a line is a byline, its star pages apart."""
    bare = without_stars(line)
    return len(bare) < 600 and parse_byline(bare) is not None


def without_stars(line: str) -> str:
    """A line without its star pages, ``[*341]`` anywhere and ``*341`` at its head."""
    return BRACKETED.sub("", line[leading_stars(line) :]).strip()


def leading_stars(line: str) -> int:
    """How many characters at the head of a line are star pages."""
    match = _LEADING.match(line)
    return match.end() if match else 0
