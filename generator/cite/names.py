"""Cases called by name alone: "the *Harlow* standard", "as *Leon* holds".

Only what the case cites somewhere can be called so, by the party that the Court itself would use in a short form
(Bluebook Rule 10.9(a)(i): never the United States, a State or another common litigant), and
never a party of the case itself.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.cite.casenames import is_common, name_key, parties, words
from generator.model import Mention

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.model import Authority, Block, Span

_CAPITAL = re.compile(r"(?<![\w'’-])[A-Z][\w&]*(?:[-'’][A-Za-z]\w*)*")
_SUFFIX = re.compile(
    r"(?:,?\s(?:Inc|Ltd|Co|Corp|Cos|LLC|L\.\s?L\.\s?C|L\.\s?P|P\.\s?C|S\.\s?A|N\.\s?A|Jr|Sr|"
    r"et al)\.?)+$|\s(?:Company|Corporation|Incorporated)$"
)
_PERSON = re.compile(
    r"(?:\b[A-Z]\.|\b(?:Mr|Mrs|Ms|Dr|Messrs|Sgt|Lt|Capt|Det|Sen|Rep|Gov|Hon|Prof)\.|\b(?:Justice|"
    r"JUSTICE|Judge|Judges|Justices|JUSTICES|Officer|Officers|Detective|"
    r"Sergeant|Lieutenant|Captain|Agent|Trooper|Deputy|Sheriff|Chief|Warden|Inspector|Senator|"
    r"Representative|President|Governor|Mayor|Secretary|"
    r"Professor|Doctor|Father|Reverend|Miss|Magistrate|General|Colonel|Congressman|Petitioner|"
    r"Respondent|Defendant|Plaintiff|petitioner|respondent|"
    r"petitioners|respondents|defendant|plaintiff|County|City|Fort|Lake|Mount|Point))\s$"
)
_ROLE = re.compile(
    r"\b(?:[Pp]etitioners?|[Rr]espondents?|[Dd]efendants?|[Pp]laintiffs?|[Aa]ppellants?|[Aa]ppellees?|"
    r"Officer|Detective|Sergeant|Mr\.|Mrs\.|Ms\.|Dr\.)"
    r"\s(?:[A-Z][\w.]*\s){0,2}([A-Z][a-z][\w’'-]*?)(?:['’]s)?\b(?!\s(?:v\.|[A-Z]))"
)
_GOES_ON = re.compile(
    r"^(?:\svs?\.?\s|,\s(?:C\.\s?)?JJ?\.|\s(?!Court\b|Courts\b|Rule\b|Test\b|Doctrine\b|Hearing\b|"
    r"Warnings?\b|Brief\b|I\b|II\b|III\b|IV\b|V\b|Part\b)"
    r"(?:&\s)?[A-Z][a-z]|,\s(?:Inc|Ltd|Jr|Sr)\.|\sCo\.)"
)
_SENTENCE_START = re.compile(r"(?:^|[.?!:;]['\"”’)]*\s+[\"“‘(]?|^[\"“‘(]+)$")


def own_parties(name: str, works: Iterable[Authority], texts: Iterable[str]) -> frozenset[str]:
    """The words, in lower case, that name the people of the case at hand: no authority is called by them.

    They are the parties of its ``name``; a party of two or more lower courts' decisions that it cites, which are
    its own
    history; and who is spoken of as petitioner, respondent and the like, or by title.
    """
    out = {w for p in parties(name) if not is_common(p) for w in name_key(p)}
    below: dict[tuple[str, ...], set[str]] = {}
    for work in works:
        if work.kind == "case" and work.name and " U.S. " not in work.key:
            for party in parties(work.name):
                if not is_common(party):
                    below.setdefault(name_key(party), set()).add(work.key)
    out.update(w for party, keys in below.items() if len(keys) > 1 for w in party)
    for text in texts:
        out.update(m.group(1).lower() for m in _ROLE.finditer(text))
    return frozenset(out)


def short_names(
    works: Iterable[Authority], used: Iterable[tuple[str, Authority]], own_words: frozenset[str]
) -> dict[str, list[Authority]]:
    """The names by which each cited case may be called, as printed.

    ``used`` are the short names that the opinion itself uses with *supra* or a volume, each with its case;
    ``own_words`` name people of the case at hand, who are no authority (``own_parties``).
    """
    out: dict[str, list[Authority]] = {}

    def add(name: str, work: Authority) -> None:
        key = name_key(name)
        if not key or set(key) & own_words or len(name) < 3 or is_common(name):
            return
        if not name[0].isupper() or name in words().starters:
            return
        group = out.setdefault(name, [])
        if work.key not in [w.key for w in group]:
            group.append(work)

    for work in works:
        if work.kind != "case" or not work.name:
            continue
        sides = parties(work.name)
        distinct = [s for s in sides if not is_common(s)]
        if distinct:
            add(distinct[0], work)
            add(_SUFFIX.sub("", distinct[0]), work)
        if len(sides) == 2 and not set(name_key(work.name)) <= own_words:
            whole = out.setdefault(work.name, [])
            if work.key not in [w.key for w in whole]:
                whole.append(work)
    for name, work in used:
        if work.kind == "case":  # the author of a book or article is a person elsewhere
            add(name, work)
    return out


def parted(mention: Mention, text: str, names: Mapping[str, Sequence[Authority]]) -> Mention:
    """A citation without the short name of another case that "and" joins to it.

    "both Price Waterhouse and Desert Palace, Inc. v. Costa, 539 U. S. 90" are two, where *Price Waterhouse* is known.
    """
    if mention.kind not in ("full", "short", "supra-case") or not mention.name:
        return mention
    for join in re.finditer(r"\s(?:and|or)\s", text[mention.start : mention.end]):
        other = text[mention.start : mention.start + join.start()]
        rest = mention.name[len(other) + len(join.group()) :]
        known = names.get(other, ())
        if (
            len(known) == 1
            and rest
            and mention.name.startswith(other)
            and (mention.authority is None or known[0].key != mention.authority.key)
        ):
            authority = replace(mention.authority, name=rest) if mention.authority else None
            start = mention.start + join.end()
            return replace(mention, start=start, name=rest, authority=authority)
    return mention


def in_italics(found: Sequence[tuple[Block, Mention]]) -> set[int]:
    """Which of the bare names call a case, where the source shows italics: those in italics (as ``id``s).

    Plain ones are the people themselves ("LaGrand murdered an employee", of *LaGrand*).  That is told where three of
    four names are in italics, and of a name of which most are; else all count.
    """
    slanted = {
        id(m): any(low < m.end and m.start < high for low, high in block.emphasis)
        for block, m in found
    }
    share = Counter[str | None]()
    whole = Counter[str | None]()
    for _, m in found:
        for key in (m.name, None):
            whole[key] += 1
            share[key] += slanted[id(m)]
    sure = {key for key in whole if 4 * share[key] >= 3 * whole[key] and share[key] > 1}
    return {id(m) for _, m in found if slanted[id(m)] or not (None in sure or m.name in sure)}


class NameFinder:
    """Finds the short names of a case in its texts; ``lower`` are the words that its texts have in lower case."""

    def __init__(self, names: Mapping[str, Sequence[Authority]], lower: frozenset[str]) -> None:
        self._lower = lower
        self._by_first: dict[str, list[tuple[str, tuple[Authority, ...]]]] = {}
        for name, works in names.items():
            first = _CAPITAL.match(name)
            if first:
                self._by_first.setdefault(first.group(), []).append((name, tuple(works)))
        for entries in self._by_first.values():
            entries.sort(key=lambda e: -len(e[0]))

    def find(self, text: str, taken: Sequence[Span]) -> Iterator[Mention]:
        """The bare names in ``text`` that lie in none of the ``taken`` spans (sorted)."""
        if not self._by_first:
            return
        floor = 0
        place = 0
        for match in _CAPITAL.finditer(text):
            word = match.group()
            for stem in (word, word.removesuffix("'s").removesuffix("’s")):
                entries = self._by_first.get(stem)
                if entries:
                    break
            else:
                continue
            start = match.start()
            if start < floor:
                continue
            while place < len(taken) and taken[place][1] <= start:
                place += 1
            for name, works in entries or ():
                end = start + len(name)
                if text[start:end] != name or text[end : end + 1].isalnum():
                    continue
                if place < len(taken) and taken[place][0] < end:
                    continue
                if not self._called(text, start, end, name):
                    continue
                single = works[0] if len(works) == 1 else None
                yield Mention(
                    start, end, "name", single, () if single else works, name=name, method="name"
                )
                floor = end
                break

    def _called(self, text: str, start: int, end: int, name: str) -> bool:
        """Whether the words call a case here: not a person with a title, nor a piece of a longer name."""
        before = text[max(0, start - 24) : start]
        if _GOES_ON.match(text[end : end + 24]) or _PERSON.search(before):
            return False
        if " v. " in name:
            return True
        if _SENTENCE_START.search(before):
            return name.lower() not in self._lower
        previous = before.split()[-1].strip('(["“‘—–') if before.strip() else ""
        if not previous[:1].isupper() or previous.endswith((",", ";", ")")):
            return True
        # a capitalised word before: part of a longer name, unless it only opens the sentence ("In Harlow", "Under
        # Leon")
        return previous.rstrip(",") in words().starters or previous == "The"
