"""The feed of new opinions, as Atom wants it (RFC 4287)."""

from __future__ import annotations

import datetime
import xml.etree.ElementTree as ET

from generator.corpus import Corpus
from generator.model import CaseInfo
from generator.render.feed import MOST, feed
from tests.kit import case_of

ATOM = "{http://www.w3.org/2005/Atom}"
SITE = "https://law.example/sub/"


def made(slug, decided=None, added=None, name=None):
    info = CaseInfo(name=name or f"{slug} v. Roe", decided=decided, added=added)
    return case_of("JUSTICE WHITE delivered the opinion.\n\nText.", "plain", info, slug)


def parsed(*cases):
    return ET.fromstring(feed(Corpus.of(cases), SITE, "Pincite"))


def test_the_day_it_was_added_counts_before_the_day_it_was_decided():
    day = datetime.date
    root = parsed(
        made("old", day(1986, 3, 5), day(2026, 1, 2)),
        made("new", day(2012, 2, 22)),
        made("undated"),
    )
    entries = root.findall(f"{ATOM}entry")
    assert [e.findtext(f"{ATOM}id") for e in entries] == [
        f"{SITE}opinions/old/",
        f"{SITE}opinions/new/",
    ]
    assert [e.findtext(f"{ATOM}updated") for e in entries] == [
        "2026-01-02T00:00:00Z",
        "2012-02-22T00:00:00Z",
    ]
    assert root.findtext(f"{ATOM}updated") == "2026-01-02T00:00:00Z"


def test_what_atom_requires_is_there():
    root = parsed(made("a", datetime.date(1986, 3, 5)))
    for element in (root, *root.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert element.findtext(f"{ATOM}{name}")
        assert element.find(f"{ATOM}author/{ATOM}name") is not None
        assert element.find(f"{ATOM}link[@rel='alternate']").get("href").startswith(SITE)
    assert root.find(f"{ATOM}link[@rel='self']").get("href") == f"{SITE}feed.xml"


def test_an_empty_feed_is_one_too():
    assert parsed().findtext(f"{ATOM}updated") == "1970-01-01T00:00:00Z"


def test_the_newest_only_and_the_same_bytes_again():
    day = datetime.date(2000, 1, 1)
    cases = [made(f"c{k}", day + datetime.timedelta(days=k)) for k in range(MOST + 5)]
    assert len(parsed(*cases).findall(f"{ATOM}entry")) == MOST
    assert feed(Corpus.of(cases), SITE, "x") == feed(Corpus.of(reversed(cases)), SITE, "x")


def test_names_are_text():
    name = "</title><script>&amp; \x07\ufffe \"'"
    entry = parsed(made("a", datetime.date(1986, 3, 5), name=name)).find(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == "</title><script>&amp;  \"'"
