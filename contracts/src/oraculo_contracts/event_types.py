"""The types of event by their name and version on the wire."""

import msgspec

from oraculo_contracts.errors import ContratoInvalidoError
from oraculo_contracts.eventos import (
    ConsultaRag,
    Evento,
    MensajeEntrante,
    MensajeSaliente,
    PlazoVencido,
    RespuestaRag,
    SesionCerrada,
)

ATRIBUTO_EVENTO = "evento"
"""Message attribute that carries the name of the event's type, a string."""

ATRIBUTO_VERSION = "version"
"""Message attribute that carries the version of the event's type, a whole number."""


class EventType(msgspec.Struct, frozen=True):
    """What a message's attributes say about its body."""

    nombre: str
    version: int
    struct: type[Evento]


EVENT_TYPES = (
    EventType("MensajeEntrante", 1, MensajeEntrante),
    EventType("ConsultaRag", 1, ConsultaRag),
    EventType("RespuestaRag", 1, RespuestaRag),
    EventType("MensajeSaliente", 1, MensajeSaliente),
    EventType("PlazoVencido", 1, PlazoVencido),
    EventType("SesionCerrada", 1, SesionCerrada),
)

_BY_NAME = {(event_type.nombre, event_type.version): event_type for event_type in EVENT_TYPES}
_BY_STRUCT = {event_type.struct: event_type for event_type in EVENT_TYPES}


def find_event_type(nombre: str, version: int) -> EventType:
    """Return the type of event of this name and version.

    Raises:
        ContratoInvalidoError: There is none.
    """
    try:
        return _BY_NAME[nombre, version]
    except KeyError:
        raise ContratoInvalidoError("", "Unknown event type or version") from None


def event_type_of(evento: Evento) -> EventType:
    """Return the type of an event, for the attributes of the message that carries it."""
    return _BY_STRUCT[type(evento)]
