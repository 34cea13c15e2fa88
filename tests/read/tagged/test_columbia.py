"""The Columbia collection: bylines and texts side by side, empty lines between paragraphs, blanks lost at tags."""

from __future__ import annotations

import datetime

import pytest

from tests.read.tagged.files import COLUMBIA, case, italics, notes, pages, pairs, source, writings


def test_writings() -> None:
    made = case(COLUMBIA)
    assert made.source.dialect == "columbia-xml"
    assert writings(made) == [("per-curiam", None, ()), ("dissent", "Burke", ())]


def test_paragraphs_headings_and_quotations() -> None:
    body = [
        (b.kind, b.text) for b in case(COLUMBIA).blocks if b.kind not in ("caption", "footnote")
    ]
    assert body == [
        ("notice", "* Reported below."),
        ("byline", "PER CURIAM."),
        (
            "paragraph",
            "We held in Poole v. Reed, 569 P.2d 189 (Alaska 1977), that water runs down.1 The court said:",
        ),
        ("blockquote", "Water runs down.2"),
        ("heading", "Remedy"),
        ("paragraph", "It is en banc."),
        ("byline", "BURKE, Justice (dissenting):"),
        ("paragraph", "I respectfully dissent.1"),
    ]


def test_the_head_of_the_case() -> None:
    captions = [b.text for b in case(COLUMBIA).blocks if b.kind == "caption"]
    assert captions[2:6] == [
        "ANN ALDER, APPELLANT, v. BEN BROOK,",
        "APPELLEE.*",
        "No. 2823.",
        "Supreme Court of Alaska.",
    ]
    assert captions[-1] == "OPINION"
    assert not any(
        "EDITORS" in b.text for b in case(COLUMBIA).blocks
    )  # what stands for what is not there
    told = source(COLUMBIA).facts
    assert (told.name, told.citation, told.first_page) == ("Alder v. Brook", "573 P.2d 858", 858)
    assert (told.court, told.docket) == ("Supreme Court of Alaska", "No. 2823")
    assert (told.argued, told.decided) == (None, datetime.date(1978, 1, 27))


def test_notes_belong_to_their_writing() -> None:
    made = case(COLUMBIA)
    assert pairs(made) == [("p1", "fn-1"), ("p1-q1", "fn-2"), ("p3", "burke-fn-1")]
    assert notes(made) == {
        "fn-1": "1 It runs & runs. Still.",
        "fn-2": "2 So it does.",
        "burke-fn-1": "1 From all of it.",
    }


def test_pages_and_italics() -> None:
    read = source(COLUMBIA)
    assert pages(read) == [(859, None, "*"), (860, None, "OPINION"), (861, None, "runs")]
    assert italics(read) == ["Poole v.", "Reed", "en", "banc"]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("see<italic>Roe</italic> now", "see Roe now"),
        ("down.<italic>Id.</italic> at 3", "down. Id. at 3"),
        ("(<italic>Roe</italic>)", "(Roe)"),
        ("[<cross_reference>1 U.S. 1</cross_reference>]", "[1 U.S. 1]"),
        ("<italic>Roe</italic>'s case", "Roe's case"),
        ("<italic>post-</italic><italic>trial</italic>", "post-trial"),
        ("<italic>non</italic>sense", "nonsense"),  # only before a tag
    ],
)
def test_blanks_that_were_lost_at_tags(markup: str, text: str) -> None:
    read = source(COLUMBIA.replace("I respectfully dissent.", f"I say {markup} dissent."))
    assert f"I say {text} dissent." in read.text


def test_an_opinion_without_any_byline() -> None:
    bare = (
        "<opinion><caption>A v. B</caption>\n<opinion_text>It is so.\n\nWe affirm.</opinion_text>\n"
        "<dissent_text>It is not.</dissent_text></opinion>"
    )
    assert writings(case(bare)) == [("majority", None, ()), ("dissent", None, ())]


def test_a_text_that_goes_on_is_no_new_writing() -> None:
    twice = COLUMBIA.replace(
        "</dissent_text>", "</dissent_text><dissent_text>So I say.</dissent_text>"
    )
    assert writings(case(twice)) == writings(case(COLUMBIA))
