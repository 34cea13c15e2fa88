"""The links that a file brings, beside ours: told where they disagree, and not where they do not."""

from __future__ import annotations

import pytest

from generator.findings import case_findings
from generator.link.theirs import disagreements
from generator.refer import Guidance, refer
from tests.read.tagged.files import LAWBOX, case


def told(words: str, href: str, before: str = "", after: str = "") -> list[tuple[str, bool]]:
    """Why their link on ``words`` is told of, and whether we have a reference there."""
    linked = (
        f'{before}<span class="citation" data-id="7"><a href="{href}">{words}</a></span>{after}'
    )
    text = LAWBOX.replace("We affirm", f"See {linked}. We affirm")
    made = refer([case(text, "a.html")], Guidance(), workers=1)
    cases = made[0]
    return [(d.why, d.ours is not None) for d in disagreements(cases[0])]


@pytest.mark.parametrize(
    ("words", "href"),
    [
        ("475 U.S. 335", "/opinion/111608/malley-v-briggs/"),
        (
            "475 U.S. 335",
            "https://www.courtlistener.com/opinion/111608/edward-malley-v-james-briggs/",
        ),
        ("475 U.S. 335", "https://www.courtlistener.com/c/U.S./475/335/"),
        ("475 U.S. 335", "https://cite.case.law/us/475/335/"),
        (
            "475 U.S. 335",
            "https://cite.case.law/s-ct/106/1092/",
        ),  # what may be the same in another reporter
        ("475 U.S. 335", "#p24"),
        ("475 U.S. 335", "javascript:alert(1)"),
    ],
)
def test_they_agree(words: str, href: str) -> None:
    assert told(words, href, "<i>Malley v. Briggs,</i> ", " (1986)") == []


@pytest.mark.parametrize(
    ("words", "href", "why"),
    [
        ("475 U.S. 335", "/opinion/111608/harlow-v-fitzgerald/", "other parties"),
        ("475 U.S. 335", "/opinion/111608/united-states-v-leon/", "other parties"),
        ("475 U.S. 335", "https://cite.case.law/us/475/336/", "another citation"),
        ("475 U.S. 335", "https://www.courtlistener.com/c/us/457/335/", "another citation"),
    ],
)
def test_they_lead_elsewhere(words: str, href: str, why: str) -> None:
    assert told(words, href, "<i>Malley v. Briggs,</i> ", " (1986)") == [(why, True)]


def test_only_they_link() -> None:
    assert told("the old case", "/opinion/1/alder-v-brook/") == [("only the file links it", False)]


def test_one_address_for_two_cases() -> None:
    more = (
        ' (1986); <i>Harlow v. Fitzgerald,</i> <span class="citation" data-id="7">'
        '<a href="/opinion/7/malley-harlow/">457 U.S. 800</a></span> (1982)'
    )
    found = told("475 U.S. 335", "/opinion/7/malley-harlow/", "<i>Malley v. Briggs,</i> ", more)
    assert found == [("the file links 475 U.S. 335 to the same case", True)]


def test_what_check_says() -> None:
    text = LAWBOX.replace(
        "We affirm",
        "See <i>Malley v. Briggs,</i> <span class='citation' data-id='7'><a href='/opinion/7/harlow-v-fitzgerald/'>"
        "475 U.S. 335</a></span> (1986), and <a href='/opinion/8/alder-v-brook/'>the old case</a>. We affirm",
    )
    made = refer([case(text, "a.html")], Guidance(), workers=1)
    cases = made[0]
    found = [(f.code, f.level, f.message) for f in case_findings(cases[0], "f") if f.code[0] == "X"]
    assert found == [
        (
            "X02",
            "warning",
            "“475 U.S. 335” leads to 475 U.S. 335 here, in the file to /opinion/7/harlow-v-fitzgerald/ (other parties)",
        ),
        (
            "X03",
            "note",
            "“the old case” leads nowhere here, in the file to /opinion/8/alder-v-brook/",
        ),
    ]
