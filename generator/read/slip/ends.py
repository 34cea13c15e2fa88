"""How a line begins and ends: what a sentence's end looks like, what stands alone, and what had room."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.read.slip.measure import width

# The end of a sentence: its stop, closing marks and parentheses, the figure of a note.
_STOP = re.compile(r"(?:[.?!:]|\.{3})[”’\"'\])]*(?:\s?[”’\"'\])])*(?:\d{1,3}|[*†‡])?$")
_END = 48  # characters of a line that tell how it ends
_ENDS_IN_ABBREVIATION = re.compile(
    r"(?:\b(?:U\. ?S|v|No|Nos|Inc|Co|Corp|Ltd|Cf|cf|e\. ?g|i\. ?e|pp?|nn?|Mr|Mrs|Ms|Dr|Jr|Sr|St|Art|art|cl|Cl|Stat"
    r"|Fed|Reg|Rev|Cong|Sess|App|Cir|Ct|Dist|Assn|Bros|Ry|Cal|Ed|ed|Supp|Pub|Ann|Stats|ch|Ch|Sen|Rep|Res|Doc|tit|Tit"
    r"|subd|par|Const|Amdt|Civ|Proc|Crim|Evid|Evid|Exh|Tr|Pet|Cert|Dept|Gov|Pa|Va|Md|La|Ga|Fla|Ill|Ind|Mass|Mich"
    r"|Minn|Miss|Mo|Tex|Tenn|Wash|Wis|N|S|E|W|F|J|C|D|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.)$"
)
ALONE = re.compile(
    r"[IVXL]{1,7}\.?(?:[-–—][A-Z0-9])?|[A-Z]\.?|\d\.?|(?:\*\s*){1,3}|PER CURIAM\.?|Per Curiam\.?"
    r"|Appendi(?:x|xes|ces)(?: [A-Z])?\.?"
    r"|(?:It is )?so ordered\.|(?:Affirmed|Reversed|Vacated|Remanded|Dismissed)(?:[ ,]+(?:and|in part|remanded|reversed"
    r"|vacated|affirmed))*[;,.]?",
    re.IGNORECASE,
)
STARS = re.compile(r"[*.•](?:\s*[*.•])*")
OPENS_QUOTE = re.compile(r"[“\"]|[‘'](?=[“\"\w\[])")
_WORD = re.compile(r"\S+")
FITS = 0.94  # of a full line: what was left over is no accident of spacing


@lru_cache(maxsize=4096)
def ends_sentence(text: str) -> bool:
    """Whether a line may be the last of a paragraph."""
    end = text[-_END:]
    return bool(_STOP.search(end)) and not _ENDS_IN_ABBREVIATION.search(end)


def would_fit(before: str, line: str, measure: int) -> bool:
    """Whether the first word of ``line`` had room behind ``before``, so that the line was ended on purpose."""
    return width(before) + width(" ") + width(first_word(line)) < FITS * measure


def first_word(text: str) -> str:
    """The first word of a line, as far as it cannot be broken."""
    word = _WORD.match(text)
    return re.split(r"(?<=[-–—])", word.group())[0] if word else ""
