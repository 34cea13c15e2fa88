"""Who answers a paragraph, on one line to stand under it.

"Quoted in ¶ 27, discussed in ¶ 30 (Powell) · Quoted in *Messerschmidt* ¶ 63 (Sotomayor)"
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from generator.cite.casenames import is_common, parties
from generator.render import escape, words
from generator.render.citing import link_text
from generator.render.turns import sides_of, turn_ids

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.link.backlinks import Backlink, Place
    from generator.model import Case, Writing

SHOWN = 30  # places on one line: a famous paragraph may be cited by every opinion there is
# What a place does that only refers: the same author goes back, another of the case discusses, a later case cites.
_VERBS = {"writing": "referred to", "case": "discussed", "site": "cited"}


def answers_markdown(links: Sequence[Backlink], beside: str = "") -> str:
    """The line under a paragraph of the opinion's page; empty when nobody answers it.

    ``links`` are those of one place, in their order.  ``beside``: the address of the same passages side by side, such
    as ``exchange.md#x-p11``; it is linked when another writing of the case answers.
    """
    shown = links[:SHOWN]
    groups = [_case(list(own), links) for _, own in groupby(shown, key=lambda k: (k.rank, k.slug))]
    if beside and any(link.scope == "case" for link in shown):
        groups.insert(1, f"[side by side]({beside})")  # behind the case's own, which come first
    if len(links) > SHOWN:
        groups.append(f"and {len(links) - SHOWN:,} more")
    return " · ".join(groups)


def answer_lines(case: Case, links: Mapping[Place, Sequence[Backlink]]) -> dict[str, str]:
    """The line of each place of a case that is answered, by block or writing; ``links`` are those of the corpus."""
    beside = turn_ids(sides_of(case, links))
    places = [*(w.id for w in case.writings), *(b.id for b in case.blocks)]
    return {
        place: answers_markdown(own, f"exchange.md#{beside[place]}" if place in beside else "")
        for place in places
        if (own := links.get((case.slug, place)))
    }


def who(writing: Writing) -> str:
    """Whose writing it is, in a word or two: the author, else what the writing is."""
    return writing.author or words.title(writing)


def short_name(name: str) -> str:
    """A case by the party that tells it from others: "Messerschmidt", "Leon" (Bluebook Rule 10.9(a)(i))."""
    sides = parties(name)
    return next((p for p in sides if not is_common(p)), sides[0] if sides else name)


def unbroken(label: str) -> str:
    """A label in which no line ends between the sign and its number."""
    return label.replace("¶ ", "¶\xa0").replace("n. ", "n.\xa0")


def _case(own: Sequence[Backlink], links: Sequence[Backlink]) -> str:
    """The places of one case: by writing, and in each those that quote, that refer, that only seem to.

    What they do is said again only where it changes: "Cited in *Leon* ¶ 3; ¶ 9 (Brennan)".
    """
    name = _name(own[0], links) if own[0].scope == "site" else ""
    out, before = "", ""
    for _, places in groupby(own, key=lambda k: k.writing.id):
        said = ""
        written = list(places)
        for way, ways in _ways(written):
            said += ", " if said else ""
            said += "" if way == before else f"{way} in {'' if before else name}"
            said += ", ".join(map(_linked, ways))
            before = way
        out += ("; " if out else "") + said + _by(written[0])
    return out[:1].upper() + out[1:]


def _ways(written: Sequence[Backlink]) -> Iterator[tuple[str, list[Backlink]]]:
    verb = _VERBS[written[0].scope]
    for way, places in (
        ("quoted", [k for k in written if k.quotes]),
        (verb, [k for k in written if not k.quotes and not k.estimated]),
        (f"{verb} (estimated)", [k for k in written if not k.quotes and k.estimated]),
    ):
        if places:
            yield way, places


def _by(link: Backlink) -> str:
    """The author, but for the same one's own paragraphs and for the opinion of another Court."""
    if link.scope == "writing" or (link.scope == "site" and link.writing.id == "majority"):
        return ""
    return f" ({escape.inline(who(link.writing))})"


def _name(link: Backlink, links: Sequence[Backlink]) -> str:
    """The name of the case that answers; in full when two on the line are called alike."""
    short = short_name(link.name)
    alike = {k.slug for k in links if k.scope == "site" and short_name(k.name) == short}
    return f"*{link_text(short if len(alike) < 2 else link.name)}* "


def _linked(link: Backlink) -> str:
    page = f"../{link.slug}/index.md" if link.scope == "site" else ""
    return f"[{unbroken(link_text(link.label))}]({page}#{link.block})"
