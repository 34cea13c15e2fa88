"""Where the words of a note stand in the text of its block.

The text may have changed since the note was written: capitals restored, blanks mended, marks inserted.  So the words
are looked for three times: as they are; by their letters and figures alone; and by likeness.  What is found the third
time is said to be so, and what is not found is not guessed.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from generator.notes import Placed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model import Case, Span
    from generator.notes import How, Note

ALIKE = 88  # of 100 letters: a word or two of a sentence may have changed, not its sense
SHORTEST = 20  # letters; fewer are alike by chance
_RUN = 3  # letters that agree at either end of what is alike; the window found is as long as the words, not as they are
_CONTEXT = 40  # letters of the prefix or suffix that are compared


def placed(case: Case, notes: Sequence[Note]) -> tuple[Placed, ...]:
    """The notes in their places, numbered in the order of the page; those without a passage last."""
    order = {block.id: k for k, block in enumerate(case.blocks)}
    found: list[tuple[tuple[int, int, int], Placed]] = []
    for k, note in enumerate(notes):
        if note.at not in order:
            found.append(((len(order), 0, k), Placed(note, 0, None, None, "nowhere", 0)))
            continue
        block = case.blocks[order[note.at]]
        span, how, likeness = located(block.text, note)
        at = span[0] if span else len(block.text)  # what is lost comes after what is found
        found.append(((order[note.at], at, k), Placed(note, 0, block.id, span, how, likeness)))
    found.sort(key=lambda f: f[0])
    return tuple(replace(one, number=number) for number, (_, one) in enumerate(found, 1))


def located(text: str, note: Note) -> tuple[Span | None, How, int]:
    """Where the note's words stand in ``text``, how they were found, and how alike they are, of 100."""
    exact = _all(text, note.exact)
    if exact:
        return _chosen(text, [(at, at + len(note.exact)) for at in exact], note, "exact")
    letters, places = _letters(text)
    wanted, _ = _letters(note.exact)
    if not wanted:
        return None, "lost", 0
    spans = [(places[at], places[at + len(wanted) - 1] + 1) for at in _all(letters, wanted)]
    if spans:
        return _chosen(text, spans, note, "letters")
    return _alike(text, letters, places, wanted)


def _chosen(text: str, spans: list[Span], note: Note, how: How) -> tuple[Span | None, How, int]:
    """The span whose surroundings are those that the note names; the first, said to be ambiguous, when several are."""
    if len(spans) > 1 and (note.prefix or note.suffix):
        before, after = _letters(note.prefix)[0], _letters(note.suffix)[0]
        fitting = [
            (start, end)
            for start, end in spans
            if _letters(text[:start])[0].endswith(before[-_CONTEXT:])
            and _letters(text[end:])[0].startswith(after[:_CONTEXT])
        ]
        spans = fitting or spans
    return spans[0], how if len(spans) == 1 else "ambiguous", 100


def _alike(text: str, letters: str, places: list[int], wanted: str) -> tuple[Span | None, How, int]:
    """The stretch that is most like the words, in whole words of the text."""
    if len(wanted) < SHORTEST or len(letters) < len(wanted) // 2:
        return None, "lost", 0
    match = fuzz.partial_ratio_alignment(wanted, letters, score_cutoff=ALIKE)
    if match is None or match.dest_end <= match.dest_start:
        return None, "lost", 0
    window = letters[match.dest_start : match.dest_end]
    same = [
        block
        for block in Indel.opcodes(wanted, window)
        if block.tag == "equal" and block.src_end - block.src_start >= _RUN
    ]
    if not same:
        return None, "lost", 0
    start = places[match.dest_start + same[0].dest_start]
    end = places[match.dest_start + same[-1].dest_end - 1] + 1
    while start and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return (start, end), "alike", int(match.score)


def _all(text: str, words: str) -> list[int]:
    out, at = [], text.find(words) if words else -1
    while at >= 0:
        out.append(at)
        at = text.find(words, at + 1)
    return out


def _letters(text: str) -> tuple[str, list[int]]:
    """The letters and figures of a text without case, and where each stands in it."""
    out: list[str] = []
    places: list[int] = []
    for at, character in enumerate(text):
        if character.isalnum():
            folded = character.casefold()
            out.append(folded)
            places += [at] * len(folded)
    return "".join(out), places
