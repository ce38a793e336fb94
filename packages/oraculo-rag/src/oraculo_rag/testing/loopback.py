"""An HTTP server on 127.0.0.1 whose answers a test decides, faults included."""

import time
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from types import TracebackType
from typing import Self
from urllib.parse import unquote, urlsplit

import msgspec


@dataclass(frozen=True, slots=True)
class Request:
    """What a client asked for. Names of headers are in lower case."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What a client is answered, after `delay` seconds. A `cut` reply never arrives."""

    status: int = HTTPStatus.OK
    body: bytes = b""
    delay: float = 0.0
    cut: bool = False

    @classmethod
    def of(cls, content: object, status: int = HTTPStatus.OK) -> Self:
        """Return a reply that carries `content` as JSON."""
        return cls(status=status, body=msgspec.json.encode(content))


class LoopbackServer(ABC):
    """Answers in threads until closed. `requests` keeps what was asked, in order."""

    def __init__(self) -> None:
        self.requests: list[Request] = []
        self._faults: deque[Reply] = deque()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._thread = Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        """Return where the server is."""
        return f"http://127.0.0.1:{self._server.server_port}"

    def fail(self, *replies: Reply) -> None:
        """Answer the next requests with `replies`, whatever they ask for."""
        self._faults.extend(replies)

    @abstractmethod
    def answer(self, request: Request) -> Reply:
        """Return what a request deserves."""

    def close(self) -> None:
        """Stop answering."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _reply_to(self, request: Request) -> Reply:
        self.requests.append(request)
        return self._faults.popleft() if self._faults else self.answer(request)

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        reply_to = self._reply_to

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def _serve(self) -> None:
                length = int(self.headers.get("content-length", 0))
                headers = {name.lower(): value for name, value in self.headers.items()}
                path = unquote(urlsplit(self.path).path)
                request = Request(self.command, path, headers, self.rfile.read(length))
                with suppress(ConnectionError):  # who does not wait for the answer
                    self._send(reply_to(request))

            def _send(self, reply: Reply) -> None:
                time.sleep(reply.delay)
                if reply.cut:
                    self.close_connection = True
                    return
                self.send_response(reply.status)
                self.send_header("content-type", "application/json")
                self.send_header("content-length", str(len(reply.body)))
                self.end_headers()
                self.wfile.write(reply.body)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002
                """Say nothing: tests look at `requests`."""

            # The names by which http.server finds them.
            do_GET = do_POST = do_PUT = do_DELETE = _serve  # noqa: N815

        return Handler
