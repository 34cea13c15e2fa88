"""The references of whole cases."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.cite.case import CITABLE, cite
from generator.conservation import letters
from generator.link.authorities import Known
from generator.model import Authority, Case, KnownAuthority
from tests.kit import DIALECTS, OPINIONS, SEEDS, case_of

if TYPE_CHECKING:
    from pathlib import Path

KNOWN = Known()
BYLINE = "JUSTICE WHITE delivered the opinion of the Court.\n"


def sound(case: Case) -> None:
    """References are in order, never overlap, and are what their block and the source have there."""
    blocks = {b.id: b for b in case.blocks}
    for first, second in pairwise(case.references):
        assert first.source[1] <= second.source[0]
    for ref in case.references:
        block = blocks[ref.block]
        assert block.kind in CITABLE
        if ref.kind == "footnote-call":
            continue
        assert block.text[ref.at[0] : ref.at[1]] == ref.text
        assert letters(case.source.text[ref.source[0] : ref.source[1]]) == letters(ref.text)
        assert (ref.status == "resolved") == (ref.authority is not None) or ref.antecedent
        assert ref.authority is None or ref.authority in {a.key for a in case.authorities}
        assert not (ref.authority and ref.candidates)


@pytest.mark.parametrize("path", [*SEEDS.values(), *OPINIONS], ids=lambda p: p.parent.name + p.stem)
def test_references_are_sound(path: Path) -> None:
    sound(cite(case_of(path.read_text(encoding="utf-8")), KNOWN))


FRAGMENTS = [
    "Harlow v. Fitzgerald, 457 U.S. 800, 818 (1982)",
    "United States v. Leon, 468 U.S. 897 (1984)",
    "468 U.S., at 922, n. 23",
    "Harlow, supra, at 807",
    "Id., at 818",
    "Ibid.",
    "see also",
    "(quoting",
    ")",
    ";",
    '"',
    "42 U. S. C. § 1983",
    "§ 1983",
    "the Fourth and Fourteenth Amendments",
    "Fed. Rule Civ. Proc. 56(c)",
    "App. 78",
    "Ante, at 341",
    "n. 3, supra",
    "Part II-A, infra",
    "H. R. Rep. No. 12, p. 3 (1970)",
    "we hold that Harlow controls.",
    "The",
    "v.",
    "§",
    "(1982)",
    "U.S.",
    "12",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=40), st.sampled_from(DIALECTS))
def test_any_mixture_is_sound(fragments: list[str], dialect: str) -> None:
    body = " ".join(fragments)
    sound(cite(case_of(BYLINE + f"We say {body}.", dialect), KNOWN))


def test_a_citation_without_a_name_takes_it_from_what_is_known() -> None:
    known = Known(
        (
            KnownAuthority(
                Authority("case", "748 F.2d 715", "Briggs v. Malley", 1984, "1st Cir."), "people"
            ),
        )
    )
    case = cite(case_of(BYLINE + "We granted certiorari. 748 F.2d 715.\nSo it is.", "lexis"), known)
    (reference,) = [r for r in case.references if r.kind == "full"]
    assert reference.cite == "Briggs v. Malley, 748 F.2d 715 (1st Cir. 1984)"


def test_an_unpaged_citation_takes_its_page_from_what_is_known() -> None:
    text = "It is so. Ashcroft v. al-Kidd, 563 U. S. ___, ___ (2011) (slip op., at 12). It is."
    case = cite(case_of(BYLINE + text, "lexis"), KNOWN)
    (reference,) = [r for r in case.references if r.kind == "full"]
    assert reference.authority == "563 U.S. 731"


def test_a_name_that_another_case_on_the_page_bears_is_not_taken_over() -> None:
    known = Known((KnownAuthority(Authority("case", "1 F.2d 1", "Alpha v. Beta"), "people"),))
    case = cite(
        case_of(BYLINE + "It is so. Gamma v. Delta, 1 F.2d 1 (1924). It is.", "lexis"), known
    )
    assert [r.cite for r in case.references] == ["Gamma v. Delta, 1 F.2d 1 (1924)"]


def test_headings_captions_and_bylines_hold_no_references() -> None:
    text = (
        "JUSTICE WHITE delivered the opinion of the Court.\n"
        "I\nThe rule of Harlow v. Fitzgerald, 457 U.S. 800 (1982), holds.\n"
        "II\nUnder 42 U. S. C. § 1983 it holds too."
    )
    case = cite(case_of(text, "lexis"), KNOWN)
    kinds = {b.id: b.kind for b in case.blocks}
    assert {kinds[r.block] for r in case.references} == {"paragraph"}


@pytest.mark.parametrize(
    "noise", ["(", "§ ", "9", "Id. ", "Id. at 3. ", "supra, at 3 ", "A v. B, 1 U.S. 1 "]
)
def test_noise_goes_through(noise: str) -> None:
    sound(
        cite(case_of(BYLINE + "We say so.\n" + noise * 2000 + "\nThe end of it.", "lexis"), KNOWN)
    )


def test_a_short_name_serves_from_where_it_is_given_on() -> None:
    text = "Hill App. 2 is lost. See App. in No. 11–5721, p. 6 (hereinafter Hill App.). He sold it. Hill App. 83."
    case = cite(case_of(BYLINE + text, "lexis"), KNOWN)
    assert [r.text for r in case.references] == ["App. in No. 11–5721, p. 6", "Hill App. 83"]
    assert len({r.authority for r in case.references}) == 1
