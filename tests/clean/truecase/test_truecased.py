"""A text alone: what gets its capital back, beside what looks like it and stays small."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.clean.truecase import Given, shipped, truecased
from generator.clean.truecase.fragments import Halves, joined
from generator.clean.truecase.starts import starts
from generator.clean.truecase.taught import learn
from generator.clean.truecase.text import lines


def cased(text: str, **known: object) -> str:
    return truecased(text, shipped(), Given(**known))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        "We agree that the District Court erred.",
        "In state court the officer testified.",
        "The Court of Appeals for the Ninth Circuit affirmed.",
        "He relied on the Fourth Amendment and on a constitutional amendment.",
        "The Attorney General agreed; the attorney did not.",
        "An attorney is the agent of his client.",
        "I think that I may be wrong.",
        "In New York and in new cases the Solicitor General argued.",
        "They sued under the Prison Litigation Reform Act for his acts.",
        "The trial was held in January in Los Angeles, California.",
        "The Federal Rules of Civil Procedure govern; the rules of grammar do not.",
        "Congress acted, and the States did not.",
        "The writ of habeas corpus was denied ex parte.",
        "He lived at East Street, in a house on the street.",
    ],
)
def test_a_sentence_comes_back(text: str) -> None:
    assert cased(text.lower()) == text


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("it is. he was. so we hold.", ["it", "he", "so"]),
        ("why? because. no! then.", ["why", "because", "no", "then"]),
        ("see dr. smith and cf. leon.", ["see"]),
        ("app. to pet. for cert. the court", ["app", "the"]),
        ("see app. we agree.", ["see", "we"]),
        ("see app. indicating that", ["see"]),
        ("he erred. at, emphasis added.", ["he"]),
        ("he erred. at trial he spoke.", ["he", "at"]),
        ("by leon, ibid. quoting gates.", ["by"]),
        ("it was illegal. a, d. given that", ["it", "given"]),
        ("giving rise. to the claim", ["giving", "to"]),
        ("what happened. is unclear", ["what"]),
        ("under. b. the section says", ["under", "the"]),
        ("as in (a) the first and (b) the second", ["as"]),
        ("he won. (b) the officer lost.", ["he", "the"]),
    ],
)
def test_where_sentences_begin(text: str, begins: list[str]) -> None:
    line = lines(text)[0]
    assert [line.words[i] for i in starts(line.words, line.gaps)] == begins


def test_a_citation_that_ends_a_sentence_with_a_comma() -> None:
    line = lines("walker martin, the bar fell. in coleman, the bar stood.")[0]
    found = [line.words[i] for i in starts(line.words, line.gaps, cited={1})]
    assert found == ["walker", "the", "in"]
    line = lines("walker martin, and others.")[0]
    assert starts(line.words, line.gaps, cited={1}) == [0]


def test_letters_and_held_in_a_syllabus_only() -> None:
    line = lines("held the officers won. b this case is close.")[0]
    syllabus = [line.words[i] for i in starts(line.words, line.gaps, syllabus=True)]
    assert syllabus == ["held", "the", "this"]
    assert [line.words[i] for i in starts(line.words, line.gaps)] == ["held", "b"]


PEOPLE = (
    "officer dalgliesh testified. the report was written by dalgliesh, and dalgliesh signed it. "
    "when dalgliesh was asked, he said so. the dalglieshes moved out. a lodestar guided him. "
    "the lodestar was his. no lodestar is perfect, and every lodestar errs."
)


def test_the_text_teaches_its_own_names() -> None:
    out = cased(PEOPLE)
    assert out.count("Dalgliesh") == 5
    assert "dalgliesh" not in out
    assert "Lodestar" not in out


def test_initials_of_the_words_before_are_capitals() -> None:
    out = cased("the quillon salmon hatchery qsh opened. then the qsh closed. its oyf is one.")
    assert out.count("QSH") == 2
    assert "OYF" not in out


def test_names_that_are_given() -> None:
    assert cased("then zorn met a person.", names={"zorn": "Zorn"}) == "Then Zorn met a person."
    assert cased("the court erred.", fixed={4: "court"}) == "The court erred."
    assert cased("the court erred.", fixed={4: "Court"}) == "The Court erred."


@pytest.mark.parametrize(
    ("text", "halves"),
    [
        ("the informa tion was", ["informa tion"]),
        ("the govern ment and con gress", ["govern ment", "con gress"]),
        ("we can not and do not", []),
        ("he was bent on it", []),
        ("the court of appeals", []),
    ],
)
def test_halves_of_words(text: str, halves: list[str]) -> None:
    line = lines(text)[0]
    found = Halves(shipped())
    at = found.found(line.words, line.gaps, found.suspects(line.words))
    assert [f"{line.words[i]} {line.words[i + 1]}" for i in at] == halves


def test_halves_are_cased_as_the_whole() -> None:
    assert (
        cased("in con gress the informa tion was lost.")
        == "In Con gress the informa tion was lost."
    )


def test_a_word_with_a_bracket_is_one_word() -> None:
    assert (
        cased("he wa[s] there. [t]he officer call[ed].")
        == "He wa[s] there. [T]he officer call[ed]."
    )


def test_joined_words_remember_where_they_were() -> None:
    words, gaps, places = joined(["a", "informa", "tion", "b"], ["", " ", " ", ", ", "."], [1])
    assert (words, gaps, places) == (["a", "information", "b"], ["", " ", ", ", "."], [0, 1, 3])


def test_strangers_need_company() -> None:
    line = lines("a plonk and the plonk of his plonk.")[0]
    assert learn([(line.words, line.gaps)], shipped()).shifts["plonk"] < 0


@given(st.text(alphabet="abc deil.,'\n?()§é123", max_size=200))
def test_nothing_but_case_changes(text: str) -> None:
    out = cased(text)
    assert out.lower() == text.lower()


@given(st.text(max_size=80))
def test_any_text_keeps_its_length(text: str) -> None:
    assert len(cased(text)) == len(text)


def test_the_same_text_the_same_capitals() -> None:
    assert cased(PEOPLE) == cased(PEOPLE)
