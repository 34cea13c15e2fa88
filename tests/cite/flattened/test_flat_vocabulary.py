"""The tables of words: every row, and what they say of known words."""

from __future__ import annotations

import dataclasses
from importlib.resources import files

import pytest

from generator.cite.flattened.vocabulary import (
    Lists,
    is_name,
    is_ordinary,
    is_remnant,
    lists,
    may_be_ordinary,
)


@pytest.mark.parametrize("name", [f.name for f in dataclasses.fields(Lists)])
def test_lists(name: str) -> None:
    words = getattr(lists(), name)
    assert words
    for word in words:
        assert word == " ".join(word.split()).lower()
        # "f2d" is a reporter that lost its blanks
        assert all(c.isalpha() or c == " " or name.startswith("lower") for c in word), word


def test_ordinary_words() -> None:
    text = files("generator").joinpath("data/flattened_ordinary.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    assert lines[0] == "[small]"
    small, both = (part.split() for part in "\n".join(lines[1:]).split("[both]"))
    for words in (small, both):
        assert words == sorted(set(words))
        assert all(w.isalpha() and w.islower() and len(w) > 1 for w in words)
    assert not set(small) & set(both)


@pytest.mark.parametrize("word", ["warrant", "the", "search", "wether"[:2], "reasonable", "a"])
def test_ordinary(word: str) -> None:
    assert is_ordinary(word)
    assert may_be_ordinary(word)
    assert not is_name(word)


@pytest.mark.parametrize("word", ["leon", "malley", "zzyzx"])
def test_names(word: str) -> None:
    assert is_name(word)
    assert not may_be_ordinary(word)


def test_words_that_are_both() -> None:
    assert may_be_ordinary("rose")
    assert not is_ordinary("rose")


def test_remnants() -> None:
    assert is_remnant("fla")
    assert is_remnant("cadc")
    assert not is_remnant("leon")
