"""How far back an *id.* of a flattened text may reach."""

from __future__ import annotations

import pytest

from generator.refer import Guidance, refer
from tests.kit import case_of

HEAD = "justice kagan delivered the opinion of the court.\nsee malley briggs,"
NEAR = "so it is there.at."
FAR = "a lamp is no light.the board said so.it did not say why.we do not know.nor does the court.so it is there.at."


def pins(text: str) -> list[str | None]:
    """What each pin of a flattened opinion stands for."""
    (case,), failed = refer([case_of(f"{HEAD}{text}", "flattened")], Guidance(), 1)
    assert not failed
    return [r.authority for r in case.references if r.kind == "pin"]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (f"which held so.{NEAR}", "475 U.S. 335"),
        (f"which held so.\n{NEAR}", "475 U.S. 335"),
        (f"which held so.{FAR}", "475 U.S. 335"),  # in one paragraph nothing else was cited
        (f"which held so.\n{FAR}", None),  # over its end something may have been
        (f"which held so.\n{FAR.replace('nor does', 'in malley so did')}", "475 U.S. 335"),
    ],
)
def test_over_the_end_of_a_paragraph(text: str, key: str | None) -> None:
    assert pins(text) == [key]


def test_the_record_is_cited_page_after_page() -> None:
    assert pins(f"which held so.app.\n{FAR}") == ["App."]


def test_a_slip_opinion_is_cited_as_one() -> None:
    assert pins(f"slip,at.\n{FAR.removesuffix('at.')}at slip,at.") == ["475 U.S. 335"]


def test_another_case_beside_one_takes_nothing_from_it() -> None:
    """Both are cited in full, and of the second nobody knows which it is."""
    text = f"{HEAD}same united states zzyzxer,same."
    (case,), _ = refer([case_of(text, "flattened")], Guidance(), 1)
    others = [r for r in case.references if r.kind == "full"][1:]
    assert [r.authority for r in others] == [None]
