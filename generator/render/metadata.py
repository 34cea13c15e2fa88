"""What a case's page says of itself to programs: search engines, reference managers, other sites.

Here are the facts, for the front matter; ``templates/theme/metadata.html`` puts them into the head of the page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from generator.render import words

if TYPE_CHECKING:
    from generator.model import Case

LONGEST = 200  # characters of the text in a description; search engines show about 160
SHORTEST = 60
_END = re.compile(r"(?<=[.?!])[\"”’']?(?= [A-Z“\"])")
# Behind these a stop ends no sentence: "Malley v. Briggs", "42 U. S. C.", "No. 84", "e. g.".
_ABBREVIATED = re.compile(r"(?:\b(?:v|vs|No|Nos|Art|Amdt|Cf|cf|Co|Inc|Jr|St|Mr|Mrs|Dr|Id)|\b\w)\.$")


def description(case: Case) -> str:
    """The case in a line: how it is cited, and how its opinion begins."""
    name, citation = words.case_name(case), words.citation(case.info)
    cited = f"{name}, {citation}" if citation else name
    text = next((b.text for b in case.blocks if b.number is not None), "")
    return f"{cited}: {opening(text)}" if text else cited


def opening(text: str) -> str:
    """The first sentence or sentences of a text, at most ``LONGEST`` characters; cut between words where that is no
    sentence.
    """
    text = " ".join(text.split())
    if len(text) <= LONGEST:
        return text
    ends = [
        m.end()
        for m in _END.finditer(text, 0, LONGEST)
        if m.end() >= SHORTEST and not _ABBREVIATED.search(text[: m.start()])
    ]
    if ends:
        return text[: ends[-1]]
    return text[:LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:—-") + " …"


def bibliography(case: Case) -> dict[str, Any]:
    """What a reference manager asks for: ISO dates, the citation in its parts, the authors in page order."""
    info = case.info
    volume, reporter, page = _parts(info.citation)
    return {
        "date": info.decided.isoformat() if info.decided else None,
        "volume": volume,
        "reporter": reporter,
        "page": page,
        "authors": list(dict.fromkeys(w.author for w in case.writings if w.author)),
    }


def _parts(citation: str | None) -> tuple[str | None, str | None, str | None]:
    """Volume, reporter and first page: "475 U.S. 335"."""
    found = citation.split(" ") if citation else []
    if len(found) < 3:
        return None, None, None
    return found[0], " ".join(found[1:-1]), found[-1]
