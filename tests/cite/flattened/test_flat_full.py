"""Citations in full: of known cases, of unknown ones by position, and of which one party is left."""

from __future__ import annotations

import datetime

import pytest

from generator.cite.flattened.find import FlattenedContext, find_flattened_cases
from generator.cite.flattened.index import NameIndex
from generator.model import Authority, KnownAuthority, Mention


def known(key: str, name: str, year: int = 1990, seen: int = 5) -> KnownAuthority:
    return KnownAuthority(Authority("case", key, name, year), "people", seen)


INDEX = NameIndex(
    [
        known("1 U.S. 1", "Pearson v. Callahan"),
        known("2 U.S. 2", "United States v. Leon"),
        known("3 U.S. 3", "Go-Bart Importing Co. v. United States"),
        known("4 U.S. 4", "Warden, Md. Penitentiary v. Hayden"),
        known("5 U.S. 5", "Ryburn v. Huff"),
        known("6 U.S. 6", "Johnson v. United States", 1948),
        known("7 U.S. 7", "Johnson v. United States", 1986),
        known("8 U.S. 8", "Missouri v. Illinois"),
        known("9 U.S. 9", "Ambler Realty v. Euclid"),
        known("10 U.S. 10", "Euclid v. Ambler Realty Co."),
        known("11 U.S. 11", "Cunningham v. Hamilton"),
        known("12 U.S. 12", "Ashcroft v. al-Kidd"),
        known("13 U.S. 13", "Malley v. Briggs"),
        known("14 U.S. 14", "Miller-El v. Cockrell"),
    ]
)
CONTEXT = FlattenedContext(datetime.date(2012, 2, 22), frozenset(("alder", "county", "of", "elm")))


def full(text: str, context: FlattenedContext = CONTEXT) -> list[Mention]:
    (found,) = find_flattened_cases([text], INDEX, context)
    return [m for m in found if m.kind == "full"]


def texts(text: str) -> list[str]:
    return [text[m.start : m.end] for m in full(text)]


@pytest.mark.parametrize(
    ("text", "cited", "key"),
    [
        ("would have known.pearson callahan.where the", "pearson callahan", "1 U.S. 1"),
        ("pearson callahan,quoting others.", "pearson callahan", "1 U.S. 1"),
        ("as we held in pear son calla han,the", "pear son calla han", "1 U.S. 1"),
        ("in good faith.united states leon,nonetheless", "united states leon", "2 U.S. 2"),
        ("searches.importing united states.the", "importing united states", "3 U.S. 3"),
        ("see warden.penitentiary hayden,holding that", "warden.penitentiary hayden", "4 U.S. 4"),
        ("ryburn huff,per curiam slip,at.the", "ryburn huff,per curiam slip,at", "5 U.S. 5"),
        ("see pearson callahan internal quotation marks", "pearson callahan", "1 U.S. 1"),
        (
            "see village of euclid ambler realty,the",
            "village of euclid ambler realty",
            "10 U.S. 10",
        ),
        ("in cunningham hamilton county,the", "cunningham hamilton county", "11 U.S. 11"),
        (
            "see johnson united states,opinion of jackson,when",
            "johnson united states,opinion of jackson",
            "6 U.S. 6",
        ),
        ("see missouri illinois,on boundaries", "missouri illinois", "8 U.S. 8"),
        ("the law.ashcroft,slip,at quoting others", "ashcroft,slip,at", "12 U.S. 12"),
        ("relief.see cockrell,but", "cockrell", "14 U.S. 14"),
    ],
)
def test_known_cases(text: str, cited: str, key: str) -> None:
    (mention,) = full(text)
    assert text[mention.start : mention.end] == cited
    assert mention.authority is not None
    assert mention.authority.key == key


@pytest.mark.parametrize(
    "text",
    [
        "officer pearson callahan argued that he had known",
        "between missouri illinois and iowa rivers run",
        "against the united states.leon was arrested",
        "ashcroft,the attorney general,said",
        "in cockrell words",
    ],
)
def test_what_is_no_citation(text: str) -> None:
    assert full(text) == []


def test_the_case_at_hand_is_not_cited() -> None:
    own = FlattenedContext(None, frozenset(("pearson", "v", "callahan")))
    assert full("pearson callahan,petitioner", own) == []
    # but what other courts decided in it is
    for text in ("affirmed.pearson callahan,so.fla.we granted", "see pearson callahan,en banc."):
        (below,) = full(text, own)
        assert below.authority is None
        assert below.candidates == ()


def test_two_cases_of_one_name_stay_open() -> None:
    (mention,) = full("see johnson united states,holding")
    assert mention.authority is None
    assert {a.key for a in mention.candidates} == {"6 U.S. 6", "7 U.S. 7"}
    (early,) = full(
        "see johnson united states,holding", FlattenedContext(datetime.date(1970, 1, 1))
    )
    assert early.authority is not None
    assert early.authority.key == "6 U.S. 6"


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("are rare.see,zentner aldous,in the typical case", ["zentner aldous"]),
        ("see zentner aldous,orwyn pfeil,united states quade,the", None),
        ("court affirmed.zentner state,so.fla.on appeal", ["zentner state,so.fla"]),
        ("relief.zentner aldous,cert.denied,we", ["zentner aldous"]),
        ("scheme.united states zentner,they knew", ["united states zentner"]),
        ("for delay united states zentner,same", ["united states zentner"]),
        ("for an alien in re zentner,ariz.app.the", ["in re zentner,ariz.app"]),
        (
            "further.in re zentner securities,derivative litigation,the court",
            ["in re zentner securities,derivative litigation"],
        ),
        ("the circuit decision in zentner aldous,which", ["zentner aldous"]),
        ("the law.zentner aldous,the rest.zentner,supra,at.", ["zentner aldous"]),
        (
            "zentner county of elm,civ.cd,app.to pet.for cert,wl.",
            ["zentner county of elm,civ.cd", "wl"],
        ),
        ("omitted pearson callahan,zentner aldous,orwyn pfeil.", None),
        # no sign that it is a case
        ("her boyfriend,jerry zentner,while she", []),
        ("the officers,zentner aldous,said so", []),
        ("see wright miller,federal practice", []),
        ("see zentner act,which", []),
        ("see brief for zentner,arguing", []),
        ("see new york,where", []),
        ("against the united states zentner,who", []),
        ("see zentner and aldous,who", []),
        ("see reasonable searches,where", []),
    ],
)
def test_unknown_cases(text: str, cited: list[str] | None) -> None:
    expected = cited if cited is not None else [c for c in texts(text) if c]
    assert texts(text) == expected
    if cited is None:
        assert len(texts(text)) == 3
    assert all(m.authority is None for m in full(text) if "zentner" in text[m.start : m.end])
