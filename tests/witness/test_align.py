"""Which words of one text stand in another."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.witness import align as module
from generator.witness.align import Run, align
from generator.witness.tokens import Tokens


def words_of(text):
    return list(Tokens.of(text).keys)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Didn't the ex-girlfriend", "did nt the ex girlfriend"),
        ("O'Connor’s n't", "o connor s nt"),
        ("457 U.S. 800, [n]o _x_ don’t", "457 u s 800 n o x do nt"),
        ("can't cannot can not", "ca nt cannot can not"),
        ("haven't want n't", "have nt want nt"),
        ("—“”…", ""),
    ],
)
def test_words(text, keys):
    assert " ".join(Tokens.of(text).keys) == keys


def test_what_agrees_is_one_run():
    assert align("a b c".split(), "a b c".split()) == [Run(0, 0, 3)]
    assert align([], ["a"]) == []


def test_words_lost_in_the_middle():
    whole = "the officer who came to the yard did not knock at the door".split()
    lost = "the officer who came to the yard did knock at the door".split()
    assert align(lost, whole) == [Run(0, 0, 8), Run(8, 9, 4)]


def test_an_island_between_two_long_disagreements_is_chance():
    one = "alpha beta gamma delta epsilon of zeta eta theta iota kappa".split()
    two = "lambda mu nu xi omicron of pi rho sigma tau upsilon".split()
    assert align(one, two) == []


def test_a_single_word_between_two_losses_is_none():
    """``id.at.`` of ``Id., at 57``: the source has nothing else there, so nothing speaks against it."""
    whole = "protects the yard id at 57 58 59 60 61 62 the judgment of the court".split()
    lost = "protects the yard id at the judgment of the court".split()
    assert sum(run.size for run in align(lost, whole)) == len(lost)


def test_the_nearer_of_two_repetitions():
    passage = "the judgment of the court of appeals is affirmed".split()
    one = [*passage, "first", "case", "ends", *passage, "second"]
    assert align(one, one) == [Run(0, 0, len(one))]
    assert align([*passage, "second"], one)[-1].b + align([*passage, "second"], one)[
        -1
    ].size == len(one)


@given(
    st.lists(st.sampled_from("abcde"), max_size=40), st.lists(st.sampled_from("abcde"), max_size=40)
)
def test_runs_agree_and_rise(one, two):
    a = b = 0
    for run in align(one, two):
        assert run.size > 0
        assert run.a >= a
        assert run.b >= b
        assert one[run.a : run.a + run.size] == two[run.b : run.b + run.size]
        a, b = run.a + run.size, run.b + run.size


WORDS = 17_000  # of 100 KB


def _random(size, seed):
    source = random.Random(seed)
    return [f"w{source.randrange(size)}" for _ in range(WORDS)]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (["the"] * WORDS, ["the"] * (WORDS - 7)),
        ([f"a{k}" for k in range(WORDS)], [f"b{k}" for k in range(WORDS)]),
        ([f"a{k}" for k in range(WORDS)], [f"a{k}" for k in reversed(range(WORDS))]),
        (["a", "b", "c"] * (WORDS // 3), ["c", "b", "a"] * (WORDS // 3)),
        (_random(2, 1), _random(2, 2)),
        (_random(3000, 1), _random(3000, 2)),
    ],
    ids=["one word", "nothing in common", "reversed", "periodic", "two words", "chance"],
)
def test_hostile_texts_take_no_longer(one, two):
    start = time.process_time()
    align(one, two)
    assert time.process_time() - start < 2


def test_the_cells_are_bounded(monkeypatch):
    """Beyond the bound, what lies between two anchors counts as unlike; the anchors stay."""
    monkeypatch.setattr(module, "CELLS", 3)
    same = [f"s{k}" for k in range(9)]
    one, two = ["x", "q", "y", *same], ["y", "q", "x", *same]
    assert align(one, two) == [Run(3, 3, 9)]
