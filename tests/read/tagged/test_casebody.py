"""The Caselaw Access Project and Harvard's XML: typed opinions, notes, pages of each reporter."""

from __future__ import annotations

import copy
import datetime
import json
from typing import Any

import pytest

from generator.errors import ReadError
from generator.model import CONTINUED
from generator.split import split_file
from tests.read.tagged.files import (
    CAP,
    CAP_HTML,
    CASEBODY,
    XMLNS,
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
        "fn-2": "2 Or of the next.",
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


JUDGES = """<judges id="b5a"><page-number label="211">*211</page-number>White, J., delivered the opinion of the Court,
in which Burger, C. J., and Blackmun, <page-number citation-index="1" label="212">{}Powell, and Brennan, JJ., joined.
 Stevens, J., filed a dissenting opinion, <em>post, </em>p. 213.{}</judges>
  <attorneys id="b5">"""


@pytest.mark.parametrize("mark", ["", "*212"])
@pytest.mark.parametrize("end", ["", "</page-number>"])
def test_a_page_mark_that_does_not_end_keeps_the_words_behind_it(mark: str, end: str) -> None:
    """And the line-up among the head's captions tells who joined."""
    made = case(CASEBODY.replace('<attorneys id="b5">', JUDGES.format(mark, end)))
    assert "Blackmun, Powell, and Brennan, JJ., joined. Stevens, J., filed" in made.source.text
    assert (211, None, "Whit") in [(n, r, w[:4]) for n, r, w in pages(made.source)]
    assert (212, None, "Powell,") in pages(made.source)
    assert made.writings[0].joined_by == ("Burger", "Blackmun", "Powell", "Brennan")
    assert [b.kind for b in made.blocks if "delivered" in b.text] == ["vote", "byline"]


@pytest.mark.parametrize("words", ["*212", "212", "Page 212", "[*212]", ""])
def test_what_a_page_mark_prints_is_no_text(words: str) -> None:
    made = case(CASEBODY.replace("*212</page-number>", f"{words}</page-number>"))
    assert "We examine it" in made.source.text


def test_what_is_no_text_is_not_shown() -> None:
    made = case(
        CAP_HTML.replace(
            "that nobody does", "<script>alert(1)</script><style>p{}</style>that &lt;b&gt; does"
        )
    )
    assert "alert" not in made.source.text
    assert "that <b> does" in made.source.text


PAGED = f"""<casebody firstpage="1" lastpage="9" {XMLNS}><parties>A v. B</parties>
<opinion type="majority"><author>Per Curiam.</author>
<p>First <em>of<page-number citation-index="1" label="2">*2</page-number> all</em> it is.<footnotemark>1</footnotemark>
 And again.<footnotemark>1</footnotemark></p>
<footnote label="1"><p>It begins <page-number citation-index="1" label="3">*3</page-number>and ends.<footnotemark>2
</footnotemark></p><footnote label="2"><p>Within.</p></footnote></footnote>
<p>The <page-number citation-index="1" label="3">*3</page-number>end.<footnotemark>†</footnotemark></p>
<footnote label="†"><p>Over <page-number citation-index="1" label="4">*4</page-number>it.</p></footnote>
</opinion></casebody>"""


def test_pages_in_notes_and_notes_in_notes() -> None:
    """A page is the text's where the text tells it too, whichever comes first; a note within a note is one of its own,
    and a note may be called twice.
    """
    made = case(PAGED, "a.xml")
    assert pages(made.source) == [(2, None, "all"), (3, None, "end.†"), (4, None, "it.")]
    assert italics(made.source) == ["of all"]
    assert notes(made) == {
        "fn-1": "1 It begins and ends.2",
        "fn-2": "2 Within.",
        "fn-dagger": "† Over it.",
    }
    assert pairs(made) == [
        ("p1", "fn-1"),
        ("p1", "fn-1"),
        ("p2", "fn-dagger"),
        ("fn-1", "fn-2"),
    ]


@pytest.mark.parametrize(
    ("above", "row", "kind"),
    [
        ("The right is this:", "“Whoever owns it may drink of it.”", "blockquote"),
        (
            "The right is this:\n1",
            "“Whoever owns it may drink of it.” (Emphasis ours.)",
            "blockquote",
        ),
        ("The court below:", "[A]s a matter of law, nobody owns it.", "blockquote"),
        ("In Poole, the Court explained:", "Whoever owns it may drink of it.", "blockquote"),
        (
            "The statute provides in relevant part:",
            "Whoever owns it may drink of it.",
            "blockquote",
        ),
        # the court's own words, lists, and quotations within a paragraph
        ("We hold this:", "Whoever owns it may drink of it.", "paragraph"),
        ("The court below explained:", "(1) Whoever owns it may drink of it.", "paragraph"),
        ("The court below explained:", "First, whoever owns it may drink of it.", "paragraph"),
        ("The right is old.", "“Whoever owns it,” we said, “may drink of it.”", "paragraph"),
    ],
)
def test_quotations_whose_marks_plain_text_has_lost(above: str, row: str, kind: str) -> None:
    text = f"BURKE, J.\n{above}\n{row}\nThe judgment is affirmed.\n1 See above."
    body = {"opinions": [{"type": "majority", "author": "BURKE, J.", "text": text}]}
    made = case({"casebody": {"status": "ok", "data": body}})
    assert [b.kind for b in made.blocks if b.text == row] == [kind]


def test_parties_and_counsel_where_there_is_no_head_matter() -> None:
    body = {**CAP["casebody"]["data"], "head_matter": "", "parties": ["ALDER v. BROOK"]}
    body |= {"attorneys": ["A. Counsel, for Alder."], "corrections": "Page 81: read “ran”."}
    body |= {"judges": ["Before POOLE, REED, and SELYA, Circuit Judges."]}
    made = case({**CAP, "casebody": body})
    assert [b.text for b in made.blocks if b.kind == "caption"][:2] == [
        "ALDER v. BROOK",
        "A. Counsel, for Alder.",
    ]
    assert [b.text for b in made.blocks if b.kind == "notice"] == ["Page 81: read “ran”."]
    assert made.source.facts.panel == "Poole, Reed, and Selya, Circuit Judges"


@pytest.mark.parametrize("wrapped", [[CAP], {"count": 1, "next": None, "results": [CAP]}])
def test_the_only_case_of_a_list(wrapped: object) -> None:
    assert writings(case(wrapped)) == writings(case(CAP))


LINES = "\n".join(json.dumps(CAP | {"name_abbreviation": f"Alder v. {x}"}) for x in "AB") + "\n"


@pytest.mark.parametrize(
    "several",
    [
        json.dumps([CAP, CAP | {"id": 2}], indent=1),
        json.dumps({"count": 2, "next": "https://x.invalid/?cursor=1", "results": [CAP, CAP]}),
        LINES,
    ],
)
def test_several_cases_are_refused_and_can_be_split(several: str, tmp_path) -> None:
    with pytest.raises(ReadError) as caught:
        source(several, "bulk.json")
    assert caught.value.code == "R13"
    assert "pincite split" in caught.value.advice
    (tmp_path / "bulk.json").write_text(several)
    files = split_file(tmp_path / "bulk.json", tmp_path / "out")
    assert len(files) == 2
    for file in files:
        assert writings(case(json.loads(file.read_text()))) == writings(case(CAP))
        assert file.read_text() in several  # byte for byte


def test_the_files_of_a_split_are_named_after_their_cases(tmp_path) -> None:
    (tmp_path / "data.jsonl").write_text(LINES)
    files = split_file(tmp_path / "data.jsonl", tmp_path)
    assert [f.name for f in files] == ["data-1-alder-v-a.json", "data-2-alder-v-b.json"]


@pytest.mark.parametrize(
    "text", [json.dumps([CAP]), "[1, 2]", '[{"a": 1}, {"a": ', '{"results": []}']
)
def test_no_second_case(text: str, tmp_path) -> None:
    (tmp_path / "a.json").write_text(text)
    with pytest.raises(ReadError, match="R13"):
        split_file(tmp_path / "a.json", tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_an_opinion_without_text_is_told() -> None:
    opinions = [
        *CAP["casebody"]["data"]["opinions"],
        {"type": "dissent", "text": " ", "author": None},
    ]
    read = source({**CAP, "casebody": {"data": {"opinions": opinions}}})
    assert read.left_out == ("opinion 3 (dissent) has no text",)
    assert source(CAP).left_out == ()
