"""A request, as polite and as careful as it should be with a server that is somebody else's.

Polite: a pause between requests, a name by which we can be known, ``Retry-After`` honoured.  Careful: limits of time,
size, redirects and tries; the token goes to the server that it is for, and never in the clear over a network.
"""

from __future__ import annotations

import datetime
import ipaddress
import json
import socket
import threading
import time
from contextlib import contextmanager, suppress
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any, Self

import httpx

from generator.fetch.faults import LATER, LOOK, SET_TOKEN, come_back, fault, refused, too_big
from generator.fetch.waits import wait_asked_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.errors import PinciteError
    from generator.fetch.settings import Settings

_LATER = frozenset((429, 500, 502, 503, 504))  # may go well another time
_PREVIEW = 2000  # bytes of an error's body that are looked at


def _agent() -> str:
    try:
        number = version("pincite")
    except PackageNotFoundError:
        number = "0"
    return f"Pincite/{number} (static site generator for court opinions; one case at a person's request)"


class Client:
    """Requests to one server.  ``sleep`` and ``now`` are the clock, which a test may set; ``tell`` is told of waits.

    Every fault is a ``PinciteError`` (F01 to F08) that names the address.
    """

    def __init__(
        self,
        settings: Settings,
        sleep: Callable[[float], None] = time.sleep,
        now: Callable[[], datetime.datetime] = lambda: datetime.datetime.now(datetime.UTC),
        tell: Callable[[str], None] = lambda _: None,
    ) -> None:
        self.settings = settings
        self._sleep, self._now, self._tell = sleep, now, tell
        self._asked = False
        self._sockets: list[socket.socket] = []
        self._late = False
        self._http = httpx.Client(
            headers={"User-Agent": _agent(), "Accept-Encoding": "gzip"},
            timeout=httpx.Timeout(settings.silence, connect=settings.connect),
            follow_redirects=False,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._http.close()

    def data(self, path: str, form: dict[str, str] | None = None) -> Any:
        """The JSON at ``path`` below the base address; with ``form``, what a POST of it answers."""
        body = self.raw(path, form)
        try:
            return json.loads(body)
        except (ValueError, RecursionError) as problem:
            raise fault(
                "F04",
                self._address(path),
                "the answer is no JSON"
                + (f": {problem}" if isinstance(problem, ValueError) else ""),
                "try again later; if it stays so, the server or the address is wrong",
            ) from problem

    def raw(self, path: str, form: dict[str, str] | None = None) -> bytes:
        """The body at ``path`` below the base address."""
        address = self._address(path)
        for left in reversed(range(self.settings.tries)):
            self._pause()
            status, headers, body = self._redirected(address, form)
            if status == 200:
                return body
            if status not in _LATER or left == 0:
                raise refused(status, address, has_token=self.settings.token is not None)
            self._wait(status, headers, body, address, self.settings.tries - 1 - left)
        raise AssertionError("there is at least one try")

    def _address(self, path: str) -> str:
        return self.settings.base + path

    def _pause(self) -> None:
        if self._asked:
            self._sleep(self.settings.pause)
        self._asked = True

    def _wait(
        self, status: int, headers: httpx.Headers, body: bytes, address: str, failures: int
    ) -> None:
        asked = wait_asked_for(headers, body[:_PREVIEW], self._now())
        if asked is not None and asked > self.settings.longest_wait:
            raise come_back(status, address, asked)
        backoff = min(self.settings.backoff * 2**failures, self.settings.longest_wait)
        seconds = backoff if asked is None else asked
        self._tell(f"{address} answers {status}: waiting {seconds:.0f} seconds")
        self._sleep(seconds)

    def _redirected(
        self, address: str, form: dict[str, str] | None
    ) -> tuple[int, httpx.Headers, bytes]:
        """The first answer that is no redirect.  Only the same scheme, port and family of hosts is followed."""
        url, seen = httpx.URL(address), {address}
        for _ in range(self.settings.redirects + 1):
            status, headers, body = self._once(url, form)
            if status not in (301, 302, 303, 307, 308) or "location" not in headers:
                return status, headers, body
            try:
                url = url.join(headers["location"])
            except (httpx.InvalidURL, ValueError) as problem:
                what = "the server leads to what is no address"
                raise fault("F06", address, what, LOOK) from problem
            if not self._family(url):
                raise fault("F06", address, f"the server leads elsewhere, to {url.host!r}", LOOK)
            if str(url) in seen:
                raise fault("F06", address, "the server leads in a circle", LOOK)
            seen.add(str(url))
            if status not in (307, 308):
                form = None
        raise fault(
            "F06", address, f"the server leads on more than {self.settings.redirects} times", LOOK
        )

    def _family(self, url: httpx.URL) -> bool:
        base = httpx.URL(self.settings.base)
        stem = base.host.removeprefix("www.")
        kin = url.host == stem or (url.host.endswith("." + stem) and not _is_number(stem))
        return (url.scheme, url.port, kin) == (base.scheme, base.port, True)

    def _once(
        self, url: httpx.URL, form: dict[str, str] | None
    ) -> tuple[int, httpx.Headers, bytes]:
        request = self._http.build_request(
            "GET" if form is None else "POST",
            url,
            data=form,
            headers=self._authorization(url),
            extensions={"trace": self._trace},
        )
        try:
            with self._deadline():
                response = self._http.send(request, stream=True)
                try:
                    return response.status_code, response.headers, self._body(response, str(url))
                finally:
                    response.close()
        except httpx.HTTPError as problem:
            raise self._failed(problem, str(url)) from problem

    def _authorization(self, url: httpx.URL) -> dict[str, str]:
        if self.settings.token is None:
            return {}
        if url.scheme != "https" and not _is_here(url.host):
            raise fault(
                "F02",
                str(url),
                "the token is not sent without encryption",
                "use an address with https, or take COURTLISTENER_TOKEN out of the environment",
            )
        try:
            self.settings.token.encode("ascii")
        except UnicodeEncodeError as problem:
            what = "the token holds characters that no token has"
            raise fault("F02", str(url), what, SET_TOKEN) from problem
        return {"Authorization": f"Token {self.settings.token}"}

    def _body(self, response: httpx.Response, address: str) -> bytes:
        """The whole body; nothing more is read as soon as it is known to be too big, or for an error, enough."""
        limit = self.settings.size
        said = response.headers.get("content-length", "")
        body = bytearray()
        over = response.status_code == 200 and said.isdecimal() and int(said) > limit
        for chunk in () if over else response.iter_bytes():
            body += chunk
            if response.status_code != 200 and len(body) > _PREVIEW:
                return bytes(body[:_PREVIEW])
            over = len(body) > limit
            if over:
                break
        if over:
            raise too_big(address, limit)
        return bytes(body)

    def _trace(self, event: str, info: dict[str, Any]) -> None:
        """Remember the sockets, so that the watch can cut them off."""
        if event in ("connection.connect_tcp.complete", "connection.start_tls.complete"):
            found = info["return_value"].get_extra_info("socket")
            if isinstance(found, socket.socket):
                self._sockets = [*(s for s in self._sockets if s.fileno() >= 0), found]

    @contextmanager
    def _deadline(self) -> Iterator[None]:
        """Cut the connection after ``deadline`` seconds: httpx limits the silence between two bytes, not the whole."""
        self._late = False
        watch = threading.Timer(self.settings.deadline, self._cut)
        watch.daemon = True
        watch.start()
        try:
            yield
        finally:
            watch.cancel()

    def _cut(self) -> None:
        self._late = True
        for open_socket in self._sockets:
            with suppress(OSError):
                open_socket.shutdown(socket.SHUT_RDWR)

    def _failed(self, problem: httpx.HTTPError, address: str) -> PinciteError:
        if self._late or isinstance(problem, httpx.ReadTimeout):
            longest = f"{self.settings.deadline:g}" if self._late else f"{self.settings.silence:g}"
            what = "for the whole answer" if self._late else "without a byte"
            return fault("F08", address, f"the server took over {longest} seconds {what}", LATER)
        if isinstance(problem, httpx.DecodingError):
            return fault("F04", address, f"the answer is packed wrongly: {problem}", LATER)
        if "location header" in str(problem):  # httpx looks at it before we do
            return fault("F06", address, "the server leads to what is no address", LOOK)
        if isinstance(problem, (httpx.RemoteProtocolError, httpx.ReadError)):
            return fault("F05", address, f"the answer breaks off: {problem}", LATER)
        return fault(
            "F08",
            address,
            f"the server cannot be reached: {str(problem) or type(problem).__name__}",
            "check the address and the connection",
        )


def _is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return False
    return True


def _is_here(host: str) -> bool:
    bare = host.strip("[]")
    return bare == "localhost" or (_is_number(bare) and ipaddress.ip_address(bare).is_loopback)
