"""Understanding without a model: ordered rules over the words of a message."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from oraculo_contracts.eventos import MensajeEntrante
from oraculo_contracts.tipos import Fuente, Mencion

from oraculo_domain.interpretacion import Intencion, Interpretacion
from oraculo_domain.opciones import interpret_option
from oraculo_domain.palabras import (
    CHARLA,
    ORDINALES,
    RELLENO,
    SALUDO,
    TEMA_CER,
    TEMA_SAG,
    TODO,
)
from oraculo_domain.pregunta import read_question
from oraculo_domain.puertos.enlazador import Enlazador
from oraculo_domain.sesion import Sesion

_MENU = re.compile(
    r"(?:(?:volver|vuelve|ir|ve|quiero)(?: al?| el)? )?(?:menu|inicio)(?: principal)?"
    r"|start|empezar(?: de nuevo)?|reiniciar|reset|ayuda|help|que (?:puedes|sabes) hacer"
    r"|quien eres|que eres|nueva consulta|cancelar|salir"
)
_MAS = re.compile(
    r"(?:y |a ver |ver |dame |quiero |muestra(?:me)? |hay )?(?:los |las )?"
    r"(?:mas|siguientes?|siguiente pagina|continua|continuar|sigue|otros|el resto)"
    r"(?: resultados| productos| ensayos| por favor| porfa)*"
)
_POSICION = re.compile(
    r"(?:(?:ver|dame|quiero|muestrame|detalles?|ficha|informe|del?|el|la|los|las|numeros?|nro|n|"
    r"opcion|y|mas|sobre|cuentame|ensayo|producto|a|abre) )*"
    rf"(\d{{1,4}}|{'|'.join(ORDINALES)})"
    rf"(?:(?: y| e| o)?(?: (?:el|la|del?))* (\d{{1,4}}|{'|'.join(ORDINALES)}))?"
    r"(?: por favor| porfa)?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lectura:
    """A message as the rules see it."""

    mensaje: MensajeEntrante
    texto: str
    tokens: tuple[str, ...]
    menciones: tuple[Mencion, ...]
    sesion: Sesion

    @property
    def frase(self) -> str:
        """The folded words, one space between them."""
        return " ".join(self.tokens)

    @property
    def tema(self) -> Fuente | None:
        """The body of evidence that the words ask for; `None` when they name none, or both."""
        sag, cer = not TEMA_SAG.isdisjoint(self.tokens), not TEMA_CER.isdisjoint(self.tokens)
        if sag == cer:
            return None
        return Fuente.SAG if sag else Fuente.CER


def interpret(mensaje: MensajeEntrante, sesion: Sesion, enlazador: Enlazador) -> Interpretacion:
    """Return what `mensaje` means in `sesion`: the first rule that recognises it decides."""
    option = interpret_option(mensaje, sesion, enlazador.tokens(mensaje.mensaje))
    if option is not None:
        return option
    lectura = Lectura(
        mensaje=mensaje,
        texto=mensaje.mensaje,
        tokens=enlazador.tokens(mensaje.mensaje),
        menciones=enlazador.link(mensaje.mensaje),
        sesion=sesion,
    )
    for rule in _RULES:
        interpretacion = rule(lectura)
        if interpretacion is not None:
            return interpretacion
    question = read_question(
        lectura.texto, lectura.tokens, lectura.menciones, lectura.tema, enlazador
    )
    return question or Interpretacion(
        intencion=Intencion.IGNOTA, motivo="ninguna regla", texto=lectura.texto
    )


def _silence(lectura: Lectura) -> Interpretacion | None:
    if lectura.tokens:
        return None
    return Interpretacion(intencion=Intencion.CALLAR, motivo="mensaje sin palabras")


def _menu(lectura: Lectura) -> Interpretacion | None:
    if _MENU.fullmatch(lectura.frase) or SALUDO.issuperset(lectura.tokens):
        return Interpretacion(intencion=Intencion.MENU, motivo="saludo o menú")
    return None


def _more(lectura: Lectura) -> Interpretacion | None:
    if _MAS.fullmatch(lectura.frase):
        return Interpretacion(intencion=Intencion.MAS, motivo="pide más")
    return None


def _position(lectura: Lectura) -> Interpretacion | None:
    match = _POSICION.fullmatch(lectura.frase)
    if match is None:
        return None
    words = (word for word in match.groups() if word)
    positions = tuple(ORDINALES.get(word) or int(word) for word in words)
    return Interpretacion(
        intencion=Intencion.ELEGIR, motivo="posición en la lista", posiciones=positions
    )


def _small_talk(lectura: Lectura) -> Interpretacion | None:
    if CHARLA.issuperset(lectura.tokens):
        return Interpretacion(intencion=Intencion.CHARLAR, motivo="cortesía")
    return None


def _other_source(lectura: Lectura) -> Interpretacion | None:
    """«busca en el SAG»: the question on the table, asked of the other body of evidence."""
    subject = RELLENO | TEMA_CER | TEMA_SAG
    asks_all = not TODO.isdisjoint(lectura.tokens)
    if lectura.tema is None or lectura.menciones or asks_all or set(lectura.tokens) - subject:
        return None
    return Interpretacion(
        intencion=Intencion.CAMBIAR_FUENTE, motivo="nombra la fuente", fuente=lectura.tema
    )


_RULES: tuple[Callable[[Lectura], Interpretacion | None], ...] = (
    _silence,
    _menu,
    _small_talk,
    _more,
    _position,
    _other_source,
)
