"""Facts about a case that its own text or file name tells, where ``case.yml`` does not.

Only what is printed in so many words is taken (a docket number, "Argued …—Decided …", a caption in two parties), and
only from what stands before the opinion: the body of an opinion is full of other cases' numbers.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import fields, replace
from typing import Any

from generator.model import Case, CaseInfo

_PARTY_END = (
    r",|\bet al\b|\s+Nos?\.\s?\d+[-–]\d|\s+(?:Argued|Decided|Certiorari|On writ|Appeal from)\b"
)
FILE_NAME = "the name of the file"  # an origin of facts, as people are told it
FILE_DATA = "the file's own data"
FRONT = 6000  # characters of the text's beginning that are looked at
_MONTHS = {
    m: n
    for n, m in enumerate(
        "January February March April May June July August September October November December".split(),
        start=1,
    )
}
_MONTH_OF = {month[:3]: number for month, number in _MONTHS.items()}
_DATE = (
    r"(?P<month>"
    + "|".join([*_MONTHS, "Sept", *(month[:3] for month in _MONTHS)])
    + r")\.?\s+(?P<day>\d{1,2}),\s+(?P<year>1[789]\d\d|20\d\d)"
)
# "84-1586", "2019-0345-CR", "12 EAP 1999", "126, Orig.", "84,321", "S123456", "3:15-cv-01234".
_NUMBER = (
    r"(?:\d{1,4}[-–](?:[A-Z]{1,3}[-–])?\d{1,6}(?:-[A-Z]{1,4})*|\d{1,4} [A-Z]{2,4} (?:19|20)\d\d"
    r"|\d{1,3}, Orig(?:\.|inal\b)"
    r"|\d{1,3},\d{3}|[A-Z]\d{5,6}|\d:\d\d-[a-z]{2}-\d{3,5}|\d{2,5})"
)
# It opens a line, a sentence or a column, or stands before "Argued": "Local No. 70" and "Amendment No. 12" do not.
# What goes on behind it in a manner of its own ("No. 71-1234/5") is not known whole, and not taken.
_DOCKET = re.compile(
    rf"(?:^|(?<=[.;:(—] )|(?<=[ \t]{{2}})|(?P<inside>\b))(?:(?:Docket|Case|Record) )?(?P<label>Nos?)\.\s?"
    rf"(?P<numbers>{_NUMBER}(?:(?:,\s*(?:and\s+)?|\s+and\s+|\s*&\s*){_NUMBER})*)"
    r"(?![\w/]|[-–:,.]\w|,?\s*(?:and\b|&)|,\s*(?:and\b|Nos?\b|\d|Misc|Orig)"
    r"|,?[ ]*(?:and|&|,)?[ ]*\n\s*\d| [A-Z]{1,5}(?: \d|[ ]*$|[.,]))(?(inside)(?=\W+(?:Argued|Decided|Submitted)\b))",
    re.MULTILINE,
)
_CITATION = re.compile(r"^\W*(?P<volume>\d{1,3})\s+U\.\s?S\.\s+(?P<page>\d{1,4})\b", re.MULTILINE)
_ARGUED = re.compile(rf"\bArgued:?\s+{_DATE}", re.IGNORECASE)
_DECIDED = re.compile(rf"\bDecided:?\s+{_DATE}", re.IGNORECASE)
# "January 11, 1994, Argued", a day a line, as the services have it: there the day that follows "Argued" is another's.
_DAY_FIRST = re.compile(
    rf"(?:^|(?<=[;,] )|(?<=\d\d )){_DATE}, (?P<what>Argued|Submitted|Decided|Filed)\b",
    re.IGNORECASE | re.MULTILINE,
)
_VERSUS = re.compile(
    r"^\s*(?!(?:See|Cf|In|Compare)\b)(?P<first>[A-Z][\w.,&'’ -]{1,60}?)"
    r"\s+v\.\s+(?P<second>[A-Z][\w.,&'’ -]{1,60}?)\s*$",
    re.MULTILINE,
)
_COURT = re.compile(
    r"^\s*(?:IN THE\s+)?(?P<court>(?:SUPREME COURT OF THE UNITED STATES|UNITED STATES COURT OF APPEALS)"
    r"(?:[ ,]+(?!SYLLABUS)[A-Z]+)*)[ ]*$",
    re.MULTILINE | re.IGNORECASE,
)
# What stands before a caption and behind it on the same line, and is no party's name.
_BEFORE_CAPTION = re.compile(rf"\s*(?:Docket )?Nos?\.\s?{_NUMBER}[.,:]?\s+")
_AFTER_CAPTION = re.compile(
    r"\.\s{2,}(?=\S)|\.?\s+(?=C\. ?A\.|Sup\. Ct\.|\d+(?:st|d|nd|rd|th) Cir\b)"
)
_NO_PARTY = re.compile(
    r"\bcourt\b|\bNos?\.|\bC\. ?A\.|\bCir\b|\bv\."
    r"|^(?:plaintiff|defendant|petitioner|respondent|appell(?:ant|ee))s?\b",
    re.IGNORECASE,
)
# A full stop stays behind these, and behind initials.
_ABBREVIATED = frozenset(
    "assn ass'n bd bros cal cas co comm comm'n comr comm'r corp cty dept dep't dist div fla gov't govt hosp ill inc ins"
    " int'l jr ltd mass mfg mich mo nat'l pa ry r.r s.a sch sr st tex univ va wash".split()
)
# Words that are letters, in a caption in capitals; others without a vowel show it themselves.
_LETTERS = frozenset(
    "ABC ACLU AFL AMF AOL AT&T CBS CIA CIO EEOC EPA FAA FBI FDA FDIC FERC FPC FSLIC GAF GE GM GMAC GTE HUD IBEW IBM ICC"
    " II III ILA ILGWU INS IRS ITT IV LLC LLP MCI NAACP NASA NBC NCAA NEA NFL NRA OSHA PLC RCA SEC TVA TWA UAW UMW UPS"
    " US USA USX U.S U.S.A".split()
)
_SMALL = frozenset("a an and for in of on the to v ex rel re".split())


def completed(case: Case) -> CaseInfo:
    """The facts of the case with those that ``case.yml`` left out filled in from its text; what was said there stays.

    The first page is that of a citation of the official reports.
    """
    found, origins = proposal(case)
    gaps = {
        f.name: getattr(found, f.name)
        for f in fields(CaseInfo)
        if f.name != "dialect"
        and origins.get(f.name) != FILE_NAME  # good for a proposal, too little for a fact
        and getattr(case.info, f.name) is None
        and getattr(found, f.name) is not None
    }
    info = replace(case.info, **gaps)
    page = re.fullmatch(r"\d+ .+ (\d+)", info.citation or "")
    if info.first_page is None and page:
        info = replace(info, first_page=int(page.group(1)))
    return info


def proposal(case: Case) -> tuple[CaseInfo, dict[str, str]]:
    """What file and text tell, and for each fact where it was found (in words for the comments of a ``case.yml``).

    What a format says of the case beside its text (the fields of a JSON file) goes before what the text shows.
    """
    found, origins = _told(case)
    given = {
        f.name: getattr(case.source.facts, f.name)
        for f in fields(CaseInfo)
        if getattr(case.source.facts, f.name) is not None
    }
    return replace(found, **given), {**origins, **dict.fromkeys(given, FILE_DATA)}


def _told(case: Case) -> tuple[CaseInfo, dict[str, str]]:
    front = front_text(case)
    values, origins = dict[str, Any](), dict[str, str]()

    def found(name: str, value: object, origin: str) -> None:
        if value is not None:
            values[name] = value
            origins[name] = origin

    name = _name(front)
    if name:
        found("name", name, "the caption")
    else:
        found("name", name_from_slug(case.slug), FILE_NAME)
    citation = _CITATION.search(front)
    if citation:
        found("citation", f"{citation['volume']} U.S. {citation['page']}", "the head of the text")
        found("first_page", int(citation["page"]), "the citation")
    found("docket", _docket(_DOCKET.search(front)), "the caption")
    days = {m["what"].lower(): _date(m) for m in _DAY_FIRST.finditer(front)}
    if days:
        found("argued", days.get("argued"), "the caption")
        found("decided", days.get("decided"), "the caption")
    else:
        found("argued", _date(_ARGUED.search(front)), "the caption")
        found("decided", _date(_DECIDED.search(front)), "the caption")
    if "decided" not in values:  # "MR. JUSTICE ZAPPALA   DECIDED: June 1, 2000"
        byline = next((b.text for b in case.blocks if b.kind == "byline"), "")
        found("decided", _date(_DECIDED.search(byline)), "the byline")
    court = _COURT.search(front)
    if court:
        found("court", titled(court["court"].strip()), "the caption")
    return CaseInfo(**values), origins


def front_text(case: Case) -> str:
    """The text before the first paragraph of the opinion, at most ``FRONT`` characters."""
    own = [
        b.text
        for b in case.blocks
        if b.kind in ("caption", "notice") or b.writing in (None, "syllabus")
    ]
    return "\n".join(own)[:FRONT]


def name_from_slug(slug: str) -> str | None:
    """``malley-v-briggs`` → "Malley v. Briggs"; ``None`` for a slug that names no two parties."""
    parties = slug.split("-v-")
    if len(parties) != 2 or not all(parties):
        return None
    return " v. ".join(titled(p.replace("-", " ")) for p in parties)


def titled(text: str) -> str:
    """Words with capitals but for the small ones: "court of the united states" → "Court of the United States"."""
    words = text.split()
    return " ".join(
        w.lower() if i and w.lower() in _SMALL else w[:1].upper() + w[1:].lower()
        for i, w in enumerate(words)
    )


def _name(front: str) -> str | None:
    """The two parties of the first line that has a "v." between names; ``None`` where a part of it is no name."""
    match = _VERSUS.search(front)
    if not match:
        return None
    first = _BEFORE_CAPTION.sub("", match["first"])
    second = _AFTER_CAPTION.split(match["second"], maxsplit=1)[0]
    parties = [_party(first), _party(second)]
    return " v. ".join(p for p in parties if p) if all(parties) else None


def _party(printed: str) -> str | None:
    """``IBM CORP., ET AL.`` → "IBM Corp."; ``None`` for a role, the head of a page or words of prose."""
    short = re.split(_PARTY_END, printed, maxsplit=1, flags=re.IGNORECASE)[0].strip(" -")
    words = short.split()
    if words and not _keeps_stop(words[-1]):
        words[-1] = words[-1].rstrip(".")
    prose = [
        w
        for w in words
        if w[:1].islower() and w.rstrip(".") not in (*_SMALL, "al", "de", "la", "van", "von")
    ]
    if not words or not words[-1] or prose or _NO_PARTY.search(short):
        return None
    mixed = not short.isupper()
    return " ".join(_cased(word, first=not k, mixed=mixed) for k, word in enumerate(words))


def _keeps_stop(word: str) -> bool:
    """Whether a full stop behind ``word`` is its own: "Inc.", "J.", "U.S."."""
    bare = word.lower().rstrip(".")
    return bare in _ABBREVIATED or len(bare) == 1 or "." in bare


def _cased(word: str, *, first: bool, mixed: bool) -> str:
    """One word of a party as people write it: "BLOOM" → "Bloom", "McFADDON" → "McFaddon"; "NLRB" and "J.R." stay."""
    letters = word.strip(".,'’")
    if not word.isupper():  # mixed case is someone's decision, but for capitals behind a prefix
        return re.sub(r"(?<=[a-z])[A-Z]{3,}", lambda m: m.group().capitalize(), word)
    if not mixed and not first and letters != "A" and letters.lower() in _SMALL:
        return word.lower()
    if letters in _LETTERS or re.fullmatch(r"(?:[A-Z]\.)*[A-Z]", letters):
        return word
    if (
        re.fullmatch(r"(?!NG$)[B-DF-HJ-NP-TV-XZ]{2,}", letters)
        and letters.lower() not in _ABBREVIATED
    ):
        return word
    cased = re.sub(r"[^\W\d_]+", lambda m: m.group().capitalize(), word)
    cased = re.sub(r"(?<=\w['’])[A-Z](?=[a-z]?\b)", lambda m: m.group().lower(), cased)
    return re.sub(r"\bMc([a-z])(?=[a-z]{2})", lambda m: "Mc" + m[1].upper(), cased)


def _docket(match: re.Match[str] | None) -> str | None:
    """``Nos. 03–2211 and 03–2212`` → "Nos. 03-2211, 03-2212"."""
    if not match:
        return None
    numbers = re.findall(_NUMBER, match["numbers"])
    return f"{match['label']}. {', '.join(numbers)}".replace("–", "-")


def _date(match: re.Match[str] | None) -> datetime.date | None:
    if not match:
        return None
    try:
        return datetime.date(
            int(match["year"]), _MONTH_OF[match["month"][:3].capitalize()], int(match["day"])
        )
    except ValueError:
        return None
