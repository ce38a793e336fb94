"""Finds the columns that a map names in the header of a list, or says which are missing."""

import json
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches

from oraculo_catalogo.texto import fold

from oraculo_rag.errores import FuenteIlegibleError
from oraculo_rag.lectura.limpieza import clean
from oraculo_rag.lectura.listas.mapa import Columna, ColumnasRegistro, ColumnasUsos

Campos = Mapping[str, Columna]

_PARECIDO = 0.5
"""«Nombre» and «Nombre comercial» are this much alike."""


def fields_of(columnas: ColumnasRegistro | ColumnasUsos) -> dict[str, Columna]:
    """Return the fields that a map gives a column to, in the order of the record."""
    named = ((name, getattr(columnas, name)) for name in type(columnas).model_fields)
    return {name: column for name, column in named if column is not None}


def find_columns(
    origen: str, encabezado: int, header: Sequence[str], campos: Iterable[tuple[str, Columna]]
) -> dict[str, int]:
    """Return the position of each field's column; names are compared without accents or case.

    Raises:
        FuenteIlegibleError: Some are missing or there twice: all of them are told, with what the
            header has and what to write.
    """
    names = [clean(name) or "" for name in header]
    positions: dict[str, list[int]] = {}
    for position, name in enumerate(names):
        positions.setdefault(fold(name), []).append(position)
    problems: list[str] = []
    found: dict[str, int] = {}
    for campo, column in campos:
        match positions.get(fold(clean(column.columna) or ""), []):
            case [position]:
                found[campo] = position
            case []:
                problems.append(_missing(campo, column, names))
            case several:
                problems.append(f"la columna «{column.columna}» está {len(several)} veces")
    if problems:
        raise FuenteIlegibleError(_explain(origen, encabezado, names, problems))
    return found


def _missing(campo: str, column: Columna, names: Sequence[str]) -> str:
    folded = {fold(name): name for name in names if name}
    close = get_close_matches(fold(column.columna), folded, n=1, cutoff=_PARECIDO)
    name = folded[close[0]] if close else "NOMBRE DE LA COLUMNA"
    # A JSON string is a TOML string.
    written = json.dumps(name, ensure_ascii=False)
    return f"falta la columna «{column.columna}». Escribe en el mapa: {campo} = {written}"


def _explain(origen: str, encabezado: int, names: Sequence[str], problems: Sequence[str]) -> str:
    told = "".join(f"\n  {problem}" for problem in problems)
    present = ", ".join(f"«{name}»" for name in names if name) or "ninguna"
    return (
        f"{origen}: el mapa no calza con el encabezado (fila {encabezado}):{told}\n"
        f"Las columnas que trae esa fila: {present}.\n"
        "Si el encabezado está en otra fila, escribe en el mapa: encabezado = NÚMERO"
    )
