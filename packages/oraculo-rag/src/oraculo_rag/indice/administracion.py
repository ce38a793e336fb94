"""Builds collections on a Qdrant server beside the one in force, and switches between them.

Never imported to answer a question: qdrant-client alone takes longer than an answer may.
"""

from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager

from qdrant_client import QdrantClient, models
from qdrant_client.common.client_exceptions import ResourceExhaustedResponse
from qdrant_client.http.exceptions import ResponseHandlingException, UnexpectedResponse

from oraculo_rag.indice.errores import (
    CargaIncompletaError,
    IndiceInaccesibleError,
    IndiceRechazaError,
    is_passing,
)
from oraculo_rag.indice.esquema import DENSO, INDEXADOS, LOTE, TEXTO
from oraculo_rag.indice.puntos import Punto, dense_dimension

ESPERA = 60
"""Seconds to wait for one batch to be written."""

_SEPARADOR = "--"


def collection_name(alias: str, version: str) -> str:
    """Return the name of the collection that holds `version` of what `alias` stands for."""
    return f"{alias}{_SEPARADOR}{version}"


class AdministracionQdrant:
    """Writes to one server.

    Raises:
        IndiceInaccesibleError: From any method: worth another try.
        IndiceRechazaError: From any method: it will fail again.
    """

    def __init__(self, url: str, clave: str | None = None, *, espera: int = ESPERA) -> None:
        self._client = QdrantClient(
            url=url, api_key=clave, timeout=espera, check_compatibility=False
        )

    def build(self, coleccion: str, puntos: Sequence[Punto]) -> Iterator[int]:
        """Write a new collection, yielding how many points are written so far.

        What an interrupted build left under that name goes first.

        Raises:
            CargaIncompletaError: The server does not hold every point at the end.
            IndiceRechazaError: The collection is in force; it is never rebuilt under its readers.
        """
        if coleccion in self._aliases().values():
            raise IndiceRechazaError(f"{coleccion} está en vigor y no se puede volver a armar.")
        with _failures():
            self._create(coleccion, dense_dimension(puntos))
        for start in range(0, len(puntos), LOTE):
            chunk = [_point(punto) for punto in puntos[start : start + LOTE]]
            with _failures():
                self._client.upsert(coleccion, chunk, wait=True)
            yield start + len(chunk)
        with _failures():
            held = self._client.count(coleccion, exact=True).count
        if held != len(puntos):
            raise CargaIncompletaError(f"{coleccion} tiene {held} de {len(puntos)} puntos.")

    def current(self, alias: str) -> str | None:
        """Return the collection in force, or `None` before the first switch."""
        return self._aliases().get(alias)

    def switch(self, alias: str, coleccion: str) -> None:
        """Put `coleccion` in force in one step: a reader sees the old one or the new one."""
        created = models.CreateAliasOperation(
            create_alias=models.CreateAlias(alias_name=alias, collection_name=coleccion)
        )
        dropped = models.DeleteAliasOperation(delete_alias=models.DeleteAlias(alias_name=alias))
        # One request: the server applies all of its actions, or none.
        actions = [created] if self.current(alias) is None else [dropped, created]
        with _failures():
            self._client.update_collection_aliases(change_aliases_operations=actions)

    def drop_others(self, alias: str, keep: Sequence[str]) -> tuple[str, ...]:
        """Drop the versions of `alias` that are not in `keep`; return their names.

        The one in force stays whatever `keep` says. Keep the one before it too: who reads it
        already is not interrupted.
        """
        kept = {*keep, self.current(alias)}
        with _failures():
            names = [found.name for found in self._client.get_collections().collections]
            prefix = f"{alias}{_SEPARADOR}"
            dropped = [n for n in names if n.startswith(prefix) and n not in kept]
            for name in dropped:
                self._client.delete_collection(name)
        return tuple(dropped)

    def close(self) -> None:
        """Close the connections to the server."""
        self._client.close()

    def _aliases(self) -> dict[str, str]:
        with _failures():
            known = self._client.get_aliases().aliases
        return {alias.alias_name: alias.collection_name for alias in known}

    def _create(self, coleccion: str, dimension: int | None) -> None:
        dense: dict[str, models.VectorParams] = {}
        if dimension is not None:
            dense[DENSO] = models.VectorParams(size=dimension, distance=models.Distance.COSINE)
        self._client.delete_collection(coleccion)
        self._client.create_collection(
            coleccion,
            vectors_config=dense,
            sparse_vectors_config={TEXTO: models.SparseVectorParams(modifier=models.Modifier.IDF)},
        )
        # Before the points: an index made later would be built twice.
        for field in INDEXADOS:
            self._client.create_payload_index(
                coleccion, field, field_schema=models.PayloadSchemaType.KEYWORD, wait=True
            )


def _point(punto: Punto) -> models.PointStruct:
    sparse = models.SparseVector(
        indices=list(punto.vector.indices), values=list(punto.vector.pesos)
    )
    vectors: dict[str, models.Vector] = {TEXTO: sparse}
    if punto.denso is not None:
        vectors[DENSO] = list(punto.denso)
    return models.PointStruct(id=punto.numero, vector=vectors, payload=punto.payload)


@contextmanager
def _failures() -> Generator[None]:
    try:
        yield
    except (ResponseHandlingException, ResourceExhaustedResponse) as error:
        raise IndiceInaccesibleError(f"El índice no responde: {type(error).__name__}.") from error
    except UnexpectedResponse as error:
        status = error.status_code or 0
        if is_passing(status):
            message = f"El índice no puede contestar ahora (HTTP {status})."
            raise IndiceInaccesibleError(message) from error
        raise IndiceRechazaError(f"El índice rechazó la petición: {error}") from error
