"""Reads the mapping file, and tells everything that is wrong with it at once."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from oraculo_rag.errores import FuenteIlegibleError
from oraculo_rag.lectura.listas.mapa import (
    Columna,
    ColumnasRegistro,
    ColumnasUsos,
    Mapa,
    Registro,
    Usos,
)

MAX_MAPA = 2**20
_TABLAS: Mapping[tuple[str, ...], type[BaseModel]] = {
    (): Mapa,
    ("registro",): Registro,
    ("registro", "columnas"): ColumnasRegistro,
    ("usos",): Usos,
    ("usos", "columnas"): ColumnasUsos,
}
_LUGAR = re.compile(r"at line (?P<linea>\d+), column (?P<columna>\d+)")
_MOTIVOS = {
    "string_type": "tiene que ser un texto entre comillas",
    "string_too_short": "está vacío",
    "int_type": "tiene que ser un número entero, sin comillas",
    "greater_than_equal": "tiene que ser 1 o más",
    "less_than_equal": "tiene que ser 1000 o menos",
    "bool_type": "tiene que ser true o false, sin comillas",
    "model_type": "tiene que ser una tabla o, si es una columna, su nombre entre comillas",
}


def read_map(path: Path) -> Mapa:
    """Return what a mapping file says.

    Raises:
        FuenteIlegibleError: It cannot be read, is not TOML, or says what no map says.
    """
    try:
        return Mapa.model_validate(tomllib.loads(_text(path)))
    except tomllib.TOMLDecodeError as error:
        match = _LUGAR.search(str(error))
        where = f"línea {match['linea']}, columna {match['columna']}" if match else "al final"
        message = (
            f"{path.name} no es TOML válido ({where}). Los textos van entre comillas: "
            'titular = "Nombre de la columna".'
        )
        raise FuenteIlegibleError(message) from error
    except ValidationError as error:
        problems = "".join(f"\n  {problem}" for problem in _problems(error))
        raise FuenteIlegibleError(f"{path.name} no sirve como mapa:{problems}") from error


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > MAX_MAPA:
            raise FuenteIlegibleError(f"{path.name} es demasiado grande para ser un mapa.")
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        message = f"No se puede leer el mapa {path}. Revisa el nombre, la carpeta y los permisos."
        raise FuenteIlegibleError(message) from error
    except UnicodeDecodeError as error:
        message = f"{path.name} no está en UTF-8. Guárdalo como texto UTF-8."
        raise FuenteIlegibleError(message) from error


def _problems(error: ValidationError) -> Iterator[str]:
    for detail in error.errors(include_url=False):
        path = tuple(str(part) for part in detail["loc"])
        yield f"{'.'.join(path)}: {_reason(detail, path)}."


def _reason(detail: ErrorDetails, path: tuple[str, ...]) -> str:
    match detail["type"]:
        case "missing":
            return _missing(path)
        case "extra_forbidden":
            return _unknown(path)
        case "sin_producto" | "producto_de_sobra":
            return detail["msg"]
        case kind:
            return _MOTIVOS.get(kind, "no es válido")


def _missing(path: tuple[str, ...]) -> str:
    if path[:-1] and path[-2] == "columnas":
        return f'falta. Escribe: {path[-1]} = "Nombre de la columna" bajo [{".".join(path[:-1])}]'
    if path[-1] == "columna":
        return 'falta. Escribe: columna = "Nombre de la columna"'
    return f"falta la tabla [{'.'.join(path)}]"


def _unknown(path: tuple[str, ...]) -> str:
    known = list(_TABLAS.get(path[:-1], Columna).model_fields)
    close = get_close_matches(path[-1], known, n=1)
    suggestion = f" ¿Querías decir «{close[0]}»?" if close else ""
    return f"no existe.{suggestion} Lo que puede ir ahí: {', '.join(known)}"
