"""The pages, sections and volumes of works: which of them a work can be cited at."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.cite.pins import pin_pages
from generator.model import Authority

if TYPE_CHECKING:
    from generator.model import Mention

LONGEST_CASE = (
    320  # pages: the longest decision of the Court, with all writings, has 273 (McConnell v. FEC)
)
# What can be cited "at" a page.
_PAGINATED = frozenset(("case", "record", "work"))
_PAGED_LAW = re.compile(r"\b(?:Stat\.|Fed\. Reg\.|Cong\. Rec\.)")
_SESSION_LAW = re.compile(r"\b\d+ (?:Stat\.|Fed\. Reg\.) (\d+)$")
LONGEST_LAW = 1500  # pages: an appropriations act of 2020 has 1,484 (134 Stat. 1182)
_KEY = re.compile(r"(\d+) (.+) (\d+)$")


def first_page(authority: Authority, reporter: str | None = None) -> int | None:
    """The page on which a case begins, in the reporter asked for or that of its key."""
    for key in (authority.key, *authority.parallel):
        match = _KEY.match(key)
        if match and (reporter is None or f"{match.group(1)} {match.group(2)}" == reporter):
            return int(match.group(3))
    return None


def within_pages(authority: Authority, pin: str | None, reporter: str | None = None) -> bool:
    """Whether a pin can lie in the decision: not before its first page, nor far behind any last one.

    A work whose pages are unknown, or that counts none, can have any pin.  A pin of a slip opinion
    ("slip op., at 12") cannot be held against the bound pages, so ``None`` is passed for it.
    """
    pages = pin_pages(pin)
    starts = (
        [first_page(authority, reporter)]
        if reporter
        else [
            first_page(replace(authority, key=k, parallel=()))
            for k in (authority.key, *authority.parallel)
        ]
    )
    known = [s for s in starts if s is not None]
    if pages and (law := _SESSION_LAW.search(authority.key)):
        return int(law[1]) <= pages[0] <= int(law[1]) + LONGEST_LAW
    if not pages or not known or authority.kind not in ("case", "work") or " WL " in authority.key:
        return True
    return any(start <= pages[0] <= start + LONGEST_CASE for start in known)


def another_volume(authority: Authority | None, mention: Mention) -> Authority | None:
    """The volume that "76 id., at 24960" names, of a series whose volumes are numbered and which is no reporter."""
    if authority is None or authority.kind == "record":
        return authority
    if authority.kind != "work" and not _PAGED_LAW.search(authority.key):
        return None
    page = next(iter(pin_pages(mention.pin)), None)
    match = _KEY.match(authority.key)
    if match and page is not None:
        return Authority(authority.kind, f"{mention.key} {match[2]} {page}")
    title = authority.key.lstrip("0123456789")
    if not match and title != authority.key and title[:1] == " ":
        return Authority(authority.kind, f"{mention.key}{title}", authority.name)
    return None


def paginated(authority: Authority) -> bool:
    """Whether a work is cited "at" a page: cases, the record, reports and journals, session laws; no code, no
    constitution.
    """
    return authority.kind in _PAGINATED or bool(_PAGED_LAW.search(authority.key))


def has_place(work: Authority, pin: str) -> bool:
    """Whether a work can have a pin's section or paragraph: decisions and journals have no sections, laws no ¶."""
    if pin[:1] == "¶":
        return work.kind not in ("statute", "rule", "constitution")
    counts = work.kind == "case" or (first_page(work) is not None and not _is_law(work))
    return not (counts and re.match(r"§+\s?\d", pin))


def _is_law(work: Authority) -> bool:
    return work.kind in ("statute", "rule", "constitution", "record")


def is_dictionary(work: Authority) -> bool:
    """Dictionaries are cited in passing, never to return to."""
    return work.kind == "work" and "Dictionary" in work.key
