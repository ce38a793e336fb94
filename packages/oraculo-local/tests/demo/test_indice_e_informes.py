from collections import Counter
from pathlib import Path

import pytest

Filas = list[dict[str, str]]

MARCA = "DOCUMENTO FICTICIO — corpus de demostración de Oráculo"
DOS_MEGABYTES = 2 * 1024 * 1024


def report_names(indice: Filas) -> set[str]:
    return {fila["pdf"] for fila in indice}


def test_each_trial_has_its_own_id(indice: Filas) -> None:
    assert len(indice) == 16
    assert len(report_names(indice)) == len(indice)


def test_each_trial_has_a_report_and_each_report_a_trial(carpeta: Path, indice: Filas) -> None:
    informes = {ruta.name for ruta in (carpeta / "informes").iterdir()}
    assert informes == report_names(indice)


def test_each_report_is_a_whole_pdf(carpeta: Path, indice: Filas) -> None:
    for nombre in report_names(indice):
        datos = (carpeta / "informes" / nombre).read_bytes()
        assert datos.startswith(b"%PDF-"), nombre
        assert datos.rstrip().endswith(b"%%EOF"), nombre


def test_links_lead_to_a_reserved_name(indice: Filas) -> None:
    for fila in indice:
        assert fila["url_estudio"].startswith("https://ejemplo.invalid/")
        assert fila["url_pdf"] == f"https://ejemplo.invalid/informes/{fila['pdf']}"


def test_two_trials_of_a_product_in_one_season_differ_only_in_variety(indice: Filas) -> None:
    claves = ("temporada", "cliente", "producto", "especie")
    veces = Counter(tuple(fila[clave] for clave in claves) for fila in indice)
    assert 2 in veces.values()


def test_a_product_was_tried_in_three_seasons(indice: Filas) -> None:
    temporadas = {(fila["producto"], fila["temporada"]) for fila in indice}
    assert max(Counter(producto for producto, _ in temporadas).values()) == 3


def test_some_trials_are_of_registered_products_and_some_are_not(
    registro: Filas, indice: Filas
) -> None:
    etiquetas = {
        fila["nombre_comercial"].translate({ord(c): None for c in "®*"}) for fila in registro
    }
    con_etiqueta = [fila for fila in indice if fila["producto"] in etiquetas]
    assert 6 <= len(con_etiqueta) < len(indice)


def test_the_corpus_is_small_and_says_that_it_is_fictitious(carpeta: Path) -> None:
    archivos = [carpeta / "LEEME.md", *carpeta.glob("*.csv"), *carpeta.glob("informes/*.pdf")]
    assert sum(ruta.stat().st_size for ruta in archivos) <= DOS_MEGABYTES
    assert "todo es ficticio" in (carpeta / "LEEME.md").read_text("utf-8")


def test_each_page_of_each_report_says_that_it_is_fictitious(carpeta: Path, indice: Filas) -> None:
    pdfium = pytest.importorskip("pypdfium2", reason="an extra of oraculo-rag reads PDF files")
    for nombre in sorted(report_names(indice)):
        documento = pdfium.PdfDocument(carpeta / "informes" / nombre)
        paginas = [pagina.get_textpage().get_text_range() for pagina in documento]
        documento.close()
        assert 3 <= len(paginas) <= 6, nombre
        assert all(MARCA in texto for texto in paginas), nombre
