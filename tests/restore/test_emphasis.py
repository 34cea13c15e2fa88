"""Italics of a restored text: names of settled cases and the words that point back; nothing else."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model import Authority
from generator.restore.emphasis import emphasised
from tests.kit import case_of
from tests.render.made import reference, referring

PEARSON = Authority("case", "555 U.S. 223", "Pearson v. Callahan", 2009)
WARDEN = Authority("case", "387 U.S. 294", "Warden, Md. Penitentiary v. Hayden", 1967)
CODE = Authority("statute", "42 U.S.C. § 1983")


def italics(words: str, kind: Any, work: Authority | None = None, **fields: Any) -> list[str]:
    case = case_of(f"PER CURIAM.\nIt is so, {words} and no more.\n", "flattened")
    ref = reference(case, words, kind, authority=work.key if work else None, **fields)
    new = emphasised(referring(case, [ref], *([work] if work else [])))
    return [b.text[start:end] for b in new.blocks for start, end in b.emphasis]


@pytest.mark.parametrize(
    ("words", "kind", "work", "shown"),
    [
        ("Pearson [v.] Callahan", "full", PEARSON, ["Pearson [v.] Callahan"]),
        ("pearson callahan, d", "full", PEARSON, ["pearson callahan"]),
        ("Pearson, at", "short", PEARSON, ["Pearson"]),
        ("Pearson, supra, at", "supra-case", PEARSON, ["Pearson", "supra"]),
        ("Pearson", "name", PEARSON, ["Pearson"]),
        ("Warden. Penitentiary [v.] Hayden", "full", WARDEN, ["Warden. Penitentiary [v.] Hayden"]),
        ("Id., at", "id", PEARSON, ["Id."]),
        ("Ibid.", "id", PEARSON, ["Ibid."]),
        ("ante, at", "ante", None, ["ante"]),
        ("post, at (KAGAN, concurring)", "post", None, ["post"]),
        ("infra, at", "infra", None, ["infra"]),
        ("supra, at", "supra-internal", None, ["supra"]),
        # no name of a case, or not at its beginning
        ("slip op. of Pearson", "full", PEARSON, []),
        ("WL", "full", PEARSON, []),
        ("at", "pin", PEARSON, []),
        ("section a", "statute", CODE, []),
        ("Callahan Pearson", "full", PEARSON, ["Callahan"]),
    ],
)
def test_what_is_set_in_italics(words: str, kind: Any, work: Any, shown: list[str]) -> None:
    assert italics(words, kind, work) == shown


def test_a_name_that_is_not_settled_is_left() -> None:
    assert italics("Pearson Callahan", "full", PEARSON, status="ambiguous") == []
    assert italics("Pearson Callahan", "full", None, status="unresolved") == []


def test_nothing_to_set_leaves_the_very_same_case() -> None:
    case = case_of("PER CURIAM.\nIt is so.\n", "flattened")
    assert emphasised(case) is case
