# ruff: noqa: INP001 - beside the script that uses it
"""Sound text damaged as flattened texts are, with what was lost: for ``derive_gaps.py``.

``damaged("In 1995 a well-trained officer, see § 1983, …")`` is ``in`` ``a`` ``officer`` ``,`` ``see`` ``,`` …, each
with 0 where nothing is lost before it, 1 where a word or figure is, and 2 where that is not to be judged: what is
lost there (``v.``, initials, whole citations, a contraction's ending) leaves no hole, or one that other rules mend.
"""

from __future__ import annotations

import re

BARRIER = "\n"
Stream = list[tuple[str, int]]

_TOKEN = re.compile(
    r"""
      (?P<ellipsis>\.\s\.\s\.(?:\s\.)?|\.{3,}|…)
    | (?P<statute>\d+\s+(?:U\.\s?S\.\s?C\.|C\.?\s?F\.?\s?R\.?)(?:\sApp\.)?
        (?:\s§§?\s?[\w\-–.]+(?:\([\w]+\))*(?:,\s[\w\-–.]+(?:\(\w+\))*)*)?(?:\s\(\d{4}\sed\.[^)]*\))?)
    | (?P<citation>\d+\s+(?:U\.\s?S\.|S\.\s?Ct\.|L\.\s?Ed\.(?:\s?2d)?|F\.\s?(?:2d|3d|Supp\.(?:\s?2d)?)?
        |[A-Z][\w.]*\.(?:\s?[A-Z][\w.]*\.){0,3}(?:\s?[23]d)?)(?:,\s+at)?\s+[\d_–\-]+(?:,\s[\d–\-]+)*
        (?:,\sn\.\s\d+)?(?:\s\([^()]{0,30}\d{4}\))?)
    | (?P<item>\(\d{1,2}\)|\((?:[ivx]+)\))
    | (?P<abbreviation>\b(?:v|vs|J|JJ|C\.\sJ|Id|id|e\.\s?g|i\.\s?e|al|Inc|Corp|Co|No|Nos|Mr|Mrs|Dr|Jr|Sr|nn?)\.)
    | (?P<initial>\b[A-Z]\.)
    | (?P<figure>[$§]*\s?\d[\w.,%–\-]*\w(?:\(\w+\))*|[$§]*\d+%?(?:\(\w+\))*|§§?)
    | (?P<hyphened>[A-Za-z’']+(?:[-–‑][A-Za-z0-9’']+)+)
    | (?P<word>[A-Za-z]+(?:[’'][A-Za-z]+)?)
    | (?P<mark>[.,])
    | (?P<other>\S)
    """,
    re.VERBOSE,
)
# A figure right behind one of these is a footnote's call.
_BEFORE_CALLS = ".,”\"’')];:"
CUT = "¦"  # set by hand where a text is known to miss something


def damaged(text: str) -> Stream:
    """The words and marks of all paragraphs, with a barrier before and behind each."""
    out: Stream = [(BARRIER, 2)]
    for line in text.splitlines():
        paragraph = _paragraph(line.strip())
        if paragraph:
            out += [*paragraph, (BARRIER, 2)]
    return out


def _paragraph(line: str) -> Stream:
    out: Stream = []
    lost = 0
    for match in _TOKEN.finditer(line):
        kind, token = match.lastgroup, match.group()
        if kind == "word":
            lost = _word(token, lost, out)
        elif kind in ("mark", "ellipsis"):
            mark = "." if kind == "ellipsis" else token
            if (
                kind == "mark"
                and out
                and (out[-1][0] == mark or (out[-1][0] == "." and mark == ","))
            ):
                continue
            out.append((mark, lost))
            lost = 0
        elif kind in ("hyphened", "statute", "figure"):
            call = kind == "figure" and match.start() and line[match.start() - 1] in _BEFORE_CALLS
            lost = lost if call else 1
        elif kind == "item" or (kind in ("citation", "abbreviation", "initial") and lost != 1):
            lost = 2
        elif token == CUT:
            lost = lost or 2
    return out


def _word(token: str, lost: int, out: Stream) -> int:
    """Add a word as it is left; what is lost behind it."""
    stem, _, ending = token.replace("’", "'").partition("'")
    if ending.lower() in ("", "s"):
        out.append((stem.lower(), lost))
        return 0
    if len(stem) == 1 and stem != "I":  # O'Connor
        return lost or 2
    if ending == "t" and stem.endswith("n"):
        stem = stem[:-1]
    out.append((stem.lower(), lost))
    return 2
