"""Where citations lead."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.errors import PinciteError
from generator.link.urls import DEFAULT_ORDER, check_order, links_for, providers, url_for
from generator.model import Authority, AuthorityKind

MALLEY = Authority("case", "475 U.S. 335", "Malley v. Briggs", 1986)
KINDS: tuple[AuthorityKind, ...] = ("case", "statute", "constitution", "rule", "record", "work")
_SAFE = re.compile(r"https?://[!#-;=?-\[\]_a-z~]+")


@pytest.mark.parametrize(
    ("kind", "key", "pin", "url"),
    [
        ("case", "475 U.S. 335", None, "https://www.courtlistener.com/c/us/475/335/"),
        ("case", "475 U. S. 335", "341", "https://www.courtlistener.com/c/us/475/335/#341"),
        ("case", "1 Cranch 137", None, "https://www.courtlistener.com/c/us/5/137/"),
        ("case", "748 F.2d 715", "721", "https://www.courtlistener.com/c/f2d/748/715/#721"),
        ("statute", "42 U.S.C. § 1983", None, "https://www.law.cornell.edu/uscode/text/42/1983"),
        ("statute", "17 Stat. 13", None, "https://www.govinfo.gov/link/statute/17/13"),
        (
            "constitution",
            "U.S. Const. amend. IV",
            None,
            "https://www.law.cornell.edu/constitution/amendmentiv",
        ),
        (
            "rule",
            "Fed. R. Evid. 404(b)",
            None,
            "https://www.law.cornell.edu/rules/fre/rule_404#rule_404_b",
        ),
        # nobody has these, or not under what is known of them
        ("case", "19 How. St. Tr. 1001", None, None),
        ("case", "563 U.S. ___", None, None),
        ("case", "563 U.S.", None, None),
        ("case", "No. 84-1586", None, None),
        ("case", "2007 WL 7589200", None, None),
        ("statute", "R.I. Gen. Laws § 21-28-1.01", None, None),
        ("statute", "99 U.S.C. § 1", None, None),
        ("constitution", "Cal. Const. art. I, § 7", None, None),
        ("record", "App.", "78", None),
        ("record", "475 U.S. 335", None, None),
        ("statute", "475 U.S. 335", None, None),
        ("work", "4 W. Blackstone, Commentaries", None, None),
    ],
)
def test_url_for(kind: AuthorityKind, key: str, pin: str | None, url: str | None) -> None:
    assert url_for(Authority(kind, key), pin) == url


@pytest.mark.parametrize(
    ("pin", "page"),
    [
        ("341", "341"),
        ("341-342", "341"),
        ("341–342", "341"),
        ("346, n. 9", "346"),
        ("341, 345", "341"),
        ("*341", "341"),
        ("335", None),  # the first page: the case itself
        ("n. 9", None),
        ("§ 3", None),
        ("12a", None),
        ("334", None),  # before the case
        ("33500", None),
        ("", None),
        (None, None),
    ],
)
def test_pins(pin: str | None, page: str | None) -> None:
    url = "https://static.case.law/us/475/html/0335-01.html"
    assert url_for(MALLEY, pin, ["caselaw"]) == (f"{url}#p{page}" if page else url)


def test_a_parallel_citation_serves_without_its_pin() -> None:
    authority = Authority("case", "2010 WL 3307491", parallel=("620 F.3d 1016",))
    assert url_for(authority, "1033") == "https://www.courtlistener.com/c/f3d/620/1016/"


def test_the_order_is_the_site_s() -> None:
    assert (
        url_for(MALLEY, None, ["justia", "courtlistener"])
        == "https://supreme.justia.com/cases/federal/us/475/335/"
    )
    assert (
        url_for(MALLEY, None, ["conan", "justia"])
        == "https://supreme.justia.com/cases/federal/us/475/335/"
    )
    assert url_for(MALLEY, None, []) is None
    assert url_for(MALLEY, None, ["nobody"]) is None


def test_links_for() -> None:
    links = links_for(MALLEY, "341")
    assert [label for label, _ in links] == [
        "CourtListener",
        "Cornell LII",
        "Caselaw Access Project",
        "Justia",
        "Library of Congress",
    ]
    assert links[0][1] == url_for(MALLEY, "341")
    assert links_for(MALLEY, None, ["loc", "lii"])[0] == (
        "Library of Congress",
        "https://www.loc.gov/item/usrep475335/",
    )
    assert links_for(Authority("record", "App.")) == []


@given(st.sampled_from(KINDS), st.text(max_size=60), st.none() | st.text(max_size=12))
@example("case", '475 U.S. 335"><script>', '341"')
@example("statute", "42 U.S.C. § 1983 <b>", None)
@example("statute", '1 U.S.C. §§ 1, " onclick="', None)
@example("case", "12 F. App'x 34", "36")
def test_any_key_gives_a_sound_address_or_none(
    kind: AuthorityKind, key: str, pin: str | None
) -> None:
    _hold(Authority(kind, key), pin)


@given(
    st.sampled_from(KINDS),
    st.from_regex(
        r"[0-9]{1,4} (U\.S\.|F\.3d|U\.S\.C\.|Stat\.|C\.F\.R\.|Fed\. Reg\.|Cal\. 4th|S\. Ct\.)( §§?)? "
        r"[0-9a-z.,() –-]{1,12}|"
        r"(U\.S\. Const\. (amend|art)\. [IVX]{1,7}|Fed\. R\. (Evid|Civ\. P)\. [0-9]{1,4})(, § [0-9]|\([a-z<&\"]\))?",
        fullmatch=True,
    ),
    st.none() | st.from_regex(r"[0-9*n]{1,6}([,–-] ?[0-9n. ]{1,8})?", fullmatch=True),
)
def test_any_likely_key_too(kind: AuthorityKind, key: str, pin: str | None) -> None:
    _hold(Authority(kind, key), pin)


def _hold(authority: Authority, pin: str | None) -> None:
    links = links_for(authority, pin, DEFAULT_ORDER)
    assert url_for(authority, pin) == (links[0][1] if links else None)
    for _, url in links:
        assert _SAFE.fullmatch(url)
        assert urlsplit(url).scheme in ("http", "https")
        assert urlsplit(url).hostname


@pytest.mark.parametrize(
    "names", [[], ["courtlistener"], ["justia", "courtlistener"], list(DEFAULT_ORDER), ("lii",)]
)
def test_orders_that_can_be(names: list[str]) -> None:
    assert check_order(names) == tuple(names)


@pytest.mark.parametrize(
    ("names", "message", "advice"),
    [
        (["courtlistner"], "unknown provider 'courtlistner'", "known are courtlistener"),
        (["justia", "lii", "justia"], "justia stands there twice", "delete one"),
        ("justia", "not a list of names", "write for example"),
        ({"justia": 1}, "not a list of names", "write for example"),
        ([1], "not a list of names", "write for example"),
        (None, "not a list of names", "write for example"),
    ],
)
def test_orders_that_cannot(names: object, message: str, advice: str) -> None:
    with pytest.raises(PinciteError) as caught:
        check_order(names)
    assert caught.value.code == "L16"
    assert caught.value.file == "mkdocs.yml"
    assert message in caught.value.message
    assert advice in caught.value.advice


def test_providers_are_read_once() -> None:
    assert providers() is providers()
