"""Citing and linking over all cases, and what is remembered between builds."""

from __future__ import annotations

from generator.link.urls import DEFAULT_ORDER
from generator.model import Case, CaseInfo
from generator.refer import Cache, Guidance, refer
from tests.kit import case_of

GUIDANCE = Guidance(providers=DEFAULT_ORDER)
ORDINARY = """JUSTICE WHITE delivered the opinion of the Court.
See Johnson v. United States, 333 U.S. 10 (1948). So it is.
"""
FLAT = """justice kagan delivered the opinion of the court.
the judgment of an officer is not enough.johnson united states.so it is.
"""


def cases() -> list[Case]:
    return [
        case_of(FLAT, "flattened", CaseInfo(citation="2 U.S. 2"), "flat"),
        case_of(ORDINARY, "lexis", CaseInfo(citation="1 U.S. 1"), "ordinary"),
    ]


def test_ordinary_cases_teach_the_flattened_ones() -> None:
    done, failed = refer(cases(), GUIDANCE)
    assert not failed
    assert [c.slug for c in done] == ["flat", "ordinary"]
    assert [r.authority for r in done[0].references] == ["333 U.S. 10"]


def test_nothing_changed_is_the_very_same() -> None:
    given, cache = cases(), Cache()
    first, _ = refer(given, GUIDANCE, cache=cache)
    second, _ = refer(given, GUIDANCE, cache=cache)
    assert all(a is b for a, b in zip(first, second, strict=True))


def test_a_changed_case_is_new_and_the_others_stay() -> None:
    given, cache = cases(), Cache()
    first, _ = refer(given, GUIDANCE, cache=cache)
    text = ORDINARY.replace("So it is.", "So it was.")
    given[1] = case_of(text, "lexis", CaseInfo(citation="1 U.S. 1"), "ordinary")
    second, _ = refer(given, GUIDANCE, cache=cache)
    assert second[1] is not first[1]
    assert second[0] is first[0]


def test_one_bad_case_does_not_stop_the_others(monkeypatch) -> None:
    import generator.cite.case as module

    real = module.cite

    def failing(case: Case, known: object) -> Case:
        if case.slug == "ordinary":
            raise RuntimeError("no")
        return real(case, known)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "cite", failing)
    done, failed = refer(cases(), GUIDANCE, workers=1)
    assert [c.slug for c in done] == ["flat"]
    assert [str(e) for e in failed.values()] == ["no"]
