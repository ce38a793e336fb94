"""Loads a source over what is known already, and reports what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from oraculo_catalogo.fichas import Etiqueta, Uso
from oraculo_contracts.tipos import Fuente
from oraculo_rag.almacen.carpeta import CarpetaConocimiento
from oraculo_rag.almacen.construccion import Avance, publish
from oraculo_rag.almacen.diferencias import Diferencias, compare
from oraculo_rag.almacen.manifiesto import CargaFuente, Conocido, Manifiesto
from oraculo_rag.errores import FuenteIlegibleError
from oraculo_rag.informes.modelo import Informe
from oraculo_rag.lectura.indice_cer import read_index
from oraculo_rag.lectura.planillas.contenedor import is_workbook
from oraculo_rag.lectura.rechazo import Lectura, Observacion
from oraculo_rag.lectura.registro import read_register


@dataclass(frozen=True, slots=True, kw_only=True)
class Resumen:
    """What a load did. `nueva` is false when everything was loaded already."""

    fuente: Fuente
    registros: int
    observaciones: tuple[Observacion, ...]
    nueva: bool
    manifiesto: Manifiesto
    diferencias: Diferencias | None = None
    """Of a register that replaced another one."""


def load_register(
    carpeta: CarpetaConocimiento,
    archivo: Path,
    avance: Avance,
    *,
    usos: Path | None = None,
    columnas: Path | None = None,
    ficticia: bool = False,
) -> Resumen:
    """Replace the register with the one in `archivo`, uses included.

    Args:
        carpeta: Where the knowledge is kept.
        archivo: The register's own CSV or, with `columnas`, a list in XLSX or CSV.
        avance: Told how far the load is.
        usos: The authorised uses, as CSV.
        columnas: The map that says which column of `archivo` holds each field.
        ficticia: Whether it is the demonstration corpus.

    Raises:
        FuenteIlegibleError: A file cannot be read, or lacks a column.
        IngestaEnCursoError: Another process is loading into the same folder.
    """
    by_product, uses_read = _read_uses(usos) if usos else ({}, None)
    read = _read_labels(archivo, by_product, columnas)
    notes = (*read.observaciones, *(uses_read.observaciones if uses_read else ()))
    known, loads = _known(carpeta)
    carga = CargaFuente(
        archivo=archivo.name,
        cargado=datetime.now(UTC),
        registros=len(read.fichas),
        rechazadas=len(read.rechazadas) + (len(uses_read.rechazadas) if uses_read else 0),
        ficticia=ficticia,
        con_usos=any(label.usos for label in read.fichas),
    )
    grown = msgspec.structs.replace(known, etiquetas=read.fichas)
    published = publish(carpeta, grown, {**loads, Fuente.SAG: carga}, avance)
    return Resumen(
        fuente=Fuente.SAG,
        registros=len(read.fichas),
        observaciones=notes,
        nueva=published.nueva,
        manifiesto=published.manifiesto,
        diferencias=compare(known, grown) if Fuente.SAG in loads else None,
    )


def load_ensayos(
    carpeta: CarpetaConocimiento,
    archivo: Path,
    avance: Avance,
    *,
    informes: tuple[Informe, ...] = (),
    ficticia: bool = False,
) -> Resumen:
    """Replace the trials with those of the index in `archivo`, and their reports.

    Raises:
        FuenteIlegibleError: The file cannot be read, or lacks a column.
        IngestaEnCursoError: Another process is loading into the same folder.
    """
    read = read_index(archivo)
    known, loads = _known(carpeta)
    carga = CargaFuente(
        archivo=archivo.name,
        cargado=datetime.now(UTC),
        registros=len(read.fichas),
        rechazadas=len(read.rechazadas),
        ficticia=ficticia,
        con_informes=any(informe.pasajes for informe in informes),
    )
    grown = msgspec.structs.replace(known, ensayos=read.fichas, informes=informes)
    published = publish(carpeta, grown, {**loads, Fuente.CER: carga}, avance)
    return Resumen(
        fuente=Fuente.CER,
        registros=len(read.fichas),
        observaciones=read.observaciones,
        nueva=published.nueva,
        manifiesto=published.manifiesto,
    )


def read_reports(indice: Path, carpeta: Path, avance: Avance) -> tuple[Informe, ...]:
    """Return the reports that an index names, read from `carpeta`, problems included.

    Raises:
        FuenteIlegibleError: The index cannot be read, or `carpeta` is not a folder.
    """
    # Imported late: the readers of report files are heavy, and only a load needs them.
    from oraculo_rag.informes.extraction import extract  # noqa: PLC0415

    if not carpeta.is_dir():
        message = f"No existe la carpeta {carpeta}. Indica la que contiene los informes."
        raise FuenteIlegibleError(message)
    ensayos = read_index(indice).fichas
    reports: list[Informe] = []
    for number, ensayo in enumerate(ensayos, 1):
        # Only the last part: an index cannot name a file outside the folder.
        reports.append(extract(carpeta / Path(ensayo.id).name, id=ensayo.id))
        avance("Leyendo informes", number, len(ensayos))
    return tuple(reports)


def _read_labels(
    archivo: Path, usos: Mapping[str, tuple[Uso, ...]], columnas: Path | None
) -> Lectura[Etiqueta]:
    if columnas is not None:
        # Imported late: the models of a map take longer than a question does.
        from oraculo_rag.lectura.listas.archivo_mapa import read_map  # noqa: PLC0415
        from oraculo_rag.lectura.listas.lista import read_list  # noqa: PLC0415

        return read_list(archivo, read_map(columnas), usos)
    if is_workbook(archivo):
        message = (
            f"{archivo.name} es un libro de planilla: di qué columna lleva cada campo con "
            "--columnas MAPA.toml."
        )
        raise FuenteIlegibleError(message)
    return read_register(archivo, usos)


def _read_uses(usos: Path) -> tuple[dict[str, tuple[Uso, ...]], Lectura[Uso]]:
    # Imported late: what validates rows is a third of every command's start, and only this uses it.
    from oraculo_rag.lectura.usos import read_uses  # noqa: PLC0415

    return read_uses(usos)


def _known(carpeta: CarpetaConocimiento) -> tuple[Conocido, dict[Fuente, CargaFuente]]:
    """Return what is loaded now: a load replaces one source and keeps the other."""
    version = carpeta.current()
    if version is None or not carpeta.exists(version):
        return Conocido(), {}
    return carpeta.known(version), dict(carpeta.manifest(version).fuentes)
