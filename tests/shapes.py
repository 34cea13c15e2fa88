"""One opinion in the shape of every dialect: the words of Malley v. Briggs, several times over, with notes and pages.

It stands for files of some length where none but the project's own are at hand: for measuring, and for the claim that
every reader finds the same writings and notes in the same opinion.
"""

from __future__ import annotations

import json
import re
import textwrap
from dataclasses import dataclass
from functools import cache
from html import escape
from itertools import islice
from typing import TYPE_CHECKING

from tests.kit import SEEDS, case_of
from tests.read.pdf.paper import LEFT, Page, bytes_of
from tests.read.word import made

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from generator.model import Block

TIMES = 3  # how often the paragraphs are given
NOTED = 4  # every so many paragraphs one calls a note
PAGE = 2_000  # characters
FIRST = 335
NAME = "MALLEY v. BRIGGS"
BYLINES = (
    "JUSTICE WHITE delivered the opinion of the Court.",
    "JUSTICE POWELL, with whom JUSTICE REHNQUIST joins, concurring in part and dissenting in part.",
)
HEADS = ("Opinion of the Court", "Opinion of Powell, J.")
_CALL = "\ue000"  # where a note is called
_CUT = "\ue001"  # where a page begins


@dataclass(frozen=True, slots=True)
class Writing:
    """A byline, paragraphs with ``_CALL`` and ``_CUT`` in them, and the notes in order."""

    byline: str
    head: str
    paragraphs: tuple[str, ...]
    notes: tuple[str, ...]


@cache
def writings() -> tuple[Writing, ...]:
    """The two writings."""
    case = case_of(SEEDS["malley-v-briggs"].read_text(encoding="utf-8"))
    out = []
    for ident, byline, head in zip(("majority", "powell"), BYLINES, HEADS, strict=True):
        own = [_uncalled(b) for b in case.blocks if b.writing == ident and b.kind == "paragraph"]
        own *= TIMES
        notes = tuple(f"See {text.split('. ')[0]}." for text in own[NOTED - 1 :: NOTED])
        called = tuple(
            text + _CALL if k % NOTED == NOTED - 1 else text for k, text in enumerate(own)
        )
        out.append(Writing(byline, head, called, notes))
    return tuple(_paged(out))


def _uncalled(block: Block) -> str:
    """The words without the calls that they have."""
    text = block.text
    for mark in reversed(block.marks):
        text = f"{text[: mark.start].rstrip()} {text[mark.end :].lstrip()}"
    return text.strip()


def _paged(whole: Iterable[Writing]) -> Iterator[Writing]:
    """The writings with the beginnings of pages, every ``PAGE`` characters."""
    length = 0
    for writing in whole:
        paragraphs = []
        for text in writing.paragraphs:
            shown = text
            if length // PAGE != (length + len(text)) // PAGE:
                at = text.find(" ", len(text) // 2) + 1
                shown = text[:at] + _CUT + text[at:]
            length += len(text)
            paragraphs.append(shown)
        yield Writing(writing.byline, writing.head, tuple(paragraphs), writing.notes)


def set_in(texts: Sequence[str], call: str, cut: str = "") -> list[str]:
    """The paragraphs with calls and pages as a format writes them: ``{}`` is the number."""
    calls, pages = iter(range(1, 10_000)), iter(range(FIRST + 1, 10_000))
    return [
        re.sub(
            f"[{_CALL}{_CUT}]",
            lambda m: call.format(next(calls)) if m.group() == _CALL else cut.format(next(pages)),
            text,
        )
        for text in texts
    ]


def _json(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False).encode()


def lexis() -> bytes:
    """A paragraph a line, star pages, the notes of each writing behind it."""
    out = [
        "MALLEY v. BRIGGS",
        "No. 84-1586",
        "SUPREME COURT OF THE UNITED STATES",
        "475 U.S. 335, *",
    ]
    for writing, title in zip(writings(), ("OPINION", "DISSENT"), strict=True):
        paragraphs = set_in(writing.paragraphs, " n{}", "[*{}] ")
        notes = [f"n{k} {note}" for k, note in enumerate(writing.notes, start=1)]
        out += [f"{title} BY: {writing.byline.split()[1]}", title, writing.byline, *paragraphs]
        out += ["- - - - - - - - Footnotes - - - - - - - -", *notes]
        out += ["- - - - - - - End Footnotes- - - - - - - -"]
    return "\n".join(out).encode()


def flattened() -> bytes:
    """The project's own opinion of that kind."""
    return SEEDS["messerschmidt-v-millender"].read_bytes()


def plain() -> bytes:
    """Paragraphs between blank lines."""
    out = [NAME, "No. 84-1586"]
    for writing in writings():
        notes = [f"[{k}] {note}" for k, note in enumerate(writing.notes, start=1)]
        out += [writing.byline, *set_in(writing.paragraphs, "[{}]"), *notes]
    return "\n\n".join(out).encode()


@dataclass(frozen=True, slots=True)
class Printed:
    """A page: the writing, its lines with ``_CALL`` in them, whether each begins a paragraph, and the notes below."""

    writing: Writing
    lines: tuple[tuple[str, bool], ...]
    notes: tuple[str, ...]

    def numbered(self, call: str) -> Iterator[tuple[str, bool]]:
        """The lines with the calls of the page's notes."""
        labels = (note.split()[0] for note in self.notes)
        for line, first in self.lines:
            text = line
            for _ in range(line.count(_CALL)):
                text = text.replace(_CALL, call.format(next(labels)), 1)
            yield text, first


def _printed(measure: int) -> Iterator[Printed]:
    """The pages as a printer cuts them, with lines of so many characters."""
    for writing in writings():
        texts = [text.replace(_CUT, "") for text in (writing.byline, *writing.paragraphs)]
        lines = [(x, k == 0) for t in texts for k, x in enumerate(textwrap.wrap(t, measure))]
        numbered = iter(enumerate(writing.notes, start=1))
        for start in range(0, len(lines), 30):
            own = tuple(lines[start : start + 30])
            calls = sum(line.count(_CALL) for line, _ in own)
            notes = tuple(f"{k} {note}" for k, note in islice(numbered, calls))
            yield Printed(writing, own, notes)


def _typed(head: Callable[[int, Writing], list[str]]) -> bytes:
    """The pages as the text of a PDF has them, with form feeds between."""
    pages = []
    for number, page in enumerate(_printed(58), start=FIRST):
        lines = [line for line, _ in page.numbered("{}")]
        foot = [line for note in page.notes for line in textwrap.wrap(note, 70)]
        rule = ["——————"] if foot else []
        pages.append("\n".join([*head(number, page.writing), *lines, *rule, *foot]))
    return "\n\f".join(pages).encode()


def slip() -> bytes:
    """The text of a slip opinion's PDF."""

    def head(number: int, writing: Writing) -> list[str]:
        page = str(number - FIRST + 1)
        if number % 2 == FIRST % 2:
            return ["Cite as: 475 U. S. ____ (1986)", "", page, "", writing.head, ""]
        return [page, "", NAME, "", writing.head, ""]

    return _typed(head)


def bound() -> bytes:
    """The text of a bound volume's PDF."""

    def head(number: int, writing: Writing) -> list[str]:
        mark = f"475US1 Unit: $U44 [03-10-89 12:00:00] PAGES PGT: OPIN\n\nCite as: 475 U. S. 335 (1986) {number}"
        return [f"{number} {NAME}" if number % 2 else mark, "", writing.head, ""]

    return _typed(head)


def cap() -> bytes:
    """The Caselaw Access Project's JSON, opinions as text."""
    opinions = [
        {
            "type": kind,
            "author": writing.byline.rstrip("."),
            "text": "\n".join(
                [
                    writing.byline,
                    *set_in(writing.paragraphs, "\n{}\n"),
                    *(f"{k} {note}" for k, note in enumerate(writing.notes, start=1)),
                ]
            ),
        }
        for writing, kind in zip(writings(), _TYPES, strict=True)
    ]
    return _json(_case({"judges": [], "head_matter": NAME, "opinions": opinions}))


_TYPES = ("majority", "concurring-in-part-and-dissenting-in-part")


def _case(data: object) -> dict[str, object]:
    return {
        "id": 1,
        "name_abbreviation": "Malley v. Briggs",
        "decision_date": "1986-03-05",
        "docket_number": "No. 84-1586",
        "first_page": str(FIRST),
        "citations": [{"type": "official", "cite": "475 U.S. 335"}],
        "casebody": {"status": "ok", "data": data},
    }


def harvard() -> bytes:
    """The XML of the Harvard scheme, as the API gave it."""
    page = '<page-number citation-index="1" label="{0}">*{0}</page-number>'
    out = [
        f'<casebody firstpage="{FIRST}" xmlns="http://nrs.harvard.edu/"><parties>{NAME}</parties>'
    ]
    for writing, kind in zip(writings(), _TYPES, strict=True):
        texts = [escape(text) for text in writing.paragraphs]
        out += [f'<opinion type="{kind}"><author>{writing.byline}</author>']
        out += [f"<p>{t}</p>" for t in set_in(texts, "<footnotemark>{}</footnotemark>", page)]
        out += [
            f'<footnote label="{k}"><p>{escape(note)}</p></footnote>'
            for k, note in enumerate(writing.notes, start=1)
        ]
        out.append("</opinion>")
    return _json(_case("\n".join([*out, "</casebody>"])))


def columbia() -> bytes:
    """The XML of the Columbia collection."""
    mark, page = (
        "<footnote_reference>[fn{}]</footnote_reference>",
        "<page_number>Page {}</page_number>\n",
    )
    out = [f"<opinion>\n<reporter_caption><center>{NAME}, <citation>475 U.S. 335</citation>"]
    out += ["</center></reporter_caption>"]
    for writing, tag in zip(writings(), ("opinion", "dissent"), strict=True):
        texts = [escape(text) for text in writing.paragraphs]
        out += [f"<{tag}_byline>  {writing.byline}\n\n</{tag}_byline><{tag}_text>"]
        out += [f"  {text}\n" for text in set_in(texts, mark, page)]
        out += [
            f"<footnote_body><footnote_number>[fn{k}]</footnote_number> {escape(note)}</footnote_body>\n"
            for k, note in enumerate(writing.notes, start=1)
        ]
        out.append(f"</{tag}_text>")
    return "\n".join([*out, "</opinion>"]).encode()


def courtlistener() -> bytes:
    """CourtListener's JSON with its HTML."""
    page = '<span class="star-pagination">*{}</span> '
    out = [f"<div><center><h1>{NAME}</h1></center>"]
    for writing in writings():
        texts = [escape(text) for text in (writing.byline, *writing.paragraphs)]
        out += [f"<p>{text}</p>" for text in set_in(texts, "<sup>[{}]</sup>", page)]
        out += ["<h2>NOTES</h2>"]
        out += [f"<p>[{k}] {escape(note)}</p>" for k, note in enumerate(writing.notes, start=1)]
    html = "\n".join([*out, "</div>"])
    return _json({"resource_uri": "/api/rest/v3/opinions/1/", "html_with_citations": html})


def markdown() -> bytes:
    """Markdown with names in italics and star pages, its lines filled."""
    out = [f"# {NAME}"]
    for writing in writings():
        texts = [writing.byline, *set_in(writing.paragraphs, "[{}]", "*{} ")]
        slanted = (re.sub(r"(?<=[a-z,;.] )([A-Z]\w+) v\. (\w+)", r"_\1 v. \2_", t) for t in texts)
        out += [textwrap.fill(text, 78) for text in slanted]
        out += ["## NOTES", *(f"[{k}] {note}" for k, note in enumerate(writing.notes, start=1))]
    return "\n\n".join(out).encode()


def docx() -> bytes:
    """A Word document."""
    call = '</w:t></w:r><w:r><w:footnoteReference w:id="{}"/></w:r><w:r><w:t xml:space="preserve">'
    body, notes = [made.paragraph(NAME)], list[str]()
    for writing in writings():
        texts = [escape(text) for text in (writing.byline, *writing.paragraphs)]
        numbered = set_in(texts, call)
        shift = len(notes)
        body += [made.paragraph(_shifted(text, shift)) for text in numbered]
        notes += list(writing.notes)
    files = made.parts("".join(body))
    head, _, tail = made.FOOTNOTES.partition('<w:footnote w:id="2">')
    files["word/footnotes.xml"] = (
        head
        + "".join(
            f'<w:footnote w:id="{k}">{made.paragraph(escape(note))}</w:footnote>'
            for k, note in enumerate(notes, start=1)
        )
        + "</w:footnotes>" * bool(tail)
    )
    return made.zipped(files)


def _shifted(text: str, shift: int) -> str:
    return re.sub(r'w:id="(\d+)"', lambda m: f'w:id="{int(m[1]) + shift}"', text)


def rtf() -> bytes:
    """Rich text."""
    out = [
        r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\froman Times New Roman;}}",
        rf"\pard {NAME}\par",
    ]
    for writing in writings():
        notes = iter(writing.notes)
        for text in (writing.byline, *writing.paragraphs):
            words = "".join(
                c if c.isascii() or c in (_CALL, _CUT) else rf"\u{ord(c)}?" for c in text
            )
            while _CALL in words:
                note = rf"{{\super\chftn}}{{\footnote {{\super\chftn}} {next(notes)}}}"
                words = words.replace(_CALL, note, 1)
            out.append(rf"\pard {words.replace(_CUT, '')}\par")
    return "\n".join([*out, "}"]).encode("cp1252", "replace")


def pdf() -> bytes:
    """A slip opinion's PDF."""
    pages = []
    for number, own in enumerate(_printed(52), start=1):
        left, middle, right = ("", "Cite as: 475 U. S. ____ (1986)", str(number))
        if number % 2 == 0:
            left, middle, right = right, NAME, ""
        page = Page().head(left, middle, right, own.writing.head)
        for line, first in own.numbered("^{}^"):
            page.put(line, LEFT + 11 * first)
        if own.notes:
            page.foot()
        for note in own.notes:
            for k, line in enumerate(textwrap.wrap(re.sub(r"^(\d+) ", r"^\1^", note), 66)):
                page.put(line, LEFT + (0 if k else 9), 9)
        pages.append(page.done)
    return bytes_of(pages)


# A name for the shape → the file's name, and what writes it.
SHAPES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "slip": ("slip.txt", slip),
    "bound volume": ("bound.txt", bound),
    "lexis": ("lexis.txt", lexis),
    "flattened": ("flattened.txt", flattened),
    "plain": ("plain.txt", plain),
    "cap": ("cap.json", cap),
    "harvard-xml": ("harvard.json", harvard),
    "columbia-xml": ("columbia.xml", columbia),
    "courtlistener": ("courtlistener.json", courtlistener),
    "casebook-markdown": ("casebook.md", markdown),
    "docx": ("word.docx", docx),
    "rtf": ("rich.rtf", rtf),
    "pdf": ("slip.pdf", pdf),
}
