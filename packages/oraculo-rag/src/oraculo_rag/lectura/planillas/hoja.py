"""What a sheet says of its cells that no reader of values tells: formulas and merged cells.

The sheet is read as a stream of tags, before its values are.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO
from xml.parsers.expat import ExpatError, ParserCreate

from oraculo_rag.informes.untyped import Untyped

MAX_FILA = 100_000
MAX_COLUMNA = 512
"""Columns beyond it are not read: no list is that wide."""
_TROZO = 2**16
_ESPACIO = " "
_MAX_COMBINADAS = 400_000
"""Cells that take their text from another one."""

Coordenada = tuple[int, int]
"""Row and column, from 1."""


class HojaDesmedidaError(ValueError):
    """The sheet has more rows, or more merged cells, than a list can have."""


@dataclass(slots=True)
class Estructura:
    """What was found in one sheet."""

    filas: int = 0
    columnas: int = 0
    """Of the widest row, `MAX_COLUMNA` at most."""
    formulas: dict[Coordenada, bool] = field(default_factory=dict[Coordenada, bool])
    """Whether the result is a text: an empty one is a result too."""
    combinadas: dict[Coordenada, Coordenada] = field(default_factory=dict[Coordenada, Coordenada])
    """From each cell below the first of a merged range to the first of its column."""


def read_structure(
    source: BinaryIO, coordinate: Callable[[str], Coordenada], bounds: Callable[[str], Untyped]
) -> Estructura:
    """Return the formulas and the merged cells of a sheet's XML.

    Args:
        source: The sheet's part, uncompressed.
        coordinate: Reads «B7» as (7, 2).
        bounds: Reads «A2:B7» as (1, 2, 2, 7): columns and rows, first and last.

    Raises:
        HojaDesmedidaError: It is larger than a list can be.
        ExpatError: It is not XML, or declares a document type.
        ValueError: A reference cannot be read, or the rows are out of order.
    """
    scan = _Lector(coordinate, bounds)
    parser = ParserCreate(namespace_separator=_ESPACIO)
    parser.StartElementHandler = scan.start
    parser.StartDoctypeDeclHandler = _refuse_doctype
    while chunk := source.read(_TROZO):
        parser.Parse(chunk, False)  # noqa: FBT003 - expat takes it by position
    parser.Parse(b"", True)  # noqa: FBT003 - expat takes it by position
    return scan.found


class _Lector:
    """Follows the tags, with the position that each cell has or is implied to have."""

    def __init__(
        self, coordinate: Callable[[str], Coordenada], bounds: Callable[[str], Untyped]
    ) -> None:
        self.found = Estructura()
        self._coordinate = coordinate
        self._bounds = bounds
        self._row = 0
        self._column = 0
        self._is_text = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        match name.rpartition(_ESPACIO)[2]:
            case "row":
                self._enter_row(attributes.get("r"))
            case "c":
                self._enter_cell(attributes.get("r"))
                self._is_text = attributes.get("t") == "str"
            case "f":
                self.found.formulas[self._row, self._column] = self._is_text
            case "mergeCell":
                self._merge(attributes["ref"])
            case _:
                pass

    def _enter_row(self, number: str | None) -> None:
        row = int(number) if number else self._row + 1
        if row > MAX_FILA:
            raise HojaDesmedidaError
        if row <= self._row:
            # A reader of values would drop it without a word.
            raise ValueError(number)
        self._row, self._column = row, 0
        self.found.filas = row

    def _enter_cell(self, reference: str | None) -> None:
        row, column = self._coordinate(reference) if reference else (self._row, self._column + 1)
        if row != self._row:
            raise ValueError(reference)
        self._column = column
        self.found.columnas = max(self.found.columnas, min(column, MAX_COLUMNA))

    def _merge(self, reference: str) -> None:
        first_column, first_row, last_column, last_row = self._bounds(reference)
        columns = range(first_column, min(last_column, MAX_COLUMNA) + 1)
        rows = range(first_row + 1, min(last_row, MAX_FILA) + 1)
        if len(self.found.combinadas) + len(columns) * len(rows) > _MAX_COMBINADAS:
            raise HojaDesmedidaError
        for column in columns:
            for row in rows:
                self.found.combinadas[row, column] = (first_row, column)


def _refuse_doctype(*_: object) -> None:
    """No spreadsheet program declares one; what does is after something else."""
    raise ExpatError
