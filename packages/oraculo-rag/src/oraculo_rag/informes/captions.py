"""Captions of tables, which stand above or below them as paragraphs of their own."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import TypeGuard

from msgspec.structs import replace

from oraculo_rag.informes.bloques import Bloque, Parrafo, Tabla
from oraculo_rag.informes.headings import is_table_caption

_LONGEST = 300


def attach_captions(bloques: Sequence[Bloque]) -> list[Bloque]:
    """Return the blocks with each caption moved into its table: the next one, or the last."""
    attached: list[Bloque] = []
    for bloque, following in zip_longest(bloques, bloques[1:]):
        last = attached[-1] if attached else None
        if _lacks_caption(bloque) and _is_caption(last):
            attached[-1] = replace(bloque, leyenda=last.texto)
        elif _is_caption(bloque) and _lacks_caption(last) and not _lacks_caption(following):
            attached[-1] = replace(last, leyenda=bloque.texto)
        else:
            attached.append(bloque)
    return attached


def _is_caption(bloque: Bloque | None) -> TypeGuard[Parrafo]:
    return (
        isinstance(bloque, Parrafo)
        and len(bloque.texto) <= _LONGEST
        and is_table_caption(bloque.texto)
    )


def _lacks_caption(bloque: Bloque | None) -> TypeGuard[Tabla]:
    return isinstance(bloque, Tabla) and not bloque.leyenda
