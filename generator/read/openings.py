"""Where a file types its opinions: which line is the byline, and what the file calls the writing.

A byline is often torn: the name stands in a tag of its own ("Justice Stevens,") and what the judge does in the first
paragraph ("with whom Justice Breyer joins, dissenting.", "Concurring and Dissenting—I concur …").  Here the two
are put together.  Each writing's first line gets a label ``kind:Author``, which ``structure`` asks where the words say
less.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.justices import surname
from generator.read.tables import opinion_kind
from generator.structure.bylines import parse_byline

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.read.scribe import Line

REACH = 40  # lines of a writing in which its byline is looked for, behind the head of the case
_LONGEST = 300  # characters of the first paragraph that may go on with the byline
_STOP = re.compile(r"[.:](?=\s|$)(?<!\bJ\.)(?<!\bC\.)(?<!\bJJ\.)|\s*[—–]\s*(?=[A-Z“\"])")
_OFFICE = re.compile(
    r"^(?:(?:mr|mrs|ms)\.?\s+)?(?:chief\s+|associate\s+)?justice\s+|,?\s*\b(?:(?:acting\s+)?[CP]?\.?\s?J\.?J?\.?(?!\.?\s+[A-Z][a-z])"
    r"|(?:(?:chief|senior|associate|presiding|circuit|district|vice|acting)\s+)*(?:judge|justice)s?)\b.*$",
    re.IGNORECASE,
)


def author_of(printed: str) -> str:
    """The surname in what a file gives as the author: "TOBRINER, J.," → "Tobriner", "William J. Brennan, Jr."
    → "Brennan"; "" where it names none.
    """
    text = printed.strip(" ,.:;")
    byline = parse_byline(text) or parse_byline(text + ", dissenting.")
    if byline:
        return byline.author or ""
    bare = _OFFICE.sub("", text).strip(" ,.:;")
    return surname(bare) if re.fullmatch(r"[^\W\d_][\w.'’ -]{1,40}", bare) else ""


def label(kind: str, printed: str = "") -> str:
    """The label of an opening: what the file calls it, in Pincite's words, and the author's surname.

    ``kind`` as the file has it ("040dissent"); unknown kinds say nothing.
    """
    return f"{opinion_kind(kind) or ''}:{author_of(printed)}"


def with_openings(lines: Sequence[Line], openings: Sequence[tuple[int, str]]) -> list[Line]:
    """The lines, each writing's byline whole, and its first line labelled."""
    if not openings:
        return list(lines)
    out = list(lines[: openings[0][0]])
    ends = [k for k, _ in openings[1:]] + [len(lines)]
    for (start, said), end in zip(openings, ends, strict=True):
        out += _opened(list(lines[start:end]), said)
    return out


def _opened(own: list[Line], said: str) -> list[Line]:
    """The lines of one writing; as they are where its tags have told more already."""
    if any(x.label for x in own if x.role in ("byline", "text")):
        return own
    bylines = [k for k, x in enumerate(own[:REACH]) if x.role == "byline"]
    at = next((k for k in bylines if parse_byline(own[k].text)), bylines[0] if bylines else None)
    if at is None:
        at = next((k for k, x in enumerate(own) if x.role == "text"), None)
        if at is None:
            return own
    head = [
        replace(x, role="caption") if x.role in ("text", "heading", "byline") else x
        for x in own[:at]
    ]
    first, rest = own[at], own[at + 1 :]
    if first.role == "byline" and not said.partition(":")[2]:
        said += author_of(first.text)
    if first.role == "byline" and rest and rest[0].role == "text":
        rest[:1] = list(_torn(first, rest[0]))
        first, rest = rest[0], rest[1:]
    return [*head, replace(first, label=said if said != ":" else None), *rest]


def _torn(byline: Line, paragraph: Line) -> Iterator[Line]:
    """The byline with what belongs to it of the paragraph behind, and the rest of that paragraph."""
    goes_on = byline.text.endswith(",") or paragraph.text[:1].islower()
    whole = parse_byline(byline.text) is not None
    stops = list(_STOP.finditer(paragraph.text[:_LONGEST])) if goes_on or not whole else []
    cuts = [m.end() for m in stops]
    dash = next((m.end() for m in stops if "—" in m.group() or "–" in m.group()), None)
    if dash is not None:  # what stands behind it is the opinion
        cuts = [cut for cut in cuts if cut <= dash]
    elif goes_on and len(paragraph.text) <= _LONGEST:
        cuts.append(len(paragraph.text))
    for cut in reversed(cuts):
        told = paragraph.text[:cut].strip().rstrip("—– ")
        if parse_byline(f"{byline.text} {told}".rstrip(".: ") + "."):
            yield byline.joined(paragraph.cut(0, len(paragraph.text[:cut].rstrip())))
            left = cut + len(paragraph.text[cut:]) - len(paragraph.text[cut:].lstrip())
            if paragraph.text[left:]:
                yield paragraph.cut(left, len(paragraph.text))
            return
    yield byline
    yield paragraph
