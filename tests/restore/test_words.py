"""Tokens, broken words, alterations: what is put together, and what only looks like it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.link.tables import read_rows
from generator.offsets import MapPiece, OffsetMap
from generator.restore import alterations, halves, tokens
from generator.restore.vocabulary import HALVES, frequencies
from tests.kit import case_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.model import Case
    from generator.offsets import Edit


def restored(rule: Callable[[Case], Iterator[Edit]], text: str) -> str:
    clean = case_of(text, "flattened").clean
    return (
        OffsetMap([MapPiece(0, len(clean.text), clean.text)])
        .edited(rule(case_of(text, "flattened")), "rule")
        .text
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("an officer can not be expected to ask.", "an officer cannot be expected to ask."),
        ("i gon na tell them,and i wan na go.", "i gonna tell them, and i wanna go."),
        ("lem me see what you got ta say.", "lemme see what you gotta say."),
        # two words in print
        ("courts can not only hear but decide.", "courts can not only hear but decide."),
        # who writes "cannot" elsewhere was not cut
        ("it cannot be,and he can not stay.", "it cannot be, and he can not stay."),
        ("the scan not taken.", "the scan not taken."),
    ],
)
def test_tokens(text: str, expected: str) -> None:
    assert restored(tokens.edits, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a postconvic tion claim.", "a postconviction claim."),
        ("the ulti mate question.", "the ultimate question."),
        # both pieces are words, and the text is not broken elsewhere
        ("the police marched in formation.", "the police marched in formation."),
        # a common word stands before anything
        ("he wished to wed her.", "he wished to wed her."),
        ("a case of habeas corpus.", "a case of habeas corpus."),
    ],
)
def test_halves(text: str, expected: str) -> None:
    assert restored(halves.edits, text) == expected


def test_pieces_that_are_words_only_in_a_broken_text() -> None:
    broken = "the defen dant sought in formation on hold ing the prop erty,ulti mately."
    assert restored(halves.edits, broken) == (
        "the defendant sought information on holding the property, ultimately."
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("we reaf firm an ardu ous rule.", "we reaffirm an arduous rule."),
        (
            "he sued zor vax.zorvax fled,and zorvax paid.",
            "he sued zorvax. zorvax fled, and zorvax paid.",
        ),
        ("he was in cus tody.", "he was in custody."),  # nor is it the bone
        ("an ex parte order against de leon et al.", "an ex parte order against de leon et al."),
        ("he was asked of zor vax.", "he was asked of zor vax."),  # of which nobody knows
    ],
)
def test_rare_words_in_a_broken_text(text: str, expected: str) -> None:
    broken = "the defen dant sought prop erty,ulti mately."
    assert restored(halves.edits, f"{broken}{text}").endswith(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("they argue that n o facts show it.", "they argue that [n]o facts show it."),
        ("high.i n the ordinary case.", "high. [i]n the ordinary case."),
        ("because i t is the magistrate.", "because [i]t is the magistrate."),
        ("because t he affidavit said so.", "because [t]he affidavit said so."),
        ("from m aking any report.", "from [m]aking any report."),
        ("for a ll hand guns.", "for [a]ll hand guns."),
        ("sought,and a ny receipts.", "sought, and [a]ny receipts."),
        ("and a rticles of property.", "and [a]rticles of property."),
        ("the record wa s devoid of evidence.", "the record wa[s] devoid of evidence."),
        ("she had call ed the cops.", "she had call[ed] the cops."),
        ("he believe d that it was so.", "he believe[d] that it was so."),
        ("their conviction s or sentence s,ibid.", "their conviction[s] or sentence[s], ibid."),
        ("the effect of reduc ing it.", "the effect of reduc[ing] it."),
        ("bowen ha d a record.", "bowen ha[d] a record."),
        ("a sole ly plain and interna l matter.", "a sole[ly] plain and interna[l] matter."),
    ],
)
def test_alterations(text: str, expected: str) -> None:
    assert restored(alterations.edits, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "it is a part of the whole.",
        "he was a lone man,and a mount stood by.",
        "in re j. d. b. the court held.",
        "a b action lies,and the b claims fail.",
        "under section d the claim fails.see d and or d of it.",
        "fed. rule civ.proc.d requires it.",
        "exhibit s shows as much.",
        "the act,part b and part c,applies.",
        "prosser on law of torts ed.states the rule.",
        "lisa s. blatt argued.",
        "amalgamated ass n of street railways.",
        "see u s. and others.",
        "the conviction s he got.",  # "she" or "convictions": nobody can tell
        "i saw it,and i do not know.",
    ],
)
def test_no_alterations(text: str) -> None:
    assert list(alterations.edits(case_of(text, "flattened"))) == []


def test_a_letter_in_mid_sentence_has_no_capital_whoever_gave_it_one() -> None:
    case = case_of("it holds,I t is said.I n this case T he law", "plain")
    new = OffsetMap([MapPiece(0, len(case.clean.text), case.clean.text)]).edited(
        alterations.edits(case), "alterations"
    )
    assert new.text == "it holds,I t is said.I n this case [t]he law"


def test_an_alteration_keeps_every_letter() -> None:
    text = "because t he affidavit wa s short."
    edits = list(alterations.edits(case_of(text, "flattened")))
    assert {e.kind for e in edits} == {"punctuation"}
    assert not any(c.isalnum() for e in edits for c in e.text)


def test_the_table_of_words() -> None:
    rows = read_rows("restore_words.tsv")
    assert [w for w, _ in rows] == sorted({w for w, _ in rows})
    for word, count in rows:
        assert word.isascii()
        assert word.islower()
        assert len(word) > 1
        assert int(count) >= 1
    assert not HALVES & frequencies().keys()
