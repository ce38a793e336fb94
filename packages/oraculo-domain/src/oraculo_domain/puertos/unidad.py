"""Port: the commit of one input of the router. All of it happens, or nothing."""

from typing import Protocol

from oraculo_domain.turno import Turno


class UnidadDeTrabajo(Protocol):
    """Saves a turn atomically."""

    def seen(self, entrada_id: str) -> bool:
        """Return whether the input with this id was committed before."""
        ...

    def commit(self, entrada_id: str, turno: Turno) -> None:
        """Save session, record and outgoing commands, and mark the input as seen.

        Does nothing when the input is already seen.

        Raises:
            ConflictoVersionError: The stored session is not the one that `turno` started from.
        """
        ...
