"""`oraculo diferencias`: what changed in the register since the version before."""

from typing import Annotated

import msgspec
import typer
from oraculo_catalogo.fichas import Etiqueta
from oraculo_rag.almacen.carpeta import CarpetaConocimiento
from oraculo_rag.almacen.diferencias import Cambiada, Cambio, Diferencias, compare
from oraculo_rag.errores import VersionAusenteError

from oraculo_local.ordenes.comun import Datos, open_rutas, salida, told


def diferencias(
    json: Annotated[  # noqa: FBT002
        bool, typer.Option("--json", help="Escribe un solo objeto JSON, con todos los campos.")
    ] = False,
    datos: Datos = None,
) -> None:
    """Muestra qué cambió en el registro SAG entre la versión anterior y la vigente."""
    with told():
        carpeta = CarpetaConocimiento(open_rutas(datos).conocimiento)
        before, now = _versions(carpeta)
        found = compare(carpeta.known(before), carpeta.known(now))
        if json:
            content = {"anterior": before, "vigente": now, **msgspec.to_builtins(found)}
            typer.echo(msgspec.json.encode(content).decode())
            return
        salida.print(f"De la versión {before} a la {now}: {count_of(found)}.")
        _show(found)


def count_of(found: Diferencias) -> str:
    """Return «3 nuevos, 0 retirados, 12 cambiados»."""
    return (
        f"{len(found.nuevos)} nuevos, {len(found.retirados)} retirados, "
        f"{len(found.cambiados)} cambiados"
    )


def _versions(carpeta: CarpetaConocimiento) -> tuple[str, str]:
    before, now = carpeta.previous(), carpeta.current()
    if now is None:
        raise VersionAusenteError("No hay nada cargado todavía. Usa «oraculo ingerir».")
    if before is None:
        message = "Solo hay una versión cargada: no hay una anterior con que compararla."
        raise VersionAusenteError(message)
    return before, now


def _show(found: Diferencias) -> None:
    for title, labels in (("Nuevos", found.nuevos), ("Retirados", found.retirados)):
        _head(title, len(labels))
        for label in labels:
            salida.print(f"  {_named(label)}", markup=False)
    _head("Cambiados", len(found.cambiados))
    for changed in found.cambiados:
        _show_changed(changed)


def _head(title: str, count: int) -> None:
    if count:
        salida.print(f"{title} ({count}):")


def _show_changed(changed: Cambiada) -> None:
    salida.print(f"  {changed.nombre} ({changed.id})", markup=False)
    for change in changed.cambios:
        salida.print(f"    {_told(change)}", markup=False)


def _told(change: Cambio) -> str:
    field = f"{change.campo} ({change.uso})" if change.uso else change.campo
    return f"{field}: {_values(change.antes)} → {_values(change.despues)}"


def _values(values: tuple[str, ...]) -> str:
    return " | ".join(f"«{value}»" for value in values) or "—"


def _named(label: Etiqueta) -> str:
    numbers = ", ".join(label.autorizaciones)
    return f"{label.nombre} (autorización {numbers})" if numbers else f"{label.nombre} ({label.id})"
