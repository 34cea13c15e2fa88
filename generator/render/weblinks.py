"""Where the page's links lead on the web, as a list for paper, on which a link shows no address.

Each address stands once, without the place within it (``#818``), under the name of the work, with the paragraphs that
link to it: "Harlow v. Fitzgerald, 457 U.S. 800 (1982) (¶¶ 5, 9): https://…".  A list by name needs no raised figures
in the text, which would look like calls of footnotes.
"""

from __future__ import annotations

from html import unescape
from typing import TYPE_CHECKING

from generator.cite.printed import printed
from generator.link.backlinks import homes
from generator.render import escape
from generator.render.references import WOVEN_KINDS, href, is_citation, labels

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model import Case


def web_lines(case: Case) -> tuple[str, ...]:
    """The lines of the list, as Markdown, in the order in which the addresses first occur on the page."""
    names = labels(case)
    home = homes(case)
    kinds = {b.id: b.kind for b in case.blocks}
    works = {a.key: a for a in case.authorities}
    found: dict[str, tuple[str, list[str]]] = {}
    for ref in case.references:
        if not is_citation(ref) or kinds.get(ref.block) not in WOVEN_KINDS:
            continue
        address = href(ref, case.slug, names)
        if address is None or address.startswith(("#", "../")):
            continue
        work = works.get(ref.authority or "")
        address = address.partition("#")[0]
        name = ref.cite or (printed(work) if work else ref.text)
        places = found.setdefault(address, (name, []))[1]
        place = names.get(home.get(ref.block, ref.block), "")
        if place not in places:
            places.append(place)
    return tuple(_line(name, places, address) for address, (name, places) in found.items())


def _line(name: str, places: Sequence[str], address: str) -> str:
    numbers = [place.removeprefix("¶ ") for place in places if place.startswith("¶ ")]
    others = [place for place in places if place and not place.startswith("¶ ")]
    where = [f"{'¶' if len(numbers) == 1 else '¶¶'} {', '.join(numbers)}"] if numbers else []
    words = f"{name} ({'; '.join([*where, *others])}): " if where or others else f"{name}: "
    return escape.block(words + unescape(address))
