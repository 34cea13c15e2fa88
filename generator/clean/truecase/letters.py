"""Letters that stand alone: sections, halves of words that a lost bracket has parted, and no initials.

``§ 552(b)(7)(E)`` has become ``b e``: where figures between them are lost, the letters of a code go from small to
capital.  Any other letter alone is a section's too, and small: ``§ 1658(b)``, ``(b)`` in a syllabus; so is the article.
``[t]he`` has become ``t he``: it has its capital if it begins what is quoted, which follows upon a page or a stop.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.cite.flattened.vocabulary import lists
from generator.clean.truecase.context import TELLING

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from generator.clean.truecase.text import Line

# What is left of a word behind its first letter: "[t]he", "[i]f", "[a]ny", "[w]here".
_RESTS = {
    "a": frozenset("n s ny ll lthough fter court".split()),
    "b": frozenset("ut y ecause efore oth".split()),
    "c": frozenset("ongress ourt ourts".split()),
    "d": frozenset("espite uring".split()),
    "e": frozenset("ach ven very".split()),
    "f": frozenset("or rom".split()),
    "h": frozenset("e is owever er".split()),
    "i": frozenset("t f n s".split()),
    "n": frozenset("o ot or othing either".split()),
    "o": frozenset("f n ur nly nce ther ne".split()),
    "s": frozenset("uch ince o ee ome he".split()),
    "t": frozenset("he his hat hese hose here hey hough hus o".split()),
    "u": frozenset("nder nless pon".split()),
    "w": frozenset("e hen here hile hether ho hat hich ith".split()),
    "y": frozenset("et".split()),
}
# Behind these a quotation begins that is a sentence of its own.
_OPENING = frozenset("at quoting concurring dissenting curiam result omitted comment".split())
# Behind these a letter is a name: "Exhibit C", "Exemption 7(F)".
_NAMED = frozenset("part exhibit exh class plan vitamin hepatitis schedule exemption canon".split())
# Letters that number as well, "Article V", or ask and answer, "Q. So you did": their neighbours decide.
_OTHERS = frozenset("ivxq")


def parted(i: int, words: Sequence[str], gaps: Sequence[str]) -> bool:
    """Whether a letter is the first of a word that a bracket has parted: ``t he``."""
    return (
        len(words[i]) == 1
        and i + 1 < len(words)
        and gaps[i + 1] == " "
        and words[i + 1] in _RESTS.get(words[i], ())
    )


def letters(
    words: Sequence[str],
    gaps: Sequence[str],
    opened: Container[int],
    names: Container[int],
    halves: Container[int],
) -> Iterator[tuple[int, bool]]:
    """Each letter whose capital can be told, by index, and whether it has one.

    ``opened``: the words that begin a sentence; ``names``: those with a capital; ``halves``: first halves of words.
    """
    for i in [i for i, word in enumerate(words) if len(word) == 1 and word.isascii()]:
        word, before = words[i], words[i - 1] if i else ""
        near = i and gaps[i] in (" ", "")
        if parted(i, words, gaps) or (i in halves and word != "a"):
            cited = i and gaps[i] in (" ", ", ") and (i - 1 in names or before in _OPENING)
            if i in opened or cited or (near and len(before) == 1):
                yield i, True
            else:
                yield i, False
        elif near and _behind_a_letter(i, words, gaps):
            yield i, word != "i"
        elif near and before in _NAMED and (word != "a" or gaps[i + 1] != " "):
            yield i, True
        elif word == "a":
            if i not in opened or (len(words) > i + 1 and words[i + 1] == "a"):
                yield i, False
        elif (word not in _OTHERS and not (near and before in lists().given_names)) or (
            word == "i" and before == "cert"
        ):
            yield i, False


def _behind_a_letter(i: int, words: Sequence[str], gaps: Sequence[str]) -> bool:
    """Whether a letter stands behind another of the same citation: no article, and no end of ``ha d``."""
    before = words[i - 1]
    if len(before) > 1 or before in "iq" or (before == "a" and words[i] != "a"):
        return False
    if i > 1 and gaps[i - 1] == " " and words[i - 2] + before in TELLING:
        return False
    return not parted(i - 1, words, gaps)


def headed(rows: Sequence[Line], end: int) -> frozenset[int]:
    """The offsets of the letters ``a`` that head a paragraph of the syllabus, which ends at ``end``.

    It does so behind "Held", before a ``b``, and stands at the beginning of a line or behind the pages of the
    paragraph before: elsewhere ``a`` is the article.
    """
    out: list[int] = []
    held, open_, followed = False, 0, False
    for row in rows:
        if row.start >= end:
            break
        for i, word in enumerate(row.words):
            held = held or word == "held"
            if len(word) > 1 or not held or (i and row.words[i - 1] != "pp"):
                continue
            if word == "a" and not open_:
                open_ = row.offsets[i]
                out.append(open_)
            elif word == "b":
                followed, open_ = True, 0
    if open_ and out:
        out.pop()  # no "b" came
    return frozenset(out) if followed else frozenset()
