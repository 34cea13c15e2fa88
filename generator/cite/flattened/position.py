"""Citations in full of cases that nobody knows, by where and how they stand.

A third of the cases that the Court cites are of other courts, and no table has them all.  What is left of such a
citation is a run of words that are names, closed by a mark where the numbers were, and it stands where citations
stand::

    see,alphin henson,in the typical case            after a signal
    taliani chrans,moore united states,calderon …    in a string of citations
    holland state,so.fla.                            before what is left of a reporter or a court
    thompson state,cert.denied                       before the case's later history
    united states salmonese,they deliberately …      with a party that is in most criminal cases
    the circuit decision in consorti armstrong …     after words that lead to a case
    tregenza great american communications,          where "tregenza,supra" comes later

A person, a company or a treatise looks no different, so one of these signs must be there.  Which case it is stays open,
unless the name is nearly that of a known one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.cite.flattened.full import Named
from generator.cite.flattened.pins import pages_lost
from generator.cite.flattened.ranking import Choice, choose
from generator.cite.flattened.runs import find_runs
from generator.cite.flattened.scan import after_mark, led, word_before, words_of
from generator.cite.flattened.tails import read_tail
from generator.cite.flattened.vocabulary import is_name, is_remnant, lists

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Sequence

    from generator.cite.flattened.index import NameIndex
    from generator.model import Span

# What may stand between two citations of a string.
_GAP = re.compile(
    r"[ .,\n]{0,3}(?:(?:see|also|and|with|same|quoting|citing|cf|accord|but|compare|in|or)[ .,]{1,2}){0,4}"
)
_NEXT = re.compile(r"[.,]([^\W\d_]+)(?=[.,\n ]|$)")
_SHORT_FORM = re.compile(r",? ?supra(?![^\W\d_])|, ?at(?![^\W\d_&])")
_SUPRA_OR_AT = re.compile(r",(?:supra(?![^\W\d_])|at(?=[.,\n]|$))")
# "the ninth circuit decision in", "relying on": what follows is a case if it looks like one.
_LEAD = re.compile(
    r"(?:decisions?|opinions?|holdings?|rulings?|judgments?|dissent|concurrence|court|circuit|held|explained|observed)"
    r" in $"
    r"|(?:relying|reliance|relied|rely|relies) on $"
)
_LEAD_REACH = 30  # characters
_CHAIN_REACH = 24  # characters
_LONGEST = 12  # words
_SHORTEST_NAME = 3  # letters
_OFFICES = frozenset(("department", "dept", "office", "bureau"))
_NO_PARTY_BEFORE = frozenset(("the", "of", "by", "to", "a", "for", "against"))


@dataclass(frozen=True, slots=True)
class Run:
    """A run of words that may be a name."""

    text: str
    start: int
    end: int
    words: tuple[str, ...]


def short_names(texts: Iterable[str]) -> frozenset[str]:
    """The words that short forms end with anywhere in the case: ``tregenza`` of "tregenza,supra,at"."""
    found = (
        word_before(text, match.start())
        for text in texts
        for match in _SUPRA_OR_AT.finditer(text)
        if match.start() and text[match.start() - 1].isalpha()
    )
    return frozenset(word for word in found if len(word) >= _SHORTEST_NAME)


def find_unknown(
    text: str,
    taken: Sequence[Named],
    index: NameIndex,
    decided: datetime.date | None,
    shorts: frozenset[str] = frozenset(),
    own: frozenset[str] = frozenset(),
) -> list[Named]:
    """Citations by position in a text in lower case, outside those that were found by name; in order.

    ``shorts``: see ``short_names``.  ``own``: the words of the name of the case at hand; by that name the decisions of
    the courts below are cited, which no table knows.
    """

    def named(run: Run, sign: str) -> Named:
        near = () if own.issuperset(run.words) else index.nearly(run.words)
        tail = read_tail(run.text, run.end)
        choice = choose(near, decided, tail) if near else Choice()
        return Named(run.start, tail.end, run.end, (" ".join(run.words),), choice, tail, sign)

    out: list[Named] = []
    left: list[Run] = []
    ends = {n.end for n in taken}
    for start, end in _outside(find_runs(text, index), taken):
        if out and start < out[-1].end:
            continue
        run = Run(text, start, end, tuple(words_of(text[start:end])))
        if sign := sign_of_citation(run, ends, shorts):
            out.append(named(run, sign))
            ends.add(out[-1].end)
        else:
            left.append(run)
    starts = {n.start for n in (*taken, *out)}
    for run in reversed(left):
        if leads_string(run, starts):
            out.append(named(run, "string"))
            starts.add(run.start)
    return sorted(out, key=lambda n: n.start)


def _outside(runs: Iterable[Span], taken: Sequence[Named]) -> list[Span]:
    """The runs, by start and the longer first, that do not touch what is taken."""
    out = []
    spans = sorted((n.start, n.end) for n in taken)
    place = 0
    for start, end in sorted(runs, key=lambda run: (run[0], -run[1])):
        while place < len(spans) and spans[place][1] <= start:
            place += 1
        if place == len(spans) or spans[place][0] >= end:
            out.append((start, end))
    return out


def sign_of_citation(run: Run, ends: set[int], shorts: frozenset[str] = frozenset()) -> str | None:
    """What shows that a run is a citation in full; ``None``: nothing does.

    ``ends``: where the citations found so far end.
    """
    text, words = run.text, run.words
    names = _names(words)
    litigant = _has_litigant(words)
    if not names or not 1 < len(words) <= _LONGEST or _is_short_form(text, run.end):
        return None
    if words[0] in lists().given_names and not litigant:
        return None
    marked, signal = after_mark(text, run.start), led(text, run.start)
    string = _goes_on(text, run.start, ends)
    placed = marked or signal or string
    tail = read_tail(text, run.end)
    signs = (
        ("remnant", placed and (tail.lower_court or tail.slip or tail.per_curiam)),
        ("remnant", tail.lower_court and len(names) == len(words)),
        ("history", placed and _has_history(text, run.end)),
        ("signal", signal),
        ("string", string),
        ("litigant", litigant and (marked or _is_case_anywhere(run, names))),
        ("lead", len(names) > 1 and _LEAD.search(_before(run)) is not None),
        ("short form", marked and (words[0] in shorts or words[-1] in shorts)),
    )
    return next((sign for sign, there in signs if there), None)


def leads_string(run: Run, starts: set[int]) -> bool:
    """Whether a run of two names or more stands between a mark and the next citation: "novak kasaks,cooper pickett,".

    ``starts``: where the citations found so far begin.
    """
    if len(run.words) < 2 or len(_names(run.words)) < len(run.words):
        return False
    if run.words[0] in lists().given_names or not after_mark(run.text, run.start):
        return False
    gap = _GAP.match(run.text, read_tail(run.text, run.end).end)
    return gap is not None and gap.end() in starts


def _names(words: Sequence[str]) -> list[str]:
    """The words of a run that are likely names; none when it is the title of something else, or of an office."""
    table = lists()
    if any(w in table.works for w in words) or words[0] in _OFFICES or is_remnant(words[0]):
        return []
    if " ".join(words) in table.common_parties or (len(words) == 3 and words[1] == "and"):
        return []
    return [w for w in words if is_name(w) and not is_remnant(w)]


def _before(run: Run) -> str:
    return run.text[max(0, run.start - _LEAD_REACH) : run.start]


def _has_litigant(words: Sequence[str]) -> bool:
    """Whether the run begins or ends with a party that is in very many cases, and has more."""
    litigants = lists().litigants
    return any(
        len(words) > n and (" ".join(words[:n]) in litigants or " ".join(words[-n:]) in litigants)
        for n in (1, 2)
    )


def _is_case_anywhere(run: Run, names: Sequence[str]) -> bool:
    """Runs that are a case without a mark before: "in re jorge", "delay united states terlingo", not "the united …"."""
    if run.words[:2] == ("in", "re"):
        return True
    others = run.words[2:]
    return (
        run.words[:2] == ("united", "states")
        and 0 < len(others) <= 2
        and all(w in names for w in others)
        and word_before(run.text, run.start) not in _NO_PARTY_BEFORE
    )


def _goes_on(text: str, start: int, ends: set[int]) -> bool:
    """Whether nothing but marks and signals stands between the end of a citation and ``start``."""
    for end in range(start, max(-1, start - _CHAIN_REACH), -1):
        if end in ends:
            gap = _GAP.match(text, end)
            return gap is not None and gap.end() >= start
    return False


def _is_short_form(text: str, end: int) -> bool:
    match = _SHORT_FORM.match(text, end)
    return match is not None and (match.group().endswith("supra") or pages_lost(text, match.end()))


def _has_history(text: str, end: int) -> bool:
    match = _NEXT.match(text, end)
    return match is not None and match.group(1) in lists().history
