"""The weight of words: rare ones tell, names and terms of art tell once."""

from __future__ import annotations

from generator.link.quoted_habits import LETTER, Habits

WRITING = (
    "the final judgment rule is old and the final judgment rule is good but the officer opened a trunk of the car "
    "and the officer of the county was never heard of again while the rule about judgment stands"
).split()
HABITS = Habits.of([WRITING[:20], WRITING[20:]])


def test_rare_words_weigh_more_than_common_ones() -> None:
    assert HABITS.bits(["trunk"]) > HABITS.bits(["officer"]) > HABITS.bits(["the"]) > 0


def test_what_is_said_twice_weighs_little_after_its_first_word() -> None:
    twice = HABITS.bits(["final", "judgment", "rule"])
    assert twice <= HABITS.bits(["final"]) + 1.01  # one of three judgments is not "final"
    assert HABITS.bits(["officer", "opened", "a"]) > twice


def test_no_word_weighs_more_than_its_letters_can() -> None:
    assert HABITS.bits(["a"]) == LETTER


def test_no_words() -> None:
    assert HABITS.bits([]) == 0
