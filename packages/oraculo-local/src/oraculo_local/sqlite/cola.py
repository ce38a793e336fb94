"""The bus: durable queues, in order within a group, at least once, shared by processes."""

import os
import sqlite3
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from oraculo_local.sqlite.base import transaction

ARRIENDO_S = 30.0
"""How long a message may be in work before another process may take it."""


@dataclass(frozen=True, slots=True)
class Recibo:
    """A message lent to this process, to be acknowledged or released."""

    orden: int
    id: str
    cola: str
    grupo: str
    tipo: str
    cuerpo: bytes
    intentos: int


class Cola:
    """Queues in one table. `owner` names this process among those on the same file."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        *,
        owner: str | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._connection = connection
        self._owner = owner or str(os.getpid())
        self._clock = clock

    def publish(
        self,
        cola: str,
        grupo: str,
        *,
        tipo: str,
        evento_id: str,
        cuerpo: bytes,
        espera_s: float = 0,
    ) -> None:
        """Add a message; one with an id that was published before is the same message."""
        self._connection.execute(
            "INSERT OR IGNORE INTO cola (id, cola, grupo, tipo, cuerpo, disponible) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            (evento_id, cola, grupo, tipo, cuerpo, self._clock() + espera_s),
        )

    def lease(self, colas: Sequence[str], grupo: str | None = None) -> Recibo | None:
        """Lend the oldest message that is due, of a group with nothing older in work."""
        now = self._clock()
        marks = ",".join("?" * len(colas))
        by_group = "AND grupo = ?" if grupo is not None else ""
        parameters = (*colas, now, now, *((grupo,) if grupo is not None else ()), now)
        with transaction(self._connection):
            row = self._connection.execute(
                f"""
                SELECT orden, id, cola, grupo, tipo, cuerpo, intentos FROM cola AS m
                WHERE cola IN ({marks}) AND disponible <= ?
                  AND (arriendo IS NULL OR arriendo <= ?) {by_group}
                  AND NOT EXISTS (
                    SELECT 1 FROM cola AS otra
                    WHERE otra.cola = m.cola AND otra.grupo = m.grupo
                      AND otra.orden < m.orden AND otra.arriendo > ?)
                ORDER BY orden LIMIT 1
                """,  # noqa: S608
                parameters,
            ).fetchone()
            if row is None:
                return None
            self._connection.execute(
                "UPDATE cola SET duenio = ?, arriendo = ?, intentos = intentos + 1 WHERE orden = ?",
                (self._owner, now + ARRIENDO_S, row[0]),
            )
        return Recibo(*row)

    def acknowledge(self, recibo: Recibo) -> None:
        """Remove a message whose work is done."""
        self._connection.execute("DELETE FROM cola WHERE orden = ?", (recibo.orden,))

    def release(self, recibo: Recibo, espera_s: float) -> None:
        """Give a message back, to be lent again after `espera_s` seconds."""
        self._connection.execute(
            "UPDATE cola SET duenio = NULL, arriendo = NULL, disponible = ? WHERE orden = ?",
            (self._clock() + espera_s, recibo.orden),
        )

    def move(self, recibo: Recibo, cola: str) -> None:
        """Park a message in another queue, as it is."""
        self._connection.execute(
            "UPDATE cola SET cola = ?, duenio = NULL, arriendo = NULL WHERE orden = ?",
            (cola, recibo.orden),
        )

    def reclaim(self, alive: Callable[[str], bool] | None = None) -> int:
        """Take back what dead processes had in work, and return how many messages that was."""
        is_alive = alive or _process_alive
        owners = self._connection.execute(
            "SELECT DISTINCT duenio FROM cola WHERE duenio IS NOT NULL AND duenio <> ?",
            (self._owner,),
        ).fetchall()
        taken = 0
        for (owner,) in owners:
            if not is_alive(owner):
                taken += self._connection.execute(
                    "UPDATE cola SET duenio = NULL, arriendo = NULL WHERE duenio = ?", (owner,)
                ).rowcount
        return taken

    def depth(self, cola: str) -> int:
        """Return how many messages a queue holds, in work or not."""
        query = "SELECT count(*) FROM cola WHERE cola = ?"
        return int(self._connection.execute(query, (cola,)).fetchone()[0])


def _process_alive(owner: str) -> bool:
    try:
        os.kill(int(owner), 0)
    except (ProcessLookupError, ValueError):
        return False
    except PermissionError:
        return True
    return True
