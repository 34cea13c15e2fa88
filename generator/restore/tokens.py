"""Words that a tokeniser cut in two are put together: ``can not`` is ``cannot``, ``gon na`` is ``gonna``.

Who prepares text for counting by the rules of the Penn Treebank (Marcus, Santorini and Marcinkiewicz 1993) writes some
words as two.  The list is theirs, less what lost an apostrophe on the way (``d'ye``, ``more'n``, ``'tis``).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.offsets import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import Case

_PAIRS = "can not|gim me|gon na|got ta|lem me|wan na"
_SPLIT = re.compile(rf"\b(?:{_PAIRS})\b", re.IGNORECASE)
# "can not only … but also" is two words in print as well.
_TWO_WORDS = re.compile(r" (?:only|merely|just)\b", re.IGNORECASE)
_WHOLE = re.compile(r"\bcannot\b", re.IGNORECASE)


def edits(case: Case) -> Iterator[Edit]:
    """The blank inside each is dropped; ``can not`` stays where the text writes ``cannot`` too: then nobody cut."""
    text = case.clean.text
    whole = _WHOLE.search(text) is not None
    for match in _SPLIT.finditer(text):
        if match.group().lower() == "can not" and (whole or _TWO_WORDS.match(text, match.end())):
            continue
        blank = text.index(" ", match.start())
        yield Edit(blank, blank + 1, "", "space")
