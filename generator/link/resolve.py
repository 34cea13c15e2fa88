"""Where each reference leads: to a passage on this site, else to a public page of the work."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from generator.cite.pins import pin_pages
from generator.link.spelling import spelled
from generator.link.urls import url_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.link.authorities import Known
    from generator.model import Authority, Case, Reference


@dataclass(frozen=True, slots=True)
class Site:
    """What a reference can lead to on this site: cases by citation, and their star pages."""

    slugs: dict[str, str] = field(default_factory=dict)
    pages: dict[str, dict[int, str]] = field(default_factory=dict)

    @classmethod
    def of(cls, cases: Iterable[Case]) -> Site:
        """The index over the cases of a site or of one call."""
        slugs: dict[str, str] = {}
        pages: dict[str, dict[int, str]] = {}
        for case in cases:
            if case.info.citation:
                slugs.setdefault(spelled(case.info.citation), case.slug)
            pages[case.slug] = {
                int(mark.label): block.id
                for block in reversed(case.blocks)
                for mark in reversed(block.marks)
                if mark.kind == "page" and mark.label.isdigit()
            }
        return cls(slugs, pages)

    def slug_of(self, authority: Authority) -> str | None:
        """The case on this site that an authority is."""
        for key in (authority.key, *authority.parallel):
            if key in self.slugs:
                return self.slugs[key]
        return None


def linked(case: Case, site: Site, known: Known, order: Sequence[str]) -> Case:
    """The case with ``case``, ``target`` or ``url`` on each reference to a settled authority.

    A pin leads to the paragraph in which its page begins, where the cited text on this site has its pages;
    ``order`` are the
    providers of public pages, first choice first.
    """
    by_key = {a.key: a for a in case.authorities}
    out: list[Reference] = []
    for reference in case.references:
        authority = by_key.get(reference.authority or "")
        if authority is None or reference.kind == "footnote-call":
            out.append(reference)
            continue
        slug = site.slug_of(authority)
        if slug == case.slug:
            slug = None
        if slug:
            block = _block_of_page(site, slug, reference.pin)
            out.append(
                replace(reference, case=slug, target=(slug, block) if block else None, url=None)
            )
        else:
            url = known.url_of(authority.key) or url_for(authority, reference.pin, order)
            out.append(replace(reference, url=url))
    return replace(case, references=tuple(out))


def _block_of_page(site: Site, slug: str, pin: str | None) -> str | None:
    """The block in which the first page of a pin begins; ``None`` where the text has no such page."""
    pages = pin_pages(pin)
    return site.pages.get(slug, {}).get(pages[0]) if pages else None
