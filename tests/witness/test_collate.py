"""``pincite collate``: the differences, word by word, as a careful clerk lists them."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from generator.clean import clean
from generator.cli import main
from generator.witness.collation import collate
from generator.witness.differences import KINDS, differences
from tests.kit import source_of
from tests.witness.pair import LOST, PAGED, WHOLE

BEFORE, AFTER = "this is how the sentence begins and", "is how the sentence comes to its end"


def found(source, witness):
    one = source_of(f"{BEFORE} {source} {AFTER}", "plain")
    two = source_of(f"{BEFORE} {witness} {AFTER}", "plain")
    return [(d.kind, d.source, d.witness) for d in differences(collate(one, clean(one), two))]


@pytest.mark.parametrize(
    ("source", "witness", "expected"),
    [
        ("the court", "the court", []),
        ("the court", "the Court", [("capitals", "court", "Court")]),
        ("id at", "id., at", [("marks", "", ".,")]),
        ("the dog", "the brown dog", [("lost", "", "brown")]),
        ("merck dog", "merck's dog", [("lost", "", "merck's")]),
        ("did knock", "didn't knock", [("lost", "", "didn't")]),
        ("the brown dog", "the dog", [("extra", "brown", "")]),
        ("a defence", "a defense", [("spelling", "defence", "defense")]),
        ("can not go", "cannot go", [("joined", "can not", "cannot")]),
        ("exgirlfriend", "ex-girlfriend", [("joined", "exgirlfriend", "ex-girlfriend")]),
        ("petitioner", "respondent", [("wording", "petitioner", "respondent")]),
        # the same mark in another hand is no difference
        ("the court's “dog” — here", 'the court’s "dog" -- here', []),
    ],
)
def test_kinds(source, witness, expected):
    assert found(source, witness) == expected


def test_lines_are_those_of_the_files():
    one, two = source_of(LOST, "flattened"), source_of(WHOLE, "plain")
    rows = differences(collate(one, clean(one), two))
    year = next(d for d in rows if "1981" in d.witness)
    assert LOST.splitlines()[year.line - 1].startswith("the facts")
    assert "1981" in WHOLE.splitlines()[year.witness_line - 1]
    assert [d.line for d in rows] == sorted(d.line for d in rows)


@pytest.fixture
def site(tmp_path):
    folder = tmp_path / "site_src/opinions/roe-v-doe"
    (folder / "witnesses").mkdir(parents=True)
    (folder / "opinion.txt").write_text(LOST, encoding="utf-8")
    (folder / "witnesses/slip.txt").write_text(WHOLE, encoding="utf-8")
    return tmp_path


def run(site, *arguments):
    return CliRunner().invoke(main, ["collate", "--root", str(site), *arguments])


def test_a_line_each_and_a_table(site):
    result = run(site, "roe-v-doe")
    assert result.exit_code == 0, result.output
    place = "site_src/opinions/roe-v-doe/opinion.txt"
    assert f"{place}:3: joined/split: “t he” for “[t]he” (slip.txt:7)" in result.output
    assert "word lost in source" in result.output
    assert "capitals:" not in result.output
    assert "100.0 %" in result.output
    assert "-v shows them" in result.output
    assert ": capitals: “justice” for “JUSTICE”" in run(site, "roe-v-doe", "-v").output


def test_json_has_all_of_them(site):
    data = json.loads(run(site, "roe-v-doe", "--format", "json").output)
    (witness,) = data["witnesses"]
    assert witness["fits"]
    assert set(witness["counts"]) == set(KINDS)
    assert sum(witness["counts"].values()) == len(witness["differences"])
    assert {"kind", "line", "witness_line", "source", "witness", "words", "span"} == set(
        witness["differences"][0]
    )


def test_any_file_can_be_held_against_it(site):
    (site / "paged.txt").write_text(PAGED, encoding="utf-8")
    result = run(site, "roe-v-doe", "--witness", str(site / "paged.txt"))
    assert result.exit_code == 0
    assert "paged.txt" in result.output
    assert "slip.txt" not in result.output
    assert run(site, "roe-v-doe", "--witness", "slip.txt").exit_code == 0


def test_what_does_not_fit_is_told(site):
    (site / "site_src/opinions/roe-v-doe/witnesses/will.txt").write_text(
        "A will needs two witnesses who sign it. " * 30, encoding="utf-8"
    )
    result = run(site, "roe-v-doe")
    assert result.exit_code == 1
    assert "V03 will.txt is no text of this opinion" in result.output


def test_clear_errors(site):
    unknown = run(site, "roe-v-roe")
    assert unknown.exit_code == 1
    assert "V04" in unknown.output
    assert "roe-v-doe" in unknown.output
    (site / "site_src/opinions/roe-v-doe/witnesses/slip.txt").unlink()
    assert "V01" in run(site, "roe-v-doe").output
    assert run(site, "roe-v-doe", "--witness", "nowhere.txt").exit_code == 1
