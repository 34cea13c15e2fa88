"""Cross-references that name their passage themselves: a note by its number, a Part by its label, a whole writing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.link.crossref_writing import OPINION_OF_THE_COURT
from generator.structure.court_numbers import court_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model import Block, Case, Reference

_NOTE = re.compile(r"\b(?:nn?\.|notes?)\s{0,6}(\d{1,3}|\*{1,3}|†)", re.IGNORECASE)
_DASH = r"\s?[-–—.]\s?"
_PART = re.compile(
    rf"(?:\b(?:Parts?|Sections?)\s{{1,4}}|§§?\s{{0,4}})(?P<top>[IVXL]{{1,7}})(?:{_DASH}(?P<letter>[A-H])(?![\w.]))?"
    rf"(?:{_DASH}(?P<number>\d{{1,2}}))?(?:\((?P<below>\w{{1,2}})\))?",
    re.IGNORECASE,
)
# "Part B, infra": a part of the Part that one reads, or the only one of that letter or number.
_INNER = re.compile(
    r"(?:\b(?:Parts?|Sections?)\s{1,4}|§§?\s{0,4})(?P<label>[A-H]|\d{1,2})(?![\w.-])", re.IGNORECASE
)
_APPENDIXES = re.compile(r"appendi(?:xes|ces)\b", re.IGNORECASE)
_LETTER = re.compile(r"([A-Z])\.?")
_APPENDIX = re.compile(r"appendi(?:xes|ces|x)(?:\s+([A-Z]|[IVX]{1,4}|\d{1,2})\b)?", re.IGNORECASE)
_JOINED = re.compile(r"[\s,]{0,4}(?:(?:and|&)\s{0,2})?(?:at\s)?")
# "I join Parts I and II": what a separate writing joins, concurs in or dissents from is the opinion of the Court.
_JOINS = re.compile(
    r"\b(?:join(?:s|ed|ing)?|concur(?:s|red|ring)?\s+in|dissents?\s+from|agrees?\s+with)\s[^.;]{0,80}$",
    re.IGNORECASE,
)
_OWN_PIN = re.compile(r"¶{1,2}\s{0,3}(\d{1,4})")
JOIN = 12  # characters between a page and the note joined to it
_BODY = frozenset(("paragraph", "blockquote", "disposition"))


class Landmarks:
    """What can be named in each writing of a case: its notes, its Parts, paragraphs that the court has numbered, its
    beginning.  Answers are ids of blocks.
    """

    def __init__(self, case: Case) -> None:
        self._notes: dict[tuple[str | None, str], str] = {}
        self._calls: dict[tuple[str | None, str], str] = {}
        self._headings: set[str] = set()
        self._first: dict[str | None, str] = {}
        self._numbered: dict[str, list[tuple[str | None, str]]] = {}
        self._writings: dict[str, str | None] = {}
        self._appendices: dict[tuple[str | None, str], str] = {}
        self._parts = {b.id: b.part for b in case.blocks}
        lead = [w.id for w in case.writings if w.kind in OPINION_OF_THE_COURT]
        self.lead = lead[0] if lead else None
        several: str | None = None  # the writing whose appendixes are headed by their letters
        for block in case.blocks:
            if block.kind == "footnote" and block.label:
                self._notes.setdefault((block.writing, block.label), block.id)
            elif block.kind == "heading":
                self._headings.add(block.id)
                self._writings[block.id] = block.writing
                headed = _APPENDIX.match(block.text)
                if headed:
                    several = block.writing if _APPENDIXES.match(block.text) else None
                elif several is not None and several == block.writing:
                    headed = _LETTER.fullmatch(block.text)
                if headed:
                    self._appendices.setdefault(
                        (block.writing, (headed[1] or "").lower()), block.id
                    )
            elif block.kind in _BODY:
                self._first.setdefault(block.writing, block.id)
                # A quotation may bring the number of another court's paragraph.
                if block.kind != "blockquote" and (own := court_number(block.text)):
                    self._numbered.setdefault(own, []).append((block.writing, block.id))
            for mark in block.marks:
                if mark.kind == "footnote-call":
                    self._calls.setdefault((block.writing, mark.label), block.id)

    def note(self, writing: str, label: str) -> str | None:
        """The note of a writing; where the source has lost its body, the paragraph that calls it."""
        return self._notes.get((writing, label)) or self._calls.get((writing, label))

    def numbered(self, writings: Sequence[str], number: str) -> str | None:
        """The paragraph that the court itself has numbered so: in the first of the writings that has one, else the only
        one of the case, for the numbers of many courts run on from writing to writing.
        """
        found = self._numbered.get(number, [])
        own = next((i for w in writings for writing, i in found if writing == w), None)
        return own or (found[0][1] if len(found) == 1 else None)

    def caller(self, writing: str, label: str) -> str | None:
        """The paragraph that calls a note."""
        return self._calls.get((writing, label))

    def part(self, writing: str, reference: Reference) -> str | None:
        """The heading of "Part II–A" in a writing; "Part II–A(4)" is at least in Part II–A."""
        labels = part_labels(reference)
        prefix = "" if writing == "majority" else f"{writing}-"
        appendix = _APPENDIX.search(reference.text)
        if appendix and not labels:
            return self._appendices.get((writing, (appendix[1] or "").lower()))
        inner = None if labels else _INNER.search(reference.text)
        if inner:
            return self._inner(writing, reference, f"{inner['label'].lower()}")
        while labels:
            ident = f"{prefix}part-{'-'.join(labels)}"
            if ident in self._headings:
                return ident
            if len(labels) < 3:
                return None
            labels = labels[:-1]
        return None

    def _inner(self, writing: str, reference: Reference, label: str) -> str | None:
        """The heading with this last label: under the Part in which the reference stands, else the only one."""
        prefix = "part-" if writing == "majority" else f"{writing}-part-"
        own = [h for h in self._headings if h.startswith(prefix) and self._writings[h] == writing]
        here = self._parts.get(reference.block) or ""
        while here:
            if f"{here}-{label}" in own:
                return f"{here}-{label}"
            here = here.rpartition("-")[0]
        fits = [h for h in own if h.rpartition("-")[2] == label]
        return fits[0] if len(fits) == 1 else None

    def opening(self, writing: str) -> str | None:
        """The first paragraph of a writing."""
        return self._first.get(writing)

    def parts_meant(self, reference: Reference, block: Block) -> list[str]:
        """The writings, by id, in which a Part is to be looked for when none is named.

        Its own; in a separate writing the opinion of the Court where the sentence joins or dissents from Parts, and
        where the writing itself has no such Part.
        """
        own = block.writing or ""
        if self.lead is None or self.lead == own:
            return [own]
        joins = _JOINS.search(block.text, max(0, reference.at[0] - 120), reference.at[0])
        return [self.lead] if joins else [own, self.lead]


def note_label(reference: Reference) -> str | None:
    """The first number of "nn. 3–5, infra", or of a pin such as "10, n. 9"."""
    match = _NOTE.search(reference.pin or "") or _NOTE.search(reference.text)
    return match.group(1) if match else None


def own_number(pin: str | None) -> str | None:
    """The first number of a pin such as "¶¶ 30–32": of a paragraph that the court has numbered itself."""
    match = _OWN_PIN.match(pin or "")
    return match[1] if match else None


def part_labels(reference: Reference) -> list[str]:
    """The labels of "Part II–A, supra", from the top, as ids have them: ["ii", "a"]."""
    match = _PART.search(reference.text)
    if not match:
        return []
    labels = (match["top"], match["letter"], match["number"], match["below"])
    return [label.lower() for label in labels if label]


def is_joined(block: Block, earlier: Reference, later: Reference) -> bool:
    """Whether a note follows a page in one citation: "supra, at 347, and n. 1"."""
    between = block.text[earlier.at[1] : later.at[0]]
    apart = later.at[0] - earlier.at[1]
    return 0 <= apart <= JOIN and bool(_JOINED.fullmatch(between))
