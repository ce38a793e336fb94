"""Reads a CSV file as rows with their line number, or says in full what is wrong with it."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from oraculo_rag.errores import FuenteIlegibleError

MAX_CELDA = 1_000_000
"""Characters of one cell; the register's own longest has a few thousand."""


@dataclass(frozen=True, slots=True)
class Fila:
    """One row: `linea` is where it begins in the file, from 1, the header included."""

    linea: int
    celdas: dict[str, str]
    sobrantes: int = 0
    faltantes: int = 0


def read_csv(path: Path, requeridas: Sequence[str]) -> list[Fila]:
    """Return the rows of a UTF-8 CSV file with a header.

    Raises:
        FuenteIlegibleError: The file is missing, is not UTF-8, is not CSV, or lacks a column.
    """
    records = read_records(path)
    _, first = next(records, (1, [""]))
    header = [name.strip() for name in first]
    _check_header(path, header, requeridas)
    return list(_rows(records, header))


def read_records(path: Path, encabezado: int = 1) -> Iterator[tuple[int, list[str]]]:
    """Yield the records of a UTF-8 CSV file, each with the line where it begins, from 1.

    Args:
        path: The file, separated by «,» or «;».
        encabezado: Line of the header: the separator is the one that it uses.

    Raises:
        FuenteIlegibleError: The file is missing, is not UTF-8, or is not CSV.
    """
    texto = _decoded(path)
    heading = "".join(texto.split("\n", encabezado)[encabezado - 1 : encabezado])
    delimiter = ";" if heading.count(";") > heading.count(",") else ","
    csv.field_size_limit(MAX_CELDA)
    # Not `splitlines`: only line feeds end a line of CSV, and cells hold other separators.
    reader = csv.reader(io.StringIO(texto, newline=""), delimiter=delimiter)
    line = 0
    try:
        for cells in reader:
            start, line = line + 1, reader.line_num
            yield start, cells
    except csv.Error as error:
        message = f"{path.name} no es un CSV válido ({error}). Guárdalo otra vez como «CSV UTF-8»."
        raise FuenteIlegibleError(message) from error


def _decoded(path: Path) -> str:
    if path.is_dir():
        raise FuenteIlegibleError(f"{path} es una carpeta; indica un archivo CSV.")
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError as error:
        message = f"No existe el archivo {path}. Revisa el nombre y la carpeta."
        raise FuenteIlegibleError(message) from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        message = (
            f"{path.name} no está en UTF-8 (línea {line}). Guárdalo como «CSV UTF-8» e inténtalo "
            "otra vez."
        )
        raise FuenteIlegibleError(message) from error
    except OSError as error:
        message = f"No se puede leer {path}: {error.strerror}. Revisa los permisos."
        raise FuenteIlegibleError(message) from error


def _check_header(path: Path, header: Sequence[str], requeridas: Sequence[str]) -> None:
    missing = [column for column in requeridas if column not in header]
    if missing:
        raise FuenteIlegibleError(
            f"{path.name}: falta{'n' if len(missing) > 1 else ''} "
            f"{'las columnas' if len(missing) > 1 else 'la columna'} {', '.join(missing)}. "
            f"Las que trae son: {', '.join(header) or 'ninguna'}."
        )
    repeated = sorted({column for column in header if header.count(column) > 1})
    if repeated:
        raise FuenteIlegibleError(f"{path.name}: columnas repetidas: {', '.join(repeated)}.")


def _rows(records: Iterable[tuple[int, list[str]]], header: Sequence[str]) -> Iterator[Fila]:
    for line, cells in records:
        if any(cell.strip() for cell in cells):
            yield Fila(
                linea=line,
                celdas=dict(zip(header, cells, strict=False)),
                sobrantes=max(0, len(cells) - len(header)),
                faltantes=max(0, len(header) - len(cells)),
            )
