"""A collection in a list: what the port means, in the plainest words."""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from oraculo_rag.densos.incrustador import VectorDenso
from oraculo_rag.indice.codificacion import VectorDisperso
from oraculo_rag.indice.coleccion import Filtro, Hallazgo
from oraculo_rag.indice.errores import SinVectoresError
from oraculo_rag.indice.fusion import FUSION
from oraculo_rag.indice.puntos import Punto, dense_dimension

_Ranked = tuple[float, Punto]


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

    def search(
        self,
        vector: VectorDisperso,
        filtro: Filtro,
        limite: int,
        denso: VectorDenso | None = None,
    ) -> Sequence[Hallazgo]:
        """Return the best points that pass `filtro`: by term weights times rarity, or fused."""
        passing = [punto for punto in self._puntos if _passes(punto.payload, filtro)]
        ranked = self._by_words(passing, vector)
        if denso is not None:
            ranked = self._fused(ranked, self._by_meaning(passing, denso), limite)
        return [
            Hallazgo(numero=punto.numero, payload=punto.payload, puntaje=score)
            for score, punto in ranked[:limite]
        ]

    def count(self, filtro: Filtro) -> int:
        """Return how many points pass `filtro`."""
        return len(self.matching(filtro))

    def close(self) -> None:
        """Nothing is held open."""

    def _by_words(self, puntos: Sequence[Punto], vector: VectorDisperso) -> list[_Ranked]:
        wanted = set(vector.indices)
        scored = [(self._score(punto.vector, wanted), punto) for punto in puntos]
        return _best(pair for pair in scored if pair[0] > 0)

    def _by_meaning(self, puntos: Sequence[Punto], denso: VectorDenso) -> list[_Ranked]:
        if dense_dimension(self._puntos) != len(denso):
            raise SinVectoresError
        return _best((_dot(punto.denso or (), denso), punto) for punto in puntos)

    def _fused(
        self, words: Sequence[_Ranked], meaning: Sequence[_Ranked], limite: int
    ) -> list[_Ranked]:
        reach = max(FUSION.alcance, limite)
        scores: dict[int, float] = {}
        for arm, weight in ((words, FUSION.texto), (meaning, FUSION.denso)):
            for place, (_, punto) in enumerate(arm[:reach]):
                gained = FUSION.score(place, weight)
                scores[punto.numero] = scores.get(punto.numero, 0.0) + gained
        return _best((scores[p.numero], p) for p in self._puntos if p.numero in scores)

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


def _dot(one: VectorDenso, other: VectorDenso) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))


def _best(scored: Iterable[_Ranked]) -> list[_Ranked]:
    return sorted(scored, key=lambda pair: (-pair[0], pair[1].numero))


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
