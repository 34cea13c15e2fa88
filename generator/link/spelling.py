"""One spelling for the key of an authority, so that two ways of printing a citation find the same work.

Reporters are set as the Bluebook has it (rule 6.1(a)): single capitals and ordinals close up, words stand apart:
``457 U. S. 800`` → ``457 U.S. 800``, ``620 F. 3d 1016`` → ``620 F.3d 1016``, ``1 F.Supp.2d 2`` → ``1 F. Supp. 2d 2``.
The volumes of the early reporters of the Supreme Court are volumes of the U.S. Reports (rule 10.3.2):
``1 Cranch 137`` and ``5 U.S. (1 Cranch) 137`` → ``5 U.S. 137``.
"""

from __future__ import annotations

import functools
import re

from generator.link.tables import read_rows

# Reporters that are also written without their periods ("457 US 800", "620 F3d 1016").
_COMMON = (
    "U.S.|S. Ct.|L. Ed.|L. Ed. 2d|F.|F.2d|F.3d|F.4th|F. Supp.|F. Supp. 2d|F. Supp. 3d|F. App'x|F. Cas.|F.R.D.|B.R.|"
    "A.|A.2d|A.3d|N.E.|N.E.2d|N.E.3d|N.W.|N.W.2d|P.|P.2d|P.3d|S.E.|S.E.2d|So.|So. 2d|So. 3d|S.W.|S.W.2d|S.W.3d|"
    "N.Y.S.|N.Y.S.2d|N.Y.S.3d|Cal. Rptr.|Cal. Rptr. 2d|Cal. Rptr. 3d|WL|U.S.C.|C.F.R.|Stat.|Fed. Reg."
).split("|")
_PAGE = r"\d{1,8}|_{1,4}"
# The page may be missing ("468 U.S.", what is left in a short form) or not yet known ("563 U.S. ___").
_CITATION = re.compile(rf"(\d{{1,4}}) ([A-Za-z][^§]{{0,60}}?)(?: ({_PAGE}))?")
# "5 U.S. (1 Cranch)", "42 U.S. (1 How.)": the volume of the reporter is said twice.
_TWICE = re.compile(r" ?\(\d{1,2} [A-Z][a-z]+\.?\)$")
_PIECE = re.compile(r"\d{1,2}(?:d|st|nd|rd|th)\b\.?|[A-Za-z'&]+\.?|\S")
_SINGLE = re.compile(r"[A-Z]\.|\d{1,2}(?:d|st|nd|rd|th)\.?")
_INITIALS = re.compile(r"\b([A-Z]\.) (?=[A-Z]\.)")
_CFR = re.compile(r"\bC\. ?F\. ?R\.?(?!\w)|\bCFR\b")
_USC = re.compile(r"\bU\. ?S\. ?C\.?(?!\w)|\bUSC\b")
_SECTION = re.compile(r" ?(§{1,2}) ?")
_SUBSECTION = re.compile(r"(?<=[\w)]) (?=\([A-Za-z0-9]{1,4}\))")
_ANNOTATED = re.compile(r",? Ann\.?(?= §)")
_PLAIN = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "–": "-", "—": "-", "‑": "-"})
_LAST_NOMINATIVE = 90  # volume of the U.S. Reports; "Otto" was hardly ever printed
LONGEST = 300  # characters; what is longer is no key and is returned with its blanks put in order


@functools.lru_cache(maxsize=32768)
def spelled(key: str) -> str:
    """The one spelling of ``key``, a citation without name, pin and year.

    Keys of statutes, rules, constitutions and the record keep their words; blanks, dashes and section signs are put in
    order and ``Ann.`` falls away.  ``spelled`` of what it returns is the same again.
    """
    text = " ".join(key.translate(_PLAIN).split())
    if len(text) > LONGEST:
        return text
    match = _CITATION.fullmatch(text)
    if match:
        reporter = _TWICE.sub("", match[2])
        volume, reporter = _official(int(match[1]), match[1], spelled_reporter(reporter))
        return f"{volume} {reporter} {match[3]}" if match[3] else f"{volume} {reporter}"
    text = _INITIALS.sub(r"\1", text)
    if "§" in text:
        text = _CFR.sub("C.F.R.", _USC.sub("U.S.C.", text))
        text = _SECTION.sub(lambda m: f" {m[1]} ", text).strip()
        text = _ANNOTATED.sub("", _SUBSECTION.sub("", " ".join(text.split())))
    return text


def nominative(key: str) -> str | None:
    """The citation by the early reporter's own volume: ``5 U.S. 137`` → ``1 Cranch 137``; ``None`` for later volumes.

    Rule 10.3.2 has it printed for volumes 1 to 90, ``5 U.S. (1 Cranch) 137``.
    """
    volume, _, page = key.partition(" U.S. ")
    if not (page and volume.isdecimal() and int(volume) <= _LAST_NOMINATIVE):
        return None
    for name, volumes, offset in _early_rows():
        if offset < int(volume) <= offset + volumes:
            return f"{int(volume) - offset} {name} {page}"
    return None


@functools.lru_cache(maxsize=2048)
def spelled_reporter(reporter: str) -> str:
    """``"U. S."`` → ``"U.S."``, ``"F.Supp.2d"`` → ``"F. Supp. 2d"``; words of other kinds stay as they are."""
    known = _common().get(_squeezed(reporter))
    if known:
        return known
    out = ""
    before = False
    for piece in _PIECE.findall(reporter):
        single = bool(_SINGLE.fullmatch(piece))
        if single and piece[0].isdigit():
            piece = piece.rstrip(".").replace("nd", "d").replace("rd", "d")
        joined = (single and before) or piece in {",", ".", ")"} or out.endswith("(")
        out += piece if joined or not out else f" {piece}"
        before = single
    return out


@functools.cache
def _early() -> dict[str, tuple[int, int]]:
    """Squeezed name of an early reporter → how many volumes it has, and what to add for the volume of U.S. Reports."""
    rows = read_rows("early_reporters.tsv")
    return {
        _squeezed(spelling): (int(volumes), int(offset))
        for name, also, volumes, offset in rows
        for spelling in (name, also)
    }


@functools.cache
def _early_rows() -> tuple[tuple[str, int, int], ...]:
    rows = read_rows("early_reporters.tsv")
    return tuple((name, int(volumes), int(offset)) for name, _, volumes, offset in rows)


def _official(number: int, volume: str, reporter: str) -> tuple[str, str]:
    """The volume of U.S. Reports, where the reporter is one of its early ones and has that volume."""
    early = _early().get(_squeezed(reporter))
    if early and 1 <= number <= early[0]:
        return str(number + early[1]), "U.S."
    return volume, reporter


@functools.cache
def _common() -> dict[str, str]:
    return {_squeezed(reporter): reporter for reporter in _COMMON}


def _squeezed(reporter: str) -> str:
    """Letters and digits only, with "2nd" as "2d": what the spellings of one reporter share."""
    bare = "".join(c for c in reporter if c.isalnum()).lower()
    return bare.replace("2nd", "2d").replace("3rd", "3d")
