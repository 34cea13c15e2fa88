"""The exchange: what the Court wrote beside what the separate opinions answer, passage by passage.

It is made of the references and quotations between the writings of a case and of nothing else; who answers whom is
said, and where that is estimated.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from generator.render import escape, words
from generator.render.answers import altered, unbroken, who
from generator.render.citing import counted, link_text
from generator.render.excerpts import CUT, WHOLE, excerpt
from generator.render.markdown import yaml_value
from generator.render.picture import CROWDED, bundled, picture_svg
from generator.render.references import is_citation
from generator.render.turns import Desk, between_writings, in_order, sides

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import jinja2

    from generator.link.backlinks import Backlink, Place, Trace
    from generator.model import Block, Case, Span
    from generator.render.turns import Reply, Side, Turn

PAGE = "index.md"


@dataclass(frozen=True, slots=True)
class _Passage:
    """What the template shows of a passage: its name as a link, how it is known, and its words."""

    head: str
    text: tuple[str, ...]
    how: str = ""


@dataclass(frozen=True, slots=True)
class _Row:
    """A turn, or a line that says which paragraphs nobody refers to (``silent``)."""

    id: str = ""
    passage: _Passage | None = None
    replies: tuple[_Passage, ...] = ()
    silent: str = ""


# ---------------------------------------------------------------------------------------------------------- the page


def exchange_page(
    case: Case, env: jinja2.Environment, links: Mapping[Place, Sequence[Backlink]]
) -> str | None:
    """``exchange.md``, or ``None`` for a case whose writings do not refer to each other.

    ``links`` are the backlinks of the corpus.
    """
    between = between_writings(case, links)
    if not between:
        return None
    desk = Desk.of(case)
    arcs = bundled(case, between, lambda k: f"#x-{k.target[1] if desk.left(k) else k.block}")
    name, citation = words.case_name(case), words.citation(case.info)
    front = {
        "title": f"{name}: exchange",
        "template": "exchange.html",
        "description": f"How the opinions in {name}{f', {citation}' if citation else ''} answer each other.",
        "pincite": {
            "slug": case.slug,
            "name": name,
            "citation": case.info.citation,
            "year": case.info.decided.year if case.info.decided else None,
            "references": sum(map(is_citation, case.references)),
            "exchange": True,
        },
    }
    return env.get_template("exchange.md.j2").render(
        front="".join(f"{k}: {yaml_value(v)}\n" for k, v in front.items()),
        name=escape.heading(name),
        intro=" ".join(_intro(between)),
        picture=picture_svg(case, in_order(case), arcs),
        several=any(arc.count > 1 for arc in arcs),
        estimated=any(arc.estimated for arc in arcs),
        crowded=len(arcs) > CROWDED,
        summary=tuple(_summary(desk, between)),
        sides=[
            (f"of-{side.writing.id}", escape.heading(words.title(side.writing)), _rows(desk, side))
            for side in sides(desk, between)
        ],
    )


def _intro(links: Sequence[Backlink]) -> Iterator[str]:
    """What the reader has to know, as far as this page needs it."""
    meant, meaning = {link.target for link in links}, {link.block for link in links}
    where = counted(len(meaning), "passage")
    yield f"{counted(len(meant), 'passage')} answered in {where} of another opinion of the case."
    yield "Both columns are the opinions’ own words, set side by side where one refers to the other."
    if any(link.quotes for link in links):
        yield "The words that are quoted are marked in both."
    yield f"{CUT} stands for what is left out; each number leads to the whole paragraph."
    if any(link.estimated for link in links):
        yield "Where it says *estimated*, a page was placed between pages that are known."


def _summary(desk: Desk, links: Sequence[Backlink]) -> Iterator[str]:
    """The picture in words: for each writing, whom it answers and where."""
    pairs: dict[tuple[int, int], list[Backlink]] = defaultdict(list)
    for link in links:
        meant = desk.writing(link.target[1])
        if meant is not None:
            pairs[desk.ranks[link.writing.id], desk.ranks[meant.id]].append(link)
    writings = list(desk.ranks)
    for (own, other), found in sorted(pairs.items()):
        by: dict[str, list[str]] = defaultdict(list)
        for link in sorted(found, key=lambda k: (k.position, desk.position(k.target[1]))):
            to = _linked(desk, link.target[1]) + (" (estimated)" if link.estimated else "")
            by[link.block].append(to)
        said = (
            f"{', '.join(_linked(desk, block) for block, _ in same)} on {', '.join(to)}"
            for to, same in groupby(by.items(), key=lambda item: item[1])
        )
        yield f"{_who(desk, writings[own])} answers {_who(desk, writings[other])}: {'; '.join(said)}"


def _who(desk: Desk, writing: str) -> str:
    return f'<span class="who">{link_text(who(desk.writings[writing]))}</span>'


def _linked(desk: Desk, place: str, before: str = "") -> str:
    name = "the whole opinion" if place in desk.writings else desk.names.get(place, place)
    return f"[{before}{unbroken(link_text(name))}]({PAGE}#{place})"


# ---------------------------------------------------------------------------------------------------------- the rows


def _rows(desk: Desk, side: Side) -> list[_Row]:
    """The turns of a writing; in the opinion of the Court also the paragraphs between them that nobody refers to."""
    out: list[_Row] = []
    answered = {turn.place for turn in side.turns}
    silent: list[Block] = []
    own = [b for b in desk.case.blocks if b.writing == side.writing.id]
    rank = desk.ranks[side.writing.id]
    turns = {turn.place: turn for turn in side.turns}
    if side.writing.id in answered:
        out.append(_row(desk, turns[side.writing.id]))
    for block in own:
        if block.id in answered:
            out += _hush(silent)
            silent = []
            out.append(_row(desk, turns[block.id]))
        elif block.number is not None and rank == 0 and block.part not in answered:
            silent.append(block)
    return [*out, *_hush(silent)]


def _hush(silent: Sequence[Block]) -> list[_Row]:
    if not silent:
        return []
    first, last = silent[0], silent[-1]
    label = f"¶ {first.number}" if first is last else f"¶¶ {first.number}–{last.number}"
    said = f"[{unbroken(label)}]({PAGE}#{first.id}) · no reference from another opinion"
    return [_Row(silent=said.replace("¶¶ ", "¶¶\xa0"))]


def _row(desk: Desk, turn: Turn) -> _Row:
    answered = [t for r in turn.replies if r.answers for t in r.link.traces]
    answering = [t for r in turn.replies if not r.answers for t in r.link.traces]
    whole = any(r.answers and not r.link.quotes for r in turn.replies)
    text = tuple(_text(desk, turn.place, answering, answered, whole=whole))
    replies = groupby(turn.replies, key=lambda r: r.place)
    return _Row(
        f"x-{turn.place}",
        _Passage(_head(desk, turn.place), text),
        tuple(_reply(desk, place, list(own)) for place, own in replies),
    )


def _reply(desk: Desk, place: str, replies: Sequence[Reply]) -> _Passage:
    """A passage on the right; it may both answer the left one and be answered by it."""
    own = [t for r in replies if r.answers for t in r.link.traces]
    others = [t for r in replies if not r.answers for t in r.link.traces]
    how = " · ".join(said for reply in replies for said in _said(desk, reply))
    return _Passage(_head(desk, place), tuple(_text(desk, place, own, others)), how)


def _said(desk: Desk, reply: Reply) -> Iterator[str]:
    """What a passage on the right has to do with the left one, and how sure that is."""
    link = reply.link
    if reply.answers:
        yield "quotes this" if link.quotes else "refers to this"
    else:
        yield "is quoted here" if link.quotes else "is referred to here"
    if link.estimated:
        yield _estimate(desk, link)
    changes = [change for trace in link.traces for change in trace.changes]
    if changes:
        yield altered(changes)


def _estimate(desk: Desk, link: Backlink) -> str:
    """That a place is estimated, and between which paragraphs it must lie as far as that is known."""
    ends = [t.between for t in link.traces if t.between]
    first = min((a for a, _ in ends if a in desk.order), key=desk.position, default=None)
    last = max((b for _, b in ends if b in desk.order), key=desk.position, default=None)
    if first is None or last is None:
        return "estimated"
    if first == last:
        return f"estimated, in {_linked(desk, first)}"
    return f"estimated, between {_linked(desk, first)} and {_linked(desk, last)}"


def _head(desk: Desk, place: str) -> str:
    """Whose passage it is and its number, linked to the opinion: "Powell ¶ 27"."""
    writing = desk.writing(place)
    name = _who(desk, writing.id) if writing else ""
    return _linked(desk, place, f"{name}, " if place in desk.writings else f"{name} ")


def _text(
    desk: Desk, place: str, own: Sequence[Trace], others: Sequence[Trace], *, whole: bool = False
) -> Iterator[str]:
    """The words of a passage, a paragraph of Markdown for each of its blocks.

    ``own`` are the traces that stand in it, ``others`` those that lead to it.  ``whole``: someone answers it without
    saying which of its words, so as much as there is room for is shown.
    """
    if place not in desk.blocks:
        return
    if desk.blocks[place].kind == "heading":
        return
    at: dict[str, list[Span]] = defaultdict(list)
    marks: dict[str, list[Span]] = defaultdict(list)
    links: dict[str, list[tuple[Span, str, str]]] = defaultdict(list)
    for trace in own:
        at[trace.block].append(trace.at)
        if trace.found is not None:
            marks[trace.block].append(trace.at)
        else:
            css = "ref estimated" if trace.estimated else "ref"
            end = f"]({PAGE}#{trace.target})</span>"
            links[trace.block].append((trace.at, f'<span class="{css}">[', end))
    for trace in others:
        at[trace.target]  # a block that is only referred to is shown too
        if trace.found is not None:
            at[trace.target].append(trace.found)
            marks[trace.target].append(trace.found)
    for ident in sorted(at or {place: []}, key=desk.position):
        block = desk.blocks.get(ident)
        if block is not None:
            spans = [] if whole and len(block.text) <= WHOLE else at[ident]
            text = excerpt(block, spans, marks[ident], links[ident])
            if text:
                yield f"> {text}" if block.kind == "blockquote" else text
