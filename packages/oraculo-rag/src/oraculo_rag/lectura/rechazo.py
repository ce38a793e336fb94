"""What was left out of a source, or loaded with something missing: reported, never silent."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")


class Gravedad(StrEnum):
    """Whether the row was left out, or loaded with something to look at."""

    RECHAZADA = "rechazada"
    OBSERVADA = "observada"


@dataclass(frozen=True, slots=True, kw_only=True)
class Observacion:
    """One finding about one row. `linea` counts from 1, the header included."""

    archivo: str
    linea: int
    gravedad: Gravedad
    motivo: str


@dataclass(frozen=True, slots=True)
class Lectura(Generic[T]):
    """The records of a source, in its order, and what was found on the way."""

    fichas: tuple[T, ...]
    observaciones: tuple[Observacion, ...] = field(default=())

    @property
    def rechazadas(self) -> tuple[Observacion, ...]:
        """The rows that were left out."""
        return tuple(o for o in self.observaciones if o.gravedad is Gravedad.RECHAZADA)
