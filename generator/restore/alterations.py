"""Alterations whose brackets are lost: ``n o facts`` was printed ``[n]o facts``, ``call ed`` was ``call[ed]``.

Who quotes and changes a letter puts it in brackets (Bluebook Rule 5.2).  A flattened text has a blank where a bracket
stood inside a word.  Two shapes are known: one letter before the rest of a word, and an ending behind one.  The pieces
must make a word, and must not be words themselves in that place: ``a part``, ``section d``, the ``b`` of a list and
initials stay.  Where a sentence begins the letter's capital is given with all others.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.offsets import Edit
from generator.restore.vocabulary import frequencies

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import Case

# A letter that stands alone, with the words about it: "because t he affidavit", "believe d that".
_LETTER = re.compile(r"(?:(?<=[\n ])|^)([a-z])(?= ([a-z]+))", re.IGNORECASE)
_ENDING = re.compile(
    r"(?<!\b[b-z] )\b([a-z]{2,}) ([b-z]|ed|es|ly|ing)(?= ([a-z]+)|([.,;:?!]|$))",
    re.IGNORECASE | re.MULTILINE,
)
_LAST = re.compile(r"([a-z]+)([.,;:]?) $", re.IGNORECASE)

# Both pieces one letter: only these, and never with "a" or a letter that divides sections ("b e" may be (b)(e)).
_PAIRS = frozenset("it in is if no of on or to we so my us by".split())
# Letters that number parts of a statute or a list; the rest of a word behind them must be no word at all.
_NUMBERING = frozenset("abcdefghi")
# A letter behind these is a label: "rule d", "exhibit s".
_LABELLED = frozenset(
    """section sections rule rules part parts title paragraph paragraphs subsection subsections subparagraph clause
    exhibit exh appendix app regulation schedule class grade group type plan table form item ann code art evid civ crim
    proc stat reg ch point vitamin hepatitis count number no""".split()
)
# Endings that are put behind whole words; any other only where what is before it is no word ("interna l").
_ENDINGS = frozenset("s d e ed es ing ly".split())
# Words that take no ending although another word comes of it: "see d" is a subsection, "ass n" had an apostrophe.
_NO_STEMS = frozenset(
    "see compare at on her the be cal fed dept govt ass nat att dep int gov".split()
)
_VERY_COMMON = 3000  # in a million: "in", "or", "for"
# How much more often a word than its rest, where the rest is a word too ("h ere", "a ny"): a rare word or a slip of the
# count, against one of the common ones.
_OFTENER = 100
_COMMON = 20  # in a million


def edits(case: Case) -> Iterator[Edit]:
    """Brackets about the letters that were changed; the blank becomes one of them."""
    text = case.clean.text
    found = sorted({*_beginnings(text), *_endings(text)})
    last = 0
    for start, end, blank in found:
        if start < last:
            continue
        if blank == end:  # [n]o
            yield Edit(start, start, "[", "punctuation")
            if text[start].isupper() and _in_mid_sentence(text, start):
                yield Edit(start, end, text[start].lower(), "case")
            yield Edit(end, end + 1, "]", "punctuation")
        else:  # call[ed]
            yield Edit(blank, start, "[", "punctuation")
            yield Edit(end, end, "]", "punctuation")
        last = end + 1


def _in_mid_sentence(text: str, start: int) -> bool:
    """A letter alone is easily taken for a name or for ``I``; behind a word or a comma it has no capital."""
    return (
        start > 1
        and text[start - 1] == " "
        and (text[start - 2].isalpha() or text[start - 2] == ",")
    )


def _beginnings(text: str) -> Iterator[tuple[int, int, int]]:
    """``(start, end, blank)`` of letters before the rest of a word."""
    often = frequencies()
    for match in _LETTER.finditer(text):
        letter, rest = match.group(1).lower(), match.group(2).lower()
        word = letter + rest
        if word not in often and word not in _PAIRS:
            continue
        before = _LAST.search(text, max(0, match.start() - 40), match.start())
        previous, mark = (before.group(1).lower(), before.group(2)) if before else ("", "")
        initials = len(previous) == 1 and (letter in _NUMBERING or often.get(word, 0) < _OFTENER)
        if initials or (not mark and previous in _LABELLED):
            continue
        initial = len(rest) == 1 and text[match.end(2) : match.end(2) + 1] == "."
        if not initial and _is_beginning(letter, rest, previous if not mark else ""):
            yield match.start(), match.end(1), match.end(1)


def _is_beginning(letter: str, rest: str, previous: str) -> bool:
    often = frequencies()
    word, of_word, of_rest = letter + rest, often.get(letter + rest, 0), often.get(rest, 0)
    if len(rest) == 1:
        return word in _PAIRS
    if rest == "ed":
        return False  # "l. ed."
    ending = letter not in "ai" and often.get(previous + letter, 0)
    if ending and (of_rest or previous not in often):
        return False  # an ending as well: "conviction s he", "interna l and"
    if of_rest and letter in _NUMBERING:
        return of_word >= _COMMON and of_word >= _OFTENER * of_rest
    if letter in "ai":
        return of_word >= _COMMON
    return of_word >= _COMMON or not of_rest


def _endings(text: str) -> Iterator[tuple[int, int, int]]:
    """``(start, end, blank)`` of endings behind a word."""
    frequencies()
    for match in _ENDING.finditer(text):
        stem, ending = match.group(1).lower(), match.group(2).lower()
        following = (match.group(3) or match.group(4)).lower()
        if _is_ending(stem, ending, following):
            yield match.start(2), match.end(2), match.start(2) - 1


def _is_ending(stem: str, ending: str, following: str) -> bool:
    often = frequencies()
    word, of_stem = often.get(stem + ending, 0), often.get(stem, 0)
    if stem in _NO_STEMS or (stem in _LABELLED and len(ending) == 1):
        return False
    if word and (not of_stem or word >= _OFTENER * of_stem):
        return True
    if len(ending) == 1 and following == ".":
        return False  # an initial: "lisa s. blatt", "lake s. & m. s. railroad"
    if len(ending) == 1 and often.get(ending + following, 0) * 20 >= often.get(following, 1):
        return False  # "conviction s he": a beginning as well
    if ending not in _ENDINGS or (of_stem >= _VERY_COMMON and stem != "it"):
        return False
    if (
        not word
    ):  # a rare word: it must be a known one with an ending, and sound words must go on behind it
        known = len(stem) >= 4 and (of_stem or often.get(stem + "e"))
        edition = ending == "ed" and following == "."
        sound = not following.isalpha() or following == "a" or often.get(following, 0) >= _COMMON
        if not known or edition or not sound:
            return False
    if ending in ("d", "e"):
        return ending == "d" and stem.endswith("e")  # else it is a subsection, as in "under d"
    return True
