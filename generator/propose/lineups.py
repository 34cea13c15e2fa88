"""The line-up: "KAGAN, J., delivered the opinion of the Court, in which ALITO, J., joined. …"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.structure.bylines import parse_vote
from generator.structure.votes import parse_told

if TYPE_CHECKING:
    from collections.abc import Iterable

_HEADED = re.compile(r"judges?:\s*", re.IGNORECASE)


def lineup(lines: Iterable[str]) -> str | None:
    """The first of ``lines`` that is one, as printed; ``None`` where capitals are lost, for then names are words."""
    for line in lines:
        text = " ".join(_HEADED.sub("", line, count=1).split())
        told = None if text.islower() else parse_told(text)
        if not text.islower() and (parse_vote(text) or (told and len(told.writings) > 1)):
            return text
    return None
