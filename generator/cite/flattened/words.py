"""What the flattened dialect makes of a case name, and the form in which names and text can be compared.

The dialect is what a tokeniser for counting words leaves.  Its damage, as far as names are concerned::

    Pearson v. Callahan, 555 U. S. 223, 231.          pearson callahan.
    Go-Bart Importing Co. v. United States, 282 …     importing united states,
    Warden, Md. Penitentiary v. Hayden, 387 …         warden.penitentiary hayden,
    Ashcroft v. al-Kidd, 563 U. S. ___ (slip op.      ashcroft,slip
    O'Connor v. Graziosi, 131 App. Div. 2d 553        graziosi,app.div
    Irwin v. Department of Veterans Affairs, 498 …    irwin de partment of veterans affairs,

Capitals, digits, quotation marks, brackets and the blanks behind marks are gone; so is every word with a hyphen, an
apostrophe, a digit or a period inside it, every initial, and some abbreviations with their period ("Co.", "Inc.",
"Md.") but not others ("Bd.", "Dept."); which ones differs from print to print.  A possessive loses its "'s".  Where the
print had broken a word at the end of a line, a blank is left in it.

Hence the *squeezed* form: nothing but the letters, in lower case.  A name has several squeezed forms
when it holds words that may or may not have survived.
"""

from __future__ import annotations

import functools
import itertools
import math
import re
from bisect import bisect_right
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_VERSUS = re.compile(r"\s+v(?:s?\.|(?=\s))\s+")
# Words of two letters or more ("Kenny A." may lose its last); "Co" may be gone without its period too.
_PLAIN = re.compile(r"[A-Z][a-z]+(?: [A-Za-z][a-z]+)* v\. [A-Z][a-z]+(?: [A-Za-z][a-z]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_NOT_LETTERS = re.compile(r"[\W\d_]+")
# A name may have kept words of the sentence it was taken from: "in Baze v. Rees", "on in Ebert v. Poston".
_SENTENCE = re.compile(r"^(?:.{0,80}\. In |.{0,80}\bSee )?(?:(?:in|on|at|de) )*")
_MOST_FORMS = 12
_PRINTED_SHORT = frozenset(
    ("international", "commission")
)  # "Int'l", "Comm'n": of these nothing is left
_CHUNK = 64


@functools.cache
def long_forms() -> dict[str, str]:
    """The table of abbreviations: short form → long form (empty: the word may always be missing)."""
    text = (
        files("generator").joinpath("data/flattened_abbreviations.tsv").read_text(encoding="utf-8")
    )
    rows = [line for line in text.splitlines() if line and not line.startswith("#")]
    return dict(row.split("\t") for row in rows[1:])


class _LettersOnly(dict[int, int | None]):
    """A table for ``str.translate`` that drops what is no letter."""

    def __missing__(self, code: int) -> int | None:
        self[code] = kept = code if chr(code).isalpha() else None
        return kept


_LETTERS = _LettersOnly({code: code if chr(code).isalpha() else None for code in range(128)})


def squeeze(text: str) -> str:
    """The letters of a text that is in lower case."""
    return text.translate(_LETTERS)


def lower(text: str) -> str:
    """In lower case, every character in its place (a few letters of other alphabets would grow)."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


class Squeezed:
    """The squeezed form of a text in lower case, with the way back to the text.

    The way back is kept for every 64 characters only, and only when it is asked for: hits are few.
    """

    __slots__ = ("_counts", "letters", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.letters = squeeze(text)
        self._counts: list[int] = []

    def place(self, letter: int) -> int:
        """Where the letter with this number stands in the text.  ``IndexError`` when there are not so many."""
        if not 0 <= letter < len(self.letters):
            raise IndexError(letter)
        if not self._counts:
            chunks = (self.text[k : k + _CHUNK] for k in range(0, len(self.text), _CHUNK))
            sizes = (len(chunk.translate(_LETTERS)) for chunk in chunks)
            self._counts = list(itertools.accumulate(sizes, initial=0))
        chunk = bisect_right(self._counts, letter) - 1
        at, left = chunk * _CHUNK, letter - self._counts[chunk]
        while True:
            if self.text[at].isalpha():
                if not left:
                    return at
                left -= 1
            at += 1

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """The span in the text of the letters from ``start`` up to ``end``; ``None`` unless whole words."""
        first = self.place(start)
        if first and self.text[first - 1].isalpha():
            return None
        last = self.place(end - 1)
        if last + 1 < len(self.text) and self.text[last + 1].isalpha():
            return None
        return first, last + 1


@dataclass(frozen=True, slots=True)
class FlatName:
    """One way in which a name may have survived: the words of its parties (one for "In re"), none of them empty.

    ``lost``: how many parties are gone altogether ("Ashcroft v. al-Kidd" → ``ashcroft``).  ``loose``: a mark may
    stand where the parties meet, left by a word that is gone ("Adarand Constructors, Inc. v. Mineta") or an
    abbreviation.
    """

    parties: tuple[tuple[str, ...], ...]
    lost: int = 0
    loose: bool = False

    @property
    def squeezed(self) -> str:
        """All letters in a row."""
        return "".join(w for p in self.parties for w in p)

    @property
    def seam(self) -> int:
        """How many letters stand before the second party; 0 when there is none."""
        return sum(map(len, self.parties[0])) if len(self.parties) > 1 else 0


def flatten_name(name: str) -> str | None:
    """What the damage leaves of a case name when it does its worst, as words: the normal form for comparison.

    ``Warden, Md. Penitentiary v. Hayden`` → ``warden penitentiary hayden``; ``None`` when nothing is left.
    """
    forms = flat_names(name)
    return " ".join(w for p in forms[0].parties for w in p) if forms else None


def flat_names(name: str) -> tuple[FlatName, ...]:
    """All ways in which a name may have survived, the most damaged one first; at most a dozen; none without letters."""
    if plain_name(name):
        left, _, right = name.lower().partition(" v. ")
        return (FlatName((tuple(left.split()), tuple(right.split()))),)
    sides = _VERSUS.split(_SENTENCE.sub("", " ".join(name.split()), count=1))
    if len(sides) > 2:
        sides = sides[-2:]
    each = [[_word_forms(w) for w in side.replace("—", " ").split()] for side in sides]
    cut = len(each[0])
    two = len(sides) > 1
    marked = two and sides[0].endswith(".")
    out: dict[tuple[tuple[str, ...], ...], FlatName] = {}
    for words in _combinations([forms for side in each for forms in side]):
        first, second = tuple(filter(None, words[:cut])), tuple(filter(None, words[cut:]))
        parties = (first, second) if two else (first,)
        if parties in out or not (first or second):
            continue
        loose = marked or (two and not all(words[max(0, cut - 1) : cut + 1]))
        kept = tuple(filter(None, parties))
        out[parties] = FlatName(kept, len(parties) - len(kept), loose)
    return tuple(out.values())


def plain_name(name: str) -> tuple[str, str] | None:
    """The squeezed parties of a name that nothing can have happened to but the loss of its "v."; else ``None``.

    This is the short way round ``flat_names``: two names in three are such.
    """
    if not _PLAIN.fullmatch(name) or not _PRINTED_SHORT.isdisjoint(name.lower().split()):
        return None
    left, _, right = name.replace(" v. ", ".").replace(" ", "").lower().partition(".")
    return left, right


def _combinations(forms: list[tuple[str, ...]]) -> Iterable[tuple[str, ...]]:
    """Which form each word takes: every choice where they are few, else all damaged, all whole, and each one alone."""
    if math.prod(map(len, forms)) <= _MOST_FORMS:
        return itertools.product(*forms)
    damaged = tuple(f[0] for f in forms)
    whole = tuple(f[min(1, len(f) - 1)] for f in forms)
    out = [damaged, whole, tuple(f[-1] for f in forms)]
    for place, some in enumerate(forms):
        for form in some[1:]:
            out.append((*damaged[:place], form, *damaged[place + 1 :]))
            out.append((*whole[:place], some[0], *whole[place + 1 :]))
    return out[: 2 * _MOST_FORMS]


@functools.lru_cache(maxsize=4096)
def _word_forms(word: str) -> tuple[str, ...]:
    """How a word of a printed name may stand in a flattened text, the likeliest first; ``""``: not at all."""
    bare = _POSSESSIVE.sub("", word.strip(",;:()[]\"“”‘’'"))
    if not bare or any(c.isdigit() for c in bare):
        return ("",)
    period = bare.endswith(".")
    bare = lower(bare.rstrip("."))
    joined = squeeze(bare)
    known = long_forms().get(joined)
    if known == "":  # "Co." is gone wherever it stood; "LLC" has no period to be lost by
        return ("",) if period else ("", joined)
    if "." in bare or not joined or (period and len(joined) == 1):  # "U.S.", "R.", "&"
        return ("",)
    if "'" in bare or "’" in bare:  # "Comm'n"; of "O'Brien" the rest may be left
        return ("", joined, known or joined[1:])
    if "-" in bare or "–" in bare:
        return ("", joined)
    if known is not None:
        return ("", joined, known) if period else (joined, known)
    if joined in _PRINTED_SHORT:
        return (joined, "")
    return ("", joined) if period or len(joined) == 1 else (joined,)
