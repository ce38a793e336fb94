"""The state of one conversation: plain data, replaced and never changed."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Self

from oraculo_contracts.eventos import ConsultaRag, MensajeEntrante, Opcion, RespuestaRag
from oraculo_contracts.tipos import Conversacion, Fila, Mencion

from oraculo_domain.accion import Accion, Estado

VIGENCIA = timedelta(minutes=15)
"""A session expires after this time without a message."""

LISTAS_EN_MESA = 3
"""How many lists «la primera lista» can still reach; older ones leave the table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pregunta:
    """What was asked, so that it can be asked again of the other body of evidence."""

    texto: str
    menciones: tuple[Mencion, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lista:
    """Results that a person can point at. `mostradas` rows have been shown so far."""

    id: str
    accion: Accion
    pregunta: Pregunta
    filas: tuple[Fila, ...]
    completa: bool
    mostradas: int = 0
    avisos: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pendiente:
    """A question on its way: the queries sent, the answers that have come, and the deadline."""

    id: str
    accion: Accion
    motivo: str
    mensaje: MensajeEntrante
    pregunta: Pregunta
    consultas: tuple[ConsultaRag, ...]
    vence: int
    recibidas: tuple[RespuestaRag, ...] = ()

    @property
    def completo(self) -> bool:
        """Whether every query has its answer."""
        return len(self.recibidas) == len(self.consultas)

    def awaits(self, respuesta: RespuestaRag) -> bool:
        """Whether `respuesta` answers one of the queries for the first time."""
        asked = respuesta.causa in {consulta.id for consulta in self.consultas}
        return asked and respuesta.causa not in {previa.causa for previa in self.recibidas}

    def receive(self, respuesta: RespuestaRag) -> Self:
        """Return the same question with one more answer."""
        return replace(self, recibidas=(*self.recibidas, respuesta))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sesion:
    """One conversation between its first message and 15 minutes of silence."""

    conversacion: Conversacion
    session_id: str
    inicio: int
    actividad: int
    version: int = 0
    estado: Estado = Estado.INICIO
    listas: tuple[Lista, ...] = ()
    contador_listas: int = 0
    foco: tuple[Fila, ...] = ()
    pregunta: Pregunta | None = None
    opciones: tuple[Opcion, ...] = ()
    pendientes: tuple[Pendiente, ...] = ()
    resto: str = ""
    """What a long answer has not shown yet; «más» goes on with it."""

    @classmethod
    def start(cls, conversacion: Conversacion, session_id: str, now: datetime) -> Self:
        """Return the empty session of a conversation that begins `now`."""
        epoch = int(now.timestamp())
        return cls(conversacion=conversacion, session_id=session_id, inicio=epoch, actividad=epoch)

    @property
    def lista(self) -> Lista | None:
        """The list shown last, or `None`."""
        return self.listas[-1] if self.listas else None

    def find_lista(self, lista_id: str) -> Lista | None:
        """Return the list with this id if it is still on the table."""
        return next((lista for lista in self.listas if lista.id == lista_id), None)

    def expired(self, now: datetime) -> bool:
        """Whether the person has been silent for longer than `VIGENCIA`."""
        return now.timestamp() - self.actividad > VIGENCIA.total_seconds()

    def put(self, lista: Lista) -> Self:
        """Return the session with `lista` on top of the table; a list of the same id gives way."""
        others = tuple(previa for previa in self.listas if previa.id != lista.id)
        return replace(self, listas=(*others, lista)[-LISTAS_EN_MESA:])
