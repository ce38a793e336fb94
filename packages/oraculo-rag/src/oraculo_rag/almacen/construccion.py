"""Builds a version beside the one in force, and switches when it is whole."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import msgspec
from oraculo_catalogo.catalogo import Catalogo
from oraculo_catalogo.enlazador import Enlazador
from oraculo_catalogo.texto import tokens
from oraculo_contracts.tipos import Fuente

from oraculo_rag.almacen.carpeta import CarpetaConocimiento
from oraculo_rag.almacen.manifiesto import CargaFuente, Conocido, Manifiesto, total_passages
from oraculo_rag.almacen.temas import topics_of
from oraculo_rag.indice.codificacion import PALABRAS_VACIAS
from oraculo_rag.indice.embebida import ColeccionEmbebida
from oraculo_rag.indice.puntos import ensayo_points, ensayo_text, label_points, label_text

Avance = Callable[[str, int, int], None]
"""Told how far a build is: what is being done, how many are done, of how many."""


@dataclass(frozen=True, slots=True)
class Publicada:
    """The version now in force; `nueva` is false when it already was."""

    manifiesto: Manifiesto
    nueva: bool


def publish(
    carpeta: CarpetaConocimiento,
    conocido: Conocido,
    fuentes: dict[Fuente, CargaFuente],
    avance: Avance = lambda _etapa, _hechos, _total: None,
) -> Publicada:
    """Put `conocido` in force. The same records twice change nothing.

    Raises:
        IngestaEnCursoError: Another process is building here.
    """
    version = conocido.digest()
    current = carpeta.current()
    if current == version and carpeta.exists(version):
        return Publicada(carpeta.manifest(version), nueva=False)
    with carpeta.works() as works:
        manifest = Manifiesto(
            version=version, fuentes=fuentes, pasajes=total_passages(conocido.informes)
        )
        if not carpeta.exists(version):
            _build(works / "version", conocido, manifest, avance)
        carpeta.publish(works, version)
    return Publicada(carpeta.manifest(version), nueva=True)


def _build(path: Path, conocido: Conocido, manifest: Manifiesto, avance: Avance) -> None:
    path.mkdir()
    avance("Armando el catálogo", 0, 1)
    catalogo = Catalogo.build(
        conocido.ensayos,
        conocido.etiquetas,
        coleccion=manifest.version,
        vocabulario=_vocabulary(conocido),
    )
    catalogo.save(path / "catalogo.json")
    avance("Armando el catálogo", 1, 1)
    labels = label_points(conocido.etiquetas, catalogo)
    for written in ColeccionEmbebida.build(path / Fuente.SAG, labels):
        avance("Indexando el registro", written, len(labels))
    topics = topics_of(conocido.informes, Enlazador(catalogo))
    ensayos = ensayo_points(conocido.ensayos, conocido.informes, catalogo, topics)
    for written in ColeccionEmbebida.build(path / Fuente.CER, ensayos):
        avance("Indexando los ensayos", written, len(ensayos))
    (path / "conocido.msgpack").write_bytes(msgspec.msgpack.encode(conocido))
    # Last: a folder with a manifest is whole.
    (path / "manifiesto.json").write_bytes(
        msgspec.json.format(msgspec.json.encode(manifest), indent=2)
    )


def _vocabulary(conocido: Conocido) -> Iterable[str]:
    """Return the distinct words that a text search can find, for spelling repairs."""
    words: set[str] = set()
    for label in conocido.etiquetas:
        words.update(tokens(label_text(label)))
    for ensayo in conocido.ensayos:
        words.update(tokens(ensayo_text(ensayo)))
    for report in conocido.informes:
        for passage in report.pasajes:
            words.update(tokens(passage.texto))
    return sorted(words - PALABRAS_VACIAS)
