"""The opinions of a case, and the cases of a site, led to each other's passages."""

from __future__ import annotations

import pytest

from generator.cite.case import cite
from generator.link.authorities import Known
from generator.link.interlink import fixed_points, interlinked, neighbours_of
from generator.link.resolve import Site, linked
from generator.model import Case, CaseInfo
from tests.kit import case_of

MAJORITY = """JUSTICE WHITE delivered the opinion of the Court.
The harbor board may close the harbor when a storm is near and no pilot can be had.
We do not decide whether a lantern must burn on every pier through the whole of the night.
The judgment is affirmed.
"""
DISSENT = """JUSTICE STEVENS, dissenting.
The Court says that the board "may close the harbor when a storm is near and no pilot can be had." Ante, at 12. No.
It adds that it does "not decide whether a lantern must burn on every pier." Ibid.
"""
LATER = (
    "JUSTICE KAGAN delivered the opinion of the Court.\n"
    'It "may close the harbor when a storm is near and no pilot can be had." '
    "Lantern Co. v. Harbor Board, 475 U.S. 335, 341 (1986).\n"
)


def site(*texts: tuple[str, str, str | None]) -> dict[str, Case]:
    """Cases by slug, cited, linked and interlinked, from (slug, text, citation)."""
    cases = [
        cite(case_of(text, "lexis", CaseInfo(citation=citation), slug), Known())
        for slug, text, citation in texts
    ]
    index = Site.of(cases)
    by_slug = {c.slug: linked(c, index, Known(), ()) for c in cases}
    return {slug: interlinked(neighbours_of(c, by_slug)) for slug, c in by_slug.items()}


def test_a_quotation_leads_a_cross_reference_home() -> None:
    case = site(("a-v-b", MAJORITY + DISSENT, None))["a-v-b"]
    ante, repeated = (r for r in case.references if r.kind in ("ante", "id"))
    assert (ante.target, ante.method) == (("a-v-b", "p1"), "quotation")
    assert (repeated.target, repeated.method) == (("a-v-b", "p2"), "quotation")
    assert [q.match for q in case.quotations] == ["exact", "exact"]


@pytest.fixture(scope="module")
def two() -> dict[str, Case]:
    return site(("lantern-co-v-harbor-board", MAJORITY, "475 U.S. 335"), ("later", LATER, None))


def test_a_quotation_tells_the_paragraph_of_another_case(two: dict[str, Case]) -> None:
    (reference,) = two["later"].references
    assert reference.case == "lantern-co-v-harbor-board"
    assert reference.target == ("lantern-co-v-harbor-board", "p1")
    assert reference.method == "quotation"


def test_a_quotation_with_a_page_fixes_that_page_of_the_case_cited(two: dict[str, Case]) -> None:
    points = fixed_points(two.values())
    assert [(p.block, p.pages) for p in points["lantern-co-v-harbor-board"]] == [("p1", (341, 341))]


def test_every_target_is_there(two: dict[str, Case]) -> None:
    for case in two.values():
        for reference in case.references:
            if reference.target:
                slug, block = reference.target
                assert block in {b.id for b in two[slug].blocks}


FLAT = (
    "chief justice roberts delivered the opinion of the court.\n"
    "in lantern harbor board,the rule was told."
    "it may close the harbor when a storm is near and no pilot can be had.at.that is the law.ibid.\n"
)


def test_a_lone_pin_behind_quoted_words_is_that_case_s() -> None:
    cases = [
        cite(
            case_of(
                MAJORITY, "lexis", CaseInfo("Lantern Co. v. Harbor Board", "475 U.S. 335"), "l"
            ),
            Known(),
        ),
    ]
    known = Known.of(cases)
    flat = cite(case_of(FLAT, "flattened", slug="f"), known)
    index = Site.of([*cases, flat])
    by_slug = {c.slug: linked(c, index, known, ()) for c in [*cases, flat]}
    done = interlinked(neighbours_of(by_slug["f"], by_slug))
    pins = [r for r in done.references if r.kind in ("pin", "id")]
    assert [(r.case, r.authority) for r in pins] == [("l", "475 U.S. 335")] * 2
