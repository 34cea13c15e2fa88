"""Writing files: only when they change, and whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from generator.errors import PinciteError

if TYPE_CHECKING:
    from collections.abc import Iterable


def write_if_changed(path: Path, text: str) -> bool:
    """Write ``text`` as UTF-8, line ends as they are; True when the file was not that already.

    The new file takes the old one's place in one step, so that nobody reads half a file.  Raises
    ``PinciteError`` (W01) where the system refuses.
    """
    return write_bytes_if_changed(path, text.encode("utf-8"))


def write_bytes_if_changed(path: Path, data: bytes) -> bool:
    """``write_if_changed`` for what is no text."""
    try:
        return _write(path, data)
    except OSError as problem:
        raise PinciteError(
            f"cannot be written: {problem.strerror or problem}",
            code="W01",
            file=str(path),
            advice="check that its folder is one, that you may write there, and that there is room",
        ) from problem


def _write(path: Path, data: bytes) -> bool:
    try:
        if path.read_bytes() == data:
            return False
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return True


def remove_others(folder: Path, keep: Iterable[str], generated: Iterable[str]) -> list[Path]:
    """Remove from ``folder`` the sub-folders not in ``keep``: of each only the files named in ``generated``, then the
    folder when that leaves it empty.  What a person put there stays.  Returns the files removed.
    """
    kept, names = set(keep), list(generated)
    out: list[Path] = []
    if not folder.is_dir():
        return out
    for child in sorted(folder.iterdir()):
        if not child.is_dir() or child.is_symlink() or child.name in kept:
            continue
        for name in names:
            target = child / name
            if target.is_file():
                target.unlink()
                out.append(target)
        if not any(child.iterdir()):
            child.rmdir()
    return out
