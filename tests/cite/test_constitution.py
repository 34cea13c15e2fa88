"""The Constitution: amendments, articles, clauses; what only looks like them; flattened text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cite.constitution import (
    amendment,
    amendments,
    clauses,
    find_clauses,
    find_constitution,
    find_flattened_constitution,
    settle_amendments,
    states,
)
from generator.cite.mentions import table

if TYPE_CHECKING:
    from generator.model import Mention

US = "U.S. Const. "


def shown(text: str, mentions: list[Mention]) -> list[tuple[str, str | None]]:
    assert all(m.kind == "constitution" and m.pin is None for m in mentions)
    return [
        (
            text[m.start : m.end],
            m.authority.key.removeprefix(US) if m.authority else None,
        )
        for m in mentions
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("under the Fourth Amendment.", [("Fourth Amendment", "amend. IV")]),
        ("the Fourth Amendment’s command", [("Fourth Amendment", "amend. IV")]),
        (
            "the Fourth and Fourteenth Amendments",
            [("Fourth", "amend. IV"), ("Fourteenth Amendments", "amend. XIV")],
        ),
        (
            "the First, Fifth, and Sixth Amendments",
            [("First", "amend. I"), ("Fifth", "amend. V"), ("Sixth Amendments", "amend. VI")],
        ),
        (
            "the Fifth or the Fourteenth Amendment",
            [("Fifth", "amend. V"), ("Fourteenth Amendment", "amend. XIV")],
        ),
        ("First, the Fourth Amendment bars it", [("Fourth Amendment", "amend. IV")]),
        ("Second, Fifth Amendment law", [("Fifth Amendment", "amend. V")]),
        (
            "First, the Fifth and Sixth Amendments",
            [("Fifth", "amend. V"), ("Sixth Amendments", "amend. VI")],
        ),
        ("the Twenty-First Amendment", [("Twenty-First Amendment", "amend. XXI")]),
        ("a 14th Amendment claim", [("14th Amendment", "amend. XIV")]),
        ("Fourth-Amendment law", [("Fourth-Amendment", "amend. IV")]),
        ("the First  Amendment", [("First  Amendment", "amend. I")]),
        ("Amendments XIV,", [("Amendments XIV", "amend. XIV")]),
        (
            "§ 5 of the Fourteenth Amendment",
            [("§ 5 of the Fourteenth Amendment", "amend. XIV, § 5")],
        ),
        (
            "Section 1 of the Fourteenth Amendment",
            [("Section 1 of the Fourteenth Amendment", "amend. XIV, § 1")],
        ),
        ("Amdt. 4.", [("Amdt. 4", "amend. IV")]),
        (
            "U. S. Const., Amdt. 14, § 1.",
            [("U. S. Const., Amdt. 14, § 1", "amend. XIV, § 1")],
        ),
        ("U.S. Const. amend. XIV, § 1", [("U.S. Const. amend. XIV, § 1", "amend. XIV, § 1")]),
        ("U.S.C.A. Const. Amend. 4", [("U.S.C.A. Const. Amend. 4", "amend. IV")]),
        (
            "U. S. Const., Amdts. 5, 14.",
            [("U. S. Const., Amdts. 5", "amend. V"), ("14", "amend. XIV")],
        ),
        ("Art. III, § 2, cl. 1.", [("Art. III, § 2, cl. 1", "art. III, § 2, cl. 1")]),
        ("Art. I, §8, cl. 3", [("Art. I, §8, cl. 3", "art. I, § 8, cl. 3")]),
        ("Art. I, §§ 8–9.", [("Art. I, §§ 8–9", "art. I, §§ 8-9")]),
        (
            "U.S. Const. art. I., §§ 8, 9 (1787)",
            [("U.S. Const. art. I., §§ 8, 9", "art. I, §§ 8, 9")],
        ),
        ("an Article III court", [("Article III", "art. III")]),
        ("Article III’s limits", [("Article III", "art. III")]),
        ("Articles I and III", [("Articles I", "art. I"), ("III", "art. III")]),
        (
            "Article II, Section 2, Clause 1",
            [("Article II, Section 2, Clause 1", "art. II, § 2, cl. 1")],
        ),
        ("U.S.Const. Art. II, § 3", [("U.S.Const. Art. II, § 3", "art. II, § 3")]),
        ("by § 1 of Art. II.", [("§ 1 of Art. II", "art. II, § 1")]),
        ("Article I, § 8, of the Constitution", [("Article I, § 8", "art. I, § 8")]),
        ("the Constitution, Art. I, § 9, cl. 2", [("Art. I, § 9, cl. 2", "art. I, § 9, cl. 2")]),
        ("requirements of Art III", [("Art III", "art. III")]),
        ("U.S. Const. art. I, § 8", [("U.S. Const. art. I, § 8", "art. I, § 8")]),
        ("Cal. Const. art. I, § 13", [("Cal. Const. art. I, § 13", "Cal. Const. art. I, § 13")]),
        ("Cal. Const., Art. I, § 13", [("Cal. Const., Art. I, § 13", "Cal. Const. art. I, § 13")]),
        (
            "N. Y. Const., Art. VI, § 3",
            [("N. Y. Const., Art. VI, § 3", "N.Y. Const. art. VI, § 3")],
        ),
        (
            "Mass. Const., pt. 1, Art. 14",
            [("Mass. Const., pt. 1, Art. 14", "Mass. Const. pt. 1, art. 14")],
        ),
        (
            "Article I, § 7, of the Washington Constitution",
            [("Article I, § 7", "Wash. Const. art. I, § 7")],
        ),
        (
            "Article 1, section 10, of the Constitution of Texas",
            [("Article 1, section 10", "Tex. Const. art. 1, § 10")],
        ),
        ("Article I, § 2, of the state Constitution", [("Article I, § 2", None)]),
        (
            "Colo. Const., Art. XVIII, § 14, Colo. Rev. Stat. § 18",
            [("Colo. Const., Art. XVIII, § 14", "Colo. Const. art. XVIII, § 14")],
        ),
        (
            "extends the Fourth Amendment to the States",
            [("Fourth Amendment", "amend. IV")],
        ),
    ],
)
def test_forms(text: str, found: list[tuple[str, str | None]]) -> None:
    assert shown(text, find_constitution(text)) == found


@pytest.mark.parametrize(
    "text",
    [
        "a proposed Fourth Amendment to the contract",
        "the Tenth Amendment to Lease",
        "the Second Amendment to the Credit Agreement",
        "the Fourth Amended Complaint",
        "the LHWCA Amendments of 1972",
        "the Hatch-Waxman Amendments",
        "the Lucas Amendment",
        "Art. 36 of the Vienna Convention",
        "Article II of the Warsaw Convention",
        "Warsaw Convention, Art. II",
        "the Treaty, Art. IV",
        "Art. 32, UCMJ",
        "Article IX of the Articles of Confederation",
        "Tex. Code Crim. Proc. Ann., Art. 38.22",
        "Const. of Ruritania, Art. I",
        "USSG App. C, amdt. 571",
        "USSG App. C, amdts. 5, 14",
        "S. Amdt. 14",
        "Amdt. No. 12",
        "a work of Art",
        "see art. III of the plan",
        "the article I read",
        "Amdt. 28",
        "the Amendment I propose",
        "the Article I have cited",
        "Sixtieth Amendment",
    ],
)
def test_false_friends(text: str) -> None:
    assert find_constitution(text) == []


NUMBERS = sorted(set(amendments().values()))


@given(st.lists(st.sampled_from(NUMBERS), min_size=2, max_size=6, unique=True))
def test_every_amendment_of_a_list_is_one(numbers: list[int]) -> None:
    words = [table("constitution_amendments")[n - 1][2] for n in numbers]
    text = f"violates the {', '.join(words[:-1])}, and {words[-1]} Amendments, he says."
    found = find_constitution(text)
    assert [m.authority for m in found] == [amendment(n) for n in numbers]
    spans = [text[m.start : m.end] for m in found]
    assert spans == [*words[:-1], f"{words[-1]} Amendments"]


@pytest.mark.parametrize(("number", "roman", "ordinal"), table("constitution_amendments"))
def test_amendments_row(number: str, roman: str, ordinal: str) -> None:
    key = f"U.S. Const. amend. {roman}"
    for text in (f"the {ordinal} Amendment", f"U. S. Const., Amdt. {number}"):
        assert [m.authority.key for m in find_constitution(text) if m.authority] == [key]
    flat = find_flattened_constitution(f"the {ordinal.lower()} amendment")
    assert [m.authority.key for m in flat if m.authority] == [key]
    assert amendments()[roman.lower()] == amendments()[number] == int(number)


@pytest.mark.parametrize("row", table("constitution_states"), ids=lambda row: str(row[0]))
def test_states_row(row: tuple[str, ...]) -> None:
    name, abbreviation, *_ = row
    assert name[0].isupper()
    for text in (f"See {abbreviation} Const., Art. I, § 2", f"See {name} Const. art. I, § 2"):
        assert [m.authority.key for m in find_constitution(text) if m.authority] == [
            f"{abbreviation} Const. art. I, § 2"
        ]
    assert len({*states().values()}) == len(table("constitution_states")) == 51


@pytest.mark.parametrize(("name", "provisions"), table("constitution_clauses"))
def test_clauses_row(name: str, provisions: str) -> None:
    text = f"barred by the {name} Clause."
    (found,) = find_clauses(text)
    assert text[found.start : found.end] == f"{name} Clause"
    works = found.candidates or (found.authority,)
    assert tuple(w.key for w in works if w) == clauses()[name.lower()]
    for provision in provisions.split("|"):  # each is a citation that is understood
        kind, _, rest = provision.partition(" ")
        cited = f"U. S. Const., {'Amdt.' if kind == 'amend.' else 'Art.'} {rest}"
        assert [m.authority.key for m in find_constitution(cited) if m.authority] == [
            f"U.S. Const. {provision}"
        ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the Commerce Clause", [("Commerce Clause", "art. I, § 8, cl. 3")]),
        ("the takings clause", [("takings clause", "amend. V")]),
        (
            "the Establishment and Free Exercise Clauses",
            [("Establishment", "amend. I"), ("Free Exercise Clauses", "amend. I")],
        ),
        ("Necessary and Proper Clause", [("Necessary and Proper Clause", "art. I, § 8, cl. 18")]),
        ("the Due Process Clause", [("Due Process Clause", None)]),
        ("the Fourth Amendment's Warrant Clause", []),
        ("the Due Process Clause of the Fourteenth Amendment", []),
        ("the Commerce Clause, Art. I, § 8", []),
        ("the contract clauses", []),
        ("the Savings Clause", []),
        ("that Clause", []),
    ],
)
def test_clauses(text: str, found: list[tuple[str, str | None]]) -> None:
    assert shown(text, find_clauses(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the fourth amendment warrant clause", [("fourth amendment", "amend. IV")]),
        (
            "the fifth and fourteenth amendments.",
            [("fifth", "amend. V"), ("fourteenth amendments", "amend. XIV")],
        ),
        ("the four teenth amend ment, which", [("four teenth amend ment", "amend. XIV")]),
        ("first, the fourth amendment", [("fourth amendment", "amend. IV")]),
        ("to be seized. amdt. that is", [("amdt", None)]),
        ("see art.i,cl.and that", [("art.i,cl.", "art. I")]),
        ("see art. i, cl. cl. is", [("art. i, cl. cl.", "art. I")]),
        ("article iii courts", [("article iii", "art. III")]),
        ("article i courts", [("article i", "art. I")]),
        ("the line. fla. art. x, broward", [("fla. art. x", "Fla. Const. art. X")]),
        ("the article i read", []),
        ("state of the art. i think", []),
        ("term of art in", []),
        ("tex. code crim. proc. art. b", []),
        ("tit. i, art. employees", []),
        ("that amendment, the government", []),
        ("a proposed fourth amendment to the contract", []),
    ],
)
def test_flattened(text: str, found: list[tuple[str, str | None]]) -> None:
    assert shown(text, find_flattened_constitution(text)) == found


def settled(text: str) -> list[tuple[str | None, list[str]]]:
    mentions = settle_amendments(find_flattened_constitution(text))
    return [
        (
            m.authority.key.removeprefix(US) if m.authority else None,
            [c.key.removeprefix(US) for c in m.candidates],
        )
        for m in mentions
        if "amdt" in text[m.start : m.end]
    ]


def test_a_lost_number_is_settled_where_all_agree() -> None:
    only = "the fourth amendment was adopted. to be seized. amdt. the fourth amendment"
    assert settled(only) == [("amend. IV", [])]
    assert settled("to be seized. amdt. the fourth amendment") == [("amend. IV", [])]
    near = (
        "the fifth amendment. the fourth amendment. amdt. the fourth amendment. the sixth amendment"
    )
    assert settled(near) == [("amend. IV", [])]


def test_a_lost_number_between_two_stays_open() -> None:
    text = "the fourteenth amendment. amdt. the fifth amendment. the fifth amendment"
    assert settled(text) == [(None, ["amend. XIV", "amend. V"])]
    assert settled("seized. amdt.") == [(None, [])]
