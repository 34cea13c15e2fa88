"""``cards.json``: what the card of each reference says, and which passages of a case answer each other.

The page fetches it when a reader first rests on a reference, so it is small: works, places and phrases are said once
and named by their number.  Everything in it is text; the script that shows it makes text nodes of it and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from generator.cite.printed import printed
from generator.link.urls import DEFAULT_ORDER, links_for
from generator.render import words
from generator.render.answers import who
from generator.render.authorities import by_authority, work_ids
from generator.render.data import to_json
from generator.render.excerpts import extracts
from generator.render.references import is_citation, labels, settled, web_address
from generator.render.turns import between_writings
from generator.slugs import valid_slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.link.backlinks import Backlink, Place
    from generator.link.quotations import Quotation
    from generator.model import Authority, Block, Case, Reference, Span

SCHEMA = 1
LINKS = 3  # providers named on a card
CHANGES = 3  # of an altered quotation that are listed
QUOTES = 2  # quotations before one reference that are shown
CUT = "[…]"
# Decided by what was said before: the card says where that was.
_LOOKS_BACK = frozenset({"antecedent", "name"})


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A passage of another case of the site to which a reference leads, cut to the sentences that matter.

    ``marks``: the words in it that are quoted, with their span in the block.
    """

    slug: str
    block: str
    name: str
    who: str
    label: str
    text: str
    marks: tuple[tuple[Span, str], ...] = ()


def excerpts(case: Case, others: Mapping[str, Case]) -> tuple[Excerpt, ...]:
    """The passages of ``others`` (by slug) to which the references of ``case`` lead, in order of slug and page."""
    spans: dict[tuple[str, str], list[Span]] = {
        r.target: []
        for r in case.references
        if r.target and r.target[0] != case.slug and valid_slug(r.target[0])
    }
    for quotation in case.quotations:
        if quotation.target in spans and quotation.there:
            spans[quotation.target].append(quotation.there)
    out = []
    for slug in sorted({slug for slug, _ in spans} & set(others)):
        other = others[slug]
        names = labels(other)
        writings = {w.id: who(w) for w in other.writings}
        for block in other.blocks:
            if (slug, block.id) in spans:
                parts = [plain(block, span) for span in extracts(block.text, spans[slug, block.id])]
                shown = f" {CUT} ".join(parts)
                cut = len(shown) < len(plain(block, (0, len(block.text))))
                out.append(
                    Excerpt(
                        slug,
                        block.id,
                        words.case_name(other),
                        writings.get(block.writing or "", ""),
                        names[block.id],
                        f"{shown} {CUT}" if cut and len(parts) == 1 else shown,
                        tuple((s, plain(block, s)) for s in sorted({*spans[slug, block.id]})),
                    )
                )
    return tuple(out)


def plain(block: Block, span: Span) -> str:
    """Part of a block's text as it is read: without the calls of notes, blanks made one."""
    out, cursor = "", span[0]
    for mark in block.marks:
        if mark.kind == "footnote-call" and cursor <= mark.start < span[1]:
            out += block.text[cursor : mark.start].rstrip(" ")
            cursor = mark.end
    return " ".join(f"{out}{block.text[cursor : span[1]]}".split())


def cards_json(
    case: Case,
    links: Mapping[Place, Sequence[Backlink]],
    passages: Sequence[Excerpt] = (),
    order: Sequence[str] = DEFAULT_ORDER,
) -> str:
    """The file.  ``links``: who answers the places of the case; ``order``: the providers to link to."""
    return to_json(cards(case, links, passages, order))


def cards(
    case: Case,
    links: Mapping[Place, Sequence[Backlink]],
    passages: Sequence[Excerpt] = (),
    order: Sequence[str] = DEFAULT_ORDER,
) -> dict[str, Any]:
    """The same as data; docs/guide/data-format.md describes the fields."""
    deck = _Deck(case, passages, order)
    references = [deck.card(ref) if is_citation(ref) else None for ref in case.references]
    ties = [
        {
            "from": link.block,
            "to": link.target[1],
            **deck.quoted(link),
            **({"estimated": True} if link.estimated else {}),
        }
        for link in between_writings(case, links)
    ]
    for tie in ties:
        deck.place(str(tie["from"]))
        deck.place(str(tie["to"]))
    return {
        "schema": SCHEMA,
        "case": case.slug,
        "writings": [
            {"id": w.id, "who": who(w), "title": words.title(w)}
            | ({} if w.id not in ("majority", "syllabus") else {"first": True})
            for w in case.writings
        ],
        "places": deck.places,
        "works": deck.works,
        "passages": [
            {
                "case": p.slug,
                "block": p.block,
                "name": p.name,
                "who": p.who,
                "label": p.label,
                "text": p.text,
            }
            for p in passages
        ],
        "phrases": deck.phrases,
        "references": references,
        "ties": ties,
    }


class _Deck:
    """The cards of a case, and what several of them say."""

    def __init__(self, case: Case, passages: Sequence[Excerpt], order: Sequence[str]) -> None:
        self.case, self.order = case, order
        self.phrases: list[str] = []
        self.works: list[dict[str, Any]] = []
        self.places: dict[str, list[Any]] = {}
        self._names = labels(case)
        self._blocks = {b.id: b for b in case.blocks}
        self._writing = {w.id: k for k, w in enumerate(case.writings)}
        self._by_source = {r.source: r for r in case.references}
        self._known: dict[str, Authority] = {a.key: a for a in case.authorities}
        self._cited = by_authority(case)
        self._ids = work_ids(case)
        self._work_of: dict[str, int] = {}
        self._passages = passages
        self._passage = {(p.slug, p.block): k for k, p in enumerate(passages)}
        self._quotes: dict[Span | None, list[Quotation]] = {}
        for quotation in case.quotations:
            self._quotes.setdefault(quotation.reference, []).append(quotation)

    def card(self, ref: Reference) -> dict[str, Any]:
        """One card; what it does not know it leaves out."""
        out: dict[str, Any] = {
            "how": self._phrase(settled(ref, self.case.slug, self._names)),
        }
        if ref.authority is not None:
            out["work"] = self._work(ref)
            if ref.pin:
                out["pin"] = ref.pin
        elif ref.cite:
            out["cite"] = ref.cite
        if (earlier := self._earlier(ref)) is not None:
            out["after"] = self.place(earlier.block)
            if earlier.kind != "full" and earlier.method != "citation":
                out["said"] = " ".join(earlier.text.split())
        if ref.target:
            slug, block = ref.target
            if slug == self.case.slug and block in self._names:
                out["to"] = self.place(block)
            elif (slug, block) in self._passage:
                out["passage"] = self._passage[slug, block]
        quotes = [self._quote(q) for q in self._quotes.get(ref.source, ())[:QUOTES]]
        if quotes:
            out["quotes"] = quotes
        if ref.pin and ref.authority is not None:
            own = self._links(ref)
            if own != self.works[out["work"]]["links"]:
                out["links"] = own
        return out

    def place(self, ident: str) -> str:
        """A place of the page, noted down with its name and the number of its writing."""
        if ident not in self.places:
            block = self._blocks.get(ident)
            writing = (block.writing if block else ident) or ""
            self.places[ident] = [self._names.get(ident, ""), self._writing.get(writing, -1)]
        return ident

    def quoted(self, link: Backlink) -> dict[str, Any]:
        """The words by which one passage is tied to another, as they stand where they come from."""
        found = [(t.target, t.found) for t in link.traces if t.found and t.target in self._blocks]
        said = dict.fromkeys(plain(self._blocks[target], span) for target, span in found)
        return {"words": list(said)} if said else {}

    def _phrase(self, text: str) -> int:
        if text not in self.phrases:
            self.phrases.append(text)
        return self.phrases.index(text)

    def _work(self, ref: Reference) -> int:
        """The number of the work that a reference cites."""
        key = ref.authority or ""
        if key not in self._work_of:
            work = self._known.get(key)
            cited = self._places_of(self._cited.get(key, ()))
            self._work_of[key] = len(self.works)
            self.works.append(
                {
                    "cite": printed(work) if work else ref.cite or key,
                    **({"name": work.name} if work and work.kind == "case" and work.name else {}),
                    "kind": work.kind if work else None,
                    "id": self._ids.get(key),
                    "cited": [self.place(block) for block in cited],
                    "links": self._links(ref, pinned=False),
                }
            )
            slugs = (
                r.case for r in self._cited.get(key, ()) if r.case and r.case != self.case.slug
            )
            if (slug := next(filter(valid_slug, slugs), None)) is not None:
                self.works[-1]["case"] = slug
        return self._work_of[key]

    def _places_of(self, references: Iterable[Reference]) -> list[str]:
        """The blocks in which references stand, in the order of the page; the syllabus, without numbers, once."""
        cited = {r.block for r in references}
        out = [block for block in self._blocks if block in cited]
        syllabus = [block for block in out if self._names.get(block) == "syllabus"]
        return [block for block in out if block not in syllabus[1:]]

    def _links(self, ref: Reference, *, pinned: bool = True) -> list[list[str]]:
        """The public pages of a work, the one that the text links to first."""
        work = self._known.get(ref.authority or "")
        found = links_for(work, ref.pin if pinned else None, self.order) if work else []
        url = ref.url if pinned else next(self._addresses(ref.authority), None)
        if url and url not in (u for _, u in found):
            bare = url.partition("#")[0]
            same = [k for k, (_, u) in enumerate(found) if u.partition("#")[0] == bare]
            if not same:
                found.insert(0, (urlsplit(url).hostname or "the web", url))
        out = []
        for label, address in found[:LINKS]:
            safe = web_address(address)
            if safe is not None:
                out.append([label, safe.replace("&amp;", "&")])
        return out

    def _addresses(self, key: str | None) -> Iterator[str]:
        """Where the references to a work lead on the web, those without a pin first."""
        cited = [r for r in self._cited.get(key or "", ()) if r.url]
        yield from (r.url for r in cited if r.url and not r.pin)
        yield from (r.url.partition("#")[0] for r in cited if r.url)

    def _earlier(self, ref: Reference) -> Reference | None:
        """What a reference stands on: its recorded antecedent, else the nearest citation of the work before it."""
        if ref.status != "resolved" or ref.method not in _LOOKS_BACK:
            return None
        if ref.antecedent is not None and ref.antecedent in self._by_source:
            return self._by_source[ref.antecedent]
        if ref.kind == "full":
            return None
        before = [
            r
            for r in self._cited.get(ref.authority or "", ())
            if r.source < ref.source and (r.kind == "full" or r.method == "citation")
        ]
        return max(before, key=lambda r: r.source, default=None)

    def _quote(self, quotation: Quotation) -> dict[str, Any]:
        """How words that are quoted here agree with those of the passage, which are given."""
        out: dict[str, Any] = {"match": quotation.match}
        target, there = quotation.target, quotation.there
        if target and there and target[0] == self.case.slug and target[1] in self._blocks:
            out["there"] = plain(self._blocks[target[1]], there)
        elif target and there and target in self._passage:
            marks = dict(self._passages[self._passage[target]].marks)
            out["there"] = marks.get(there, "")
        if quotation.changes:
            out["changes"] = [list(change) for change in quotation.changes[:CHANGES]]
        return out
