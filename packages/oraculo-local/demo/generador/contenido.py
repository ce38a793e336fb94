"""Reading what people write: TOML files into strict structs."""

from pathlib import Path
from typing import TypeVar

import msgspec

CARPETA_CONTENIDO = Path(__file__).parents[1] / "contenido"

T = TypeVar("T")


class ContenidoError(Exception):
    """A content file does not say what it has to; permanent until somebody edits it."""


def read_toml(ruta: Path, tipo: type[T]) -> T:
    """Return the file at `ruta` as a `tipo`.

    Raises:
        ContenidoError: With the file's name, when a field is missing, unknown or of another type.
    """
    try:
        return msgspec.toml.decode(ruta.read_bytes(), type=tipo)
    except msgspec.DecodeError as error:
        raise ContenidoError(f"{ruta.name}: {error}") from error
