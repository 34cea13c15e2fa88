"""What follows a citation: pages, notes, and the parentheses that tell court, year and writing.

Shapes (Bluebook Rules 3.2, 10.5, 10.6)::

    , 818, 820-821, n. 23 (CA9 1982) (per curiam) (opinion of Jackson, J.)
    , at 922, and n. 23
    (2011) (slip op., at 12)
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_DASH = r"\s?(?:[-\u2013\u2014]|--)\s?"
# A page of an appendix to a petition ("A-59", "8a"), or of an introduction ("xiv").
_LETTERED = rf"[A-Z]-\d{{1,4}}(?:{_DASH}(?:[A-Z]-)?\d{{1,4}})?"
_PAGE = rf"\*{{0,2}}(?:\d{{1,6}}[a-z]?|_{{2,}}|[ivxl]{{1,6}}\b)(?:{_DASH}\*{{0,2}}(?:\d{{1,6}}[a-z]?|_{{2,}}))?"
_NUMBER = rf"(?:\d{{1,3}}|_{{2,}})(?:{_DASH}\d{{1,3}})?"
_NOTE = rf"(?:nn?\.|note|notes)\s?{_NUMBER}(?:(?:,|\sand|,\sand)\s{_NUMBER}(?!\s?[A-Z\d]))?"
_PARA = rf"¶¶?\s?{_PAGE}"
_ONE = rf"(?:pp?\.\s)?(?:{_PAGE}|{_NOTE}|{_PARA})"
# One more page or note after a comma, "and" or "&"; a number that opens the next citation ("102 S. Ct.") is none.
_MORE = re.compile(
    rf"(?:,?\s(?:and|&)\s|,\s?|\s(?=nn?\.))((?:at\s)?{_ONE})(?=[\s,.;:)\]?!'’\"”—–]|$)"
)
_RANGE = re.compile(rf"{_DASH}\*{{0,2}}(?:\d{{1,6}}|_{{2,}})(?![\w])")
_AND = re.compile(r",?\s(?:and|&)\s(?!nn?\.)")
_PROSE = re.compile(r"\b[a-z]{4,}")
_NEXT_CITE = re.compile(r"\s[A-Z§]|\sWL\b|\s(?:Cranch|How\.|Wall\.)")
_FIRST = re.compile(rf"\s?,?\s?at\s({_ONE}|{_LETTERED})(?=[\s,.;:)\]?!'’\"”—–]|$)")
_STRAY = re.compile(
    r"\s?,(?=\s?\((?:[A-Z][\w. ]{0,20})?1[6-9]\d\d\)|\s?\(20\d\d\))"
)  # "424 U.S. 409, (1976)"
_PAREN = re.compile(r"\s?\(([^()\n]{1,120}(?:\([^()\n]{1,60}\)[^()\n]{0,60})?)\)")
_YEAR = re.compile(
    r"(?:^|[^\d])(1[6-9]\d\d|20\d\d)(?:\s?(?:[-–]\s?\d{2,4}))?(?:\s?\(?(?:Supp|ed)\.?[^)]*)?\s*$"
)
_WRITING = re.compile(
    r"^(?:per curiam|en banc|in banc|mem\.?|memorandum|table|unpublished|(?:joint |plurality |"
    r"separate |dissenting |concurring )?"
    r"opinions?(?: of [^()]+| in chambers| dissenting[^()]*| concurring[^()]*)?|in chambers|"
    r"on rehearing|slip op\.?[^()]*|"
    r"plurality|dissent|concurrence|same|[A-Z][\w.'’\-]+,\s(?:C\.\s?J\.|JJ?\.|Circuit Judge|P\.\s?J\.)[^()]*|"
    r"(?:[A-Z][\w.'’\-]+,?\s(?:and\s)?){2,6}JJ\.[^()]*|concurring[^()]*|dissenting[^()]*|no\.\s[^()]{1,20})$",
    re.IGNORECASE,
)
_AUTHOR = re.compile(
    r"(?:opinion of (?:the )?(?:Mr\.? )?(?:Chief )?(?:Justice )?)?([A-Z][A-Za-z'’\-]+),?\s(?:C\.\s?J\.|J\.|JJ\.)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class After:
    """What was read after a citation: where it ends, the pin as printed, the first parenthesis with a year, and
    the rest.
    """

    end: int
    pin: str | None = None
    dated: str | None = None
    notes: tuple[str, ...] = ()


def first_pin(text: str, at: int) -> tuple[int, str] | None:
    """Read "at 922, n. 23" behind a short form that ends at ``at``: (end, pin)."""
    match = _FIRST.match(text, at)
    if not match:
        return None
    end, rest = more_pins(text, match.end(), first=True)
    return end, _joined(match.group(1), rest) or match.group(1)


def more_pins(text: str, at: int, *, first: bool = False) -> tuple[int, list[str]]:
    """The pages and notes that follow at ``at``, each after a comma, or "and" behind another: (end, as printed).

    ``first``: there is a pin before ``at`` already.
    """
    out: list[str] = []
    while True:
        match = _MORE.match(text, at)
        if not match or (not (out or first) and _AND.match(match.group())):
            return at, out
        if match.group(1)[:1].isdigit() and _NEXT_CITE.match(text, match.end()):
            return at, out
        out.append(match.group(0))
        at = match.end()


def parentheses(text: str, at: int) -> tuple[int, str | None, list[str]]:
    """The parentheses that belong to a citation ending at ``at``: (end, the one with court and year, the others).

    Court and year come first, then what tells which writing of the case is meant; what explains ("holding that …",
    "quoting …") is left outside.
    """
    dated: str | None = None
    others: list[str] = []
    stray = _STRAY.match(text, at)
    at = stray.end() if stray else at
    while True:
        match = _PAREN.match(text, at)
        if not match:
            break
        inside = match.group(1).strip()
        if dated is None and not others and _is_dated(inside):
            dated = inside
        elif _WRITING.match(inside):
            others.append(inside)
        else:
            break
        at = match.end()
    return at, dated, others


def _is_dated(inside: str) -> bool:
    """Court and year, not a sentence that ends with a year."""
    bare = inside.replace("en banc", "").replace("in banc", "")
    return len(inside) <= 60 and bool(_YEAR.search(inside)) and not _PROSE.search(bare)


def read_after(text: str, at: int, first: str | None = None) -> After:
    """Everything behind a citation whose page ends at ``at``; ``first`` is a pin that was read already."""
    rest = _RANGE.match(text, at) if first else None
    if rest:
        first, at = f"{first}{rest.group()}", rest.end()
    end, pins = more_pins(text, at, first=first is not None)
    pin = _joined(first, pins)
    end, dated, others = parentheses(text, end)
    return After(end, pin, dated, tuple(others))


def author_of(notes: tuple[str, ...] | list[str]) -> str | None:
    """The surname, in lower case, of the writing's author that "(opinion of Jackson, J.)" or "(Powell, J.,
    dissenting)" names.
    """
    for note in notes:
        match = _AUTHOR.search(note)
        if match:
            return match.group(1).lower()
    return None


def pin_pages(pin: str | None) -> list[int]:
    """The page numbers of a pin, the first of each range: "334-335, n. 2" gives [334]."""
    if not pin:
        return []
    bare = re.sub(_NOTE, "", pin)
    return [
        int(m.group(1))
        for m in re.finditer(rf"(?<![\d-])(\d{{1,6}})[a-z]?(?:{_DASH}\d{{1,6}})?", bare)
    ]


def _joined(first: str | None, rest: list[str]) -> str | None:
    pin = (first or "") + "".join(rest)
    pin = " ".join(pin.split()).strip(" ,")
    return pin.removeprefix("at ").replace(" , ", ", ") or None
