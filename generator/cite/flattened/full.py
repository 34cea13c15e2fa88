"""Citations in full of known cases: ``pearson callahan.``, ``ryburn huff,per curiam slip,at``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.cite.flattened.ranking import Choice, choose
from generator.cite.flattened.scan import MARKS, after_mark, spaced, word_before, words_of
from generator.cite.flattened.tails import Tail, read_tail
from generator.cite.flattened.vocabulary import is_name, lists
from generator.cite.flattened.words import squeeze

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Sequence

    from generator.cite.flattened.index import Hit, NameIndex
    from generator.cite.flattened.words import Squeezed

_NEXT_WORD = re.compile(r"[.,]?[ \n]?([^\W\d_]+)")
# Words that a printed name may have beyond the known one: "cunningham hamilton county", "jerman carlisle,… ulrich lpa".
_MORE_NAME = re.compile(r"(?: [^\W\d_]+){1,2}(?=[.,\n]|$)")
_LESS_NAME = {n: re.compile(rf"(?:^|(?<=[., \n]))((?:[^\W\d_]{{2,}} ){{{n}}})$") for n in (1, 2)}
_BODY_OF = re.compile(r"(?:^|(?<=[., \n]))((?:village|city|county|town|borough|state) of )$")
_REACH = 60  # characters
# Behind these a name may begin though its words are common.
_PREPOSITIONS = frozenset(("in", "under", "by", "of"))


@dataclass(frozen=True, slots=True)
class Named:
    """A case cited in full: the span, the end of the name proper, the parties as printed, and which case it is.

    ``parties`` are two, or one of which nobody can say where the other begins.  ``method``: by what it was found,
    ``name`` or the sign of ``position``.
    """

    start: int
    end: int
    name_end: int
    parties: tuple[str, ...]
    choice: Choice
    tail: Tail
    method: str = "name"

    @property
    def key(self) -> str:
        """What makes two of them the same case: the authority, or the letters of the name."""
        return (
            self.choice.authority.key if self.choice.authority else squeeze("".join(self.parties))
        )


def find_known(
    text: Squeezed, index: NameIndex, decided: datetime.date | None, own: frozenset[str]
) -> list[Named]:
    """Every known case that is cited in full, in order and without overlap.

    What is printed behind a name, its numbers, leaves a mark or one of the words of ``tails``; where a sentence
    simply goes on ("michigan bryant argued"), no citation has stood.  ``own``: the words of the name of the case at
    hand, which is not cited but spoken of.
    """
    out: list[Named] = []
    done = 0
    low = text.text
    for hit in _longest(index.find(text)):
        name_end = _name_end(low, hit.end) if hit.start >= done else None
        if name_end is None or _is_own(low[hit.start : name_end], own):
            continue
        if _may_be_by_chance(low, hit) and not _at_boundary(low, hit.start):
            continue
        tail = read_tail(low, name_end)
        start = max(done, _name_start(low, hit.start))
        parties = _parties(low, hit, start, name_end)
        choice = choose(hit.known, decided, tail)
        out.append(Named(start, tail.end, name_end, parties, choice, tail))
        done = tail.end
    return out


def ends_citation(text: str, at: int) -> bool:
    """Whether what stands at ``at`` can follow where numbers were lost: a mark, the end, or words behind a citation."""
    if at >= len(text) or text[at] in MARKS:
        return True
    match = _NEXT_WORD.match(text, at)
    return match is not None and match.group(1) in lists().after_pin | lists().sure_signals


def _longest(hits: Sequence[Hit]) -> Iterator[Hit]:
    """Of hits that begin at one place only the longest; by start."""
    before = -1
    for hit in hits:
        if hit.start != before:
            yield hit
        before = hit.start


def _name_end(text: str, end: int) -> int | None:
    """Where the name ends that begins with a known one ending at ``end``; ``None`` when it is no citation."""
    if ends_citation(text, end) or read_tail(text, end).end > end:
        return end
    match = _MORE_NAME.match(text, end)
    if match and all(w in lists().place_words or is_name(w) for w in match.group().split()):
        return match.end()
    return None


def _name_start(text: str, start: int) -> int:
    """Where the name begins of which a known one beginning at ``start`` is the end.

    "village of euclid ambler realty"; "shearson american express mcmahon", when with one or two more words of a name a
    mark or a signal is reached.
    """
    before = text[max(0, start - _REACH) : start]
    if match := _BODY_OF.search(before):
        return start - len(match.group(1))
    for pattern in _LESS_NAME.values():
        match = pattern.search(before)
        if match is None or not all(
            is_name(w) and w not in lists().works for w in match.group(1).split()
        ):
            break
        at = start - len(match.group(1))
        if _at_boundary(text, at):
            return at
    return start


def _is_own(name: str, own: frozenset[str]) -> bool:
    return bool(own) and all(w in own for w in words_of(name))


def _may_be_by_chance(text: str, hit: Hit) -> bool:
    """Whether the words may just stand together.

    Both parties are in very many cases ("missouri illinois"), or one of the two is left.
    """
    if hit.seam is None:
        return not text.startswith(("in re ", "ex parte "), hit.start)
    sides = text[hit.start : hit.seam], text[hit.seam : hit.end]
    return all(spaced(side) in lists().common_parties for side in sides)


def _at_boundary(text: str, start: int) -> bool:
    """Whether a name can begin here though its words are common: after a mark, or after a word that leads to one."""
    return after_mark(text, start) or word_before(text, start) in lists().signals | _PREPOSITIONS


def _parties(text: str, hit: Hit, start: int, name_end: int) -> tuple[str, ...]:
    if hit.seam is None:
        return (spaced(text[start:name_end]),)
    return spaced(text[start : hit.seam]), spaced(text[hit.seam : name_end])
