"""The folder of the knowledge, and the switch from one version to the next.

conocimiento/
  actual                  the version in force and, below it, the one before; replaced in one step
  versiones/<version>/    manifiesto.json, conocido.msgpack, catalogo.json, cer/, sag/
"""

import os
import shutil
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from oraculo_rag.almacen.manifiesto import FORMATO, Conocido, Manifiesto
from oraculo_rag.errores import IngestaEnCursoError, VersionAusenteError

_EN_OBRA = ".obra-"


class CarpetaConocimiento:
    """Reads and switches versions under one folder."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._actual = path / "actual"
        self._versiones = path / "versiones"

    def current(self) -> str | None:
        """Return the version in force, or `None` when nothing was ever loaded."""
        return self._names()[0]

    def previous(self) -> str | None:
        """Return the version that was in force before, or `None` when there was none.

        It is written together with the one in force, so that no crash can part them.
        """
        return self._names()[1]

    def path_of(self, version: str) -> Path:
        """Return the folder of a version."""
        return self._versiones / version

    def exists(self, version: str) -> bool:
        """Return whether a version is there whole."""
        return (self.path_of(version) / "manifiesto.json").is_file()

    def manifest(self, version: str) -> Manifiesto:
        """Return the card of a version.

        Raises:
            VersionAusenteError: It is missing, damaged, or of another format.
        """
        path = self.path_of(version) / "manifiesto.json"
        try:
            manifest = msgspec.json.decode(path.read_bytes(), type=Manifiesto)
        except (OSError, msgspec.DecodeError) as error:
            raise VersionAusenteError(_damaged(version)) from error
        if manifest.formato != FORMATO:
            raise VersionAusenteError(_damaged(version))
        return manifest

    def known(self, version: str) -> Conocido:
        """Return the records of a version.

        Raises:
            VersionAusenteError: They are missing or damaged.
        """
        path = self.path_of(version) / "conocido.msgpack"
        try:
            return msgspec.msgpack.decode(path.read_bytes(), type=Conocido)
        except (OSError, msgspec.DecodeError) as error:
            raise VersionAusenteError(_damaged(version)) from error

    @contextmanager
    def works(self) -> Generator[Path]:
        """Lend an empty folder to build a version in; what is left of it goes afterwards.

        Raises:
            IngestaEnCursoError: Another process is building here.
        """
        self._versiones.mkdir(parents=True, exist_ok=True)
        with self._lock():
            for stale in self._versiones.glob(f"{_EN_OBRA}*"):
                shutil.rmtree(stale, ignore_errors=True)
            with tempfile.TemporaryDirectory(prefix=_EN_OBRA, dir=self._versiones) as works:
                yield Path(works)

    def publish(self, works: Path, version: str) -> None:
        """Give a finished folder its name, put it in force, and drop all but the previous one."""
        current, before = self._names()
        previous = before if current == version else current
        if self.path_of(version).exists() and not self.exists(version):
            shutil.rmtree(self.path_of(version))
        if not self.exists(version):
            finished = works / "version"
            finished.rename(self.path_of(version))
        self._switch(version, previous)
        for path in self._versiones.iterdir():
            if path.is_dir() and path.name not in {version, previous, works.name}:
                shutil.rmtree(path, ignore_errors=True)

    def _names(self) -> tuple[str | None, str | None]:
        try:
            names = self._actual.read_text(encoding="ascii").split()
        except FileNotFoundError:
            names = []
        current, previous, *_ = [*names, None, None]
        return current, previous

    def _switch(self, version: str, previous: str | None) -> None:
        """Put a version in force in one step: a reader sees the old one or the new one."""
        with tempfile.NamedTemporaryFile(
            "w", encoding="ascii", dir=self.path, prefix=".actual-", delete=False
        ) as file:
            file.write("".join(f"{name}\n" for name in (version, previous) if name))
            file.flush()
            os.fsync(file.fileno())
        Path(file.name).replace(self._actual)

    @contextmanager
    def _lock(self) -> Generator[None]:
        # Imported late: only who builds needs it.
        from filelock import FileLock, Timeout  # noqa: PLC0415

        try:
            with FileLock(self.path / ".ingesta.lock", timeout=0):
                yield
        except Timeout as error:
            message = "Otra carga está en curso en esta carpeta. Espera a que termine."
            raise IngestaEnCursoError(message) from error


def _damaged(version: str) -> str:
    return f"La versión {version} está dañada o es de otro formato; vuelve a cargar los datos."
