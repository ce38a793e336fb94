"""Reads the real sample: a minimal reader, so that the measure leans on no other package."""

import csv
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from oraculo_catalogo.fichas import Ensayo, Etiqueta, Ingrediente

DATOS = Path(
    os.environ.get("ORACULO_DATOS_REALES")
    or Path(__file__).resolve().parents[4] / "shared" / "data"
)
"""Where the sample is: the environment says, or it lies beside the repository."""


def read_labels() -> tuple[Etiqueta, ...]:
    """Return the register's rows as labels, one per row."""
    return tuple(
        Etiqueta(
            id=row["producto_id"],
            nombre=_line(row["nombre_comercial"]),
            objetivos=tuple(_cells(row["objetivos"])),
            categorias=tuple(_cells(row["categorias_objetivo"])),
            ingredientes=tuple(
                Ingrediente(nombre=_unmarked(name)) for name in _cells(row["ingredientes"])
            ),
        )
        for row in _rows("sag_registro.csv")
    )


def read_ensayos() -> tuple[Ensayo, ...]:
    """Return the trial index, one trial per row."""
    return tuple(
        Ensayo(
            id=row["pdf"],
            temporada=_line(row["temporada"]) or None,
            empresa=_line(row["cliente"]) or None,
            producto=_line(row["producto"]) or None,
            cultivo=_line(row["especie"]) or None,
            variedad=_line(row["variedad"]) or None,
        )
        for row in _rows("cer_indice.csv")
    )


def _rows(nombre: str) -> Iterable[dict[str, str]]:
    with (DATOS / nombre).open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


def _cells(texto: str) -> Iterator[str]:
    return (cell for part in texto.split(" | ") if (cell := _line(part)))


def _line(texto: str) -> str:
    return " ".join(texto.split())


def _unmarked(texto: str) -> str:
    return _line(re.sub(r"\(\*+\)|\*+|®", " ", texto))
