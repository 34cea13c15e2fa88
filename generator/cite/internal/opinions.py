"""Separate writings by what they are, with a page: ``Maj. Op. at 5``, ``Dissenting Op., at 1195``, ``Dissent at 7``.

So courts of appeals cite each other's writings in one case.  Behind the name or citation of another case such words
say which of *its* opinions is meant, and are no mention here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.cite.internal.patterns import PINS, B, pin_of
from generator.cite.internal.writings import named_writing
from generator.cite.mentions import places
from generator.model import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator

_OPINION_AT = re.compile(
    r"(?<![\w.-])(?:(?P<what>[Mm]aj(?:ority|\.)|[Pp]lurality|[Ll]ead|[Dd]iss(?:enting|ent|\.)|[Dd]is\.|[Cc]oncurring"
    rf"|[Cc]oncurrence|[Cc]onc\.){B}(?:[Ss]lip{B})?[Oo]p(?:inion|\.)"
    rf"|(?P<one>Majority|Plurality|Dissent|Concurrence))\s?,?{B}at{B}(?:pp?\.{B})?(?P<pins>{PINS})(?![%\w])"
)
# "Smith, 5 F.3d at 9 (dissenting op. at 7)", "in Smith, Dissent at 7".
_ELSEWHERE = re.compile(r"(?:\d\w*\)?|v\. [A-Z][\w.&’' ]{1,60}|[Ii]d\.)[\s,]*\(?$")


def find_opinions_at(text: str) -> Iterator[Mention]:
    """Mentions of kind ``writing`` with a ``pin``; ``writing`` is "majority" for the opinion of the court."""
    for match in places(_OPINION_AT, text):
        start = match.start()
        if _ELSEWHERE.search(text, max(0, start - 80), start):
            continue
        words = (match["what"] or match["one"]).lower()
        kind = next((k for k in ("dis", "conc", "plur") if words.startswith(k)), "majority")
        said = {
            "dis": "dissenting opinion",
            "conc": "concurring opinion",
            "plur": "plurality opinion",
        }
        author, key = named_writing(said.get(kind, "majority opinion"))
        yield Mention(
            start, match.end(), "writing", pin=pin_of(match["pins"]), key=key, writing=author
        )
