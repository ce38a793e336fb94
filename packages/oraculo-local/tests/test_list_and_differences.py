"""Loading a list with columns of its own, and what the command tells of the changes."""

import importlib
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
import typer
from oraculo_local.ordenes.diferencias import diferencias
from oraculo_local.ordenes.ingerir import ingerir
from typer.testing import CliRunner

MAPA = """
[registro.columnas]
nombre_comercial = "Nombre"
autorizaciones = "N°"
ingredientes = "Activo"
[usos.columnas]
cultivo = "Cultivo"
plaga = "Plaga"
dosis = { columna = "Dosis (g/100 L)", unidad = "g/100 L" }
"""
HEADER = ("N°", "Nombre", "Activo", "Cultivo", "Plaga", "Dosis (g/100 L)")
UNO = (90001.0, "FICTICOL 50 WP", "Azufre", "Vid", "Oídio", 60)
DOS = (90002, "INVENTOL", "Cobre", "Peral", "Trips", 80)

Order = Callable[..., Any]
Load = Callable[..., str]


@pytest.fixture
def order(tmp_path: Path) -> Order:
    """Run an order on a data folder of the test's own."""
    app = typer.Typer()
    app.add_typer(ingerir, name="ingerir")
    app.command()(diferencias)
    environment = {"ORACULO_DATOS": str(tmp_path / "datos"), "COLUMNS": "200"}
    return lambda *arguments: CliRunner().invoke(app, list(arguments), env=environment)


@pytest.fixture
def load(tmp_path: Path, order: Order) -> Load:
    """Load a workbook of these rows and return what the command says."""
    (tmp_path / "mapa.toml").write_text(MAPA, encoding="utf-8")

    def load_rows(*rows: Sequence[object]) -> str:
        book: Any = importlib.import_module("openpyxl").Workbook()
        for row in (HEADER, *rows):
            book.active.append(row)
        book.save(tmp_path / "lista.xlsx")
        return load_list(order, tmp_path).stdout

    return load_rows


def load_list(order: Order, folder: Path) -> Any:
    mapa = str(folder / "mapa.toml")
    return order("ingerir", "sag", str(folder / "lista.xlsx"), "--columnas", mapa)


def test_a_list_is_loaded_and_its_changes_are_counted(load: Load) -> None:
    first = load(UNO)
    assert "Cargados 1 productos" in first
    assert "respecto del registro anterior" not in first
    assert "1 nuevos, 0 retirados, 1 cambiados respecto del registro anterior" in load(
        (*UNO[:5], 70), DOS
    )
    assert "0 nuevos, 1 retirados, 0 cambiados" in load((*UNO[:5], 70))
    again = load((*UNO[:5], 70))
    assert "Sin cambios" in again
    assert "0 nuevos, 0 retirados, 0 cambiados" in again


def test_the_changes_are_told_label_by_label(load: Load, order: Order) -> None:
    load(UNO)
    load((*UNO[:5], 70), DOS)
    told = order("diferencias").stdout
    assert "1 nuevos, 0 retirados, 1 cambiados." in told
    assert "Nuevos (1):\n  INVENTOL (autorización 90002)" in told
    assert "Cambiados (1):\n  FICTICOL 50 WP (90001_ficticol_50_wp)" in told
    assert "    dosis (Vid · Oídio): «60 g/100 L» → «70 g/100 L»" in told
    assert "Retirados" not in told


def test_the_changes_are_one_object_for_programs(load: Load, order: Order) -> None:
    load(UNO, DOS)
    load((*UNO[:5], 70))
    told = json.loads(order("diferencias", "--json").stdout)
    assert set(told) == {"anterior", "vigente", "nuevos", "retirados", "cambiados"}
    assert told["anterior"] != told["vigente"]
    assert [label["id"] for label in told["retirados"]] == ["90002_inventol"]
    (changed,) = told["cambiados"]
    assert changed["cambios"] == [
        {
            "campo": "dosis",
            "uso": "Vid · Oídio",
            "antes": ["60 g/100 L"],
            "despues": ["70 g/100 L"],
        }
    ]


def test_without_a_version_before_there_is_nothing_to_compare(load: Load, order: Order) -> None:
    nothing = order("diferencias")
    assert nothing.exit_code == 1
    assert "No hay nada cargado" in nothing.stderr
    load(UNO)
    only = order("diferencias")
    assert only.exit_code == 1
    assert "Solo hay una versión" in only.stderr


def test_a_workbook_without_a_map_is_told_what_it_takes(
    load: Load, order: Order, tmp_path: Path
) -> None:
    load(UNO)
    result = order("ingerir", "sag", str(tmp_path / "lista.xlsx"))
    assert result.exit_code == 1
    assert "--columnas MAPA.toml" in result.stderr


def test_a_map_that_does_not_fit_leaves_what_was_loaded(
    load: Load, order: Order, tmp_path: Path
) -> None:
    load(UNO)
    (tmp_path / "mapa.toml").write_text(MAPA.replace('"Nombre"', '"Producto"'), encoding="utf-8")
    result = load_list(order, tmp_path)
    assert result.exit_code == 1
    assert "falta la columna «Producto»" in result.stderr
    assert "«Nombre», «Activo»" in result.stderr
    assert "Solo hay una versión" in order("diferencias").stderr
