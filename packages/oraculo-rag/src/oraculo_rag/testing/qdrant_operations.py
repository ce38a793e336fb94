"""The operations of a Qdrant server: the official request models over the client's own engine."""

from typing import Any, TypeVar

from pydantic import BaseModel
from qdrant_client import models
from qdrant_client.local.qdrant_local import QdrantLocal

Model = TypeVar("Model", bound=BaseModel)


class QdrantOperations:
    """Collections in memory. Each method takes a request's body and returns its result.

    Raises:
        ValidationError: From any method: the body is not what the server reads.
        ValueError: From any method: what it asks for is not there, or not possible.
    """

    def __init__(self) -> None:
        self._engine = QdrantLocal(":memory:", force_disable_check_same_thread=True)
        self._indexes: dict[str, dict[str, object]] = {}

    def create(self, name: str, body: bytes) -> bool:
        """Make a collection."""
        asked = _parse(models.CreateCollection, body)
        created = self._engine.create_collection(name, asked.vectors, asked.sparse_vectors)
        self._indexes[name] = {}
        return created

    def delete(self, name: str, _body: bytes) -> bool:
        """Drop a collection."""
        return self._engine.delete_collection(name)

    def describe(self, name: str, _body: bytes) -> dict[str, Any]:
        """Tell what a collection is, its payload indexes included."""
        info = self._engine.get_collection(name).model_dump(mode="json")
        return {**info, "payload_schema": self._indexes[name]}

    def create_index(self, name: str, body: bytes) -> object:
        """Index a field of the payload."""
        asked = _parse(models.CreateFieldIndex, body)
        self._engine.get_collection(name)
        self._indexes[name][asked.field_name] = {"data_type": asked.field_schema, "points": 0}
        return {"operation_id": 0, "status": "completed"}

    def collections(self, _body: bytes) -> object:
        """Name the collections."""
        return self._engine.get_collections()

    def aliases(self, _body: bytes) -> object:
        """Name the aliases."""
        return self._engine.get_aliases()

    def change_aliases(self, body: bytes) -> bool:
        """Run all the changes of aliases, or none."""
        asked = _parse(models.ChangeAliasesOperation, body)
        return self._engine.update_collection_aliases(asked.actions)

    def upsert(self, name: str, body: bytes) -> object:
        """Write points."""
        return self._engine.upsert(name, _parse(models.PointsList, body).points)

    def scroll(self, name: str, body: bytes) -> object:
        """List a page of points."""
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

    def query(self, name: str, body: bytes) -> object:
        """Rank points."""
        asked = _parse(models.QueryRequest, body)
        return self._engine.query_points(
            name,
            # The engine refuses the kinds of query that it lacks.
            query=asked.query,  # pyright: ignore[reportArgumentType]
            using=asked.using,
            prefetch=asked.prefetch,
            query_filter=asked.filter,
            limit=10 if asked.limit is None else asked.limit,
            with_payload=asked.with_payload or False,
        )

    def count(self, name: str, body: bytes) -> object:
        """Count points."""
        return self._engine.count(name, _parse(models.CountRequest, body).filter)


def _parse(kind: type[Model], body: bytes) -> Model:
    return kind.model_validate_json(body)
