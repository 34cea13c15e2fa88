"""Words made comparable: what a quotation, a dialect or a marginal mark does to them is no difference."""

from __future__ import annotations

import pytest

from generator.link.quoted_words import LOOSE, REPLACED, readable, words_of
from generator.model import Block, Mark


@pytest.mark.parametrize(
    ("text", "norms"),
    [
        ("The Court's view.", "the court view"),
        ("the Court’s “good” view", "the court good view"),
        ("the officers' view", "the officers view"),
        ("[T]he court [h]olds", "the court holds"),
        ("call[ed] reduc[ing]", "called reducing"),
        ("officer[] did not [sic]", "officer did not"),
        ("a lamp . . . is out", "a lamp is out"),
        ("a lamp … is * * * out....", "a lamp is out"),
        ("good-faith inquiry--and more", "good faith inquiry and more"),
        ("naïve ﬁndings", "naive findings"),
        ("don't, § 1983", "dont 1983"),
        ("((((( § § §", ""),
        ("", ""),
    ],
)
def test_norms(text: str, norms: str) -> None:
    words = words_of(text)
    assert " ".join(words.norms) == norms
    assert all(0 <= start < end <= len(text) for start, end in words.spans)


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("i n the ordinary case", "[i]n the ordinary case"),
        ("call ed upon", "call[ed] upon"),
        ("can not", "cannot"),
        ("consis tently relied", "consistently relied"),
        ("a reasonably officer", "a reasonably well-trained officer"),
        ("under he may", "under § 1983 he may"),
        ("the court view", "the Court's view"),
    ],
)
def test_one_stream_in_all_dialects(here: str, there: str) -> None:
    assert words_of(here).stream == words_of(there).stream


def test_flags_gaps_and_stems() -> None:
    words = words_of("[T]he well-kept lamp . . . [of the officer] burn[ed] 24 hours")
    flags = dict(zip(words.norms, words.flags, strict=True))
    assert [n for n, f in flags.items() if f & LOOSE] == ["well", "kept", "24"]
    assert words.norms[4:7] == ("of", "the", "officer")
    assert all(f & REPLACED for f in words.flags[4:7])
    assert words.gaps == {4}
    assert words.stems == {0: ("", "he"), 7: ("burn", "")}


@pytest.mark.parametrize(
    ("quoted", "original", "same"),
    [
        ("[t]he", "The", True),
        ("call[ed]", "calls", True),
        ("officer[]", "officers", True),
        ("call[ed]", "cold", False),
        ("[t]he", "them", False),
        ("o[f]", "on", False),  # one letter outside the bracket tells nothing
        ("lamp", "lamps", False),
    ],
)
def test_a_bracketed_word_quotes_what_is_outside_its_bracket(
    quoted: str, original: str, same: bool
) -> None:
    assert words_of(quoted).same(0, words_of(original), 0) is same


def test_footnote_calls_are_blanked() -> None:
    mark = Mark("footnote-call", 8, 9, "3", "fnref-3", (8, 9))
    page = Mark("page", 2, 2, "341", "page-341", (2, 2))
    block = Block(
        "p1", "paragraph", 1, "majority", None, "the law.3 It is", (0, 15), (), marks=(page, mark)
    )
    assert readable(block) == "the law.  It is"


def test_where_words_begin_in_the_stream() -> None:
    words = words_of("the red lamp")
    assert words.stream == "theredlamp"
    assert [k for k in range(11) if words.begins_word(k)] == [0, 3, 6, 10]
    assert [words.word_at(k) for k in (0, 2, 3, 9)] == [0, 0, 1, 2]
