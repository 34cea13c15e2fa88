"""Cross-references in ordinary, mixed-case text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.cite.internal.names import follows_case_name
from generator.cite.internal.opinions import find_opinions_at
from generator.cite.internal.parts import find_parts
from generator.cite.internal.patterns import NOTE, NUMBERS, OWN_NUMBERS, PINS, B, labels_of, pin_of
from generator.cite.internal.writings import (
    CONCURRING,
    DISSENTING,
    NAME,
    OF_OPINION,
    OPINION,
    SORT,
    named_writing,
    parenthesis,
    whose_opinion,
)
from generator.cite.mentions import any_word, in_order, places
from generator.justices import surname
from generator.model import Mention, ReferenceKind

if TYPE_CHECKING:
    from collections.abc import Iterator

KINDS: dict[str, ReferenceKind] = {
    "ante": "ante",
    "post": "post",
    "infra": "infra",
    "supra": "supra-internal",
}
_WORDS = ("ante", "Ante", "ANTE", "post", "Post", "infra", "Infra", "supra", "Supra")
_WORD = any_word(_WORDS)
_WHERE = re.compile(
    rf"(?P<comma>\s?,?){B}(?:at{B}(?:pp?\.{B})?(?P<pins>{PINS})|(?P<page>pp?\.{B}{PINS})"
    rf"|(?:at{B})?(?P<own>{OWN_NUMBERS})|(?P<this>(?:at{B})?this{B}page(?:\s?,?{B}{NOTE})?)|\d{{3}}\sU\.\s?S\.,?{B}at{B}(?P<reporter>{PINS}))"
)
_AND_NOTE = re.compile(rf"\s?,?{B}and{B}({NOTE})")
_NOTE_WORD = r"(?:nn?\.|[Nn]otes?|[Ff]ootnotes?|fns?\.)"
_NOTE_BEFORE = re.compile(
    rf"(?<![\w-]){_NOTE_WORD}\s{{0,8}}(?P<number>{NUMBERS})"
    rf"(?:\s?,{B}(?:p\.{B}\d{{1,4}}|App(?:endix|\.)(?:{B}[A-Z]{{1,3}})?))?\s?,?{B}$"
)
_NOTE_AFTER = re.compile(
    rf"\s?,?{B}(?:at{B})?{_NOTE_WORD}\s{{0,8}}(?P<number>{NUMBERS})(?:\s?,?{B}at{B}(?P<pins>{PINS}))?"
)
_PAGES_AFTER = re.compile(rf"\s?,?{B}at{B}({PINS})")
_CITED_PAGE = re.compile(r"(?:\d[\w–-]*|_)\s?,\s{1,8}(?:and\s{1,8})?$")
_NOTE_OF = re.compile(rf"(?:[Nn]ote|[Ff]ootnote){B}(?P<number>\d{{1,3}})(?P<of>{OF_OPINION})")
_ORDER = re.compile(
    r"\b(?:denied|granted|noted|dismissed|pending|postponed|affirmed|reversed|vacated|joined"
    r"|opinion|judgment|statement|dissent|JJ?\.)\s?,\s{1,8}$"
)
# "the Washington Post at 5", "at his post at 5"
_OTHER_POST = re.compile(
    r"\b(?:[A-Z]\w+|the|a|an|his|her|its|their|sentry|guard|command|trading)\s{1,8}$"
)
_SAYS = (
    r"(?:says|suggests|argues|notes|observes|contends|explains|asserts|states|writes|believes"
    r"|claims|concludes|maintains|acknowledges|emphasizes|recognizes|agrees|concedes|would"
    r"|points\sout|puts\sit)"
)
_AUTHOR_SAYS = re.compile(
    rf"(?:JUSTICE|Justice){B}(?P<name>{NAME}?)"
    rf"(?:[’']s?{B}(?:{SORT}{B})?{OPINION}|{B}{_SAYS})?\s?,\s{{1,8}}$"
    rf"|opinion{B}of{B}(?P<of>{NAME}),{B}(?:C\.\s?)?J\.,\s{{1,8}}$"
)
_LONE = re.compile(
    r"\((?:opinion\s{1,8}of\s{1,8}[A-Z]|[A-Z][\w’'-]+,\s(?:C\.\s?)?J\.,\s"
    rf"(?:{CONCURRING}|{DISSENTING}))[^()\n]{{0,100}}\)"
)
# What a lone parenthesis belongs to: a page, a year, "Ibid.", a name.
_CITED = re.compile(
    r"(?:[\d_)\]*]|\b(?:[Ii]bid|[Ii]d|op|supra|ante|post|JJ?|Co|Inc|al)\b|[A-Z][\w’'.&-]*)[.,]?$"
)


def find_internal(text: str) -> list[Mention]:
    """Cross-references in mixed-case text, in order: kinds ``ante``, ``post``, ``infra``, ``supra-internal``, ``note``,
    ``part``, ``writing``.

    The package's docstring tells what is inside a span and what ``pin``, ``key`` and ``writing`` hold.  A bare "Part
    II" is a mention where the words before it point there ("see Part II", "in Part II, we", "join all but Part II"),
    and none as a part of a statute, of another case or of the opinion below.
    """
    hits = []
    if any(word in text for word in _WORDS):
        hits = [m.span() for m in places(_WORD, text) if not text.startswith("-", m.end())]
    found = [m for start, end in hits for m in _at(text, start, end)]
    found += find_parts(text, [start for start, _ in hits])
    if "ote " in text and ("opinion" in text or "dissent" in text or "concurrence" in text):
        found += _notes_of(text)
    if " at " in text or ", at" in text:
        found += find_opinions_at(text)
    out = in_order(found)
    if "(opinion" in text or "J.," in text:
        out = in_order([*out, *_lone(text, out)])
    return out


def _at(text: str, start: int, end: int) -> Iterator[Mention]:
    """What the *ante*, *post*, *infra* or *supra* at ``start:end`` is part of: a note or a page."""
    last = text[max(0, start - 9) : start].rstrip(" ,\n")[-1:]
    numbered = last.isdigit() or last.isupper()  # "n. 3, supra", "n. 3, Appendix II, supra"
    note = _NOTE_BEFORE.search(text, max(0, start - 72), start) if numbered else None
    # A note behind a page belongs to what that page is of: "5 U. S., at 6, n. 4, supra".
    if note and not _CITED_PAGE.search(text, max(0, note.start() - 16), note.start()):
        after = _PAGES_AFTER.match(text, end)
        stop, pin = (after.end(), pin_of(after[1])) if after else (end, None)
        yield Mention(note.start(), stop, "note", key=labels_of(note["number"]), pin=pin)
        return
    if follows_case_name(text, start):
        return
    after = _NOTE_AFTER.match(text, end)
    if after:
        stop, author, _ = parenthesis(text, after.end())
        key, pin = labels_of(after["number"]), pin_of(after["pins"])
        yield Mention(start, stop, "note", key=key, pin=pin, writing=author)
        return
    yield from _cross(text, start, end)


def _cross(text: str, start: int, end: int) -> Iterator[Mention]:
    """*ante*, *post*, *infra*, *supra* with page and writing, and the note that "and" joins to it."""
    word = text[start:end].lower()
    separate = word in ("ante", "post")  # may lead into another writing
    where = _WHERE.match(text, end)
    if where and _elsewhere(text, start, where):
        return
    stop = where.end() if where else end
    after, author, kind = parenthesis(text, stop) if separate else (stop, None, None)
    if not where and after == end:
        return
    said = _AUTHOR_SAYS.search(text, max(0, start - 60), start) if separate else None
    if said and author is None:
        author = surname(said["name"] or said["of"]).lower()
    note = _AND_NOTE.match(text, stop) if where and after == stop else None
    if note:
        note_end, note_author, note_kind = note.end(), None, None
        if separate:
            note_end, note_author, note_kind = parenthesis(text, note_end)
        author, kind = note_author or author, note_kind or kind
        key = labels_of(re.sub(r"^\D*", "", note[1])) or "*"
        yield Mention(note.start(1), note_end, "note", key=key, writing=author)
    pin = (
        pin_of(next(filter(None, where.group("pins", "page", "own", "this", "reporter"))))
        if where
        else None
    )
    yield Mention(start, after, KINDS[word], pin=pin, key=kind, writing=author)


def _elsewhere(text: str, start: int, where: re.Match[str]) -> bool:
    """Whether it is no place in this case: an order or a writing by its first page in the volume, a newspaper."""
    before = text[max(0, start - 40) : start]
    if where["page"] and (before.rstrip().endswith(",") or _ORDER.search(before)):
        return True
    if not text.startswith(("post", "Post"), start):
        return False
    newspaper = text[start] == "P" and re.search(r"\b(?!See|Cf|But)[A-Z]\w+\s{1,8}$", before)
    return bool(newspaper or (not where["comma"].strip() and _OTHER_POST.search(before)))


def _notes_of(text: str) -> Iterator[Mention]:
    """``footnote 3 of the Court's opinion``."""
    for match in places(_NOTE_OF, text):
        if match["court"] or match["whose"] not in ("its", "the"):
            author = whose_opinion(match)
            yield Mention(match.start(), match.end(), "note", key=match["number"], writing=author)


def _lone(text: str, found: list[Mention]) -> Iterator[Mention]:
    """``(opinion of KAGAN, J.)`` that belongs to no citation: behind ordinary words or the end of a quotation."""
    ends = {m.end for m in found}
    for match in _LONE.finditer(text):
        before = text[max(0, match.start() - 40) : match.start()].rstrip()
        at = max(0, match.start() - 40) + len(before)
        if not before or at in ends or _CITED.search(before):
            continue
        if before[-1].isalpha() or before[-1] in '”"’':
            author, kind = named_writing(match.group()[1:-1])
            yield Mention(match.start(), match.end(), "writing", key=kind, writing=author)
