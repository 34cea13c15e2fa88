"""Tables of authorities: which works a case cites and where; and which cases of the site cite it.

The order is the Court's own (Rule 34.2 of the Supreme Court: cases alphabetically, constitutional provisions, statutes,
treatises and other materials), with rules after statutes and the record, which is no authority, last.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.cite.printed import printed
from generator.render import escape, words
from generator.render.citing import PlaceNames, link_text, places_markdown, tally
from generator.render.markdown import yaml_value
from generator.render.references import (
    decided,
    is_citation,
    web_address,
)
from generator.slugs import slugify, valid_slug

if TYPE_CHECKING:
    from collections.abc import Iterator

    import jinja2

    from generator.model import Authority, AuthorityKind, Case, Reference

GROUPS: tuple[tuple[AuthorityKind, str], ...] = (
    ("case", "Cases"),
    ("constitution", "Constitutional provisions"),
    ("statute", "Statutes"),
    ("rule", "Rules"),
    ("work", "Other authorities"),
    ("record", "The record"),
)

CONTEXT = 40  # characters before words that could not be resolved

Order = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The works of one kind, each a line of Markdown, and the group's place in the Court's order."""

    kind: str
    title: str
    works: tuple[str, ...]


# ------------------------------------------------------------------------------------------------- one case's table


def case_authorities_page(case: Case, env: jinja2.Environment, *, exchange: bool = False) -> str:
    """``authorities.md``: the works that a case cites, and what could not be resolved.

    ``exchange``: the case has an exchange page too.
    """
    name, citation = words.case_name(case), words.citation(case.info)
    front = {
        "title": f"{name}: authorities",
        "template": "authorities.html",
        "description": f"The authorities cited in {name}{f', {citation}' if citation else ''}.",
        "pincite": {
            "slug": case.slug,
            "name": name,
            "citation": case.info.citation,
            "year": case.info.decided.year if case.info.decided else None,
            "references": sum(map(is_citation, case.references)),
            **({"exchange": True} if exchange else {}),
        },
    }
    groups = _groups(case)
    return env.get_template("authorities.md.j2").render(
        front="".join(f"{k}: {yaml_value(v)}\n" for k, v in front.items()),
        name=escape.heading(name),
        tally=tally(case),
        groups=groups,
        key=" ".join(_key(case)),
        open=tuple(_unresolved(case)),
    )


def _key(case: Case) -> Iterator[str]:
    """What the reader of the table has to know, as far as this table needs it."""
    yield "Each place is a link to the passage."
    if any(w.id not in ("majority", "syllabus") for w in case.writings):
        yield "Places without a name are in the opinion of the Court."
    if any(r.kind == "full" and r.authority for r in case.references):
        yield "An asterisk marks a full citation."


def _groups(case: Case) -> list[Group]:
    names = PlaceNames(case)
    cited = by_authority(case)
    links, ids = addresses(case), work_ids(case)
    out = []
    for kind, title in GROUPS:
        works = sorted(
            (a for a in case.authorities if a.kind == kind and a.key in cited), key=order
        )
        lines = tuple(
            f"{work_markdown(a, links.get(a.key), ids[a.key])} "
            f'<span class="places">{places_markdown(names.of(cited[a.key]), "index.md")}</span>'
            for a in works
        )
        if lines:
            out.append(Group(kind, title, lines))
    return out


def _unresolved(case: Case) -> Iterator[str]:
    """The references that lead nowhere or to more than one thing, in the order of the source."""
    names = PlaceNames(case)
    texts = {b.id: b.text for b in case.blocks}
    for ref in case.references:
        if ref.status != "resolved" and is_citation(ref):
            places = places_markdown(names.of([ref]), "index.md", starred=False)
            yield (
                f'<span class="work">{_in_context(ref, texts.get(ref.block, ""))}</span> '
                f'<span class="places">{places}</span> '
                f'<span class="why">{escape.inline(decided(ref))}</span>'
            )


def _in_context(ref: Reference, text: str) -> str:
    """The words of a reference, in bold, behind the few before them: "at" alone says little."""
    start, end = ref.at
    own = " ".join((text[start:end] or ref.text).split())
    before = text[max(0, start - CONTEXT) : start].lstrip()
    if start > CONTEXT:
        before = "… " + before.partition(" ")[2].lstrip()
    return f"{escape.inline(before)}**{escape.inline(own)}**" if own else escape.inline(before)


def by_authority(case: Case) -> dict[str, list[Reference]]:
    """The references to each work."""
    out: dict[str, list[Reference]] = defaultdict(list)
    for ref in case.references:
        if ref.authority is not None and is_citation(ref):
            out[ref.authority].append(ref)
    return out


def work_ids(case: Case) -> dict[str, str]:
    """The HTML id under which each work stands in the table of the case: ``w-457-u-s-800``."""
    out: dict[str, str] = {}
    seen: Counter[str] = Counter()
    for key in sorted({a.key for a in case.authorities}):
        seen[slug := slugify(key)] += 1
        out[key] = f"w-{slug}" + (f"--{seen[slug]}" if seen[slug] > 1 else "")
    return out


def addresses(case: Case, opinions: str = "../") -> dict[str, str]:
    """Where each work is: its page on this site, else the outside address of a reference to it, best of one without
    a pin.  ``opinions`` leads to the folder of the opinions from the page that shows the link.
    """
    out: dict[str, tuple[int, str]] = {}
    for ref in case.references:
        if ref.authority is None or not is_citation(ref):
            continue
        if ref.case and ref.case != case.slug and valid_slug(ref.case):
            found = (0, f"{opinions}{ref.case}/index.md")
        elif ref.url and (address := web_address(ref.url.partition("#")[0])):
            # In a link that is written out in the text a parenthesis would end it.
            found = (2 if ref.pin else 1, address.replace("(", "%28").replace(")", "%29"))
        else:
            continue
        if ref.authority not in out or found[0] < out[ref.authority][0]:
            out[ref.authority] = found
    return {key: address for key, (_, address) in out.items()}


# ------------------------------------------------------------------------------------------------------ Markdown


def work_markdown(work: Authority, address: str | None, ident: str = "") -> str:
    """A work in full, its name in italics if it is a case's, linked where there is an address."""
    full = printed(work)
    name = work.name if work.kind == "case" and full.startswith(work.name or "\0") else None
    rest = link_text(full.removeprefix(name or ""))
    text = f"*{link_text(name)}*{rest}" if name else rest
    own_id = f' id="{ident}"' if ident else ""
    return f'<span class="work"{own_id}>{f"[{text}]({address})" if address else text}</span>'


# --------------------------------------------------------------------------------------------------------- order


# Tables of cases list these under the party: "Gault, In re".
_BEFORE_PARTY = re.compile(r"(?:in (?:re|the matter of)|ex parte|matter of|the) ")
_TOKEN = re.compile(r"[0-9]+|[^\W\d_]+")
_PROVISION = re.compile(r"\b(preamble|pmbl|art|amend|amdt)\w*\.?\s*([ivxlc]+\b|[0-9]+)?")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def order(work: Authority) -> Order:
    """The key by which works of one kind are sorted: cases by name, provisions and sections by number."""
    if work.kind == "case":
        # Nameless ones come last, by volume and page.
        return (not work.name, natural(case_letters(work.name or "")), natural(work.key))
    if work.kind == "constitution":
        return (*_provision(work.key), natural(work.key))
    if work.kind in ("statute", "rule"):
        return (natural(work.key), work.key)
    return (natural(work.name or work.key), natural(work.key), work.key)


def case_letters(name: str) -> str:
    """A case's name as it is sorted: small letters without accents and apostrophes, *In re* and the like left out."""
    folded = unicodedata.normalize("NFKD", name).casefold()
    plain = "".join(c for c in folded if not unicodedata.combining(c) and c not in "'’.")
    plain = " ".join(plain.split())
    return _BEFORE_PARTY.sub("", plain, count=1) if _BEFORE_PARTY.match(plain) else plain


def natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """Words and numbers, so that § 9 comes before § 10 and numbers before words."""
    return tuple(
        (0, len(t.lstrip("0")), t.lstrip("0")) if t[0] in "0123456789" else (1, 0, t)
        for t in _TOKEN.findall(text.casefold())
    )


def _provision(key: str) -> Order:
    """The Constitution of the United States first; in each the preamble, articles, then amendments by number."""
    where, _, rest = key.casefold().partition("const")
    found = _PROVISION.search(rest)
    kind, number = (found[1], found[2] or "") if found else ("", "")
    rank = {"p": 0, "ar": 1, "am": 2}.get(kind[:1] if kind.startswith("p") else kind[:2], 3)
    value = int(number[:9]) if number.isdecimal() else _roman(number)
    return (re.sub(r"[^a-z]", "", where) != "us", where, rank, value)


def _roman(number: str) -> int:
    values = [*(_ROMAN[c] for c in number), 0]
    return sum(-v if v < after else v for v, after in pairwise(values))
