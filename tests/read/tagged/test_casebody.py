"""The Caselaw Access Project and Harvard's XML: typed opinions, notes, pages of each reporter."""

from __future__ import annotations

import copy
import datetime
from typing import Any

import pytest

from generator.model import CONTINUED
from tests.read.tagged.files import (
    CAP,
    CAP_HTML,
    CASEBODY,
    case,
    italics,
    links,
    notes,
    pages,
    pairs,
    source,
    writings,
)

CITES = [
    {"type": "official", "cite": "457 U.S. 210"},
    {"type": "parallel", "cite": "102 S. Ct. 99"},
]
HARVARD: dict[str, Any] = {
    **CAP,
    "citations": CITES,
    "casebody": {"status": "ok", "data": CASEBODY},
}


@pytest.mark.parametrize(
    ("data", "name", "dialect"),
    [
        (CAP, "a.json", "cap"),
        (CAP_HTML, "a.html", "cap"),
        (CAP_HTML, "a.txt", "cap"),  # the name counts for nothing
        (CASEBODY, "a.xml", "harvard-xml"),
        (HARVARD, "a.json", "harvard-xml"),
        ({**CAP, "casebody": {"status": "ok", "data": CAP_HTML}}, "a.json", "cap"),
        (
            {**CAP, "casebody": CAP["casebody"]["data"]},
            "a.json",
            "cap",
        ),  # as static.case.law has it
    ],
)
def test_the_dialects(data: object, name: str, dialect: str) -> None:
    assert source(data, name).dialect == dialect


def test_writings_with_their_torn_bylines() -> None:
    made = case(CASEBODY)
    assert writings(made) == [("majority", "White", ()), ("dissent", "Stevens", ("Blackmun",))]
    assert [b.text for b in made.blocks if b.kind == "byline"] == [
        "Justice White delivered the opinion of the Court.",
        "Justice Stevens, with whom Justice Blackmun joins, dissenting.",
    ]


def test_the_type_tells_where_the_byline_is_bare() -> None:
    assert writings(case(CAP_HTML)) == [
        ("majority", "Poole", ()),
        ("concurrence-in-part-dissent-in-part", "Reed", ()),
    ]
    untyped = CAP_HTML.replace("concurring-in-part-and-dissenting-in-part", "something new")
    assert writings(case(untyped))[1] == ("majority", "Reed", ())


def test_an_opinion_without_a_byline_has_its_type() -> None:
    bare = CAP_HTML.replace('<p class="author" id="b7">REED, Circuit Judge.</p>', "")
    assert writings(case(bare))[1] == ("concurrence-in-part-dissent-in-part", None, ())


@pytest.mark.parametrize("author", ["PER CURIAM.", "PER CURIAM:", "Per Curiam."])
def test_per_curiam_whatever_the_type(author: str) -> None:
    assert writings(case(CAP_HTML.replace("POOLE, Circuit Judge.", author)))[0][:2] == (
        "per-curiam",
        None,
    )


def test_notes_and_their_calls() -> None:
    made = case(CASEBODY)
    assert pairs(made) == [("p1", "fn-1"), ("p3", "stevens-fn-1")]
    assert notes(made) == {
        "fn-1": "1 It runs still. In winter, it freezes.",
        "stevens-fn-1": "1. See ante, at 212.",  # it has its number; none is set before it
    }
    notice = next(b for b in made.blocks if b.kind == "notice")
    assert notice.text == "* A brief was filed."
    assert pairs(case(CAP_HTML)) == [("p1", "fn-1")]
    assert notes(case(CAP_HTML)) == {"fn-1": "1 Or all."}


def test_pages_begin_with_their_character() -> None:
    read = source(HARVARD)
    assert pages(read) == [
        (211, None, "A."),
        (212, None, "ine"),
        (99, "S. Ct.", "So"),  # the case's second citation
    ]
    assert pages(source(CASEBODY))[2] == (99, "another reporter", "So")
    assert "examine it in light" in read.text
    assert "*212" not in read.text
    assert pages(source(CAP_HTML)) == [(211, None, "hold,")]


def test_italics_and_links() -> None:
    assert italics(source(CASEBODY))[2:5] == ["water", "Roe", "Doe,"]
    link = ("475 U. S. 335", "https://cite.case.law/us/475/335/")
    assert links(source(CASEBODY)) == [link]
    assert links(source(CAP_HTML)) == [("475 U.S. 335", link[1])]


def test_facts() -> None:
    told = source(CASEBODY).facts
    assert (told.docket, told.argued, told.decided, told.first_page) == (
        "No. 81-77",
        datetime.date(1982, 3, 2),
        datetime.date(1982, 5, 3),
        210,
    )
    told = source(CAP).facts
    assert (told.name, told.citation, told.first_page) == ("Alder v. Brook", "1 Cal. 3d 80", 80)
    assert (told.court, told.docket) == ("Supreme Court of California", "Crim. No. 12806")
    assert told.decided == datetime.date(1969, 10, 31)
    assert source({**CAP, "decision_date": "1969-10"}).facts.decided is None  # half a date is none


def test_plain_text_with_calls_on_lines_of_their_own() -> None:
    made = case(CAP)
    assert writings(made) == [
        ("majority", "Burke", ()),
        ("concurrence-in-part-dissent-in-part", "Tobriner", ()),
    ]
    assert [b.text for b in made.blocks if b.kind == "paragraph"] == [
        "The brook ran dry in the long1 summer of that year.2",
        "Nobody had seen it so before.",
        "It follows that 3 wells failed.",
        "The judgment is affirmed.",
        "I concur in the opinion, but not in its reasons.",
    ]
    assert pairs(made) == [("p1", "fn-1"), ("p1", "fn-2")]
    assert notes(made) == {
        "fn-1": "1 It was the longest on record. It ended in October.",
        "fn-2": "2 . Or of the next.",
    }
    assert [s.label for s in made.source.segments if s.role == "footnote"] == ["1", CONTINUED, "2"]


def test_titles_of_parts() -> None:
    data = copy.deepcopy(CAP)
    rows = [
        "I.",
        "Background",
        "The brook ran dry.",
        "B. The Wells",
        "A. Brook sued.",
        "II.",
        "We affirm.",
    ]
    data["casebody"]["data"]["opinions"][0]["text"] = "BURKE, J.\n" + "\n".join(rows)
    found = [(b.kind, b.text) for b in case(data).blocks if b.kind in ("heading", "paragraph")]
    assert found == [
        ("heading", "I. Background"),
        ("paragraph", "The brook ran dry."),
        ("heading", "B. The Wells"),
        ("paragraph", "A. Brook sued."),
        ("heading", "II."),
        ("paragraph", "We affirm."),
        ("paragraph", "I concur in the opinion, but not in its reasons."),
    ]


def test_a_number_without_a_note_is_no_call() -> None:
    data = copy.deepcopy(CAP)
    data["casebody"]["data"]["opinions"][0]["text"] = (
        "BURKE, J.\nThe first question.\n1\nIt is easy."
    )
    made = case(data)
    assert pairs(made) == []
    assert "1" in [b.text for b in made.blocks]


def test_a_stray_end_tag_and_a_bare_ampersand_are_borne() -> None:
    broken = CASEBODY.replace("*212</page-number>", "*212</page-number></page-number>").replace(
        "of the brook", "of Brook & Sons of caf&eacute;"
    )
    made = case(broken)
    assert writings(made) == writings(case(CASEBODY))
    assert "water of Brook & Sons of café.1 We examine it" in made.source.text


def test_what_is_no_text_is_not_shown() -> None:
    made = case(
        CAP_HTML.replace(
            "that nobody does", "<script>alert(1)</script><style>p{}</style>that &lt;b&gt; does"
        )
    )
    assert "alert" not in made.source.text
    assert "that <b> does" in made.source.text
