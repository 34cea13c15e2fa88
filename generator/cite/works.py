"""Works that are no cases and no laws, but are cited "at" a page: reports of Congress, old and foreign reports, books.

Without them *id.* goes astray.  Journals are recognised with the reporters (``cite.cases``).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.cite.casenames import name_before, words
from generator.cite.pins import parentheses, read_after
from generator.model import Authority, Mention

if TYPE_CHECKING:
    from collections.abc import Iterator

_DASH = r"(?:[-\u2013\u2014]|--)"
# "H. R. Rep. No. 94-1487, p. 12 (1976)", "S. Rep. No. 95–797, pp. 4–6", "H. R. Conf. Rep. No. 1980", "S. Doc. No. 5"
_CONGRESS = re.compile(
    rf"(?<!U\.)(?<!U\.\s)\b(?P<kind>(?:H\.\s?R\.\s?(?:Conf\.\s?)?|S\.\s?(?:Conf\.\s?|Exec\.\s?)?|House\s(?:Conference\s)?|"
    rf"Senate\s(?:Executive\s)?)"
    rf"(?:Rep(?:t|ort)?\.?|Doc(?:ument)?\.?))\s?Nos?\.\s?(?P<number>\d{{1,4}}(?:\s?{_DASH}\s?\d{{1,4}})?)"
    rf"(?:,\s(?:pt\.\s\d+|\d{{1,3}}(?:d|st|nd|rd|th)\sCong\.(?:,\s\d(?:d|st|nd|rd|th)\sSess\.)?))*"
    rf"(?P<supra>,\s+supra)?"
    rf"(?:(?:,|(?<=Sess\.))\s(?:pp?\.?\s|at\s)?(?P<pin>\d{{1,4}}(?:\s?{_DASH}\s?\d{{1,4}})?(?:,\s\d{{1,4}}"
    rf"(?:\s?{_DASH}\s?\d{{1,4}})?){{0,3}}(?:,?\s(?:and\s)?n\.\s\d+)?))?"
    r"(?=[\s,.;:)]|$)"
)
_RECORD_OF_CONGRESS = re.compile(
    rf"\b(?P<volume>\d{{1,3}})\s(?P<name>Cong\.\s?(?:Rec|Globe)\.?|"
    rf"Annals of Cong(?:\.|ress))\s(?P<pin>[HSE]?\d{{1,6}}(?:\s?{_DASH}\s?\d{{1,6}})?(?:,\s\d{{1,6}}"
    rf"(?:\s?{_DASH}\s?\d{{1,6}})?){{0,4}})"
    r"(?=[\s,.;:)]|$)"
)
# Reports that reporters-db lacks: volume, name, page.
_OLD = re.compile(
    r"\b(?P<volume>\d{1,3})\s(?P<name>How\.\sSt\.\sTr\.|St\.\sTr\.|Eng\.\sRep\.|Burr\.|"
    r"Ch\.\sDiv\.|L\.\s?R\.\sCh\.\sApp\.|Wils\.\sK\.\sB\.|Ld\.\sRaym\.|Salk\.|Cox\sC\.\s?C\.|"
    r"Cobb\.\sSt\.\sTr\.|Op\.\sAtty\.\sGen\.|Op\.\sAtt'y\sGen\.|Op\.\sO\.\s?L\.\s?C\.)\s(?P<page>\d{1,5})\b"
)
# "Restatement (Second) of Torts § 402A, Comment j (1965)"
_RESTATEMENT = re.compile(
    r"\bRestatement\s(?:\((?:First|Second|Third|Fourth)\)\s)?(?:\(\d{4}\)\s)?of\s"
    r"(?:the\s)?(?P<title>[A-Z][A-Za-z]+(?:\s(?:of\s|and\s)?[A-Z][A-Za-z]+){0,4})"
    r"(?:,?\s§§?\s?(?P<pin>[\d.]+[A-Z]?(?:\s?[-–]\s?\d+)?(?:\(\w\))?)(?:,\s(?:[Cc]omments?|[Cc]mt\.|"
    r"[Ii]llus(?:tration|\.))\s\w+(?:[-–]\w)?)?(?:,\spp?\.\s\d{1,4}(?:\s?[-–]\s?\d{1,4})?)?)?"
)
# "37 Am. Jur. 2d, Fraud and Deceit § 347, p. 354 (2001)", "54 C. J. S., Limitations of Actions § 112 (1987)"
_ENCYCLOPEDIA = re.compile(
    r"\b(?P<volume>\d{1,3}[A-Z]?)\s(?P<name>Am\.\s?Jur\.(?:\s?2d)?|C\.\s?J\.\s?S\.|Corpus\sJuris\sSecundum),?\s"
    r"(?P<title>[A-Z][A-Za-z,'’& -]{2,60}?),?\s(?P<pin>§§?\s?\d{1,4}(?:\([a-z0-9]\))?(?:\s?[-–]\s?\d{1,4})?"
    r"(?:,\spp?\.\s\d{1,4}(?:\s?[-–]\s?\d{1,4})?)?)"
)
_AUTHOR = re.compile(
    r"[A-Z](?<![\w.].)(?<!\bMr\. .)(?<!Mrs\. .)(?<!\bMs\. .)(?<!\bDr\. .)"  # nobody's title
    r"\.\s?(?:[A-Z]\.\s?){0,2}(?:de\s|von\s)?[A-Z][a-z]"
)
_VOLUME = re.compile(r"\b\d{1,2}\s$")
# "4 W. Blackstone, Commentaries *352 (1769)", "2 W. LaFave, Search and Seizure § 4.6, p. 100 (2d ed. 1987)"
_BOOK = re.compile(
    r"(?P<author>(?:[A-Z]\.\s?){1,3}(?:de\s|von\s|Mc|Mac|La|Le)?[A-Z][a-z]+[A-Za-z'’-]*"
    r"(?:(?:,\s(?:and\s|&\s)?|\s(?:and|&)\s)(?:[A-Z]\.\s?){1,3}[A-Z][A-Za-z'’-]+){0,3}),\s"
    r"(?P<title>[A-Z][^.;()*§\d]{3,110}?)"
    r"(?P<place>(?:,?\s(?:\*\s?\d+|§§?\s?[\d.:-]+[a-z]?(?:\([a-z0-9]+\))*|(?:pp?\.\s)?\d[\d.]{0,11}|"
    r"ch\.\s\d+|(?:and\s)?nn?\.\s\d+)(?:\s?[-–]\s?\*?[\d.]+)?){0,6})"
    r"\s\((?P<dated>[^()]{0,40}?\b(?:1[5-9]|20)\d\d[^()]{0,20})\)"
)
# "Webster's New International Dictionary 396 (2d ed. 1934)", "2 Oxford English Dictionary 89 (def. 9) (1933)"
_DICTIONARY = re.compile(
    r"(?<![\w’'])(?P<volume>\d{1,2}\s)?(?P<name>(?!(?:See|Compare|With|The|In|Cf|But|And|Accord|Quoting|Citing|Also)\b)"
    r"[A-Z](?:[\w’'&-]|(?<=[A-Z])\.)*\s(?:(?:[A-Z][\w’'-]*|of|the|and|&)\s){0,6}?"
    r"(?:Dictionary|Thesaurus|Encyclopa?edia)(?:\sof\s(?:the\s)?(?:[A-Z][\w’'-]*|and)(?:\s[A-Z][\w’'-]*|\sand){0,4})?)\s"
    r"(?P<pin>\d{1,4}(?:,\s\d{1,4})?(?:[-–]\d{1,4})?)"
    r"(?=(?:,?\s\([^()]{0,24}(?:\(\w+\))?[^()]{0,8}\))?\s\([^()]{0,30}\b(?:1[6-9]|20)\d\d\))"
)
# Journals that reporters-db lacks: "22 J. Law & Econ. 91, 98 (1979)", "67 Com. L. J. 146 (1962)"
_JOURNAL = re.compile(
    r"\b(?P<volume>\d{1,3})\s(?P<name>(?:[A-Z][\w’'.]*\s(?:&\s|of\s)?){0,4}?(?:J\.|L\.\s?Q\.|L\.\s?Rev\.)"
    r"(?:\s(?:&\s|of\s)?[A-Z][\w’'.]*){0,5}(?:\s&\s[A-Z][\w’'.]*)?)\s(?P<page>\d{1,4})\b"
    r"(?=(?:,\s[\d–, n.-]{1,40})?\s\([^()\d]{0,14}\d{4}\))"
)


# "Riddell, New Trial at the Common Law, 26 Yale L. J. 49", behind a sentence's end or a signal
_ARTICLE = re.compile(
    r"(?:^|[.;:(?!\"”—–]\s{0,2}|\b(?:[Ss]ee|also|generally|[Cc]f\.|[Qq]uoting|[Cc]iting|[Aa]ccord,?|e\.\s?g\.,)\s)"
    r"(?P<author>[A-Z][\w'’-]{2,24}(?:(?:,\s(?:&\s|and\s)?|\s&\s|\s(?:and)\s)[A-Z][\w'’-]{2,24}){0,3}),\s"
    r"(?P<title>[A-Z\"“][^;.?!()§\d]{3,120}[?!]?[\"”]?),?\s$"
)


def article_before(text: str, end: int, floor: int = 0) -> tuple[int, str] | None:
    """Author and title of the article whose journal's volume stands at ``text[end]``: (start, both as printed).

    ``None`` where they do not follow a sentence's end or a signal at once (Bluebook Rule 16.2).
    """
    match = _ARTICLE.search(text, max(floor, end - 190), end)
    if match is None or match["author"].split(",")[0] in words().starters:
        return None
    return match.start("author"), " ".join(text[match.start("author") : end].split()).strip(" ,")


def find_works(text: str) -> list[Mention]:
    """Reports and records of Congress, old reports, restatements and books, as ``full`` mentions of kind ``work``."""
    out: list[Mention] = []
    if ("No" in text and "Rep" in text) or "Doc" in text:
        out += _congress(text)
    if "Cong" in text:
        for match in _RECORD_OF_CONGRESS.finditer(text):
            name = " ".join(
                match["name"].replace("Congress", "Cong.").replace("g.R", "g. R").split()
            )
            end, _, _ = parentheses(text, match.end())
            out.append(_mention(match.start(), end, f"{match['volume']} {name}", match["pin"]))
    if (
        "Tr." in text
        or "Rep." in text
        or "Op." in text
        or "Burr." in text
        or "K. B." in text
        or "Salk." in text
        or "Ch. Div." in text
    ):
        out += _old(text)
    if "Restatement" in text:
        for match in _RESTATEMENT.finditer(text):
            key = match.group().split(" §")[0].split(", §")[0].strip()
            end, _, _ = parentheses(text, match.end())
            out.append(_mention(match.start(), end, " ".join(key.split()), match["pin"]))
    if "Jur" in text or "J. S." in text or "C.J.S." in text:
        for match in _ENCYCLOPEDIA.finditer(text):
            name = " ".join(match["name"].replace("C. J. S.", "C.J.S.").split())
            key = f"{match['volume']} {name}, {match['title']}"
            end, _, _ = parentheses(text, match.end())
            out.append(_mention(match.start(), end, key, match["pin"]))
    if "ictionary" in text or "hesaurus" in text or "yclop" in text:
        for match in _DICTIONARY.finditer(text):
            end, _, _ = parentheses(text, match.end())
            out.append(
                _mention(
                    match.start(), end, f"{match['volume'] or ''}{match['name']}", match["pin"]
                )
            )
    if " J. " in text or "L. " in text:
        out += _journals(text)
    out += _books(text)
    out.sort(key=lambda m: (m.start, -m.end))
    return out


def _books(text: str) -> Iterator[Mention]:
    floor = 0
    for author in _AUTHOR.finditer(text):
        match = _BOOK.match(text, author.start()) if author.start() >= floor else None
        if match is None:
            continue
        volume = _VOLUME.search(text, max(floor, match.start() - 4), match.start())
        start = volume.start() if volume else match.start()
        key = f"{text[start : match.start()]}{match['author']}, {match['title'].strip(' ,')}"
        pin = match["place"].strip(" ,") or None
        floor = match.end()
        yield _mention(start, match.end(), key, pin, match["author"])


def _journals(text: str) -> Iterator[Mention]:
    floor = 0
    for match in _JOURNAL.finditer(text):
        after = read_after(text, match.end())
        key = f"{match['volume']} {' '.join(match['name'].split())} {match['page']}"
        start, name = article_before(text, match.start(), floor) or (match.start(), None)
        year = re.search(r"\d{4}", after.dated or "")
        authority = Authority("work", key, name, int(year.group()) if year else None)
        floor = after.end
        yield Mention(start, floor, "full", authority, name=name, pin=after.pin, method="citation")


def _congress(text: str) -> Iterator[Mention]:
    for match in _CONGRESS.finditer(text):
        kind = "H.R." if match["kind"].startswith("H") else "S."
        if "Conf" in match["kind"]:
            kind += " Conf."
        elif "Exec" in match["kind"]:
            kind += " Exec."
        thing = "Doc." if "Doc" in match["kind"] else "Rep."
        number = re.sub(rf"\s?{_DASH}\s?", "-", match["number"])
        end, _, _ = parentheses(text, match.end())
        mention = _mention(match.start(), end, f"{kind} {thing} No. {number}", match["pin"])
        yield replace(mention, kind="supra-case") if match["supra"] else mention


def _old(text: str) -> Iterator[Mention]:
    for match in _OLD.finditer(text):
        name = " ".join(match["name"].split())
        after = read_after(text, match.end())
        key = f"{match['volume']} {name} {match['page']}"
        found = name_before(text, match.start())
        start, called = found or (match.start(), None)
        kind = "work" if name.startswith("Op.") else "case"
        year = re.search(r"1[0-9]\d\d|20\d\d", after.dated or "")
        authority = Authority(kind, key, called, int(year.group()) if year else None)  # type: ignore[arg-type]
        yield Mention(
            start, after.end, "full", authority, name=called, pin=after.pin, method="citation"
        )


def _mention(start: int, end: int, key: str, pin: str | None, name: str | None = None) -> Mention:
    return Mention(
        start,
        end,
        "full",
        Authority("work", key, name=None),
        name=name or key,
        pin=pin,
        method="citation",
    )
