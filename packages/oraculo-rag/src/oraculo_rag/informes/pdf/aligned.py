"""Tables without drawn columns: rows of short texts that stand below each other."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from oraculo_rag.informes.headings import is_caption, is_marker
from oraculo_rag.informes.pdf.aligned_cells import read_cells
from oraculo_rag.informes.pdf.aligned_columns import find_columns
from oraculo_rag.informes.pdf.geometry import Box, union
from oraculo_rag.informes.pdf.lines import Row
from oraculo_rag.informes.pdf.rules import Rule
from oraculo_rag.informes.tables import Celda

_WIDEST_GAP = 2.5  # between rows, of the type's size
_WIDEST_GAP_IN_CELLS = 1.0  # before a row of which only one cell has text
_CELL_LEADING = 0.35  # between the lines of one cell
_MOST_SINGLES = 6
_LEAST_ROWS = 3
_LEAST_RULED_ROWS = 2
_PROSE_CHARACTERS = 32


class AlignedTable(NamedTuple):
    """A table found among rows: the first of them, the one after the last, and its cells."""

    start: int
    end: int
    celdas: list[list[Celda]]


def find_aligned(rows: Sequence[Row], horizontal: Sequence[Rule], page: int) -> list[AlignedTable]:
    """Return the tables among the rows of one flow of text of `page`, from top to bottom."""
    tables: list[AlignedTable] = []
    position = 0
    while position < len(rows):
        end = _reach(rows, position)
        run = rows[position:end]
        box = union(row.box for row in run) if run else None
        rules = _rules_within(horizontal, box) if box else []
        if box and _is_table(run, rules):
            tables.append(AlignedTable(position, end, read_cells(run, rules, page)))
        position = max(end, position + 1)
    return tables


def _reach(rows: Sequence[Row], start: int) -> int:
    """Return the end of the run of rows that begins at `start`; `start` itself when none does.

    A run begins and ends with rows of several texts, and with the outer lines of their cells.
    """
    end, widest = start, 0.0
    for position in range(start, len(rows)):
        row = rows[position]
        if is_caption(row.lines[0].text):
            break
        is_full = len(row.lines) > 1 or _interlocks(rows, position)
        gap = row.box.top - rows[position - 1].box.bottom if position > start else 0.0
        limit = (_WIDEST_GAP if is_full else _WIDEST_GAP_IN_CELLS) * _size(row)
        if gap > max(limit, widest):
            break
        if is_full:
            end, widest = position + 1, max(widest, gap)
        elif position - end >= _MOST_SINGLES or not _fits_a_column(rows, start, position):
            break
    while start < end < len(rows) and _is_last_line_of_cell(rows, start, end):
        end += 1
    return end


def _interlocks(rows: Sequence[Row], position: int) -> bool:
    """Tell whether the row shares heights with a neighbour: cells of other numbers of lines."""
    least = 0.2 * _size(rows[position])
    pairs = pairwise(rows[max(0, position - 1) : position + 2])
    return any(above.box.bottom - below.box.top > least for above, below in pairs)


def _fits_a_column(rows: Sequence[Row], start: int, position: int) -> bool:
    """Tell whether a single text stands below just one column of the rows above."""
    line = rows[position].lines[0]
    return sum(column.overlaps(line) for column in find_columns(rows[start:position])) == 1


def _is_last_line_of_cell(rows: Sequence[Row], start: int, position: int) -> bool:
    row, above = rows[position], rows[position - 1]
    is_near = row.box.top - above.box.bottom <= _CELL_LEADING * _size(row)
    return len(row.lines) == 1 and is_near and _fits_a_column(rows, start, position)


def _rules_within(horizontal: Sequence[Rule], box: Box) -> list[float]:
    """Heights of the rules that run across most of the table, its own upper and lower included."""
    margin = 8.0
    return [
        rule.at
        for rule in horizontal
        if box.top - margin <= rule.at <= box.bottom + margin
        and min(rule.end, box.x1) - max(rule.start, box.x0) > 0.6 * box.width
    ]


def _is_table(run: Sequence[Row], rules: Sequence[float]) -> bool:
    full = [row for row in run if len(row.lines) > 1]
    least = _LEAST_RULED_ROWS if len(rules) > 1 else _LEAST_ROWS
    if len(full) < least or len(find_columns(run)) < 2:  # noqa: PLR2004
        return False
    firsts = [row.lines[0].text for row in full]
    is_list = all(is_marker(text) or text.endswith(":") for text in firsts)
    return not is_list and not _is_prose(full)


def _is_prose(full: Sequence[Row]) -> bool:
    """Two columns of sentences, not of cells."""
    return all(len(row.lines) == 2 for row in full) and all(  # noqa: PLR2004
        median(len(row.lines[side].text) for row in full) > _PROSE_CHARACTERS for side in (0, 1)
    )


def _size(row: Row) -> float:
    return max(line.style.size for line in row.lines)
