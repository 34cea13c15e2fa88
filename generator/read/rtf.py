r"""The ``rtf`` dialect: rich text, the exchange format of word processors, under whatever name.

A file is groups in braces, words of control such as ``\par`` and ``\i``, and text.  Paragraphs, italics and notes are
kept; quotes are known by their indents.  Pictures, headers, footers, styles, hidden text and what revisions have
struck out are left out, as is every destination that is marked as one that may be skipped.  A file that breaks off is
read as far as it goes.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from generator.model import CONTINUED
from generator.read.processed import documented
from generator.read.word.numbering import NoteNumbers
from generator.read.words import RAISED, Words, raised

if TYPE_CHECKING:
    from generator.model import SegmentRole
    from generator.read.items import Item
    from generator.read.reading import Raw, Reading

_TOKEN = re.compile(
    r"\\(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<byte>[0-9A-Fa-f]{2})|\\(?P<sign>[^A-Za-z])"
    r"|(?P<brace>[{}])|[\r\n]+|(?P<text>[^\\{}\r\n]+)|\\"
)
# Groups whose words are none of the text.
_APART = frozenset(
    """annotation atnauthor atnid atndate atnref atnicn bkmkend bkmkstart colortbl comment datafield datastore doccomm
    falt filetbl fldinst fontemb fontfile fonttbl footer footerf footerl footerr ftncn ftnsep ftnsepc aftncn aftnsep
    aftnsepc generator header headerf headerl headerr info keywords latentstyles listoverridetable listtable nonshppict
    nonesttables objclass objdata objname operator pict private revtbl rsidtbl rxe shp stylesheet subject tc template
    themedata title txe userprops xe xmlnstbl""".split()
)
_CHARACTERS = {
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "tab": " ",
    "line": " ",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
    "softline": " ",
}
_SIGNS = {"~": " ", "_": "-", "{": "{", "}": "}", "\\": "\\"}
_BULLETS = range(0xF000, 0xF100)  # where the bullets of symbol fonts lie
_ENDNOTE = re.compile(  # what may stand between a note's number and the word that it is an endnote
    r"(?:[{}\s]|\\\*|\\(?!footnote|chftn|par\b)[a-z]{1,32}-?\d{0,10}){0,60}?"
    r"\\footnote\s?(?:\\[a-z]{1,32}\d{0,10} ?){0,4}?\\ftnalt\b"
)
# How the notes are numbered: words of the document's head, and the forms that they mean.
_FORMS = {"ar": "decimal", "alc": "lowerLetter", "auc": "upperLetter", "rlc": "lowerRoman", "ruc": "upperRoman",
          "chi": "chicago"}  # fmt: skip
_NOTE_FORM = re.compile(r"(?P<end>a?)ftnn(?P<form>ar|alc|auc|rlc|ruc|chi)")
_ENDS = frozenset({"par", "sect", "page", "row", "cell", "nestcell", "nestrow", "column"})
_QUOTE_INDENT = 400  # twentieths of a point; what is set in so far on both sides is a quotation


@dataclass(frozen=True, slots=True)
class _Look:
    """What holds until the group ends."""

    apart: bool = False
    italic: bool = False
    raised: bool = False
    hidden: bool = False
    struck: bool = False
    skip: int = 1  # characters that stand for a \\u where it is not understood
    noting: bool = False
    left: int = 0
    right: int = 0


@dataclass(slots=True)
class _Flow:
    """Paragraphs in the making: the text's, or one note's."""

    items: list[Item] = field(default_factory=list)
    words: Words = field(default_factory=Words)
    calls: list[tuple[tuple[int, int], str]] = field(default_factory=list)
    raised: str = ""
    label: str | None = None
    mark: str = ""  # of the note's author's own, which calls it and stands at its head once more

    def settle(self) -> None:
        """Put down what was raised, once all of it is known."""
        if self.raised:
            self.words.add(raised(self.raised, opens=not self.words.length))
            self.mark = self.raised.strip() if RAISED.fullmatch(self.raised.strip()) else ""
            self.raised = ""

    def end(self, role: SegmentRole) -> None:
        self.settle()
        item = self.words.item(role)
        item.calls, self.calls = self.calls, []
        self.words = Words()
        if not item.text:
            return
        if role == "footnote":
            item.label = CONTINUED if self.items else self.label
        self.items.append(item)


def read(raw: Raw) -> Reading:
    """The text, one line a paragraph, each note behind the paragraph that calls it.  Raises ``ReadError`` R01."""
    return documented(_Parser().items(raw.text), raw.place)


class _Parser:
    def __init__(self) -> None:
        self.look = _Look()
        self.stack: list[tuple[_Look, _Flow]] = []
        self.flow = _Flow()
        self.main = self.flow
        self.notes: list[Item] = []  # of the paragraph at hand
        self.numbers = {False: NoteNumbers(), True: NoteNumbers()}  # of endnotes: True
        self.ahead = ("", 0)  # the text, and where in it the next word begins
        self.codepage = "cp1252"
        self.label = ""  # of the note that was called last
        self.half = 0  # the first half of a character beyond U+FFFF
        self.left_out = 0  # characters still to be skipped behind a \\u
        self.star = False

    def items(self, text: str) -> list[Item]:
        place = 0
        while match := _TOKEN.match(text, place):
            place = match.end()
            self.ahead = (text, place)
            if match["text"]:
                self._text(match["text"])
            elif match["word"]:
                place += self._word(match["word"], match["number"])
            elif match["byte"]:
                self._text(bytes([int(match["byte"], 16)]).decode(self.codepage, "replace"))
            elif match["sign"]:
                self._sign(match["sign"])
            elif match["brace"]:
                self._brace(match["brace"])
                if not self.stack and match["brace"] == "}":
                    break  # what stands behind the document is none of it
        while self.flow is not self.main:  # a note that breaks off
            self._note_ends()
            self.flow = self.main
        self._paragraph()
        return self.main.items

    def _brace(self, brace: str) -> None:
        self.left_out, self.star = 0, False
        if brace == "{":
            self.stack.append((self.look, self.flow))
            return
        if not self.stack:
            return
        flow = self.flow
        self.look, outer = self.stack.pop()
        if flow is not outer:
            self._note_ends()
        self.flow = outer

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self.star = True
        elif sign in "\r\n":
            self._paragraph()
        elif sign in _SIGNS:
            self._text(_SIGNS[sign])

    def _word(self, word: str, number: str | None) -> int:
        """Obey a word of control.  Returns how many characters behind it are no RTF."""
        value = int(number) if number else 0
        on = number != "0"
        starred, self.star = self.star, False
        self.left_out = 0
        if word == "bin":
            return max(0, value)
        if word == "footnote":
            self._note_begins()
        elif starred or word in _APART:
            self.look = replace(self.look, apart=True)
        elif word == "ansicpg":
            self._known_codepage(number or "")
        elif word == "u":
            self._unicode(value)
        elif word == "chftn":
            self._called()
        elif form := _NOTE_FORM.fullmatch(word):
            self.numbers[bool(form["end"])].form = _FORMS[form["form"]]
        elif word in _CHARACTERS:
            self._text(_CHARACTERS[word])
        elif word in _ENDS:
            self._paragraph()
        else:
            self._looks(word, value, on)
        return 0

    def _looks(self, word: str, value: int, on: bool) -> None:
        match word:
            case "i":
                self.look = replace(self.look, italic=on)
            case "super":
                self.look = replace(self.look, raised=on)
            case "nosupersub" | "sub":
                self.look = replace(self.look, raised=False)
            case "v":
                self.look = replace(self.look, hidden=on)
            case "deleted":
                self.look = replace(self.look, struck=on)
            case "plain":
                self.look = replace(
                    self.look, italic=False, raised=False, hidden=False, struck=False
                )
            case "pard":
                self.look = replace(self.look, left=0, right=0)
            case "li" | "lin":
                self.look = replace(self.look, left=value)
            case "ri" | "rin":
                self.look = replace(self.look, right=value)
            case "uc":
                self.look = replace(self.look, skip=max(0, min(value, 8)))

    def _known_codepage(self, number: str) -> None:
        try:
            codecs.lookup(f"cp{number}")
        except LookupError:
            return
        self.codepage = f"cp{number}"

    def _unicode(self, value: int) -> None:
        code = value % 0x10000
        if code in _BULLETS:
            code = 0x2022
        if 0xD800 <= code < 0xDC00:
            self.half = code
        elif 0xDC00 <= code < 0xE000:
            pair = 0x10000 + ((self.half - 0xD800) << 10) + (code - 0xDC00)
            self._text(chr(pair) if self.half else "\ufffd")
            self.half = 0
        else:
            self._text(chr(code))
        self.left_out = self.look.skip

    def _text(self, words: str) -> None:
        if self.left_out:
            gone = min(self.left_out, len(words))
            self.left_out -= gone
            words = words[gone:]
        look = self.look
        if not words or look.apart or look.hidden or look.struck:
            return
        if look.noting and self._is_mark(words):
            return
        if look.raised:
            self.flow.raised += words
            return
        self.flow.settle()
        self.flow.mark = ""
        self.flow.words.add(words, italic=look.italic)

    def _is_mark(self, words: str) -> bool:
        """Whether words open a note with the mark of its author's own that called it."""
        flow = self.flow
        if not flow.mark or flow.label or flow.words.length or words.strip() != flow.mark:
            return False
        self._labelled(flow.mark)
        return True

    def _paragraph(self) -> None:
        if self.look.apart:
            return
        if self.look.noting:
            self.flow.end("footnote")
            return
        quoted = min(self.look.left, self.look.right) >= _QUOTE_INDENT
        self.flow.end("blockquote" if quoted else "text")
        self.flow.items += self.notes
        self.notes = []

    def _called(self) -> None:
        """The number of a note, which the word processor counts: a call in the text, the label in the note."""
        if self.look.apart or self.look.hidden or self.look.struck:
            return
        if not self.look.noting:
            self.flow.settle()
            self.flow.mark = ""
            self.label = self.numbers[bool(_ENDNOTE.match(*self.ahead))].next()
            self.flow.words.add(f"[{self.label}]")
            end = self.flow.words.length
            self.flow.calls.append(((end - len(self.label) - 2, end), self.label))
        elif not self.flow.words.length and not self.flow.label:
            self._labelled(self.label)

    def _labelled(self, label: str) -> None:
        """The label of the note that is about to begin."""
        self.flow.label, self.flow.raised = label, ""
        self.flow.words.add(f"[{label}] ")

    def _note_begins(self) -> None:
        if self.look.apart or self.look.noting or not self.stack:
            return
        self.flow.settle()
        mark, end = self.flow.mark, self.flow.words.length
        if mark:
            self.flow.calls.append(((end - len(mark) - 2, end), mark))
        self.flow = _Flow(mark=mark)
        self.look = _Look(noting=True, skip=self.look.skip)

    def _note_ends(self) -> None:
        self.flow.end("footnote")
        self.notes += self.flow.items
