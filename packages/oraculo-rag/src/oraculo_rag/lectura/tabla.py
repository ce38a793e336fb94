"""Reads a CSV file as rows with their line number, or says in full what is wrong with it."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from oraculo_rag.errores import FuenteIlegibleError

MAX_CELDA = 1_000_000
"""Characters of one cell; the register's own longest has a few thousand."""


@dataclass(frozen=True, slots=True)
class FilaCsv:
    """One row: `linea` is where it begins in the file, from 1, the header included."""

    linea: int
    celdas: dict[str, str]
    sobrantes: int = 0
    faltantes: int = 0


def read_csv(path: Path, requeridas: Sequence[str]) -> list[FilaCsv]:
    """Return the rows of a UTF-8 CSV file with a header.

    Raises:
        FuenteIlegibleError: The file is missing, is not UTF-8, is not CSV, or lacks a column.
    """
    lines = _decoded(path).splitlines(keepends=True)
    csv.field_size_limit(MAX_CELDA)
    delimiter = ";" if lines and lines[0].count(";") > lines[0].count(",") else ","
    first = next(csv.reader(lines, delimiter=delimiter), [])
    header = [name.strip() for name in first]
    _check_header(path, header, requeridas)
    try:
        return list(_rows(lines, header, delimiter))
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


def _rows(lines: Sequence[str], header: Sequence[str], delimiter: str) -> Iterator[FilaCsv]:
    reader = csv.reader(lines, delimiter=delimiter)
    next(reader, None)
    line = reader.line_num
    for cells in reader:
        start, line = line + 1, reader.line_num
        if any(cell.strip() for cell in cells):
            yield FilaCsv(
                linea=start,
                celdas=dict(zip(header, cells, strict=False)),
                sobrantes=max(0, len(cells) - len(header)),
                faltantes=max(0, len(header) - len(cells)),
            )
