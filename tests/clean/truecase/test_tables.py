"""Every row of the shipped tables, and how the counted ones are derived."""

from __future__ import annotations

import gzip
import re
from importlib.resources import files

import pytest

from generator.clean.truecase import phrases
from generator.clean.truecase.lexicon import counts, like_a_name, shipped, spelled
from scripts.derive_case_tables import coded, derive, following, letters, plain, without_rare

DATA = files("generator").joinpath("data")
CODES = re.compile(r"(?:[lCU]\d+|[^\s:]+:\d+)(?: (?:[lCU]\d+|[^\s:]+:\d+))*")


def rows(name: str) -> list[list[str]]:
    raw = DATA.joinpath(name).read_bytes()
    text = gzip.decompress(raw).decode("utf-8") if name.endswith(".gz") else raw.decode("utf-8")
    return [line.split("\t") for line in text.splitlines() if not line.startswith("#")]


def test_every_word_has_spellings_that_are_its_own() -> None:
    table = rows("case_words.tsv.gz")
    assert len(table) > 20_000
    assert [row[0] for row in table] == sorted({row[0] for row in table})
    for word, cell in table:
        assert word == word.lower()
        assert re.fullmatch(r"\?\d+", cell) or CODES.fullmatch(cell), (word, cell)
        if cell[0] != "?":
            for code in counts(cell):
                assert spelled(word, code).lower() == word, (word, code)


def test_every_pair_has_spellings_of_a_known_word() -> None:
    words = {row[0] for row in rows("case_words.tsv.gz")}
    table = rows("case_pairs.tsv.gz")
    assert [row[0] for row in table] == sorted({row[0] for row in table})
    for before, *cells in table:
        assert len(cells) % 2 == 0
        for word, cell in zip(cells[::2], cells[1::2], strict=True):
            assert word in words, (before, word)
            assert CODES.fullmatch(cell), (before, word, cell)
            for code in counts(cell):
                assert spelled(word, code).lower() == word, (before, word, code)


def test_every_share_by_the_word_behind_is_a_share() -> None:
    for word, *cells in rows("case_following.tsv.gz"):
        assert cells[0].startswith(" "), word  # any other word behind comes first
        for cell in cells:
            after, _, share = cell.rpartition(" ")
            assert 0 < int(share) < 100, (word, after)


def test_every_beginning_and_end_has_its_odds() -> None:
    table = rows("case_letters.tsv")
    assert [row[0] for row in table] == sorted({row[0] for row in table})
    for part, odds in table:
        assert re.fullmatch(r"\^[^\W\d_]{1,3}|[^\W\d_]{1,3}\$", part), part
        assert -12 < float(odds) < 12


def test_every_phrase_has_several_words_and_is_found_where_it_stands() -> None:
    listed = [row[0] for row in rows("case_phrases.txt")]
    assert len(listed) == len(set(listed))
    for phrase in listed:
        words = phrase.split()
        assert len(words) > 1
        assert re.fullmatch(r"[A-Za-z ]+", phrase), phrase
        line = ["x", *phrase.lower().split(), "x"]
        found = dict(phrases.found(line, phrases.shipped()))
        assert [found.get(i + 1) for i in range(len(words))] == words, phrase


def test_the_tables_are_small() -> None:
    names = ("case_words.tsv.gz", "case_pairs.tsv.gz", "case_following.tsv.gz", "case_letters.tsv")
    assert sum(len(DATA.joinpath(name).read_bytes()) for name in names) < 3_000_000


@pytest.mark.parametrize(
    ("word", "code"),
    [("court", "l"), ("Court", "C"), ("COURT", "U"), ("McCarthy", "McCarthy"), ("PLLs", "PLLs")],
)
def test_a_spelling_has_a_code(word: str, code: str) -> None:
    assert coded(word) == code
    assert spelled(word.lower(), code) == word


@pytest.mark.parametrize(
    ("word", "bare"),
    [("state's", "state"), ("judge’s", "judge"), ("states'", "states"), ("o'connor", "o'connor")],
)
def test_a_possessive_is_counted_with_its_word(word: str, bare: str) -> None:
    assert plain(word) == bare


def test_what_is_rare_is_left_out_but_never_all() -> None:
    assert without_rare({"l": 990, "C": 9, "U": 1}) == {"l": 990}
    assert without_rare({"C": 90, "l": 10}) == {"C": 90, "l": 10}
    assert without_rare({"C": 9, "mL": 1}) == {"C": 9}
    assert without_rare({"mL": 1}) == {"mL": 1}


def test_pairs_that_say_nothing_new_are_left_out() -> None:
    words = [["court", "Court:70 court:30"], ["rule", "rule:90 Rule:10"]]
    pairs = [["state", "court", "court:40"], ["a", "court", "Court:7 court:3"]]
    _, kept, _ = derive(words, pairs)
    assert kept["state"]["court"] == {"l": 40}
    assert "court" not in kept.get("a", {})


def test_what_follows_tells_of_the_word_before() -> None:
    words = {
        "attorney": {"C": 50, "l": 50},
        "general": {"C": 60, "l": 60},
        "may": {"l": 95, "C": 5},
    }
    pairs = {("attorney", "general"): {"C": 48}, ("attorney", "may"): {"l": 20}}
    shares = following(words, pairs)["attorney"]
    assert shares["general"] > 0.9
    assert shares[""] < 0.1
    assert "may" not in shares  # it is always small, so it says nothing


def test_letters_of_names_differ_from_those_of_words() -> None:
    words = {f"{stem}ski": {"C": 5} for stem in ("kowal", "lewan", "zawad", "malin") * 3}
    words |= {f"{a}{b}ski": {"C": 5} for a in "abcdef" for b in "ou"}
    small = frozenset(f"{a}{b}ting" for a in "abcdefghi" for b in "aeiou")
    odds = letters({**words, **{w: {"l": 9} for w in small}}, small)
    assert odds["ski$"] > 1 > -1 > odds["ing$"]


@pytest.mark.parametrize("name", ["kowalski", "munanka", "hernandez"])
def test_like_a_name(name: str) -> None:
    assert like_a_name(name) > 1


@pytest.mark.parametrize("word", ["postings", "undeliverable", "egregiousness", "restarted"])
def test_unlike_a_name(word: str) -> None:
    assert like_a_name(word) < -1


def test_a_word_alone_and_behind_another() -> None:
    lexicon = shipped()
    assert (told := lexicon.alone("mccarthy")) is not None
    assert told.form == "McCarthy"
    assert lexicon.alone("zyzzogeton") is None
    table, seen = lexicon.behind("district", "court")
    assert table["C"] > table["l"]
    assert seen == sum(table.values())
    assert lexicon.behind("zyzzogeton", "court") == ({}, 0)
    assert (lexicon.before("attorney", "general") or 0) > 0.9
    assert lexicon.before("zyzzogeton", "general") is None
