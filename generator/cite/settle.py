"""Settle the mentions of a case one by one, in the order in which they are read."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from itertools import takewhile
from operator import attrgetter
from typing import TYPE_CHECKING

from generator.cite.acts import act_for
from generator.cite.antecedents import (
    INTERNAL,
    Cited,
    Works,
    by_name,
    id_antecedent,
    is_citation,
    short_form,
)
from generator.cite.casenames import called
from generator.cite.decision_below import Sentence, decisions_below, meant_below, sentences
from generator.cite.flattened.steps import Steps
from generator.cite.flattened_laws import complete_law
from generator.cite.home import home_code, home_state
from generator.cite.leftovers import court_left, fuller_paper
from generator.cite.paging import another_volume
from generator.cite.rules import rules_for
from generator.cite.shelf import Shelf
from generator.cite.standing import is_name, is_source, stands_as_citation
from generator.cite.statutes import title_for
from generator.cite.titles import other_section
from generator.model import Authority

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.cite.flattened.below import Below
    from generator.link.authorities import Known
    from generator.model import Block, Case


# A bare section that is a citation: a sentence or clause of its own ("… the Fund, § 8909(a)."), or behind a signal.
BESIDE = 2  # characters between parallel citations: a comma and a blank

FARTHEST_PARALLEL = 60  # characters, a reference to the record between


class Settler:
    """What was cited so far, and the trails of the writing at hand.

    Give it every block once, in reading order: ``works`` then holds all that the case cites.
    """

    def __init__(self, known: Known, case: Case) -> None:
        self._known = known
        self._case = case
        self._writing: str | None = ""
        self._trail: list[Cited] = []
        self._notes: list[Cited] = []
        self._laws: list[Authority] = []
        self._carried: Below | None = None
        self._papers = [
            e.authority for e in known.own_entries(case.slug) if e.authority.kind == "record"
        ]
        self._decisions_below = decisions_below(case, called(case), known)
        self._shelf = Shelf(known, case.slug)
        self._home = home_state(case.info.court)
        self._steps = Steps(case)
        self.works = Works()

    def block(
        self, block: Block, found: Iterable[Cited], caller: tuple[int, int] | None
    ) -> Iterator[Cited]:
        """Settle one block's mentions.  ``caller`` is where this note is called: the place of the block in the case,
        and the offset in it; ``None`` for running text.
        """
        if block.writing != self._writing:
            self._writing, self._trail, self._notes = block.writing, [], []
            self._carried = None
        note = block.kind == "footnote"
        self._steps.enter(block.id, block.text)
        # A note goes on from what the text before it cites; the text does not go on from a note.
        trail = self._before(caller) if note and caller else self._notes if note else self._trail
        rival = self._notes if note and caller else ()
        told = self._told(block)
        for cited in found:
            kind, law = cited.mention.kind, cited.mention.authority
            if kind in ("statute", "rule") and (
                cited.mention.key or (law and is_name(law, cited.words))
            ):
                cited.cites = stands_as_citation(block.text, cited.mention.start, cited.mention.end)
            if cited.in_quote_block and is_source(
                block.text, cited.mention.start, cited.mention.end
            ):
                cited.in_quote_block = False
            if cited.stray:
                trail.append(cited)
                continue
            self._settle(cited, trail)
            if cited.mention.kind == "id" and rival:
                self._disputed(cited, rival)
            rival = ()
            if told and cited.mention.kind in ("id", "pin"):
                self._below(cited, trail, told)
            if cited.authority is not None:
                self.works.add(cited.authority, cited.writing)
            trail.append(cited)
            yield cited
        if note:
            self._notes = trail

    def _before(self, call: tuple[int, int]) -> list[Cited]:
        """What a note goes on from: the text before its call, or the note before, where that was read last."""
        trail = [c for c in self._trail if (c.block, c.mention.start) < call]
        cites = next((c for c in reversed(trail) if is_citation(c)), None)
        inherited = {id(c) for c in trail}
        last = next(
            (c for c in reversed(self._notes) if id(c) in inherited and is_citation(c)), None
        )
        return list(self._notes) if self._notes and cites is last else trail

    def _disputed(self, cited: Cited, rival: Sequence[Cited]) -> None:
        """An *id.* that opens a note may stand on the text or on the note before: where these differ, on neither."""
        other = id_antecedent(cited.mention, cited, rival, self._shelf.within)
        if (
            other
            and other.authority
            and cited.authority
            and other.authority.key != cited.authority.key
        ):
            cited.authority, cited.candidates, cited.method = None, (), None

    def _settle(self, cited: Cited, trail: list[Cited]) -> None:
        mention = cited.mention
        kind = mention.kind
        if kind in INTERNAL:
            cited.internal = cited
            return
        if kind in ("id", "pin"):
            self._repeat(cited, trail)
        elif kind in ("short", "supra-case") and (mention.authority or mention.candidates):
            self._recognised(cited)
        elif kind == "short":
            self._choose(cited, short_form(mention, self.works), "antecedent")
            if cited.status == "unresolved":
                self._choose(cited, self._shelf.of_short_form(cited.mention), "name")
        elif kind == "supra-case":
            self._choose(
                cited, self._named(mention.name or "", mention.pin, cited.writing), "antecedent"
            )
        elif kind == "name":
            self._called(cited)
        elif mention.authority is not None:
            self._cite(cited, mention.authority, trail)
        elif mention.candidates:
            act = act_for(mention.key, self._laws) if kind == "statute" and mention.key else None
            self._choose(cited, [act] if act else self._by_court(cited), mention.method or "name")
        elif kind == "full":
            self._parallel_left(cited, trail)
        elif kind in ("statute", "rule") and mention.key:
            self._law(cited, mention.key)

    # ------------------------------------------------------------------------------------------ kinds

    def _cite(self, cited: Cited, authority: Authority, trail: Sequence[Cited] = ()) -> None:
        """A citation that names its work: completed by what is known of it beforehand."""
        if self._beside(cited, authority, trail):
            return
        cited.authority = self._shelf.completed(authority)
        if authority.kind == "record":
            cited.authority = fuller_paper(authority, self._papers)
            self._told_apart(cited, trail)
        cited.method = cited.mention.method or "citation"
        if authority.kind in ("statute", "rule"):
            self._laws.append(cited.authority)

    def _beside(self, cited: Cited, authority: Authority, trail: Sequence[Cited]) -> bool:
        """The parallel citation of a short form, as publishers add it: "Id., at 508, 108 S. Ct. 2510" is one case."""
        before = trail[-1] if trail else None
        if (
            before is None
            or cited.mention.kind != "full"
            or cited.mention.name
            or before.mention.kind not in ("id", "short", "supra-case", "name")
            or before.block != cited.block
            or cited.mention.start - before.mention.end > BESIDE
            or authority.kind != "case"
        ):
            return False
        if before.mention.kind == "id":
            self._corrected(before, authority.key, trail)
        if (
            before.authority is None
            or before.authority.kind != "case"
            or authority.year not in (None, before.authority.year)
        ):
            return False
        known = (before.authority.key, *before.authority.parallel)
        volume = authority.key.rsplit(" ", 1)[0]
        unpaged = authority.key.endswith("_") and any(k.rsplit(" ", 1)[0] == volume for k in known)
        if unpaged:  # "We relied on Bridge, 553 U. S. ___"
            cited.authority, cited.method = before.authority, "antecedent"
        if unpaged or before.mention.kind == "name":
            return unpaged
        reporter = volume.split(" ", 1)[-1]
        if any(
            k != authority.key and k.rsplit(" ", 1)[0].split(" ", 1)[-1] == reporter for k in known
        ):
            return False  # the case has another place in that reporter
        parallel = tuple(p for p in (authority.key,) if p not in known)
        cited.authority = replace(
            before.authority, parallel=(*before.authority.parallel, *parallel)
        )
        cited.method = "antecedent"
        return True

    def _told_apart(self, cited: Cited, trail: Sequence[Cited]) -> None:
        """In "Id., at 8, App. 92" the *id.* is a paper that the appendix prints, and not the appendix."""
        before = trail[-1] if trail else None
        if (
            before is not None
            and before.mention.kind == "id"
            and before.block == cited.block
            and 0 <= cited.mention.start - before.mention.end <= BESIDE
            and before.authority == cited.authority
        ):
            before.authority, before.method = None, None

    def _corrected(self, repeated: Cited, key: str, trail: Sequence[Cited]) -> None:
        """An *id.* beside the parallel citation of a case that was cited before is that case."""
        own = [
            c
            for c in trail
            if c is not repeated
            and c.authority is not None
            and key in (c.authority.key, *c.authority.parallel)
        ]
        if own and len({c.authority.key for c in own if c.authority}) == 1:
            repeated.antecedent, repeated.authority = own[-1], own[-1].authority
            repeated.internal, repeated.candidates, repeated.method = None, (), "antecedent"

    def _named(self, name: str, pin: str | None, writing: str | None) -> list[Authority]:
        latest = {key: self.works.latest(key, writing) for key in self.works.by_key}
        return by_name(name, pin, list(self.works.cases()), latest)

    def _called(self, cited: Cited) -> None:
        """A bare name.  Where two cited cases bear it, the one that this writing cites."""
        mention = cited.mention
        if mention.authority is not None:
            cited.authority = self.works.by_key.get(mention.authority.key, mention.authority)
            cited.method = "name"
            return
        here = [a for a in mention.candidates if self.works.latest(a.key, cited.writing)]
        self._choose(cited, here if len(here) == 1 else list(mention.candidates), "name")

    def _repeat(self, cited: Cited, trail: Sequence[Cited]) -> None:
        """An *id.* is what it repeats, or the volume of it that it names.  A pin that kept its reporter has a citation
        of its own.
        """
        if cited.mention.kind == "pin" and cited.mention.key:
            return
        antecedent = id_antecedent(cited.mention, cited, trail, self._shelf.within)
        if antecedent is None or self._steps.far(antecedent, cited, trail):
            return
        if cited.mention.key:
            cited.authority = another_volume(antecedent.authority, cited.mention)
            cited.antecedent, cited.method = antecedent, "antecedent"
            return
        cited.antecedent, cited.internal = antecedent, antecedent.internal
        cited.authority, cited.candidates = antecedent.authority, antecedent.candidates
        cited.method = "antecedent"
        if cited.authority and cited.authority.kind == "statute":
            named = other_section(cited.authority, cited.mention.pin or "")
            if named is not cited.authority:
                cited.authority, cited.mention = named, replace(cited.mention, pin=None)
                self._laws.append(named)

    def _choose(self, cited: Cited, fits: list[Authority], method: str) -> None:
        if len(fits) == 1:
            cited.authority, cited.method = fits[0], method
        elif fits:
            cited.candidates, cited.method = tuple(fits), method

    def _parallel_left(self, cited: Cited, trail: list[Cited]) -> None:
        """What a flattened text has left of a parallel citation ("wl" of "2007 WL 7589200"): the case before it."""
        before = next((c for c in reversed(trail) if c.mention.kind != "record"), None)
        if (
            before is not None
            and not cited.mention.name
            and before.mention.kind == "full"
            and before.block == cited.block
            and cited.mention.start - before.mention.end <= FARTHEST_PARALLEL
        ):
            cited.authority, cited.candidates = before.authority, before.candidates
            cited.method = before.method

    def _by_court(self, cited: Cited) -> list[Authority]:
        """The candidates of a flattened citation that agree with what is left of its court ("civ. cd" of "(CD
        Cal.)").
        """
        candidates = list(cited.mention.candidates)
        court = court_left(cited.words)
        return (
            [c for c in candidates if c.court and c.court.startswith(court)]
            if court
            else candidates
        )

    def _told(self, block: Block) -> list[Sentence]:
        """The sentences of flattened text, where decisions below this one are known or may be spoken of."""
        if self._case.dialect != "flattened" or block.kind != "paragraph":
            return []
        told = sentences(block.text, self._carried)
        self._carried = told[-1].tells if told else None
        return told

    def _below(self, cited: Cited, trail: list[Cited], told: list[Sentence]) -> None:
        """A pin behind a sentence that tells of the decision below is one into it, unless that sentence cites
        something.
        """
        at = cited.mention.start
        place = min(bisect_right(told, at, key=attrgetter("end")), len(told) - 1)
        tells, first = told[place].tells, place
        while first and told[first - 1].tells == tells and told[first].start >= at - 6:
            first -= 1
        begin = told[first].start
        near = takewhile(
            lambda c: c.block == cited.block and c.mention.start >= begin, reversed(trail)
        )
        between = [c for c in near if c.mention.kind not in ("name", "id", "pin", "constitution")]
        if tells is None or between:
            return
        cited.authority, cited.candidates, cited.method = None, (), None
        self._choose(cited, meant_below(tells, self._decisions_below), "antecedent")

    def _recognised(self, cited: Cited) -> None:
        """A short form whose words themselves told the case, as they do in flattened text."""
        mention = cited.mention
        if mention.authority is not None:
            self._cite(cited, mention.authority)
        else:
            self._choose(cited, list(mention.candidates), "name")

    def _law(self, cited: Cited, key: str) -> None:
        """A bare section or rule, or what a flattened text has left of a law."""
        if self._case.dialect == "flattened":
            laws = [e.authority for e in self._known.own_entries(self._case.slug)]
            self._choose(cited, list(complete_law(key, laws)), "name")
            return
        find = title_for if cited.mention.kind == "statute" else rules_for
        authority = find(key, self._laws)
        if authority is not None:
            cited.authority, cited.method = authority, "antecedent"
        elif cited.mention.kind == "statute" and self._home and cited.mention.name:
            code = home_code(self._home, cited.mention.name)
            sections = key.partition(" of ")[0]
            if code:
                mark = "§§" if ", " in sections else "§"
                self._cite(cited, Authority("statute", f"{code} {mark} {sections}"))
