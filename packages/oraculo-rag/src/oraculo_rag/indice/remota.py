"""A collection on a Qdrant server, read over its REST interface."""

from collections.abc import Sequence
from typing import Any

import msgspec

from oraculo_rag.indice.codificacion import VectorDisperso
from oraculo_rag.indice.coleccion import Filtro, Hallazgo
from oraculo_rag.indice.conexion import ConexionQdrant
from oraculo_rag.indice.esquema import PAGINA, TEXTO
from oraculo_rag.indice.filtros import to_json


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

    Raises:
        VersionAusenteError: From any method: the server has no such collection (any more).
        IndiceInaccesibleError: From any method: worth another try.
        IndiceRechazaError: From any method: it will fail again.
    """

    def __init__(self, conexion: ConexionQdrant, nombre: str) -> None:
        self._conexion = conexion
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

    def search(self, vector: VectorDisperso, filtro: Filtro, limite: int) -> Sequence[Hallazgo]:
        """Return the `limite` best points that pass `filtro`, best first."""
        if not vector.indices:
            return []
        body = {
            "query": {"indices": vector.indices, "values": vector.pesos},
            "using": TEXTO,
            "filter": to_json(filtro),
            "limit": limite,
            "with_payload": True,
        }
        scored = self._conexion.read(self.nombre, "query", body, _Puntuados)
        found = [Hallazgo(numero=p.id, payload=p.payload, puntaje=p.score) for p in scored.points]
        return sorted(found, key=lambda hallazgo: (-hallazgo.puntaje, hallazgo.numero))

    def count(self, filtro: Filtro) -> int:
        """Return how many points pass `filtro`."""
        body = {"filter": to_json(filtro), "exact": True}
        return self._conexion.read(self.nombre, "count", body, _Cuenta).count

    def close(self) -> None:
        """Close the connections to the server."""
        self._conexion.close()
