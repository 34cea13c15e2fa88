"""Which opinion of the site cites which: a picture, and the same as a table.

The opinions that cite or are cited stand below each other, the newest first, so that citing leads down.  A curve leads
from the one that cites to the one cited, which bears a dot; the more often, the thicker.  The further apart two stand,
the further out their curve goes, so that near and far ones can be told apart.

The SVG has no style of its own, for the page's policy forbids that.  The table has the links; those of the picture are
for the pointer only.
"""

from __future__ import annotations

import html
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.render import escape, words
from generator.render.citing import case_markdown, counted, link_text
from generator.render.references import is_citation

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.corpus import Corpus
    from generator.model import Case

MARKER = "<!-- pincite: graph -->"  # in a hand-written page, the place of the picture
MOST = 40  # opinions in the picture of a page that has others things on it
# In units of the viewBox, which are CSS pixels where it is shown in full size.
WIDTH = 360
NAMES = 240  # where the names end
ROW = 24
NAME = 34  # characters
BULGE = (18.0, WIDTH - NAMES - 24.0)  # how far a curve goes out, between neighbours and at most
THIN, THICKER, THICK = 1.2, 0.5, 5.0  # a curve; for each further reference; at most


@dataclass(frozen=True, slots=True)
class Edge:
    """One opinion cites another: how often."""

    citing: str
    cited: str
    count: int


def edges(corpus: Corpus) -> list[Edge]:
    """All edges between the opinions of the corpus, by the slugs."""
    known = {case.slug for case in corpus.cases}
    found: Counter[tuple[str, str]] = Counter()
    for case in corpus.cases:
        for ref in case.references:
            slug = ref.target[0] if ref.target else ref.case
            if slug in known and slug != case.slug and is_citation(ref):
                found[case.slug, slug] += 1
    return [Edge(*pair, count) for pair, count in sorted(found.items())]


def graph_section(corpus: Corpus, base: str = "", whole: str = "") -> str:
    """The picture with the table, in Markdown; empty where no opinion cites another.

    ``base`` leads from the page to ``opinions/``.  Where ``whole`` names the page that has all of it, the picture comes
    alone, with a link there, and is left out when it would be long.
    """
    found = edges(corpus)
    if not found:
        return ""
    met = {slug for e in found for slug in (e.citing, e.cited)}
    cases = [case for case in corpus.by_date() if case.slug in met]
    said = _said(len(cases), len(corpus.cases), found)
    if whole and len(cases) > MOST:
        return f"{said} [Who cites whom]({whole})."
    picture = graph_svg(cases, found, f"{base}{{}}/")
    figure = f'<figure class="graph">{picture}<figcaption>{CAPTION}</figcaption></figure>'
    if whole:
        return f"{said} [The same in words]({whole}).\n\n{figure}"
    return f"{said}\n\n{figure}\n\n{_table(cases, found, base)}"


CAPTION = (
    "The newest opinion stands on top. A curve leads from the opinion that cites to the one that is cited, which bears"
    " the dot. Thicker: cited more often."
)


def _said(drawn: int, there: int, found: Sequence[Edge]) -> str:
    times = sum(e.count for e in found)
    links = counted(times, "reference")
    rest = there - drawn
    alone = (
        f" {counted(rest, 'other opinion')} {'neither cites' if rest == 1 else 'neither cite'} one nor"
        f" {'is' if rest == 1 else 'are'} cited by one."
        if rest
        else ""
    )
    return f"{drawn} opinions cite, or are cited by, another opinion here: {links} in all.{alone}"


def graph_svg(cases: Sequence[Case], found: Sequence[Edge], href: str) -> str:
    """The picture as one line of HTML; ``href`` is the address of a case, with ``{}`` for its slug."""
    at = {case.slug: ROW * k + ROW / 2 for k, case in enumerate(cases)}
    names = {case.slug: _named(case) for case in cases}
    height = ROW * len(cases)
    longest = max(abs(at[e.citing] - at[e.cited]) for e in found)
    body = "".join(
        [
            *(_arc(e, at, names, longest) for e in sorted(found, key=lambda e: -_span(e, at))),
            *(_node(case.slug, at, names, found, href) for case in cases),
        ]
    )
    said = "; ".join(_sentence(e, names) for e in found) if len(found) <= MOST else ""
    described = said or f"{counted(len(found), 'pair')} of opinions; the table has them all"
    return (
        f'<svg class="citing" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" role="group"'
        ' aria-labelledby="graph-title" aria-describedby="graph-desc"><title id="graph-title">Which opinion cites'
        f' which</title><desc id="graph-desc">{_text(described)}.</desc><g aria-hidden="true">{body}</g></svg>'
    )


def _span(edge: Edge, at: Mapping[str, float]) -> float:
    return abs(at[edge.citing] - at[edge.cited])


def _arc(edge: Edge, at: Mapping[str, float], names: Mapping[str, str], longest: float) -> str:
    first, last = at[edge.citing], at[edge.cited]
    least, most = BULGE
    # The square root keeps the short ones apart where one long one would else press them flat.
    share = (_span(edge, at) / max(longest, 4 * ROW)) ** 0.5
    out = NAMES + 12 + (least + (most - least) * share) * 4 / 3  # a cubic reaches three quarters
    width = min(THICK, THIN + THICKER * (edge.count - 1))
    return (
        f'<path class="arc" d="M{NAMES + 12} {_n(first)}C{_n(out)} {_n(first)} {_n(out)} {_n(last)} {NAMES + 12}'
        f' {_n(last)}" fill="none" stroke="currentColor" stroke-width="{_n(width)}">'
        f"<title>{_text(_sentence(edge, names))}</title></path>"
    )


def _node(
    slug: str, at: Mapping[str, float], names: Mapping[str, str], found: Sequence[Edge], href: str
) -> str:
    cited = any(e.cited == slug for e in found)
    y = at[slug]
    dot = f'<circle class="dot" cx="{NAMES + 12}" cy="{_n(y)}" r="3"/>' if cited else ""
    name = names[slug]
    shown = name if len(name) <= NAME else name[: NAME - 8].rstrip() + "… " + name[-6:]
    return (
        f'<a href="{href.format(slug)}" tabindex="-1"><text class="name" x="{NAMES}" y="{_n(y + 5)}"'
        f' text-anchor="end">{_text(shown)}</text></a>{dot}'
    )


def _named(case: Case) -> str:
    name = words.case_name(case)
    return f"{name} ({case.info.decided.year})" if case.info.decided else name


def _sentence(edge: Edge, names: Mapping[str, str]) -> str:
    times = {1: "once", 2: "twice"}.get(edge.count, f"{edge.count:,} times")
    return f"{names[edge.citing]} cites {names[edge.cited]} {times}"


def _table(cases: Sequence[Case], found: Sequence[Edge], base: str) -> str:
    """The picture in words."""
    short = {case.slug: link_text(words.case_name(case)) for case in cases}

    def others(pairs: Sequence[tuple[str, int]]) -> str:
        said = (
            f"[{short[slug]}]({base}{slug}/index.md)" + (f" ×\u00a0{n}" if n > 1 else "")
            for slug, n in pairs
        )
        return "; ".join(said).replace("|", "&#124;")

    rows = ["| Opinion | cites | is cited by |", "|---|---|---|"]
    for case in cases:
        cites = [(e.cited, e.count) for e in found if e.citing == case.slug]
        by = [(e.citing, e.count) for e in found if e.cited == case.slug]
        name = case_markdown(case, f"{base}{case.slug}/index.md").replace("|", "&#124;")
        rows.append(f"| {name} | {others(cites)} | {others(by)} |")
    return '<div class="citing-words" markdown="1">\n\n' + "\n".join(rows) + "\n\n</div>"


def _n(value: float) -> str:
    """A number with at most one decimal, always written alike."""
    return f"{value:.1f}".removesuffix(".0")


def _text(text: str) -> str:
    """Text in HTML within Markdown; nothing in it is taken for a sign of either."""
    return "".join(
        f"&#{ord(c)};" if c in "*_`\\[]{}" else c for c in html.escape(escape.unreserved(text))
    )
