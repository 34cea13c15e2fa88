"""Marks of restoration: on the page, out of it again, and what the note at the head counts."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.model import Restored
from generator.offsets import Edit
from generator.render.about import sentences
from generator.render.restored import Tally, is_restored, tally
from generator.render.strands import small_capitals, strands_of
from generator.render.verify import violations
from generator.render.weave import woven
from generator.restore import RestoreRule, restored
from tests.kit import case_of, data_of, html_of, page_of, split_page
from tests.render.test_weave import block

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import Case

TEXT = (
    "kagan,concurring in part.\n"
    "the court in pearson callahan.held that n o officer can not know & tell,see jerry ray bowen.\n"
    "a reasonably officer knows it.\n"
)


def capitals(*words: str) -> RestoreRule:
    """A rule that gives words the capitals that they have here, wherever they stand."""

    def apply(case: Case) -> Iterator[Edit]:
        wanted = {word.lower(): word for word in words}
        for match in re.finditer(r"\w+", case.clean.text):
            if match.group() in wanted:
                yield Edit(*match.span(), wanted[match.group()], "case")

    return RestoreRule("capitals", apply)


def altered(old: str, new: str) -> RestoreRule:
    def apply(case: Case) -> Iterator[Edit]:
        for match in re.finditer(re.escape(old), case.clean.text):
            yield Edit(*match.span(), new, "insert")

    return RestoreRule("altered", apply)


def put_in(name: str, before: str, text: str) -> RestoreRule:
    def apply(case: Case) -> Iterator[Edit]:
        for match in re.finditer(re.escape(before), case.clean.text):
            yield Edit(match.start(), match.start(), text, "insert")

    return RestoreRule(name, apply)


def taken_out(name: str, pattern: str) -> RestoreRule:
    def apply(case: Case) -> Iterator[Edit]:
        for match in re.finditer(pattern, case.clean.text):
            yield Edit(match.start(), match.end(), "", "drop")

    return RestoreRule(name, apply)


RULES = (
    taken_out("joined", r"(?<=can) (?=not)"),
    altered("n o", "[n]o"),
    capitals("The", "Court", "Pearson", "Callahan", "KAGAN", "Jerry", "Ray", "Bowen", "A"),
    put_in("versus", "Callahan", "[v.] "),
    put_in("gap", "officer knows", "⟨…⟩ "),
)


def made(text: str = TEXT) -> tuple[Case, str]:
    case = restored(case_of(text, "flattened"), RULES)
    return case, woven(html_of(page_of(case)), case.blocks, strands_of(case))


CASE, HTML = made()
DATA, SOURCE = data_of(CASE), CASE.source.text


def test_the_words_and_their_marks() -> None:
    assert (
        '<span class="rc">The Court</span> in <span class="rc">Pearson</span> <span class="ri ed">[v.] </span>'
        '<span class="rc">Callahan</span>.<span class="ri"> </span>held that <span class="ri">[n]o</span>'
        '<span class="rw" hidden>n o</span> officer can<span class="rw" hidden> </span>not know &amp; tell,'
        '<span class="ri"> </span>see <span class="rc">Jerry Ray Bowen</span>.</p>'
    ) in HTML
    assert (
        '<span class="rc">A</span> reasonably <span class="ri"><span class="gap" role="img" '
        'aria-label="something is missing here" title="something is missing here">⟨…⟩</span> </span>officer'
    ) in HTML
    assert '<span class="sc"><span class="rc">KAGAN</span></span>' not in HTML  # no J. behind it


def test_a_sound_page() -> None:
    assert list(violations(HTML, DATA, SOURCE)) == []
    assert list(violations(HTML, DATA)) == []


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('<span class="ri"> </span>held', " held", "as it was found shows ' held that"),
        ('<span class="rc">Pearson</span>', "Pearson", "as it was found shows 'Pearson"),
        ('<span class="rw" hidden> </span>', "", "as it was found"),
        ('<span class="rw" hidden>n o<', '<span class="rw" hidden>m o<', "as it was found"),
        ('<span class="rw" hidden>n o<', '<span class="rw">n o<', "that is no reference"),
        ('<span class="rc">Pearson', '<span class="rc x">Pearson', "that is no reference"),
        ('<span class="rc">Pearson', '<span class="rc" role="alert">Pearson', "live role="),
        ('<span class="rc">Pearson', '<span class="rc" hidden>Pearson', "live hidden="),
        ('<span class="rc">Pearson', '<em hidden><span class="rc">Pearson', "live hidden="),
        ('title="something is missing here">⟨', 'title="nothing">⟨', "that is no reference"),
        ("[v.] ", "[w.] ", "shows"),
    ],
)
def test_damage(old: str, new: str, says: str) -> None:
    assert old in HTML
    found = list(violations(HTML.replace(old, new, 1), DATA, SOURCE))
    assert [f for f in found if says in f], found


def test_markdown_has_no_marks() -> None:
    _, text = split_page(page_of(CASE))
    assert "The Court in Pearson \\[v.] Callahan. held that" in text
    assert "<span" not in text.split("The Court in")[1].split("A reasonably")[0]


def test_an_ordinary_case_has_no_marks() -> None:
    case = case_of("PER CURIAM.\nIt is so.\n", "plain")
    assert strands_of(case) == []
    assert not is_restored(case)
    assert "as-found" not in page_of(case)


def test_hostile_source_stays_text() -> None:
    """What was taken out stands on the page too, for those who want it: as text."""
    case, html = made(TEXT.replace("can not", "<b>can not</b> <script>x</script> can not"))
    (row,) = [r for b in case.blocks for r in b.restored if r.was == "n o"]
    blocks = tuple(
        replace(
            b, restored=tuple(replace(r, was="<img src=x>") if r == row else r for r in b.restored)
        )
        for b in case.blocks
    )
    assert list(violations(html, data_of(case), case.source.text)) == []
    other = replace(case, blocks=blocks)
    assert "hidden>&lt;img src=x&gt;</span>" in woven(
        html_of(page_of(other)), blocks, strands_of(other)
    )


# ---------------------------------------------------------------------------------------------- small capitals


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("JUSTICE WHITE delivered the opinion.", ["JUSTICE WHITE"]),
        ("THE CHIEF JUSTICE and JUSTICE O'CONNOR join.", ["THE CHIEF JUSTICE", "JUSTICE O'CONNOR"]),
        ("CHIEF JUSTICE ROBERTS delivered it.", ["CHIEF JUSTICE ROBERTS"]),
        ("Ante, at 5 (KAGAN, J., concurring).", ["KAGAN"]),
        ("BREYER, J., filed; SOTOMAYOR and GINSBURG, JJ., joined.", ["BREYER", "SOTOMAYOR", "GINSBURG"]),
        ("ROBERTS, C. J., delivered, and McREYNOLDS, J., took no part.", ["ROBERTS", "McREYNOLDS"]),
        # other capitals, and lines that are all in them
        ("The FBI, J. Edgar Hoover's, said NO.", []),
        ("JUSTICE WHITE, CONCURRING", []),
        ("Justice White delivered it.", []),
        ("The U. S. COURT and OSHA.", []),
    ],
)  # fmt: skip
def test_names_of_justices(text: str, names: list[str]) -> None:
    own = block(text)
    case = replace(CASE, blocks=(own,))
    assert [text[s.start : s.end] for s in small_capitals(case)] == names


# -------------------------------------------------------------------------------------------------- the note


def test_counts() -> None:
    done = tally(CASE)
    assert done == Tally(capitals=9, blanks=3, alterations=1, editor=1, gaps=1)


def test_the_note_at_the_head() -> None:
    told = " ".join(sentences(CASE))
    assert (
        "has lost all digits, quotation marks, brackets, apostrophes and hyphenated words." in told
    )
    assert "The capitals of 9 words are restored, and 3 blanks that were missing." in told
    assert "1 altered word, such as [n]o, has its brackets again." in told
    assert "Words in [brackets], in 1 place, are the editor’s." in told
    assert "⟨…⟩ marks 1 place where something is missing" in told
    assert "put back; no word is" not in told


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("one two.", "digits, quotation marks, brackets, apostrophes and hyphenated words"),
        ("one 2 (three).", "quotation marks, apostrophes and hyphenated words"),
        ('don\'t well-known 1 (2) "x".', ""),
    ],
)
def test_what_is_there_is_not_said_to_be_lost(text: str, lost: str) -> None:
    told = " ".join(sentences(case_of(text, "flattened")))
    assert (f"has lost all {lost}." in told) if lost else ("lost all" not in told)
    assert ("negations" in told) == ("apostrophes" in lost)


@pytest.mark.parametrize(
    ("front", "link"),
    [(TEXT, "source.md#L1"), ("\n\n" + TEXT, "source.md#L3")],
)
def test_the_link_to_the_source(front: str, link: str) -> None:
    case, _ = made(front)
    assert f"[Show the text as it was found]({link})" in page_of(case)
    meta, _ = split_page(page_of(case))
    assert meta["pincite"]["restored"] is True


def test_rows_that_change_nothing_have_no_mark() -> None:
    own = replace(block("The lamp."), restored=(Restored(0, 3, "case", "The", "none"),))
    case = replace(CASE, blocks=(own,))
    assert strands_of(case) == []
