"""All references to cases in a flattened opinion, text by text."""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.cite.flattened.cited import CitedCases, settle
from generator.cite.flattened.full import Named, find_known
from generator.cite.flattened.names import NameFinder, persons_in
from generator.cite.flattened.pins import after_pin, find_pins, pages_lost
from generator.cite.flattened.position import find_unknown, short_names
from generator.cite.flattened.ranking import Choice
from generator.cite.flattened.remnants import find_remnants, find_westlaw
from generator.cite.flattened.short import Unknown, find_shorts, titles_in
from generator.cite.flattened.words import Squeezed, lower, squeeze
from generator.model import Mention

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence

    from generator.cite.flattened.index import NameIndex
    from generator.model import ReferenceKind, Span

_SUPRA = re.compile(r"[, ]{1,2}supra(?:[,.]? ?at)?(?![^\W\d_])")
_AT = re.compile(r", ?at(?![^\W\d_&])")


@dataclass(frozen=True, slots=True)
class FlattenedContext:
    """What is known of the case at hand.

    ``parties``: the words of its own name, lower case.  ``writing_of``: the id of the writing that each text belongs
    to; empty when unknown, then all are one.
    """

    decided: datetime.date | None = None
    parties: frozenset[str] = frozenset()
    writing_of: Sequence[str | None] = ()


class _Taken:
    """The spans that are taken in one text: callable, whether a place is."""

    def __init__(self, spans: Sequence[Span] = ()) -> None:
        self._spans = sorted(spans)

    def add(self, start: int, end: int) -> None:
        insort(self._spans, (start, end))

    def __call__(self, place: int) -> bool:
        at = bisect_right(self._spans, place, key=lambda span: span[0]) - 1
        return at >= 0 and self._spans[at][1] > place


def find_flattened_cases(
    texts: Sequence[str], index: NameIndex, context: FlattenedContext
) -> list[list[Mention]]:
    """The mentions of cases in all texts of one case, in reading order, so that short names are known throughout.

    Kinds ``full``, ``short``, ``supra-case``, ``name``, ``id``, ``pin``; by start, without overlap.  ``authority`` is
    set where the name tells it and ``candidates`` where it tells several; both are empty on *id.*, on pins and on
    cases that nobody knows.
    """
    return _Finder([Squeezed(lower(text)) for text in texts], index, context).find()


class _Finder:
    """The passes over the texts of one case, each of which builds on the one before."""

    def __init__(
        self, lines: Sequence[Squeezed], index: NameIndex, context: FlattenedContext
    ) -> None:
        self._lines = lines
        self._index = index
        self._context = context
        self._out: list[list[Mention]] = [[] for _ in lines]
        self._taken = [_Taken() for _ in lines]

    def find(self) -> list[list[Mention]]:
        named, cited = self._in_full()
        self._add_full(named)
        used = self._add_shorts(cited)
        persons = persons_in(line.text for line in self._lines)
        self._add_names(NameFinder(cited, used, persons, self._index.may_hold))
        for k, line in enumerate(self._lines):
            for start, end in find_westlaw(line.text, self._taken[k]):
                self._add(k, Mention(start, end, "full", method="name"))
            self._out[k] += find_pins(line.text, self._taken[k])
            self._out[k].sort(key=lambda m: m.start)
        return self._out

    def _in_full(self) -> tuple[list[list[Named]], CitedCases]:
        """Every citation in full: of known cases by name, of unknown ones by position, of what is left of some."""
        decided, own = self._context.decided, self._context.parties
        shorts = short_names(line.text for line in self._lines)
        named = []
        for line in self._lines:
            known = find_known(line, self._index, decided, own)
            unknown = find_unknown(line.text, known, self._index, decided, shorts, own)
            named.append(sorted([*known, *unknown], key=lambda n: n.start))
        cited = CitedCases(named, own)
        rest = [self._remnants(k, found, cited) for k, found in enumerate(named)]
        if any(rest):
            named = [
                sorted([*found, *more], key=lambda n: n.start)
                for found, more in zip(named, rest, strict=True)
            ]
            cited = CitedCases(named, own)
        return named, cited

    def _remnants(self, text: int, found: Sequence[Named], cited: CitedCases) -> list[Named]:
        return find_remnants(
            self._lines[text].text,
            self._index,
            self._context.decided,
            _Taken([(one.start, one.end) for one in found]),
            lambda name: bool(cited.answering(squeeze(name))),
        )

    def _add_full(self, named: Sequence[Sequence[Named]]) -> None:
        seen: set[str] = set()
        for k, line in enumerate(self._lines):
            for one in named[k]:
                self._add(k, _full(line.text, one, one.key in seen))
                seen.add(one.key)

    def _add_shorts(self, cited: CitedCases) -> set[str]:
        """Add the short forms; the letters of the names in them."""
        used = set()
        titles = titles_in(line.text for line in self._lines)
        unknown = Unknown(self._index, self._context.decided, titles)
        for k, line in enumerate(self._lines):
            for short, whom in find_shorts(line.text, cited, unknown, self._taken[k]):
                choice = whom
                if not isinstance(choice, Choice):
                    choice = settle(choice, (k, short.start), self._context.writing_of)
                kind: ReferenceKind = "supra-case" if short.supra else "short"
                span = short.start, short.end
                self._add(k, _mention(span, kind, choice, short.name, short.author))
                used.add(squeeze(short.name))
        return used

    def _add_names(self, finder: NameFinder) -> None:
        for k, line in enumerate(self._lines):
            for start, end, works in finder.find(line, self._taken[k]):
                choice = settle(works, (k, start), self._context.writing_of)
                self._add(k, _mention((start, end), "name", choice, line.text[start:end], None))

    def _add(self, text: int, mention: Mention) -> None:
        self._out[text].append(mention)
        self._taken[text].add(mention.start, mention.end)


def _full(text: str, one: Named, seen: bool) -> Mention:
    """The mention of a case by its full name.

    With "supra" it is a supra form; before a lone "at", when the case was cited in full already, a short form.
    """
    kind: ReferenceKind = "full"
    end, author = one.end, one.tail.author
    if match := _SUPRA.match(text, end):
        kind, end = "supra-case", match.end()
    elif seen and (match := _AT.match(text, end)) and pages_lost(text, match.end()):
        kind = "short"
        end, author = after_pin(text, match.end())
    return _mention((one.start, end), kind, one.choice, text[one.start : one.name_end], author)


def _mention(
    span: Span, kind: ReferenceKind, choice: Choice, name: str, author: str | None
) -> Mention:
    return Mention(
        *span, kind, choice.authority, choice.candidates, name, writing=author, method="name"
    )
