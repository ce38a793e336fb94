"""Filters in the words of Qdrant's REST interface."""

from collections.abc import Sequence
from typing import Any

from oraculo_rag.indice.coleccion import Filtro


def to_json(filtro: Filtro) -> dict[str, Any]:
    """Return `filtro` as the server reads it."""
    must = [_any_of("tipo", (filtro.tipo,))]
    must.extend(_any_of("entidades", group) for group in filtro.entidades)
    if filtro.ids:
        must.append(_any_of("id", filtro.ids))
    if filtro.informes:
        must.append(_any_of("informe", filtro.informes))
    if filtro.uso:
        row = {"must": [_any_of(column, ids) for column, ids in filtro.uso]}
        must.append({"nested": {"key": "usos", "filter": row}})
    return {"must": must}


def _any_of(key: str, values: Sequence[str]) -> dict[str, Any]:
    return {"key": key, "match": {"any": list(values)}}
