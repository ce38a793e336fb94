"""The columns of a table that only its white space shows, and which texts stand in them."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from oraculo_rag.informes.pdf.geometry import Line
from oraculo_rag.informes.pdf.lines import Row, make_line, make_row

_CELL_GAP = 0.4  # of the type's size; a wider gap inside a line may part two cells
_SHARED = 0.2  # of the type's size, of heights in common


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
    """Return the columns of the rows, left to right."""
    rows = _join_interlocked(rows)
    lines = sorted((line for row in rows for line in row.lines), key=lambda line: line.box.width)
    columns = _merge(_cluster(lines), rows)
    kept = [column for column in columns if _is_supported(column, rows)]
    if len(kept) == len(columns):
        return columns
    return _merge(_cluster([ln for ln in lines if any(c.overlaps(ln) for c in kept)]), rows)


def place_row(row: Row, columns: Sequence[Column]) -> list[Cell]:
    """Return the texts of a row as cells: one to one where they are as many as the columns."""
    pairs = list(zip(row.lines, columns, strict=False))
    in_order = len(row.lines) == len(columns) and all(
        column.overlaps(line) or not any(other.overlaps(line) for other in columns)
        for line, column in pairs
    )
    if in_order:
        return [Cell((line,), index, index) for index, line in enumerate(row.lines)]
    return [cell for line in row.lines for cell in _place(line, columns)]


def _join_interlocked(rows: Sequence[Row]) -> list[Row]:
    """Put rows that share heights together: they are lines of one row's cells."""
    joined: list[Row] = []
    for row in rows:
        if joined and joined[-1].box.bottom - row.box.top > _SHARED * row.lines[0].style.size:
            joined[-1] = make_row((*joined[-1].lines, *row.lines))
        else:
            joined.append(row)
    return joined


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
    return sorted(columns)


def _merge(columns: list[Column], rows: Sequence[Row]) -> list[Column]:
    """Join neighbours that are one column: never beside each other in a row.

    Texts set flush right or centred leave gaps that wider ones, or the header alone, close.
    """
    for left, right in pairwise(columns):
        if not _stand_apart(left, right, rows):
            merged = [c for c in columns if c not in (left, right)]
            return _merge(sorted([*merged, Column(left.start, right.end)]), rows)
    return columns


def _stand_apart(left: Column, right: Column, rows: Iterable[Row]) -> bool:
    """Tell whether a row has a text in each of the two."""
    return any(
        any(left.overlaps(line) and not right.overlaps(line) for line in row.lines)
        and any(right.overlaps(line) and not left.overlaps(line) for line in row.lines)
        for row in rows
    )


def _is_supported(column: Column, rows: Sequence[Row]) -> bool:
    """A column has texts in several rows, or a header; else it is a gap inside a cell."""
    taken = [row for row in rows if any(column.overlaps(line) for line in row.lines)]
    return len(taken) > 1 or taken[:1] == rows[:1]


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
