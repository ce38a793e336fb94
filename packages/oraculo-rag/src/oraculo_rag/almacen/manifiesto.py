"""What a version of the knowledge was made of."""

import hashlib
from collections.abc import Iterable
from datetime import datetime

import msgspec
from oraculo_catalogo.fichas import Ensayo, Etiqueta
from oraculo_contracts.tipos import Fuente

from oraculo_rag.indice import codificacion
from oraculo_rag.informes.modelo import Informe

FORMATO = 1
"""Of a version's files. A program reads versions of its own format only."""


class CargaFuente(msgspec.Struct, frozen=True, kw_only=True):
    """Where one body of evidence came from."""

    archivo: str
    cargado: datetime
    registros: int
    rechazadas: int = 0
    ficticia: bool = False
    con_usos: bool = False
    """Of the register: whether any label carries crops and doses."""
    con_informes: bool = False
    """Of the trials: whether any report was read."""


class Conocido(msgspec.Struct, frozen=True, kw_only=True):
    """The records themselves: what a version is built from, and all that it needs."""

    etiquetas: tuple[Etiqueta, ...] = ()
    ensayos: tuple[Ensayo, ...] = ()
    informes: tuple[Informe, ...] = ()

    def digest(self) -> str:
        """Return the identity of these records under today's format: 16 hexadecimal digits."""
        digest = hashlib.blake2b(digest_size=8)
        digest.update(f"{FORMATO}.{codificacion.VERSION}".encode())
        digest.update(msgspec.msgpack.encode(self))
        return digest.hexdigest()


class Manifiesto(msgspec.Struct, frozen=True, kw_only=True):
    """The card of a version, kept beside its collections."""

    version: str
    formato: int = FORMATO
    fuentes: dict[Fuente, CargaFuente] = {}
    pasajes: int = 0

    @property
    def ficticia(self) -> bool:
        """Whether any of its evidence is the demonstration corpus."""
        return any(carga.ficticia for carga in self.fuentes.values())


def total_passages(informes: Iterable[Informe]) -> int:
    """Return how many passages the reports have."""
    return sum(len(informe.pasajes) for informe in informes)
