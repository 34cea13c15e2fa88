"""Which words of a page are marked because they are quoted, or quote."""

from __future__ import annotations

from dataclasses import replace

from generator.corpus import Corpus
from generator.link.quotations import Quotation
from generator.render.quoted import quoted_strands
from generator.render.weave import Strand, woven
from tests.kit import case_of, html_of, page_of

TEXT = """\
JUSTICE WHITE delivered the opinion of the Court.
A lamp that burns on a private wharf is no harbor light.
JUSTICE POWELL, dissenting.
The Court says "a private wharf" and means a public one.
I would ask who sees "that burns on a private" wharf.
"""


def lamp(slug="lamp", *quotations):
    return replace(case_of(TEXT, slug=slug), quotations=quotations)


def quotation(block, words, target, there, match="exact"):
    """What ``block`` of *lamp* quotes: the words there, and their span in the target."""
    text = next(b.text for b in case_of(TEXT, slug="lamp").blocks if b.id == block)
    start = text.index(words)
    return Quotation((0, 1), block, (start, start + len(words)), match, target, there)


def spans(strands):
    return [(s.block, s.start, s.end, s.opening.partition(" ")[2].strip(">")) for s in strands]


def test_both_ends_of_a_quotation_are_marked_and_name_each_other():
    case = lamp("lamp", quotation("p2", "a private wharf", ("lamp", "p1"), (21, 36)))
    assert spans(quoted_strands(Corpus.of([case]))["lamp"]) == [
        ("p1", 21, 36, 'class="quoted" data-with="p2"'),
        ("p2", 16, 31, 'class="quoting" data-with="p1"'),
    ]


def test_stretches_that_overlap_are_cut_and_name_all_that_quote_them():
    case = lamp(
        "lamp",
        quotation("p2", "a private wharf", ("lamp", "p1"), (21, 36)),
        quotation("p3", "that burns on a private", ("lamp", "p1"), (7, 30)),
    )
    assert spans(quoted_strands(Corpus.of([case]))["lamp"])[:3] == [
        ("p1", 7, 21, 'class="quoted" data-with="p3"'),
        ("p1", 21, 30, 'class="quoted" data-with="p2 p3"'),
        ("p1", 30, 36, 'class="quoted" data-with="p2"'),
    ]


def test_a_place_in_another_case_is_named_with_its_case():
    older, newer = (
        lamp("older"),
        lamp("newer", quotation("p2", "a private wharf", ("older", "p1"), (21, 36))),
    )
    strands = quoted_strands(Corpus.of([older, newer]))
    assert spans(strands["older"]) == [("p1", 21, 36, 'class="quoted" data-with="newer/p2"')]
    assert spans(strands["newer"]) == [("p2", 16, 31, 'class="quoting" data-with="older/p1"')]


def test_what_was_not_found_or_stands_in_the_same_paragraph_is_not_marked():
    missing = Quotation((0, 1), "p2", (16, 31), "not-found")
    own = quotation("p2", "a private wharf", ("lamp", "p2"), (16, 31))
    gone = quotation("p2", "a private wharf", ("no-such-case", "p1"), (21, 36))
    assert quoted_strands(Corpus.of([lamp("lamp", missing, own, gone)])) == {}


def test_woven_into_the_page_they_stand_about_the_very_words():
    case = lamp("lamp", quotation("p2", "a private wharf", ("lamp", "p1"), (21, 36)))
    strands = quoted_strands(Corpus.of([case]))["lamp"]
    html = woven(html_of(page_of(case)), case.blocks, strands)
    assert '<mark class="quoted" data-with="p2">a private wharf</mark> is no harbor light.' in html
    assert isinstance(strands[0], Strand)
