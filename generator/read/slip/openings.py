"""How a writing opens on its first page: notice, title, docket, dates; then its byline."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.clean.broken_words import whole
from generator.read.slip.ends import ends_sentence
from generator.read.slip.sheets import NAME
from generator.structure.bylines import parse_byline

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.clean.broken_words import Vocabulary
    from generator.model import SegmentRole
    from generator.read.slip.sheets import Line

TITLE_LINES = 60  # a title page has fewer lines before its opinion begins
BYLINE_LINES = 7
_NOTICE = re.compile(r"NOT(?:E|ICE): ")
_COURT = re.compile(r"(?:IN THE )?SUPREME COURT OF THE UNITED STATES", re.IGNORECASE)
_HEADED = re.compile(
    rf"(?P<name>{NAME})(?:(?:, and |, | and ){NAME})*, (?:C\. ?J\.|JJ?\.),? (?P<stance>(?:concurring|dissenting)\b.*)"
)
_RULE = re.compile(r"[\W_]+|Syllabus")  # what a page's head has as well
# "No. 10–4321", "Nos. 21A244 and 21A247", "No. 141, Orig."
_CASE_NUMBER = r"(?:\d+[-–−]\d+|\d+[AM]\d+|\d+, Orig\b)"
_DOCKET = re.compile(rf"Nos?\. ?{_CASE_NUMBER}.*|\d{{2}}[-–−]\d{{1,5}}|\d{{2}}A\d{{1,5}}")
_NUMBER_ALONE = re.compile(rf"Nos?\. ?{_CASE_NUMBER}\.?(?:(?:,| and|, and) {_CASE_NUMBER}\.?)*")
_WRIT = re.compile(
    r"(?:ON )?(?:WRITS? OF |PETITIONS? FOR )?(?:CERTIORARI|APPEAL|REHEARING|EXCEPTIONS|BILL)\b.*"
    r"|ON .*(?:APPEAL|WRIT|CERT).*|appeal from .*|certiorari to .*",
    re.IGNORECASE,
)
_DATES = re.compile(r".*\b(?:Argued|Decided|Reargued|Submitted)\b.*\d.*|\[[A-Z][a-z]+ \d.*\]")
_CALLED = re.compile(r"(?<=[.:])(?:[*†‡]|\d{1,2})$")  # "… and JUSTICE SCALIA join.*"
_DECIDED = re.compile(r"\bDecided [A-Z][a-z]+ \d{1,2}, \d{4}[*†]?$|^\[.*\d{4}\]$")
_BYLINE = re.compile(
    r"(?:(?:THE |The )?C(?:HIEF|hief) J(?:USTICE|ustice)\b|(?:MR\. |Mr\. )?J(?:USTICE|ustice) (?=[A-Z])"
    r"|P(?:ER|er) C(?:URIAM|uriam)\b|(?:Opinion|Statement|Memorandum) of (?:JUSTICE|Justice|THE CHIEF|[A-Z])"
    r"|[A-Z][\w’'-]+, (?:C\. ?)?J\., )"
)


@dataclass(frozen=True, slots=True)
class Byline:
    """Lines ``first`` up to (not with) ``last`` of a run are the byline of a writing."""

    first: int
    last: int


def bylines(lines: Sequence[Line], vocabulary: Vocabulary) -> Iterator[Byline]:
    """Where writings begin within running text: behind the end of a sentence or a title, in lines that end with one."""
    k = 0
    while k < len(lines):
        end = _byline_end(lines, k, vocabulary)
        if end > k:
            yield Byline(k, end)
        k = max(end, k + 1)


def _byline_end(lines: Sequence[Line], k: int, vocabulary: Vocabulary) -> int:
    if not _BYLINE.match(lines[k].text) or (k and not _may_precede(lines[k - 1].text)):
        return k
    for n in range(k, min(k + BYLINE_LINES, len(lines))):
        words = whole([x.text for x in lines[k : n + 1]], vocabulary)
        words = _CALLED.sub("", words)
        stops = words.endswith((".", ":")) or re.fullmatch(r"per curiam", words, re.IGNORECASE)
        # "…, with whom\nJUSTICE X joins" may end a line with an initial's stop; only a byline that parses is one.
        if stops and parse_byline(words):
            return n + 1
    return k


def _may_precede(text: str) -> bool:
    """What stands above a byline: the end of an opinion, a title in capitals, a date in brackets."""
    return (
        ends_sentence(text)
        or text.isupper()
        or text.endswith("]")
        or bool(_DATES.fullmatch(text) or _WRIT.fullmatch(text))
        or not re.search(r"[a-z]", text)
    )


@dataclass(frozen=True, slots=True)
class Opened:
    """A stretch of a title page: its first and last line, and its role."""

    first: Line
    last: Line
    role: SegmentRole


def syllabus_title_end(lines: Sequence[Line]) -> int:
    """How many of a syllabus' first lines are its title: up to the dates."""
    head = lines[:TITLE_LINES]
    dates = [k for k, x in enumerate(head[:45]) if _DATES.fullmatch(x.text)]
    if not dates:
        return 0
    end = dates[0] + 1
    # "No. 08–441. Argued March 31, 2009—Decided June 18, 2009", or dates that run over two lines.
    while end < len(head) and (
        _DATES.fullmatch(head[end].text) or re.fullmatch(r"[\w ,—–-]{3,40}\d{4}\]?", head[end].text)
    ):
        end += 1
    return end


def title_end(lines: Sequence[Line]) -> int:
    """How many of an opinion's first lines are its title: up to the date, below the Court's name or a number."""
    if not any(is_title(line.text) for line in lines[:12]):
        return 0
    dates = [k for k, x in enumerate(lines[:TITLE_LINES]) if _DATES.fullmatch(x.text)]
    return dates[0] + 1 if dates else 0


def tags_of(section: str) -> list[str]:
    """What the head of a page says of the writing on it, as the labels of tags are: kind, and author in capitals.

    "SCALIA, J., concurring in part and dissenting in part" → ``concur:SCALIA``, ``dissent:SCALIA``.
    """
    if re.fullmatch(r"per curiam", section, re.IGNORECASE):
        return ["percuriam"]
    if re.fullmatch(r"(?:Opinion|Decree) of the Court", section):
        return ["opinion"]
    named = _HEADED.fullmatch(section)
    if not named:
        return []
    name, stance = named["name"].upper(), named["stance"]
    kinds = [
        kind for kind in ("concur", "dissent") if f"{kind}ring" in stance or f"{kind}ing" in stance
    ]
    return [f"{kind}:{name}" for kind in kinds]


def is_title(text: str) -> bool:
    """Whether a line can stand on a title page only."""
    return bool(_NOTICE.match(text) or _COURT.fullmatch(text) or _DOCKET.fullmatch(text))


def opened(lines: Sequence[Line]) -> Iterator[Opened]:
    """The lines of a title page by what they are."""
    run: list[Line] = []
    role: SegmentRole = "caption"
    for line in lines:
        # What stands below the court's name, the number or the date is a line of its own.
        above = run[-1].text if run else ""
        ends = bool(
            _COURT.fullmatch(above) or _NUMBER_ALONE.fullmatch(above) or _DECIDED.search(above)
        )
        kind = _kind(line.text, role if run else None, ends=ends)
        if run and (kind[0] != role or kind[1]):
            yield Opened(run[0], run[-1], role)
            run = []
        role = kind[0]
        run.append(line)
    if run:
        yield Opened(run[0], run[-1], role)


def _kind(text: str, before: SegmentRole | None, *, ends: bool) -> tuple[SegmentRole, bool]:
    """The role of a line of a title page, and whether it begins a stretch of its own."""
    if _NOTICE.match(text):
        return "notice", True
    if _RULE.fullmatch(text):
        return "running-head", True
    if _COURT.fullmatch(text):
        return "caption", True
    if before == "notice":
        return "notice", False
    if _DOCKET.fullmatch(text) or _WRIT.fullmatch(text) or _DATES.fullmatch(text):
        return "caption", True
    return "caption", before == "running-head" or ends
