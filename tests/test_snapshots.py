"""The structure of the seeds and the fixtures, line by line, as it was found right by eye.

``PINCITE_UPDATE_SNAPSHOTS=1 pytest tests/test_snapshots.py`` writes the files anew; look at the
difference before you keep it.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from generator.casefile import load_case_info
from generator.convert import convert_file
from generator.model import CaseInfo
from tests.kit import OPINIONS, SEEDS, SNAPSHOTS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.model import Case

FILES = SEEDS | {path.stem: path for path in OPINIONS}


@pytest.mark.parametrize("name", sorted(FILES))
def test_structure(name: str) -> None:
    path = FILES[name]
    facts = path.with_name("case.yml")
    info = load_case_info(facts) if facts.is_file() else CaseInfo()
    _compare(name, convert_file(path, name, info))


def test_no_snapshot_without_a_case() -> None:
    assert {p.stem for p in SNAPSHOTS.glob("*.txt")} == set(FILES)


def _compare(name: str, case: Case) -> None:
    path: Path = SNAPSHOTS / f"{name}.txt"
    found = "\n".join(outline(case)) + "\n"
    if os.environ.get("PINCITE_UPDATE_SNAPSHOTS") == "1":
        path.parent.mkdir(exist_ok=True)
        path.write_text(found, encoding="utf-8", newline="\n")
    assert found.splitlines() == path.read_text(encoding="utf-8").splitlines()


def outline(case: Case) -> Iterator[str]:
    """One line a writing, a block and a call."""
    yield f"dialect {case.source.dialect}; breaks off: {'yes' if case.truncated else 'no'}"
    for w in case.writings:
        joined = ", ".join(w.joined_by) or "nobody"
        note = f" ({w.joined_note})" if w.joined_note else ""
        yield f"writing {w.id}: {w.kind} by {w.author or 'nobody'}, joined by {joined}{note}"
    for b in case.blocks:
        place = f"{b.writing or '-'} {b.part or '-'}"
        pieces = f" in {len(b.pieces)} pieces" if len(b.pieces) > 1 else ""
        yield f"{b.id:<20} {b.kind:<11} {b.number or '-':>3}  {place:<28} {_ends(b.text)}{pieces}"
        for m in b.marks:
            around = f"{b.text[max(0, m.start - 24) : m.start]}|{b.text[m.end : m.end + 12]}"
            lead = f" -> {m.target}" if m.target else ""
            yield f"    {m.kind} {m.label} {m.id}{lead}: …{' '.join(around.split())}…"
    counts: dict[str, int] = {}
    for repair in case.clean.repairs:
        key = f"{repair.kind} by {repair.rule}"
        counts[key] = counts.get(key, 0) + 1
    for key in sorted(counts):
        yield f"repairs: {counts[key]} {key}"
    yield f"places where something seems cut out: {len(case.clean.gaps)}"


def _ends(text: str) -> str:
    """The first words and the last, and how much lies between."""
    words = text.split()
    if len(words) <= 10:
        return text
    return f"{' '.join(words[:6])} …[{len(words) - 9}]… {' '.join(words[-3:])}"
