"""Sheets of an XLSX into rows of texts, by openpyxl; what it passes over is looked up first."""

import importlib
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.etree.ElementTree import ParseError
from xml.parsers.expat import ExpatError

from oraculo_catalogo.texto import fold

from oraculo_rag.errores import FuenteIlegibleError
from oraculo_rag.informes.untyped import Untyped
from oraculo_rag.lectura.planillas.contenedor import check_workbook, damaged
from oraculo_rag.lectura.planillas.hoja import (
    MAX_FILA,
    Coordenada,
    Estructura,
    HojaDesmedidaError,
    read_structure,
)
from oraculo_rag.lectura.planillas.valores import is_date, text_of
from oraculo_rag.lectura.renglon import Renglon, Reparo

# What openpyxl, and what it stands on, raise for parts that are missing, cut or not what they say.
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    ExpatError,
    ParseError,
    EOFError,
    OSError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    ArithmeticError,
    RecursionError,
    NotImplementedError,
)
_ERROR = "e"


def read_sheet(path: Path, hoja: str | None, encabezado: int) -> list[Renglon]:
    """Return the header of a sheet, and the rows below it that have anything in them.

    A merged cell's text stands in each of its rows; a formula's in the result that was kept.

    Args:
        path: An XLSX.
        hoja: Its name; `None` where the workbook shows one sheet only.
        encabezado: Row of the header, from 1. What stands beyond its last name is not read.

    Raises:
        FuenteIlegibleError: It cannot be read, is too large, or has no such sheet.
    """
    check_workbook(path)
    reader = _load()
    try:
        # openpyxl warns of styles, extensions and validations: nothing of what is read here.
        with warnings.catch_warnings(), path.open("rb") as file:
            warnings.simplefilter("ignore")
            book = reader.ExcelReader(file, read_only=True, data_only=True, keep_links=False)
            with book.archive:
                book.read()
                return _read(path, book, hoja, encabezado)
    except HojaDesmedidaError as error:
        message = (
            f"{path.name} tiene más de {MAX_FILA} filas o demasiadas celdas combinadas. "
            "Deja solo las filas del listado."
        )
        raise FuenteIlegibleError(message) from error
    except _DAMAGE as error:
        raise damaged(path) from error


def _load() -> Untyped:
    """Import openpyxl, which has no types, when the first workbook comes."""
    try:
        return importlib.import_module("openpyxl.reader.excel")
    except ImportError as error:
        message = "Para leer libros de Excel falta un componente: instala oraculo-rag[planillas]."
        raise FuenteIlegibleError(message) from error


def _read(path: Path, book: Untyped, hoja: str | None, encabezado: int) -> list[Renglon]:
    cells = importlib.import_module("openpyxl.utils.cell")
    sheet = _choose(path, book.wb.worksheets, hoja)
    (part,) = [rel.target for entry, rel in book.parser.find_sheets() if entry.name == sheet.title]
    with book.archive.open(part) as source:
        structure = read_structure(source, cells.coordinate_to_tuple, cells.range_boundaries)
    # The size that a sheet declares can be wrong, and what lies beyond would be lost.
    sheet.reset_dimensions()
    rows = sheet.iter_rows(max_row=structure.filas, max_col=structure.columnas)
    return list(_below(rows, _Celdas(structure), encabezado)) if structure.columnas else []


def _below(
    rows: Iterator[tuple[Untyped, ...]], cells: "_Celdas", encabezado: int
) -> Iterator[Renglon]:
    """Yield the header and what is below it, as wide as the header is."""
    width: int | None = None
    for line, row in enumerate(rows, 1):
        found = cells.row(line, row[:width])
        if line == encabezado:
            width = max((n for n, text in enumerate(found.celdas, 1) if text.strip()), default=0)
        if line >= encabezado and found.is_filled:
            yield found


def _choose(path: Path, sheets: list[Untyped], hoja: str | None) -> Untyped:
    visible = [sheet for sheet in sheets if sheet.sheet_state == "visible"]
    if hoja is None:
        chosen = visible
    else:
        chosen = [sheet for sheet in sheets if fold(sheet.title) == fold(hoja)]
    if len(chosen) == 1:
        return chosen[0]
    names = ", ".join(f"«{sheet.title}»" for sheet in sheets) or "ninguna"
    wanted = "hay que decir qué hoja leer" if hoja is None else f"no está la hoja «{hoja}»"
    raise FuenteIlegibleError(
        f'{path.name}: {wanted}. Las que trae: {names}. Escribe en el mapa: hoja = "NOMBRE"'
    )


class _Celdas:
    """Turns the cells of one sheet into texts, top down."""

    def __init__(self, structure: Estructura) -> None:
        self._structure = structure
        self._heads = frozenset(structure.combinadas.values())
        self._above: dict[Coordenada, tuple[str, Reparo | None]] = {}

    def row(self, linea: int, cells: Sequence[Untyped]) -> Renglon:
        texts: list[str] = []
        notes: dict[int, Reparo] = {}
        for column, cell in enumerate(cells, 1):
            text, note = self._content((linea, column), cell)
            texts.append(text)
            if note is not None:
                notes[column - 1] = note
        return Renglon(linea, tuple(texts), notes)

    def _content(self, where: Coordenada, cell: Untyped) -> tuple[str, Reparo | None]:
        head = self._structure.combinadas.get(where)
        if head is not None:
            return self._above.get(head, ("", None))
        content = self._read(where, cell)
        if where in self._heads:
            self._above[where] = content
        return content

    def _read(self, where: Coordenada, cell: Untyped) -> tuple[str, Reparo | None]:
        value = cell.value
        is_text = self._structure.formulas.get(where)
        if value is None:
            return "", Reparo.SIN_VALOR if is_text is False else None
        if cell.data_type == _ERROR:
            return "", Reparo.ERROR
        text = text_of(value, cell.number_format if isinstance(value, int | float) else None)
        if is_date(value):
            return text, Reparo.FECHA
        return text, None if is_text is None else Reparo.FORMULA
