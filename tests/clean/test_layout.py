"""The first draft of the clean text: the kept segments, one a line."""

from __future__ import annotations

import pytest

from generator.clean.layout import lay_out
from generator.model import Segment, Source


def source(text: str, *segments: Segment) -> Source:
    return Source("opinion.txt", "", text, "plain", "", segments=segments)


def test_one_line_a_segment() -> None:
    offsets, kept = lay_out(source("one\n\ntwo", Segment((0, 3)), Segment((5, 8))))
    assert offsets.text == "one\ntwo"
    assert [s.span for s in kept] == [(0, 3), (5, 8)]


def test_wrapped_lines_are_put_together() -> None:
    text = "one\r\n  two\nthree"
    offsets, _ = lay_out(source(text, Segment((0, len(text)))))
    assert offsets.text == "one two three"
    assert offsets.to_source((4, 7)) == (7, 10)


@pytest.mark.parametrize("role", ["markup", "running-head"])
def test_markup_and_running_heads_are_dropped(role) -> None:
    offsets, kept = lay_out(source("OPINION\ntext", Segment((0, 7), role), Segment((8, 12))))
    assert offsets.text == "text"
    assert len(kept) == 1
    assert (offsets.pieces[0].kind, offsets.pieces[0].rule) == ("drop", f"drop-{role}")


def test_a_stray_mark_outside_every_segment_is_dropped_and_told() -> None:
    offsets, _ = lay_out(source("one ~ two", Segment((0, 3)), Segment((6, 9))))
    assert [p for p in offsets.pieces if p.kind == "drop"]


@pytest.mark.parametrize(
    "spans", [[(0, 3), (2, 5)], [(3, 5), (0, 2)], [(2, 2)], [(0, 99)]], ids=str
)
def test_segments_out_of_order_are_a_defect(spans: list[tuple[int, int]]) -> None:
    with pytest.raises(ValueError, match="segment"):
        lay_out(source("one two", *(Segment(s) for s in spans)))
