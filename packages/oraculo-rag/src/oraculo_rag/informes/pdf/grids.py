"""Tables with drawn cells: the grid that rules make, and the words in each cell of it."""

from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from oraculo_rag.informes.hyphens import join_lines
from oraculo_rag.informes.pdf.geometry import Box, Line, Page, Word
from oraculo_rag.informes.pdf.lines import group_lines
from oraculo_rag.informes.pdf.rules import Ruling, group_rulings
from oraculo_rag.informes.tables import Celda, is_figure

_LEAST_FILLED = 0.35  # of the cells; the frame of a chart has none
_LEAST_DIVIDED = 0.5  # of the rows; fewer have no columns but what the words show
_MOST_CELLS = 10_000
Place = tuple[int, int]


class Grid(NamedTuple):
    """A table found on a page: where it is and its cells."""

    box: Box
    celdas: list[list[Celda]]
    words: frozenset[Word]

    @property
    def line(self) -> Line:
        """The whole table as one line, to be compared with those of other pages."""
        return Line((), self.box, " ".join(c.texto for row in self.celdas for c in row))


def find_grids(page: Page) -> list[Grid]:
    """Return the tables of a page whose cells are drawn, from top to bottom."""
    found = (_read_grid(ruling, page) for ruling in group_rulings(page.rules))
    return sorted((grid for grid in found if grid), key=lambda grid: grid.box.top)


def _read_grid(ruling: Ruling, page: Page) -> Grid | None:
    if ruling.rows * ruling.columns > _MOST_CELLS:
        return None
    regions = _merge_cells(ruling)
    box = Box(ruling.xs[0], ruling.ys[0], ruling.xs[-1], ruling.ys[-1])
    inside: dict[Place, list[Word]] = {}
    for word in page.words:
        place = ruling.locate(word.box.center)
        if place is not None:
            inside.setdefault(regions[place], []).append(word)
    if not _is_table(ruling, regions, inside):
        return None
    blank = Celda(pagina=page.number)
    cells = dict.fromkeys(regions.values(), blank) | {
        place: _cell(found, page.number) for place, found in inside.items()
    }
    celdas = [
        [_placed(cells, regions[row, column], column) for column in range(ruling.columns)]
        for row in range(ruling.rows)
    ]
    return Grid(box, celdas, frozenset(word for found in inside.values() for word in found))


def _merge_cells(ruling: Ruling) -> dict[Place, Place]:
    """Map each place of the grid to the first place of the cell that it belongs to."""
    first: dict[Place, Place] = {}
    for row in range(ruling.rows):
        for column in range(ruling.columns):
            place = (row, column)
            if column and not ruling.has_left_edge(place):
                first[place] = first[row, column - 1]
            elif row and not ruling.has_top_edge(place):
                first[place] = first[row - 1, column]
            else:
                first[place] = place
    return first


def _is_table(ruling: Ruling, regions: dict[Place, Place], inside: dict[Place, list[Word]]) -> bool:
    """Tell a table from a framed text, from the frame of a chart, and from mere row lines."""
    cells = set(regions.values())
    divided = sum(
        len({regions[row, column] for column in range(ruling.columns)}) > 1
        for row in range(ruling.rows)
    )
    return (
        len(inside) > 1
        and not any(_holds_rows(words) for words in inside.values())
        and len(inside) >= _LEAST_FILLED * len(cells)
        and divided >= _LEAST_DIVIDED * ruling.rows
    )


def _holds_rows(words: Sequence[Word]) -> bool:
    """Tell whether figures are stacked in one cell: only columns are drawn, no rows."""
    lines = group_lines(word for word in words if word.style.upright)
    return sum(is_figure(line.text) for line in lines) > 1


def _cell(words: Sequence[Word], page: int) -> Celda:
    upright = [word for word in words if word.style.upright]
    turned = [word.text for word in words if not word.style.upright]
    texts = [line.text for line in group_lines(upright)] + turned
    bold = all(word.style.bold for word in words)
    return Celda(texto=join_lines(texts), destacada=bold, pagina=page)


def _placed(cells: dict[Place, Celda], first: Place, column: int) -> Celda:
    """A merged cell stands at each of its places; to the right of its first column, covered."""
    return replace(cells[first], cubierta=True) if column > first[1] else cells[first]
