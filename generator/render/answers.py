"""The conversation beside a paragraph: who answers it, in which words, and what it answers itself.

On the page it is a quiet mark with a count ("answered by Powell (2)") that opens without script and lists each place:

    Powell, concurring in part and dissenting in part ¶ 27 quotes “ample protection to all but …” exactly
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from generator.cite.casenames import is_common, parties
from generator.render import escape, words
from generator.render.citing import counted, link_text
from generator.render.references import labels
from generator.render.turns import between_writings, sides_of, turn_ids

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.link.backlinks import Backlink, Place
    from generator.model import Block, Case, Writing

SHOWN = 30  # places in one list: a famous paragraph may be cited by every opinion there is
NAMED = 2  # names in a mark; of more it gives the number
QUOTED = 2  # quotations of one place that are shown
LONGEST = 170  # characters of a quotation in a list
CHANGES = 3  # of an altered quotation that are listed
# What places do that only refer: the same author goes back, another of the case discusses, a later case cites.
_ONE = {
    "writing": "of the same opinion refers to this",
    "case": "refers to this",
    "site": "cites this",
}
_MANY = {
    "writing": "of the same opinion refer to this",
    "case": "refer to this",
    "site": "cite this",
}


@dataclass(frozen=True, slots=True)
class Answers:
    """What stands beside one place, as Markdown: the ``mark`` and, when it is opened, the ``lines``."""

    mark: str
    lines: tuple[str, ...]


def answer_lines(case: Case, links: Mapping[Place, Sequence[Backlink]]) -> dict[str, Answers]:
    """What stands beside each place of a case, by block or writing; ``links`` are the backlinks of the corpus."""
    own = {b.id: b for b in case.blocks}
    titles = {w.id: w for w in case.writings}
    home = {b.id: b.writing for b in case.blocks}
    names = labels(case)
    beside = turn_ids(sides_of(case, links))
    answering: dict[str, list[Backlink]] = defaultdict(list)
    for link in between_writings(case, links):
        answering[link.block].append(link)
    out: dict[str, Answers] = {}
    for place in [*titles, *own]:
        incoming = links.get((case.slug, place), ())
        outgoing = answering.get(place, [])
        if not incoming and not outgoing:
            continue
        lines = list(incoming_lines(incoming, own))
        for link in outgoing:
            meant = titles.get(home.get(link.target[1]) or link.target[1])
            whose = who(meant) if meant else ""
            lines.append(_outgoing(link, own, whose, names))
        if place in beside:
            lines.append(f"[Read side by side](exchange.md#{beside[place]})")
        meant_by = [titles.get(home.get(k.target[1]) or k.target[1]) for k in outgoing]
        mark = " · ".join([*_counts(incoming), *_answers((w for w in meant_by if w), outgoing)])
        out[place] = Answers(mark, tuple(lines))
    return out


# ---------------------------------------------------------------------------------------------------------- the mark


def _counts(links: Sequence[Backlink]) -> Iterator[str]:
    """Who answers, in a few words each with their number: "answered by Powell (2)", "cited later (1)"."""
    by = [k for k in links if k.scope == "case"]
    if by:
        yield f"answered by {_people(who(k.writing) for k in by)} ({len(by)})"
    later = [k for k in links if k.scope == "site"]
    if later:
        cases = len({k.slug for k in later})
        one = f"in <em>{escape.inline(short_name(later[0].name))}</em>"
        name = one if cases == 1 else f"in {cases:,} cases"
        yield f"cited {name} ({len(later):,})"
    same = sum(k.scope == "writing" for k in links)
    if same:
        yield f"referred to ({same})"


def _answers(meant: Iterable[Writing], links: Sequence[Backlink]) -> Iterator[str]:
    if links:
        yield f"answers {_people(map(who, meant))} ({len(links)})"


def _people(names: Iterable[str]) -> str:
    """The authors; of more than two their number."""
    people = list(dict.fromkeys(names))
    if len(people) > NAMED:
        return f"{len(people)} opinions"
    return " and ".join(f'<span class="who">{escape.inline(p)}</span>' for p in people)


# ---------------------------------------------------------------------------------------------------------- the list


def incoming_lines(links: Sequence[Backlink], own: Mapping[str, Block]) -> Iterator[str]:
    """Each place that answers, as a line of Markdown, in the order of ``links``.

    ``own``: the blocks of the case that is answered, whose words are shown where they are quoted.
    """
    shown = links[:SHOWN]
    for _, places in groupby(shown, key=lambda k: (k.rank, k.slug, k.writing.id)):
        first = True
        # What only refers, one place after the other, is one line.
        for group in _alike(places):
            yield f"{_whose(group[0], links, full=first)}{', '.join(map(_linked, group))} {_do(group, own)}"
            first = False
    if len(links) > SHOWN:
        yield f"and {counted(len(links) - SHOWN, 'place')} more"


def _alike(places: Iterable[Backlink]) -> Iterator[list[Backlink]]:
    """Each place that quotes alone; of those that only refer the ones that follow each other and are as sure."""
    for (quotes, _), same in groupby(places, key=lambda k: (k.quotes, k.estimated)):
        if quotes:
            yield from ([link] for link in same)
        else:
            yield list(same)


def _whose(link: Backlink, links: Sequence[Backlink], *, full: bool) -> str:
    """Whose words answer: the author, at the first of several places with the kind of the writing; of another case
    its name.  The same writing goes without.
    """
    if link.scope == "writing":
        return ""
    name = f'<span class="who">{escape.inline(who(link.writing))}</span>'
    if link.scope == "site":
        case = _name(link, links)
        return case if link.writing.id == "majority" else f"{case}({name}) "
    title = words.title(link.writing)
    kind = title.removeprefix(f"{who(link.writing)}, ")
    return f"{name}, {escape.inline(kind)}, " if full and kind != title else f"{name} "


def _do(group: Sequence[Backlink], own: Mapping[str, Block]) -> str:
    """What places do with this one: the words they quote and how well they agree, or that they refer to it."""
    link = group[0]
    if link.quotes:
        return f"quotes {'; '.join(_quotations(link, own)) or 'this'}"
    verb = _MANY[link.scope] if len(group) > 1 else _ONE[link.scope]
    return verb + (" (estimated)" if link.estimated else "")


def _outgoing(
    link: Backlink, own: Mapping[str, Block], whose: str, names: Mapping[str, str]
) -> str:
    target = link.target[1]
    label = names.get(target, target) if target in own else "the whole opinion"
    name = f'<span class="who">{escape.inline(whose)}</span> ' if whose else ""
    how = "(estimated)" if link.estimated else ""
    if link.quotes:
        how = f"quoting {'; '.join(_quotations(link, own))}"
    return f"answers {name}[{unbroken(link_text(label))}](#{target}) {how}".rstrip()


def _quotations(link: Backlink, own: Mapping[str, Block]) -> Iterator[str]:
    """The words quoted, as they stand where they come from, and how well they are quoted."""
    traces = [t for t in link.traces if t.found is not None]
    for trace in traces[:QUOTED]:
        block = own.get(trace.target)
        if block is None or trace.found is None:
            continue
        text = shortened(block.text[slice(*trace.found)])
        match = altered(trace.changes) if trace.changes else "*exactly*"
        yield f"“{escape.inline(text)}” {match}"
    if len(traces) > QUOTED:
        yield f"and {len(traces) - QUOTED} more"


def shortened(text: str) -> str:
    """A quotation that may be long: its beginning and its end, in whole words."""
    text = " ".join(text.split()).strip("\"“”'‘’ ")
    if len(text) <= LONGEST:
        return text
    half = LONGEST // 2
    return f"{text[:half].rpartition(' ')[0]} […] {text[-half:].partition(' ')[2]}"


def altered(changes: Sequence[tuple[str, str]]) -> str:
    """In which words a quotation differs from what is quoted."""
    shown = []
    for quoted, original in changes[:CHANGES]:
        new, old = (f"“{escape.inline(words)}”" for words in (quoted, original))
        shown.append(
            f"{new} for {old}"
            if quoted and original
            else f"{new} added"
            if quoted
            else f"{old} left out"
        )
    more = len(changes) - CHANGES
    return "altered: " + ", ".join(shown) + (f" and {more} more" if more > 0 else "")


# ---------------------------------------------------------------------------------------------------------- names


def who(writing: Writing) -> str:
    """Whose writing it is, in a word or two: the author, else what the writing is."""
    return words.shown(writing.author) if writing.author else words.title(writing)


def short_name(name: str) -> str:
    """A case by the party that tells it from others: "Messerschmidt", "Leon" (Bluebook Rule 10.9(a)(i))."""
    sides = parties(name)
    return next((p for p in sides if not is_common(p)), sides[0] if sides else name)


def unbroken(label: str) -> str:
    """A label in which no line ends between the sign and its number."""
    return label.replace("¶ ", "¶\xa0").replace("n. ", "n.\xa0")


def _name(link: Backlink, links: Sequence[Backlink]) -> str:
    """The name of the case that answers; in full when two in the list are called alike."""
    short = short_name(link.name)
    alike = {k.slug for k in links if k.scope == "site" and short_name(k.name) == short}
    return f"*{link_text(short if len(alike) < 2 else link.name)}* "


def _linked(link: Backlink) -> str:
    page = f"../{link.slug}/index.md" if link.scope == "site" else ""
    return f"[{unbroken(link_text(link.label))}]({page}#{link.block})"
