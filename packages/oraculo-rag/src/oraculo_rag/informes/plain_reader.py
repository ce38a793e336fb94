"""Plain text to blocks: blank lines part paragraphs, form feeds pages, tabs cells of a table."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from oraculo_rag.informes.bloques import Bloque, Contenido, Parrafo, Titulo
from oraculo_rag.informes.headings import (
    heading_level,
    is_label,
    is_numbered,
    starts_with_marker,
)
from oraculo_rag.informes.hyphens import join_lines, vocabulary_of
from oraculo_rag.informes.tables import Celda, build_table
from oraculo_rag.informes.text import clean

_CELL_BREAK = re.compile(r"\t+| {3,}")
_UNDERLINE = re.compile(r"\s*(?:={3,}|-{3,})\s*")
_LEAST_ROWS = 3
_SHORT = 0.75  # of the longest line: a line this short ends its paragraph


def read_plain(text: str) -> Contenido:
    """Return the blocks of a text file. It has pages only where it has form feeds."""
    pages = text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\f").split("\f")
    vocabulary = vocabulary_of(clean(line) for page in pages for line in page.split("\n"))
    paged = len(pages) > 1
    bloques = [
        bloque
        for number, page in enumerate(pages, start=1)
        for bloque in _PageReader(number if paged else None, vocabulary).read(page)
    ]
    return Contenido(bloques=bloques, paginas=len(pages) if paged else None)


class _PageReader:
    """Reads the lines of one page, or of a file without pages."""

    def __init__(self, page: int | None, vocabulary: frozenset[str]) -> None:
        self._page = page
        self._vocabulary = vocabulary

    def read(self, text: str) -> Iterator[Bloque]:
        """Yield the blocks of the page."""
        for is_blank, lines in groupby(text.split("\n"), key=lambda line: not line.strip()):
            if not is_blank:
                yield from self._read_group(list(lines))

    def _read_group(self, lines: Sequence[str]) -> Iterator[Bloque]:
        """Lines without a blank one between: a table, or headings and what follows them."""
        rows = [_CELL_BREAK.split(line.strip()) for line in lines]
        if len(rows) >= _LEAST_ROWS and len({len(row) for row in rows}) == 1 < len(rows[0]):
            yield from build_table([[self._celda(text) for text in row] for row in rows])
            return
        position = 0
        while position < len(lines):
            level, taken = _heading(lines[position : position + 2])
            if level is None:
                break
            texto = clean(lines[position])
            yield Titulo(texto=texto, nivel=level, pagina=self._page)
            position += taken
        yield from self._paragraphs([clean(line) for line in lines[position:]])

    def _celda(self, text: str) -> Celda:
        return Celda(texto=clean(text), pagina=self._page)

    def _paragraphs(self, lines: Sequence[str]) -> Iterator[Parrafo]:
        longest = max(map(len, lines), default=0)
        current: list[str] = []
        for line in lines:
            if current and _begins_anew(current[-1], line, longest):
                yield self._parrafo(current)
                current = []
            current.append(line)
        if any(current):
            yield self._parrafo(current)

    def _parrafo(self, lines: Sequence[str]) -> Parrafo:
        texto = join_lines(filter(None, lines), self._vocabulary)
        return Parrafo(texto=texto, pagina=self._page)


def _heading(lines: Sequence[str]) -> tuple[int | None, int]:
    """Return the level of the heading that the first line is, and how many lines it takes."""
    if len(lines) > 1 and _UNDERLINE.fullmatch(lines[1]) and clean(lines[0]):
        return (1 if "=" in lines[1] else 2), 2
    return heading_level(clean(lines[0])), 1


def _begins_anew(last: str, line: str, longest: int) -> bool:
    """A field, an item, or a line after one that had room left."""
    if is_label(line) or starts_with_marker(line) or is_numbered(line):
        return True
    return len(last) < _SHORT * longest and not last.endswith("-")
