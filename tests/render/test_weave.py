"""Strands woven into finished HTML: about the right words, cut where elements begin and end, and nothing else moved."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Block, Mark, Piece
from generator.render.verify import _own_text
from generator.render.weave import Strand, woven
from tests.kit import FIXTURES, case_of, html_of, page_of
from tests.render.made import small_case


def block(
    text: str, *marks: Mark, ident: str = "p1", kind: str = "paragraph", at: tuple[int, ...] = (0,)
) -> Block:
    pieces = tuple(Piece((0, 0), (0, 0), start) for start in at)
    return Block(ident, kind, None, None, None, text, (0, 0), pieces, marks=marks)  # type: ignore[arg-type]


def strand(own: Block, words: str, name: str = "i", nth: int = 0) -> Strand:
    start = [m.start() for m in re.finditer(re.escape(words), own.text)][nth]
    return Strand(own.id, start, start + len(words), f"<{name}>", f"</{name}>")


def call(start: int, end: int, label: str) -> Mark:
    return Mark("footnote-call", start, end, label, f"fnref-{label}", (0, 0))


HEAD = '<p class="par" id="p1"><a href="#p1">¶ 1</a> <a href="source/#L3">l. 3</a> '


@pytest.mark.parametrize(
    ("text", "html", "words", "shown"),
    [
        ("The lamp is lit.", "The lamp is lit.", "lamp", "The <i>lamp</i> is lit."),
        ("The lamp is lit.", "The lamp is lit.", "The lamp is lit.", "<i>The lamp is lit.</i>"),
        ("A & B < C", "A &amp; B &lt; C", "& B <", "A <i>&amp; B &lt;</i> C"),
        ("A & B", "A &#38; B", "A &", "<i>A &#38;</i> B"),
        # about a whole link, or in a part of it, or over its end
        ("See id. at 5.", 'See <a href="#x">id. at</a> 5.', "id. at", 'See <a href="#x"><i>id. at</i></a> 5.'),
        ("See id. at 5.", 'See <a href="#x">id. at</a> 5.', "at", 'See <a href="#x">id. <i>at</i></a> 5.'),
        (
            "See id. at 5.", 'See <a href="#x">id. at</a> 5.', "at 5",
            'See <a href="#x">id. <i>at</i></a><i> 5</i>.',
        ),
        (
            "See id. at 5.", 'See <a href="#x">id. at</a> 5.', "See id. at 5.",
            '<i>See </i><a href="#x"><i>id. at</i></a><i> 5.</i>',
        ),
        # a star page is no text of the block
        (
            "The lamp", 'The <a id="page-9" class="page">[9]</a>lamp', "The lamp",
            '<i>The </i><a id="page-9" class="page">[9]</a><i>lamp</i>',
        ),
        # a reference may lead to the paragraph that it stands in
        (
            "So ante, at 5.", 'So <span data-ref="0"><a href="#p1">ante, at 5</a></span>.', "ante",
            'So <span data-ref="0"><a href="#p1"><i>ante</i>, at 5</a></span>.',
        ),
        # more blanks, or fewer, than the text has
        ("The lamp is lit.", "The  lamp\nis lit. ", "lamp is", "The  <i>lamp\nis</i> lit. "),
    ],
)  # fmt: skip
def test_words_are_found(text: str, html: str, words: str, shown: str) -> None:
    own = block(text)
    page = f"<h1>The lamp</h1>\n{HEAD}{html}</p>\n<p>The lamp is lit.</p>"
    expected = f"<h1>The lamp</h1>\n{HEAD}{shown}</p>\n<p>The lamp is lit.</p>"
    assert woven(page, [own], [strand(own, words)]) == expected


def test_raised_calls_are_passed_over() -> None:
    own = block("lost. [3] In sum4 it is", call(6, 9, "3"), call(16, 17, "4"))
    page = f'{HEAD}lost.<sup id="fnref-3"><a href="#fn-3">3</a></sup> In sum<sup id="fnref-4">4</sup> it is</p>'
    assert woven(page, [own], [strand(own, "lost. [3] In sum4 it")]) == (
        f'{HEAD}<i>lost.</i><sup id="fnref-3"><a href="#fn-3">3</a></sup><i> In sum</i><sup id="fnref-4">4</sup>'
        "<i> it</i> is</p>"
    )


def test_the_label_of_a_note() -> None:
    drawn = block("The lamp.", ident="fn-1", kind="footnote")
    page = (
        '<p class="note" id="fn-1"><a href="source/#L9">l. 9</a> <strong>*</strong> The lamp.</p>'
    )
    assert "<strong>*</strong> <i>The</i> lamp" in woven(page, [drawn], [strand(drawn, "The")])
    printed = block("[fn1] The lamp.", ident="fn-1", kind="footnote")
    page = '<p class="note" id="fn-1"><a href="#fnref-1">[fn1]</a> The lamp.</p>'
    assert "</a> <i>The</i> lamp" in woven(page, [printed], [strand(printed, "The")])


def test_a_paragraph_that_goes_on_after_a_block_quote() -> None:
    own = block("It says: and no more.", at=(0, 9))
    page = f'{HEAD}It says:</p><blockquote><p id="p1-q1">and</p></blockquote><p id="p1-c1">and no more.</p>'
    assert woven(page, [own], [strand(own, "says: and")]) == (
        f"{HEAD}It <i>says:</i></p><blockquote><p "
        'id="p1-q1">and</p></blockquote><p id="p1-c1"><i>and</i> no more.</p>'
    )


@pytest.mark.parametrize(
    ("spans", "shown"),
    [
        ([(4, 8, "b"), (4, 8, "i")], "The <b><i>lamp</i></b> is lit."),
        ([(4, 8, "i"), (0, 11, "b")], "<b>The <i>lamp</i> is</b> lit."),
        ([(4, 6, "i"), (4, 8, "b")], "The <b><i>la</i>mp</b> is lit."),
        ([(4, 8, "b"), (6, 11, "i")], "The <b>la<i>mp</i></b><i> is</i> lit."),
        ([(4, 8, "b"), (8, 11, "i")], "The <b>lamp</b><i> is</i> lit."),
        ([(4, 4, "u")], "The <u></u>lamp is lit."),
        ([(16, 16, "u")], "The lamp is lit.<u></u>"),
        ([(4, 8, "b"), (6, 6, "u")], "The <b>la<u></u>mp</b> is lit."),
        ([(4, 8, "b"), (8, 8, "u"), (8, 11, "i")], "The <b>lamp</b><u></u><i> is</i> lit."),
        ([(4, 4, "u"), (4, 4, "s")], "The <u></u><s></s>lamp is lit."),
    ],
)
def test_strands_that_meet(spans: list[tuple[int, int, str]], shown: str) -> None:
    own = block("The lamp is lit.")
    strands = [Strand("p1", s, e, f"<{n}>", f"</{n}>") for s, e, n in spans]
    assert woven(f"{HEAD}The lamp is lit.</p>", [own], strands) == f"{HEAD}{shown}</p>"


def test_no_strand_and_no_block_leave_the_page() -> None:
    own = block("The lamp.")
    page = f"{HEAD}The lamp.</p>"
    assert woven(page, [own], []) is page
    assert woven(page, [own], [Strand("p9", 0, 3, "<i>", "</i>")]) == page


def test_a_block_that_reads_otherwise_is_left_alone() -> None:
    own, other = block("The lamp is lit."), block("It is so.", ident="p2")
    page = f'{HEAD}The lamb is lit.</p><p id="p2">It is so.</p>'
    strands = [strand(own, "The"), strand(own, "lit"), strand(other, "so")]
    assert woven(page, [own, other], strands) == page.replace("so.", "<i>so</i>.")


# ------------------------------------------------------------------------------------------------- whole pages

CASES = [case_of(p.read_text()) for p in sorted(FIXTURES.glob("*.txt"))] + [small_case()]
PAGES = [html_of(page_of(case)) for case in CASES]


@settings(max_examples=40)
@given(st.data())
def test_whole_pages_read_as_before(data: st.DataObject) -> None:
    """Whatever is woven in, taking it out again gives the same bytes, and each strand holds its words."""
    number = data.draw(st.integers(0, len(CASES) - 1))
    case, page = CASES[number], PAGES[number]
    strands = []
    for k in range(data.draw(st.integers(1, 12))):
        own = data.draw(st.sampled_from(case.blocks))
        start = data.draw(st.integers(0, len(own.text)))
        end = data.draw(st.integers(start, len(own.text)))
        strands.append(Strand(own.id, start, end, f'<u class="s{k}">', "</u>"))
    new = woven(page, case.blocks, strands)
    assert re.sub(r'<u class="s\d+">|</u>', "", new) == page
    soup = BeautifulSoup(new, "html.parser")
    by_id = {b.id: b for b in case.blocks}
    for k, one in enumerate(strands):
        own = by_id[one.block]
        if own.marks or own.kind in ("footnote", "heading"):
            continue
        shown = "".join(_own_text(e) for e in soup.find_all("u", class_=f"s{k}"))
        assert "".join(shown.split()) == "".join(own.text[one.start : one.end].split())
