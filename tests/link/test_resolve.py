"""Where references lead: this site first, then public pages."""

from __future__ import annotations

from generator.cite.case import cite
from generator.link.authorities import Known
from generator.link.resolve import Site, linked
from generator.link.urls import DEFAULT_ORDER
from generator.model import Case, CaseInfo, Reference
from tests.kit import case_of

BYLINE = "JUSTICE WHITE delivered the opinion of the Court.\n"
KNOWN = Known()


def made(text: str, slug: str, citation: str | None = None) -> Case:
    return cite(case_of(BYLINE + text, "lexis", CaseInfo(citation=citation), slug), KNOWN)


CITED = made(
    "We hold it so. [*341] An officer may be liable.\nAnd [*342] that is all.",
    "malley-v-briggs",
    "475 U. S. 335",
)


def references(text: str, *others: Case) -> list[Reference]:
    case = made(text, "later-v-case")
    site = Site.of([case, *others])
    return [r for r in linked(case, site, KNOWN, DEFAULT_ORDER).references if r.authority]


def test_a_case_on_this_site_is_linked_there() -> None:
    (ref,) = references("See Malley v. Briggs, 475 U.S. 335 (1986).", CITED)
    assert (ref.case, ref.target, ref.url) == ("malley-v-briggs", None, None)


def test_a_page_leads_to_its_paragraph() -> None:
    full, ident = references("Malley v. Briggs, 475 U.S. 335, 341 (1986). So. Id., at 342.", CITED)
    assert full.target == ("malley-v-briggs", "p1")
    assert ident.target == ("malley-v-briggs", "p2")


def test_a_page_that_the_text_has_not_leads_to_the_case() -> None:
    (ref,) = references("Malley v. Briggs, 475 U.S. 335, 399 (1986).", CITED)
    assert (ref.case, ref.target) == ("malley-v-briggs", None)


def test_other_works_lead_to_public_pages() -> None:
    case, law = references("Harlow v. Fitzgerald, 457 U.S. 800 (1982); 42 U. S. C. § 1983.")
    assert case.url
    assert case.url.startswith("https://")
    assert law.url
    assert "1983" in law.url


def test_a_case_does_not_link_to_itself() -> None:
    case = made("This is Malley v. Briggs, 475 U.S. 335 (1986).", "malley-v-briggs", "475 U.S. 335")
    (ref,) = linked(case, Site.of([case]), KNOWN, DEFAULT_ORDER).references
    assert ref.case is None
