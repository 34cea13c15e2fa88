"""The names of state codes and compiled statutes: the table ``state_codes.tsv``, and the one spelling of each name."""

from __future__ import annotations

import functools
import re

_SHORTER = {
    "revised": "rev", "statutes": "stat", "statute": "stat", "stats": "stat", "compiled": "comp", "general": "gen",
    "century": "cent", "consolidated": "cons", "procedure": "proc", "criminal": "crim", "civil": "civ",
    "administrative": "admin", "regulations": "regs", "practice": "prac", "codes": "code",
    **dict.fromkeys(("ann", "anno", "annotated", "and", "of", "the"), ""),
}  # fmt: skip

_AFTER_OF = re.compile(r"(?<= of )(?=((?:the State of )?[A-Z][A-Za-z ]+)$)")


def code_name(printed: str) -> str | None:
    """The one spelling of a code: ``California Penal Code Annotated`` → ``Cal. Penal Code``.

    One that the table does not know keeps its words, its State abbreviated; ``None`` where no State is named.
    """
    known = codes_by_letters().get(code_letters(printed))
    if known:
        return known
    bare = re.sub(r"\s*\b(?:Ann(?:o|otated)?\b\.?|West'?s)", "", printed)
    words = re.sub(r"\.(?=[A-Z][a-z])", ". ", bare).split()
    for count in (3, 2, 1):
        state = states_by_letters().get(bare_letters("".join(words[:count])))
        if state and len(words) > count:
            rest = " ".join(words[count:]).rstrip(",").replace("Stats.", "Stat.")
            return f"{state} {rest}"
    return None


def code_letters(printed: str) -> str:
    """What the name of a code is compared by: its letters, words shortened, "Ann." and "and" left out.

    A flattened "cal.penal code ann." has the same letters as "Cal. Penal Code".
    """
    words = re.findall(r"[a-z]+", printed.lower().replace("'", "").replace("’", ""))
    return "".join(_SHORTER.get(word, word) for word in words)


def known_code(letters: str) -> str | None:
    """The code of the table that has these letters (see ``code_letters``)."""
    return codes_by_letters().get(letters)


def state_named(printed: str) -> str | None:
    """The abbreviation of the State that ``printed`` names: ``New York`` → ``N.Y.``"""
    return states_by_letters().get(bare_letters(printed))


def own_code(law: str, court: str | None) -> str | None:
    """The code that a State's court means by a name without the State: ``Penal Code`` of the Supreme Court of
    California is ``Cal. Penal Code``.  ``None`` for a name that is not in the table, and for federal courts.
    """
    if not court or "United States" in court:
        return None
    state = next((s for s in map(state_named, _AFTER_OF.findall(court)) if s), None)
    return known_code(code_letters(f"{state} {law}")) if state else None


def state_names() -> tuple[str, ...]:
    """Every name of a State in the table, short and long."""
    return tuple(
        name for state, names, _, _ in rows() for name in (state, *names.split("; ")) if name
    )


@functools.cache
def rows() -> tuple[tuple[str, str, str, str], ...]:
    """The table: state, names, key, printed.  ``ValueError`` when a row is malformed."""
    from importlib.resources import files

    text = files("generator").joinpath("data/state_codes.tsv").read_text(encoding="utf-8")
    cells = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    if any(len(row) != 4 for row in cells):
        raise ValueError("state_codes.tsv: every row has four cells")
    return tuple((row[0], row[1], row[2], row[3]) for row in cells[1:])


@functools.cache
def states_by_letters() -> dict[str, str]:
    """The abbreviation of a State by the letters of each of its names."""
    out: dict[str, str] = {}
    for state, names, _, _ in rows():
        for name in (state, *filter(None, names.split("; "))):
            out[bare_letters(name)] = state
    return out


@functools.cache
def codes_by_letters() -> dict[str, str]:
    """The one spelling of a code by the letters of each of its names."""
    out: dict[str, str] = {}
    for state, _, key, printed in rows():
        for name in (key, *filter(None, printed.split("; "))):
            out.setdefault(code_letters(name), key)
            if name.startswith(state):  # with every other name of the State too
                rest = name[len(state) :]
                for letters, abbreviation in states_by_letters().items():
                    if abbreviation == state:
                        out.setdefault(code_letters(letters + " " + rest), key)
    return out


def bare_letters(text: str) -> str:
    """The letters of a name in lower case."""
    return text if text.isalpha() and text.islower() else "".join(filter(str.isalpha, text.lower()))
