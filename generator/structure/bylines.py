"""Bylines and the vote line: who writes, in what capacity, and who joins.

The forms are those of the Supreme Court's own reports from the nineteenth century on ("MR. JUSTICE BLACK delivered the opinion
of the Court.", "JUSTICE POWELL, with whom JUSTICE REHNQUIST joins, concurring in part and dissenting in part.") and of the
courts of appeals ("POSNER, Circuit Judge, dissenting."), in any case of letters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.justices import chief_justice, surname

if TYPE_CHECKING:
    import datetime

    from generator.model import WritingKind

CHIEF = "Chief Justice"  # stands for a name until it is known who that was
LONGEST = 700  # a byline that joins eight Justices to parts of an opinion stays below
_CALL = r"(?:\s*(?:\[?\d{1,2}\]?|[*†‡]+))?"  # a footnote call at its end
_NAME = r"[A-Z][\w.'’-]*(?:\s+(?!(?i:delivered|announced|filed|concurring|dissenting|with|joined|joins?|wrote|took|has|respecting)\b)[A-Z][\w.'’-]*){0,3}"
_VERBS = r"(?:delivered|announced|filed|concurring|dissenting|with|joined|joins?|wrote|took|has|respecting)\b"
_TITLE = r"(?:(?:the|mr\.|mrs\.|ms\.)\s+)*(?:chief\s+)?justice"
# (1) JUSTICE NAME …   (2) NAME, J., …   (3) NAME, Circuit Judge …
_LEAD = re.compile(
    rf"(?:(?:separate\s+)?(?:opinion|statement|memorandum)\s+(?:of|by):?\s+)?"
    rf"(?:(?P<title>{_TITLE})\b(?:\s+(?P<justice>(?-i:{_NAME})|(?-i:(?!{_VERBS})[a-z'’-]+(?:\s+(?!{_VERBS})[a-z'’-]+)??(?=[\s,.]|$))))?"
    rf"|(?P<named>(?-i:{_NAME})),\s*(?P<office>(?:acting\s+)?c\.\s?j\.|j\.|p\.\s?j\.|(?:chief|senior|associate|presiding|acting|supervising|visiting)?\s*"
    rf"(?:circuit|district|appellate|presiding|chief|senior)?\s*(?:judge|justice))"
    rf"(?:\s*\(?[a-z ]{{0,30}}\)?)?)(?=[\s,.:;]|$)",
    re.IGNORECASE,
)
_PER_CURIAM = re.compile(
    rf"(?:opinion\s+)?per\s+curiam\s*[.:*]?{_CALL}|by\s+the\s+court\s*[.:]?", re.IGNORECASE
)
_MAIN = re.compile(
    r"[,]?\s*(?:(?:has\s+)?(?:delivered|announced|wrote|writes|read)\b.{0,80}?\b(?:opinion|judgment|decision)\b"
    r"|(?:,\s*)?(?:for\s+the\s+court)\b)",
    re.IGNORECASE,
)
_STANCE = re.compile(r"\b(?:concurring|dissenting|concurs|dissents|dubitante)\b", re.IGNORECASE)
_STATEMENT = re.compile(
    r"\b(?:statement|memorandum)\b.*\brespecting\b|^,?\s*respecting\b|\brespecting\s+the\s+(?:denial|dismissal)",
    re.IGNORECASE,
)
_JOIN = re.compile(
    r"(?:with\s+whom|in\s+which|joined\s+by)\s+(?P<who>.*?)(?:\s*,)?\s*(?:\bjoin(?:s|ed)?\b|(?=,\s*(?:concurring|dissenting))|$)"
    r"(?P<limit>\s+(?:as\s+to|except|only|in\s+part|with\s+respect|to\s+the\s+extent|in\s+all)\b.*?(?=,\s*(?:concurring|dissenting|and\s+in\s+which)|$))?",
    re.IGNORECASE | re.DOTALL,
)
_TOOK_NO_PART = re.compile(r"\btook\s+no\s+part\s+in\b", re.IGNORECASE)
# Words that a byline may hold besides names: anything else makes it a sentence of the opinion.
_BYLINE_WORDS = frozenset(
    """a all also an and announced announcing as but by c cj circuit certiorari chief concur concurs concurring concurrence
    court courts delivered delivers denial denying dismissal dissent dissents dissenting dubitante en banc except extent for
    from granting has herein i ii iii iv v vi vii viii in is issued it j jj join joined joins judge judges judgment justice
    justices memorandum mr mrs ms of on only opinion or order part parts per curiam petition read rehearing respect respecting
    result senior separate separately specially statement stay that the this to when which who whom with writ wrote""".split()
)


@dataclass(frozen=True, slots=True)
class Byline:
    """What a byline says.  ``author`` is ``None`` for a per curiam; ``joined_by`` surnames in printed order."""

    kind: WritingKind
    author: str | None
    joined_by: tuple[str, ...] = ()
    joined_note: str | None = None


def parse_byline(line: str, decided: datetime.date | None = None) -> Byline | None:
    """The byline that ``line`` is, or ``None`` when it is something else.

    A byline names a judge first, then says what the judge does with the case, and says nothing more: a sentence such as
    "Justice Breyer, dissenting, argues that the statute is clear." is none.  ``decided`` tells who "THE CHIEF JUSTICE" is.
    """
    line = " ".join(line.split())
    if not line or len(line) > LONGEST:
        return None
    if _PER_CURIAM.fullmatch(line):
        return Byline("per-curiam", None)
    lead = _LEAD.match(line)
    if not lead or _TOOK_NO_PART.search(line):
        return None
    chief = bool(lead["title"]) and "chief" in lead["title"].lower()
    name = lead["justice"] or lead["named"]
    if not name and not chief:
        return None
    author = surname(name) if name else chief_justice(decided) if decided else None
    tail = line[lead.end() :]
    joined, note, rest = parse_joiners(tail, decided)
    kind = _kind(line, rest)
    if kind is None or not _says_nothing_more(rest):
        return None
    return Byline(kind, author or CHIEF, joined, note)


def _kind(line: str, rest: str) -> WritingKind | None:
    if _MAIN.match(rest):
        plural = re.search(r"\ban\s+opinion\b", rest, re.IGNORECASE) and not re.search(
            r"opinion\s+of\s+the\s+court", rest, re.IGNORECASE
        )
        announced = re.search(r"\bannounced\b", rest, re.IGNORECASE)
        return "plurality" if plural and announced else "majority"
    if _STATEMENT.search(line):
        return "dissent" if re.search(r"\bdissenting\b", rest, re.IGNORECASE) else "statement"
    if _STANCE.search(rest):
        return stance(rest)
    if re.fullmatch(r"[\s.:,]*" + _CALL, rest) and re.match(
        r".*,\s*(?:[A-Za-z. ]*judge|c?\.?\s?j\.)", line, re.IGNORECASE
    ):
        return "majority"  # "POSNER, Circuit Judge." alone: the opinion of the court
    return None


def stance(words: str) -> WritingKind:
    """The kind that "concurring in part and dissenting in part" and its sisters name.

    "Concurring in part and concurring in the judgment" counts as a concurrence in the judgment; a stance that has both a
    concurrence and a dissent is the mixed kind whatever the parts are.
    """
    low = words.lower()
    concurs, dissents = "concur" in low, "dissent" in low
    if concurs and dissents:
        return "concurrence-in-part-dissent-in-part"
    if dissents:
        return "dissent"
    if re.search(r"\bin\s+(?:the\s+)?(?:judgment|result)", low):
        return "concurrence-in-judgment"
    return "concurrence"


def _says_nothing_more(rest: str) -> bool:
    """No full stop within, and none but the words of bylines: names are capitalised or follow "justice"."""
    body = re.sub(r"\b(?:[CJP]{1,2}\.\s?)?(?:JJ?|cj?|jj?)\.", "", rest, flags=re.IGNORECASE)
    body = re.sub(_CALL + r"$", "", body.strip()).rstrip(" .:*†‡")
    if re.search(r"[.?!;]\s", body):
        return False
    words = re.findall(
        r"[A-Za-z][\w'’-]*",
        re.sub(
            r"\b(?:part|parts)\b[\w\s,–-]*?(?=,|$|\band\s+(?:concurring|dissenting)|\bof\b)",
            "",
            body,
            flags=re.IGNORECASE,
        ),
    )
    odd = [
        w
        for w in words
        if w.lower() not in _BYLINE_WORDS
        and not w[0].isupper()
        and not re.fullmatch(r"[ivx]+(?:-[a-z])?", w)
    ]
    return not odd


def parse_joiners(
    text: str, decided: datetime.date | None = None
) -> tuple[tuple[str, ...], str | None, str]:
    """``(surnames, limiting words, text without the join clauses)``.

    ", with whom JUSTICE BRENNAN and JUSTICE MARSHALL join as to Part II, dissenting." → (("Brennan", "Marshall"), "as to Part
    II", " dissenting.")
    """
    names: list[str] = []
    notes: list[str] = []

    def taken(match: re.Match[str]) -> str:
        found = split_names(match["who"], decided)
        if not found:
            return match.group()
        names.extend(n for n in found if n not in names)
        if match["limit"]:
            notes.append(match["limit"].strip(" ,."))
        return ""

    rest = re.sub(r",?\s*and(?=\s+in\s+which)", "", text)
    rest = _JOIN.sub(taken, rest)
    return tuple(names), "; ".join(notes) or None, rest


def split_names(text: str, decided: datetime.date | None = None) -> list[str]:
    """The surnames in a list such as "JUSTICE WHITE, THE CHIEF JUSTICE, and SOUTER, JJ."."""
    text = re.sub(
        r"\b(?:C\.\s?J|JJ|J)\.(?=$|[\s,;)])|\b(?:circuit|district|senior|chief)\s+judges?\b",
        "",
        text,
        flags=re.IGNORECASE,
    )
    out = []
    for part in re.split(r",|\band\b|;", text, flags=re.IGNORECASE):
        name = re.sub(r"^(?:(?:the|mr|mrs|ms)\.?\s+)+", "", part.strip(" .()"), flags=re.IGNORECASE)
        if re.fullmatch(r"chief\s+justice", name, re.IGNORECASE):
            out.append((chief_justice(decided) if decided else None) or CHIEF)
            continue
        name = re.sub(r"^(?:chief\s+)?justices?\b\s*", "", name, flags=re.IGNORECASE)
        if (
            name
            and len(name) < 40
            and re.fullmatch(r"[\w.'’ -]+", name)
            and not name.isdigit()
            and len(name) > 1
        ):
            out.append(surname(name))
    return out


@dataclass(frozen=True, slots=True)
class VoteLine:
    """The line-up at the end of a syllabus: per surname what the Justice wrote and who joined it; the majority first."""

    writings: tuple[Byline, ...]

    def of(self, author: str | None, kind: WritingKind) -> Byline | None:
        """What it says of a writing: by author, and by kind where a Justice wrote twice."""
        own = [w for w in self.writings if w.author == author]
        return next((w for w in own if w.kind == kind), own[0] if own else None)


_VOTE_SENTENCE = re.compile(
    r"^(?P<who>.{2,120}?)\s+(?P<verb>delivered|announced|filed|issued|wrote)\s+(?P<what>.*)$",
    re.IGNORECASE | re.DOTALL,
)


def parse_vote(line: str, decided: datetime.date | None = None) -> VoteLine | None:
    """The line-up, or ``None`` when ``line`` is something else.

    "ROBERTS, C. J., delivered the opinion of the Court, in which SCALIA and ALITO, JJ., joined. KAGAN, J., filed a dissenting
    opinion." It opens with a name (never "JUSTICE"), and says who joined or who filed.
    """
    line = " ".join(line.split())
    if not re.match(r"(?!.{0,12}\bjustice\s)[A-Za-z][\w'’ -]{1,30},", line, re.IGNORECASE):
        return None
    if not re.search(
        r"\bdelivered\s+the\s+opinion\b|\bannounced\s+the\s+judgment\b", line[:200], re.IGNORECASE
    ):
        return None
    if not re.search(
        r"\bjoined\b|\bjoin\b|\bfiled\b|\bunanimous\b|took no part", line, re.IGNORECASE
    ):
        return None
    out: list[Byline] = []
    guarded = re.sub(
        r"\b((?:C\.\s?)?JJ?)\.", lambda m: m.group(1).replace(".", "\x00") + "\x00", line
    )
    for sentence in re.split(r"(?<=[a-zA-Z\])])\.\s+(?=\S)", guarded):
        sentence = sentence.replace("\x00", ".")
        match = _VOTE_SENTENCE.match(sentence)
        if not match:
            continue
        joined, note, rest = parse_joiners(match["what"], decided)
        for author in split_names(match["who"], decided):
            out.append(Byline(_vote_kind(match["verb"], rest), author, joined, note))
    return VoteLine(tuple(out)) if out else None


def _vote_kind(verb: str, what: str) -> WritingKind:
    if verb.lower() in ("delivered", "announced"):
        return (
            "plurality"
            if re.search(r"\ban\s+opinion\b", what) and verb.lower() == "announced"
            else "majority"
        )
    if re.search(r"\bstatement\b", what, re.IGNORECASE):
        return "statement"
    return stance(what)
