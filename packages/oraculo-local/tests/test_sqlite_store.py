"""The domain's storage suite over the real database file."""

import tempfile
from pathlib import Path

from oraculo_domain.testing.builders import CLAVE
from oraculo_domain.testing.suites import Almacen, AlmacenSuite
from oraculo_local.sqlite import (
    Cola,
    SqliteHistorial,
    SqliteSesiones,
    SqliteUnidad,
    open_database,
)


class TestSqliteStore(AlmacenSuite):
    def setup_method(self) -> None:
        self._folder = tempfile.TemporaryDirectory()
        self._connection = open_database(Path(self._folder.name) / "oraculo.db")

    def teardown_method(self) -> None:
        self._connection.close()
        self._folder.cleanup()

    def almacen(self) -> Almacen:
        connection = self._connection
        return Almacen(
            SqliteSesiones(connection, CLAVE),
            SqliteHistorial(connection),
            SqliteUnidad(connection, Cola(connection), CLAVE),
        )
