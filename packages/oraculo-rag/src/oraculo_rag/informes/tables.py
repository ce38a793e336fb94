"""Tables as grids of cells: caption, header and rows, and how they read as text."""

import re
from collections.abc import Sequence

import msgspec

from oraculo_rag.informes.bloques import Bloque, Fila, Parrafo, Tabla

CELL_SEPARATOR = " | "
_MOST_HEADER_ROWS = 3
_CODE = re.compile(r"(?:[A-Z]{1,2}-?)?\d{1,3}")
_VALUE = re.compile(r"[<>≤≥±~]?\s*[-+]?\d[\d.,]*\s*(?:%|\S{1,8})?(?:\s+[a-zA-Z]{1,4})?")
_FIGURE = re.compile(r"[<>≤≥]?\s?[-+]?\d+(?:[.,]\d+)*\s?%?(?:\s?[a-z]{1,4})?|[A-Z]{1,2}\d{1,2}")
Row = tuple[str, ...]


class Celda(msgspec.Struct, frozen=True, kw_only=True):
    """A cell of a grid. A merged cell stands at every place that it covers."""

    texto: str = ""
    destacada: bool = False
    """Marked as a header, or all in bold."""
    cubierta: bool = False
    """It is the cell on its left that reaches here."""
    pagina: int | None = None


def build_table(grid: Sequence[Sequence[Celda]]) -> list[Bloque]:
    """Return a grid as blocks: a table, paragraphs when it has one column, or nothing.

    A first row that is one merged cell is the caption. A merged header cell names each of its
    columns; a cell merged downwards stands in each of its rows, so that no row loses its product.
    """
    rows = _rectangular(grid)
    if not rows:
        return []
    if len(rows[0]) == 1:
        return [Parrafo(texto=row[0].texto, pagina=row[0].pagina) for row in rows]
    leyenda = ""
    if len(rows) > 1 and all(celda.cubierta for celda in rows[0][1:]):
        leyenda, rows = rows[0][0].texto, rows[1:]
    count = _count_header_rows(rows)
    filas = tuple(
        Fila(
            celdas=tuple("" if celda.cubierta else celda.texto for celda in row),
            pagina=row[0].pagina,
        )
        for row in rows[count:]
    )
    return [Tabla(leyenda=leyenda, cabecera=_join_header(rows[:count]), filas=filas)]


def looks_like_data(row: Row) -> bool:
    """Tell whether a row starts with a treatment's code or is mostly figures."""
    filled = [text for text in row if text]
    values = sum(_VALUE.fullmatch(text) is not None for text in filled)
    return bool(filled) and (_CODE.fullmatch(filled[0]) is not None or 2 * values > len(filled))


def is_figure(text: str) -> bool:
    """Tell whether `text` is one value or one treatment code: two such are never one cell."""
    return _FIGURE.fullmatch(text) is not None


def linearize_row(row: Row) -> str:
    """Return a row as a line: «T2 | Producto X | 1,5 L/ha»."""
    return CELL_SEPARATOR.join(row)


def linearize(leyenda: str, cabecera: Row, filas: Sequence[Row]) -> str:
    """Return a table as lines: caption, header, rows."""
    lines = [leyenda, linearize_row(cabecera), *map(linearize_row, filas)]
    return "\n".join(line for line in lines if line)


def _rectangular(grid: Sequence[Sequence[Celda]]) -> list[list[Celda]]:
    """Drop rows and columns that hold nothing, and make all rows as long as the longest."""
    width = max((len(row) for row in grid), default=0)
    padded = [[*row, *(Celda() for _ in range(width - len(row)))] for row in grid]
    used = [
        column
        for column in range(width)
        if any(row[column].texto and not row[column].cubierta for row in padded)
    ]
    rows = [[row[column] for column in used] for row in padded]
    return [row for row in rows if any(celda.texto for celda in row)]


def _count_header_rows(rows: Sequence[Sequence[Celda]]) -> int:
    """Header rows are marked or bold ones; failing that, the first row unless it is data."""
    if len(rows) == 1:
        return 0
    marked = 0
    while marked < min(_MOST_HEADER_ROWS, len(rows) - 1) and _is_marked(rows[marked]):
        marked += 1
    if marked:
        return marked
    if looks_like_data(tuple(c.texto for c in rows[0])) or _has_label_column(rows):
        return 0
    return 2 if _has_groups(rows) else 1


def _has_groups(rows: Sequence[Sequence[Celda]]) -> bool:
    """A header in two rows: a merged cell over the names of its columns, and data below."""
    first, second = rows[:2]
    if len(rows) == 2 or not any(celda.cubierta for celda in first):  # noqa: PLR2004
        return False
    is_continued = second[0].texto in {"", first[0].texto}
    return is_continued or not looks_like_data(tuple(celda.texto for celda in second))


def _has_label_column(rows: Sequence[Sequence[Celda]]) -> bool:
    """Pairs of a name and its value: the names end in a colon, or they alone are bold."""
    names = [row[0] for row in rows if row[0].texto]
    others = [celda for row in rows for celda in row[1:] if celda.texto]
    return all(celda.texto.endswith(":") for celda in names) or (
        all(celda.destacada for celda in names) and not any(c.destacada for c in others)
    )


def _is_marked(row: Sequence[Celda]) -> bool:
    return all(celda.destacada for celda in row if celda.texto)


def _join_header(header: Sequence[Sequence[Celda]]) -> Row:
    """«Evaluación 1» over «Frutos dañados» becomes «Evaluación 1 Frutos dañados»."""
    columns = zip(*header, strict=True)
    return tuple(" ".join(dict.fromkeys(c.texto for c in column if c.texto)) for column in columns)
