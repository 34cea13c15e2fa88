"""Case names read backwards from their citation."""

from __future__ import annotations

import pytest

from generator.cite.casenames import (
    answers_to,
    is_common,
    name_before,
    name_key,
    parties,
    short_name_before,
    words,
)

WHOLE = [
    ("See Harlow v. Fitzgerald, ", "Harlow v. Fitzgerald"),
    ("the judgment. In Owen v. City of Independence, ", "Owen v. City of Independence"),
    (
        "quoting United States v. United States District Court, ",
        "United States v. United States District Court",
    ),
    ("Leach v. Three of the King's Messengers, ", "Leach v. Three of the King's Messengers"),
    ("See, e.g., Smith v. Jones Co., Inc., ", "Smith v. Jones Co., Inc."),
    ("as in In re Gault, ", "In re Gault"),
    ("immunity, Ex parte Young, ", "Ex parte Young"),
    ("the court. Mansfield, C. & L. M. R. Co. v. Swan, ", "Mansfield, C. & L. M. R. Co. v. Swan"),
    (
        "Relying on Jimmy Swaggart Ministries v. Board of Equalization of Cal., ",
        "Jimmy Swaggart Ministries v. Board of Equalization of Cal.",
    ),
    ("Cf. United States ex rel. TVA v. Welch, ", "United States ex rel. TVA v. Welch"),
    (
        "we held. Because Committee on Legal Ethics v. Smith, ",
        "Committee on Legal Ethics v. Smith",
    ),
    ("(quoting SEC v. W. J. Howey Co., ", "SEC v. W. J. Howey Co."),
    ("a sum of $ 3 million. Exxon Corp. v. Wis., ", "Exxon Corp. v. Wis."),
    ("Justice White in Terry v. Ohio, ", "Terry v. Ohio"),
    ("granted the Certificate of Appealability, Fusi v. O'Brien, ", "Fusi v. O'Brien"),
    ("see the firm of Lewis, Jones & Smith v. Roe, ", "Lewis, Jones & Smith v. Roe"),
    ("In Int'l Union, United Auto Workers v. Roe, ", "Int'l Union, United Auto Workers v. Roe"),
    ("United States v. Ventresca , ", "United States v. Ventresca"),
    (
        "'interests of the Government.' United States v. Chadwick, ",
        "United States v. Chadwick",
    ),
    ("and Baker v. Carr, ", "Baker v. Carr"),
    ("counsel. Thompson v Bell, ", "Thompson v Bell"),
    ("Go-Bart Importing Co. v. United States, ", "Go-Bart Importing Co. v. United States"),
    # an ordinal without a comma is part of the name; with one it counts reasons
    ("See First Nat. Bank of Boston v. Bellotti, ", "First Nat. Bank of Boston v. Bellotti"),
    ("See, e.g., First Gibraltar Bank, FSB v. Morales, ", "First Gibraltar Bank, FSB v. Morales"),
    ("It errs. First, Owen v. City of Independence, ", "Owen v. City of Independence"),
    # a word that elsewhere opens a sentence, and here is who sued
    ("in May v. Anderson, ", "May v. Anderson"),
    ("Cf. See v. City of Seattle, ", "See v. City of Seattle"),
    ("See Local 174, Teamsters v. Lucas Flour Co., ", "Local 174, Teamsters v. Lucas Flour Co."),
    ("In 1962, Teamsters v. Lucas Flour Co., ", "Teamsters v. Lucas Flour Co."),
    # a note's number, then the signal
    ("1 See Miranda v. Arizona, ", "Miranda v. Arizona"),
]


def test_another_report_between_is_no_part_of_the_name() -> None:
    text = "See Flint v. Pike, 4 B. & C. 473, 478, "
    assert name_before(text, len(text)) == (4, "Flint v. Pike")
    text = "See Machinists Lodge 76, Int'l Assn. v. Wisconsin Employment Comm'n, "
    assert name_before(text, len(text)) == (4, text[4:-2])


@pytest.mark.parametrize(("before", "name"), WHOLE)
def test_whole_names(before: str, name: str) -> None:
    found = name_before(before, len(before))
    assert found is not None
    assert found == (before.index(name), name)


@pytest.mark.parametrize(
    "before",
    [
        "The judgment below, ",
        "the Court of Appeals, ",
        "See ",
        "we granted certiorari, ",
        "",
        ", ",
        "In Leon, ",
        "volume v. ",
    ],
)
def test_no_whole_name(before: str) -> None:
    assert name_before(before, len(before)) is None


def test_no_name_reaches_over_the_citation_before() -> None:
    text = "Wood v. Strickland, 420 U.S. 308 (1975); 421 U.S. 1"
    assert name_before(text, text.index("421"), floor=text.index(";")) is None


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("In Leon, ", "Leon"),
        ("See Harlow, ", "Harlow"),
        ("United States District Court, ", "United States District Court"),
        ("(citing Imbler, ", "Imbler"),
        ("and, Go-Bart Importing Co., ", "Go-Bart Importing Co."),
        ("the same. Pierson, ", "Pierson"),
        ("as Justice White said in Harlow, ", "Harlow"),
        ("Butz v. Economou, ", "Butz v. Economou"),
    ],
)
def test_short_names(before: str, name: str) -> None:
    found = short_name_before(before, len(before))
    assert found is not None
    assert found[1] == name
    assert before[found[0] :].startswith(name)


@pytest.mark.parametrize("before", ["see ", "In this regard, see ", "the plaintiffs, ", ""])
def test_no_short_name(before: str) -> None:
    assert short_name_before(before, len(before)) is None


@pytest.mark.parametrize(
    ("name", "short", "score"),
    [
        ("Harlow v. Fitzgerald", "Harlow", 3),
        ("Harlow v. Fitzgerald", "Harlow v. Fitzgerald", 3),
        ("Go-Bart Importing Co. v. United States", "Go-Bart", 2),
        (
            "United States v. United States District Court",
            "United States District Court",
            3,
        ),
        ("Calero-Toledo v. Pearson Yacht Leasing Co.", "Leasing Co.", 1),
        ("ASARCO Inc. v. Idaho Tax Comm'n", "ASARCO Inc. v. Idaho State Tax Comm'n", 2),
        ("Harlow v. Fitzgerald", "Harlowe", 0),
        ("Harlow v. Fitzgerald", "", 0),
        ("Harlow v. Fitzgerald", "Butz v. Fitzgerald", 0),
    ],
)
def test_what_a_name_answers_to(name: str, short: str, score: int) -> None:
    assert answers_to(name, short) == score


def test_parties_and_keys() -> None:
    assert parties("Harlow v. Fitzgerald") == ("Harlow", "Fitzgerald")
    assert parties("In re Gault") == ("Gault",)
    assert name_key("The Millenders' Ass’n, Inc.") == ("millenders", "assn", "inc")


@pytest.mark.parametrize(
    "party", ["United States", "U. S.", "California", "City of Independence", "NLRB"]
)
def test_common_parties(party: str) -> None:
    assert is_common(party)


def test_a_person_is_no_common_party() -> None:
    assert not is_common("Harlow")


def test_every_row_of_the_table() -> None:
    table = words()
    assert all(w.endswith(".") or w in ("et", "al") for w in table.abbreviations)
    assert all(w[:1].islower() or w == "y" for w in table.connectors)
    assert all(w == w.strip() for w in table.starters)
    assert all(p == p.lower() for p in table.common_parties)
    assert not table.abbreviations & table.starters - {"Ex."}
