"""The SAG register as CSV: one row per product, several values in a cell separated by «|»."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from oraculo_catalogo.fichas import Etiqueta, Ingrediente, Uso

from oraculo_rag.lectura.composicion import read_ingredientes
from oraculo_rag.lectura.limpieza import clean, clean_name, fix_lookalikes, split_cell
from oraculo_rag.lectura.rechazo import Gravedad, Lectura, Observacion
from oraculo_rag.lectura.tabla import Fila, read_csv

COLUMNAS = (
    "producto_id",
    "nombre_comercial",
    "autorizaciones",
    "grupo_quimico",
    "objetivos",
    "categorias_objetivo",
    "ingredientes",
    "composicion_texto",
)
"""What the file must have. `formulacion`, `clase`, `titular` and `estado` are read if present."""


def read_register(
    path: Path, usos: Mapping[str, tuple[Uso, ...]] | None = None
) -> Lectura[Etiqueta]:
    """Return the labels of a register file, each with its authorised uses if they are known.

    Args:
        path: CSV in UTF-8 with the columns `COLUMNAS`.
        usos: Uses by `producto_id`, as `read_uses` returns them.

    Raises:
        FuenteIlegibleError: The file cannot be read, or lacks a column.
    """
    return register_of(path.name, read_csv(path, COLUMNAS), usos or {})


def register_of(
    archivo: str, filas: Iterable[Fila], usos: Mapping[str, tuple[Uso, ...]]
) -> Lectura[Etiqueta]:
    """Return the labels of rows that have the columns `COLUMNAS`, wherever they come from.

    Args:
        archivo: Name under which the findings are reported.
        filas: One row per product; «|» separates the values of a cell.
        usos: Uses by `producto_id`.
    """
    fichas: dict[str, Etiqueta] = {}
    notes: list[Observacion] = []
    for fila in filas:
        reasons = _reject(fila, fichas)
        notes.extend(_note(archivo, fila, Gravedad.RECHAZADA, reason) for reason in reasons)
        if not reasons:
            label = _label(fila, usos)
            fichas[label.id] = label
            gaps = _gaps(fila, label)
            notes.extend(_note(archivo, fila, Gravedad.OBSERVADA, gap) for gap in gaps)
    notes.extend(_orphans(archivo, usos, fichas))
    return Lectura(tuple(fichas.values()), tuple(notes))


def _note(archivo: str, fila: Fila, gravedad: Gravedad, motivo: str) -> Observacion:
    return Observacion(archivo=archivo, linea=fila.linea, gravedad=gravedad, motivo=motivo)


def _reject(fila: Fila, seen: Mapping[str, Etiqueta]) -> list[str]:
    """Return every reason to leave the row out; empty when it can be loaded."""
    product, name = (
        clean(fila.celdas.get("producto_id")),
        clean(fila.celdas.get("nombre_comercial")),
    )
    reasons: list[str] = []
    if fila.sobrantes:
        reasons.append(f"trae {fila.sobrantes} celdas de más que el encabezado")
    if fila.faltantes:
        reasons.append(f"le faltan {fila.faltantes} celdas")
    if product is None:
        reasons.append("no tiene producto_id")
    elif product in seen:
        reasons.append(f"repite el producto_id {product} de la línea {seen[product].linea}")
    if name is None:
        reasons.append("no tiene nombre_comercial")
    return reasons


def _label(fila: Fila, usos: Mapping[str, tuple[Uso, ...]]) -> Etiqueta:
    cells = fila.celdas
    product = clean(cells["producto_id"]) or ""
    return Etiqueta(
        id=product,
        nombre=fix_lookalikes(clean(cells["nombre_comercial"]) or ""),
        autorizaciones=split_cell(cells["autorizaciones"]),
        grupos_quimicos=_distinct_folded(split_cell(cells["grupo_quimico"])),
        objetivos=split_cell(cells["objetivos"]),
        categorias=split_cell(cells["categorias_objetivo"]),
        ingredientes=read_ingredientes(cells["ingredientes"], cells["composicion_texto"]),
        formulacion=clean(cells.get("formulacion")),
        clase=clean(cells.get("clase")),
        titular=clean_name(cells.get("titular")),
        estado=clean(cells.get("estado")),
        usos=usos.get(product, ()),
        linea=fila.linea,
    )


def _distinct_folded(valores: Iterable[str]) -> tuple[str, ...]:
    """«Neonicotinoides | neonicotinoides» is one group."""
    return tuple({valor.casefold(): valor for valor in reversed(list(valores))}.values())[::-1]


def _gaps(fila: Fila, label: Etiqueta) -> list[str]:
    gaps: list[str] = []
    if not label.autorizaciones:
        gaps.append(f"{label.nombre}: sin número de autorización")
    if not _active(label.ingredientes):
        gaps.append(f"{label.nombre}: sin ingrediente activo")
    if not label.objetivos:
        gaps.append(f"{label.nombre}: sin objetivos")
    if "\ufffd" in "".join(fila.celdas.values()):
        gaps.append(f"{label.nombre}: trae letras ilegibles (�)")
    return gaps


def _active(ingredientes: Iterable[Ingrediente]) -> bool:
    return any(ingrediente.activo is not False for ingrediente in ingredientes)


def _orphans(
    archivo: str, usos: Mapping[str, tuple[Uso, ...]], fichas: Mapping[str, Etiqueta]
) -> list[Observacion]:
    return [
        Observacion(
            archivo=archivo,
            linea=rows[0].linea,
            gravedad=Gravedad.RECHAZADA,
            motivo=f"{len(rows)} usos nombran el producto_id {product}, que no está en el registro",
        )
        for product, rows in usos.items()
        if product not in fichas
    ]
