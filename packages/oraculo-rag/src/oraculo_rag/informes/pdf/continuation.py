"""Paragraphs and tables that go on in the next column or on the next page."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from oraculo_rag.informes.bloques import Parrafo
from oraculo_rag.informes.headings import is_caption, starts_with_marker
from oraculo_rag.informes.hyphens import join_pair
from oraculo_rag.informes.pdf.pieces import Piece, TablePiece, TextPiece
from oraculo_rag.informes.tables import Celda

_ENDS = (".", ":", ";", "?", "!", "…")


def join_flows(flows: Iterable[Sequence[Piece]], vocabulary: frozenset[str]) -> list[Piece]:
    """Return the pieces of all flows, in order, with what a break had parted put together."""
    joined: list[Piece] = []
    for flow in flows:
        rest = list(flow)
        position = _last_of_body(joined)
        if rest and position is not None:
            whole = _join(joined[position], rest[0], vocabulary)
            if whole is not None:
                joined[position] = whole
                rest = rest[1:]
        joined.extend(rest)
    return joined


def _last_of_body(pieces: Sequence[Piece]) -> int | None:
    """Position of the last piece above the foot notes."""
    for position in range(len(pieces) - 1, -1, -1):
        piece = pieces[position]
        if isinstance(piece, TablePiece) or not piece.small:
            return position
    return None


def _join(above: Piece, below: Piece, vocabulary: frozenset[str]) -> Piece | None:
    if isinstance(above, TextPiece) and isinstance(below, TextPiece):
        return _join_text(above, below, vocabulary)
    if isinstance(above, TablePiece) and isinstance(below, TablePiece):
        return _join_tables(above.celdas, below.celdas)
    return None


def _join_text(above: TextPiece, below: TextPiece, vocabulary: frozenset[str]) -> TextPiece | None:
    first, second = above.bloque, below.bloque
    if not isinstance(first, Parrafo) or not isinstance(second, Parrafo) or below.small:
        return None
    if not _reads_on(first.texto, second.texto, full=above.full):
        return None
    texto = join_pair(first.texto, second.texto, vocabulary)
    saltos = first.saltos
    if second.pagina is not None and second.pagina != first.pagina_at(len(first.texto)):
        saltos = (*saltos, (len(texto) - len(second.texto), second.pagina))
    return replace(below, bloque=replace(first, texto=texto, saltos=saltos))


def _reads_on(first: str, second: str, *, full: bool) -> bool:
    """A sentence that was not finished, and words that do not begin anything new."""
    if is_caption(first) or is_caption(second) or starts_with_marker(second):
        return False
    if first.endswith(_ENDS):
        return False
    return full or second[0].islower() or first.endswith("-")


def _join_tables(above: list[list[Celda]], below: list[list[Celda]]) -> TablePiece | None:
    """The header repeated on the new page goes; a new header makes a new table."""
    if len(above[0]) != len(below[0]):
        return None
    repeated = 0
    while repeated < min(len(above), len(below)) and _same(above[repeated], below[repeated]):
        repeated += 1
    if not repeated and all(celda.destacada for celda in below[0] if celda.texto):
        return None
    return TablePiece(celdas=above + below[repeated:])


def _same(one: Sequence[Celda], other: Sequence[Celda]) -> bool:
    return [celda.texto.casefold() for celda in one] == [celda.texto.casefold() for celda in other]
