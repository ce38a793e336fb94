"""What the router asks of a worker: `ConsultaRag`."""

from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import Meta

from oraculo_contracts.tipos import (
    Adjunto,
    Conversacion,
    Epoch,
    EventoId,
    FilaId,
    Fuente,
    Mencion,
    Texto,
)


class TipoConsulta(StrEnum):
    """What the router asks of a worker."""

    BUSCAR = "buscar"
    DETALLAR = "detallar"
    TRANSCRIBIR = "transcribir"
    LEER_IMAGEN = "leer_imagen"


class ConsultaRag(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Router → worker: find, or tell about, something in one body of evidence."""

    id: EventoId
    causa: EventoId
    conversacion: Conversacion
    fuente: Fuente
    tipo: TipoConsulta
    vence: Epoch
    """When nobody waits for the answer any more."""
    texto: Texto = ""
    menciones: Annotated[tuple[Mencion, ...], Meta(max_length=64)] = ()
    ids: Annotated[tuple[FilaId, ...], Meta(max_length=64)] = ()
    """The rows to tell about, of a query of type `detallar`."""
    adjunto: Adjunto | None = None
    """What to transcribe or read."""
