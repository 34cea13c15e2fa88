"""The Justices of the Supreme Court, and how the surnames of judges are written.

The table is ``generator/data/justices.tsv`` (its first lines say where it comes from); it is read
on first use.
"""

from __future__ import annotations

import datetime
import functools
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

Role = Literal["chief", "associate"]

# Words that stand before a surname and belong to it.
_PARTICLES = frozenset(
    "da de del della den der des di dos du la le st ste ten ter van vande vander von".split()
)
# What may follow a name without being part of it: "Jr.", "III", "J.", "C. J.", "JJ.".
_SUFFIX = re.compile(r"[\s,]+(?:(?:jr|sr|ii|iii|iv)\b\.?|(?:c\.?\s?)?jj?\.)\s*,?$", re.IGNORECASE)
_MISREAD = 2  # letters; "LI" becomes "U", "U" becomes "TJ"
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ`´′", "'"))


@dataclass(frozen=True, slots=True)
class Office:
    """One row of the table.  ``last`` is ``None`` for those who serve; both days are days of
    service.
    """

    surname: str
    given: str
    role: Role
    first: datetime.date
    last: datetime.date | None

    def held_on(self, day: datetime.date) -> bool:
        """Whether the office was held on ``day``."""
        return self.first <= day and (self.last is None or day <= self.last)


@functools.cache
def offices() -> tuple[Office, ...]:
    """Every office held since 1789, in order of its first day.  ``ValueError`` when a row is
    malformed.
    """
    from importlib.resources import files

    text = files("generator").joinpath("data/justices.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return tuple(_office(row) for row in rows[1:])


def surname(printed: str) -> str:
    """The surname in ``printed``, written as people write it: ``"O'CONNOR"`` → ``"O'Connor"``.

    A Justice's is written as in the table, however the source mangled it ("o connor", "OCONNOR",
    "Mcreynolds").  Any other judge's keeps its mixed case; all capitals or all lower case become
    capitals at the start of each part.  Given names, initials, "Jr." and "J." fall away; particles
    stay ("Van Graafeiland").  Blank in, blank out.
    """
    words = [word for part in _bare(printed).split() if (word := part.strip(",;:"))]
    if not words:
        return ""
    for count in (3, 2, 1):  # the longest first: "van devanter" before "devanter"
        if len(words) >= count and (known := _surnames().get(_key("".join(words[-count:])))):
            return known
    start = len(words) - 1
    # "o scannlain" has lost its apostrophe; "O. SCANNLAIN" is an initial, and "O" alone is a name.
    if start and words[start - 1].lower() == "o":
        words[start - 1 :] = [f"{words[start - 1]}'{words[start]}"]
        start -= 1
    while start and words[start - 1].rstrip(".").lower() in _PARTICLES:
        start -= 1
    return " ".join(_written(word) for word in words[start:])


def is_justice(printed: str) -> bool:
    """Whether ``printed`` names someone who ever was a Justice, and says nothing else.

    For lower-case texts, in which a name looks like any word: ``"breyer"``, ``"o connor"`` and
    ``"sandra day o'connor"`` are, ``"joins"`` and ``"justice breyer"`` are not.  "white", "black"
    or "day" are names here: where they may be meant as words, the caller has to look at the place.
    """
    bare = _bare(printed)
    if _key(bare) in _surnames():
        return True
    words = [_key(word) for word in bare.split()]
    for office in offices():
        own = [_key(word) for word in office.surname.split()]
        before = words[: -len(own)]
        given = [_key(word) for word in office.given.split()]
        # An initial stands for a given name; "ii" was stripped from the name and may be missing.
        if (
            before
            and words[-len(own) :] == own
            and all(
                any(word == name or (len(word) == 1 and name.startswith(word)) for name in given)
                for word in before
            )
        ):
            return True
    return False


def chief_justice(on: datetime.date) -> str | None:
    """The surname of the Chief Justice on that day; ``None`` while the office was vacant and before
    1789.

    A day of change belongs to the one who leaves: on 23 June 1969 Warren still delivered opinions
    before Burger was sworn in.
    """
    return next((o.surname for o in offices() if o.role == "chief" and o.held_on(on)), None)


def misread(printed: Collection[str], on: datetime.date) -> dict[str, str]:
    """What a scanner made of the names of Justices in small capitals: ``{"Scaua": "Scalia", "Sotjter": "Souter"}``.

    ``printed`` are all judges that the opinions of one case name.  They are the Court's where half of them, and three
    at least, sat on that day; then a name at most two letters from one Justice, who is not named otherwise, is his.
    """
    from rapidfuzz.distance import Levenshtein

    sat = {o.surname for o in offices() if o.held_on(on)}
    known = sat & set(printed)
    if len(known) < max(3, len(set(printed)) / 2):
        return {}
    out = {}
    for name in sorted(set(printed) - sat):
        fits = [
            s
            for s in sorted(sat - known)
            if s[0] == name[:1] and Levenshtein.distance(s.lower(), name.lower()) <= _MISREAD
        ]
        if len(fits) == 1 and len(name) > _MISREAD + 1:
            out[name] = fits[0]
    return out if len(set(out.values())) == len(out) else {}


def _office(row: list[str]) -> Office:
    name, given, role, first, last = row
    if role not in ("chief", "associate"):
        raise ValueError(f"justices.tsv: role {role!r} of {name}")
    day = datetime.date.fromisoformat
    return Office(
        name,
        given,
        "chief" if role == "chief" else "associate",
        day(first),
        day(last) if last else None,
    )


@functools.cache
def _surnames() -> dict[str, str]:
    return {_key(office.surname): office.surname for office in offices()}


def _key(text: str) -> str:
    """Letters only, without case or accents: what survives in the worst of sources."""
    return "".join(c for c in unicodedata.normalize("NFKD", text).casefold() if c.isalpha())


def _bare(printed: str) -> str:
    """Without suffixes and titles after the name, with straight apostrophes and single blanks."""
    bare = " ".join(printed.translate(_APOSTROPHES).split()).strip(" ,;:")
    while (shorter := _SUFFIX.sub("", bare)) != bare:
        bare = shorter.strip(" ,;:")
    return bare


def _written(word: str) -> str:
    """One word of a name.  Mixed case is someone's decision and stays ("DeMoss"); capitals behind a prefix in small
    letters are how reports print names ("McREYNOLDS", "DeMOSS").
    """
    if not (word.isupper() or word.islower()):
        return re.sub(r"(?<=[a-z])[A-Z]{3,}", lambda capitals: capitals.group().title(), word)
    return re.sub(r"[^\W\d_]+", lambda part: _part(part.group()), word)


def _part(part: str) -> str:
    low = part.lower()
    # "Mac" is left alone: Mack and Macy are as common as MacKinnon.
    if low.startswith("mc") and len(low) > 3:
        return f"Mc{low[2].upper()}{low[3:]}"
    return low[:1].title() + low[1:]


def sat_with(names: Iterable[str]) -> str | None:
    """The Chief Justice under whom all of ``names`` (surnames as in the table) sat together.

    For a text without a date that says "THE CHIEF JUSTICE": the Justices it names tell the years.  ``None`` when they
    never sat together, when they did under more than one Chief Justice, and when none of them is known.
    """
    rows = [[o for o in offices() if o.surname == name] for name in names]
    known = [row for row in rows if row]
    if not known:
        return None
    chiefs = [o for o in offices() if o.role == "chief"]
    found = {
        chief.surname
        for chief in chiefs
        if all(any(_overlap(chief, office) for office in row) for row in known)
        and _common_day(chief, known)
    }
    return found.pop() if len(found) == 1 else None


def with_apostrophe(names: Iterable[str]) -> str | None:
    """The Justice whose name has an apostrophe, and who sat together with all of ``names``.

    Flattened texts lose words that have one: "JUSTICE O'CONNOR, dissenting." is "justice,dissenting." there.  ``None``
    when nobody is named beside, or somebody who never sat with such a Justice: another court has its own O'Neills.
    """
    rows = [[o for o in offices() if o.surname == name] for name in names]
    found = {o.surname for o in offices() if "'" in o.surname and rows and _common_day(o, rows)}
    return found.pop() if len(found) == 1 else None


def _overlap(one: Office, other: Office) -> bool:
    return one.first <= _last(other) and other.first <= _last(one)


def _common_day(chief: Office, rows: list[list[Office]]) -> bool:
    """Whether there was a day within ``chief``'s service on which somebody of every row served.

    Such a day, if there is one, can be taken to be the first of somebody's service.
    """
    days = {chief.first} | {o.first for row in rows for o in row}
    return any(
        chief.held_on(day) and all(any(o.held_on(day) for o in row) for row in rows) for day in days
    )


def _last(office: Office) -> datetime.date:
    return office.last or datetime.date.max
