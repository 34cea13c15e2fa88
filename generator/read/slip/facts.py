"""What the heads of the pages say of the case: its short name, its citation; and the date in brackets above an opinion.

The short name of the head is the Court's own choice ("THOMPSON v. HEBDON"), where the title names every party.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.model import CaseInfo
from generator.propose.dates import MONTH_DAY_YEAR, date_of
from generator.propose.names import name as name_of_caption

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.read.slip.sheets import Sheet

_CITE = re.compile(r"Cite as: *(?P<volume>\d{1,4}) U\. ?S\. *(?P<page>\d+) *\(\d{4}\).*")
TITLE = 40  # lines of a page, within which an opinion's title ends
_DATED = re.compile(rf"\[{MONTH_DAY_YEAR}\]")


def facts_of(sheets: Sequence[Sheet]) -> CaseInfo:
    """Name, citation and date, as far as they are printed."""
    heads = [re.sub(r"^\d+\s+", "", line.text) for sheet in sheets for line in sheet.head]
    name = next((n for n in map(name_of_caption, heads) if n), None)
    cite = next((m for m in map(_CITE.fullmatch, heads) if m), None)
    first = [line.text for sheet in sheets for line in sheet.body[:TITLE] if not sheet.is_syllabus]
    dated = next((m for m in map(_DATED.fullmatch, first) if m), None)
    return CaseInfo(
        name=name,
        citation=f"{cite['volume']} U.S. {cite['page']}" if cite else None,
        first_page=int(cite["page"]) if cite else None,
        decided=date_of(dated),
    )
