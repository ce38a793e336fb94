"""Reading a file's bytes without trusting what stands at its path."""

import os
import stat
from pathlib import Path

from oraculo_rag.informes.errores import (
    ArchivoDemasiadoGrandeError,
    ArchivoIlegibleError,
    ArchivoInexistenteError,
    ArchivoVacioError,
    NoEsArchivoError,
)

# A symbolic link is refused at opening, and a FIFO does not block: no race with whoever swaps it.
_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


def read_source(path: Path, limit: int) -> bytes:
    """Return the bytes of the regular file at `path`, at most `limit`.

    Raises:
        InformeError: The subclass that says what is wrong with the file.
    """
    if path.is_symlink() or path.is_dir():
        raise NoEsArchivoError
    try:
        descriptor = os.open(path, _FLAGS | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise NoEsArchivoError
            data = file.read(limit + 1)
    except FileNotFoundError as error:
        raise ArchivoInexistenteError from error
    except (OSError, ValueError) as error:  # ValueError: a NUL inside the path
        raise ArchivoIlegibleError from error
    if not data:
        raise ArchivoVacioError
    if len(data) > limit:
        raise ArchivoDemasiadoGrandeError
    return data
