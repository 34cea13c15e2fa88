"""A small press: sets an opinion of our own making in lines, and writes its pages as programs write a PDF's text.

``plain``: words alone, as ``pdftotext`` writes them; ``joined``: the same, lines joined where a word was broken, as
newer versions do; ``columns``: every line at its place (``pdftotext -layout``).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.read.slip.measure import width

MEASURE = 23_000  # thousandths of an em: the width of a full line
INDENT = 900


@dataclass(frozen=True)
class Set:
    """A line: its words, whether it is set in by so many columns, and whether its last word is broken."""

    words: str
    column: int = 0
    broken: bool = False


@dataclass
class Page:
    """A page: its number, what stands at its head, its lines and those of its notes."""

    number: int
    section: str
    lines: list[Set]
    notes: list[str] = field(default_factory=list)
    cite: str = "Cite as: 589 U. S. ____ (2020)"
    name: str = "ALDER v. BROOK TOWNSHIP"


def paragraph(text: str) -> list[Set]:
    """Break a text into lines, each as full as it can be; a soft hyphen in a word says where it may be broken."""
    out: list[Set] = []
    line, room = "", MEASURE - INDENT
    for word in text.split():
        whole = word.replace("\xad", "")
        longer = f"{line} {whole}".strip()
        if width(longer) <= room:
            line = longer
            continue
        head, mark, rest = word.partition("\xad")
        if mark and width(f"{line} {head}-") <= room:
            out.append(Set(f"{line} {head}-", 0 if out else 3, broken=True))
            line = rest.replace("\xad", "")
        else:
            out.append(Set(line, 0 if out else 3))
            line = whole
        room = MEASURE
    out.append(Set(line, 0 if out else 3))
    return out


def centred(words: str) -> list[Set]:
    return [Set(words, 30 - len(words) // 2)]


def plain(page: Page) -> str:
    return _page(page, [line.words for line in page.lines])


def joined(page: Page) -> str:
    lines = [""]
    for line in page.lines:
        lines[-1] += line.words[:-1] if line.broken else line.words
        if not line.broken:
            lines.append("")
    return _page(page, [x for x in lines if x])


def columns(page: Page) -> str:
    if page.number % 2:
        head = f"{' ' * 18}{page.cite}{' ' * 14}{page.number}"
    else:
        head = f"{page.number}{' ' * 8}{page.name}"
    out = [head, "", " " * 22 + page.section, ""]
    out += [" " * line.column + line.words for line in page.lines]
    if page.notes:
        out += ["——————", f"  {page.notes[0]}", "", *page.notes[1:]]
    return "\n".join(out) + "\n"


def _page(page: Page, lines: list[str]) -> str:
    if page.number % 2:
        head = [page.cite, "", str(page.number), "", page.section]
    else:
        head = [str(page.number), "", page.name, page.section]
    foot = ["——————", *page.notes] if page.notes else []
    return "\n".join([*head, "", *lines, *foot, "", ""])
