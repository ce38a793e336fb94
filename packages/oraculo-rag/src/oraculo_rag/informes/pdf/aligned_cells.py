"""The columns and rows of a table that only its white space shows."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from oraculo_rag.informes.hyphens import join_lines
from oraculo_rag.informes.pdf.geometry import Line
from oraculo_rag.informes.pdf.lines import Row, make_line
from oraculo_rag.informes.tables import Celda

_CELL_LEADING = 0.35  # of the type's size, between the lines of one cell
_CELL_GAP = 0.4  # of the type's size; a wider gap inside a line may part two cells
_LONGEST_CELL = 6  # lines
_FIGURE = re.compile(r"[<>≤≥]?\s?[-+]?\d+(?:[.,]\d+)*\s?%?(?:\s?[a-z]{1,4})?|[A-Z]{1,2}\d{1,2}")


class Column(NamedTuple):
    """The horizontal extent of a column's texts."""

    start: float
    end: float

    def overlaps(self, line: Line) -> bool:
        """Tell whether a part of `line` stands in the column."""
        return line.box.x0 < self.end and self.start < line.box.x1


class Cell(NamedTuple):
    """Lines of one cell, and the first and last column that they stand in."""

    lines: tuple[Line, ...]
    first: int
    last: int

    @property
    def top(self) -> float:
        """Return the top of its first line."""
        return self.lines[0].box.top

    @property
    def bottom(self) -> float:
        """Return the bottom of its last line."""
        return self.lines[-1].box.bottom


def find_columns(rows: Sequence[Row]) -> list[Column]:
    """Return the columns of the rows, left to right, each with texts in two rows or more."""
    lines = sorted((line for row in rows for line in row.lines), key=lambda line: line.box.width)
    columns = _cluster(lines)
    supported = [c for c in columns if sum(c.overlaps(line) for line in lines) > 1]
    if len(supported) == len(columns):
        return sorted(columns)
    return sorted(_cluster([line for line in lines if any(c.overlaps(line) for c in supported)]))


def read_cells(rows: Sequence[Row], rules: Sequence[float], page: int) -> list[list[Celda]]:
    """Return the rows of the table, cell by cell; `rules` are heights that part rows."""
    columns = find_columns(rows)
    if not _is_tight(rows, columns, rules):
        cells = [cell for row in rows for line in row.lines for cell in _place(line, columns)]
        blocks = _stack(cells, rules)
        return [_grid_row(group, len(columns), page) for group in _overlapping(blocks)]
    by_line = [[c for line in row.lines for c in _place(line, columns)] for row in rows]
    return [_grid_row(group, len(columns), page) for group in _append_wrapped(by_line)]


def _cluster(lines: Iterable[Line]) -> list[Column]:
    """Grow columns from the narrowest texts on; a text across two columns grows neither."""
    columns: list[Column] = []
    for line in lines:
        touched = [column for column in columns if column.overlaps(line)]
        if not touched:
            columns.append(Column(line.box.x0, line.box.x1))
        elif len(touched) == 1:
            columns.remove(touched[0])
            start, end = touched[0]
            columns.append(Column(min(start, line.box.x0), max(end, line.box.x1)))
    return columns


def _place(line: Line, columns: Sequence[Column]) -> list[Cell]:
    """Return the line as one cell, or cut where two cells came near each other."""
    touched = [index for index, column in enumerate(columns) if column.overlaps(line)]
    if not touched:
        middle = line.box.center[0]
        nearest = min(
            range(len(columns)),
            key=lambda index: min(abs(middle - edge) for edge in columns[index]),
        )
        return [Cell((line,), nearest, nearest)]
    if len(touched) > 1:
        pieces = _cut(line, columns)
        if len(pieces) > 1:
            return [cell for piece in pieces for cell in _place(piece, columns)]
    return [Cell((line,), touched[0], touched[-1])]


def _cut(line: Line, columns: Sequence[Column]) -> list[Line]:
    """Cut a line at its wide gaps that lie between columns."""
    widest = _CELL_GAP * line.style.size
    pieces = [[line.words[0]]]
    for word in line.words[1:]:
        start, end = pieces[-1][-1].box.x1, word.box.x0
        between = any(start <= column.start <= end + 1 for column in columns)
        if end - start > widest and between:
            pieces.append([word])
        else:
            pieces[-1].append(word)
    return [make_line(piece) for piece in pieces]


def _is_tight(rows: Sequence[Row], columns: Sequence[Column], rules: Sequence[float]) -> bool:
    """Without space between rows, a stack of figures is as many rows, not one cell."""
    cells = [cell for row in rows for line in row.lines for cell in _place(line, columns)]
    return any(
        sum(_FIGURE.fullmatch(line.text) is not None for line in block.lines) > 1
        or len(block.lines) > _LONGEST_CELL
        for block in _stack(cells, rules)
    )


def _stack(cells: Sequence[Cell], rules: Sequence[float]) -> list[Cell]:
    """Join the lines of each column that follow each other closely with no rule between."""
    stacked: dict[tuple[int, int], list[Cell]] = {}
    for cell in sorted(cells, key=lambda cell: cell.top):
        pile = stacked.setdefault((cell.first, cell.last), [])
        if pile and _follows(pile[-1], cell, rules):
            pile[-1] = Cell(pile[-1].lines + cell.lines, cell.first, cell.last)
        else:
            pile.append(cell)
    return [cell for pile in stacked.values() for cell in pile]


def _follows(above: Cell, below: Cell, rules: Sequence[float]) -> bool:
    last, first = above.lines[-1], below.lines[0]
    gap = first.box.top - last.box.bottom
    parted = any(last.box.center[1] < rule < first.box.center[1] for rule in rules)
    return gap <= _CELL_LEADING * first.style.size and not parted


def _overlapping(blocks: Iterable[Cell]) -> list[list[Cell]]:
    """Group the cells that share heights: a row, however its cells are aligned in it."""
    groups: list[list[Cell]] = []
    for block in sorted(blocks, key=lambda block: block.top):
        if groups and any(_share_height(block, other) for other in groups[-1]):
            groups[-1].append(block)
        else:
            groups.append([block])
    return groups


def _share_height(one: Cell, other: Cell) -> bool:
    common = min(one.bottom, other.bottom) - max(one.top, other.top)
    return 2 * common > min(one.bottom - one.top, other.bottom - other.top)


def _append_wrapped(rows: Sequence[list[Cell]]) -> list[list[Cell]]:
    """A line with nothing in the first column goes on with the row above."""
    joined: list[list[Cell]] = []
    for row in rows:
        if joined and all(cell.first > 0 for cell in row):
            joined[-1] = joined[-1] + row
        else:
            joined.append(row)
    return joined


def _grid_row(cells: Iterable[Cell], width: int, page: int) -> list[Celda]:
    """Return the cells at their columns; one across several covers those on its right."""
    lines: list[list[Line]] = [[] for _ in range(width)]
    covered: dict[int, int] = {}
    for cell in cells:
        lines[cell.first].extend(cell.lines)
        covered.update(dict.fromkeys(range(cell.first + 1, cell.last + 1), cell.first))
    celdas = [_celda(found, page) for found in lines]
    for column, first in covered.items():
        if not lines[column]:
            source = celdas[first]
            celdas[column] = replace(source, cubierta=True)
    return celdas


def _celda(lines: Sequence[Line], page: int) -> Celda:
    ordered = sorted(lines, key=lambda line: line.box.top)
    bold = bool(ordered) and all(line.bold for line in ordered)
    text = join_lines(line.text for line in ordered)
    return Celda(texto=text, destacada=bold, pagina=page)
