import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from oraculo_rag.errores import VersionAusenteError
from oraculo_rag.indice.coleccion import Coleccion, Filtro
from oraculo_rag.indice.embebida import ColeccionEmbebida
from oraculo_rag.indice.puntos import Punto
from oraculo_rag.testing.memoria import MemoriaColeccion
from oraculo_rag.testing.suite_densa import ColeccionDensaSuite
from oraculo_rag.testing.suites import points


class TestMemoryCollection(ColeccionDensaSuite):
    def coleccion(self, puntos: Sequence[Punto]) -> Coleccion:
        return MemoriaColeccion(puntos)


class TestEmbeddedCollection(ColeccionDensaSuite):
    def setup_method(self) -> None:
        self._folder = tempfile.TemporaryDirectory()

    def teardown_method(self) -> None:
        self._folder.cleanup()

    def coleccion(self, puntos: Sequence[Punto]) -> Coleccion:
        path = Path(tempfile.mkdtemp(dir=self._folder.name)) / "coleccion"
        assert list(ColeccionEmbebida.build(path, puntos))[-1] == len(puntos)
        return ColeccionEmbebida(path)


def test_a_folder_is_read_by_several_at_once(tmp_path: Path) -> None:
    list(ColeccionEmbebida.build(tmp_path / "c", points()))
    readers = [ColeccionEmbebida(tmp_path / "c") for _ in range(3)]
    assert [reader.count(Filtro(tipo="ficha")) for reader in readers] == [3, 3, 3]
    for reader in readers:
        reader.close()


def test_a_missing_collection_is_told(tmp_path: Path) -> None:
    with pytest.raises(VersionAusenteError, match="vuelve a cargar"):
        ColeccionEmbebida(tmp_path / "nada")
