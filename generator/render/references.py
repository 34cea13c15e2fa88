"""References in the text: each becomes a link, or a span that says why it is none.

On the page a reference is ``<span class="ref ref-id" data-ref="17">`` about its words, with a link inside where it
leads somewhere; 17 is its place in the ``references`` of ``case.json``.  Addresses and titles stand as definitions at
the end of the Markdown (``[r17]: #p11 "…"``), so that a sentence still reads well raw.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from generator.cite.printed import printed
from generator.conservation import letters
from generator.render import escape, words
from generator.slugs import valid_slug

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.model import Authority, Case, Reference, Span

# Blocks that hold running text; headings, bylines and captions carry no links.
WOVEN_KINDS = frozenset({"paragraph", "blockquote", "footnote"})
# What a URL may hold as it stands (RFC 3986); brackets, quotes, blanks and signs of HTML are percent-encoded.
_URL_SIGNS = "!#$%&()*+,-./:;=?@_~"
_WEB = re.compile(r"https?://[^/?#]", re.IGNORECASE)
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_WORD = re.compile(r"[^\W_]+")
_PARAGRAPH = re.compile(r"p(\d+)")
# What HTML or Markdown would take for a sign, wherever an attribute stands.
_ATTRIBUTE = re.compile(r"[&<>\"'`*_\\\[\]{}]")
_BLOCK_WORDS = {"disposition": "order"}

_HOW = {
    "citation": "resolved by its citation",
    "antecedent": "resolved by its antecedent",
    "page": "resolved by its page",
    "page-estimate": "estimated: its page was placed between pages that are known",
    "quotation": "resolved by its quotation",
    "writing": "resolved by the opinion it names",
    "note": "resolved by its note",
    "part": "resolved by its part",
    "name": "resolved by its name",
}
_WITHIN = frozenset({"ante", "post", "infra", "supra-internal", "note", "part", "writing"})
SHOWN_CANDIDATES = 4


@dataclass(frozen=True, slots=True)
class Thread:
    """What is put about the words of a reference: ``at`` counts in the block's text."""

    at: Span
    opening: str
    closing: str


@dataclass(frozen=True, slots=True)
class PageReferences:
    """The references of a page: by block, in order and without overlap; and the definitions of their links."""

    threads: Mapping[str, tuple[Thread, ...]]
    definitions: tuple[str, ...]


def is_citation(ref: Reference) -> bool:
    """Whether the words themselves refer; a footnote call is a mark."""
    return ref.kind != "footnote-call"


def page_references(case: Case) -> PageReferences:
    """Every reference that can be shown.  One that overlaps an earlier one, or that lies outside its block, is not."""
    names = labels(case)
    works = {a.key: a for a in case.authorities}
    shared: dict[str, str] = {}  # what a definition says → its label
    threads: dict[str, list[Thread]] = {}
    for number, ref in _shown(case):
        title = attribute(said(ref, case.slug, names, works))
        address = href(ref, case.slug, names)
        opening = f'<span class="{" ".join(classes(ref))}" data-ref="{number}"'
        if address is None:
            thread = Thread(ref.at, f'{opening} title="{title}">', "</span>")
        else:
            label = shared.setdefault(f'{address} "{title}"', f"r{number}")
            thread = Thread(ref.at, f"{opening}>[", f"][{label}]</span>")
        threads.setdefault(ref.block, []).append(thread)
    return PageReferences(
        {block: tuple(sorted(own, key=lambda t: t.at)) for block, own in threads.items()},
        tuple(f"[{label}]: {place}" for place, label in shared.items()),
    )


def _shown(case: Case) -> list[tuple[int, Reference]]:
    """The references that can be woven in, with their numbers."""
    blocks = {b.id: b for b in case.blocks if b.kind in WOVEN_KINDS}
    out = []
    ends: dict[str, int] = {}
    for number, ref in sorted(enumerate(case.references), key=lambda r: r[1].at):
        block = blocks.get(ref.block)
        start, end = ref.at
        if block is None or not is_citation(ref):
            continue
        if ends.get(ref.block, 0) <= start < end <= len(block.text):
            ends[ref.block] = end
            out.append((number, ref))
    return sorted(out, key=lambda r: r[0])


def stretch(text: str, at: int, threads: Sequence[Thread], *, starts_line: bool) -> str:
    """Part of a block's text, which begins at ``at`` and has no marks in it, as Markdown with its references.

    A reference that a mark, a quotation or the end of a piece cuts is shown in as many parts; blanks at the ends of a
    part, and parts without a letter, stay outside.
    """
    out: list[str] = []
    cursor = 0
    for thread in threads[bisect_right(threads, at, key=lambda t: t.at[1]) :]:
        start, end = max(thread.at[0] - at, cursor), min(thread.at[1] - at, len(text))
        if thread.at[0] - at >= len(text):
            break
        own = text[start:end]
        bare = own.strip()
        if not letters(bare):
            continue
        start += len(own) - len(own.lstrip())
        out.append(_plain(text[cursor:start], starts_line=starts_line and not out))
        out.append(thread.opening + escape.inline(bare).replace("]", "\\]") + thread.closing)
        cursor = start + len(bare)
    out.append(_plain(text[cursor:], starts_line=starts_line and not out))
    return "".join(out)


def _plain(text: str, *, starts_line: bool) -> str:
    """Text without references; it keeps the blanks at its ends, but for those that would begin a line."""
    if not starts_line:
        return escape.inline(text)
    return escape.block(text) + text[len(text.rstrip()) :] if text.strip() else ""


# ------------------------------------------------------------------------------------------------ where it leads


def href(ref: Reference, slug: str, ids: Mapping[str, str]) -> str | None:
    """Where a reference of the case ``slug`` leads, from the case's page; ``None``: nowhere.

    ``ids``: what can be led to on this page.  Pages of other cases are named by their Markdown files, so that MkDocs
    checks the link.
    """
    if ref.target:
        other, block = ref.target
        if other == slug and block in ids:
            return f"#{block}"
        if other != slug and valid_slug(other) and _ID.fullmatch(block):
            return f"../{other}/index.md#{block}"
    if ref.case and ref.case != slug and valid_slug(ref.case):
        return f"../{ref.case}/index.md"
    return web_address(ref.url) if ref.url else None


def web_address(url: str) -> str | None:
    """A URL as it may stand in a definition of Markdown and in HTML; ``None`` for all that is not http or https."""
    address = quote(escape.unreserved(url.strip()), safe=_URL_SIGNS, errors="replace")
    return address.replace("&", "&amp;") if _WEB.match(address) else None


# ---------------------------------------------------------------------------------------------------- its words


def classes(ref: Reference) -> list[str]:
    """Its kind, and its state where that is not plain *settled*."""
    state = "estimated" if ref.method == "page-estimate" else ""
    state = state if ref.status == "resolved" else ref.status
    return ["ref", f"ref-{ref.kind}", *([state] if state else [])]


def said(
    ref: Reference, slug: str, names: Mapping[str, str], works: Mapping[str, Authority]
) -> str:
    """The title: what is cited, where the words do not say it in full, and how that was decided.

    ``slug`` and ``names``: the case on whose page it stands, and what the places of that page are called.
    """
    other = ref.target is not None and ref.target[0] != slug
    what = ref.cite or ref.authority or ""
    if not ref.cite and (work := works.get(what)):
        what = printed(work)
    if set(_words(what)) <= set(_words(ref.text)):
        what = ""
    place = _place(ref.target[1], names, other=other) if ref.target else ""
    how = settled(ref, slug, names)
    subject = ", ".join(part for part in (what, place) if part)
    return f"{subject} — {how}" if subject else how


def settled(ref: Reference, slug: str, names: Mapping[str, str]) -> str:
    """How it was decided; of an estimate, between which passages it lies.  ``slug`` and ``names`` as for ``said``."""
    if not ref.estimate or ref.method != "page-estimate":
        return decided(ref)
    other = ref.target is not None and ref.target[0] != slug
    first, last = (_place(block, names, other=other) for block in ref.estimate)
    span = f"in {first}" if first == last else f"between {first} and {last}"
    return f"estimated: its page lies {span}"


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _place(block: str, names: Mapping[str, str], *, other: bool) -> str:
    """What a block is called; of another case's only the paragraphs are known, by their ids."""
    number = _PARAGRAPH.fullmatch(block)
    if other:
        return f"¶ {number[1]}" if number else ""
    return names.get(block, "")


def decided(ref: Reference) -> str:
    """How it was decided, in the few words that the guide explains."""
    if ref.status == "resolved":
        if ref.method == "page" and (ref.pin or "").startswith("¶"):
            return "resolved by the court’s own number"
        return _HOW.get(ref.method or "", "resolved")
    if ref.status == "ambiguous":
        more = ["another"] if len(ref.candidates) > SHOWN_CANDIDATES else []
        choice = " or ".join([*ref.candidates[:SHOWN_CANDIDATES], *more])
        return f"ambiguous: {choice or 'more than one fits'}"
    if ref.kind in _WITHIN:
        return "not resolved: the passage it means was not found"
    if ref.kind == "pin":
        return "not resolved: what this page belongs to is lost"
    return "not resolved: the work it means was not found"


def labels(case: Case) -> dict[str, str]:
    """What each address of the page is called in words: "¶ 11", "n. 3", "Part II–A", "syllabus"."""
    out = {w.id: words.title(w) for w in case.writings}
    paragraph = ""
    outline: list[str] = []
    for block in case.blocks:
        if block.kind == "paragraph":
            paragraph = f"¶ {block.number}" if block.number else block.writing or block.kind
            out[block.id] = paragraph
        elif block.kind == "blockquote":
            out[block.id] = f"{paragraph} (block quote)" if paragraph else "block quote"
        elif block.kind == "footnote":
            out[block.id] = f"n. {block.label}" if block.label else "note"
        elif block.kind == "heading":
            level = max(1, block.level)
            outline = [*outline[: level - 1], (block.label or block.text).strip(" .")]
            out[block.id] = f"Part {'–'.join(outline)}"
        else:
            out[block.id] = _BLOCK_WORDS.get(block.kind, block.kind)
    return out


def attribute(text: str) -> str:
    """Text for an attribute in quotes, in HTML within Markdown and in the title of a definition."""
    return _ATTRIBUTE.sub(lambda m: f"&#{ord(m.group())};", escape.unreserved(text))
