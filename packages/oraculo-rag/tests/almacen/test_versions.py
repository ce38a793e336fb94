from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from oraculo_catalogo.fichas import Ensayo, Etiqueta
from oraculo_contracts.tipos import Fuente
from oraculo_rag.almacen.abierto import ConocimientoAbierto
from oraculo_rag.almacen.carpeta import CarpetaConocimiento
from oraculo_rag.almacen.construccion import publish
from oraculo_rag.almacen.manifiesto import CargaFuente, Conocido
from oraculo_rag.errores import IngestaEnCursoError, VersionAusenteError
from oraculo_rag.indice.coleccion import Filtro

LABELS = tuple(Etiqueta(id=f"e{n}", nombre=f"FICTICOL {n}") for n in range(3))
LOADS = {
    Fuente.SAG: CargaFuente(
        archivo="r.csv", cargado=datetime(2026, 11, 24, tzinfo=UTC), registros=3
    )
}


def test_the_same_records_twice_change_nothing(tmp_path: Path) -> None:
    carpeta = CarpetaConocimiento(tmp_path)
    known = Conocido(etiquetas=LABELS)
    first = publish(carpeta, known, LOADS)
    again = publish(carpeta, known, LOADS)
    assert (first.nueva, again.nueva) == (True, False)
    assert again.manifiesto == first.manifiesto


def test_a_new_version_is_followed_by_who_reads_already(tmp_path: Path) -> None:
    carpeta = CarpetaConocimiento(tmp_path)
    publish(carpeta, Conocido(etiquetas=LABELS[:1]), LOADS)
    abierto = ConocimientoAbierto(tmp_path)
    before = abierto.version()
    publish(carpeta, Conocido(etiquetas=LABELS), LOADS)
    everything = Filtro(tipo="etiqueta")
    assert abierto.version().coleccion(Fuente.SAG).count(everything) == 3
    assert before.coleccion(Fuente.SAG).count(everything) == 1


def test_only_the_version_in_force_and_the_one_before_are_kept(tmp_path: Path) -> None:
    carpeta = CarpetaConocimiento(tmp_path)
    names: list[str] = []
    for size in (1, 2, 3):
        published = publish(carpeta, Conocido(etiquetas=LABELS[:size]), LOADS)
        names.append(published.manifiesto.version)
    assert {path.name for path in (tmp_path / "versiones").iterdir()} == set(names[1:])


def test_the_version_before_is_known_exactly(tmp_path: Path) -> None:
    carpeta = CarpetaConocimiento(tmp_path)
    assert (carpeta.current(), carpeta.previous()) == (None, None)
    one, two = Conocido(etiquetas=LABELS[:1]), Conocido(etiquetas=LABELS)
    for known in (one, two):
        publish(carpeta, known, LOADS)
    assert (carpeta.current(), carpeta.previous()) == (two.digest(), one.digest())
    publish(carpeta, two, LOADS)
    assert carpeta.previous() == one.digest()
    publish(carpeta, one, LOADS)
    assert (carpeta.current(), carpeta.previous()) == (one.digest(), two.digest())
    assert carpeta.known(two.digest()) == two


def test_a_version_in_force_that_is_built_again_keeps_the_one_before(tmp_path: Path) -> None:
    carpeta = CarpetaConocimiento(tmp_path)
    one, two = Conocido(etiquetas=LABELS[:1]), Conocido(etiquetas=LABELS)
    for known in (one, two):
        publish(carpeta, known, LOADS)
    (carpeta.path_of(two.digest()) / "manifiesto.json").unlink()
    publish(carpeta, two, LOADS)
    assert carpeta.previous() == one.digest()


def test_a_folder_written_before_the_one_before_was_recorded_is_read(tmp_path: Path) -> None:
    (tmp_path / "actual").write_text("0123456789abcdef\n", encoding="ascii")
    carpeta = CarpetaConocimiento(tmp_path)
    assert (carpeta.current(), carpeta.previous()) == ("0123456789abcdef", None)


def test_a_version_carries_all_that_the_next_load_needs(tmp_path: Path) -> None:
    carpeta = CarpetaConocimiento(tmp_path)
    known = Conocido(etiquetas=LABELS, ensayos=(Ensayo(id="a.pdf", cultivo="Cerezo"),))
    version = publish(carpeta, known, LOADS).manifiesto.version
    assert carpeta.known(version) == known


def test_a_build_that_fails_leaves_the_previous_version_in_force(tmp_path: Path) -> None:
    carpeta = CarpetaConocimiento(tmp_path)
    version = publish(carpeta, Conocido(etiquetas=LABELS[:1]), LOADS).manifiesto.version

    def interrupt(etapa: str, _hechos: int, _total: int) -> None:
        if etapa.startswith("Indexando"):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        publish(carpeta, Conocido(etiquetas=LABELS), LOADS, interrupt)
    assert carpeta.current() == version
    assert [path.name for path in (tmp_path / "versiones").iterdir()] == [version]


def test_two_builds_at_once_are_refused(tmp_path: Path) -> None:
    carpeta = CarpetaConocimiento(tmp_path)
    with carpeta.works(), pytest.raises(IngestaEnCursoError, match="Otra carga"):
        publish(CarpetaConocimiento(tmp_path), Conocido(etiquetas=LABELS), LOADS)


def test_nothing_loaded_is_told(tmp_path: Path) -> None:
    with pytest.raises(VersionAusenteError, match="No hay nada cargado"):
        ConocimientoAbierto(tmp_path).version()


@pytest.mark.parametrize("content", [b"", b"{", b'{"version":"x","formato":99}'])
def test_a_damaged_card_is_told(tmp_path: Path, content: bytes) -> None:
    carpeta = CarpetaConocimiento(tmp_path)
    version = publish(carpeta, Conocido(etiquetas=LABELS), LOADS).manifiesto.version
    (carpeta.path_of(version) / "manifiesto.json").write_bytes(content)
    with pytest.raises(VersionAusenteError, match="dañada"):
        carpeta.manifest(version)


def test_the_identity_of_records_depends_on_every_one_of_them() -> None:
    changed = (*LABELS[:2], msgspec.structs.replace(LABELS[2], estado="Cancelada"))
    assert Conocido(etiquetas=LABELS).digest() != Conocido(etiquetas=changed).digest()
