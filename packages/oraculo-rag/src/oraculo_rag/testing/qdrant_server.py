"""A Qdrant server for tests: real HTTP, the official request models, the client's own engine.

It is as strict as the server: an unknown field or a malformed filter is a 400, an unknown
collection a 404, a wrong key a 401. Rankings come from qdrant-client's in-memory mode.
"""

import re
from collections.abc import Callable
from http import HTTPStatus
from threading import Lock

from pydantic import ValidationError
from pydantic_core import to_jsonable_python

from oraculo_rag.testing.loopback import LoopbackServer, Reply, Request
from oraculo_rag.testing.qdrant_operations import QdrantOperations

_MISSING = re.compile(r"(Collection|Path) \S+ not found")
_NAME = "/collections/([^/]+)"
_ROUTES: tuple[tuple[str, str, Callable[..., object]], ...] = (
    ("GET", "/aliases", QdrantOperations.aliases),
    ("POST", "/collections/aliases", QdrantOperations.change_aliases),
    ("GET", "/collections", QdrantOperations.collections),
    ("PUT", _NAME, QdrantOperations.create),
    ("GET", _NAME, QdrantOperations.describe),
    ("DELETE", _NAME, QdrantOperations.delete),
    ("PUT", f"{_NAME}/index", QdrantOperations.create_index),
    ("PUT", f"{_NAME}/points", QdrantOperations.upsert),
    ("POST", f"{_NAME}/points/scroll", QdrantOperations.scroll),
    ("POST", f"{_NAME}/points/query", QdrantOperations.query),
    ("POST", f"{_NAME}/points/count", QdrantOperations.count),
)


class QdrantServer(LoopbackServer):
    """Holds collections in memory. With `api_key`, whoever does not send it is turned away."""

    def __init__(self, api_key: str | None = None) -> None:
        self._operations = QdrantOperations()
        self._api_key = api_key
        self._lock = Lock()
        super().__init__()

    def answer(self, request: Request) -> Reply:
        """Run the operation that `request` names."""
        if self._api_key is not None and request.headers.get("api-key") != self._api_key:
            return Reply(status=HTTPStatus.UNAUTHORIZED, body=b"Invalid API key or JWT")
        try:
            with self._lock:
                result = self._run(request)
        except ValidationError as error:
            return _error(HTTPStatus.BAD_REQUEST, f"Format error in JSON body: {error}")
        except ValueError as error:
            missing = _MISSING.match(str(error))
            return _error(HTTPStatus.NOT_FOUND if missing else HTTPStatus.BAD_REQUEST, str(error))
        return Reply.of({"result": to_jsonable_python(result), "status": "ok", "time": 0.0})

    def _run(self, request: Request) -> object:
        for method, pattern, operation in _ROUTES:
            match = re.fullmatch(pattern, request.path)
            if match and method == request.method:
                return operation(self._operations, *match.groups(), request.body)
        raise ValueError(f"Path {request.path} not found")


def _error(status: int, message: str) -> Reply:
    return Reply.of({"status": {"error": message}, "time": 0.0}, status)
