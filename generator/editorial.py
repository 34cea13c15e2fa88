"""What the people of a site write beside its opinions: ``notes.yml`` of each opinion, and ``site_src/glossary.yml``.

A file that cannot be read, or an entry that says nothing usable, is a fault in the account; the rest stands.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.errors import PinciteError
from generator.glossary import Glossary, load_glossary, uses
from generator.model import Finding
from generator.notes.file import load_notes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from generator.glossary import Use
    from generator.jobs import Job
    from generator.model import Case
    from generator.notes import Note, Placed

GLOSSARY = "site_src/glossary.yml"
NOTES = "notes.yml"


@dataclass(frozen=True, slots=True)
class Editorial:
    """The notes by slug, the glossary, and what is wrong with either; ``files`` names the file of each slug's notes."""

    notes: Mapping[str, tuple[Note, ...]] = field(default_factory=dict)
    glossary: Glossary = field(default_factory=Glossary)
    faults: tuple[PinciteError, ...] = ()
    files: Mapping[str, str] = field(default_factory=dict)

    def placed(self, case: Case) -> tuple[Placed, ...]:
        """The notes of a case, in their places."""
        notes = self.notes.get(case.slug)
        if not notes:
            return ()
        from generator.notes.anchor import placed

        return placed(case, notes)

    def uses(self, case: Case) -> tuple[Use, ...]:
        """The terms of the glossary that a case uses, where they are shown."""
        return uses(case, self.glossary)

    def findings(self, cases: Iterable[Case]) -> list[Finding]:
        """What ``pincite check`` says: the faults, and the notes whose words have changed."""
        out = [Finding(f.code, f.file, f.line, f.message, f.advice, "error") for f in self.faults]
        for case in cases:
            for note in sorted(self.placed(case), key=lambda n: n.note.line):
                if finding := _finding(case, note, self.files.get(case.slug, case.slug)):
                    out.append(finding)
        return out


def editorial_of(root: Path, jobs: Sequence[Job]) -> Editorial:
    """What is written in the site in ``root``; files are named relative to it."""
    notes: dict[str, tuple[Note, ...]] = {}
    files: dict[str, str] = {}
    faults: list[PinciteError] = []
    glossary = Glossary()
    for job in jobs:
        path = job.path.parent / NOTES
        if path.is_file():
            files[job.slug] = _named(path, root)
            try:
                notes[job.slug], wrong = load_notes(path)
                faults += wrong
            except PinciteError as fault:
                faults.append(fault)
    path = root / GLOSSARY
    if path.is_file():
        try:
            glossary, wrong_terms = load_glossary(path)
            faults += wrong_terms
        except PinciteError as fault:
            faults.append(fault)
    for each in faults:
        each.file = each.file.removeprefix(f"{root.as_posix()}/")
    return Editorial(notes, glossary, tuple(faults), files)


def _named(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)


def _finding(case: Case, placed: Placed, file: str) -> Finding | None:
    """What a person should know of a note's place; nothing where its words stand as they are written."""
    note = placed.note
    words = note.exact if len(note.exact) <= 60 else note.exact[:57] + "…"
    if placed.how == "nowhere":
        return Finding(
            "N10",
            file,
            note.line,
            f"there is no {note.at} on the page; the note stands at its end",
            _elsewhere(case, note) or "correct `at`",
        )
    if placed.how == "lost":
        return Finding(
            "N11",
            file,
            note.line,
            f"“{words}” does not stand in {note.at} any more; the note stands there without its words",
            _elsewhere(case, note) or "copy the words anew from the page",
        )
    if placed.how == "alike":
        return Finding(
            "N12",
            file,
            note.line,
            f"“{words}” stands in {note.at} in other words ({placed.likeness} % alike)",
            "copy the words anew from the page",
        )
    if placed.how == "ambiguous":
        return Finding(
            "N13",
            file,
            note.line,
            f"“{words}” stands several times in {note.at}; the first is taken",
            "say in `prefix` or `suffix` what stands around it",
        )
    return None


def _elsewhere(case: Case, note: Note) -> str:
    """Where the words stand now, when that is one place."""
    from generator.notes.anchor import located

    found = [b.id for b in case.blocks if located(b.text, note)[1] in ("exact", "letters")]
    return f"the words stand in {found[0]}: write `at: {found[0]}`" if len(found) == 1 else ""
