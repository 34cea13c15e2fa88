"""Words made comparable: the same passage must look the same wherever, and in whatever dialect, it is printed.

A quotation may differ lawfully from its original: capitals, the marks round it and in it, bracketed letters and
words, and ellipses (Bluebook Rule 5.2 and 5.3).  A flattened text has also lost its digits, its hyphenated words, its
contractions, its brackets and the s of its possessives, and has blanks within words.  So words are compared in lower
case without their marks, and a text is also held as one *stream*: the letters of its firm words, with nothing between
them, in which ``call ed``, ``i n`` and ``can not`` read as ``called``, ``in`` and ``cannot``.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.model import Block, Span

LOOSE = 1  # digits, parts of a hyphenated word, contractions: a flattened text lacks them
REPLACED = 2  # stands in brackets by itself: the quoting author's own word
_CHUNK = re.compile(
    r"\[?[^\W_]+(?:[’'\[\]]{1,2}[^\W_]+)*(?:\[\]|\])?"
    r"|…|\.(?: ?\.){2,3}|\*(?: ?\*){2,4}|\[[ ._]{0,12}\]"
)
_BRACKETED = re.compile(r"\[[^\[\]]{0,300}\]")
_HYPHENS = frozenset("-‐‑")
_NOWHERE = (1 << 62, 1 << 62)
_POSSESSIVES = ("'s", "’s", "'S", "’S")
_UNFIRM = re.compile(r"['\d]")
_NOT_LETTERS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text.  ``spans`` count in the text; ``gaps`` are the numbers of words before which an ellipsis
    stands (the number of words when it stands last); ``stems`` gives, for a word with a bracket in it, what is
    outside of it (``call[ed]``: "call" and "").

    ``stream`` holds the letters of the firm words; ``firm`` their numbers and ``offsets`` where each begins in the
    stream.
    """

    norms: tuple[str, ...]
    spans: tuple[Span, ...]
    flags: bytes
    gaps: frozenset[int]
    stems: Mapping[int, tuple[str, str]]
    stream: str
    firm: tuple[int, ...]
    offsets: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.norms)

    def word_at(self, offset: int) -> int:
        """The number of the firm word that covers this offset of the stream."""
        return self.firm[bisect_right(self.offsets, offset) - 1]

    def begins_word(self, offset: int) -> bool:
        """Whether a firm word begins at this offset of the stream, or the stream ends there."""
        k = bisect_left(self.offsets, offset)
        return offset == len(self.stream) if k == len(self.offsets) else self.offsets[k] == offset

    def same(self, k: int, other: Words, n: int) -> bool:
        """Whether word ``k`` quotes word ``n`` of ``other``: the same, or the same outside its brackets."""
        mine, theirs = self.norms[k], other.norms[n]
        if mine == theirs:
            return True
        stem = self.stems.get(k)
        return stem is not None and (
            len(theirs) >= len(stem[0]) + len(stem[1]) >= 2
            and theirs.startswith(stem[0])
            and theirs.endswith(stem[1])
        )


def words_of(text: str) -> Words:
    """The words of ``text``, which has no footnote calls in it (see ``readable``)."""
    norms: list[str] = []
    spans: list[Span] = []
    flags = bytearray()
    gaps: set[int] = set()
    stems: dict[int, tuple[str, str]] = {}
    brackets = iter(_own_words(text) if "[" in text else ())
    bracket = next(brackets, _NOWHERE)
    for match in _CHUNK.finditer(text):
        chunk = match.group()
        start, end = match.span()
        if chunk.isalpha() and chunk.isascii():
            norm, flag = chunk.lower(), 0
        elif not any(c.isalnum() for c in chunk):
            gaps.add(len(norms))
            continue
        else:
            norm, flag = _spelled(chunk)
            if "[" in chunk or "]" in chunk:
                stem = _stem(chunk)
                if stem is not None:
                    stems[len(norms)] = stem
            if not norm:
                continue
        if start and text[start - 1] in _HYPHENS and spans and spans[-1][1] == start - 1:
            flag |= LOOSE
            flags[-1] |= LOOSE
        while bracket[1] <= start:
            bracket = next(brackets, _NOWHERE)
        if bracket[0] <= start:
            if norm == "sic":  # "thus it stands": the quotation goes on
                continue
            flag |= REPLACED
            stems.pop(len(norms), None)
        norms.append(norm)
        spans.append((start, end))
        flags.append(flag)
    firm = tuple(k for k, flag in enumerate(flags) if not flag)
    offsets = []
    at = 0
    for k in firm:
        offsets.append(at)
        at += len(norms[k])
    return Words(
        tuple(norms),
        tuple(spans),
        bytes(flags),
        frozenset(gaps),
        stems,
        "".join([norms[k] for k in firm]),
        firm,
        tuple(offsets),
    )


def readable(block: Block) -> str:
    """The text of a block with blanks for its footnote calls, so that offsets stay."""
    text = block.text
    for mark in block.marks:
        if mark.kind == "footnote-call":
            text = text[: mark.start] + " " * (mark.end - mark.start) + text[mark.end :]
    return text


def _own_words(text: str) -> list[Span]:
    """The brackets that hold whole words: neither side of them touches a letter outside."""
    out = []
    for match in _BRACKETED.finditer(text):
        start, end = match.span()
        left = start > 0 and text[start - 1].isalnum()
        right = end < len(text) and text[end].isalnum()
        if not left and not right:
            out.append((start, end))
    return out


@lru_cache(maxsize=1 << 14)
def _spelled(chunk: str) -> tuple[str, int]:
    """A word with marks, digits or foreign letters in it, as it is compared."""
    if chunk.endswith(_POSSESSIVES):
        chunk = chunk[:-2]
    if not chunk.isascii():
        plain = unicodedata.normalize("NFKD", chunk)
        chunk = "".join([c for c in plain if not unicodedata.combining(c)]).replace("’", "'")
    flag = LOOSE if _UNFIRM.search(chunk) else 0
    return _NOT_LETTERS.sub("", chunk).lower(), flag


def _stem(chunk: str) -> tuple[str, str] | None:
    """What of a word stands outside its bracket: before it and behind it."""
    head, opened, rest = chunk.partition("[")
    if not opened:
        head, tail = "", chunk.partition("]")[2]
    else:
        tail = rest.partition("]")[2] if "]" in rest else ""
    return (_spelled(head)[0], _spelled(tail)[0]) if head or tail else None
