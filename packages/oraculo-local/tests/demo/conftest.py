"""The shipped demonstration corpus, read as anybody would read it."""

import csv
from importlib.resources import files
from pathlib import Path

import pytest

Filas = list[dict[str, str]]


@pytest.fixture(scope="session")
def carpeta() -> Path:
    return Path(str(files("oraculo_local"))) / "demo"


def _read(ruta: Path) -> Filas:
    with ruta.open(encoding="utf-8", newline="") as archivo:
        return list(csv.DictReader(archivo, strict=True))


@pytest.fixture(scope="session")
def registro(carpeta: Path) -> Filas:
    return _read(carpeta / "registro.csv")


@pytest.fixture(scope="session")
def usos(carpeta: Path) -> Filas:
    return _read(carpeta / "usos.csv")


@pytest.fixture(scope="session")
def indice(carpeta: Path) -> Filas:
    return _read(carpeta / "indice.csv")
