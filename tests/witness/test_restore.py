"""The clean text in the witness's wording, and the page that is made of it."""

from __future__ import annotations

import json

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.clean import clean
from generator.conservation import check, letters
from generator.convert import convert
from generator.errors import WitnessError
from generator.link.spans import by_source
from generator.model import CaseInfo, CleanLine, CleanText, Reference, SegmentRole
from generator.offsets import MapPiece, OffsetMap
from generator.structure import structure
from generator.structure.drafts import Draft
from generator.structure.footnotes import notes_by_writing
from generator.witness.collation import collate
from generator.witness.restore import restored, restored_from
from tests.kit import ROOT, account, data_of, kinds, source_of
from tests.witness.pair import LOST, PAGED, WHOLE


def restored_of(source, witness, dialect="plain", own="plain"):
    one, two = source_of(source, own), source_of(witness, dialect)
    return one, restored(one, collate(one, clean(one), two), "witness:w.txt")


def restored_text(source, witness):
    return restored_of(source, witness)[1].text


def case_of_two(source, witness, own="flattened", dialect="plain"):
    return convert(
        source_of(source, own), "roe-v-doe", CaseInfo(), None, source_of(witness, dialect)
    )


@pytest.fixture(scope="module")
def case():
    return case_of_two(LOST, WHOLE)


def test_the_page_reads_as_the_witness(case):
    alone = convert(source_of(WHOLE, "plain"), "roe-v-doe", CaseInfo())
    assert kinds(case) == kinds(alone)
    assert [(w.id, w.kind, w.author) for w in case.writings] == [
        (w.id, w.kind, w.author) for w in alone.writings
    ]
    assert [m.target for b in case.blocks for m in b.marks] == ["fn-1", "black-fn-2"]
    assert case.dialect == "plain"
    assert case.source.dialect == "flattened"


def test_each_letter_is_accounted_for(case):
    assert account(data_of(case), LOST) is None


def test_the_repairs_say_what_is_the_witnesss(case):
    rows = {(r.kind, r.text) for r in case.clean.repairs if r.rule.startswith("witness:")}
    assert ("case", "JUSTICE") in rows
    assert ("insert", "n't") in rows  # a negation that was lost
    assert any(kind == "insert" and "12 U.S. 34, 56 (1801)" in text for kind, text in rows)
    assert ("space", "") in rows  # can not
    assert not any(kind == "drop" for kind, _ in rows)


def test_the_blocks_say_where_its_words_are(case):
    lent = {
        b.text[r.start : r.end]
        for b in case.blocks
        for r in b.restored
        if r.kind == "insert" and r.rule.startswith("witness:")
    }
    assert {"I", "II", "n't", "v."} <= lent
    assert not any("dog had bitten" in words for words in lent)


def test_notes_in_another_place_are_found_there():
    """At the foot of the page in the one, behind the whole in the other: no word is shown twice."""
    case = case_of_two(PAGED, WHOLE, "plain")
    assert account(data_of(case), PAGED) is None
    text = " ".join(b.text for b in case.blocks)
    assert text.count("anybody was at home") == 1
    assert text.count("The warning is printed") == 1
    assert [(b.kind, b.label) for b in case.blocks if b.kind == "footnote"] == [
        ("footnote", "1"),
        ("footnote", "2"),
    ]


def test_a_source_that_breaks_off_is_completed():
    cut = LOST[: LOST.index("the dog had bitten")]
    case = case_of_two(cut, WHOLE)
    assert case.source.truncated
    assert not case.truncated
    assert data_of(case)["source"]["truncated"]
    assert case.blocks[-1].text.endswith("to the brief of the State.")
    assert account(data_of(case), cut) is None


def test_a_line_of_the_source_alone_stays_a_line():
    extra = "an editor of the copy has put this sentence here, and nobody else has it."
    case = case_of_two(LOST.replace("it is so ordered.", f"{extra}\nit is so ordered."), WHOLE)
    assert ("paragraph", extra) in kinds(case)
    assert account(data_of(case), case.source.text) is None


def test_pages_come_along():
    witness = WHOLE.replace("[1]", "").replace("[2]", "").replace("FOOTNOTES", "")
    witness = witness.replace("The facts", "[*35] The facts").replace("I would", "I [*36] would")
    case = case_of_two(LOST, witness)
    marks = [
        (b.id, m.label, b.text[m.start :][:9])
        for b in case.blocks
        for m in b.marks
        if m.kind == "page"
    ]
    assert marks == [("p2", "35", "The facts"), ("p4", "36", "would rev")]


def test_tags_of_the_witness_divide_the_text():
    tagged = (
        "OPINION\nJUSTICE GREY delivered the opinion of the Court.\nThe dog stays where it is, and we so hold.\n"
        '<dissent author="BLACK" text="TRUE">\nDISSENT BY: BLACK\nI would let it go, for the reasons that follow.\n'
    )
    plain = (
        "justice grey delivered the opinion of the court.\nthe dog stays where it is,and we so hold.\n"
        "i would let it go,for the reasons that follow.\n"
    )
    case = case_of_two(plain, tagged, "flattened", "lexis")
    assert [(w.kind, w.author) for w in case.writings] == [
        ("majority", "Grey"),
        ("dissent", "Black"),
    ]


def test_another_opinion_is_refused():
    one = source_of(LOST, "flattened")
    other = source_of(
        "A will is void where the testator has not signed it before two witnesses. " * 20, "plain"
    )
    with pytest.raises(WitnessError, match="of 100 words") as caught:
        restored_from(one, clean(one), other)
    assert caught.value.code == "V03"


def test_the_same_every_time(case):
    assert data_of(case_of_two(LOST, WHOLE)) == data_of(case)


WORDS = "the court can not cannot ex-girlfriend didn't n o [n]o prose- cutor 457 U.S. JUSTICE I ß İ ﬁnd “q” … v."
ENDS = [" ", " ", ", ", ".", ". ", "\n", "\n\n", " — ", "-", "'s "]
TEXTS = st.lists(
    st.tuples(st.sampled_from(WORDS.split()), st.sampled_from(ENDS)), min_size=1, max_size=40
).map(lambda parts: "".join(word + end for word, end in parts))


@settings(max_examples=100)
@given(TEXTS, TEXTS, st.integers(0, 40), st.sampled_from(["plain", "lexis", "flattened"]))
def test_whatever_the_two_texts_no_letter_is_lost(source, witness, shared, own):
    """Two texts that begin alike, or have nothing in common."""
    witness = source[: 3 * shared] + witness
    one, text = restored_of(source, witness, "plain", own)
    blocks = structure(one, text).blocks
    assert check(one.text, blocks, text.repairs) is None
    for piece in text.offsets.pieces:
        if piece.rule == "witness:w.txt" and piece.kind != "insert":
            assert letters(one.text[piece.start : piece.end]) == letters(piece.text)
    own_pieces = [p for p in text.offsets.pieces if p.kind != "insert"]
    kept = letters("".join(p.text for p in own_pieces))
    dropped = letters("".join(one.text[p.start : p.end] for p in own_pieces if p.kind == "drop"))
    assert len(kept) + len(dropped) == len(letters(one.text))


def test_places_of_lent_words_name_no_reference():
    """Two references put in at one place of the source cannot be told apart by it."""
    made = [Reference((k, k), "p1", "x", "full") for k in (3, 5, 5, 8)]
    assert by_source(made) == {(3, 3): 0, (8, 8): 3}


def test_the_schema_knows_the_witness(case):
    schema = json.loads((ROOT / "generator/schema/case.schema.json").read_text(encoding="utf-8"))
    data = data_of(case)
    jsonschema.Draft202012Validator(schema).validate(data)
    assert data["witness"] == {
        "file": "opinion.txt",
        "sha256": case.witness.sha256,
        "dialect": "plain",
        "aligned": 1.0,
    }


def test_gathered_notes_go_to_the_writings_that_call_them():
    """A witness with its calls marked has each note in its place; the source has all of them at its end."""
    lines = [
        "Grey, J., delivered the opinion.",
        "He knocked.1",
        "Black, J., dissenting.",
        "It bit.1",
        "One.",
        "Two.",
    ]
    text = "\n".join(lines)
    starts = [text.index(line) for line in lines]
    roles: tuple[SegmentRole, ...] = ("byline", "text", "byline", "text", "footnote", "footnote")
    clean_lines = tuple(
        CleanLine((s, s + len(t)), role, "1" if role == "footnote" else None)
        for s, t, role in zip(starts, lines, roles, strict=True)
    )
    calls = tuple(((starts[k] + len(lines[k]) - 1, starts[k] + len(lines[k])), "1") for k in (1, 3))
    offsets = OffsetMap([MapPiece(0, len(text), text)])
    made = CleanText(text, offsets, clean_lines, (), calls=calls)
    drafts = [
        Draft("majority", "majority", "Grey", lines=list(clean_lines[:2])),
        Draft("black", "dissent", "Black", lines=list(clean_lines[2:4])),
    ]
    notes = [(line, drafts[1]) for line in clean_lines[4:]]
    assert notes_by_writing(made, drafts, notes) == {
        "majority": [clean_lines[4]],
        "black": [clean_lines[5]],
    }
    assert notes_by_writing(made, drafts, notes[1:]) == {"black": [clean_lines[5]]}
