"""The judges who heard the case: "Before POSNER, FLAUM, and WOOD, Circuit Judges."."""

from __future__ import annotations

import re

_TITLE = (
    r"(?:(?:(?:Chief|Senior|Associate|Presiding|Circuit|District|Acting)\s+)*(?:Judges?|Justices?)"
    r"|(?:[CP]\.\s?)?JJ?\.)"
)
# A name ends where it ends, and no word can be read in two ways: else a long line of capitals takes for ever.
_WORD = r"(?:[A-Z][\w’'.-]*|and)(?![\w’'.-])"
_JUDGES = rf"{_WORD}(?:[,*†‡\s]+{_WORD})*"
_PANEL = re.compile(
    rf"\s*(?:(?:Judges|JUDGES):\s+)?(?:(?:Argued|ARGUED)\s+)?(?:Before|BEFORE|before):?\s+"
    rf"(?P<judges>{_JUDGES})[*†‡]?\W*"
    r"(?:(?<=[.\s])(?:Opinion|Dissent|Concur)\w* (?:for the [Cc]ourt )?(?:filed )?by\b.*)?"
)
_ENDS_IN_TITLE = re.compile(rf"\b{_TITLE}$")
_LONGEST = 300
_LINES = 6


def panel(front: str) -> str | None:
    """The names as printed, with capitals as people write names; ``None`` where the line does not end in a title."""
    lines = front.split("\n")
    for k, line in enumerate(lines):
        if not re.match(r"\s*(?:judges:\s+)?(?:argued\s+)?before\b", line, re.IGNORECASE):
            continue
        # The longest run of lines counts: a judge with a title of his own may stand on a line of his own.
        for end in range(min(k + _LINES, len(lines)), k, -1):
            match = _PANEL.fullmatch(" ".join(lines[k:end])[:_LONGEST])
            judges = re.sub(r"(?<=[a-z])\.$", "", match["judges"]) if match else ""
            if _ENDS_IN_TITLE.search(judges):
                return _cased(judges)
    return None


def _cased(judges: str) -> str:
    plain = " ".join(re.sub(r"[*†‡]", "", judges).split())
    plain = re.sub(r"\b(?!JJ?\b)[A-Z]{2,}\b", lambda m: m.group().capitalize(), plain)
    plain = re.sub(r"\bMc[A-Z]{2,}\b", lambda m: m.group().capitalize(), plain)
    return re.sub(r"\bMc([a-z])", lambda m: "Mc" + m[1].upper(), plain)
