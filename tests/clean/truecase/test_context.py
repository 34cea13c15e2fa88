"""What both neighbours of a word say, and the cues that are rules."""

from __future__ import annotations

import pytest

from generator.clean.truecase import shipped, truecased
from generator.clean.truecase.context import Context, features, kind, ties, weights
from generator.clean.truecase.context import shipped as fitted
from scripts.damage_opinion import damaged
from scripts.fit_case_context import Sample, expected, fit


@pytest.mark.parametrize(
    "text",
    [
        "Most state prisoners file in federal court.",
        "Review by the district courts is rare.",
        "The District Court denied his Rule petition.",
        "Congress amended Exemption to read otherwise.",
        "The exemption is narrow.",
        "The plaintiffs did not discover the fraud.",
        "He filed an interlocutory appeal, one of many appeals.",
        "He lived at East Street, in the east.",
        "See Ala. Code, which governs.",
    ],
)
def test_neighbours_decide(text: str) -> None:
    assert truecased(text.lower(), shipped()) == text


def test_a_telling_word_is_its_own_kind_and_others_go_by_name_doubt_and_end() -> None:
    assert kind("the", name=False, doubt=True) == "the"
    assert kind(".", name=False, doubt=False) == "."
    assert kind("texas", name=True, doubt=True) == "N"
    assert kind("state", name=False, doubt=True) == "D"
    assert kind("argued", name=False, doubt=False) == "-ed"
    assert kind("jury", name=False, doubt=False) == "-"


def test_weights_of_a_place_and_of_a_tie_add_up() -> None:
    context = Context({"state": 1.0, "state>prisoner": -3.0, "district=court": 2.0, "=court": 0.5})
    assert context.place("a", "state", "prisoner", ("a", "-er")) == -2.0
    assert context.place("a", "act", "prisoner", ("a", "-er")) == 0.0
    assert context.tie("district", "court", ("D", "D")) == 2.5
    assert context.tie("trial", "court", ("D", "D")) == 0.5


def test_every_shipped_weight_is_of_a_feature() -> None:
    table = weights("case_context.tsv.gz")
    assert len(table) > 5_000
    for feature, weight in table.items():
        assert 0.05 < abs(weight) < 10, feature
        assert feature == feature.strip(), feature
        assert feature not in ("", "<", "="), feature
    assert fitted().place("a", "zyzzyva", "zyzzyva", ("?", "?")) == table.get("a<", 0.0)


def test_expected_states_are_those_of_all_sequences() -> None:
    assert expected([0.0], []) == ([0.5], [])
    alike = (3.0, 0.0, 0.0, 3.0)
    capital, like = expected([2.0, 0.0], [alike])
    assert capital[0] > 0.88
    assert capital[1] > 0.8
    assert 0.9 < like[0] < 1
    free, half = expected([0.0, 0.0], [(0.0, 0.0, 0.0, 0.0)])
    assert free == [0.5, 0.5]
    assert half == [0.5]


def test_the_fit_learns_what_several_texts_share() -> None:
    def chain(after: str, told: bool) -> Sample:
        return [0.0], [], [told], [list(features("a", "state", after, ("a", "-")))], []

    texts = [[chain("prisoner", False), chain("may", True)] * 5 for _ in range(5)]
    texts[0].append(chain("only", True))
    found = fit(texts)
    assert found["state>prisoner"] < 0 < found["state>may"]
    assert "state>only" not in found  # one text's own
    assert next(iter(ties("district", "court", ("D", "D")))) == "district=court"


def test_a_damaged_opinion_keeps_its_capitals() -> None:
    text = (
        "The State’s claim fails. See Leon, 468 U. S. 897, 922 (1984). [T]he officer . . . knew it."
    )
    assert damaged(text) == "The State claim fails. See Leon, T he officer. knew it."
