"""The note at the head of a page: what the source has lost, in plain words, from counts and not from guesses."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.structure.missing import missing_pages

if TYPE_CHECKING:
    from generator.model import Case
    from generator.structure.missing import Missing

_ORDINARY = {"layout", "blanks", "drop-markup", "drop-running-head", "page-marks"}


def sentences(case: Case) -> list[str]:
    """The sentences of the note; always at least the one on the paragraph numbers."""
    source = case.source
    out: list[str] = []
    if source.dialect == "flattened":
        out.append(
            "It comes from a copy in lower case that had lost all digits, quotation marks, brackets, "
            "apostrophes, hyphenated words and contractions. Negations may be among the losses."
        )
    rules = Counter(r.rule for r in case.clean.repairs)
    mended = rules["blank-after-mark"]
    if mended:
        verb = "is" if mended == 1 else "are"
        lacked = f"The {_count(mended, 'blank')} that it lacked after punctuation"
        out.append(f"{lacked} {verb} put back; no word is.")
    if case.clean.gaps:
        places = _count(len(case.clean.gaps), "place")
        out.append(
            f"In {places} its blanks suggest that words in brackets, or page marks, were taken out."
        )
    lost = sum(1 for r in case.references if r.kind == "footnote-call" and r.status == "unresolved")
    found = sum(1 for r in case.references if r.kind == "footnote-call") - lost
    if lost and not found:
        out.append(f"It has {_count(lost, 'footnote call')} but not the notes themselves.")
    elif lost:
        verb = "leads" if lost == 1 else "lead"
        out.append(
            f"{lost} of {lost + found} footnote calls {verb} nowhere: the source lacks the notes."
        )
    notes = sum(1 for b in case.blocks if b.kind == "footnote" and not b.label)
    if notes == 1:
        out.append(
            "The footnote at its end has lost its number and place; which opinion it belongs to is inferred."
        )
    elif notes:
        out.append(
            f"The {notes} footnotes at its end have lost their numbers and places; "
            "to which writing each belongs is inferred."
        )
    decoded = sum(1 for r in case.clean.repairs if r.kind == "decode")
    if decoded:
        out.append(
            f"{_count(decoded, 'character')} damaged by a wrong encoding {'is' if decoded == 1 else 'are'} mended."
        )
    if "�" in source.text:
        out.append("Where it shows �, a character cannot be recovered.")
    out += [_lacking(case, gap) for gap in missing_pages(case)]
    if case.truncated:
        out.append("It breaks off before its end.")
    if not any(r.rule not in _ORDINARY for r in case.clean.repairs) and not out:
        out.append("The text is the source’s own.")
    out.append(
        "Paragraph numbers are this site’s own; where the official page is known, cite that."
    )
    return out


def _lacking(case: Case, gap: Missing) -> str:
    """A sentence such as “Page 7 of the opinion is not in this copy.”"""
    writing = next(w for w in case.writings if w.id == gap.writing)
    owner = (
        f"{writing.author}’s opinion"
        if writing.id != "majority" and writing.author
        else "the opinion"
    )
    verb = "is" if gap.first == gap.last else "are"
    return f"{gap.words()} of {owner} {verb} not in this copy."


def _count(number: int, noun: str) -> str:
    """A number with its noun: "1 place", "1,204 places"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
