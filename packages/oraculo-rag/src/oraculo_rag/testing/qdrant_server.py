"""A Qdrant server for tests: real HTTP, the official request models, the client's own engine.

It is as strict as the server: an unknown field or a malformed filter is a 400, an unknown
collection a 404, a wrong key a 401. Rankings come from qdrant-client's in-memory mode.
"""

import re
from collections.abc import Callable
from http import HTTPStatus
from threading import Lock
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import to_jsonable_python
from qdrant_client import models
from qdrant_client.local.qdrant_local import QdrantLocal

from oraculo_rag.testing.loopback import LoopbackServer, Reply, Request


class QdrantServer(LoopbackServer):
    """Holds collections in memory. With `api_key`, whoever does not send it is turned away."""

    def __init__(self, api_key: str | None = None) -> None:
        self._engine = QdrantLocal(":memory:", force_disable_check_same_thread=True)
        self._indexes: dict[str, dict[str, object]] = {}
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
            missing = "not found" in str(error)
            return _error(HTTPStatus.NOT_FOUND if missing else HTTPStatus.BAD_REQUEST, str(error))
        return Reply.of({"result": to_jsonable_python(result), "status": "ok", "time": 0.0})

    def _run(self, request: Request) -> object:
        for method, pattern, operation in _ROUTES:
            match = re.fullmatch(pattern, request.path)
            if match and method == request.method:
                return operation(self, *match.groups(), request.body)
        raise ValueError(f"{request.method} {request.path} not found")

    def _create(self, name: str, body: bytes) -> bool:
        asked = _parse(models.CreateCollection, body)
        self._indexes[name] = {}
        return self._engine.create_collection(name, asked.vectors, asked.sparse_vectors)

    def _delete(self, name: str, _body: bytes) -> bool:
        return self._engine.delete_collection(name)

    def _describe(self, name: str, _body: bytes) -> dict[str, Any]:
        info = self._engine.get_collection(name).model_dump(mode="json")
        return {**info, "payload_schema": self._indexes[name]}

    def _index(self, name: str, body: bytes) -> object:
        asked = _parse(models.CreateFieldIndex, body)
        self._engine.get_collection(name)
        self._indexes[name][asked.field_name] = {"data_type": asked.field_schema, "points": 0}
        return {"operation_id": 0, "status": "completed"}

    def _list(self, _body: bytes) -> object:
        return self._engine.get_collections()

    def _aliases(self, _body: bytes) -> object:
        return self._engine.get_aliases()

    def _change_aliases(self, body: bytes) -> bool:
        asked = _parse(models.ChangeAliasesOperation, body)
        return self._engine.update_collection_aliases(asked.actions)

    def _upsert(self, name: str, body: bytes) -> object:
        return self._engine.upsert(name, _parse(models.PointsList, body).points)

    def _scroll(self, name: str, body: bytes) -> object:
        asked = _parse(models.ScrollRequest, body)
        points, following = self._engine.scroll(
            name,
            scroll_filter=asked.filter,
            limit=asked.limit or 10,
            offset=asked.offset,
            with_payload=True if asked.with_payload is None else asked.with_payload,
            with_vectors=asked.with_vector or False,
        )
        return {"points": points, "next_page_offset": following}

    def _query(self, name: str, body: bytes) -> object:
        asked = _parse(models.QueryRequest, body)
        return self._engine.query_points(
            name,
            query=asked.query,
            using=asked.using,
            prefetch=asked.prefetch,
            query_filter=asked.filter,
            limit=10 if asked.limit is None else asked.limit,
            with_payload=asked.with_payload or False,
        )

    def _count(self, name: str, body: bytes) -> object:
        return self._engine.count(name, _parse(models.CountRequest, body).filter)


Model = TypeVar("Model", bound=BaseModel)

_NAME = "/collections/([^/]+)"
_ROUTES: tuple[tuple[str, str, Callable[..., object]], ...] = (
    ("GET", "/aliases", QdrantServer._aliases),
    ("POST", "/collections/aliases", QdrantServer._change_aliases),
    ("GET", "/collections", QdrantServer._list),
    ("PUT", _NAME, QdrantServer._create),
    ("GET", _NAME, QdrantServer._describe),
    ("DELETE", _NAME, QdrantServer._delete),
    ("PUT", f"{_NAME}/index", QdrantServer._index),
    ("PUT", f"{_NAME}/points", QdrantServer._upsert),
    ("POST", f"{_NAME}/points/scroll", QdrantServer._scroll),
    ("POST", f"{_NAME}/points/query", QdrantServer._query),
    ("POST", f"{_NAME}/points/count", QdrantServer._count),
)


def _parse(kind: type[Model], body: bytes) -> Model:
    return kind.model_validate_json(body)


def _error(status: int, message: str) -> Reply:
    return Reply.of({"status": {"error": message}, "time": 0.0}, status)
