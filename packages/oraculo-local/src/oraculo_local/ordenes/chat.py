"""`oraculo` alone: the conversation in the terminal."""

import sys

from oraculo_contracts.eventos import MensajeSaliente
from rich.text import Text

from oraculo_local.bootstrap import Oraculo
from oraculo_local.charla import Charla
from oraculo_local.errores import EntradaInvalidaError
from oraculo_local.ordenes.comun import errores, salida
from oraculo_local.presentacion import options_of, readable

_SESION = "terminal"
_SALIR = {"salir", "exit", "quit", "chao"}
_BIENVENIDA = (
    "Escribe tu consulta y pulsa Intro. Para elegir una opción escribe su número o su letra; para "
    "salir escribe «salir»."
)


def run_chat(oraculo: Oraculo) -> None:
    """Talk until the person leaves."""
    manifest = oraculo.conocimiento.version().manifiesto
    kind = "el corpus de demostración (datos FICTICIOS)" if manifest.ficticia else "tus datos"
    salida.print(Text(f"Oráculo responde con {kind}.", style="bold"))
    salida.print(Text(_BIENVENIDA))
    charla = Charla(oraculo.maquina, _SESION)
    charla.catch_up(_show)
    options: dict[str, str] = {}
    while (texto := _read()) is not None:
        if texto.strip().casefold() in _SALIR:
            return
        try:
            chosen = options.get(texto.strip().casefold())
            registro, _ = charla.say(texto, opcion=chosen, show=_show)
        except EntradaInvalidaError as error:
            errores.print(str(error), markup=False)
            continue
        options = _letters(registro.respuesta) if registro.respuesta else {}


def _read() -> str | None:
    try:
        return input("\ntú> ") if sys.stdin.isatty() else sys.stdin.readline() or None
    except (EOFError, KeyboardInterrupt):
        salida.print()
        return None


def _show(mensaje: MensajeSaliente) -> None:
    if not mensaje.final:
        # The sign of life of a search that is over already.
        return
    salida.print(Text(readable(mensaje)))
    for letter, option in _lettered(mensaje):
        salida.print(Text(f"  ({letter}) {option['titulo']}", style="cyan"))


def _lettered(mensaje: MensajeSaliente) -> list[tuple[str, dict[str, str]]]:
    """Rows are chosen by their number already; the other options get a letter."""
    others = [o for o in options_of(mensaje) if not o["id"].startswith("fila:")]
    return list(zip("abcdefghij", others, strict=False))


def _letters(mensaje: MensajeSaliente) -> dict[str, str]:
    return {letter: option["id"] for letter, option in _lettered(mensaje)}
