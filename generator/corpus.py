"""The index over all cases: what one case may know of the others.  Read-only, and the same in every order of files."""

from __future__ import annotations

import datetime
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model import Case, Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True)
class Corpus:
    """The cases of one call or one site, by slug."""

    cases: tuple[Case, ...]

    @classmethod
    def of(cls, cases: Iterable[Case]) -> Corpus:
        """The corpus of some cases, sorted by slug."""
        return cls(tuple(sorted(cases, key=lambda c: c.slug)))

    def case(self, slug: str) -> Case | None:
        """The case of that slug."""
        at = bisect_left(self.cases, slug, key=lambda c: c.slug)
        found = self.cases[at] if at < len(self.cases) else None
        return found if found and found.slug == slug else None

    def by_date(self) -> list[Case]:
        """Newest first; cases without a date last; equal dates by name."""
        oldest = datetime.date.min
        return sorted(
            self.cases,
            key=lambda c: (-(c.info.decided or oldest).toordinal(), c.info.name or c.slug),
        )

    def findings(self, places: Mapping[str, str]) -> list[Finding]:
        """What is wrong between cases: two with the same citation, or that are the same case.  ``places`` names the
        file of each slug.
        """
        from generator.doubles import double_findings

        seen: dict[str, Case] = {}
        out = []
        for case in self.cases:
            citation = case.info.citation
            if citation is None:
                continue
            if citation in seen:
                out.append(
                    Finding(
                        "X01",
                        places.get(case.slug, case.slug),
                        None,
                        f"{citation} is also the citation of {seen[citation].slug}",
                        "one page may carry two cases; if it is the same case, keep one text and remove the other",
                    )
                )
            seen.setdefault(citation, case)
        return out + double_findings(self.cases, places)
