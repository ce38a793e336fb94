"""The one business service behind every channel."""

from datetime import datetime

from oraculo_contracts.eventos import MensajeEntrante, PlazoVencido, RespuestaRag

from oraculo_domain.decision import Decision
from oraculo_domain.interpretacion import Intencion, Interpretacion
from oraculo_domain.puertos.enlazador import Enlazador
from oraculo_domain.puertos.modelo import ModeloComprension
from oraculo_domain.recepcion import receive, time_out
from oraculo_domain.reglas import interpret
from oraculo_domain.respuesta import Fabrica
from oraculo_domain.sesion import Sesion
from oraculo_domain.turno import Turno

_ELEGIBLES = (Intencion.PREGUNTAR, Intencion.CHARLAR, Intencion.MENU)


class ServicioConversacionOraculo:
    """Decides what Oráculo says and asks. Holds no state and does no I/O of its own.

    Args:
        enlazador: Reads words as entities of the catalogue.
        modelo: Asked only about messages that no rule understands.
        clave: Secret key of the installation; event ids are keyed by it.
    """

    def __init__(self, *, enlazador: Enlazador, modelo: ModeloComprension, clave: bytes) -> None:
        self._enlazador = enlazador
        self._modelo = modelo
        self._fabrica = Fabrica(clave=clave)

    @property
    def fabrica(self) -> Fabrica:
        """The maker of this installation's events."""
        return self._fabrica

    def interpret(self, mensaje: MensajeEntrante, sesion: Sesion) -> Interpretacion:
        """Return what a message means: by rule, else by the model, else as a text to search."""
        interpretacion = interpret(mensaje, sesion, self._enlazador)
        if interpretacion.intencion is not Intencion.IGNOTA:
            return interpretacion
        chosen = self._modelo.choose(mensaje.mensaje, _ELEGIBLES)
        if chosen is None or chosen not in _ELEGIBLES:
            return interpretacion
        return Interpretacion(intencion=chosen, motivo="modelo", texto=mensaje.mensaje)

    def decide(
        self,
        sesion: Sesion,
        mensaje: MensajeEntrante,
        interpretacion: Interpretacion,
        now: datetime,
    ) -> Turno:
        """Return the next `Sesion` and the commands to run. Pure: the clock is an argument."""
        return Decision(
            sesion=sesion,
            mensaje=mensaje,
            interpretacion=interpretacion,
            now=now,
            fabrica=self._fabrica,
            tokens=self._enlazador.tokens,
        ).run()

    def receive(self, sesion: Sesion, respuesta: RespuestaRag, now: datetime) -> Turno:
        """Return what changes with a worker's answer."""
        return receive(sesion, respuesta, now, self._fabrica)

    def time_out(self, sesion: Sesion, plazo: PlazoVencido, now: datetime) -> Turno:
        """Return what changes when the time of a question is over."""
        return time_out(sesion, plazo.pendiente, now, self._fabrica)
