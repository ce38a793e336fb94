"""Port: what was said, kept after the session is gone."""

from collections.abc import Sequence
from typing import Protocol

from oraculo_contracts.eventos import TurnoRegistrado


class Historial(Protocol):
    """The turns of each session, in order. Written by the commit of a turn, read here."""

    def turnos(self, session_id: str) -> Sequence[TurnoRegistrado]:
        """Return the finished turns of a session, oldest first; empty when there is none."""
        ...
