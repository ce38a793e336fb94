"""The database file: its schema, its settings and the installation's key."""

import secrets
import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from oraculo_local.errores import CarpetaInutilizableError

_ESQUEMA = 1
_ESPERA_S = 10.0
_TABLAS = """
CREATE TABLE IF NOT EXISTS meta (clave TEXT PRIMARY KEY, valor BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS sesiones (
    grupo TEXT PRIMARY KEY, version INTEGER NOT NULL, cuerpo BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS vistos (id TEXT PRIMARY KEY, cuando INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS turnos (
    orden INTEGER PRIMARY KEY,
    turno TEXT NOT NULL UNIQUE,
    session_id TEXT NOT NULL,
    cuerpo BLOB NOT NULL,
    tiempos BLOB
);
CREATE INDEX IF NOT EXISTS turnos_por_sesion ON turnos (session_id, orden);
CREATE TABLE IF NOT EXISTS sesiones_cerradas (
    session_id TEXT PRIMARY KEY, cuerpo BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS cola (
    orden INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    cola TEXT NOT NULL,
    grupo TEXT NOT NULL,
    tipo TEXT NOT NULL,
    cuerpo BLOB NOT NULL,
    disponible REAL NOT NULL,
    duenio TEXT,
    arriendo REAL,
    intentos INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX IF NOT EXISTS cola_pendiente ON cola (cola, disponible, orden);
"""


def open_database(path: Path) -> sqlite3.Connection:
    """Return a connection in autocommit mode, with the schema in place.

    WAL with `synchronous=NORMAL`: a commit survives the death of the process; the loss of power
    may undo the last ones, and never damages the file.

    Raises:
        CarpetaInutilizableError: The file is not a database of this version, or not writable.
    """
    try:
        connection = sqlite3.connect(path, timeout=_ESPERA_S, isolation_level=None)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        found = connection.execute("PRAGMA user_version").fetchone()[0]
        if found == 0:
            connection.executescript(f"BEGIN; {_TABLAS} PRAGMA user_version = {_ESQUEMA}; COMMIT;")
        elif found != _ESQUEMA:
            raise CarpetaInutilizableError(_other_version(path))
    except sqlite3.Error as error:
        message = (
            f"No se puede usar {path}: {error}. Elige otra carpeta con --datos, o aparta ese "
            "archivo si está dañado."
        )
        raise CarpetaInutilizableError(message) from error
    return connection


def _other_version(path: Path) -> str:
    return (
        f"{path} es de otra versión de Oráculo. Actualiza el programa o elige otra carpeta con "
        "--datos."
    )


@contextmanager
def transaction(connection: sqlite3.Connection) -> Generator[None]:
    """Run a block as one write transaction: all of it, or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def installation_key(connection: sqlite3.Connection) -> bytes:
    """Return the secret that ids are keyed by, made once for each data folder: 32 bytes."""
    connection.execute(
        "INSERT OR IGNORE INTO meta (clave, valor) VALUES ('clave', ?)", (secrets.token_bytes(32),)
    )
    row = connection.execute("SELECT valor FROM meta WHERE clave = 'clave'").fetchone()
    return bytes(row[0])
