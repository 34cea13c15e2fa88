"""The index of names."""

from __future__ import annotations

from generator.cite.flattened.index import NameIndex
from generator.cite.flattened.words import Squeezed
from generator.link.authorities import shipped
from generator.model import Authority, KnownAuthority


def known(key: str, name: str, *aliases: str) -> KnownAuthority:
    return KnownAuthority(Authority("case", key, name, 1990), "people", 5, aliases)


INDEX = NameIndex(
    [
        known("1 U.S. 1", "Alder v. Brook"),
        known("2 U.S. 2", "Cedar Constructors, Inc. v. Dale"),
        known("3 U.S. 3", "Elm v. al-Fir"),
        known("4 U.S. 4", "Gorse Nation v. Heath", "The Gorse Case"),
        known("5 U.S. 5", "Ivy Population Services International v. Juniper Int'l"),
        known("6 U.S. 6", "General Electric Co. v. Larch"),
        known("7 U.S. 7", "In re R. M. J."),
        known("8 U.S. 8", "Mistletoe Investment Partners, LLC v. Scientific-Nettle, Inc."),
        KnownAuthority(Authority("statute", "42 U.S.C. § 1983", "Oak v. Pine"), "people"),
    ]
)


def found(text: str) -> list[tuple[str, str]]:
    return [(text[h.start : h.end], h.known[0].authority.key) for h in INDEX.find(Squeezed(text))]


def test_names_are_found_as_whole_words() -> None:
    assert found("see alder brook,and") == [("alder brook", "1 U.S. 1")]
    assert found("see al der bro ok,and") == [("al der bro ok", "1 U.S. 1")]
    assert found("see balder brook,alder brooks.") == []
    # "Int'l" leaves nothing, however the name is known.
    assert found("see ivy population services juniper,and")[0][1] == "5 U.S. 5"


def test_a_mark_between_the_parties() -> None:
    assert found("an alder.brook water") == []
    assert found("cedar constructors,dale.") == [("cedar constructors,dale", "2 U.S. 2")]


def test_aliases_count_and_laws_do_not() -> None:
    assert found("the gorse case.") == [("the gorse case", "4 U.S. 4")]
    assert found("oak pine,") == []


def test_what_is_left_of_initials_is_no_name() -> None:
    assert found("in re spect to that") == []


def test_a_long_party_tells_alone() -> None:
    assert found("mistletoe investment partners,llc,")[0] == (
        "mistletoe investment partners,llc",
        "8 U.S. 8",
    )
    assert INDEX.remnant("elm")[0].authority.key == "3 U.S. 3"
    assert found("the elm,") == []


def test_parties() -> None:
    assert [k.authority.key for k in INDEX.party("heath")] == ["4 U.S. 4"]
    assert INDEX.party("united states") == ()
    assert INDEX.party("nobody") == ()


def test_names_in_other_spelling() -> None:
    def keys(words: str) -> list[str]:
        return [k.authority.key for k in INDEX.nearly(words.split())]

    assert keys("general elec larch") == ["6 U.S. 6"]
    assert keys("ivy population services international") == ["5 U.S. 5"]
    assert keys("gorse nation of okla heath") == ["4 U.S. 4"]
    assert keys("alder brook") == []  # too short to guess at
    assert keys("general elect larch") == []  # half a word is another word
    assert keys("quite other words") == []


def test_the_shipped_part_is_shared_and_can_be_hidden() -> None:
    text = Squeezed("see harlow fitzgerald,")
    whole = NameIndex(shipped())
    assert [k.authority.key for k in whole.find(text)[0].known] == ["457 U.S. 800"]
    without = NameIndex(k for k in shipped() if k.authority.key != "457 U.S. 800")
    assert without.find(text) == []
    own = known("457 U.S. 800", "Harlow v. Fitzgerald")
    assert NameIndex([own]).find(text)[0].known == (own,)


def test_an_empty_index() -> None:
    assert NameIndex([]).find(Squeezed("alder brook")) == []


def test_known_works_without_a_name_of_two_parties_make_an_index_that_finds_nothing() -> None:
    index = NameIndex([KnownAuthority(Authority("case", "1 U.S. 1"), "site")])
    assert index.find(Squeezed("roe poe.")) == []
