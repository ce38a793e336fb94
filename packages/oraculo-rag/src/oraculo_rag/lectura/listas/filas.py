"""The rows of a list with its cells under the names of the fields, and what is odd about them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from oraculo_rag.errores import FuenteIlegibleError
from oraculo_rag.lectura.listas.columnas import Campos, find_columns
from oraculo_rag.lectura.planillas.contenedor import is_workbook
from oraculo_rag.lectura.rechazo import Gravedad, Observacion
from oraculo_rag.lectura.renglon import Renglon, Reparo
from oraculo_rag.lectura.tabla import read_records

_CON_FECHA = frozenset({"estado", "observaciones"})
"""Fields where a date is a date. Anywhere else a spreadsheet made it out of «1-5»."""


@dataclass(frozen=True, slots=True)
class Origen:
    """One table of a file: its sheet, if it has sheets, and the row of its header."""

    path: Path
    hoja: str | None
    encabezado: int

    @property
    def nombre(self) -> str:
        """How findings name it."""
        return f"{self.path.name}, hoja {self.hoja}" if self.hoja else self.path.name

    def note(self, linea: int, gravedad: Gravedad, motivo: str) -> Observacion:
        """Return a finding about one of its rows."""
        return Observacion(archivo=self.nombre, linea=linea, gravedad=gravedad, motivo=motivo)


@dataclass(frozen=True, slots=True)
class FilaLista:
    """One row; a field whose column the map does not name is not in `celdas`."""

    linea: int
    celdas: dict[str, str]

    def has_any(self, campos: Mapping[str, object]) -> bool:
        """Return whether any of these fields says something."""
        return any(self.celdas[campo].strip() for campo in campos if campo in self.celdas)


def read_rows(origen: Origen, campos: Campos) -> tuple[list[FilaLista], list[Observacion]]:
    """Return the rows below the header that can be used, and the findings about all of them.

    Raises:
        FuenteIlegibleError: The file cannot be read, or lacks the sheet or a column.
    """
    rows = _table(origen)
    header = next(rows, None)
    names = header.celdas if header and header.linea == origen.encabezado else ()
    columns = find_columns(origen.nombre, origen.encabezado, names, campos.items())
    read: list[FilaLista] = []
    notes: list[Observacion] = []
    for row in rows:
        found = list(_findings(origen, row, columns, campos))
        notes.extend(found)
        if not any(note.gravedad is Gravedad.RECHAZADA for note in found):
            cells = {campo: _cell(row, position) for campo, position in columns.items()}
            read.append(FilaLista(row.linea, cells))
    return read, notes


def _table(origen: Origen) -> Iterator[Renglon]:
    """Yield the header and the rows below it."""
    if is_workbook(origen.path):
        # Imported late: only a workbook needs its reader.
        from oraculo_rag.lectura.planillas.libro import read_sheet  # noqa: PLC0415

        yield from read_sheet(origen.path, origen.hoja, origen.encabezado)
        return
    if origen.hoja is not None:
        message = f"{origen.path.name} es un CSV y no tiene hojas: quita «hoja» del mapa."
        raise FuenteIlegibleError(message)
    for line, cells in read_records(origen.path, origen.encabezado):
        row = Renglon(line, tuple(cells))
        if line >= origen.encabezado and row.is_filled:
            yield row


def _cell(row: Renglon, position: int) -> str:
    return row.celdas[position] if position < len(row.celdas) else ""


def _findings(
    origen: Origen, row: Renglon, columns: Mapping[str, int], campos: Campos
) -> Iterator[Observacion]:
    for campo, position in columns.items():
        reparo = row.reparos.get(position)
        told = _explain(campo, _cell(row, position), reparo) if reparo else None
        if told:
            gravedad, reason = told
            motivo = f"la columna «{campos[campo].columna}» {reason}"
            yield origen.note(row.linea, gravedad, motivo)


def _explain(campo: str, texto: str, reparo: Reparo) -> tuple[Gravedad, str] | None:
    match reparo:
        case Reparo.SIN_VALOR:
            reason = "es una fórmula sin resultado guardado: abre el libro y guárdalo otra vez"
            return Gravedad.RECHAZADA, reason
        case Reparo.FECHA if campo in _CON_FECHA:
            return None
        case Reparo.FECHA:
            return Gravedad.RECHAZADA, f"trae una fecha ({texto}): escribe ahí el texto original"
        case Reparo.FORMULA:
            return Gravedad.OBSERVADA, f"es una fórmula: se usó su resultado guardado («{texto}»)"
        case Reparo.ERROR:
            return Gravedad.OBSERVADA, "trae un error de la planilla: se leyó como vacía"
