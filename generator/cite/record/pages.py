"""What stands round a citation of the record: its pages, its docket number, and the words before it."""

from __future__ import annotations

import re

_DASH = r"\s{0,2}(?:[-–—]|--)\s{0,6}"
_ATOM = r"(?:[A-Z]{1,2}[-–]?)?\d{1,6}(?::\d{1,2}|[A-Za-z]{0,2}(?:\d{1,5}[a-z])?)(?![\w/])"
_RANGE = rf"{_ATOM}(?:{_DASH}{_ATOM})?"
_ROMAN = r"[ivxl]{1,6}(?![\w.]\w|\w)"
_NOTES = rf"nn?\.?\s{{0,4}}\d{{1,3}}(?:{_DASH}\d{{1,3}})?"
_STOP = r"(?=\s{0,4}(?:[,.;:)\]”\"'’—–(*]|$)"
_FIRST = re.compile(
    rf"\s{{1,6}}(?P<page>{_RANGE})"
    r"|(?:\s?,?\s{0,6}(?:at\s{1,6}(?:pp?\.\s)?|pp?\.?\s{0,6}|(?=¶)))"
    rf"(?P<marked>(?:¶{{1,2}}\s?)?{_RANGE}|{_ROMAN})"
    rf"|\s{{1,6}}(?P<roman>{_ROMAN})"
)
# A number that opens the next citation ("App. 78, 42 U. S. C.") has no stop behind it.
_MORE = re.compile(
    r"\s?,\s{1,6}(?:and\s{1,6})?(?:(?:pp?\.|at)\s{1,6}|¶{1,2}\s?)?"
    rf"{_RANGE}{_STOP}|\s{{1,6}}(?:and|nn?\.)\s)"
    rf"|\s{{1,6}}and\s{{1,6}}{_RANGE}{_STOP})"
    rf"|\s?,?\s{{1,6}}(?:and\s{{1,6}})?{_NOTES}"
)
_LONGEST = 240  # characters of one list of pages

_NUMBER = r"\d[\w:]{0,12}(?:,\d{3})?(?:[–—-]\s?[\w:]{1,10}){0,4}"
IN_NUMBER = re.compile(
    r"\s{1,6}in\s{1,6}Nos?\.\s{0,6}(?:(?:CV|CR|Civ\.|Crim\.|Cr\.)\s{0,2})?"
    rf"{_NUMBER}(?:\s{{1,2}}[A-Z]{{2,5}}\b){{0,2}}"
    r"(?:\s{0,6}\([A-Z][A-Za-z0-9 .]{1,17}\)){0,2}(?:\s?,\s{1,6}O\.\s?T\.\s{1,6}\d{4})?"
)
ITEM = (
    r"(?:Docs?|Exhs?|Exs?|Tab|Vol|Item|Attach|App|Dkt|ECF|Pt)\b\.?\s{0,4}(?:Nos?\.\s?)?"
    r"(?:[A-Z]{1,2}(?:\(\d\))?(?![\w.])|[A-Z]?[-–]?\d[\w–-]{0,8})"
)
ITEMS = re.compile(rf"(?:\s?,?\s{{0,6}}(?:\({ITEM}\)|(?<=[\s,(]){ITEM})){{1,4}}")


def pages(text: str, at: int, roman: bool = False) -> tuple[int, str | None]:
    """The pages, paragraphs and notes that follow at ``at``: (end, as printed with single blanks).

    ``roman``: whether a lone roman numeral is a page ("Pet. for Cert. i").
    """
    match = _FIRST.match(text, at)
    if not match or (match["roman"] and not roman):
        return at, None
    start, end = match.start(match.lastgroup or 0), match.end()
    while (more := _MORE.match(text, end)) and more.end() - at < _LONGEST:
        end = more.end()
    printed = " ".join(text[start:end].split())
    return end, re.sub(r"\s*(--|[–—-])\s*", r"\1", printed)


def plain(text: str) -> str:
    """One blank for many, hyphens for dashes, none at the ends."""
    return (
        re.sub(r"\s*[–—]\s*", "-", " ".join(text.split())).replace(" ,", ",").replace(", (", " (")
    )


SIGNALS = frozenset(
    "See Compare With And But Accord Quoting Citing In At From Also Cf Cited Quoted Under Ibid"
    " Id".split()
)
# What a court, a reporter or a rule ends with: "Cal. App. 78", "19 How. St. Tr. 1001", "Fed. Rule App. Proc."
_REPORTERS = frozenset(
    "Crim Civ Ct Rptr Cir Dist Div Bkrtcy Bankr Fed Sup Super Cong Stat Ann Code Rule Rules Evid"
    " Proc Rep Reg Cas Ch Gen Cty Mag Tax Corp Co Inc St Wheat Ala Alaska Ariz Ark Cal Calif Colo"
    " Conn Del Fla Ga Haw Ill Ind Kan Kans Ky La Me Md Mass Mich Minn Miss Mo Mont Neb Nebr Nev"
    " Okla Ore Pa Penn Tenn Tex Vt Va Wash Wis Wyo".split()
)
_LAST_WORD = re.compile(r"([\w’'&]+)[.]?$")


def stands_alone(text: str, at: int) -> bool:
    """Whether what begins at ``at`` is the first word of a citation.

    It may be the end of the name of a reporter, a rule or another paper instead ("Cal. App.", "H. R. Doc.",
    "Congressional Record", "Hill App.").
    """
    before = text[max(0, at - 28) : at].rstrip()
    if not before or before[-1] in ",;:()[]\"“”‘’'—–*!?":
        return True
    match = _LAST_WORD.search(before)
    if not match:
        return before[-1] == "."
    word = match[1]
    if before[-1] == ".":
        return not (word in _REPORTERS or len(word) == 1)
    if word[0].isupper():
        return word in SIGNALS
    return word != "of" and not word.isdigit() and not before.endswith(" of the")
