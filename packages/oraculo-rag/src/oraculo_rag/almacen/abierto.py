"""The version in force, open for questions. Follows a switch made by any process."""

from pathlib import Path
from threading import Lock

from oraculo_catalogo.catalogo import Catalogo
from oraculo_catalogo.enlazador import Enlazador
from oraculo_contracts.tipos import Fuente, Mencion, TipoEntidad

from oraculo_rag.almacen.carpeta import CarpetaConocimiento
from oraculo_rag.almacen.manifiesto import Manifiesto
from oraculo_rag.errores import VersionAusenteError
from oraculo_rag.indice.coleccion import Coleccion
from oraculo_rag.indice.embebida import ColeccionEmbebida


class VersionAbierta:
    """One version: its card, its catalogue and its collections."""

    def __init__(self, carpeta: CarpetaConocimiento, version: str) -> None:
        path = carpeta.path_of(version)
        self.manifiesto: Manifiesto = carpeta.manifest(version)
        self.catalogo: Catalogo = Catalogo.load(path / "catalogo.json")
        self.enlazador = Enlazador(self.catalogo)
        self._path = path
        self._colecciones: dict[Fuente, Coleccion] = {}

    def correct(self, texto: str) -> str:
        """Return the words of `texto`, those that no record holds repaired where one is near."""
        words = self.enlazador.tokens(texto)
        return " ".join(self.enlazador.correct(word) or word for word in words)

    def coleccion(self, fuente: Fuente) -> Coleccion:
        """Return a collection, opened when first asked for."""
        if fuente not in self._colecciones:
            self._colecciones[fuente] = ColeccionEmbebida(self._path / fuente)
        return self._colecciones[fuente]


class ConocimientoAbierto:
    """Gives the version in force to each question, and serves as the domain's linker.

    Raises:
        VersionAusenteError: Nothing is loaded, or the version in force is damaged.
    """

    def __init__(self, path: Path) -> None:
        self._carpeta = CarpetaConocimiento(path)
        self._lock = Lock()
        self._abierta: VersionAbierta | None = None

    def version(self) -> VersionAbierta:
        """Return the version in force now. One opened earlier stays usable until dropped."""
        name = self._carpeta.current()
        if name is None:
            raise VersionAusenteError("No hay nada cargado todavía. Usa «oraculo ingerir».")
        with self._lock:
            if self._abierta is None or self._abierta.manifiesto.version != name:
                self._abierta = VersionAbierta(self._carpeta, name)
            return self._abierta

    def tokens(self, texto: str) -> tuple[str, ...]:
        """Return the folded words of `texto`."""
        return self.version().enlazador.tokens(texto)

    def link(self, texto: str) -> tuple[Mencion, ...]:
        """Return the mentions in `texto` under the version in force."""
        return self.version().enlazador.link(texto)

    def link_as(self, texto: str, tipo: TipoEntidad) -> Mencion | None:
        """Return what `texto` names under the version in force."""
        return self.version().enlazador.link_as(texto, tipo)
