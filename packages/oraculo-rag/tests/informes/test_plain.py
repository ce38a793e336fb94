"""What is read of plain text, in any of its encodings."""

import codecs
from pathlib import Path

import pytest
from oraculo_rag.informes.extraction import extract
from oraculo_rag.informes.modelo import Informe, TipoPasaje

_TEXT = "Evaluación de daño en durazno: «año 2022», 15 °C."


def _read(tmp_path: Path, data: bytes) -> Informe:
    path = tmp_path / "informe.txt"
    path.write_bytes(data)
    return extract(path)


@pytest.mark.parametrize(
    "data",
    [
        _TEXT.encode(),
        codecs.BOM_UTF8 + _TEXT.encode(),
        codecs.BOM_UTF16_LE + _TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + _TEXT.encode("utf-16-be"),
        _TEXT.encode("cp1252"),
        _TEXT.encode("latin-1"),
        codecs.BOM_UTF16_LE + _TEXT.encode("utf-16-le") + b"\x41",
    ],
)
def test_accents_survive_every_encoding(tmp_path: Path, data: bytes) -> None:
    informe = _read(tmp_path, data)
    assert informe.pasajes[0].texto.startswith(_TEXT)
    assert informe.problemas == ()


def test_typographic_marks_of_windows_are_told_from_latin_1(tmp_path: Path) -> None:
    assert _read(tmp_path, "La “dosis” – única".encode("cp1252")).pasajes[0].texto == (
        "La “dosis” – única"
    )


def test_a_file_of_two_encodings_keeps_all_accents_and_says_so(tmp_path: Path) -> None:
    data = "Año de plantación.\n\n".encode() + "Según el diseño.".encode("cp1252")
    informe = _read(tmp_path, data)
    assert informe.pasajes[0].texto.splitlines() == ["Año de plantación.", "Según el diseño."]
    assert "Mezcla codificaciones" in informe.problemas[0].motivo


def test_headings_are_told_by_capitals_numbers_and_underlines(tmp_path: Path) -> None:
    text = """INFORME FINAL

3.1 Daño en frutos
Hubo menos daño.

Conclusiones
============
T2 fue mejor.
"""
    informe = _read(tmp_path, text.encode())
    assert [(p.seccion, p.texto) for p in informe.pasajes] == [
        ("INFORME FINAL › 3.1 Daño en frutos", "Hubo menos daño."),
        ("Conclusiones", "T2 fue mejor."),
    ]


def test_lines_are_joined_and_fields_and_items_are_not(tmp_path: Path) -> None:
    text = """Temporada: 2022-2023
Especie: Cerezo

El ensayo se hizo en un huerto de Rengo, con trata-
mientos dispuestos en bloques al azar.
- Testigo
- Aurelia 50 WG
"""
    assert _read(tmp_path, text.encode()).pasajes[0].texto.splitlines() == [
        "Temporada: 2022-2023",
        "Especie: Cerezo",
        "El ensayo se hizo en un huerto de Rengo, con tratamientos dispuestos en bloques al azar.",
        "- Testigo",
        "- Aurelia 50 WG",
    ]


def test_form_feeds_are_pages(tmp_path: Path) -> None:
    informe = _read(tmp_path, b"Hoja uno.\n\fHoja dos.\n")
    assert informe.paginas == 2
    assert (informe.pasajes[0].pagina, informe.pasajes[0].pagina_fin) == (1, 2)


def test_columns_of_tabs_are_a_table(tmp_path: Path) -> None:
    text = "Trat.\tDosis\nT0\t—\nT1\t60 g/hL\n"
    (pasaje,) = _read(tmp_path, text.encode()).pasajes
    assert pasaje.tipo is TipoPasaje.TABLA
    assert pasaje.filas == (("T0", "—"), ("T1", "60 g/hL"))
