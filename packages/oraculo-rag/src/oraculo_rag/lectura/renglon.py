"""A row of a foreign table: its texts, and what is peculiar about a cell."""

from dataclasses import dataclass, field
from enum import Enum, auto


class Reparo(Enum):
    """Why the text of a cell is not simply what somebody wrote there."""

    FORMULA = auto()
    """The result that the program kept of a formula."""
    SIN_VALOR = auto()
    """A formula whose result the file does not keep."""
    ERROR = auto()
    """«#N/A» and the like: there is no text."""
    FECHA = auto()
    """A date, which is how a spreadsheet may have read «1-5»."""


@dataclass(frozen=True, slots=True)
class Renglon:
    """One row as it stands. `linea` is its number in the file, from 1."""

    linea: int
    celdas: tuple[str, ...]
    reparos: dict[int, Reparo] = field(default_factory=dict[int, Reparo])
    """By position in `celdas`."""

    @property
    def is_filled(self) -> bool:
        """Whether the row says anything."""
        return bool(self.reparos) or any(celda.strip() for celda in self.celdas)
