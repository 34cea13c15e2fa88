"""Tagged files: XML and HTML are parsed without trust, and walked to lines.

The parser expands no entity that a file defines, opens no other file or address, and refuses what is nested deeper than
any document.  What a tag means is told by a ``Vocabulary``: the readers of the dialects have one each.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from lxml import etree

from generator.errors import ReadError
from generator.read.scribe import Scribe

if TYPE_CHECKING:
    from generator.model import SegmentRole
    from generator.read.scribe import Line

Element: TypeAlias = etree._Element
Deed = Literal[
    "inline", "block", "line", "note", "byline", "opinion", "italic", "page", "call", "link", "break",
    "table", "skip",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an element does to the text.

    ``line`` makes a line of its own of ``role`` (and its blocks inside have that role), ``block`` one of the role
    around it; ``note`` is a footnote with ``label``, which is printed before it where ``page`` is not 0; ``opinion``
    opens a writing, ``byline`` is its byline, with what the file calls it as ``label``; ``page`` begins ``page`` of
    ``reporter``, and holds text besides its number where it has a ``role``; ``call`` prints ``label``; ``link`` leads
    to ``label``; the words of ``table`` keep their line ends; those of ``skip``, of other pages and of ``call`` are
    not text.
    """

    deed: Deed = "inline"
    role: SegmentRole | None = None
    label: str | None = None
    page: int = 0
    reporter: str | None = None


Vocabulary = Callable[[Element], Meaning]
INLINE, BLOCK, SKIP, ITALIC = Meaning(), Meaning("block"), Meaning("skip"), Meaning("italic")
BREAK, BYLINE = Meaning("break"), Meaning("byline")
_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});)(\w{1,32};)?")
_DECLARATION = re.compile(r"^\s*<\?xml\b[^>]{0,500}\?>")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udfff]")
_STAR = re.compile(r"^\s*\*\d+")  # what a page's mark prints
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n\s*")


def parsed_xml(text: str, root: str, place: str) -> Element:
    """The root element ``root`` of an XML text.

    An XML that is broken within (a stray end tag, a bare ``&``) is read as browsers read; one whose root does not end
    is refused (R15), as is one with entities of its own (R17) or nested too deep (R16).
    """
    text = _NOT_XML.sub("", _DECLARATION.sub("", text.lstrip("\ufeff \t\r\n"))).strip()
    if re.search(r"<!ENTITY\b", text[:100_000]):
        raise ReadError(
            "this XML defines entities of its own, which no opinion needs",
            code="R17",
            file=place,
            advice="save the opinion without its <!DOCTYPE>",
        )
    if not re.search(rf"</{root}\s*>(?:\s|<!--(?:(?!-->).)*+-->)*+$", text[-2000:], re.DOTALL):
        raise cut_off(place, f"its last tag is not </{root}>")
    text = _ENTITY.sub(_character, text)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True,
        remove_comments=True,
    )  # fmt: skip
    try:
        tree = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError:
        _check_depth(parser.error_log, place)
        tree = parsed_html(text, place)
    if name(tree) == root:
        return tree
    found = list(tree.iter(f"{{*}}{root}", root))
    if not found:
        raise cut_off(place, f"it has no <{root}>")
    if len(found) > 1:
        raise no_text(place, f"it holds {len(found)} <{root}> elements behind one another")
    return found[0]


def parsed_html(text: str, place: str) -> Element:
    """The root of a text in HTML, a whole page or a part of one.  Nested too deep: R16."""
    parser = etree.HTMLParser(
        no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, encoding="utf-8"
    )
    try:
        tree = etree.fromstring(_NOT_XML.sub("", text).encode(), parser)
    except etree.XMLSyntaxError as problem:
        _check_depth(parser.error_log, place)
        raise cut_off(place, str(problem.msg)) from problem
    _check_depth(parser.error_log, place)
    if tree is None:
        raise cut_off(place, "it holds no element")
    return tree


def _character(match: re.Match[str]) -> str:
    """An entity of HTML as the character that it stands for, where XML knows none; else its ``&`` as itself."""
    found = html.unescape(match.group())
    if match[1] and found != match.group():
        return html.escape(found)
    return "&amp;" + (match[1] or "")


def _check_depth(log: etree._ListErrorLog, place: str) -> None:
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" or "depth" in entry.message for entry in log):
        raise too_deep(place)


def too_deep(place: str) -> ReadError:
    """R16: no opinion is nested so deep."""
    return ReadError(
        "its elements are nested too deep, in one another",
        code="R16",
        file=place,
        advice="is this the opinion, as it was downloaded?",
    )


def cut_off(place: str, why: str) -> ReadError:
    """R15: the file breaks off, or is not of the format that it begins in."""
    return ReadError(
        f"the file is broken or cut off: {why}",
        code="R15",
        file=place,
        advice="download it again",
    )


def no_text(place: str, why: str) -> ReadError:
    """R18: the file is whole, but no opinion can be had from it."""
    return ReadError(
        f"the file holds no opinion that can be read: {why}",
        code="R18",
        file=place,
        advice="download one case, with the text of its opinions",
    )


def name(element: Element) -> str:
    """The element's name, in small letters and without a namespace."""
    return str(element.tag).rpartition("}")[2].lower()


def words(element: Element) -> str:
    """All the text within, blanks folded."""
    return " ".join("".join(element.itertext()).split())


class Walk:
    """From an element to lines.

    ``breaks``: an empty line in the text parts paragraphs, and the line's end before a tag may be lost (so it is in the
    Columbia collection: "Goody v.</italic><italic>Goody").  Notes before the first
    opinion are the file's own: they become notices.
    """

    def __init__(self, vocabulary: Vocabulary, *, breaks: bool = False) -> None:
        self.vocabulary, self.breaks = vocabulary, breaks
        self.scribe = Scribe()
        self.in_opinion = False
        self.openings: list[
            tuple[int, str]
        ] = []  # the line that opens a writing, and what the file calls that
        self._roles: list[SegmentRole] = []

    def run(self, root: Element) -> list[Line]:
        """The lines of ``root``, in the order of the file."""
        walk = etree.iterwalk(root, events=("start", "end"))
        meanings: list[Meaning] = []
        for event, element in walk:
            if event == "start":
                meaning = self.vocabulary(element)
                meanings.append(meaning)
                self._open(meaning)
                if meaning.deed in ("skip", "call") or (
                    meaning.deed == "page" and not meaning.role
                ):
                    walk.skip_subtree()
                elif meaning.deed == "page":
                    self._say(_STAR.sub("", element.text or ""), meaning)
                elif element.text:
                    self._say(element.text, meaning)
            else:
                self._close(meanings.pop())
                if element.tail and element is not root:
                    self._say(element.tail, meanings[-1] if meanings else INLINE)
        self.scribe.close()
        return self.scribe.lines

    @property
    def _role(self) -> SegmentRole:
        return self._roles[-1] if self._roles else "text"

    def _say(self, text: str, meaning: Meaning) -> None:
        if meaning.deed == "table":
            first, *others = text.split("\n")
            self.scribe.say(first)
            for part in others:
                self._again()
                self.scribe.say(part)
        elif self.breaks and "\n" in text:
            first, *others = _PARAGRAPH_END.split(text)
            self.scribe.say(first)
            for part in others:
                self.scribe.line(self._role, "" if self._role == "footnote" else None)
                self.scribe.say(part)
        else:
            self.scribe.say(text)

    def _open(self, meaning: Meaning) -> None:
        scribe = self.scribe
        match meaning.deed:
            case "line" | "table":
                role = meaning.role or self._role
                within = self._role == "footnote" and role in ("blockquote", "heading", "text")
                self._begin("footnote" if within else role, "" if within else meaning.label)
            case "note":
                if self.in_opinion:
                    self._begin("footnote", meaning.label)
                else:
                    self._begin("notice", None)
                if meaning.page:  # the label is no text of the note itself
                    scribe.lead(f"{meaning.label} ")
            case "opinion":
                self._begin("text", None)
                self._opened(meaning.label)
            case "byline":
                self._begin("byline", None)
                self._opened(meaning.label)
            case "block":
                self._again()
            case _:
                self._mark(meaning)

    def _mark(self, meaning: Meaning) -> None:
        """What lies within a line."""
        scribe = self.scribe
        match meaning.deed:
            case "break":
                scribe.say(" ")
            case "italic":
                scribe.part(sure=not self.breaks)
                scribe.italic(on=True)
            case "link":
                scribe.part(sure=not self.breaks)
                scribe.link(meaning.label)
            case "page":
                scribe.page(meaning.page, meaning.reporter)
            case "call" if meaning.label and self.in_opinion:
                scribe.call(meaning.label)
            case "call" if meaning.label:
                scribe.say(meaning.label)
            case _:
                pass

    def _opened(self, label: str | None) -> None:
        self.in_opinion = True
        if label is not None:
            self.openings.append((len(self.scribe.lines), label))

    def _begin(self, role: SegmentRole, label: str | None) -> None:
        self._roles.append(role)
        self.scribe.line(role, label)

    def _again(self) -> None:
        """A line of the role around it; the label of what was just begun still waits for its first words."""
        if self.scribe.is_open:
            self.scribe.line(self._role, "" if self._role == "footnote" else None)

    def _close(self, meaning: Meaning) -> None:
        match meaning.deed:
            case "line" | "table" | "note" | "opinion" | "byline":
                self._roles.pop()
                self.scribe.line(self._role, "" if self._role == "footnote" else None)
            case "block":
                self._again()
            case "italic":
                self.scribe.italic(on=False)
            case "link":
                self.scribe.link(None)
            case _:
                pass
