"""A whole case: the seed, and what its references, bylines and captions settle."""

from __future__ import annotations

import pytest

from generator.clean.truecase import edits
from generator.clean.truecase.bench import in_capitals, sitting
from generator.convert import convert
from generator.model import Case, CaseInfo
from generator.read import read_source
from generator.refer import Guidance, refer
from tests.kit import SEEDS, source_of


@pytest.fixture(scope="module")
def seed() -> Case:
    source = read_source(SEEDS["messerschmidt-v-millender"])
    case = convert(source, "messerschmidt-v-millender", CaseInfo())
    done, failed = refer([case], Guidance(), 1)
    assert not failed
    return done[0]


@pytest.fixture(scope="module")
def restored(seed: Case) -> str:
    text = seed.clean.text
    out, last = [], 0
    for edit in edits(seed):
        out += [text[last : edit.start], edit.text]
        last = edit.end
    return "".join([*out, text[last:]])


def test_edits_are_in_order_and_change_case_alone(seed: Case) -> None:
    text, last = seed.clean.text, 0
    for edit in edits(seed):
        assert last <= edit.start < edit.end
        assert edit.kind == "case"
        was = text[edit.start : edit.end]
        assert edit.text != was
        assert edit.text.lower() == was.lower()
        last = edit.end


@pytest.mark.parametrize(
    "passage",
    [
        "Shelly Kelly was afraid that she would be attacked by her boyfriend, Jerry Ray Bowen,",
        "Kelly later met with Detective Curt Messerschmidt to discuss the incident.",
        "the Mona Park Crips gang",
        "The Millenders filed an action under against petitioners Messerschmidt and Lawrence",
        "The District Court granted summary judgment to the Millenders",
        "The Ninth Circuit, sitting en banc, affirmed the denial of qualified immunity.",
        "requirements of the Fourth Amendment. Leon, supra, at.",
        "a neutral magistrate has issued a warrant",
        "CHIEF JUSTICE ROBERTS delivered the opinion of the Court.",
        "JUSTICE SOTOMAYOR, with whom JUSTICE GINSBURG joins, dissenting.",
        "CURT MESSERSCHMIDT, ET, PETITIONERS BRENDA MILLENDER,",
        "NOTICE This opinion is subject to formal revision",
        "It is so ordered.",
    ],
)
def test_the_seed_reads_like_an_opinion(restored: str, passage: str) -> None:
    assert passage in restored


@pytest.mark.parametrize(
    "passage", ["The Magistrate ", " a Magistrate", "the Warrant ", "Petitioners Messerschmidt and"]
)
def test_ordinary_words_stay_small(restored: str, passage: str) -> None:
    assert passage not in restored


def test_who_sat(seed: Case) -> None:
    bench = sitting(seed)
    assert {"roberts", "kagan", "sotomayor", "alito"} <= bench
    assert not {"powell", "souter", "jackson"} & bench


@pytest.mark.parametrize(
    ("words", "spelled"),
    [
        ("justice kagan wrote", "JUSTICE KAGAN wrote"),
        ("justice powell wrote", "Justice Powell wrote"),
        ("opinion of kagan", "opinion of KAGAN"),
        ("opinion of powell", "opinion of Powell"),
        ("kagan concurring", "KAGAN concurring"),
        ("the chief justice joins", "THE CHIEF JUSTICE joins"),
        ("a kagan of sorts", "a kagan of sorts"),
        ("justice is blind", "justice is blind"),
    ],
)
def test_justices(words: str, spelled: str) -> None:
    line = words.split()
    for i, form in in_capitals(line, ["", *[" "] * len(line)], frozenset({"kagan"})):
        line[i] = form
    assert " ".join(line) == spelled


def spelled(text: str) -> str:
    """A flattened opinion of the Court, with its capitals."""
    (case,), failed = refer(
        [convert(source_of(text, "flattened"), "alder-v-brook", CaseInfo())], Guidance(), 1
    )
    assert not failed
    out = case.clean.text
    for edit in reversed(list(edits(case))):
        out = out[: edit.start] + edit.text + out[edit.end :]
    return out


@pytest.mark.parametrize(
    ("party", "text", "passage"),
    [
        ("eeoc", "the eeoc sued.then it settled.", "The EEOC sued."),
        ("zqrx services", "the firm zqrx sued.then it settled.", "firm ZQRX sued."),
        ("zorvax services", "the firm zorvax sued.then it settled.", "firm Zorvax sued."),
        (
            "alder",
            "owners hereinafter members sued.the members objected.",
            "hereinafter Members sued. The Members objected.",
        ),
        (
            "alder",
            "in his opinion hereinafter concurrence he said so.we read the concurrence.",
            "We read the concurrence.",
        ),
    ],
)
def test_names_that_the_case_gives(party: str, text: str, passage: str) -> None:
    head = f"opinion of the court\n{party},petitioner brook\non writ of certiorari to the supreme court of iowa\n"
    assert passage in spelled(f"{head}justice kagan delivered the opinion of the court.\n{text}")
