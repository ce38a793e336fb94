"""The domain's ports over one SQLite file, shared by every process on the same folder."""

from oraculo_local.sqlite.base import open_database
from oraculo_local.sqlite.cola import Cola, Recibo
from oraculo_local.sqlite.historial import SqliteHistorial
from oraculo_local.sqlite.sesiones import SqliteSesiones
from oraculo_local.sqlite.unidad import SqliteUnidad

__all__ = [
    "Cola",
    "Recibo",
    "SqliteHistorial",
    "SqliteSesiones",
    "SqliteUnidad",
    "open_database",
]
