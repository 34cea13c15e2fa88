"""Codes and rules that a State's court cites without naming its State: ``W.S. 40-17-101``, ``Penal Code section 844``.

In any other court's opinion they name nothing.  The forms are in ``generator/data/home_laws.tsv``; codes by subject
("Penal Code") are those that the table of codes lists for the State.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Literal

from generator.cite.code_names import code_letters, known_code, states_by_letters
from generator.cite.sections import read_sections
from generator.model import Authority, Mention

if TYPE_CHECKING:
    from collections.abc import Iterator

_FEDERAL = re.compile(r"\bUnited States\b|\bU\. ?S\.|\bFederal\b", re.IGNORECASE)
_NUMBER = re.compile(r",?\s{0,3}(?:(?P<sign>§\s?§?|[Ss]ections?)\s{0,3})?(?=\d)")
_IN_PARTS = re.compile(r"\d[\w]*[.:-]\d")  # "40-17-101": no page, no count


def home_state(court: str | None) -> str | None:
    """The State whose court this is, abbreviated: "Supreme Court of California" → ``Cal.``; none for federal courts."""
    if not court or _FEDERAL.search(court):
        return None
    words = re.findall(r"[A-Za-z]+", court)
    for count in (3, 2, 1):
        for k in range(len(words) - count + 1):
            if state := states_by_letters().get("".join(words[k : k + count]).lower()):
                return state
    return None


def home_code(state: str, printed: str) -> str | None:
    """The code of ``state`` that is called so there: ``Penal Code`` → ``Cal. Penal Code``; ``None`` for others."""
    return known_code(code_letters(f"{state} {printed.removeprefix('the ')}"))


def find_home(text: str, state: str) -> Iterator[Mention]:
    """What ``text``, of a court of ``state``, cites of that State's laws by the forms of the table, in order."""
    pattern = _pattern(state)
    for match in pattern.finditer(text) if pattern else ():
        kind, key = _rows(state)[match.lastindex - 1][:2] if match.lastindex else ("", "")
        number = _NUMBER.match(text, match.end())
        if number is None or not key:
            continue
        sign = number["sign"] or ""
        plural = "§" in sign[1:] or sign.endswith("s") or match.group().rstrip().endswith("s")
        found = read_sections(text, number.end(), several=plural)
        if found is None:
            continue
        if kind == "rule":
            yield _mention(match.start(), found.end, "rule", f"{key} {found.text}")
        elif sign or _IN_PARTS.match(found.parts[0]):
            mark = "§§" if len(found.parts) > 1 else "§"
            yield _mention(match.start(), found.end, "statute", f"{key} {mark} {found.text}")


def _mention(start: int, end: int, kind: Literal["statute", "rule"], key: str) -> Mention:
    return Mention(start, end, kind, Authority(kind, key), method="citation")


@functools.cache
def home_laws() -> tuple[tuple[str, str, str, tuple[str, ...]], ...]:
    """The table: state, kind, key, forms.  ``ValueError`` when a row is malformed."""
    from importlib.resources import files

    text = files("generator").joinpath("data/home_laws.tsv").read_text(encoding="utf-8")
    cells = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    if any(len(row) != 4 or row[1] not in ("statute", "rule") for row in cells[1:]):
        raise ValueError("home_laws.tsv: every row has four cells, the second statute or rule")
    return tuple((r[0], r[1], r[2], tuple(r[3].split("; "))) for r in cells[1:])


@functools.cache
def _rows(state: str) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    return tuple((kind, key, forms) for s, kind, key, forms in home_laws() if s == state)


@functools.cache
def _pattern(state: str) -> re.Pattern[str] | None:
    groups = []
    for _, _, forms in _rows(state):
        spelled = (
            re.escape(form).replace(r"\ ", r"\s{0,3}").replace(r"\.", r"\.\s?") for form in forms
        )
        groups.append(f"({'|'.join(sorted(spelled, key=len, reverse=True))})")
    return re.compile(rf"(?<![\w.&])(?:{'|'.join(groups)})(?=[\s,§])") if groups else None
