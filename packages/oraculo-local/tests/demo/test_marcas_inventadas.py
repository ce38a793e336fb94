import csv
import os
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

Filas = list[dict[str, str]]

COLUMNAS = {"sag_registro.csv": ["nombre_comercial"], "cer_indice.csv": ["producto", "cliente"]}
ORDINARIAS = {"plus", "forte", "max"}


def words(nombre: str) -> set[str]:
    """Return the words of a name that can be a brand: folded, without numbers and formulations."""
    plano = unicodedata.normalize("NFKD", nombre).encode("ascii", "ignore").decode().lower()
    return set(re.findall(r"[a-z]{4,}", plano)) - ORDINARIAS


def real_folder() -> Path:
    por_defecto = Path(__file__).parents[5] / "shared" / "data"
    return Path(os.environ.get("ORACULO_DATOS_REALES", por_defecto))


def real_names() -> Iterator[str]:
    for archivo, columnas in COLUMNAS.items():
        with (real_folder() / archivo).open(encoding="utf-8", newline="") as entrada:
            for fila in csv.DictReader(entrada):
                yield from (fila[columna] for columna in columnas)


def test_no_invented_name_shares_a_word_with_a_real_one(registro: Filas, indice: Filas) -> None:
    if not (real_folder() / "sag_registro.csv").exists():
        pytest.skip("the real data (ORACULO_DATOS_REALES) is not here to compare with")
    reales = {palabra for nombre in real_names() for palabra in words(nombre)}
    inventados = {fila["nombre_comercial"] for fila in registro}
    inventados |= {fila[columna] for fila in indice for columna in ("producto", "cliente")}
    assert {nombre for nombre in inventados if words(nombre) & reales} == set()
