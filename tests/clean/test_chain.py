"""The chain: which rules run for which dialect, and that each can be switched off."""

from __future__ import annotations

import pytest

from generator.clean import CHAIN, chain, clean, rules_for
from generator.offsets import Edit
from tests.kit import source_of

COMMON = ["controls", "ligatures", "symbol-font", "mojibake", "soft-hyphens", "blanks"]


@pytest.mark.parametrize(
    ("dialect", "own"),
    [
        ("lexis", ["headnote-links", "page-marks", "blank-before-mark"]),
        ("flattened", ["blank-after-mark"]),
        ("plain", ["page-marks"]),
    ],
)
def test_rules_of_a_dialect(dialect: str, own: list[str]) -> None:
    names = [r.name for r in rules_for(dialect)]
    assert sorted(names) == sorted(COMMON + own)
    assert names == [r.name for r in CHAIN if r.name in names]  # in the order of the chain


def test_a_rule_can_be_switched_off() -> None:
    source = source_of("Id ., at 3.", "lexis")
    assert clean(source).text == "Id., at 3."
    assert clean(source, without=["blank-before-mark"]).text == "Id ., at 3."


def test_what_a_rule_did_is_told_with_its_name() -> None:
    cleaned = clean(source_of("Id ., at   3.\x00", "lexis"))
    assert [(r.span, r.kind, r.text, r.rule) for r in cleaned.repairs] == [
        ((2, 3), "space", "", "blank-before-mark"),
        ((13, 14), "drop", "", "layout"),
    ]


def test_plain_runs_of_blanks_are_not_worth_telling() -> None:
    assert clean(source_of("a   b\tc", "plain")).repairs == ()


def test_a_rule_may_not_touch_the_ends_of_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    bad = chain.Rule("joiner", lambda text: [Edit(3, 4, " ", "blank")])
    monkeypatch.setattr(chain, "CHAIN", (*CHAIN, bad))
    with pytest.raises(ValueError, match="joiner"):
        clean(source_of("one\ntwo", "plain"))


def test_pages() -> None:
    text = "He saw the officer.[*12] Then he ran."
    for dialect in ("lexis", "plain"):
        (page,) = clean(source_of(text, dialect)).pages
        assert (page.page, text[slice(*page.source)]) == (12, "[*12] ")
    assert clean(source_of(text, "flattened")).pages == ()


def test_gaps_belong_to_the_tagged_dialect() -> None:
    """There words in brackets were taken out; elsewhere a run of blanks says nothing."""
    text = "He saw the   officer."
    assert [(g.source, g.blanks) for g in clean(source_of(text, "lexis")).gaps] == [((10, 13), 3)]
    assert clean(source_of(text, "plain")).gaps == ()


def test_lines_know_their_role() -> None:
    cleaned = clean(source_of("OPINION\nfirst  line\n\nsecond", "lexis"))
    assert [cleaned.text[slice(*line.span)] for line in cleaned.lines] == ["first line", "second"]
    assert [s.role for s in cleaned.dropped] == ["markup"]
