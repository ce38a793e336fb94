"""A collection in this process: the official engine over a folder, without a server.

A version is written once and then only read, so it carries no write-ahead log; without one the
engine takes no lock, and several processes read the same folder.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, cast

import msgspec
import qdrant_edge as edge

from oraculo_rag.densos.incrustador import VectorDenso
from oraculo_rag.errores import VersionAusenteError
from oraculo_rag.indice.codificacion import VectorDisperso
from oraculo_rag.indice.coleccion import Filtro, Hallazgo
from oraculo_rag.indice.errores import SinVectoresError
from oraculo_rag.indice.esquema import DENSO, INDEXADOS, LOTE, PAGINA, TEXTO
from oraculo_rag.indice.fusion import FUSION, Fusion
from oraculo_rag.indice.puntos import Punto, dense_dimension

_CONFIG = "edge_config.json"


class ColeccionEmbebida:
    """Reads one folder.

    Args:
        path: The folder.
        fusion: How words and meaning become one ranking.

    Raises:
        VersionAusenteError: The folder is missing or cannot be opened.
    """

    def __init__(self, path: Path, fusion: Fusion = FUSION) -> None:
        if not (path / _CONFIG).is_file():
            raise VersionAusenteError(f"Falta la colección {path.name}; vuelve a cargar los datos.")
        self._fusion = fusion
        try:
            self._dimension = _dimension(path)
            self._shard = edge.EdgeShard.load(str(path))
        except (OSError, RuntimeError, ValueError) as error:
            message = f"La colección {path.name} está dañada; vuelve a cargar los datos."
            raise VersionAusenteError(message) from error

    @staticmethod
    def build(path: Path, puntos: Sequence[Punto]) -> Iterator[int]:
        """Write a new collection at `path`, yielding how many points are written so far."""
        dimension = dense_dimension(puntos)
        dense: dict[str, edge.EdgeVectorParams] = {}
        if dimension is not None:
            dense[DENSO] = edge.EdgeVectorParams(dimension, edge.Distance.Cosine)
        config = edge.EdgeConfig(
            vectors=dense or None,
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

    def search(
        self,
        vector: VectorDisperso,
        filtro: Filtro,
        limite: int,
        denso: VectorDenso | None = None,
    ) -> Sequence[Hallazgo]:
        """Return the `limite` best points that pass `filtro`, best first."""
        if denso is not None:
            return self._rank(self._fused(vector, filtro, limite, denso))[:limite]
        if not vector.indices:
            return []
        query = edge.Query.Nearest(_sparse(vector), using=TEXTO)
        return self._rank(
            edge.QueryRequest(limit=limite, query=query, filter=_filter(filtro), with_payload=True)
        )

    def _rank(self, request: edge.QueryRequest) -> list[Hallazgo]:
        found = [
            Hallazgo(numero=int(p.id), payload=p.payload or {}, puntaje=p.score)
            for p in self._shard.query(request)
        ]
        return sorted(found, key=lambda hallazgo: (-hallazgo.puntaje, hallazgo.numero))

    def _fused(
        self, vector: VectorDisperso, filtro: Filtro, limite: int, denso: VectorDenso
    ) -> edge.QueryRequest:
        if len(denso) != self._dimension:
            raise SinVectoresError
        arms = [(edge.Query.Nearest(list(denso), using=DENSO), self._fusion.denso)]
        if vector.indices:
            arms.append((edge.Query.Nearest(_sparse(vector), using=TEXTO), self._fusion.texto))
        rrf = edge.Fusion.Rrf(k=self._fusion.k, weights=[weight for _, weight in arms])
        reach = max(self._fusion.alcance, limite)
        return edge.QueryRequest(
            # All that may come: the engine leaves equal scores in any order, so it must not cut.
            limit=len(arms) * reach,
            # Its stub forgets that a `Fusion.Rrf` is a `Fusion`.
            query=cast("edge.Fusion", rrf),
            prefetches=[
                edge.Prefetch(limit=reach, query=query, filter=_filter(filtro)) for query, _ in arms
            ],
            with_payload=True,
        )

    def count(self, filtro: Filtro) -> int:
        """Return how many points pass `filtro`."""
        return self._shard.count(edge.CountRequest(exact=True, filter=_filter(filtro)))

    def close(self) -> None:
        """Release the engine."""
        self._shard.close()


def _point(punto: Punto) -> edge.Point:
    vectors: dict[str, Any] = {TEXTO: _sparse(punto.vector)}
    if punto.denso is not None:
        vectors[DENSO] = list(punto.denso)
    return edge.Point(punto.numero, vectors, punto.payload)


class _Vector(msgspec.Struct):
    size: int


class _Config(msgspec.Struct):
    """What the engine writes beside a collection: only what is read of it."""

    vectors: dict[str, _Vector] | None = None


def _dimension(path: Path) -> int | None:
    """Return how many numbers the dense vectors of a collection have, or `None` without them."""
    config = msgspec.json.decode((path / _CONFIG).read_bytes(), type=_Config)
    vector = (config.vectors or {}).get(DENSO)
    return vector.size if vector else None


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
