"""Sessions by conversation."""

import sqlite3
from dataclasses import replace

import msgspec
from oraculo_contracts.identidad import group_of
from oraculo_contracts.tipos import Conversacion
from oraculo_domain import Sesion

_decoder = msgspec.msgpack.Decoder(Sesion)


class SqliteSesiones:
    """The domain's `SesionRepository`."""

    def __init__(self, connection: sqlite3.Connection, clave: bytes) -> None:
        self._connection = connection
        self._clave = clave

    def load(self, conversacion: Conversacion) -> Sesion | None:
        """Return the stored session with the version that a commit is checked against."""
        row = self._connection.execute(
            "SELECT version, cuerpo FROM sesiones WHERE grupo = ?",
            (group_of(self._clave, conversacion),),
        ).fetchone()
        if row is None:
            return None
        return replace(_decoder.decode(row[1]), version=row[0])
