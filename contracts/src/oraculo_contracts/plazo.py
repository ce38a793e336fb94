"""A deadline that passed: `PlazoVencido`."""

import msgspec

from oraculo_contracts.tipos import Conversacion, Epoch, EventoId


class PlazoVencido(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Router → router, delayed: the time for the answers to `pendiente` is over."""

    id: EventoId
    causa: EventoId
    conversacion: Conversacion
    pendiente: EventoId
    vence: Epoch
