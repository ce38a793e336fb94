"""The router's whole turn: load, decide, commit. The runtimes differ only in its ports."""

from dataclasses import replace
from datetime import datetime

from oraculo_contracts.eventos import (
    MensajeEntrante,
    MotivoCierre,
    PlazoVencido,
    RespuestaRag,
    SesionCerrada,
)
from oraculo_contracts.identidad import derive_id
from oraculo_contracts.tipos import Conversacion

from oraculo_domain.puertos.historial import Historial
from oraculo_domain.puertos.reloj import Reloj
from oraculo_domain.puertos.sesiones import SesionRepository
from oraculo_domain.puertos.unidad import UnidadDeTrabajo
from oraculo_domain.servicio import ServicioConversacionOraculo
from oraculo_domain.sesion import Sesion
from oraculo_domain.turno import Comando, Turno

Entrada = MensajeEntrante | RespuestaRag | PlazoVencido
"""Everything that can wake the router."""


class Router:
    """Runs one input through the service and commits its outcome once.

    Raises:
        ConflictoVersionError: Another turn of the conversation was committed meanwhile; the
            caller delivers the input again.
    """

    def __init__(
        self,
        *,
        servicio: ServicioConversacionOraculo,
        sesiones: SesionRepository,
        historial: Historial,
        unidad: UnidadDeTrabajo,
        reloj: Reloj,
        clave: bytes,
    ) -> None:
        self._servicio = servicio
        self._sesiones = sesiones
        self._historial = historial
        self._unidad = unidad
        self._reloj = reloj
        self._clave = clave

    def handle(self, entrada: Entrada) -> None:
        """Process one input. A repeated one changes nothing."""
        entrada_id = (
            self._servicio.fabrica.id_of(entrada)
            if isinstance(entrada, MensajeEntrante)
            else entrada.id
        )
        if self._unidad.seen(entrada_id):
            return
        now = self._reloj.now()
        self._unidad.commit(entrada_id, self._turn(entrada, entrada_id, now))

    def _turn(self, entrada: Entrada, entrada_id: str, now: datetime) -> Turno:
        stored = self._sesiones.load(entrada.conversacion)
        if isinstance(entrada, MensajeEntrante):
            sesion, closing = self._current(stored, entrada.conversacion, entrada_id, now)
            active = replace(sesion, actividad=int(now.timestamp()))
            interpretacion = self._servicio.interpret(entrada, active)
            turno = self._servicio.decide(active, entrada, interpretacion, now)
            return replace(turno, comandos=(*closing, *turno.comandos))
        sesion = stored or Sesion.start(
            entrada.conversacion, self._session_id(entrada_id, now), now
        )
        if isinstance(entrada, RespuestaRag):
            return self._servicio.receive(sesion, entrada, now)
        return self._servicio.time_out(sesion, entrada, now)

    def _current(
        self, stored: Sesion | None, conversacion: Conversacion, entrada_id: str, now: datetime
    ) -> tuple[Sesion, tuple[Comando, ...]]:
        """Return the session in force, and the closing of the one that it replaces."""
        if stored is not None and not stored.expired(now):
            return stored, ()
        fresh = Sesion.start(conversacion, self._session_id(entrada_id, now), now)
        if stored is None:
            return fresh, ()
        # The stored version is what the commit is checked against.
        return replace(fresh, version=stored.version), (self._closing(stored, now),)

    def _closing(self, sesion: Sesion, now: datetime) -> SesionCerrada:
        return SesionCerrada(
            id=derive_id(self._clave, causa=sesion.session_id, tipo="SesionCerrada"),
            causa=derive_id(self._clave, causa=sesion.session_id, tipo="Sesion"),
            conversacion=sesion.conversacion,
            session_id=sesion.session_id,
            inicio=sesion.inicio,
            fin=int(now.timestamp()),
            motivo=MotivoCierre.EXPIRADA,
            turnos=tuple(self._historial.turnos(sesion.session_id)),
        )

    def _session_id(self, entrada_id: str, now: datetime) -> str:
        """Sortable by time, carries the date, and the same for a repeated first message."""
        return f"{now:%Y%m%dT%H%M%SZ}-{entrada_id[:12]}"
