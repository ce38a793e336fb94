"""A table of HTML, cell by cell, with its merged cells spread over what they cover."""

import msgspec

from oraculo_rag.informes.bloques import Bloque
from oraculo_rag.informes.tables import Celda, build_table, linearize_row
from oraculo_rag.informes.text import clean


class _Source(msgspec.Struct, kw_only=True):
    """A cell as written."""

    header: bool
    colspan: int
    rowspan: int
    parts: list[str]
    all_bold: bool = True

    def to_celda(self, *, covered: bool) -> Celda:
        text = clean("".join(self.parts))
        return Celda(
            texto=text, destacada=self.header or (self.all_bold and bool(text)), cubierta=covered
        )


class TableBuilder:
    """Takes rows, cells and text as they come; gives blocks."""

    def __init__(self) -> None:
        self._rows: list[list[_Source]] = []

    def start_row(self) -> None:
        """Begin a row."""
        self._rows.append([])

    def start_cell(self, *, header: bool, colspan: int, rowspan: int) -> None:
        """Begin a cell of the current row."""
        if not self._rows:
            self.start_row()
        cell = _Source(header=header, colspan=colspan, rowspan=rowspan, parts=[])
        self._rows[-1].append(cell)

    def write(self, text: str, *, bold: bool = False) -> None:
        """Add text to the current cell; text outside any cell opens one."""
        if not text.strip() and not (self._rows and self._rows[-1]):
            return
        if not (self._rows and self._rows[-1]):
            self.start_cell(header=False, colspan=1, rowspan=1)
        cell = self._rows[-1][-1]
        cell.parts.append(text)
        cell.all_bold = cell.all_bold and (bold or not text.strip())

    def build(self) -> list[Bloque]:
        """Return the table as blocks."""
        return build_table(self._grid())

    def plain_text(self) -> str:
        """Return the table as text on one line."""
        rows = (linearize_row(tuple(c.texto for c in row if c.texto)) for row in self._grid())
        return "; ".join(row for row in rows if row)

    def _grid(self) -> list[list[Celda]]:
        """Spread each cell over its spans, row by row."""
        hanging: dict[tuple[int, int], Celda] = {}
        grid: list[list[Celda]] = []
        for number, sources in enumerate(self._rows):
            row: list[Celda] = []
            for source in sources:
                self._take_hanging(hanging, number, row)
                self._place(source, number, row, hanging)
            self._take_hanging(hanging, number, row)
            grid.append(row)
        return grid

    @staticmethod
    def _take_hanging(hanging: dict[tuple[int, int], Celda], number: int, row: list[Celda]) -> None:
        while (number, len(row)) in hanging:
            row.append(hanging.pop((number, len(row))))

    @staticmethod
    def _place(
        source: _Source, number: int, row: list[Celda], hanging: dict[tuple[int, int], Celda]
    ) -> None:
        for across in range(source.colspan):
            cell = source.to_celda(covered=across > 0)
            for down in range(1, source.rowspan):
                hanging[number + down, len(row)] = cell
            row.append(cell)
