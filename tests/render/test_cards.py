"""``cards.json``: what the card of each reference says."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from generator.corpus import Corpus
from generator.link.backlinks import by_case
from generator.model import Mark
from generator.render.cards import CUT, LINKS, cards, cards_json, excerpts, plain
from generator.render.references import decided
from generator.site_pages import pages_of
from tests.render.debate import LATER, SLUG, WORDS, case, later, links, quotations
from tests.render.made import HARLOW, one_paragraph, reference, referring, small_case

if TYPE_CHECKING:
    from generator.model import Case

CASE = small_case()
DECK = cards(CASE, {})


def card(
    words: str, nth: int = 0, deck: dict[str, Any] = DECK, made: Case = CASE
) -> dict[str, Any]:
    """The card of the ``nth`` reference with these words, with its phrase and its work put in."""
    numbers = [k for k, r in enumerate(made.references) if r.text == words]
    out = dict(deck["references"][numbers[nth]])
    out["how"] = deck["phrases"][out["how"]]
    if "work" in out:
        out["work"] = deck["works"][out["work"]]
    return out


def test_each_reference_has_a_card_in_its_place() -> None:
    assert len(DECK["references"]) == len(CASE.references)
    assert all(c is not None for c in DECK["references"])


def test_the_call_of_a_note_has_none() -> None:
    made = case()
    deck = cards(made, {})
    for ref, own in zip(made.references, deck["references"], strict=True):
        assert (own is None) == (ref.kind == "footnote-call")
    assert None in deck["references"]


def test_the_words_of_status_are_those_of_the_page() -> None:
    for ref, own in zip(CASE.references, DECK["references"], strict=True):
        assert DECK["phrases"][own["how"]] == decided(ref)
    assert len(set(DECK["phrases"])) == len(DECK["phrases"])


@pytest.mark.parametrize(
    ("words", "how"),
    [
        ("42 U.S.C. § 1983", "resolved by its citation"),
        ("Leon, supra", "resolved by its antecedent"),
        ("Harlow", "resolved by its name"),
        ("ante, at 5", "estimated: its page was placed between pages that are known"),
        ("Ibid.", "ambiguous: Harlow v. Fitzgerald, 457 U.S. 800 (1982) or 9 U.S. 9"),
        ("supra, at 7", "not resolved: the passage it means was not found"),
    ],
)
def test_how_it_was_decided(words: str, how: str) -> None:
    assert card(words)["how"] == how


def test_the_full_citation_with_its_pin() -> None:
    own = card("Harlow v. Fitzgerald, 457 U.S. 800, 818 (1982)")
    assert own["work"]["cite"] == "Harlow v. Fitzgerald, 457 U.S. 800 (1982)"
    assert own["work"]["name"] == "Harlow v. Fitzgerald"
    assert own["pin"] == "818"
    assert "pin" not in card("42 U.S.C. § 1983")


@pytest.mark.parametrize(
    ("words", "after", "said"),
    [
        ("Leon, supra", "p1", None),  # the full citation
        ("Harlow", "p1", None),
        ("Id., at 79", "p2", None),
        ("42 U.S.C. § 1983", None, None),  # it stands on nothing
        ("Ibid.", None, None),  # it is not decided what it stands on
    ],
)
def test_what_it_stands_on(words: str, after: str | None, said: str | None) -> None:
    own = card(words)
    assert (own.get("after"), own.get("said")) == (after, said)


def test_the_recorded_antecedent_goes_before_the_nearest() -> None:
    made = CASE
    short = next(r for r in made.references if r.text == "Leon, supra")
    again = replace(next(r for r in made.references if r.text == "Ibid."), status="resolved",
                    method="antecedent", authority=short.authority, antecedent=short.source)  # fmt: skip
    others = [r for r in made.references if r.text != "Ibid."]
    made = replace(made, references=tuple(sorted([*others, again], key=lambda r: r.source)))
    own = card("Ibid.", deck=cards(made, {}), made=made)
    assert own["after"] == short.block
    assert own["said"] == "Leon, supra"


def test_where_it_is_cited_in_the_order_of_the_page() -> None:
    work = card("Harlow")["work"]
    assert work["cited"] == ["syllabus-1", "p1", "p3"]
    assert DECK["places"]["p3"] == ["¶ 3", 2]
    assert DECK["writings"][2] == {"id": "powell", "who": "Powell", "title": "Powell, dissenting"}
    assert DECK["writings"][1]["first"]


def test_the_syllabus_is_one_place() -> None:
    made = small_case()
    syllabus = next(b for b in made.blocks if b.writing == "syllabus" and b.kind == "paragraph")
    second = replace(syllabus, id="syllabus-2")
    more = replace(made.references[0], block="syllabus-2", source=(1, 2))
    made = replace(made, blocks=(second, *made.blocks), references=(more, *made.references))
    works = cards(made, {})["works"]
    harlow = next(w for w in works if w["cite"].startswith("Harlow"))
    assert sum(place.startswith("syllabus") for place in harlow["cited"]) == 1


def test_the_public_pages() -> None:
    """The one that people named first, by its host; of the known ones no more than a few, in the site's order."""
    own = card("Harlow v. Fitzgerald, 457 U.S. 800, 818 (1982)")
    assert own["links"][0] == ["example.org", "https://example.org/us/457/800/#818"]
    assert own["work"]["links"][0] == ["example.org", "https://example.org/us/457/800/"]
    assert len(own["links"]) <= LINKS
    deck = cards(CASE, {}, (), ("justia",))
    work = card("Harlow", deck=deck)["work"]
    assert [label for label, _ in work["links"]] == ["example.org", "Justia"]


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//evil.example/", "ftp://x/y"]
)
def test_only_addresses_of_the_web(url: str) -> None:
    refs = [replace(r, url=url) for r in CASE.references]
    text = cards_json(replace(CASE, references=tuple(refs)), {})
    assert url not in text


def test_a_case_of_this_site() -> None:
    made = referring(
        CASE,
        [reference(CASE, "lamp is out", "name", authority=HARLOW.key, case="x-v-y", method="name")],
        HARLOW,
    )
    work = next(w for w in cards(made, {})["works"] if w["cite"].startswith("Harlow"))
    assert work["case"] == "x-v-y"


# -------------------------------------------------------------------------------------------- passages and ties


def debate() -> tuple[Case, Case, dict[str, Any]]:
    quoted = quotations()
    first = replace(case(), quotations=tuple(quoted[SLUG]))
    second = later()
    source = second.references[0].source
    second = replace(second, quotations=tuple(replace(q, reference=source) for q in quoted[LATER]))
    return first, second, dict(by_case(links()))


def test_a_passage_on_this_page_is_named_and_its_words_are_given() -> None:
    first, _, found = debate()
    ref = next(r for r in first.references if r.text == "ante, at 2")
    first = replace(
        first, quotations=tuple(replace(q, reference=ref.source) for q in first.quotations)
    )
    deck = cards(first, found[SLUG])
    own = card("ante, at 2", deck=deck, made=first)
    assert own["to"] == "p2"
    (quote,) = own["quotes"]
    assert quote["match"] == "exact"
    assert quote["there"].lower() == WORDS
    assert deck["passages"] == []


def test_a_passage_of_another_case_comes_with_the_data() -> None:
    first, second, _ = debate()
    shown = excerpts(second, {SLUG: first})
    assert [(p.slug, p.block, p.label, p.who) for p in shown] == [
        (SLUG, "p2", "¶ 2", "White"), (SLUG, "p3", "¶ 3", "White"), (SLUG, "p4", "¶ 4", "White"),
    ]  # fmt: skip
    assert "[1]" not in shown[0].text
    deck = cards(second, {}, shown)
    own = card("Doe, supra, at 2", deck=deck, made=second)
    assert deck["passages"][own["passage"]]["text"] == shown[0].text
    assert own["quotes"][0]["there"] in shown[0].text
    assert "to" not in own


def test_a_long_passage_is_cut_to_the_sentences_that_are_quoted() -> None:
    first, second, _ = debate()
    filler = "Nothing of this is quoted by anybody at all. " * 30
    blocks = tuple(
        replace(b, text=f"{filler}{b.text} {filler}", marks=()) if b.id == "p2" else b
        for b in first.blocks
    )
    moved = tuple(
        replace(q, there=(q.there[0] + len(filler), q.there[1] + len(filler)))
        for q in second.quotations
        if q.there
    )
    shown = excerpts(replace(second, quotations=moved), {SLUG: replace(first, blocks=blocks)})[0]
    assert WORDS in shown.text.lower()
    assert len(shown.text) < 600
    assert shown.text.endswith(CUT)


def test_ties_between_the_writings() -> None:
    first, _, found = debate()
    deck = cards(first, found[SLUG])
    ties = {(t["from"], t["to"]): t for t in deck["ties"]}
    assert ties["p6", "p2"]["words"][0].lower() == WORDS
    assert ties["p6", "p3"] == {"from": "p6", "to": "p3", "estimated": True}
    assert ("p4", "p2") not in ties  # of one writing
    assert all(place in deck["places"] for tie in ties for place in tie)


def test_text_without_the_calls_of_notes() -> None:
    call = Mark("footnote-call", 3, 6, "1", "fnref-1", (0, 1))
    block = one_paragraph(("One [1]  two.", [replace(call, start=4, end=7)])).blocks[0]
    assert plain(block, (0, len(block.text))) == "One two."
    assert plain(block, (9, len(block.text))) == "two."


# -------------------------------------------------------------------------------------------------- the whole file


HOSTILE = '<img src=x onerror=alert(1)>"\\\u2028</script>'


def test_hostile_text_is_data() -> None:
    """Whatever it holds, the file is one JSON document that says it back."""
    work = replace(HARLOW, name=HOSTILE)
    made = replace(CASE, authorities=(work, *CASE.authorities[1:]))
    deck = json.loads(cards_json(made, {}))
    assert any(HOSTILE in w["cite"] for w in deck["works"])


def test_the_same_bytes_each_time_and_small() -> None:
    first, second, found = debate()
    corpus = Corpus.of([first, second])
    texts = [
        cards_json(p.case, p.links, p.excerpts, p.providers)
        for _ in range(2)
        for p in pages_of(corpus)
    ]
    assert texts[:2] == texts[2:]
    assert all(len(gzip.compress(t.encode())) < 2_000 for t in texts)
    del found


def test_the_page_is_made_anew_when_a_passage_it_shows_changes() -> None:
    first, second, _ = debate()
    one = {p.case.slug: p for p in pages_of(Corpus.of([first, second]))}
    blocks = tuple(replace(b, text=b.text + " More.") if b.id == "p2" else b for b in first.blocks)
    other = {p.case.slug: p for p in pages_of(Corpus.of([replace(first, blocks=blocks), second]))}
    assert one[LATER] != other[LATER]
    assert one[LATER] == {p.case.slug: p for p in pages_of(Corpus.of([first, second]))}[LATER]
