"""What the map says about the texts of a cell: where they part, and which unit they lack."""

import re

from oraculo_rag.lectura.limpieza import clean
from oraculo_rag.lectura.listas.mapa import Columna

_SOLO_NUMERO = re.compile(r"[\d.,]+(?:\s*(?:[-–—/]|a)\s*[\d.,]+)*")
_SIEMPRE = "|"
_ABRE = frozenset("([")
_CIERRA = frozenset(")]")


def is_bare_number(texto: str) -> bool:
    """Return whether a text is a number, or a range, without a unit: «14», «60 - 80»."""
    return _SOLO_NUMERO.fullmatch(texto) is not None


def with_unit(texto: str, columna: Columna) -> str:
    """Return «14 días» for «14» where the map gives the unit; a text with its own stays."""
    line = clean(texto) or ""
    return f"{line} {columna.unidad}" if columna.unidad and is_bare_number(line) else line


def split_values(texto: str, columna: Columna, separador: str | None = None) -> tuple[str, ...]:
    """Return the distinct values of a cell in order, each with its unit."""
    parts = split_places(texto, columna, separador)
    return tuple(dict.fromkeys(part for part in parts if part))


def split_places(texto: str, columna: Columna, separador: str | None = None) -> list[str]:
    """Return what stands at each place of a cell, empty places and repetitions included.

    A separator inside brackets parts nothing: «Botritis (Botrytis cinerea, B. sp.)» is one.
    """
    mark = columna.separador or separador or _SIEMPRE
    outer = texto.split(_SIEMPRE)
    return [with_unit(part, columna) for text in outer for part in _outside_brackets(text, mark)]


def _outside_brackets(texto: str, mark: str) -> list[str]:
    parts: list[str] = []
    start = depth = 0
    for match in re.finditer(rf"[()\[\]]|{re.escape(mark)}", texto):
        if match[0] in _ABRE:
            depth += 1
        elif match[0] in _CIERRA:
            depth = max(0, depth - 1)
        elif depth == 0:
            parts.append(texto[start : match.start()])
            start = match.end()
    return [*parts, texto[start:]]
