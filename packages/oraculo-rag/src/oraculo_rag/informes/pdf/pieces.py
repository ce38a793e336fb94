"""What a flow of text is cut into before pages and columns are joined."""

import msgspec

from oraculo_rag.informes.bloques import Bloque, Parrafo, Titulo
from oraculo_rag.informes.tables import Celda, build_table


class TextPiece(msgspec.Struct, frozen=True, kw_only=True):
    """A heading or a paragraph with what its looks say."""

    bloque: Titulo | Parrafo
    small: bool = False
    """Set smaller than the body: a foot note, the note of a table."""
    full: bool = False
    """Its last line reaches the margin: it may go on in the next column."""


class TablePiece(msgspec.Struct, frozen=True, kw_only=True):
    """The part of a table that one page holds."""

    celdas: list[list[Celda]]


Piece = TextPiece | TablePiece


def to_blocks(piece: Piece) -> list[Bloque]:
    """Return the piece as finished blocks."""
    return [piece.bloque] if isinstance(piece, TextPiece) else build_table(piece.celdas)
