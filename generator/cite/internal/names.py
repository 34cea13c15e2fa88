"""Whether a *supra*, *ante* or *post* stands behind the name of a case, and so is its citation."""

from __future__ import annotations

import re

_WINDOW = 90  # characters looked back
_SIGNALS = frozenset(
    "See Cf Compare With And But Also Accord Contra Quoting Citing E.g Eg Generally Cited Quoted"
    " Discussed Described As Or Ibid Id".split()
)
# Capitalised words of an opinion that end a clause: "as explained by the Court, ante, at 5".
_COMMON = frozenset(
    "Court Courts Congress Government State States Act Amendment Clause Constitution Board"
    " Commission Department Secretary Circuit Part Parts Justice Justices Term President Framers"
    " Nation Union Rule Rules Code Guidelines Legislature Senate House General Attorney Solicitor"
    " County City JUSTICE COURT I Opinion Dissent Majority Plurality Syllabus Committee".split()
)
_DETERMINERS = frozenset(
    "the this that our its his her their my a an each every both no any some petitioner's"
    " respondent's".split()
)
_WORD = re.compile(r"([\w’'.&-]*[\w’'&])\.?$")
_RUN = re.compile(r"(?:([\w’'.]+)\s{1,8})?((?:[A-Z][\w’'.&-]*\s{1,8}){0,6}[A-Z][\w’'.&-]*)$")
_JUSTICE = re.compile(r"(?:JUSTICES?|Justices?)\s{1,8}(?:[A-Z][\w’'-]+\s{1,8}){0,1}$")
_NO_NAME = re.compile(r"\b(?:[Ee]\.\s?g|[Ii]\.\s?e|[Cc]f|JJ?)\.$")  # "opinion of Souter, J., post"
_DATED = re.compile(r"(?:\d|ed\.|op\.|Supp\.)[^()]{0,12}[)\]]$")


def follows_case_name(text: str, at: int) -> bool:
    """Whether the *supra*, *ante* or *post* at ``at`` stands behind the name of a case or other work, as its citation.

    ``Harlow, supra``, ``S. Rep. No. 538, supra``, ``(1997), supra``, ``Hensley supra`` do; ``See supra``, ``e. g.,
    supra``, ``as we explained, supra``, ``the Court notes, ante`` and ``JUSTICE BREYER says, post`` do not: what is no
    capitalised name, number or year is the end of a clause.
    """
    before = text[max(0, at - _WINDOW) : at].rstrip()
    comma = before[-1:] == ","
    stem = before[:-1].rstrip() if comma else before
    last = stem[-1:]
    if last in '”"’“‘' and stem[-2:-1] in ",.?!":
        return False  # the end of a quotation
    if last in ")]":  # a year or a number; but a clause in parentheses is none
        return comma and bool(_DATED.search(stem))
    match = _WORD.search(stem)
    if not match:
        return False
    word = match[1]
    if last == ".":  # without a comma a sentence ends there
        return comma and not _NO_NAME.search(stem)
    if word[0].isdigit() or last.isdigit():
        return comma
    if not word[0].isupper():
        return (comma and word in ("al", "rel", "seq", "cert")) or word in ("et", "ex")
    if word in _SIGNALS or _JUSTICE.search(stem[: match.start()]):
        return False
    return _ends_name(stem, word, work=text[at : at + 5].lower() == "supra")


def _ends_name(stem: str, word: str, work: bool) -> bool:
    """Whether the capitalised ``word`` at the end of ``stem`` ends the name of a case, or of a work if that counts too.

    Not "by the District Court", "under Title VII", "in FOIA"; but "v. United States District Court", "the
    Slaughter-House Cases".
    """
    run = _RUN.search(stem)
    before, words = (run[1] or "", run[2].split()) if run else ("", [word])
    if before in ("v.", "v") or {"v.", "v"} & {*words} or words[-1] in ("Case", "Cases"):
        return True
    determined = before.lower() in _DETERMINERS or words[0].lower() in _DETERMINERS
    if (word in _COMMON or word.rstrip("’'s") in _COMMON) and (determined or len(words) == 1):
        return False
    return work or not (determined or (word.isupper() and len(word) > 1))
