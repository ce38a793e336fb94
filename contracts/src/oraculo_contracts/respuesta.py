"""What a worker found: `RespuestaRag`."""

from enum import StrEnum
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from oraculo_contracts.consulta import TipoConsulta
from oraculo_contracts.tipos import (
    Cantidad,
    Conversacion,
    EventoId,
    Fila,
    Fuente,
    FuenteCitada,
    Linea,
)


class EstadoRespuesta(StrEnum):
    """How a worker's job ended."""

    OK = "ok"
    VACIA = "vacia"
    VENCIDA = "vencida"
    FALLIDA = "fallida"


class RespuestaRag(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Worker → router: what was found. `completa` says that `filas` is all there is."""

    id: EventoId
    causa: EventoId
    conversacion: Conversacion
    fuente: Fuente
    tipo: TipoConsulta
    estado: EstadoRespuesta
    completa: bool = False
    total: Cantidad = 0
    filas: Annotated[tuple[Fila, ...], Meta(max_length=5000)] = ()
    texto: Annotated[str, Meta(max_length=16_384)] = ""
    fuentes: Annotated[tuple[FuenteCitada, ...], Meta(max_length=50)] = ()
    avisos: Annotated[tuple[Linea, ...], Meta(max_length=16)] = ()
    traza: dict[str, Any] = {}
    """Opaque to the router, which passes it on to the history."""
