"""References by where they stand in the source."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model import Reference, Span


def by_source(references: Sequence[Reference]) -> dict[Span, int]:
    """The place in ``references`` of each span.

    Words that a witness lends have no length in the source, so that several references may stand at one place: such a
    place names none of them.
    """
    times = Counter(r.source for r in references)
    return {r.source: k for k, r in enumerate(references) if times[r.source] == 1}
