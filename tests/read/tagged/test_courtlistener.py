"""CourtListener: which of the text fields is read, its HTML, and the typed pages of courts of appeals."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

import pytest

from generator.propose import proposal
from generator.read.courtlistener import chosen
from generator.read.courtlistener.facts import best_citation
from tests.read.slip.printed import SLIP
from tests.read.tagged.files import (
    CASEBODY,
    COURTLISTENER,
    LAWBOX,
    LINKED,
    TYPED,
    case,
    italics,
    links,
    notes,
    pages,
    pairs,
    source,
    writings,
)

if TYPE_CHECKING:
    from generator.model import Case


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"plain_text": "a b", "html": "<p>a c</p>"}, "html"),
        (
            {"html_lawbox": "<p>a b</p>", "html_with_citations": "<p>a <a>b</a></p>"},
            "html_with_citations",
        ),
        ({"html_lawbox": "<p>a b</p>", "html_with_citations": "<p>a c</p>"}, "html_lawbox"),
        ({"html_lawbox": "<p>a</p>", "xml_harvard": "<opinion>b</opinion>"}, "xml_harvard"),
        ({"html_columbia": None, "html_lawbox": " ", "plain_text": "a"}, "plain_text"),
        ({"plain_text": ""}, None),
        ({"plain_text": 3}, None),
    ],
)
def test_the_best_field(fields: dict[str, Any], field: str | None) -> None:
    found = chosen(fields)
    assert (found[0] if found else None) == field


def test_a_page_of_a_reporter() -> None:
    made = case(COURTLISTENER)
    read = made.source
    assert read.dialect == "courtlistener"
    assert writings(made) == [("majority", "Poole", ())]
    assert pages(read) == [(23, None, "and"), (24, None, "fell")]
    assert links(read) == [("623 F.3d 15", "/opinion/173722/statchen-v-palmer/")]
    assert italics(read) == ["Statchen v. Palmer,"]
    assert pairs(made) == [("p1", "fn-1"), ("p2", "fn-2")]
    assert notes(made) == {"fn-1": "1 Or on his feet. As some say.", "fn-2": "2 Home."}
    assert [(b.kind, b.text) for b in made.blocks if b.kind in ("heading", "blockquote")] == [
        ("heading", "I. BACKGROUND"),
        ("blockquote", "He fell."),
    ]
    told = read.facts
    assert (told.name, told.citation) == ("Alder v. Brook County", "627 F.3d 22")
    assert told.court == "United States Court of Appeals for the First Circuit"
    assert proposal(made)[1]["panel"] == "the caption"


@pytest.mark.parametrize("html", [LAWBOX, LINKED])
def test_its_html_alone(html: str) -> None:
    made = case(html, "a.html")
    assert made.source.dialect == "courtlistener"
    assert writings(made) == [("majority", "Poole", ())]


def test_typed_pages() -> None:
    made = case({**COURTLISTENER, "html_lawbox": "", "html_with_citations": ""})
    assert writings(made) == [("majority", "Poole", ()), ("dissent", "Reed", ())]
    assert [b.text for b in made.blocks if b.kind in ("paragraph", "heading", "blockquote")] == [
        "Petitioner Alder appeals from the denial of a writ. See Alder v. Brook, 588 F. Supp. 2d 158 (D. Mass. 2008)."
        " The district court described the post-conviction motions as follows:",
        "Her prosecution arose out of an incident that occurred on the evening of September 11, 1981.",
        "I.",
        "On February 17, Alder was convicted in Essex County of theft.1 She was sentenced to prison and served her term"
        " in the county jail. The sentence ended in May, and she was set free on the next day.",
        "Accordingly, we affirm.",
        "I do not agree with the court that she stole it.",
    ]
    assert notes(made) == {
        "fn-star": "* Of the Federal Circuit, sitting by designation.",
        "fn-1": "1 She had stolen water from the brook, and drunk all of it.",
    }
    assert pages(made.source) == [(3, None, "county"), (4, None, "REED,")]


def test_links_on_typed_pages() -> None:
    html = '<pre class="inline">' + TYPED.replace(
        "588 F. Supp. 2d 158",
        '</pre><span class="citation" data-id="7"><a href="/opinion/7/alder-v-brook/"><span class="volume">588</span>'
        ' <span class="reporter">F. Supp. 2d</span> <span class="page">158</span></a></span><pre class="inline">',
    ) + "</pre>"  # fmt: skip
    read = source(html, "a.html")
    assert links(read) == [("588 F. Supp. 2d 158", "/opinion/7/alder-v-brook/")]
    assert writings(case(html)) == [("majority", "Poole", ()), ("dissent", "Reed", ())]


def test_a_cluster_with_its_opinions() -> None:
    cluster = {
        "resource_uri": "x",
        "case_name": "Alder v. Brook",
        "date_filed": "2010-12-06",
        "docket": {
            "docket_number": "09-2284",
            "court": {"full_name": "Court of Appeals for the First Circuit"},
        },
        "citations": [{"volume": 627, "reporter": "F.3d", "page": "22", "type": 1}],
        "sub_opinions": [
            {"type": "040dissent", "author_str": "Reed", "plain_text": "I would not say so."},
            {
                "type": "020lead",
                "author_str": "",
                "html_with_citations": "<p>POOLE, Circuit Judge.</p><p>So it is.</p>",
            },
        ],
    }
    made = case(cluster)
    assert writings(made) == [("majority", "Poole", ()), ("dissent", "Reed", ())]
    told = made.source.facts
    assert (told.name, told.citation, told.docket) == (
        "Alder v. Brook",
        "627 F.3d 22",
        "No. 09-2284",
    )
    assert (told.court, told.decided) == (
        "United States Court of Appeals for the First Circuit",
        datetime.date(2010, 12, 6),
    )


def test_the_text_of_the_supreme_court_s_pdf() -> None:
    """What CourtListener has of a slip opinion is the text of its PDF, heads and page numbers and all."""
    data = {"resource_uri": "x", "type": "010combined", "plain_text": SLIP}
    made = case(data)
    assert made.source.dialect == "slip"
    assert writings(made) == writings(case(SLIP, "alder.txt"))
    assert made.source.pages == source(SLIP, "alder.txt").pages
    assert made.source.text == SLIP
    cited = SLIP.replace(
        "Brook Township",
        '</pre><span class="citation"><a href="/opinion/7/a/">Brook Township</a></span><pre class="inline">',
        1,
    )
    linked = case({**data, "html_with_citations": f'<pre class="inline">{cited}</pre>'})
    assert linked.source.text == SLIP
    assert links(linked.source) == [("Brook Township", "/opinion/7/a/")]
    assert writings(linked) == writings(made)


@pytest.mark.parametrize(
    ("cites", "best"),
    [
        (["102 S. Ct. 1", "1982 U.S. LEXIS 3", "456 U.S. 210", "72 L. Ed. 2d 1"], "456 U.S. 210"),
        (["1 Cal. Rptr. 2", "460 P.2d 129", "1 Cal. 3d 80"], "1 Cal. 3d 80"),
        (["2001 Ohio 12", "627 F.3d 22"], "627 F.3d 22"),
        (["102 S. Ct. 1", "3 A.2d 4"], "3 A.2d 4"),
        (["102 S. Ct. 1"], "102 S. Ct. 1"),
        (["1982 U.S. LEXIS 3", "1982 WL 4", "x"], None),
        ([], None),
    ],
)
def test_the_citation_by_which_a_case_is_known(cites: list[str], best: str | None) -> None:
    assert best_citation(cites) == best


@pytest.mark.parametrize(
    ("docket", "court"),
    [
        ({"court_id": "scotus"}, "Supreme Court of the United States"),
        (
            {"court": "https://www.courtlistener.com/api/rest/v4/courts/ca9/"},
            "United States Court of Appeals for the Ninth Circuit",
        ),
        ({"court": {"full_name": "Supreme Court of Ohio"}}, "Supreme Court of Ohio"),
        ({"court_id": "nowhere"}, None),
        ({"court": "../../etc"}, None),
        ({"court": 3}, None),
    ],
)
def test_the_court(docket: dict[str, object], court: str | None) -> None:
    data = {"id": 1, "docket": docket, "sub_opinions": [{"type": "020lead", "html": "<p>So.</p>"}]}
    assert source({**data, "resource_uri": "x"}).facts.court == court


@pytest.mark.parametrize(
    ("judges", "panel"),
    [
        ("Boudin, Selya, Poole", "Boudin, Selya, Poole"),
        ("Boudin, Selya and Poole", "Boudin, Selya and Poole"),
        ("Sonia Sotomayor", None),
        ("Per Curiam", None),
        ("<b>A</b>, B, C", None),
        (None, None),
    ],
)
def test_the_panel(judges: object, panel: str | None) -> None:
    data = {"resource_uri": "x", "judges": judges, "html": "<p>So it is.</p>"}
    assert source(data).facts.panel == panel


def test_an_approximate_day_is_none() -> None:
    data = {"resource_uri": "x", "date_filed": "1982-05-03", "html": "<p>So it is.</p>"}
    assert source(data).facts.decided is not None
    assert source({**data, "date_filed_is_approximate": True}).facts.decided is None


def test_harvard_xml_in_a_field() -> None:
    data = {"resource_uri": "x", "type": "010combined", "xml_harvard": CASEBODY}
    assert writings(case(data))[1] == ("dissent", "Stevens", ("Blackmun",))
    start, end = CASEBODY.index("<opinion"), CASEBODY.index("</casebody>")
    several = {**data, "xml_harvard": CASEBODY[start:end]}
    assert writings(case(several)) == writings(case(data))


def typed(text: str) -> Case:
    return case({"resource_uri": "x", "type": "010combined", "plain_text": text})


def test_a_note_goes_on_below_the_rule_of_the_next_page() -> None:
    rule = " " * 20
    made = typed(
        TYPED.replace("drunk\nall of it.", f"drunk\n{' ' * 12}\nwater (see").replace(
            "the next day.\n",
            f"the next day, 434-\n\n35 times--\n\nor so.\n\n{rule}\n\nbelow) that night.\n",
            1,
        )
    )
    assert (
        notes(made)["fn-1"]
        == "1 She had stolen water from the brook, and drunk water (see below) that night."
    )
    assert any("next day, 434-35 times--or so." in b.text for b in made.blocks)


def test_a_page_has_the_number_at_its_own_foot() -> None:
    made = typed(
        TYPED.replace(
            "she stole it.\n", "she stole it.\n\n            -3-\nTo the end.\n\n            -4-\n"
        )
    )
    assert pages(made.source) == [(3, None, "county"), (3, None, "REED,"), (4, None, "To")]


def test_pages_with_bare_numbers_and_lines_of_their_own() -> None:
    made = typed(
        TYPED.replace(
            "           POOLE, Circuit Judge.      Petitioner",
            "\fPER CURIAM:\n\n           Petitioner",
        )
        .replace(" -2-\n", "   2\n\f")
        .replace(" -3-\n", "   3\n\f")
    )
    assert writings(made) == [("per-curiam", None, ()), ("dissent", "Reed", ())]
    assert set(notes(made)) == {"fn-star", "fn-1"}
    assert not any(b.text.strip() in ("2", "3") for b in made.blocks)


def test_a_sentence_begins_behind_a_call() -> None:
    """The source has no blank there; a word that a call stands in is not parted."""
    html = (
        "<div><p>POOLE, Circuit Judge.</p><p>There are three ways.<sup>[1]</sup><i>Giggey</i> noted so, with the"
        " word<sup>[2]</sup>S and more.</p><p>[1]  See below.</p><p>[2]  And above.</p></div>"
    )
    made = case({"resource_uri": "x", "html_lawbox": html})
    text = next(b.text for b in made.blocks if b.kind == "paragraph")
    assert text == "There are three ways.1 Giggey noted so, with the word2S and more."
