"""What a message means, before anything is decided."""

from dataclasses import dataclass
from enum import StrEnum

from oraculo_contracts.tipos import Fuente, Mencion


class Intencion(StrEnum):
    """What a person wants with a message."""

    MENU = "menu"
    MAS = "mas"
    ELEGIR = "elegir"
    PREGUNTAR = "preguntar"
    CAMBIAR_FUENTE = "cambiar_fuente"
    CHARLAR = "charlar"
    CALLAR = "callar"
    """Nothing readable: an empty message."""
    IGNOTA = "ignota"
    """No rule understood it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interpretacion:
    """An intention with what it needs. `motivo` says which rule or reading led to it."""

    intencion: Intencion
    motivo: str
    texto: str = ""
    fuente: Fuente | None = None
    menciones: tuple[Mencion, ...] = ()
    posiciones: tuple[int, ...] = ()
    """Positions in a list, from 1; -1 is the last."""
    lista_id: str | None = None
