"""Reports of Congress, old reports, restatements, books."""

from __future__ import annotations

import pytest

from generator.cite.works import article_before, find_works

WORKS = [
    ("H. R. Rep. No. 94-1487, p. 12 (1976)", "H.R. Rep. No. 94-1487", "12"),
    ("H.R.Rep. No. 1685, 82d Cong., 2d Sess. 2 (1952)", "H.R. Rep. No. 1685", "2"),
    ("S.Rep.No. 1037, 82d Cong., 1st Sess. 6", "S. Rep. No. 1037", "6"),
    ("26 Cong.Rec. 7281--7284 (1894)", "26 Cong. Rec.", "7281--7284"),
    ("4 Annals of Congress 1411, 1413 (1794)", "4 Annals of Cong.", "1411, 1413"),
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
    (
        "2 H. Wood, Limitation of Actions § 276b(11), p. 1402 (4th ed. 1916)",
        "2 H. Wood, Limitation of Actions",
        "§ 276b(11), p. 1402",
    ),
    (
        "2 C. Corman, Limitation of Actions §§ 11.1.2.1, 11.1.2.3, pp. 136-142, and nn. 6-13 (1991)",
        "2 C. Corman, Limitation of Actions",
        "§§ 11.1.2.1, 11.1.2.3, pp. 136-142, and nn. 6-13",
    ),
    (
        "37 Am. Jur. 2d, Fraud and Deceit § 347, p. 354 (2001 and Supp. 2009)",
        "37 Am. Jur. 2d, Fraud and Deceit",
        "§ 347, p. 354",
    ),
    (
        "54 C. J. S., Limitations of Actions § 112 (1987)",
        "54 C.J.S., Limitations of Actions",
        "§ 112",
    ),
    ("Edgington v. Fitzmaurice, 29 Ch. Div. 459, 483", "29 Ch. Div. 459", "483"),
    (
        "Restatement (Third) of Torts § 10, Comment b, p. 117 (2005)",
        "Restatement (Third) of Torts",
        "10",
    ),
    ("H. R. Rep. No. 1462, supra, at 2", "H.R. Rep. No. 1462", "2"),
    ("107 Eng. Rep. 1136, 1138 (K. B. 1825)", "107 Eng. Rep. 1136", "1138"),
    ("4 Annals of Congress 1411, 1413 (1794)", "4 Annals of Cong.", "1411, 1413"),
    ("93 Cong.Rec. 3637--3645", "93 Cong. Rec.", "3637--3645"),
    ("Black’s Law Dictionary 836 (9th ed. 2009)", "Black’s Law Dictionary", "836"),
    (
        "American Heritage Dictionary of the English Language 583 (3d ed. 1992)",
        "American Heritage Dictionary of the English Language",
        "583",
    ),
    ("1 Oxford English Dictionary 746 (1933)", "1 Oxford English Dictionary", "746"),
    # journals that no list has
    ("22 J. Law & Econ. 91, 98 (1979)", "22 J. Law & Econ. 91", "98"),
    ("67 Com. L. J. 146, 147 (1962)", "67 Com. L. J. 146", "147"),
    ("3 Hastings Bus. L. J. 39, 54, 66 (2006)", "3 Hastings Bus. L. J. 39", "54, 66"),
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
        "the Dictionary Act, see 1 U. S. C. §§1–8 (2006)",
        "his Dictionary 15 years ago (in 1990)",
        "in 12 J. Smith 14 times (in all, 1990 of them)",
    ],
)
def test_no_works(text: str) -> None:
    assert find_works(text) == []


def test_a_report_cited_again_is_a_supra() -> None:
    (mention,) = find_works("See S. Rep. No. 538, supra, at 2.")
    assert mention.kind == "supra-case"


@pytest.mark.parametrize(
    ("before", "article"),
    [
        ("It was. Riddell, New Trial at the Common Law, ", "Riddell, New Trial at the Common Law"),
        (
            "See Friendly, In Praise of Erie--and of the New Federal Common Law, ",
            "Friendly, In Praise of Erie--and of the New Federal Common Law",
        ),
        ("see also Newman & Ahmuty, Appellate Review, ", "Newman & Ahmuty, Appellate Review"),
        # words of the text, and a citation with no author before it
        ("Indeed, Professor Holmes in The Path of the Law, ", None),
        ("as Holmes, The Path of the Law, ", None),
        ("See ", None),
        ("", None),
    ],
)
def test_the_author_and_title_of_an_article(before: str, article: str | None) -> None:
    found = article_before(before, len(before))
    assert found == (None if article is None else (before.index(article), article))
