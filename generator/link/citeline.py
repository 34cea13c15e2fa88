"""Read a citation as a person writes it on one line: ``Name, 620 F.3d 1016 (9th Cir. 2010) (en banc)``."""

from __future__ import annotations

import re

from generator.link.shipped import volume_years
from generator.link.spelling import LONGEST, nominative, spelled
from generator.model import Authority, AuthorityKind

KINDS: tuple[AuthorityKind, ...] = ("case", "statute", "constitution", "rule", "record", "work")

_PIECE = re.compile(r"\d{1,4} ([A-Z](?:[^,;§()]|\([^()]{1,20}\)){0,60}?) (?:\d{1,8}|_{1,4})")
_DOCKET = re.compile(
    r"(?:(?:Civ|Crim)\. )?Nos?\. [\w:.–—-]{1,30}(?: [\w:.–—-]{1,20}){0,3}(?: \([A-Za-z]{1,5}\))?"
)
_PARENTHESIS = re.compile(r" ?\(([^()]*)\)$")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DATED = re.compile(
    rf"(?P<court>[^\d\s].*?|\d{{1,2}}(?:st|d|nd|rd|th) .*?)??,? ?(?:{_MONTH} \d{{1,2}}, )?(?P<year>\d{{4}})"
)
_PAGES = re.compile(r"\*?\d[\d\s,*–—-]*(?:n\. ?\d+)?|n\. ?\d+|at .*")
_YEARS = (1200, 2100)

# What a line is, in this order; cases before laws, for a case may be called "Amendment to Rule 39".
_RECORD = re.compile(
    r"(?:Joint |Supp\. )?(?:App\.|J\. ?A\.|Record\b|Tr\.|Exhs?\.|Dep(?:osition|\.))"
    r"|(?:Reply |Supp\. )?Brief\b|Pet\. for|Juris\. Statement"
)
_CONSTITUTION = re.compile(r"\bConst\.|\bConstitution\b|\b(?:Amendment|Amdt\.)")
_RULE = re.compile(
    r"\bFed(?:eral|\.) (?:R(?:ules?|\.))|\bR\. (?:Civ|Crim|App|Evid|Bankr)\b|\bSup\. Ct\. R|\bRules? \d"
)
_STATUTE = re.compile(
    r"§|\bU\. ?S\. ?C\b|\d Stat\. \d|\bC\. ?F\. ?R\b|\bPub\. L\.|\bFed\. Reg\.|\bCode\b|\bAct\b|\bStat\."
)
_JOURNAL = re.compile(r"\b(?:L\. ?Rev|L\. ?J|Q|Stud|Bull|Forum)\.|\bJ\. ")
_CASE_NAME = re.compile(r" v\. |^(?:In re|Ex parte|Matter of|Estate of) |\bCases?$")
_EDITION = re.compile(r" ?\((?:[^()]*\b\d{4}\b[^()]*|West|Vernon|Michie|LexisNexis)\)$")
_LAWS: tuple[tuple[re.Pattern[str], AuthorityKind], ...] = (
    (_CONSTITUTION, "constitution"),
    (_RULE, "rule"),
    (_STATUTE, "statute"),
)
# The Court's style → the Bluebook's.
_RULES = (
    (re.compile(r"\bFed(?:eral|\.) (?:Rules?|R\.) (?:of )?"), "Fed. R. "),
    (re.compile(r"(?<=Fed\. R\. )Evidence\b"), "Evid."),
    (re.compile(r"(?<=Fed\. R\. )(?:Civ\. Proc\.|Civil Procedure)"), "Civ. P."),
    (re.compile(r"(?<=Fed\. R\. )(?:Crim\. Proc\.|Criminal Procedure)"), "Crim. P."),
    (re.compile(r"(?<=Fed\. R\. )(?:App\. Proc\.|Appellate Procedure)"), "App. P."),
    (re.compile(r"(?<=Fed\. R\. )(?:Bankr?\. (?:Rule )?Proc\.|Bankruptcy Procedure)"), "Bankr. P."),
)
_CIRCUIT = re.compile(r"CA ?(\d{1,2}|DC|Fed\.?)")
_DISTRICT = re.compile(r"([NSEWMC])D (?=[A-Z])|([NSEWMC])D(?=NY\b)")


class CiteError(ValueError):
    """A line that cannot be read: ``number`` is that of the code of ``authorities_file``."""

    def __init__(self, number: int, message: str, advice: str) -> None:
        super().__init__(message)
        self.number, self.message, self.advice = number, message, advice


def parse_cite(text: str, kind: AuthorityKind | None = None) -> Authority:
    """The authority that ``text`` cites; its kind is inferred from its form unless ``kind`` says it.

    A case: name, then one or more of ``VOLUME REPORTER PAGE`` and docket numbers, the first being the key and the
    others parallel; then parentheses with court and date, and with notes.  Raises ``CiteError`` (9 not understood,
    10 it contradicts itself, 14 the kind cannot be told).
    """
    text = (
        " ".join(text.split()).rstrip(".;,")
        if text.endswith((";", ",", ".."))
        else " ".join(text.split())
    )
    if len(text) > LONGEST:
        raise CiteError(9, "the citation is too long", f"write at most {LONGEST} characters")
    kind = kind or kind_of(text)
    if not re.search(r"[^\W\d_]", text):
        raise CiteError(9, f"{text!r} names no work", "write for example 42 U.S.C. § 1983")
    if kind in ("case", "work"):
        return _case(text, kind)
    return Authority(kind, _law(text, kind) or text)


def kind_of(text: str) -> AuthorityKind:
    """What sort of work a line cites, by its form.  Raises ``CiteError`` (14) when that cannot be told."""
    if _RECORD.match(text) and " v. " not in text:
        return "record"
    pieces, _ = _pieces(text)
    reporters = [match[1] for piece in pieces if (match := _PIECE.fullmatch(piece))]
    if any(_JOURNAL.search(reporter) for reporter in reporters):
        return "work"
    named = bool(_CASE_NAME.search(pieces[0]) or _CASE_NAME.search(text))
    of_cases = reporters and not any(_STATUTE.search(f"1 {r} 1") for r in reporters)
    if named and of_cases:
        return "case"
    for pattern, kind in _LAWS:
        if pattern.search(text):
            return kind
    if of_cases or (named and any(_DOCKET.fullmatch(piece) for piece in pieces)):
        return "case"
    if named:
        raise CiteError(9, f"no citation in {text[:60]!r}", _CASE_ADVICE)
    advice = f"give its citation, or add kind: {', '.join(KINDS)}"
    raise CiteError(14, f"what sort of work {text[:60]!r} is cannot be told", advice)


_CASE_ADVICE = "write for example Harlow v. Fitzgerald, 457 U.S. 800 (1982)"


def _pieces(text: str) -> tuple[list[str], list[str]]:
    """What stands between the commas, and the contents of the parentheses at the end."""
    notes: list[str] = []
    while (match := _PARENTHESIS.search(text)) and match.start():
        notes.insert(0, match[1].strip())
        text = text[: match.start()]
    return text.split(", "), notes


def _case(text: str, kind: AuthorityKind) -> Authority:
    pieces, notes = _pieces(text)
    first = next(
        (n for n, p in enumerate(pieces) if _PIECE.fullmatch(p) or _DOCKET.fullmatch(p)), None
    )
    if first is None:
        if kind == "work":
            return Authority(kind, spelled(text))
        raise CiteError(9, f"no citation in {text[:60]!r}", _CASE_ADVICE)
    for piece in pieces[first + 1 :]:
        if _PAGES.fullmatch(piece):
            raise CiteError(
                10, f"{piece!r} is a page cited", "give the first page of the case alone"
            )
        if not (_PIECE.fullmatch(piece) or _DOCKET.fullmatch(piece)):
            raise CiteError(9, f"{piece[:60]!r} is no citation", _CASE_ADVICE)
    cites = [spelled(p) for p in pieces[first:] if _PIECE.fullmatch(p)]
    dockets = [
        spelled(re.sub(r"^(?:Civ|Crim)\. ", "", p)) for p in pieces[first:] if _DOCKET.fullmatch(p)
    ]
    early = filter(None, map(nominative, cites))
    keys = list(dict.fromkeys((*cites, *early, *dockets)))
    court, year, rest = _dated(notes)
    for key in keys:
        _check_year(key, year)
    name = ", ".join(pieces[:first]).strip() or None
    return Authority(kind, keys[0], name, year, court, tuple(keys[1:]), "; ".join(rest) or None)


def _dated(notes: list[str]) -> tuple[str | None, int | None, list[str]]:
    """Court, year and the other parentheses."""
    court, year, rest = None, None, []
    for note in notes:
        match = _DATED.fullmatch(note)
        if not match:
            rest.append(note)
        elif year is not None:
            raise CiteError(10, "two parentheses have a year", "leave one")
        else:
            year = int(match["year"])
            court = court_spelled(match["court"].rstrip(" ,")) if match["court"] else None
    if year is not None and not _YEARS[0] <= year <= _YEARS[1]:
        raise CiteError(10, f"{year} is no year of a decision", "check the year")
    return court, year, rest


def _check_year(key: str, year: int | None) -> None:
    match = re.fullmatch(r"(\d+) U\.S\. \d+", key)
    if not match or year is None:
        return
    if match[1] == "0" * len(match[1]):
        raise CiteError(10, "the U.S. Reports have no volume 0", "check the volume")
    low, high = volume_years(int(match[1]))
    if not low - 1 <= year <= high + 1:
        years = str(low) if low == high else f"{low} to {high}"
        raise CiteError(
            10, f"volume {match[1]} of the U.S. Reports is of {years}, not of {year}", "check both"
        )


def _law(text: str, kind: AuthorityKind) -> str:
    if kind != "record":
        text = _EDITION.sub("", text)
    if kind == "rule":
        for pattern, short in _RULES:
            text = pattern.sub(short, text)
    if kind == "constitution" and "Const." not in text:
        raise CiteError(
            9,
            f"{text[:60]!r} is not written as a provision",
            "write for example U.S. Const. amend. IV",
        )
    return spelled(text)


def court_spelled(court: str) -> str:
    """The Supreme Court's abbreviation of a court as Table T1's: ``CA9`` → ``9th Cir.``, ``CD Cal.`` → ``C.D. Cal.``"""
    match = _CIRCUIT.fullmatch(court)
    if match:
        number = match[1]
        if number == "DC":
            return "D.C. Cir."
        if not number.isdigit():
            return "Fed. Cir."
        ending = {"1": "st", "2": "d", "3": "d"}.get(number, "th")
        return f"{number}{ending} Cir."
    return _DISTRICT.sub(lambda m: f"{m[1]}.D. " if m[1] else f"{m[2]}.D.", court).replace(
        "D.NY", "D.N.Y."
    )
