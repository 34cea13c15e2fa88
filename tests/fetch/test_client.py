"""A request: what is polite, what is refused, and what is said about it.  Against a server on this machine."""

from __future__ import annotations

import datetime
import gzip
import time
import tracemalloc

import pytest

from generator.errors import PinciteError
from generator.fetch.client import Client
from generator.fetch.settings import Settings
from tests.fetch.server import Answer, Clock

NOW = datetime.datetime(2026, 3, 1, 12, 0, tzinfo=datetime.UTC)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def client(server, clock):
    def made(**limits):
        limits = {"silence": 5.0, "deadline": 5.0, **limits}
        return Client(Settings(limits.pop("base", server.base), **limits), clock.sleep, lambda: NOW)

    return made


def fault(client: Client, path: str = "x", *, as_json: bool = False) -> PinciteError:
    with client, pytest.raises(PinciteError) as caught:
        client.data(path) if as_json else client.raw(path)
    return caught.value


class TestPolite:
    def test_we_say_who_we_are(self, server, client) -> None:
        server.says("/api/x", b"{}")
        with client() as c:
            assert c.data("x") == {}
        agent = server.requests[0].headers["User-Agent"]
        assert agent.startswith("Pincite/")
        assert "Authorization" not in server.requests[0].headers

    def test_a_pause_between_requests_and_none_before_the_first(
        self, server, client, clock
    ) -> None:
        server.says("/api/x", b"a")
        with client(pause=1.5) as c:
            c.raw("x")
            assert clock.slept == []
            c.raw("x")
        assert clock.slept == [1.5]

    @pytest.mark.parametrize(
        ("headers", "body", "wait"),
        [
            ({"Retry-After": "7"}, b"", 7.0),
            ({"Retry-After": "Sun, 01 Mar 2026 12:00:30 GMT"}, b"", 30.0),
            ({"Retry-After": "Sun, 01 Mar 2026 11:00:00 GMT"}, b"", 0.0),  # is over
            ({}, b'{"wait_until": "2026-03-01T12:00:20+00:00"}', 20.0),
            ({}, b'{"wait_util": "2026-03-01T12:00:21"}', 21.0),
            # nothing that says how long: our own patience
            ({}, b"", 2.0),
            ({"Retry-After": "soon"}, b"[]", 2.0),
            ({"Retry-After": "-5"}, b'{"wait_until": "later"}', 2.0),
            ({"Retry-After": "Sun, 99 Mar 2026 12:00:30 GMT"}, b'{"wait_until": 5}', 2.0),
        ],
    )
    def test_too_many_requests(self, server, client, clock, headers, body, wait) -> None:
        server.says("/api/x", Answer(body, 429, headers), b"here")
        with client(pause=0) as c:
            assert c.raw("x") == b"here"
        assert clock.slept[0] == wait

    @pytest.mark.parametrize("header", ["3600", "Sun, 01 Mar 2026 13:00:00 GMT"])
    def test_nobody_sits_through_an_hour(self, server, client, clock, header) -> None:
        server.says("/api/x", Answer(b"", 429, {"Retry-After": header}))
        error = fault(client())
        assert (error.code, clock.slept) == ("F03", [])
        assert "60 minutes" in error.message

    def test_too_many_requests_again_and_again(self, server, client, clock) -> None:
        server.says("/api/x", Answer(b"", 429))
        assert fault(client(pause=0, tries=3)).code == "F03"
        assert server.asked() == ["/api/x"] * 3
        assert [s for s in clock.slept if s] == [2.0, 4.0]

    def test_a_server_that_stumbles_once(self, server, client) -> None:
        server.says("/api/x", Answer(b"oops", 500), Answer(b"", 503), b"here")
        with client() as c:
            assert c.raw("x") == b"here"

    def test_a_server_that_is_down(self, server, client) -> None:
        server.says("/api/x", Answer(b"oops", 502))
        error = fault(client(tries=2))
        assert error.code == "F08"
        assert "502" in error.message


class TestToken:
    def test_it_goes_to_its_server(self, server, client) -> None:
        server.says("/api/x", b"a")
        with client(token="abc") as c:
            c.raw("x")
        assert server.requests[0].headers["Authorization"] == "Token abc"

    def test_it_is_not_sent_in_the_clear(self, client) -> None:
        error = fault(client(token="abc", base="http://courts.invalid/"))
        assert error.code == "F02"
        assert "abc" not in str(error)

    def test_a_token_that_is_none(self, server, client) -> None:
        assert fault(client(token="a–b")).code == "F02"
        assert server.requests == []

    @pytest.mark.parametrize(
        ("token", "words"), [(None, "wants a token"), ("t", "refuses the token")]
    )
    @pytest.mark.parametrize("status", [401, 403])
    def test_refused(self, server, client, status, token, words) -> None:
        server.says("/api/x", Answer(b"", status))
        error = fault(client(token=token))
        assert error.code == "F02"
        assert words in error.message
        assert "COURTLISTENER_TOKEN" in error.advice


class TestAnswers:
    @pytest.mark.parametrize("status", [404, 410])
    def test_nothing_there(self, server, client, status) -> None:
        server.says("/api/x", Answer(b"no", status))
        error = fault(client())
        assert (error.code, error.file) == ("F01", server.base + "x")
        assert len(server.requests) == 1

    @pytest.mark.parametrize(
        "body", [b"", b"{", b"<html>", b'"\xff"', b"[" * 200_000], ids=lambda b: str(b[:6])
    )
    def test_no_json(self, server, client, body) -> None:
        server.says("/api/x", body)
        assert fault(client(), as_json=True).code == "F04"

    def test_packed(self, server, client) -> None:
        server.says("/api/x", Answer(gzip.compress(b"text"), headers={"Content-Encoding": "gzip"}))
        with client() as c:
            assert c.raw("x") == b"text"

    def test_packed_wrongly(self, server, client) -> None:
        server.says("/api/x", Answer(b"text", headers={"Content-Encoding": "gzip"}))
        assert fault(client()).code == "F04"

    def test_it_breaks_off(self, server, client) -> None:
        server.says("/api/x", Answer(b'{"a": 1', length=5000))
        assert fault(client()).code == "F05"

    def test_it_breaks_off_in_a_chunk(self, server, client) -> None:
        chunked = {"Transfer-Encoding": "chunked", "Connection": "close"}
        server.says("/api/x", Answer(b"100\r\nabc", headers=chunked))
        assert fault(client()).code == "F05"

    def test_nobody_answers(self, client) -> None:
        error = fault(client(base="http://127.0.0.1:9/"))
        assert error.code == "F08"
        assert "cannot be reached" in error.message


class TestTooBig:
    def test_it_says_so_beforehand(self, server, client) -> None:
        server.says("/api/x", Answer(b"", length=200_000_000))
        assert fault(client()).code == "F07"

    def test_it_is_cut_off_on_the_way(self, server, client) -> None:
        """200 MB without a Content-Length: neither held in memory nor waited for."""
        server.says(
            "/api/x", Answer(stream=200_000_000, length=-1, headers={"Connection": "close"})
        )
        tracemalloc.start()
        try:
            error = fault(client(size=5_000_000, deadline=30.0))
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
        assert error.code == "F07"
        assert "5 MB" in error.message
        assert peak < 30_000_000
        assert server.sent < 100_000_000

    def test_a_bomb(self, server, client) -> None:
        packed = gzip.compress(b" " * 50_000_000)
        server.says("/api/x", Answer(packed, headers={"Content-Encoding": "gzip"}))
        assert fault(client(size=1_000_000)).code == "F07"

    def test_an_error_is_not_read_to_its_end(self, server, client) -> None:
        server.says("/api/x", Answer(status=404, stream=200_000_000))
        assert fault(client()).code == "F01"
        assert server.sent < 100_000_000

    def test_as_big_as_may_be(self, server, client) -> None:
        server.says("/api/x", b"a" * 1000)
        with client(size=1000) as c:
            assert len(c.raw("x")) == 1000


class TestTime:
    def test_silence(self, server, client) -> None:
        server.says("/api/x", Answer(b"ab", drip=3))
        error = fault(client(silence=0.2))
        assert error.code == "F08"
        assert "without a byte" in error.message

    @pytest.mark.parametrize("head", [False, True])
    def test_a_slow_drip(self, server, client, head) -> None:
        """Each byte comes in time, and the whole never does."""
        server.says("/api/x", Answer(b"a" * 1000, drip=0.05, drip_head=head))
        began = time.monotonic()
        error = fault(client(deadline=0.5))
        assert time.monotonic() - began < 10
        assert error.code == "F08"
        assert "for the whole answer" in error.message


class TestRedirects:
    def test_one_is_followed(self, server, client) -> None:
        server.says("/api/x", Answer(status=301, headers={"Location": "/api/y"}))
        server.says("/api/y", b"here")
        with client(token="t") as c:
            assert c.raw("x") == b"here"
        assert server.requests[1].headers["Authorization"] == "Token t"

    def test_in_a_circle(self, server, client) -> None:
        server.says("/api/x", Answer(status=302, headers={"Location": "/api/y"}))
        server.says("/api/y", Answer(status=302, headers={"Location": "/api/x"}))
        error = fault(client())
        assert error.code == "F06"
        assert "circle" in error.message

    def test_without_end(self, server, client) -> None:
        for n in range(20):
            server.says(f"/api/{n}", Answer(status=307, headers={"Location": f"/api/{n + 1}"}))
        assert fault(client(), "0").code == "F06"
        assert len(server.requests) == 6

    @pytest.mark.parametrize(
        "where",
        [
            "http://elsewhere.invalid/",
            "https://127.0.0.1/api/y",  # another scheme
            "http://127.0.0.1:1/api/y",  # another port
            "http://x.127.0.0.1/",
            "file:///etc/passwd",
            "//elsewhere.invalid/y",
            "http://[::1",
        ],
    )
    def test_elsewhere(self, server, client, where) -> None:
        server.says("/api/x", Answer(status=302, headers={"Location": where}))
        assert fault(client(token="t")).code == "F06"
        assert len(server.requests) == 1

    @pytest.mark.parametrize(
        ("base", "url", "kin"),
        [
            ("https://www.courts.invalid/", "https://courts.invalid/a", True),
            ("https://courts.invalid/", "https://www.courts.invalid/a", True),
            ("https://www.courts.invalid/", "https://api.courts.invalid/a", True),
            ("https://www.courts.invalid/", "https://evilcourts.invalid/a", False),
            ("https://www.courts.invalid/", "https://courts.invalid.evil/a", False),
            ("https://www.courts.invalid/", "http://www.courts.invalid/a", False),
            ("https://www.courts.invalid/", "https://www.courts.invalid:8443/a", False),
        ],
    )
    def test_the_family_of_a_host(self, client, base, url, kin) -> None:
        import httpx

        with client(base=base) as c:
            assert c._family(httpx.URL(url)) is kin

    def test_a_post_becomes_a_get_but_for_307(self, server, client) -> None:
        for path, status in (("a", 302), ("b", 307)):
            server.says(f"/api/{path}", Answer(status=status, headers={"Location": "/api/y"}))
        server.says("/api/y", b"[]")
        with client() as c:
            c.data("a", {"k": "v"})
            c.data("b", {"k": "v"})
        assert [(r.method, r.body) for r in server.requests] == [
            ("POST", "k=v"),
            ("GET", ""),
            ("POST", "k=v"),
            ("POST", "k=v"),
        ]
