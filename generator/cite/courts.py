"""What the parenthetical of a citation says of court and year: ``(CA9 2010)``, ``(S. D. N. Y. 1999)``.

Courts come out as Bluebook Table T1 abbreviates them, whatever the style of the page: the Supreme Court prints
``CA9``, ``SDNY`` and ``Bkrtcy. Ct. Mass.`` where the Bluebook has ``9th Cir.``, ``S.D.N.Y.`` and ``Bankr. D. Mass.``
The table is ``generator/data/courts.tsv``; a court that it lacks is looked up among the exact names and abbreviations
of courts-db, whose own search tries thousands of patterns each time.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

# From the first date on there is no court any more: "CD Cal., Mar. 15, 2007", "Oct. Term 1990".
_DATE = re.compile(
    r"(?:\b(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?\s(?:\d{1,4}\b|Term)|\b\d{4}\b).*",
    re.DOTALL,
)
_ASIDE = re.compile(
    r",?\s?\b(?:en banc|in banc|per curiam|mem\.|unpublished|slip op\.).*", re.IGNORECASE
)
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_BANKRUPTCY = re.compile(r"^(?:U\.\s?S\.\s)?(?:Bankr|Bkrtcy|Bkr)\b\.?\s?(?:Ct\.)?\s?")
_PANEL = re.compile(
    r"\b(?:B\.\s?A\.\s?P\.|BAP\b|(?:Bankr|Bkrtcy)\.?\sApp(?:\.|ellate)\sPanel),?", re.IGNORECASE
)
# After the blanks and periods are gone.
_CIRCUIT = re.compile(
    r"(?:(?:US)?C?CA)?(?P<number>\d\d?)(?:st|[nr]?d|th)?(?P<word>Cir(?:c|cuit)?)?(?:Unit(?P<unit>[AB]))?"
)
_NUMBERS = {
    word: str(number)
    for number, word in enumerate(
        "First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth Eleventh".split(), 1
    )
}
_ORDINALS = re.compile("|".join(_NUMBERS))
_NAMED_CIRCUIT = re.compile(
    r"(?:(?:US)?CA(?P<which>DC|Fed|FC)|(?P<before>DC|Fed))(?:Cir(?:c|cuit)?)?"
)
_DISTRICTS = (
    (re.compile(r"(?:US)?(?P<side>[NSEWCM]?)D(?P<state>[A-Z]\w*)"), ""),
    # The style of the 1940s and 1950s: "D. C. S. D. N. Y.", "D. C. Mass."
    (re.compile(r"(?:US)?DC(?:(?P<side>[NSEWCM]?)D)?(?P<state>[A-Z]\w*)"), ""),
    # The circuit courts that sat until 1911: "CC ED Pa. 1823".
    (re.compile(r"(?:US)?C(?:ir)?Ct?(?:(?P<side>[NSEWCM]?)D)?(?P<state>[A-Z]\w*)"), "C.C."),
)
_ORDINAL = re.compile(r"\d\d?(?:st|[nr]?d|th)$")
_COURT_WORD = re.compile(r"\b(?:Ct\.|Court\b)")
_SMALL_WORDS = frozenset("of the and for at in on to".split())
_SUPREME = frozenset(("us", "scotus", "ussupct", "supctus"))
# Their District Courts are several, so the Supreme Court's "NY" is not one of them, as "NJ" is.
_SEVERAL_DISTRICTS = frozenset(("N.Y.", "N.C."))
_LONGEST = 160


class State(NamedTuple):
    """A row of the table: the highest court, which is the State's own abbreviation, and the intermediate one."""

    court: str
    appeals: str


class Table(NamedTuple):
    """``generator/data/courts.tsv``, by spelling without periods, blanks and capitals."""

    states: dict[str, State]
    words: dict[str, str]
    courts: dict[str, str]


@lru_cache(maxsize=4096)
def court_of(text: str) -> str | None:
    """The court that a citation's parenthetical names, as Bluebook Table T1 abbreviates it.

    ``text``: what stands between the parentheses, with its date or without.  ``None`` when it names no court (a bare
    year, an edition, a publisher) or the Supreme Court.  A State's abbreviation alone is its highest court (Bluebook
    Rule 10.4(b)), and so it stays for the District Court of a State with one district, which the Supreme Court prints
    alike (``Mass.``), unless the letters show it (``NJ`` for the District Court, ``N. J.`` for the State's).
    """
    printed = _without_date(text)
    squeezed = _squeeze(printed)
    if not squeezed or not (printed[0].isupper() or printed[0].isdigit()):
        return None
    if squeezed.lower() in _SUPREME:
        return None
    return (
        _panel(printed)
        or _circuit(squeezed)
        or _initials(printed)
        or _table().courts.get(squeezed.lower())
        or _bankruptcy(printed)
        or _of_state(printed)
        or _district(squeezed)
        or _listed(squeezed)
        or _as_printed(printed)
    )


@lru_cache(maxsize=4096)
def year_of(text: str) -> int | None:
    """The year of a citation's parenthetical: its last number of four digits from 1600 to 2100."""
    years = [int(year) for year in _YEAR.findall(text)]
    return next((year for year in reversed(years) if 1600 <= year <= 2100), None)


def _without_date(text: str) -> str:
    inner = " ".join(text[:_LONGEST].split()).strip("()[] ")
    return _ASIDE.sub("", _DATE.sub("", inner)).strip(" ,;([")


def _squeeze(text: str) -> str:
    return re.sub(r"[^A-Za-z0-9]", "", text)


# ------------------------------------------------------------------------------------------------------ federal courts


def _circuit(squeezed: str) -> str | None:
    """``CA9``, ``9th Cir.``, ``C. C. A. 2d``, ``CADC``, ``Fed. Cir.``; the units of the old Fifth Circuit are kept."""
    named = _NAMED_CIRCUIT.fullmatch(squeezed)
    if named and (named["which"] or squeezed not in ("DC", "Fed")):
        return "D.C. Cir." if (named["which"] or named["before"]) == "DC" else "Fed. Cir."
    match = _CIRCUIT.fullmatch(_ORDINALS.sub(lambda m: _NUMBERS[m.group()], squeezed))
    if not match or not (match["word"] or "CA" in squeezed):
        return None
    number = int(match["number"])
    if not 1 <= number <= 11:
        return None
    ending = {1: "st", 2: "d", 3: "d"}.get(number, "th")
    return f"{number}{ending} Cir." + (f" Unit {match['unit']}" if match["unit"] else "")


def _panel(printed: str) -> str | None:
    """``Bkrtcy. App. Panel CA9``, ``9th Cir. BAP``: ``B.A.P. 9th Cir.``"""
    rest, found = _PANEL.subn("", printed)
    circuit = _circuit(_squeeze(rest)) if found else None
    return f"B.A.P. {circuit}" if circuit else None


def _initials(printed: str) -> str | None:
    """``NJ`` and ``DC`` without periods are District Courts in the Supreme Court's style; with periods, the State's."""
    if len(printed) != 2 or not printed.isalpha() or not printed.isupper():
        return None
    court = f"{printed[0]}.{printed[1]}."
    state = _table().states.get(printed.lower())
    return (
        f"D.{court}" if state and state.court == court and court not in _SEVERAL_DISTRICTS else None
    )


def _district(squeezed: str) -> str | None:
    for pattern, before in _DISTRICTS:
        match = pattern.fullmatch(squeezed)
        state = _table().states.get(match["state"].lower()) if match else None
        if match and state:
            side = f"{match['side']}." if match["side"] else ""
            return _joined(f"{before}{side}D.", state.court)
    return None


def _joined(letters: str, state: str) -> str:
    """Single letters are closed up, as in Bluebook Rule 6.1(a): ``S.D.N.Y.``, but ``N.D. Cal.``"""
    return letters + ("" if state.replace(".", "").isupper() else " ") + state


def _bankruptcy(printed: str) -> str | None:
    rest, found = _BANKRUPTCY.subn("", printed)
    if not found:
        return None
    squeezed = _squeeze(rest)
    state = _table().states.get(squeezed.lower())
    court = _joined("D.", state.court) if state else _district(squeezed)
    return f"Bankr. {court}" if court else None


# ------------------------------------------------------------------------------------------------------- state courts


def _of_state(printed: str) -> str | None:
    """A State's court: ``Del.``, ``Cal. App.``, ``N. J. Super. Ct. App. Div.``, ``Super. Ct. Pa.``

    Districts, departments and counties are left out (Bluebook Rule 10.4(b)).
    """
    words = re.sub(r"[-–—,\[\]]", " ", printed).replace(".", ". ").split()
    if len(words) > 12:
        return None
    table = _table()
    for length in range(min(4, len(words)), 0, -1):
        state = table.states.get(_squeeze("".join(words[:length])).lower())
        if state:
            return _court_words(state, words[length:])
    for length in range(min(4, len(words) - 1), 0, -1):
        state = table.states.get(_squeeze("".join(words[-length:])).lower())
        if state:
            return _court_words(state, words[:-length])
    return None


def _court_words(state: State, words: list[str]) -> str | None:
    while words and _ORDINAL.match(words[0]):
        words = words[1:]
    if not words:
        return state.court
    table = _table()
    for length in range(min(8, len(words)), 0, -1):
        spelled = _squeeze("".join(words[:length])).lower()
        court = table.courts.get(_squeeze(state.court).lower() + spelled)
        if court:
            return court
        word = table.words.get(spelled)
        if word:
            named = {"appeals": state.appeals, "highest": state.court}
            return named.get(word, f"{state.court} {word}")
    return None


# ------------------------------------------------------------------------------------------------------------- tables


@cache
def _table() -> Table:
    """The shipped table.  ``ValueError`` when a row is of no known kind."""
    from importlib.resources import files

    text = files("generator").joinpath("data/courts.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    table = Table({}, {}, {})
    for kind, court, appeals, printed in rows[1:]:
        spellings = {_squeeze(s).lower() for s in (court, *printed.split(";")) if s.strip()}
        for spelling in sorted(spellings):
            if kind == "state":
                table.states[spelling] = State(court, appeals)
            elif kind == "word":
                table.words[spelling] = court
            elif kind == "court":
                table.courts.setdefault(spelling, court)
            else:
                raise ValueError(f"courts.tsv: {kind!r} is no kind of court")
    return table


@cache
def _names() -> dict[str, str]:
    """The courts of courts-db that have an abbreviation, by it and by their names; the first of several wins."""
    from courts_db import courts

    names: dict[str, str] = {}
    for court in courts:
        abbreviation = " ".join(court["citation_string"].split())
        for name in (abbreviation, court["name"]):
            if abbreviation and len(_squeeze(name)) > 2:
                key = re.sub(r"^(?:unitedstates|us)", "", _squeeze(name).lower())
                names.setdefault(key, abbreviation)
    return names


def _listed(squeezed: str) -> str | None:
    return _names().get(re.sub(r"^(?:unitedstates|us)", "", squeezed.lower()))


def _as_printed(printed: str) -> str | None:
    """A court that no table has, when the words are those of a court: ``Super. Ct. Sacramento Cty.``"""
    words = printed.split()
    proper = all(word[0].isupper() or word in _SMALL_WORDS or word == "&" for word in words)
    return printed if proper and 1 < len(words) < 10 and _COURT_WORD.search(printed) else None
