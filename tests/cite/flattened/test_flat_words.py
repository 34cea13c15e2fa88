"""What the damage makes of names, and the squeezed form with its way back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cite.flattened.words import (
    Squeezed,
    flat_names,
    flatten_name,
    long_forms,
    lower,
    plain_name,
)


@pytest.mark.parametrize(
    ("name", "flat"),
    [
        ("Pearson v. Callahan", "pearson callahan"),
        ("United States v. Leon", "united states leon"),
        ("Go-Bart Importing Co. v. United States", "importing united states"),
        ("Warden, Md. Penitentiary v. Hayden", "warden penitentiary hayden"),
        ("Ashcroft v. al-Kidd", "ashcroft"),
        ("O'Connor v. Graziosi", "graziosi"),
        ("Tellabs, Inc. v. Makor Issues & Rights, Ltd.", "tellabs makor issues rights"),
        ("Humphrey's Executor v. United States", "humphrey executor united states"),
        ("Public Serv. Comm'n of N. Y. v. Doe", "public of doe"),
        ("In re Gault", "in re gault"),
        ("in Baze v. Rees", "baze rees"),
        ("at 131. In United States v. Padelford", "united states padelford"),
        ("200-ft. v. 3M Co.", None),
        ("", None),
    ],
)
def test_flatten_name(name: str, flat: str | None) -> None:
    assert flatten_name(name) == flat


@pytest.mark.parametrize(
    ("name", "survived"),
    [
        ("Board of Ed. v. Rowley", "boardofedrowley"),
        ("Board of Ed. v. Rowley", "boardofeducationrowley"),
        ("Board of Ed. v. Rowley", "boardofrowley"),
        ("Warden, Md. Penitentiary v. Hayden", "wardenmarylandpenitentiaryhayden"),
        ("Go-Bart Importing Co. v. United States", "gobartimportingunitedstates"),
        ("O'Connor v. Ortega", "oconnorortega"),
        ("O'Connor v. Ortega", "connorortega"),
        ("Perdue v. Kenny A.", "perduekenny"),
        ("AT&T Mobility LLC v. Concepcion", "attmobilityllcconcepcion"),
        ("AT&T Mobility LLC v. Concepcion", "attmobilityconcepcion"),
    ],
)
def test_a_name_may_have_survived_in_several_ways(name: str, survived: str) -> None:
    assert survived in {form.squeezed for form in flat_names(name)}


@pytest.mark.parametrize(
    ("name", "loose"),
    [
        ("Michigan v. Bryant", False),
        ("Adarand Constructors, Inc. v. Mineta", True),  # adarand constructors,mineta
        ("General Elec. Co. v. Joiner", True),
        ("Lampf, Pleva & Petigrow v. Gilbertson", False),
    ],
)
def test_a_mark_stands_between_the_parties_only_where_a_word_was_lost(
    name: str, loose: bool
) -> None:
    assert flat_names(name)[0].loose is loose


def test_parties_that_are_gone_are_counted() -> None:
    first, *_ = flat_names("Hazel-Atlas Glass Co. v. Hartford-Empire Co.")
    assert (first.parties, first.lost, first.seam) == ((("glass",),), 1, 0)


def test_a_long_name_has_few_forms() -> None:
    name = "Bd. of Govs. of the Fed. Res. Sys. v. Inv. Co. Inst. of Am. & Assn. of Sav. Banks"
    assert 0 < len(flat_names(name)) <= 24


@given(st.text(st.sampled_from("AbcÉé v.'-&, 1"), max_size=40))
def test_the_short_way_agrees_with_the_long_one(name: str) -> None:
    plain = plain_name(name)
    if plain:
        (form,) = flat_names(name)
        assert tuple("".join(p) for p in form.parties) == plain


@pytest.mark.parametrize("row", sorted(long_forms().items()), ids=lambda row: str(row[0]))
def test_abbreviations(row: tuple[str, str]) -> None:
    short, long = row
    assert short.isalpha()
    assert short.islower()
    assert long == "" or (long.isalpha() and long.islower())
    assert long not in long_forms(), "a long form is no short one"


@given(st.text(st.characters(codec="utf-8"), max_size=300))
def test_every_letter_has_its_place(text: str) -> None:
    low = lower(text)
    assert len(low) == len(text)
    squeezed = Squeezed(low)
    assert squeezed.letters == "".join(c for c in low if c.isalpha())
    for k, letter in enumerate(squeezed.letters):
        assert low[squeezed.place(k)] == letter


def test_only_whole_words_have_a_span() -> None:
    text = Squeezed("see pear son,callahan.")
    assert text.span(3, 18) == (4, 21)  # a word that was broken is whole
    assert text.span(4, 18) is None
    assert text.span(3, 17) is None
    with pytest.raises(IndexError):
        text.place(len(text.letters))
