"""Who answers a passage."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.corpus import Corpus
from generator.link.backlinks import Backlink, Trace, backlinks, homes
from generator.link.quotations import Quotation
from generator.model import Case, Reference, Writing
from tests.render.debate import LATER, SLUG, case, later, links, quotations
from tests.render.made import one_paragraph

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.link.backlinks import Place

CASE, LATE = case(), later()
LINKS = links()


def to(block: str, found: Mapping[Place, tuple[Backlink, ...]] = LINKS) -> list[tuple[Any, ...]]:
    """Who answers a block of the case: (case, place, scope, quotes, estimated)."""
    return [
        (k.slug, f"{k.writing.id} {k.label}", k.scope, k.quotes, k.estimated)
        for k in found.get((SLUG, block), ())
    ]


def test_who_answers_a_paragraph() -> None:
    """First the case itself in the order of its page, then the others."""
    assert to("p2") == [
        (SLUG, "majority ¶ 4", "writing", False, False),
        (SLUG, "powell ¶ 6", "case", True, False),
        (LATER, "majority ¶ 1", "site", True, False),
    ]


def test_a_block_quote_belongs_to_its_paragraph() -> None:
    assert homes(CASE)["p3-q1"] == "p3"
    assert to("p3-q1") == []
    assert to("p3") == [
        (SLUG, "powell ¶ 6", "case", False, True),
        (LATER, "scalia ¶ 2", "site", False, False),
    ]
    assert LINKS[SLUG, "p3"][0].traces[0].target == "p3-q1"


def test_a_block_quote_answers_as_its_paragraph() -> None:
    made = one_paragraph(("The Act says:", []), ("and no more.", []), quote="See ante.")
    other = replace(made.blocks[0], id="p0", number=7)
    ref = Reference((0, 1), "p1-q1", "ante", "ante", target=("doe-v-roe", "p0"), status="resolved")
    made = replace(made, blocks=(other, *made.blocks), references=(ref,))
    (found,) = backlinks(Corpus.of([made]))["doe-v-roe", "p0"]
    assert (found.block, found.label, found.traces[0].block) == ("p1", "¶ 1", "p1-q1")


@pytest.mark.parametrize(
    ("block", "who"),
    [
        ("p6", ["majority ¶ 2", "brennan ¶ 7"]),  # the Court answers a dissent too
        ("part-ii", ["powell ¶ 6"]),
        ("fn-1", ["powell ¶ 6"]),
        ("powell", ["brennan ¶ 7"]),  # as a whole
        ("p5", []),  # only the syllabus refers to it, and the Reporter answers nobody
        ("p1", []),
    ],
)
def test_places(block: str, who: list[str]) -> None:
    assert [place for _, place, *_ in to(block)] == who


def test_the_order_of_the_keys_is_that_of_cases_and_pages() -> None:
    assert [place for _, place in LINKS] == ["p2", "p3", "part-ii", "p4", "fn-1", "powell", "p6"]


def test_a_reference_and_its_quotation_are_one_answer() -> None:
    powell = LINKS[SLUG, "p2"][1]
    assert powell.count == 1
    assert [t.found is not None for t in powell.traces] == [True, False]  # in the order of the text
    text = next(b.text for b in CASE.blocks if b.id == "p6")
    assert [text[slice(*t.at)] for t in powell.traces] == [
        "the keeper owes a duty to every vessel that comes in by night",
        "ante, at 2",
    ]


def test_without_quotations() -> None:
    found = backlinks(Corpus.of([CASE, LATE]))
    assert [quotes for *_, quotes, _ in to("p2", found)] == [False, False, False]
    assert list(found) == list(LINKS)


def test_a_quotation_without_a_reference() -> None:
    bare = replace(CASE, references=())
    (found,) = backlinks(Corpus.of([bare]), quotations())[SLUG, "p2"]
    assert (found.count, found.quotes, found.estimated) == (1, True, False)


def test_a_quotation_makes_an_estimate_sure() -> None:
    refs = tuple(replace(r, method="page-estimate") for r in CASE.references)
    found = backlinks(Corpus.of([replace(CASE, references=refs)]), quotations())
    assert [(quotes, estimated) for *_, quotes, estimated in to("p2", found)] == [
        (False, True),
        (True, False),
    ]


def test_between_which_blocks_an_estimate_lies() -> None:
    (trace,) = LINKS[SLUG, "p3"][0].traces
    assert (trace.estimated, trace.between) == (True, ("p2", "p4"))


@pytest.mark.parametrize(
    "changes",
    [
        {"status": "unresolved"},
        {"status": "ambiguous"},
        {"target": None},
        {"target": (SLUG, "p99")},
        {"target": ("no-such-case", "p1")},
        {"target": (SLUG, "p6")},  # the paragraph itself
        {"kind": "footnote-call"},
        {"block": "p99"},
    ],
)
def test_what_is_no_answer(changes: dict[str, Any]) -> None:
    sure = next(r for r in CASE.references if r.block == "p6" and r.kind == "ante")
    assert backlinks(Corpus.of([replace(CASE, references=(sure,))]))
    made = replace(CASE, references=(replace(sure, **changes),))
    assert dict(backlinks(Corpus.of([made]))) == {}


def test_a_quotation_that_was_not_found_is_no_answer() -> None:
    lost = Quotation((0, 1), "p6", (0, 9), "not-found")
    assert dict(backlinks(Corpus.of([replace(CASE, references=())]), {SLUG: [lost]})) == {}


def test_other_cases_come_the_newest_first() -> None:
    older = replace(LATE, slug="a-older", info=replace(LATE.info, decided=None))
    found = backlinks(Corpus.of([older, CASE, LATE]))[SLUG, "p2"]
    assert [k.slug for k in found] == [SLUG, SLUG, LATER, "a-older"]


def test_equality() -> None:
    """The same block, place, way and certainty; not by what it is known, nor what things are called."""
    one = LINKS[SLUG, "p2"][1]
    trace = Trace("p6", (0, 3), "p2")
    stranger = Writing("powell", "dissent", "Someone", (), (0, 1))
    same = replace(one, traces=(trace, trace), label="¶ 99", name="", writing=stranger)
    assert one == same
    assert one != replace(one, quotes=False)
    assert one != replace(one, estimated=True)
    assert one != replace(one, block="p5")


# ------------------------------------------------------------------------------------------------------- properties


def places_of(made: Case) -> list[str]:
    return [b.id for b in made.blocks] + [w.id for w in made.writings]


@st.composite
def references(draw: st.DrawFn, made: Case) -> tuple[Reference, ...]:
    blocks = [*(b.id for b in made.blocks), "p99"]
    targets = [(c.slug, p) for c in (CASE, LATE) for p in [*places_of(c), "p98"]]
    return tuple(
        Reference(
            (n, n + 1), draw(st.sampled_from(blocks)), "x", "ante",
            target=draw(st.sampled_from([*targets, ("nobody", "p1")])),
            status=draw(st.sampled_from(["resolved", "unresolved"])),
            method=draw(st.sampled_from(["page", "page-estimate", "quotation", None])),
            at=(n, n + 1),
        )
        for n in range(draw(st.integers(0, 25)))
    )  # fmt: skip


@given(references(CASE), references(LATE))
def test_every_place_exists_and_every_answer_is_given_once(
    ours: tuple[Reference, ...], theirs: tuple[Reference, ...]
) -> None:
    cases = {SLUG: replace(CASE, references=ours), LATER: replace(LATE, references=theirs)}
    found = backlinks(Corpus.of(cases.values()))
    for (slug, place), own in found.items():
        assert place in places_of(cases[slug])
        assert all(a < b for a, b in pairwise(own))
        for link in own:
            assert link.target == (slug, place)
            assert link.block in places_of(cases[link.slug])
            assert (link.slug, link.block) != (slug, place)
            assert link.writing.kind != "syllabus"
            assert link.traces
    given_ = [(k.slug, t.block, t.at) for own in found.values() for k in own for t in k.traces]
    assert len(given_) == len(set(given_))
    wanted = {
        (c.slug, r.block, r.at)
        for c in cases.values()
        for r in c.references
        if r.status == "resolved"
        and r.target
        and r.target[0] in cases
        and r.target[1] in places_of(cases[r.target[0]])
        and r.block in homes(c)
        and next(b.writing for b in c.blocks if b.id == r.block) not in (None, "syllabus")
        and (c.slug, homes(c)[r.block])
        != (r.target[0], homes(cases[r.target[0]]).get(r.target[1], r.target[1]))
    }
    assert set(given_) == wanted
