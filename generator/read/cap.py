"""The ``cap`` dialect: a case of the Caselaw Access Project, from its API or from static.case.law.

JSON with a ``casebody`` whose opinions are typed and hold plain text, or with a casebody in XML or HTML; or that HTML
alone.  In the plain text every paragraph is a line, a footnote's call is a line of its own, and the notes stand behind
the opinion.
"""

from __future__ import annotations

import re
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from generator.model import CONTINUED, CaseInfo
from generator.propose.dockets import numbered
from generator.propose.panels import panel
from generator.read.casebody import casebody_lines
from generator.read.casefacts import court_fact, day_fact, entry, official, text_fact, with_citation
from generator.read.json_file import parsed_json
from generator.read.markup import cut_off, no_text
from generator.read.openings import REACH, author_of, label, with_openings
from generator.read.reading import NO_FACTS
from generator.read.scribe import Line, composed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model import SegmentRole
    from generator.read.reading import Raw, Reading

_CALL = re.compile(r"\d{1,3}|\*{1,4}|[†‡]{1,2}")
_PARTED = re.compile(r"^(\d{1,3})\s*\.\s*(?=\S)")  # "1 . See": the stop of a note's number
_TITLED = re.compile(r"(?:[IVXL]{1,5}|[A-H]|\d{1,2})\. [A-Z][^.;:?!]{1,80}[^.;:?!,\W]")
_NUMERAL = re.compile(r"[IVXL]{1,5}\.?|[A-H]\.")
_TITLE = re.compile(r"[A-Z][^.;:?!]{2,60}[^.;:?!,\W]")
_QUOTED = re.compile(r"[“\"](?=\S)|\[[A-Z]\][a-z]|\* \* \*|\. \. \.")
_SAYS = re.compile(
    r"\b(?:said|says|state[sd]|explain(?:ed|s)|observe[sd]|wrote|provide[sd]|reads?|declare[sd]|argue[sd]|notes|noted"
    r"|concluded|ruled|testified|quoted?)(?: as follows| that| in (?:\w+ ){0,2}part)?,?:$"
)
_LISTED = re.compile(r"\(?\w{1,4}[.)]\s|(?:First|Second)\b|[-•]")
_ENDS = re.compile(r"[.?!:;][\"”’')\]]*$")


def read(raw: Raw) -> Reading:
    """The reading of a case, JSON or HTML."""
    text = raw.text.lstrip("\ufeff\0 \t\r\n")
    if not text.startswith(("{", "[")):
        if not re.search(
            r"</(?:section|article|div|body|html)\s*>\s*$", text[-200:], re.IGNORECASE
        ):
            raise cut_off(raw.place, "its last tag is not that of its body")
        lines, facts = casebody_lines(text, raw.place)
        return composed(_some(lines, raw), facts)
    case = parsed_json(raw)
    body = case.get("casebody")
    status = entry(body, "status")
    if isinstance(body, dict) and "data" in body:
        body = body["data"]
    if isinstance(body, str) and "<" in body:
        lines, own = casebody_lines(body, raw.place, _reporters(case))
    elif isinstance(body, dict):
        lines, own = _text_lines(body), replace(NO_FACTS, panel=_judges(body))
    else:
        why = f"its casebody's status is {status!r}" if status else "it has no casebody"
        raise no_text(raw.place, why)
    reading = composed(_some(lines, raw), _merged(facts_of(case), own))
    return replace(reading, left_out=tuple(_empty(body)))


def _empty(body: object) -> Iterator[str]:
    """The opinions that have no text, in words."""
    for number, opinion in enumerate(_listed(entry(body, "opinions")), start=1):
        if not _rows(entry(opinion, "text")):
            yield f"opinion {number} ({str(entry(opinion, 'type'))[:40]}) has no text"


def _some(lines: list[Line], raw: Raw) -> list[Line]:
    if not lines:
        raise no_text(raw.place, "its casebody is empty")
    return lines


def facts_of(case: dict[str, Any]) -> CaseInfo:
    """The facts that the case's own fields tell."""
    info = with_citation(NO_FACTS, official(case.get("citations")))
    return replace(
        info,
        name=text_fact(case.get("name_abbreviation")) or text_fact(case.get("name")),
        court=court_fact(entry(case, "court", "name")),
        docket=numbered(text_fact(case.get("docket_number"))),
        decided=day_fact(case.get("decision_date")),
    )


def _merged(info: CaseInfo, other: CaseInfo) -> CaseInfo:
    """The facts, those that are unknown from ``other``.  The first page is the citation's."""
    gaps = {
        f.name: getattr(other, f.name) for f in fields(CaseInfo) if getattr(info, f.name) is None
    }
    return replace(info, **gaps)


def _reporters(case: dict[str, Any]) -> list[str | None]:
    """Of each citation the reporter whose pages a page mark with its index counts; ``None`` for the official one."""
    citations = case.get("citations")
    cites = [c for c in citations if isinstance(c, dict)] if isinstance(citations, list) else []
    first = official(cites)
    out: list[str | None] = []
    for cite in cites:
        printed = official([cite])
        out.append(
            None if printed == first else printed and printed.split(" ", 1)[1].rsplit(" ", 1)[0]
        )
    return out or [None]


# --- opinions in plain text


def _text_lines(body: dict[str, Any]) -> list[Line]:
    """Head matter and opinions."""
    head = _rows(body.get("head_matter"))
    if not head:  # bulk files of older years have its parts alone
        head = [
            x
            for key in ("parties", "attorneys")
            for said in _listed(body.get(key))
            for x in _rows(said)
        ]
    lines = [Line("caption", text=x) for x in head]
    lines += [Line("notice", text=x) for x in _rows(body.get("corrections"))]
    openings = []
    opinions = body.get("opinions")
    for opinion in opinions if isinstance(opinions, list) else []:
        rows = _rows(entry(opinion, "text"))
        if rows:
            author, kind = entry(opinion, "author"), entry(opinion, "type")
            printed = author if isinstance(author, str) else ""
            openings.append((len(lines), label(kind if isinstance(kind, str) else "", printed)))
            lines += _opinion(rows, printed)
    return with_openings(lines, openings)


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _judges(body: object) -> str | None:
    """The judges who heard the case, where a field says so in the form of a caption: "Before …, Circuit Judges"."""
    said = _listed(entry(body, "judges"))
    return next((p for x in said if isinstance(x, str) and (p := panel(x))), None)


def _rows(text: object) -> list[str]:
    if not isinstance(text, str):
        return []
    return [row for line in text.split("\n") if (row := " ".join(line.split()))]


def _opinion(rows: list[str], author: str) -> Iterator[Line]:
    """The lines of an opinion: its byline marked, calls put back into the text, notes told from it."""
    called = [k for k, row in enumerate(rows) if k and _CALL.fullmatch(row)]
    notes = _notes(rows, called)
    calls = {k for k in called if any(rows[k] == said for said in notes.values())}
    first_note = min(notes, default=len(rows))
    byline = next(
        (k for k, row in enumerate(rows[:REACH]) if author and row == " ".join(author.split())),
        None,
    )
    if byline is None and rows and len(rows[0]) < 60 and author_of(rows[0]):
        byline = 0
    line: Line | None = None
    after_call = False
    for k, row in enumerate(rows):
        if k in calls and k < first_note and line is not None:
            start = len(line.text)
            line.text += row
            line.calls.append(((start, len(line.text)), row))
            after_call = True
            continue
        if k >= first_note:
            label = notes.get(k, CONTINUED)
            new = Line("footnote", label, _PARTED.sub(r"\g<1> ", row) if label else row)
        else:
            above = rows[k - 1] if k else ""
            role: SegmentRole = "heading" if _is_title(row, above) else "text"
            if role == "text" and line is not None and _is_quoted(row, line):
                role = "blockquote"
            new = Line("byline" if k == byline else role, text=row)
        if line is not None and after_call and k < first_note and _goes_on(line, row):
            line = line.joined(new, "" if row[0] in ".,;:?!)”’" else " ")
        else:
            if line is not None:
                yield line
            line = new
        after_call = False
    if line is not None:
        yield line


def _is_title(row: str, above: str) -> bool:
    """Whether a row is the title of a part: "B. Matter of First Impression", or "Background" below a bare "II."."""
    if _TITLED.fullmatch(row):
        return True
    return bool(_NUMERAL.fullmatch(above) and _TITLE.fullmatch(row))


def _is_quoted(row: str, line: Line) -> bool:
    """Whether a row is a block quotation, whose marks this plain text has lost: it follows a paragraph that ends with a
    colon, and begins as a quotation does ("“The right", "[I]t is") or is announced as one ("the Court explained:").

    What a colon announces otherwise, a list or the court's own words, stays text.
    """
    before = line.text[: line.calls[-1][0][0]] if line.calls else line.text
    if line.role not in ("text", "blockquote") or not before.rstrip().endswith(":"):
        return False
    return bool(_QUOTED.match(row) or (_SAYS.search(before) and not _LISTED.match(row)))


def _goes_on(line: Line, row: str) -> bool:
    """Whether a row behind a call goes on with the call's sentence: no paragraph begins within one."""
    before = line.text[: line.calls[-1][0][0]]
    return (not row[0].isupper() and row[0] not in '“"‘') or not _ENDS.search(before)


def _notes(rows: Sequence[str], called: Sequence[int]) -> dict[int, str]:
    """Which rows begin a note, and its label: the run behind the last call that has them in the order of the calls."""
    found: dict[int, str] = {}
    at = len(rows)
    for k in reversed(called):  # from the last note backwards, so that a number in the text is none
        begun = re.compile(re.escape(rows[k]) + r"(?:\s?\.\s?|\s)\s*(?=\S)")
        at_k = next((n for n in range(at - 1, called[-1], -1) if begun.match(rows[n])), None)
        if at_k is not None:
            found[at_k] = rows[k]
            at = at_k
    return found
