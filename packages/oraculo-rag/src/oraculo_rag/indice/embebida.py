"""A collection in this process: the official engine over a folder, without a server.

A version is written once and then only read, so it carries no write-ahead log; without one the
engine takes no lock, and several processes read the same folder.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import qdrant_edge as edge

from oraculo_rag.errores import VersionAusenteError
from oraculo_rag.indice.codificacion import VectorDisperso
from oraculo_rag.indice.coleccion import Filtro, Hallazgo
from oraculo_rag.indice.esquema import INDEXADOS, LOTE, PAGINA, TEXTO
from oraculo_rag.indice.puntos import Punto


class ColeccionEmbebida:
    """Reads one folder.

    Raises:
        VersionAusenteError: The folder is missing or cannot be opened.
    """

    def __init__(self, path: Path) -> None:
        if not (path / "edge_config.json").is_file():
            raise VersionAusenteError(f"Falta la colección {path.name}; vuelve a cargar los datos.")
        try:
            self._shard = edge.EdgeShard.load(str(path))
        except (OSError, RuntimeError, ValueError) as error:
            message = f"La colección {path.name} está dañada; vuelve a cargar los datos."
            raise VersionAusenteError(message) from error

    @staticmethod
    def build(path: Path, puntos: Sequence[Punto]) -> Iterator[int]:
        """Write a new collection at `path`, yielding how many points are written so far."""
        config = edge.EdgeConfig(
            sparse_vectors={TEXTO: edge.EdgeSparseVectorParams(modifier=edge.Modifier.Idf)},
            wal_enabled=False,
        )
        path.mkdir(parents=True, exist_ok=True)
        shard = edge.EdgeShard.create(str(path), config)
        try:
            for field in INDEXADOS:
                shard.update(
                    edge.UpdateOperation.create_field_index(field, edge.PayloadSchemaType.Keyword)
                )
            for start in range(0, len(puntos), LOTE):
                chunk = [_point(punto) for punto in puntos[start : start + LOTE]]
                shard.update(edge.UpdateOperation.upsert_points(chunk))
                yield start + len(chunk)
            shard.optimize()
            shard.flush()
        finally:
            shard.close()

    def matching(self, filtro: Filtro) -> Sequence[Hallazgo]:
        """Return every point that passes `filtro`, in the collection's own order."""
        found: list[Hallazgo] = []
        offset: Any = None
        while True:
            records, offset = self._shard.scroll(
                edge.ScrollRequest(
                    offset=offset, limit=PAGINA, filter=_filter(filtro), with_payload=True
                )
            )
            found.extend(Hallazgo(numero=int(r.id), payload=r.payload or {}) for r in records)
            if offset is None:
                return sorted(found, key=lambda hallazgo: hallazgo.numero)

    def search(self, vector: VectorDisperso, filtro: Filtro, limite: int) -> Sequence[Hallazgo]:
        """Return the `limite` best points that pass `filtro`, best first."""
        if not vector.indices:
            return []
        query = edge.Query.Nearest(_sparse(vector), using=TEXTO)
        scored = self._shard.query(
            edge.QueryRequest(limit=limite, query=query, filter=_filter(filtro), with_payload=True)
        )
        found = [
            Hallazgo(numero=int(p.id), payload=p.payload or {}, puntaje=p.score) for p in scored
        ]
        return sorted(found, key=lambda hallazgo: (-hallazgo.puntaje, hallazgo.numero))

    def count(self, filtro: Filtro) -> int:
        """Return how many points pass `filtro`."""
        return self._shard.count(edge.CountRequest(exact=True, filter=_filter(filtro)))

    def close(self) -> None:
        """Release the engine."""
        self._shard.close()


def _point(punto: Punto) -> edge.Point:
    return edge.Point(punto.numero, {TEXTO: _sparse(punto.vector)}, punto.payload)


def _sparse(vector: VectorDisperso) -> edge.SparseVector:
    return edge.SparseVector(list(vector.indices), list(vector.pesos))


def _filter(filtro: Filtro) -> edge.Filter:
    must: list[Any] = [_any_of("tipo", (filtro.tipo,))]
    must.extend(_any_of("entidades", group) for group in filtro.entidades)
    if filtro.ids:
        must.append(_any_of("id", filtro.ids))
    if filtro.informes:
        must.append(_any_of("informe", filtro.informes))
    if filtro.uso:
        row = edge.Filter(must=[_any_of(column, ids) for column, ids in filtro.uso])
        must.append(edge.NestedCondition("usos", row))
    return edge.Filter(must=must)


def _any_of(key: str, values: Sequence[str]) -> edge.FieldCondition:
    return edge.FieldCondition(key, match=edge.MatchAny(list(values)))
