"""Every ``case.json`` that is written is as ``case.schema.json`` says, and the schema means what it says."""

from __future__ import annotations

import copy
import json

import jsonschema
import pytest

from generator.casefile import load_case_info
from generator.model import CaseInfo
from tests.kit import OPINIONS, ROOT, SEEDS, case_of, data_of

SCHEMA = json.loads((ROOT / "generator/schema/case.schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(
    SCHEMA, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
)
FILES = [*SEEDS.values(), *OPINIONS]
SMALL = (
    "OPINION\nJUSTICE WHITE delivered the opinion of the Court.\nIt is so.[1] And it  was so. [*5]\nThe Act provides:\n"
    '"No person."\nand no more.\n[1] See below.'
)


def faults(data: object) -> list[str]:
    return [f"{e.json_path}: {e.message}" for e in VALIDATOR.iter_errors(data)]


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.parent.name + p.stem)
def test_written_cases(path) -> None:
    facts = path.with_name("case.yml")
    info = load_case_info(facts) if facts.is_file() else CaseInfo()
    assert faults(data_of(case_of(path.read_text(encoding="utf-8"), info=info))) == []


@pytest.mark.parametrize("dialect", ["lexis", "flattened", "plain"])
@pytest.mark.parametrize("text", [SMALL, "A few words", "* * *", "I\n\nII\n", "[1] x\n[2] y"])
def test_odd_cases(text: str, dialect: str) -> None:
    assert faults(data_of(case_of(text, dialect))) == []


@pytest.mark.parametrize(
    "change",
    [
        lambda d: d.pop("blocks"),
        lambda d: d.update(schema=2),
        lambda d: d.update(slug="../etc"),
        lambda d: d.update(citation="see below"),
        lambda d: d.update(decided="last week"),
        lambda d: d["source"].update(sha256="x"),
        lambda d: d["writings"][0].update(kind="opinion"),
        lambda d: d["writings"][0].update(source=[1]),
        lambda d: d["blocks"][1].update(kind="text"),
        lambda d: d["blocks"][1].update(id="p1<b>"),
        lambda d: d["blocks"][1].update(number=None),  # a paragraph of an opinion has one
        lambda d: d["blocks"][0].update(number=1),  # a byline has none
        lambda d: d["references"][0].update(status="guessed"),
        lambda d: d["references"][0].update(kind="guess"),
        lambda d: d["repairs"][0].update(kind="polish"),
        lambda d: d["repairs"][0].pop("text"),
    ],
)
def test_what_the_schema_refuses(change) -> None:
    data = data_of(case_of(SMALL, "lexis"))
    assert faults(data) == []
    wrong = copy.deepcopy(data)
    change(wrong)
    assert faults(wrong) != []


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.parent.name + p.stem)
def test_what_a_schema_cannot_say(path) -> None:
    """Spans lie in the source, ids are unique, and what is referred to is there."""
    text = path.read_bytes().decode()
    data = data_of(case_of(text))
    assert data["source"]["chars"] == len(text)
    blocks = {b["id"]: b for b in data["blocks"]}
    assert len(blocks) == len(data["blocks"])
    spans = [
        x["source"] for key in ("writings", "blocks", "references", "repairs") for x in data[key]
    ]
    assert all(0 <= s <= e <= len(text) for s, e in spans)
    for block in data["blocks"]:
        for call in block.get("calls", []):
            assert call["label"] in block["text"][slice(*call["at"])]
            assert call["note"] is None or blocks[call["note"]]["kind"] == "footnote"
    for ref in data["references"]:
        block = blocks[ref["block"]]
        assert block["source"][0] <= ref["source"][0] <= ref["source"][1] <= block["source"][1]
        assert ref["text"] in text[slice(*ref["source"])]
        if ref["target"] and ref["target"]["case"] == data["slug"]:
            assert ref["target"]["block"] in blocks
