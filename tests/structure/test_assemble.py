"""Blocks: their kinds, numbers and ids, and what hangs in them."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.kit import DIALECTS, OPINIONS, SEEDS, case_of

BYLINE = "JUSTICE WHITE delivered the opinion of the Court."
TEXT = "We hold that a lamp is no light, and that the order of the Board was void."
QUOTE = '"No person shall keep a harbor light without leave of the Board."'


def body(*lines: str, dialect: str = "lexis"):
    """The blocks behind the byline."""
    return case_of("\n".join([BYLINE, *lines]), dialect).blocks[1:]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        (TEXT, "paragraph"),
        ("I", "heading"),
        ("II. Standard of Review", "heading"),
        ("* * *", "heading"),
        ("It is so ordered.", "disposition"),
        ("So ordered.", "disposition"),
        ("AFFIRMED.", "disposition"),
        ("Reversed and remanded.", "disposition"),
        ("Affirmed in part, reversed in part, and remanded.", "disposition"),
        ("720 F. 2d 715, affirmed.", "disposition"),
        ("The judgment of the Court of Appeals is affirmed.", "paragraph"),
        ("Affirmed by the court below, the order came to us.", "paragraph"),
        ("JUSTICE KAGAN took no part in the consideration or decision of this case.", "vote"),
        ("MR. JUSTICE BLACK concurs in the result.", "vote"),
        ("MR. JUSTICE BLACK and MR. JUSTICE DOUGLAS dissent.", "vote"),
        ("MR. JUSTICE DOUGLAS dissents for the reasons that he gave below.", "paragraph"),
        (
            "THE CHIEF JUSTICE took no part in the baking of the cake, and neither did we.",
            "paragraph",
        ),
        ("7", "paragraph"),  # a number that no outline has
    ],
)
def test_kinds(line: str, kind: str) -> None:
    assert [b.kind for b in body(line)] == [kind]


def test_numbers_run_through_all_writings() -> None:
    lines = ["Syllabus", TEXT, BYLINE, TEXT, "I", TEXT, QUOTE, TEXT, "It is so ordered."]
    text = "\n\n".join([*lines, "JUSTICE POWELL, dissenting.", TEXT, "I", TEXT])
    case = case_of(text, "plain")
    assert [(b.id, b.number) for b in case.blocks if b.kind == "paragraph"] == [
        ("syllabus-1", None),
        ("p1", 1),
        ("p2", 2),
        ("p3", 3),
        ("p4", 4),
        ("p5", 5),
    ]
    assert [b.id for b in case.blocks if b.kind == "blockquote"] == ["p2-q1"]
    assert [b.id for b in case.blocks if b.kind == "heading"][1:] == ["part-i", "powell-part-i"]


def test_parts() -> None:
    blocks = body(TEXT, "I", TEXT, "A", TEXT, "B", TEXT, "II", TEXT, "* * *", TEXT)
    assert [(b.id, b.part) for b in blocks] == [
        ("p1", None),
        ("part-i", "part-i"),
        ("p2", "part-i"),
        ("part-i-a", "part-i-a"),
        ("p3", "part-i-a"),
        ("part-i-b", "part-i-b"),
        ("p4", "part-i-b"),
        ("part-ii", "part-ii"),
        ("p5", "part-ii"),
        ("part-break", None),
        ("p6", None),
    ]


def test_a_sentence_goes_on_after_a_block_quote() -> None:
    first, quote = body("The Act provides:", QUOTE, "and says nothing of lamps.")
    assert (first.text, first.kind, quote.kind) == (
        "The Act provides: and says nothing of lamps.",
        "paragraph",
        "blockquote",
    )
    assert [p.at for p in first.pieces] == [0, len("The Act provides: ")]
    assert first.source[0] < quote.source[0] < quote.source[1] < first.source[1]


def test_a_new_sentence_is_a_new_paragraph() -> None:
    assert [b.id for b in body("The Act provides:", QUOTE, "We agree.")] == ["p1", "p1-q1", "p2"]


class TestFootnotes:
    NOTED = (
        f"{BYLINE}\n{TEXT}[1]\n{TEXT}[2]\nJUSTICE POWELL, dissenting.\n{TEXT}{{call}}\n"
        "FOOTNOTES\n[1] One.\n[2] Two.\n"
    )

    def notes(self, text: str) -> list[tuple[str, str | None, str]]:
        return [
            (b.id, b.label, b.text) for b in case_of(text, "plain").blocks if b.kind == "footnote"
        ]

    def calls(self, text: str) -> list[tuple[str, str, tuple[str, str] | None]]:
        return [(r.block, r.text, r.target) for r in case_of(text, "plain").references]

    def test_of_one_writing(self) -> None:
        text = self.NOTED.format(call="")
        assert self.notes(text) == [("fn-1", "1", "[1] One."), ("fn-2", "2", "[2] Two.")]
        assert self.calls(text) == [
            ("p1", "1", ("doe-v-roe", "fn-1")),
            ("p2", "2", ("doe-v-roe", "fn-2")),
        ]

    def test_whose_numbers_begin_again(self) -> None:
        text = self.NOTED.format(call="[1]") + "[1] His own.\n"
        assert [n[0] for n in self.notes(text)] == ["fn-1", "fn-2", "powell-fn-1"]
        assert self.calls(text)[2] == ("p3", "1", ("doe-v-roe", "powell-fn-1"))

    def test_whose_numbers_run_on(self) -> None:
        text = self.NOTED.format(call="[3]") + "[3] His own.\n"
        assert [n[0] for n in self.notes(text)] == ["fn-1", "fn-2", "powell-fn-3"]
        assert self.calls(text)[2] == ("p3", "3", ("doe-v-roe", "powell-fn-3"))

    def test_of_several_paragraphs(self) -> None:
        text = self.NOTED.format(call="") + "And more of it.\n"
        assert self.notes(text)[1] == ("fn-2", "2", "[2] Two. And more of it.")

    def test_of_a_text_without_an_opinion(self) -> None:
        """They belong to no writing, but are not lost."""
        case = case_of("Syllabus\nNotes\n[1] One.", "plain")
        assert [(b.kind, b.writing) for b in case.blocks] == [
            ("heading", "syllabus"),
            ("footnote", None),
        ]

    def test_calls_without_notes(self) -> None:
        case = case_of(f"{BYLINE}\n{TEXT} 1 We go on. 2 And on.", "lexis")
        assert [(r.text, r.status, r.target, r.method) for r in case.references] == [
            ("1", "unresolved", None, None),
            ("2", "unresolved", None, None),
        ]
        assert [m.id for b in case.blocks for m in b.marks] == ["fnref-1", "fnref-2"]


class TestPages:
    def pages(self, *lines: str) -> list[tuple[str, str, int]]:
        return [(b.id, m.id, m.start) for b in body(*lines) for m in b.marks if m.kind == "page"]

    def test_within_a_paragraph(self) -> None:
        assert self.pages("One [*341] two") == [("p1", "page-341", 4)]

    def test_between_paragraphs(self) -> None:
        assert self.pages("One.", "[*342] Two.") == [("p2", "page-342", 0)]

    def test_the_same_page_twice(self) -> None:
        assert [p[1] for p in self.pages("One [*5] two", "three [*5] four")] == [
            "page-5",
            "page-5-2",
        ]


@pytest.mark.parametrize("path", [*SEEDS.values(), *OPINIONS], ids=lambda p: p.parent.name + p.stem)
def test_what_holds_of_every_case(path) -> None:
    _holds(case_of(path.read_text(encoding="utf-8")))


LINES = st.sampled_from(
    [
        BYLINE, TEXT, QUOTE, "I", "A", "1", "* * *", "The Act provides:", "and no more.", "It is so ordered.",
        "OPINION",
        "JUSTICE POWELL, dissenting.", "JUSTICE POWELL, concurring.", "PER CURIAM.", "Syllabus", "FOOTNOTES",
        "[1] One.",
        "[2] Two.", f"{TEXT}[1]", f"{TEXT} 1 And on. 2", "[*5] So.", "QUILL v. STATE", "DISSENT BY: BREYER",
        "opinion of the court", "justice breyer,dissenting.", "i respectfully dissent.", "q did you", "a i did", "",
    ]
)  # fmt: skip


@given(st.lists(LINES, max_size=25), st.sampled_from(DIALECTS))
@settings(max_examples=150, deadline=None)
def test_what_holds_of_any_order_of_lines(lines: list[str], dialect: str) -> None:
    _holds(case_of("\n".join(["A case.", *lines]), dialect))


def _holds(case) -> None:
    ids = [b.id for b in case.blocks]
    marks = [m.id for b in case.blocks for m in b.marks]
    every = ids + marks + [w.id for w in case.writings]
    assert [i for i, n in Counter(every).items() if n > 1] == []
    assert all(re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", i) for i in every)
    numbers = [b.number for b in case.blocks if b.number is not None]
    assert numbers == list(range(1, len(numbers) + 1))
    headings = {b.id for b in case.blocks if b.kind == "heading"}
    writings = {w.id for w in case.writings}
    for block in case.blocks:
        assert (block.number is not None) == (
            block.kind == "paragraph" and block.writing != "syllabus"
        )
        assert block.part is None or block.part in headings
        assert block.writing is None or block.writing in writings
        assert block.text.strip() == block.text != ""
        assert block.source[0] < block.source[1]
    for writing in case.writings:
        own = [b.source for b in case.blocks if b.writing == writing.id and b.kind != "footnote"]
        assert all(writing.source[0] <= s and e <= writing.source[1] for s, e in own)
    notes = {b.id for b in case.blocks if b.kind == "footnote"}
    assert all(r.target is None or r.target[1] in notes for r in case.references)
    sources = [r.source for r in case.references]
    assert all(a[1] <= b[0] for a, b in pairwise(sources))


def test_a_title_on_a_line_of_its_own_belongs_to_the_number_above() -> None:
    text = f"JUSTICE WHITE delivered the opinion.\nI.\nBACKGROUND\n{LONG}\nA\nThe Pier\n{LONG}\nII\n{LONG}\n"
    blocks = [(b.id, b.text) for b in case_of(text, "plain").blocks if b.kind == "heading"]
    assert blocks == [("part-i", "I. BACKGROUND"), ("part-i-a", "A The Pier"), ("part-ii", "II")]


LONG = "The keeper of the pier let the lantern go out before midnight, and so a ship with all hands was lost."
