"""A real server on this machine, which answers as it is told."""

from __future__ import annotations

import json
import threading
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@dataclass
class Answer:
    """What is sent: a status, headers, a body.

    ``length`` is what Content-Length says of it, ``None`` for the truth; -1 leaves the header out.

    ``drip``: seconds between single bytes (of the status line too, with ``drip_head``).  ``stream``: that many bytes
    more behind the body, made as they are sent.
    """

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    length: int | None = None
    drip: float = 0
    drip_head: bool = False
    stream: int = 0


@dataclass
class Request:
    method: str
    path: str
    headers: dict[str, str]
    body: str


class Server:
    """``answers``: for each path what comes, one after the other; the last is repeated."""

    def __init__(self) -> None:
        self.answers: dict[str, list[Answer]] = {}
        self.requests: list[Request] = []
        self.sent = 0
        self.base = ""

    def says(self, path: str, *answers: Answer | bytes | object) -> None:
        """Bytes and answers as they are; anything else as JSON."""
        self.answers[path] = [
            a
            if isinstance(a, Answer)
            else Answer(a if isinstance(a, bytes) else json.dumps(a).encode())
            for a in answers
        ]

    def asked(self) -> list[str]:
        return [r.path for r in self.requests]


def _handler(server: Server) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
            pass

        def _answer(self) -> None:
            size = int(self.headers.get("Content-Length") or 0)
            form = self.rfile.read(size).decode()
            server.requests.append(Request(self.command, self.path, dict(self.headers), form))
            waiting = server.answers.get(self.path, [Answer(b"nothing", 404)])
            answer = waiting.pop(0) if len(waiting) > 1 else waiting[0]
            with suppress(OSError):
                self._send(answer)

        do_GET = do_POST = _answer  # noqa: N815

        def _send(self, answer: Answer) -> None:
            whole = len(answer.body) + answer.stream
            if answer.drip_head:
                for byte in b"HTTP/1.1 200 " + b"O" * 1000:
                    self._write(bytes([byte]))
                    time.sleep(answer.drip)
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            length = whole if answer.length is None else answer.length
            if "Transfer-Encoding" not in answer.headers and length >= 0:
                self.send_header("Content-Length", str(length))
            self.end_headers()
            step = 1 if answer.drip else len(answer.body) or 1
            for at in range(0, len(answer.body), step):
                self._write(answer.body[at : at + step])
                time.sleep(answer.drip)
            for _ in range(answer.stream // 65536):
                self._write(b" " * 65536)
            if length != whole:
                self.close_connection = True

        def _write(self, data: bytes) -> None:
            self.wfile.write(data)
            self.wfile.flush()
            server.sent += len(data)

    return Handler


@contextmanager
def serving() -> Iterator[Server]:
    server = Server()
    http = ThreadingHTTPServer(("127.0.0.1", 0), _handler(server))
    http.daemon_threads = True
    server.base = f"http://127.0.0.1:{http.server_address[1]}/api/"
    thread = threading.Thread(
        target=http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
    )
    thread.start()
    try:
        yield server
    finally:
        http.shutdown()
        http.server_close()


class Clock:
    """Sleeps without sleeping, and remembers how long."""

    def __init__(self) -> None:
        self.slept: list[float] = []

    @property
    def sleep(self) -> Callable[[float], None]:
        return self.slept.append
