"""Where the cross-references of a case lead: which writing, and which passage of it.

In this order, and the method is recorded: the note, Part or writing that is named; the star page; the quotation that
the reference follows; the page as it is estimated; the paragraph whose words the sentence shares.  What is not likely
enough gets no target: a wrong link is worse than none.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.link.crossref_course import courses
from generator.link.crossref_places import (
    Asked,
    Evidence,
    Found,
    by_estimate,
    by_quotation,
    by_star_page,
    by_words,
    on_page,
)
from generator.link.crossref_plain import Landmarks, is_joined, note_label, own_number
from generator.link.crossref_words import Likeness
from generator.link.crossref_writing import Choice, writings_meant
from generator.link.page_evidence import UNLIKELY
from generator.link.page_stream import Stream
from generator.link.pages import PageMap, Pin, page_map, pages_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.link.pages import FixedPoint, Shares
    from generator.link.quotations import Passages
    from generator.model import Case, Reference, Span

PLACED = frozenset(("ante", "post", "infra", "supra-internal"))
NAMED = frozenset(("note", "part", "writing"))
CROSS = PLACED | NAMED
TOGETHER = 0.8  # the chance that a note joined to a page is called on it …
BESIDE = 1.0  # … and what that adds to the log odds of the paragraphs about the call
_WHERE = re.compile(r"\b(?:supra|infra|ante|post)\b", re.IGNORECASE)
_DIRECTION = {"supra": "supra-internal", "infra": "infra", "ante": "ante", "post": "post"}
_AT = re.compile(r"\bat\b", re.IGNORECASE)


def resolve_cross_references(
    case: Case,
    passages: Passages | None,
    repeats: Mapping[int, int],
    fixed: Sequence[FixedPoint] = (),
) -> tuple[Case, PageMap]:
    """The case with ``target``, ``status``, ``method`` and ``estimate`` on its cross-references, and its page map.

    ``passages`` must hold the case; ``repeats`` maps the place of an *ibid.* in ``case.references`` to that of the
    cross-reference it repeats.  References of other kinds, and those that have a target, stay as they are, and so do
    those that cannot be decided.  Cost: linear in the size of the case and the number of its references.
    """
    if not any(r.kind in CROSS for r in case.references):
        return case, page_map(case, (), fixed)
    resolver = _Resolver(case, passages, repeats)
    pages = resolver.run(fixed)
    return replace(case, references=tuple(resolver.references())), pages


class _Resolver:
    def __init__(self, case: Case, passages: Passages | None, repeats: Mapping[int, int]) -> None:
        self._case = case
        self._repeats = repeats
        self._places = {b.id: k for k, b in enumerate(case.blocks)}
        self._landmarks = Landmarks(case)
        self._evidence = Evidence(case, Likeness(case), passages)
        self._stream = Stream(case, [w.id for w in case.writings if w.kind != "syllabus"])
        self._ranges = _ranges(case)
        self._callers = _callers(case)
        self._meant: dict[int, list[Choice]] = {}
        self._found: dict[int, Found | None] = {}

    def run(self, fixed: Sequence[FixedPoint]) -> PageMap:
        """Decide every reference: those that name their passage first, then all that the map helps to place."""
        asked = [a for k, r in enumerate(self._case.references) if (a := self._ask(k, r))]
        before: Asked | None = None
        for one in asked:
            self._evidence.weigh(one, before)
            self._beside_note(one)
            before = one
        pages = page_map(self._case, [self._pin(a) for a in asked if a.pages], fixed)
        unpaged = [a for a in asked if not a.pages]
        chances = {a.index: c for a, c in zip(unpaged, courses(self._case, unpaged), strict=True)}
        for one in asked:
            found = self._decide(one, pages, chances.get(one.index, {}))
            origin = self._repeats.get(one.index)
            if origin is not None and not one.reference.pin and not (found and one.quoted):
                found = self._found.get(origin) or found
            self._found[one.index] = found
        return pages

    def references(self) -> Iterable[Reference]:
        """The references of the case with what was found."""
        blocks = self._case.blocks
        for k, reference in enumerate(self._case.references):
            found = self._found.get(k)
            if found is None:
                yield reference
                continue
            span = found.estimate
            yield replace(
                reference,
                target=(self._case.slug, blocks[found.block].id),
                status="resolved",
                method=found.method,
                estimate=(blocks[span[0]].id, blocks[span[1]].id) if span else None,
            )

    # -------------------------------------------------------------------------------------------- asking

    def _ask(self, index: int, reference: Reference) -> Asked | None:
        """A reference whose passage must be sought; one that names it is decided here."""
        if reference.target is not None or reference.block not in self._places:
            return None
        if index in self._repeats:
            return self._ask_again(index, reference, self._repeats[index])
        block = self._case.blocks[self._places[reference.block]]
        if reference.kind not in CROSS or block.writing is None:
            return None
        choices = writings_meant(self._case, reference, block.writing, block.text)
        self._meant[index] = choices
        if reference.kind == "writing" and reference.pin:  # "Maj. Op. at 5"
            choices = [c for c in choices if c.writing.id != block.writing]
            return self._asked(index, reference, choices, reference.kind, reference.pin)
        if reference.kind in NAMED:
            within = self._in_part(index, reference, choices)
            if within is None:
                self._found[index] = self._named(index, reference, choices)
            return within
        if number := own_number(reference.pin):
            self._found[index] = self._numbered(number, choices)
            return None
        note = self._note(reference, choices) if reference.pin else None
        if note is not None:
            self._found[index] = note
            return None
        return self._asked(index, reference, choices, reference.kind, reference.pin)

    def _asked(
        self,
        index: int,
        reference: Reference,
        choices: Sequence[Choice],
        kind: str,
        pin: str | None,
    ) -> Asked | None:
        if not choices:
            return None
        block = self._places[reference.block]
        here = self._callers.get(reference.block, block)
        ranges: list[Span] = []
        for choice in choices:
            low, high = self._ranges.get(choice.writing.id, (0, 0))
            if low <= here < high and kind == "supra-internal":
                high = here
            elif low <= here < high and kind == "infra":
                low = here + 1
            ranges.append((low, high))
        return Asked(index, reference, block, kind, choices, ranges, pages_of(pin))

    def _ask_again(self, index: int, reference: Reference, origin: int) -> Asked | None:
        """An *ibid.* asks what its antecedent asked, with its own pin and its own quotation."""
        before = self._case.references[origin]
        choices = self._meant[index] = self._meant.get(origin, [])
        if before.kind in PLACED:
            pin = reference.pin or before.pin
            if number := own_number(pin):
                self._found[index] = self._numbered(number, choices)
                return None
            return self._asked(index, reference, choices, before.kind, pin)
        if not reference.pin:
            self._found[index] = self._found.get(origin)
        return None

    # --------------------------------------------------------------------------------- what names itself

    def _named(self, index: int, reference: Reference, choices: Sequence[Choice]) -> Found | None:
        if reference.kind == "note":
            return self._note(reference, self._joined(index) or choices)
        if reference.kind == "part":
            return self._part(reference, choices)
        return self._whole(choices)

    def _note(self, reference: Reference, choices: Sequence[Choice]) -> Found | None:
        """The note of "n. 3, supra" or of "ante, at 10, n. 9"."""
        label = note_label(reference)
        for choice in choices if label else ():
            ident = self._landmarks.note(choice.writing.id, label or "")
            if ident is not None:
                return Found(self._places[ident], "note")
        return None

    def _numbered(self, number: str, choices: Sequence[Choice]) -> Found | None:
        """The paragraph of "ante, at ¶ 30", where the court has numbered its paragraphs."""
        ident = self._landmarks.numbered([c.writing.id for c in choices], number)
        return Found(self._places[ident], "page") if ident is not None else None

    def _joined(self, index: int) -> list[Choice]:
        """The writing of "ante, at 347" for the "n. 1" that is joined to it."""
        note = self._case.references[index]
        before = self._case.references[index - 1] if index else None
        if before is None or before.kind not in PLACED or before.block != note.block:
            return []
        block = self._case.blocks[self._places[note.block]]
        return self._meant.get(index - 1, []) if is_joined(block, before, note) else []

    def _part(self, reference: Reference, choices: Sequence[Choice]) -> Found | None:
        """A Part by its heading, in the writing named, else where the sentence leads to look."""
        own = self._case.blocks[self._places[reference.block]]
        writings = [c.writing.id for c in choices]
        if writings == [own.writing] and not reference.writing:
            writings = self._landmarks.parts_meant(reference, own)
        for writing in writings:
            ident = self._landmarks.part(writing, reference)
            if ident is not None:
                return Found(self._places[ident], "part")
        return None

    def _in_part(self, index: int, reference: Reference, choices: Sequence[Choice]) -> Asked | None:
        """A page, sought in the Part that is named: “Part II-A, ante, at 13”."""
        where = _WHERE.search(reference.text)
        heading = (
            self._part(reference, choices)
            if where and reference.pin and reference.kind == "part"
            else None
        )
        if where is None or heading is None:
            return None
        head = self._case.blocks[heading.block]
        own = [Choice(w, 0.0) for w in self._case.writings if w.id == head.writing]
        inside = [
            k
            for k in range(*self._ranges.get(head.writing or "", (0, 0)))
            if self._is_under(k, head.id)
        ]
        if not own or not inside:
            return None
        span = (heading.block, max(inside) + 1)
        kind = _DIRECTION[where.group().lower()]
        block = self._places[reference.block]
        return Asked(index, reference, block, kind, own, [span], pages_of(reference.pin))

    def _is_under(self, k: int, part: str) -> bool:
        """Whether a block stands in a Part, or in a part of it."""
        own = self._case.blocks[k].part or ""
        return own == part or own.startswith(part + "-")

    def _whole(self, choices: Sequence[Choice]) -> Found | None:
        """A writing as a whole: its first paragraph, where it is the only one that can be meant."""
        ident = self._landmarks.opening(choices[0].writing.id) if len(choices) == 1 else None
        return Found(self._places[ident], "writing") if ident is not None else None

    # ----------------------------------------------------------------------------------------- deciding

    def _pin(self, asked: Asked) -> Pin:
        """What a reference says of the pages of the case."""
        places = []
        for k, chance in asked.chances().items():
            if chance < UNLIKELY:
                continue
            middle = len(self._case.blocks[k].text) // 2
            at = self._stream.offset(k, asked.at.get(k, middle))
            if at is not None:
                places.append((at, chance))
        label = self._note_joined(asked)
        for choice in asked.choices if label else ():
            call = self._stream.call(choice.writing.id, label or "")
            places += [(call, TOGETHER)] if call is not None else []
        own = self._stream.offset(asked.block, asked.reference.at[0])
        return Pin(
            own if own is not None else -1,
            asked.pages[0],
            tuple(c.writing.id for c in asked.choices),
            backward=asked.kind in ("ante", "supra-internal"),
            forward=asked.kind in ("post", "infra"),
            places=tuple(places),
        )

    def _note_joined(self, asked: Asked) -> str | None:
        """The label of "n. 1" in "supra, at 347, and n. 1"."""
        k = asked.index + 1
        note = self._case.references[k] if k < len(self._case.references) else None
        if note is None or note.kind != "note" or note.block != asked.reference.block:
            return None
        joined = is_joined(self._case.blocks[asked.block], asked.reference, note)
        return note_label(note) if joined else None

    def _beside_note(self, asked: Asked) -> None:
        """A page and a note that are cited together stand together: in the paragraph of the call or one beside it."""
        label = self._note_joined(asked)
        for choice in asked.choices if label else ():
            caller = self._landmarks.caller(choice.writing.id, label or "")
            k = self._places[caller] if caller else -2
            asked.odds = dict(asked.odds)
            for beside in (k - 1, k, k + 1):
                if asked.holds(beside):
                    asked.odds[beside] = asked.odds.get(beside, 0.0) + BESIDE

    def _decide(self, asked: Asked, pages: PageMap, chances: Mapping[int, float]) -> Found | None:
        shares = on_page(asked, pages)
        if not shares and asked.kind in ("supra-internal", "infra") and pages.known:
            shares = self._other_writing(asked, pages)
        if (
            asked.reference.kind == "part"
        ):  # the heading is sure; a page that is only estimated is not
            inside = {k: share for k, share in shares.items() if asked.holds(k)}
            page = by_star_page(asked, inside) if pages.known else None
            return page or self._part(asked.reference, self._meant[asked.index])
        if pages.known and shares:
            return by_star_page(asked, shares)
        if asked.pages:
            return by_quotation(asked, shares) or by_estimate(asked, shares)
        if self._case.dialect == "flattened":
            return by_words(asked, chances)
        found = by_quotation(asked, shares) or by_words(asked, chances)
        if found is None and asked.reference.writing and not _AT.search(asked.reference.text):
            return self._whole(asked.choices)
        return found

    def _other_writing(self, asked: Asked, pages: PageMap) -> Shares:
        """Courts of appeals say *supra* and *infra* of each other's writings too ("the majority, supra at 640"): the
        one before or behind that has the page, where its own has not.
        """
        order = [w.id for w in self._case.writings if w.kind != "syllabus"]
        own = self._case.blocks[asked.block].writing
        if own not in order or not asked.pages:
            return {}
        here = order.index(own)
        others = order[:here] if asked.kind == "supra-internal" else order[here + 1 :]
        found = [s for w in others if (s := pages.shares(asked.pages[0], w))]
        return found[0] if len(found) == 1 else {}


def _ranges(case: Case) -> dict[str, Span]:
    """The places of the first block of each writing and behind its last."""
    out: dict[str, Span] = {}
    for k, block in enumerate(case.blocks):
        if block.writing is not None:
            out[block.writing] = (out.get(block.writing, (k, k))[0], k + 1)
    return out


def _callers(case: Case) -> dict[str, int]:
    """For each note the place of the block that calls it."""
    return {
        mark.target: k
        for k, block in enumerate(case.blocks)
        for mark in block.marks
        if mark.kind == "footnote-call" and mark.target
    }
