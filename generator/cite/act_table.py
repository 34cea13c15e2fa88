"""The table of the acts of Congress that courts call by name: ``generator/data/acts.tsv``."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from generator.model import Authority


@dataclass(frozen=True, slots=True)
class Act:
    """One row of the table.  ``session`` and ``code`` are empty where they are not known."""

    name: str
    year: int
    also: tuple[str, ...]
    session: str
    code: str

    @property
    def authority(self) -> Authority:
        """The act as a whole: ``Civil Rights Act of 1871, ch. 22, 17 Stat. 13``."""
        also = (self.code,) if self.session and self.code else ()
        key = ", ".join(filter(None, (self.name, self.session or self.code)))
        return Authority("statute", key, year=self.year, parallel=also)


@functools.cache
def acts() -> tuple[Act, ...]:
    """The table.  ``ValueError`` when a row is malformed."""
    from importlib.resources import files

    text = files("generator").joinpath("data/acts.tsv").read_text(encoding="utf-8")
    cells = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    if any(len(row) != 5 for row in cells):
        raise ValueError("acts.tsv: every row has five cells")
    return tuple(
        Act(row[0], int(row[1]), tuple(filter(None, row[2].split("; "))), row[3], row[4])
        for row in cells[1:]
    )


def known_act(name: str) -> Act | None:
    """The one act of the table that bears the name or the initials: ``Sherman Act``, ``ERISA``."""
    rows = _named().get(_same(name), ())
    return rows[0] if len(rows) == 1 else None


def named_acts(name: str) -> tuple[Act, ...]:
    """The acts of the table that bear the name, whatever its capitals: eight for ``civil rights act``."""
    return _named().get(_same(name), ())


def _same(name: str) -> str:
    """How names are compared: letters and figures in lower case."""
    return "".join(c for c in name.lower() if c.isalnum())


def without_year(name: str) -> str:
    """``Civil Rights Act of 1964`` → ``Civil Rights Act``."""
    return re.sub(r",? (?:of )?\d{4}$", "", name)


@functools.cache
def _named() -> dict[str, tuple[Act, ...]]:
    """The acts by every name, with its year and without."""
    out: dict[str, tuple[Act, ...]] = {}
    for act in acts():
        for name in dict.fromkeys(
            form for n in (act.name, *act.also) for form in (n, without_year(n))
        ):
            others = out.get(_same(name), ())
            out[_same(name)] = others if act in others else (*others, act)
    return out
