"""Words that the end of a line broke: ``Dis|trict``, ``ex-|girlfriend``, ``2216-|22163``.

The Court's printer breaks words with a hyphen.  What a PDF's text makes of it differs: the hyphen (``-``), a soft
hyphen (U+00AD), which also stands for the hyphen of a compound, or nothing at all.  So the words decide: what is
likelier, that the two halves are one word, a compound, or two words that happen to stand there?
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal
from unicodedata import normalize

from generator.clean.word_counts import pair_count, word_count
from generator.model import DROPPED_ROLES
from generator.offsets import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model import Source
    from generator.offsets import OffsetMap

Verdict = Literal["join", "hyphen", "apart"]

SOFT = "\xad"
# The end of a line, read backwards: a mark, and the word before it.
# A quotation may alter a word: "[p]ro-|motion", "preju|dic[e]".
_LEFT = re.compile(rf"\s*(?P<mark>[-\u2010{SOFT}]?)(?P<word>[^\W\d_]+(?:\][^\W\d_]+\[[^\W\d_]*)?)")
_RIGHT = re.compile(r"\s*(?P<word>[^\W\d_]+(?:\[[^\W\d_]+\][^\W\d_]*)?)(?P<on>-?)")
_BRACKET = re.compile(r"[\[\]]")
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_BARE_MARK = re.compile(rf"(?P<mark>[-\u2010{SOFT}])\s*$")
# Figures and addresses of the web that a line's end parts: "461–|462", "§§ 2000e–|2(m)", "www.adr.org/|sp.asp".
_DASH = re.compile(r"[\w.)][–—‒−]$|\b(?:https?://|www\.)\S*[/.?=&_-]$")
_DASHES = frozenset("–—‒−/.?=&_-")  # with which a match of the former ends
# A section that a line's end parts from its subsections: "§1222(a)|(2)(A)", "§503|(b)(1),"
_SECTION = re.compile(r"§\s?\d[\w.–-]*(?P<sub>(?:\(\w{1,5}\))*)$")
_SUBSECTION = re.compile(
    r"\((?:\d{1,2}|[a-z]{1,2}|[A-Z]{1,2}|[ivx]{1,5})\)(?P<more>\(\w{1,5}\)|(?=[.,;:–—’”]|$))?"
)
# One word in so many stands at a line's end; one word in so many is broken there.  With both, and two words counted
# side by side as often as one long one, the first is ten times as likely.
ODDS_APART = 10.0
_WHOLE = frozenset(".,;:?!)]”’")  # behind which no half of a word ends a line
OWN = 2.0e6  # a word of the dictionary's counts that one occurrence in the text itself is worth
RARE = 300.0  # a whole so much rarer than its second half is a misprint that was counted: "exgirlfriend"
COMMON = 5.0e8  # a count that only the likes of "the", "with" and "would" have
WORDS = 1.0e6  # a count that half of a word hardly has
SHORT = 4  # letters of an unknown half that is hardly a word of its own
# Prefixes that the Court prints close: "postconviction", "nonfrivolous" (its Style Manual follows Webster's).
CLOSED = frozenset(
    "anti co de dis im in inter intra ir mis non over post pre re semi sub super trans un under".split()
)
# Beginnings that the Court sets off by a hyphen, though the dictionary has them not.
_OPEN = frozenset("ex quasi".split())
# Words of two letters that stand within compounds: "out-of-state", "one-on-one".
_WITHIN = frozenset("as at by in no of on or to up".split())
LEAST = 2  # letters on either side of a break
LONG = (
    5  # letters of two halves that nobody knows, of which each may be a word of another tongue ...
)
# ... unless the second ends as English words do: "uncon|scionability", but "inclusio unius".
_ENDING = re.compile(
    r"(?:ity|ities|[st]ions?|[ae]nc(?:e|es|y|ies)|[ai]bl[ey]|ments?|ings?|e[dr]s?|ly|als?|ous|ives?|[ao]r(?:y|ies)"
    r"|is[mt]s?|iz\w+|ness|ics?|[ae]nt(?:ly|s)?|ful|less|ures?|ates?)$"
)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of the text itself, in lower case, that no line's end can have broken; compounds with their hyphens."""

    words: Counter[str]

    @classmethod
    def of(cls, text: str) -> Vocabulary:
        """Count them; the first and last word of a line may be halves: those are left out that can be."""
        return cls(_counted(text))

    def worth(self, word: str) -> float:
        """How common a word is, in the dictionary and here."""
        return word_count(word) + OWN * self.words[word]


@lru_cache(maxsize=2)
def _counted(text: str) -> Counter[str]:
    """The words of a text; the reader and the cleaning rule ask for the same."""
    inner: list[str] = []
    text = normalize("NFKC", text)
    for line, lower in zip(text.splitlines(), text.lower().splitlines(), strict=True):
        first = 0 if line.lstrip()[:1].isupper() else 1  # no second half has a capital
        last = None if line.rstrip()[-1:] in _WHOLE else -1
        inner += _WORD.findall(lower)[first:last]
    words = Counter(inner)
    for compound in [w for w in words if "-" in w]:
        for part in compound.split("-"):
            words[part] += words[compound]
    return words


def verdict(left: str, right: str, vocabulary: Vocabulary) -> Verdict:
    """What to make of the end of one line (``left``) and the beginning of the next (``right``)."""
    before, after = _LEFT.match(left[:-60:-1]), _RIGHT.match(right[:60])
    if not before or not after:
        mark = _BARE_MARK.search(left[-3:])
        figures = mark and right[:1].isalnum() and left[-2:-1].isalnum()
        return "hyphen" if figures else "apart"
    printed, following = _bare(before["word"][::-1]), _bare(after["word"])
    first, second = printed.lower(), following.lower()
    if before["mark"]:
        if printed.isupper() and following.isupper() and len(first) > 1:
            following = second
        if _is_half(printed, following, vocabulary):
            return "join"
        return _marked(first, second, following, vocabulary, goes_on=bool(after["on"]))
    if len(first) < LEAST or len(second) < LEAST or not following[0].islower():
        return "apart"
    if printed.isupper() and len(first) > 1:  # initials and names in capitals
        return "apart"
    if whole := vocabulary.worth(first + second):
        if not word_count(first + second) and min(word_count(first), word_count(second)) > WORDS:
            whole = OWN * max(0, vocabulary.words[first + second] - 1)  # a slip may stand here too
        side_by_side = pair_count(first, second)
        return "join" if whole > ODDS_APART * side_by_side else "apart"
    known_first, known_second = bool(vocabulary.worth(first)), bool(vocabulary.worth(second))
    half = _half_known(first, second, known_first, known_second, is_name=printed[0].isupper())
    return "join" if half else "apart"


def _bare(word: str) -> str:
    """A word without brackets and ligatures."""
    return word if word.isascii() and word.isalpha() else _BRACKET.sub("", normalize("NFKC", word))


def _half_known(
    first: str, second: str, known_first: bool, known_second: bool, *, is_name: bool
) -> bool:
    """Whether a whole that nobody knows, such as a name, was broken here: not where both halves are words, nor where
    one is and the other is as long as a whole word that the dictionary happens to lack.
    """
    if known_first == known_second:
        foreign = min(len(first), len(second)) >= LONG and not _ENDING.search(second)
        return not known_first and (is_name or not foreign)
    if known_second:
        return len(first) <= SHORT and word_count(second) < COMMON
    return len(second) <= SHORT + 1 and word_count(first) < COMMON


def _is_half(printed: str, following: str, vocabulary: Vocabulary) -> bool:
    """Whether no compound can begin with the first half of a word that a hyphen broke: it is no word ("har-|bored"), or
    the short beginning of a name ("Las-|sow").
    """
    first = printed.lower()
    if not following[0].islower() or first in _OPEN:
        return False
    if not vocabulary.worth(first):
        return True
    name = printed[0].isupper() and not printed.isupper()
    return name and len(first) < SHORT and not vocabulary.words[first]


def _marked(
    first: str, second: str, printed: str, vocabulary: Vocabulary, *, goes_on: bool
) -> Verdict:
    """A break that a hyphen marks is no space.  Is the hyphen the compound's or the break's?

    ``goes_on``: another hyphen follows the second half.
    """
    if vocabulary.words[f"{first}-{second}"]:
        return "hyphen"
    if not printed[0].islower():  # "Anglo-|American"
        return "hyphen"
    whole = vocabulary.worth(first + second)
    if whole * RARE > word_count(second):
        return "join"
    if goes_on and second in _WITHIN and not vocabulary.worth(first + second):
        return "hyphen"  # "out-|of-state"
    closed = first in CLOSED or not vocabulary.worth(second) or len(second) <= LEAST
    return "join" if closed else "hyphen"


def whole(lines: Sequence[str], vocabulary: Vocabulary) -> str:
    """The words of lines that belong together, as one line."""
    out = lines[0] if lines else ""
    for line in lines[1:]:
        found = verdict(out, line, vocabulary)
        marked = bool(_BARE_MARK.search(out[-2:]))
        if found == "apart":
            out = f"{out} {line}"
        else:
            out = out[:-1] + ("-" if found == "hyphen" else "") + line if marked else out + line
    return out


def mended(source: Source, offsets: OffsetMap) -> list[Edit]:
    """Edits of the text that ``lay_out`` made, in order: of the blanks that stand where a line of the source ended, and
    of the hyphens at the end of a page.

    A word is put together ("dehyphenate"), a compound gets its hyphen; figures with a dash between, and sections with
    their subsections lose the blank.
    """
    vocabulary = Vocabulary.of(source.text)
    text = offsets.text
    edits = list(_over_pages(source, text, vocabulary))
    for index, piece in enumerate(offsets.pieces):
        if piece.rule != "layout" or piece.text != " ":
            continue
        at = offsets.clean_start(index)
        left, right = text[max(0, at - 60) : at], text[at + 1 : at + 61]
        if left[-1:] in _DASHES and _DASH.search(left) and right[:1].strip():
            edits.append(Edit(at, at + 1, "", "blank"))
            continue
        if right[:1] == "(" and (section := _SECTION.search(left)):
            below = _SUBSECTION.match(right)
            if below and (section["sub"] or below["more"] is not None):
                edits.append(Edit(at, at + 1, "", "blank"))
                continue
        edits += _within(left, right, at, vocabulary)
    return sorted(edits, key=lambda e: e.start)


def _within(left: str, right: str, at: int, vocabulary: Vocabulary) -> Iterator[Edit]:
    """The edit of a blank at ``at`` between two lines of a paragraph."""
    marked = _BARE_MARK.search(left[-2:])
    found = verdict(left, right, vocabulary)
    start = at - 1 if marked else at
    if found == "join":
        yield Edit(start, at + 1, "", "dehyphenate")
    elif found == "hyphen":
        soft = left.endswith(SOFT)
        yield Edit(start, at + 1, "-", "dehyphenate") if soft else Edit(at, at + 1, "", "blank")


def _over_pages(source: Source, text: str, vocabulary: Vocabulary) -> Iterator[Edit]:
    """The edits of the marks at the ends of segments with which another goes on without a blank."""
    kept = [s for s in source.segments if s.role not in DROPPED_ROLES]
    spans = list(line_spans_of(text)) if kept else []
    last: dict[str, int] = {}
    for k, segment in enumerate(kept):
        if segment.join == "none" and segment.role in last:
            start, end = spans[last[segment.role]]
            left, right = text[start:end], text[spans[k][0] : spans[k][1]]
            if left.endswith(("-", "\u2010", SOFT)):
                found = verdict(left, right, vocabulary)
                if found == "join":
                    yield Edit(end - 1, end, "", "dehyphenate")
                elif left.endswith(SOFT):
                    yield Edit(end - 1, end, "-", "dehyphenate")
        last[segment.role] = k


def line_spans_of(text: str) -> Iterator[tuple[int, int]]:
    """The spans of the lines of a clean text."""
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1
