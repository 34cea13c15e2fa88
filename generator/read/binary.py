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


def _is_pdf(data: bytes) -> bool:
    """A PDF's mark and version; a text may begin with the mark, but hardly with objects behind it."""
    head = data[:1024].lstrip()
    return head.startswith(b"%PDF-") and (b" obj" in data or not data.isascii())


# By dialect.
BINARY: dict[str, Binary] = {
    "pdf": Binary(_is_pdf, "it begins as a PDF does"),
    "docx": Binary(word.holds, "it is a zip archive with the parts of a Word document"),
}


def binary_dialect(data: bytes) -> str | None:
    """The dialect of a binary file that a reader knows, else ``None``."""
    return next((name for name, kind in BINARY.items() if kind.holds(data)), None)
