"""The printed pages of a slip opinion or bound volume: head, body and foot of each.

A page's head is its number, the case's short name or "Cite as: …", and what stands on the page ("Syllabus", "Opinion
of the Court", "KAGAN, J., dissenting").  Its foot is what stands below the rule; ``notes`` finds it where
there is none.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.read.lines import shown_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NAME = r"(?!See )[A-Z][\w’'.-]*(?: (?!and )[\w’'.-]+)*"
_JUSTICES = rf"{NAME}(?:(?:, and |, | and ){NAME})*, (?:C\. ?J\.|JJ?\.),?"
# How the Court heads a page: by what stands on it.
SECTION = re.compile(
    r"Syllabus|(?:Opinion|Decree|Order) of the Court|Decree|Per Curiam|Opinion in Chambers"
    rf"|{_JUSTICES} (?:concurring|dissenting)\b[^.]{{0,60}}"
    rf"|(?:Opinion|Statement) of {_JUSTICES}(?: (?:concurring|dissenting|respecting)[^.]{{0,60}}|, in chambers)?"
    r"|Appendix(?: [A-Z])? to (?:the )?(?:opinion|dissent|concurrence).{0,60}|Opinion of the of the"
    r"|Statement of .{3,40}",
)
# Below "Opinion of the Court", or printed into it: "Opinion of the of the" / "Appendix A to opinionCourt Court".
_APPENDIX = re.compile(r"Appendix(?: [A-Z])? to (?:the )?(?:opinion|dissent|concurrence).{0,60}$")
_NUMBER = re.compile(r"\[?(\d{1,4})\]?")
_CITE_AS = re.compile(
    r"Cite as: *\d{1,4} U\. ?S\. *(?:_+|\d+) *\(\d{4}\)(?:\s+(?P<number>\d{1,4}))?"
)
_TERM = re.compile(
    r"\(Slip Opinion\)|(?:\(Slip Opinion\)\s+)?OCTOBER TERM, \d{4}(?:\s+(?P<number>\d{1,4}))?"
    r"|(?P<before>\d{1,4}) +OCTOBER TERM, \d{4}"
)
# What the typesetter's program leaves at the head of a page.
_TYPESETTER = re.compile(
    r"\d{2,4}US\d+[A-Z]?|Unit: ?\$?\w+|(?:\[[\d: -]+\]\s*)?PAGES PGT: ?\w*|\[[\d:\s-]+\]"
    r"|Page Proof Pending Publication|Preliminary Print"
)
_BESIDE = re.compile(r"(\d{1,4}) +[A-Z]")
_RULE = re.compile(r"(?:[—–―_-]\s*){4,}")
# The name of a case in a head: "RITZEN GROUP, INC. v. JACKSON MASONRY, LLC", "McDONALD v. CHICAGO".
_CAPITALS = re.compile(
    r"(?=.*[A-ZÀ-Þ]{3})(?:[A-ZÀ-Þ0-9’'.,&() -]|\b(?:v|ex rel|et al)\.|\b(?:Mac|Mc|De|Di|La|Le)(?=[A-ZÀ-Þ]))+"
)
_NUMBERED_CAPITALS = re.compile(rf"\d{{1,4}} +{_CAPITALS.pattern}")
# The same where lines stand as they stood on the page.
_APART = re.compile(rf"\d{{1,4}}\s{{2,}}{_CAPITALS.pattern}")
PARTS = 4  # lines of a head above what stands on the page
HEAD_LINES = 8  # a page's head has fewer


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text that is not blank: its span without blanks at either side, and its words."""

    start: int
    end: int
    text: str


@dataclass(slots=True)
class Sheet:
    """One printed page.  ``section`` is the line of its head that says what stands on it."""

    number: int | None = None
    section: str | None = None
    head: list[Line] = field(default_factory=list)
    body: list[Line] = field(default_factory=list)
    rule: Line | None = None
    foot: list[Line] = field(default_factory=list)

    @property
    def is_syllabus(self) -> bool:
        """Whether the head says that this is the syllabus."""
        return self.section == "Syllabus"


def sheets(text: str) -> list[Sheet]:
    """The pages of a text, without those that are blank."""
    return sheets_of(pages_of(text))


def pages_of(text: str) -> list[list[Line]]:
    """The lines of each page."""
    return list(_pages(text))


def sheets_of(pages: Sequence[Sequence[Line]]) -> list[Sheet]:
    """The same for pages whose lines are known."""
    repeated = _repeated(pages)
    out = []
    for lines in pages:
        if not lines:
            continue
        sheet, rest = _headed(lines, repeated)
        _footed(sheet, rest)
        out.append(sheet)
    return out


def lines_of(text: str, start: int = 0, end: int | None = None) -> list[Line]:
    """The lines of ``text[start:end]`` that are not blank."""
    return [Line(*line) for line in shown_lines(text, start, len(text) if end is None else end)]


def _pages(text: str) -> Iterator[list[Line]]:
    """The lines of each page: between form feeds, or, in a text without, from one head to the next."""
    starts = [0, *(m.end() for m in re.finditer("\f", text))]
    if len(starts) > 2:
        for start, end in zip(starts, [*(s - 1 for s in starts[1:]), len(text)], strict=True):
            yield lines_of(text, start, end)
        return
    page: list[Line] = []
    before: Line | None = None
    lines = lines_of(text)
    heads = _heads(lines)
    for k, line in enumerate(lines):
        if page and (k in heads or _begins_page(line, before, page)):
            yield page
            page = []
        page.append(line)
        before = line
    yield page


def _heads(lines: Sequence[Line]) -> frozenset[int]:
    """Where the heads of pages begin: above what says what stands on the page, the name, the number, the citation."""
    out: set[int] = set()
    for k, line in enumerate(lines):
        if not SECTION.fullmatch(line.text):
            continue
        start, sure = k, False
        while start > max(0, k - PARTS):
            above = lines[start - 1].text
            numbered = bool(_NUMBERED_CAPITALS.fullmatch(above))
            if not (numbered or _NUMBER.fullmatch(above) or _is_head(above)):
                if sure or not _CAPITALS.fullmatch(above):
                    break
            else:
                sure = True
            start -= 1
            if numbered:
                break
        if sure:
            out.add(start)
    return frozenset(out)


def _begins_page(line: Line, before: Line | None, page: Sequence[Line]) -> bool:
    """Whether a line without a form feed before it heads a page: a head's own words, or a number before a name."""
    if len(page) < HEAD_LINES // 2:
        return False
    if _CITE_AS.fullmatch(line.text) or _TYPESETTER.fullmatch(line.text):
        return not (before and _TYPESETTER.fullmatch(before.text))
    return bool(_APART.fullmatch(line.text))


def _repeated(pages: Sequence[Sequence[Line]]) -> frozenset[str]:
    """The short names of cases: what stands at the top of two pages or more, figures aside."""
    tops = Counter(
        words
        for lines in pages
        for words in {_bare(line.text) for line in lines[:HEAD_LINES]}
        if re.search(r"[A-Z]{3}", words) and not re.search(r"[a-z]{4}", words)
    )
    return frozenset(words for words, count in tops.items() if count > 1)


def _bare(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"\d+", "#", text)).strip()


def _headed(lines: Sequence[Line], repeated: frozenset[str]) -> tuple[Sheet, list[Line]]:
    """The sheet with its head, and the lines behind it."""
    sheet = Sheet()
    for k, line in enumerate(lines[:HEAD_LINES]):
        if sheet.section and not (_NUMBER.fullmatch(line.text) or _APPENDIX.match(line.text)):
            break
        number = _number(line.text)
        if number is not None:
            if sheet.number is not None:
                break
            sheet.number = number
        elif SECTION.fullmatch(line.text):
            # A bare byline in the middle of nothing is no head: heads have a number or a name beside them.
            if not sheet.head and not _head_follows(lines[k + 1 : k + 3]):
                break
            sheet.section = line.text
        elif not (_is_head(line.text) or _bare(line.text) in repeated or _is_short_name(lines, k)):
            break
        elif sheet.number is None and (beside := _BESIDE.match(line.text)):
            sheet.number = int(beside[1])
        sheet.head.append(line)
    if not sheet.section and sheet.number is not None and len(sheet.head) == 1:
        sheet = Sheet()  # a bare number that heads nothing may be a part's
    return sheet, list(lines[len(sheet.head) :])


def _is_short_name(lines: Sequence[Line], k: int) -> bool:
    """Whether line ``k`` is a case's name in capitals between a page's number and what stands on it."""
    between = (
        0 < k < len(lines) - 1
        and _number(lines[k - 1].text) is not None
        and SECTION.fullmatch(lines[k + 1].text)
    )
    return bool(between) and lines[k].text.replace(" v. ", " V. ").isupper()


def _head_follows(lines: Sequence[Line]) -> bool:
    return any(_number(x.text) is not None or _is_head(x.text) for x in lines)


def _number(text: str) -> int | None:
    """The number of a page in a line of its head: alone, or beside the term or the citation."""
    if alone := _NUMBER.fullmatch(text):
        return int(alone[1])
    beside = _CITE_AS.fullmatch(text) or _TERM.fullmatch(text)
    found = beside.groupdict() if beside else {}
    number = found.get("number") or found.get("before")
    return int(number) if number else None


def _is_head(text: str) -> bool:
    return bool(
        _CITE_AS.fullmatch(text)
        or _TERM.fullmatch(text)
        or _TYPESETTER.fullmatch(text)
        or (text.startswith("_") and _RULE.fullmatch(text))  # of a title page, out of its place
    )


def _footed(sheet: Sheet, lines: list[Line]) -> None:
    """Part body and foot at the rule that the printer sets above the notes.

    The rules of a title page ("_________________" above and below the docket number) are of underscores and part
    nothing.
    """
    while lines and _TYPESETTER.fullmatch(lines[-1].text):
        sheet.head.append(lines.pop())
    sheet.body = lines
    for k, line in enumerate(lines):
        if _RULE.fullmatch(line.text) and not line.text.startswith("_"):
            sheet.body, sheet.rule, sheet.foot = lines[:k], line, lines[k + 1 :]
            return
