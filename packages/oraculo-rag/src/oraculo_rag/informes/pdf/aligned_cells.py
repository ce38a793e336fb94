"""The rows of a table that only its white space shows."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from oraculo_rag.informes.hyphens import join_lines
from oraculo_rag.informes.pdf.aligned_columns import Cell, Column, find_columns, place_row
from oraculo_rag.informes.pdf.geometry import Line
from oraculo_rag.informes.pdf.lines import Row
from oraculo_rag.informes.tables import Celda, is_figure

_CELL_LEADING = 0.35  # of the type's size, between the lines of one cell at most
_TOLERANCE = 0.15
_SAME_HEIGHT = 0.5
_LONGEST_CELL = 6  # lines


def read_cells(rows: Sequence[Row], rules: Sequence[float], page: int) -> list[list[Celda]]:
    """Return the rows of the table, cell by cell; `rules` are heights that part rows."""
    columns = find_columns(rows)
    if not _is_tight(rows, columns, rules):
        cells = [cell for row in rows for cell in place_row(row, columns)]
        blocks = _stack(cells, rules)
        return [_grid_row(group, len(columns), page) for group in _overlapping(blocks)]
    by_line = [place_row(row, columns) for row in rows]
    return [_grid_row(group, len(columns), page) for group in _append_wrapped(by_line)]


def _is_tight(rows: Sequence[Row], columns: Sequence[Column], rules: Sequence[float]) -> bool:
    """Without space between rows, a stack of figures is as many rows, not one cell."""
    cells = [cell for row in rows for cell in place_row(row, columns)]
    return any(
        sum(is_figure(line.text) for line in block.lines) > 1 or len(block.lines) > _LONGEST_CELL
        for block in _stack(cells, rules)
    )


def _stack(cells: Sequence[Cell], rules: Sequence[float]) -> list[Cell]:
    """Join the lines of each column that follow each other closely with no rule between."""
    stacked: dict[tuple[int, int], list[Cell]] = {}
    leading = _cell_leading(cells)
    for cell in sorted(cells, key=lambda cell: cell.top):
        pile = stacked.setdefault((cell.first, cell.last), [])
        if pile and _gap(pile[-1], cell) <= leading and not _is_parted(pile[-1], cell, rules):
            pile[-1] = Cell(pile[-1].lines + cell.lines, cell.first, cell.last)
        else:
            pile.append(cell)
    return [cell for pile in stacked.values() for cell in pile]


def _cell_leading(cells: Iterable[Cell]) -> float:
    """The widest gap between lines of one cell: hardly more than the narrowest gap there is."""
    last: dict[int, Cell] = {}
    gaps: list[float] = []
    size = 0.0
    for cell in sorted(cells, key=lambda cell: cell.top):
        size = max(size, cell.lines[0].style.size)
        if cell.first in last:
            gaps.append(_gap(last[cell.first], cell))
        last[cell.first] = cell
    narrowest = min((gap for gap in gaps if gap > -_SAME_HEIGHT * size), default=0.0)
    return min(_CELL_LEADING * size, narrowest + _TOLERANCE * size)


def _gap(above: Cell, below: Cell) -> float:
    return below.top - above.bottom


def _is_parted(above: Cell, below: Cell, rules: Sequence[float]) -> bool:
    start, end = above.lines[-1].box.center[1], below.lines[0].box.center[1]
    return any(start < rule < end for rule in rules)


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
