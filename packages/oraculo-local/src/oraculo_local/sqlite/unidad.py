"""The commit of a turn: session, history, outgoing events and «seen» in one transaction."""

import sqlite3
import time

import msgspec
from oraculo_contracts.codec import encode
from oraculo_contracts.eventos import SesionCerrada
from oraculo_contracts.identidad import group_of
from oraculo_domain import Sesion, Turno
from oraculo_domain.errores import ConflictoVersionError

from oraculo_local.colas import route
from oraculo_local.sqlite.base import transaction
from oraculo_local.sqlite.cola import Cola


class SqliteUnidad:
    """The domain's `UnidadDeTrabajo`. On one machine the outbox is the bus itself."""

    def __init__(self, connection: sqlite3.Connection, cola: Cola, clave: bytes) -> None:
        self._connection = connection
        self._cola = cola
        self._clave = clave

    def seen(self, entrada_id: str) -> bool:
        """Return whether this input was committed before."""
        query = "SELECT 1 FROM vistos WHERE id = ?"
        return self._connection.execute(query, (entrada_id,)).fetchone() is not None

    def commit(self, entrada_id: str, turno: Turno) -> None:
        """Save the whole turn, unless its input is already seen."""
        with transaction(self._connection):
            if self.seen(entrada_id):
                return
            self._save(turno.sesion)
            self._connection.executemany(
                "INSERT OR IGNORE INTO turnos (turno, session_id, cuerpo) VALUES (?, ?, ?)",
                [
                    (
                        registro.respuesta.causa if registro.respuesta else entrada_id,
                        turno.sesion.session_id,
                        msgspec.json.encode(registro),
                    )
                    for registro in turno.registros
                ],
            )
            for comando in turno.comandos:
                if isinstance(comando, SesionCerrada):
                    self._archive(comando)
                else:
                    name, delay_s = route(comando)
                    grupo = group_of(self._clave, comando.conversacion)
                    self._cola.publish(
                        name,
                        grupo,
                        tipo=type(comando).__name__,
                        evento_id=comando.id,
                        cuerpo=encode(comando),
                        espera_s=delay_s,
                    )
            self._connection.execute(
                "INSERT INTO vistos (id, cuando) VALUES (?, ?)", (entrada_id, int(time.time()))
            )

    def _save(self, sesion: Sesion) -> None:
        grupo = group_of(self._clave, sesion.conversacion)
        query = "SELECT version FROM sesiones WHERE grupo = ?"
        stored = self._connection.execute(query, (grupo,)).fetchone()
        if (stored[0] if stored else 0) != sesion.version:
            raise ConflictoVersionError(sesion.session_id)
        self._connection.execute(
            "INSERT OR REPLACE INTO sesiones (grupo, version, cuerpo) VALUES (?, ?, ?)",
            (grupo, sesion.version + 1, msgspec.msgpack.encode(sesion)),
        )

    def _archive(self, cerrada: SesionCerrada) -> None:
        self._connection.execute(
            "INSERT OR IGNORE INTO sesiones_cerradas (session_id, cuerpo) VALUES (?, ?)",
            # Not `encode`: history is no wire, and a long session may be larger than a message.
            (cerrada.session_id, msgspec.json.encode(cerrada)),
        )
