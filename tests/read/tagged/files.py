"""Invented cases in the very shape of the collections' files, and short ways to read them."""

# ruff: noqa: E501  (lines are as long as the collections' own)

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from generator.convert import convert
from generator.model import CaseInfo
from generator.read import read_bytes

if TYPE_CHECKING:
    from generator.model import Case, Source

XMLNS = 'xmlns="http://nrs.harvard.edu/urn-3:HLS.Libr.US_Case_Law.Schema.Case_Body:v1"'
CASEBODY = f"""<casebody firstpage="210" lastpage="214" {XMLNS}>
  <parties id="b1">ALDER et al. <em>v. </em>BROOK</parties>
  <docketnumber id="b2">No. 81-77.</docketnumber>
  <otherdate id="b3">Argued March 2, 1982</otherdate>
  <decisiondate id="b4">Decided May 3, 1982</decisiondate>
  <attorneys id="b5"><page-number citation-index="1" label="211">*211</page-number><em>A. Counsel </em>argued
    for petitioners.<footnotemark>*</footnotemark></attorneys>
  <footnote label="*"><p id="b6"> A brief was filed.</p></footnote>
  <opinion type="majority">
    <author id="b7">Justice White</author>
    <p id="b8">delivered the opinion of the Court.</p>
    <p id="b9">The question is who owns the <em>water </em>of the brook.<footnotemark>1</footnotemark> We exam<page-number
      citation-index="1" label="212">*212</page-number>ine it in light of <em>Roe </em>v. <em>Doe, </em><extracted-citation
      url="https://cite.case.law/us/475/335/">475 U. S. 335</extracted-citation> (1986).</p>
    <blockquote id="b10">“Water runs down.”</blockquote>
    <p id="b11">The judgment is affirmed.<page-number citation-index="2" label="99">*99</page-number> So we say.</p>
    <footnote label="1"><p id="b12"> It runs still.</p><p id="b13">In <em>winter, </em>it freezes.</p></footnote>
  </opinion>
  <opinion type="dissent">
    <author id="b14">Justice Stevens,</author>
    <p id="b15">with whom Justice Blackmun joins, dissenting.</p>
    <p id="b16">I would reverse.<footnotemark>1</footnotemark></p>
    <footnote label="1"><p id="b17">1. See <em>ante, </em>at 212.</p></footnote>
  </opinion>
</casebody>
"""
CAP_HTML = """<section class="casebody" data-case-id="1" data-firstpage="210" data-lastpage="214">
  <section class="head-matter">
    <h4 class="parties" id="b1">ALDER v. BROOK</h4>
    <p class="docketnumber" id="b2">No. 81-77.</p>
    <p class="decisiondate" id="b3">Decided May 3, 1982</p>
  </section>
  <article class="opinion" data-type="majority">
    <p class="author" id="b4">POOLE, Circuit Judge.</p>
    <p id="b5">The question is who owns it.<a class="footnotemark" href="#footnote_1_1" id="ref_footnote_1_1">1</a> We
      <a id="p211" href="#p211" data-label="211" data-citation-index="1" class="page-label">*211</a>hold, as in
      <a href="https://cite.case.law/us/475/335/" class="citation" data-index="0">475 U.S. 335</a>, that nobody does.</p>
    <aside data-label="1" class="footnote" id="footnote_1_1"><a href="#ref_footnote_1_1">1</a><p id="b6">Or all.</p></aside>
  </article>
  <article class="opinion" data-type="concurring-in-part-and-dissenting-in-part">
    <p class="author" id="b7">REED, Circuit Judge.</p>
    <p id="b8">I agree that nobody owns it, and would say no more of it than that.</p>
  </article>
</section>
"""
CAP: dict[str, Any] = {
    "id": 1,
    "name": "ALDER, Plaintiff, v. BROOK, Defendant",
    "name_abbreviation": "Alder v. Brook",
    "decision_date": "1969-10-31",
    "docket_number": "Crim. No. 12806",
    "first_page": "80",
    "citations": [{"type": "parallel", "cite": "460 P.2d 129"}, {"type": "official", "cite": "1 Cal. 3d 80"}],
    "court": {"name": "Supreme Court of California", "name_abbreviation": "Cal."},
    "casebody": {
        "status": "ok",
        "data": {
            "judges": [],
            "head_matter": "In Bank.\n[Crim. No. 12806.\nOct. 31, 1969.]\nCounsel\nA. Counsel for Plaintiff.",
            "opinions": [
                {
                    "type": "majority",
                    "author": "BURKE, J.",
                    "text": "Opinion\nBURKE, J.\nThe brook ran dry in the long\n1\nsummer of that year.\n2\n"
                    "Nobody had seen it so before.\nIt follows that 3 wells failed.\nThe judgment is affirmed.\n"
                    "1 It was the longest on record.\nIt ended in October.\n2 . Or of the next.",
                },
                {
                    "type": "concurring-in-part-and-dissenting-in-part",
                    "author": "TOBRINER, J.,",
                    "text": "TOBRINER, J.,\nConcurring and Dissenting—I concur in the opinion, but not in its reasons.",
                },
            ],
        },
    },
}  # fmt: skip
COLUMBIA = """<opinion>
<reporter_caption><center>ALDER v. BROOK, <citation>573 P.2d 858</citation> (Alaska 1978)</center></reporter_caption>
<citation_line><center><citation>573 P.2d 858</citation></center></citation_line>
<caption><center>ANN ALDER, APPELLANT, v. BEN BROOK,</center><center>APPELLEE.<footnote_reference>[fn*]</footnote_reference></center></caption>
<docket><center>No. 2823.</center></docket><court><center>Supreme Court of Alaska.</center><center>En Banc.</center></court>
<date><center>January 27, 1978.</center>

</date>
<posture>  Appeal from the Superior Court.<page_number>Page 859</page_number>

</posture>
<opinion_text><footnote_body><footnote_number>[fn*]</footnote_number> Reported below.</footnote_body>

[EDITORS' NOTE:  THIS PAGE CONTAINS HEADNOTES. HEADNOTES ARE NOT AN OFFICIAL PRODUCT OF THE COURT, THEREFORE THEY ARE NOT DISPLAYED.]<page_number>Page 860</page_number>

</opinion_text>
<opinion_text><center>                          OPINION</center></opinion_text>
<opinion_byline>  PER CURIAM.

</opinion_byline>
<opinion_text>  We held in <italic>Poole v.</italic><italic>Reed</italic>,<cross_reference>569 P.2d 189</cross_reference>
(Alaska 1977), that water<page_number>Page 861</page_number>
runs down.<footnote_reference>[fn1]</footnote_reference> The court said:

<block_quote>  Water runs down.<footnote_reference>[fn2]</footnote_reference></block_quote>

<bold>Remedy</bold>

It is <italic>en</italic><italic>banc</italic>.

<footnote_body><footnote_number>[fn1]</footnote_number> It runs &amp; runs.

<block_quote>  Still.</block_quote></footnote_body>

<footnote_body><footnote_number>[fn2]</footnote_number> So it does.</footnote_body>

</opinion_text><dissent_byline>  BURKE, Justice (dissenting):

</dissent_byline><dissent_text>  I respectfully dissent.<footnote_reference>[fn1]</footnote_reference>

<footnote_body><footnote_number>[fn1]</footnote_number> From all of it.</footnote_body>

</dissent_text>
</opinion>
"""
LAWBOX = """<div>
<center><b>627 F.3d 22 (2010)</b></center>
<center><h1>Ann ALDER, Plaintiff, Appellant,<br>
v.<br>
BROOK COUNTY, a Political Subdivision; Ben Reed <span class="star-pagination">*23</span> and others, Defendants.</h1></center>
<center>No. 09-2284.</center>
<center><p><b>United States Court of Appeals, First Circuit.</b></p></center>
<center>Decided December 6, 2010.</center>
<p>Before POOLE and REED, Circuit Judges.</p>
<p>POOLE, Circuit Judge.</p>
<p>The jailer <span class="star-pagination">*24</span> fell on his head.<sup>[1]</sup> See <i>Statchen v. Palmer,</i> 623 F.3d 15, 16 (1st Cir.2010).</p>
<h2>I. BACKGROUND</h2>
<blockquote>He fell.</blockquote>
<p>We affirm &amp; go.<sup>[2]</sup></p>
<h2>NOTES</h2>
<p>[1]  Or on his feet.</p>
<p>As some say.</p>
<p>[2]  Home.</p>
</div>
"""
LINKED = LAWBOX.replace(
    "623 F.3d 15",
    '<span class="citation" data-id="173722"><a href="/opinion/173722/statchen-v-palmer/">'
    '<span class="volume">623</span> <span class="reporter">F.3d</span> <span class="page">15</span></a></span>',
)
TYPED = """           United States Court of Appeals
                       For the First Circuit

No. 09-1060

                          ANN ALDER,

                       Petitioner, Appellant,

                                 v.

                          BEN BROOK,

                       Respondent, Appellee.


                               Before

                    Boudin, Selya, and Poole,*
                          Circuit Judges.


                         September 3, 2010


     *
         Of the Federal Circuit, sitting by designation.
           POOLE, Circuit Judge.      Petitioner Alder appeals from the

denial of a writ.       See Alder v. Brook, 588 F. Supp. 2d 158

(D. Mass. 2008).      The district court described the post-

conviction motions as follows:

      Her prosecution arose out of an incident that occurred
      on the evening of September 11, 1981.

                                  I.

           On February 17, Alder was convicted in Essex County of

theft.1   She was sentenced to prison and served her term in the

     1She had stolen water from the brook, and drunk
all of it.

                                  -2-
county jail.   The sentence ended in May, and she was set free on

the next day.

           Accordingly, we affirm.

                                  -3-
           REED, Circuit Judge, dissenting.  I do not agree with the

court that she stole it.
"""
COURTLISTENER: dict[str, Any] = {
    "resource_uri": "https://www.courtlistener.com/api/rest/v3/opinions/1/",
    "type": "010combined",
    "author_str": "",
    "per_curiam": False,
    "plain_text": TYPED,
    "html": "",
    "html_lawbox": LAWBOX,
    "html_columbia": None,
    "html_with_citations": LINKED,
}


def bytes_of(data: object) -> bytes:
    return (data if isinstance(data, str) else json.dumps(data, ensure_ascii=False)).encode()


def source(data: object, name: str = "file.json") -> Source:
    return read_bytes(bytes_of(data), name)


def case(data: object, name: str = "file.json") -> Case:
    return convert(source(data, name), "alder-v-brook", CaseInfo())


def writings(made: Case) -> list[tuple[str, str | None, tuple[str, ...]]]:
    return [(w.kind, w.author, w.joined_by) for w in made.writings]


def pages(read: Source) -> list[tuple[int, str | None, str]]:
    """Page, reporter and the word that begins it."""
    return [(p.page, p.reporter, read.text[p.at :].split()[0]) for p in read.pages]


def italics(read: Source) -> list[str]:
    return [read.text[s:e] for s, e in read.emphasis]


def links(read: Source) -> list[tuple[str, str]]:
    return [(read.text[slice(*x.span)], x.href) for x in read.links]


def pairs(made: Case) -> list[tuple[str, str | None]]:
    """Of every footnote call, its block and its note."""
    return [(b.id, m.target) for b in made.blocks for m in b.marks if m.kind == "footnote-call"]


def notes(made: Case) -> dict[str, str]:
    return {b.id: b.text for b in made.blocks if b.kind == "footnote"}
