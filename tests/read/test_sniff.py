"""The dialect of a text: each with what must be taken for it beside what must not."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import ReadError
from generator.read.binary import BINARY
from generator.read.dialects import KNOWN_DIALECTS, READABLE, UNREADABLE, Sniffed, refusal
from generator.read.sniff import sniff

PARAGRAPH = (
    "This case presents the question of the degree of immunity accorded a defendant police officer"
    " in a damages action under 42 U. S. C. § 1983 when it is alleged that the officer caused the"
    " plaintiffs to be arrested by presenting a judge with a complaint and a supporting affidavit"
    " which failed to establish probable cause. 720 F. 2d 715 (1984).\n"
)
PLAIN = (
    "JUSTICE WHITE delivered the opinion of the Court.\n" + PARAGRAPH * 3 + "It is so ordered.\n"
)
FLAT = (
    "shelly kelly was afraid that she would be attacked by her boyfriend,jerry ray bowen,while she moved out of her"
    " apartment.she therefore requested police protection.two officers arrived,but they were called away to an"
    " emergency.as soon as the officers left,bowen showed up,yelled i told you never to call the cops on me,and tried"
    " to throw kelly over the railing.she escaped to her car;bowen fired at it,blowing out a tire.\n"
)
WRAPPED = "\n".join(
    ["The judgment of the district court is affirmed for the reasons that follow,"] * 20
)
SLIP_PAGE = (
    "\f\nCite as: 566 U. S. ____ (2012)\n\n1\n\nOpinion of the Court\n"
    + WRAPPED
    + "\n\f\n2\n\nHALL v. UNITED STATES\nOpinion of the Court\n"
)
CASEBODY = (
    '<casebody xmlns="http://nrs.harvard.edu/urn-3:HLS.Libr.US_Case_Law.Schema.Case_Body:v1">'
    "<parties>A v. B</parties></casebody>"
)
COLUMBIA = "<opinion>\n<reporter_caption>A v. B</reporter_caption>\n<opinion_text>x</opinion_text></opinion>\n"
MARKDOWN = "# A v. B\n\n**Supreme Court**\n\n" + "".join(
    f"## {n}\n\nSee [508 U.S. 520](/opinion/112881/church/) and more.\n\n"
    for n in ("I", "II", "III", "IV")
)

DIALECTS = [
    # lexis
    ("lexis", "OPINION\n" + PLAIN),
    ("lexis", "\ufeff\r\n  OPINION\r\nJUSTICE WHITE delivered the opinion of the Court.\r\n"),
    (
        "lexis",
        PLAIN + '<concur author="POWELL" text="TRUE">\nCONCUR BY: POWELL (In Part)\n' + PLAIN,
    ),
    ("lexis", '<dissent author="BREYER" text="TRUE">\n' + PLAIN + "</dissent>"),
    ("lexis", PLAIN + "DISSENT BY: BREYER\n" + PLAIN),
    ("lexis", "[*301]      " + PLAIN),
    ("plain", "OPINION\n" + WRAPPED),  # the title that a court prints over its page
    ("plain", PLAIN + "The author signed the dissent by: Breyer.\n"),
    ("plain", "Opinion\n" + PLAIN),
    ("plain", "[1] " + PLAIN + "[2] " + PLAIN),
    ("plain", PLAIN + "[*1] A note."),
    # flattened
    ("flattened", FLAT * 2),
    ("flattened", "roberts,delivered the opinion of the court.\n" + FLAT * 2 + "I\n"),
    ("plain", FLAT[:200]),  # too short to tell
    ("plain", PLAIN.lower()),
    ("plain", (FLAT * 2).replace(",", ", ").replace(".", ". ")),
    ("plain", (FLAT * 2).replace("she", "She")),
    ("plain", "".join(f"{n},{FLAT}" for n in range(200, 204))),
    # slip
    (
        "slip",
        "(Slip Opinion)              OCTOBER TERM, 2017                1\n\nSyllabus\n" + SLIP_PAGE,
    ),
    ("slip", "(Slip Opinion)\n\nOCTOBER TERM, 2010\n\n1\n\nSyllabus\n" + WRAPPED),
    (
        "slip",
        "557US1\n\nUnit: $U74\n\n[06-07-14 18:54:16] PAGES PGT: OPIN\n\nOCTOBER TERM, 2008\n"
        + WRAPPED,
    ),
    ("slip", SLIP_PAGE * 2),
    (
        "plain",
        PLAIN
        + "See Hall v. United States, 566 U. S. ____, ____ (2012) (slip op., at 3). Cite as: 566 U. S. 506.\n",
    ),
    ("plain", "(Slip Opinion)\n" + PLAIN),
    ("plain", "\f".join([WRAPPED] * 4)),  # pages of some other court
    # Markdown
    ("casebook-markdown", MARKDOWN),
    ("plain", PLAIN + "# Heading\n\n**bold**\n\n[a link](https://example.org/)\n"),
    ("plain", "* * *\n" + PLAIN + "#1\n"),
    # JSON
    (
        "cap",
        json.dumps(
            {"id": 1, "name_abbreviation": "A v. B", "casebody": {"data": {"opinions": []}}}
        ),
    ),
    ("harvard-xml", json.dumps({"id": 1, "casebody": {"data": CASEBODY}}, indent=2)),
    ("harvard-xml", json.dumps({"casebody": '<?xml version="1.0"?>\n' + CASEBODY})),
    ("courtlistener", json.dumps({"resource_uri": "x", "cluster": "y", "plain_text": PLAIN})),
    ("json", json.dumps([{"opinion": PLAIN}], indent=1)),
    ("json", "\ufeff\n" + json.dumps({"text": '"casebody": is quoted'})),
    (
        "courtlistener",
        json.dumps({"id": 1, "a": 2, "b": 3, "c": 4, "plain_text": PLAIN})[:-200],
    ),  # broke off
    ("plain", '{"casebody": 1} ' + PLAIN),
    ("plain", '{"quoted": "' + PLAIN),
    ("plain", "[The opinion begins with a bracket.]\n" + PLAIN),
    ("plain", '["Quoted words"] ' + PLAIN),
    ("plain", "{" + PLAIN + "}"),
    ("json", '{"a":' * 50_000),
    # XML and HTML
    ("harvard-xml", CASEBODY),
    ("harvard-xml", '<?xml version="1.0" encoding="utf-8"?>\n<!-- a -->\n' + CASEBODY),
    ("columbia-xml", COLUMBIA),
    ("columbia-xml", '<?xml version="1.0"?>\n' + COLUMBIA),
    ("xml", '<?xml version="1.0"?><!DOCTYPE case SYSTEM "x.dtd">\n<case><p>Text</p></case>'),
    ("xml", "<opinion>" + PLAIN + "</opinion>"),
    ("html", "<!DOCTYPE html>\n<title>A v. B</title>" + PLAIN),
    ("html", "<!-- saved -->\n<HTML><BODY><P>" + PLAIN + "</P></BODY></HTML>\n"),
    ("cap", '<section class="casebody"><p>' + PLAIN + "</p></section>"),
    ("cap", '<!DOCTYPE html><body><section id="a" class="casebody">' + PLAIN + "</section></body>"),
    ("courtlistener", '<div><p>A <span class="star-pagination">*2</span></p></div>'),
    ("courtlistener", '<pre class="inline">' + PLAIN + "</pre>"),
    (
        "html",
        '<!-- saved -->\n<html><head><link rel="canonical" href="https://law.justia.com/x"></head>'
        + PLAIN,
    ),
    (
        "courtlistener",
        "<html><head><title>A v. B – CourtListener.com</title></head><p>" + PLAIN + "</p></html>",
    ),
    ("mhtml", "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n" + PLAIN),
    ("cap", '{"casebody": {}, "id": 1}\n{"casebody": {}, "id": 2}\n'),
    ("html", "<div><p>" + PLAIN + "</p><p>" + PLAIN + "</p></div>"),
    ("plain", "<script>alert(1)</script>\n" + PLAIN),
    ("plain", "<p>" + PLAIN),
    ("plain", PLAIN + "</html>"),
    ("plain", "<b>" + PLAIN + "<i>"),
    ("plain", "<?php echo 1 ?>" + PLAIN),
    ("plain", "< 5 years >\n" + PLAIN),
    # RTF
    ("rtf", r"{\rtf1\ansi\deff0 {\fonttbl}" + PLAIN + "}"),
    ("plain", r"{\rtfm} " + PLAIN),
    # Nothing of all this
    ("plain", PLAIN),
    ("plain", ""),
    ("plain", "---\ntitle: {{ x }}\n---\n" + PLAIN),
]


@pytest.mark.parametrize(
    ("dialect", "text"), DIALECTS, ids=[f"{n}-{row[0]}" for n, row in enumerate(DIALECTS)]
)
def test_dialect(dialect: str, text: str) -> None:
    sniffed = sniff(text, "opinion.txt")
    assert sniffed.dialect == dialect, sniffed.reason
    assert sniffed.support == (dialect in READABLE)
    assert sniffed.reason.isprintable()


def test_every_dialect_is_tried() -> None:
    assert {row[0] for row in DIALECTS} == set(KNOWN_DIALECTS) - set(BINARY)


@pytest.mark.parametrize(
    ("file", "text", "dialect"),
    [
        ("youngstown.md", PLAIN, "casebook-markdown"),
        ("CASE.MARKDOWN", SLIP_PAGE * 2, "casebook-markdown"),
        ("malley.md", "OPINION\n" + PLAIN, "lexis"),  # what it holds counts more than its name
        ("flat.md", FLAT * 2, "flattened"),
        ("case.json", PLAIN, "plain"),
        ("case.html", PLAIN, "plain"),
        ("case.md.txt", PLAIN, "plain"),
    ],
)
def test_file_name(file: str, text: str, dialect: str) -> None:
    assert sniff(text, file).dialect == dialect


def test_reason_gives_the_figures() -> None:
    reason = sniff(FLAT * 2, "f").reason
    assert reason.startswith("0 capitals and 0 digits among ")
    assert "100% of its punctuation is glued" in reason


@pytest.mark.parametrize("dialect", UNREADABLE)
def test_refusal(dialect: str) -> None:
    what = UNREADABLE[dialect]
    error = refusal(Sniffed(dialect, "it says so", support=False), "case.txt")
    assert isinstance(error, ReadError)
    assert (error.code, error.file) == ("R04", "case.txt")
    assert what.name in error.message
    assert "it says so" in error.message
    assert ".txt" in error.advice or "HTML alone" in error.advice
    # Read as plain text, braces and tags would stand on the page: that is proposed for what is nearly text only.
    assert (
        ("dialect: plain" in error.advice)
        == what.as_plain
        == (dialect in ("slip", "casebook-markdown"))
    )


@pytest.mark.parametrize(
    "unit",
    [
        "x ",
        '{"a": ',
        "<a ",
        "[*",
        "# ",
        "<!--",
        "1\n",
        "\n",
        "\f",
        "<?",
        "**a",
        "[a](http://",
        "(Slip Opinion) ",
        "<concur ",
    ],
)
def test_a_huge_file_is_quick(unit: str) -> None:
    text = unit * (20_000_000 // len(unit))
    start = time.process_time()
    sniff(text, "f.txt")
    assert time.process_time() - start < 2


def test_long_json_is_recognised_by_its_ends() -> None:
    text = json.dumps(
        {"id": 1, "name": "A v. B", "casebody": {"data": {"opinions": [{"text": PLAIN * 4000}]}}}
    )
    assert sniff(text, "f").dialect == "cap"


@given(st.text())
def test_any_text_has_a_dialect(text: str) -> None:
    assert sniff(text, "f").dialect in KNOWN_DIALECTS


@given(st.text(st.sampled_from("{}[]<>\"':,#*-_!/\\ab1 \n\f")))
def test_syntax_inside_an_opinion_is_text(noise: str) -> None:
    assert sniff(PLAIN + noise + "\n" + PLAIN, "f").dialect in ("plain", "lexis")
