"""What is read of Markdown."""

from pathlib import Path

import pytest
from oraculo_rag.informes.extraction import extract
from oraculo_rag.informes.modelo import Informe, TipoPasaje


@pytest.fixture
def report(tmp_path: Path) -> Informe:
    path = tmp_path / "ensayo.md"
    path.write_text(
        """---
temporada: 2022-2023
---
# Aurelia 50 WG en cerezo

## Resultados

El daño fue **menor** en T2,
con 3,5 %.

Tabla 1. Frutos dañados.

| Trat. | Daño (%) |
|-------|---------:|
| T0    | 31,0 a   |
| T2    | 3,5 b    |

- Un ítem
- Otro ítem
""",
        "utf-8",
    )
    return extract(path)


def test_headings_are_sections(report: Informe) -> None:
    assert report.titulo == "Aurelia 50 WG en cerezo"
    assert report.pasajes[1].seccion == "Aurelia 50 WG en cerezo › Resultados"


def test_the_lines_of_a_paragraph_are_one(report: Informe) -> None:
    assert report.pasajes[1].texto == "El daño fue menor en T2, con 3,5 %."


def test_a_pipe_table_keeps_rows_header_and_caption(report: Informe) -> None:
    (table,) = (pasaje for pasaje in report.pasajes if pasaje.tipo is TipoPasaje.TABLA)
    assert table.filas == (("T0", "31,0 a"), ("T2", "3,5 b"))
    assert table.texto.splitlines()[:2] == ["Tabla 1. Frutos dañados.", "Trat. | Daño (%)"]


def test_items_of_a_list_are_lines(report: Informe) -> None:
    assert report.pasajes[-1].texto.splitlines() == ["Un ítem", "Otro ítem"]


def test_the_front_matter_is_text(report: Informe) -> None:
    assert report.pasajes[0].texto == "temporada: 2022-2023"


def test_markdown_is_told_by_its_headings_whatever_the_suffix(tmp_path: Path) -> None:
    path = tmp_path / "ensayo.txt"
    path.write_text("# Resultados\nHubo menos daño.\n", "utf-8")
    assert extract(path).pasajes[0].seccion == "Resultados"
