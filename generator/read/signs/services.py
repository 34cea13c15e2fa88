"""The prints of Lexis and Westlaw: their tags, their headings, their star pages."""

from __future__ import annotations

import re
from statistics import median

from generator.read.signs.look import Answer, Look, quoted

_LEXIS_TAG = re.compile(
    r"^[ \t]*</?(?:opinion|concur|dissent|separate|percuriam|syllabus)\b[^<>\n]*\b(?:author|text)\s*=[^<>\n]*>[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_LEXIS_BY = re.compile(r"^[ \t]*(?:CONCUR|DISSENT|OPINION)[ \t]?BY:[ \t]*(?=\S)", re.MULTILINE)
_STAR_PAGE = re.compile(r"\[\*{1,4}\d{1,5}\](?!\()")


_LEXIS_TITLED = re.compile(
    r"^[ \t]*(?:Concur|Dissent|Opinion) by: (?=[^a-z\n]{3,60}$)", re.MULTILINE
)
# Lines that only Westlaw's print has.
_WESTLAW = re.compile(
    r"^[ \t]*(?:KeyCite (?:\w+ Flag|Overruling Risk)\b.*|West Headnotes(?: \(\d+\))?|West Codenotes|All Citations"
    r"|Attorneys and Law Firms|Only the Westlaw citation is currently available\."
    r"|End of Document\s*©.*)[ \t]*$",
    re.MULTILINE,
)


def lexis_markers(look: Look) -> Answer:
    """Tags, ``CONCUR BY:`` lines, or a first line that says OPINION and nothing else."""
    if tag := _LEXIS_TAG.search(look.sample):
        return "lexis", f"it has the tags of Lexis, such as {quoted(tag.group())}"
    if by := _LEXIS_BY.search(look.sample) or _LEXIS_TITLED.search(look.sample):
        line = look.sample[by.start() :].splitlines()[0]
        return "lexis", f"it has the headings of Lexis, such as {quoted(line)}"
    if sign := _WESTLAW.search(look.sample):
        return "lexis", f"it has the headings of Westlaw, such as {quoted(sign.group())}"
    lines = look.lines()
    if lines and re.fullmatch(r"OPINION:?", lines[0]) and not _wrapped(lines):
        return (
            "lexis",
            "its first line is OPINION, and each paragraph is one line, as Lexis gives it",
        )
    return None


def _wrapped(lines: list[str]) -> bool:
    """Whether the lines are those of a page, not of paragraphs: then OPINION is but the title that
    some courts print.
    """
    lengths = [len(line) for line in lines[1:]]
    return len(lengths) > 8 and median(lengths) < 100 and max(lengths) < 200


def lexis_pages(look: Look) -> Answer:
    """Star pages in brackets."""
    pages = _STAR_PAGE.findall(look.sample)
    # One mark of one digit may be a note.
    if len(pages) > 1 or (pages and len(pages[0]) > 4):
        return "lexis", f"it has star pages as Lexis prints them, such as {pages[0]}"
    return None
