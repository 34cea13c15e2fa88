"""Footnotes: calls in the running text, and the writing that a note at the end belongs to."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.model import CONTINUED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model import CleanLine, CleanText, Span
    from generator.structure.drafts import Draft

_BRACKETED = re.compile(r"\[(?:fn|FN|n)?\.?\s?(\d{1,3}|\*{1,3}|†)\]")
# "the rule. n1 The", as the services set calls without brackets; "at 815 n3" and "supra n3" cite a note.
# (What must stand before is asked last, here and below: so the search leaps from one "n", or digit, to the next.)
_NAMED = re.compile(
    r"n(?=\d)(?<![A-Za-z]n)(?:(?<=[^\W\d]n|[.,;:?!)\]\"”'’]n)|(?<=[^\W\d] n|[.,;:?!)\]\"”'’] n))"
    r"(?<!supra n)(?<!infra n)(?<!ante n)(?<!post n)(?<!see n)(?<!See n)(?<!and n)(?<!at n)(?<!\d, n)"
    r"(\d{1,3})(?![\w-])"
)
_NUMBER = re.compile(r" (?<=\S )(\d{1,3})(?= |$)")
# The word before a number that counts, dates or cites, so that the number is no call: whole words as they stand (a
# full stop behind one ends a sentence, and what follows may well be a call), abbreviations with their full stop.
_COUNTED = re.compile(
    r"(?:\b(?:at|part|parts|rule|rules|vol|title|chapter|section|sections|and|or|to|of|in|the|than|about|some|for|with|by|these|those|all"
    r"|last|next|first|over|under|between|within|until|docket|record|line|lines|page|pages|question|questions|step|count|counts"
    r"|exemption|item|class|type|phase|stage|january|february|march|april|may|june|july|august|september|october|november|december"
    r"|paragraph|paragraphs|subsection|clause|article|articles|amendment|versus|code|laws|see|also|no)"
    r"|\b(?:nos?|nn?|pp?|vol|tit|ch|secs?|cl|amdts?|pt|arts?|app|exh?|doc|dkt|tr|rec|jan|feb|mar|apr|aug|sept?|oct|nov|dec|subd|par|v|vs"
    r"|cong|sess|stats?|cf|e\.g|i\.e|wall|how|cranch|wheat|pet|dall|rev|ann|gen|const|supp|ed|cir|u\.s|cal|rep|h\.r|s|f)\."
    r"|§|§§|¶|\d|\d,|[$#£€])$",
    re.IGNORECASE,
)
# "the Wage Board1 met.2": what is left of raised numbers where a text has lost them.
_GLUED = re.compile(r"(\d(?<=[^\W\d]\d|[.,;:?!)\]\"”'’]\d)\d{0,2})(?=[\s,;:)\]'\"]|$)")
_PARTED = re.compile(r"\d\.$")  # "§ 11.1.2, at 5", but not "in 1999.2 The"
# What follows a volume number: an abbreviated reporter ("18 U.S.C.", "424 U. S.", "3 Cal."), or a court's own word.
_REPORTER = re.compile(
    r"(?:U\. ?S|S\. ?Ct|L\. ?Ed|F\. ?(?:2d|3d|4th|Supp|R\. ?D)|F\.|Fed\.|Stat\.|Cong\.|C\. ?F\. ?R"
    r"|How\.|Wall\.|Cranch|Wheat\.|Pet\.|Dall\.|Black\b|[A-Z]\. ?(?:2d|3d|[A-Z])"
    r"|(?!Mrs?\.|Ms\.|Drs?\.|St\.|Messrs\.)"
    r"[A-Z][A-Za-z']{0,7}\. ?(?:2d|3d|4th|App|Rev|L\.|St|Ct|Crim|Reg|Rptr|Code|\d)|CFR|USC|Weekly|Op\.)"
)
# The end of a clause: letters and a stop, with the marks that close a quotation.
_CLAUSE_END = re.compile(r"[^\W\d_]{2}[)\]\"”'’]*[.;,:?!][)\]\"”'’]*$")
_LEFT_OVER = 2  # so few notes are no collection
_AROUND = 64  # characters on either side of a number that tell whether it is a call
_STOP = re.compile(r"[.;:?!,][\"”’')\]]*$|[\"”’')\]–—]$|--$")


@dataclass(frozen=True, slots=True)
class Call:
    """A footnote call: its span in the text it was found in, and the label it prints."""

    span: Span
    label: str


def find_calls(
    texts: Sequence[str],
    *,
    bare: bool,
    labels: frozenset[str] = frozenset(),
    glued: bool = False,
) -> list[list[Call]]:
    """The footnote calls in the blocks of one writing, per block.

    Bracketed calls (``[3]``) count where a note with that label exists or where they run 1, 2, 3.  With ``bare`` set,
    numbers that stand alone in the text are looked at too: calls run from 1 upwards through a writing, so the longest
    such run of numbers in the places of calls is taken, and what breaks the run (a volume, a page, a count) is not.
    With ``glued`` set, the same goes for numbers that end a word, as far as notes of these labels exist.
    """
    # What opens a paragraph is the label of a note, not a call.
    bracketed = [
        [Call(m.span(), m.group(1)) for m in _BRACKETED.finditer(t) if m.start() > 0] for t in texts
    ]
    numbers = [c.label for row in bracketed for c in row]
    if numbers and (labels & set(numbers) or numbers[0] == "1"):
        return [[c for c in row if not labels or c.label in labels] for row in bracketed]
    if glued and labels:
        ends = [
            (k, c) for k, text in enumerate(texts) for c in _glued(text) if c.call.label in labels
        ]
        run = _longest_run(ends)
        return [[c.call for k, c in run if k == index] for index in range(len(texts))]
    if not bare:
        return [[] for _ in texts]
    named = _named_calls(texts, labels)
    if any(named):
        return named
    chosen = _longest_run([(k, c) for k, text in enumerate(texts) for c in _candidates(text)])
    if labels:  # the notes are known: calls may have lost that they were raised, "the Board1 met"
        ends = [
            (k, c) for k, text in enumerate(texts) for c in _glued(text) if c.call.label in labels
        ]
        run = _longest_run(ends)
        if len(run) > sum(c.call.label in labels for _, c in chosen):
            chosen = run
    chosen = _filled(chosen, texts)
    return [[c.call for k, c in chosen if k == index] for index in range(len(texts))]


def _named_calls(texts: Sequence[str], labels: frozenset[str]) -> list[list[Call]]:
    """Calls that print an n before the number, each note's first; none without notes."""
    if not labels:
        return []
    out: list[list[Call]] = []
    seen: set[str] = set()
    for text in texts:
        row = []
        for match in _NAMED.finditer(text):
            label = match.group(1)
            if label in labels and label not in seen:
                seen.add(label)
                row.append(Call(match.span(), label))
        out.append(row)
    return out


@dataclass(frozen=True, slots=True)
class _Candidate:
    call: Call
    number: int
    strong: bool


def _candidates(text: str) -> list[_Candidate]:
    """Numbers that may be calls.  ``strong``: after a mark, before a new start, as printers set them."""
    out = []
    for match in _NUMBER.finditer(text):
        before = text[max(0, match.start() - _AROUND) : match.start()]
        after = text[match.end() : match.end() + _AROUND].lstrip()
        if _COUNTED.search(before[-16:].split(" ")[-1] if before else "") or _REPORTER.match(after):
            continue
        stop = _STOP.search(before)
        starts_anew = (
            not after
            or after[0].isupper()
            or after[0] in "\"“‘'[(§"
            or before.endswith((",", ";", ":", "—", "–", "-"))
        )
        out.append(
            _Candidate(
                Call((match.start(1), match.end(1)), match.group(1)),
                int(match.group(1)),
                bool(stop) and starts_anew,
            )
        )
    return out


def _glued(text: str) -> Iterator[_Candidate]:
    """Numbers at the ends of words; ``strong`` but behind a capital, as in "B2"."""
    for match in _GLUED.finditer(text):
        at = match.start()
        before = text[max(0, at - 16) : at]
        word = before.rpartition(" ")[2]
        section = _PARTED.search(word) and (
            "§" in before or text[match.end() :][:1] not in ("", " ")
        )
        if not _COUNTED.search(word) and not section:
            call = Call((at, match.end()), match.group(1))
            yield _Candidate(call, int(match.group(1)), not word[-1:].isupper())


def _filled(
    run: list[tuple[int, _Candidate]], texts: Sequence[str]
) -> list[tuple[int, _Candidate]]:
    """The run, with the one number that it lacks between two sure calls where it stands there glued to the end of a
    clause: "… in an example. 6 So it is.7 Guaranty Trust … 8 The rule".
    """
    out = run[:1]
    for (k, before), (after_k, after) in pairwise(run):
        if after.number - before.number == 2 and before.strong and after.strong:
            found = [
                (j, item)
                for j in range(k, after_k + 1)
                for item in _glued(texts[j])
                if item.number == before.number + 1
                and (k, before.call.span) < (j, item.call.span) < (after_k, after.call.span)
                and _CLAUSE_END.search(texts[j][max(0, item.call.span[0] - 8) : item.call.span[0]])
            ]
            out += found if len(found) == 1 else []
        out.append((after_k, after))
    return out


_WEAK_COST = 0.1  # a number without a mark before it serves only to bridge two sure ones
_GAP_COST = 0.6  # a call that was lost: dearer than a weak candidate, cheaper than losing the rest of the run


# A run's worth, and its last candidate with the link before it.
_Link = tuple[int, "_Link | None"]
_Chain = tuple[float, "_Link | None"]


def _longest_run(candidates: list[tuple[int, _Candidate]]) -> list[tuple[int, _Candidate]]:
    """The chain 1, 2, 3 … of greatest worth; one number at a time may be missing."""
    best: dict[int, _Chain] = {}
    top: _Chain = (0.0, None)
    for index, (_, item) in enumerate(candidates):
        worth = 1.0 if item.strong else -_WEAK_COST
        options: list[_Chain] = []
        if item.number <= 2:
            options.append((worth - _GAP_COST * (item.number - 1), (index, None)))
        for back in (1, 2):
            if item.number - back in best:
                score, chain = best[item.number - back]
                options.append((score + worth - _GAP_COST * (back - 1), (index, chain)))
        if not options:
            continue
        chosen = max(options, key=lambda o: o[0])
        if item.number not in best or chosen[0] > best[item.number][0]:
            best[item.number] = chosen
            if chosen[0] > top[0]:
                top = chosen
    # A run worth less than one sure call is chance: "a plan adds 1 year … 2 Compliance Manual".
    out: list[tuple[int, _Candidate]] = []
    link = top[1] if top[0] >= 1.0 else None
    while link:
        out.append(candidates[link[0]])
        link = link[1]
    return out[::-1]


# The notes begin with the Court's own unless it has none: worth as much as a plain sign to the contrary.
_FIRST_NOTE = 1.5


def owners(notes: Sequence[str], writings: Sequence[str]) -> list[int]:
    """Which writing each unnumbered note at the end of a flattened text belongs to, as indices into ``writings``.

    The notes come in the order of the writings, so the assignment never goes back.  Each note is held against each
    writing by the words that they share and the others lack (weights of inverse frequency), and by whose voice it
    speaks in: "the dissent" and "post" are said in the Court's opinion, "the majority" and "ante" in a separate
    one.  The best assignment as a whole is taken.
    """
    if not notes or not writings:
        return []
    bags = [Counter(_words(w)) for w in writings]
    known = [set(b) for b in bags]
    weights = {
        word: math.log((len(writings) + 1) / sum(word in k for k in known))
        for word in set().union(*known)
    }
    table: list[list[float]] = []
    for note in notes:
        words = set(_words(note))
        row = []
        for k, own in enumerate(known):
            shared = sum(weights[w] for w in words & own) / math.sqrt(1 + len(words))
            row.append(shared + _voice(note, is_court=k == 0))
        table.append(row)
    table[0][0] += _FIRST_NOTE
    return _monotone(table)


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z]{4,}", text.lower())


def _voice(note: str, *, is_court: bool) -> float:
    low = note.lower()
    court = len(
        re.findall(
            r"\b(?:the dissent|post|the concurrence|we (?:hold|granted|conclude|need not|express|are|have|held))\b",
            low,
        )
    )
    separate = len(
        re.findall(
            r"\b(?:the majority|ante|the court (?:opinion|holds|says|appears|attempts|responds|concludes|suggests)|"
            r"i (?:would|agree|disagree|concede|do not|am|note|think|believe|recognize|make|adopt|see|fail|suggest|join"
            r"|doubt))\b",
            low,
        )
    )
    return (1.0 if is_court else -1.0) * (min(court, 2) - min(separate, 2))


def _monotone(table: list[list[float]]) -> list[int]:
    """The non-decreasing choice of columns, one a row, of greatest sum."""
    width = len(table[0])
    scores, backs = [0.0] * width, []
    for row in table:
        best, best_at, new, back = -math.inf, 0, [], []
        for k in range(width):
            if scores[k] > best:
                best, best_at = scores[k], k
            new.append(best + row[k])
            back.append(best_at)
        scores = new
        backs.append(back)
    k = max(range(width), key=lambda i: (scores[i], -i))
    out = []
    for back in reversed(backs):
        out.append(k)
        k = back[k]
    return out[::-1]


def notes_by_writing(
    clean: CleanText,
    drafts: Sequence[Draft],
    notes: Sequence[tuple[CleanLine, Draft | None]],
    *,
    bare: bool = False,
    glued: bool = False,
) -> dict[str, list[CleanLine]]:
    """The notes of each writing, by its id.

    Notes that stand behind their own writing belong to it.  Where all stand at the end of the text,
    numbered ones go to the writings in order, a new one where the numbers begin again, and those
    without numbers by ``owners``.
    """
    opinions = [d for d in drafts if d.kind != "syllabus"]
    if not notes or not opinions:
        return {}
    lines = [line for line, _ in notes]
    places = [next((k for k, d in enumerate(opinions) if d is behind), 0) for _, behind in notes]
    if any(place < len(opinions) - 1 for place in places) or (
        clean.calls and not _are_gathered(clean, opinions, lines)
    ):
        chosen = places  # a format that marks calls has each note where it belongs
    elif all(n.label is not None for n in lines):
        chosen = _by_number(clean, opinions, lines, bare=bare, glued=glued)
    else:
        bodies = [" ".join(clean.line(x) for x in d.lines) for d in opinions]
        chosen = owners([clean.line(n) for n in lines], bodies)
    out: dict[str, list[CleanLine]] = {}
    k = 0
    for n, (note, own) in enumerate(zip(lines, chosen, strict=True)):
        if (
            n == 0 or note.label != CONTINUED
        ):  # a note may run on below where another writing has begun
            k = own
        out.setdefault(opinions[k].id, []).append(note)
    return out


def _are_gathered(clean: CleanText, opinions: Sequence[Draft], notes: Sequence[CleanLine]) -> bool:
    """Whether notes behind the last writing are those of others too: a number stands twice, or another calls it.

    So it is where a text that gathers its notes is restored from a witness that has each in its place.
    """
    labels = [n.label for n in notes if n.label]
    known = frozenset(labels)
    *others, last = (_called(clean, draft, known) for draft in opinions)
    return len(known) < len(labels) or bool((known & set().union(*others)) - last)


def _called(
    clean: CleanText,
    draft: Draft,
    labels: frozenset[str],
    *,
    bare: bool = False,
    glued: bool = False,
) -> set[str]:
    """The labels that a writing calls: those that the format marks, else those that its text shows."""
    if clean.calls:
        spans = [line.span for line in draft.lines]
        return {
            label
            for (at, _), label in clean.calls
            if any(start <= at < end for start, end in spans)
        }
    body = [clean.line(x) for x in draft.lines]
    rows = find_calls(body, bare=bare, labels=labels, glued=glued)
    return {c.label for row in rows for c in row}


def _by_number(
    clean: CleanText,
    opinions: Sequence[Draft],
    notes: Sequence[CleanLine],
    *,
    bare: bool,
    glued: bool,
) -> list[int]:
    """A writing per note: on to the next writing that calls it whenever a number comes again.

    Where none comes again, the notes are counted through all writings, and each goes to the writing that calls it;
    where none is called anywhere, by ``owners``, but few stay where they stand.
    """
    through = len({n.label for n in notes if n.label}) == sum(1 for n in notes if n.label)
    labels = frozenset(n.label for n in notes if n.label)
    called = [_called(clean, draft, labels, bare=bare, glued=glued) for draft in opinions]
    if not any(called):  # the calls are lost
        if len(notes) <= _LEFT_OVER:
            return [len(opinions) - 1] * len(notes)
        bodies = [" ".join(clean.line(x) for x in draft.lines) for draft in opinions]
        return owners([clean.line(n) for n in notes], bodies)
    out, k, seen = [], 0, set[str]()
    for note in notes:
        label = note.label
        if label:
            again = label in seen
            lost = label not in called[k] and any(label in c for c in called[k + 1 :])
            if again or (lost and (through or not seen)):
                k = next((j for j in range(k + 1, len(opinions)) if label in called[j]), k)
                seen = set()
            seen.add(label)
        out.append(k)
    return out
