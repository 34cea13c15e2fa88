"""Whether a paragraph ends where a printer's line does, in text that has lost its indents.

No sign is sure.  A printer breaks a line where the next word no longer fits: where it would have fitted, the paragraph
ends; but one paragraph in ten fills its last line.  Then it counts that a first line is shorter for its indent, and
with which words paragraphs open.  The signs are weighed: each is a natural logarithm of odds, and they add up.

The weights of widths were measured on some 8,400 lines of slip opinions, and of what follows on the Court's own PDFs,
where indents tell paragraphs beyond doubt.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from generator.link.tables import read_rows

SURE = 1.7  # the sum from which a paragraph begins: five to one and more
JOINED = 0.6  # more, for each printed line before the last on the line above, whose width is then less certain
_EVER = 0.3  # of sentences that end with a line, more than half end a paragraph
# How wide the line above would have been with the next word, in full lines → weight.
_ROOM = (
    (0.7, 9.0),
    (0.85, 5.0),
    (0.92, 2.7),
    (0.97, 2.2),
    (1.0, 1.6),
    (1.02, 0.6),
    (1.04, -0.4),
    (1.06, -1.8),
    (1.15, -3.2),
)
_SHARE = 19.0  # the weight of a full line's width by which the new line is short for its indent
_NUMBER = 2.0  # "(a) The …", "2. Section …"
_NOTE = 1.0  # the call of a note at the end of the line above
# How many lines the paragraph above has → weight, measured on 2,050 paragraphs whose files mark them; those of one line
# were of few words mostly, and end short.
_LINES = ((1, -1.2), (3, -0.6), (6, -0.5), (9, -0.15), (13, 0.3), (19, 0.4))
_MANY = 0.4
COUNTED = _LINES[-1][0] + 1  # lines of a paragraph: more of them weigh no more
_NUMBERED = re.compile(r"(?:\([a-z0-9]{1,2}\)|\d{1,2}\.) [A-Z“]")
_CALLED = re.compile(r"(?:[^\W\d]|[)\]])[.?!”’)\]]{0,3}[.?!”)]\d{1,2}$")
_OPENING = re.compile(r"[“‘\"'\[]*(?P<word>[^\W\d_][\w’'-]*[.,]?)")
_CITED = re.compile(r"[§(\d]")  # a section, a parenthesis, a volume: it goes on with a citation
CITED = -4.0
# "Bullard v. Blue Hills Bank, 575 U. S.", "In re Sealed Case, 153 F. 3d", "Alaska Stat. §15": sentences of citation,
# where no words lead up to the name.
_NAMED = re.compile(
    r"(?:In re |Ex parte |(?!(?:In|Under|As|On|After|Like|Unlike|With|Since|Although|While|For|But|To|From) ))"
    r"[A-Z\[].{0,60}?(?: v\. |, \d{1,3} (?:U\. ?S\.|F\.|S\. ?Ct\.)| Stat\. (?:Ann\. )?§|, supra)"
)
NAMED = -2.0


def weight(above: str, line: str, *, room: float, share: float, lines: int) -> float:
    """The odds that ``line`` begins a paragraph, as a logarithm.

    ``room``: the width of the line above with the first word of this; ``share``: that of this line; both in full
    lines.  ``lines``: how many lines the paragraph above has.
    """
    length = next((odds for most, odds in _LINES if lines <= most), _MANY)
    return (
        _EVER
        + _of_room(room)
        + _SHARE * (1 - min(1.1, max(0.88, share)))
        + _of_words(line)
        + (_NOTE if _CALLED.search(above) else 0.0)
        + length
    )


def _of_room(room: float) -> float:
    """The weight of a width, between the points of the table in a straight line."""
    if room <= _ROOM[0][0]:
        return _ROOM[0][1]
    for (low, first), (high, second) in pairwise(_ROOM):
        if room <= high:
            return first + (second - first) * (room - low) / (high - low)
    return _ROOM[-1][1]


def _of_words(line: str) -> float:
    if _NUMBERED.match(line):
        return _NUMBER
    if _CITED.match(line):
        return CITED
    word = _OPENING.match(line)
    own = _openings().get(word["word"], 0.0) if word else 0.0
    return max(CITED, own + (NAMED if _NAMED.match(line) else 0.0))


@cache
def _openings() -> dict[str, float]:
    return {word: float(odds) for word, odds in read_rows("paragraph_openings.tsv")}
