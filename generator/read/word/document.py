"""The paragraphs of a Word document, with their italics, links and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.model import CONTINUED
from generator.read.word.numbering import Lists, NoteNumbers
from generator.read.word.package import damaged
from generator.read.words import RAISED, Words, raised

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document
    from lxml.etree import _Element

    from generator.model import SegmentRole
    from generator.read.items import Item

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
# What words may stand in within a paragraph.  What was struck out (``del``, ``moveFrom``) is not among them.
_HOLDERS = frozenset(
    _W + name
    for name in (
        "hyperlink",
        "ins",
        "moveTo",
        "smartTag",
        "sdt",
        "sdtContent",
        "fldSimple",
        "customXml",
        "bdo",
        "dir",
    )
)
# What paragraphs may stand in.
_FRAMES = frozenset(
    _W + name for name in ("tbl", "tr", "tc", "sdt", "sdtContent", "customXml", "ins", "moveTo")
)
_BLANKS = frozenset(_W + name for name in ("tab", "br", "cr", "ptab"))
_OFF = frozenset({"0", "false", "off", "none"})
_QUOTE_INDENT = 400  # twentieths of a point; what is set in so far on both sides is a quotation


def items(document: Document, place: str) -> Iterator[Item]:
    """The paragraphs in order, each followed by the notes that it calls.  Notes are numbered as they are called,
    endnotes apart.
    """
    yield from _Walker(document, place).items()


class _Walker:
    def __init__(self, document: Document, place: str) -> None:
        self.document, self.place = document, place
        self.notes = {
            _W + "footnoteReference": self._notes("footnotes", "footnote"),
            _W + "endnoteReference": self._notes("endnotes", "endnote"),
        }
        self.numbers = {
            _W + "footnoteReference": NoteNumbers.of(document, "footnote"),
            _W + "endnoteReference": NoteNumbers.of(document, "endnote"),
        }
        self.lists = Lists.of(document)
        self.italic, self.roles = _styles(document)

    def items(self) -> Iterator[Item]:
        body = self.document.element.find(_W + "body")
        if body is None:
            raise damaged(self.place, "its main part has no body")
        for paragraph in _paragraphs(body):
            before = self.lists.before(paragraph)
            words = _Words(self, f"{before} " if before else "")
            words.within(paragraph)
            item = words.item(self._role(paragraph))
            item.calls = words.calls
            if item.text and item.text != before:
                yield item
            for label, body in words.called:
                yield from self._note(label, body)

    def _note(self, label: str, body: _Element) -> Iterator[Item]:
        """A note's paragraphs.  A mark of its author's own stands at the head of its text once more."""
        first = True
        for paragraph in _paragraphs(body):
            words = _Words(self, f"[{label}] " if first else "", mark=label if first else "")
            words.within(paragraph, inner=True)
            item = words.item("footnote")
            if item.text:
                item.label = label if first else CONTINUED
                first = False
                yield item

    def _notes(self, part: str, name: str) -> dict[str, _Element]:
        """The bodies of the notes by their id."""
        from lxml import etree

        try:
            blob = self.document.part.part_related_by(_RELATED + part).blob
        except (KeyError, ValueError):
            return {}
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        try:
            root = etree.fromstring(blob, parser)
        except etree.LxmlError as problem:
            raise damaged(self.place, f"its {part} cannot be read") from problem
        return {
            ident: note
            for note in root.iter(_W + name)
            if (ident := note.get(_W + "id")) and note.get(_W + "type", "normal") == "normal"
        }

    def _role(self, paragraph: _Element) -> SegmentRole:
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        role = self.roles.get(style.get(_W + "val", "")) if style is not None else None
        if role:
            return role
        indent = paragraph.find(f"{_W}pPr/{_W}ind")
        if indent is not None:
            left = indent.get(_W + "left") or indent.get(_W + "start") or "0"
            right = indent.get(_W + "right") or indent.get(_W + "end") or "0"
            if min(_number(left), _number(right)) >= _QUOTE_INDENT:
                return "blockquote"
        return "text"


class _Words(Words):
    """The words of a paragraph of the document, and the notes that they call."""

    def __init__(self, walker: _Walker, opening: str = "", mark: str = "") -> None:
        super().__init__(opening)
        self.walker = walker
        self.called: list[tuple[str, _Element]] = []
        self.calls: list[tuple[tuple[int, int], str]] = []
        self.mark, self.opened = mark, self.length

    def within(self, holder: _Element, *, inner: bool = False) -> None:
        """The runs that an element holds.  ``inner``: in a note, which calls none."""
        for child in holder:
            if child.tag == _W + "r":
                self._run(child, inner)
            elif child.tag in _HOLDERS:
                start = self.here()
                self.within(child, inner=inner)
                if child.tag == _W + "hyperlink" and start < self.length:
                    self._link(child, start)

    def _link(self, element: _Element, start: int) -> None:
        known: Any = self.walker.document.part.rels
        related = known.get(element.get(_R + "id", ""))
        if related is not None and related.is_external:
            self.links.append(((start, self.length), str(related.target_ref)))

    def _run(self, run: _Element, inner: bool) -> None:
        properties = run.find(_W + "rPr")
        italic = self._is_italic(properties)
        is_raised = properties is not None and any(
            p.get(_W + "val") == "superscript" for p in properties.findall(_W + "vertAlign")
        )
        own_mark = False
        if self._is_hidden(properties):
            return
        for child in run:
            if child.tag == _W + "t" and not own_mark:
                words = child.text or ""
                if self.mark and self.length == self.opened and words.strip() == self.mark:
                    self.mark = ""
                    continue
                words = raised(words, opens=not self.length) if is_raised else words
                self.add(words, italic=italic)
            elif child.tag in _BLANKS:
                self.blank = True
            elif child.tag == _W + "noBreakHyphen":
                self.add("-", italic=italic)
            elif child.tag == _W + "sym":
                self.add(_symbol(child), italic=italic)
            elif child.tag in self.walker.notes and not inner:
                own = child.get(_W + "customMarkFollows", "0") not in _OFF
                own_mark = self._call(child, run if own else None) and own

    def _call(self, call: _Element, run: _Element | None) -> bool:
        """A call prints its note's number, or the mark that stands behind it in the ``run``."""
        body = self.walker.notes[str(call.tag)].get(call.get(_W + "id", ""))
        mark = (
            "".join(t.text or "" for t in run.findall(_W + "t")).strip() if run is not None else ""
        )
        if body is None or (run is not None and not RAISED.fullmatch(mark)):
            return False
        if not mark:
            mark = self.walker.numbers[str(call.tag)].next()
        self.add(f"[{mark}]")
        self.calls.append(((self.length - len(mark) - 2, self.length), mark))
        self.called.append((mark, body))
        return True

    def _is_hidden(self, properties: _Element | None) -> bool:
        said = properties.find(_W + "vanish") if properties is not None else None
        return said is not None and said.get(_W + "val", "1") not in _OFF

    def _is_italic(self, properties: _Element | None) -> bool:
        if properties is None:
            return False
        own = properties.find(_W + "i")
        if own is not None:
            return own.get(_W + "val", "1") not in _OFF
        style = properties.find(_W + "rStyle")
        return style is not None and style.get(_W + "val") in self.walker.italic


def _symbol(element: _Element) -> str:
    """An inserted sign.  What a symbol font shows at a private number is not known: �, which is a finding."""
    try:
        code = int(element.get(_W + "char", ""), 16)
    except ValueError:
        return ""
    known = 0x20 <= code < 0xD800 or 0xF900 <= code < 0xFFFE
    return chr(code) if known else "\ufffd"


def _paragraphs(holder: _Element) -> Iterator[_Element]:
    """The paragraphs in an element and in the tables and frames of its text, in order; not those in drawings."""
    for child in holder:
        if child.tag == _W + "p":
            yield child
        elif child.tag in _FRAMES:
            yield from _paragraphs(child)


def _styles(document: Document) -> tuple[frozenset[str], dict[str, SegmentRole]]:
    """The ids of the styles of words that are italic, and the roles of styles of paragraphs."""
    italic: set[str] = set()
    roles: dict[str, SegmentRole] = {}
    try:
        styles = document.styles.element
    except (AttributeError, KeyError, ValueError):  # no list of styles, or one on another machine
        return frozenset(), roles
    for style in styles.iter(_W + "style"):
        ident = style.get(_W + "styleId", "")
        named = style.find(_W + "name")
        name = (named.get(_W + "val") or "").lower() if named is not None else ""
        slanted = style.find(f"{_W}rPr/{_W}i")
        if style.get(_W + "type") == "character":
            if slanted is not None and slanted.get(_W + "val", "1") not in _OFF:
                italic.add(ident)
        elif name.startswith("heading"):
            roles[ident] = "heading"
        elif "quote" in name or name == "block text":
            roles[ident] = "blockquote"
    return frozenset(italic), roles


def _number(text: str) -> float:
    try:
        return float(text.removesuffix("pt"))
    except ValueError:
        return 0.0
