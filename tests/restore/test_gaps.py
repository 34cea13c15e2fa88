"""Gap marks: where a lost word shows, and where nothing is lost."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from generator.restore import gaps
from generator.restore.edited import edited
from generator.restore.gap_model import model, read_table
from tests.kit import SEEDS, account, case_of, data_of
from tests.render.made import reference, referring

HEAD = "justice white delivered the opinion of the court.\n"


def marked(text: str) -> str:
    case = case_of(HEAD + text + "\n", "flattened")
    new = edited(case, list(gaps.edits(case)), "gaps")
    assert account(data_of(new), case.source.text) is None
    return " / ".join(b.text for b in new.blocks if b.kind != "byline")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "he was arrested for shooting at his with a shotgun.",
            "he was arrested for shooting at his ⟨…⟩ with a shotgun.",
        ),
        (
            "they held the officers personally liable under,alleging that the search was bad.",
            "they held the officers personally liable under ⟨…⟩, alleging that the search was bad.",
        ),
        (
            "the court found that the crime was.ibid.",
            "the court found that the crime was ⟨…⟩. ibid.",
        ),
    ],
)
def test_holes(text: str, expected: str) -> None:
    assert marked(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "he was arrested for shooting at his wife with a shotgun.",
        "they held the officers liable under the act,alleging that the search was bad.",
        "we follow the rule that was laid down there,and affirm.",
        "the officers acted in good faith,as the court below has found.",
        "it is so ordered.",
        "a reasonably prudent officer would know it.",
        "the only officer of the court was there.",
        "the seriously ill may do so.",
        "see ante,at.the majority says so,at.",
        # the letter of a section, an aside, a rare name
        "the act applies under section a,and under rule b,of the code.",
        "he was convicted of,inter alia,murder in the second degree.",
    ],
)
def test_sound_places(text: str) -> None:
    assert "⟨" not in marked(text)


def test_no_mark_within_a_reference() -> None:
    text = "he was arrested for shooting at his with a shotgun."
    case = case_of(HEAD + text + "\n", "flattened")
    cited = referring(case, [reference(case, "his with", "name")])
    assert list(gaps.edits(cited)) == []


def test_captions_and_bylines_are_not_asked() -> None:
    case = case_of(HEAD + "he was arrested for shooting at his with a shotgun.\n", "flattened")
    others = tuple(replace(b, kind="caption") for b in case.blocks)
    assert list(gaps.edits(replace(case, blocks=others))) == []


def test_few_marks_in_a_sound_text() -> None:
    """An opinion that lost little, in small letters: hardly a mark, and what there are stand at lost figures."""
    text = SEEDS["malley-v-briggs"].read_text(encoding="utf-8").lower()
    case = case_of(text, "plain")
    assert len(list(gaps.edits(case))) * 1000 < 3 * len(text.split())


def test_a_megabyte_takes_about_a_second() -> None:
    words = "the officers acted in good faith , as the court below has found . ".split()
    words *= 160_000 // len(words)
    model()
    start = time.process_time()
    assert not list(model().holes(words))
    assert time.process_time() - start < 2


def test_the_table() -> None:
    rows = read_table()
    numbers = {key: int(value) for table, key, value in rows if table == "number"}
    width = numbers["classes"] + 6
    paired = sum(table == "pair" for table, _, _ in rows)
    seen = set()
    for table, key, value in rows:
        assert (table, key) not in seen
        seen.add((table, key))
        if table in ("word", "ending"):
            assert 0 <= int(value) < numbers["classes"]
        elif table in ("before", "after", "beside", "beyond", "pair"):
            assert len(value) == (paired if table == "pair" else width)
            assert set(value) <= set("abcdefghijklmnopq")
        elif table == "sort":
            assert len(value) == 1
        else:
            assert table in ("number", "limit", "weight")
            int(value)
    for table in ("before", "after"):  # every class has its row, so that every word has one
        assert {str(g) for g in range(width)} <= {k for t, k, _ in rows if t == table}
