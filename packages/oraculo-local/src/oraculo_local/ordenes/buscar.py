"""`oraculo buscar`: search without a conversation, for programs and for measuring."""

import sys
from typing import Annotated

import msgspec
import typer
from oraculo_contracts.tipos import Fuente
from oraculo_rag.almacen.abierto import ConocimientoAbierto
from oraculo_rag.trabajo.busqueda import Busqueda, search

from oraculo_local.bootstrap import knowledge_path
from oraculo_local.charla import clean_text
from oraculo_local.errores import EntradaInvalidaError
from oraculo_local.ordenes.comun import Datos, open_rutas, progress, salida, told


def buscar(
    datos: Datos = None,
    fuente: Annotated[
        Fuente | None,
        typer.Option("--fuente", help="Busca solo en los ensayos (cer) o en el registro (sag)."),
    ] = None,
    json: Annotated[  # noqa: FBT002
        bool, typer.Option("--json", help="Escribe un objeto JSON por consulta.")
    ] = False,
) -> None:
    """Lee una consulta por línea de la entrada estándar y muestra los 20 mejores resultados."""
    with told():
        with progress() as advance:
            abierto = ConocimientoAbierto(knowledge_path(open_rutas(datos), advance))
        fuentes = (fuente,) if fuente else tuple(Fuente)
        for line in sys.stdin.buffer:
            found = _search(abierto, line.decode("utf-8", "replace"), fuentes)
            _print(found, as_object=json)


def _search(abierto: ConocimientoAbierto, line: str, fuentes: tuple[Fuente, ...]) -> Busqueda:
    try:
        return search(abierto, clean_text(line), fuentes)
    except EntradaInvalidaError:
        # A text that is no message finds nothing; a line in is a line out.
        return Busqueda(entidades=(), total=0, resultados=())


def _print(found: Busqueda, *, as_object: bool) -> None:
    if as_object:
        sys.stdout.buffer.write(msgspec.json.encode(found) + b"\n")
        sys.stdout.buffer.flush()
        return
    salida.print(f"{found.total} resultados")
    for number, result in enumerate(found.resultados, 1):
        page = f", p. {result.pagina}" if result.pagina else ""
        salida.print(f"{number}. {result.titulo}{page} ({result.puntaje:.2f})", markup=False)
