"""How opinions print a word in mid-sentence: the shipped counts of words and of pairs of words.

``generator/data/case_words.tsv.gz`` and ``case_pairs.tsv.gz`` (their first lines say where they come from).  A row is
split when it is first asked for, so that loading costs little more than unpacking.
"""

from __future__ import annotations

import functools
import gzip
from typing import TYPE_CHECKING, NamedTuple

from generator.cite.flattened.vocabulary import is_ordinary

if TYPE_CHECKING:
    from collections.abc import Callable

# How many counts a word alone is worth beside those of a pair; scripts/derive_case_tables.py prunes with the same.
WEIGHT = 2.0
# The share of capitals in a word of which only the place before others was counted: about one in six is a name.
UNTOLD = 0.15
# A word met so often before others was hardly ever printed with a capital.
OFTEN = 20
SELDOM = 0.03


class Spelling(NamedTuple):
    """How likely a word has a capital in mid-sentence, and how it is printed then: ``Court``, ``FTC``,
    ``McCarthy``.
    """

    capital: float
    form: str


Counts = dict[str, int]


class Lexicon:
    """Counts of spellings by word, and by word behind another; keys in lower case with straight apostrophes."""

    def __init__(
        self, words: dict[str, str], pairs: dict[str, str], following: dict[str, str] | None = None
    ) -> None:
        self._words = words
        self._pairs = pairs
        self._following = following or {}
        self._shares: dict[str, dict[str, float]] = {}
        self._rows: dict[str, dict[str, Counts]] = {}
        self._known: dict[str, Spelling | None] = {}
        self._odds: dict[tuple[str, str], tuple[float, str]] = {}
        # What model.Model.pull finds; the same for all texts.
        self.pulls: dict[tuple[str, str], float] = {}

    def alone(self, word: str) -> Spelling | None:
        """The spelling of a word whatever stands before it; ``None`` for a word that was never counted."""
        try:
            return self._known[word]
        except KeyError:
            found = self._known[word] = self._alone(word)
            return found

    def times(self, word: str) -> int:
        """How often a word was counted; 0 also for ordinary words that never have a capital."""
        cell = self._words.get(word)
        if cell is None:
            return 0
        return int(cell[1:]) if cell[0] == "?" else sum(counts(cell).values())

    def behind(self, before: str, word: str) -> tuple[Counts, int]:
        """The counts of ``word`` behind ``before``, and their sum; none for most."""
        row = self._rows.get(before)
        if row is None:
            cells = self._pairs.get(before, "").split("\t")
            row = self._rows[before] = {
                key: counts(cell) for key, cell in zip(cells[::2], cells[1::2], strict=False)
            }
        found = row.get(word)
        return (found, sum(found.values())) if found else (_NONE, 0)

    def before(self, word: str, after: str) -> float | None:
        """The share of capitals of ``word`` with ``after`` behind it; ``None`` where it is not known."""
        row = self._shares.get(word)
        if row is None:
            cells = self._following.get(word, "").split("\t")
            row = self._shares[word] = {
                key: int(share) / 100
                for key, _, share in (c.rpartition(" ") for c in cells)
                if share
            }
        return row.get(after, row.get("")) if row else None

    def is_name(self, word: str) -> bool:
        """Whether a word hardly ever is without a capital."""
        known = self.alone(word)
        return known is not None and known.capital >= 0.95

    def remembered(
        self, key: tuple[str, str], find: Callable[[tuple[str, str]], tuple[float, str]]
    ) -> tuple[float, str]:
        """What ``find`` says of a pair, found once for all texts."""
        try:
            return self._odds[key]
        except KeyError:
            found = self._odds[key] = find(key)
            return found

    def _alone(self, word: str) -> Spelling | None:
        cell = self._words.get(word)
        if cell is None or cell[0] == "?":
            if is_ordinary(word):
                return Spelling(0.0, word.capitalize())
            if not cell:
                return None
            return Spelling(UNTOLD if int(cell[1:]) < OFTEN else SELDOM, word.capitalize())
        table = counts(cell)
        whole = sum(table.values())
        return Spelling((whole - table.get("l", 0) + 0.01) / (whole + 0.02), best_form(word, table))


_NONE: Counts = {}


def uncounted(word: str, lexicon: Lexicon) -> bool:
    """Whether no capitals were counted of a word."""
    known = lexicon.alone(word)
    return known is None or known.capital == UNTOLD


def counts(cell: str) -> Counts:
    """``"C3 l1 McCarthy:4"`` → ``{"C": 3, "l": 1, "McCarthy": 4}``."""
    out: Counts = {}
    for part in cell.split():
        form, _, number = part.rpartition(":")
        if form:
            out[form] = int(number)
        else:
            out[part[0]] = int(part[1:])
    return out


def best_form(word: str, table: Counts) -> str:
    """The commonest of the spellings with a capital."""
    code = max((c for c in table if c != "l"), key=lambda c: (table[c], c), default="C")
    return spelled(word, code)


def as_a_name(word: str) -> str:
    """A name that nobody has counted: ``Jones``, ``McQueen``."""
    if len(word) > 4 and word.startswith("mc"):
        return "Mc" + word[2:].capitalize()
    return word.capitalize()


def spelled(word: str, code: str) -> str:
    """A word by the code of its spelling."""
    if code == "C":
        return word[:1].upper() + word[1:]
    return word.upper() if code == "U" else word if code == "l" else code


@functools.cache
def shipped() -> Lexicon:
    """The lexicon of the shipped tables."""
    return Lexicon(
        _table("case_words.tsv.gz"), _table("case_pairs.tsv.gz"), _table("case_following.tsv.gz")
    )


def _table(name: str) -> dict[str, str]:
    from importlib.resources import files

    text = gzip.decompress(files("generator").joinpath("data", name).read_bytes()).decode("utf-8")
    rows = (line.partition("\t") for line in text.split("\n") if line and line[0] != "#")
    return {key: rest for key, _, rest in rows}


@functools.cache
def _letters() -> dict[str, float]:
    from importlib.resources import files

    text = files("generator").joinpath("data/case_letters.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line[0] != "#")
    return {part: float(odds) for part, odds in rows}


def like_a_name(word: str) -> float:
    """Log odds by a word's beginning and end that it is a name: of ``munanka`` 4, of ``postings`` -3."""
    table = _letters()
    head = next((table[p] for n in (3, 2, 1) if (p := f"^{word[:n]}") in table), 0.0)
    tail = next((table[p] for n in (3, 2, 1) if (p := f"{word[-n:]}$") in table), 0.0)
    return head + tail
