"""Citations of cases in ordinary text: spans, keys, names, pins."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.cite.cases import find_cases, find_dockets, find_ids, find_supras
from generator.cite.printed import printed
from generator.cite.tokenizer import tokens

if TYPE_CHECKING:
    from generator.model import Mention


def cases(text: str) -> list[Mention]:
    return find_cases(text, tokens(text))


FULL = [
    # text, what is marked, the authority in full, the pin
    (
        "See Harlow v. Fitzgerald, 457 U.S. 800 (1982).",
        "Harlow v. Fitzgerald, 457 U.S. 800 (1982)",
        "Harlow v. Fitzgerald, 457 U.S. 800 (1982)",
        None,
    ),
    (
        "Briscoe v. LaHue, 460 U. S. 325, 334-335 (1983).",
        "Briscoe v. LaHue, 460 U. S. 325, 334-335 (1983)",
        "Briscoe v. LaHue, 460 U.S. 325 (1983)",
        "334-335",
    ),
    (
        "See Hopper v. Roe (9th Cir. 1959) 267 F.2d 904, 908.",
        "Hopper v. Roe (9th Cir. 1959) 267 F.2d 904, 908",
        "Hopper v. Roe, 267 F.2d 904 (9th Cir. 1959)",
        "908",
    ),
    (
        "See Hopper v. Roe (1962) 58 Cal.2d 469.",
        "Hopper v. Roe (1962) 58 Cal.2d 469",
        "Hopper v. Roe, 58 Cal. 2d 469 (1962)",
        None,
    ),
    (
        "cert. denied, Poe v. Roe, — U.S. —, 113 S.Ct. 198 (1992).",
        "Poe v. Roe, — U.S. —, 113 S.Ct. 198 (1992)",
        "Poe v. Roe, 113 S. Ct. 198 (1992)",
        None,
    ),
    (
        "The court affirmed. 748 F.2d 715, 721 (CA1 1984).",
        "748 F.2d 715, 721 (CA1 1984)",
        "748 F.2d 715 (1st Cir. 1984)",
        "721",
    ),
    (
        "Foo v. Bar, 457 U.S. 800, 818, 102 S. Ct. 2727, 73 L. Ed. 2d 396 (1982).",
        "Foo v. Bar, 457 U.S. 800, 818, 102 S. Ct. 2727, 73 L. Ed. 2d 396 (1982)",
        "Foo v. Bar, 457 U.S. 800 (1982)",
        "818",
    ),
    (
        "Hunter v. Bryant, 502 U. S. 224, 228 (1991) (per curiam) (so).",
        "Hunter v. Bryant, 502 U. S. 224, 228 (1991) (per curiam)",
        "Hunter v. Bryant, 502 U.S. 224 (1991) (per curiam)",
        "228",
    ),
    (
        "Johnson v. United States, 333 U. S. 10, 14 (1948) (opinion of Jackson, J.).",
        "Johnson v. United States, 333 U. S. 10, 14 (1948) (opinion of Jackson, J.)",
        "Johnson v. United States, 333 U.S. 10 (1948)",
        "14",
    ),
    (
        "Ashcroft v. al-Kidd, 563 U. S. ___, ___ (2011) (slip op., at 12).",
        "Ashcroft v. al-Kidd, 563 U. S. ___, ___ (2011) (slip op., at 12)",
        "Ashcroft v. al-Kidd, 563 U.S. ___ (2011)",
        "___",
    ),
    (
        "Marbury v. Madison, 1 Cranch 137, 177 (1803).",
        "Marbury v. Madison, 1 Cranch 137, 177 (1803)",
        "Marbury v. Madison, 5 U.S. (1 Cranch) 137 (1803)",
        "177",
    ),
    (
        "Doe v. Roe, No. 05-1234, 2007 WL 7589200, *21 (CD Cal., Mar. 15, 2007).",
        "Doe v. Roe, No. 05-1234, 2007 WL 7589200, *21 (CD Cal., Mar. 15, 2007)",
        "Doe v. Roe, 2007 WL 7589200 (C.D. Cal. 2007)",
        "*21",
    ),
]


@pytest.mark.parametrize(("text", "marked", "cite", "pin"), FULL)
def test_full(text: str, marked: str, cite: str, pin: str | None) -> None:
    (mention,) = cases(text)
    assert text[mention.start : mention.end] == marked
    assert mention.kind == "full"
    assert mention.authority is not None
    assert printed(mention.authority) == cite
    assert mention.pin == pin


def test_parallel_citations_are_one_authority() -> None:
    (mention,) = cases("Foo v. Bar, 457 U.S. 800, 102 S. Ct. 2727 (1982).")
    assert mention.authority is not None
    assert mention.authority.parallel == ("102 S. Ct. 2727",)


def test_two_cases_of_a_string_are_two() -> None:
    found = cases("A v. B, 1 U.S. 1 (1790); C v. D, 2 U.S. 2 (1791).")
    assert [m.name for m in found] == ["A v. B", "C v. D"]


@pytest.mark.parametrize(
    ("text", "marked", "key", "pin", "name"),
    [
        (
            '"so." 468 U.S., at 922, n. 23.',
            "468 U.S., at 922, n. 23",
            "468 U.S.",
            "922, n. 23",
            None,
        ),
        (
            "See Leon, 468 U. S., at 923.",
            "Leon, 468 U. S., at 923",
            "468 U.S.",
            "923",
            "Leon",
        ),
        ("463 U.S. at 164-165.", "463 U.S. at 164-165", "463 U.S.", "164-165", None),
        (
            "In Leon, supra, 468 U.S., at 9.",
            "Leon, supra, 468 U.S., at 9",
            "468 U.S.",
            "9",
            "Leon",
        ),
        (
            "507 U.S., at 80 (SCALIA, J., concurring in part) now",
            "507 U.S., at 80 (SCALIA, J., concurring in part)",
            "507 U.S.",
            "80",
            None,
        ),
    ],
)
def test_short(text: str, marked: str, key: str, pin: str, name: str | None) -> None:
    (mention,) = cases(text)
    assert text[mention.start : mention.end] == marked
    assert (mention.kind, mention.key, mention.pin, mention.name) == ("short", key, pin, name)


@pytest.mark.parametrize(
    ("text", "marked", "pin"),
    [
        ("Id., at 437. We", ["Id., at 437"], ["437"]),
        ("Ibid. We", ["Ibid."], [None]),
        ("see ibid., and so", ["ibid."], [None]),
        (
            "Id. at 3, n. 2; id., at 57–61.",
            ["Id. at 3, n. 2", "id., at 57–61"],
            ["3, n. 2", "57–61"],
        ),
        (
            "Id., at 350 (Powell, J., dissenting) (so).",
            ["Id., at 350 (Powell, J., dissenting)"],
            ["350"],
        ),
        ("Id., § 3, at 5.", ["Id., § 3"], ["§ 3"]),
        ("Id. So it", ["Id."], [None]),
        ("the id, an idea, Madrid. Ibidem", [], []),
    ],
)
def test_ids(text: str, marked: list[str], pin: list[str | None]) -> None:
    found = list(find_ids(text))
    assert [text[m.start : m.end] for m in found] == marked
    assert [m.pin for m in found] == pin


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("See Harlow, supra, at 807.", ["Harlow, supra, at 807"]),
        ("In Imbler, supra, we", ["Imbler, supra"]),
        (
            "United States v. United States District Court, supra, at 316; Leon, supra.",
            ["United States v. United States District Court, supra, at 316", "Leon, supra"],
        ),
        ("See supra, at 347.", []),
        ("Part II, supra.", []),
        ("n. 3, supra.", []),
        ("see supra", []),
    ],
)
def test_supras(text: str, marked: list[str]) -> None:
    assert [text[m.start : m.end] for m in find_supras(text)] == marked


def test_an_unreported_decision() -> None:
    text = "Millender v. County of Los Angeles, Civ. No. 05-2298 (CD Cal., Mar. 15, 2007), so."
    (mention,) = find_dockets(text)
    assert text[mention.start : mention.end] == text[:-5]
    assert mention.authority is not None
    assert mention.authority.key == "No. 05-2298"
    assert mention.authority.year == 2007


@pytest.mark.parametrize("text", ["No. 05-2298 (2007)", "See No. 12 (x)", ""])
def test_no_unreported_decision(text: str) -> None:
    assert list(find_dockets(text)) == []


@pytest.mark.parametrize(
    "noise", ["(", "Id. ", "1 U.S. 1 ", "9", "supra, ", "A v. B, ", "No. 1-2 ("]
)
def test_noise_is_read_to_its_end(noise: str) -> None:
    text = noise * 3000
    assert isinstance(cases(text), list)
    assert isinstance(
        list(find_ids(text)) + list(find_supras(text)) + list(find_dockets(text)), list
    )


def test_a_case_of_the_same_volume_has_its_name_before_the_ante() -> None:
    text = "See also Rompilla v. Beard, ante, p. 374, 2005 U.S. LEXIS 4846. Why?"
    (mention,) = find_cases(text, tokens(text))
    assert mention.name == "Rompilla v. Beard"
    assert text[mention.start : mention.end] == text[9:-6]
