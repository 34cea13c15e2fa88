"""The numbers that a court itself gives to its paragraphs.

Many States' courts number them, so that an opinion can be cited before it is printed and wherever it is printed
(Bluebook Rule 10.3.3): "State v. Roe, 2005 UT 30, ¶ 12".  They stand in the text, at the head of the paragraph, and
run on from writing to writing in some courts and begin anew in others.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.model import Case

_NUMBER = re.compile(r"[\[{(]?¶\s?(\d{1,4})(?!\d)[.\])}]{0,2}\s")
LEAST = 3  # numbered paragraphs that are no chance


def court_number(text: str) -> str | None:
    """The number at the head of a paragraph: "¶ 30 The", "{¶ 30} The", "[¶30.] The"."""
    match = _NUMBER.match(text)
    return match[1] if match else None


def is_numbered(case: Case) -> bool:
    """Whether the court has numbered the paragraphs of an opinion."""
    own = (b.text for b in case.blocks if b.kind != "blockquote")
    return sum(1 for text in own if court_number(text)) >= LEAST
