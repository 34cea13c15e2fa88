"""Which writing of the case a parenthesis or a phrase names: "(SOTOMAYOR, J., dissenting)", "the Court's opinion"."""

from __future__ import annotations

import re

from generator.cite.internal.patterns import B
from generator.justices import surname

NAME = r"(?:[A-Z][\w’'.-]*)(?:\s(?:[A-Z][\w’'-]+))?"
OPINION = r"(?:opinions?|dissents?|concurrences?)"
SORT = (
    r"(?:dissenting|concurring|separate|partial|plurality|majority|principal|lead|joint|main"
    r"|controlling)"
)
# Words that the end of a line divided keep their hyphen in some sources: "concur- ring".
CONCURRING, DISSENTING = r"concur-?\s{0,8}ring", r"dissent-?\s{0,8}ing"
_PARENTHESIS = re.compile(r"\s{0,8}\(([^()\n]{3,160})\)")
_WRITING = re.compile(
    rf"(?:the\s)?(?:{SORT}{B})*(?:opinions?|statement)"
    rf"(?:{B}(?:of|for|by|in|respecting|{CONCURRING}|{DISSENTING})\b.*)?$"
    rf"|(?:the\s)?(?:{SORT}{B})*(?:dissent|concurrence|plurality|majority)$|per curiam$"
    r"|(?:(?:JUSTICE|Justice|Chief\sJustice|CHIEF\sJUSTICE)\s)?[A-Z][^;()]{1,60}?,"
    rf"{B}(?:(?:C\.\s?)?JJ?\.\s?,?\s{{0,8}})?"
    rf"(?:{CONCURRING}|{DISSENTING}|statement|opinion|respecting)\b.*$"
    rf"|{CONCURRING}.*$|{DISSENTING}.*$",
    re.DOTALL,
)
_AUTHOR = re.compile(
    rf"(?:opinions?|statement|dissent|concurrence){B}(?:of|by){B}(?:Mr\.\s|MR\.\s)?(?:the\s|THE\s)?"
    rf"(?P<chief>(?:CHIEF JUSTICE|Chief Justice)\b\s?)?(?:JUSTICE\s|Justice\s)?(?P<of>{NAME})?"
    rf"|^(?:(?:JUSTICE|Justice)\s)?(?P<first>{NAME}),"
)
_COURT = re.compile(
    r"(?:opinion of|for) the court\b|\bmajority\b|^per curiam$|\bprincipal opinion\b"
    r"|^joint opinion$"
)


def named_writing(words: str) -> tuple[str | None, str | None]:
    """(surname in lower case or "majority", kind of writing) that ``words`` name, each ``None`` where they do not.

    ``"SOTOMAYOR, J., dissenting"`` → ``("sotomayor", "dissent")``; ``"opinion of the Court"`` → ``("majority", None)``;
    ``"plurality opinion"`` → ``("majority", "plurality")``, since a plurality's writing has that id.
    """
    flat = " ".join(words.split()).replace("- ", "")
    low = flat.lower().replace("concur ring", "concurring").replace("dissent ing", "dissenting")
    kind = None
    if "dissent" in low:
        both = "concurring" in low
        kind = "concurrence-in-part-dissent-in-part" if both else "dissent"
    elif "concurr" in low:
        kind = "concurrence-in-judgment" if "judgment" in low else "concurrence"
    if re.search(r"\bplurality\b", low):
        return "majority", "plurality"
    if _COURT.search(low):
        return "majority", kind
    match = _AUTHOR.search(flat)
    name = (match["of"] or match["first"]) if match else None
    if name:
        return surname(name).lower() or None, kind
    return "chief justice" if match and match["chief"] else None, kind


def parenthesis(text: str, at: int) -> tuple[int, str | None, str | None]:
    """A parenthesis at ``at`` that names a writing: (end, surname, kind); ``at`` itself where none stands."""
    match = _PARENTHESIS.match(text, at)
    words = match[1].split(";")[0].strip() if match else ""
    if not match or not _WRITING.match(words):
        return at, None, None
    return match.end(), *named_writing(words)


# "of the Court's opinion", "of his dissenting opinion", "of JUSTICE SCALIA's dissent", "of the opinion of the Court";
# not of an opinion in another case nor of one below.
OF_OPINION = (
    rf"{B}of{B}(?:(?P<whose>the{B}Court[’']s|the{B}majority(?:[’']s)?|the{B}plurality(?:[’']s)?"
    rf"|the{B}(?:dissent|concurrence)[’']s|this|our|its|his|her|my|the|(?:the{B})?"
    rf"(?:JUSTICE|Justice|CHIEF{B}JUSTICE|Chief{B}Justice)(?:{B}(?P<justice>{NAME}?))?[’']s?){B}"
    rf"(?:(?:{SORT}|Court[’']s){B}){{0,2}}(?P<noun>{OPINION})(?:{B}of{B}the{B}(?P<court>Court))?)"
    rf"(?!{B}in{B}[A-Z])(?!{B}(?:below|of{B}the{B}Court{B}of))(?!\w)"
)


def whose_opinion(match: re.Match[str]) -> str | None:
    """The writing that a match of ``OF_OPINION`` names: surname in lower case or "majority"."""
    if match["justice"]:
        return surname(match["justice"]).lower()
    whose = " ".join((match["whose"] or "").split())
    if match["court"] or whose.startswith(("the Court", "the majority", "the plurality")):
        return "majority"
    return "chief justice" if whose.lower().startswith(("chief", "the chief")) else None
