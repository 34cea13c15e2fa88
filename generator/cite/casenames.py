"""The name of a case, read backwards from its citation: ``United States v. Leon, 468 U.S. 897``.

A name is a run of capitalised words with a few small ones between them ("Owen v. City of Independence").  The run
ends at a lower-case word, at a sentence's end, at the citation before it, or at a signal ("See", "quoting").  What
may stand in a name is the table ``generator/data/name_words.yml``.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.model import Case

LONGEST = 180  # characters; the longest name in ten thousand citations of the Court has some 150
_BEFORE = re.compile(r"[,\s]*$")
_WORD = re.compile(r"\S+")
_VERSUS = re.compile(r"^v(?:s?\.)?$")
_PROCEDURAL = re.compile(
    r"\b(?:In\s+re|Ex\s+parte|Matter\s+of|Estate\s+of|Succession\s+of)\s", re.IGNORECASE
)
_INITIALS = re.compile(r"^[(\"“‘']*(?:[A-Z]\.)+,?$|^[(]?[A-Z]\.-?[A-Z]\.?,?$")
_SMALL_START = re.compile(r"[a-z]{1,4}['’-]?[A-Z]")  # al-Kidd, d'Amico, eBay
_DETERMINERS = frozenset("a an his its our that the their this".split())
_CLOSING = "\"”’')]"
# What may have a number and a comma inside a name: "Local 174, Teamsters".
_NUMBERED = frozenset(("Local", "Lodge", "Locals", "No.", "Nos.", "Dist.", "Council", "Union"))
# "First, …" counts reasons; "First Nat. Bank" is a party.
_ORDINALS = frozenset(("First", "Second", "Third"))
# A report between the name and the one recognised: "Flint v. Pike, 4 B. & C. 473, 478, 107 Eng. Rep. 1136"
_OTHER_REPORT = re.compile(
    r",\s\d{1,3}\s(?:[A-Z][\w.'’]{0,12}\s|&\s){1,5}\d{1,5}(?:,\s\d{1,5}(?:[-–]\d{1,5})?){0,3}$"
)


@dataclass(frozen=True, slots=True)
class NameWords:
    """The table ``name_words.yml`` as sets."""

    abbreviations: frozenset[str]
    connectors: frozenset[str]
    starters: frozenset[str]
    common_parties: frozenset[str]


@functools.cache
def words() -> NameWords:
    """The shipped table."""
    import yaml

    text = files("generator").joinpath("data/name_words.yml").read_text(encoding="utf-8")
    table: dict[str, str] = yaml.safe_load(text)
    return NameWords(
        frozenset(table["abbreviations"].split()),
        frozenset(table["connectors"].split()),
        frozenset(table["starters"].split()),
        frozenset(" ".join(p.split()).lower() for p in table["common_parties"].split("|")),
    )


def name_before(text: str, end: int, floor: int = 0) -> tuple[int, str] | None:
    """The case name that ends before ``text[end]``, with a comma or blank between: (its start, the name).

    ``floor`` is where the citation before ends: no name reaches back over it.  ``None`` where no name with "v.",
    "In re"
    or "Ex parte" stands there.
    """
    floor = max(floor, end - LONGEST)
    gap = _BEFORE.search(text, floor, end)
    stop = gap.start() if gap else end
    found = [(m.start(), m.end()) for m in _WORD.finditer(text, floor, stop)]
    versus = next(
        (k for k in range(len(found) - 2, 0, -1) if _VERSUS.search(_core(text, found[k]))), None
    )
    if versus is not None and _goes_on(text, found[versus + 1 :]):
        first = _first_of(text, found, versus)
        if first is not None:
            start = found[first][0] + _opening(text, found[first])
            return start, _OTHER_REPORT.sub("", _tidy(text[start:stop]))
    matches = list(_PROCEDURAL.finditer(text, floor, stop))
    if matches:
        start = matches[-1].start()
        tail = [w for w in found if w[0] >= matches[-1].end()]
        if text[start].isupper() and tail and _goes_on(text, tail):
            return start, _tidy(text[start:stop])
    return None


def short_name_before(text: str, end: int, floor: int = 0) -> tuple[int, str] | None:
    """The short name that ends before ``text[end]``: ``Leon`` of "Leon, supra", ``First Options`` and the like.

    The run of capitalised words without the words that only begin a sentence; a whole "X v. Y" counts too.
    """
    whole = name_before(text, end, floor)
    if whole:
        return whole
    floor = max(floor, end - LONGEST)
    gap = _BEFORE.search(text, floor, end)
    stop = gap.start() if gap else end
    found = [(m.start(), m.end()) for m in _WORD.finditer(text, floor, stop)]
    if not found:
        return None
    first = _first_of(text, found, len(found))
    if first is None:
        return None
    start = found[first][0] + _opening(text, found[first])
    if start >= stop or not text[start:stop].strip(_CLOSING + ".,"):
        return None
    return start, _tidy(text[start:stop])


def _core(text: str, word: tuple[int, int]) -> str:
    return text[word[0] : word[1]]


def _opening(text: str, word: tuple[int, int]) -> int:
    """How many opening marks stand before the first letter."""
    core = _core(text, word)
    return len(core) - len(core.lstrip("([\"“‘'—–-"))


def _goes_on(text: str, rest: list[tuple[int, int]]) -> bool:
    """Whether every word behind the "v." may stand in a name, so that the name reaches to the citation."""
    table = words()
    for place, word in enumerate(rest):
        core = _core(text, word)
        bare = core.strip("()[]\"“”,;'’‘")
        if core.endswith((";", ":")) or ("(" in core and place == 0):
            return False
        if core.endswith(".") and place < len(rest) - 1 and not _abbreviated(core):
            return False
        if not bare or bare[0].isupper() or bare[0].isdigit() or bare in table.connectors:
            continue
        if _SMALL_START.match(bare):
            continue
        if bare in ("&", "in", "on", "to", "by", "at", "with", "or", "re", "-") and place:
            continue
        return False
    return bool(rest)


def _abbreviated(core: str) -> bool:
    bare = core.strip("()[]\"“”,;'’‘")
    return bare in words().abbreviations or bool(_INITIALS.match(bare))


def _first_of(text: str, found: list[tuple[int, int]], before: int) -> int | None:
    """The index of the first word of the run that ends before the word ``before``; ``None`` where there is none."""
    table = words()
    first = before
    for k in range(before - 1, -1, -1):
        core = _core(text, found[k])
        bare = core.strip("()[]\"“”,;'’‘—–")
        last = k == before - 1
        # A signal may stand behind a note's number: "1 See Miranda v. Arizona".
        if core.endswith((";", ":", "?", "!")) or (
            not last and (core[-1:] in '"”)]' or bare == "See")
        ):
            break
        unquoted = core.rstrip("\"”’'")
        if unquoted.endswith(".") and (unquoted != core or not _abbreviated(core)):
            break
        if core.endswith(",") and not last and not _inside_comma(text, found, k):
            break
        if (
            bare == "&"
            or bare in table.connectors
            or (bare in ("in", "on", "to") and k < before - 1)
        ):
            if bare in ("in", "on", "to") and not _may_join(text, found, k):
                break
            continue
        if not bare or not (bare[0].isupper() or (bare[0].isdigit() and k + 1 < before)):
            break
        if bare[0].isdigit() and not bare.rstrip(".").isalnum():
            break
        first = k
        if core[0] in '(["“‘':  # the name begins inside a parenthesis or a quotation
            break
    first = _behind_apposed(text, found, first, before)
    while first < before and _starts_only(text, found, first, before):
        first += 1
        while first < before and not _core(text, found[first]).strip('(["“‘')[:1].isupper():
            first += 1
    return first if first < before else None


def _inside_comma(text: str, found: list[tuple[int, int]], k: int) -> bool:
    """A comma inside a name: "Mansfield, C. & L. M. R. Co.", "Smith, Inc." — never after a lower-case word or a
    starter.
    """
    bare = _core(text, found[k]).rstrip(",")
    if bare.isdigit():  # "Local 174, Teamsters v. Lucas Flour Co."
        return k > 0 and _core(text, found[k - 1]) in _NUMBERED
    following = _core(text, found[k + 1]).rstrip(",.")
    return (
        bare.strip('("“')[:1].isupper()
        and bare not in words().starters
        and (
            following
            in ("Inc", "Ltd", "Co", "Corp", "LLC", "L. L. C", "P. C", "S. A", "Jr", "Sr", "&", "LP")
            or _abbreviated(_core(text, found[k + 1]))
            or following[:1].isupper()
        )
    )


def _behind_apposed(text: str, found: list[tuple[int, int]], first: int, before: int) -> int:
    """Where the name begins behind words of the sentence that a comma parts from it.

    "granted the Certificate of Appealability, Fusi v. O'Brien": no name of a case has an article before it.
    """
    if not first or before >= len(found):
        return first
    last = next(
        (k for k in range(before - 2, first - 1, -1) if _core(text, found[k])[-1:] == ","), None
    )
    if last is None or _core(text, found[first - 1]).strip('(["“').lower() not in _DETERMINERS:
        return first
    rest = [_core(text, found[k]).strip("(),.") for k in range(last + 1, before)]
    return first if {"&", "and", "of", "Inc", "Co", "Corp"} & set(rest) else last + 1


def _may_join(text: str, found: list[tuple[int, int]], k: int) -> bool:
    """As in "Church in the City", "Committee on Legal Ethics": a small preposition between two capitalised words."""
    if k == 0:
        return False
    before, after = _core(text, found[k - 1]), _core(text, found[k + 1])
    return (
        _core(text, found[k]) != "in"
        and before[:1].isupper()
        and after[:1].isupper()
        and not before.endswith((",", "."))
        and before.strip('(["“') not in words().starters
    )


def _starts_only(text: str, found: list[tuple[int, int]], first: int, before: int) -> bool:
    """Whether the first word of the run only opens the sentence: "In Harlow", "See Leon"."""
    core = _core(text, found[first]).strip("([\"“‘'—–")
    bare = core.rstrip(",")
    if bare in _ORDINALS and core == bare:
        return False
    if first + 1 == before and before < len(found) and _VERSUS.search(_core(text, found[before])):
        return False  # "See v. Seattle", "May v. Anderson": somebody sued
    if bare == "In" and first + 1 < before and _core(text, found[first + 1]).lower() == "re":
        return False
    return bare in words().starters


def _tidy(name: str) -> str:
    return " ".join(name.split()).strip(" ,;").lstrip("([\"“‘'—–")


def called(case: Case) -> str:
    """The name of the case at hand; where none is known, what its address says ("malley-v-briggs")."""
    return case.info.name or case.slug.replace("-v-", " v. ").replace("-", " ")


# -------------------------------------------------------------------------------------------------- parties

_PARTIES = re.compile(r"\s+v(?:s?\.)?\s+")
_PROCEDURE = re.compile(r"^(?:in re|ex parte|matter of|estate of)\s+", re.IGNORECASE)
_NOT_LETTERS = re.compile(r"[^\w\s&-]|_")


def parties(name: str) -> tuple[str, ...]:
    """The parties of "X v. Y"; the one name of "In re Gault"."""
    return tuple(p.strip(" ,") for p in _PARTIES.split(_PROCEDURE.sub("", name)) if p.strip(" ,"))


def name_key(name: str) -> tuple[str, ...]:
    """A name's words for comparison: lower case, without marks, "the" and possessives."""
    bare = name.replace("’", "'").lower()
    bare = re.sub(r"'s\b", "", bare)
    return tuple(w for w in _NOT_LETTERS.sub("", bare).split() if w != "the")


def is_common(party: str) -> bool:
    """Whether a party is in so many cases that it names none (Bluebook Rule 10.9(a)(i))."""
    key = " ".join(name_key(party))
    if key.startswith(
        ("city of", "county of", "town of", "state of", "board of", "people of", "commissioner of")
    ):
        return True
    return key in _common_keys()


@functools.cache
def _common_keys() -> frozenset[str]:
    return frozenset(" ".join(name_key(p)) for p in words().common_parties)


def answers_to(name: str, short: str) -> int:
    """How well a case of this ``name`` answers to a ``short`` one; 0: not at all.

    3: the short name is a whole party, or the whole name; 2: it begins one ("Go-Bart" for Go-Bart Importing Co.);
    1: its words stand together inside one ("District Court").  A short name of a common party alone answers to nothing.
    Hyphens that a broken line left or took ("Mc-Culloch", "MontalvoMurillo") make no other name.
    """
    best = _answers(name, short)
    if best == 0 and ("-" in name or "-" in short):
        best = min(2, _answers(name.replace("-", ""), short.replace("-", "")))
    return best


def _answers(name: str, short: str) -> int:
    wanted = name_key(short)
    if not wanted:
        return 0
    if name_key(name) == wanted:
        return 3
    best = 0
    for party in parties(name):
        own = name_key(party)
        if own == wanted:
            best = max(best, 3)
        elif own[: len(wanted)] == wanted:
            best = max(best, 2)
        elif any(own[k : k + len(wanted)] == wanted for k in range(1, len(own))):
            best = max(best, 1)
    if best == 0 and len(parties(short)) == 2:
        ours, theirs = parties(name), parties(short)
        if len(ours) == 2 and all(
            set(name_key(a)) & set(name_key(b)) and (name_key(a)[:1] == name_key(b)[:1])
            for a, b in zip(ours, theirs, strict=True)
        ):
            best = 2
    return best
