"""`oraculo conversar`: a conversation line by line, for programs and for measuring."""

import sys
from typing import Annotated, Any

import msgspec
import typer
from oraculo_domain import Accion

from oraculo_local.bootstrap import build
from oraculo_local.charla import Charla
from oraculo_local.errores import EntradaInvalidaError
from oraculo_local.ordenes.comun import Datos, fail, open_rutas, progress, salida, told
from oraculo_local.presentacion import as_json, readable

MAX_SESION = 128
"""Characters, as the contract of a chat's id has it."""


def conversar(
    datos: Datos = None,
    sesion: Annotated[
        str | None,
        typer.Option("--sesion", metavar="ID", help="Continúa la conversación de ese nombre."),
    ] = None,
    json: Annotated[  # noqa: FBT002
        bool, typer.Option("--json", help="Escribe un objeto JSON por mensaje.")
    ] = False,
) -> None:
    """Lee un mensaje por línea de la entrada estándar y responde cada uno."""
    with told():
        with progress() as advance:
            oraculo = build(open_rutas(datos), advance)
        if sesion is not None and not 0 < len(sesion) <= MAX_SESION:
            raise fail(f"El nombre de --sesion debe tener entre 1 y {MAX_SESION} caracteres.")
        charla = Charla(oraculo.maquina, sesion)
        for line in sys.stdin.buffer:
            texto = line.decode("utf-8", "replace").rstrip("\r\n")
            _answer(charla, texto, as_objects=json)


def _answer(charla: Charla, texto: str, *, as_objects: bool) -> None:
    try:
        registro, times = charla.say(texto)
    except EntradaInvalidaError as error:
        _print(_refusal(str(error)) if as_objects else str(error))
        return
    if as_objects:
        _print(as_json(registro, times))
    elif registro.respuesta is not None:
        _print(readable(registro.respuesta) + "\n")


def _print(value: dict[str, Any] | str) -> None:
    if isinstance(value, str):
        salida.print(value, markup=False)
        return
    sys.stdout.buffer.write(msgspec.json.encode(value) + b"\n")
    sys.stdout.buffer.flush()


def _refusal(mensaje: str) -> dict[str, Any]:
    """Return the answer to what cannot be a message: it is told, and the conversation goes on."""
    return {
        "accion": Accion.ACLARAR,
        "respuesta": {"texto": mensaje, "opciones": [], "fuentes": []},
        "resultados": {"fuente": None, "total": 0, "ids": []},
        "tiempos_ms": {"total": 0.0},
    }
