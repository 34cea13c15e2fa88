"""The command itself, from a server on this machine through the readers to the page: in the true shapes, and when they
are not.
"""

from __future__ import annotations

import functools
import json

import pytest
import yaml
from click.testing import CliRunner

from generator.cli import main
from generator.fetch import bring
from generator.fetch.client import Client
from tests.fetch import shapes
from tests.fetch.server import Answer
from tests.kit import tree

FACTS = {
    "name": "Alder v. Brook & Sons",
    "citation": "456 U.S. 210",
    "court": "Supreme Court of the United States",
    "docket": "No. 81-77",
    "argued": "1982-03-02",
    "decided": "1982-05-03",
    "first_page": 210,
}
DISSENT = ("dissent", "Brennan", ["Marshall"])
WRITINGS = [("syllabus", None, []), ("majority", "White", []), DISSENT]


@pytest.fixture(autouse=True)
def _without_pauses(monkeypatch):
    monkeypatch.setattr(bring, "Client", functools.partial(Client, sleep=lambda _: None))


@pytest.fixture
def site(tmp_path):
    (tmp_path / "site_src" / "opinions").mkdir(parents=True)
    return tmp_path


@pytest.fixture
def cl(server):
    """CourtListener with the case as it stands there: two opinions, and a combined one of an older source."""
    base = server.base
    whole = f"<div>{shapes.LEAD}{shapes.DISSENT}</div>"
    server.says("/api/clusters/900/", shapes.cluster(base, 901, 902, 903))
    server.says("/api/citation-lookup/", shapes.looked_up(shapes.cluster(base, 901, 902, 903)))
    server.says(
        "/api/opinions/901/", shapes.opinion(base, 901, "010combined", html_with_citations=whole)
    )
    server.says("/api/opinions/902/", shapes.opinion(base, 902, "020lead", xml_harvard=shapes.LEAD))
    server.says(
        "/api/opinions/903/", shapes.opinion(base, 903, "040dissent", xml_harvard=shapes.DISSENT)
    )
    server.says("/api/dockets/70/", shapes.docket(base))
    return server


@pytest.fixture
def cap(server):
    server.says("/api/ReportersMetadata.json", shapes.REPORTERS)
    server.says("/api/us/VolumesMetadata.json", shapes.VOLUMES)
    server.says("/api/us/456/CasesMetadata.json", [shapes.METADATA])
    server.says("/api/us/456/cases/0210-01.json", shapes.CASE)
    server.says("/api/us/456/html/0210-01.html", shapes.PAGE.encode())
    return server


def fetched(server, site, *arguments: object):
    return CliRunner().invoke(
        main, ["fetch", *map(str, arguments), "--base", server.base, "--root", str(site)]
    )


def page(site, result) -> tuple[dict[str, object], dict[str, object], str]:
    """The proposed facts, ``case.json`` and the page's Markdown of the one opinion of the site."""
    assert result.exit_code == 0, result.output
    folder = next((site / "site_src/opinions").iterdir())
    facts = yaml.safe_load((folder / "case.yml").read_text())
    raw = next(folder.glob("opinion.*"))
    out = site / "out"
    named = site / f"alder{raw.suffix}"
    named.write_bytes(raw.read_bytes())
    (site / "alder.case.yml").write_bytes((folder / "case.yml").read_bytes())
    done = CliRunner().invoke(main, ["convert", str(named), "--out", str(out)])
    assert done.exit_code == 0, done.output
    data = json.loads((out / "alder" / "case.json").read_text())
    return facts, data, (out / "alder" / "index.md").read_text()


def writings(data) -> list[tuple[str, str | None, list[str]]]:
    return [(w["kind"], w["author"], w["joined_by"]) for w in data["writings"]]


def calls(data) -> list[tuple[str, str | None]]:
    return [
        (r["block"], (r["target"] or {}).get("block"))
        for r in data["references"]
        if r["kind"] == "footnote-call"
    ]


class TestCourtListener:
    @pytest.mark.parametrize("asked", [("456 U. S. 210",), ("--cluster", 900)])
    def test_to_the_page(self, cl, site, asked) -> None:
        result = fetched(cl, site, *asked)
        facts, data, markdown = page(site, result)
        assert {k: str(v) if k in ("argued", "decided") else v for k, v in facts.items()} == {
            **FACTS,
            "panel": "White, Brennan, Marshall",
        }
        assert writings(data) == WRITINGS
        assert calls(data) == [("p1", "fn-1"), ("p3", "brennan-fn-1")]
        assert 'id="page-212"' in markdown
        assert markdown.count("Water runs down") == 1
        assert "nobody owns a brook" in markdown
        assert "A. Counsel argued for petitioner." in markdown
        assert "not shown: opinion 901 (010combined): all of it stands in the other opinions" in (
            result.output
        )

    def test_what_the_combined_opinion_has_alone_is_not_lost(self, cl, site) -> None:
        third = (
            "<opinion type='concurrence'><author>Justice Stevens, concurring.</author>"
            "<p>Water is wet.</p></opinion>"
        )
        whole = f"<div>{shapes.LEAD}{third}{shapes.DISSENT}</div>"
        cl.says(
            "/api/opinions/901/",
            shapes.opinion(cl.base, 901, "010combined", html_with_citations=whole),
        )
        result = fetched(cl, site, "--cluster", 900)
        _, data, markdown = page(site, result)
        assert writings(data) == [*WRITINGS[:2], ("concurrence", "Stevens", []), DISSENT]
        assert markdown.count("brook is hers") == 1
        assert (
            "opinion 903 (040dissent): it stands in opinion 901 (010combined) too" in result.output
        )

    def test_an_opinion_that_the_combined_one_lacks_is_not_lost(self, cl, site) -> None:
        cl.says(
            "/api/opinions/901/",
            shapes.opinion(cl.base, 901, "010combined", html_with_citations=f"<div>{shapes.LEAD}"
                           "<p>It is so ordered, and so we say again, with costs of the brook.</p></div>"),
        )  # fmt: skip
        _, data, markdown = page(site, fetched(cl, site, "--cluster", 900))
        assert writings(data)[1:] == WRITINGS[1:]
        assert "with costs of the brook" in markdown

    def test_an_opinion_without_text_is_told(self, cl, site) -> None:
        cl.says("/api/clusters/900/", shapes.cluster(cl.base, 902, 903))
        cl.says("/api/opinions/903/", shapes.opinion(cl.base, 903, "040dissent"))
        result = fetched(cl, site, "--cluster", 900)
        _, data, _ = page(site, result)
        assert writings(data) == WRITINGS[:2]
        assert "not shown: opinion 903 (040dissent) has no text" in result.output

    def test_an_older_version_is_told(self, cl, site) -> None:
        old = shapes.opinion(
            cl.base,
            903,
            "020lead",
            xml_harvard=shapes.LEAD,
            main_version=f"{cl.base}opinions/902/",
        )
        cl.says("/api/clusters/900/", shapes.cluster(cl.base, 902, 903))
        cl.says("/api/opinions/903/", old)
        result = fetched(cl, site, "--cluster", 900)
        _, data, _ = page(site, result)
        assert writings(data) == WRITINGS[:2]
        assert "opinion 903 (020lead) is an older version of opinion 902" in result.output

    @pytest.mark.parametrize(
        ("field", "text"),
        [
            ("xml_harvard", shapes.LEAD),
            ("html_columbia", "<p>JUSTICE WHITE delivered the opinion of the Court.</p><p>We affirm.</p>"),
            ("html_lawbox", "<div><p>JUSTICE WHITE delivered the opinion of the Court.</p><p>We affirm.</p></div>"),
            ("html_anon_2020", '<div class="opinion" opiniontype="majority"><p>We affirm.</p></div>'),
            ("html", "<p>JUSTICE WHITE delivered the opinion of the Court.</p><p>We affirm.</p>"),
            ("html_with_citations", "<p>JUSTICE WHITE delivered the opinion of the Court.</p><p>We affirm.</p>"),
            ("plain_text", shapes.TYPED),
        ],
    )  # fmt: skip
    def test_every_field(self, cl, site, field, text) -> None:
        cl.says("/api/clusters/900/", shapes.cluster(cl.base, 902, headmatter="", syllabus=""))
        made = shapes.opinion(cl.base, 902, "020lead", author_str="White", **{field: text})
        cl.says("/api/opinions/902/", made)
        _, data, _ = page(site, fetched(cl, site, "--cluster", 900))
        assert writings(data) == [WRITINGS[1]]

    def test_the_order_is_that_of_the_keys(self, cl, site) -> None:
        for number, kind, key, text in (
            (902, "020lead", 2, shapes.LEAD),
            (903, "040dissent", 1, shapes.DISSENT),
        ):
            made = shapes.opinion(cl.base, number, kind, xml_harvard=text, ordering_key=key)
            cl.says(f"/api/opinions/{number}/", made)
        cl.says("/api/clusters/900/", shapes.cluster(cl.base, 902, 903, headmatter="", syllabus=""))
        _, data, _ = page(site, fetched(cl, site, "--cluster", 900))
        assert [w[1] for w in writings(data)] == ["Brennan", "White"]

    def test_who_joins_is_told_by_the_field_where_no_byline_says_it(self, cl, site) -> None:
        made = shapes.opinion(
            cl.base,
            903,
            "040dissent",
            html="<p>I would reverse.</p>",
            author_str="Brennan",
            joined_by_str="Marshall, Blackmun",
        )
        cl.says("/api/opinions/903/", made)
        cl.says("/api/clusters/900/", shapes.cluster(cl.base, 902, 903))
        _, data, _ = page(site, fetched(cl, site, "--cluster", 900))
        assert writings(data)[2] == ("dissent", "Brennan", ["Marshall", "Blackmun"])

    def test_per_curiam(self, cl, site) -> None:
        made = shapes.opinion(
            cl.base, 902, "020lead", html="<p>We affirm, all of us.</p>", per_curiam=True
        )
        cl.says("/api/opinions/902/", made)
        cl.says("/api/clusters/900/", shapes.cluster(cl.base, 902, 903))
        _, data, _ = page(site, fetched(cl, site, "--cluster", 900))
        assert [w[:2] for w in writings(data)][1:] == [("per-curiam", None), DISSENT[:2]]


class TestCap:
    def test_json_to_the_page(self, cap, site) -> None:
        facts, data, markdown = page(site, fetched(cap, site, "456 U.S. 210", "--from", "cap"))
        assert {k: str(v) if k in ("argued", "decided") else v for k, v in facts.items()} == {
            **FACTS,
            "name": "Alder v. Brook",
        }
        assert writings(data) == WRITINGS[1:]
        assert calls(data) == [("p1", "fn-1")]
        assert "A. Counsel argued for petitioner." in markdown

    def test_html_to_the_page(self, cap, site) -> None:
        result = fetched(cap, site, "456 U.S. 210", "--from", "cap", "--html")
        facts, data, markdown = page(site, result)
        assert {k: str(v) if k in ("argued", "decided") else v for k, v in facts.items()} == {
            **FACTS,
            "name": "Alder v. Brook",
        }
        assert "name: Alder v. Brook  # from the server's list of cases" in result.output
        assert writings(data) == WRITINGS[1:]
        assert calls(data) == [("p1", "fn-1")]
        assert 'id="page-212"' in markdown


# --- and when they are not

FAILURES = [
    ([Answer(b'{"detail": "Authentication credentials were not provided."}', 401)], "F02", "COURTLISTENER_TOKEN"),
    ([Answer(b'{"detail": "Invalid token."}', 403)], "F02", "COURTLISTENER_TOKEN"),
    ([Answer(b'{"detail": "No OpinionCluster matches the given query."}', 404)], "F01", "number"),
    ([Answer(b"", 429, {"Retry-After": "86400"})], "F03", "1440 minutes"),
    ([Answer(b"", 429, {"Retry-After": "Fri, 31 Dec 2999 23:59:59 GMT"})], "F03", "minutes"),
    ([Answer(b'{"detail": "Request was throttled. Expected available in 3000 seconds."}', 429)], "F03", "50 minutes"),
    ([Answer(b"<script>challenge()</script>", 202)], "F08", "a browser"),
    ([Answer(b"<h1>Server Error</h1>", 500)], "F08", "500"),
    ([Answer(b"", 503)], "F08", "503"),
    ([Answer(b'{"id": 900, "sub_opinions": [')], "F04", "no JSON"),
    ([Answer(b"<!DOCTYPE html><title>Just a moment...</title>", headers={"Content-Type": "text/html"})], "F04",
     "no JSON"),
    ([Answer(b'{"id": 900', length=5000)], "F05", "breaks off"),
    ([Answer(b"", 302, {"Location": "/api/clusters/900/"})], "F06", "circle"),
    ([Answer(b"", 302, {"Location": "https://elsewhere.invalid/clusters/900/"})], "F06", "elsewhere.invalid"),
    ([Answer(b"", length=200_000_000)], "F07", "50 MB"),
    ([Answer(b"{", stream=200_000_000)], "F07", "50 MB"),
    ([Answer(b"[]")], "F04", "no object"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("answers", "code", "words"), FAILURES, ids=[f"{k}-{f[1]}" for k, f in enumerate(FAILURES)]
)
def test_a_failure_is_told_and_nothing_is_written(cl, site, answers, code, words) -> None:
    before = tree(site)
    cl.says("/api/clusters/900/", *answers)
    result = fetched(cl, site, "--cluster", 900)
    assert result.exit_code == 1
    assert f" {code} " in result.stderr
    assert words in result.stderr
    assert tree(site) == before


@pytest.mark.parametrize("path", ["opinions/903/", "dockets/70/"])
def test_a_part_that_fails_fails_the_whole(cl, site, path) -> None:
    before = tree(site)
    cl.says(f"/api/{path}", Answer(b"", 404))
    result = fetched(cl, site, "--cluster", 900)
    assert result.exit_code == 1
    assert f"{path}: F01" in result.stderr
    assert tree(site) == before


def test_a_server_that_stumbles(cl, site) -> None:
    """A refusal with its wait, then a fault, then the case."""
    good = cl.answers["/api/opinions/902/"][0]
    cl.answers["/api/opinions/902/"] = [
        Answer(b"", 429, {"Retry-After": "2"}),
        Answer(b"", 503, {"Retry-After": "1"}),
        good,
    ]
    result = fetched(cl, site, "--cluster", 900)
    assert result.exit_code == 0
    assert "opinions/902/ answers 429: waiting 2 seconds" in result.stderr
    assert cl.asked().count("/api/opinions/902/") == 3


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"<section class='casebody'></section>", "R18"),
        (b"<!DOCTYPE html><html><title>404</title><p>NoSuchKey</p></html>", "R04"),
        (shapes.PAGE.encode()[:1500], "R15"),
    ],
)
def test_a_page_that_is_no_case(cap, site, body, code) -> None:
    cap.says("/api/us/456/html/0210-01.html", body)
    result = fetched(cap, site, "456 U.S. 210", "--from", "cap", "--html")
    assert result.exit_code == 1
    assert f" {code} " in result.stderr
    assert list((site / "site_src/opinions").iterdir()) == []
