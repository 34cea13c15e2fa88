"""What happens to an opinion on its way into the flattened dialect, done to a text of which the truth is known.

Read off texts in that dialect: lower case throughout; no digits, quotation marks, brackets, apostrophes or section
signs; what had a digit, an apostrophe or a hyphen in it is gone whole, and so is ``v.``; no blank behind a mark that
has a letter before and after it; a blank where a bracket stood within a word; ``cannot`` in two.  With its volume goes
the reporter (``555 U. S. 223``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_ALTERED = re.compile(r"(?<=\w)\[|\](?=\w)")  # [n]o, call[ed]
_BRACKETS = re.compile(r"[()\[\]{}“”\"§¶*]")
_APOSTROPHES = re.compile(r"['’‘]")
_VOLUME = re.compile(r"\d+")
_REPORTER = re.compile(r"(?:[A-Z]\.)+|Stat\.|Ct\.")
_BLANK_BEHIND = re.compile(r"(?<=[a-z])([.,;:?!]+) (?=[a-z])")


@dataclass(frozen=True)
class Damaged:
    """A text after the damage; ``kept``: its words in mixed case, in order; ``lost``: those that are gone."""

    text: str
    kept: tuple[str, ...]
    lost: tuple[str, ...]


def flattened(text: str) -> Damaged:
    """One paragraph, flattened."""
    words: list[str] = []
    lost: list[str] = []
    reporter = False
    for word in text.split():
        reporter = bool(_VOLUME.fullmatch(word) or (reporter and _REPORTER.fullmatch(word)))
        bare = _BRACKETS.sub("", _ALTERED.sub(" ", word))
        core = bare.strip(".,;:?!—–-")
        possessive = re.fullmatch(r"(\w+)['’]s?([.,;:?!]*)", bare)
        if possessive:
            lost.append(word)
            words.append(possessive[1] + possessive[2])
        elif re.search(r"\d", core) or _APOSTROPHES.search(core) or re.search(r"\w[-–—]\w", core):
            lost.append(word)
            marks = re.search(r"[.,;:?!]+$", bare)
            if marks and words and words[-1][-1].isalpha():
                words[-1] += marks.group()
        elif reporter or core.lower() == "v" or not any(c.isalpha() for c in bare):
            lost.append(word)
        else:
            words.append(re.sub(r"(?i)\b(can)(not)\b", r"\1 \2", _APOSTROPHES.sub("", bare)))
    flat = _BLANK_BEHIND.sub(r"\1", " ".join(words).lower())
    return Damaged(flat, tuple(re.findall(r"[^\W\d_]+", " ".join(words))), tuple(lost))
