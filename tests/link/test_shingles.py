"""The index of shingles."""

from __future__ import annotations

import pytest

from generator.link.quoted_words import words_of
from generator.link.shingles import LETTERS, Shingles, shingles

FIRST = words_of("the lamp is out and the lamp is red")
SECOND = words_of("a lamp is out")


def mark_of(text: str) -> int:
    return next(shingles(words_of(text)))[1]


def test_the_same_words_begin_the_same_shingle() -> None:
    assert mark_of("lamp is out") == mark_of("la mp isou and") == mark_of("LAMP—is ou")
    assert mark_of("lamp is out") != mark_of("lamp is red")


def test_a_hash_is_the_same_in_every_process() -> None:
    assert mark_of("lamp is out") == 1351372252


def test_places_are_numbered_through_all_texts() -> None:
    index = Shingles.of([FIRST, SECOND])
    assert list(index.first) == [0, 9, 13]
    lamp = mark_of("lamp is out")
    assert list(index.places(lamp, 0, 13, 5) or ()) == [1, 10]
    assert list(index.places(lamp, 9, 13, 5) or ()) == [10]  # within the second text
    assert list(index.places(mark_of("zebras graze"), 0, 13, 5) or ()) == []


def test_common_shingles_are_not_told() -> None:
    index = Shingles.of([words_of("lamp is out " * 5)])
    lamp = mark_of("lamp is out")
    assert index.places(lamp, 0, 15, 4) is None
    assert len(index.places(lamp, 0, 15, 5) or ()) == 5


@pytest.mark.parametrize("text", ["", "lamp", "1983 2001", "is out", "((((("])
def test_too_few_letters(text: str) -> None:
    assert list(shingles(words_of(text))) == []


def test_other_letters_than_latin() -> None:
    words = words_of("δίκη λόγος νόμος καὶ lamp is out")
    assert len(words.stream) >= LETTERS
    assert [k for k, _ in shingles(words)] == [0, 1, 2, 3, 4]


def test_no_texts() -> None:
    index = Shingles.of([])
    assert list(index.places(7, 0, 0, 5) or ()) == []
