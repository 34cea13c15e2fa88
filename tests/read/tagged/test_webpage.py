"""Saved web pages: those of CourtListener and of static.case.law are read, all others refused with a way out."""

from __future__ import annotations

import datetime
import time

import pytest

from generator.errors import ReadError
from generator.read import read_bytes
from generator.read.sniff import sniff
from tests.read.tagged import pages as site
from tests.read.tagged.files import (
    CAP_HTML,
    LAWBOX,
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

WRITINGS = [
    ("syllabus", None, ()),
    ("majority", "White", ()),
    ("dissent", "Brennan", ("Marshall",)),
]


def text_of(made) -> str:
    return "\n".join(b.text for b in made.blocks)


@pytest.mark.parametrize("html", [site.today(), site.after_its_script(site.today())])
def test_a_page_of_today(html: str) -> None:
    made = case(html, "alder.html")
    read = made.source
    assert read.dialect == "courtlistener"
    assert writings(made) == WRITINGS
    assert pages(read) == [(212, None, "amine")]
    assert italics(read) == ["water"]
    assert links(read) == [("475 U.S. 335, 336", "/opinion/7/roe-v-doe/#336")]
    assert pairs(made) == [("p1", "fn-1")]
    assert notes(made) == {"fn-1": "1 It runs still."}
    told = read.facts
    assert (told.name, told.citation, told.docket, told.first_page) == (
        "Alder v. Brook & Sons",
        "456 U.S. 210",
        "No. 81-77",
        210,
    )
    assert (told.court, told.decided) == (
        "Supreme Court of the United States",
        datetime.date(1982, 5, 3),
    )
    assert told.panel == "White, Brennan, Marshall"
    assert [b.text for b in made.blocks if b.kind == "caption"] == [
        "A. Counsel argued for petitioner."
    ]


@pytest.mark.parametrize("html", [site.today(), site.former()])
def test_nothing_of_the_site_itself(html: str) -> None:
    shown = text_of(case(html, "a.html"))
    for words in ("Jump To", "Alerts", "nothing", "Free Law", "Save Note", "Lead Opinion", "color"):
        assert words not in shown
    assert "I would reverse, for the brook is hers." in shown


def test_a_page_as_it_was() -> None:
    """Of the second opinion, which has no byline, only the tab says whose it is."""
    made = case(site.former(), "a.html")
    assert writings(made) == [("majority", "White", ()), ("dissent", "Brennan", ())]
    told = made.source.facts
    assert (told.citation, told.docket) == ("456 U.S. 210", None)
    assert told.decided == datetime.date(1982, 5, 3)


def test_head_matter() -> None:
    said = {"parties": "ALDER v. BROOK", "syllabus": "It is held.", "attorneys": "A. Counsel."}
    head = "".join(f'<p class="{kind}">{words}</p>' for kind, words in said.items())
    made = case(site.today(headmatter=head), "a.html")
    assert writings(made) == WRITINGS
    assert [b.text for b in made.blocks if b.kind == "caption"] == ["ALDER v. BROOK", "A. Counsel."]


def test_what_stands_in_the_opinion_too_is_shown_once() -> None:
    shown = text_of(case(site.today(site.SYLLABUS + site.LEAD), "a.html"))
    assert shown.count("nobody owns a brook") == 1


@pytest.mark.parametrize(
    ("mark", "found"),
    [
        ('<span class="star-pagination">*212</span>', [(212, None, "amine")]),
        ('<span class="star-pagination">*Page 212</span>', [(212, None, "amine")]),
        ('<span class="star-pagination" label="212"></span>', [(212, None, "amine")]),
        ('<span class="star-pagination" number="212" pagescheme="2"></span>', [(212, None, "amine")]),
        ('<span class="star-pagination" number="P12" pagescheme="1">*P12</span>', []),
        ('<page-number citation-index="1" label="*212">*212</page-number>', [(212, None, "amine")]),
        ('<a class="page-label" data-citation-index="2" data-label="9" href="#9">*9</a>',
         [(9, "another reporter", "amine")]),
    ],
)  # fmt: skip
def test_marks_of_pages(mark: str, found: list[tuple[int, str | None, str]]) -> None:
    old = '<span class="star-pagination" number="212" pagescheme="1">*212</span>'
    made = case(site.today(site.LEAD.replace(old, mark)), "a.html")
    assert pages(made.source) == found
    assert "We examine it." in text_of(made)


@pytest.mark.parametrize("lead", [LAWBOX, f"<pre class='inline'>{TYPED}</pre>"])
def test_the_text_within_is_read_as_the_api_s(lead: str) -> None:
    made = case(site.today(lead), "a.html")
    assert ("majority", "Poole", ()) in writings(made)


def test_typed_pages_whose_lines_the_site_breaks() -> None:
    plain = '<div class="plaintext">' + TYPED.replace("\n", "<br>") + "</div>"
    made = case(site.today(f"<pre>{plain}</pre>"), "a.html")
    assert ("majority", "Poole", ()) in writings(made)
    assert "the denial of a writ." in text_of(made)


def test_how_browsers_change_a_page_that_they_save() -> None:
    """Whole addresses, and with an extension a comment of its own in place of the links that told the site."""
    whole = site.after_its_script(site.today()).replace(
        'href="#', 'href="https://www.courtlistener.com/opinion/900/alder-v-brook/#'
    )
    made = case(whole, "a.html")
    assert pairs(made) == [("p1", "fn-1")]
    assert notes(made) == {"fn-1": "1 It runs still."}
    cap = CAP_HTML.replace('href="#', 'href="https://static.case.law/us/456/html/0210-01.html#')
    assert notes(case(cap, "a.html")) == notes(case(CAP_HTML, "a.html"))
    comment = "<!--\n Page saved with SingleFile \n url: https://www.courtlistener.com/opinion/900/a/ \n-->"
    single = (
        "<!DOCTYPE html> <html lang=en>" + comment + site.today()[site.today().index("<head>") :]
    )
    single = single.replace("CourtListener.com</title>", "</title>").replace('rel="canonical"', "")
    assert writings(case(single, "a.html")) == WRITINGS


def test_another_tab_of_the_site() -> None:
    html = site.today().replace("subopinion-content", "authorities")
    with pytest.raises(ReadError) as caught:
        source(html, "a.html")
    assert caught.value.code == "R18"
    assert "another tab" in caught.value.message


def test_a_page_of_static_case_law() -> None:
    """Its pages are no whole documents; a browser makes them whole when it saves them."""
    saved = (
        "<!-- saved from url=(0055)https://static.case.law/us/456/html/0210-01.html -->\n"
        f'<html><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"></head><body>{CAP_HTML}'
        "</body></html>"
    )
    made = case(saved, "0210-01.html")
    assert made.source.dialect == "cap"
    assert writings(made) == writings(case(CAP_HTML, "0210-01.html"))
    assert pages(made.source) == [(211, None, "hold,")]
    assert pairs(made) == [("p1", "fn-1")]


def test_a_page_of_public_resource_org() -> None:
    html = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>456 U.S. 210</title></head><body>
<p class="case_cite">456 U.S. 210</p><p class="case_cite">102 S.Ct. 1000</p>
<p class="parties">ALDER<br/>v.<br/>BROOK.</p><p class="date">May 3, 1982.</p>
<div class="prelims"><p class="indent">Justice WHITE delivered the opinion of the Court.</p></div>
<div class="num" id="p1"><span class="num">1</span><p class="indent">Nobody owns it.<a class="footnote" href="#fn1"
 id="fn1_ref">1</a></p></div>
<div class="footnote" id="fn1"><a class="footnote" href="#fn1_ref">1</a><p>Or all.</p></div>
<div id="footer"><p>Transformed by Public.Resource.Org</p></div></body></html>
"""
    made = case(html, "a.html")
    assert writings(made) == [("majority", "White", ())]
    assert pairs(made) == [("p1", "fn-1")]
    assert made.source.facts.citation == "456 U.S. 210"
    assert [b.text for b in made.blocks if b.number] == ["Nobody owns it.1"]


@pytest.mark.parametrize(
    ("html", "reason", "advice"),
    [
        (site.other(), "it is a page of Justia", "pincite fetch brings a case by its citation"),
        (
            site.other(title="Alder v. Brook, 456 U. S. 210 (1982)"),
            "it is a page of Justia",
            'pincite fetch "456 U. S. 210"',
        ),
        (site.other("caselaw.findlaw.com"), "it is a page of FindLaw", "the PDF"),
        (site.other("www.law.cornell.edu"), "of the Legal Information Institute", "the PDF"),
        (
            '<!DOCTYPE html>\n<html><head><meta name="generator" content="LibreOffice 7"/></head><p>A</p>',
            "of the kind that LibreOffice saves",
            "save it as .docx",
        ),
        (site.other("notjustia.com"), "it begins with <!DOCTYPE html>", "the PDF"),
    ],
)
def test_other_sites(html: str, reason: str, advice: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_bytes(html.encode(), "a.html")
    error = caught.value
    assert error.code == "R04"
    assert reason in error.message
    assert advice in error.advice
    assert ".txt" in error.advice


@pytest.mark.parametrize(
    "head",
    [
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.invalid/\r\nMIME-Version: 1.0\r\n",
        "MIME-Version: 1.0\r\n",
    ],
)
def test_an_archive_of_a_page(head: str) -> None:
    text = head + 'Content-Type: multipart/related; boundary="x"\r\n\r\n--x\r\n<html></html>\r\n'
    assert sniff(text, "a.mhtml").dialect == "mhtml"
    with pytest.raises(ReadError, match="in an archive"):
        read_bytes(text.encode(), "a.mhtml")


def test_an_opinion_that_speaks_of_mime_is_none() -> None:
    text = "The header read\nMIME-Version: 1.0\nand multipart/related behind it.\n" * 5
    assert sniff(text, "a.txt").dialect == "plain"


def test_nested_too_deep() -> None:
    with pytest.raises(ReadError) as caught:
        source(site.today("<div>" * 10_000), "a.html")
    assert caught.value.code == "R16"


@pytest.mark.parametrize(
    ("stuff", "code"),
    [
        ("<b>x</b>" * 120_000, "R02"),
        ("<div class='subopinion-content'>So it is.</div>" * 61, "R18"),
        ("<ul><li>" + "<strong>Panel:</strong> A" * 20_000 + "</li></ul>", None),
        ("<!-- " * 100_000, None),
    ],
)
def test_what_would_take_minutes(stuff: str, code: str | None) -> None:
    page = site.today().replace("</article>", f"{stuff}</article>")
    found, start = None, time.process_time()
    try:
        source(page, "a.html")
    except ReadError as error:
        found = error.code
    assert found == code
    assert time.process_time() - start < 5


@pytest.mark.parametrize("cut", [0.05, 0.5, 0.97])
def test_cut_off(cut: float) -> None:
    with pytest.raises(ReadError) as caught:
        source(site.today()[: int(cut * len(site.today()))], "a.html")
    assert caught.value.code in ("R15", "R18")
