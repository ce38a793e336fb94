"""Vectors already paid for, in one file: a second load pays only for what changed."""

import hashlib
import sqlite3
from array import array
from collections.abc import Generator, Iterable, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from oraculo_rag.densos.errores import CacheIlegibleError
from oraculo_rag.densos.incrustador import Incrustador, VectorDenso

LOTE = 100
"""Texts embedded between two commits: what an interruption costs at most."""

_TAREA = "documento"
_ESPERA = 30.0


class CacheIncrustador:
    """An embedder that asks another one only for documents it has not asked for before.

    The key is a hash of model, dimension, task and text. Questions are not kept: from the vector
    of a person's words the words can be guessed.

    Args:
        incrustador: Who is asked for what is missing.
        path: The file; made when absent. It may be deleted at any time.

    Raises:
        CacheIlegibleError: From `embed_documents`: the file is there and is no such file.
    """

    def __init__(self, incrustador: Incrustador, path: Path) -> None:
        self._incrustador = incrustador
        self._path = path

    @property
    def identidad(self) -> str:
        """Return model and dimension."""
        return self._incrustador.identidad

    @property
    def dimension(self) -> int:
        """Return how many numbers a vector has."""
        return self._incrustador.dimension

    def embed_documents(self, textos: Sequence[str]) -> list[VectorDenso]:
        """Return the vectors of texts to be found, in their order."""
        with self._open() as database:
            known = self._known(database, textos)
            missing = [texto for texto in dict.fromkeys(textos) if texto not in known]
            for start in range(0, len(missing), LOTE):
                batch = missing[start : start + LOTE]
                packed = [_pack(v) for v in self._incrustador.embed_documents(batch)]
                self._keep(database, zip(batch, packed, strict=True))
                known.update(zip(batch, packed, strict=True))
        # Also the new ones come from their kept form: twice the same load is twice the same.
        return [_unpack(known[texto]) for texto in textos]

    def embed_query(self, texto: str) -> VectorDenso:
        """Return the vector of a text to find others by."""
        return self._incrustador.embed_query(texto)

    def _known(self, database: sqlite3.Connection, textos: Iterable[str]) -> dict[str, bytes]:
        known: dict[str, bytes] = {}
        for texto in dict.fromkeys(textos):
            query = "SELECT vector FROM vectores WHERE clave = ?"
            row = database.execute(query, (self._key(texto),)).fetchone()
            if row is not None:
                known[texto] = row[0]
        return known

    def _keep(self, database: sqlite3.Connection, vectors: Iterable[tuple[str, bytes]]) -> None:
        with database:
            database.executemany(
                "INSERT OR REPLACE INTO vectores VALUES (?, ?)",
                ((self._key(texto), packed) for texto, packed in vectors),
            )

    def _key(self, texto: str) -> bytes:
        digest = hashlib.blake2b(digest_size=20)
        digest.update(f"{self.identidad}\0{_TAREA}\0{texto}".encode())
        return digest.digest()

    @contextmanager
    def _open(self) -> Generator[sqlite3.Connection]:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with closing(sqlite3.connect(self._path, timeout=_ESPERA)) as database:
                database.execute(
                    "CREATE TABLE IF NOT EXISTS vectores"
                    " (clave BLOB PRIMARY KEY, vector BLOB NOT NULL) WITHOUT ROWID"
                )
                yield database
        except sqlite3.Error as error:
            message = f"No se puede usar {self._path.name}; bórralo y vuelve a cargar los datos."
            raise CacheIlegibleError(message) from error


def _pack(vector: VectorDenso) -> bytes:
    return array("f", vector).tobytes()


def _unpack(packed: bytes) -> VectorDenso:
    return tuple(array("f", packed))
