"""Markdown to paragraphs: what CommonMark makes of it, with the rules bent where opinions mean something else.

* ``*637`` is a star page and begins no italics;
* ``* * *`` marks an omission and is no list of lists; a star or a number begins no list within a paragraph;
* ````commerce'`` is a quotation mark and no code; an indented line is a paragraph and no code either;
* ``[1]: See …`` is a note and no address.
"""

from __future__ import annotations

import html
import re
from functools import cache
from typing import TYPE_CHECKING

from generator.errors import ReadError
from generator.read.casebook.blocks import stretches
from generator.read.items import Item

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

    from generator.model import SegmentRole, Span

DEEPEST = 40  # quotes and lists within one another; opinions have three or four
_NESTED = re.compile(rf"^[ \t]*(?:(?:>|[-+*]|\d{{1,9}}[.)])[ \t]*){{{DEEPEST},}}", re.MULTILINE)
# A link whose words and address are near; so no opening bracket is looked after for long.
_LINK = re.compile(
    r"!?\[(?:[^\[\]\\\n]|\\.|\n(?!\n)){0,600}(?:\[[^\[\]\n]{0,300}\](?:[^\[\]\\\n]|\\.|\n(?!\n)){0,600}){0,4}\]\("
)
# What means something within a paragraph; a dash at a line's end joins the words round it.
_SIGN = re.compile(r"[\\*_<]|\]\(|&[#A-Za-z]|\[\^|(?:--|—)\s*\n|\n(?:\s{0,8}(?:--|—)|\s{9})")
# Where the end of a line is more than a blank: at those dashes, after a backslash, before a note, in tags and brackets.
_LINES_COUNT = re.compile(
    r"[\\<]|\[\^|&[#\w]{1,32};|\n(?:\W{0,8}(?:--|—)|\W{9})|(?:--|—)(?:[^\w\n]{0,8}[\n\]]|[^\w\n]{9})"
    r"|\[[^\[\]\n]*\n[^\[\]]*\]"
)
_TERMINATOR = re.compile(r"[\n!&*<\[\\\]_]")
_BROKEN_ADDRESS = re.compile(r"(\]\([^()\s]{1,300})\n([^()\s]{1,300}\))")
_STAR_PAGE = re.compile(r"\*{1,3}\d{1,5}(?=\s|$)")
_CLOSING = re.compile(r"(?<=[^\s\[(*])\*{1,3}(?![\d*])")
_OMISSION = re.compile(r"\s*\*(?:\s+\*)+")
_STAR_OR_NUMBER = re.compile(r"\s*(?:\*|\d)")
_NOTE = re.compile(r"\[\^(?P<label>[^\]\s]{1,12})\]:[ \t]*")
_CALL = re.compile(r"\[\^([^\]\s]{1,12})\]")
_TAG = re.compile(r"<[^<>]*>")
_SUP = re.compile(r"<(/?)sup\b[^<>]*>", re.IGNORECASE)
_BREAK = re.compile(r"<br\b", re.IGNORECASE)


def items(text: str, place: str) -> list[Item]:
    """The paragraphs of Markdown, in order.  ``place`` is what errors call the file."""
    text = re.sub(r"\r\n?|[\v\f\x85\u2028\u2029]", "\n", text.replace("\0", ""))
    text = _BROKEN_ADDRESS.sub(r"\1\2", text.lstrip("\ufeff"))
    if _NESTED.search(text) and any(set(m.group()) - set("*- \t") for m in _NESTED.finditer(text)):
        raise _too_deep(place)
    try:
        return list(_items(text, place))
    except RecursionError as problem:
        raise _too_deep(place) from problem


def _too_deep(place: str) -> ReadError:
    return ReadError(
        f"quotes or lists lie within one another more than {DEEPEST} deep",
        code="R20",
        file=place,
        advice="take the superfluous signs at the beginnings of the lines out",
    )


@cache
def _parser() -> MarkdownIt:
    return _new_parser()


def _new_parser() -> MarkdownIt:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import list_block
    from markdown_it.rules_inline import image, link

    def guarded_list(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        line = state.src[state.bMarks[start] : state.eMarks[start]]
        inner = line[state.tShift[start] :] if state.tShift[start] else line
        if _OMISSION.match(inner) or (silent and state.level == 0 and _STAR_OR_NUMBER.match(inner)):
            return False
        return list_block(state, start, end, silent)

    def guarded_link(state: StateInline, silent: bool) -> bool:
        near = state.src[state.pos] == "[" and _LINK.match(state.src, state.pos)
        return bool(near) and link(state, silent)

    def guarded_image(state: StateInline, silent: bool) -> bool:
        near = state.src[state.pos] == "!" and _LINK.match(state.src, state.pos)
        return bool(near) and image(state, silent)

    def star_page(state: StateInline, silent: bool) -> bool:
        if state.src[state.pos] != "*" or (state.pos and state.src[state.pos - 1] == "*"):
            return False
        mark = _STAR_PAGE.match(state.src, state.pos)
        if not mark or _closed(state.src, mark):
            return False
        if not silent:
            state.pending += mark.group()
        state.pos = mark.end()
        return True

    parser = MarkdownIt("commonmark", {"maxNesting": 3 * DEEPEST})
    parser.disable(["code", "reference", "lheading", "backticks"])
    parser.block.ruler.at("list", guarded_list, {"alt": ["paragraph", "blockquote"]})
    parser.inline.ruler.at("link", guarded_link)
    parser.inline.ruler.at("image", guarded_image)
    parser.inline.ruler.before("emphasis", "star_page", star_page)
    # No rule above begins with any other character, so none need be asked there.
    parser.inline.terminator_re = _TERMINATOR
    return parser


@cache
def _block_parser() -> MarkdownIt:
    """The parser that leaves the words of a paragraph as they stand."""
    parser = _new_parser()
    return parser.disable(["inline", "text_join"])


def _closed(source: str, mark: re.Match[str]) -> bool:
    """Whether the stars of what may be a star page are closed by others, as in ``**545 U.S. 1**``."""
    stars = len(mark.group()) - len(mark.group().lstrip("*"))
    return any(
        len(m.group()) == stars for m in _CLOSING.finditer(source, mark.end(), mark.end() + 300)
    )


def _items(text: str, place: str) -> Iterator[Item]:
    quotes, number = 0, ""
    role: SegmentRole = "text"
    for token in _tokens(text, place):
        match token.type:
            case "blockquote_open" | "blockquote_close":
                quotes += token.nesting
            case "list_item_open":
                number = f"{token.info}{token.markup} " if token.info else ""
            case "heading_open" | "heading_close":
                role = "heading" if token.nesting > 0 else "text"
            case "hr" if token.markup.startswith("*"):
                yield Item("* * *")
            case "html_block" | "fence":
                yield from _raw(token.content)
            case "inline":
                yield from _of_inline(token.content, number, "blockquote" if quotes else role)
                number = ""


def _tokens(text: str, place: str) -> Iterator[Token]:
    """The blocks of Markdown.  What stands within a paragraph is yet to be parsed."""
    from markdown_it.token import Token

    for stretch in stretches(text):
        if stretch.plain:
            yield Token("inline", "", 0, content=stretch.text)
            continue
        tokens = _block_parser().parse(stretch.text)
        if any(t.level > 2 * DEEPEST for t in tokens):
            raise _too_deep(place)
        yield from tokens


def _of_inline(content: str, number: str, role: SegmentRole) -> Iterator[Item]:
    if not _SIGN.search(content):
        words = f"{number}{' '.join(content.split())}".rstrip()
        if words:
            yield Item(words, role)
        return
    if not _LINES_COUNT.search(content):
        content = content.replace("\n", " ")
    writer = _Writer()
    writer.add(number)
    for child in _parser().parseInline(content)[0].children or []:
        writer.take(child)
    for item in _split_notes(writer.item()):
        if item.role != "footnote":
            item.role = role
        if item.text:
            yield item


def _raw(content: str) -> Iterator[Item]:
    """Tags of HTML and fenced code: their words, a paragraph between blank lines."""
    for part in re.split(r"\n[ \t]*\n", _TAG.sub(" ", content)):
        words = " ".join(html.unescape(part).split())
        if words:
            yield Item(words)


def _split_notes(item: Item) -> Iterator[Item]:
    """The notes that follow each other without a blank line, each by itself, with its number as ``[1]``."""
    starts = [
        m for m in _NOTE.finditer(item.text) if m.start() == 0 or item.text[m.start() - 1] == "\n"
    ]
    cuts = [*(m.start() for m in starts), len(item.text)]
    if not starts or cuts[0] > 0:
        yield _called(_cut(item, 0, cuts[0]))
    for match, end in zip(starts, cuts[1:], strict=True):
        note = _called(_cut(item, match.end(), end))
        mark = f"[{match['label']}] "
        note.emphasis = [(s + len(mark), e + len(mark)) for s, e in note.emphasis]
        note.links = [((s + len(mark), e + len(mark)), h) for (s, e), h in note.links]
        note.text, note.role, note.label = mark + note.text, "footnote", match["label"]
        yield note


def _cut(item: Item, start: int, end: int) -> Item:
    end = start + len(item.text[start:end].rstrip())
    return Item(
        item.text[start:end],
        emphasis=[(s - start, e - start) for s, e in item.emphasis if start <= s and e <= end],
        links=[((s - start, e - start), h) for (s, e), h in item.links if start <= s and e <= end],
    )


def _called(item: Item) -> Item:
    """``[^1]`` in the text as ``[1]``, and the ends of lines as blanks: all offsets behind a call move by one."""
    gone = [m.start() + 1 for m in _CALL.finditer(item.text)]
    text = _CALL.sub(r"[\1]", item.text).replace("\n", " ")

    def moved(span: Span) -> Span:
        return (span[0] - sum(g < span[0] for g in gone), span[1] - sum(g < span[1] for g in gone))

    return Item(
        text,
        emphasis=[moved(s) for s in item.emphasis],
        links=[(moved(s), h) for s, h in item.links],
    )


class _Writer:
    """Words in the making.  Runs of blanks become one, or the end of a line that is among them; none opens the text."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.blank = ""
        self.italics: list[int] = []  # where those begin that are still open
        self.opened: list[tuple[int, str]] = []  # the links that are
        self.emphasis: list[Span] = []
        self.links: list[tuple[Span, str]] = []

    def add(self, words: str) -> None:
        """Words, or the end of a line."""
        core = " ".join(words.split())
        if words[:1].isspace():
            self.blank = "\n" if "\n" in (words, self.blank) else " "
        if not core:
            return
        if self.length:
            # A converter that fills its lines breaks them at dashes too.
            dashed = self.blank == "\n" and (
                core.startswith(("--", "—")) or self.parts[-1].endswith(("--", "—"))
            )
            core = core if dashed else self.blank + core
        self.parts.append(core)
        self.length += len(core)
        self.blank = " " if words[-1].isspace() else ""

    def here(self) -> int:
        """Where the next word will begin."""
        return self.length + (1 if self.blank and self.length else 0)

    def take(self, token: Token) -> None:
        """What a piece of a paragraph shows."""
        match token.type:
            case "text" | "text_special" | "code_inline" | "image":
                self.add(token.content)
            case "softbreak" | "hardbreak":
                self.add("\n")
            case "em_open":
                self.italics.append(self.here())
            case "em_close" if self.italics:
                start = self.italics.pop()
                if not self.italics and start < self.length:
                    self.emphasis.append((start, self.length))
            case "link_open":
                self.opened.append((self.here(), str(token.attrGet("href") or "")))
            case "link_close" if self.opened:
                start, href = self.opened.pop()
                if start < self.length:
                    self.links.append(((start, self.length), href))
            case "html_inline":
                if raised := _SUP.match(token.content):
                    self.add("]" if raised.group(1) else "[")
                elif _BREAK.match(token.content):
                    self.add("\n")

    def item(self) -> Item:
        """The paragraph."""
        return Item("".join(self.parts), emphasis=self.emphasis, links=self.links)
