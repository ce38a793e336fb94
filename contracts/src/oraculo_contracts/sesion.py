"""A session on its way into history: `SesionCerrada`, its turns and their traces."""

from enum import StrEnum
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from oraculo_contracts.entrante import MensajeEntrante
from oraculo_contracts.saliente import MensajeSaliente
from oraculo_contracts.tipos import (
    Cantidad,
    Conversacion,
    Epoch,
    EventoId,
    FilaId,
    Identificador,
    Linea,
    Mencion,
)


class Resultados(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What an answer is about. `ids` holds all ids of a complete list, not one page."""

    # Python's `$` alone would let a trailing line break pass.
    fuente: Annotated[str, Meta(pattern=r"^(cer|sag|ambas)$(?!\n)")] | None = None
    total: Cantidad = 0
    ids: tuple[FilaId, ...] = ()


class Traza(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Why a turn went as it went: read by the console and the evaluations."""

    accion: Annotated[str, Meta(min_length=1, max_length=64)]
    motivo: Linea = ""
    menciones: tuple[Mencion, ...] = ()
    resultados: Resultados = Resultados()
    consultas: tuple[dict[str, Any], ...] = ()
    """The `RespuestaRag.traza` of each worker that answered, as it came."""
    tiempos_ms: dict[str, float] = {}
    """Milliseconds by step."""


class TurnoRegistrado(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A message, its final answer and the trace between them."""

    mensaje: MensajeEntrante
    respuesta: MensajeSaliente | None
    traza: Traza


class MotivoCierre(StrEnum):
    """Why a session ended."""

    EXPIRADA = "expirada"
    REINICIO = "reinicio"
    BORRADA = "borrada"


class SesionCerrada(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Router → history: a session with all its turns, dated by its start."""

    id: EventoId
    causa: EventoId
    conversacion: Conversacion
    session_id: Identificador
    inicio: Epoch
    fin: Epoch
    motivo: MotivoCierre
    turnos: tuple[TurnoRegistrado, ...] = ()
