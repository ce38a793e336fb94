"""Bounds on what one file may cost, whoever sent it."""

import time

import msgspec


class Limites(msgspec.Struct, frozen=True, kw_only=True):
    """Bounds of one extraction. The defaults fit reports of CER with room to spare."""

    paginas: int = 300
    """Pages read of a PDF; the rest is reported."""
    segundos: float = 60.0
    """Time to read the pages of one file, checked between pages, and as much to order them."""
    bytes_archivo: int = 64 * 2**20
    bytes_descomprimidos: int = 256 * 2**20
    """All parts of a DOCX together, images included."""
    bytes_documento: int = 8 * 2**20
    """Text of one document once uncompressed: it is held in memory as a tree."""
    caracteres_pagina: int = 20_000
    trazos_pagina: int = 10_000
    """Lines and edges of boxes of a page looked at when its tables are sought."""
    caracteres_pasaje: int = 1_200
    """Length that a passage aims at. Only a row that is longer by itself exceeds it."""


class Plazo:
    """The time that is left for one file."""

    def __init__(self, segundos: float) -> None:
        self._end = time.monotonic() + segundos

    @property
    def is_over(self) -> bool:
        """Tell whether the time has passed."""
        return time.monotonic() >= self._end
