"""The index of CER trials as CSV: one row per trial."""

from pathlib import Path

from oraculo_catalogo.fichas import Ensayo

from oraculo_rag.lectura.limpieza import clean, clean_name, temporada, web_address
from oraculo_rag.lectura.rechazo import Gravedad, Lectura, Observacion
from oraculo_rag.lectura.tabla import Fila, read_csv

COLUMNAS = (
    "temporada",
    "cliente",
    "producto",
    "especie",
    "variedad",
    "pdf",
    "url_estudio",
    "url_pdf",
)


def read_index(path: Path) -> Lectura[Ensayo]:
    """Return the trials of an index file.

    Raises:
        FuenteIlegibleError: The file cannot be read, or lacks a column.
    """
    ensayos: dict[str, Ensayo] = {}
    notes: list[Observacion] = []
    for fila in read_csv(path, COLUMNAS):
        reasons = _reject(fila, ensayos)
        notes.extend(_note(path, fila, Gravedad.RECHAZADA, reason) for reason in reasons)
        if not reasons:
            ensayo = _ensayo(fila)
            ensayos[ensayo.id] = ensayo
            notes.extend(_note(path, fila, Gravedad.OBSERVADA, gap) for gap in _gaps(fila, ensayo))
    return Lectura(tuple(ensayos.values()), tuple(notes))


def _note(path: Path, fila: Fila, gravedad: Gravedad, motivo: str) -> Observacion:
    return Observacion(archivo=path.name, linea=fila.linea, gravedad=gravedad, motivo=motivo)


def _reject(fila: Fila, seen: dict[str, Ensayo]) -> list[str]:
    pdf = clean(fila.celdas.get("pdf"))
    reasons: list[str] = []
    if fila.sobrantes or fila.faltantes:
        reasons.append("no tiene tantas celdas como el encabezado")
    if pdf is None:
        reasons.append("no dice el nombre del informe (columna pdf)")
    elif pdf in seen:
        reasons.append(f"repite el informe {pdf} de la línea {seen[pdf].linea}")
    return reasons


def _ensayo(fila: Fila) -> Ensayo:
    cells = fila.celdas
    return Ensayo(
        id=clean(cells["pdf"]) or "",
        temporada=temporada(cells["temporada"]),
        empresa=clean_name(cells["cliente"]),
        producto=_product(cells["producto"]),
        cultivo=clean_name(cells["especie"]),
        variedad=clean_name(cells["variedad"]),
        url_estudio=web_address(cells["url_estudio"]),
        url_pdf=web_address(cells["url_pdf"]),
        linea=fila.linea,
    )


def _product(celda: str) -> str | None:
    """A project's long title comes in quotation marks: they are no part of a name."""
    name = clean_name(celda)
    return clean(name.strip('«»"“”')) if name else None


def _gaps(fila: Fila, ensayo: Ensayo) -> list[str]:
    names = {
        "temporada": ensayo.temporada,
        "cliente": ensayo.empresa,
        "producto": ensayo.producto,
        "especie": ensayo.cultivo,
        "variedad": ensayo.variedad,
        "url_pdf": ensayo.url_pdf,
    }
    empty = [column for column, value in names.items() if value is None]
    gaps = [f"sin {', '.join(empty)}"] if empty else []
    if clean(fila.celdas["url_pdf"]) and ensayo.url_pdf is None:
        gaps.append("la dirección del PDF está dañada: se cita la página del estudio")
    return gaps
