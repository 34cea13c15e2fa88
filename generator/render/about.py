"""The note at the head of a page: what the source has lost, in plain words, from counts and not from guesses."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from generator.render import witness
from generator.render.restored import tally
from generator.render.words import listed, shown
from generator.structure.court_numbers import is_numbered
from generator.structure.missing import missing_pages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import Case
    from generator.structure.missing import Missing

# What a flattened text lacks altogether; what it has of them, it has not lost.
_SIGNS = (
    ("digits", re.compile(r"\d")),
    ("quotation marks", re.compile(r"[\"“”]")),
    ("brackets", re.compile(r"[()\[\]]")),
    ("apostrophes", re.compile(r"['’]")),
    ("hyphenated words", re.compile(r"\w-\w")),
)
_ORDINARY = {"layout", "blanks", "drop-markup", "drop-running-head", "page-marks"}


def sentences(case: Case) -> list[str]:
    """The sentences of the note; always at least the one on the paragraph numbers."""
    source = case.source
    out: list[str] = []
    if source.dialect == "flattened":
        out += _flattened(case)
    out += witness.sentences(case)
    rules = Counter(r.rule for r in case.clean.repairs)
    mended = rules["blank-after-mark"]
    if mended and not tally(case).capitals:
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
        out.append(f"It breaks off {_end(case)}.")
    if not any(r.rule not in _ORDINARY for r in case.clean.repairs) and not out:
        out.append("The text is the source’s own.")
    out.append(
        "The court has numbered its paragraphs itself, and those numbers stand in the text: cite them."
        " The numbers beside them are this site’s own."
        if is_numbered(case)
        else "Paragraph numbers are this site’s own; where the official page is known, cite that."
    )
    return out


def _flattened(case: Case) -> Iterator[str]:
    """What a flattened text has lost, what of it is restored, and what may be missing unseen."""
    lost = [name for name, sign in _SIGNS if not sign.search(case.source.text)]
    case_of = (
        "in lower case"
        if case.source.text == case.source.text.lower()
        else "almost without capitals"
    )
    yield f"It comes from a copy {case_of}" + (
        f" that has lost all {listed(lost)}." if lost else "."
    )
    if case.witness:  # what is restored from it is said elsewhere
        return
    if "apostrophes" in lost:
        yield (
            "Contractions went with them, so negations may be among the losses: “did you have any reason” may stand "
            "for “didn’t you have any reason”."
        )
    done = tally(case)
    if done.capitals:
        words, blanks = _count(done.capitals, "word"), _count(done.blanks, "blank")
        yield f"The capitals of {words} are restored" + (
            f", and {blanks} that {'was' if done.blanks == 1 else 'were'} missing."
            if done.blanks
            else "."
        )
    if done.alterations:
        verb = "has its" if done.alterations == 1 else "have their"
        yield f"{_count(done.alterations, 'altered word')}, such as [n]o, {verb} brackets again."
    if done.editor:
        yield f"Words in [brackets], in {_count(done.editor, 'place')}, are the editor’s."
    if done.pins:
        yield f"In {_count(done.pins, 'citation')} a dash stands for the page, which is lost."
    if done.gaps:
        yield f"⟨…⟩ marks {_count(done.gaps, 'place')} where something is missing; there may be more that do not show."


def _end(case: Case) -> str:
    """Where the source stops, in words."""
    last = max(case.blocks, key=lambda b: b.source[1], default=None)
    if last is not None and last.kind == "footnote":
        notes = [b for b in case.blocks if b.kind == "footnote"]
        return "in its only footnote" if len(notes) == 1 else "in a footnote"
    return "before its end"


def _lacking(case: Case, gap: Missing) -> str:
    """A sentence such as “Page 7 of the opinion is not in this copy.”"""
    writing = next(w for w in case.writings if w.id == gap.writing)
    owner = (
        f"{shown(writing.author)}’s opinion"
        if writing.id != "majority" and writing.author
        else "the opinion"
    )
    verb = "is" if gap.first == gap.last else "are"
    return f"{gap.words()} of {owner} {verb} not in this copy."


def _count(number: int, noun: str) -> str:
    """A number with its noun: "1 place", "1,204 places"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
