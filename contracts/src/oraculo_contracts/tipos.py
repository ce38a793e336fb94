"""Scalar types and small structs shared by the events."""

from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import Meta

Identificador = Annotated[str, Meta(min_length=1, max_length=128)]
"""Name of a thing in its own system: a chat, a message, an option. No more than SQS allows."""

# The length is checked too: Python's `$` alone would let a trailing line break pass.
EventoId = Annotated[str, Meta(pattern="^[0-9a-f]{32}$", max_length=32)]
"""Keyed hash of what caused an event; see `oraculo_contracts.identidad`."""

Epoch = Annotated[int, Meta(ge=0, le=253_402_300_799)]
"""Seconds since 1970-01-01 UTC."""

Texto = Annotated[str, Meta(max_length=4096)]
"""What one message of any channel can carry, in characters."""

Linea = Annotated[str, Meta(max_length=512)]
"""A title or a line of a list."""

Url = Annotated[str, Meta(max_length=2048)]
"""Address of a page or a file, in characters as browsers and channels accept them."""

Cantidad = Annotated[int, Meta(ge=0, le=9_007_199_254_740_991)]
"""A count; no more than every JSON reader holds exactly."""

FilaId = Annotated[str, Meta(min_length=1, max_length=512)]
"""Name of a trial or a label in its source."""


class Canal(StrEnum):
    """Where a person talks to Oráculo."""

    TELEGRAM = "telegram"
    WHATSAPP = "whatsapp"
    WEB = "web"
    TERMINAL = "terminal"


class Fuente(StrEnum):
    """The two bodies of evidence."""

    CER = "cer"
    SAG = "sag"


class TipoEntidad(StrEnum):
    """What the catalogue knows by name."""

    PRODUCTO = "producto"
    INGREDIENTE = "ingrediente"
    CULTIVO = "cultivo"
    VARIEDAD = "variedad"
    PLAGA = "plaga"
    EMPRESA = "empresa"
    TEMPORADA = "temporada"


class MetodoEnlace(StrEnum):
    """How words of a message led to an entity."""

    EXACTO = "exacto"
    ALIAS = "alias"
    SINONIMO = "sinonimo"
    TIPEO = "tipeo"
    COMPUESTO = "compuesto"


class Mencion(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Words of a message and the entities of the catalogue that they name.

    One mention may stand for several entities: «metalaxilo» names metalaxilo and metalaxilo-M.
    """

    tipo: TipoEntidad
    nombre: Linea
    ids: Annotated[tuple[Identificador, ...], Meta(min_length=1, max_length=2000)]
    texto: Linea
    """The words as the person wrote them: characters `inicio` to `fin` (excluded)."""
    inicio: Cantidad
    fin: Cantidad
    confianza: Annotated[float, Meta(ge=0, le=1)]
    metodo: MetodoEnlace = MetodoEnlace.EXACTO


class Conversacion(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Whose turn it is: the key of a session and of the order of its messages."""

    canal: Canal
    user_id: Identificador
    chat_id: Identificador


class Adjunto(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A file kept elsewhere and passed by reference."""

    uri: Url
    mime: Annotated[str, Meta(max_length=128)]
    bytes: Cantidad
    nombre: Linea = ""


class FuenteCitada(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A source a person can check: a report's page or a register entry."""

    titulo: Linea
    url: Url | None = None
    pagina: Annotated[int, Meta(ge=1)] | None = None
    autorizacion: Linea | None = None


class Fila(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One result: a trial or a label, with what a list shows and what a reference may name."""

    id: FilaId
    fuente: Fuente
    titulo: Linea
    detalle: Texto = ""
    atributos: dict[str, Linea] = {}
    cita: FuenteCitada | None = None
    """Where the row comes from, for the list that shows it."""
