"""The word lists behind the laws."""

from __future__ import annotations

import pytest

from generator.cite.law_words import words

NAMES = (
    "sentence connecting generic no-statute articles not-of-a-statute book-endings at-hand title-abbreviations "
    "before-letter after-letter fused"
).split()


@pytest.mark.parametrize("name", NAMES)
def test_list(name: str) -> None:
    assert words(name)
    assert all(word == word.lower() and not word.isspace() for word in words(name))


def test_lists_do_not_contradict() -> None:
    assert not words("no-statute") & words("at-hand")
    with pytest.raises(KeyError):
        words("nothing")
