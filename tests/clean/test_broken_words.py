"""Words at the ends of lines: one word, a compound, or two words."""

from __future__ import annotations

import pytest

from generator.clean.broken_words import Vocabulary, verdict
from generator.clean.chain import clean
from generator.clean.word_counts import pair_count, word_count
from generator.model import Segment, Source

OWN = Vocabulary.of(
    "in the matter of Konnovitch and others\nso said Konnovitch himself\nthe plea-bargaining law is new\n"
    "as the debtorin-possession must\n"  # a slip of the program that took the text out
)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("the Dis", "trict Court", "join"),
        ("the con", "tract was", "join"),
        ("de", "termination of", "join"),
        ("of uncon", "scionability here", "join"),
        ("said of Konno", "vitch that", "join"),  # a name that the text itself has whole
        ("in", "form and substance", "apart"),  # "inform" is a word, but "in form" is common
        ("any", "one of them", "apart"),
        ("the", "court held", "apart"),
        ("to be", "lieve", "join"),
        ("nonresponsiveness", "while", "apart"),
        ("the", "presentence report", "apart"),
        ("United", "States", "apart"),
        ("AT&T", "agreed", "apart"),
        ("a", "part of", "apart"),
        ("Constitu\xad", "tion", "join"),
        ("ex-", "girlfriend", "hyphen"),
        ("plea\xad", "bargaining law", "hyphen"),  # the text has it with its hyphen
        ("Anglo-", "American", "hyphen"),
        ("reason\xad", "able", "join"),
        ("two\xad", "part test", "hyphen"),
        ("It ended.", "The court", "apart"),
        ("90-", "day", "hyphen"),
        ("had har\xad", "bored a grudge", "join"),  # no compound begins with what is no word
        ("to en\xad", "list men", "join"),
        ("Dina Las\xad", "sow, for the petitioner", "join"),
        ("an American-", "style court", "hyphen"),
        ("PETITION-", "ERS v. ROE", "join"),
        ("an out\xad", "of-state seller", "hyphen"),
        ("a pho\xad", "to of it", "join"),
        ("the “[p]ro\xad", "motion of peace", "join"),  # a letter that a quotation altered
        ("to preju", "dic[e] anyone", "join"),
        ("the [c]onventional", "rul[es]", "apart"),
        ("inclusio", "unius est", "apart"),  # nobody knows either, and no English word ends so
        ("Mr. Swierkie", "wicz said", "join"),
        ("only \ufb01ve", "votes were", "apart"),  # a sign of two letters
        ("the debtor", "in Chapter 7", "apart"),
    ],
)
def test_verdict(left: str, right: str, expected: str) -> None:
    assert verdict(left, right, OWN) == expected


def test_the_halves_at_the_ends_of_lines_are_no_words() -> None:
    assert Vocabulary.of("of the Dis\ntrict Court was\n").words["trict"] == 0


def test_words_that_no_line_end_can_have_broken_are_words() -> None:
    words = Vocabulary.of(
        "see Roe v.\nDoelitz and by\nthe Lindqvist, a\nLas\nsow v. Konnovitch.\n"
    ).words
    assert words["doelitz"] == words["konnovitch"] == 1  # behind a line's end, and before a stop
    assert words["sow"] == 0


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("See §1222(a)\n(2)(A). So it is.", "See §1222(a)(2)(A). So it is."),
        ("See §841(b)(1)\n(A)–(C) (2006 ed.)", "See §841(b)(1)(A)–(C) (2006 ed.)"),
        ("See §503\n(b), as amended", "See §503(b), as amended"),
        ("See §503\n(b)(1) as amended", "See §503(b)(1) as amended"),
        # years, remarks, and what counts the clauses of a sentence
        ("See §611(a)(5)\n(2017).", "See §611(a)(5) (2017)."),
        ("See §1222(a)\n(same).", "See §1222(a) (same)."),
        ("Under §1983\n(1) a person is", "Under §1983 (1) a person is"),
    ],
)
def test_a_section_parted_from_its_subsections(lines: str, expected: str) -> None:
    source = Source("opinion.txt", "", lines, "slip", "", segments=(Segment((0, len(lines))),))
    assert clean(source).text == expected


def test_counts() -> None:
    assert word_count("the") > word_count("contract") > word_count("zyzzyva") >= 0
    assert pair_count("in", "form") > pair_count("con", "tract")
