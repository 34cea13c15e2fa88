"""How an authority is printed in full, as the Bluebook has it: ``Harlow v. Fitzgerald, 457 U.S. 800 (1982)``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.model import Authority

_OLD = re.compile(r"^\d+ (?:Dall\.|Cranch|Wheat\.|Pet\.|How\.|Black|Wall\.) \d+$")


def printed(authority: Authority) -> str:
    """Name, citation, court and year, as far as they are known.

    A decision of an early reporter is cited by its nominative volume too: ``5 U.S. (1 Cranch) 137`` (Rule 10.3.2).
    """
    key = authority.key
    if authority.kind != "case":
        if authority.name and authority.kind != "work" and authority.name not in key:
            return f"{authority.name}, {key}"
        return key
    nominative = next((p for p in authority.parallel if _OLD.match(p)), None)
    if nominative and " U.S. " in key:
        volume, reporter, _ = nominative.split(" ", 2)
        key = key.replace(" U.S. ", f" U.S. ({volume} {reporter}) ")
    out = key
    if authority.name and not key.startswith(authority.name):
        out = f"{authority.name}, {key}"
    dated = " ".join(str(x) for x in (authority.court, authority.year) if x)
    if dated:
        out += f" ({dated})"
    if authority.note:
        out += f" ({authority.note})"
    return out
