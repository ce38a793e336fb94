"""What every command shares: the data folder, the console, progress and errors."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from oraculo_rag.almacen.construccion import Avance
from oraculo_rag.errores import RagError
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from oraculo_local.errores import LocalError
from oraculo_local.rutas import Rutas

Datos = Annotated[
    Path | None,
    typer.Option(
        "--datos",
        envvar="ORACULO_DATOS",
        metavar="CARPETA",
        help="Carpeta donde se guarda todo. Por omisión, la de datos de tu usuario.",
        show_default=False,
    ),
]

salida = Console(highlight=False, soft_wrap=True)
errores = Console(stderr=True, highlight=False, soft_wrap=True)


def fail(mensaje: str) -> typer.Exit:
    """Print what went wrong and what to do, and return the exit that says so."""
    shown = mensaje.encode("utf-8", "replace").decode()
    errores.print(f"Error: {shown}", markup=False)
    return typer.Exit(1)


@contextmanager
def told() -> Generator[None]:
    """Turn the failures that a person can mend into a message and an exit code."""
    try:
        yield
    except (LocalError, RagError) as error:
        raise fail(str(error)) from error


def open_rutas(datos: Path | None) -> Rutas:
    """Return the paths of the data folder that a command was given."""
    return Rutas.resolve(datos)


@contextmanager
def progress() -> Generator[Avance]:
    """Show bars on the error stream while a long work runs; nothing where nobody looks."""
    bars = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        console=errores,
        transient=True,
        disable=not errores.is_terminal,
    )
    tasks: dict[str, object] = {}

    def advance(etapa: str, hechos: int, total: int) -> None:
        if etapa not in tasks:
            tasks[etapa] = bars.add_task(etapa, total=total)
        bars.update(tasks[etapa], completed=hechos, total=total)  # type: ignore[arg-type]

    with bars:
        yield advance
