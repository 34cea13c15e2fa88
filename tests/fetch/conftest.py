"""A running server, and shapes as the two real ones serve them, of invented cases."""

from __future__ import annotations

from typing import Any

import pytest

from tests.fetch.server import serving


@pytest.fixture
def server(monkeypatch):
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy", "COURTLISTENER_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    with serving() as running:
        yield running


def opinion(base: str, number: int, kind: str, text: str) -> dict[str, Any]:
    return {
        "resource_uri": f"{base}opinions/{number}/",
        "id": number,
        "cluster": f"{base}clusters/900/",
        "type": kind,
        "author_str": "",
        "per_curiam": False,
        "html_with_citations": f"<p>{text}</p>",
        "plain_text": "",
    }


def cluster(base: str, number: int = 900, name: str = "Lamp v. Quill") -> dict[str, Any]:
    return {
        "resource_uri": f"{base}clusters/{number}/",
        "id": number,
        "absolute_url": f"/opinion/{number}/lamp-v-quill/",
        "docket": f"{base}dockets/70/",
        "docket_id": 70,
        "sub_opinions": [f"{base}opinions/{number + 1}/", f"{base}opinions/{number + 2}/"],
        "citations": [{"volume": "475", "reporter": "U.S.", "page": "335", "type": 1}],
        "case_name": name,
        "date_filed": "1986-03-05",
        "judges": "White, Powell",
    }


@pytest.fixture
def courtlistener(server):
    """``server`` with one case in it."""
    base = server.base
    server.says("/api/clusters/900/", cluster(base))
    server.says("/api/opinions/901/", opinion(base, 901, "020lead", "We hold “so”."))
    server.says("/api/opinions/902/", opinion(base, 902, "040dissent", "I dissent."))
    docket = {"id": 70, "court_id": "scotus", "docket_number": "84-1586"}
    server.says("/api/dockets/70/", docket)
    looked_up = {
        "citation": "475 U.S. 335",
        "normalized_citations": ["475 U.S. 335"],
        "start_index": 0,
        "end_index": 12,
        "status": 200,
        "error_message": "",
        "clusters": [cluster(base)],
    }
    server.says("/api/citation-lookup/", [looked_up])
    return server


@pytest.fixture
def cap(server):
    """``server`` with a volume in it, two cases of which begin on one page."""

    def case(file: str, name: str, *cites: str) -> dict[str, Any]:
        return {
            "id": 1,
            "name": name.upper(),
            "name_abbreviation": name,
            "decision_date": "1986-03-05",
            "docket_number": "No. 84-1586",
            "first_page": "335",
            "last_page": "340",
            "citations": [{"type": "official", "cite": cite} for cite in cites],
            "file_name": file,
        }

    first = case("0335-01", "Lamp v. Quill", "475 U.S. 335", "106 S. Ct. 1092")
    second = case("0340-01", "Doe v. Roe", "475 U.S. 340")
    third = case("0340-02", "Poe v. Roe", "475 U.S. 340")
    reporters = [
        {"id": 983, "short_name": "U.S.", "slug": "us", "full_name": "United States Reports"},
        {"id": 2, "short_name": "U.S. App. D.C.", "slug": "us-app-dc"},
    ]
    server.says("/api/ReportersMetadata.json", reporters)
    volumes = [{"volume_number": str(n), "volume_folder": str(n)} for n in (474, 475)]
    server.says("/api/us/VolumesMetadata.json", volumes)
    server.says("/api/us/475/CasesMetadata.json", [first, second, third])
    opinions = [{"type": "majority", "author": "White, J.", "text": "We hold so."}]
    body = {"head_matter": "LAMP v. QUILL", "opinions": opinions}
    server.says("/api/us/475/cases/0335-01.json", {**first, "casebody": body})
    server.says("/api/us/475/cases/0340-02.json", {**third, "casebody": body})
    server.says("/api/us/475/html/0335-01.html", b"<section class='casebody'></section>")
    return server
