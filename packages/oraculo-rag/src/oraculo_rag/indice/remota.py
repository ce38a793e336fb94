"""A collection on a Qdrant server, read over its REST interface."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

import msgspec

from oraculo_rag.densos.incrustador import VectorDenso
from oraculo_rag.indice.codificacion import VectorDisperso
from oraculo_rag.indice.coleccion import Filtro, Hallazgo
from oraculo_rag.indice.conexion import ConexionQdrant
from oraculo_rag.indice.errores import SinVectoresError
from oraculo_rag.indice.esquema import DENSO, PAGINA, TEXTO
from oraculo_rag.indice.filtros import to_json
from oraculo_rag.indice.fusion import FUSION, Fusion


class _Registro(msgspec.Struct, frozen=True):
    id: int
    payload: dict[str, Any]


class _Pagina(msgspec.Struct, frozen=True):
    points: tuple[_Registro, ...]
    next_page_offset: int | None


class _Puntuado(msgspec.Struct, frozen=True):
    id: int
    score: float
    payload: dict[str, Any]


class _Puntuados(msgspec.Struct, frozen=True):
    points: tuple[_Puntuado, ...]


class _Cuenta(msgspec.Struct, frozen=True):
    count: int


class ColeccionRemota:
    """Reads one collection of a server.

    An alias is resolved once, here: a list that takes several pages comes from one version,
    whatever is put in force meanwhile.

    Args:
        conexion: The server. Several collections may share it.
        nombre: A collection, or an alias of one.
        fusion: How words and meaning become one ranking (weights: server 1.17 or later).

    Raises:
        VersionAusenteError: From any method: the server has no such collection (any more).
        IndiceInaccesibleError: From any method: worth another try.
        IndiceRechazaError: From any method: it will fail again.
    """

    def __init__(self, conexion: ConexionQdrant, nombre: str, fusion: Fusion = FUSION) -> None:
        self._conexion = conexion
        self._fusion = fusion
        self.nombre = conexion.resolve(nombre)

    def matching(self, filtro: Filtro) -> Sequence[Hallazgo]:
        """Return every point that passes `filtro`, in the collection's own order."""
        found: list[Hallazgo] = []
        body: dict[str, Any] = {
            "limit": PAGINA,
            "filter": to_json(filtro),
            "with_payload": True,
            "with_vector": False,
        }
        while True:
            page = self._conexion.read(self.nombre, "scroll", body, _Pagina)
            found.extend(Hallazgo(numero=p.id, payload=p.payload) for p in page.points)
            if page.next_page_offset is None:
                return sorted(found, key=lambda hallazgo: hallazgo.numero)
            body["offset"] = page.next_page_offset

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
        return self._rank({**_arm(_sparse(vector), TEXTO, filtro), "limit": limite})

    def _rank(self, query: dict[str, Any]) -> list[Hallazgo]:
        body = {**query, "with_payload": True}
        scored = self._conexion.read(self.nombre, "query", body, _Puntuados)
        found = [Hallazgo(numero=p.id, payload=p.payload, puntaje=p.score) for p in scored.points]
        return sorted(found, key=lambda hallazgo: (-hallazgo.puntaje, hallazgo.numero))

    def _fused(
        self, vector: VectorDisperso, filtro: Filtro, limite: int, denso: VectorDenso
    ) -> dict[str, Any]:
        if len(denso) != self._dimension:
            raise SinVectoresError
        arms = [(_arm(denso, DENSO, filtro), self._fusion.denso)]
        if vector.indices:
            arms.append((_arm(_sparse(vector), TEXTO, filtro), self._fusion.texto))
        reach = max(self._fusion.alcance, limite)
        return {
            "prefetch": [{**arm, "limit": reach} for arm, _ in arms],
            # All that may come: the server leaves equal scores in any order, so it must not cut.
            "limit": len(arms) * reach,
            "query": {"rrf": {"k": self._fusion.k, "weights": [weight for _, weight in arms]}},
        }

    @cached_property
    def _dimension(self) -> int | None:
        return self._conexion.dimension(self.nombre, DENSO)

    def count(self, filtro: Filtro) -> int:
        """Return how many points pass `filtro`."""
        body = {"filter": to_json(filtro), "exact": True}
        return self._conexion.read(self.nombre, "count", body, _Cuenta).count

    def close(self) -> None:
        """Close the connections; another collection that shares them opens new ones."""
        self._conexion.close()


def _arm(query: object, vector: str, filtro: Filtro) -> dict[str, Any]:
    return {"query": query, "using": vector, "filter": to_json(filtro)}


def _sparse(vector: VectorDisperso) -> dict[str, Any]:
    return {"indices": vector.indices, "values": vector.pesos}
