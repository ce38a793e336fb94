"""The real sample, where it is at hand: beside the checkout, or where ORACULO_DATOS_REALES says."""

import csv
import os
from pathlib import Path

import pytest
from oraculo_local.bootstrap import Oraculo, build
from oraculo_local.ingesta import load_ensayos, load_register
from oraculo_local.rutas import Rutas
from oraculo_rag.almacen.carpeta import CarpetaConocimiento

DEFAULT = Path(__file__).resolve().parents[3] / "shared" / "data"


def _silent(_etapa: str, _hechos: int, _total: int) -> None:
    """Nobody watches."""


@pytest.fixture(scope="session")
def muestra() -> Path:
    folder = Path(os.environ.get("ORACULO_DATOS_REALES", DEFAULT))
    if not (folder / "sag_registro.csv").is_file():
        pytest.skip("the real sample is not on this machine (set ORACULO_DATOS_REALES)")
    return folder


@pytest.fixture(scope="session")
def cargada(muestra: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the sample loaded."""
    datos = tmp_path_factory.mktemp("muestra")
    carpeta = CarpetaConocimiento(datos / "conocimiento")
    load_register(carpeta, muestra / "sag_registro.csv", _silent)
    load_ensayos(carpeta, muestra / "cer_indice.csv", _silent)
    return datos


@pytest.fixture(scope="session")
def oraculo(cargada: Path) -> Oraculo:
    return build(Rutas.resolve(cargada))


@pytest.fixture(scope="session")
def registro(muestra: Path) -> list[dict[str, str]]:
    with (muestra / "sag_registro.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="session")
def indice(muestra: Path) -> list[dict[str, str]]:
    with (muestra / "cer_indice.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
