"""What was said, by session."""

import sqlite3
from collections.abc import Sequence

import msgspec
from oraculo_contracts.eventos import TurnoRegistrado

_decoder = msgspec.json.Decoder(TurnoRegistrado)


class SqliteHistorial:
    """The domain's `Historial`, and the times of each turn beside it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def turnos(self, session_id: str) -> Sequence[TurnoRegistrado]:
        """Return the finished turns of a session, oldest first."""
        rows = self._connection.execute(
            "SELECT cuerpo FROM turnos WHERE session_id = ? ORDER BY orden", (session_id,)
        )
        return [_decoder.decode(cuerpo) for (cuerpo,) in rows]

    def turno(self, turno_id: str) -> TurnoRegistrado | None:
        """Return one finished turn by the id of its message, or `None` while it is open."""
        row = self._connection.execute(
            "SELECT cuerpo FROM turnos WHERE turno = ?", (turno_id,)
        ).fetchone()
        return None if row is None else _decoder.decode(row[0])

    def save_times(self, turno_id: str, tiempos_ms: dict[str, float]) -> None:
        """Keep how long each part of a turn took, in milliseconds."""
        self._connection.execute(
            "UPDATE turnos SET tiempos = ? WHERE turno = ?",
            (msgspec.json.encode(tiempos_ms), turno_id),
        )
