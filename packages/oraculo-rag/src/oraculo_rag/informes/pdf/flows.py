"""Pages to flows of pieces: without running headers, in reading order, tables apart."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from oraculo_rag.informes.bloques import Parrafo
from oraculo_rag.informes.pdf.aligned import find_aligned
from oraculo_rag.informes.pdf.columns import find_gutters, order_flows
from oraculo_rag.informes.pdf.geometry import Line
from oraculo_rag.informes.pdf.grids import Grid
from oraculo_rag.informes.pdf.layout import Layout
from oraculo_rag.informes.pdf.lines import Row, group_rows, make_line
from oraculo_rag.informes.pdf.paragraphs import ParagraphReader
from oraculo_rag.informes.pdf.pieces import Piece, TablePiece, TextPiece
from oraculo_rag.informes.pdf.running import find_running
from oraculo_rag.informes.pdf.typography import Typography

Flow = list[Line | Grid]


def order_pages(layouts: Sequence[Layout]) -> list[tuple[Layout, list[Flow]]]:
    """Return each page with its flows in reading order, running headers and footers left out."""
    running = find_running(
        [(layout.page, layout.lines + [grid.line for grid in layout.grids]) for layout in layouts]
    )
    bodies = [
        (layout.page, [line for line in layout.lines if line not in removed])
        for layout, removed in zip(layouts, running, strict=True)
    ]
    tables = [
        [grid for grid in layout.grids if grid.line not in removed]
        for layout, removed in zip(layouts, running, strict=True)
    ]
    items = [[*body, *grids] for (_, body), grids in zip(bodies, tables, strict=True)]
    flows = map(order_flows, items, find_gutters(bodies))
    return list(zip(layouts, flows, strict=True))


def lines_of(flow: Iterable[Line | Grid]) -> list[Line]:
    """Return the lines of a flow, without its drawn tables."""
    return [item for item in flow if isinstance(item, Line)]


class FlowReader:
    """Reads the flows of one page."""

    def __init__(self, layout: Layout, typography: Typography, vocabulary: frozenset[str]) -> None:
        self._page = layout.page.number
        self._horizontal = layout.horizontal
        self._typography = typography
        self._vocabulary = vocabulary

    def read(self, flow: Flow) -> list[Piece]:
        """Return the paragraphs, headings and tables of one flow."""
        margin = max((line.box.x1 for line in lines_of(flow)), default=0.0)
        paragraphs = ParagraphReader(self._typography, self._vocabulary, self._page, margin)
        pieces: list[Piece] = []
        for is_grid, items in groupby(flow, key=lambda item: isinstance(item, Grid)):
            if is_grid:
                grids = (item for item in items if isinstance(item, Grid))
                pieces.extend(TablePiece(celdas=grid.celdas) for grid in grids)
            else:
                pieces.extend(self._read_rows(group_rows(lines_of(items)), paragraphs))
        return pieces

    def _read_rows(self, rows: Sequence[Row], paragraphs: ParagraphReader) -> Iterator[Piece]:
        position = 0
        for table in find_aligned(rows, self._horizontal, self._page):
            yield from paragraphs.read(_merge_rows(rows[position : table.start]))
            yield TablePiece(celdas=table.celdas)
            position = table.end
        yield from paragraphs.read(_merge_rows(rows[position:]))


def _merge_rows(rows: Sequence[Row]) -> list[Line]:
    """Texts beside each other that are no table: one line each row."""
    return [make_line([word for line in row.lines for word in line.words]) for row in rows]


def turned_piece(layout: Layout) -> list[Piece]:
    """Text that is set sideways outside of tables, as the page's last paragraph."""
    if not layout.turned:
        return []
    parrafo = Parrafo(texto=layout.turned, pagina=layout.page.number)
    return [TextPiece(bloque=parrafo, small=True)]
