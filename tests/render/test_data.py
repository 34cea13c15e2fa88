"""``case.json``: the case as data, small in a diff."""

from __future__ import annotations

import json

import pytest

from generator.model import CaseInfo
from generator.render.data import case_data, to_json
from tests.kit import OPINIONS, SEEDS, case_of

CONTRACT = "schema slug name citation source writings blocks references quotations repairs".split()


@pytest.mark.parametrize("path", [*SEEDS.values(), *OPINIONS], ids=lambda p: p.parent.name + p.stem)
def test_it_is_json_with_a_row_a_line(path) -> None:
    data = case_data(case_of(path.read_text(encoding="utf-8")))
    text = to_json(data)
    assert json.loads(text) == data
    assert set(CONTRACT) <= set(data)
    lines = text.splitlines()
    assert len([line for line in lines if line.startswith('    {"id": "')]) == len(
        data["writings"]
    ) + len(data["blocks"])
    assert text.endswith("}\n")


def test_the_shape() -> None:
    byline = "JUSTICE WHITE delivered the opinion of the Court."
    text = f'OPINION\n{byline}\nIt is so.[1] [*5]\nThe Act:\n"No.\nand more.\n[1] See.'
    data = case_data(case_of(text, "lexis", CaseInfo("A v. B", "1 U.S. 5")))
    assert (data["schema"], data["slug"], data["name"], data["citation"]) == (
        1,
        "doe-v-roe",
        "A v. B",
        "1 U.S. 5",
    )
    assert data["source"]["chars"] == len(text)
    assert data["source"]["dialect_reason"] == "named by the user"
    assert data["repairs"][0] == {
        "source": [0, 7],
        "kind": "drop",
        "text": "",
        "rule": "drop-markup",
    }
    assert [p["page"] for p in data["pages"]] == [5]
    assert data["writings"] == [
        {
            "id": "majority",
            "kind": "majority",
            "author": "White",
            "joined_by": [],
            "source": data["writings"][0]["source"],
        }
    ]


def test_a_paragraph_in_two_pieces() -> None:
    text = 'PER CURIAM.\nThe Act provides:\n"No person shall."\nand no more.'
    block = next(b for b in case_data(case_of(text, "lexis"))["blocks"] if b["id"] == "p1")
    assert block["text"] == "The Act provides: and no more."
    assert [text[slice(*p["source"])] for p in block["pieces"]] == [
        "The Act provides:",
        "and no more.",
    ]
    assert [p["at"] for p in block["pieces"]] == [0, 18]
    assert text[slice(*block["source"])] == text[12:]


def test_a_limited_join_is_told() -> None:
    text = "JUSTICE WHITE, with whom JUSTICE POWELL joins as to Part I, dissenting.\nText."
    (writing,) = case_data(case_of(text, "plain"))["writings"]
    assert (writing["joined_by"], writing["joined_note"]) == (["Powell"], "as to Part I")


def test_a_call() -> None:
    text = "PER CURIAM.\nIt is so.[1]\nFOOTNOTES\n[1] See below."
    data = case_data(case_of(text, "plain"))
    (call,) = data["blocks"][1]["calls"]
    assert call == {"id": "fnref-1", "label": "1", "at": [9, 12], "note": "fn-1"}
    (ref,) = data["references"]
    assert (ref["target"], ref["status"], ref["method"]) == (
        {"case": "doe-v-roe", "block": "fn-1"},
        "resolved",
        "note",
    )
    assert text[slice(*ref["source"])] == "[1]"
