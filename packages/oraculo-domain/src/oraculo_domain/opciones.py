"""The options offered to a person, and what each one stands for when it comes back."""

from oraculo_contracts.eventos import MensajeEntrante, Opcion
from oraculo_contracts.tipos import Fuente

from oraculo_domain.interpretacion import Intencion, Interpretacion
from oraculo_domain.sesion import Lista, Sesion

MENU = Opcion(id="menu", titulo="Volver al menú")
MAS = Opcion(id="mas", titulo="Ver más")
BUSCAR_SAG = Opcion(id="fuente:sag", titulo="Buscar en el registro SAG")
BUSCAR_CER = Opcion(id="fuente:cer", titulo="Buscar en los ensayos CER")
REINTENTAR = Opcion(id="reintentar", titulo="Intentar otra vez")

MAX_TITULO = 60
"""Characters of an option's title; each channel cuts further to its own limit."""


def row_option(lista: Lista, position: int) -> Opcion:
    """Return the option that stands for row `position` (from 1) of `lista`."""
    titulo = lista.filas[position - 1].titulo
    shown = titulo if len(titulo) <= MAX_TITULO else titulo[: MAX_TITULO - 1].rstrip() + "…"
    return Opcion(id=f"fila:{lista.id}:{position}", titulo=f"{position}. {shown}")


def interpret_option(
    mensaje: MensajeEntrante, sesion: Sesion, tokens: tuple[str, ...]
) -> Interpretacion | None:
    """Return what a pressed button, or the typed id of an offered option, stands for."""
    offered = {opcion.id for opcion in sesion.opciones}
    typed = mensaje.mensaje.strip()
    chosen = mensaje.metadata.opcion or (typed if typed in offered else None)
    if chosen is None or (not tokens and mensaje.metadata.opcion is None):
        return None
    return _stands_for(chosen, sesion)


def _stands_for(chosen: str, sesion: Sesion) -> Interpretacion | None:
    kind, _, rest = chosen.partition(":")
    match kind:
        case "menu" | "mas":
            return Interpretacion(intencion=Intencion(kind), motivo="opción")
        case "fuente" if rest in tuple(Fuente):
            return Interpretacion(
                intencion=Intencion.CAMBIAR_FUENTE, motivo="opción", fuente=Fuente(rest)
            )
        case "fila":
            return _row(rest)
        case "reintentar":
            return _again(sesion)
        case _:
            return None


def _row(rest: str) -> Interpretacion | None:
    lista_id, _, position = rest.partition(":")
    if not position.isdecimal():
        return None
    return Interpretacion(
        intencion=Intencion.ELEGIR,
        motivo="opción",
        posiciones=(int(position),),
        lista_id=lista_id,
    )


def _again(sesion: Sesion) -> Interpretacion | None:
    if sesion.pregunta is None:
        return None
    return Interpretacion(
        intencion=Intencion.PREGUNTAR,
        motivo="reintento",
        texto=sesion.pregunta.texto,
        menciones=sesion.pregunta.menciones,
    )
