"""Case names, lost pins, the letters of a syllabus, depositions."""

from __future__ import annotations

import pytest

from generator.model import Authority, Case
from generator.restore import depositions, lost_pins, syllabus_letters, versus
from generator.restore.edited import edited
from tests.kit import account, case_of, data_of
from tests.render.made import HARLOW, LEON, reference, referring

HEAD = "justice white delivered the opinion of the court.\n"
MERCK = Authority("case", "1 U.S. 1", "Merck & Co. v. Reynolds Tobacco Pharms., Inc.", 2010)
TWINS = Authority("case", "2 U.S. 2", "United States v. United States Gypsum Co.", 1978)


def citing(text: str, words: str, work: Authority, kind: str = "full", **fields: object) -> Case:
    case = case_of(HEAD + text + "\n", "flattened")
    found = reference(case, words, kind, authority=work.key, **fields)
    return referring(case, [found], work)


def paragraphs(case: Case, rule: str, edits: object) -> list[str]:
    new = edited(case, list(edits), rule)  # type: ignore[call-overload]
    assert account(data_of(new), case.source.text) is None
    return [b.text for b in new.blocks if b.kind != "byline"]


# ------------------------------------------------------------------------------------------------- case names


@pytest.mark.parametrize(
    ("words", "work", "expected"),
    [
        ("harlow fitzgerald", HARLOW, "harlow [v.] fitzgerald"),
        ("united states leon", LEON, "united states [v.] leon"),
        (
            "merck reynolds tobacco pharmaceuticals",
            MERCK,
            "merck [v.] reynolds tobacco pharmaceuticals",
        ),
        # one party only, a word that is not of the name, two ways to divide it
        ("harlow", HARLOW, "harlow"),
        ("harlow butterfield fitzgerald", HARLOW, "harlow butterfield fitzgerald"),
        ("united states", LEON, "united states"),
        ("united states united states", TWINS, "united states [v.] united states"),
        ("fitzgerald harlow", HARLOW, "fitzgerald harlow"),
    ],
)
def test_versus_stands_exactly_between_the_parties(
    words: str, work: Authority, expected: str
) -> None:
    case = citing(f"we follow {words}.", words, work)
    assert paragraphs(case, "versus", versus.edits(case)) == [f"we follow {expected}."]


def test_versus_of_an_unsettled_name_stays_lost() -> None:
    case = citing("we follow harlow fitzgerald.", "harlow fitzgerald", HARLOW)
    unsettled = referring(case_of(case.source.text, "flattened"), [])
    assert list(versus.edits(unsettled)) == []


def test_versus_in_a_caption() -> None:
    text = "mary doe,petitioner richard roe\non writ of certiorari to the supreme court.\n" + HEAD
    case = case_of(text + "it is so.\n", "flattened")
    assert (
        paragraphs(case, "versus", versus.edits(case))[0] == "mary doe, petitioner [v.] richard roe"
    )


# -------------------------------------------------------------------------------------------------- lost pins


@pytest.mark.parametrize(
    ("text", "words", "fields", "expected"),
    [
        ("see leon,supra,at.", "leon, supra, at", {}, "see leon, supra, at —."),
        (
            "see leon,supra,at quoting it.",
            "leon, supra, at",
            {},
            "see leon, supra, at — quoting it.",
        ),
        ("see leon,supra,at 5.", "leon, supra, at", {}, "see leon, supra, at 5."),
        ("see leon,supra,at 5.", "leon, supra, at 5", {"pin": "5"}, "see leon, supra, at 5."),
        ("see leon,supra.", "leon, supra", {}, "see leon, supra."),
    ],
)
def test_lost_pins(text: str, words: str, fields: dict[str, object], expected: str) -> None:
    case = citing(text, words, LEON, "supra-case", **fields)
    assert paragraphs(case, "lost-pins", lost_pins.edits(case)) == [expected]


# ------------------------------------------------------------------------------------------- syllabus letters

SYLLABUS = """\
held the officers are immune.
a qualified immunity protects officials.pp.
b this case is narrow.see rule c of the court.pp.c regarding the warrant,it was sound.
a reasonable officer would have known.
roberts,delivered the opinion of the court,in which scalia,and kennedy,joined.
opinion of the court
notice this opinion is subject to formal revision.
chief justice roberts delivered the opinion of the court.
a court may act.
b is a letter.
"""


def test_letters_of_a_syllabus_and_of_nothing_else() -> None:
    case = case_of(SYLLABUS, "flattened")
    texts = paragraphs(case, "syllabus-letters", syllabus_letters.edits(case))
    assert texts[1:4] == [
        "(a) Qualified immunity protects officials. pp.",
        "(b) This case is narrow. see rule c of the court. pp. (c) Regarding the warrant, it was sound.",
        "a reasonable officer would have known.",
    ]
    assert texts[-2:] == ["a court may act.", "b is a letter."]


# ------------------------------------------------------------------------------------------------ depositions


def test_questions_and_answers() -> None:
    text = (
        "his deposition is clear.\nq did you have any reason to go\na no,sir.\n"
        "a court may ask more.\nquestions were asked.\nq and then\na person stood there.\n"
    )
    case = case_of(HEAD + text, "flattened")
    assert paragraphs(case, "depositions", depositions.edits(case)) == [
        "his deposition is clear.",
        "Q: Did you have any reason to go",
        "A: No, sir.",
        "a court may ask more.",
        "questions were asked.",
        "Q: And then",
        "a person stood there.",
    ]
