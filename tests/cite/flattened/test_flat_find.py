"""Short forms, bare names, *id.* and pins over the texts of a case; and what holds for any text."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cite.flattened.cited import FIRST_WORD, OTHER, PARTY, short_names_of
from generator.cite.flattened.find import FlattenedContext, find_flattened_cases
from generator.cite.flattened.index import NameIndex
from generator.cite.flattened.names import persons_in
from generator.model import Authority, KnownAuthority


def known(key: str, name: str) -> KnownAuthority:
    return KnownAuthority(Authority("case", key, name, 1990), "people", 5)


INDEX = NameIndex(
    [
        known("1 U.S. 1", "Malley v. Briggs"),
        known("2 U.S. 2", "United States v. Leon"),
        known("3 U.S. 3", "Go-Bart Importing Co. v. United States"),
        known("4 U.S. 4", "Container Corp. of America v. Tax Bd."),
        known("5 U.S. 5", "Rose v. Lundy"),
        known("6 U.S. 6", "Miller v. French"),
        known("7 U.S. 7", "Miller v. Marr"),
        known("8 U.S. 8", "Department of Air Force v. Zentner"),
        known("9 U.S. 9", "Orwyn v. Pfeil"),
    ]
)
CITED = (
    "see malley briggs,united states leon,importing united states,container of america tax,"
    "rose lundy,department of air force zentner."
)
ON = datetime.date(2012, 1, 1)


def found(*texts: str, **context: object) -> list[tuple[str, str, str | None]]:
    """(kind, what is spanned, key) of the last text's mentions."""
    mentions = find_flattened_cases(texts, INDEX, FlattenedContext(ON, **context))[-1]  # type: ignore[arg-type]
    return [
        (m.kind, texts[-1][m.start : m.end], m.authority.key if m.authority else None)
        for m in mentions
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("was wrong.leon,at.the", [("short", "leon,at", "2 U.S. 2")]),
        ("was wrong.leon,at internal quotation", [("short", "leon,at", "2 U.S. 2")]),
        ("see malley,at considering age", [("short", "malley,at", "1 U.S. 1")]),
        ("see malley,supra,at.", [("supra-case", "malley,supra,at", "1 U.S. 1")]),
        ("mal ley,supra,when", [("supra-case", "mal ley,supra", "1 U.S. 1")]),
        ("importing,at.in", [("short", "importing,at", "3 U.S. 3")]),
        ("see container,at.", [("short", "container,at", "4 U.S. 4")]),
        ("zentner,supra,at.", [("supra-case", "zentner,supra,at", "8 U.S. 8")]),
        (
            "leon,at scalia,dissenting.",
            [("short", "leon,at scalia,dissenting", "2 U.S. 2")],
        ),
        ("leon,at slip,at.", [("short", "leon,at slip,at", "2 U.S. 2")]),
        ("malley briggs,supra,at.", [("supra-case", "malley briggs,supra,at", "1 U.S. 1")]),
        ("malley briggs,at.the", [("short", "malley briggs,at", "1 U.S. 1")]),
        ("as leon made clear", [("name", "leon", "2 U.S. 2")]),
        ("the court in malley,at issue here,", [("name", "malley", "1 U.S. 1")]),
        ("see rose,", [("name", "rose", "5 U.S. 5")]),
        # Other cases that nobody knows, of which the name is but the first word; and who publishes the code.
        (
            "see zorn orwyn,per curiam malley marr of zentner,and",
            [("full", "zorn orwyn,per curiam", None), ("full", "malley marr of zentner", None)],
        ),
        ("was so.malley marr,the", []),
        ("cal.civ.code ann.leon.the", []),
        ("the sun rose.", []),
        ("justice leon,", []),
        ("james leon ran", []),
        ("opinion of leon.", []),
        ("the united states said", []),
        ("the department of air force", []),
        ("the container was full", []),
        ("ibid.the", [("id", "ibid.", None)]),
        ("have revealed.id.at.", [("id", "id.at", None)]),
        ("they d id not", []),
        ("see supra,at.", []),
    ],
)
def test_after_full_citations(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert found(CITED, text) == expected


def test_names_count_from_the_first_page_on() -> None:
    mentions = find_flattened_cases(["leon held so.", CITED], INDEX, FlattenedContext(ON))[0]
    assert [m.kind for m in mentions] == ["name"]


def test_a_name_cited_nowhere_in_full_is_only_guessed_at() -> None:
    assert found("see orwyn,supra,at.") == [("supra-case", "orwyn,supra,at", None)]
    (mention,) = find_flattened_cases(["see orwyn,supra,at."], INDEX, FlattenedContext(ON))[0]
    assert [a.key for a in mention.candidates] == ["9 U.S. 9"]
    assert found("hereinafter orwyn.see orwyn,supra,at.") == []
    assert ("short", "orwyn,at", None) not in found("see orwyn,at.")


def test_of_two_cases_the_one_cited_last_in_the_same_writing() -> None:
    both = "see miller french,and miller marr,the"
    kind_and_key = ("short", "miller,at", "7 U.S. 7")
    assert kind_and_key in found(both, "miller,at.", writing_of=("majority", "majority"))
    assert ("short", "miller,at", None) in found(both, "miller,at.", writing_of=("majority", "x"))


def test_the_cases_own_parties_are_not_its_authorities() -> None:
    assert found(CITED, "as malley said", parties=frozenset(("malley", "elm"))) == []


def test_a_person_of_the_same_name() -> None:
    text = "james leon was seen.leon ran"
    assert found(CITED, text) == []
    assert persons_in(["curt james leon,and mary ann orwyn."]) >= {"leon", "orwyn"}


@pytest.mark.parametrize(
    ("text", "pins"),
    [
        ("the warrant,at,will", ["at"]),
        ("local street gang,at.kelly", ["at"]),
        ("gang ties,at ", ["at"]),
        ("amendment.at see also", ["at"]),
        ("judgments.at slip,at.the", ["at slip,at"]),
        (
            "the magistrate at powell,concurring in part and dissenting in part objecting",
            ["at powell,concurring in part and dissenting in part"],
        ),
        ("immediately.at t he police", ["at"]),
        ("see,at,and,at quoting", ["at", "at"]),
        ("at the time", []),
        (".at issue is", []),
        (",at least three", []),
        ("the decision that it reached at trial", []),
        ("which it looked at.", []),
        ("ante,at.post,at.infra,at.supra,at.", []),
        (",at or near a crime scene", []),
        ("at&t moved", []),
    ],
)
def test_pins(text: str, pins: list[str]) -> None:
    assert [spanned for kind, spanned, _ in found(text) if kind == "pin"] == pins


def test_pins_with_a_citation_of_their_own() -> None:
    text = "he won.at,at.see oak,ct.at,and.supp.at.restatement,at,and.in court,at.elm,at,at.at slip,at,at."
    mentions = find_flattened_cases([text], INDEX, FlattenedContext())[0]
    assert [m.key for m in mentions if m.kind == "pin"] == [
        *(
            "parallel",
            "parallel",
            "ct",
            "supp",
            "restatement",
            None,
            "parallel",
            "parallel",
            None,
            None,
        )
    ]


def test_short_names() -> None:
    assert short_names_of(("united states", "leon")) == {"unitedstatesleon": PARTY, "leon": PARTY}
    assert short_names_of(("container of america", "tax"))["container"] == OTHER
    assert short_names_of(("malley smith", "briggs")) == {
        "malleysmithbriggs": PARTY,
        "malley": FIRST_WORD,
        "malleysmith": PARTY,
        "briggs": OTHER,
    }
    assert short_names_of(("american needle", "briggs")).get("american") is None
    assert "malley" not in short_names_of(("malley", "briggs"), frozenset(("malley",)))
    assert "leon" in short_names_of(("united states leon",))
    assert "gault" in short_names_of(("in re gault",))


WORDS = "malley briggs leon united states at supra ibid id see the in re slip per curiam ante quoting so fla é".split()


@given(
    st.lists(
        st.lists(st.sampled_from([*WORDS, ",", ".", " ", "\n", "("]), max_size=40).map("".join),
        max_size=3,
    )
)
def test_mentions_lie_in_order_within_the_text(texts: list[str]) -> None:
    for text, mentions in zip(
        texts, find_flattened_cases(texts, INDEX, FlattenedContext(ON)), strict=True
    ):
        end = 0
        for mention in mentions:
            assert end <= mention.start < mention.end <= len(text)
            end = mention.end
            assert mention.authority is None or not mention.candidates


@given(st.text(max_size=200))
def test_any_text_will_do(text: str) -> None:
    (mentions,) = find_flattened_cases([text], INDEX, FlattenedContext())
    assert all(m.end <= len(text) for m in mentions)


def test_capitals_do_not_matter() -> None:
    low = "see malley briggs,and leon,at."
    assert [
        (m.start, m.end) for m in find_flattened_cases([low], INDEX, FlattenedContext())[0]
    ] == [
        (m.start, m.end) for m in find_flattened_cases([low.title()], INDEX, FlattenedContext())[0]
    ]


@pytest.mark.parametrize(
    "piece", ["(", "§ ", "7 ", "id. ", "id.at.", "at,", "bd.", "leon,at.", "in re ", "a"]
)
def test_a_hundred_thousand_of_one_thing(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    (mentions,) = find_flattened_cases([text], INDEX, FlattenedContext(ON))
    assert all(m.kind in ("id", "pin", "short", "name") for m in mentions)
