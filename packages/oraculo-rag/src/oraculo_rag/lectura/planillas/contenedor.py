"""What a workbook's container says before anything in it is uncompressed."""

import zipfile
from pathlib import Path, PurePosixPath

from oraculo_rag.errores import FuenteIlegibleError

MAX_ARCHIVO = 64 * 2**20
MAX_HOJAS = 192 * 2**20
"""Bytes of all sheets, uncompressed; they are read as a stream."""
MAX_RESTO = 48 * 2**20
"""Bytes of all other parts that are read, uncompressed; they are held in memory."""
_NO_LEIDAS = PurePosixPath("xl/media")
_HOJAS = PurePosixPath("xl/worksheets")
_LIBRO = "xl/workbook*.xml"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_CIFRADO = "EncryptedPackage".encode("utf-16-le")
_ZIP = b"PK"
_CIFRADO = 0x1
_GUARDAR = "Ábrelo en tu programa de planillas y guárdalo como «Libro de Excel (.xlsx)»."
_DANADO = "está dañado o incompleto. Vuelve a descargarlo o a exportarlo."
_SUFIJOS = frozenset({".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlsb", ".ods"})


def is_workbook(path: Path) -> bool:
    """Return whether a file is, or calls itself, a workbook rather than a CSV."""
    return path.suffix.casefold() in _SUFIJOS or _head(path).startswith((_ZIP, _OLE))


def check_workbook(path: Path) -> None:
    """Let through only an XLSX that fits in memory.

    The sizes that a zip declares can lie, but `zipfile` never yields more than them.

    Raises:
        FuenteIlegibleError: It is missing, encrypted, of another format, damaged or too large.
    """
    _check_file(path)
    head = _head(path)
    if head.startswith(_OLE):
        raise _refuse(path, _ole_reason(path))
    if not head.startswith(_ZIP):
        raise _refuse(path, f"no es un libro de Excel, aunque su nombre lo diga. {_GUARDAR}")
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise damaged(path) from error
    _check_members(path, members)


def damaged(path: Path) -> FuenteIlegibleError:
    """Return the failure of a workbook whose parts are cut or not what they say."""
    return _refuse(path, _DANADO)


def _check_file(path: Path) -> None:
    if path.is_dir():
        raise FuenteIlegibleError(f"{path} es una carpeta; indica un archivo.")
    if not path.exists():
        raise FuenteIlegibleError(f"No existe el archivo {path}. Revisa el nombre y la carpeta.")
    size = path.stat().st_size
    if size == 0:
        raise _refuse(path, "está vacío. Vuelve a descargarlo o a exportarlo.")
    if size > MAX_ARCHIVO:
        raise _refuse(path, _too_large(size, MAX_ARCHIVO))


def _check_members(path: Path, members: list[zipfile.ZipInfo]) -> None:
    if any(member.flag_bits & _CIFRADO for member in members):
        raise _refuse(path, f"está protegido con contraseña. Quítasela. {_GUARDAR}")
    if not any(PurePosixPath(member.filename).match(_LIBRO) for member in members):
        raise _refuse(path, f"no es un libro .xlsx, sino otro formato comprimido. {_GUARDAR}")
    parts = [(PurePosixPath(member.filename), member.file_size) for member in members]
    sheets = sum(size for part, size in parts if _HOJAS in part.parents)
    rest = sum(size for part, size in parts if not {_HOJAS, _NO_LEIDAS}.intersection(part.parents))
    for size, bound in ((sheets, MAX_HOJAS), (rest, MAX_RESTO)):
        if size > bound:
            raise _refuse(path, _too_large(size, bound))


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(len(_OLE))
    except FileNotFoundError:
        return b""
    except IsADirectoryError:
        return b""
    except OSError as error:
        message = f"No se puede leer {path}: {error.strerror}. Revisa los permisos."
        raise FuenteIlegibleError(message) from error


def _ole_reason(path: Path) -> str:
    if _OLE_CIFRADO in path.read_bytes():
        return f"está protegido con contraseña. Quítasela. {_GUARDAR}"
    return f"es un libro de Excel antiguo (.xls). {_GUARDAR}"


def _too_large(size: int, bound: int) -> str:
    return (
        f"ocupa {size / 2**20:.0f} MB descomprimido y el máximo es {bound // 2**20}. "
        "Deja solo la hoja del listado, sin filas ni formatos de sobra."
    )


def _refuse(path: Path, reason: str) -> FuenteIlegibleError:
    return FuenteIlegibleError(f"{path.name} {reason}")
