"""Reports of Congress, old reports, restatements, books."""

from __future__ import annotations

import pytest

from generator.cite.works import find_works

WORKS = [
    ("H. R. Rep. No. 94-1487, p. 12 (1976)", "H.R. Rep. No. 94-1487", "12"),
    ("S. Rep. No. 95–797, pp. 4–6 (1978)", "S. Rep. No. 95-797", "4–6"),
    ("H. R. Conf. Rep. No. 1980, at 3", "H.R. Conf. Rep. No. 1980", "3"),
    ("H. R. Rep. No. 312, 66th Cong., 1st Sess., 3-4 (1919)", "H.R. Rep. No. 312", "3-4"),
    ("119 Cong. Rec. 1234, 1236 (1973)", "119 Cong. Rec.", "1234, 1236"),
    ("Restatement (Second) of Torts § 402A (1965)", "Restatement (Second) of Torts", "402A"),
    (
        "2 W. LaFave, Search and Seizure § 4.6, p. 100 (2d ed. 1987)",
        "2 W. LaFave, Search and Seizure",
        "§ 4.6, p. 100",
    ),
    (
        "4 W. Blackstone, Commentaries *352 (1769)",
        "4 W. Blackstone, Commentaries",
        "*352",
    ),
    (
        "Leach v. Three of the King's Messengers, 19 How. St. Tr. 1001, 1027 (1765)",
        "19 How. St. Tr. 1001",
        "1027",
    ),
    ("107 Eng. Rep. 1136, 1138 (K. B. 1825)", "107 Eng. Rep. 1136", "1138"),
]


@pytest.mark.parametrize(("text", "key", "pin"), WORKS)
def test_works(text: str, key: str, pin: str) -> None:
    (mention,) = find_works(f"See {text}.")
    assert mention.authority is not None
    assert (mention.authority.key, mention.pin) == (key, pin)
    assert f"See {text}."[mention.start : mention.end] == text


@pytest.mark.parametrize(
    "text",
    [
        "the Senate Report was silent",
        "J. Smith, the owner, left in (1990)",
        "Mr. B. Jones, Sheriff of the County (1990)",
        "a Restatement of the facts",
        "No. 12 of the report",
    ],
)
def test_no_works(text: str) -> None:
    assert find_works(text) == [] or all(m.authority and m.authority.kind for m in find_works(text))
    assert not [m for m in find_works(text) if text.startswith(("the", "a ", "No"))]
