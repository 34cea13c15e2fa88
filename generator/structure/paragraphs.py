"""What each line of a writing is (paragraph, block quote, heading, disposition, vote), and which go on with another."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.structure import quotes
from generator.structure.parts import (
    Outline,
    is_bare_label,
    label_slug,
    parse_heading,
    titles_label,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model import BlockKind, CleanLine, CleanText
    from generator.structure.drafts import Draft

_DISPOSITION = re.compile(
    r"(?:it is )?so ordered\.?|(?:(?:judgment|order|decree|appeal|petition|conviction)s? )?{done}"
    r"(?:[ ,]+(?:and|in part|as modified|with \w+|{done}))*(?:, etc)?\.?"
    r"|exceptions (?:overruled|sustained)\."
    r"|judgment (?:for (?:the )?(?:plaintiff|defendant|petitioner|respondent|appell(?:ant|ee))s?|on the verdict)\."
    r"|(?:\d+ [a-z0-9. ]{2,16} \d+, )?(?:affirmed|reversed|vacated)(?: and remanded)?\.".replace(
        "{done}", r"(?:affirmed|reversed|vacated|remanded|dismissed)"
    ),
    re.IGNORECASE,
)
# What became of the case afterwards: "December 23, 1946. Petition for rehearing denied."
_DAY = r"(?:[a-z]+\.? \d{1,2}, \d{4})"
_REHEARING = re.compile(
    rf"(?:{_DAY}[.,:]? )?"
    r"(?:(?:petitions?|motions?|applications?|suggestions?)(?: [\w'’]+){0,5} for (?:a )?(?P<asked>))?"
    r"(?:rehearing|reargument|certiorari|transfer|review)(?: en banc)?,? "
    r"(?(asked)(?:was |were |is |are )?)"  # "Certiorari was granted." tells the story
    rf"(?:denied|granted|overruled|dismissed)(?:,? (?:on )?{_DAY})?\.?",
    re.IGNORECASE,
)
# What the scanner made of a mark or a numeral: "i — i".
_JUNK = re.compile(r"(?=.{3,12}$)(?!.*\w\w)(?!\W*\w\W*$)(?=.*\w).*[^\w\s.,;:()\[\]'\"“”‘’].*")
# Votes without an opinion: "MR. JUSTICE BLACK concurs in the result.", "JUSTICE KAGAN took no part in the decision …",
# "Pound, Lehman and Kellogg, JJ., concur with Cardozo, Ch. J."  A list of surnames needs its "J." or "JJ." at the end.
_SURNAME = r"(?-i:[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)(?:, jr\.)?"
_SURNAMES = rf"{_SURNAME}(?:(?:,? and |, ){_SURNAME}){{0,7}}"
_JUDGE = (
    r"(?:(?:(?:the|mr\.|ms\.) )*(?:chief )?(?:justice|judge)(?: (?!and\b|of\b|who\b)[^\s.,;]+){0,3}"
    rf"|{_SURNAMES},? (?:\(?(?:p\.|ch?\.|acting p\.) ?)?jj?\.)"
)
_JUDGES = rf"{_JUDGE}(?:(?:,? and |, ){_JUDGE})*"
_VOTE = re.compile(
    r"(?:(?:the|mr\.) )*(?:chief )?justices? .{2,80} took no part in the .{5,80}\."
    rf"|{_JUDGES},? (?:all )?(?:concur(?:s|red)?|dissent(?:s|ed)?|(?:did )?not (?:sit(?:ting)?|participat(?:e|ing)))"
    r"(?: in (?:the )?(?:result|judgment|judgment of the court|decision|opinion))?"
    rf"(?: with {_JUDGES})?\.?",
    re.IGNORECASE,
)

SYLLABUS_HEAD = re.compile(
    r"syllabus(?: by the court)?\.?\s?(?:\[?(?:FN)?[*†\d]{1,2}\]?)?", re.IGNORECASE
)


@dataclass(slots=True)
class Row:
    """A line with the kind that it turned out to be; ``also`` are later lines of the same paragraph."""

    line: CleanLine
    kind: BlockKind
    text: str
    also: list[CleanLine]
    part: str | None = None
    label: str | None = None
    level: int = 0


def rows_of(draft: Draft, clean: CleanText, dialect: str, prefix: str) -> list[Row]:
    """The lines of a writing, each with its kind and part; ``prefix`` begins the ids of its parts."""
    if dialect == "flattened":
        set_apart = _flattened_quotes(clean, draft.lines)
    else:
        set_apart = None
    outline = Outline()
    rows: list[Row] = []
    part: str | None = None
    texts = [clean.line(line) for line in draft.lines]
    for line, (text, after) in zip(draft.lines, pairwise([*texts, ""]), strict=True):
        if line.join and (begun := _begun(rows, line.role)):
            # Behind a block quote the paragraph goes on as a stretch of its own, which its later lines go on with.
            last = begun.also[-1] if begun.also else begun.line
            apart = rows[-1].kind == "blockquote" and last.span[0] < rows[-1].line.span[0]
            apart = apart and rows[-1] is not begun
            begun.also.append(replace(line, join="") if apart else line)
            continue
        if set_apart is None and _titles(line, text, rows):
            rows[-1].also.append(replace(line, join="blank"))  # one line of the page
            continue
        kind, label = _kind(line, text, after, rows, draft, outline, set_apart)
        if kind == "paragraph" and _continues(text, rows, dialect):
            _last_paragraph(rows).also.append(line)
            continue
        row = Row(line, kind, text, [], part, label)
        if kind == "heading":
            path = outline.path() if label else ()
            part = prefix + "part-" + "-".join(label_slug(p) for p in path) if path else None
            row.part, row.level = part, max(1, len(path))
        rows.append(row)
    return rows


def _titles(line: CleanLine, text: str, rows: Sequence[Row]) -> bool:
    """Whether a line is the title of the part whose number stands alone on the line before."""
    above = rows[-1] if rows else None
    return (
        above is not None
        and above.kind == "heading"
        and above.label is not None
        and not above.also
        and is_bare_label(above.text)
        and line.role in ("text", "heading")
        and (line.role == "heading" or len(text) < 120)
        and titles_label(text)
    )


def _begun(rows: Sequence[Row], role: str) -> Row | None:
    """The row that a line of this role goes on with: the last one of the kind that the role stands for."""
    kinds = ("paragraph", "blockquote") if role in ("text", "syllabus") else (role,)
    near = [r for r in rows[-3:] if r.kind in kinds]
    if role != "blockquote":  # what is known to be a quotation ends with it
        near = [r for r in near if r.line.role != "blockquote"]
    return near[-1] if near else None


def _flattened_quotes(clean: CleanText, lines: Sequence[CleanLine]) -> set[int]:
    """Offsets of the lines that the flattened dialect's signs set apart."""
    texts = [(line, clean.line(line)) for line in lines if line.role == "text"]
    # The rules read the text as the source has it, without the blanks that cleaning put back.
    bare = [re.sub(r"(?<=[.,;:?!]) (?=[a-z])", "", text) for _, text in texts]
    return {texts[k][0].span[0] for k in quotes.flattened_quotes(bare)}


def _kind(
    line: CleanLine,
    text: str,
    after: str,
    rows: Sequence[Row],
    draft: Draft,
    outline: Outline,
    set_apart: set[int] | None,
) -> tuple[BlockKind, str | None]:
    if line.role in ("byline", "caption", "notice", "vote", "disposition", "blockquote"):
        return line.role, None
    if line.role == "heading":
        return "heading", _entered(text, outline)
    if _DISPOSITION.fullmatch(text) or _REHEARING.fullmatch(text):
        return "disposition", None
    if _VOTE.fullmatch(text):
        return "vote", None
    if draft.kind != "syllabus" and set_apart is None:
        heading = parse_heading(text)
        if heading:
            path = outline.enter(heading)
            if path is not None:
                return "heading", path[-1] if path else None
        above = rows[-1] if rows else None
        is_quote = above is not None and above.kind == "blockquote"
        open_quote = is_quote and quotes.stays_open(above.text if above else "")
        before = above.text if above and above.kind in ("paragraph", "blockquote") else None
        if before is not None and quotes.is_block_quote(text, before, is_quote, open_quote):
            return "blockquote", None
        if open_quote and quotes.is_between(above.text if above else "", after):
            return "blockquote", None
    elif draft.kind == "syllabus" and SYLLABUS_HEAD.fullmatch(text):
        return "heading", None
    if set_apart and line.span[0] in set_apart:
        return "blockquote", None
    return ("notice" if _JUNK.fullmatch(text) else "paragraph"), None


def _entered(text: str, outline: Outline) -> str | None:
    """The label of what the format says is a heading, where it has one that fits the outline."""
    heading = parse_heading(text)
    path = outline.enter(heading) if heading else None
    return path[-1] if path else None


def _continues(text: str, rows: Sequence[Row], dialect: str) -> bool:
    """Text after a block quote that plainly goes on with the sentence which led into it."""
    if dialect == "flattened" or not rows or rows[-1].kind != "blockquote":
        return False
    return any(r.kind == "paragraph" for r in rows) and quotes.continues_sentence(text)


def _last_paragraph(rows: Sequence[Row]) -> Row:
    return next(r for r in reversed(rows) if r.kind == "paragraph")
