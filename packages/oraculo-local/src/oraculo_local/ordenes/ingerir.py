"""`oraculo ingerir`: loads real data."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from oraculo_rag.almacen.carpeta import CarpetaConocimiento
from oraculo_rag.informes.modelo import Informe
from oraculo_rag.lectura.rechazo import Gravedad, Observacion

from oraculo_local.ingesta import Resumen, load_ensayos, load_register, read_reports
from oraculo_local.ordenes.comun import Datos, open_rutas, progress, salida, told
from oraculo_local.ordenes.diferencias import count_of

MAX_MOSTRADAS = 20

ingerir = typer.Typer(
    no_args_is_help=True, help="Carga datos reales: el registro SAG o los ensayos CER."
)

Archivo = Annotated[Path, typer.Argument(metavar="ARCHIVO.csv", help="Archivo CSV en UTF-8.")]


@ingerir.command("sag")
def sag(
    archivo: Annotated[
        Path,
        typer.Argument(
            metavar="ARCHIVO",
            help="CSV en UTF-8 o, con --columnas, también libro de Excel (.xlsx).",
        ),
    ],
    usos: Annotated[
        Path | None,
        typer.Option(
            "--usos",
            metavar="USOS.csv",
            help="Usos autorizados: producto_id, cultivo, plaga, dosis, carencia, reingreso …",
        ),
    ] = None,
    columnas: Annotated[
        Path | None,
        typer.Option(
            "--columnas",
            metavar="MAPA.toml",
            help="Qué columna de un listado con otras columnas lleva cada campo del registro.",
        ),
    ] = None,
    datos: Datos = None,
) -> None:
    """Carga el registro SAG; reemplaza al que hubiera."""
    with told():
        carpeta = CarpetaConocimiento(open_rutas(datos).conocimiento)
        with progress() as advance:
            resumen = load_register(carpeta, archivo, advance, usos=usos, columnas=columnas)
        _report(resumen, "productos")


@ingerir.command("cer")
def cer(
    archivo: Archivo,
    informes: Annotated[
        Path | None,
        typer.Option(
            "--informes",
            metavar="CARPETA",
            help="Carpeta con los informes que nombra la columna pdf (PDF, DOCX, Markdown, texto).",
        ),
    ] = None,
    datos: Datos = None,
) -> None:
    """Carga el índice de ensayos CER y sus informes; reemplaza a los que hubiera."""
    with told():
        carpeta = CarpetaConocimiento(open_rutas(datos).conocimiento)
        with progress() as advance:
            reports = read_reports(archivo, informes, advance) if informes else ()
            resumen = load_ensayos(carpeta, archivo, advance, informes=reports)
        _report(resumen, "ensayos")
        _report_files(reports)


def _report(resumen: Resumen, what: str) -> None:
    rejected = [o for o in resumen.observaciones if o.gravedad is Gravedad.RECHAZADA]
    observed = [o for o in resumen.observaciones if o.gravedad is Gravedad.OBSERVADA]
    state = "Cargados" if resumen.nueva else "Sin cambios: ya estaban cargados"
    salida.print(f"{state} {resumen.registros} {what}.")
    if resumen.diferencias is not None:
        salida.print(f"{count_of(resumen.diferencias)} respecto del registro anterior.")
    _show(rejected, "filas o usos no se cargaron")
    _show(observed, "avisos de filas que sí se cargaron")
    salida.print("Pruébalo con: oraculo preguntar «…»", markup=False)


def _report_files(informes: Sequence[Informe]) -> None:
    if not informes:
        return
    read = [informe for informe in informes if informe.pasajes]
    passages = sum(len(informe.pasajes) for informe in read)
    salida.print(f"Leídos {len(read)} de {len(informes)} informes: {passages} pasajes.")
    problems = [problem for informe in informes for problem in informe.problemas]
    for problem in problems[:MAX_MOSTRADAS]:
        page = f", p. {problem.pagina}" if problem.pagina else ""
        salida.print(f"  {problem.archivo}{page}: {problem.motivo}", markup=False)
    if len(problems) > MAX_MOSTRADAS:
        salida.print(f"  … y {len(problems) - MAX_MOSTRADAS} más.")


def _show(notes: Sequence[Observacion], what: str) -> None:
    if not notes:
        return
    salida.print(f"{len(notes)} {what}:")
    for note in notes[:MAX_MOSTRADAS]:
        salida.print(f"  {note.archivo}, línea {note.linea}: {note.motivo}", markup=False)
    if len(notes) > MAX_MOSTRADAS:
        salida.print(f"  … y {len(notes) - MAX_MOSTRADAS} más.")
