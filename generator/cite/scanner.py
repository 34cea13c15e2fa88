"""Where eyecite's extractors match: each is tried only where it can.

eyecite describes every way of printing a reporter by a regular expression of its own, an *extractor*: 6,829 for
citations alone.  Its tokenizer runs each one whose reporter occurs anywhere in the text over the whole text.  Here

1. one Aho–Corasick pass finds the places where a reporter is spelled out (blanks count for nothing in it, as in
   eyecite's own filter: ``N. Y. S. 2d`` is ``N.Y.S.2d``);
2. what an extractor wants *behind* the reporter, its tail, is tried there; some 150 tails serve all extractors;
3. what it wants *before* it, its lead, tells the few places where a match could begin;
4. only there the extractor itself is tried, on the whole text but tied to that place.

A regular expression is compiled (0.7 ms) when a text first comes near it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from eyecite.models import Token, TokenExtractor

    Found = tuple[int, re.Match[str]]
    """The number of an extractor and what it matched."""

# The longest lead of reporters-db 3.2, with numbers of five digits, has 22 characters ("2010 at page 12345A (").
# A number that sticks out of the window to the left is followed to its beginning.
BEFORE = 40
# A reporter is not printed across more blanks than this in a row.  Only there the tokens are not eyecite's, whose
# regular expressions take time by the square of such runs.
BLANKS = 64

_LEAD = r"(?:^|[^a-zA-Z0-9])("
_VOLUME = _LEAD + r"(?P<volume>[1-9]\d*) )"  # of six extractors in seven
_PLAIN = r"[^()\\]|\\."
# An extractor of citations: the lead, the group "reporter" (with groups in it up to two deep), the tail.
_SHAPE = re.compile(
    rf"(?P<lead>{re.escape(_LEAD)}.*?)\(\?P<reporter>"
    rf"(?P<body>(?:{_PLAIN}|\((?:{_PLAIN}|\((?:{_PLAIN})*\))*\))*)\)(?P<tail>.*)",
    re.DOTALL,
)
# The letters with which a spelling begins, whatever stands in it after that.
_HEAD = re.compile(r"(?:(?:\\s\*|\\\W|[^\\.^$*+?{}\[\]|()])(?![*+?{]))*")
# The tail as it is tried behind a spelling.
_BEHIND = rf"((\s{{0,{BLANKS}}}"
# Nearly half of all tails want "at" next, and these are the only ways in which it can come.
_AT = (rf"{_BEHIND}),? at\s", rf"{_BEHIND}) at\s")
_MAYBE_AT = (" at", ", at", " ,", "  ")
_NOT_ALNUM = re.compile(r"[^a-zA-Z0-9]")
_ODD_BLANK = re.compile(r"[^\S ]")
_LONG_BLANK = re.compile(rf" {{{BLANKS + 1},}}")
# Where a match can begin, for extractors without a reporter whose own search would take time by the square of long
# words or rules.  By the beginning of eyecite's regular expression.
_BEGINNINGS = {
    r"(\S*§\S*)": re.compile(r"(?<!\S)[^\s§]*§"),
    r"([_—–-]+\s(": re.compile(r"(?<![_—–-])[_—–-]"),
}


class Choice(NamedTuple):
    """A token to be: its span, the extractors that agree on it, the match of the first, the plain text before it."""

    start: int
    end: int
    extractors: tuple[int, ...]
    match: re.Match[str]
    gap: tuple[int, int]


class Scanner:
    """Extractors of eyecite, indexed by the spellings of their reporters.  Extractors are known by their number."""

    def __init__(self, extractors: Sequence[TokenExtractor]) -> None:
        import ahocorasick

        self.extractors = list(extractors)
        self.other: list[int] = []
        self._tokens: dict[tuple[int, ...], Token] = {}
        plans: dict[str, dict[str, dict[str, list[int]]]] = {}
        for number, extractor in enumerate(extractors):
            shape = None if extractor.flags else _SHAPE.fullmatch(extractor.regex)
            spellings = _spellings(shape["body"]) if shape else ()
            if not shape or not spellings:
                self.other.append(number)
                continue
            lead = shape["lead"] + ")"
            for word, rest in spellings:
                tail = rf"{_BEHIND}{rest}){shape['tail']}"
                tails = plans.setdefault(word, {}).setdefault(lead, {})
                tails.setdefault(tail, []).append(number)
        self._reporters = ahocorasick.Automaton()
        for word, leads in plans.items():
            plan = tuple(
                (lead, tuple((t, t.startswith(_AT), tuple(n)) for t, n in tails.items()))
                for lead, tails in leads.items()
            )
            self._reporters.add_word(word, (len(word), plan))
        self._reporters.make_automaton()

    def matches(self, text: str) -> Iterator[Found]:
        """All that the extractors match, each without overlap in itself, as eyecite's ``extract_tokens``."""
        yield from self.citations(text)
        squeezed = "".join(text.split())
        lowered = squeezed.lower()
        for number in self.other:
            extractor = self.extractors[number]
            fold = bool(extractor.flags & re.IGNORECASE)
            words = ["".join(word.split()) for word in extractor.strings]
            words = [word.lower() for word in words] if fold else words
            if not words or any(word in (lowered if fold else squeezed) for word in words):
                yield from ((number, match) for match in _search(extractor, text))

    def citations(self, text: str) -> Iterator[Found]:
        """What the extractors match that have a reporter, in the order of the extractors."""
        places, limits = self._places(text)
        for number in sorted(places):
            match_at = self.extractors[number].compiled_regex.match
            end = 0
            for place in sorted(places[number]):
                if place >= end and (match := match_at(text, place, limits[place])):
                    end = match.end()
                    yield number, match

    def _places(self, text: str) -> tuple[dict[int, set[int]], dict[int, int]]:
        """Where each extractor may match, and for every place the end of the text that it may see there."""
        places: dict[int, set[int]] = defaultdict(set)
        limits: dict[int, int] = {}
        plain = _ODD_BLANK.sub(" ", text)  # pyahocorasick's blanks hang on the locale
        for first, limit in _stretches(plain):
            stretch = plain[first:limit]
            for last, (length, plan) in self._reporters.iter(stretch, ignore_white_space=True):
                end = first + last + 1
                start = _start(plain, end, length)
                for lead, tails in plan:
                    if lead == _VOLUME and not (start > 1 and plain[start - 2].isdigit()):
                        continue
                    for tail, short, numbers in tails:
                        if short and not plain.startswith(_MAYBE_AT, end):
                            continue
                        if _compiled(tail).match(text, end, limit):
                            for place in _beginnings(lead, text, start):
                                limits[place] = limit
                                for number in numbers:
                                    places[number].add(place)
        return places, limits

    def chosen(self, found: Iterable[Found]) -> list[Choice]:
        """Where matches overlap the one that begins first, then the longest, as eyecite's ``Tokenizer.tokenize``.

        Extractors that agree in span and groups make one token.  A citation that a nominative reporter overlaps
        ("1 Cooke 2 Tenn. 3") is preferred to it.  Among equals the extractor that eyecite lists first wins, where
        eyecite itself leaves it to the order of a set.
        """
        rows = sorted((m.start(1), -m.end(1), number, m) for number, m in found)
        out: list[Choice] = []
        offset = 0
        for start, minus, number, match in rows:
            before = out[-1] if out else None
            if before and self._agree(before, start, -minus, number, match):
                agreed = (*before.extractors, number)
                out[-1] = Choice(start, -minus, agreed, before.match, before.gap)
                continue
            gap = (offset, start)
            if before and start < offset:
                if not (self._cites(number) and self._nominative(before)):
                    continue
                gap = before.gap
                out.pop()
            offset = -minus
            out.append(Choice(start, offset, (number,), match, gap))
        return out

    def token(self, choice: Choice) -> Token:
        """The token as eyecite makes it, with the editions of all extractors that agree on it."""
        match = choice.match
        like = self._tokens.get(choice.extractors)
        if like is None:
            first, *others = choice.extractors
            like = self.extractors[first].get_token(match)
            for number in others:
                like.merge(self.extractors[number].get_token(match))
            self._tokens[choice.extractors] = like
        # Not made anew: sorting out the editions takes twenty times as long as all the rest.
        token: Token = object.__new__(type(like))
        token.__dict__ = like.__dict__ | {
            "data": match[1],
            "start": choice.start,
            "end": choice.end,
            "groups": match.groupdict(),
        }
        return token

    def _agree(
        self, choice: Choice, start: int, end: int, number: int, match: re.Match[str]
    ) -> bool:
        if choice.start != start or choice.end != end:
            return False
        one, other = self.extractors[choice.extractors[0]], self.extractors[number]
        return (
            one.constructor == other.constructor
            and one.extra.get("short") == other.extra.get("short")
            and choice.match.groupdict() == match.groupdict()
        )

    def _cites(self, number: int) -> bool:
        return "exact_editions" in self.extractors[number].extra

    def _nominative(self, choice: Choice) -> bool:
        from eyecite.tokenizers import token_is_from_nominative_reporter

        return token_is_from_nominative_reporter(self.token(choice))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@cache
def _spellings(body: str) -> tuple[tuple[str, str], ...]:
    """How the spellings of the group "reporter" begin, without blanks, and what follows in the regular expression.

    Nearly all are letters and periods to the end.  Empty when one of them begins with no letter that is certain.
    """
    if re.search(r"(?<!\\)\(", body) and re.search(r"(?<!\\)\|", re.sub(r"\([^()]*\)", "", body)):
        return ()
    branches = [body] if re.search(r"(?<!\\)\(", body) else body.split("|")
    out = []
    for branch in branches:
        head = _HEAD.match(branch)
        letters = head.group() if head else ""
        word = re.sub(r"\\(.)", r"\1", letters.replace(r"\s*", "")).replace(" ", "")
        if not word:
            return ()
        out.append((word, branch[len(letters) :]))
    return tuple(dict.fromkeys(out))


def _stretches(plain: str) -> Iterator[tuple[int, int]]:
    """The text, cut at long runs of blanks; one blank of the run remains at the end of the stretch before it."""
    first = 0
    if " " * (BLANKS + 1) in plain:
        for run in _LONG_BLANK.finditer(plain):
            yield first, run.start() + 1
            first = run.end()
    yield first, len(plain)


def _start(plain: str, end: int, length: int) -> int:
    """Where the word of ``length`` characters that ends here begins, blanks not counted."""
    start = end - length
    while missing := length - (end - start) + plain.count(" ", start, end):
        start -= missing
    return start


def _beginnings(lead: str, text: str, reporter: int) -> list[int]:
    """The places from which ``lead`` reaches exactly to the reporter."""
    if lead == _VOLUME:
        low = blank = reporter - 1
        while low > 0 and text[low - 1] in "0123456789":
            low -= 1
        before = text[low - 1] if low > 0 else " "
        if before.isascii():
            fits = low < blank and text[blank] == " " and text[low] != "0" and not before.isalpha()
            return [max(0, low - 1)] if fits else []
    reaches = _compiled(lead).fullmatch
    low = max(0, reporter - BEFORE)
    while low and text[low].isdigit():
        low -= 1
    places = [m.start() for m in _NOT_ALNUM.finditer(text, low, reporter)]
    if low == 0 and 0 not in places:
        places.append(0)
    return [place for place in places if reaches(text, place, reporter)]


def _search(extractor: TokenExtractor, text: str) -> Iterator[re.Match[str]]:
    """``finditer``, in linear time for the regular expressions of ``_BEGINNINGS``."""
    pattern: re.Pattern[str] = extractor.compiled_regex
    heads = (b for head, b in _BEGINNINGS.items() if extractor.regex.startswith(head))
    beginning = next(heads, None)
    if beginning is None:
        yield from pattern.finditer(text)
        return
    end = 0
    for found in beginning.finditer(text):
        match = pattern.match(text, found.start()) if found.start() >= end else None
        if match:
            end = match.end()
            yield match
