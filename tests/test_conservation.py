"""Conservation: every letter of the source is on the page once and in order, or a repair says why not.

Held twice: by the program's own account, which runs in every build, and by one that is drawn up here from ``case.json``
and the raw text alone.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.clean import chain
from generator.conservation import Violation, check, expected, letters
from generator.errors import ConservationError, ReadError
from generator.model import Block, Piece, Repair
from generator.offsets import Edit
from tests.kit import DIALECTS, FIXTURES, OPINIONS, SEEDS, account, case_of, data_of, letters_of

LINES = st.one_of(
    st.text(max_size=60),
    st.text("ab,.;:'\"“”[*]12()§ \t\xa0é\x00\x93\u202e\xadâ€œ", max_size=60),
    st.sampled_from(
        [
            "OPINION", "JUSTICE WHITE delivered the opinion of the Court.", "PER CURIAM.", "I", "A", "* * *",
            "Syllabus",
            "JUSTICE POWELL, with whom JUSTICE REHNQUIST joins, dissenting.", '<dissent author="BREYER">',
            "It is so ordered.",
            "[*341]", "[1] See below.", "FOOTNOTES", 'The Act provides:\n"No person shall."\nand no more.',
            "opinion of the court",
            "breyer,concurring", "justice breyer,concurring.i agree.", "i respectfully dissent.",
            "q did you see it\na i did",
            "roberts,delivered the opinion of the court,in which scalia,joined.", "We hold that. 1 And"
            " this. 2 And that. 3",
        ]
    ),
)  # fmt: skip
TEXTS = st.tuples(
    st.lists(LINES, max_size=15), st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\x0c", "\u2028"])
).map(lambda t: t[1].join(["Some text.", *t[0]]))


@given(TEXTS, st.sampled_from(DIALECTS))
@settings(max_examples=400, deadline=None)
def test_any_text_in_any_dialect(text: str, dialect: str) -> None:
    try:
        case = case_of(text, dialect)  # raises where the program's own account does not come out
    except ReadError as refused:
        assert refused.code == "R03"  # noqa: PT017 - so many controls are no text
        return
    assert case.source.text == text
    assert check(text, case.blocks, case.clean.repairs) is None
    assert account(data_of(case), text) is None


@pytest.mark.parametrize("path", [*SEEDS.values(), *OPINIONS], ids=lambda p: p.parent.name + p.stem)
@pytest.mark.parametrize("dialect", DIALECTS)
def test_real_text_in_every_dialect(path, dialect: str) -> None:
    """Also in a dialect that it is not: what is misread may look odd, but nothing may be lost."""
    text = path.read_bytes().decode()
    assert account(data_of(case_of(text, dialect)), text) is None


@given(st.text())
def test_letters(text: str) -> None:
    assert letters(text) == letters_of(text)


# ---------------------------------------------------------------------------------- the account can fail


def block(text: str, start: int, ident: str = "p1") -> Block:
    span = (start, start + len(text))
    return Block(ident, "paragraph", 1, "majority", None, text, span, (Piece(span, span, 0),))


@pytest.mark.parametrize(
    ("blocks", "repairs", "offset", "what"),
    [
        ([block("one", 0)], [], 4, "no block shows"),
        ([block("two", 4)], [], 0, "no block shows"),
        ([block("one two", 0), block("two", 4, "p2")], [], 4, "two blocks show"),
        ([block("one twx", 0)], [], 0, "does not show"),
        ([block("two", 0), block("one", 4, "p2")], [], 0, "does not show"),
        ([block("one two", 0)], [Repair((0, 3), "drop", "", "r")], 0, "does not show"),
        ([block("one two", 0)], [Repair((3, 3), "insert", "x", "r")], 0, "does not show"),
        (
            [block("one two", 0)],
            [Repair((0, 3), "drop", "", "r"), Repair((2, 4), "drop", "", "r")],
            2,
            "overlaps",
        ),
        ([block("one two", 0)], [Repair((0, 99), "drop", "", "r")], 0, "overlaps"),
    ],
)
def test_violations(blocks: list[Block], repairs: list[Repair], offset: int, what: str) -> None:
    violation = check("one two", blocks, repairs)
    assert violation is not None
    assert violation.offset == offset
    assert what in violation.what


def test_no_violation() -> None:
    assert check("one two", [block("one two", 0)], []) is None
    assert check("one two", [block("ONE, — two!", 0)], []) is None  # case and marks are free
    assert check("one two", [block("two", 4)], [Repair((0, 3), "drop", "", "r")]) is None


def test_expected_of_repairs() -> None:
    assert expected("ab cd", [Repair((0, 2), "drop", "xy", "r")]) == ([0, 3], ["xy", "cd"])
    assert isinstance(expected("ab", [Repair((1, 0), "drop", "", "r")]), Violation)


@pytest.mark.parametrize("name", [p.stem for p in OPINIONS])
def test_the_account_of_this_file_can_fail(name: str) -> None:
    """One letter changed in one block, or one repair left out, and the account from ``case.json`` must not come out."""
    text = (FIXTURES / f"{name}.txt").read_text()
    data = data_of(case_of(text))
    assert account(data, text) is None
    victim = max(data["blocks"], key=lambda b: len(b["text"]))
    whole = victim["text"]
    victim["text"] = whole.replace("e", "a", 1)
    assert account(data, text) is not None
    victim["text"] = whole
    data["blocks"].remove(victim)
    assert account(data, text) is not None
    data["blocks"] += [victim, victim]
    assert account(data, text) is not None


# ----------------------------------------------------------------- a broken rule is caught, with its place


def _loses_a_letter(text: str) -> list[Edit]:
    at = text.index("quick")
    return [Edit(at, at + 1, "", "blank")]  # what is called a blank is not told as a repair


def _invents_a_word(text: str) -> list[Edit]:
    at = text.index("quick")
    return [Edit(at, at, "very ", "blank")]


@pytest.mark.parametrize("rule", [_loses_a_letter, _invents_a_word])
@pytest.mark.parametrize("dialect", DIALECTS)
def test_a_broken_rule(rule, dialect: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chain, "CHAIN", (*chain.CHAIN, chain.Rule("broken", rule)))
    with pytest.raises(ConservationError) as caught:
        case_of("the first line.\n\nand on the third the quick brown fox.", dialect)
    error = caught.value
    assert (error.code, error.file, error.line) == ("K01", "opinion.txt", 3)
    assert "opinion.txt:3: K01" in str(error)
    assert "report" in error.advice


def test_a_rule_that_tells_what_it_does_is_no_defect(monkeypatch: pytest.MonkeyPatch) -> None:
    told = chain.Rule("told", lambda text: [Edit(0, 3, "", "drop")])
    monkeypatch.setattr(chain, "CHAIN", (*chain.CHAIN, told))
    text = "the quick brown fox."
    case = case_of(text, "plain")
    assert account(data_of(case), text) is None
    assert case.blocks[0].text == "quick brown fox."


def test_what_is_put_in_at_one_place_may_fill_several_blocks() -> None:
    """A witness lends a heading and a paragraph where the source has nothing: in the order of the clean text."""

    def lent(text: str, at: int, ident: str) -> Block:
        return Block(
            ident, "paragraph", None, None, None, text, (3, 3), (Piece((at, at), (3, 3), 0),)
        )

    one = Block("a", "paragraph", None, None, None, "one", (0, 3), (Piece((0, 3), (0, 3), 0),))
    two = Block("d", "paragraph", None, None, None, "two", (4, 7), (Piece((20, 23), (4, 7), 0),))
    repairs = [
        Repair((3, 3), "insert", "II", "witness:w"),
        Repair((3, 3), "insert", "more", "witness:w"),
    ]
    good = [one, lent("II", 4, "b"), lent("more", 8, "c"), two]
    assert check("one two", good, repairs) is None
    assert check("one two", [*good[:2], two], repairs) is not None
    assert (
        check("one two", [one, lent("more", 4, "c"), lent("II", 8, "b"), two], repairs) is not None
    )
    assert check("one two", [*good, lent("II", 9, "e")], repairs) is not None
