"""Depositions quoted line by line: ``q did you have any reason …`` and ``a no.`` are question and answer.

A paragraph that begins with a bare ``q`` is a question, for no word of English does.  One that begins with a bare ``a``
is an answer only next to a question, or to an answer that is.  The letters become ``Q:`` and ``A:``; what marked them
off in print (a colon or a full stop) is lost, and the colon is recorded as put in.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.offsets import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model import Block, Case

_QUESTION = re.compile(r"q[.:]? (?=\S)", re.IGNORECASE)
_ANSWER = re.compile(r"a[.:]? (?=\S)", re.IGNORECASE)
# "a no." is an answer; "a person may …" between two questions is not: an answer begins with one of these.
_REPLIES = re.compile(
    r"a[.:]? (?:yes|no|yeah|yep|nope|i|we|he|she|it|they|that|this|there|not|correct|right|well|sure|okay|ok|uh|um|"
    r"maybe|probably|never|nothing|because|exactly|absolutely)\b",
    re.IGNORECASE,
)
_KINDS = frozenset({"paragraph", "blockquote"})


def edits(case: Case) -> Iterator[Edit]:
    """Letter, colon and the capital behind them."""
    blocks = [b for b in case.blocks if b.kind in _KINDS]
    for block, letter in zip(blocks, _letters(blocks), strict=True):
        if letter:
            yield from _marked(block, letter, case.clean.text)


def _letters(blocks: Sequence[Block]) -> list[str]:
    """``Q``, ``A`` or nothing for each."""
    out = ["Q" if _QUESTION.match(b.text) else "" for b in blocks]
    for k, block in enumerate(blocks):
        if (
            not out[k]
            and k
            and out[k - 1]
            and _ANSWER.match(block.text)
            and _REPLIES.match(block.text)
        ):
            out[k] = "A"
    return out


def _marked(block: Block, letter: str, text: str) -> Iterator[Edit]:
    start = block.pieces[0].clean[0]
    if text[start] != letter:
        yield Edit(start, start + 1, letter, "case")
    if text[start + 1] == " ":
        yield Edit(start + 1, start + 1, ":", "punctuation")
    first = text.index(" ", start) + 1
    if text[first].islower():
        yield Edit(first, first + 1, text[first].upper(), "case")
