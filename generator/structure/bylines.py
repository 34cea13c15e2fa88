"""Bylines and the vote line: who writes, in what capacity, and who joins.

The forms are those of the Supreme Court's own reports from the nineteenth century on ("MR. JUSTICE BLACK delivered
the opinion of the Court.", "JUSTICE POWELL, with whom JUSTICE REHNQUIST joins, concurring in part and dissenting in
part.") and of the courts of appeals ("POSNER, Circuit Judge, dissenting."), in any case of letters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.justices import chief_justice, surname

if TYPE_CHECKING:
    import datetime

    from generator.model import WritingKind

_NUMBERED = re.compile(r"¶\s?\d{1,4}\.?\s+")
_HYPHENED = re.compile(
    r"\b(?:concurring|dissenting)-in-(?:part|result|judgment|the-(?:result|judgment))\b",
    re.IGNORECASE,
)
CHIEF = "Chief Justice"  # stands for a name until it is known who that was
LOST = "Justice"  # the same where a flattened text has lost the name: "justice,with whom justice thomas joins,…"
LONGEST = 700  # a byline that joins eight Justices to parts of an opinion stays below
_CALL = r"(?:\s*(?:\[?\d{1,2}\]?|[*†‡]+))?"  # a footnote call at its end
_VERBS = (
    r"(?:delivered|announced|decided|filed|concurring|dissenting|with|whom|and|joined|joins?|wrote|took|has"
    r"|respecting)\b"
)
# A name begins with none of the words that open a heading or a list of the bench ("Before POSNER, Circuit Judge.").
_FIRST = r"(?!(?i:before|present|argued|opinion|statement)\b)"
_NAME = rf"{_FIRST}[A-Z][\w.'’-]*(?:\s+(?!(?i:{_VERBS}))[A-Z][\w.'’-]*){{0,3}}"
_LOW_NAME = rf"(?!{_VERBS})[a-z'’-]+(?:\s+(?!{_VERBS})[a-z'’-]+)??(?=[\s,.]|$)"
# A name in capitals ("McMORROW"), which no office, body or virtue of that title is: "JUDGE ADVOCATE", "JUSTICE COURT".
_CAPITALS = (
    r"(?!(?:THE|COUNSEL|COURT|DEPARTMENT|ADVOCATE|PRESIDING|PRO|OF|FOR|AND|IS)\b)"
    r"(?:[A-Z][A-Za-z]{0,2})?[A-Z][A-Z'’-]+(?:\s+[A-Z][A-Z'’-]+){0,2}(?![\w'’-])"
)
_OFFICE = (
    r"(?:chief|senior|associate|presiding|acting|supervising|visiting)?\s*"
    r"(?:circuit|district|appellate|presiding|chief|senior)?\s*(?:judge|justice)"
)
_TITLE = (
    r"(?:(?:the|mr\.|mrs\.|ms\.)\s+)*"
    r"(?:(?:chief|presiding|associate|senior|circuit|district)\s+)*(?:justice|judge)"
)
# What may stand before the name: "Statement of JUSTICE STEVENS …", "Opinion of the Court by MR. JUSTICE BLACK."
# "The opinion of the court was delivered by PARKER, C.J.", "By the Court: HOAR, J."
_PREFACE = (
    r"(?P<preface>(?:judgment\s+of\s+the\s+court,?\s+and\s+)?(?:the\s+)?"
    r"(?:(?:separate|dissenting|concurring)(?:\s+and\s+(?:dissenting|concurring))?\s+)?"
    r"(?:opinion|statement|memorandum)(?:\s+(?:of|for)\s+the\s+court)?,?\s+"
    r"(?:(?:was\s+)?delivered\s+)?(?:of|by):?\s+|by\s+the\s+court\s*[:,.]?\s*(?:[—–]\s*)?)"
)
# (1) JUSTICE NAME …   (2) NAME, J., …   (3) NAME, Circuit Judge …   (1) also "J. SMITH, dissenting."
_LEAD = re.compile(
    rf"{_PREFACE}?"
    rf"(?:(?P<title>{_TITLE}\b|(?-i:J\.)(?=\s+(?-i:{_CAPITALS}),(?!\s*{_OFFICE}\b)))(?:\s+(?P<justice>(?-i:{_NAME})|(?-i:{_LOW_NAME})))?"
    rf"|(?P<named>(?-i:{_NAME})),\s*(?:[js]r\.,\s*)?(?P<office>(?:acting\s+)?(?:ch?|p)\.\s?j\.|j\.|{_OFFICE})"
    r"(?:\s*\((?![a-z ,]*(?:concur|dissent|dubit))[a-z ,]{1,60}\))?)(?=[\s,.:;]|$)",
    re.IGNORECASE,
)
# "BOSLAUGH and WHITE, JJ., dissenting."
_JOINT = re.compile(
    rf"(?P<who>{_NAME}(?:(?:,\s+(?:and\s+)?|\s+and\s+){_NAME}){{1,6}}),\s+(?:JJ\.|(?:Circuit\s+)?(?:Justices|Judges)),?"
    r"(?P<rest>\s+\(?(?:specially\s+)?(?:concurring|dissenting)\b.*)"
)
_AND_SO = re.compile(r";\s*(?=(?:and\s+)?(?:concurring|dissenting)\b)", re.IGNORECASE)
# Further authors of a joint opinion: "JUSTICE O'CONNOR, JUSTICE KENNEDY, and JUSTICE SOUTER announced …".
_ALSO = re.compile(
    rf"(?:(?:,\s*(?:and\s+)?|\s+and\s+){_TITLE}\s+(?:(?-i:{_NAME})|(?-i:{_LOW_NAME})))+",
    re.IGNORECASE,
)
_PER_CURIAM = re.compile(
    rf"(?:opinion\s+)?per\s+curiam(?:\s+opinion)?\s*[.:*]?{_CALL}|(?:opinion\s+)?by\s+the\s+court\s*[.:]?"
    r"|(?-i:THE\s+COURT)\s*(?:[.:]\s?[—–-]?|[—–])",
    re.IGNORECASE,
)
_MAIN = re.compile(
    r"[,]?\s*(?:(?:has\s+)?(?:delivered|announced|wrote|writes|read)\b.{0,80}?\b(?:opinion|judgment|decision)\b"
    r"|(?:,\s*)?(?:for\s+the\s+court)\b)",
    re.IGNORECASE,
)
# "STORY, J. dissented, and delivered the following opinion:"; without the words at its end it is told in passing.
_TOLD = re.compile(
    r"[,\s]*(?P<stance>concurred|dissented)\b(?:\s+in\s+the\s+(?:judgment|result))?,?\s+and\s+"
    r"(?:delivered|gave|filed|read)\s+"
    r"(?:the\s+following\s+(?:\w+\s+)?opinion|(?:an?|his|her|their)\s+(?:\w+\s+)?opinion,?\s+as\s+follows)\s*[.:]?",
    re.IGNORECASE,
)
# What courts print behind the name alone: the day, "DECIDED: June 1, 2000".
_DAY = r"(?:[,\s]*(?:(?:decided|filed)\s*:?\s*)?[A-Z][a-z]{2,8}\.?\s+\d{1,2},\s+\d{4})?"
# "Opinion of the Court by Justice KELLER, Affirming."
_OUTCOME = (
    r"(?:(?:,|\s+and|\s+in\s+part|\s+with\s+directions)?\s*"
    r"(?:affirming|reversing|vacating|remanding|dismissing|granting|denying)){1,4}(?:\s+in\s+part)?"
)
# "Opinion by WALLACE": a name without an office, in capitals, which the prose behind these words never has.
_OPINION_BY = re.compile(
    rf"(?P<preface>(?i:(?:(?:dissenting|concurring)\s+(?:and\s+(?:dissenting|concurring)\s+)?)?opinion\s+by:?\s+))"
    rf"(?P<name>{_CAPITALS})[.:]?"
)
_STANCE = re.compile(r"\b(?:concurring|dissenting|concurs|dissents|dubitante)\b", re.IGNORECASE)
# "MR. JUSTICE DOUGLAS dissents." is a vote; with a colon an opinion follows.
_VOTES = re.compile(r"\b(?:concurs|dissents)\b(?!.*:$)", re.IGNORECASE)
_STATEMENT = re.compile(
    r"\b(?:statement|memorandum)\b.*\brespecting\b|^,?\s*respecting\b|\brespecting\s+the\s+(?:denial|dismissal)",
    re.IGNORECASE,
)
_JOIN = re.compile(
    r"(?:(?:with\s+)?whom|in\s+which|joined\s+by)\s+(?P<who>.*?)"
    r"(?:\s*,)?\s*(?:\b(?:join(?:s|ed)?|concurs?|agrees?)\b|(?=,\s*(?:concurring|dissenting))|$)"
    r"(?P<limit>\s+(?:as\s+to|except|only|in\s+part|with\s+respect|to\s+the\s+extent|in\s+all)\b.*?"
    r"(?=,\s*(?:concurring|dissenting|and\s+(?:in\s+which|with\s+whom))|$))?",
    re.IGNORECASE | re.DOTALL,
)
# "… and an opinion with respect to Part IV, in which": these Justices join that part.
_PART_JOINED = re.compile(
    r"\bopinion\s+(?:with\s+respect\s+to|as\s+to)\s+(?P<parts>Parts?\s(?:(?!\bopinion\b).)+?)[,\s]*$",
    re.IGNORECASE,
)
# "dissenting in No. 05-11284": which of the cases decided together.
_DOCKETS = re.compile(r"\bin\s+Nos?\.\s*\d[\d–-]*(?:,?\s+(?:and\s+)?\d[\d–-]*)*", re.IGNORECASE)
# "dissenting in Katz" is said of another case; all capitals tell nothing.
_OTHER_CASE = re.compile(r"\b(?:in|from)\s+(?!Parts?\b)[A-Z][a-z]")
# In lower case throughout, or it is a sentence that begins with the virtue.
_LOST_NAME = re.compile(r"justice(?:,| (?:delivered|announced)\b)(?!.*[A-Z])")
_TOOK_NO_PART = re.compile(r"\btook\s+no\s+part\s+in\b", re.IGNORECASE)
# Words that a byline may hold besides names: anything else makes it a sentence of the opinion.
_BYLINE_WORDS = frozenset(
    """a all also an and announced announcing application applications as banc both but by c certiorari
    chief circuit cj concur concurrence concurring concurs court courts curiam delivered delivers denial
    denying dismissal dissent dissenting dissents dubitante en except extent follows footnote footnotes
    for from grant granting has herein i ii iii in injunction injunctive is issued it iv j jj join joined
    joins judge judges judgment justice justices memorandum mr mrs ms of on only opinion or order part
    parts per petition read rehearing relief respect respecting result senior separate separately
    specially statement stay that the this to v vacate vacatur vi vii viii when which who whom with writ
    wrote""".split()
)
# Two letters in the wrong order make another word of no byline: "the opinion of the cuort".
_BYLINE_LETTERS = frozenset("".join(sorted(word)) for word in _BYLINE_WORDS if len(word) > 4)


@dataclass(frozen=True, slots=True)
class Byline:
    """What a byline says.  ``author`` is ``None`` for a per curiam; ``joined_by`` surnames in printed order."""

    kind: WritingKind
    author: str | None
    joined_by: tuple[str, ...] = ()
    joined_note: str | None = None


def parse_byline(line: str, decided: datetime.date | None = None) -> Byline | None:
    """The byline that ``line`` is, or ``None`` when it is something else.

    A byline names a judge first, then says what the judge does with the case, and says nothing more: a sentence such
    as "Justice Breyer, dissenting, argues that the statute is clear." is none.  ``decided`` tells who "THE CHIEF
    JUSTICE" is.
    """
    line = " ".join(line.split())
    if not line or len(line) > LONGEST or line.endswith(","):
        return None
    # "¶ 45. BRADLEY, J. (concurring).", "dissenting-in-part": so some courts have it.
    line = _HYPHENED.sub(lambda m: m.group().replace("-", " "), _NUMBERED.sub("", line))
    if _PER_CURIAM.fullmatch(line):
        return Byline("per-curiam", None)
    line = _AND_SO.sub(", ", line)
    if joint := _JOINT.fullmatch(line):
        authors = split_names(joint["who"], decided)
        if len(authors) > 1 and _says_nothing_more(joint["rest"]):
            return Byline(stance(joint["rest"]), authors[0], tuple(authors[1:]))
    by = _OPINION_BY.fullmatch(line)
    if by:
        kind = _prefaced(" ".join(by["preface"].lower().split()))
        return Byline(kind, surname(by["name"])) if kind else None
    lead = _LEAD.match(line)
    if not lead or _TOOK_NO_PART.search(line):
        return None
    chief = bool(re.search(r"chief\s+justice$", lead["title"] or "", re.IGNORECASE))
    name = lead["justice"] or lead["named"]
    if not name and not chief and not _LOST_NAME.match(line):
        return None
    author = surname(name.rstrip(".")) if name else _chief(decided) if chief else LOST
    also = _ALSO.match(line, lead.end()) if lead["title"] else None
    joined, note, rest = parse_joiners(line[also.end() if also else lead.end() :], decided)
    rest = _DOCKETS.sub("", rest)
    told = _TOLD.fullmatch(rest)
    kind = stance(told["stance"]) if told else _kind(line, lead, rest)
    if kind is None or not (told or _says_nothing_more(rest)):
        return None
    if also and note and not note.startswith(joined):  # it limits no author of a joint opinion
        note = f"{' and '.join(joined)} {note}"
    others = (*(split_names(also.group(), decided) if also else ()), *joined)
    return Byline(kind, author, tuple(n for n in dict.fromkeys(others) if n != author), note)


def _chief(decided: datetime.date | None) -> str:
    return (chief_justice(decided) if decided else None) or CHIEF


def _kind(line: str, lead: re.Match[str], rest: str) -> WritingKind | None:
    if _MAIN.match(rest):
        return _court_kind(rest)
    if _STATEMENT.search(line):
        return "dissent" if re.search(r"\bdissenting\b", rest, re.IGNORECASE) else "statement"
    if _STANCE.search(rest):
        return None if _VOTES.search(rest) else stance(rest)
    alone = re.fullmatch(
        rf"[\s.:,]*{_CALL}(?:{_DAY}[.:]?|,?\s*announced\s+by\b.*|{_OUTCOME}[.:]?)",
        rest,
        re.IGNORECASE,
    )
    if lead["preface"]:
        return _prefaced(" ".join(lead["preface"].lower().split())) if alone else None
    # "POSNER, Circuit Judge." alone: the opinion of the court.  So is a Justice's sitting in chambers.
    in_chambers = re.fullmatch(r",?\s*circuit\s+justice[.:]?", rest, re.IGNORECASE)
    # "JUDGE KAYE", "Mr. Justice JOHNSON." alone: only capitals tell it from a person that the prose names.
    in_capitals = lead.end() + len(rest) == len(line) and re.fullmatch(
        _CAPITALS, (lead["justice"] or "").rstrip(".")
    )
    return "majority" if (alone and (lead["named"] or in_capitals)) or in_chambers else None


def _court_kind(words: str) -> WritingKind:
    """A judgment announced without an opinion of the Court for any of its parts has a plurality only."""
    announced = re.search(r"\bannounced\b", words, re.IGNORECASE)
    court = re.search(
        r"\bopinion\s+(?:of|for)\s+(?:the|a\s+unanimous)\s+court\b", words, re.IGNORECASE
    )
    return "plurality" if announced and not court else "majority"


def _prefaced(preface: str) -> WritingKind | None:
    """The kind that the words before the name tell.

    "Opinion of" alone is the head of a page; "Opinion by" is how Pennsylvania and California head the opinion itself.
    """
    if preface.startswith("judgment of the court"):
        return "plurality"
    if preface.startswith(("dissenting", "concurring")):
        return stance(preface)
    if " the court" in preface or preface.startswith("opinion by"):
        return "majority"
    return "statement" if preface.startswith(("separate", "memorandum", "statement")) else None


def stance(words: str) -> WritingKind:
    """The kind that "concurring in part and dissenting in part" and its sisters name.

    "Concurring in part and concurring in the judgment" counts as a concurrence in the judgment; a stance that has
    both a concurrence and a dissent is the mixed kind whatever the parts are.  Who concurs "in the judgment and opinion
    of the Court" keeps nothing back.
    """
    low = words.lower()
    concurs, dissents = "concur" in low, "dissent" in low
    if concurs and dissents:
        return "concurrence-in-part-dissent-in-part"
    if dissents:
        return "dissent"
    if re.search(r"\bin\s+(?:the\s+)?(?:judgment(?!\s+and\s+(?:the\s+)?opinion)|result)", low):
        return "concurrence-in-judgment"
    return "concurrence"


def _says_nothing_more(rest: str) -> bool:
    """No full stop within, and none but the words of bylines: names are capitalised or follow "justice"."""
    body = re.sub(
        r"\b(?:(?:[CJP]{1,2}\.\s?)?(?:JJ?|cj?|jj?)|mrs?|ms)\.", "", rest, flags=re.IGNORECASE
    )
    body = re.sub(_CALL + r"$", "", body.strip()).rstrip(" .:*†‡")
    if re.search(r"[.?!;]\s", body) or _OTHER_CASE.search(body):
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
        and "".join(sorted(w.lower())) not in _BYLINE_LETTERS
        and not w[0].isupper()
        and not re.fullmatch(r"[ivx]+(?:-[a-z])?", w)
    ]
    return not odd


def parse_joiners(
    text: str, decided: datetime.date | None = None
) -> tuple[tuple[str, ...], str | None, str]:
    """``(surnames, limiting words, text without the join clauses)``.

    ", with whom JUSTICE BRENNAN and JUSTICE MARSHALL join as to Part II, dissenting." → (("Brennan", "Marshall"), "as
    to Part II", " dissenting.")
    """
    clauses: list[tuple[list[str], str]] = []

    def taken(match: re.Match[str]) -> str:
        found = split_names(match["who"], decided)
        if not found:
            return match.group()
        part = _PART_JOINED.search(match.string[: match.start()])
        limit = match["limit"] or (f"as to {part['parts']}" if part else "")
        clauses.append((found, limit.strip(" ,.")))
        return ""

    rest = re.sub(r",?\s*and(?=\s+(?:in\s+which|with\s+whom))", "", text)
    rest = _JOIN.sub(taken, rest)
    names = tuple(dict.fromkeys(name for found, _ in clauses for name in found))
    return names, _limits(clauses), rest


def _limits(clauses: list[tuple[list[str], str]]) -> str | None:
    """The words that limit the joins; with whose join they limit, where there are several."""
    limited = [(found, limit) for found, limit in clauses if limit]
    if len(clauses) == 1:
        return clauses[0][1] or None
    return "; ".join(f"{' and '.join(found)} {limit}" for found, limit in limited) or None


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
            out.append(_chief(decided))
            continue
        if name == "justice":  # "with whom justice and justice thomas join": see LOST
            out.append(LOST)
            continue
        name = re.sub(r"^(?:chief\s+)?justices?\b\s*", "", name, flags=re.IGNORECASE)
        if re.match(r"all\b|except\b|members?\b", name, re.IGNORECASE):
            continue  # "in which all other Members joined"
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
    """The line-up at the end of a syllabus: who wrote what, and who joined it; the majority first."""

    writings: tuple[Byline, ...]

    def of(self, author: str | None, kind: WritingKind) -> Byline | None:
        """What it says of a writing: by author, and by kind where a Justice wrote twice."""
        own = [w for w in self.writings if w.author == author]
        return next((w for w in own if w.kind == kind), own[0] if own else None)


_VOTE_SENTENCE = re.compile(
    r"^(?P<who>.{2,120}?)\s+(?P<verb>delivered|announced|filed|issued|wrote)\s+(?P<what>.*)$",
    re.IGNORECASE | re.DOTALL,
)


_VOTE_OPENING = re.compile(
    r"(?P<who>(?!justice\s)[A-Za-z][^;:]{1,80}?),?\s*(?:delivered\s+the\s+opinion|announced\s+the\s+judgment)\b",
    re.IGNORECASE,
)


def _names_only(text: str) -> bool:
    """Whether a line-up's first words name judges and say nothing: "KENNEDY, SOUTER, and GINSBURG, JJ."."""
    words = [w for w in re.findall(r"[\w'’-]+", text) if w.lower() not in ("and", "c", "j", "jj")]
    if text.islower():  # where a name looks like any word
        return len(words) <= 4 and (len(words) < 3 or "," in text)
    return "justice" not in text.lower() and all(
        w[0].isupper() or w in ("de", "van", "von") for w in words
    )


def parse_vote(line: str, decided: datetime.date | None = None) -> VoteLine | None:
    """The line-up, or ``None`` when ``line`` is something else.

    "ROBERTS, C. J., delivered the opinion of the Court, in which SCALIA and ALITO, JJ., joined. KAGAN, J., filed a
    dissenting opinion." It opens with a name (never "JUSTICE"), and says who joined or who filed.
    """
    line = " ".join(line.split())
    opening = _VOTE_OPENING.match(line)
    if not opening or not _names_only(opening["who"]):
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
        return _court_kind(f"{verb} {what}")
    if re.search(r"\bstatement\b", what, re.IGNORECASE):
        return "statement"
    return stance(what)
