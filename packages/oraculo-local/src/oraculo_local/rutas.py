"""Where everything is kept."""

from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

from oraculo_local.errores import CarpetaInutilizableError


@dataclass(frozen=True, slots=True)
class Rutas:
    """The paths under one data folder."""

    datos: Path

    @classmethod
    def resolve(cls, datos: Path | None) -> "Rutas":
        """Return the paths under `datos`, or under the platform's user data folder.

        Raises:
            CarpetaInutilizableError: The folder cannot be created or written to.
        """
        rutas = cls((datos or user_data_path("oraculo", appauthor=False)).expanduser().absolute())
        try:
            rutas.datos.mkdir(parents=True, exist_ok=True)
            probe = rutas.datos / ".prueba"
            probe.touch()
            probe.unlink(missing_ok=True)
        except OSError as error:
            message = (
                f"No se puede usar la carpeta de datos {rutas.datos}: {error.strerror}. Elige otra "
                "con --datos o con la variable ORACULO_DATOS."
            )
            raise CarpetaInutilizableError(message) from error
        return rutas

    @property
    def base(self) -> Path:
        """The SQLite file of sessions, bus, history and traces."""
        return self.datos / "oraculo.db"

    @property
    def conocimiento(self) -> Path:
        """What the person has loaded."""
        return self.datos / "conocimiento"

    @property
    def demostracion(self) -> Path:
        """The demonstration corpus, built on first use."""
        return self.datos / "demostracion"
