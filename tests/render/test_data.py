"""``case.json``: the case as data, small in a diff."""

from __future__ import annotations

import json

import jsonschema
import pytest

from generator.model import CaseInfo
from generator.render.data import case_data, to_json
from tests.kit import OPINIONS, ROOT, SEEDS, case_of
from tests.render.made import small_case

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
    assert (ref["at"], ref["case"]) == ([9, 12], None)


class TestReferences:
    DATA = case_data(small_case())

    def test_where_they_stand(self) -> None:
        blocks = {b["id"]: b["text"] for b in self.DATA["blocks"]}
        assert len(self.DATA["references"]) == 12
        for ref in self.DATA["references"]:
            assert blocks[ref["block"]][slice(*ref["at"])] == ref["text"]

    def test_where_they_lead(self) -> None:
        found = {r["text"]: r for r in self.DATA["references"]}
        assert found["United States v. Leon, 468 U.S. 897 (1984)"]["case"] == "united-states-v-leon"
        assert found["ante, at 5"]["target"] == {"case": "doe-v-roe", "block": "p1"}
        assert found["Ibid."]["candidates"] == [
            "Harlow v. Fitzgerald, 457 U.S. 800 (1982)",
            "9 U.S. 9",
        ]
        assert "candidates" not in found["App. 78"]

    def test_the_authorities(self) -> None:
        first, *_ = self.DATA["authorities"]
        assert first == {
            "key": "457 U.S. 800",
            "kind": "case",
            "name": "Harlow v. Fitzgerald",
            "year": 1982,
            "court": None,
            "parallel": [],
            "note": None,
            "references": [0, 1, 9],
        }
        for work in self.DATA["authorities"]:
            assert [self.DATA["references"][n]["authority"] for n in work["references"]] == [
                work["key"]
            ] * len(work["references"])

    def test_the_schema(self) -> None:
        path = ROOT / "generator/schema/case.schema.json"
        validator = jsonschema.Draft202012Validator(json.loads(path.read_text(encoding="utf-8")))
        assert not [e.message for e in validator.iter_errors(self.DATA)]

    @pytest.mark.parametrize(
        "change",
        [
            lambda d: d["authorities"][0].update(kind="person"),
            lambda d: d["authorities"][0].pop("references"),
            lambda d: d["authorities"][0].update(key=""),
            lambda d: d["references"][0].update(url="javascript:x"),
            lambda d: d["references"][0].update(case="../etc"),
            lambda d: d["references"][0].update(at=[1]),
            lambda d: d["references"][0].update(candidates=[]),
        ],
    )
    def test_what_the_schema_refuses(self, change) -> None:
        path = ROOT / "generator/schema/case.schema.json"
        validator = jsonschema.Draft202012Validator(json.loads(path.read_text(encoding="utf-8")))
        data = json.loads(to_json(self.DATA))
        change(data)
        assert list(validator.iter_errors(data))
