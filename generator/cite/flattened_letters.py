"""The letters of subsections: all that a flattened text has kept of ``§§ 5845(a), 5861(d)`` is ``a,d``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.cite.law_words import words
from generator.model import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator

# Blanks behind marks are lost in the raw text, and put back by the cleaning: both are read.
_AND = r"(?:, ?| )"
_SUB = r"(?:[a-z]|[ivx]{2,4})(?![a-z'’])"
# The letters of subsections: "b", "a b i", "a,d".
_LETTERS = re.compile(rf"(?P<blank>,? ?)(?P<letters>{_SUB}(?:{_AND}{_SUB})*)")
PUBLISHER = re.compile(
    r",? ?(?:(?:west|vernon|mckinney|michie|lexis|purdon|baldwin|deering|thomson)(?![a-z])|"
    r"(?:and )?(?:cum\. ?)?supp\.|et seq\.)"
)
# Letters between two marks. What stands before the first mark may say that they are something else.
_ALONE = re.compile(
    rf"[.,] ?(?P<letters>[a-p](?![a-z'’])(?:{_AND}(?:[a-p]|[ivx]{{2,4}})(?![a-z'’]))*)(?=[.,\n]|$| (?P<next>[a-z]+))"
)
_NOT_BEHIND = re.compile(
    r"(?:^|(?<=[^a-z]))(?:arts?|tit|cls?|exh|exhs|parts?|canon|amdt|amdts|comments?|app|pp?|nn?|nos?|const|wl|ed|fed|supp|order|vol|rev|cir|"
    r"mr|mrs|dr|st|inc|v|at|figs?|tbl|sch|schedule|appendix|pt|pts|para|ch|rule|rules|lexis)[.,] ?$"
)
# A lone letter among words that go with a section: "the limitations period in b begins to run".
_IN_TEXT = re.compile(r" (?P<letters>[b-h])(?=[.,\n]|$| (?P<next>[a-z]+))")
_LAST_WORD = re.compile(r"(?:^|(?<=[^a-z]))([a-z]+)$")


def find_letters(text: str) -> Iterator[Mention]:
    """Letters that stand alone, as statutes without authority: between two marks, then among words."""
    for match in _ALONE.finditer(text):
        if found := _lone(text, match):
            yield found
    for match in _IN_TEXT.finditer(text):
        if found := _in_text(text, match):
            yield found


def read_letters(text: str, end: int) -> tuple[str, int]:
    """The letters printed at ``end``, in parentheses, and where they end; "" where there are none."""
    match = _LETTERS.match(text, end)
    if match is None or (match["blank"][:1] == "," and text[end - 1 : end] != "."):
        return "", end
    letters, stop = match["letters"], match.end()
    if text[stop : stop + 1] not in ("", ".", ",", "\n"):
        first = letters.replace(",", " ").split()
        # "ann.a person who …": an article; "code i agree": a pronoun
        if first[-1] in ("a", "i") and not PUBLISHER.match(text, stop):
            letters = letters[: -len(first[-1])].rstrip(" ,")
            stop = match.start("letters") + len(letters)
            if not letters:
                return "", end
    return grouped(letters), stop


def grouped(letters: str) -> str:
    """``a b i`` → ``(a)(b)(i)``, ``a,d`` → ``(a), (d)``."""
    return ", ".join(
        "".join(f"({sub})" for sub in group.split()) for group in letters.split(",") if group
    )


def _lone(text: str, match: re.Match[str]) -> Mention | None:
    start, end = match.span("letters")
    letters, following = match["letters"], match["next"]
    if letters == "i" or _NOT_BEHIND.search(text, max(0, start - 13), start):
        return None
    # Letters joined by commas are no words; one may be left of "[b]ecause", but not before "see" or "requiring".
    if following and "," not in letters:
        participle = following.endswith("ing") and len(following) > 6
        if letters == "a" or not (participle or following in ("emphasis", "see", "cf", "same")):
            return None
    return Mention(start, end, "statute", key=grouped(letters))


def _in_text(text: str, match: re.Match[str]) -> Mention | None:
    start, end = match.span("letters")
    letter, following = match["letters"], match["next"]
    before = _LAST_WORD.search(text, max(0, start - 14), start - 1)
    if before is None or before[1] not in words("before-letter"):
        return None
    if following and (
        following not in words("after-letter") or letter + following in words("fused")
    ):
        return None
    return Mention(start, end, "statute", key=grouped(letter))
