"""The same opinion in every dialect: each reader finds its writings, its notes and their calls."""

from __future__ import annotations

import pytest

from generator.conservation import check
from generator.convert import convert
from generator.model import CaseInfo
from generator.read import read_bytes
from tests.shapes import SHAPES, writings

OWN = {"bound volume": "slip"}  # the dialect, where the shape has another name
# What is given over to notes is lost in flattened text, and its opinion is another.
ALIKE = [shape for shape in SHAPES if shape != "flattened"]


@pytest.mark.parametrize("shape", ALIKE)
def test_writings_and_notes(shape: str) -> None:
    name, made = SHAPES[shape]
    source = read_bytes(made(), name)
    assert source.dialect == OWN.get(shape, shape)
    case = convert(source, "malley-v-briggs", CaseInfo())
    assert check(source.text, case.blocks, case.clean.repairs) is None
    assert [(w.kind, w.author, w.joined_by) for w in case.writings] == [
        ("majority", "White", ()),
        ("concurrence-in-part-dissent-in-part", "Powell", ("Rehnquist",)),
    ]
    notes = [b for b in case.blocks if b.kind == "footnote"]
    first, second = (len(writing.notes) for writing in writings())
    assert [b.writing for b in notes] == ["majority"] * first + ["powell"] * second
    calls = [m for b in case.blocks for m in b.marks if m.kind == "footnote-call"]
    assert sorted(m.target or "" for m in calls) == sorted(b.id for b in notes)


def test_every_shape_is_told_by_its_bytes() -> None:
    assert read_bytes(SHAPES["flattened"][1](), "flattened.txt").dialect == "flattened"
    assert {OWN.get(s, s) for s in SHAPES} == {
        "slip", "lexis", "flattened", "plain", "cap", "harvard-xml", "columbia-xml", "courtlistener",
        "casebook-markdown", "docx", "rtf", "pdf",
    }  # fmt: skip
