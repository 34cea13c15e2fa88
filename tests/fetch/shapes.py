"""An invented case in the whole shape in which the two servers serve one: every field that their objects have."""

# ruff: noqa: E501  (lines are as long as the servers' own)

from __future__ import annotations

from typing import Any

_WHEN = {
    "date_created": "2020-01-02T03:04:05.678901-08:00",
    "date_modified": "2024-01-02T03:04:05.678901-07:00",
}
LEAD = """<opinion type="majority"><author id="b1">Justice White</author>
<p id="b2">delivered the opinion of the Court.</p>
<p id="b3">Who owns the <em>water </em>of the brook?<footnotemark>1</footnotemark> We ex<page-number citation-index="1"
 label="212">*212</page-number>amine it, as in <em>Roe </em>v. <em>Doe, </em>475 U. S. 335 (1986).</p>
<blockquote>“Water runs down.”</blockquote><p id="b5">The judgment is affirmed.</p>
<footnote label="1"><p>It runs still.</p></footnote></opinion>"""
DISSENT = """<opinion type="dissent"><author>Justice Brennan,</author>
<p>with whom Justice Marshall joins, dissenting.</p>
<p>I would reverse, for the brook is hers. See <em>ante, </em>at 212.<footnotemark>1</footnotemark></p>
<footnote label="1"><p>And hers alone.</p></footnote></opinion>"""
HEADMATTER = """<parties id="a1">ALDER v. BROOK</parties>
<docketnumber id="a2">No. 81-77.</docketnumber>
<otherdate id="a3">Argued March 2, 1982</otherdate>
<decisiondate id="a4">Decided May 3, 1982</decisiondate>
<syllabus id="a5">The Court has held that nobody owns a brook.</syllabus>
<attorneys id="a6"><page-number citation-index="1" label="211">*211</page-number>A. Counsel argued for petitioner.</attorneys>"""
TYPED = """                       SUPREME COURT OF THE UNITED STATES

                    ALDER v. BROOK

   JUSTICE WHITE delivered the opinion of the Court.
   Nobody owns the water of the brook, and so we say.
"""


def opinion(base: str, number: int, kind: str, **fields: object) -> dict[str, Any]:
    """An opinion of version 4: its fields as the API lists them, with ``fields`` put in."""
    made: dict[str, Any] = {
        "resource_uri": f"{base}opinions/{number}/",
        "id": number,
        "absolute_url": "/opinion/900/alder-v-brook/",
        "cluster_id": 900,
        "cluster": f"{base}clusters/900/",
        "author_id": 3,
        "author": f"{base}people/3/",
        "joined_by": [f"{base}people/4/"],
        **_WHEN,
        "author_str": "",
        "per_curiam": False,
        "joined_by_str": "",
        "type": kind,
        "sha1": "137b1915e4124e5a48c759cf4313d15e683797e5",
        "page_count": 4,
        "download_url": "https://www.courts.invalid/81-77.pdf",
        "local_path": None,
        "plain_text": "",
        "html": "",
        "html_lawbox": "",
        "html_columbia": "",
        "html_anon_2020": "",
        "xml_harvard": "",
        "html_with_citations": "",
        "extracted_by_ocr": True,
        "ordering_key": None,
        "main_version": None,
        "opinions_cited": [f"{base}opinions/136999/"],
    }
    assert set(fields) <= set(made)
    return {**made, **fields}


def cluster(base: str, *opinions: int, **fields: object) -> dict[str, Any]:
    """A cluster of version 4: opinions, docket and judges are addresses."""
    made: dict[str, Any] = {
        "resource_uri": f"{base}clusters/900/",
        "id": 900,
        "absolute_url": "/opinion/900/alder-v-brook/",
        "panel": [f"{base}people/3/"],
        "non_participating_judges": [],
        "docket_id": 70,
        "docket": f"{base}dockets/70/",
        "sub_opinions": [f"{base}opinions/{n}/" for n in opinions],
        "citations": [
            {"volume": 102, "reporter": "S. Ct.", "page": "1000", "type": 1},
            {"volume": 1982, "reporter": "U.S. LEXIS", "page": "12", "type": 6},
            {"volume": 456, "reporter": "U.S.", "page": "210", "type": 1},
        ],
        **_WHEN,
        "judges": "White, Brennan, Marshall",
        "date_filed": "1982-05-03",
        "date_filed_is_approximate": False,
        "slug": "alder-v-brook",
        "case_name_short": "Alder",
        "case_name": "Alder v. Brook &amp; Sons",
        "case_name_full": "ALDER v. BROOK AND SONS",
        "scdb_id": "1981-100",
        "scdb_decision_direction": None,
        "scdb_votes_majority": 7,
        "scdb_votes_minority": 2,
        "source": "LU",
        "procedural_history": "",
        "attorneys": "A. Counsel argued for petitioner.",
        "nature_of_suit": "",
        "posture": "",
        "syllabus": "<p>The Court has held that nobody owns a brook.</p>",
        "headnotes": "",
        "summary": "",
        "disposition": "",
        "history": "",
        "other_dates": "",
        "cross_reference": "",
        "correction": "",
        "citation_count": 3,
        "precedential_status": "Published",
        "date_blocked": None,
        "blocked": False,
        "filepath_json_harvard": "/law.free.cap.us.456/210.900.json",
        "filepath_pdf_harvard": None,
        "arguments": "",
        "headmatter": HEADMATTER,
    }
    assert set(fields) <= set(made)
    return {**made, **fields}


def docket(base: str) -> dict[str, Any]:
    """A docket of version 4: its court is an address, and an id."""
    return {
        "resource_uri": f"{base}dockets/70/",
        "id": 70,
        "court": f"{base}courts/scotus/",
        "court_id": "scotus",
        "original_court_info": None,
        "idb_data": None,
        "clusters": [f"{base}clusters/900/"],
        "audio_files": [],
        "assigned_to": None,
        "referred_to": None,
        "absolute_url": "/docket/70/alder-v-brook/",
        **_WHEN,
        "source": 4,
        "appeal_from_str": "",
        "date_cert_granted": None,
        "date_argued": "1982-03-02",
        "date_reargued": None,
        "date_filed": None,
        "case_name_short": "Alder",
        "case_name": "Alder v. Brook",
        "case_name_full": "",
        "slug": "alder-v-brook",
        "docket_number": "81-77",
        "docket_number_core": "",
        "blocked": False,
    }


def looked_up(*clusters: object, status: int = 200) -> list[dict[str, Any]]:
    """The answer to a citation."""
    return [
        {
            "citation": "456 U.S. 210",
            "normalized_citations": ["456 U.S. 210"],
            "start_index": 0,
            "end_index": 12,
            "status": status,
            "error_message": "",
            "clusters": list(clusters),
        }
    ]


# --- static.case.law

REPORTERS = [
    {
        "id": 983,
        "full_name": "United States Reports",
        "short_name": "U.S.",
        "start_year": 1754,
        "end_year": 2014,
        "jurisdictions": [{"id": 39, "name": "U.S.", "name_long": "United States"}],
        "harvard_hollis_id": ["002013534"],
        "slug": "us",
    }
]
VOLUMES = [
    {
        "volume_number": "456",
        "title": "United States reports",
        "publisher": "U.S. G.P.O.",
        "publication_year": 1985,
        "start_year": 1982,
        "end_year": 1982,
        "series_volume_number": None,
        "jurisdictions": [{"id": 39, "name": "U.S.", "name_long": "United States"}],
        "id": "32044049278888",
        "harvard_hollis_id": "002013534",
        "spine_start_year": 1981,
        "spine_end_year": 1981,
        "publication_city": "Washington",
        "second_part_of_id": None,
        "redacted": False,
        "nominative_reporter_id": None,
        "nominative_volume_number": None,
        "nominative_name": None,
        "volume_folder": "456",
        "reporter_slug": "us",
    }
]
METADATA: dict[str, Any] = {
    "id": 6185000,
    "name": "ALDER v. BROOK",
    "name_abbreviation": "Alder v. Brook",
    "decision_date": "1982-05-03",
    "docket_number": "No. 81-77",
    "first_page": "210",
    "last_page": "214",
    "citations": [
        {"type": "official", "cite": "456 U.S. 210"},
        {"type": "parallel", "cite": "102 S. Ct. 1000"},
    ],
    "court": {"name_abbreviation": "U.S.", "id": 9009, "name": "Supreme Court of the United States"},
    "jurisdiction": {"id": 39, "name_long": "United States", "name": "U.S."},
    "cites_to": [{"cite": "475 U.S. 335", "category": "reporters:federal", "reporter": "U.S.",
                  "case_ids": [6204000], "opinion_index": 0, "case_paths": ["/us/475/0335-01"]}],
    "analysis": {"cardinality": 40, "char_count": 900, "ocr_confidence": 0.7, "sha256": "ab", "word_count": 100},
    "last_updated": "2024-02-27T20:30:00.000000+00:00",
    "provenance": {"date_added": "2019-08-29", "source": "Harvard", "batch": "2018"},
    "file_name": "0210-01",
    "first_page_order": 300,
    "last_page_order": 304,
}  # fmt: skip
CASE: dict[str, Any] = {
    **METADATA,
    "casebody": {
        "judges": [],
        "parties": ["ALDER v. BROOK"],
        "opinions": [
            {
                "text": "Justice White\ndelivered the opinion of the Court.\nWho owns the water of the brook?\n1\nWe examine"
                " it, as in Roe v. Doe, 475 U. S. 335 (1986).\nThe judgment is affirmed.\n1 . It runs still.",
                "type": "majority",
                "author": "Justice White",
            },
            {
                "text": "Justice Brennan,\nwith whom Justice Marshall joins, dissenting.\nI would reverse, for the brook"
                " is hers.",
                "type": "dissent",
                "author": "Justice Brennan,",
            },
        ],
        "attorneys": ["A. Counsel argued for petitioner."],
        "corrections": "",
        "head_matter": "ALDER v. BROOK\nNo. 81-77.\nArgued March 2, 1982\nDecided May 3, 1982\nA. Counsel argued for"
        " petitioner.",
    },
}
PAGE = """<section class="casebody" data-case-id="32044049278888_0300" data-firstpage="210" data-lastpage="214">
  <section class="head-matter">
    <h4 class="parties" id="b300-1">ALDER v. BROOK</h4>
    <p class="docketnumber" id="b300-2">No. 81-77.</p>
    <p class="otherdate" id="b300-3">Argued March 2, 1982</p>
    <p class="decisiondate" id="b300-4">Decided May 3, 1982</p>
    <p class="attorneys" id="b300-5"><a id="p211" href="#p211" data-label="211" data-citation-index="1"
      class="page-label">*211</a>A. Counsel argued for petitioner.</p>
  </section>
  <article class="opinion" data-type="majority">
    <p class="author" id="b301-1">Justice White</p>
    <p id="b301-2">delivered the opinion of the Court.</p>
    <p id="b301-3">Who owns the <em>water </em>of the brook?<a class="footnotemark" href="#footnote_1_1"
      id="ref_footnote_1_1">1</a> We ex<a id="p212" href="#p212" data-label="212" data-citation-index="1"
      class="page-label">*212</a>amine it, as in <a href="/citations/?q=475%20U.%20S.%20335" class="citation"
      data-index="0">475 U. S. 335</a> (1986).</p>
    <p id="b301-4">The judgment is affirmed.</p>
    <aside data-label="1" class="footnote" id="footnote_1_1"><a href="#ref_footnote_1_1">1</a>
      <p id="b301-5">It runs still.</p></aside>
  </article>
  <article class="opinion" data-type="dissent">
    <p class="author" id="b302-1">Justice Brennan,</p>
    <p id="b302-2">with whom Justice Marshall joins, dissenting.</p>
    <p id="b302-3">I would reverse, for the brook is hers. See <em>ante, </em>at 212.</p>
  </article>
</section>
"""
