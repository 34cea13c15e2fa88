"""What a converted case knows of its own capitals: parties, Justices, cited works.

The references are settled before the text is restored, so ``callahan`` in ``pearson callahan`` can be spelled as
the authority's name is, and where a citation ends a sentence may begin.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from generator.cite.flattened.vocabulary import is_name, is_ordinary
from generator.clean.truecase.bench import in_capitals, sitting, surnames
from generator.clean.truecase.core import Given
from generator.clean.truecase.decode import CONNECTORS
from generator.clean.truecase.forum import courts
from generator.clean.truecase.lexicon import UNTOLD, as_a_name, shipped
from generator.clean.truecase.phrases import patterns
from generator.clean.truecase.starts import SIGNALS
from generator.clean.truecase.text import lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.clean.truecase.text import Line
    from generator.model import Case, Reference

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_CASES = frozenset({"full", "short", "supra-case", "name"})
# Kinds whose citation, when it stands for itself, is a sentence.
_SENTENCES = frozenset("full short supra-case pin id record ante post supra-internal infra".split())
_DISPOSED = frozenset("affirmed reversed vacated dismissed remanded judgment".split())
# The heading that slip opinions put over the syllabus and that has run into it.
_HEADING = re.compile(
    r"(?:^|(?<=[.,] ))syllabus ([^.\n]{3,400}?\b(?:certiorari|appeals?|on [a-z ]{3,60}) (?:to|from) the "
    r"[^.\n]{5,120})\. (?=argued|decided|no)"
)
_TERM = re.compile(r"\bhereinafter ([^\W\d_]{4,})")
# What is called so "hereinafter" is one among others, or has its capital or none by other rules.
_UNNAMED = frozenset(
    """affidavit appendix brief complaint concurrence declaration defendant defendants deposition dissent exhibit
    hearing hearings letter memorandum opinion order petitioner petitioners plaintiff plaintiffs record report
    respondent respondents rule statement testimony transcript""".split()
)
_ALWAYS = 0.97  # share of a word's places: so often has a name its capital
_NOTE = re.compile(r"^note (?=where it is feasible)", re.MULTILINE)


def knowledge(case: Case) -> Given:
    """Names, spellings by place, and ends of citations, in offsets of ``case.clean.text``."""
    text = case.clean.text
    rows = lines(text)
    fixed = dict(courts(case))
    cited: set[int] = set()
    begins = [row.start for row in rows]
    for reference, at in _placed(case):
        row = rows[bisect_left(begins, at[1]) - 1]
        _citation(reference, at, text, fixed)
        if reference.kind in _SENTENCES and _stands_alone(reference, at[0], row):
            last = bisect_left(row.offsets, at[1]) - 1
            if last >= 0 and row.offsets[last] >= at[0]:
                cited.add(row.offsets[last])
    bench = sitting(case)
    for row in rows:
        for i, word in in_capitals(row.words, row.gaps, bench):
            fixed[row.offsets[i]] = word
    fixed.update(_capitals(case))
    return Given(
        names=_names(case),
        phrases=_parties(case),
        fixed=fixed,
        cited=frozenset(cited),
        small=frozenset(_going_on(case)),
        syllabus=_syllabus_end(case),
    )


def _capitals(case: Case) -> Iterator[tuple[int, str]]:
    """What the Court prints in capitals: captions, ``NOTICE``, the Justices of bylines and of the vote."""
    text = case.clean.text
    names = surnames()
    for block in case.blocks:
        for piece in block.pieces:
            if block.kind == "caption":
                yield from _upper(text, piece.clean)
            elif block.kind in ("vote", "byline"):
                for at, word in _upper(text, piece.clean):
                    if word.lower() in names:
                        yield at, word
        if block.kind == "notice":
            yield from _loud(block.pieces[0].clean, text).items()
    for match in _HEADING.finditer(text):
        yield from _upper(text, match.span(1))
    for match in _NOTE.finditer(text):
        yield match.start(), "NOTE"
        yield match.end(), "Where"


def _upper(text: str, span: tuple[int, int]) -> Iterator[tuple[int, str]]:
    for match in _WORD.finditer(text, *span):
        yield match.start(), match.group().upper()


def _going_on(case: Case) -> Iterator[int]:
    """The words of a disposition: ``543 F. 3d 150, affirmed``, whose citation is lost."""
    for block in case.blocks:
        if block.kind == "disposition" and block.writing == "syllabus":
            for match in _WORD.finditer(case.clean.text, *block.pieces[0].clean):
                if match.group() in _DISPOSED:
                    yield match.start()


def _placed(case: Case) -> Iterator[tuple[Reference, tuple[int, int]]]:
    """The references with their spans in the clean text."""
    offsets = case.clean.offsets
    for reference in case.references:
        start, end = reference.source
        yield reference, (offsets.to_clean(start), offsets.to_clean(end - 1) + 1)


def _citation(reference: Reference, at: tuple[int, int], text: str, fixed: dict[int, str]) -> None:
    """The spelling of a cited work's name where it is cited."""
    cite = (reference.cite or "") if reference.status == "resolved" else ""
    forms = [match.group() for match in _WORD.finditer(cite)]
    lower = [form.lower().replace("’", "'") for form in forms]
    k = 0
    if reference.kind in _CASES or reference.kind == "record":
        for match in _WORD.finditer(text, *at):
            word = match.group()
            try:
                k = lower.index(word, k) + 1
            except ValueError:
                if reference.kind == "full" and not cite and word not in CONNECTORS:
                    if "," in text[at[0] : match.start()] or not is_name(word):
                        continue
                    fixed[match.start()] = as_a_name(word)
                continue
            fixed[match.start()] = forms[k - 1]


def _stands_alone(reference: Reference, start: int, row: Line) -> bool:
    """Whether a citation is a sentence of its own, or goes on one that is.

    Nothing or a signal stands between it and the mark before it: a stop, or behind a case's name a comma as well.
    """
    i = bisect_left(row.offsets, start)
    while i > 0 and row.gaps[i].strip() == "" and row.words[i - 1] in SIGNALS:
        i -= 1
    if i == 0 or i >= len(row.gaps):
        return True
    gap = row.gaps[i].strip()
    return bool(gap) and ("." in gap or reference.kind == "full")


def _loud(span: tuple[int, int], text: str) -> dict[int, str]:
    """``NOTICE: This opinion is subject to formal revision``."""
    words = list(_WORD.finditer(text, *span))
    if len(words) < 2 or words[0].group() != "notice":
        return {}
    return {words[0].start(): "NOTICE", words[1].start(): words[1].group().capitalize()}


def _names(case: Case) -> dict[str, str]:
    """Words that name a party, and the terms that the opinion gives to what it speaks of: "(hereinafter Members)"."""
    out: dict[str, str] = {}
    lexicon = shipped()
    for words in _party_words(case):
        for word in words:
            told = lexicon.alone(word)
            if word not in CONNECTORS and (
                told is None or told.capital == UNTOLD or told.capital > _ALWAYS
            ):
                out[word] = _party_name(word)
    for word in _TERM.findall(case.clean.text):
        if word not in _UNNAMED:
            out.setdefault(word, as_a_name(word))
    for word in _WORD.findall(case.info.name or ""):
        if word[:1].isupper() and not is_ordinary(word.lower()):
            out[word.lower()] = word
    return out


def _syllabus_end(case: Case) -> int:
    """The clean offset behind the syllabus; 0 without one."""
    return max(
        (p.clean[1] for b in case.blocks if b.writing == "syllabus" for p in b.pieces), default=0
    )


def _party_words(case: Case) -> Iterator[list[str]]:
    """The parties of the captions, word by word."""
    for block in case.blocks:
        if block.kind == "caption" and not block.text.startswith("on "):
            for party in re.split(
                r",|\bpetitioners?\b|\bappellants?\b|\brespondents?\b", block.text
            ):
                yield _WORD.findall(party)


def _party_name(word: str) -> str:
    """A word of a party's name: the EEOC and other initials keep their capitals, as does what nobody can speak."""
    told = shipped().alone(word)
    if told is not None and told.capital > _ALWAYS and len(word) > 1:
        return told.form
    if told is None and len(word) > 1 and not set(word) & set("aeiouy"):
        return word.upper()
    return as_a_name(word)


def _parties(case: Case) -> dict[str, list[list[str]]]:
    """The parties' names of several words, as patterns for ``phrases.found``."""
    return patterns(
        [w if w in CONNECTORS and i else _party_name(w) for i, w in enumerate(words)]
        for words in _party_words(case)
        if len(words) <= 6 and words != ["et", "al"]
    )
