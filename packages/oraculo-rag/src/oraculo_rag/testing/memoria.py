"""A collection in a list: what the port means, in the plainest words."""

import math
from collections.abc import Mapping, Sequence
from typing import Any

from oraculo_rag.indice.codificacion import VectorDisperso
from oraculo_rag.indice.coleccion import Filtro, Hallazgo
from oraculo_rag.indice.puntos import Punto


class MemoriaColeccion:
    """Points in memory, scored one by one."""

    def __init__(self, puntos: Sequence[Punto]) -> None:
        self._puntos = sorted(puntos, key=lambda punto: punto.numero)

    def matching(self, filtro: Filtro) -> Sequence[Hallazgo]:
        """Return every point that passes `filtro`, in order."""
        return [
            Hallazgo(numero=punto.numero, payload=punto.payload)
            for punto in self._puntos
            if _passes(punto.payload, filtro)
        ]

    def search(self, vector: VectorDisperso, filtro: Filtro, limite: int) -> Sequence[Hallazgo]:
        """Return the best points that pass `filtro`: term weights times rarity."""
        wanted = set(vector.indices)
        scored = [
            (self._score(punto.vector, wanted), punto)
            for punto in self._puntos
            if _passes(punto.payload, filtro)
        ]
        best = sorted((pair for pair in scored if pair[0] > 0), key=lambda p: (-p[0], p[1].numero))
        return [
            Hallazgo(numero=punto.numero, payload=punto.payload, puntaje=score)
            for score, punto in best[:limite]
        ]

    def count(self, filtro: Filtro) -> int:
        """Return how many points pass `filtro`."""
        return len(self.matching(filtro))

    def close(self) -> None:
        """Nothing is held open."""

    def _score(self, vector: VectorDisperso, wanted: set[int]) -> float:
        return sum(
            weight * self._rarity(term)
            for term, weight in zip(vector.indices, vector.pesos, strict=True)
            if term in wanted
        )

    def _rarity(self, term: int) -> float:
        total = len(self._puntos)
        holding = sum(term in punto.vector.indices for punto in self._puntos)
        return math.log(1 + (total - holding + 0.5) / (holding + 0.5))


def _passes(payload: Mapping[str, Any], filtro: Filtro) -> bool:
    entities = set(payload.get("entidades", ()))
    rows = payload.get("usos", ())
    return (
        payload["tipo"] == filtro.tipo
        and all(entities.intersection(group) for group in filtro.entidades)
        and (not filtro.ids or payload["id"] in filtro.ids)
        and (not filtro.informes or payload.get("informe") in filtro.informes)
        and (not filtro.uso or any(_same_row(row, filtro) for row in rows))
    )


def _same_row(row: Mapping[str, Sequence[str]], filtro: Filtro) -> bool:
    return all(set(row.get(column, ())).intersection(ids) for column, ids in filtro.uso)
