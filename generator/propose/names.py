"""The name of a case: from its caption, or from the name of its file."""

from __future__ import annotations

import re

from generator.propose.dockets import NUMBER

_PARTY_END = (
    r",|;|\bet (?:al|ux|vir)\b|\bd/b/a\b|\s+Nos?\.\s?\d+[-–]\d"
    r"|\s+(?:Argued|Decided|Certiorari|On writ|Appeal from)\b"
)
_VERSUS = re.compile(
    r"^\s*(?!(?:See|Cf|In|Compare)\b)(?P<first>[A-Z][\w.,&'’/ -]{1,160}?)"
    r"[ \t]+v\.[ \t]+(?P<second>[A-Z][\w.,;&'’/ -]{1,240}?)\s*$",
    re.MULTILINE,
)
_SHORT = 60  # characters of a party on a line that has nothing else to show that it is a caption
_MOST_LINES = 14  # of one side of a caption
_ROLE = (
    r"(?:Plaintiffs?|Defendants?|Petitioners?|Respondents?|Appell(?:ant|ee)s?|Claimants?"
    r"|Cross-Appell(?:ant|ee)s?|Intervenors?)"
)
_ROLES = re.compile(rf"\W*{_ROLE}(?:(?:\s*[-,/–]\s*|\s+and\s+|\s+){_ROLE})*\W*", re.IGNORECASE)
_ROLE_WITHIN = re.compile(rf",\s+{_ROLE}\b", re.IGNORECASE)
_ALONE = re.compile(r"\s*vs?\.?\s*", re.IGNORECASE)
# What may stand over a caption.
_BORDER = re.compile(
    r"\bNos?\.\s?\S*\d|\bcourts?\b|\bcircuit\b|\bterm\b|\bpublication\b|\bprecedential\b"
    r"|\bdistrict of\b|\d{4}\W*$",
    re.IGNORECASE,
)
_IN_RE = re.compile(
    r"\s*(?:In re:?|IN RE:?|In the Matter of:?|IN THE MATTER OF:?|Ex parte|EX PARTE)\s+"
    r"(?P<of>(?!.*\bvs?\.)[A-Z][\w.,&'’ -]{1,80}?)\s*"
)
# What stands before a caption and behind it on the same line, and is no party's name.
_BEFORE_CAPTION = re.compile(rf"\s*(?:Docket )?Nos?\.\s?{NUMBER}[.,:]?\s+")
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
    "assn ass'n bd bros cal cas co com comm comm'n comr comm'r corp cty dept dep't dist div fla gov't govt hosp ill inc"
    " ins int'l jr ltd mass mfg mich mo nat'l pa ry r.r s.a sch sr st tex univ va wash".split()
)
# Words that are letters, in a caption in capitals; others without a vowel show it themselves.
_LETTERS = frozenset(
    "ABC ACLU AFL AMF AOL AT&T CBS CIA CIO EEOC EPA FAA FBI FDA FDIC FERC FPC FSLIC GAF GE GM GMAC GTE HUD IBEW IBM ICC"
    " II III ILA ILGWU INS IRS ITT IV LLC LLP MCI NAACP NASA NBC NCAA NEA NFL NRA OSHA PLC RCA SEC TVA TWA UAW UMW UPS"
    " US USA USX U.S U.S.A".split()
)
_SMALL = frozenset("a an and for in of on the to v ex rel re".split())


def name_from_slug(slug: str, text: str = "") -> str | None:
    """``malley-v-briggs`` → "Malley v. Briggs"; ``None`` for a slug that names no two parties.

    A number at its head that ``text`` has nowhere is a collection's, no party's; a letter alone at the end an initial.
    """
    parties = [party.split("-") for party in slug.split("-v-")]
    if len(parties) != 2 or not all(map(all, parties)):
        return None
    first = parties[0]
    if len(first) > 1 and any(map(str.isdigit, first[0])):
        known = set(re.findall(r"\w+", text.lower()))
        parties[0] = first if first[0] in known or first[1] not in known else first[1:]
    shown = (titled(" ".join(words)) for words in parties)
    return " v. ".join(re.sub(r"(?<= )[A-Za-z]$", lambda m: f"{m[0].upper()}.", p) for p in shown)


def titled(text: str) -> str:
    """Words with capitals but for the small ones: "court of the united states" → "Court of the United States"."""
    words = text.split()
    return " ".join(
        w.lower() if i and w.lower() in _SMALL else w[:1].upper() + w[1:].lower()
        for i, w in enumerate(words)
    )


def name(front: str) -> str | None:
    """The name that the first caption shows; ``None`` where a part of it is no name.

    A caption is a line with a "v." between names, or, in courts of appeals, a "v." on a line of its own between the
    parties and their roles; or a line that begins "In re".
    """
    lines = front.split("\n")
    in_re = next((k for k, line in enumerate(lines) if _IN_RE.fullmatch(line)), len(lines))
    standing = next((k for k, line in enumerate(lines) if _ALONE.fullmatch(line)), len(lines))
    match = next((m for m in _VERSUS.finditer(front) if _is_caption(m)), None)
    at = front.count("\n", 0, match.start("first")) if match else len(lines)
    if match and at < min(in_re, standing):
        first = _BEFORE_CAPTION.sub("", match["first"])
        second = _AFTER_CAPTION.split(match["second"], maxsplit=1)[0]
    elif standing < in_re:
        first, second = _above(lines[:standing]), _below(lines[standing + 1 :])
    elif in_re < len(lines):
        subject = _party(_IN_RE.sub(r"\g<of>", lines[in_re]))
        return f"{_in_re(lines[in_re])} {subject}" if subject else None
    else:
        return None
    parties = [_party(first), _party(second)]
    return " v. ".join(p for p in parties if p) if all(parties) else None


def printed_name(caption: str) -> str | None:
    """The name of a case from the caption that a file gives as such: "STATE v. MEDINA" → "State v. Medina".

    "IN RE SEBASTIAN" has one party.  ``None`` where a part of it is no name.
    """
    one = re.fullmatch(
        r"(?P<lead>in re|ex parte|matter of):? (?P<party>.+)", caption, re.IGNORECASE
    )
    if one:
        party = _party(one["party"])
        return f"{one['lead'][0].upper()}{one['lead'][1:].lower()} {party}" if party else None
    return name(caption)


def _is_caption(match: re.Match[str]) -> bool:
    """Whether a line with "v." may be one: prose about other cases is long, and has neither capitals nor roles."""
    short = len(match["first"]) <= _SHORT and len(match["second"]) <= _SHORT
    capitals = match["first"].isupper() and match["second"].isupper()
    return short or capitals or bool(_ROLE_WITHIN.search(match.group()))


def _above(lines: list[str]) -> str:
    """The party above a "v.", where it is plain that the caption begins with its line; else nothing."""
    k = len(lines) - 1
    while k >= 0 and _ROLES.fullmatch(lines[k]):
        k -= 1
    while k > 0 and lines[k - 1].rstrip().endswith((",", ";", " and", " AND", "&")):
        k -= 1
    return lines[k] if k == 0 or (k > 0 and _BORDER.search(lines[k - 1])) else ""


def _below(lines: list[str]) -> str:
    """The party below a "v.", where its role follows within a few lines, or the caption plainly ends."""
    role = any(_ROLES.fullmatch(line) for line in lines[1:_MOST_LINES])
    ends = any(_BORDER.search(line) for line in lines[1:3])
    return lines[0] if lines and (role or ends) else ""


def _in_re(line: str) -> str:
    return "Ex parte" if line.strip().casefold().startswith("ex parte") else "In re"


def _party(printed: str) -> str | None:
    """``IBM CORP., ET AL.`` → "IBM Corp."; ``None`` for a role, the head of a page or words of prose."""
    short = re.split(_PARTY_END, printed, maxsplit=1, flags=re.IGNORECASE)[0].strip(" -")
    if short.casefold() == "united states of america":
        return "United States"  # Bluebook, rule 10.2.2
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
