"""What a person gets: `MensajeSaliente`, in blocks that each channel renders its own way."""

from typing import Annotated

import msgspec
from msgspec import Meta

from oraculo_contracts.tipos import (
    Adjunto,
    Conversacion,
    Epoch,
    EventoId,
    FuenteCitada,
    Identificador,
    Linea,
    Texto,
)


class BloqueTexto(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="tipo", tag="texto"
):
    """A paragraph in the neutral markup: `*bold*`, lines, nothing else."""

    texto: Texto


class Opcion(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A choice offered to the person; its id comes back in `Metadata.opcion`."""

    id: Identificador
    titulo: Linea


class BloqueOpciones(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="tipo", tag="opciones"
):
    """What can be chosen next."""

    opciones: Annotated[tuple[Opcion, ...], Meta(min_length=1, max_length=10)]


class BloqueFuentes(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="tipo", tag="fuentes"
):
    """Where the answer comes from."""

    fuentes: Annotated[tuple[FuenteCitada, ...], Meta(min_length=1, max_length=50)]


class BloqueArchivo(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="tipo", tag="archivo"
):
    """A file for the person."""

    adjunto: Adjunto


Bloque = BloqueTexto | BloqueOpciones | BloqueFuentes | BloqueArchivo


class MensajeSaliente(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Router → channel: channel-neutral blocks. Exactly one per message is `final`."""

    id: EventoId
    causa: EventoId
    conversacion: Conversacion
    en_respuesta_a: Identificador
    """The `Metadata.message_id` of the message that this answers."""
    timestamp: Epoch
    bloques: Annotated[tuple[Bloque, ...], Meta(min_length=1, max_length=20)]
    final: bool = True
