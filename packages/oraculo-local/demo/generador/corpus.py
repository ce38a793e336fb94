"""All files of the corpus, in memory."""

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from generador.ensayos import COLUMNAS_INDICE, indice_row, load_ensayos
from generador.etiquetas import (
    COLUMNAS_REGISTRO,
    COLUMNAS_USOS,
    load_etiquetas,
    registro_row,
    usos_rows,
)
from generador.pdf.documento import render_report
from generador.revision import check_ensayo


def build_corpus(contenido: Path) -> dict[str, bytes]:
    """Return what each file of the corpus holds, by its path below the data folder.

    Raises:
        ContenidoError: When a content file is malformed or contradicts itself.
    """
    etiquetas = load_etiquetas(contenido / "etiquetas")
    ensayos = load_ensayos(contenido / "ensayos")
    for ensayo in ensayos:
        check_ensayo(ensayo)
    usos = [fila for etiqueta in etiquetas for fila in usos_rows(etiqueta)]
    return {
        "LEEME.md": (contenido / "LEEME.md").read_bytes(),
        "registro.csv": _csv(COLUMNAS_REGISTRO, map(registro_row, etiquetas)),
        "usos.csv": _csv(COLUMNAS_USOS, usos),
        "indice.csv": _csv(COLUMNAS_INDICE, map(indice_row, ensayos)),
        **{f"informes/{ensayo.pdf}": render_report(ensayo) for ensayo in ensayos},
    }


def _csv(columnas: tuple[str, ...], filas: Iterable[tuple[str, ...]]) -> bytes:
    salida = io.StringIO(newline="")
    escritor = csv.writer(salida, lineterminator="\n")
    escritor.writerow(columnas)
    escritor.writerows(filas)
    return salida.getvalue().encode()
