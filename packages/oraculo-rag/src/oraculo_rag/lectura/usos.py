"""Authorised uses as CSV: one row per product, crop and pest. A dose is bound to its row."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

from oraculo_catalogo.fichas import Uso
from pydantic import BaseModel, BeforeValidator, StringConstraints, ValidationError

from oraculo_rag.lectura.limpieza import clean
from oraculo_rag.lectura.rechazo import Gravedad, Lectura, Observacion
from oraculo_rag.lectura.tabla import Fila, read_csv

COLUMNAS = ("producto_id", "cultivo", "plaga", "dosis")
"""What the file must have; `carencia`, `reingreso`, `mojamiento`, `observaciones` if present."""

Requerido = Annotated[
    str, BeforeValidator(lambda celda: clean(celda) or ""), StringConstraints(min_length=1)
]
DosisConUnidad = Annotated[Requerido, StringConstraints(pattern=r"\d.*[A-Za-zµ%]")]
Opcional = Annotated[str | None, BeforeValidator(clean)]


class FilaUso(BaseModel):
    """A row as people write it; all its errors are told at once."""

    producto_id: Requerido
    cultivo: Requerido
    plaga: Requerido
    dosis: DosisConUnidad
    carencia: Opcional = None
    reingreso: Opcional = None
    mojamiento: Opcional = None
    observaciones: Opcional = None


_MOTIVOS = {
    "too_short": "está vacía",
    "string_pattern_mismatch": "no lleva número y unidad",
    "missing": "falta",
}


def read_uses(path: Path) -> tuple[dict[str, tuple[Uso, ...]], Lectura[Uso]]:
    """Return the uses by `producto_id`, and the reading with what was left out.

    Raises:
        FuenteIlegibleError: The file cannot be read, or lacks a column.
    """
    return uses_of(path.name, read_csv(path, COLUMNAS))


def uses_of(archivo: str, filas: Iterable[Fila]) -> tuple[dict[str, tuple[Uso, ...]], Lectura[Uso]]:
    """Return the uses of rows that have the columns `COLUMNAS`, wherever they come from."""
    by_product: dict[str, list[Uso]] = {}
    notes: list[Observacion] = []
    for fila in filas:
        try:
            row = FilaUso.model_validate(fila.celdas)
        except ValidationError as error:
            notes.append(
                Observacion(
                    archivo=archivo,
                    linea=fila.linea,
                    gravedad=Gravedad.RECHAZADA,
                    motivo="; ".join(_explain(error)),
                )
            )
            continue
        use = Uso(**row.model_dump(exclude={"producto_id"}), linea=fila.linea)
        by_product.setdefault(row.producto_id, []).append(use)
    uses = {product: tuple(rows) for product, rows in by_product.items()}
    flat = tuple(use for rows in uses.values() for use in rows)
    return uses, Lectura(flat, tuple(notes))


def _explain(error: ValidationError) -> list[str]:
    return [
        f"la columna {detail['loc'][0]} {_MOTIVOS.get(detail['type'], 'no es válida')}"
        for detail in error.errors()
    ]
