"""The catalogue's file: one msgpack document whose head says what it is."""

import hashlib
import os
from pathlib import Path
from typing import TypeVar

import msgspec

from oraculo_catalogo.errores import (
    CatalogoAusenteError,
    CatalogoIlegibleError,
    CatalogoIncompatibleError,
)

_FORMAT = "oraculo-catalogo"
_T = TypeVar("_T", bound=msgspec.Struct)


class _Cabecera(msgspec.Struct, frozen=True):
    """What every version of the file carries; the content is decoded only when it fits."""

    formato: str
    version: int
    huella: bytes
    """Digest of the content: a damaged file is told, not read as another catalogue."""
    contenido: bytes


def write_catalogue(path: Path, contenido: msgspec.Struct, version: int) -> None:
    """Write `contenido` to `path` atomically; the folder must exist."""
    encoded = msgspec.msgpack.encode(contenido)
    document = msgspec.msgpack.encode(_Cabecera(_FORMAT, version, _digest(encoded), encoded))
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("wb") as file:
            file.write(document)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def read_catalogue(path: Path, tipo: type[_T], version: int) -> _T:
    """Read what `write_catalogue` wrote. Raises the `CatalogoError` that fits."""
    try:
        document = path.read_bytes()
    except FileNotFoundError as error:
        raise CatalogoAusenteError(f"There is no catalogue at {path}.") from error
    try:
        head = msgspec.msgpack.decode(document, type=_Cabecera)
        if head.formato != _FORMAT:
            raise CatalogoIlegibleError(f"{path} is no catalogue.")
        if head.version != version:
            raise CatalogoIncompatibleError(
                f"{path} has version {head.version}, this package reads {version}: build it again."
            )
        if head.huella != _digest(head.contenido):
            raise CatalogoIlegibleError(f"{path} is damaged.")
        return msgspec.msgpack.decode(head.contenido, type=tipo)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise CatalogoIlegibleError(f"{path} is no catalogue, or damaged.") from error


def _digest(contenido: bytes) -> bytes:
    return hashlib.blake2b(contenido, digest_size=16).digest()
