"""Which file is a witness: the folder ``witnesses/`` beside an opinion, and the names in it that can be used."""

from __future__ import annotations

import os
import unicodedata
from typing import TYPE_CHECKING

from generator.errors import ReadError, WitnessError, encodable
from generator.read import read_source

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model import Source

LONGEST = 200  # characters of a name
_IGNORED = frozenset({".bak", ".swp", ".tmp", ".orig"})
_FORBIDDEN = frozenset('/\\:*?"<>|')


def is_file_name(name: str) -> bool:
    """Whether ``name`` is that of a file and nothing else: no path, no hidden file, nothing that a system forbids."""
    return (
        0 < len(name) <= LONGEST
        and not name.startswith(".")
        and not _FORBIDDEN & set(name)
        and not any(unicodedata.category(c)[0] == "C" for c in name)
    )


def witness_files(folder: Path | None) -> list[Path]:
    """The witnesses of a folder, by name; one that a link leads out of it is none."""
    if folder is None or not folder.is_dir():
        return []
    return sorted(
        path
        for path in folder.iterdir()
        if is_file_name(encodable(path.name))
        and path.suffix.lower() not in _IGNORED
        and "~" not in path.name
        and _is_within(path, folder)
        and path.is_file()
    )


def read_witness(folder: Path, name: str) -> Source:
    """Read the witness ``name``, in whatever dialect it is.

    Raises ``WitnessError``: V01 where there is no such file, V02 where it cannot be read.
    """
    path = folder / name
    if not is_file_name(name) or not os.path.lexists(path):
        known = ", ".join(p.name for p in witness_files(folder))
        raise WitnessError(
            f"there is no witness {name!r} in the folder {folder.name}/",
            code="V01",
            file=str(folder),
            advice=f"put it there, or name one of: {known}" if known else "put it there",
        )
    if not _is_within(path, folder):
        raise WitnessError(
            f"the witness {name!r} is a link that leads out of the folder {folder.name}/",
            code="V02",
            file=str(path),
            advice="put the file itself there",
        )
    try:
        return read_source(path)
    except ReadError as error:
        raise WitnessError(
            f"the witness {name!r} cannot be read: {error.code} {error.message}",
            code="V02",
            file=str(path),
            advice=error.advice,
        ) from error


def _is_within(path: Path, folder: Path) -> bool:
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # a link that leads to itself
        return False
