"""What a flattened text has left of courts and papers, and what it stands for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model import Authority

_DISTRICT = re.compile(r"\b([nsewcm])\s?d\b\.?[^a-z]*(?:[a-z]+\.?[^a-z]*)?$")
_LETTERS = re.compile(r"[a-z]+")


def court_left(words: str) -> str | None:
    """The beginning of the court's name that a flattened citation still shows: "civ. cd" gives ``C.D.``"""
    match = _DISTRICT.search(words)
    return f"{match.group(1).upper()}.D." if match else None


def fuller_paper(paper: Authority, listed: Iterable[Authority]) -> Authority:
    """A paper of the record under the fuller name that people listed, where the words of its name are in just one such.

    ``Record, Doc. (Exh. X)``, which has lost its figures, is ``Record in No. CV 05-2298 (CD Cal.), Doc. 51 (Exh. X)``.
    """
    words = _LETTERS.findall(paper.key.lower())
    fits = [other for other in listed if len(words) > 1 and _in_order(words, other.key)]
    return fits[0] if len(fits) == 1 else paper


def _in_order(words: list[str], text: str) -> bool:
    rest = iter(_LETTERS.findall(text.lower()))
    return all(word in rest for word in words)
