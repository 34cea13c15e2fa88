"""Files that are no text but that a reader knows: by their first bytes, and what is found there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.read import word

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Binary:
    """How a binary format is known, and the sentence of evidence for people."""

    holds: Callable[[bytes], bool]
    reason: str


# By dialect.
BINARY: dict[str, Binary] = {
    "docx": Binary(word.holds, "it is a zip archive with the parts of a Word document"),
}


def binary_dialect(data: bytes) -> str | None:
    """The dialect of a binary file that a reader knows, else ``None``."""
    return next((name for name, kind in BINARY.items() if kind.holds(data)), None)
