"""The REST interface of a Qdrant server, for reading: light to import, typed both ways.

qdrant-client takes longer to import than most questions take to answer; it stays out of here.
"""

from http import HTTPStatus
from typing import Any, TypeVar
from urllib.parse import quote

import msgspec
import urllib3

from oraculo_rag.errores import VersionAusenteError
from oraculo_rag.indice.errores import IndiceInaccesibleError, IndiceRechazaError, is_passing

CONECTAR = 1.0
LEER = 5.0
"""Seconds to connect, and to wait for more of an answer."""

_SIN_PERMISO = {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}
_DETALLE = 200

_T = TypeVar("_T")


class _Sobre(msgspec.Struct, frozen=True):
    """Around every result; it also carries status and time, which nobody reads."""

    result: msgspec.Raw


class _Alias(msgspec.Struct, frozen=True):
    alias_name: str
    collection_name: str


class _Aliases(msgspec.Struct, frozen=True):
    aliases: tuple[_Alias, ...]


class _Vector(msgspec.Struct, frozen=True):
    size: int


class _Parametros(msgspec.Struct, frozen=True):
    vectors: dict[str, _Vector] = {}


class _Configuracion(msgspec.Struct, frozen=True):
    params: _Parametros


class _Descripcion(msgspec.Struct, frozen=True):
    config: _Configuracion


class ConexionQdrant:
    """Asks one server, over connections that are kept open. Safe to share between threads.

    Nothing is tried twice here: who asks knows how much time is left.

    Args:
        url: Where the server is, like `http://127.0.0.1:6333`.
        clave: Its API key, if it wants one.
        conectar: Seconds to wait for a connection.
        leer: Seconds to wait for each piece of an answer.
    """

    def __init__(
        self, url: str, clave: str | None = None, *, conectar: float = CONECTAR, leer: float = LEER
    ) -> None:
        self._url = url.rstrip("/")
        self._pool = urllib3.PoolManager(
            headers={"api-key": clave} if clave else {},
            timeout=urllib3.Timeout(connect=conectar, read=leer),
            retries=False,
        )

    def resolve(self, nombre: str) -> str:
        """Return the collection that the alias `nombre` stands for now, or `nombre` itself."""
        known = self._send("GET", "/aliases", None, _Aliases)
        named = (alias.collection_name for alias in known.aliases if alias.alias_name == nombre)
        return next(named, nombre)

    def dimension(self, coleccion: str, vector: str) -> int | None:
        """Return how many numbers the dense vector `vector` has, or `None` without one."""
        described = self._send("GET", _path(coleccion), None, _Descripcion)
        params = described.config.params.vectors.get(vector)
        return params.size if params else None

    def read(self, coleccion: str, operacion: str, cuerpo: dict[str, Any], tipo: type[_T]) -> _T:
        """Return the result of a reading operation on the points of a collection.

        Args:
            coleccion: The collection's name.
            operacion: `query`, `scroll` or `count`.
            cuerpo: The request's body.
            tipo: What the result must be.

        Raises:
            VersionAusenteError: The server has no such collection.
            IndiceInaccesibleError: No answer in time, or «not now»: worth another try.
            IndiceRechazaError: A wrong key, a wrong request, an answer that cannot be read.
        """
        return self._send("POST", f"{_path(coleccion)}/points/{operacion}", cuerpo, tipo)

    def close(self) -> None:
        """Close the connections."""
        self._pool.clear()

    def _send(self, method: str, path: str, cuerpo: dict[str, Any] | None, tipo: type[_T]) -> _T:
        try:
            response = self._pool.request(method, f"{self._url}{path}", json=cuerpo)
        except urllib3.exceptions.LocationValueError as error:
            raise IndiceRechazaError("La dirección del índice no es válida.") from error
        except urllib3.exceptions.HTTPError as error:
            message = f"El índice no responde: {type(error).__name__}."
            raise IndiceInaccesibleError(message) from error
        _check(response)
        try:
            envelope = msgspec.json.decode(response.data, type=_Sobre)
            return msgspec.json.decode(envelope.result, type=tipo)
        except msgspec.DecodeError as error:
            raise IndiceRechazaError("El índice contestó algo que no se entiende.") from error


def _path(coleccion: str) -> str:
    return f"/collections/{quote(coleccion, safe='')}"


def _check(response: urllib3.BaseHTTPResponse) -> None:
    status = response.status
    if status == HTTPStatus.OK:
        return
    if is_passing(status):
        raise IndiceInaccesibleError(f"El índice no puede contestar ahora (HTTP {status}).")
    if status == HTTPStatus.NOT_FOUND:
        raise VersionAusenteError("El servidor no tiene esa colección; vuelve a cargar los datos.")
    if status in _SIN_PERMISO:
        raise IndiceRechazaError(f"El índice rechazó la clave (HTTP {status}).")
    detail = response.data[:_DETALLE].decode("utf-8", "replace")
    raise IndiceRechazaError(f"El índice rechazó la petición (HTTP {status}): {detail}")
