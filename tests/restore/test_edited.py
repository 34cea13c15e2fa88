"""Edits of a finished case: what counts in its text moves with it, and every change is told."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.conservation import check
from generator.errors import ConservationError
from generator.link.quotations import Quotation
from generator.model import Mark
from generator.offsets import Edit, MapPiece, OffsetMap
from generator.restore import Cache, RestoreRule, edited, restore, restored
from generator.restore.edited import Shift
from generator.structure.pages import block_source
from tests.kit import account, case_of, data_of
from tests.render.made import reference, referring

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import Case

TEXT = (
    "justice white delivered the opinion of the court.\n"
    "the court in pearson callahan.held that n o officer can not know,see id.at.\n"
    "we follow pearson callahan.\n"
)


def flat(text: str = TEXT, slug: str = "doe-v-roe") -> Case:
    return case_of(text, "flattened", slug=slug)


def at(case: Case, words: str, text: str, kind: str = "insert") -> Iterator[Edit]:
    """An edit for each place where ``words`` stand in the clean text."""
    for match in re.finditer(re.escape(words), case.clean.text):
        yield Edit(match.start(), match.end(), text, kind)  # type: ignore[arg-type]


def before(case: Case, words: str, text: str) -> Iterator[Edit]:
    for match in re.finditer(re.escape(words), case.clean.text):
        yield Edit(match.start(), match.start(), text, "insert")


def paragraph(case: Case, number: int = 1) -> str:
    return next(b.text for b in case.blocks if b.number == number)


def rows(case: Case, number: int = 1) -> list[tuple[str, str, str]]:
    """What a paragraph has, what the source has there, and the kind."""
    block = next(b for b in case.blocks if b.number == number)
    return [(block.text[r.start : r.end], r.was, r.kind) for r in block.restored]


# ------------------------------------------------------------------------------------------------------ the text


def test_nothing_to_do_leaves_the_very_same_case() -> None:
    case = flat()
    assert edited(case, [], "nothing") is case


def test_block_lines_and_repairs_say_the_same() -> None:
    case = flat()
    new = edited(case, before(case, "callahan", "[v.] "), "versus")
    assert paragraph(new).startswith("the court in pearson [v.] callahan. held")
    assert [new.clean.line(line) for line in new.clean.lines] == [
        "justice white delivered the opinion of the court.",
        "the court in pearson [v.] callahan. held that n o officer can not know, see id. at.",
        "we follow pearson [v.] callahan.",
    ]
    told = [(r.text, r.rule) for r in new.clean.repairs if r.rule == "versus"]
    assert told == [("[v.] ", "versus")] * 2
    assert check(new.source.text, new.blocks, new.clean.repairs) is None
    assert account(data_of(new), new.source.text) is None


def test_each_change_is_told_in_the_coordinates_of_the_block() -> None:
    case = flat()
    case = edited(case, at(case, "can not", "cannot", "drop"), "joined")
    case = edited(case, [*before(case, "n o", "["), *at(case, "zz", "")], "bracket")
    case = edited(case, at(case, "pearson", "Pearson", "case"), "capitals")
    assert rows(case) == [
        ("Pearson", "pearson", "case"),
        (" ", "", "space"),
        ("[", "", "insert"),
        ("cannot", "can not", "drop"),
        (" ", "", "space"),
        (" ", "", "space"),
    ]


def test_what_is_taken_out_leaves_a_place() -> None:
    case = flat()
    place = case.clean.text.index(" not")
    case = edited(case, [Edit(place, place + 1, "", "drop")], "joined")
    assert ("", " ", "drop") in rows(case)
    block = next(b for b in case.blocks if b.number == 1)
    gone = next(r for r in block.restored if r.kind == "drop")
    assert block.text[gone.start - 3 : gone.start + 3] == "cannot"


def test_what_is_put_in_at_the_ends_of_a_line_is_part_of_it() -> None:
    case = flat()
    start = case.clean.text.index("we follow")
    edits = [
        Edit(start, start, "“", "punctuation"),
        Edit(len(case.clean.text), len(case.clean.text), "”", "punctuation"),
    ]
    new = edited(case, edits, "marks")
    assert paragraph(new, 2) == "“we follow pearson callahan.”"
    assert paragraph(new, 1) == paragraph(case, 1)


def test_words_put_in_at_the_very_ends_are_accounted_for() -> None:
    case = flat()
    start = case.clean.text.index("we follow")
    edits = [
        Edit(start, start, "[and] ", "insert"),
        Edit(start + 27, start + 27, " [so]", "insert"),
    ]
    new = restored(case, [RestoreRule("ends", lambda _: edits)])
    assert paragraph(new, 2) == "[and] we follow pearson callahan. [so]"


@pytest.mark.parametrize(
    ("edits", "why"),
    [
        ([Edit(48, 51, "", "drop")], "ends of lines"),
        ([Edit(3, 3, "\n", "insert")], "ends of lines"),
        ([Edit(3, 9, "", "drop"), Edit(5, 6, "", "drop")], "overlaps"),
    ],
)
def test_edits_that_cannot_be(edits: list[Edit], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        edited(flat(), edits, "wrong")


# ------------------------------------------------------------------------------------- references, quotations, marks


def test_references_keep_their_words() -> None:
    case = flat()
    case = referring(
        case,
        [reference(case, "pearson callahan", "name"), reference(case, "id. at", "id")],
    )
    old = case.references
    case = edited(case, before(case, "callahan", "[v.] "), "versus")
    case = edited(case, at(case, "pearson", "Pearson", "case"), "capitals")
    case = edited(case, before(case, "Pearson", "“"), "marks")
    case = edited(case, before(case, ". at", "⟨…⟩"), "gap")
    assert [r.text for r in case.references] == ["Pearson [v.] callahan", "id⟨…⟩. at"]
    blocks = {b.id: b for b in case.blocks}
    assert all(blocks[r.block].text[slice(*r.at)] == r.text for r in case.references)
    assert [r.source for r in case.references] == [r.source for r in old]
    assert [block_source(case.clean, blocks[r.block], r.at) for r in case.references] == [
        r.source for r in old
    ]


def test_a_span_that_ends_inside_an_edit_takes_it_in() -> None:
    case = flat()
    case = referring(case, [reference(case, "can", "name")])
    case = edited(case, at(case, "can not", "cannot", "drop"), "joined")
    assert case.references[-1].text == "cannot"


@pytest.mark.parametrize(
    ("words", "edits", "shown"),
    [
        # the bracket of an alteration belongs to the word that it opens or closes
        ("pearson callahan", [Edit(63, 63, "[", "punctuation")], "[pearson callahan"),
        ("pearson callahan", [Edit(62, 63, "[", "punctuation")], "[pearson callahan"),
        ("pearson callahan", [Edit(79, 79, "]", "punctuation")], "pearson callahan]"),
        ("pearson callahan", [Edit(79, 80, "]", "punctuation")], "pearson callahan]"),
        # not one that closes before it, or opens behind it; nor words
        ("pearson callahan", [Edit(63, 63, "]", "punctuation")], "pearson callahan"),
        ("pearson callahan", [Edit(79, 79, "[", "punctuation")], "pearson callahan"),
        ("pearson callahan", [Edit(63, 63, "(", "punctuation")], "pearson callahan"),
        ("pearson callahan", [Edit(79, 79, ")", "punctuation")], "pearson callahan"),
        ("pearson callahan", [Edit(63, 63, "[so] ", "insert")], "pearson callahan"),
        ("pearson callahan", [Edit(79, 79, " [so]", "insert")], "pearson callahan"),
    ],
)
def test_brackets_at_the_ends(words: str, edits: list[Edit], shown: str) -> None:
    case = flat()
    assert case.clean.text.index(words) == 63
    case = referring(case, [reference(case, words, "name")])
    assert edited(case, edits, "marks").references[-1].text == shown


def test_quotations_of_the_same_case_move_at_both_ends() -> None:
    case = flat()
    own, there = case.blocks[-1], case.blocks[-2]
    quoted = Quotation((0, 1), own.id, (10, 26), "exact", (case.slug, there.id), (13, 29), 1.0)
    assert own.text[10:26] == there.text[13:29] == "pearson callahan"
    case = replace(case, quotations=(quoted,))
    case = edited(case, before(case, "callahan", "[v.] "), "versus")
    case = edited(case, before(case, "the court", "— "), "dash")
    own, there = case.blocks[-1], case.blocks[-2]
    (new,) = case.quotations
    assert own.text[slice(*new.at)] == "pearson [v.] callahan"
    assert new.there
    assert there.text[slice(*new.there)] == "pearson [v.] callahan"


def test_marks_move() -> None:
    case = flat()
    block = case.blocks[-1]
    case = replace(
        case,
        blocks=(
            *case.blocks[:-1],
            replace(block, marks=(Mark("page", 3, 3, "5", "page-5", (1, 2)),)),
        ),
    )
    new = edited(case, before(case, "we follow", "“"), "marks").blocks[-1]
    assert new.text[new.marks[0].start :].startswith("follow")


# ---------------------------------------------------------------------------------------------------- the stage


def capitals(case: Case) -> Iterator[Edit]:
    """A stand-in: the first letter of each line."""
    for line in case.clean.lines:
        start = line.span[0]
        yield Edit(start, start + 1, case.clean.text[start].upper(), "case")


def versus(case: Case) -> Iterator[Edit]:
    yield from before(case, "callahan", "[v.] ")


RULES = (RestoreRule("versus", versus), RestoreRule("capitals", capitals))


def test_only_flattened_cases_are_restored() -> None:
    plain = case_of("PER CURIAM.\nwe follow pearson callahan.\n", "plain", slug="plain")
    done, failed = restore([flat(), plain], rules=RULES)
    assert not failed
    assert paragraph(done[0], 2) == "We follow pearson [v.] callahan."
    assert done[1] is plain


def test_another_case_is_told_where_the_words_stand_now() -> None:
    case = flat()
    quoted = Quotation((0, 1), "p1", (0, 5), "exact", (case.slug, "p2"), (10, 26), 1.0)
    plain = case_of("PER CURIAM.\nPearson Callahan.\n", "plain", slug="alder")
    plain = replace(
        plain, quotations=(quoted, replace(quoted, match="not-found", target=None, there=None))
    )
    done, _ = restore([plain, case], rules=RULES)
    there = done[0].quotations[0].there
    assert there
    assert paragraph(done[1], 2)[slice(*there)] == "pearson [v.] callahan"
    assert done[0].quotations[1] is plain.quotations[1]


def test_what_has_not_changed_is_the_same_object() -> None:
    case, cache = flat(), Cache()
    quoted = Quotation((0, 1), "p1", (0, 5), "exact", (case.slug, "p2"), (10, 26), 1.0)
    plain = replace(case_of("PER CURIAM.\nPearson.\n", "plain", slug="alder"), quotations=(quoted,))
    first, _ = restore([plain, case], cache=cache, rules=RULES)
    again, _ = restore([plain, case], cache=cache, rules=RULES)
    assert [a is b for a, b in zip(first, again, strict=True)] == [True, True]


def test_a_letter_lost_fails_that_case_only() -> None:
    def loses(case: Case) -> Iterator[Edit]:
        if case.slug == "bad":  # blanks may become others unsaid, but no word may
            yield Edit(0, 7, "", "blank")

    rules = (RestoreRule("loses", loses), RestoreRule("capitals", capitals))
    done, failed = restore([flat(slug="bad"), flat(slug="good")], rules=rules)
    assert [c.slug for c in done] == ["good"]
    error = failed["bad"]
    assert isinstance(error, ConservationError)
    assert error.code == "K01"


# ------------------------------------------------------------------------------------------------------ the law

EDITS = st.lists(
    st.tuples(
        st.integers(0, 6),
        st.integers(0, 4),
        st.text("xY⟨… ", max_size=4),
    ),
    max_size=8,
)


@given(EDITS)
def test_spans_of_untouched_words_keep_them(steps: list[tuple[int, int, str]]) -> None:
    text = "one two three four five six seven eight nine ten eleven twelve"
    edits, cursor = [], 0
    for skip, length, new in steps:
        start = min(len(text), cursor + skip)
        end = min(len(text), start + length)
        edits.append(Edit(start, end, new, "insert"))
        cursor = end
    shift = Shift.of(edits)
    after = OffsetMap([MapPiece(0, len(text), text)]).edited(edits, "any").text
    for word in re.finditer(r"\w+", text):
        start, end = word.span()
        begin, stop = shift.start(start), max(shift.start(start), shift.end(end))
        shown = after[begin:stop]
        touched = [e for e in edits if e.start < end and e.end > start]
        inside = [e for e in edits if start < e.start == e.end < end]
        if not touched and not inside:
            assert shown == word.group()
        for edit in touched:  # what is touched is taken in whole
            assert edit.text in shown
