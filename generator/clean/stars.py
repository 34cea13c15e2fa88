"""Which reporter the stars of star pages stand for, and which bare ``*637`` in running text are star pages at all.

The services count a case's pages in several reporters at once, ``[*553] [**1287]``, and its head says which is which::

    511 U.S. 298, *; 114 S. Ct. 1522, **; 128 L. Ed. 2d 229, ***; 1994 U.S. LEXIS 3292, ****

Where the head's citations carry no stars, the numbers tell: the first mark of a reporter lies shortly behind its first
page.  What neither tells is told by the order of the citations, and by nothing else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

HEAD = 6_000  # characters in which the citations of the case itself stand
# Pages between a case's first page and the first mark: title, syllabus and headnotes carry none in many texts.
_FRONT_PAGES = 20
_CITE = (
    r"(?P<volume>\d{1,4}) (?P<reporter>[A-Z][\w.'’]{0,12}(?: (?:[A-Z][\w.'’]{0,12}|\dd|\dth|&)){0,4}) "
    r"(?P<page>\d{1,6}|_{2,}|-{2,})(?:,? (?P<stars>\*{1,4}))?(?= ?\(| ?[;,]|\.?$)"
)
_CITED = re.compile(_CITE)
_REPORTER = re.compile(r"\.|\bLEXIS\b|\bWL\b")
_YEAR = r"(?: ?\([^()]{0,40}\d{4}\))?"
_LINE = re.compile(
    r"(?:cite as:? )?(?:{c}{y}\s*[;,=]?\s*){{1,12}}\.?".format(
        c=re.sub(r"\?P<\w+>", "", _CITE).replace("(volume", "("), y=_YEAR
    ),
    re.IGNORECASE,
)
BRACKETED = re.compile(r"\[(?P<stars>\*{1,4})(?P<page>\d{1,5})\]")
# The looks backward stand behind the first star, so that the search need not look at every letter.
BARE = re.compile(
    r"(?P<stars>\*(?<![^\s(\[\]\"“‘'—–-]\*)(?<!\*\*)\*{0,2})(?P<page>\d{1,5})(?=[ \t\r\n]|$)"
)
_SUPREME = frozenset({"S. Ct.", "L. Ed.", "L. Ed. 2d", "U.S. LEXIS"})
_SPELLINGS = {
    name.replace(" ", "").lower(): name for name in ("U.S.", *_SUPREME, "F.2d", "F.3d", "F. Supp.")
}
_LOST = 3  # so many pages may be missing between two marks of a run
_RUN = 3  # so many bare marks in a row are no chance
_LABELS = 3  # a run from a number up to this one may be footnotes, where no first page is known


@dataclass(frozen=True, slots=True)
class Cited:
    """One of the citations of the case at its head.  ``page`` is ``None`` where it was not known yet (``____``)."""

    reporter: str
    page: int | None
    stars: str | None


def head_citations(text: str) -> tuple[Cited, ...]:
    """The citations that stand on lines of their own at the head of ``text``, in order."""
    out: dict[str, Cited] = {}
    for line in text[:HEAD].splitlines()[:60]:
        stripped = " ".join(line.split())
        if len(stripped) > 300 or not stripped[:1].isalnum() or not _LINE.fullmatch(stripped):
            continue
        for match in _CITED.finditer(stripped):
            reporter = _spelt(match["reporter"])
            if not _REPORTER.search(reporter):
                continue  # a date
            page = int(match["page"]) if match["page"].isdigit() else None
            out.setdefault(reporter, Cited(reporter, page, match["stars"]))
    return tuple(out.values())


def _spelt(reporter: str) -> str:
    return _SPELLINGS.get(reporter.replace(" ", "").lower(), reporter)


def official(cited: Sequence[Cited]) -> str | None:
    """The reporter whose pages are shown: of the Supreme Court its own, of other courts the one cited first."""
    if any(c.reporter == "U.S." or c.reporter in _SUPREME for c in cited):
        return "U.S."
    return cited[0].reporter if cited else None


def reporters(text: str) -> dict[str, str | None]:
    """The reporter that each run of stars in ``text`` stands for; ``None`` is the official one, whose pages are shown.

    Stars of which nothing is known are called by themselves (``**``), but for the single one: it is the official one's.
    """
    cited = head_citations(text)
    first: dict[str, int] = {}
    for mark in sorted([*BRACKETED.finditer(text), *bare(text)], key=lambda m: m.start()):
        first.setdefault(mark["stars"], int(mark["page"]))
    named = _named(cited, first)
    own = official(cited)
    out: dict[str, str | None] = {}
    for stars in sorted(first, key=len):
        reporter = named.get(stars)
        if reporter is None:
            free = stars == "*" and own not in named.values()
            out[stars] = None if free else stars
        else:
            out[stars] = None if reporter == own else reporter
    return out


def _named(cited: Sequence[Cited], first: Mapping[str, int]) -> dict[str, str]:
    """The reporters of the stars by what the citations say, else by their numbers, else by their order."""
    named = {c.stars: c.reporter for c in cited if c.stars}
    if named:
        return named
    for stars in sorted(first, key=len):
        fits = [
            c for c in cited if c.reporter not in named.values() and _fits(first[stars], c.page)
        ]
        in_order = cited[len(stars) - 1] if len(stars) <= len(cited) else None
        if in_order in fits and in_order is not None:
            named[stars] = in_order.reporter
        elif len(fits) == 1:
            named[stars] = fits[0].reporter
    return named


def _fits(mark: int, page: int | None) -> bool:
    return page is not None and 0 <= mark - page <= _FRONT_PAGES


def bare(text: str) -> Iterator[re.Match[str]]:
    """The marks without brackets, ``*637``, that are pages: those that count on from the first page of a citation at
    the head, or, where it has none, a run of at least ``_RUN``.
    """
    marks = list(BARE.finditer(text))
    if not marks:
        return
    pages = [c.page for c in head_citations(text) if c.page is not None]
    chosen = set[int]()
    for stars in {m["stars"] for m in marks}:
        own = [m for m in marks if m["stars"] == stars]
        chosen.update(m.start() for m in _run(own, pages))
    yield from (m for m in marks if m.start() in chosen)


def _run(marks: Sequence[re.Match[str]], pages: Sequence[int]) -> list[re.Match[str]]:
    """The longest run in which each number is the next, or one shortly behind it."""
    length: dict[int, int] = {}  # by the number that a run ends with
    ends: dict[int, int] = {}  # the mark that it ends with
    before: list[int | None] = [None] * len(marks)
    for k, mark in enumerate(marks):
        number = int(mark["page"])
        back = max(
            (n for n in range(number - 1, number - _LOST - 1, -1) if n in length),
            key=lambda n: (length[n], n),
            default=None,
        )
        begins = any(_fits(number, p) for p in pages) if pages else number > _LABELS
        if back is None and not begins:
            continue
        total = 1 + (length[back] if back is not None else 0)
        if total > length.get(number, 0):
            length[number], ends[number] = total, k
            before[k] = ends[back] if back is not None else None
    if not length:
        return []
    longest = max(length, key=lambda n: (length[n], -n))
    if length[longest] < (1 if pages else _RUN):
        return []
    out: list[re.Match[str]] = []
    at: int | None = ends[longest]
    while at is not None:
        out.append(marks[at])
        at = before[at]
    return out
