"""What the judges without an opinion of their own did, as courts print it at the head or the foot of an opinion.

    STEINERT, ROBINSON, and JEFFERS, JJ., concur.          We concur: LUCAS, C. J., MOSK, J.
    FLAHERTY, J., joins in this concurring opinion.        HAMILTON, C. J., not participating.
    ROBERTS, J., filed a concurring opinion in which FLAHERTY, J., joined.
    Opinion for the Court filed by Circuit Judge EDWARDS.  Dissenting opinion filed by Circuit Judge HENDERSON.
    LEHMAN, Ch. J., and LEWIS, JJ., concur; CONWAY, J., dissents.

Every clause of such a line must be of a known form: else it is prose that speaks of judges.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.structure.bylines import Byline, parse_joiners, split_names, stance

if TYPE_CHECKING:
    import datetime

    from generator.model import WritingKind

LONGEST = 600  # characters


@dataclass(frozen=True, slots=True)
class Join:
    """Judges who join a writing: that of ``author``, or the one that the line stands under (``None``).

    ``court``: they do so with a mere "concur", which is said of the court's opinion.
    """

    names: tuple[str, ...]
    author: str | None = None
    court: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """What a line tells: who joins, and what else was written by whom."""

    joins: tuple[Join, ...] = ()
    writings: tuple[Byline, ...] = ()


_JUDGE_WORDS = frozenset(
    "acting and associate c ch chief circuit district dr for j jj jr judge judges justice justices messrs mr mrs ms of"
    " p presiding senior sitting sr the vice".split()
)
_PARTICLES = frozenset("de del den der di du la le st van von".split())
_TITLED = re.compile(r"\b(?:JJ?\.|(?:[Cc]hief )?(?:[Jj]udge|[Jj]ustice|JUDGE|JUSTICE)s?)(?!\w)")
# Full stops that end no clause.
_ABBREVIATED = re.compile(
    r"\b(?:(?:C|P|Ch)\. ?JJ?|JJ?|[JS]r|M(?:r|rs|s|essrs|R|RS|S)|No|St|[A-Z])\."
)
_ENDS_SHORT = re.compile(r"\b(?:J|JJ|[JS]r)\.$")
_CLAUSES = re.compile(r"(?<=\w)\.\s+|;\s+(?:and\s+)?")
_WHO = r"(?P<who>\S.{1,250}?)"
_WHOM = r"(?P<whom>\S.{1,80}?)"
_OPINION = (
    r"(?:(?:majority|concurring|dissenting|separate|foregoing|above)\s+)*"
    r"(?:opinion|dissent|concurrence|statement)"
)
_CONCUR = re.compile(
    rf"{_WHO},? (?:all |also |each )?(?:concur(?:s|red)?|agree(?:s|d)?)"
    r"(?P<only> specially| separately| by separate opinion| in a separate opinion"
    r"| in (?:the )?(?:result|judgment|decision)(?: only)?)?"
    rf"(?P<in> in (?:the|this|that|his|her) {_OPINION})?(?: (?:with|of) {_WHOM})?"
)
_JOINS = re.compile(
    rf"{_WHO},? (?:also )?(?:joins?|joined)(?: in)? (?:the|this|that|his|her|{_WHOM}['’]s) {_OPINION}"
    r"(?: of (?P<of>\S.{1,80}?))?"
)
_STANDS_APART = re.compile(
    rf"{_WHO},? (?:dissent(?:s|ed)?"
    r"(?: (?:in part|from the judgment|with(?:out)? opinion"
    r"|(?:in|by) (?:a |an )?(?:separate )?(?:opinion|memorandum)))?"
    r"(?: and votes? to \w+)?(?: in a separate opinion)?"
    r"|(?:is |was )?(?:not (?:participating|sitting)|disqualified|recused|absent)|(?:did|does) not (?:sit|participate)"
    r"|(?:took|takes) no part(?: in the (?:consideration|decision|argument|hearing|judgment)\b.{0,60})?"
    r"|concur(?:s|red)?(?: in (?:part|result))?,? and dissent(?:s|ed)?(?: in part)?)"
    r"(?:,? (?:with|and files) (?:an? )?(?:separate )?opinion)?"
)
_FILED = re.compile(
    rf"{_WHO},? (?:has |have )?(?:filed|files|issued|wrote|writes) (?P<what>(?:an? |the )?(?:\w+[ ,-]+){{0,9}}?"
    r"(?:opinion|statement|dissent|concurrence)\b.*)"
)
_BY = re.compile(
    r"(?P<what>(?:(?:partial|separate|dissenting|concurring|and|in|part) )*"
    r"(?:opinion|dissent|concurrence|statement)(?: (?:and|in|partial|part|dissent|concurrence))*"
    rf"(?: (?:for|of) the court)?(?: (?:is |was )?(?:filed|delivered|authored))?) by:? {_WHO}",
    re.IGNORECASE,
)
_WE = re.compile(
    rf"(?:(?:we|i) concur|concur(?:ring)?)(?P<in> in the result)?\s?: ?{_WHO}", re.IGNORECASE
)
_ALL = re.compile(
    r"all (?:of )?(?:the )?(?:(?:other |remaining )?(?:judges|justices|members of the court) )?concur(?:red)?"
    r"(?: in the result)?(?:,? except .{3,120})?|for (?:affirmance|reversal|modification|remand\w*)\b.{0,20}?\s?"
    r"(?:—|–|--?|:)\s?.{3,300}",
    re.IGNORECASE,
)
_WORDS = frozenset(
    """a all also an and as by but concurrence concurring dissent dissenting except first for from in join joined joins
    judgment majority memorandum of only opinion part partial respect respecting result separate specially statement
    the to which with""".split()
)
# Above the name of who signs stands the line to sign on: "____________ THOMAS A. ZLAKET, Chief Justice", "/s/ J. Roe".
SIGNED = re.compile(r"(?:_ ?){3,}\s*(?:/s/\s*)?|/s/\s*")
NAMES_FOLLOW = re.compile(r"(?:we|i) concur\s?:|concur(?:ring)?:", re.IGNORECASE)


def parse_told(line: str, decided: datetime.date | None = None) -> Told | None:
    """What ``line`` tells of the judges; ``None`` where a part of it is something else."""
    line = " ".join(line.split())
    if not 8 < len(line) <= LONGEST or not re.search(
        r"concur|join|dissent|participat|filed|opinion|affirmance|reversal| part\b|sit\b|agree",
        line,
        re.IGNORECASE,
    ):
        return None
    guarded = _ABBREVIATED.sub(lambda m: m.group().replace(".", "\0"), line)
    joins: list[Join] = []
    writings: list[Byline] = []
    clauses = [c for c in _CLAUSES.split(guarded) if c]
    for clause in clauses:
        said = clause.replace("\0", ".").strip().rstrip(",")
        found = _clause(said if _ENDS_SHORT.search(said) else said.rstrip("."), decided)
        if found is None:
            return None
        joins += found.joins
        writings += found.writings
    return Told(tuple(joins), tuple(writings))


def signature(line: str, decided: datetime.date | None = None) -> tuple[str, ...]:
    """Who signs: the names behind the line to sign on, where nothing but names and offices stands there."""
    mark = SIGNED.match(line)
    said = " ".join(line[mark.end() :].split()).rstrip(".") if mark else ""
    names = bench(said, decided, titled=False) if 3 < len(said) < 80 else []
    return tuple(n for n in names if n.lower() not in _JUDGE_WORDS)


def bench(text: str, decided: datetime.date | None = None, *, titled: bool = True) -> list[str]:
    """The surnames of the judges that ``text`` names, and nothing else; none where it says more.

    With ``titled`` an office must be named.
    """
    words = re.findall(r"[^\W\d_][\w'’-]*", text)
    odd = [
        w for w in words if w[0].islower() and w not in _PARTICLES and w.lower() not in _JUDGE_WORDS
    ]
    if (
        odd
        or not words
        or re.search(r"[:;?!\"“”\d§$]", text)
        or (titled and not _TITLED.search(text))
    ):
        return []
    return split_names(_without_offices(text), decided)


def _without_offices(text: str) -> str:
    """Names alone: "Chief Judge Cooke and Judges Jasen, Jones" → "Cooke and Jasen, Jones"."""
    text = re.sub(r"\b(?:(?:C|P|Ch)\. ?J|JJ?)\.(?=$|[\s,;)])", "", text)
    text = re.sub(
        r"\b(?:(?:chief|senior|associate|presiding|vice|acting|circuit|district) )*(?:judge|justice)s?\b(?! ?$)"
        r"|\bassociate\b",
        lambda m: "" if m.group().lower() != "chief justice" else m.group(),
        text,
        flags=re.IGNORECASE,
    )
    return re.sub(r"\bmessrs\.? ", "", text, flags=re.IGNORECASE)


def _clause(text: str, decided: datetime.date | None) -> Told | None:
    if _ALL.fullmatch(text):
        return Told()
    if match := _WE.fullmatch(text):
        names = bench(match["who"], decided, titled=False)
        return Told(() if match["in"] else (Join(tuple(names), court=True),)) if names else None
    if (match := _STANDS_APART.fullmatch(text)) and bench(match["who"], decided):
        return Told()
    if match := _CONCUR.fullmatch(text):
        return _joined(match, match["whom"], decided)
    if match := _JOINS.fullmatch(text):
        return _joined(match, match["whom"] or match["of"], decided)
    if match := _FILED.fullmatch(text):
        return _filed(match["who"], match["what"], decided)
    if match := _BY.fullmatch(text):
        names = bench(match["who"], decided)
        return (
            Told(writings=(Byline(_kind(match["what"]), names[0], tuple(names[1:])),))
            if names
            else None
        )
    return None


def _joined(match: re.Match[str], whom: str | None, decided: datetime.date | None) -> Told | None:
    names = bench(match["who"], decided)
    author = bench(whom, decided) if whom else []
    if not names or (whom and len(author) != 1):
        return None
    said = match.groupdict()
    if said.get("only"):
        return Told()
    plain = "only" in said and not said["in"] and not author
    return Told((Join(tuple(names), author[0] if author else None, plain),))


def _filed(who: str, what: str, decided: datetime.date | None) -> Told | None:
    joined, note, rest = parse_joiners(what, decided)
    words = [w for w in re.findall(r"[^\W\d_][\w'’]*", rest) if w[0].islower()]
    authors = bench(who, decided)
    if not authors or any(w not in _WORDS for w in words):
        return None
    others = (*authors[1:], *joined)
    return Told(writings=(Byline(_kind(what), authors[0], others, note),))


def _kind(what: str) -> WritingKind:
    low = what.lower()
    if re.search(r"concur|dissent", low):
        return stance(low)
    return "statement" if "statement" in low or "separate" in low else "majority"
