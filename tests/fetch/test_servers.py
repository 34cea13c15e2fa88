"""Which requests make a case, and what is said when the answers are not as they should be."""

from __future__ import annotations

import json

import pytest

from generator.errors import PinciteError
from generator.fetch import cap as cap_server
from generator.fetch import courtlistener as cl
from generator.fetch.cited import cited
from generator.fetch.client import Client
from generator.fetch.settings import Settings
from tests.fetch.conftest import cluster
from tests.fetch.server import Answer, Clock


def client_of(server) -> Client:
    return Client(Settings(server.base), Clock().sleep)


def error_of(call, server, *arguments) -> PinciteError:
    with client_of(server) as client, pytest.raises(PinciteError) as caught:
        call(client, *arguments)
    return caught.value


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("475 U.S. 335", ("475", "U.S.", "335")),
        ("475 U. S. 335", ("475", "U.S.", "335")),
        (" 475 US 335 ", ("475", "U.S.", "335")),
        ("620 F. 3d 1016", ("620", "F.3d", "1016")),
        ("1 Cranch 137", ("5", "U.S.", "137")),
    ],
)
def test_a_citation(text: str, parts: tuple[str, str, str]) -> None:
    assert cited(text) == parts


@pytest.mark.parametrize(
    "text", ["", "Malley v. Briggs", "475 U.S.", "U.S. 335", "475 U.S. ___", "../1"]
)
def test_no_citation(text: str) -> None:
    with pytest.raises(PinciteError) as caught:
        cited(text)
    assert caught.value.code == "F09"


class TestCourtListener:
    def test_by_citation(self, courtlistener) -> None:
        with client_of(courtlistener) as client:
            fetched = cl.by_citation(client, "475 U. S. 335")
        assert courtlistener.asked() == [
            "/api/citation-lookup/",
            "/api/opinions/901/",
            "/api/opinions/902/",
            "/api/dockets/70/",
        ]
        assert courtlistener.requests[0].body == "volume=475&reporter=U.S.&page=335"
        assert (fetched.name, fetched.address) == (
            "lamp-v-quill.json",
            f"{courtlistener.base}clusters/900/",
        )
        data = json.loads(fetched.data)
        assert [o["type"] for o in data["sub_opinions"]] == ["020lead", "040dissent"]
        assert data["docket"]["docket_number"] == "84-1586"
        assert data["case_name"] == "Lamp v. Quill"
        assert "“so”" in fetched.data.decode()

    def test_by_number(self, courtlistener) -> None:
        with client_of(courtlistener) as client:
            by_number = cl.by_id(client, 900)
            assert by_number == cl.by_citation(client, "475 U.S. 335")

    def test_no_such_number(self, courtlistener) -> None:
        assert error_of(cl.by_id, courtlistener, 1).code == "F01"

    @pytest.mark.parametrize(
        ("status", "code"), [(404, "F01"), (400, "F09"), (429, "F03"), (200, "F04"), (None, "F04")]
    )
    def test_no_such_citation(self, courtlistener, status, code) -> None:
        courtlistener.says("/api/citation-lookup/", [{"status": status, "clusters": []}])
        assert error_of(cl.by_citation, courtlistener, "1 U.S. 200").code == code

    def test_several_on_a_page(self, courtlistener) -> None:
        both = [cluster(courtlistener.base, n, name) for n, name in ((5, "A v. B"), (6, "C v. D"))]
        courtlistener.says("/api/citation-lookup/", [{"status": 300, "clusters": both}])
        error = error_of(cl.by_citation, courtlistener, "475 U.S. 335")
        assert error.code == "F09"
        assert "5 (A v. B), 6 (C v. D)" in error.message
        assert "--cluster" in error.advice

    @pytest.mark.parametrize("answer", [[], {}, "x", None, [1], {"detail": "no"}])
    def test_no_list_of_citations(self, courtlistener, answer) -> None:
        courtlistener.says("/api/citation-lookup/", answer)
        assert error_of(cl.by_citation, courtlistener, "475 U.S. 335").code == "F04"

    @pytest.mark.parametrize(
        "change",
        [
            {"id": None},
            {"sub_opinions": []},
            {"sub_opinions": ["http://elsewhere.invalid/secret"]},
            {"sub_opinions": ["/api/rest/v4/dockets/1/"]},
            {"sub_opinions": [7]},
            {"sub_opinions": ["/opinions/1/"] * 61},
            {"docket": "/opinions/901/"},
        ],
    )
    def test_a_case_that_is_none(self, courtlistener, change) -> None:
        courtlistener.says("/api/clusters/900/", {**cluster(courtlistener.base), **change})
        assert error_of(cl.by_id, courtlistener, 900).code == "F04"

    def test_no_answer_sends_us_to_another_server(self, courtlistener) -> None:
        there = ["https://www.courtlistener.com/api/rest/v4/opinions/901/"]
        courtlistener.says(
            "/api/clusters/900/", {**cluster(courtlistener.base), "sub_opinions": there}
        )
        with client_of(courtlistener) as client:
            cl.by_id(client, 900)
        assert "/api/opinions/901/" in courtlistener.asked()

    def test_opinions_that_are_there_already(self, courtlistener) -> None:
        whole = {**cluster(courtlistener.base), "sub_opinions": [{"id": 1}], "docket": None}
        courtlistener.says("/api/clusters/900/", whole)
        with client_of(courtlistener) as client:
            data = json.loads(cl.by_id(client, 900).data)
        assert data == whole

    def test_a_hostile_name_is_no_path(self, courtlistener) -> None:
        named = {**cluster(courtlistener.base), "case_name": "../../etc/passwd"}
        courtlistener.says("/api/clusters/900/", named)
        with client_of(courtlistener) as client:
            assert cl.by_id(client, 900).name == "etc-passwd.json"


class TestCap:
    def test_json(self, cap) -> None:
        with client_of(cap) as client:
            fetched = cap_server.by_citation(client, "475 US 335")
        assert fetched.name == "lamp-v-quill.json"
        assert json.loads(fetched.data)["casebody"]["head_matter"] == "LAMP v. QUILL"
        assert cap.asked()[-1] == "/api/us/475/cases/0335-01.json"
        assert fetched.address == f"{cap.base}us/475/cases/0335-01.json"

    def test_html(self, cap) -> None:
        with client_of(cap) as client:
            fetched = cap_server.by_citation(client, "475 U.S. 335", "html")
        assert (fetched.name, fetched.data[:8]) == ("lamp-v-quill.html", b"<section")

    def test_two_on_a_page(self, cap) -> None:
        error = error_of(cap_server.by_citation, cap, "475 U.S. 340")
        assert error.code == "F09"
        assert "0340-01 (Doe v. Roe), 0340-02 (Poe v. Roe)" in error.message
        with client_of(cap) as client:
            assert (
                cap_server.by_citation(client, "475 U.S. 340", which="0340-02").name
                == "poe-v-roe.json"
            )

    def test_a_list_without_names_of_files(self, cap) -> None:
        """The name is the first page, and the number of the case on that page."""
        listed = cap.answers["/api/us/475/CasesMetadata.json"][0]
        cases = [{k: v for k, v in c.items() if k != "file_name"} for c in json.loads(listed.body)]
        for case, page in zip(cases, ("335", "340", "340"), strict=True):
            case["first_page"] = page
        cap.says("/api/us/475/CasesMetadata.json", cases)
        with client_of(cap) as client:
            named = cap_server.by_citation(client, "475 U.S. 340", which="0340-02")
        assert named.address == f"{cap.base}us/475/cases/0340-02.json"

    @pytest.mark.parametrize(
        "text",
        ["475 U.S. 336", "476 U.S. 335", "475 F.2d 335", "106 S. Ct. 1092"],
    )
    def test_not_there(self, cap, text) -> None:
        assert error_of(cap_server.by_citation, cap, text).code == "F01"

    def test_a_volume_without_its_list(self, cap) -> None:
        cap.says("/api/us/475/CasesMetadata.json", Answer(b"", 404))
        assert error_of(cap_server.by_citation, cap, "475 U.S. 335").code == "F01"

    @pytest.mark.parametrize("name", ["ReportersMetadata.json", "us/VolumesMetadata.json"])
    def test_lists_that_are_none(self, cap, name) -> None:
        cap.says(f"/api/{name}", {"detail": "?"})
        assert error_of(cap_server.by_citation, cap, "475 U.S. 335").code == "F04"

    @pytest.mark.parametrize("body", [b"{}", b"[", b"[]"])
    def test_a_case_that_is_none(self, cap, body) -> None:
        cap.says("/api/us/475/cases/0335-01.json", body)
        assert error_of(cap_server.by_citation, cap, "475 U.S. 335").code == "F04"

    @pytest.mark.parametrize("slug", ["../x", "a/b", "", None, "http:"])
    def test_a_hostile_folder(self, cap, slug) -> None:
        cap.says("/api/ReportersMetadata.json", [{"short_name": "U.S.", "slug": slug}])
        assert error_of(cap_server.by_citation, cap, "475 U.S. 335").code == "F01"
        assert len(cap.requests) == 1
