"""Gemini's embedding service for tests: real HTTP, the official request, as strict as the service.

A wrong key, an unknown field, an empty text or a batch too large is a 400, another model a 404.
Vectors are not of length 1, like the service's own below 3,072 numbers.
"""

import re
from collections.abc import Sequence
from http import HTTPStatus
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from oraculo_rag.densos.incrustador import Incrustador
from oraculo_rag.testing.incrustadores import LetrasIncrustador
from oraculo_rag.testing.loopback import LoopbackServer, Reply, Request

_LENGTH = 3.0
_PATH = re.compile(r"/v1(?:beta)?/(models/[^:/]+):batchEmbedContents")


class _Wire(msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True):
    """Base of what the service reads."""


class _Part(_Wire):
    text: Annotated[str, Meta(min_length=1)]


class _Content(_Wire):
    parts: Annotated[list[_Part], Meta(min_length=1, max_length=1)]
    role: Literal["user"] = "user"


class _Embed(_Wire):
    model: str
    content: _Content
    task_type: Literal["RETRIEVAL_DOCUMENT", "RETRIEVAL_QUERY"]
    output_dimensionality: Annotated[int, Meta(ge=1, le=3_072)]


class _Batch(_Wire):
    requests: Annotated[list[_Embed], Meta(min_length=1, max_length=100)]


class GeminiServer(LoopbackServer):
    """Serves one model to whoever has the key."""

    def __init__(self, api_key: str, model: str = "gemini-embedding-001") -> None:
        self._api_key = api_key
        self._model = f"models/{model}"
        super().__init__()

    @property
    def batches(self) -> list[int]:
        """Return how many texts each request carried, in order."""
        return [len(_parse(request).requests) for request in self.requests]

    @property
    def tasks(self) -> set[str]:
        """Return the kinds of task asked for."""
        return {item.task_type for request in self.requests for item in _parse(request).requests}

    def answer(self, request: Request) -> Reply:
        """Embed a batch."""
        if request.headers.get("x-goog-api-key") != self._api_key:
            return _error(HTTPStatus.BAD_REQUEST, "INVALID_ARGUMENT", "API key not valid.")
        path = _PATH.fullmatch(request.path)
        if path is None or path[1] != self._model:
            return _error(HTTPStatus.NOT_FOUND, "NOT_FOUND", "The model is not found.")
        try:
            asked = _parse(request).requests
        except msgspec.ValidationError as error:
            return _error(HTTPStatus.BAD_REQUEST, "INVALID_ARGUMENT", str(error))
        if any(item.model != self._model for item in asked):
            return _error(HTTPStatus.BAD_REQUEST, "INVALID_ARGUMENT", "Several models.")
        return Reply.of({"embeddings": [{"values": values} for values in _embed(asked)]})


def _parse(request: Request) -> _Batch:
    return msgspec.json.decode(request.body, type=_Batch)


def _embed(asked: Sequence[_Embed]) -> list[list[float]]:
    vectors: list[list[float]] = []
    for item in asked:
        embedder: Incrustador = LetrasIncrustador(item.output_dimensionality)
        vector = embedder.embed_query(item.content.parts[0].text)
        vectors.append([_LENGTH * value for value in vector])
    return vectors


def _error(status: int, name: str, message: str) -> Reply:
    return Reply.of({"error": {"code": status, "message": message, "status": name}}, status)
