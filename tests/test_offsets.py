"""The map between clean text and source: against worked examples, and against a naive model of the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.clean import clean
from generator.offsets import Edit, MapPiece, OffsetMap
from tests.kit import DIALECTS, OPINIONS, SEEDS, case_of, source_of

#         0123456789…
SOURCE = "Id ., at   920"
PIECES = OffsetMap(
    [
        MapPiece(0, 2, "Id"),
        MapPiece(2, 3, "", "space"),
        MapPiece(3, 8, "., at"),
        MapPiece(8, 11, " ", "blank"),
        MapPiece(11, 14, "920"),
    ]
)


def plain(text: str) -> OffsetMap:
    return OffsetMap([MapPiece(0, len(text), text)])


def test_text() -> None:
    assert PIECES.text == "Id., at 920"
    assert PIECES.length == len(PIECES.text)


@pytest.mark.parametrize(
    ("clean_span", "source_span"),
    [
        ((0, 2), (0, 2)),
        ((0, 3), (0, 4)),  # "Id." came from "Id ."
        ((2, 3), (3, 4)),
        ((7, 8), (8, 11)),  # the one blank came from three
        ((8, 11), (11, 14)),
        ((0, 11), (0, 14)),
        ((3, 3), (4, 4)),
        ((11, 11), (14, 14)),
        ((0, 0), (0, 0)),
    ],
)
def test_to_source(clean_span: tuple[int, int], source_span: tuple[int, int]) -> None:
    assert PIECES.to_source(clean_span) == source_span


@pytest.mark.parametrize("span", [(-1, 2), (0, 12), (5, 4), (12, 12)])
def test_outside(span: tuple[int, int]) -> None:
    with pytest.raises(IndexError):
        PIECES.to_source(span)


@pytest.mark.parametrize(
    ("source", "clean_offset"),
    [(0, 0), (1, 1), (2, 2), (3, 2), (4, 3), (8, 7), (9, 7), (10, 7), (11, 8), (13, 10), (14, 11)],
)
def test_to_clean(source: int, clean_offset: int) -> None:
    assert PIECES.to_clean(source) == clean_offset


def test_nothing() -> None:
    empty = OffsetMap([])
    assert (empty.text, empty.to_source((0, 0)), empty.to_clean(7)) == ("", (0, 0), 0)


def test_an_edit_is_recorded_with_its_rule() -> None:
    edited = plain("a  b").edited([Edit(1, 3, " ", "blank")], "blanks")
    assert edited.pieces == (
        MapPiece(0, 1, "a"),
        MapPiece(1, 3, " ", "blank", "blanks"),
        MapPiece(3, 4, "b"),
    )


def test_no_edit_no_new_map() -> None:
    assert PIECES.edited([], "nothing") is PIECES


def test_an_insertion_has_no_source() -> None:
    edited = plain("a,b").edited([Edit(2, 2, " ", "space")], "blank-after-mark")
    assert edited.text == "a, b"
    assert edited.pieces[1] == MapPiece(2, 2, " ", "space", "blank-after-mark")
    assert edited.to_source((3, 4)) == (2, 3)


def test_a_later_change_of_blanks_leaves_the_repair_its_name() -> None:
    first = plain("a[*5]b").edited([Edit(1, 5, "  ", "drop")], "page-marks")
    second = first.edited([Edit(1, 3, " ", "blank")], "blanks")
    assert second.pieces[1] == MapPiece(1, 5, " ", "drop", "page-marks")


def test_capitals_of_a_joined_word_leave_the_blank_its_own_repair() -> None:
    joined = plain("then con gress acts").edited([Edit(8, 9, "", "space")], "halves")
    offsets = joined.edited([Edit(5, 13, "Congress", "case")], "truecase")
    assert offsets.text == "then Congress acts"
    assert [p for p in offsets.pieces if p.kind] == [
        MapPiece(5, 8, "Con", "case", "truecase"),
        MapPiece(8, 9, "", "space", "halves"),
    ]


def test_capitals_of_a_whole_word_are_one_repair() -> None:
    offsets = plain("then congress acts").edited([Edit(5, 13, "Congress", "case")], "truecase")
    assert [p for p in offsets.pieces if p.kind] == [
        MapPiece(5, 13, "Congress", "case", "truecase")
    ]


@pytest.mark.parametrize("edits", [[(1, 3), (2, 4)], [(3, 2)], [(2, 3), (0, 1)]])
def test_edits_in_disorder(edits: list[tuple[int, int]]) -> None:
    with pytest.raises(ValueError, match="overlaps"):
        plain("abcdef").edited([Edit(s, e, "", "drop") for s, e in edits], "bad")


@st.composite
def edited_text(draw: st.DrawFn) -> tuple[str, list[list[Edit]]]:
    """A text and two or three rounds of edits, each within the text that the round before leaves."""
    text = draw(st.text("abc .", max_size=30))
    rounds: list[list[Edit]] = []
    current = text
    for _ in range(draw(st.integers(1, 3))):
        cuts = sorted(draw(st.lists(st.integers(0, len(current)), max_size=8)))
        edits = [
            Edit(s, e, draw(st.text("xyz ", max_size=3)), "drop")
            for s, e in zip(cuts[::2], cuts[1::2], strict=False)
        ]
        rounds.append(edits)
        current = replaced(current, edits)
    return text, rounds


def replaced(text: str, edits: list[Edit]) -> str:
    out, cursor = "", 0
    for edit in edits:
        out += text[cursor : edit.start] + edit.text
        cursor = edit.end
    return out + text[cursor:]


@given(edited_text())
def test_edits_against_a_naive_model(given_: tuple[str, list[list[Edit]]]) -> None:
    """Whatever the edits, the text is what plain replacement gives, and the pieces cover the source once, in order."""
    source, rounds = given_
    offsets, text = plain(source), source
    for number, edits in enumerate(rounds):
        offsets, text = offsets.edited(edits, f"rule {number}"), replaced(text, edits)
        assert offsets.text == text
        position = 0
        for piece in offsets.pieces:
            assert piece.start == position
            position = piece.end
            assert piece.kind is not None or source[piece.start : piece.end] == piece.text
        assert position == len(source)


@given(edited_text())
def test_there_and_back(given_: tuple[str, list[list[Edit]]]) -> None:
    source, rounds = given_
    offsets = plain(source)
    for edits in rounds:
        offsets = offsets.edited(edits, "rule")
    for k in range(offsets.length):
        start, end = offsets.to_source((k, k + 1))
        assert 0 <= start <= end <= len(source)
        piece = next(
            p
            for i, p in enumerate(offsets.pieces)
            if offsets.clean_start(i) <= k < offsets.clean_start(i) + len(p.text)
        )
        if piece.kind is None:
            assert source[start:end] == offsets.text[k]
            assert offsets.to_clean(start) == k
    ends = [offsets.to_source((k, k))[0] for k in range(offsets.length + 1)]
    assert ends == sorted(ends)


@given(st.text("ab .,[*12]\n\t\xa0—“é", max_size=200), st.sampled_from(DIALECTS))
def test_clean_text_leads_back(text: str, dialect: str) -> None:
    """Each character of the clean text that is the source's own leads to that character, and back."""
    source = source_of("Some words. " + text, dialect)
    cleaned = clean(source)
    for index, piece in enumerate(cleaned.offsets.pieces):
        if piece.kind is None:
            start = cleaned.offsets.clean_start(index)
            for k in range(len(piece.text)):
                span = cleaned.offsets.to_source((start + k, start + k + 1))
                assert source.text[slice(*span)] == cleaned.text[start + k]
                assert cleaned.offsets.to_clean(span[0]) == start + k


@pytest.mark.parametrize("path", [*SEEDS.values(), *OPINIONS], ids=lambda p: p.parent.name + p.stem)
def test_every_character_of_every_block(path) -> None:
    """Of all real text: what a block shows at any place is what its source has there, or a recorded repair."""
    text = path.read_text(encoding="utf-8")
    case = case_of(text)
    repaired = [r.span for r in case.clean.repairs]
    for block in case.blocks:
        for k, piece in enumerate(block.pieces):
            stop = block.pieces[k + 1].at - 1 if k + 1 < len(block.pieces) else len(block.text)
            for offset in range(piece.at, stop):
                clean_at = piece.clean[0] + offset - piece.at
                start, end = case.clean.offsets.to_source((clean_at, clean_at + 1))
                shown = block.text[offset]
                assert (
                    text[start:end] == shown
                    or (shown == " " and end > start and not text[start:end].strip())
                    or any(s <= start and end <= e for s, e in repaired)
                ), (block.id, offset, shown, text[start:end])
